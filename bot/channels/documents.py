"""A note as a Word document, shared by the channels that can hand over a file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(#{1,4})\s+(.*)")
_BULLET = re.compile(r"(\s*)[-*•]\s+(.*)")
_NUMBER = re.compile(r"(\s*)\d+[.)]\s+(.*)")
_SPAN = re.compile(r"\*\*(.+?)\*\*|(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_MOMENT = datetime(2000, 1, 1)
"""The same words give the same bytes: no clock goes into the file."""


def to_docx(markdown: str) -> bytes:
    """The Word document of a Markdown text: headings, bullets, numbers, quotes, bold and italic."""
    import docx

    word = docx.Document()
    properties = word.core_properties
    properties.created = properties.modified = _MOMENT
    properties.author = properties.last_modified_by = "Samenwerkwijzer"
    properties.title = _title(markdown)
    properties.comments = ""
    for kind, text in blocks(_CONTROL.sub("", markdown)):
        _add(word, kind, text)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_clock(buffer.getvalue())


def blocks(markdown: str) -> list[tuple[str, str]]:
    """The text as blocks (style, words): what belongs to one paragraph is joined."""
    out: list[tuple[str, str]] = []
    joined = False
    for line in markdown.splitlines():
        kind, text = _block(line)
        if kind == "Normal" and text and joined:
            out[-1] = (out[-1][0], f"{out[-1][1]} {text}")
        elif text:
            out.append((kind, text))
        joined = bool(text) and not kind.startswith("Heading")
    return out


def _block(line: str) -> tuple[str, str]:
    """The style of one line, and its words."""
    bare = line.strip()
    if not bare or re.fullmatch(r"[-*_]{3,}", bare):
        return "Normal", ""
    if found := _HEADING.match(bare):
        return f"Heading {len(found.group(1))}", found.group(2)
    for style, pattern in (("List Bullet", _BULLET), ("List Number", _NUMBER)):
        if found := pattern.match(line):
            return style + (" 2" if len(found.group(1)) >= 2 else ""), found.group(2)
    if bare.startswith(">"):
        return "Quote", bare.lstrip("> ")
    return "Normal", bare


def _add(word: Word, kind: str, text: str) -> None:
    """One paragraph in its style."""
    _write(word.add_paragraph(style=kind), _LINK.sub(r"\1 (\2)", text))


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
    for line in markdown.splitlines():
        if found := _HEADING.match(line.strip()):
            return _CONTROL.sub("", found.group(2))[:255]
    return "Notitie"


def _without_clock(content: bytes) -> bytes:
    """The same zip with fixed dates and order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
