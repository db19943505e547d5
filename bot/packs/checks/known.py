"""Whether a name exists in a pack; else what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from bot.packs import wording
from bot.packs.errors import Place, Report, did_you_mean


def known(
    value: str, place: Place, names: Iterable[str], what: str, report: Report,
    about: tuple[str, ...] = (),
) -> bool:  # fmt: skip
    """Whether this name exists; else it is reported. ``about``: the kind of thing that it is."""
    choices = list(names)
    if value in choices:
        return True
    absent = (*about, value) if about else ()
    report.add(
        place,
        wording.IS_NO.format(value=value, what=what),
        did_you_mean(value, choices),
        about=absent,
    )
    return False
