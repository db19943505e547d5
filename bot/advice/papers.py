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
from bot.advice.facts import Facts, Line, is_told_elsewhere, lines_of, text_of
from bot.advice.markdown import Block, Cell, Span, blocks, to_markdown, words
from bot.rules.model.content import PaperText
from bot.rules.model.slots import OWN, SLOT, own_ids, slots
from bot.words.phrases import plain

GAP = re.compile(r"\[INVULLEN: [^\]]+\]")
"""What a person still has to fill in; shown in yellow."""
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
    facts = replace(facts, apologises="excuus" in slots(text.text))
    title = facts.title or text.name
    concept = wording.CONCEPT.format(name=text.name) if facts.title else wording.BARE_CONCEPT
    head = (
        Block("Heading 1", (Span(title),)),
        Block("Normal", (Span(concept, bold=True),)),
    )
    filled = [block for each in blocks(text.text) for block in _filled(each, facts)]
    return Paper(text.id, text.name, title, (*head, *_with_something(filled)), text.wide)


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
        yield from (Block(block.style, (Span(_BETWEEN.join(line)),)) for line in lines)
    elif not _falls_away(block.text, facts):
        yield replace(block, spans=_cell(block.spans, facts))


def _row(row: Sequence[Cell], facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """A row filled in; a row for each line when its first cell is a list."""
    lines = _listed(row[0], facts)
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


def _falls_away(text: str, facts: Facts) -> bool:
    """Whether all that a text would tell is optional, and not known."""
    slots = list(SLOT.finditer(text))
    return bool(slots) and all(
        _may_be_empty(facts, slot) and not _known(facts, slot) for slot in slots
    )


def _cell(spans: Cell, facts: Facts) -> Cell:
    """The words filled in; what stays empty leaves one blank behind it, and none at either end."""
    texts = [re.sub(" {2,}", " ", SLOT.sub(partial(_told, facts), span.text)) for span in spans]
    texts[:1] = [text.lstrip() for text in texts[:1]]
    texts[-1:] = [text.rstrip() for text in texts[-1:]]
    return tuple(span._replace(text=text) for span, text in zip(spans, texts, strict=True))


def _told(facts: Facts, slot: re.Match[str]) -> str:
    """What fills a slot within a text; nothing for one that may be empty."""
    empty = "" if _may_be_empty(facts, slot) else _gap(facts, slot["name"])
    return _known(facts, slot) or empty


def _may_be_empty(facts: Facts, slot: re.Match[str]) -> bool:
    """Whether nothing need stand here: it is optional, or the rest of the paper tells it."""
    return bool(slot["optional"]) or is_told_elsewhere(facts, slot["name"])


def _known(facts: Facts, slot: re.Match[str]) -> str:
    lines = lines_of(facts, slot["name"])
    return text_of(facts, slot["name"]) if lines is None else " ".join(map(_BETWEEN.join, lines))


def _gap(facts: Facts, name: str) -> str:
    asked = next((topic.gap for topic in facts.topics if name == f"{OWN}.{topic.id}"), "")
    what = asked or wording.GAPS.get(name) or plain(name.partition(".")[2] or name)
    return wording.GAP.format(what=what)


def _with_something(filled: Iterable[Block]) -> Iterator[Block]:
    """The blocks, without a heading under which nothing is left."""
    waiting: list[Block] = []
    for block in filled:
        if block.style.startswith("Heading"):
            waiting = [head for head in waiting if head.style < block.style] + [block]
            continue
        yield from waiting
        waiting = []
        yield block
