"""Files <-> pack."""
