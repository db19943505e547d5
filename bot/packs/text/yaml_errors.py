"""What the YAML parser stumbles over, in Dutch and at the line where the editor went wrong.

A quote or a bracket that is not closed is only noticed further down, often at the end of the file;
the line to mend is the one where it opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.packs.format.schema import PACK, RECORDS
from bot.packs.text import wording
from bot.packs.text.signs import shown_by

_KEYS = {name for record in (PACK, *RECORDS.values()) for name in record.names}
_SYNTAX = (
    ("mapping values are not allowed", wording.COLON_IN_TEXT, wording.QUOTE_TEXT),
    ("could not find expected ':'", wording.KEY_WITHOUT_COLON, wording.KEY_AND_VALUE),
    ("cannot start any token", wording.SIGN_AT_START, wording.SPACES_OR_QUOTES),
    ("tab character", wording.TAB, wording.SPACES),
    ("unknown escape character", wording.BACKSLASH, wording.SINGLE_QUOTES),
    ("did not find expected", wording.BAD_INDENT, wording.AS_LINES_OR_QUOTES),
)
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
        wrong = wording.QUOTE_NEVER_CLOSED
        return opened, wrong, wording.QUOTE_AT_END
    lines = text.splitlines()
    if (seen := shown_by(error, lines)) is not None:
        return first_line + seen.line, seen.wrong, seen.right
    if context in _BRACKETS:
        start, end = _BRACKETS[context].split()
        wrong = wording.BRACKET_NOT_CLOSED.format(start=start, line=line)
        return opened, wrong, wording.CLOSE_BRACKET.format(end=end)
    if mark and mark.line < len(lines):
        for wrong, right in _in_line(problem, lines[mark.line], mark.column, opened):
            return line, wrong, right
    if "expected key" in problem and last is not None and last.style in ("'", '"'):
        return _closed_too_soon(last, line, first_line)
    known = ((wrong, right) for words, wrong, right in _SYNTAX if words in problem)
    unknown = (wording.NO_YAML, wording.GOOD_YAML)
    return (line, *next(known, unknown))


def _in_line(problem: str, written: str, column: int, opened: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a line, as far as it shows where the parser stopped."""
    before, sign = written[:column], written[column : column + 1]
    key = before.strip().removeprefix("- ")
    if "mapping values are not allowed" in problem and key in _KEYS:
        yield wording.INDENTED_TOO_FAR.format(key=key), wording.AS_KEYS_ABOVE
    if "expected key" in problem and sign == ",":
        yield (
            wording.MORE_AFTER_COMMA,
            wording.LIST_OR_TEXT,
        )
    if "expected key" in problem and written[column : column + 2] == "- ":
        yield (
            wording.DASH_NOT_THERE.format(line=opened),
            wording.DASH_EACH,
        )


def _closed_too_soon(last: Any, line: int, first_line: int) -> tuple[int, str, str]:
    """A quote closed a text, and there was more of it."""
    start, end = first_line + last.start_mark.line, first_line + last.end_mark.line
    if end > start:
        wrong = wording.QUOTE_CLOSED_LATE.format(line=end)
        return start, wrong, wording.QUOTE_AT_LINE_END
    if line > end:
        wrong = wording.BAD_INDENT
        return line, wrong, wording.AS_LINES_ABOVE
    wrong = wording.TEXT_ENDS_EARLY.format(quote=last.style)
    return start, wrong, wording.OTHER_QUOTES


def cut_short(key: str, before: list[tuple[str, Any]]) -> tuple[str, str]:
    """Inside ``{…}`` a part without a colon: mostly the rest of a text that has a comma in it.

    ``before``: the last key and value before it, if there are any.
    """
    name, colon, value = key.partition(":")
    if colon and (value := value.strip()):
        return wording.NO_SPACE.format(name=name), f"‘{name}: {value}’"
    wrong = wording.NO_COLON.format(key=key)
    name, equals, value = key.partition("=")
    if equals:
        return wrong, f"‘{name.strip()}: {value.strip()}’"
    if not before or not isinstance(before[0][1], str):
        return wrong, wording.COLON_OR_LIST.format(key=key)
    last, text = before[0]
    together = f"{text}, {key}"
    if " " in together.strip().replace(", ", ","):
        return (
            wording.COMMA_CUTS.format(text=together),
            wording.QUOTE_ALL.format(key=last, text=together),
        )
    return wrong, wording.LIST_ALL.format(key=last, text=together)
