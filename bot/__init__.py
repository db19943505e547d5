"""The Samenwerkwijzer: which form of collaboration fits a municipal project."""

__version__ = "0.1.0"
