"""The drawer of ``kennis vergelijk``."""
