"""The advice as a message of at most 120 words: the most needed lines get room first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.advice.advice import (
    Advised,
    CellAdvice,
    Hinge,
    in_pack_order,
)
from bot.advice.ask_first import first_call
from bot.dialogue import wording
from bot.rules.explain import Change
from bot.rules.model.answers import AnswerBook, Cell, chosen
from bot.rules.model.ids import NO_RULE
from bot.rules.model.pack import Concern, Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import (
    answer_told,
    cell_name,
    deed,
    headline,
    outcome_name,
    piece_name,
)
from bot.words.phrases import capital, first_sentence, small

MAX_WORDS = 120
POINTS = 2
"""How many points of attention an advice tells."""


@dataclass(frozen=True, slots=True)
class Block:
    """A few lines that stand together.

    ``ranks``: one for each line. 0 is always shown; of the others the lowest gets room first.
    """

    lines: tuple[str, ...]
    ranks: tuple[int, ...] = ()
    head: str = ""

    def __post_init__(self) -> None:
        ranks = self.ranks or (0,) * len(self.lines)
        object.__setattr__(self, "ranks", ranks[: len(self.lines)])

    @property
    def text(self) -> str:
        """The block as it is shown."""
        return "\n".join((self.head, *self.lines) if self.head else self.lines)

    @property
    def least(self) -> Block:
        """The block with only what is always shown."""
        return self.first(sum(rank == 0 for rank in self.ranks))

    def first(self, count: int) -> Block:
        """The block with its first lines."""
        return replace(self, lines=self.lines[:count], ranks=self.ranks[:count])


def advice_text(advised: Advised, aside: str = "", *, provisional: bool = False) -> str:
    """The whole message; ``aside`` stands under the form: whose rules these are.

    ``provisional``: there are questions that the person may still answer.
    """
    if advised.ask_first and not provisional:
        return _fitted(_too_little(advised))
    told = (aside, wording.PROVISIONAL if provisional else "")
    text = _fitted(_blocks(advised, told))
    promise = advised.main.form.promise if advised.main.form else ""
    if promise in text:
        return text
    brief = _fitted(_blocks(advised, told, brief=True))  # a shorter tip may leave room for it
    return brief if promise in brief else text


def _fitted(blocks: Iterable[Block]) -> str:
    shown = fit([block for block in blocks if block.lines], MAX_WORDS)
    return "\n\n".join(block.text for block in shown)


def words(text: str) -> int:
    """How many words a reader counts."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def fit(blocks: Sequence[Block], limit: int) -> list[Block]:
    """The blocks with as many of their lines as fit in ``limit`` words, the lowest rank first."""
    kept = [block.least for block in blocks]
    turns = sorted(
        (rank, place, line)
        for place, block in enumerate(blocks)
        for line, rank in enumerate(block.ranks)
        if rank
    )
    for _, place, line in turns:
        longer = [*kept]
        longer[place] = blocks[place].first(line + 1)
        in_turn = len(kept[place].lines) == line
        if in_turn and sum(words(block.text) for block in longer if block.lines) <= limit:
            kept = longer
    return [block for block in kept if block.lines]


def change_text(pack: Pack, change: Change) -> str:
    """What would have to be otherwise, in the words of the pack; what is only assumed is told when
    nothing else would have to change."""
    told = []
    for id in change.changes or change.assumed:
        answer = change.answers[id]
        question = pack.question(id)
        if not kind_of(question).is_set and len(answer.values) > 1:  # one example says enough
            first = next(o.id for o in question.options if o.id in answer.values)
            answer = chosen(first)
        text = _measured(question, change) or answer_told(question, answer)
        told.append(small(text).rstrip("."))
    return " en ".join(told)


def _measured(question: Question, change: Change) -> str:
    """What is measured and would have to be otherwise, as a range; empty for other questions."""
    name = (change.changes.get(question.id) or change.assumed.get(question.id) or ("",))[0]
    span = kind_of(question).name_told(question, name) if name else ""
    return wording.MEASURED_IS.format(name=question.name.rstrip("?"), span=span) if span else ""


