"""The contract: what one article's record holds. Both sides of the house know it, and it alone."""
