"""The drawer of ``kennis controleer``."""