def tip_text(pack: Pack, change: Change, *, at_once: bool = False, brief: bool = False) -> str:
    """The one condition that tips the advice; ``at_once``: to what would come later anyway;
    ``brief``: with the term alone."""
    text = wording.WHAT_IF_MAYBE if change.changes and change.assumed else wording.WHAT_IF
    text = wording.WHAT_IF_AT_ONCE if at_once else text
    then = outcome_name(pack, str(change.outcome)) if brief else deed(pack, change.outcome)
    return text.format(changes=change_text(pack, change), form=then)


def _blocks(advised: Advised, aside: Iterable[str], *, brief: bool = False) -> Iterable[Block]:
    main = advised.main
    yield Block(tuple(_headlines(advised)))
    yield Block(tuple(filter(None, aside)))
    if not advised.certain:
        yield Block(tuple(_tips(advised)), (0 if main.is_a_guess else 1, 1))
    form = main.form
    if main.outcome == NO_RULE or form is None:
        yield Block((wording.NO_FORM_NEXT,))
        yield Block(tuple(_known_gaps(advised))[:1], (1,))
    reasons = tuple(f"• {reason}" for reason in advised.reasons[:3])
    yield Block(reasons, (0, 5, 7), head=wording.WHY_HEAD)
    yield Block(tuple(_because(advised)), (4,))
    yield _to_mind(advised)
    if form is not None:
        if form.honest:
            yield Block((form.honest,), (6,))
        steps = tuple(f"{i}. {step}" for i, step in enumerate(advised.steps, 1))
        yield Block(steps, head=wording.THIS_WEEK)
        if form.promise:
            yield Block((wording.SAY_IT.format(promise=form.promise),), (2,))
    if advised.certain:
        yield Block(tuple(_tips(advised, brief=brief)), (1,))
    yield Block((wording.DECIDE,))


def _too_little(advised: Advised) -> Iterable[Block]:
    """Instead of a form: what to find out first, and from whom."""
    likeliest = outcome_name(advised.pack, advised.main.outcome)
    yield Block((wording.TOO_LITTLE, wording.TOO_LITTLE_LIKELY.format(form=likeliest)))
    asks = [f"{place}. {ask_line(one)}" for place, one in enumerate(advised.ask_first, 1)]
    yield Block(tuple(asks), head=first_call(advised.ask_first))
    yield _to_mind(advised)
    now = wording.DO_ALREADY.format(text=advised.presses) if advised.presses else ""
    yield Block(tuple(filter(None, (now, wording.PROMISE_NOTHING))))
    yield Block((wording.DECIDE,))


def ask_line(question: Question) -> str:
    """A question to ask, and whom."""
    whom = question.ask_whom
    return wording.ASK_WHOM.format(short=question.name, whom=whom) if whom else question.name


def _because(advised: Advised) -> Iterable[str]:
    """The reason that the rule itself gives, when the advice is certain."""
    decision = advised.pack.advices[0].decision
    if advised.main.certain:
        yield from [row.why for row in advised.rows if row.decision == decision and row.why][:1]


def _known_gaps(advised: Advised) -> Iterable[str]:
    """Why a published framework says nothing here, where that is known."""
    for flaw in advised.pack.known_flaws:
        if flaw.kind == "geen_advies":
            yield flaw.explanation


def _headlines(advised: Advised) -> Iterable[str]:
    main, cells = advised.main, advised.cells
    if len({cell.outcome for cell in cells}) == 1:
        rest_fixed = len(advised.book.parts) == 1
        yield _main_line(main, _lower_name(advised, Cell(main.cell.part)) if rest_fixed else "")
        if rest_fixed:
            yield wording.REST_IS_FIXED
        yield from _beside_main(advised, main)
        return
    yield _main_line(main, _lower_name(advised, main.cell))
    yield from _beside_main(advised, main)
    others: dict[str, list[CellAdvice]] = {}
    for cell in cells:
        others.setdefault(cell.outcome, []).append(cell)
    for outcome, same in others.items():
        rest = [cell for cell in same if cell is not main]
        form = advised.pack.form(outcome)
        if rest:
            text = headline(form) if form else wording.NO_FORM
            yield wording.OTHER_PART.format(part=_names(advised, rest), headline=text)


