"""The questions of a pack: what every question has, and one module per kind."""
