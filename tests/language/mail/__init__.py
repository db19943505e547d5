"""Mails: what stands in them, and what is answered."""
