"""The desk in a browser: pages on loopback, each with a JSON twin at its address."""
