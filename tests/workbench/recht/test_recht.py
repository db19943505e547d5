"""``kennis recht``: every text on law, on what it rests, and how sure that makes it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.__main__ import main
from bot.rules.model.content import Source
from bot.workbench.recht.lines import LawLine, Sure, law_lines
from bot.workbench.recht.wording import KINDS
from tests import shelf

DAY = date(2026, 11, 30)
LAW = Source("a", "Awb, artikel 3:16", "https://wetten.overheid.nl/BWBR0005537", DAY)
TOLD = Source("b", "Uitleg bij artikel 3:16, advocaat", "https://advocaat.nl/uitleg", DAY)
UNREAD = Source("c", "Awb, artikel 4:13", "https://wetten.overheid.nl/BWBR0005537")


@pytest.mark.parametrize(
    ("sources", "sure"),
    [
        ((LAW,), "read"),
        ((TOLD, LAW), "read"),
        ((TOLD,), "second_hand"),
        ((TOLD, UNREAD), "second_hand"),
        ((UNREAD,), "unread"),
        ((), "none"),
    ],
)
def test_how_sure_it_is_follows_from_what_was_read(sources: tuple[Source, ...], sure: Sure) -> None:
    """The text of a law counts only when somebody read it there."""
    assert LawLine("point", "x", "Iets.", sources).sure == sure


def test_all_kinds_of_text_are_in_the_list() -> None:
    """Rules, points, terms, kinds of project, methods and answers; each once."""
    pack = shelf.packs()[shelf.DEFAULT]
    lines = list(law_lines(pack, DAY))
    assert {line.kind for line in lines} == set(KINDS)
    assert len({(line.kind, line.id, line.text) for line in lines}) == len(lines)
    duties = {concern.id for concern in pack.concerns if concern.duty}
    assert duties <= {line.id for line in lines if line.kind == "point"}
    legal = {faq.id for faq in pack.faqs if faq.legal}
    assert legal <= {line.id for line in lines if line.kind == "faq"}


def test_every_duty_term_and_answer_rests_on_something_that_was_read() -> None:
    """What is told as law has a source, and somebody read it. Advice within a method has none."""
    pack = shelf.packs()[shelf.DEFAULT]
    unsure = [
        line.id
        for line in law_lines(pack, DAY)
        if line.kind != "method" and line.sure in ("unread", "none")
    ]
    assert unsure == []


def test_an_answer_that_changes_is_told_as_it_is_on_the_day() -> None:
    """In 2027 another text counts."""
    pack = shelf.packs()[shelf.DEFAULT]
    now, later = (
        {line.id: line.text for line in law_lines(pack, day)} for day in (DAY, date(2027, 1, 1))
    )
    assert now["vergoeding"] != later["vergoeding"]


def test_the_list_as_people_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    """With the article, the source, the day of reading and how sure; counted at the end."""
    assert main(["kennis", "recht", "passende_samenwerking", "--op", "2026-11-30"]) == 0
    out = capsys.readouterr().out
    told = " ".join(out.split())
    assert "plicht_raad_contract" in out
    assert "Gemeentewet, artikel 169, lid 4" in told
    assert "gelezen op 30 november 2026" in told
    assert "zeker: de wettekst is gelezen" in told
    assert out.splitlines()[-1].endswith(".")
    assert "teksten over recht" in told


def test_a_pack_without_law_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """It is no mistake."""
    assert main(["kennis", "recht", "tests/packs/straatfeest"]) == 0
    assert "Dit pakket zegt niets over recht." in capsys.readouterr().out
