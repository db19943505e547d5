"""The door ``begrijp`` for machines: one message per line in, one JSON object per line out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bot.dialogue.messages import Understanding
from bot.language.understand import Context, Understander
from bot.rules.model.pack import Pack


def run_begrijp(
    lines: Iterable[str],
    understander: Understander,
    pack: Pack,
    question: str | None = None,
    today: date | None = None,
) -> Iterator[dict[str, Any]]:
    """``{soort, id, zekerheid, zeker, kandidaten, antwoorden, plaatsen, tekst}`` per line; an empty
    line too.

    ``plaatsen``: for an answer where its words begin and end in the line. ``tekst`` is the answer
    of a FAQ that is valid on ``today``.
    """
    context = Context(pack, question)
    for line in lines:
        yield as_json(understander.understand(line.rstrip("\r\n"), context), pack, today)


def as_json(understood: Understanding, pack: Pack, today: date | None) -> dict[str, Any]:
    """An understanding in the words of the door."""
    faq = pack.faq(understood.id) if understood.kind == "vraag" else None
    return {
        "soort": understood.kind,
        "id": understood.id,
        "zekerheid": round(understood.confidence, 3),
        "zeker": understood.sure,
        "kandidaten": [
            {"soort": one.kind, "id": one.id, "zekerheid": round(one.confidence, 3)}
            for one in understood.candidates
        ],
        "antwoorden": {question: list(values) for question, values in understood.answers},
        "plaatsen": {question: [one.start, one.end] for question, one in understood.evidence},
        "tekst": (faq.answer_on(today) or "") if faq else "",
    }
