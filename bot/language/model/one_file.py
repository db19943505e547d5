"""Training data as the one JSON file that Rasa reads in half a second; its YAML takes ten. Pure.

The files of ``nlu_data`` have one form: a line for an intent, and one for each example.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

INTENT = "- intent: "
EXAMPLE = "    - "
"""How a line with an example begins."""
_MARKED = re.compile(r"\[(?P<words>[^\]]+)\](?P<about>\{[^}]*\})")


def as_json(texts: Iterable[str]) -> str:
    """What Rasa's reader makes of these YAML texts, in Rasa's JSON form."""
    every = [_as_rasas(*one) for text in texts for one in examples(text.splitlines())]
    return json.dumps({"rasa_nlu_data": {"common_examples": every}}, ensure_ascii=False)


def examples(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each example with the intent that it stands under: (intent, text with its marks)."""
    intent = ""
    for line in lines:
        if line.startswith(INTENT):
            intent = line.removeprefix(INTENT).strip()
        elif line.startswith(EXAMPLE):
            yield intent, line.removeprefix(EXAMPLE).strip()


def _as_rasas(intent: str, marked: str) -> dict[str, Any]:
    text, entities = unmarked(marked)
    return {"text": text, "intent": intent, "entities": entities}


def unmarked(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """An example as people type it, and what is marked in it, as Rasa's entities."""
    text, done, entities = "", 0, []
    for mark in _MARKED.finditer(marked):
        text += marked[done : mark.start()]
        about = json.loads(mark["about"])
        place = {"start": len(text), "end": len(text) + len(mark["words"])}
        entities.append({**place, **about})
        text += mark["words"]
        done = mark.end()
    return text + marked[done:], entities
