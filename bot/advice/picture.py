"""What is still possible as a quiet picture: a ladder with bars, and whose the work is. Pure; a
channel draws it, and ``lines`` says the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.advice import wording
from bot.advice.ladder import Rung
from bot.advice.owners import whose
from bot.rules.model.content import Form
from bot.words.phrases import capital

SIDES = ("gemeente", "samen", "inwoners")


@dataclass(frozen=True, slots=True)
class Bar:
    """A rung as it is drawn: its name, and its share in whole hundredths (0: it is out)."""

    name: str
    share: int


@dataclass(frozen=True, slots=True)
class Owned:
    """Of whom something is: its ``name``, in words, and where the mark stands (0, 1 or 2)."""

    name: str
    whose: str
    place: int


def ladder(rungs: Sequence[Rung]) -> tuple[Bar, ...]:
    """The bars, from much influence down to little."""
    return tuple(Bar(rung.name, _hundredths(rung.share)) for rung in reversed(rungs))


def _hundredths(share: float) -> int:
    """Whole hundredths; what is possible never shows as nothing."""
    return max(1, round(share * 100)) if share else 0


def owned(form: Form | None) -> tuple[Owned, ...]:
    """Whose the question, the decision and the work are in the form that fits best."""
    owners = form.owner if form else {}
    return tuple(
        Owned(wording.OWNED_NAMES.get(name, capital(name)), whose(owner), SIDES.index(owner))
        for name, owner in owners.items()
        if owner in SIDES
    )


def lines(bars: Sequence[Bar], owners: Sequence[Owned]) -> Iterator[str]:
    """What stands in the picture, in words."""
    yield wording.LADDER
    yield from (wording.RUNG.format(name=bar.name, share=bar.share) for bar in bars if bar.share)
    if out := [bar.name for bar in bars if not bar.share]:
        yield wording.RUNGS_OUT.format(list=", ".join(out))
    if owners:
        yield ""
        yield wording.OWNED_HEAD
    yield from (wording.OWNED_LINE.format(name=each.name, whose=each.whose) for each in owners)
