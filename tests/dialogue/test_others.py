"""Other rules beside the advice, and choosing whose rules: nothing of one's own ever changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from bot.dialogue.advice_text import words
from bot.dialogue.focus import Others, Pick
from bot.dialogue.messages import (
    Button,
    Document,
    Event,
    Happening,
    Said,
    Say,
    Started,
    Tapped,
    Understanding,
)
from bot.dialogue.state import Project, State
from bot.dialogue.state_versions import from_json, to_json
from bot.dialogue.step import new_state, question_at_hand, step
from bot.dialogue.turn import Shelf
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack

DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 9, 0, tzinfo=timezone.utc)
OWN = """\
pakket: eigen
titel: Ons kader
adviezen: [{besluit: vorm, trede: {informeren: informeren, samen: coproduceren}}]
opening: [ruimte, keer]
vragen:
  - id: ruimte
    vraag: Valt er iets te kiezen?
    kort: Iets te kiezen?
    soort: keuze
    waarom: Het telt.
    opties:
      - {id: niets, label: Niets}
      - {id: paar, label: Een paar dingen}
      - {id: alles, label: Alles}
  - id: keer
    vraag: Is het de eerste keer?
    soort: janee
    aard: oordeel
    altijd: true
    waarom: Zo.
besluiten:
  - id: vorm
    soort: beslistabel
    treffer: eerste
    uitkomsten: [informeren, samen]
    rijen: [{id: vast, als: {ruimte: niets}, dan: informeren, want: Alles ligt vast., bron: eigen}]
    anders: samen
vormen:
  - {id: informeren, kop: vertel het, naam: informeren, uitleg: Zo., bron: eigen}
  - {id: samen, kop: maak het samen, naam: coproduceren, uitleg: Zo., bron: eigen}
"""
VILLAGE = """\
pakket: dorp
titel: "Dorp: de check"
omschrijving: Voor elk plan in het dorp. Het zijn vier vragen.
adviezen: [{besluit: niveau, trede: {licht: informeren, zwaar: raadplegen}}]
opening: [buren, last]
herkomst:
  {organisatie: gemeente Dorp, naam: De check, jaar: 2021, aard: tweede_hand,
   volledigheid: deels, bron: eigen}
vragen:
  - id: ruimte
    vraag: Is er keus?
    soort: janee
    waarom: Zonder keus is er niets te vragen.
    gelijk_aan: [{pakket: eigen, vraag: ruimte, waarden: {niets: nee, paar: ja}}]
  - {id: buren, vraag: Hoeveel buren zijn er?, soort: getal, minimum: 0, maximum: 90, waarom: Zo.}
  - id: last
    vraag: Wat merken mensen?
    soort: meerkeuze
    waarom: Zo.
    opties:
      - {id: geluid, label: Geluid}
      - {id: stof, label: Stof}
      - {id: geen, label: Niets, alleen: true}
besluiten:
  - id: niveau
    soort: beslistabel
    treffer: eerste
    uitkomsten: [licht, zwaar]
    rijen:
      - {id: geen_keus, als: {ruimte: nee}, dan: licht, want: Er is geen keus., bron: eigen}
      - {id: veel_buren, als: {buren: ">= 20"}, dan: zwaar, want: Veel buren., bron: eigen}
      - {id: last, als: {last: {bevat_alle: [geluid, stof]}}, dan: zwaar, want: Last., bron: eigen}
    anders: licht
vormen:
  - {id: licht, kop: vertel het, naam: inlichten, uitleg: Zo., bron: eigen}
  - {id: zwaar, kop: vraag het, naam: gesprek, uitleg: Zo., bron: eigen}
"""
CITY = """\
pakket: stad
titel: "Grote stad: de lijst"
adviezen: [{besluit: plicht}]
herkomst:
  {organisatie: gemeente Stad, naam: Lijst, aard: eerste_hand, volledigheid: volledig, bron: eigen}
vragen: [{id: wet, vraag: Moet het van de wet?, soort: janee, waarom: Het telt.}]
besluiten:
  - id: plicht
    soort: beslistabel
    treffer: eerste
    uitkomsten: [moet]
    rijen: [{id: wet, als: {wet: ja}, dan: moet, want: De wet zegt het., bron: eigen}]
