"""Tests of storage: one suite, over SQLite and over a real PostgreSQL."""
