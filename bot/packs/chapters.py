"""Reads the EHBO chapters: Markdown files with front matter, and where the 2017 booklet has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from markdown_it import MarkdownIt

from bot.packs import wording
from bot.packs.checks.check import check_sources
from bot.packs.errors import Place, Report, did_you_mean
from bot.packs.format.json_schema import pack_schema, record_schema
from bot.packs.format.record import Key, Record
from bot.packs.format.shapes import COUNT, DAY, SAFE_URL, SOURCES, TEXT, TEXTS
from bot.packs.format.structure import Structure, shown, structure_of
from bot.packs.text.files import made_files
from bot.packs.text.source import Map, parse, read_document, read_text, shown_path
from bot.rules.model.content import Booklet, Chapter

FOLDER, BOOKLET = "ehbo", "uitgave_2017.yml"
MOST_WORDS_FIRST = 60
_SLUG = re.compile(r"[a-z][a-z0-9_-]{0,47}")
FRONT = Record((
    Key("titel", "title", TEXT, True), Key("wanneer", "when", TEXT, True),
    Key("vormen", "forms", TEXTS), Key("aandachtspunten", "concerns", TEXTS),
    Key("bron", "sources", SOURCES, True), Key("gecontroleerd_op", "checked_on", DAY, True),
))  # fmt: skip
_FRONT_MATTER = structure_of(FRONT)
IN_BOOKLET = Record((
    Key("hoofdstuk", "title", TEXT, True), Key("bladzijde", "page", COUNT),
    Key("url", "url", SAFE_URL),
))  # fmt: skip
_BOOKLET_FILE = Structure(
    lambda: {
        "type": "object",
        "properties": {
            "hoofdstukken": {
                "type": ["object", "null"],
                "additionalProperties": record_schema(IN_BOOKLET),
            }
        },
        "additionalProperties": False,
        "$defs": pack_schema()["$defs"],
    }
)
_READER = MarkdownIt("zero").enable("heading")


def read_chapters(folder: Path, sources: Iterable[str], report: Report) -> list[Chapter]:
    """Every chapter in this folder, by name of file, resting on these sources.

    Problems go into the report.
    """
    if not folder.is_dir():
        return []
    files = [path for path in made_files(folder, "*.md") if path.stem != "README"]
    booklet = _booklet(folder / BOOKLET, {path.stem for path in files}, report)
    known = set(sources)
    chapters = [_chapter(path, booklet.get(path.stem), known, report) for path in files]
    return [chapter for chapter in chapters if chapter is not None]


def _chapter(
    path: Path, booklet: Booklet | None, known: set[str], report: Report
) -> Chapter | None:
    file = shown_path(path)
    if not _SLUG.fullmatch(path.stem):
        right = wording.SLUG_SIGNS
        report.add(Place(file, 1), wording.NO_SLUG.format(name=path.stem), right)
    text = read_text(path, report)
    front, body, line = _split(text, file, report) if text is not None else (None, "", 1)
    if front is None:
        return None
    sections = _sections(body, file, line, report)
    _check_sections([section.heading for section in sections], file, report)
    for section in sections:
        words = len(section.text.split())
        if section.heading == wording.FIRST and words > MOST_WORDS_FIRST:
            wrong = wording.LONG_SECTION.format(heading=wording.FIRST, count=words)
            report.add(Place(file, section.line), wrong, wording.MOST_WORDS)
    before = len(report.problems)
    _FRONT_MATTER.check(front, report)
    if not front.broken:
        check_sources(front, known, report)
    if len(report.problems) > before or front.broken:
        return None
    told = tuple((section.heading, section.text) for section in sections)
    return Chapter(slug=path.stem, sections=told, booklet=booklet, **FRONT.fields(front))


def _split(text: str, file: str, report: Report) -> tuple[Map | None, str, int]:
    """The front matter, the text below it, and the line on which that starts."""
    lines = text.splitlines()
    ends = [number for number, line in enumerate(lines) if line.strip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        report.add(Place(file, 1), wording.NO_FRONT, "---, titel: …, ---")
        return None, "", 1
    documents = parse("\n".join(lines[1 : ends[1]]), file, report, first_line=2)
    front = documents[0] if documents else None
    if documents is not None and not isinstance(front, Map):
        report.add(Place(file, 2), wording.STANDS_HERE.format(value=shown(front)), "titel: …")
    start = ends[1] + 1
    return (front if isinstance(front, Map) else None), "\n".join(lines[start:]), start + 1


class _Section(NamedTuple):
    """A heading of a chapter, its line in the file, and the Markdown below it."""

    heading: str
    line: int
    text: str


def _sections(body: str, file: str, line: int, report: Report) -> list[_Section]:
    lines, tokens = body.split("\n"), _READER.parse(body)
    heads = [
        (inline.content.strip(" *"), opening.map[0], opening.map[1])
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag == "h2" and opening.map
    ]
    ends = [*(start for _, start, _ in heads), len(lines)]
    before = "\n".join(lines[: ends[0]]).strip()
    if before and not before.startswith("# "):
        report.add(Place(file, line), wording.TEXT_BEFORE_HEADING, f"## {wording.FIRST}")
    return [
        _Section(heading, line + start, "\n".join(lines[below:end]).strip())
        for (heading, start, below), end in zip(heads, ends[1:], strict=True)
    ]


def _check_sections(headings: list[str], file: str, report: Report) -> None:
    for heading in wording.HEADINGS:
        if heading not in headings:
            report.add(Place(file, 1), wording.NO_HEADING.format(heading=heading), f"## {heading}")
    for heading in headings:
        if heading not in wording.HEADINGS:
            wrong = wording.UNKNOWN_HEADING.format(heading=heading)
            report.add(Place(file, 1), wrong, did_you_mean(heading, wording.HEADINGS))
    known = [heading for heading in headings if heading in wording.HEADINGS]
    if sorted(known, key=wording.HEADINGS.index) != known:
        report.add(Place(file, 1), wording.HEADINGS_OUT_OF_ORDER, ", ".join(wording.HEADINGS))


def _booklet(path: Path, slugs: Iterable[str], report: Report) -> dict[str, Booklet]:
    """Our chapter -> where the booklet has it; what can't be used goes into the report."""
    document = read_document(path, report) if path.exists() else None
    if document is None:
        return {}
    found: dict[str, Booklet] = {}
    _BOOKLET_FILE.check(document, report)
    chapters = document.get("hoofdstukken")
    if not isinstance(chapters, Map):
        return {}
    for slug, entry in chapters.items():
        if slug not in slugs:
            wrong = wording.NO_CHAPTER.format(slug=slug)
            report.add(chapters.at(slug), wrong, did_you_mean(slug, slugs))
        elif isinstance(entry, Map) and not entry.broken:
            found[slug] = Booklet(**IN_BOOKLET.fields(entry))
    return found


def canonical(chapter: Chapter) -> list[Any]:
    """A chapter as plain values, for the version of a pack."""
    checked: date | None = chapter.checked_on
    booklet = chapter.booklet
    return [
        chapter.slug, chapter.title, chapter.when, [list(s) for s in chapter.sections],
        list(chapter.forms), list(chapter.concerns), list(chapter.sources),
        checked.isoformat() if checked else None,
        [booklet.title, booklet.page, booklet.url] if booklet else None,
    ]  # fmt: skip
