"""Own lines in papers: asked once, in the paper at once, and gone with the papers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import commands
from bot.dialogue.focus import OwnLines
from bot.dialogue.messages import Document, Said, Understanding
from bot.dialogue.places import wording
from bot.dialogue.state_versions import to_json
from bot.dialogue.turn import Shelf

from .test_plan import Person

LETTER = "Brief aan wie het raakt"
LINES = "het ontwerp ligt vast\nde boomsoort is nog open\ninloop morgenavond 19.30 in de schakel"


@pytest.fixture
def person(shelf: Shelf) -> Person:
    """Who stands before the papers."""
    person = Person(shelf)
    person.gives(commands.ADVICE_NOW)
    person.gives(commands.PAPERS)
    return person


def made(person: Person) -> dict[str, str]:
    """The documents of the last turn, by their names without that of the project."""
    documents = (one for one in person.replies if isinstance(one, Document))
    return {one.name.removesuffix("-project-1"): one.markdown for one in documents}


def test_what_only_the_person_knows_is_asked_first(person: Person) -> None:
    """At most six things, in few words, and that it isn't kept."""
    said = person.tap(LETTER)
    assert not made(person)
    assert "• **waarom**" in said
    assert "• wat **vast** staat" in said
    assert said.count("•") <= 6
    assert said.endswith(wording.OWN_NOT_KEPT)


def test_what_is_typed_stands_in_the_letter(person: Person) -> None:
    """Each line under its own heading."""
    person.tap(LETTER)
    person.says(LINES)
    letter = made(person)["stuk-bewonersbrief"]
    assert "## Wat staat vast?\n\n- Het ontwerp ligt vast.\n" in letter
    assert "De boomsoort is nog open.\n" in letter
    assert "Inloop: woensdagavond 25 november 2026 om 19.30 uur in de schakel.\n" in letter
    assert letter.count("[INVULLEN") <= 3


def test_nobody_has_to_tell_anything(person: Person) -> None:
    """One tap, or a word, makes the paper with its gaps."""
    person.tap(LETTER)
    person.tap(wording.OWN_WITHOUT)
    assert (
        "[INVULLEN: wat er precies gebeurt, waar en wanneer]" in made(person)["stuk-bewonersbrief"]
    )
    person.gives(commands.PAPERS)
    person.tap(LETTER)
    person.says("sla over")
    assert made(person)


def test_it_may_be_told_better(person: Person) -> None:
    """What is added makes the paper anew; what names its subject replaces what was told."""
    person.tap(LETTER)
    person.says(LINES)
    person.says("waarom: het riool is op")
    person.says("vast: alleen het riool")
    letter = made(person)["stuk-bewonersbrief"]
    assert "Het riool is op." in letter
    assert "Alleen het riool." in letter
    assert "Het ontwerp ligt vast." not in letter


def test_another_paper_uses_what_was_told(person: Person) -> None:
    """And asks only what it needs more."""
    person.tap(LETTER)
    person.says(LINES)
    person.tap("Nog een stuk")
    said = person.tap("Draaiboek van de bijeenkomst")
    assert "**vast**" not in said
    person.tap(wording.OWN_SO)
    order = made(person)["stuk-draaiboek"]
    assert "Het ontwerp ligt vast." in order
    assert "| 19.00 | Stoelen bij elkaar" in order
    assert "| 20.50 | Herhaal de beloftes" in order


def test_what_stands_under_no_heading_of_a_paper_is_said(person: Person) -> None:
    """Once, with the line; where every line stands somewhere nothing is said of it."""
    person.tap(LETTER)
    assert wording.OWN_UNUSED.partition("{")[0] not in person.says(f"{LINES}\n40 mensen deden mee")
    person.tap("Nog een stuk")
    person.tap("Draaiboek van de bijeenkomst")
    said = person.tap(wording.OWN_SO)
    assert wording.OWN_UNUSED.format(lines="“40 mensen deden mee”") in said


def test_without_a_time_the_running_order_counts_from_the_beginning(person: Person) -> None:
    person.tap("Draaiboek van de bijeenkomst")
    person.tap(wording.OWN_WITHOUT)
    order = made(person)["stuk-draaiboek"]
    assert "| 30 minuten vooraf | Stoelen" in order
    assert "| Begin | Opening" in order
    assert "| 5 minuten na het begin | Vijf stemmen" in order


def test_a_question_meanwhile_is_answered_and_kept_out_of_the_letter(person: Person) -> None:
    person.tap(LETTER)
    said = person.says("mag de wethouder dit wel beloven?")
    assert not made(person)
    assert "• **waarom**" in said  # it is asked again


def test_thanks_after_a_paper_are_no_line_of_it(person: Person) -> None:
    person.tap(LETTER)
    person.says(LINES)
    person.says("top dank je wel")
    assert not made(person)


def test_what_is_told_is_gone_with_the_papers(person: Person) -> None:
    """Nothing of it stays in what is kept, once a person goes on."""
    person.tap(LETTER)
    person.says(LINES)
    assert isinstance(person.state.focus, OwnLines)
    assert "boomsoort" in to_json(person.state)
    person.tap("Terug naar het advies")
    assert "boomsoort" not in to_json(person.state)


