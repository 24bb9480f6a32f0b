"""From Records to flat rows."""
