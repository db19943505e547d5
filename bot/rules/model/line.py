"""A sentence of a pack that is said only where its condition holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.rules.model.conditions import ALWAYS, Condition

Holds: TypeAlias = Callable[[Condition], bool]
"""Whether a condition certainly holds for the answers at hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, said where ``when`` certainly holds: with one of ``forms`` as the advice (any,
    when empty), and to ``group`` (everybody, when empty)."""

    text: str
    when: Condition = ALWAYS
    forms: tuple[str, ...] = ()
    group: str = ""
    sources: tuple[str, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Whether it is said only sometimes."""
        return self.when != ALWAYS or bool(self.forms or self.group)

    def fits(self, form: str, holds: Holds) -> bool:
        """Whether it is said with this form as the advice."""
        return (not self.forms or form in self.forms) and holds(self.when)


def said(lines: Iterable[Line], form: str, holds: Holds) -> tuple[Line, ...]:
    """The lines that are said with this form, in their order."""
    return tuple(line for line in lines if line.fits(form, holds))


def first_said(lines: Iterable[Line], form: str, holds: Holds) -> str:
    """The first that is said; what is bound to something goes before what always holds."""
    fitting = sorted(said(lines, form, holds), key=lambda line: not line.is_bound)
    return fitting[0].text if fitting else ""
