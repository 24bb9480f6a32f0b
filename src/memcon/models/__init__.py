"""All that is loaded once and handed down."""
