"""Reads YAML to plain values that know where they stand; the only importer of yaml.

Stricter and kinder than YAML 1.1: only ``true`` and ``false`` are booleans, only decimal numbers
are numbers (exact, as int or Fraction), a date stays text until the schema asks for a date.
Duplicate keys, tags, documents that are too large or too deep, and aliases that explode are
refused. Nothing here raises on bad input: every problem goes into the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from bot.packs.errors import Place, Report
from bot.packs.text import wording
from bot.packs.text.signs import ODD_BREAK, PROSE, is_cut, without_unseen
from bot.packs.text.yaml_errors import cut_short, explained
from bot.words.number_tokens import thousands

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_NODES = 150_000
_STR_TAGS = {None, "!", "tag:yaml.org,2002:str"}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DOUBTFUL = {"yes": "ja", "no": "nee", "on": "ja", "off": "nee"}
_CURLY = re.compile(r"[“”„][^“”„]*[“”\"]|‘[^‘’]*’|«[^«»]*»")
"""What an editor of texts makes of straight quotes."""
_SPACES = (" ", "\t")
_NUMBER_BEGINS = frozenset("+-0123456789")
_INDEX = re.compile(r"(?:\[\d+\])+$")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Map(dict[str, Any]):
    """A mapping that knows its place and the place of every key."""

    __slots__ = ("broken", "place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}
        self.broken = False

    def at(self, key: str) -> Place:
        """Where this key stands; the place of the whole when it is absent."""
        return self.places.get(key, self.place)

    def put(self, key: str, value: Any, place: Place) -> None:
        """Set a key together with its place."""
        self[key] = value
        self.places[key] = place


class List(list[Any]):
    """A list that knows its place and the place of every item."""

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []

    def at(self, index: int) -> Place:
        """Where this item stands."""
        return self.places[index] if index < len(self.places) else self.place

    def put(self, value: Any, place: Place) -> None:
        """Append an item together with its place."""
        self.append(value)
        self.places.append(place)


class _TooMuch(Exception):
    """The document cannot be read any further; the report says why."""


class _Composer:
    """Builds the values of one file from the parser's events."""

    def __init__(self, text: str, file: str, first_line: int, report: Report) -> None:
        self.events = yaml.parse(text, _Loader)
        self.text, self.file, self.first_line, self.report = text, file, first_line, report
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0

    def place(self, event: Any, path: str) -> Place:
        shown = path if len(path) <= 120 else f"{path[:100]}…"
        return Place(self.file, event.start_mark.line + self.first_line, shown)

    def documents(self) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.anchors = {}
                yield self.value(next(self.events), "", 0)

    def value(self, event: Any, path: str, depth: int) -> Any:
        self.count(1, event, path)
        if depth > MAX_DEPTH:
            self.stop(event, path, wording.TOO_DEEP.format(most=MAX_DEPTH), wording.LESS_DEEP)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, path)
        before = self.nodes
        if event.tag not in _STR_TAGS:
            wrong = wording.UNKNOWN_TAG.format(tag=event.tag)
            self.report.add(self.place(event, path), wrong, wording.NO_TAG, settles=True)
        if isinstance(event, yaml.ScalarEvent):
            read: Any = self.scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            read = self.sequence(event, path, depth)
        else:
            read = self.mapping(event, path, depth)
        if event.anchor:
            self.anchors[event.anchor] = (read, self.nodes - before + 1)
        return read

    def count(self, nodes: int, event: Any, path: str) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            wrong = wording.TOO_MANY_VALUES.format(most=MAX_NODES)
            self.stop(event, path, wrong, wording.FEWER)

    def stop(self, event: Any, path: str, wrong: str, right: str) -> None:
        self.report.add(self.place(event, path), wrong, right)
        raise _TooMuch

    def alias(self, event: Any, path: str) -> Any:
        if event.anchor not in self.anchors:
            self.report.add(
                self.place(event, path), wording.REFERS_TO_NOTHING.format(anchor=event.anchor)
            )
            return None
        meant, size = self.anchors[event.anchor]
        self.count(size, event, path)
        return meant

    def scalar(self, event: Any, path: str) -> Any:
        text: str = event.value
        if (bare := without_unseen(text)) is not None:
            wrong = wording.UNSEEN_IN_WORD.format(word=bare)
            right = wording.TYPE_AGAIN.format(word=bare)
            self.report.add(self.place(event, path), wrong, right, settles=True)
            return bare
        if not event.implicit[0]:
            return text
        self.prose(event, path)
        if meant := _DOUBTFUL.get(text.lower()):
            self.report.add(
                self.place(event, path),
                wording.READ_AS_TRUTH.format(text=text),
                wording.TRUTH_OR_TEXT.format(meant=meant, text=text),
                settles=True,
            )
        if _CURLY.fullmatch(text):
            wrong = wording.CURLY_QUOTES
            right = wording.STRAIGHT_QUOTES.format(text=text[1:-1])
            self.report.add(self.place(event, path), wrong, right, settles=True)
        return plain(text)

    def prose(self, event: Any, path: str) -> None:
        """Report what falls out of a text for people without a word."""
        end = event.end_mark.index
        if not event.anchor and self.text[end : end + 1] not in _SPACES:
            return
        key = _INDEX.sub("", path).rpartition(".")[2]
        if is_cut(key, event.value, self.text[end : end + 99]):
            wrong, right = wording.CUT_BY_HASH, wording.QUOTE_OR_OWN_LINE
            self.report.add(self.place(event, path), wrong, right, settles=True)
        if event.anchor and key in PROSE and f"*{event.anchor}" not in self.text:
            wrong = wording.NAME_IN_TEXT.format(anchor=event.anchor)
            right = wording.QUOTED_WITH_NAME.format(anchor=event.anchor, text=event.value)
            self.report.add(self.place(event, path), wrong, right, settles=True)

    def sequence(self, start: Any, path: str, depth: int) -> List:
        items = List(self.place(start, path))
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = f"{path}[{len(items) + 1}]"
            items.put(self.value(event, here, depth + 1), self.place(event, here))
        return items

    def mapping(self, start: Any, path: str, depth: int) -> Map:
        entries = Map(self.place(start, path))
        cut = False
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, path, depth)
            place = self.place(event, f"{path}.{key}" if path else key)
            following = next(self.events)
            if start.flow_style and _is_absent(event, following):
                if not cut:
                    wrong, right = cut_short(key, [*entries.items()][-1:])
                    self.report.add(place._replace(path=path), wrong, right)
                cut = True
                continue
            cut = False
            value = self.value(following, place.path, depth + 1)
            if key in entries:
                first = entries.places[key].line
                self.report.add(place, wording.KEY_TWICE.format(key=key, line=first), wording.ONCE)
                entries.broken = True
            else:
                entries.put(key, value, place)
        return entries

    def key(self, event: Any, path: str, depth: int) -> str:
        key = self.value(event, path, depth + 1)
        if isinstance(key, str):
            return key
        if isinstance(key, int | Fraction) and not isinstance(key, bool):
            return str(key)
        shown = getattr(event, "value", wording.THIS_VALUE)
        wrong = wording.NO_KEY_HERE.format(shown=shown)
        self.report.add(self.place(event, path), wrong, wording.A_WORD.format(shown=shown))
        return f"?{event.start_mark.line}"


