"""Days and spans of time in words."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def in_words(day: date) -> str:
    """A day as people write it: 24 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def age(span: timedelta) -> str:
    """How long ago something was, roughly."""
    hours = int(span.total_seconds() // 3600)
    if hours < 48:
        return "1 uur" if hours <= 1 else f"{hours} uur"
    return f"{hours // 24} dagen"