def _names(advised: Advised, cells: Sequence[CellAdvice]) -> str:
    """Cells in few words: a part whose groups all agree is named once."""
    groups = advised.book.groups
    names: list[str] = []
    parts = dict.fromkeys(cell.cell.part for cell in cells)
    for part in parts:
        here = [cell for cell in cells if cell.cell.part == part]
        if part and len(here) == max(1, len(groups)):
            names.append(_lower_name(advised, Cell(part=part)))
        else:
            names += [_lower_name(advised, cell.cell) for cell in here]
    return "; ".join(names)


def _main_line(cell: CellAdvice, name: str = "") -> str:
    if cell.form is None:
        return wording.NO_FORM
    sure, likely, unsure, first = wording.ADVICE_PART_LINES if name else wording.ADVICE_LINES
    text = sure if cell.certain else unsure if cell.is_a_guess else likely
    text = first if cell.form.kind == "first" else text
    told = headline(cell.form)
    if cell.form.kind == "first":
        told = capital(told)
    return text.format(headline=told, part=name) + "."


def _beside_main(advised: Advised, cell: CellAdvice) -> Iterable[str]:
    for other in advised.also:
        if other.form is not None and other.form is not cell.form:
            yield wording.ALSO_ADVICE.format(headline=headline(other.form))
    if not cell.certain:
        others = [outcome_name(advised.pack, str(likely.outcome)) for likely in cell.likely[1:3]]
        yield wording.ALSO_POSSIBLE.format(list=" of ".join(others))
    if cell.lower_bound:
        yield wording.AT_LEAST
    fallback = advised.pack.form(cell.form.fallback) if cell.form and cell.form.fallback else None
    if fallback:
        after = cell.form is not None and cell.form.fallback_when == "after"
        text = wording.AFTER_THAT if after else wording.UNTIL_THEN
        yield text.format(headline=headline(fallback))


def _lower_name(advised: Advised, cell: Cell) -> str:
    return cell_name(advised.pack, cell).lower()


def _to_mind(advised: Advised) -> Block:
    """The two points that weigh most; a second that is serious gets room before a second reason.

    In one sentence where what to do about it stands among the steps, and for the second: the note
    has all of it.
    """
    told = advised.concerns[:POINTS]
    full = told[:1] if told and told[0].do not in advised.steps else ()
    lines = [
        _point(advised, one, one.text if one in full else first_sentence(one.text)) for one in told
    ]
    serious = all(concern.urgent or concern.serious for concern in told)
    return Block(tuple(lines), (0, 3 if serious else 6))


def _point(advised: Advised, concern: Concern, text: str) -> str:
    """A point of attention, with the piece that it is about when that is not the main one."""
    cells = advised.elsewhere.get(concern.id, ())
    if cells and len(advised.cells) > 1:
        where = "; ".join(_lower_name(advised, cell) for cell in cells)
        return (wording.DUTY_THERE if concern.duty else wording.MIND_THERE).format(
            part=where, text=text
        )
    return (wording.DUTY if concern.duty else wording.MIND).format(text=text)


def _tips(advised: Advised, *, brief: bool = False) -> Iterable[str]:
    if advised.open and not advised.certain:
        first = advised.open[0].question
        asked = wording.FIND_OUT.format(short=small(first.name))
        yield (
            f"{asked} {wording.FROM_WHOM.format(whom=first.ask_whom)}" if first.ask_whom else asked
        )
        if advised.hinge is not None:
            yield _hinge_text(advised.pack, advised.hinge)
    elif advised.tip is not None:
        form = advised.main.form
        later = form.fallback if form is not None and form.fallback_when == "after" else None
        at_once = later == str(advised.tip.outcome)
        yield tip_text(advised.pack, advised.tip, at_once=at_once, brief=brief)
    elif advised.unshaken and advised.reasons:
        yield wording.NOTHING_TIPS.format(reason=small(advised.reasons[0]))


def _hinge_text(pack: Pack, hinge: Hinge) -> str:
    changes = small(answer_told(hinge.question, hinge.answer)).rstrip(".")
    return wording.WHAT_IF.format(changes=changes, form=deed(pack, hinge.outcome))


def answer_lines(pack: Pack, book: AnswerBook) -> Iterable[tuple[str, str]]:
    """(answer key, the answer in words) for everything that was answered, in pack order."""
    for key, question, answer in in_pack_order(pack, book):
        yield key, answer_told(question, answer, piece_name(pack, key))
