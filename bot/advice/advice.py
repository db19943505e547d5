"""The advice as a value: per cell what is possible, why, what tips it, and what to mind.

Always computed from the present answers; nothing is accumulated on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.advice.ask_first import ask_first, is_a_guess
from bot.advice.five_values import ValueTold, clash_of, five_values
from bot.advice.situated import Situated, certainly, situated
from bot.rules.diagram.compile import Compiled
from bot.rules.explain import Change, Reason, counterfactuals, sufficient, why
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, AnswerKey, Cell, answer_key, cell_answers
from bot.rules.model.content import Form
from bot.rules.model.ids import NO_RULE, QuestionId
from bot.rules.model.line import first_said, said
from bot.rules.model.pack import Advice, Concern, Informing, Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.situation import Situation
from bot.rules.query import Likely, concern_status, possible, to_find_out
from bot.words.names import sentence


@dataclass(frozen=True, slots=True)
class CellAdvice:
    """The advice for one cell. ``likely`` holds every outcome that is still possible."""

    cell: Cell
    likely: tuple[Likely, ...]
    form: Form | None
    lower_bound: bool

    @property
    def outcome(self) -> str:
        """The likeliest outcome."""
        return str(self.likely[0].outcome)

    @property
    def certain(self) -> bool:
        """Whether the answers so far leave one outcome."""
        return len(self.likely) == 1

    @property
    def is_a_guess(self) -> bool:
        """Whether even the likeliest outcome is less likely than not."""
        return is_a_guess(self.likely)


@dataclass(frozen=True, slots=True)
class TrackAdvice:
    """What another advice of the pack says, of one piece; ``why``: the reason of its deciding
    rule, when that is certain. ``is_everywhere``: it says the same of every piece."""

    advice: Advice
    said: CellAdvice
    why: str
    is_everywhere: bool = True

    @property
    def is_there(self) -> bool:
        """Whether there is such a track."""
        return self.said.outcome not in self.advice.no_track and self.said.form is not None

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do this week on this track."""
        return self.said.form.first_steps[:STEPS] if self.said.form else ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, or with "weet ik niet", that can still settle the advice."""

    key: AnswerKey
    question: Question


@dataclass(frozen=True, slots=True)
class Hinge:
    """An answer to an open question that settles on another outcome than the likeliest."""

    question: Question
    answer: Answer
    outcome: str


@dataclass(frozen=True, slots=True)
class Advised:
    """Everything that an advice shows."""

    pack: Pack
    book: AnswerBook
    cells: tuple[CellAdvice, ...]
    reasons: tuple[str, ...]
    rows: tuple[Reason, ...]
    changes: tuple[Change, ...]
    concerns: tuple[Concern, ...]
    """What to mind, the most pressing first: see ``by_weight``."""
    open: tuple[OpenQuestion, ...]
    tracks: tuple[TrackAdvice, ...] = ()
    """What the other advice decisions of the pack say."""
    unshaken: bool = False
    """Whether no change of answers, facts apart, gives another outcome."""
    ask_first: tuple[Question, ...] = ()
    """What to find out before any form fits: so little is known. Empty otherwise."""
    informing: tuple[Informing, ...] = ()
    """Who hears it and when, in the order of the pack: what holds for some piece."""
    where: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    """Concern id -> the pieces that it is about."""
    reachable: frozenset[str] = frozenset()
    """The outcomes that the first advice decision can give at all."""
    hinge: Hinge | None = None
    """For an advice that is not certain: an answer to the first open question that changes it."""
    situated: Situated | None = None
    """What kind of project it is, where that is known."""
    values: tuple[ValueTold, ...] = ()
    clash: str = ""
    """Where two of the five values clash."""

    @property
    def main(self) -> CellAdvice:
        """The cell that stands first in the headline: the one with the most influence to give."""
        return _main(self.pack, self.cells)

    @property
    def tip(self) -> Change | None:
        """The change that is told with the advice."""
        return min(self.changes, key=lambda change: _tip_rank(self.pack, change), default=None)

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do this week, three steps: what presses comes first, then what this kind of
        project asks for, and what the form asks for where that leaves room."""
        form = self.main.form
        own = self.situated.steps["week"] if self.situated else ()
        steps = form.first_steps if form else ()
        first_stays_first = form is not None and form.kind == "first"
        ahead = 1 if first_stays_first else 0
        every = (*steps[:ahead], self.presses, *own, *steps[ahead:])
        return tuple(dict.fromkeys(filter(None, every)))[:STEPS]

    @property
    def presses(self) -> str:
        """What to do before anything else, because it presses; empty when nothing does."""
        urgent = (c.do for c in self.concerns if c.urgent and self.is_about_main(c))
        return next(filter(None, urgent), "")

    def cells_of(self, concern: Concern) -> tuple[Cell, ...]:
        """The pieces that a point of attention is about."""
        return self.where.get(concern.id, tuple(one.cell for one in self.cells))

    def is_about_main(self, concern: Concern) -> bool:
        """Whether a point of attention is about the main piece."""
        return self.main.cell in self.cells_of(concern)

    @property
    def certain(self) -> bool:
        """Whether every cell is settled."""
        return all(cell.certain for cell in self.cells)

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that hold, whatever is still open; points and squares have none."""
        return tuple(one.row for one in self.rows if one.certain and one.row.isidentifier())

    @property
    def chapters(self) -> tuple[str, ...]:
        """The first-aid chapters that fit, each once: they follow the points of attention."""
        slugs: list[str] = []
        for concern in self.concerns:
            slugs += concern.chapters
        for cell in (self.main, *self.cells):
            slugs += cell.form.chapters if cell.form else ()
        known = [slug for slug in slugs if self.pack.chapter(slug)]
        return tuple(dict.fromkeys(known))


STEPS = 3
LADDER = (
    "geen",
    "informeren",
    "raadplegen",
    "adviseren",
    "coproduceren",
    "meebeslissen",
    "faciliteren",
    "loslaten",
)
"""The common ladder, from little to much influence of residents."""


def advise(compiled: Compiled, book: AnswerBook, situation: str | None = None) -> Advised:
    """The advice for these answers, on the pack's first advice decision. ``situation``: the id of
    the kind of project that it is, where that is known."""
    pack = compiled.pack
    decision, kind = pack.advices[0].decision, pack.situation(situation)
    cells = tuple(_cell(compiled, book, cell, decision, kind) for cell in book.cells)
    main = _main(pack, cells)
    holds = certainly(compiled, book, main.cell)
    answers = cell_answers(pack, book, main.cell)
    changes = counterfactuals(compiled, answers, decision)
    where = _concerns(compiled, book)
    concerns = (concern for concern in pack.concerns if concern.id in where)
    open = tuple(_open(compiled, book, main.cell))
    outcomes = reachable(compiled, decision)
    return Advised(
        pack=pack,
        book=book,
        cells=cells,
        reasons=tuple(_reasons(compiled, answers, decision, changes)),
        rows=why(compiled, answers, decision),
        changes=changes,
        concerns=by_weight(concerns),
        open=open,
        tracks=tuple(_track(compiled, book, main.cell, advice) for advice in pack.advices[1:]),
        unshaken=main.certain and not changes and NO_RULE not in outcomes,
        ask_first=ask_first(compiled, answers, main.likely),
        informing=tuple(one for one in pack.informing if one.id in where),
        where=where,
        reachable=outcomes,
        hinge=_hinge(compiled, answers, main, open) if open and not main.certain else None,
        situated=situated(pack, kind, main.outcome, book.groups, holds) if kind else None,
        values=five_values(pack, main.outcome, holds),
        clash=clash_of(pack, main.outcome, holds),
    )


def main_cell(compiled: Compiled, book: AnswerBook) -> Cell:
    """The piece of the project that the advice is about in the first place."""
    pack = compiled.pack
    decision = pack.advices[0].decision
    return _main(pack, [_cell(compiled, book, cell, decision) for cell in book.cells]).cell


def _cell(
    compiled: Compiled, book: AnswerBook, cell: Cell, decision: str, kind: Situation | None = None
) -> CellAdvice:
    pack = compiled.pack
    likely = possible(compiled, cell_answers(pack, book, cell), decision)
    outcome, bounds = str(likely[0].outcome), pack.decision(decision).lower_bounds
    form = said_form(compiled, book, cell, pack.form(outcome), kind)
    return CellAdvice(cell, likely, form, outcome in bounds)


def said_form(
    compiled: Compiled, book: AnswerBook, cell: Cell, form: Form | None, kind: Situation | None
) -> Form | None:
    """A form with the sentences that hold for a piece of the project, and with the promise that
    suits its kind; what comes before any promise, such as an apology, before it."""
    if form is None:
        return None
    pack, holds = compiled.pack, certainly(compiled, book, cell)
    form = form.said(holds)
    own = first_said(kind.promise, form.id, holds) if kind else ""
    before = (line.text for line in said(pack.before_promise, form.id, holds))
    promise = own or form.promise
    return replace(form, promise=" ".join((*before, promise)) if promise else "")


def _track(compiled: Compiled, book: AnswerBook, main: Cell, advice: Advice) -> TrackAdvice:
    """Another advice: of the main piece, or of the first piece where there is such a track."""
    here = (main, *(cell for cell in book.cells if cell != main))
    tracks = [_track_of(compiled, book, cell, advice) for cell in here]
    track = next((track for track in tracks if track.is_there), tracks[0])
    outcomes = {one.said.outcome for one in tracks}
    return replace(track, is_everywhere=len(outcomes) == 1)


def _track_of(compiled: Compiled, book: AnswerBook, cell: Cell, advice: Advice) -> TrackAdvice:
    said = _cell(compiled, book, cell, advice.decision)
    rows = why(compiled, cell_answers(compiled.pack, book, cell), advice.decision)
    own = (row.why for row in rows if row.decision == advice.decision and row.certain)
    return TrackAdvice(advice, said, next(filter(None, own), "") if said.certain else "")


def _main(pack: Pack, cells: Sequence[CellAdvice]) -> CellAdvice:
    return max(cells, key=lambda cell: _weight(pack, cell))


def reachable(compiled: Compiled, decision: str) -> frozenset[str]:
    """The outcomes that a decision can give; of one that gives sets, those sets' names."""
    return frozenset(map(str, compiled.diagram.terminals(compiled.roots[decision])))


