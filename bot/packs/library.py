"""The packs of a folder that can advise, each loaded when it is first asked for.

A folder may hold dozens of packs; a conversation uses one or two. A pack that does not load is
not there, and its problems are told once: somebody's draft must not stop everyone else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import RLock

from bot.packs import wording
from bot.packs.errors import PackError
from bot.packs.load import Loader, find_packs, pack_files
from bot.packs.text.source import MAX_BYTES
from bot.rules.model.pack import Pack

_ADVISES = re.compile(r"^(adviezen|gebaseerd_op):", re.MULTILINE)
_TITLE = re.compile(
    r"""^titel:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s>|"'#][^\n#]*))""", re.MULTILINE
)
_NAMED = re.compile(r"""(pakket|gebaseerd_op):[ \t]*["']?([a-z][a-z0-9_]{0,23})\b""")


class Unusable(KeyError):
    """A pack that does not load; ``problems`` says why."""

    def __init__(self, id: str, problems: PackError) -> None:
        super().__init__(id)
        self.problems = problems


class Library(Mapping[str, Pack]):
    """Pack id -> pack. Thread safe. ``titles``, and with which packs one says it shares questions
    (``related``), are known without loading a pack.

    Raises PackError when two folders hold the same pack. ``tell`` hears of every pack that does
    not load, once.
    """

    def __init__(self, root: Path, tell: Callable[[str], None] | None = None) -> None:
        folders = find_packs(root)
        read = {id: _texts(folder) for id, folder in folders.items()}
        texts = {id: found for id, found in read.items() if any(map(_ADVISES.search, found))}
        self.titles: Mapping[str, str] = {id: _title(id, found) for id, found in texts.items()}
        self.related: Mapping[str, frozenset[str]] = {
            id: _related(found) for id, found in texts.items()
        }
        self._folders = {id: folders[id] for id in texts}
        self._loader = Loader([root])
        self._broken: dict[str, PackError] = {}
        self._tell = tell or (lambda line: None)
        self._lock = RLock()

    def __getitem__(self, id: str) -> Pack:
        folder = self._folders[id]
        with self._lock:
            if id in self._broken:
                raise Unusable(id, self._broken[id])
            try:
                return self._loader.load(folder).checked()
            except PackError as error:
                self._broken[id] = error
                self._tell(wording.LEFT_OUT.format(id=id, error=error))
                raise Unusable(id, error) from error

    def __contains__(self, id: object) -> bool:
        return id in self._folders

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


def _texts(folder: Path) -> list[str]:
    return [_text(path) for path in pack_files(folder)]


def _text(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        return ""
    return path.read_bytes().decode("utf-8", "replace")


def _title(name: str, texts: list[str]) -> str:
    title = _TITLE.search(texts[0])
    return next(filter(None, title.groups())).strip() if title else name


def _related(texts: list[str]) -> frozenset[str]:
    """The packs that one is based on (at the start of a line), or names in a ``gelijk_aan``
    (never at the start of a line)."""
    return frozenset(
        match[2]
        for text in texts
        for match in _NAMED.finditer(text)
        if _is_key(text, match.start(), match[1])
    )


def _is_key(text: str, start: int, key: str) -> bool:
    before = text[start - 1 : start]
    return before in ("", "\n") if key == "gebaseerd_op" else before in tuple(" \t{,")
