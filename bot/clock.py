"""Days on the command line: the one that was given, or today."""

from __future__ import annotations

import os
from datetime import date, datetime

from bot import wording
from bot.settings import SettingError, time_zone


def today() -> date:
    """Today, in the time zone of the settings."""
    return datetime.now(time_zone(os.environ)).date()


def day_of(given: str | None) -> date:
    """The day that was given, or today. Raises SettingError."""
    if given is None:
        return today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise SettingError(wording.no_day(given)) from error
