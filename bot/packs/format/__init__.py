"""The format of a pack: its keys, their help, and the shape that a document must have."""
