"""Signs in a line that show what somebody meant, where YAML sees that something is off, or nothing.

Texts that come from Word, from a mail or from a table bring signs along that look like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bot.packs.format.schema import PACK, RECORDS
from bot.packs.format.shapes import ID, LABEL, LINES, SAID, TEXT, TEXTS
from bot.packs.text import wording

_SHAPES = [(key.dutch, key.shape) for record in (PACK, *RECORDS.values()) for key in record.keys]
PROSE = {name for name, shape in _SHAPES if shape in (TEXT, LABEL, TEXTS, LINES, SAID)}
"""The keys under which texts for people stand."""
_ALSO_IDS = {name for name, shape in _SHAPES if shape is ID}

_HARD, _UNSEEN = "\u00a0\u202f\u2007\u2009\u3000", "\u200b\u200c\u200d\u2060\ufeff\u00ad"
ODD_BREAK = re.compile("[\u0085\u2028\u2029]")
"""A line that ends for YAML, and in no editor of texts."""
_INVISIBLE = re.compile(f"[{_HARD}{_UNSEEN}]")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_MERGE = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_HARD_SPACE = re.compile(
    rf"^ *(?:- )?[{_HARD}{_UNSEEN}]|^ *-[{_HARD}]|^ *(?:- )?\w+:[{_HARD}]|[{{,] *\w+:[{_HARD}]"
)
_TABLE = re.compile(r"^ *\|.*\||^[^:\t]+\t[^:]+$")
_OTHER_DASH = re.compile(rf"^ *([–—−‐‑•·▪●]|\*(?=\s))[\s{_HARD}]*(.+)")
_NO_SPACE = re.compile(r"^ *-([^\s-].*)")
_NUMBERED = re.compile(r"^ *[0-9]+[.)] +(.+)")
_AT_START = re.compile(
    r"^ *(?:- +)?(- +|\w+: +)((?:- |[*&!%@`?:,]|[|>] *(?=[^\s0-9+-])|\[[^\]]*\](?= *\w)"
    r"|\{[^}]*\}(?= *\w)).*)"
)
_AT_START_INSIDE = re.compile(r"[{,] *(\w+: +)((?:- |[*&!%@`?:])[^,}]*)")
_CUT = re.compile(r"^[^#\"']*[^\s#\"'] +#")
_COLON = re.compile(r"[{,] *(\w+): +([^,{}\[\]\"']*\w: [^,{}\[\]\"']*)")
_KEY_ALONE = re.compile(r"^ *(?:- )?([a-z_]+)(?: *[=;] *|:|\s+)(\S.*)")


class Shown(NamedTuple):
    """What a line shows: its number from 0, what is wrong there, and what would be right."""

    line: int
    wrong: str
    right: str


def shown_by(error: Any, lines: Sequence[str]) -> Shown | None:
    """What the lines around an error of the parser show; None when it is nothing."""
    for number, line in enumerate(lines):
        if _MERGE.match(line):
            return Shown(number, wording.MERGE_MARKS, wording.CHOOSE_AND_CLEAN)
    for number in _suspects(error, lines):
        for wrong, right in _of_line(lines[number], error.context or ""):
            return Shown(number, wrong, right)
    return _left_standing(error, lines)


def _suspects(error: Any, lines: Sequence[str]) -> Iterator[int]:
    """The lines where the mistake can be, the likeliest first."""
    context, problem = error.context_mark, error.problem_mark or error.context_mark
    numbers = [] if context is None or "a block" in (error.context or "") else [context.line]
    if problem is not None:
        above = (n for n in range(min(problem.line, len(lines)) - 1, -1, -1) if lines[n].strip())
        numbers += [problem.line, next(above, 0)]
    return (number for number in dict.fromkeys(numbers) if number < len(lines))


def _of_line(line: str, context: str) -> Iterator[tuple[str, str]]:
    """What one line shows."""
    text = line.strip()
    if text.startswith("```"):
        yield wording.CODE_MARKS, wording.WITHOUT_LINE
    if _HARD_SPACE.search(line):
        yield wording.HARD_SPACE, wording.TYPE_SPACES
    if _TABLE.search(line):
        yield wording.TABLE, wording.NO_TABLE
    if match := _OTHER_DASH.match(line):
        yield wording.OTHER_DASH.format(sign=match[1]), f"- {match[2]}"
    if (match := _NO_SPACE.match(line)) and not text.startswith("---"):
        yield wording.DASH_WITHOUT_SPACE, f"- {match[1].strip()}"
    if match := _NUMBERED.match(line):
        yield wording.NUMBERED, f"- {match[1]}"
    for match in (_AT_START.match(line), _AT_START_INSIDE.search(line)):
        if match:
            right = f'{match[1]}"{match[2].strip()}"'
            yield wording.SIGN_AT_START_OF_TEXT.format(sign=match[2][0]), right
    if "flow mapping" in context and (match := _COLON.search(line)):
        right = f'{match[1]}: "{match[2].strip()}"'
        yield wording.COLON_IN_TEXT, wording.IN_QUOTES.format(text=right)
    if _CUT.match(line) and "quoted" not in context:
        yield wording.CUT_BY_HASH, wording.QUOTE_OR_OWN_LINE
    match = _KEY_ALONE.match(line) if "simple key" in context else None
    if match and match[1] in _KEYS:
        yield wording.NO_COLON_AND_SPACE.format(key=match[1]), f"‘{match[1]}: {match[2].strip()}’"


_KEYS = {name for record in (PACK, *RECORDS.values()) for name in record.names}


def _left_standing(error: Any, lines: Sequence[str]) -> Shown | None:
    """``[]`` of an empty list, above the items that were put there later."""
    mark = error.problem_mark
    if mark is None or mark.line >= len(lines) or not lines[mark.line].lstrip().startswith("-"):
        return None
    above = next((n for n in range(mark.line - 1, -1, -1) if lines[n].strip()), 0)
    empty = lines[above].rstrip()[-2:]
    if empty not in ("[]", "{}"):
        return None
    return Shown(
        above, wording.EMPTY_LEFT.format(empty=empty), wording.TAKE_AWAY.format(empty=empty)
    )


def without_unseen(text: str) -> str | None:
    """A name without the signs that nobody sees; None when there are none in it, or it is none."""
    if not _INVISIBLE.search(text):
        return None
    bare = _INVISIBLE.sub("", text).strip()
    return bare if _WORD.fullmatch(bare) else None


def is_cut(key: str, value: str, rest: str) -> bool:
    """Whether ``#`` takes the rest of a text for people, and it is no remark beside an id."""
    hash_ = re.match(r"[ \t]+#(\S?)", rest)
    if hash_ is None or key not in PROSE:
        return False
    return key not in _ALSO_IDS or " " in value or hash_[1] not in ("", "#")
