"""The small words that all who speak share."""
