"""The note as a Word document."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.documents import blocks, file_name, to_docx
from tests.amounts import times

NOTE = """# Notitie: Speeltuin Kerkstraat

**Advies:** maak het plan *samen*.
Deze regel hoort erbij.

## Wat ligt vast

- het budget & de plek
  - tot <2027>
1. Vraag de raad.
---
> "Jullie beslissen mee."

Zie [de gids](https://example.org/gids).
"""


def read(markdown: str) -> list[tuple[str, str]]:
    """The paragraphs of the document: style and text."""
    word = Document(io.BytesIO(to_docx(markdown)))
    return [(str(p.style.name if p.style else ""), p.text) for p in word.paragraphs]


def test_headings_bullets_and_paragraphs() -> None:
    """Each in its style, marks gone, links written out."""
    assert read(NOTE) == [
        ("Heading 1", "Notitie: Speeltuin Kerkstraat"),
        ("Normal", "Advies: maak het plan samen. Deze regel hoort erbij."),
        ("Heading 2", "Wat ligt vast"),
        ("List Bullet", "het budget & de plek"),
        ("List Bullet 2", "tot <2027>"),
        ("List Number", "Vraag de raad."),
        ("Quote", '"Jullie beslissen mee."'),
        ("Normal", "Zie de gids (https://example.org/gids)."),
    ]


def test_bold_and_title() -> None:
    """Bold runs are bold; the title is the first heading; no clock and no name inside."""
    word = Document(io.BytesIO(to_docx(NOTE)))
    runs = word.paragraphs[1].runs
    assert [(run.text, bool(run.bold)) for run in runs[:2]] == [
        ("Advies:", True),
        (" maak het plan ", False),
    ]
    assert word.core_properties.title == "Notitie: Speeltuin Kerkstraat"
    assert word.core_properties.author == "Samenwerkwijzer"


def test_the_same_words_give_the_same_bytes() -> None:
    """So that a test, an archive or a diff can rely on it."""
    assert to_docx(NOTE) == to_docx(NOTE)


@settings(deadline=None, max_examples=times(25, 500))
@given(st.text(max_size=200))
def test_any_text_becomes_a_document(text: str) -> None:
    """Also with signs that XML cannot hold."""
    word = Document(io.BytesIO(to_docx(text)))
    assert len(word.paragraphs) == len(blocks(text)) or any(ord(c) < 32 for c in text)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("notitie-kerkstraat-12/14", "notitie-kerkstraat-12-14"),
        ("../../etc/passwd", "etc-passwd"),
        ("één idee", "een-idee"),
        ("CON", "notitie-CON"),
        ("nul.txt", "notitie-nul.txt"),
        ("…", "notitie"),
        ("a" * 300, "a" * 80),
        ("regel\neinde\x00", "regel-einde"),
    ],
)
def test_a_name_names_no_other_place(name: str, safe: str) -> None:
    """Whatever a person calls a project, its note stands in the folder of notes."""
    assert file_name(name) == safe


def test_word_knows_that_it_is_dutch() -> None:
    """It would mark every word as a mistake in English."""
    with zipfile.ZipFile(io.BytesIO(to_docx("tekst"))) as word:
        styles = word.read("word/styles.xml").decode()
    assert "nl-NL" in styles
    assert "en-US" not in styles


def test_each_numbered_list_begins_at_one() -> None:
    """Word would go on counting."""
    word = Document(io.BytesIO(to_docx("1. een\n2. twee\n\ntussen\n\n1. weer een\n2. weer twee")))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    first, second = numbers[0], numbers[2]
    assert numbers == [first, first, second, second]
    assert first != second
    numbering = word.part.numbering_part.numbering_definitions._numbering
    made = (numbering.num_having_numId(number) for number in (first, second))
    starts = [number.lvlOverride_lst[0].startOverride.val for number in made]
    assert starts == [1, 1]
