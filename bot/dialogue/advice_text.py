"""A card as a message of at most 120 words: the most needed lines get room first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.advice.ask_first import first_call
from bot.advice.card import Card, Piece, Point, WhatIf
from bot.advice.told import ToAsk
from bot.dialogue import wording
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


def advice_text(card: Card, *, with_origin: bool = False) -> str:
    """The whole message; ``with_origin``: whose rules these are stands under the form."""
    if card.ask_first and not card.is_provisional:
        return _fitted(_too_little(card))
    text = _fitted(_blocks(card, with_origin=with_origin))
    promise = card.form.promise if card.form else ""
    if promise in text:
        return text
    brief = _fitted(_blocks(card, with_origin=with_origin, brief=True))  # may leave room for it
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


def what_if_text(what_if: WhatIf, *, at_once: bool = False, brief: bool = False) -> str:
    """What would give another advice; ``at_once``: told as what would come later anyway;
    ``brief``: with the term alone."""
    text = wording.WHAT_IF_MAYBE if what_if.maybe else wording.WHAT_IF
    text = wording.WHAT_IF_AT_ONCE if at_once else text
    return text.format(changes=what_if.changes, form=what_if.name if brief else what_if.deed)


def ask_line(ask: ToAsk) -> str:
    """A question to ask, and whom."""
    return wording.ASK_WHOM.format(short=ask.name, whom=ask.whom) if ask.whom else ask.name


def _blocks(card: Card, *, with_origin: bool, brief: bool = False) -> Iterable[Block]:
    form = card.form
    yield Block(tuple(_headlines(card)))
    origin = card.rules.sentence if with_origin else ""
    yield Block(tuple(filter(None, (origin, wording.PROVISIONAL if card.is_provisional else ""))))
    if not card.is_certain:
        yield Block(tuple(_tips(card)), (0 if card.main.certainty == "guess" else 1, 1))
    if form is None:
        yield Block((wording.NO_FORM_NEXT,))
    yield Block(tuple(filter(None, (card.gap,))), (1,))
    yield _reasons(card)
    yield _to_mind(card)
    if form is not None:
        yield Block(tuple(filter(None, (form.honest,))), (6,))
        steps = tuple(f"{i}. {step}" for i, step in enumerate(card.steps, 1))
        yield Block(steps, head=wording.THIS_WEEK)
        promise = (wording.SAY_IT.format(promise=form.promise),) if form.promise else ()
        yield Block(promise, (2,))
    if card.is_certain:
        yield Block(tuple(_tips(card, brief=brief)), (1,))
    yield Block((wording.DECIDE,))


def _reasons(card: Card) -> Block:
    """What the deciding rule says comes first, then the answers that it rests on."""
    rule = (card.because,) if card.because else ()
    answers = tuple(f"• {reason}" for reason in card.reasons[:3])
    return Block(
        (*rule, *answers), ((0,) if rule else ()) + (4 if rule else 0, 5, 7), wording.WHY_HEAD
    )


def _too_little(card: Card) -> Iterable[Block]:
    """Instead of a form: what to find out first, and from whom."""
    yield Block((wording.TOO_LITTLE, wording.TOO_LITTLE_LIKELY.format(form=card.main.term)))
    asks = [f"{place}. {ask_line(ask)}" for place, ask in enumerate(card.ask_first, 1)]
    yield Block(tuple(asks), head=first_call(card.ask_first))
    yield _to_mind(card)
    now = wording.DO_ALREADY.format(text=card.presses) if card.presses else ""
    yield Block(tuple(filter(None, (now, wording.PROMISE_NOTHING))))
    yield Block((wording.DECIDE,))


def _headlines(card: Card) -> Iterable[str]:
    main = card.main
    agree = len({piece.outcome for piece in card.pieces}) == 1
    if agree and card.rest_is_fixed:
        yield _main_line(main, main.part.lower())
        yield wording.REST_IS_FIXED
    else:
        yield _main_line(main, "" if agree else main.name.lower())
    yield from _beside_main(main)
    others: dict[str, list[Piece]] = {}
    for piece in card.pieces:
        others.setdefault(piece.outcome, []).append(piece)
    for same in others.values() if not agree else ():
        if rest := [piece for piece in same if not piece.is_main]:
            text = rest[0].headline or wording.NO_FORM
            yield wording.OTHER_PART.format(part=_names(card, rest), headline=text)


def _names(card: Card, pieces: Sequence[Piece]) -> str:
    """Pieces in few words: a part whose groups all agree is named once."""
    names: list[str] = []
    for part in dict.fromkeys(piece.part for piece in pieces):
        here = [piece for piece in pieces if piece.part == part]
        if part and len(here) == sum(piece.part == part for piece in card.pieces):
            names.append(part.lower())
        else:
            names += [piece.name.lower() for piece in here]
    return "; ".join(names)


def _main_line(piece: Piece, name: str = "") -> str:
    if piece.form is None:
        return wording.NO_FORM
    sure, likely, unsure, first = wording.ADVICE_PART_LINES if name else wording.ADVICE_LINES
    text = {"certain": sure, "likely": likely, "guess": unsure}[piece.certainty]
    if piece.form.kind == "first":
        return first.format(headline=capital(piece.headline), part=name) + "."
    return text.format(headline=piece.headline, part=name) + "."


def _beside_main(main: Piece) -> Iterable[str]:
    for other in main.also:
        yield wording.ALSO_ADVICE.format(headline=other)
    if main.others:
        yield wording.ALSO_POSSIBLE.format(list=" of ".join(main.others[:2]))
    if main.at_least:
        yield wording.AT_LEAST
    if main.fallback:
        text = wording.AFTER_THAT if main.fallback.after else wording.UNTIL_THEN
        yield text.format(headline=main.fallback.headline)


def _to_mind(card: Card) -> Block:
    """The two points that weigh most; a second that is serious gets room before a second reason,
    and a second duty before all but the first.

    In one sentence where what to do about it stands among the steps, and for the second: the note
    has all of it.
    """
    told = card.points[:POINTS]
    full = told[:1] if told and told[0].do not in card.steps else ()
    texts = (each.text if each in full else first_sentence(each.text) for each in told)
    lines = map(_point, told, texts)
    serious = all(point.urgent or point.serious for point in told)
    is_duty = any(point.duty for point in told[1:])
    return Block(tuple(lines), (0, 1 if is_duty else 3 if serious else 6))


def _point(point: Point, text: str) -> str:
    """A point of attention, with the piece that it is about when that is not the main one."""
    if point.there:
        line = wording.DUTY_THERE if point.duty else wording.MIND_THERE
        return line.format(part="; ".join(name.lower() for name in point.there), text=text)
    return (wording.DUTY if point.duty else wording.MIND).format(text=text)


def _tips(card: Card, *, brief: bool = False) -> Iterable[str]:
    if card.open and not card.is_certain:
        first = card.open[0]
        asked = wording.FIND_OUT.format(short=small(first.name))
        yield f"{asked} {wording.FROM_WHOM.format(whom=first.whom)}" if first.whom else asked
        if card.hinge is not None:
            yield what_if_text(card.hinge)
    elif card.tip is not None:
        yield what_if_text(card.tip, at_once=card.tip.at_once, brief=brief)
    elif card.unshaken and card.reasons:
        yield wording.NOTHING_TIPS.format(reason=small(card.reasons[0]))
