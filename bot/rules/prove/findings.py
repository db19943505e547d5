"""What can be found in a pack: the kinds, and one finding as a value.

A kind has a Dutch name: packs write the kinds of their own known flaws down, and an editor reads
them in a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.rules.model.content import KnownFlaw
from bot.rules.model.ids import Outcome
from bot.rules.prove.space import Example

Level = Literal["fout", "let op", "tip"]
"""A fault must be mended; look at the second kind soon; a hint may stay as it is."""

NO_ADVICE = "geen_advies"
TWO_ADVICES = "twee_adviezen"
ROW_NEVER = "rij_nooit"
ROW_HIDDEN = "rij_verborgen"
QUESTION_IDLE = "vraag_zonder_gevolg"
OPTION_IDLE = "optie_zonder_gevolg"
FORM_NEVER = "vorm_onbereikbaar"
QUESTION_NEVER = "vraag_nooit"
CASE_DIFFERS = "voorbeeld_anders"
DECISION_IDLE = "besluit_zonder_gevolg"
RISES_NOT = "stijgt_niet"
SENTENCE_NEVER = "zin_nooit"
CONTRADICTS = "tegenspraak"
NO_OWN_STEPS = "situatie_zonder_stappen"


@dataclass(frozen=True, slots=True)
class Fall:
    """Where an outcome goes the wrong way: the answers of an example with ``more`` of one of them,
    and before and after that the outcome, and its rule (empty where no single row gives it)."""

    more: Example
    outcomes: tuple[Outcome, Outcome]
    rules: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    ``about``: the ids of what it is about (``besluit``, ``besluit.rij``, ``vraag.optie`` …).
    ``others``: the ids that explain it: the rows that hide a row, the rows that give an outcome.
    ``count`` combinations of the whole answer space show it, of which ``example`` is one.
    ``detail`` is a figure, a day or a word that belongs to it; ``fall``: what becomes of the
    example with more of an answer.
    """

    kind: str
    level: Level
    about: tuple[str, ...]
    others: tuple[str, ...] = ()
    example: Example | None = None
    count: int | None = None
    detail: str = ""
    fall: Fall | None = None


def covers(flaw: KnownFlaw, finding: Finding) -> bool:
    """Whether a known flaw names a finding: its kind, and all that it is about.

    Who names a decision or a question also names its rows or options.
    """
    named = set(flaw.about)
    return flaw.kind == finding.kind and all(
        name in named or name.partition(".")[0] in named for name in finding.about
    )


def gone(flaw: KnownFlaw, findings: Iterable[Finding]) -> tuple[str, ...]:
    """What a known flaw names that no finding is about any more."""
    covered = {name for finding in findings if covers(flaw, finding) for name in finding.about}
    covered |= {name.partition(".")[0] for name in covered}
    return tuple(name for name in flaw.about if name not in covered)
