"""Cards to print, A6, for a group at a table: one per question, and one per form.

All cards of a pack have letters of one size: the largest with which nearly all of them fit. What
does not fit on one card goes on with a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from bot.advice.owners import whose
from bot.rules.model.conditions import ALWAYS
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack, WorkedCase
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.words.conditions import Words
from bot.words.dates import in_words
from bot.words.numbers import number
from bot.words.phrases import both, capital
from bot.workbench.colours import form_colours
from bot.workbench.kaarten import wording
from bot.workbench.kaarten.points import points_of
from bot.workbench.pages import written
from bot.workbench.teken.svg import wrap

WIDTH, HEIGHT = 330.0, 492.0
"""The room for the text of a card, in CSS pixels (A6 less margins and the strip on top)."""
LETTERS = {"groot": 15.0, "gewoon": 13.0, "klein": 11.5, "fijn": 10.2}
"""Sizes of letter in CSS pixels, the largest first."""
_KINDS = {"kop": (1.35, 8), "tekst": (1.0, 5), "klein": (0.85, 4), "label": (0.85, 6),
          "hokje": (1.0, 5), "uitleg": (0.85, 2), "punt": (0.92, 3)}  # fmt: skip
"""Per kind of block: its size, and the room above it in pixels."""
_INDENT = {"hokje": 26.0, "uitleg": 26.0, "punt": 16.0}
LEADING = 1.36
SHARE_THAT_FITS = Fraction(9, 10)
"""With the letters that are chosen, at least this share of the cards needs no second."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text on a card."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the strip on top, what is asked or told, and what stands at the bottom."""

    strip: str
    front: tuple[Block, ...]
    foot: tuple[Block, ...] = ()
    look: str = "vraag"
    room: str = ""
    """What the empty part of the card is for; without it, it stays empty."""


def write_cards(
    pack: Pack,
    day: date,
    *,
    four_on_a_sheet: bool = False,
    rules: bool = False,
    projects: bool = False,
) -> str:
    """The cards of a pack as one HTML document: A6 pages, or four on a sheet of A4. On demand
    also its rules and its worked cases."""
    cards = [
        *cards_of(pack, day),
        *(rule_cards(pack) if rules else ()),
        *(project_cards(pack) if projects else ()),
    ]
    size = size_for(cards)
    return written(
        "kaarten/cards.html.j2",
        name=pack.title,
        size=size,
        cards=[fitted for card in cards for fitted in fit(card, size)],
        four_on_a_sheet=four_on_a_sheet,
    )


def cards_of(pack: Pack, day: date) -> Iterator[Card]:
    """Every card: how to use them, the questions, the forms."""
    words = Words(pack)
    version = wording.VERSION.format(pack.title, pack.version, in_words(day))
    yield Card(
        pack.title,
        (
            Block("kop", wording.HOW_TO),
            *(Block("tekst", f"{i}. {step}") for i, step in enumerate(wording.STEPS, 1)),
        ),
        (Block("klein", version),),
        "uitleg",
    )
    asked = [question for question in pack.questions if not kind_of(question).is_derived]
    for index, question in enumerate(asked, 1):
        strip = wording.CARD_QUESTION.format(index, len(asked))
        yield _question(strip, question, words, points_of(pack, question))
    for decision in pack.decisions:
        if decision.logic.limits:
            yield _counting(decision, words)
    colours = form_colours(pack)
    forms = [form for o in colours if (form := pack.form(o)) is not None]
    for index, form in enumerate(forms, 1):
        yield _form(wording.CARD_FORM.format(index, len(forms)), form, colours[form.id])


def rule_cards(pack: Pack) -> Iterator[Card]:
    """A card for each rule of an advice: when it holds, what follows, and why."""
    words, colours = Words(pack), form_colours(pack)
    rules = [
        (advice.decision, rule)
        for advice in pack.advices
        for rule in pack.decision(advice.decision).logic.rules
        if rule.then and rule.when is not None
    ]
    for index, (decision, rule) in enumerate(rules, 1):
        lines = words.lines(rule.when or ALWAYS) or (wording.ALWAYS,)
        front = _named(wording.IF, lines, "punt")
        front += [
            Block("label", wording.THEN),
            Block("kop", capital(words.value(decision, rule.then))),
        ]
        foot = _named(wording.BECAUSE, [rule.why])
        strip = wording.CARD_RULE.format(index, len(rules))
        yield Card(strip, tuple(front), tuple(foot), colours[rule.then], wording.DO_WE_AGREE)


def project_cards(pack: Pack) -> Iterator[Card]:
    """A card for each worked case, and at the end what the pack says of them."""
    cases = pack.cases
    for index, case in enumerate(cases, 1):
        front = (Block("kop", case.title), *_if("tekst", case.description))
        strip = wording.CARD_PROJECT.format(index, len(cases))
        yield Card(strip, front, look="project", room=wording.WHICH_FORM)
    answers = [
        Block("punt", wording.OUTCOME_OF.format(index, case.title, both(_outcomes(pack, case))))
        for index, case in enumerate(cases, 1)
    ]
    if answers:
        yield Card(
            wording.CARD_OUTCOMES, (Block("kop", wording.WHAT_IT_SAYS), *answers), (), "uitleg"
        )


def _outcomes(pack: Pack, case: WorkedCase) -> list[str]:
    decision, words = pack.advices[0].decision, Words(pack)
    return [words.value(decision, outcome) for outcome in dict.fromkeys(case.expected.values())]


# --- what stands on them ---


def _question(strip: str, question: Question, words: Words, points: Mapping[str, str]) -> Card:
    front = [Block("kop", question.text), *_if("klein", question.explanation)]
    front += _answers(question, points)
    front.append(Block("hokje", wording.NOBODY_KNOWS))
    foot: list[Block] = []
    if question.applies_if != ALWAYS:
        condition = "; ".join(words.lines(question.applies_if))
        foot.append(Block("klein", wording.ONLY_IF.format(condition)))
    foot += _named(wording.WHY, [question.why])
    foot += _named(wording.ASK_WHOM, [question.ask_whom])
    foot += _named(wording.HOW, [question.how_to_find_out])
    return Card(strip, tuple(front), tuple(foot), room=wording.OUR_ANSWER)


def _counting(decision: Decision, words: Words) -> Card:
    """How the points of the answers are counted, and from how many on what follows."""
    front = [
        Block("kop", capital(words.name(decision.id))),
        Block("tekst", wording.COUNT[decision.logic.way]),
    ]
    for start, outcome in decision.logic.limits:
        name = capital(words.value(decision.id, outcome))
        front.append(
            Block("hokje", name if start is None else wording.FROM.format(name, number(start)))
        )
    return Card(wording.CARD_POINTS, tuple(front), room=wording.OUR_POINTS)


def _answers(question: Question, points: Mapping[str, str]) -> Iterator[Block]:
    kind = kind_of(question)
    if blank := kind.blank(question):
        yield Block("tekst", blank)
        return
    yield Block("label", wording.SEVERAL if kind.is_set else wording.ONE)
    for option in choices(question):
        more = points.get(option.id)
        yield Block("hokje", f"{option.label} ({more})" if more else option.label)
        yield from _if("uitleg", option.explanation)


def _form(strip: str, form: Form, colour: str) -> Card:
    headline = f"{form.headline[:1].upper()}{form.headline[1:]}"
    front = [Block("label", form.name), Block("kop", headline), Block("tekst", form.explanation)]
    front += _named(wording.FITS, form.fits, "punt")
    front += _named(wording.FITS_NOT, form.fits_not, "punt")
    owners = [
        wording.OWNER_LINE.get(what, "{}").format(whose(who)) for what, who in form.owner.items()
    ]
    foot = _named(wording.OWNERS, [", ".join(owners)] if owners else [])
    foot += _named(wording.FIRST_STEPS, form.first_steps, "punt")
    return Card(strip, tuple(front), tuple(foot), colour, wording.DOES_IT_FIT)


def _if(kind: str, text: str) -> list[Block]:
    return [Block(kind, text)] if text else []


def _named(name: str, texts: Iterable[str], kind: str = "klein") -> list[Block]:
    """Texts under a small head; nothing without texts."""
    told = [Block(kind, text) for text in texts if text]
    return [Block("label", name), *told] if told else []


# --- fitting ---


def size_for(cards: Sequence[Card]) -> str:
    """The largest letters with which nearly all of these cards fit; else small ones."""
    for size in LETTERS:
        fitting = sum(1 for card in cards if _fits(card, size))
        if fitting >= SHARE_THAT_FITS * len(cards):
            return size
    return "klein"


def _fits(card: Card, size: str) -> bool:
    return height((*card.front, *card.foot), LETTERS[size]) <= HEIGHT


def fit(card: Card, size: str) -> list[Card]:
    """The card with letters of this size; over two or more cards when it does not fit."""
    if _fits(card, size):
        return [card]
    pieces = list(_split([*card.front, *card.foot], LETTERS[size]))
    strips = [card.strip, *[wording.CONTINUED.format(card.strip)] * len(pieces)]
    return [
        replace(card, strip=strip, front=tuple(piece), foot=())
        for strip, piece in zip(strips, pieces, strict=False)
    ]


def height(blocks: Iterable[Block], pixels: float) -> float:
    """How high some blocks are at this size of letter, on the safe side."""
    return sum(_height(block, pixels) for block in blocks)


def _height(block: Block, pixels: float) -> float:
    scale, above = _KINDS[block.kind]
    size = pixels * scale
    room = WIDTH - _INDENT.get(block.kind, 0.0)
    bold = block.kind in ("kop", "label")
    # ``wrap`` takes whole pixels; tenfold keeps the fractions.
    lines = len(wrap(block.text, room * 10, round(size * 10), bold))
    return above + lines * size * LEADING


def _split(blocks: list[Block], pixels: float) -> Iterator[list[Block]]:
    """Pieces that fit a card each. A head goes along with what stands under it."""
    piece: list[Block] = []
    for block in blocks:
        if piece and height([*piece, block], pixels) > HEIGHT:
            along = [piece.pop()] if piece[-1].kind == "label" else []
            yield piece
            piece = along
        piece.append(block)
    yield piece
