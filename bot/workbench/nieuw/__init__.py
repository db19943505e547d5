"""The drawer of ``kennis nieuw``."""
