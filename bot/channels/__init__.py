"""Speaks to people: renders replies and knows no rules."""
