"""Days on the command line: the one that was given, or today."""

from __future__ import annotations

from datetime import date, datetime, timezone

from bot import wording
from bot.settings import SettingError


def today() -> date:
    """Today (UTC)."""
    return datetime.now(timezone.utc).date()


def day_of(given: str | None) -> date:
    """The day that was given, or today. Raises SettingError."""
    if given is None:
        return today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise SettingError(wording.no_day(given)) from error
