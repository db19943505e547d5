"""The drawer of ``kennis toets``."""
