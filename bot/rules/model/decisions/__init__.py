"""The kinds of decisions, each in one module with all that belongs to it."""
