"""From what the user points at to an Article."""
