"""What is true of a pack over its whole answer space."""
