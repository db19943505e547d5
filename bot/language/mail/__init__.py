"""Mails and long messages: what stands in them, and an answer to each question."""
