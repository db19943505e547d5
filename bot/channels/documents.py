"""A note as a Word document, shared by the channels that can hand over a file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from bot.advice.markdown import Block, blocks

if TYPE_CHECKING:
    from docx.document import Document as Word

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
    for block in blocks(markdown):
        _add(word, block)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_clock(buffer.getvalue())


def _add(word: Word, block: Block) -> None:
    """One paragraph in its style, its runs some bold or italic."""
    paragraph = word.add_paragraph(style=block.style)
    for span in block.spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.italic or None


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
