"""Loads packs: a folder of YAML files to one validated ``Pack``, or every problem at once."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from bot.packs import wording
from bot.packs.build import Builder, number_text
from bot.packs.chapters import FOLDER, canonical, read_chapters
from bot.packs.checks.check import check_pack
from bot.packs.checks.same import check_links, check_same, declared
from bot.packs.errors import PackError, Place, Problem, Report, did_you_mean
from bot.packs.format.schema import ITEM_LISTS, REQUIRED_ROOT
from bot.packs.format.structure import FILE
from bot.packs.former import former_of
from bot.packs.inherit.follow_ups import gathered
from bot.packs.inherit.forget import forget, without_forms
from bot.packs.inherit.merge import inherit, join, overlay
from bot.packs.names import names_of
from bot.packs.text.files import made_files
from bot.packs.text.source import MAX_BYTES, List, Map, read_document, shown_path
from bot.rules.model.content import Chapter
from bot.rules.model.pack import Pack

PACK_FILE, KNOWLEDGE, COMMON = "pakket.yml", "knowledge", "gemeenschappelijk"
_MISNAMED = re.compile(
    r"(?P<stem>[^.]+)(?:(?P<yaml>\.ya?ml)|\.(?:txt|rtf|docx?|odt))+", re.IGNORECASE
)
"""A name that an editor of texts makes of ``vragen.yml``, often without showing it."""
_ID_LINE = re.compile(r"""^pakket:\s*["']?([a-z][a-z0-9_]{0,23})["']?\s*(?:#.*)?$""", re.MULTILINE)


def load_pack(folder: Path, *, search: Sequence[Path] = ()) -> Pack:
    """The pack in this folder, with everything that it inherits.

    Other packs are looked for in ``search``, beside this folder, and in the folder
    ``knowledge`` in which it lies. Raises PackError with every problem.
    """
    return load_folder(folder, search=search).checked()


def load_folder(folder: Path, *, search: Sequence[Path] = ()) -> Loaded:
    """What stands in this folder, problems and all: the pack, and the place of everything in it."""
    return loader_of(folder, search).load(folder)


def loader_of(folder: Path, search: Sequence[Path] = ()) -> Loader:
    """The loader that looks for other packs where those of this folder are looked for."""
    return Loader(_roots(folder, search))


def find_packs(root: Path) -> dict[str, Path]:
    """Pack id -> folder, for every folder under ``root`` with a ``pakket.yml``.

    Raises PackError when two folders hold the same pack.
    """
    folders: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in made_files(root, f"**/{PACK_FILE}"):
        name = _pack_id(path)
        if name in folders:
            wrong = wording.PACK_TWICE.format(name=name, folder=shown_path(folders[name]))
            problems.append(Problem(shown_path(path), 1, "pakket", wrong, wording.ANOTHER_ID))
        folders.setdefault(name, path.parent)
    if problems:
        raise PackError(problems)
    return folders


def pack_files(folder: Path) -> list[Path]:
    """The files of a pack, ``pakket.yml`` first; none when there is no such folder."""
    return sorted(made_files(folder, "*.yml"), key=lambda path: path.name != PACK_FILE)


def link_problems(loaded: Loaded, others: Loader) -> list[Problem]:
    """What is wrong with what a pack says of others (``gelijk_aan``), as far as they are there."""
    report = Report()
    asked = {same["pakket"] for _, same in declared(loaded.root)}
    linked = {name: others.find(name) for name in asked}
    there = {
        name: other.root
        for name, other in linked.items()
        if other is not None and other.pack is not None
    }
    check_links(loaded.root, there, report)
    return report.problems


def load_all(folder: Path) -> dict[str, Pack]:
    """Every pack under ``folder``, by id. Raises PackError with the problems of all of them, also
    with what one says of another (``gelijk_aan``)."""
    loader = Loader([folder])
    loaded = {name: loader.load(place) for name, place in find_packs(folder).items()}
    report = Report()
    for pack in loaded.values():
        report.problems += pack.problems or link_problems(pack, loader)
    report.raise_if_any()
    return {name: pack.checked() for name, pack in loaded.items()}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack as far as it could be read; ``pack`` is there when nothing is wrong.

    ``root`` holds everything, ``under`` what its own files were laid over.
    """

    root: Map
    chapters: dict[str, Chapter]
    complete: bool
    problems: tuple[Problem, ...]
    pack: Pack | None = None
    under: Map | None = None

    def checked(self) -> Pack:
        """The pack. Raises PackError when anything is wrong with it."""
        if self.pack is None:
            raise PackError(self.problems)
        return self.pack


class Loader:
    """Loads each pack once, and knows where the others are."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = roots
        self.done: dict[Path, Loaded] = {}
        self.folders: dict[str, Path] | None = None

    def load(self, folder: Path, children: tuple[Path, ...] = ()) -> Loaded:
        """A pack as far as it could be read, with its problems; ``children`` rest on it."""
        folder = folder.resolve()
        if folder not in self.done:
            self.done[folder] = self._load(folder, (*children, folder))
        return self.done[folder]

    def find(self, id: str) -> Loaded | None:
        """The pack with this id, as far as it could be read; None when it is not there."""
        folder = self._folders().get(id)
        return None if folder is None else self.load(folder)

    def _folders(self) -> dict[str, Path]:
        if self.folders is None:
            self.folders = _find_all(self.roots)
        return self.folders

    def _load(self, folder: Path, children: tuple[Path, ...]) -> Loaded:
        report = Report()
        own, readable = _read_folder(folder, report)
        under, chapters, complete = self._inherited(own, children, report)
        # Where a pack is missing, what it would have held is too: that is told once.
        root = overlay(without_forms(under, own), own, report if complete else Report())
        forget(root, under, own)
        if own.get("pakket") == COMMON:
            sources = names_of(root, frozenset()).sources
            booklet = read_chapters(folder.parent / FOLDER, sources, report)
            chapters |= {chapter.slug: chapter for chapter in booklet}
        if not (readable and complete):
            return Loaded(root, chapters, False, tuple(report.problems))
        names = names_of(root, frozenset(chapters))
        merged = report.successor()
        builder = Builder(root, names, merged)
        parts = builder.parts()
        check_pack(root, names, parts, merged)
        check_same(root, names, merged)
        problems = [*report.problems, *_of_this_pack(own, report.problems, merged.problems)]
        if problems:
            told = map(former_of(root).told, problems)
            return Loaded(root, chapters, True, tuple(gathered(told, own, under, names)))
        ordered = tuple(chapters.values())
        pack = builder.pack(parts, _version(root, ordered), ordered)
        return Loaded(root, chapters, True, (), pack, under)

    def _inherited(
        self, own: Map, children: tuple[Path, ...], report: Report
    ) -> tuple[Map, dict[str, Chapter], bool]:
        """What a document is laid over: its base and what it inherits; whether that was found."""
        asked = own.get("gebaseerd_op")
        erft = own["erft"] if isinstance(own.get("erft"), List) else List(own.place)
        base: Loaded | None = None
        others: list[Loaded | None] = []
        if isinstance(asked, str):
            base = self._other(asked, own.at("gebaseerd_op"), children, report)
        for index, name in enumerate(erft):
            if isinstance(name, str):
                others.append(self._other(name, erft.at(index), children, report))
        found = [other for other in others if other is not None]
        under = overlay(base.root if base else Map(own.place), Map(own.place), Report())
        chapters = dict(base.chapters) if base else {}
        for other in found:
            inherit(under, other.root)
            chapters |= other.chapters
        needed = [*others, base] if isinstance(asked, str) else others
        complete = all(other is not None and other.complete for other in needed)
        return under, chapters, complete

    def _other(
        self, asked: str, place: Place, children: tuple[Path, ...], report: Report
    ) -> Loaded | None:
        """Another pack, and that it has the version that is asked for."""
        name, _, version = asked.partition("@")
        folders = self._folders()
        folder = folders.get(name)
        if folder is None:
            wrong = wording.NO_PACK.format(name=name)
            report.add(place, wrong, did_you_mean(name, folders))
            return None
        if folder in children:
            way = " → ".join(_pack_id(path / PACK_FILE) for path in (*children, folder))
            report.add(place, wording.PACK_ON_ITSELF.format(way=way), wording.ANOTHER_PACK)
            return None
        loaded = self.load(folder, children)
        report.problems.extend(loaded.problems)
        if version and loaded.pack and version != loaded.pack.version:
            wrong = wording.OTHER_VERSION.format(name=name, version=version)
            report.add(
                place, wrong, wording.VERSION_NOW.format(name=name, version=loaded.pack.version)
            )
        return loaded


def _of_this_pack(own: Map, known: list[Problem], found: list[Problem]) -> Iterator[Problem]:
    """What was found in the merged pack and not before; in a file of another pack it says whose."""
    home = own.place.file.rpartition("/")[0]
    for problem in found:
        if problem in known:
            continue
        if problem.file.rpartition("/")[0] == home:
            yield problem
        else:
            yield replace(
                problem,
                wrong=wording.AS_INHERITED.format(wrong=problem.wrong, pack=own.get("pakket")),
            )


def _read_folder(folder: Path, report: Report) -> tuple[Map, bool]:
    """All files of a folder as one document, and whether all that is in them could be read."""
    paths = pack_files(folder)
    place = Place(shown_path(folder / PACK_FILE), 1)
    if folder / PACK_FILE not in paths:
        report.add(place, wording.NO_FILE, wording.PACK_FOLDER)
        return Map(place), False
    _check_names(folder, report)
    documents = [one for path in paths if (one := read_document(path, report)) is not None]
    for document in documents:
        FILE.check(document, report)
    no_list = [key for one in documents for key in ITEM_LISTS if isinstance(one.get(key), Map)]
    readable = len(documents) == len(paths) and not no_list
    whole = join(documents, report, place)
    for key in REQUIRED_ROOT if readable else ():
        if key not in whole:
            report.add(place, wording.NO_KEY.format(key=key))
    return whole, readable


def _check_names(folder: Path, report: Report) -> None:
    """Report files that are not read, and that somebody meant to be: ``vragen.yml.txt``."""
    for path in sorted(folder.iterdir()):
        meant = None if path.name.endswith(".yml") else _MISNAMED.fullmatch(path.name)
        if meant and (meant["yaml"] or meant["stem"].lower() in (*ITEM_LISTS, "pakket")):
            place, right = Place(shown_path(path), 1), f"{meant['stem']}.yml"
            report.add(place, wording.FILE_NOT_READ, right)


def _pack_id(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        return path.parent.name
    match = _ID_LINE.search(path.read_bytes().decode("utf-8", "replace").lstrip("\ufeff"))
    return match[1] if match else path.parent.name


def _roots(folder: Path, search: Sequence[Path]) -> list[Path]:
    parents = folder.resolve().parents
    return [*search, *parents[:1], *(parent for parent in parents if parent.name == KNOWLEDGE)]


def _find_all(roots: Sequence[Path]) -> dict[str, Path]:
    folders: dict[str, Path] = {}
    for root in roots:
        for path in made_files(root.resolve(), f"**/{PACK_FILE}"):
            folders.setdefault(_pack_id(path), path.parent)
    return folders


def _version(root: Map, chapters: Sequence[Chapter]) -> str:
    """The first 12 hex digits of the hash of the content, whatever file it stood in."""
    content = [root, [canonical(chapter) for chapter in chapters]]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, default=_number)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _number(value: object) -> str:
    if isinstance(value, Fraction):
        return number_text(value)
    raise TypeError(type(value))
