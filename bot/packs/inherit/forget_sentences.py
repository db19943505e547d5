"""What a pack takes away takes along the sentences of the pack below that rest on it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from bot.packs.sentences import CONDITIONS
from bot.packs.text.source import List, Map


@dataclass(frozen=True, slots=True)
class Gone:
    """The ids of the questions and decisions, and of the forms, that were taken away."""

    inputs: frozenset[str | None]
    forms: frozenset[str | None]

    def left(self, value: Any) -> Any:
        """A value without the sentences that rest on what is gone; itself when none do."""
        if isinstance(value, List):
            return self._list(value)
        return self._block(value) if isinstance(value, Map) else value

    def rests_on_it(self, item: Any) -> bool:
        """Whether a sentence looks at something that is gone, or is only said with such forms."""
        if not isinstance(item, Map):
            return False
        if any(self.inputs & set(_names(item.get(key))) for key in CONDITIONS):
            return True
        forms = item.get("vorm")
        named = {forms} if isinstance(forms, str) else set(forms or ())
        return bool(named) and named <= self.forms

    def _list(self, value: List) -> List:
        new = List(value.place)
        for index, item in enumerate(value):
            if not self.rests_on_it(item):
                new.put(self.left(item), value.at(index))
        return new

    def _block(self, block: Map) -> Map:
        new = Map(block.place)
        for key, value in block.items():
            if key in CONDITIONS:
                new.put(key, value, block.at(key))
            elif key == "zet":
                new.put(key, without(value, self.inputs), block.at(key))
            elif key == "vorm" and isinstance(value, List):
                new.put(key, without(value, self.forms), block.at(key))
            else:
                new.put(key, self.left(value), block.at(key))
        new.broken = block.broken
        return new


def without(found: Any, gone: Container[Any]) -> Any:
    """A list, or a block by its keys, without what is gone; anything else as it is."""
    if isinstance(found, List):
        new = List(found.place)
        for index, value in enumerate(found):
            if value not in gone:
                new.put(value, found.at(index))
        return new
    if isinstance(found, Map):
        left = Map(found.place)
        for name, value in found.items():
            if name not in gone:
                left.put(name, value, found.at(name))
        return left
    return found


def _names(condition: Any) -> Iterator[str]:
    """The questions and decisions that a raw condition looks at."""
    if isinstance(condition, Map):
        for name, value in condition.items():
            yield name
            yield from _names(value) if name == "een_van" else ()
    elif isinstance(condition, List):
        for part in condition:
            yield from _names(part)
