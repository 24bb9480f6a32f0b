"""What a user keeps: articles, and what they tell together."""
