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
    examples = [one for text in texts for one in _examples(text)]
    return json.dumps({"rasa_nlu_data": {"common_examples": examples}}, ensure_ascii=False)


def _examples(text: str) -> Iterator[dict[str, Any]]:
    intent = ""
    for line in text.splitlines():
        if line.startswith(INTENT):
            intent = line.removeprefix(INTENT).strip()
        elif line.startswith(EXAMPLE):
            yield _example(line.removeprefix(EXAMPLE).strip(), intent)


def _example(marked: str, intent: str) -> dict[str, Any]:
    text, done, entities = "", 0, []
    for mark in _MARKED.finditer(marked):
        text += marked[done : mark.start()]
        about = json.loads(mark["about"])
        place = {"start": len(text), "end": len(text) + len(mark["words"])}
        entities.append({**place, **about})
        text += mark["words"]
        done = mark.end()
    return {"text": text + marked[done:], "intent": intent, "entities": entities}
