"""The dates of a project: every term of the default pack, and how terms rest on each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.advice.plan import Due, Plan, dues, to_tell, too_early
from bot.packs.load import load_pack
from bot.rules.count import last_day
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.pack import Pack

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(KNOWLEDGE / "passende-samenwerking")


@pytest.fixture(scope="module")
def compiled(pack: Pack) -> Compiled:
    return compile_pack(pack, TODAY)


def on(day: str) -> date:
    return date.fromisoformat(day)


def project(**answers: str) -> AnswerBook:
    return AnswerBook({name: chosen(value) for name, value in answers.items()})


PLAN = project(wie_begint="gemeente", instrument="omgevingsplan")


# --- every line, by its rule ------------------------------------------------------------------

LAW = {
    # Monday 22 March 2027 unless another day shows more.
    "tm_voornemen": ("Ow 16.29 en Ob 10.2 lid 1", "2027-03-22", "2027-03-22"),
    "tm_zienswijzen": ("Awb 3:16", "2027-03-22", "2027-05-03"),
    "tm_motivering_plan": ("Ob 10.2 lid 2", "2027-03-22", "2027-03-22"),
    "tm_motivering_visie": ("Ob 10.7 en 10.8", "2027-03-22", "2027-03-22"),
    "tm_plan_wachten": ("Ow 16.77b", "2027-03-15", "2027-03-29"),  # Easter Monday: does not move
    "tm_plan_werkt": ("Ow 16.78", "2027-03-01", "2027-03-29"),  # does not move either
    "tm_bopa": ("Ow 16.64", "2027-03-22", "2027-05-18"),  # Whit Monday -> Tuesday
    "tm_bopa_advies": ("Ow 16.15a en 16.15b", "2027-03-22", "2027-03-22"),
    "tm_bopa_uitgebreid": ("Awb 3:18 en Ow 16.65 lid 4", "2027-03-26", "2027-09-26"),  # a Sunday
    "tm_bopa_aanvulling": ("Ow 16.55 lid 7 en Awb 4:5", "2027-03-01", "2027-03-30"),
    "tm_vergunning_werkt": ("Ow 16.79", "2027-03-26", "2027-03-27"),  # a Saturday
    "tm_bezwaar": ("Awb 6:7 en 6:8", "2027-03-25", "2027-05-10"),
    "tm_beschikking": ("Awb 4:13 en 4:14 lid 3", "2027-03-22", "2027-05-18"),
    "tm_woo": ("Woo 4.4", "2027-03-01", "2027-03-30"),
    "tm_sociaal_wet": (
        "Wmo 2.1.3, Jeugdwet 2.10 en Participatiewet 47",
        "2027-03-22",
        "2027-03-22",
    ),
    "tm_or": ("WOR 25 lid 1 en 2", "2027-03-22", "2027-03-22"),
    "tm_or_wachten": ("WOR 25 lid 6 en 26", "2027-02-28", "2027-03-30"),  # 28 March is Easter Day
    "tm_huurders": ("Wohv 5 lid 1", "2027-03-25", "2027-05-10"),
    "tm_huurders_antwoord": ("Wohv 5 lid 2", "2027-03-15", "2027-03-30"),
    "tm_huurders_start": ("Wohv 5 lid 3", "2027-03-25", "2027-03-31"),
    "tm_projectbesluit": ("Ow 5.47 en Ob 5.3", "2027-03-22", "2027-03-22"),
    "tm_verordening": ("Gemeentewet 150", "2027-01-01", "2027-01-01"),
}
"""Term -> its article, the day of its moment, the day on which it ends."""

NOT_LAW = {
    "tm_uitdaagrecht": ("own_rule", "2027-03-22", "2027-03-22"),
    "tm_ontwerp": ("planning", "2027-06-03", "2027-03-25"),
    "tm_sociaal": ("planning", "2027-06-28", "2027-05-14"),  # Whit Monday -> the Friday before
    "tm_college": ("planning", "2027-06-24", "2027-05-13"),
    "tm_verslag": ("planning", "2027-05-13", "2027-04-29"),
    "tm_stuk_direct": ("planning", "2026-12-18", "2026-12-11"),
    "tm_kader": ("planning", "2027-06-03", "2027-05-04"),  # 6 May and the days before are free
    "tm_uitnodigen": ("planning", "2027-06-10", "2027-05-20"),
    "tm_terug": ("planning", "2027-06-10", "2027-06-24"),
}


def ends(pack: Pack, name: str, start: str) -> str:
    term = next(term for term in pack.terms if term.id == name)
    free = [free_day.day for free_day in pack.free_days]
    return last_day(term, on(start), free).day.isoformat()


@pytest.mark.parametrize("name", LAW)
def test_a_line_of_the_law(pack: Pack, name: str) -> None:
    """It names its article, how sure it is and where it was read, and ends on this day."""
    article, start, end = LAW[name]
    term = next(term for term in pack.terms if term.id == name)
    assert (term.kind, term.article) == ("law", article)
    assert term.surety == ("medium" if name == "tm_verordening" else "high")
    assert "eigen" not in term.sources
    assert ends(pack, name, start) == end


@pytest.mark.parametrize("name", NOT_LAW)
def test_a_line_that_is_not_of_the_law(pack: Pack, name: str) -> None:
    """Of an ordinance of one's own, or planning, which names no article."""
    kind, start, end = NOT_LAW[name]
    term = next(term for term in pack.terms if term.id == name)
    assert term.kind == kind
    assert kind == "own_rule" or not (term.article or term.surety)
    assert ends(pack, name, start) == end


