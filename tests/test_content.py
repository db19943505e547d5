"""What the default pack promises to hold, and that nothing in it leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest

from bot.advice.advice import advise
from bot.advice.make_card import make_card
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.content import Form
from bot.rules.model.pack import Pack
from bot.rules.prove.proof import prove
from bot.workbench.worked import worked
from tests import shelf

TEN = (
    "riool_straat", "speelplek", "buurtbudget", "noodopvang", "ontwikkelaar_80",
    "afvalsysteem", "dorpsraad_hoofdweg", "bibliotheek", "dijk", "wmo_plan",
)  # fmt: skip
"""The ten projects that an experienced adviser judged."""
TERMS = (
    "inspraak", "hoorzitting", "zienswijze", "interactief beleid", "cocreatie", "burgerberaad",
    "loting", "buurtbudget", "uitdaagrecht", "overheidsparticipatie", "zelfbeheer",
)  # fmt: skip
"""Words of the field that have their place as a form or a method."""
EMERGENCIES = (
    "boze_bewoners", "besluit_al_genomen", "te_veel_beloofd", "raad_wil_anders", "niemand_komt",
    "steeds_dezelfden", "initiatief_raakt_anderen", "initiatief_valt_stil", "pers_belt",
    "geen_tijd_geen_geld", "uitdaagrecht_verzoek", "terugkoppelen", "evalueren",
)  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The default pack."""
    return shelf.packs()[shelf.DEFAULT]


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    """The default pack, compiled for a day."""
    return shelf.compiled()


def words(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in text.split())


def test_there_are_enough_worked_cases_and_each_comes_out(compiled: Compiled) -> None:
    """The ten projects and at least 25 of our own; each form is reached by two or more."""
    cases = {case.id: case for case in compiled.pack.cases}
    assert set(TEN) <= set(cases)
    assert len(cases) - len(TEN) >= 25
    reached: Counter[str] = Counter()
    for case in cases.values():
        found = {
            c.cell.name: c.outcome
            for c in advise(compiled, book_of_case(compiled.pack, case)).cells
        }
        for cell, expected in case.expected.items():
            assert found[cell] in (expected, *case.also_fine.get(cell, ())), (case.id, cell)
        reached.update(set(found.values()))
        assert case.simple_says, case.id
    outcomes = compiled.pack.decision("vorm").outcomes
    assert {outcome: reached[outcome] for outcome in outcomes if reached[outcome] < 2} == {}


def test_the_tracks_of_every_worked_case_come_out_too(compiled: Compiled) -> None:
    """Ninety: 68 that stood there before tracks, actors and capacity did, and 22 about those."""
    assert len(compiled.pack.cases) == 90
    for case in compiled.pack.cases:
        assert worked(compiled, case, book_of_case(compiled.pack, case)).wrong == (), case.id


def test_what_must_run_up_runs_up(compiled: Compiled) -> None:
    """A better promise never lowers the form, more harm never the floor; no fault is left."""
    assert len(compiled.pack.rising) == 7
    assert [finding for finding in prove(compiled).findings if finding.level != "tip"] == []


GROUP = "wie_begint: inwoners, inwoners_willen: {}, raakt_anderen: {}, dragen: {}"
OURS = "wie_begint: gemeente, te_kiezen: {}, nodig: {}, bestuur: {}, gevolgen: hinder, fase: idee"
THEIRS = "wie_begint: derde, gemeente_beslist: of_het_mag, wie_beslist: raad"
OWN = ", te_kiezen: veel, nodig: plan, bestuur: weegt, fase: plan, gevolgen: dagelijks"
FIXED = "wie_begint: gemeente, te_kiezen: niets, waarom_vast: bestuur, "
LATE = "fase: ontwerp, gevolgen: dierbaar, spanning: boos, voorgeschiedenis: te_laat"


