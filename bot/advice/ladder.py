"""The ladder: every form that the main advice can come to, and how likely each is still."""

from __future__ import annotations

from dataclasses import dataclass

from bot.advice.advice import LADDER, reachable
from bot.advice.card import Card
from bot.rules.diagram.compile import Compiled
from bot.rules.model.ids import Outcome
from bot.words.names import outcome_name
from bot.words.phrases import capital


@dataclass(frozen=True, slots=True)
class Rung:
    """A form on the ladder; ``share`` (0 to 1) of what is left comes to it, 0 when nothing can."""

    outcome: Outcome
    name: str
    share: float


def ladder(compiled: Compiled, card: Card) -> tuple[Rung, ...]:
    """The forms from little to much influence for people; what is no form stands first."""
    pack, advice = compiled.pack, compiled.pack.advices[0]
    still = {each.outcome: each.share for each in card.main.possible}
    outcomes = (each for each in reachable(compiled, advice.decision) if pack.form(each))

    def height(outcome: Outcome) -> tuple[int, str]:
        rung = advice.rungs.get(outcome, LADDER[0])
        return (LADDER.index(rung) if rung in LADDER else 0), outcome

    return tuple(
        Rung(outcome, capital(outcome_name(pack, outcome)), still.get(outcome, 0.0))
        for outcome in sorted(outcomes, key=height)
    )