def _weight(pack: Pack, cell: CellAdvice) -> int:
    rung = pack.advices[0].rungs.get(cell.outcome, "geen")
    if cell.form is not None and cell.form.kind == "first":
        return len(LADDER)
    return LADDER.index(rung) if rung in LADDER else 0


def _tip_rank(pack: Pack, change: Change) -> tuple[int, int]:
    """The fewest things that must be otherwise; among equals the question that comes first."""
    order = [question.id for question in pack.questions]
    return len(change.answers), min(map(order.index, change.answers), default=0)


def _reasons(
    compiled: Compiled,
    answers: Mapping[QuestionId, Answer],
    decision: str,
    changes: Sequence[Change],
) -> Iterable[str]:
    """The answers that suffice for this advice, those first that alone would tip it."""
    needed = sufficient(compiled, answers, decision).questions
    ranked = sorted(changes, key=lambda change: _tip_rank(compiled.pack, change))
    decides = [id for change in ranked if len(change.changes) == 1 for id in change.changes]

    def rank(question: Question) -> tuple[int, bool]:
        place = decides.index(question.id) if question.id in decides else len(decides)
        return place, question.fixed

    for question in sorted(compiled.pack.questions, key=rank):
        if question.id in needed and (text := sentence(question, answers[question.id])):
            yield text


