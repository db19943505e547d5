"""How it stands with the forms, without the whole advice: the ladder, and each track in a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.advice.advice import LADDER, main_cell, reachable
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.content import Form
from bot.rules.model.ids import Outcome
from bot.rules.model.pack import Advice
from bot.rules.query import Likely, possible
from bot.words.names import outcome_name
from bot.words.phrases import capital


@dataclass(frozen=True, slots=True)
class Rung:
    """A form on the ladder; ``share`` (0 to 1) of what is left comes to it, 0 when nothing can."""

    outcome: Outcome
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Standing:
    """The forms from little to much influence for people, the likeliest ``form`` of the main piece,
    and the tracks beside it: the name of each, and its likeliest form."""

    ladder: tuple[Rung, ...]
    form: Form | None
    tracks: tuple[tuple[str, str], ...]


def standing(compiled: Compiled, book: AnswerBook) -> Standing:
    """How it stands with the forms for these answers."""
    pack, main = compiled.pack, main_cell(compiled, book)
    likely = possible(compiled, cell_answers(pack, book, main), pack.advices[0].decision)
    still = {str(each.outcome): float(each.share) for each in likely}
    best = str(likely[0].outcome)
    return Standing(
        tuple(
            Rung(outcome, capital(outcome_name(pack, outcome)), still.get(outcome, 0.0))
            for outcome in _forms(compiled, pack.advices[0])
        ),
        pack.form(best),
        tuple(_tracks(compiled, book, best)),
    )


def _forms(compiled: Compiled, advice: Advice) -> list[Outcome]:
    """The forms that an advice can come to, the lowest first."""

    def height(outcome: Outcome) -> tuple[int, str]:
        rung = advice.rungs.get(outcome, LADDER[0])
        return (LADDER.index(rung) if rung in LADDER else 0), outcome

    outcomes = reachable(compiled, advice.decision)
    return sorted((each for each in outcomes if compiled.pack.form(each)), key=height)


def _tracks(compiled: Compiled, book: AnswerBook, main: Outcome) -> Iterator[tuple[str, str]]:
    """The other advices that there are; one without a name only where it says something else."""
    pack = compiled.pack
    for advice in pack.advices[1:]:
        best = [
            possible(compiled, cell_answers(pack, book, cell), advice.decision)[0]
            for cell in book.cells
        ]
        outcome = next((o for o in map(_outcome, best) if o not in advice.no_track), "")
        if outcome and (advice.name or outcome != main):
            name = advice.name or pack.decision(advice.decision).title or advice.decision
            yield name, outcome_name(pack, outcome)


def _outcome(likely: Likely) -> Outcome:
    return str(likely.outcome)
