"""The drawer of ``kennis voorstel``."""