def _hinge(
    compiled: Compiled,
    answers: Mapping[QuestionId, Answer],
    main: CellAdvice,
    open: Sequence[OpenQuestion],
) -> Hinge | None:
    question, decision = open[0].question, compiled.pack.advices[0].decision
    for option in sorted(question.options, key=lambda option: -option.weight):
        answer = Answer(values=frozenset((option.id,)))
        then = possible(compiled, {**answers, question.id: answer}, decision)
        if len(then) == 1 and str(then[0].outcome) != main.outcome:
            return Hinge(question, answer, str(then[0].outcome))
    return None


def _concerns(compiled: Compiled, book: AnswerBook) -> dict[str, tuple[Cell, ...]]:
    """The concerns, and the places in the order of informing, that hold somewhere; and where."""
    views = {cell: cell_answers(compiled.pack, book, cell) for cell in book.cells}
    where = {
        concern.id: tuple(
            cell
            for cell, view in views.items()
            if concern_status(compiled, view, concern.id) == "holds"
        )
        for concern in compiled.pack.points
    }
    return {id: cells for id, cells in where.items() if cells}


def by_weight(concerns: Iterable[Concern]) -> tuple[Concern, ...]:
    """What presses now first, as the pack orders it; then what may not be missed, the law before
    the rest.

    A second duty comes after what else may not be missed: it must not push that off a small card.
    """
    ranked = sorted(concerns, key=lambda c: (0, 0) if c.urgent else (2 - c.serious, not c.duty))
    serious = next((c for c in ranked if (c.urgent or c.serious) and not c.duty), None)
    if serious is not None and all(concern.duty for concern in ranked[:2]):
        ranked.remove(serious)
        ranked.insert(1, serious)
    return tuple(ranked)


def _open(compiled: Compiled, book: AnswerBook, main: Cell) -> Iterable[OpenQuestion]:
    """What was answered with "weet ik niet" and settles most, the main piece first."""
    return (open for open in to_settle(compiled, book, main) if open.key in book.answers)


def to_settle(compiled: Compiled, book: AnswerBook, main: Cell) -> Iterable[OpenQuestion]:
    """Every question that has no answer yet and can settle the advice; what settles most comes
    first, and the main piece before the others."""
    seen: set[AnswerKey] = set()
    for cell in sorted(book.cells, key=lambda cell: cell != main):
        for id in to_find_out(compiled, cell_answers(compiled.pack, book, cell)):
            question = compiled.questions[id]
            key = answer_key(question, cell)
            key = id if key not in book.answers and id in book.answers else key
            answer = book.answers.get(key)
            if key not in seen and (answer is None or answer.status != "given"):
                seen.add(key)
                yield OpenQuestion(key, question)