def book(said: str) -> AnswerBook:
    """Answers as they stand in a file, one of each."""
    pairs = (part.split(": ") for part in said.split(", "))
    return AnswerBook({question: chosen(value) for question, value in pairs})


@pytest.mark.parametrize(
    ("said", "likeliest"),
    [
        # What residents begin: taking over and doing anew are two things, and both need carrying.
        (GROUP.format("taak", "alleen_zij", "zelf"), "loslaten"),
        (GROUP.format("taak", "alleen_zij", "hulp"), "faciliteren"),
        (GROUP.format("zelf_doen", "alleen_zij", "nee"), "faciliteren"),
        (GROUP.format("zelf_doen", "niet_gehoord", "zelf"), "eerst_anderen"),
        (GROUP.format("zelf_doen", "tegen", "zelf"), "eerst_anderen"),
        # What is lacked decides what is asked, within what was promised.
        (OURS.format("veel", "plan", "weegt"), "coproduceren"),
        (OURS.format("veel", "plan", "niet_afgesproken"), "coproduceren"),
        (OURS.format("veel", "plan", "kiest_zelf"), "raadplegen"),
        (OURS.format("paar", "kiezers", "niet_afgesproken"), "eerst_belofte"),
        # Time and money count.
        (OURS.format("veel", "plan", "weegt") + ", tijd: nauwelijks", "adviseren"),
        # Another party's plan does not end the municipality's own part.
        (
            "wie_begint: derde, gemeente_beslist: of_het_mag, wie_beslist: raad" + OWN,
            "coproduceren",
        ),
        ("wie_begint: samen_derde" + OWN, "coproduceren"),
        ("wie_begint: derde, gemeente_beslist: niets", "rol_derde"),
        # Nothing is fixed but the wish of the board, and much is at stake: ask for room first.
        (
            FIXED + LATE.removeprefix("fase: ontwerp, ").replace(", nodig: beeld", ""),
            "eerst_ruimte",
        ),
    ],
)
def test_the_classes_of_answers_give_their_form(
    compiled: Compiled, said: str, likeliest: str
) -> None:
    """What is likeliest when the rest is not known."""
    assert advise(compiled, book(said)).main.outcome == likeliest


def test_a_dear_thing_and_a_closed_board_are_told_together(compiled: Compiled) -> None:
    """Where the board only listens and much is at stake, room can be asked for: that is told."""
    said = f"wie_begint: gemeente, te_kiezen: paar, nodig: beeld, bestuur: kiest_zelf, {LATE}"
    card = make_card(compiled, advise(compiled, book(said)))
    assert card.main.certainty != "certain"
    assert "het bestuur wil alleen luisteren" in " ".join(point.text for point in card.points)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("spanning: bezorgd", "Mensen maken zich zorgen."),
        ("voorgeschiedenis: mislukt", "Een eerder plan is mislukt."),
        ("tijd: nauwelijks", "Er is bijna geen tijd of geld."),
    ],
)
def test_what_a_person_could_not_say_before_is_an_answer(
    compiled: Compiled, said: str, told: str
) -> None:
    """Worried people, an earlier plan that failed, no time: each counts."""
    advised = advise(compiled, book(f"{OURS.format('paar', 'beeld', 'weegt')}, {said}"))
    assert told in " ".join(point.text for point in make_card(compiled, advised).points)


def test_staff_hears_it_first_also_where_people_are_angry(compiled: Compiled) -> None:
    """The first step of the week is theirs; no other step of it says who hears it first."""
    said = "wie_begint: gemeente, te_kiezen: niets, waarom_vast: wet, fase: besloten, "
    said += "nog_stil: personeel, gevolgen: voorziening, spanning: boos, voorgeschiedenis: te_laat"
    said += ", instrument: geen, ander_besluit: geen, wie_mist: niemand, intern: ja, tijd: genoeg"
    card = make_card(compiled, advise(compiled, book(said)))
    assert card.steps[0].startswith("Vertel het eerst aan het eigen personeel")
    assert [step for step in card.steps[1:] if "eerst" in step] == []
    assert [point.text.split(".")[0] for point in card.points[:2]] == [
        "Je eigen mensen weten het nog niet",
        "Mensen zijn boos",
    ]