def _is_absent(key: Any, value: Any) -> bool:
    """Whether nothing stands behind a key inside ``{…}``, not even a colon."""
    nothing = isinstance(value, yaml.ScalarEvent) and value.value == ""
    return nothing and bool(value.start_mark.index == key.end_mark.index)


def plain(text: str) -> Any:
    """The value of a scalar without quotes: nothing, true or false, an exact number, or text."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if text[0] not in _NUMBER_BEGINS:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if (whole := thousands(text)) is not None:  # 50.000 is fifty thousand, as people write it
        return whole
    if _FLOAT.fullmatch(text):
        return Fraction(text)
    return text


def read_text(path: Path, report: Report) -> str | None:
    """The text of a file in UTF-8, or None when it is too large or no text at all."""
    place = Place(shown_path(path), 1)
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        report.add(place, wording.UNREADABLE)
        return None
    if size > MAX_BYTES:
        wrong = wording.TOO_LARGE.format(megabytes=size / 1e6)
        report.add(place, wrong, wording.SMALLER)
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong = wording.NOT_UTF_8
        right = wording.SAVE_AS_UTF_8
        report.add(place._replace(line=line), wrong, right)
        return None


def parse(text: str, file: str, report: Report, first_line: int = 1) -> list[Any] | None:
    """All documents in this text, or None when the text is no YAML; the report says why."""
    for odd in ODD_BREAK.finditer(text):
        line = first_line + text.count("\n", 0, odd.start())
        report.add(Place(file, line), wording.ODD_BREAK, wording.NEW_LINE)
        return None
    composer = _Composer(text, file, first_line, report)
    try:
        return list(composer.documents())
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explained(error, _last_scalar(text), text, first_line)
        if not any((problem.line, problem.wrong) == (line, wrong) for problem in report.problems):
            report.add(Place(file, line), wrong, right)
    except yaml.YAMLError as error:
        where = text[: getattr(error, "position", 0)].count("\n")
        report.add(Place(file, first_line + where), wording.BAD_SIGN, wording.NOT_IN_TEXT)
    except _TooMuch:
        pass
    return None


def _last_scalar(text: str) -> Any:
    """The last text that could be read before the parser stopped; None when there is none."""
    last = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, _Loader):
            last = event if isinstance(event, yaml.ScalarEvent) else last
    return last


def read_document(path: Path, report: Report) -> Map | None:
    """The mapping in this file, or None when there is none; the report says why."""
    text = read_text(path, report)
    documents = None if text is None else parse(text, shown_path(path), report)
    if documents is None:
        return None
    if len(documents) > 1:
        wrong = wording.MORE_DOCUMENTS
        report.add(Place(shown_path(path), 1), wrong, wording.ONE_DOCUMENT)
    first = documents[0] if documents else None
    if first is None:
        return Map(Place(shown_path(path), 1))
    if not isinstance(first, Map):
        report.add(Place(shown_path(path), 1), wording.NO_KEYS, wording.KEY_EXAMPLE)
        return None
    return first


def shown_path(path: Path) -> str:
    """The path as a person would type it: from the folder they are in, when it lies there."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
