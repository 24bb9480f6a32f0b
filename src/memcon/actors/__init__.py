"""From a Parse to a Cast."""