def test_the_deciding_row_gives_its_own_reason(compiled: Compiled) -> None:
    """Who were asked and do not agree: not that they were asked, but that they do not agree."""
    said = GROUP.format("zelf_doen", "gehoord", "zelf") + ", spanning: verdeeld"
    card = make_card(compiled, advise(compiled, book(said)))
    assert (card.main.outcome, card.main.certainty) == ("eerst_anderen", "certain")
    assert card.because.startswith("De anderen zijn gevraagd, en mensen zijn het niet eens.")


def test_other_decisions_with_their_own_law_can_be_chosen(pack: Pack) -> None:
    """A traffic decision, a sale, a contract, a tariff: "none of these" does not deny them."""
    other = pack.question("ander_besluit")
    assert {"verkeersbesluit", "verkoop", "contract", "tarief"} <= {o.id for o in other.options}
    none = next(option for option in other.options if option.id == "geen")
    assert none.sentence == "Het is geen verkeersbesluit, verkoop, contract of tarief."


def test_every_form_is_fully_written(pack: Pack) -> None:
    """All fields of the design, for every form, role and "first this"."""
    for form in pack.forms:
        texts = (
            form.headline, form.name, form.explanation, form.promise, form.not_promise,
            form.council_first, form.feedback, form.evaluation, form.gains, form.pays,
        )  # fmt: skip
        assert all(texts), form.id
        assert set(form.roles) == {"inwoner", "ambtenaar", "college", "raad", "ondernemer"}, form.id
        assert set(form.owner) == {"vraag", "besluit", "uitvoering"}, form.id
        assert all((form.fits, form.fits_not, form.pitfalls, form.sources)), form.id
        assert len(form.first_steps) == 3, form.id
        assert len(form.methods) >= 2, form.id
        assert all(method.when and method.when_not for method in form.methods), form.id


def test_every_form_and_serious_concern_has_first_aid(pack: Pack) -> None:
    """A chapter for each; and for the emergencies."""
    assert len(pack.chapters) >= 24
    assert [form.id for form in pack.forms if not form.chapters] == []
    assert [c.id for c in pack.concerns if c.serious and not c.chapters] == []
    assert set(EMERGENCIES) <= {chapter.slug for chapter in pack.chapters}


def test_every_concern_says_what_to_do_and_when(pack: Pack) -> None:
    """At least 25, each with what to do about it this week."""
    assert len(pack.concerns) >= 25
    assert [c.id for c in pack.concerns if not (c.do and c.moment and c.sources)] == []


def _what_to_do(pack: Pack) -> Iterator[str]:
    """What a civil servant is told to do or to promise, whoever decides."""
    for form in pack.forms:
        yield from (*form.first_steps, form.promise, form.council_first, form.honest)
    for concern in pack.concerns:
        if not concern.duty:  # a duty names who has it
            yield from (concern.text, concern.do)
    for chapter in pack.chapters:
        yield from chapter.sections[0][1].splitlines()


def test_nobody_is_sent_to_the_college_where_the_council_decides(pack: Pack) -> None:
    """The council decides on an omgevingsplan: a text that fits both names both, or the bestuur."""
    told = list(_what_to_do(pack))
    assert any("bestuur" in text for text in told)
    assert [
        t for t in told if re.search(r"\b(college|wethouder)\b", t) and "raad" not in t.lower()
    ] == [
        "3. Bel je woordvoerder en je wethouder."  # of the press, not of a decision
    ]
    assert {f.id for f in pack.forms if re.search(r"\bDe raad\b(?! of)", f.council_first)} == {
        "faciliteren",
        "loslaten",
        "rol_derde",
    }


