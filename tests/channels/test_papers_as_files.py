"""Papers and dates as files: Word in the house style, gaps in yellow, and a calendar."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime, timezone
from pathlib import Path
from xml.etree import ElementTree

import docx
import icalendar
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor

from bot.advice.advice import advise
from bot.advice.facts import gather
from bot.advice.make_card import make_card
from bot.advice.papers import make_paper
from bot.advice.plan import Plan
from bot.bootstrap import house_style
from bot.channels.documents import BadTemplate, check_template, to_docx, to_ics
from bot.dialogue.messages import Calendar, Entry
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.settings import SettingError, read
from tests import shelf

PLAN = Plan("Het plein", "Dorp", (("raad", date(2027, 6, 24)), ("bijeenkomst", date(2027, 3, 4))))
NAMES = [paper.id for paper in shelf.compiled().pack.papers]


def word_of(name: str) -> bytes:
    """A paper of our default pack as a Word document."""
    compiled = shelf.compiled()
    answers = {"wie_begint": "gemeente", "te_kiezen": "veel", "instrument": "omgevingsplan"}
    book = AnswerBook({question: chosen(value) for question, value in answers.items()})
    card = make_card(compiled, advise(compiled, book))
    text = compiled.pack.paper(name)
    assert text is not None
    paper = make_paper(text, gather(compiled, book, card, "Plein", shelf.DAY, PLAN))
    return to_docx(paper.markdown, wide=paper.wide)


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_a_whole_word_document_in_dutch(name: str) -> None:
    """Every part of it is well-formed, and none has a clock or a name of a person."""
    content = word_of(name)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert parts.testzip() is None
        for part in parts.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(part))
        assert b'w:val="nl-NL"' in parts.read("word/styles.xml")
    assert opened(content).core_properties.title == "Plein"
    assert content == word_of(name)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.slow
def test_libreoffice_opens_every_paper(tmp_path: Path) -> None:
    """And makes a page of it, without complaint."""
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(word_of(name))
    home = f"-env:UserInstallation=file://{tmp_path}/profiel"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = [str(file) for file in sorted(tmp_path.glob("*.docx"))]
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0
    assert "Error" not in done.stderr
    assert {file.stem for file in tmp_path.glob("*.pdf")} == set(NAMES)


def test_what_is_to_be_filled_in_is_yellow() -> None:
    """In a paragraph, in bold and in a table; the words around it are not."""
    word = opened(to_docx("Dag **[INVULLEN: naam]**, ja\n\n| a |\n| --- |\n| [INVULLEN: x] |\n"))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs]
    runs += word.tables[0].cell(1, 0).paragraphs[0].runs
    yellow = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert yellow == ["[INVULLEN: naam]", "[INVULLEN: x]"]
    assert [run.text for run in runs if run.font.highlight_color is None] == ["Dag ", ", ja"]


def test_a_table_is_a_table() -> None:
    """Its head in bold and repeated, its cells in their place."""
    word = opened(to_docx("| Tijd | Wat |\n| --- | --- |\n| 19.30 | Opening |\n"))
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tijd", "Wat"],
        ["19.30", "Opening"],
    ]
    assert table.cell(0, 0).paragraphs[0].runs[0].bold
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_the_page_is_a4_and_a_wide_one_lies_on_its_side() -> None:
    sides = {}
    for wide in (False, True):
        section = opened(to_docx("Tekst", wide=wide)).sections[0]
        assert section.page_width
        assert section.page_height
        sides[wide] = (round(section.page_width.mm), round(section.page_height.mm))
        assert (section.orientation == WD_ORIENT.LANDSCAPE) is wide
    assert sides == {False: (210, 297), True: (297, 210)}


# --- the house style --------------------------------------------------------------------------


def template(header: str = "Gemeente Dorp") -> bytes:
    """A template as a municipality would make it: from a paper of the bot."""
    word = opened(to_docx("# Kop\n\nDeze tekst hoort weg.\n\n- punt\n\n1. stap\n\n> citaat\n"))
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x11, 0x22, 0x33)
    word.sections[0].header.paragraphs[0].text = header
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_a_paper_takes_the_styles_and_the_header_of_a_template() -> None:
    """And nothing of its text."""
    word = opened(to_docx("# Plein\n\n1. een\n\n| a |\n| --- |\n| b |\n", template=template()))
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0x11, 0x22, 0x33)
    assert word.sections[0].header.paragraphs[0].text == "Gemeente Dorp"
    assert [p.text for p in word.paragraphs] == ["Plein", "een"]


def without(style: str) -> bytes:
    word = opened(template())
    element = word.styles[style].element
    element.getparent().remove(element)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_a_template_without_a_style_names_it_and_says_what_to_do() -> None:
    with pytest.raises(BadTemplate, match="De stijl ‘List Number’ staat er niet in"):
        check_template(without("List Number"))


@pytest.mark.parametrize("content", [b"", b"geen Word", b"PK\x03\x04 half"])
def test_what_is_no_word_file_is_refused_kindly(content: bytes) -> None:
    with pytest.raises(BadTemplate, match="geen Word-bestand"):
        check_template(content)


def settings_with(folder: Path, **more: str) -> dict[str, str]:
    return {"SAMENWERKWIJZER_KENNIS": str(folder), "SAMENWERKWIJZER_PAKKET": "dorp", **more}


def test_the_house_style_of_a_pack_lies_in_its_folder(tmp_path: Path) -> None:
    """Without one there is none; a setting goes before it."""
    (tmp_path / "pakket.yml").write_text("pakket: dorp\ntitel: Dorp\n", encoding="utf-8")
    assert house_style(read(settings_with(tmp_path))) is None
    own, other = template(), template("Een ander")
    (tmp_path / "huisstijl.docx").write_bytes(own)
    assert house_style(read(settings_with(tmp_path))) == own
    elsewhere = tmp_path / "anders.docx"
    elsewhere.write_bytes(other)
    asked = settings_with(tmp_path, SAMENWERKWIJZER_HUISSTIJL=str(elsewhere))
    assert house_style(read(asked)) == other


def test_a_broken_house_style_stops_the_start_with_its_path(tmp_path: Path) -> None:
    broken = tmp_path / "huisstijl.docx"
    broken.write_text("geen Word", encoding="utf-8")
    with pytest.raises(SettingError, match=f"De huisstijl {broken} kan ik niet gebruiken. Dit is"):
        house_style(read({"SAMENWERKWIJZER_HUISSTIJL": str(broken)}))
    with pytest.raises(SettingError, match="dat bestand is er niet"):
        read({"SAMENWERKWIJZER_HUISSTIJL": str(tmp_path / "weg.docx")})


# --- the calendar -----------------------------------------------------------------------------

CALENDAR = Calendar(
    "data-plein",
    (
        Entry(date(2027, 5, 3), "Plein: Laatste dag voor zienswijzen", "Tot; en, met\ndeze dag."),
        Entry(date(2027, 5, 13), "Plein: Voorstel", "Ë " * 60),
    ),
    datetime(2026, 11, 30, 12, tzinfo=timezone.utc),
)


def test_a_calendar_is_read_back_as_it_was() -> None:
    """Whole days, each with a sign of its own, and long or odd texts whole."""
    ics = icalendar.Calendar.from_ical(to_ics(CALENDAR))
    events = ics.walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [date(2027, 5, 3), date(2027, 5, 13)]
    assert [event["DTEND"].dt for event in events] == [date(2027, 5, 4), date(2027, 5, 14)]
    assert [str(event["SUMMARY"]) for event in events] == [e.title for e in CALENDAR.entries]
    assert [str(event["DESCRIPTION"]) for event in events] == [e.text for e in CALENDAR.entries]
    assert len({str(event["UID"]) for event in events}) == 2


def test_calendars_get_lines_as_they_ask() -> None:
    """At most 75 octets and CRLF; the same dates give the same file."""
    content = to_ics(CALENDAR)
    assert content == to_ics(CALENDAR)
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
