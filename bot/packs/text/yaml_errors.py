"""What the YAML parser stumbles over, in Dutch and at the line where the editor went wrong.

A quote or a bracket that is not closed is only noticed further down, often at the end of the file;
the line to mend is the one where it opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.packs.format.schema import PACK, RECORDS

_KEYS = {name for record in (PACK, *RECORDS.values()) for name in record.names}
_SYNTAX = (
    ("mapping values are not allowed", "hier staat een dubbele punt midden in een tekst",
     'de tekst tussen rechte aanhalingstekens: "…: …"'),
    ("could not find expected ':'", "na een sleutel ontbreekt de dubbele punt",
     "‘sleutel: waarde’"),
    ("cannot start any token", "dit teken mag niet aan het begin staan",
     "spaties in plaats van een tab, of de tekst tussen aanhalingstekens"),
    ("tab character", "hier staat een tab", "spaties"),
    ("unknown escape character", r"hier staat een \ in een tekst tussen dubbele aanhalingstekens",
     "de tekst tussen enkele aanhalingstekens: '…'"),
    ("did not find expected", "de inspringing of een teken klopt hier niet",
     "even ver inspringen als de regels erboven, en teksten met : of # tussen aanhalingstekens"),
)  # fmt: skip
_BRACKETS = {"while parsing a flow mapping": "{ }", "while parsing a flow sequence": "[ ]"}


def explained(error: Any, last: Any, text: str, first_line: int) -> tuple[int, str, str]:
    """The line of an error of the parser, what is wrong there, and what would be right.

    ``last``: what could be read last before it, as an event of the parser; or None. ``text``: all
    of it, of which the first line is the ``first_line`` of the file.
    """
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    line = first_line + (mark.line if mark else 0)
    opened = first_line + (error.context_mark.line if error.context_mark else 0)
    if "quoted scalar" in context and "end of stream" in problem:
        wrong = "hier gaat een aanhalingsteken open, en het gaat nergens dicht"
        return opened, wrong, "een aanhalingsteken aan het eind van de tekst"
    if context in _BRACKETS:
        start, end = _BRACKETS[context].split()
        wrong = f"hier gaat een haakje {start} open, maar bij regel {line} klopt het niet meer"
        return opened, wrong, f"{end} aan het eind, en een komma tussen de delen"
    lines = text.splitlines()
    if mark and mark.line < len(lines):
        for wrong, right in _in_line(problem, lines[mark.line], mark.column, opened):
            return line, wrong, right
    if "expected key" in problem and last is not None and last.style in ("'", '"'):
        return _closed_too_soon(last, line, first_line)
    found = ((wrong, right) for words, wrong, right in _SYNTAX if words in problem)
    unknown = ("dit is geen geldige YAML", "inspringing, haakjes en aanhalingstekens die kloppen")
    return (line, *next(found, unknown))


def _in_line(problem: str, written: str, column: int, opened: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a line, as far as it shows where the parser stopped."""
    before, sign = written[:column], written[column : column + 1]
    key = before.strip().removeprefix("- ")
    if "mapping values are not allowed" in problem and key in _KEYS:
        yield f"‘{key}’ springt te ver in", "even ver inspringen als de sleutels erboven"
    if "expected key" in problem and sign == ",":
        yield (
            "na deze komma staat nog iets, zonder haakjes eromheen",
            "[ ] om de hele lijst, of aanhalingstekens om de hele tekst",
        )
    if "expected key" in problem and written[column : column + 2] == "- ":
        yield (
            f"hier staat een streepje, en bij regel {opened} niet",
            "bij elk deel van een lijst een streepje, even ver ingesprongen",
        )


def _closed_too_soon(last: Any, line: int, first_line: int) -> tuple[int, str, str]:
    """A quote closed a text, and there was more of it."""
    start, end = first_line + last.start_mark.line, first_line + last.end_mark.line
    if end > start:
        wrong = f"hier gaat een aanhalingsteken open, en het gaat pas op regel {end} dicht"
        return start, wrong, "een aanhalingsteken aan het eind van deze regel"
    if line > end:
        wrong = "de inspringing of een teken klopt hier niet"
        return line, wrong, "even ver inspringen als de regels erboven"
    wrong = f"de tekst stopt bij een {last.style} in het midden, en dan staat er nog meer"
    return start, wrong, "andere aanhalingstekens in de tekst zelf: ‘…’ of ’s"


def cut_short(key: str, before: list[tuple[str, Any]]) -> tuple[str, str]:
    """Inside ``{…}`` a part without a colon: mostly the rest of a text that has a comma in it.

    ``before``: the last key and value before it, if there are any.
    """
    name, colon, value = key.partition(":")
    if colon and value:
        return f"na ‘{name}:’ ontbreekt een spatie", f"‘{name}: {value}’"
    wrong = f"hier staat ‘{key}’ zonder dubbele punt"
    if not before or not isinstance(before[0][1], str):
        return wrong, f"‘{key}: …’, of [ ] in plaats van {{ }}"
    last, text = before[0]
    together = f"{text}, {key}"
    if " " in together.strip().replace(", ", ","):
        return (
            f"de komma in ‘{together}’ knipt de tekst hier in tweeën",
            f'de tekst tussen aanhalingstekens: {last}: "{together}"',
        )
    return wrong, f"meer waarden tussen [ ]: {last}: [{together}]"
