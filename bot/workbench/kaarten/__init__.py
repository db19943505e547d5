"""The drawer of ``kennis kaarten``."""
