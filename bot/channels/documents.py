"""A note as a Word document, shared by the channels that can hand over a file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from bot.advice.markdown import blocks, with_bare_links

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_SPAN = re.compile(r"\*\*(.+?)\*\*|(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_MOMENT = datetime(2000, 1, 1)
"""The same words give the same bytes: no clock goes into the file."""


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
    for kind, text in blocks(markdown):
        _add(word, kind, text)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_clock(buffer.getvalue())


def _add(word: Word, kind: str, text: str) -> None:
    """One paragraph in its style."""
    _write(word.add_paragraph(style=kind), with_bare_links(text))


def _write(paragraph: Paragraph, text: str) -> None:
    """The runs of a paragraph, some bold or italic."""
    at = 0
    for match in _SPAN.finditer(text):
        if before := text[at : match.start()]:
            paragraph.add_run(before)
        bold, italic = match.groups()
        run = paragraph.add_run(bold or italic)
        run.bold, run.italic = (True, None) if bold else (None, True)
        at = match.end()
    if rest := text[at:]:
        paragraph.add_run(rest)


def _title(markdown: str) -> str:
    """The first heading, as the document's title."""
    headings = (text for kind, text in blocks(markdown) if kind.startswith("Heading"))
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
