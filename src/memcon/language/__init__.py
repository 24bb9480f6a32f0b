"""From an Article to a Parse."""
