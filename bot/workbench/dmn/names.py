"""Names of variables in DMN: stable, made of ids, and names in FEEL and in Python alike.

An id has no capitals; a name of more parts has one where a part begins (``gevolgenHinder``).
So two different things never get the same name.
"""

from __future__ import annotations

from collections.abc import Set
from keyword import kwlist

from bot.workbench.dmn import wording
from bot.workbench.dmn.graph import DmnError

RESERVED = frozenset(kwlist) | {
    *("abs", "after", "all", "any", "before", "between", "boolean", "ceiling", "context", "count"),
    *("date", "duration", "every", "external", "false", "floor", "function", "instance", "item"),
    *(
        "list",
        "max",
        "mean",
        "median",
        "min",
        "null",
        "number",
        "of",
        "range",
        "return",
        "satisfies",
    ),
    *("some", "string", "sum", "then", "time", "true"),
}
"""Words that mean something else in FEEL or in Python."""


def name_of(id: str) -> str:
    """The variable of a question or a decision."""
    return f"{id}Naam" if id in RESERVED else id


def part_of(id: str, *parts: str) -> str:
    """The variable of something that belongs to a question or a decision."""
    return id + "".join(part[0].upper() + part[1:] for part in parts)


def free_name(id: str, taken: Set[str]) -> str:
    """A name of our own, beside the ids that the pack has."""
    return part_of(id, "lijst") if id in taken else id


def check_names(names: list[str]) -> None:
    """Raises DmnError when two things have one name."""
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise DmnError(wording.SAME_NAMES.format(names=", ".join(double)))
