"""What a pack of rules is made of, as immutable values."""