def test_who_decides_stands_with_the_roles(pack: Pack) -> None:
    """Where residents get a say, the roles tell what the council does when it decides itself."""
    for id in ("raadplegen", "adviseren", "coproduceren", "rol_derde"):
        form = next(form for form in pack.forms if form.id == id)
        assert "omgevingsplan" in form.roles["raad"], id
        assert re.search("raad|een ander", form.roles["college"]), id


def test_voting_on_proposals_has_steps_of_its_own(pack: Pack) -> None:
    """Deciding together comes from "zij kozen" alone: money, rules and proposals are prepared."""
    form = next(form for form in pack.forms if form.id == "meebeslissen")
    steps = " ".join(form.first_steps)
    assert all(word in steps for word in ("geld", "stemregels", "voorstel", "stemmen"))


def test_every_row_has_a_reason_and_a_source(pack: Pack) -> None:
    """A council member can read why, and on what it rests."""
    for decision in pack.decisions:
        rows = getattr(decision.logic, "rows", getattr(decision.logic, "shifts", ()))
        assert [row.id for row in rows if not (row.why and row.sources)] == []


def _said(forms: tuple[Form, ...]) -> str:
    parts = []
    for form in forms:
        parts += [form.name, *form.also_called, form.explanation]
        for method in form.methods:
            parts += [method.name, method.when, method.when_not, method.legal]
    return " ".join(parts).lower()


@pytest.mark.parametrize("term", TERMS)
def test_every_word_of_the_field_has_its_place(pack: Pack, term: str) -> None:
    """As a form or a method."""
    assert term in _said(pack.forms)


def test_every_question_is_answered_briefly(pack: Pack) -> None:
    """At least a hundred; at most 90 words; with a source; a date where it is law."""
    assert len(pack.faqs) >= 100
    for faq in pack.faqs:
        assert faq.sources, faq.id
        for answer in faq.answers:
            assert words(answer.text) <= 90, faq.id
            assert answer.valid_from or not faq.legal, faq.id


def test_what_changes_in_2027_stands_ready(pack: Pack) -> None:
    """On 1 January 2027 some answers change: both texts are there, and every day has one."""
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    changing = [faq for faq in pack.faqs if faq.answer_on(before) != faq.answer_on(after)]
    assert changing
    assert [
        faq.id for faq in changing if not (faq.answer_on(before) and faq.answer_on(after))
    ] == []


def test_no_text_stands_twice(pack: Pack) -> None:
    """Not an answer, a concern, a reason or a first step."""
    texts = [answer.text for faq in pack.faqs for answer in faq.answers]
    texts += [text for c in pack.concerns for text in (c.text, c.do)]
    texts += [faq.question for faq in pack.faqs]
    texts += [case.description for case in pack.cases]
    for form in pack.forms:
        texts += [form.explanation, form.promise, form.feedback, form.evaluation]
    twice = [text for text, count in Counter(texts).items() if count > 1]
    assert twice == []


def test_every_address_is_one(pack: Pack) -> None:
    """Every link in sources and chapters has a host; no source is there for nothing."""
    links = [source.url for source in pack.sources if source.url]
    for chapter in pack.chapters:
        for _, text in chapter.sections:
            links += re.findall(r"\((https?://[^)\s]+)\)", text)
    assert links
    assert [link for link in links if "." not in urlsplit(link).netloc] == []


def test_chapters_are_short_enough_to_read_tonight(pack: Pack) -> None:
    """250 to 500 words, of which at most 60 under "Eerst dit"."""
    for chapter in pack.chapters:
        sections = dict(chapter.sections)
        first = next(text for head, text in sections.items() if head.startswith("Eerst dit"))
        assert words(first) <= 60, chapter.slug
        body = sum(words(text) for head, text in sections.items() if not head.startswith("Verder"))
        assert 250 <= body <= 500, (chapter.slug, body)
