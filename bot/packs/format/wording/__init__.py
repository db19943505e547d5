"""What an editor reads of the shape of a pack."""
