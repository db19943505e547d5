"""Papers to send: from the same card as the advice, with gaps where nothing is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.advice.advice import advise
from bot.advice.facts import Facts, gather
from bot.advice.make_card import make_card
from bot.advice.markdown import blocks
from bot.advice.papers import GAP, Paper, make_paper
from bot.advice.plan import Meeting, Plan
from bot.advice.situated import Situated
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.content import PaperText
from bot.rules.model.pack import Pack
from bot.rules.model.slots import LISTS, OF_ID, TEXTS, slots
from bot.words.deciders import by_name, decider
from tests.advice.conftest import Advise
from tests.advice.test_note import WEIGHED
from tests.shelf import DAY, KNOWLEDGE, packs

PLAN = Plan(
    "Het plein wordt opnieuw ingericht",
    "Marktplein",
    (("raad", date(2027, 6, 24)), ("bijeenkomst", date(2026, 12, 10))),
)
NAMES = (
    "mail_wethouder", "bewonersbrief", "mail_partij", "vragen_antwoorden", "raadsvoorstel",
    "raadsinformatiebrief", "participatieverslag", "participatieplan", "draaiboek", "kaderbesluit",
)  # fmt: skip
OUTSIDE = ("bewonersbrief", "vragen_antwoorden", "raadsvoorstel", "raadsinformatiebrief")
"""What leaves the house."""


def facts_of(
    compiled: Compiled,
    advise: Advise,
    plan: Plan = PLAN,
    title: str = "Marktplein",
    kind: str = "",
    **answers: str,
) -> Facts:
    advised = advise(**answers)
    return gather(compiled, advised.book, make_card(compiled, advised), title, DAY, plan, kind)


@pytest.fixture(scope="module")
def texts(compiled: Compiled) -> dict[str, PaperText]:
    return {paper.id: paper for paper in compiled.pack.papers}


@pytest.fixture
def full(compiled: Compiled, advised: Advise) -> Facts:
    """Much is known, people heard it too late, and there are dates."""
    return facts_of(compiled, advised, **{**WEIGHED, "voorgeschiedenis": "te_laat"})


@pytest.fixture
def bare(compiled: Compiled, advised: Advise) -> Facts:
    """Hardly anything is known."""
    return facts_of(compiled, advised, Plan(), "", wie_begint="gemeente")


def under(paper: Paper, heading: str) -> str:
    """What stands under a heading of a paper."""
    parts = re.split(r"^#+ (.+)$", paper.markdown, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))[heading].strip()


# --- what every paper is ----------------------------------------------------------------------


def test_these_are_the_papers(texts: dict[str, PaperText]) -> None:
    """Beside the note."""
    assert tuple(texts) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_a_concept_under_the_name_of_the_project(
    texts: dict[str, PaperText], full: Facts, name: str
) -> None:
    paper = make_paper(texts[name], full)
    assert paper.title == "Marktplein"
    head = f"# Marktplein\n\n**Concept: {texts[name].name}**\n"
    assert paper.markdown.startswith(head)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_to_the_reader_that_is_no_gap(
    texts: dict[str, PaperText], full: Facts, bare: Facts, name: str
) -> None:
    """No slot, no empty item, no heading without text, no lead-in to nothing; known or not."""
    for facts in (full, bare):
        made = make_paper(texts[name], facts).blocks
        for block, after in zip(made, (*made[1:], None), strict=True):
            text = GAP.sub("", block.text)
            assert not re.search(r"[{}]|\[|\]", text), text
            assert block.rows or "  " not in block.text
            assert block.text.strip()
            heading = block.style.startswith("Heading")
            assert not heading or (after is not None and after.style >= block.style[:8])


@pytest.mark.parametrize("name", NAMES)
def test_no_codes_of_rules_leave_the_house(
    texts: dict[str, PaperText], compiled: Compiled, full: Facts, name: str
) -> None:
    text = make_paper(texts[name], full).markdown
    fired = full.card.rules.fired
    assert fired
    assert not any(rule in text for rule in fired)
    assert compiled.pack.version not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_the_same_when_it_is_read_again(
    texts: dict[str, PaperText], full: Facts, name: str
) -> None:
    """A channel gets it as Markdown, and makes Word of that."""
    paper = make_paper(texts[name], full)
    again = blocks(paper.markdown)
    assert [(b.style, b.text) for b in again] == [(b.style, b.text) for b in paper.blocks]


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_is_meant_for_a_colleague_stays_inside(
    texts: dict[str, PaperText], full: Facts, name: str
) -> None:
    """What to mind and what to do are said to the civil servant."""
    text = make_paper(texts[name], full).markdown
    points = full.card.points
    assert points
    assert not any(point.do in text for point in points if point.do)


# --- what is known and what is not ------------------------------------------------------------


def test_what_is_not_known_is_a_marked_gap(texts: dict[str, PaperText], bare: Facts) -> None:
    """Nothing is made up: not the name, the promise, the days."""
    letter = make_paper(texts["bewonersbrief"], bare)
    assert letter.markdown.startswith("# Brief aan wie het raakt\n\n**Concept**\n")
    assert letter.gaps == (
        "[INVULLEN: wat er precies gebeurt, waar en wanneer]",
        "[INVULLEN: wat jullie beloven over de inbreng]",
        "[INVULLEN: wie ondertekent]",
    )
    assert "Sorry" not in letter.markdown
    assert "De plek" not in letter.markdown


def test_what_is_known_is_filled_in(texts: dict[str, PaperText], full: Facts) -> None:
    letter = make_paper(texts["bewonersbrief"], full)
    assert "Het gaat om: Het plein wordt opnieuw ingericht." in letter.markdown
    assert "De plek: Marktplein" in letter.markdown
    assert "Je bent welkom op 10 december 2026." in letter.markdown
    assert "De raad beslist op 24 juni 2027." in letter.markdown
    assert under(letter, "Wat doen wij met wat jullie zeggen?") == (
        "Wij vragen jullie advies. De raad beslist. Wijkt het af, dan schrijven we op waarom."
    )


def test_a_letter_about_what_came_too_late_begins_with_sorry(
    texts: dict[str, PaperText], full: Facts
) -> None:
    """Before anything else is said."""
    told = [block.text for block in make_paper(texts["bewonersbrief"], full).blocks]
    greeting = told.index("Beste bewoner,")
    assert told[greeting + 1] == "Jullie hoorden dit te laat. Dat is onze fout. Sorry."


@pytest.mark.parametrize("name", ["bewonersbrief", "vragen_antwoorden", "draaiboek"])
def test_nobody_says_sorry_twice(texts: dict[str, PaperText], full: Facts, name: str) -> None:
    """What comes before a promise gives way where the paper itself says it."""
    assert make_paper(texts[name], full).markdown.count("Sorry") == 1


@pytest.mark.parametrize("form", ["coproduceren", "meebeslissen", "adviseren", "raadplegen"])
@pytest.mark.parametrize("board", ["weegt", "kiest_zelf", "niet_afgesproken", "?"])
def test_no_paper_promises_what_the_board_did_not(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText], form: str, board: str
) -> None:
    """Whatever form a person chooses: only a board that follows takes over what comes out."""
    made = advised(**{**WEIGHED, "bestuur": board})
    card = make_card(compiled, made, (form, ""))
    facts = gather(compiled, made.book, card, "Plein", DAY, PLAN)
    denial = next(one for one in compiled.pack.denials if one.id == "niet_gevolgd")
    for name in ("mail_wethouder", "bewonersbrief", "vragen_antwoorden", "draaiboek"):
        said = re.sub(r".*vraag ik van jou.*", "", make_paper(texts[name], facts).markdown)
        said = said.lower().replace("de raad", "het bestuur")
        assert [word for word in denial.words if word in said] == []


def test_a_board_that_follows_may_be_promised(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    made = advised(**{**WEIGHED, "bestuur": "volgt", "gerust": "nee"})
    facts = gather(
        compiled, made.book, make_card(compiled, made, ("coproduceren", "")), "Plein", DAY, PLAN
    )
    letter = make_paper(texts["bewonersbrief"], facts).markdown
    assert "Wat daar uitkomt, neemt de raad over." in letter


def test_a_plan_names_who_began_and_who_decides(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """As it was answered; of a board that does not decide, and of those in business of whom nobody
    speaks, it says nothing."""
    given = {**WEIGHED, "wie_beslist": "college", "wie_begint": "gemeente"}
    facts = facts_of(compiled, advised, Plan(), **given)
    said = under(make_paper(texts["participatieplan"], facts), "Rollen")
    assert "De gemeente begon dit project." in said
    assert "Het college beslist." in said
    assert "Raad:" not in said
    assert "Ondernemer:" not in said
    heard = replace(facts, own={"gehoord": ("De winkeliers zijn bang.",)})
    assert "Ondernemer:" in under(make_paper(texts["participatieplan"], heard), "Rollen")


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (["Het college beslist."], "het college"),
        (["De raad, op 3 maart."], "de raad"),
        (["De raad beslist.", "Het college beslist."], ""),
        (["Een andere overheid beslist."], ""),
        ([], ""),
    ],
)
def test_a_promise_names_who_decides_where_that_is_sure(said: list[str], who: str) -> None:
    assert decider(said) == who
    promise = "Het bestuur beslist. Daarna zegt het bestuur waarom."
    named = who or "het bestuur"
    assert by_name(promise, who).lower() == promise.lower().replace("het bestuur", named)


def test_a_meeting_that_was_told_in_the_talk_is_no_gap(
    texts: dict[str, PaperText], full: Facts
) -> None:
    """Its hour and its place stand in the letter, and its hours in the running order."""
    meeting = Meeting(date(2026, 12, 10), "20 uur", "in de zaal")
    known = replace(full, plan=replace(PLAN, meetings=(meeting,)))
    letter = make_paper(texts["bewonersbrief"], known).markdown
    assert "Donderdag 10 december 2026 om 20 uur, in de zaal." in letter
    assert "Je bent welkom op" not in letter
    assert "bijeenkomst]" not in letter
    order = make_paper(texts["draaiboek"], known).markdown
    assert "| 20.00 | Opening" in order


def test_an_answer_about_a_part_is_said_as_a_sentence(
    compiled: Compiled, texts: dict[str, PaperText]
) -> None:
    """A reader outside knows no parts: their names stand in no brackets."""
    given = {"wie_begint": chosen("gemeente"), "te_kiezen@of": chosen("niets")}
    given |= {"te_kiezen@hoe": chosen("paar"), "wie_beslist@hoe": chosen("college")}
    made = advise(compiled, AnswerBook(given, parts=("of", "hoe")))
    facts = gather(compiled, made.book, make_card(compiled, made), "Plein", DAY, PLAN)
    letter = make_paper(texts["bewonersbrief"], facts).markdown
    assert "Over hoe het wordt: er zijn nog een paar keuzes, binnen vaste kaders." in letter
    assert "Over hoe het wordt: het college beslist." in letter
    assert "(hoe het wordt)" not in letter


def test_who_decides_is_told_from_an_answer_or_a_day(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """Also in what the council fixes beforehand; a gap only where nothing says it."""
    answered = facts_of(compiled, advised, Plan(), **{**WEIGHED, "wie_beslist": "raad"})
    assert "De raad beslist." in make_paper(texts["bewonersbrief"], answered).markdown
    brief = make_paper(texts["raadsinformatiebrief"], answered).markdown
    assert "De raad stelt de vraag vast" in brief
    told = facts_of(compiled, advised, Plan("", "", (("raad", date(2027, 6, 24)),)), **WEIGHED)
    assert "De raad beslist." in make_paper(texts["bewonersbrief"], told).markdown
    neither = facts_of(compiled, advised, Plan(), **WEIGHED)
    assert "beslist?" not in make_paper(texts["bewonersbrief"], neither).markdown


def test_what_it_is_about_falls_back_to_the_name(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """The name of a kind ("Een ander bouwt of sloopt") goes to nobody outside."""
    named = facts_of(compiled, advised, Plan(), "Lijsterstraat", **WEIGHED)
    assert "Het gaat om: Lijsterstraat." in make_paper(texts["bewonersbrief"], named).markdown
    made = advise(compiled, advised(**WEIGHED).book, situation="verkeer")
    kind = gather(compiled, made.book, make_card(compiled, made), "", DAY, Plan())
    assert "Verkeer of parkeren" not in make_paper(texts["bewonersbrief"], kind).markdown


def test_a_day_that_is_fixed_for_everybody_is_no_day_of_this_project(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """The new ordinance on participation is not what a tariff waits for."""
    answers = {**WEIGHED, "instrument": "verordening"}
    facts = facts_of(compiled, advised, Plan(), kind="verordening", **answers)
    assert any(due.is_for_all for due in facts.dues)
    for name in ("mail_wethouder", "raadsinformatiebrief"):
        made = make_paper(texts[name], facts).markdown
        assert "articipatieverordening klaar" not in made


def test_the_running_order_names_no_hour_and_no_anger_that_nobody_told(
    texts: dict[str, PaperText], full: Facts
) -> None:
    order = make_paper(texts["draaiboek"], full).markdown
    assert not re.search(r"\d\d\.\d\d", order)
    assert not re.search("boos|racis", order)


def test_no_paper_denies_an_answer(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """To who heard it too late nobody writes that they hear it in time, whoever does what."""
    facts = facts_of(
        compiled, advised, wie_begint="gemeente", te_kiezen="niets", voorgeschiedenis="te_laat"
    )
    assert facts.card.followed
    assert facts.card.followed.id == "informeren"
    denial = next(one for one in compiled.pack.denials if one.id == "niet_op_tijd")
    written = " ".join(make_paper(text, facts).markdown.lower() for text in texts.values())
    assert [word for word in denial.words if word in written] == []


def test_who_signs_is_a_gap(texts: dict[str, PaperText], full: Facts) -> None:
    assert make_paper(texts["bewonersbrief"], full).blocks[-1].text == "[INVULLEN: wie ondertekent]"


def test_a_promise_waits_until_it_may_be_made(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """While a question can still change the form."""
    facts = facts_of(
        compiled, advised, wie_begint="gemeente", te_kiezen="veel", bestuur="weegt", doel="afwegen"
    )
    assert facts.card.must_wait
    letter = make_paper(texts["bewonersbrief"], facts)
    assert "[INVULLEN: wat jullie beloven" in letter.markdown


def test_the_worst_question_stands_first(texts: dict[str, PaperText], full: Facts) -> None:
    """And there are ten to fifteen of them."""
    made = make_paper(texts["vragen_antwoorden"], full).blocks
    asked = [block.text for block in made if block.style == "Heading 2"]
    assert asked[0] == "Horen jullie ons wel, of is alles al besloten?"
    assert 10 <= len(asked) <= 15


def test_the_decision_on_the_frame_is_four_sentences(
    texts: dict[str, PaperText], full: Facts
) -> None:
    made = make_paper(texts["kaderbesluit"], full).blocks
    assert [block.style for block in made].count("List Number") == 4


OWN = {
    "bijeenkomst": ("Woensdag 9 december van 12 tot 13 uur en donderdag half 4 tot half 5.",),
    "gehoord": ("De enquête kreeg maar 14 reacties.",),
    "besluit": ("De burgemeester beslist 18 december.",),
    "mis": ("Sorry dat ze het uit de krant hoorden.",),
    "vast": ("Als het doorgaat: op de wei, 6 m hoog, alleen pallets.",),
    "vervolg": ("Verslag van hem uiterlijk 8 januari.",),
    "aan_mail_partij": ("ondernemingsraad",),
    "aan_mail_wethouder": ("burgemeester",),
}


@pytest.fixture
def told(bare: Facts) -> Facts:
    """Little was answered, much was told."""
    return replace(bare, own=OWN)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_has_at_most_three_gaps(
    texts: dict[str, PaperText], full: Facts, bare: Facts, told: Facts, name: str
) -> None:
    """With more of them it is a form; and no label stands there without what it announces."""
    for facts in (full, bare, told):
        paper = make_paper(texts[name], facts)
        assert len(paper.gaps) <= 3
        labels = [b.text for b in paper.blocks[2:] if b.spans and all(s.bold for s in b.spans)]
        assert labels == []


def test_a_mail_greets_who_it_is_for(texts: dict[str, PaperText], told: Facts) -> None:
    """And says so in its title; no promise that was meant for residents goes along."""
    mail = make_paper(texts["mail_partij"], told)
    assert mail.title == "Mail aan de ondernemingsraad"
    assert "Beste leden van de ondernemingsraad," in mail.markdown
    assert "Verslag van jullie uiterlijk 8 januari." in mail.markdown
    assert "{belofte" not in texts["mail_partij"].text
    assert make_paper(texts["mail_wethouder"], told).title == "Mail aan de burgemeester"


def test_a_letter_speaks_to_its_reader(texts: dict[str, PaperText], told: Facts) -> None:
    letter = make_paper(texts["bewonersbrief"], told).markdown
    assert "Sorry dat jullie het uit de krant hoorden." in letter
    assert "Als het doorgaat:\n\n- Op de wei\n- 6 m hoog\n- Alleen pallets\n" in letter


def test_where_a_mayor_decides_no_council_fixes_anything(
    texts: dict[str, PaperText], compiled: Compiled, advised: Advise
) -> None:
    facts = replace(facts_of(compiled, advised, **{**WEIGHED, "wie_beslist": "raad"}), own=OWN)
    assert "De raad stelt" not in make_paper(texts["mail_wethouder"], facts).markdown


def test_a_running_order_has_the_clock_of_each_session(
    texts: dict[str, PaperText], told: Facts
) -> None:
    """Its parts in proportion, and its end at the end."""
    order = make_paper(texts["draaiboek"], told).markdown
    assert "Er is meer dan één bijeenkomst" in order
    for row in (
        "| 12.00 en 15.30 | Opening",
        "| 12.05 en 15.35 | Vijf",
        "| 13.00 en 16.30 | Einde",
    ):
        assert row in order


def test_a_plan_names_no_procedure_and_nothing_that_failed(
    texts: dict[str, PaperText], compiled: Compiled, advised: Advise
) -> None:
    """Only ways of working that a person may choose for this project."""
    answers = {**WEIGHED, "bestuur": "kiest_zelf", "doel": "beeld"}
    advised_of = advised(**answers)
    card = make_card(compiled, advised_of, ("raadplegen", ""))
    facts = gather(compiled, advised_of.book, card, "Balie", DAY, Plan())
    ways = under(make_paper(texts["participatieplan"], facts), "Dit past er ook bij")
    assert "Enquête" in ways
    assert not re.search("Hoorzitting|referendum|Zienswijzen|Inspraak", ways)
    failed = make_paper(texts["participatieplan"], replace(facts, own=OWN))
    assert "Enquête" not in under(failed, "Dit past er ook bij")


def test_what_was_said_before_asks_what_is_true_of_it(
    texts: dict[str, PaperText], full: Facts
) -> None:
    """Nobody repeats in print what may be untrue; who puts it right is asked nothing."""
    said = "De chef heeft gezegd dat niemand verhuist."
    gap = "[INVULLEN: wat daarvan klopt, en wat niet]"
    letter = make_paper(texts["bewonersbrief"], replace(full, own={"eerder": (said,)})).markdown
    assert f"{said} {gap}" in letter
    right = (said, "Dat klopt niet.")
    assert (
        gap not in make_paper(texts["bewonersbrief"], replace(full, own={"eerder": right})).markdown
    )


@pytest.mark.parametrize(
    ("instrument", "has", "lacks"),
    [
        ("omgevingsplan", "zienswijze", "telt niet als bezwaar"),
        ("bopa", "bezwaar", "Raad van State"),
    ],
)
def test_against_a_plan_there_is_no_objection_but_a_view(
    compiled: Compiled,
    advised: Advise,
    texts: dict[str, PaperText],
    instrument: str,
    has: str,
    lacks: str,
) -> None:
    """As the sources of the pack have it (Ow 16.23, Awb 3:16); bezwaar at a permit."""
    facts = facts_of(compiled, advised, **{**WEIGHED, "instrument": instrument})
    said = under(make_paper(texts["vragen_antwoorden"], facts), "Kan ik bezwaar maken?")
    assert has in said
    assert lacks not in said


def test_danger_is_only_spoken_of_where_people_are_angry(
    texts: dict[str, PaperText], compiled: Compiled, advised: Advise
) -> None:
    calm = facts_of(compiled, advised, **{**WEIGHED, "spanning": "rustig"})
    angry = facts_of(compiled, advised, **{**WEIGHED, "spanning": "boos"})
    assert "112" not in make_paper(texts["draaiboek"], calm).markdown
    assert "112" in make_paper(texts["draaiboek"], angry).markdown


# --- dates in papers --------------------------------------------------------------------------


def test_the_planning_is_a_table_with_what_each_day_rests_on(
    texts: dict[str, PaperText], full: Facts
) -> None:
    """The law with its article, or planning without one."""
    (table,) = (b for b in make_paper(texts["participatieplan"], full).blocks if b.rows)
    rows = ["|".join(span.text for cell in row for span in cell) for row in table.rows]
    assert rows[0] == "Wanneer|Wat|Waarop dit rust"
    assert any(row.startswith("uiterlijk 13 mei 2027|Voorstel naar het college.") for row in rows)
    (law,) = (row for row in rows if "Laatste dag voor zienswijzen" in row)
    assert law.endswith("|wet: Awb 3:16")
    assert all(row.endswith("|planning") for row in rows if "uiterlijk" in row)


def test_a_rule_of_thumb_is_never_missed(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText]
) -> None:
    """Three weeks before the meeting are gone: it is told what to do at once instead."""
    near = Plan(days=(("bijeenkomst", DAY + timedelta(days=2)),))
    plan = make_paper(texts["participatieplan"], facts_of(compiled, advised, near, **WEIGHED))
    assert "Volgens de wet te laat" not in plan.markdown
    assert "5 november 2026" not in plan.markdown
    assert "Bel en loop deze week langs" in under(plan, "Doe dit nu meteen")


# --- the texts of our packs -------------------------------------------------------------------


def all_packs() -> list[Pack]:
    return list(packs().values())


@pytest.mark.parametrize("pack", all_packs(), ids=lambda pack: pack.id)
def test_every_pack_has_the_papers(pack: Pack) -> None:
    """They come with what all packs share."""
    assert {paper.id for paper in pack.papers} >= set(NAMES)


def test_every_answer_and_day_in_a_paper_is_asked_by_the_default_pack(compiled: Compiled) -> None:
    """But what only a pack that knows it asks is a gap elsewhere."""
    pack = compiled.pack
    used = {name for paper in pack.papers for name in slots(paper.text) if "." in name}
    days = {f"dag.{moment.id}" for moment in pack.moments}
    answers = {f"antwoord.{question.id}" for question in pack.questions}
    own = {f"eigen.{topic.id}" for topic in pack.own_topics}
    rest = {name for name in used - days - answers - own if not name.startswith("uur.")}
    assert rest <= {"antwoord.wie_beslist"}


def test_every_slot_can_be_filled(full: Facts, compiled: Compiled) -> None:
    """The format names no slot that nothing fills."""
    for name in (*TEXTS, *LISTS, *(f"{kind}.raad" for kind in OF_ID), "uur.na_5"):
        make_paper(PaperText("p", "Proef", f"Een {{{name}}}."), full)


def test_a_municipality_replaces_a_paper(tmp_path: Path) -> None:
    (tmp_path / "pakket.yml").write_text(
        "pakket: dorp\ntitel: Dorp\ngebaseerd_op: passende_samenwerking\nstukken:\n"
        "  - {id: bewonersbrief, naam: Onze brief, tekst: 'Dag {plaats}!', bron: eigen}\n"
        "  - {id: draaiboek, verwijder: true}\n",
        encoding="utf-8",
    )
    own = load_pack(tmp_path, search=[KNOWLEDGE])
    assert own.paper("draaiboek") is None
    letter = own.paper("bewonersbrief")
    assert letter is not None
    assert letter.text == "Dag {plaats}!"


def test_what_a_person_typed_is_no_markup(compiled: Compiled, advised: Advise) -> None:
    """It fills a slot after the text of the paper was read."""
    plan = Plan("# Kop **vet** {plaats}", "{titel}")
    facts = facts_of(compiled, advised, plan, "Plein", wie_begint="gemeente")
    made = make_paper(PaperText("p", "Proef", "Over {onderwerp} in {plaats}."), facts)
    assert made.blocks[-1].style == "Normal"
    assert made.blocks[-1].text == "Over # Kop **vet** {plaats} in {titel}."


def test_what_happens_stands_in_its_order_and_a_fragment_is_a_gap(
    texts: dict[str, PaperText], full: Facts
) -> None:
    """What was told is never lost because it is no sentence, however many gaps there are."""
    told = ("Koffie staat klaar.", "24 woningen.", "De brug gaat dicht.", "De raad besloot dit.")
    letter = make_paper(texts["bewonersbrief"], replace(full, own={"gebeurt": told}))
    happens = under(letter, "Wat gaat er gebeuren?")
    assert happens.endswith(
        "De raad besloot dit. De brug gaat dicht. Koffie staat klaar. "
        "[INVULLEN: maak hier een zin van: 24 woningen]"
    )


def test_a_meeting_that_was_told_does_not_hide_another(
    texts: dict[str, PaperText], full: Facts
) -> None:
    meetings = (Meeting(date(2027, 1, 19), "19.30 uur"), Meeting(date(2027, 1, 26), "16-20 uur"))
    facts = replace(
        full,
        plan=replace(PLAN, meetings=meetings),
        own={"bijeenkomst": ("Avond: 19 januari om 19.30 uur.",)},
    )
    letter = make_paper(texts["bewonersbrief"], facts)
    assert under(letter, "Wanneer praten wij met jullie?").splitlines() == [
        "- Avond: 19 januari om 19.30 uur.",
        "- Dinsdag 26 januari 2027 van 16 tot 20 uur.",
    ]


@pytest.mark.parametrize("kind", ["incident", "begraafplaats"])
def test_where_people_grieve_the_running_order_is_a_quiet_one(
    compiled: Compiled, advised: Advise, texts: dict[str, PaperText], kind: str
) -> None:
    """By the kind of project; whoever is angry elsewhere gets the order of an evening."""
    told = {"bijeenkomst": ("Donderdag 10 december om 19.00 uur in de kerk.",)}
    bare = replace(facts_of(compiled, advised, wie_begint="gemeente"), own=told)
    found = compiled.pack.situation(kind)
    assert found
    facts = replace(bare, card=replace(bare.card, situated=Situated(kind, found.name)))
    quiet = make_paper(texts["draaiboek"], facts).markdown
    assert "| 19.05 | Een moment van stilte." in quiet
    assert "Vijf stemmen" not in quiet
    assert "Vijf stemmen" in make_paper(texts["draaiboek"], bare).markdown


@pytest.mark.parametrize(
    ("line", "is_quiet"),
    [
        ("De nabestaanden komen eerst.", True),
        ("Een jongen van 17 is verongelukt.", True),
        ("We graven een sleuf in de straat.", False),
        ("Winkeliers vertrouwen ons niet.", False),
    ],
)
def test_grief_is_known_by_what_was_told(
    texts: dict[str, PaperText], full: Facts, line: str, is_quiet: bool
) -> None:
    order = make_paper(texts["draaiboek"], replace(full, own={"gebeurt": (line,)}))
    assert ("Een moment van stilte." in order.markdown) is is_quiet


def test_a_quiet_text_asks_nothing_that_the_usual_one_does_not(
    texts: dict[str, PaperText],
) -> None:
    for text in texts.values():
        own = {name for name in slots(text.quiet) if name.startswith("eigen.")}
        assert own <= set(slots(text.text))
