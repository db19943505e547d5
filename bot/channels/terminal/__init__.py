"""The terminal channel."""
