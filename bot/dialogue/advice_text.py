"""The advice as a message of at most 120 words: the least needed lines give way first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.dialogue import wording
from bot.insight.advice import Advised, CellAdvice, label
from bot.rules.answers import AnswerBook, chosen
from bot.rules.explain import Change
from bot.rules.pack import NO_RULE, Form, Pack

MAX_WORDS = 120


@dataclass(frozen=True, slots=True)
class Block:
    """A few lines that stand together. The block with the highest ``yields`` gives way first:
    its last line while it has more than ``least`` lines, else the whole block."""

    lines: tuple[str, ...]
    yields: int = 0
    least: int = 0
    head: str = ""

    @property
    def text(self) -> str:
        """The block as it is shown."""
        return "\n".join((self.head, *self.lines) if self.head else self.lines)


def advice_text(advised: Advised) -> str:
    """The whole message."""
    blocks = [block for block in _blocks(advised) if block.lines]
    return "\n\n".join(block.text for block in fit(blocks, MAX_WORDS))


def words(text: str) -> int:
    """How many words a reader counts."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def fit(blocks: Sequence[Block], limit: int) -> list[Block]:
    """The blocks, shortened until they have at most ``limit`` words."""
    kept = list(blocks)
    while sum(words(block.text) for block in kept) > limit:
        candidates = [block for block in kept if block.yields]
        if not candidates:
            break
        loser = max(candidates, key=lambda block: block.yields)
        place = kept.index(loser)
        if len(loser.lines) > max(1, loser.least):
            shorter = Block(loser.lines[:-1], loser.yields - 1, loser.least, loser.head)
            kept[place] = shorter
        else:
            del kept[place]
    return kept


def headline(form: Form) -> str:
    """A form as a verb phrase with the term in brackets."""
    same = form.name.lower() in form.headline.lower()
    return form.headline if same or form.kind == "first" else f"{form.headline} ({form.name})"


def form_name(pack: Pack, outcome: str) -> str:
    """The term of an outcome."""
    form = pack.form(outcome)
    return form.name if form else outcome.replace("_", " ")


def change_text(pack: Pack, change: Change) -> str:
    """What would have to change, in the words of the pack."""
    parts = []
    for id, values in (*change.changes.items(), *change.assumed.items()):
        question = pack.question(id)
        told = label(question, chosen(*values)).lower()
        parts.append(f"{(question.short or question.text).rstrip('?')}: {told}")
    return "; ".join(parts)


def _blocks(advised: Advised) -> Iterable[Block]:
    main = advised.main
    yield Block(tuple(_headlines(advised)))
    form = main.form
    if main.outcome == NO_RULE or form is None:
        yield Block((wording.NO_FORM_NEXT,))
    yield Block(tuple(f"• {r}" for r in advised.reasons[:4]), 5, 2, wording.WHY_HEAD)
    yield Block(tuple(_to_mind(advised)), 4, 1)
    if form is not None:
        if form.honest:
            yield Block((form.honest,), 6)
        steps = tuple(f"{i}. {step}" for i, step in enumerate(form.first_steps[:3], 1))
        yield Block(steps, head=wording.THIS_WEEK)
        if form.promise:
            yield Block((wording.SAY_IT.format(promise=form.promise),), 2)
    yield Block(tuple(_tips(advised)), 3)
    yield Block((wording.DECIDE,))


def _headlines(advised: Advised) -> Iterable[str]:
    cells = advised.cells
    if len({cell.outcome for cell in cells}) == 1:
        yield _main_line(advised.main)
        yield from _beside_main(advised, advised.main)
        return
    yield _main_line(advised.main).rstrip(".") + f" – {_cell_name(advised, advised.main)}."
    yield from _beside_main(advised, advised.main)
    for cell in cells:
        if cell is not advised.main:
            name = _cell_name(advised, cell)
            yield f"• {name}: {headline(cell.form) if cell.form else wording.NO_FORM}"


def _main_line(cell: CellAdvice) -> str:
    if cell.form is None:
        return wording.NO_FORM
    text = wording.ADVICE if cell.certain else wording.ADVICE_LIKELY
    if cell.form.kind == "first":
        text = wording.ADVICE_FIRST
    return text.format(headline=headline(cell.form)) + "."


def _beside_main(advised: Advised, cell: CellAdvice) -> Iterable[str]:
    if not cell.certain:
        others = [form_name(advised.pack, str(likely.outcome)) for likely in cell.likely[1:3]]
        yield wording.ALSO_POSSIBLE.format(list=" of ".join(others))
    if cell.lower_bound:
        yield wording.AT_LEAST
    fallback = advised.pack.form(cell.form.fallback) if cell.form and cell.form.fallback else None
    if fallback:
        yield wording.UNTIL_THEN.format(headline=headline(fallback))


def _cell_name(advised: Advised, cell: CellAdvice) -> str:
    names = []
    for division in advised.pack.divisions:
        for option in division.options:
            if option.id in (cell.cell.part, cell.cell.group):
                names.append(option.label.lower())
    return " – ".join(names)


def _to_mind(advised: Advised) -> Iterable[str]:
    ranked = sorted(advised.concerns, key=lambda c: (not c.serious, not c.duty))
    for concern in ranked[:3]:
        text = wording.DUTY if concern.duty else wording.MIND
        yield text.format(text=concern.text)


def _tips(advised: Advised) -> Iterable[str]:
    if advised.open and not advised.certain:
        first = advised.open[0].question
        short = (first.short or first.text).rstrip("?").lower()
        if first.ask_whom:
            yield wording.FIND_OUT_WHOM.format(short=short, whom=first.ask_whom)
        else:
            yield wording.FIND_OUT.format(short=short)
    elif advised.tip is not None:
        yield tip_text(advised.pack, advised.tip)


def tip_text(pack: Pack, change: Change) -> str:
    """The one condition that tips the advice."""
    return wording.WHAT_IF.format(
        changes=change_text(pack, change), form=form_name(pack, str(change.outcome))
    )


def answer_lines(pack: Pack, book: AnswerBook) -> Iterable[tuple[str, str]]:
    """(answer key, "korte vraag: antwoord") for everything that was answered, in pack order."""
    for question in pack.questions:
        for key, answer in book.answers.items():
            id, _, piece = key.partition("@")
            if id == question.id:
                name = question.short or question.text
                name = f"{name} ({piece})" if piece else name
                yield key, f"{name.rstrip('?')}: {label(question, answer).lower()}"