vormen: [{id: moet, kop: doe het, naam: moet, uitleg: Zo., bron: eigen}]
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Three small packs; the one in the village shares a question with one's own."""
    packs = {}
    for id, text in (("eigen", OWN), ("dorp", VILLAGE), ("stad", CITY)):
        folder: Path = tmp_path_factory.mktemp(id)
        (folder / "pakket.yml").write_text(text, "utf-8")
        packs[id] = compile_pack(load_pack(folder), DAY)
    titles = {id: compiled.pack.title for id, compiled in packs.items()}
    return Shelf(packs, "eigen", titles=titles, related={"dorp": frozenset({"eigen"})})


class Person:
    """Someone who talks, tap by tap."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.state: State = new_state(shelf)
        self.turns = 0
        self.screen: list[Button] = []
        self.said: list[Say] = []
        self.documents: list[str] = []

    def do(self, what: Happening) -> str:
        """One step: what is said, as one text."""
        self.turns += 1
        at = START + timedelta(minutes=self.turns)
        self.state, replies = step(self.shelf, self.state, Event(what, at, f"{self.turns:024x}"))
        assert from_json(to_json(self.state)) == self.state
        self.said = [reply for reply in replies if isinstance(reply, Say)]
        self.documents = [reply.markdown for reply in replies if isinstance(reply, Document)]
        for reply in self.said:
            if reply.shape == "question":
                assert words(reply.text) <= 40, reply.text
            assert all(len(button.data.encode()) <= 64 for button in reply.buttons)
            assert len(reply.buttons) <= 12
            self.screen = list(reply.buttons) or self.screen
        return "\n".join(reply.text for reply in self.said)

    def tap(self, label: str) -> str:
        """Tap the button with this label."""
        return self.do(Tapped(next(b.data for b in self.screen if b.label == label)))

    def type(self, text: str, understanding: Understanding | None = None) -> str:
        """Type something."""
        return self.do(Said(text, understanding or Understanding()))

    @property
    def labels(self) -> list[str]:
        """What is on the buttons."""
        return [button.label for button in self.screen]

    @property
    def project(self) -> Project:
        """The project at hand."""
        assert self.state.project is not None
        return self.state.project


@pytest.fixture
def person(shelf: Shelf) -> Person:
    """Someone with an advice: there are a few things to choose."""
    someone = Person(shelf)
    someone.do(Started())
    someone.tap("Advies voor mijn project")
    someone.tap("Een paar dingen")
    told = someone.tap("Ja")
    assert "maak het samen" in told
    return someone


# --- wat zou … zeggen -------------------------------------------------------------------------


def test_other_rules_stand_behind_the_lens(person: Person) -> None:
    """The one that shares questions comes first; one's own is not among them."""
    person.tap("Waarom niet meer of minder?")
    person.tap("Bekijk door een andere bril")
    person.tap("Een andere gemeente")
    assert person.labels == ["Dorp: de check", "Grote stad: de lijst"]


def test_what_is_shared_is_taken_over_and_the_rest_is_asked(person: Person) -> None:
    """One at a time; then what it says, why, the ladder, and the way back."""
    before = person.project
    person.type("/andere")
    told = person.tap("Dorp: de check")
    assert "Wat zou Dorp zeggen?" in told
    assert "Voor elk plan in het dorp." in told
    assert "Eén antwoord van jou past" in told
    assert "Dorp vraagt nog ongeveer 2 dingen." in told
    assert "Hoeveel buren zijn er?" in told
    told = person.type("30")
    assert "**vraag het (gesprek)**" in told
    assert "• Veel buren." in told
    assert "Dorp op trede 2 (raadplegen). Jouw advies staat op trede 4 (coproduceren)." in told
    assert "Dorp kijkt naar iets dat jij niet is gevraagd: Hoeveel buren zijn er?" in told
    assert "gemeente Dorp (2021), zoals overgenomen door een ander." in told
    assert person.project == before
    assert "maak het samen" in person.tap("Terug naar het advies")
    assert replace(person.project, given=None) == replace(before, given=None)


def test_what_is_settled_is_told_at_once(shelf: Shelf) -> None:
    """With nothing to choose the village needs no more."""
    someone = Person(shelf)
    someone.do(Started())
    someone.tap("Advies voor mijn project")
    someone.tap("Niets")
    someone.tap("Ja")
    someone.type("/andere")
    told = someone.tap("Dorp: de check")
    assert "Dorp zegt: **vertel het (inlichten)**." in told
    assert "even hoog als jouw advies: trede 1 (informeren)" in told


