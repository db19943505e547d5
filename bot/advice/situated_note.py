"""What kind of project it is, as sections of the note: what is special, steps, and the hours."""

from __future__ import annotations

from collections.abc import Iterable

from bot.advice import wording
from bot.advice.card import Card
from bot.advice.situated import Situated
from bot.rules.model.situation import Moment
from bot.words.phrases import capital


def situated_sections(card: Card) -> tuple[tuple[str, list[str]], ...]:
    """The sections with their heads; none where the kind is not known and no value is told."""
    kind = card.situated
    sections = [(wording.HEAD_VALUES, list(_values(card)))]
    if kind:
        head = wording.HEAD_KIND.format(name=kind.name)
        sections = [(head, list(_special(kind))), *_moments(card, kind), *sections]
    return tuple(sections)


def _special(kind: Situated) -> Iterable[str]:
    if kind.first:
        yield f"- {wording.FIRST_QUESTION.format(question=kind.first.text)}"
    yield from (f"- {line}" for line in (*kind.special, *kind.council))
    yield from (f"- {wording.NEVER_SAY.format(text=line)}" for line in kind.never)


def _moments(card: Card, kind: Situated) -> Iterable[tuple[str, list[str]]]:
    """What is done before and after the decision, and who hears it when on one day."""
    if not card.must_wait:
        heads: tuple[tuple[Moment, str], ...] = (
            ("before", wording.HEAD_BEFORE),
            ("after", wording.HEAD_AFTER),
        )
        for moment, head in heads:
            yield head, [f"- {line}" for line in kind.steps.get(moment, ())]
    hours = [f"- {one.time}: {one.who.rstrip('.')}. {one.say}".rstrip() for one in kind.hours]
    leak = [f"- {kind.on_leak}"] if hours and kind.on_leak else []
    example = [wording.HOURS_EXAMPLE, ""] if hours else []
    yield wording.HEAD_HOURS, [*example, *hours, *leak]


def _values(card: Card) -> Iterable[str]:
    for one in card.values:
        if one.stand != "grey":
            yield f"- {capital(one.name)}: {one.text}."
    if card.clash:
        yield f"- {card.clash}"
