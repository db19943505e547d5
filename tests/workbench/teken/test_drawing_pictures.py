"""The pictures and the page: well made, complete, readable without colour, and without network."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.conditions import ALWAYS, AllOf, Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.settings import ROOT
from bot.workbench.colours import form_colours
from bot.workbench.pages import css
from bot.workbench.teken import wording
from bot.workbench.teken.graph import draw_graph
from bot.workbench.teken.page import paths, write_page
from bot.workbench.teken.reach import reach_of
from bot.workbench.teken.sheets import Sheets
from bot.workbench.teken.standing import standing
from bot.workbench.teken.svg import draw_sheets
from tests.amounts import times
from tests.rules.packs import packs

DAY = date(2026, 11, 24)
HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
EXAMPLE = ROOT / "tests" / "packs" / "voorbeeld"
BROKEN = HERE / "met_gaten"
COLOURS, FORMS = css("teken/colours.css"), css("forms.css")


def loaded(folder: Path, case: str = "") -> tuple[Compiled, str]:
    """A compiled pack and its page, with a case."""
    compiled = compile_pack(load_pack(folder), DAY)
    found = next((c for c in compiled.pack.cases if c.id == case), None)
    stands = None
    if found is not None:
        stands = standing(compiled, book_of_case(compiled.pack, found), found.title)
    return compiled, write_page(compiled, reach_of(compiled), stands, DAY)


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """The rectangles of a picture."""
    rects = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    names = ("x", "y", "width", "height")
    return [tuple(float(rect.attrib[name]) for name in names) for rect in rects]  # type: ignore[misc]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two rectangles lie over each other."""
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))


def large_pack() -> Pack:
    """Twenty-five questions with long names, five decisions, twelve outcomes."""
    options = (Option("a", "A"), Option("b", "B"))
    questions = tuple(
        Question(f"q{i}", f"Een vraag die lang is en nummer {i} van de lijst?", options=options)
        for i in range(25)
    )
    outcomes = tuple(f"uitkomst_{i}" for i in range(12))

    def table(id: str, names: list[str]) -> Decision:
        rows = tuple(
            Row(f"{id}{n}", Is(n, frozenset("a")), outcomes[i % 12]) for i, n in enumerate(names)
        )
        return Decision(id, Table(rows, otherwise=outcomes[0]), outcomes, f"Besluit {id}")

    first = [table(f"b{i}", [f"q{i * 5 + j}" for j in range(5)]) for i in range(4)]
    last = table("vorm", [f"q{i}" for i in range(0, 25, 2)])
    rests = AllOf(tuple(Is(d.id, frozenset((outcomes[1],))) for d in first))
    logic = last.logic
    assert isinstance(logic, Table)
    rows = (Row("alles", rests, outcomes[3]), *logic.rows)
    vorm = Decision("vorm", Table(rows, otherwise=outcomes[0]), outcomes, "De vorm")
    return Pack("groot", "Groot", "0" * 12, questions, (*first, vorm), (Advice("vorm"),))


@pytest.mark.parametrize("pack", [large_pack(), load_pack(EXAMPLE)], ids=["groot", "voorbeeld"])
def test_no_box_of_the_graph_lies_over_another(pack: Pack) -> None:
    """One box per question, decision and outcome; also with twenty-five questions."""
    compiled = compile_pack(pack, DAY)
    reach = reach_of(compiled)
    found = boxes(draw_graph(compiled, reach, alone=True).svg)
    outcomes = [o for a in pack.advices for o in pack.decision(a.decision).outcomes]
    extra = [o for a in pack.advices for o in reach.unnamed[a.decision]]
    assert len(found) == len(pack.questions) + len(pack.decisions) + len(outcomes) + len(extra)
    assert not any(overlap(one, other) for one, other in combinations(found, 2))


