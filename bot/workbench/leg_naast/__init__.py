"""The drawer of ``kennis leg-naast``."""
