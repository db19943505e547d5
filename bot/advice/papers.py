"""Papers to send: the text of a pack, filled in from an advice, as a value. Pure.

``make_paper`` is the one way from a card and dates to a paper; channels show its ``blocks``, or
its ``markdown``. What is not known stands there as a gap, and nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.advice import wording
from bot.advice.facts import Facts
from bot.advice.markdown import Block, Cell, Span, blocks, to_markdown, words
from bot.advice.own_facts import own
from bot.advice.slot_lines import Line, lines_of
from bot.advice.slot_texts import is_told_elsewhere, text_of
from bot.rules.model.content import PaperText
from bot.rules.model.slots import OWN, SLOT, own_ids, slots
from bot.words.addressed import name_of
from bot.words.guards import line_of
from bot.words.patterns import phrase
from bot.words.phrases import plain
from bot.words.written_out import apart_in_items

GAP = re.compile(r"\[INVULLEN: [^\]]+\]")
"""What a person still has to fill in; shown in yellow."""
MOST_GAPS = 3
"""So many things are left to fill in; a paper with more of them is a form."""
_LEAD_IN = re.compile(r"“[^”]*\?”|^[^.:?]+:|[“”. –]")
"""What begins a sentence, and says nothing without what follows it."""
_BETWEEN = " – "


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: the id and the ``name`` of its kind, its title, and what stands in it. ``wide``: its
    page lies on its side."""

    id: str
    name: str
    title: str
    blocks: tuple[Block, ...]
    wide: bool = False

    @property
    def markdown(self) -> str:
        """The paper as text."""
        return to_markdown(self.blocks)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What a person still has to fill in, each once."""
        found = (gap for block in self.blocks for gap in GAP.findall(block.text))
        return tuple(dict.fromkeys(found))


def make_paper(text: PaperText, facts: Facts) -> Paper:
    """A paper of this kind, a concept under the name of the project, or else its own name."""
    text = _for_whom_grieves(text, facts)
    facts = replace(facts, apologises="excuus" in slots(text.text), paper=text.id)
    name = name_of(text.id, text.name, facts.own)
    title = facts.title or name
    concept = wording.CONCEPT.format(name=name) if facts.title else wording.BARE_CONCEPT
    head = (
        Block("Heading 1", (Span(title),)),
        Block("Normal", (Span(concept, bold=True),)),
    )
    filled = [block for each in blocks(text.text) for block in _filled(each, facts)]
    told = " ".join(line for id in facts.own for line in (*facts.own[id], *own(facts, id)))
    unproven = wording.GAP.format(what=wording.WHAT_IS_TRUE)
    always = frozenset(GAP.findall(f"{text.text} {told} {unproven}"))
    left = _few_gaps(filled, always, _first_gaps(facts))
    return Paper(text.id, name, title, (*head, *_with_something(left)), text.wide)


def _for_whom_grieves(text: PaperText, facts: Facts) -> PaperText:
    """The paper with its quiet text, where what is known tells that people grieve."""
    own = (line for lines in facts.own.values() for line in lines)
    kind = facts.card.situated.name if facts.card.situated else ""
    said = line_of(". ".join((kind, facts.title, facts.plan.subject, *own)))
    is_quiet = text.quiet and any(phrase(cue).pattern.search(said) for cue in text.quiet_for)
    return replace(text, text=text.quiet) if is_quiet else text


def _filled(block: Block, facts: Facts) -> Iterator[Block]:
    """The block filled in; several for a list, none when what it is about is not known. What a
    person told stands line behind line in a paragraph."""
    if block.rows:
        head, *rows = block.rows
        filled = [row for each in rows for row in _row(each, facts)]
        if filled:
            yield replace(block, rows=(head, *filled))
        return
    told_on = block.style == "Normal" and own_ids(block.text)
    lines = None if told_on else _listed(block.spans, facts)
    if lines is not None:
        is_own = block.style.startswith("List") and bool(own_ids(block.text))
        for line in lines:
            lead, items = apart_in_items(line[0]) if is_own else ("", [_BETWEEN.join(line)])
            if lead:
                yield Block("Normal", (Span(lead),))
            yield from (Block(block.style, (Span(item),)) for item in items)
    elif not _falls_away(block.text, facts):
        yield replace(block, spans=_cell(block.spans, facts))


def _row(row: Sequence[Cell], facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """A row filled in; a row for each line when its first cell is a list."""
    lines = _listed(row[0], facts)
    if len(row) > 1 and _falls_away(words(row[1]), facts):
        return
    if lines is None:
        yield tuple(_cell(cell, facts) for cell in row)
    for line in lines or ():
        told = tuple((Span(cell),) for cell in line[: len(row)])
        yield (*told, *(_cell(cell, facts) for cell in row[len(told) :]))


def _listed(spans: Cell, facts: Facts) -> Sequence[Line] | None:
    """The lines of the list that this is nothing but; a gap when it is empty. None for text."""
    match = SLOT.fullmatch(words(spans).strip())
    lines = lines_of(facts, match["name"]) if match else None
    if match and lines is not None and not lines and not _may_be_empty(facts, match):
        return ((_gap(facts, match["name"]),),)
    return lines


def _first_gaps(facts: Facts) -> frozenset[str]:
    """What stays when there are too many gaps: what it is about, and what may be promised."""
    topics = [f"{OWN}.{topic.id}" for topic in facts.topics[:1]]
    return frozenset(_gap(facts, name) for name in (*topics, "belofte"))


def _few_gaps(
    filled: Sequence[Block], always: frozenset[str], first: frozenset[str]
) -> Iterator[Block]:
    """The blocks, without the gaps that are too many; what the pack or a person wrote stays."""
    found = dict.fromkeys(gap for block in filled for gap in GAP.findall(block.text))
    asked = sorted((gap for gap in found if gap not in always), key=lambda gap: gap not in first)
    told = len([gap for gap in found if gap in always])
    least = 1 if first & set(asked) else 0
    room = max(least, MOST_GAPS - told)
    too_many = frozenset(asked[room:])
    for block in filled:
        if not too_many & set(GAP.findall(block.text)):
            yield block
        elif block.rows:
            head, *rows = block.rows
            kept = [row for row in rows if not too_many & set(GAP.findall(words(row[0])))]
            if kept:
                cells = (tuple(_without(cell, too_many) for cell in row) for row in kept)
                yield replace(block, rows=(head, *cells))
        elif _says_something(left := _without(block.spans, too_many)):
            yield replace(block, spans=left)


def _without(spans: Cell, gaps: frozenset[str]) -> Cell:
    """The words without these gaps."""
    texts = [GAP.sub(lambda gap: "" if gap[0] in gaps else gap[0], span.text) for span in spans]
    texts[:1] = [text.lstrip() for text in texts[:1]]
    texts[-1:] = [text.rstrip() for text in texts[-1:]]
    return tuple(span._replace(text=text) for span, text in zip(spans, texts, strict=True))


def _says_something(spans: Cell) -> bool:
    """Whether there is more than a label, or a question that nothing answers."""
    rest = "".join(span.text for span in spans if not span.bold)
    return bool(_LEAD_IN.sub("", rest).strip())


def _falls_away(text: str, facts: Facts) -> bool:
    """Whether all that a text would tell is optional, and not known."""
    slots = list(SLOT.finditer(text))
    return bool(slots) and all(
        _may_be_empty(facts, slot) and not _known(facts, slot["name"]) for slot in slots
    )


def _cell(spans: Cell, facts: Facts) -> Cell:
    """The words filled in; what stays empty leaves one blank behind it, and none at either end.
    Where something is known, nothing beside it is a gap."""
    found = [slot["name"] for slot in SLOT.finditer(words(spans))]
    knows = len(found) > 1 and any(_known(facts, name) for name in found)
    told = partial(_told, facts, knows)
    texts = [re.sub(" {2,}", " ", SLOT.sub(told, span.text)) for span in spans]
    texts[:1] = [text.lstrip() for text in texts[:1]]
    texts[-1:] = [text.rstrip() for text in texts[-1:]]
    return tuple(span._replace(text=text) for span, text in zip(spans, texts, strict=True))


def _told(facts: Facts, knows: bool, slot: re.Match[str]) -> str:
    """What fills a slot within a text; nothing for one that may be empty."""
    empty = "" if knows or _may_be_empty(facts, slot) else _gap(facts, slot["name"])
    return _known(facts, slot["name"]) or empty


def _may_be_empty(facts: Facts, slot: re.Match[str]) -> bool:
    """Whether nothing need stand here: it is optional, or the rest of the paper tells it."""
    return bool(slot["optional"]) or is_told_elsewhere(facts, slot["name"])


def _known(facts: Facts, name: str) -> str:
    lines = lines_of(facts, name)
    return text_of(facts, name) if lines is None else " ".join(map(_BETWEEN.join, lines))


def _gap(facts: Facts, name: str) -> str:
    asked = next((topic.gap for topic in facts.topics if name == f"{OWN}.{topic.id}"), "")
    what = asked or wording.GAPS.get(name) or plain(name.partition(".")[2] or name)
    return wording.GAP.format(what=what)


def _with_something(filled: Iterable[Block]) -> Iterator[Block]:
    """The blocks, without a heading under which nothing is left; the greeting at the end stands
    under none."""
    waiting: list[Block] = []
    for block in filled:
        if block.text == wording.GREETING:
            waiting = []
        if block.style.startswith("Heading"):
            waiting = [head for head in waiting if head.style < block.style] + [block]
            continue
        yield from waiting
        waiting = []
        yield block
