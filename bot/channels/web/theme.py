"""What a browser would pass over in silence in the theme of a municipality."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from bot.channels.web import wording
from bot.channels.web.assets import STATIC, THEME

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_USED = re.compile(r"var\([^)]*\)")
_VARIABLE = re.compile(r"(--[\w-]+)\s*(:?)")


def theme_faults(path: Path) -> Iterator[str]:
    """A line for each variable that the page doesn't know or that has no colon, and for each brace
    without a partner. Raises OSError when the file can't be read."""
    text = _COMMENT.sub(_blank, path.read_text("utf-8", errors="replace"))
    names = {name for name, _ in _VARIABLE.findall((STATIC / THEME).read_text("utf-8"))}
    opened: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        where = wording.THEME_LINE.format(file=path, line=number)
        yield from (where + fault for fault in _names(line, names))
        for sign in re.findall(r"[{}]", line):
            if sign == "{":
                opened.append(number)
            elif opened:
                opened.pop()
            else:
                yield where + wording.THEME_CLOSES
    for number in opened:
        yield wording.THEME_LINE.format(file=path, line=number) + wording.THEME_OPEN


def _names(line: str, names: Collection[str]) -> Iterator[str]:
    """What is wrong with the variables that are set on a line; one of their own may have any other
    name."""
    for name, colon in _VARIABLE.findall(_USED.sub("", line)):
        close = get_close_matches(name, names, 1, 0.8)
        if not colon:
            yield wording.THEME_COLON.format(name=name)
        elif name not in names and (close or name.startswith("--kleur-")):
            instead = wording.THEME_MEANT.format(name=close[0]) if close else ""
            yield wording.THEME_UNKNOWN.format(name=name, instead=instead)


def _blank(found: re.Match[str]) -> str:
    """Lines of a comment without their words, so that those below keep their number."""
    return "\n" * found.group().count("\n")
