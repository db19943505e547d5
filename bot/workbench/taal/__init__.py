"""Plain Dutch, measured: whether what people read is at level B1 and spelled right."""
