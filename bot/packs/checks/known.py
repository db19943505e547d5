"""Whether a name exists in a pack; else what was meant."""

from __future__ import annotations

from collections.abc import Collection

from bot.packs import wording
from bot.packs.errors import Place, Report, did_you_mean


def known(
    value: str, place: Place, names: Collection[str], what: str, report: Report,
    about: tuple[str, ...] = (),
) -> bool:  # fmt: skip
    """Whether this name exists; else it is reported. ``about``: the kind of thing that it is."""
    if value in names:
        return True
    absent = (*about, value) if about else ()
    report.add(
        place,
        wording.IS_NO.format(value=value, what=what),
        did_you_mean(value, names),
        about=absent,
    )
    return False
