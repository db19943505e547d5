"""The drawer of ``kennis stel-voor`` and ``kennis neem-over``."""
