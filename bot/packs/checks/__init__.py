"""What must hold in a pack beyond the shape of its files."""
