"""Exports: what the desk knows, in the formats of other tools; one file a format."""