def test_who_asks_in_words_tells_on_in_one_breath(person: Person) -> None:
    """What stands beside the request goes into the paper."""
    said = person.says("maak een brief voor de buurt. het ontwerp ligt vast.")
    assert wording.OWN_KNOWN.format(lines="• Het ontwerp ligt vast.") in said
    assert "**vast**" not in said
    person.tap(wording.OWN_SO)
    assert "Het ontwerp ligt vast." in made(person)["stuk-bewonersbrief"]


def test_how_a_paper_must_be_stands_in_no_paper(person: Person) -> None:
    """Nor does what has no word of any subject."""
    for beside in ("moet vanmiddag de deur uit", "mag best een beetje trots", "2 uur hebben we"):
        assert "Dit zet ik erin" not in person.says(f"maak een brief voor de buurt. {beside}")


def test_ones_own_words_go_before_those_of_an_answer(shelf: Shelf) -> None:
    """ "Alles is nog open" from a button would deny what a person tells."""
    person = Person(shelf, te_kiezen="alles")
    person.gives(commands.ADVICE_NOW)
    person.gives(commands.PAPERS)
    person.tap(LETTER)
    person.says("open: alleen de boomsoort")
    letter = made(person)["stuk-bewonersbrief"]
    assert "## Waarover gaan jullie wel?\n\n- Alleen de boomsoort.\n" in letter


def test_numbers_of_people_are_no_line(person: Person) -> None:
    """They are masked, and a gap in the letter."""
    person.tap(LETTER)
    person.says("waarom: bel 06-12345678 voor uitleg")
    letter = made(person)["stuk-bewonersbrief"]
    assert "12345678" not in letter
    assert "Bel [INVULLEN: telefoonnummer] voor uitleg." in letter


def test_where_nothing_is_to_choose_that_is_not_asked(shelf: Shelf) -> None:
    """Nor is it a gap."""
    person = Person(shelf, te_kiezen="niets")
    person.gives(commands.PAPERS)
    assert "**open**" not in person.tap(LETTER)
    person.tap(wording.OWN_WITHOUT)
    assert "[INVULLEN: de keuzes" not in made(person)["stuk-bewonersbrief"]


# --- told in the talk, before any paper --------------------------------------------------------

KNOWN = Understanding(ready=True)
TOLD = "de wethouder beloofde in 2019 dat de bomen blijven"


def told(person: Person, text: str, answer: str) -> str:
    """Tell something of which no rule knows, and say whether it is kept."""
    asked = person.do(Said(text, KNOWN))
    assert f"“{text}”" in asked
    return person.tap(answer)


@pytest.fixture
def begun(shelf: Shelf) -> Person:
    """Who has an advice."""
    person = Person(shelf)
    person.gives(commands.ADVICE_NOW)
    return person


def test_what_no_rule_looks_at_is_kept_after_a_yes(begun: Person) -> None:
    """And stands in the next paper, under what it is about."""
    assert wording.KEPT_LINE in told(begun, TOLD, wording.KEEP_LINE_YES)
    begun.gives(commands.PAPERS)
    assert "De wethouder beloofde in 2019 dat de bomen blijven." in begun.tap(LETTER)
    begun.tap(wording.OWN_SO)
    assert "De wethouder beloofde in 2019" in made(begun)["stuk-bewonersbrief"]
    assert wording.MY_LINES in begun.gives(commands.MY_DATA)


def test_a_day_is_shown_before_it_is_kept(begun: Person) -> None:
    """The yes may come after midnight."""
    said = begun.do(Said("de krant komt morgen met een groot stuk", KNOWN))
    assert "komt woensdag 25 november 2026 met" in said


def test_without_a_yes_nothing_of_it_stays(begun: Person) -> None:
    told(begun, TOLD, wording.KEEP_LINE_NO)
    assert "bomen" not in to_json(begun.state)
    begun.do(Said(TOLD, KNOWN))
    begun.says("wat is een bopa?")
    assert begun.state.project is not None
    assert begun.state.project.told == ()


def test_what_was_kept_can_be_left_out(begun: Person) -> None:
    """It is gone then."""
    told(begun, TOLD, wording.KEEP_LINE_YES)
    begun.gives(commands.PAPERS)
    begun.tap(LETTER)
    begun.tap(wording.OWN_LEAVE)
    assert "De wethouder" not in begun.tap(wording.OWN_DROP)
    assert "bomen" not in to_json(begun.state)