def test_no_line_is_left_out_above(pack: Pack) -> None:
    assert [term.id for term in pack.terms if term.id not in {**LAW, **NOT_LAW}] == []


def test_every_line_says_what_to_do_when_its_day_is_over(pack: Pack) -> None:
    """But for what is done on the day itself."""
    assert all(term.too_late for term in pack.terms if term.direction != "on" or term.number)


# --- from what was told to a list -------------------------------------------------------------


def listed(
    compiled: Compiled, book: AnswerBook, today: date = TODAY, **days: str
) -> dict[str, Due]:
    told = tuple((name, on(day)) for name, day in days.items())
    return {due.id: due for due in dues(compiled, book, Plan("Plein", "Dorp", told), today)}


def test_only_what_holds_and_can_be_counted_is_listed(compiled: Compiled) -> None:
    """Nothing was told of a publication, so nothing is said of when the plan holds."""
    names = listed(compiled, PLAN, raad="2027-06-24")
    assert {"tm_motivering_plan", "tm_college", "tm_zienswijzen"} < set(names)
    assert not {"tm_plan_werkt", "tm_bezwaar", "tm_sociaal", "tm_uitnodigen"} & set(names)


def test_the_first_day_stands_first(compiled: Compiled) -> None:
    days = [due.day for due in listed(compiled, PLAN, raad="2027-06-24").values()]
    assert days == sorted(days)


def test_planning_stands_in_for_a_day_that_was_not_told(compiled: Compiled) -> None:
    """From the council to the board, from there to the draft, from there to the law's term."""
    lines = listed(compiled, PLAN, raad="2027-06-24")
    assert lines["tm_college"].day == on("2027-05-13")
    assert lines["tm_ontwerp"].day == on("2027-03-04")
    zienswijzen = lines["tm_zienswijzen"]
    assert (zienswijzen.day, zienswijzen.is_assumed) == (on("2027-04-14"), True)


def test_what_was_told_goes_before_what_planning_gives(compiled: Compiled) -> None:
    lines = listed(compiled, PLAN, raad="2027-06-24", ter_inzage="2027-03-22")
    zienswijzen = lines["tm_zienswijzen"]
    assert (zienswijzen.day, zienswijzen.is_assumed) == (on("2027-05-03"), False)
    assert zienswijzen.fell_on == on("2027-05-02")


def test_what_is_too_late_says_what_to_do_instead(compiled: Compiled) -> None:
    """And gives no day to what would count from it."""
    lines = listed(compiled, PLAN, raad="2027-01-14")
    assert lines["tm_ontwerp"].is_over
    assert "latere vergadering" in lines["tm_ontwerp"].then
    assert "tm_zienswijzen" not in lines


def test_a_day_that_is_fixed_is_known_by_itself(compiled: Compiled) -> None:
    """And over from the day after it."""
    own_rules = project(wie_begint="gemeente", instrument="verordening")
    for today, is_over in ((TODAY, False), (on("2027-01-02"), True)):
        found = dues(compiled, own_rules, Plan(), today, "verordening")
        assert [(due.id, due.is_over) for due in found] == [("tm_verordening", is_over)]


def test_the_new_ordinance_is_only_told_where_the_project_is_that_ordinance(
    compiled: Compiled,
) -> None:
    """An ordinance on markets or subsidies waits for no first of January."""
    markets = project(wie_begint="gemeente", instrument="verordening")
    assert "tm_verordening" not in listed(compiled, markets)