@settings(max_examples=times(25, 300), deadline=None)
@given(packs(most=5))
def test_every_pack_can_be_drawn(pack: Pack) -> None:
    """The graph and every decision are well-formed SVG; the page is well-formed HTML."""
    compiled = compile_pack(pack)
    reach = reach_of(compiled)
    ElementTree.fromstring(draw_graph(compiled, reach, alone=True).svg)
    sheets = Sheets(compiled, reach)
    for decision in pack.decisions:
        ElementTree.fromstring(draw_sheets(decision.id, sheets.of(decision)).svg)
    Checked().feed(write_page(compiled, reach, None, DAY))


def test_texts_of_a_pack_are_no_markup() -> None:
    """What looks like HTML is shown as it is written."""
    nasty = "<script>alert('&')</script>"
    question = Question("q", nasty, kind="yesno", why=nasty)
    table = Table((Row("r", ALWAYS, "a", why=nasty),))
    pack = Pack(
        "p", nasty, "0" * 12, (question,), (Decision("d", table, ("a",), nasty),), (Advice("d"),)
    )
    compiled = compile_pack(pack)
    reach = reach_of(compiled)
    page = write_page(compiled, reach, None, DAY)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 3
    ElementTree.fromstring(draw_graph(compiled, reach, alone=True).svg)


