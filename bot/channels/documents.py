"""A document as files: a name that every computer takes, and a Word document in Dutch."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from bot.advice.markdown import Block, blocks
from bot.words.normal import folded

if TYPE_CHECKING:
    from docx.document import Document as Word

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself."""

LONGEST_NAME = 80

_MOMENT = datetime(2000, 1, 1)
"""The same words give the same bytes: no clock goes into the file."""


def file_name(name: str) -> str:
    """A name for a file, without its ending: whatever a person typed, it names no other place."""
    safe = _NOT_IN_A_NAME.sub("-", folded(name)).strip("-.")[:LONGEST_NAME].strip("-.")
    return f"notitie-{safe}".strip("-") if _TAKEN.match(safe) or not safe else safe


def to_docx(markdown: str) -> bytes:
    """The Word document of a Markdown text: headings, bullets, numbers, quotes, bold and italic."""
    import docx

    markdown = _CONTROL.sub("", markdown)
    word = docx.Document()
    properties = word.core_properties
    properties.created = properties.modified = _MOMENT
    properties.author = properties.last_modified_by = "Samenwerkwijzer"
    properties.title = _title(markdown)
    properties.comments = ""
    _in_dutch(word)
    number: int | None = None
    for block in blocks(markdown):
        number = _add(word, block, number)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_clock(buffer.getvalue())


def _in_dutch(word: Word) -> None:
    """Word checks the spelling as Dutch."""
    from docx.oxml.ns import qn

    for language in word.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia"):
            language.set(qn(script), "nl-NL")


def _new_list(word: Word) -> int:
    """A list of its own, that begins at 1: Word would go on from the list before it."""
    numbering = word.part.numbering_part.numbering_definitions._numbering
    of_style = word.styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _add(word: Word, block: Block, number: int | None) -> int | None:
    """One paragraph in its style, its runs some bold or italic.

    ``number`` is the list that the paragraph before it was in; returns the one that this is in.
    """
    paragraph = word.add_paragraph(style=block.style)
    if block.style == "List Number":
        number = number or _new_list(word)
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    else:
        number = None
    for span in block.spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.italic or None
    return number


def _title(markdown: str) -> str:
    """The first heading, as the document's title."""
    headings = (block.text for block in blocks(markdown) if block.style.startswith("Heading"))
    return next(headings, "Notitie")[:255]


def _without_clock(content: bytes) -> bytes:
    """The same zip with fixed dates and order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
