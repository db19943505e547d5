"""The drawer of ``kennis lijst``."""