class Checked(HTMLParser):
    """Reads a page, and fails where an element is not closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []
        self.fetched += [found[key] or "" for key in ("src", "srcset") if key in found]
        self.fetched += [tag] if tag in ("script", "link", "img", "iframe", "object") else []
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("folder", "case"), [(EXAMPLE, "in_delen"), (BROKEN, "riool"), (EXAMPLE, "")]
)
def test_the_page_is_whole_and_needs_no_network(folder: Path, case: str) -> None:
    """Every element is closed, every id is there once, every link inside the page leads somewhere;
    nothing is fetched."""
    _, page = loaded(folder, case)
    checked = Checked()
    checked.feed(page)
    assert checked.open == []
    assert len(checked.ids) == len(set(checked.ids))
    inside = {link[1:] for link in checked.links if link.startswith("#")}
    assert inside <= set(checked.ids)
    assert checked.fetched == []
    assert not re.search(r"@import|url\(", page)
    assert '<html lang="nl">' in page


def test_the_page_tells_what_a_council_wants_to_know() -> None:
    """Title, version, date, contact, reasons, sources with the day on which they were read."""
    compiled, page = loaded(EXAMPLE)
    for told in (
        compiled.pack.title, compiled.pack.version, "24 november 2026", "Participatieadviseur",
        "Alles ligt vast.", "Bron: Een wet, artikel 1", "gelezen op 20 november 2026",
        "Moet van de wet.",
    ):  # fmt: skip
        assert told in page


def test_what_can_not_be_is_said_in_words() -> None:
    """Rows that are never reached, hidden rows (and behind which), cells, bands, outcomes, a
    question that is never asked, and that there can be no advice: grey is never all there is."""
    _, page = loaded(BROKEN, "riool")
    for told in (
        "Komt nooit aan de beurt: regel 1 gaat altijd voor.", "Kan niet voorkomen.",
        "Wordt nooit bereikt.", "Verandert nooit iets.", "Wordt nooit gevraagd.",
        "Deze uitkomsten worden nooit bereikt: zwaar.", "Dan is er geen advies.",
        "Zo lezen wij het: De bron zegt dit niet zo.", "Zo lezen wij het: Wij lezen drie",
    ):  # fmt: skip
        assert told in page
    greyed = re.findall(
        r'<(?:tr|td|li|div) class="dood[^>]*>.*?</(?:tr|td|li|div)>', page, re.DOTALL
    )
    assert len(greyed) > 5
    assert all("nooit" in part for part in greyed)


def test_a_case_stands_in_the_matrix_and_its_answers_beside_the_questions() -> None:
    """The dot is in the one cell where the case is, with words; a doubt is an open dot."""
    _, page = loaded(EXAMPLE, "heel")
    matrix = page[page.index('id="besluit-kaart"') : page.index('id="besluit-hoger"')]
    assert matrix.count("Dit project") == 1
    cell = next(part for part in matrix.split("<td") if "Dit project" in part)
    assert "laag" in cell
    assert "●" in cell
    questions = page[page.index('id="vraag-fase"') : page.index('id="vraag-open"')]
    assert "Het is nog een idee</p></td></tr>" in questions
    _, page = loaded(BROKEN, "riool")
    assert "Misschien dit project" in page
    assert "○" in page


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "theme",
    re.findall(r":root\{([^}]*)\}", COLOURS),
    ids=["licht", "donker", "print"],
)
def test_text_has_enough_contrast_on_every_ground(theme: str) -> None:
    """4.5 to 1 for text, in light, in dark and in print."""
    colour = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", theme))
    if "v1" not in colour:  # only dark has others
        colour |= dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", FORMS))
    forms = [f"v{number}" for number in range(15)]
    grounds = ["paper", "soft", "hit", "s1", "s2", "s3", "s4", "s5", *forms]
    pairs = [("ink", ground) for ground in grounds]
    pairs += [("mild", "paper"), ("mild", "soft"), ("mild", "hit"), ("accent", "paper")]
    pairs += [("dead-ink", "dead"), ("on-accent", "accent")]
    pairs += [("dot", ground) for ground in grounds]
    pairs += [("on-w", f"w{number}") for number in range(15)]
    low = {pair: round(contrast(colour[pair[0]], colour[pair[1]]), 2) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < 4.5} == {}


def test_the_way_of_a_case_is_drawn_for_the_back_of_a_room() -> None:
    """What was answered, what follows, and the advice in its own colour; all letters are large."""
    compiled = compile_pack(load_pack(EXAMPLE), DAY)
    case = next(case for case in compiled.pack.cases if case.id == "heel")
    stand = standing(compiled, book_of_case(compiled.pack, case), case.title)
    (drawn,) = paths(compiled, stand)
    (way,) = stand.ways
    svg = drawn.svg
    last = way.steps[0]
    assert (last.decision, f"{last.decision}={last.outcome}") in way.lines
    assert f'class="{form_colours(compiled.pack)[last.outcome]}"' in svg
    assert svg.count('class="weg"') == sum(
        name in compiled.decisions or name in stand.book.answers
        for step in way.steps
        for name in step.inputs
        if name in compiled.decisions or name in compiled.questions
    )
    assert set(re.findall(r'<text class="([^"]*)"', svg)) <= {"t3", "l", "l b"}
    whole = draw_graph(compiled, reach_of(compiled), stand).svg
    assert whole.count('class="weg"') >= len(way.lines)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, 1, "Minder dan 1"),
        (1, 2, "1"),
        (2, 5, "2 tot en met 4"),
        (5, None, "5 of meer"),
    ],
)
def test_bands_of_whole_points_name_the_points(
    start: int | None, end: int | None, told: str
) -> None:
    """Nobody looks for what lies between two whole numbers."""
    sides = [None if side is None else Fraction(side) for side in (start, end)]
    assert wording.span(sides[0], sides[1], whole=True) == told


def test_the_whole_fits_a_screen() -> None:
    """The picture of the largest pack is hardly wider than a screen, and shrinks to it."""
    compiled = compile_pack(load_pack(ROOT / "knowledge" / "passende-samenwerking"), DAY)
    drawn = draw_graph(compiled, reach_of(compiled))
    assert drawn.width <= 1400
    assert 'style="max-width:100%;height:auto"' in replace(drawn, alone=True).svg
    assert ".rol svg{display:block;max-width:100%" in css("teken/page.css")


def test_no_two_forms_have_one_colour() -> None:
    """In the largest pack neither; that there is no other track is white."""
    pack = load_pack(ROOT / "knowledge" / "passende-samenwerking")
    colours = form_colours(pack)
    assert len(set(colours.values())) == len(colours)
    assert colours["geen_spoor"] == "vorm v0"