def test_a_line_is_left_out_by_its_tick(begun: Person) -> None:
    """And taken in again by another; the rest stays. The lines are text until that is asked for."""
    told(begun, TOLD, wording.KEEP_LINE_YES)
    told(begun, "het budget ligt vast op 80.000 euro", wording.KEEP_LINE_YES)
    begun.gives(commands.PAPERS)
    line = "Het budget ligt vast op 80.000 euro."
    assert wording.OWN_LISTED.format(line=line) in begun.tap(LETTER)
    assert begun.labels[:2] == [wording.OWN_SO, wording.OWN_LEAVE]
    assert wording.OWN_IN.format(line=line) in begun.tap(wording.OWN_LEAVE)
    said = begun.tap("✓ De wethouder beloofde in 2019 dat de bomen …")
    assert (
        wording.OWN_OUT.format(line="De wethouder beloofde in 2019 dat de bomen blijven.") in said
    )
    begun.tap(wording.OWN_SO)
    letter = made(begun)["stuk-bewonersbrief"]
    assert "80.000 euro" in letter
    assert "bomen" not in letter


def test_what_is_not_for_others_is_left_out_and_said(person: Person) -> None:
    person.tap(LETTER)
    said = person.says("de kleur is nog open. de grondprijs is vertrouwelijk. red ik dat nog")
    letter = made(person)["stuk-bewonersbrief"]
    assert "De kleur is nog open." in letter
    assert not {"grondprijs", "red ik"} & set(letter.lower().split())
    inside = "“de grondprijs is vertrouwelijk” en “red ik dat nog”"
    assert wording.OWN_INSIDE.format(lines=inside) in said


def test_what_is_taken_back_is_left_out_and_said(person: Person) -> None:
    person.tap(LETTER)
    said = person.says("de kleur is nog open. de bank ook. o nee dat klopt niet, laat maar weg")
    letter = made(person)["stuk-bewonersbrief"]
    assert "De kleur is nog open." in letter
    assert "bank" not in letter
    assert wording.OWN_TAKEN.format(lines="“de bank ook”") in said


def test_a_day_of_decision_is_reckoned_with_after_a_yes(person: Person) -> None:
    """The question stands in the last message, where every channel can press it; then the papers
    are made anew with it."""
    person.says("maak een participatieplan")
    said = person.says("er is nog geen besluit, college 16 februari, dat moet er dik in")
    assert "16 februari" in said
    plan = made(person)["stuk-participatieplan"]
    assert "Er is nog geen besluit. Het college, op 16 februari." in plan
    assert "dik" not in plan
    assert wording.HEARD_YES in person.labels
    person.tap(wording.HEARD_YES)
    assert person.state.project is not None
    assert person.state.project.plan.day("college") == date(2027, 2, 16)
    assert made(person)["stuk-participatieplan"]


def test_a_letter_to_families_greets_them(person: Person) -> None:
    """It is the letter to those whom it is about, and no mail to an organisation."""
    person.says("maak een brief aan de families. het budget ligt vast")
    person.tap(wording.OWN_SO)
    letter = made(person)["stuk-bewonersbrief"]
    assert letter.startswith("# Brief aan families\n")
    assert "\nBeste families,\n" in letter


def test_a_mail_is_called_after_who_it_is_for(person: Person) -> None:
    person.says("maak een mail aan de directie. het budget ligt vast")
    person.tap(wording.OWN_SO)
    mail = made(person)["stuk-mail-wethouder"]
    assert mail.startswith("# Mail aan de directie\n")
    assert "\nBeste directie,\n" in mail


def test_a_running_order_fits_the_time_that_was_told(person: Person) -> None:
    person.says("maak een draaiboek voor de avond. we hebben 60 minuten")
    person.says("avond do 14 jan half 8 in de schakel")
    order = made(person)["stuk-draaiboek"]
    assert "Dit draaiboek is voor 60 minuten." in order
    assert "| 19.30 | Opening" in order
    assert "| 20.30 | Einde" in order
    assert "112" not in order


@pytest.mark.parametrize("text", ["ja dat klopt wel hoor", "mag de wethouder dit zomaar beloven?"])
def test_few_words_and_a_question_are_not_asked_about(begun: Person, text: str) -> None:
    assert wording.KEEP_LINE.split("{")[0] not in begun.do(Said(text, KNOWN))


def test_before_an_advice_a_paper_can_be_made_as_far_as_is_known(shelf: Shelf) -> None:
    """Who only wants a letter is not kept from it; what may be promised is a gap then."""
    person = Person(shelf)
    person.gives(commands.CONTINUE)
    said = person.says("maak een brief voor de buurt")
    assert wording.PAPERS_LATER in said
    person.tap(wording.NOW_ALREADY.format(paper=LETTER))
    person.says(LINES)
    letter = made(person)["stuk-bewonersbrief"]
    assert "Het ontwerp ligt vast." in letter
    assert "[INVULLEN: wat jullie beloven over de inbreng]" in letter


def test_a_paper_before_an_advice_keeps_who_it_is_for(shelf: Shelf) -> None:
    person = Person(shelf)
    person.gives(commands.CONTINUE)
    person.says("maak een mail aan de burgemeester en een brief aan alle besturen")
    person.tap(wording.NOW_ALREADY.format(paper="Mail aan de burgemeester"))
    person.says(LINES)
    assert "\nBeste burgemeester,\n" in made(person)["stuk-mail-wethouder"]
