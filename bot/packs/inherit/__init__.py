"""Packs that are based on another pack."""
