"""A document as files: a name that every computer takes, Word in Dutch, and a calendar."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.advice.markdown import Block, Span, blocks, words
from bot.advice.papers import GAP
from bot.channels import wording
from bot.dialogue.messages import Calendar
from bot.words.normal import folded

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself."""

LONGEST_NAME = 80

_MOMENT = datetime(2000, 1, 1)
"""The same words give the same bytes: no clock goes into the file."""
NARROWEST, WIDEST = 20, 75
"""Between so many signs the width of a column follows from its longest text."""
_A4 = (210, 297)
"""The width and height of a page, in millimetres."""
EVERY_STYLE = (
    "# Kop\n\n## Kop\n\n### Kop\n\nTekst\n\n- punt\n  - punt\n\n1. stap\n\n> citaat\n\n"
    "| a |\n| --- |\n| b |\n"
)
"""Markdown that needs every style that a template must have."""


class BadTemplate(Exception):
    """A Word template that can't be used; says in Dutch why, and what to do."""


def file_name(name: str) -> str:
    """A name for a file, without its ending: whatever a person typed, it names no other place."""
    safe = _NOT_IN_A_NAME.sub("-", folded(name)).strip("-.")[:LONGEST_NAME].strip("-.")
    return f"notitie-{safe}".strip("-") if _TAKEN.match(safe) or not safe else safe


def check_template(content: bytes) -> None:
    """See to it that a house style can be used for everything. Raises BadTemplate."""
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        to_docx(EVERY_STYLE, template=content)
    except _NoStyle as error:
        raise BadTemplate(wording.NO_STYLE.format(style=error)) from error
    except (PackageNotFoundError, zipfile.BadZipFile, LxmlError, KeyError, ValueError) as error:
        raise BadTemplate(wording.NO_WORD_FILE) from error


def to_docx(markdown: str, *, wide: bool = False, template: bytes | None = None) -> bytes:
    """The Word document of a Markdown text, gaps in yellow; ``wide``: on its side. ``template``:
    a Word file whose styles, header and footer it gets, instead of a plain page of A4."""
    import docx

    markdown = _CONTROL.sub("", markdown)
    word = docx.Document(None if template is None else io.BytesIO(template))
    _emptied(word)
    _page(word, wide=wide, is_plain=template is None)
    properties = word.core_properties
    properties.created = properties.modified = _MOMENT
    properties.author = properties.last_modified_by = "Samenwerkwijzer"
    properties.title = _title(markdown)
    properties.comments = ""
    _in_dutch(word)
    number: int | None = None
    for block in blocks(markdown):
        if block.rows:
            _table(word, block)
        number = None if block.rows else _add(word, block, number)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_clock(buffer.getvalue())


def to_ics(calendar: Calendar) -> bytes:
    """The calendar as a file that calendars open: a day for each entry, all day long."""
    import icalendar

    ics = icalendar.Calendar()
    ics.add("prodid", "-//Samenwerkwijzer//NL")
    ics.add("version", "2.0")
    for entry in calendar.entries:
        event = icalendar.Event()
        sign = f"{calendar.name} {entry.day} {entry.title}".encode()
        event.add("uid", f"{hashlib.sha256(sign).hexdigest()[:24]}@samenwerkwijzer")
        event.add("dtstamp", calendar.made)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.text)
        event.add("transp", "TRANSPARENT")
        ics.add_component(event)
    return bytes(ics.to_ical())


# --- the page -------------------------------------------------------------------------------


class _NoStyle(Exception):
    """A template lacks this style."""


def _emptied(word: Word) -> None:
    """Nothing of the text of a template stays; its headers and footers do."""
    body = word.element.body
    for element in [each for each in body if not each.tag.endswith("}sectPr")]:
        body.remove(element)


def _page(word: Word, *, wide: bool, is_plain: bool) -> None:
    """A plain page is A4; a wide one lies on its side, whatever the house style says."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    if is_plain:
        section.page_width, section.page_height = map(Mm, _A4)
    if wide:
        sides = sorted((section.page_width or Mm(_A4[0]), section.page_height or Mm(_A4[1])))
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_height, section.page_width = sides


def _in_dutch(word: Word) -> None:
    """Word checks the spelling as Dutch."""
    from docx.oxml.ns import qn

    for language in word.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia"):
            language.set(qn(script), "nl-NL")


# --- what stands on it ----------------------------------------------------------------------


def _new_list(word: Word) -> int:
    """A list of its own, that begins at 1: Word would go on from the list before it."""
    numbering = word.part.numbering_part.numbering_definitions._numbering
    properties = word.styles["List Number"].element.pPr
    if properties is None or properties.numPr is None:
        raise _NoStyle("List Number")
    of_style = properties.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _style(word: Word, name: str) -> str:
    """The name of a style that is there. Raises _NoStyle."""
    if name not in word.styles:
        raise _NoStyle(name)
    return name


def _add(word: Word, block: Block, number: int | None) -> int | None:
    """One paragraph in its style, its runs some bold or italic.

    ``number`` is the list that the paragraph before it was in; returns the one that this is in.
    """
    paragraph = word.add_paragraph(style=_style(word, block.style))
    if block.style == "List Number":
        number = number or _new_list(word)
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    else:
        number = None
    _write(paragraph, block.spans)
    return number


def _table(word: Word, block: Block) -> None:
    """A table with lines, as wide as the page; its head is in bold and on every page, no row goes
    on to the next, and what says more has more room."""
    from docx.oxml import OxmlElement

    rows = block.rows
    table = word.add_table(len(rows), len(rows[0]), style=_style(word, "Table Grid"))
    table.autofit = False
    for column, share in zip(table.columns, _shares(block), strict=True):
        column.width = int(word._block_width * share)
        for cell in column.cells:
            cell.width = column.width
    for cells, row in zip(rows, table.rows, strict=True):
        for cell, place in zip(cells, row.cells, strict=True):
            spans = cell if cells is not rows[0] else [s._replace(bold=True) for s in cell]
            _write(place.paragraphs[0], spans)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _shares(block: Block) -> list[float]:
    """The part of the width that each column gets, by its longest text; its longest word has
    room enough."""
    columns = ([words(cell) for cell in cells] for cells in zip(*block.rows, strict=True))
    longest = [
        max(
            max(len(text), *(5 * len(word) // 2 for word in text.split() or [""])) for text in texts
        )
        for texts in columns
    ]
    wished = [min(max(length, NARROWEST), WIDEST) for length in longest]
    return [wish / sum(wished) for wish in wished]


def _write(paragraph: Paragraph, spans: Iterable[Span]) -> None:
    """The words, what is still to be filled in marked yellow."""
    from docx.enum.text import WD_COLOR_INDEX

    for span in spans:
        for text in filter(None, _GAPS.split(span.text)):
            run = paragraph.add_run(text)
            run.bold, run.italic = span.bold or None, span.italic or None
            if GAP.fullmatch(text):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


_GAPS = re.compile(f"({GAP.pattern})")


def _title(markdown: str) -> str:
    """The first heading, as the document's title."""
    headings = (block.text for block in blocks(markdown) if block.style.startswith("Heading"))
    return next(headings, wording.UNTITLED)[:255]


def _without_clock(content: bytes) -> bytes:
    """The same zip with fixed dates and order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
