"""The advice as a value, and what is made of it."""
