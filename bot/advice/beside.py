"""One case through several packs: what each says, why, and where that stands on one ladder.

A pack knows of the case what its questions are declared to share with the pack that was answered
(``bot.rules.translate``). What is left open stays open: every outcome that is still possible is
told, exactly, with the questions that it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.advice.advice import LADDER
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import residual
from bot.rules.explain import Reason, why
from bot.rules.model.answers import Answer
from bot.rules.model.book import Cell
from bot.rules.model.ids import Outcome, QuestionId
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Question
from bot.rules.query import Answers, Likely, possible
from bot.rules.translate import shared, translate
from bot.words.names import sentence

NO_RUNG = LADDER[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one advice of a pack says: every outcome still possible, and the rules behind it."""

    advice: Advice
    title: str
    likely: tuple[Likely, ...]
    reasons: tuple[Reason, ...]

    @property
    def certain(self) -> bool:
        """Whether one outcome is left."""
        return len(self.likely) == 1

    @property
    def rungs(self) -> tuple[str, ...]:
        """Where the possible outcomes stand on the common ladder, from little to much; an outcome
        without a rung of its own has none."""
        found = {rung for likely in self.likely if (rung := self._rung(likely.outcome)) != NO_RUNG}
        return tuple(sorted(found, key=LADDER.index))

    @property
    def rung_of_likeliest(self) -> int:
        """The place on the common ladder of the likeliest outcome; 0 when it stands nowhere."""
        return rung_place(self._rung(self.likely[0].outcome))

    @property
    def on_ladder(self) -> bool:
        """Whether every outcome that is still possible has a rung."""
        return all(self._rung(likely.outcome) != NO_RUNG for likely in self.likely)

    def _rung(self, outcome: Outcome | frozenset[Outcome]) -> str:
        names = outcome if isinstance(outcome, frozenset) else (outcome,)
        rungs = [self.advice.rungs.get(name, NO_RUNG) for name in names]
        return max(rungs, key=LADDER.index, default=NO_RUNG)


@dataclass(frozen=True, slots=True)
class View:
    """One case as one pack sees it.

    ``answers``: what it knows of the case; ``open``: the questions on which its advice still
    hangs, in the pack's order.
    """

    pack: Pack
    answers: Mapping[QuestionId, Answer]
    verdicts: tuple[Verdict, ...]
    open: tuple[Question, ...]

    @property
    def main(self) -> Verdict:
        """The first advice of the pack."""
        return self.verdicts[0]

    @property
    def certain(self) -> bool:
        """Whether nothing is open."""
        return all(verdict.certain for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Difference:
    """How another pack differs: the least and the most rungs up (or down, below zero); None where
    one of them stands on no rung. ``only_here`` and ``only_there``: what the rules that fired here
    and there look at, and the other pack does not ask."""

    least: int | None
    most: int | None
    only_here: tuple[Question, ...]
    only_there: tuple[Question, ...]


def look(compiled: Compiled, answers: Answers) -> View:
    """What a pack says of these answers to its own questions."""
    pack = compiled.pack
    left = residual(compiled, answers)
    roots = [compiled.roots[advice.decision] for advice in pack.advices]
    asked = frozenset[QuestionId]().union(*(left.questions(root) for root in roots))
    return View(
        pack,
        answers,
        tuple(_verdicts(compiled, answers)),
        tuple(question for question in pack.questions if question.id in asked),
    )


def _verdicts(compiled: Compiled, answers: Answers) -> Iterable[Verdict]:
    """Of every advice; without those of which there certainly is no such track."""
    for advice in compiled.pack.advices:
        verdict = _verdict(compiled, answers, advice)
        if not (verdict.certain and verdict.likely[0].outcome in advice.no_track):
            yield verdict


def _verdict(compiled: Compiled, answers: Answers, advice: Advice) -> Verdict:
    decision = compiled.pack.decision(advice.decision)
    return Verdict(
        advice,
        decision.title,
        possible(compiled, answers, decision.id),
        tuple(reason for reason in why(compiled, answers, decision.id) if reason.certain),
    )


def look_through(
    own: Compiled, answers: Answers, other: Compiled, through: Iterable[Compiled] = ()
) -> View:
    """What another pack says of answers that were given to one's own."""
    return look(other, translate(own, other.pack, answers, through))


def reason_texts(view: View, verdict: Verdict) -> tuple[str, ...]:
    """Why: what the rules that surely fired say, or else the answers that they look at."""
    told = (reason.why or _looked_at(view, reason) for reason in verdict.reasons)
    return tuple(dict.fromkeys(text for text in told if text))


def _looked_at(view: View, reason: Reason) -> str:
    known = [id for id in reason.questions if id in view.answers]
    texts = (sentence(view.pack.question(id), view.answers[id]) for id in known)
    return " ".join(text for text in texts if text)


def rung_place(rung: str) -> int:
    """The place of a rung, counted from 1."""
    return LADDER.index(rung)


def difference(here: View, there: View, through: Iterable[Pack] = ()) -> Difference:
    """How the main advice of another pack differs from one's own, and what explains it."""
    least = most = None
    if here.main.on_ladder and there.main.on_ladder:
        own, other = here.main.rungs, there.main.rungs
        least = rung_place(other[0]) - rung_place(own[-1])
        most = rung_place(other[-1]) - rung_place(own[0])
    mine, theirs = shared(here.pack, there.pack, through)
    return Difference(least, most, _beyond(here, mine), _beyond(there, theirs))


def _beyond(view: View, known: frozenset[QuestionId]) -> tuple[Question, ...]:
    """What the rules that surely fired look at, and the other pack does not know."""
    used = {id for reason in view.main.reasons for id in reason.questions}
    return tuple(q for q in view.pack.questions if q.id in used and q.id not in known)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One piece of a case: one's own view, what the other packs see, and the packs by way of which
    answers went over."""

    cell: Cell
    own: View
    others: tuple[View, ...]
    through: tuple[Pack, ...] = ()

    def difference(self, other: View) -> Difference:
        """How another pack's view differs from one's own."""
        return difference(self.own, other, self.through)


def side_by_side(
    own: Compiled,
    answers: Answers,
    others: Iterable[Compiled],
    *,
    cell: Cell,
    through: Iterable[Compiled] = (),
) -> SideBySide:
    """The answers of one cell through every pack; those that know most of the case come first."""
    hubs = tuple(through)
    views = [look_through(own, answers, other, hubs) for other in others]
    views.sort(key=lambda view: (not view.answers, view.pack.title))
    return SideBySide(cell, look(own, answers), tuple(views), tuple(hub.pack for hub in hubs))