def test_several_options_of_a_multiple_choice(person: Person) -> None:
    """Tapped one by one, or typed as numbers."""
    for typed in (False, True):
        person.type("/andere dorp")
        assert "Wat merken mensen?" in person.type("3")
        if typed:
            told = person.type("1 en 2")
        else:
            person.tap("Geluid")
            assert "✓ Geluid" in person.labels
            person.tap("Stof")
            told = person.tap("Klaar")
        assert "Dorp zegt: **vraag het (gesprek)**" in told


def test_unknown_leaves_it_open_and_says_on_what_it_hangs(person: Person) -> None:
    """Every outcome that is still possible is named."""
    person.type("/andere dorp")
    told = person.tap("Weet ik niet")
    told = person.type("/weet_niet")
    assert "Dorp kan nog zeggen: **gesprek of inlichten**." in told
    assert "Dat hangt nog af van: Hoeveel buren zijn er? Wat merken mensen?" in told


def test_back_why_and_a_wrong_number(person: Person) -> None:
    """They work on the question of the other pack, and never on one's own answers."""
    before = person.project
    person.type("/andere dorp")
    first = person.said[-1].text
    assert "Zo." in person.type("/waarom")
    assert person.said[-1].text == first
    person.type("/weet_niet")
    assert person.said[-1].text != first
    person.type("/terug")
    assert person.said[-1].text == first
    assert "van 0 tot 90" in person.type("1000")
    person.type("/terug")
    assert "maak het samen" in person.said[-1].text
    assert person.project.book == before.book
    assert person.project.order == before.order


def test_a_text_is_read_as_an_answer_to_the_other_pack(person: Person) -> None:
    """The question at hand is the other pack's; what is no answer to it changes nothing."""
    before = person.project.book
    person.type("/andere stad")
    assert question_at_hand(person.state) == "wet"
    assert person.state.pack_at_hand == "stad"
    other = Understanding("beschrijving", "", 0.9, (), (("ruimte", ("niets",)),), sure=True)
    assert "Moet het van de wet?" in person.type("alles ligt vast", other)
    assert person.project.book == before
    sure = Understanding("antwoord", "wet.ja", 0.9, (), (("wet", ("ja",)),), sure=True)
    told = person.type("jazeker", sure)
    assert "Ik noteer: Ja." in told
    assert "Grote stad zegt: **doe het (moet)**." in told
    assert person.project.book == before


def test_a_pack_without_a_rung_or_a_rule_says_so(person: Person) -> None:
    """No ladder is made up, and no advice either."""
    person.type("/andere stad")
    told = person.tap("Nee")
    assert "Grote stad heeft geen regel die past." in told
    assert "Jouw advies staat op trede 4 (coproduceren). Wat Grote stad zegt, staat niet" in told


def test_an_old_button_does_no_harm(person: Person) -> None:
    """An own question and another pack's question may share an id."""
    person.type("/andere stad")
    old = next(b.data for b in person.screen if b.label == "Ja")
    before = person.project.book
    person.tap("Terug naar het advies")
    assert "eerder gesprek" in person.do(Tapped(old))
    person.type("/andere dorp")
    assert "eerder gesprek" in person.do(Tapped(old))
    assert "Dorp vraagt" in person.said[-1].text
    assert person.project.book == before


def test_an_own_answer_is_never_taken_for_one_to_the_other_pack(shelf: Shelf) -> None:
    """Both ask "ruimte": a tap on the own question goes into the own book, or is asked about."""
    someone = Person(shelf)
    someone.do(Started("dorp"))
    someone.tap("Advies voor mijn project")
    someone.do(Tapped(f"a:{someone.project.id}:ruimte:nee"))
    someone.type("/andere eigen")
    focus = someone.state.focus
    assert (focus.asked, focus.is_busy) == ("ruimte", True)
    told = someone.do(Tapped(f"a:{someone.project.id}:ruimte:ja"))
    assert "Die vraag is al beantwoord: nee." in told
    assert someone.state.focus == focus


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_tapped_ones_own_answers_stay(shelf: Shelf, seed: int) -> None:
    """Thirty random steps through the other packs."""
    someone, chance = Person(shelf), Random(seed)
    someone.do(Started())
    someone.tap("Advies voor mijn project")
    someone.tap(chance.choice(("Niets", "Een paar dingen", "Alles")))
    someone.tap("Ja")
    before = (someone.project.book, someone.project.order, someone.project.pack)
    for _ in range(30):
        if not isinstance(someone.state.focus, Others | Pick):
            someone.type("/andere")
        if chance.random() < 0.7:
            someone.do(
                Tapped(chance.choice([b.data for b in someone.screen if "advies" not in b.data]))
            )
        else:
            someone.type(
                chance.choice(("12", "/terug", "/waarom", "ja", "1, 2", "dorp", "bla", "stad"))
            )
        assert (someone.project.book, someone.project.order, someone.project.pack) == before


