"""One decision diagram per pack: how it is built, and what is asked of it."""
