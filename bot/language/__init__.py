"""Free text to understanding."""