def test_what_can_still_be_done_in_short_has_a_day(compiled: Compiled) -> None:
    """Three weeks before an evening that is nine days away are gone, five working days are not."""
    known = listed(compiled, AnswerBook(), bijeenkomst="2026-12-09")
    assert (known["tm_uitnodigen"].day, known["tm_uitnodigen"].is_short) == (on("2026-12-02"), True)
    assert not known["tm_uitnodigen"].is_over


def test_what_can_not_even_be_done_in_short_is_for_now(compiled: Compiled) -> None:
    known = listed(compiled, AnswerBook(), bijeenkomst="2026-12-03")
    assert known["tm_uitnodigen"].is_over
    assert "loop deze week langs de deuren" in known["tm_uitnodigen"].then


def test_a_report_comes_after_the_talk_that_it_is_about(compiled: Compiled) -> None:
    """A mayor decides on 18 December: a week before that is the ninth, and the talk is then."""
    early = listed(compiled, AnswerBook(), burgemeester="2026-12-18")["tm_stuk_direct"]
    late = listed(compiled, AnswerBook(), burgemeester="2026-12-18", bijeenkomst="2026-12-14")
    assert early.day == on("2026-12-11")
    assert (late["tm_stuk_direct"].day, late["tm_stuk_direct"].is_short) == (on("2026-12-16"), True)


def test_what_was_planned_before_a_day_that_is_gone_is_not_told(compiled: Compiled) -> None:
    known = listed(compiled, AnswerBook(), bijeenkomst="2026-11-20")
    assert not {"tm_uitnodigen", "tm_kader"} & set(known)


def test_a_line_holds_for_the_project_when_it_does_for_a_piece(compiled: Compiled) -> None:
    """And not while its condition is unknown."""
    unknown = AnswerBook({"wie_begint": chosen("gemeente")})
    assert "tm_motivering_plan" not in listed(compiled, unknown, raad="2027-06-24")
    merely = AnswerBook({"gevolgen@geraakt": Answer(frozenset({"voorziening"}))})
    merely = replace(merely, groups=("geraakt", "rest"))
    assert "tm_or" in listed(compiled, merely, college="2027-06-24")


def test_it_is_told_which_days_would_give_more(compiled: Compiled) -> None:
    """Only those that a line which holds is counted from."""
    plan = Plan(days=(("raad", on("2027-06-24")),))
    asked = {moment.id for moment in to_tell(compiled, PLAN, plan)}
    assert {"college", "bijeenkomst", "ter_inzage", "bekendmaking"} <= asked
    assert not {"raad", "aanvraag", "huurders_advies"} & asked


@pytest.mark.parametrize(
    ("known", "moment", "day", "clash"),
    [
        ({"raad": "2027-03-01"}, "bijeenkomst", "2027-03-10", "raad"),
        ({"bijeenkomst": "2027-03-10"}, "raad", "2027-03-01", "bijeenkomst"),
        ({"raad": "2027-03-01"}, "college", "2027-03-02", "raad"),
        ({"raad": "2027-03-10"}, "bijeenkomst", "2027-03-10", None),
        ({}, "raad", "2027-03-10", None),
    ],
)
def test_a_decision_before_its_meeting(
    pack: Pack, known: dict[str, str], moment: str, day: str, clash: str | None
) -> None:
    """The days are held against each other, whichever came first."""
    plan = Plan(days=tuple((name, on(told)) for name, told in known.items()))
    asked = pack.moment(moment)
    assert asked is not None
    other = too_early(pack, plan, asked, on(day))
    assert (other.id if other else None) == clash


def test_a_municipality_adds_and_replaces_terms(tmp_path: Path) -> None:
    """In a pack of its own, on this one: the weeks of its own ordinance."""
    (tmp_path / "pakket.yml").write_text(
        "pakket: dorp\ntitel: Dorp\ngebaseerd_op: passende_samenwerking\ntermijnen:\n"
        "  - {id: tm_sociaal, vul_aan: true, aantal: 8}\n"
        "  - {id: dorp_beslis, als: {inwoners_willen: taak}, soort: eigen_regel, naam: Antwoord,\n"
        "     aantal: 6, eenheid: weken, richting: na, vanaf: verzoek, tekst: Antwoord dan.,\n"
        "     artikel: Participatieverordening Dorp 12, bron: eigen}\n"
        "  - {id: tm_kader, verwijder: true}\n",
        encoding="utf-8",
    )
    own = {term.id: term for term in load_pack(tmp_path, search=[KNOWLEDGE]).terms}
    assert (own["tm_sociaal"].number, own["tm_sociaal"].kind) == (8, "planning")
    assert own["dorp_beslis"].article == "Participatieverordening Dorp 12"
    assert "tm_kader" not in own
    assert "tm_zienswijzen" in own
