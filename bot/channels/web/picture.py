"""What is still possible, as a quiet picture: a ladder with bars, and whose the work is.

The bars are SVG that the server writes; the same stands beside them as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.advice.ladder import Rung
from bot.advice.owners import whose
from bot.channels.web import wording
from bot.rules.model.content import Form
from bot.words.phrases import capital

_SIDES = ("gemeente", "samen", "inwoners")


@dataclass(frozen=True, slots=True)
class Bar:
    """A rung as it is drawn: its name, and its share in whole hundredths (0: it is out)."""

    name: str
    share: int


def ladder(rungs: Sequence[Rung]) -> tuple[Bar, ...]:
    """The bars, from much influence down to little."""
    return tuple(Bar(rung.name, _hundredths(rung.share)) for rung in reversed(rungs))


def _hundredths(share: float) -> int:
    """Whole hundredths; what is possible never shows as nothing."""
    return max(1, round(share * 100)) if share else 0


@dataclass(frozen=True, slots=True)
class Owned:
    """Of whom something is: its ``name``, in words, and where the mark stands (0, 1 or 2)."""

    name: str
    whose: str
    place: int


def owned(form: Form | None) -> tuple[Owned, ...]:
    """Whose the question, the decision and the work are in the form that fits best."""
    owners = form.owner if form else {}
    return tuple(
        Owned(wording.OWNED.get(name, capital(name)), whose(owner), _SIDES.index(owner))
        for name, owner in owners.items()
        if owner in _SIDES
    )
