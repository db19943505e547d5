"""The five values of a collaboration, from answers that were already given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.advice import wording
from bot.rules.model.line import Holds
from bot.rules.model.pack import Pack
from bot.rules.model.situation import CLASH, VALUES

Stand = Literal["green", "amber", "grey"]


@dataclass(frozen=True, slots=True)
class ValueTold:
    """How it stands with one value; grey where no answer says anything of it."""

    name: str
    stand: Stand
    text: str


def five_values(pack: Pack, form: str, holds: Holds) -> tuple[ValueTold, ...]:
    """Each value, with what the first line that holds says of it; none for a pack without any."""
    return tuple(_told(pack, value, form, holds) for value in VALUES) if pack.values else ()


def clash_of(pack: Pack, form: str, holds: Holds) -> str:
    """Where two values clash; empty where they do not, as far as the answers tell."""
    lines = (one.line for one in pack.values if one.value == CLASH)
    return next((line.text for line in lines if line.fits(form, holds)), "")


def _told(pack: Pack, value: str, form: str, holds: Holds) -> ValueTold:
    for one in pack.values:
        if one.value == value and one.line.fits(form, holds):
            return ValueTold(value, "green" if one.is_good else "amber", one.line.text)
    return ValueTold(value, "grey", wording.VALUE_UNKNOWN)