# --- choosing whose rules ---------------------------------------------------------------------


def test_a_link_chooses_a_pack_and_says_whose_rules_it_has(shelf: Shelf) -> None:
    """Where it comes from, and in the advice again."""
    someone = Person(shelf)
    told = someone.do(Started("dorp"))
    assert "regels van gemeente Dorp (2021), zoals overgenomen door een ander." in told
    assert "Hoi!" in told
    someone.tap("Advies voor mijn project")
    assert someone.project.pack == "dorp"
    someone.type("30")
    told = someone.tap("Nee")
    assert "vertel het (inlichten)" in told
    assert "gemeente Dorp (2021), zoals overgenomen door een ander." in told
    someone.tap("Maak een stuk")
    someone.tap("Maak een notitie")
    (note,) = someone.documents
    assert "De regels zijn van gemeente Dorp (2021), overgenomen door een ander, deels" in note


@pytest.mark.parametrize("name", ["/pakket dorp", "/start dorp", "/pakket Gemeente Dorp"])
def test_a_typed_command_chooses_too(shelf: Shelf, name: str) -> None:
    """By its id or the name of the municipality."""
    someone = Person(shelf)
    someone.do(Started())
    assert "gemeente Dorp" in someone.type(name)
    assert someone.state.pack == "dorp"


def test_the_list_has_buttons_and_knows_typed_names(shelf: Shelf) -> None:
    """The default comes first; a name on the screen may be typed."""
    someone = Person(shelf)
    someone.do(Started())
    someone.type("/pakket")
    assert someone.labels == ["Ons kader", "Dorp: de check", "Grote stad: de lijst"]
    someone.type("grote stad")
    assert someone.state.pack == "stad"
    someone.type("/pakket")
    assert "gewone regels: Ons kader" in someone.tap("Ons kader")
    assert someone.state.pack == "eigen"


def test_an_unknown_name_gets_suggestions(shelf: Shelf) -> None:
    """By link, by command, and typed while the list is on the screen."""
    someone = Person(shelf)
    told = someone.do(Started("drop"))
    assert "De regels van ‘drop’ ken ik niet. Bedoel je Dorp?" in told
    assert "Hoi!" in told
    assert "Bedoel je dit?" in someone.type("/pakket drop")
    assert someone.labels == ["Dorp: de check", "Laat ze allemaal zien"]
    someone.type("/pakket")
    someone.type("strad")
    assert "Laat ze allemaal zien" in someone.labels
    assert "ken ik niet" in someone.type("/pakket xyzzy")
    assert someone.labels == ["Laat ze allemaal zien"]
    assert someone.state.pack == "eigen"


def test_a_project_keeps_its_pack(person: Person) -> None:
    """Another pack begins another project; coming back finds the first one."""
    own = person.project
    told = person.type("/pakket dorp")
    assert "Project 1 blijft bij de regels van Ons kader." in told
    assert person.state.project is None
    person.tap("Advies voor mijn project")
    assert (person.project.pack, person.project.id != own.id) == ("dorp", True)
    assert person.state.find(own.id) == own
    assert "Je was bij **Project 1**" in person.type("/pakket eigen")
    assert person.project.id == own.id
    person.type("/pakket stad")
    assert "Je was bij **Project 1**" in person.type("/pakket eigen")


def test_many_packs_come_by_the_page(shelf: Shelf) -> None:
    """At most seven buttons."""
    titles = {**shelf.titles, **{f"p{i}": f"Plaats {i:02}" for i in range(20)}}
    someone = Person(replace(shelf, titles=titles))
    someone.do(Started())
    someone.type("/pakket")
    seen: list[str] = []
    for _ in range(3):
        assert len(someone.labels) == 7
        seen += someone.labels[:6]
        someone.tap("Meer laten zien")
    assert len({*seen, *someone.labels}) == 23
    assert "ken ik niet" in someone.tap("Plaats 19")  # a title whose pack does not load
