"""What a civil servant says to whoever writes never stands in a paper as a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from bot.words.forbidden import not_promised
from bot.words.own_lines import sorted_lines, together
from bot.words.own_papers import for_paper
from bot.words.own_parts import sentences
from bot.words.own_topics import Told
from bot.words.to_the_writer import Said, parts_of, without_how, without_taken_back
from tests import shelf

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics
TODAY = date(2026, 12, 1)


def told(text: str) -> Told:
    """What is told by a text."""
    return sorted_lines(text, TOPICS, TODAY)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("de sloop gaat door, dat moet er dik in", "de sloop gaat door"),
        ("niemand raakt zijn plek kwijt, dat mag er groot in", "niemand raakt zijn plek kwijt"),
        ("het is om geld, gewoon eerlijk zeggen", "het is om geld"),
        ("de brug sluit, er niet omheen draaien", "de brug sluit"),
        ("sorry voor de krant, zonder uitvluchten", "sorry voor de krant"),
        ("de raad beslist, moet in de eerste zin", "de raad beslist"),
        ("excuus voor de brief, eerste alinea, niet omheen draaien", "excuus voor de brief"),
        ("de brandweer krijgt 10 minuten, niet langer", "de brandweer krijgt 10 minuten"),
        ("het duurt een week, niet langer dan dat", "het duurt een week, niet langer dan dat"),
        ("wij zeggen dat gewoon", "wij zeggen dat gewoon"),
        ("er komt een pad bij", "er komt een pad bij"),
    ],
)  # fmt: skip
def test_a_tail_that_says_how_goes(line: str, said: str) -> None:
    assert without_how(line) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("zeg dat er nog geen besluit is", "er is nog geen besluit"),
        ("vertel er ook bij dat iedereen zijn sleutel houdt",
         "iedereen houdt zijn sleutel"),
        ("schrijf dat iedereen zijn sleutel houdt", "iedereen houdt zijn sleutel"),
        ("leg uit dat we snappen dat ze het raar vonden", "we snappen dat ze het raar vonden"),
        ("zeg dat de aanbieder dat later laat weten",
         "wij laten weten dat de aanbieder dat later laat weten"),
        ("zeg dat het in mei klaar moet zijn", "wij laten weten dat het in mei klaar moet zijn"),
    ],
)  # fmt: skip
def test_what_must_be_said_is_said(line: str, said: str) -> None:
    """In its own order where that is sure; else behind who says it."""
    assert [*parts_of(line)] == [Said(said)]


@pytest.mark.parametrize(
    "line",
    [
        "2019 ook benoemen",
        "noem ook de fietsers",
        "de turnclub een eigen zinnetje",
        "we doen ons best is te vaag",
        "de motie niet verzwijgen maar ook niet afvallen",
        "of de huisarts komt weet ik nog niet",
    ],
)
def test_what_only_a_person_can_write_is_a_gap(line: str) -> None:
    """In its own words, and never as a sentence."""
    ((found,),) = told(line).values()
    assert found == f"[INVULLEN: {line}]"


@pytest.mark.parametrize(
    "line",
    [
        "wij noemen dit plan het speelplan",
        "zet je auto die dag op het veld",
        "vertel ons wat je vindt",
        "over losse huizen kunnen wij niets zeggen",
        "de raad wil de motie niet uitleggen",
    ],
)
def test_what_is_said_to_readers_stays(line: str) -> None:
    ((found,),) = told(line).values()
    assert found.lower().rstrip(".") == line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("over parkeergeld niks beloven", ("niets beloven over parkeergeld", "")),
        ("niets beloven over de bomen", ("niets beloven over de bomen", "")),
        ("geen bedragen noemen want is niet besloten", ("geen bedragen noemen", "")),
        ("over geld niks zeggen, alleen dat het in mei komt",
         ("niets zeggen over geld", "geld: alleen dat het in mei komt")),
        ("wij kunnen niets beloven over de bomen", None),
        ("over de bomen is niets beloofd", None),
    ],
)  # fmt: skip
def test_what_must_not_be_promised(line: str, found: tuple[str, str] | None) -> None:
    assert not_promised(line) == found


def test_what_is_named_and_what_is_said_stand_apart() -> None:
    """The first only a person can write; the second is a sentence."""
    line = "die 12 gezinnen gewoon noemen en dat de adviseur het verkeerd zei"
    assert [*told(line).values()] == [
        ("[INVULLEN: noem die 12 gezinnen]", "De adviseur zei het verkeerd.")
    ]
    assert told("2019 ook benoemen, en dat elk idee nu een antwoord krijgt")["vervolg"] == (
        "Elk idee krijgt nu een antwoord.",
    )


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("school weet ik nog niet of die komt",
         {"onbekend": ("We weten nog niet of school komt.",)}),
        ("2019 erin met 4 procent en wat we nu anders doen",
         {"eerder": ("[INVULLEN: 2019: 4 procent en wat we nu anders doen]",)}),
        ("geen woord over de flyer", {"niet": ("Geen woord over de flyer.",)}),
        ("dat de chef lid is NIET in de brief",
         {"niet": ("Dat de chef lid is NIET in de brief.",)}),
        ("de stippen waren onze fout, sorry, niet naar de aannemer wijzen",
         {"mis": ("De stippen waren onze fout, sorry.",),
          "niet": ("Niet naar de aannemer wijzen.",)}),
        ("sorry voor 2019, en dat meisje wel noemen?", {"mis": ("Sorry voor 2019.",)}),
        ("verdubbelen: gewoon zeggen dat daar geen besluit over is",
         {"besluit": ("Verdubbelen: daar is geen besluit over.",)}),
        ("radio: in de ouderbrief alleen zeggen hoe het zit, in de rib dat er een fout was",
         {"gebeurt@bewonersbrief": ("[INVULLEN: radio: hoe het zit]",),
          "gebeurt@raadsinformatiebrief": ("Radio: er was een fout.",)}),
        ("eigen kind = consulent, rest = ik",
         {"contact": ("Over eigen kind kun je terecht bij de consulent.",)}),
        ("29 bomen gaan weg, dat is niet meer open",
         {"vast": ("29 bomen gaan weg, dat is niet meer open.",)}),
        ("de beheerder heeft gezegd dat alles blijft",
         {"eerder": ("De beheerder heeft gezegd dat alles blijft.",)}),
    ],
)  # fmt: skip
def test_what_is_said_to_the_writer_finds_its_place(line: str, told_: Told) -> None:
    """A prohibition stands with what stays unsaid, what is for one paper in that alone, and what
    was said before under its own heading."""
    assert told(line) == told_


def test_a_proposal_goes_to_the_executive_alone() -> None:
    said = told("huurders apart spreken, dat is mijn voorstel aan de wethouder")
    assert for_paper(said, "bewonersbrief") == {}
    assert for_paper(said, "mail_wethouder") == {
        "verzoek": ("Mijn voorstel: huurders apart spreken.",)
    }


def test_what_must_not_be_promised_stands_in_the_running_order_alone() -> None:
    """A letter says that nothing can be promised yet; what must stay unnamed, it does not say."""
    assert told("over parkeergeld niks beloven, alleen dat we het uiterlijk 1 mei weten") == {
        "niet": ("Niets beloven over parkeergeld.",),
        "onbekend": (
            "Over parkeergeld kunnen we nog niets beloven.",
            "We weten het uiterlijk 1 mei.",
        ),
    }
    assert told("geen bedrag noemen want niet besloten") == {"niet": ("Geen bedrag noemen.",)}


def test_a_line_may_be_for_one_paper() -> None:
    """Where it says so itself, before or behind."""
    said = told("in het draaiboek: wat als de kas leeg is. de school praat mee, moet in het plan")
    assert for_paper(said, "bewonersbrief") == {}
    assert for_paper(said, "draaiboek") == {"programma": ("Wat als de kas leeg is.",)}
    assert [*for_paper(said, "participatieplan").values()] == [("De school praat mee.",)]
    assert told("er staat een pad in het plan") == {"gebeurt": ("Er staat een pad in het plan.",)}


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("de brug sluit. het duurt een jaar. o nee die duur heb ik niet, laat maar weg",
         ["de brug sluit"], ["het duurt een jaar"]),
        ("de brug sluit. er komt een pont. laat maar", ["de brug sluit"], ["er komt een pont"]),
        ("er komt een pont. doe dat toch niet. wel een bus", ["wel een bus"], ["er komt een pont"]),
        ("raad 16 maart. nee wacht, niet 16 maar 23 maart", ["raad 23 maart"], ["16"]),
        ("inloop in de kerk, o nee niet in de kerk maar in de aula",
         ["inloop in de aula"], ["in de kerk"]),
        ("nee heggen mogen blijven", ["nee heggen mogen blijven"], []),
        ("laat maar weten wat je vindt", ["laat maar weten wat je vindt"], []),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_gone(text: str, kept: list[str], gone: list[str]) -> None:
    """The sentence before it, or the words that it names, and the taking back itself."""
    stands, taken = without_taken_back(sentences(text))
    assert [one.text for one in stands] == kept
    assert taken == gone


def test_in_doubt_what_is_meant_is_asked() -> None:
    ((found,),) = told("de brug sluit 3 maart. o nee het was later dacht ik").values()
    assert found == "[INVULLEN: de brug sluit op 3 maart, o nee het was later dacht ik]"


def test_a_name_that_was_taken_back_replaces_nothing() -> None:
    before = told("vast: het riool")
    assert together(before, "vast: de bomen. laat maar weg", TOPICS, TODAY) == before


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("er is nog geen besluit, college 16 feb",
         {"besluit": ("Er is nog geen besluit.", "Het college, op 16 februari.")}),
        ("open is de kleur, besluit 25 feb",
         {"open": ("Open is de kleur.",), "besluit": ("Het besluit is op 25 februari.",)}),
        ("gebouw kiest college 23 maart, wat ouders zeggen gaat mee",
         {"besluit": ("Gebouw kiest het college op 23 maart.",),
          "vervolg": ("Wat ouders zeggen gaat mee.",)}),
        ("raad 3 maart, dan de bouw", {"besluit": ("De raad, op 3 maart, dan de bouw.",)}),
        ("vragen naar de teamcoordinator, prive dingen naar p&o",
         {"contact": ("Je kunt met vragen terecht bij de teamcoördinator, met privé dingen"
                          " bij P&O.",)}),
        ("voor eigen indicatie wmo consulent bellen",
         {"contact": ("Voor eigen indicatie kun je de Wmo consulent bellen.",)}),
        ("dagdelen houdt iedereen", {"vast": ("Dagdelen houdt iedereen.",)}),
        ("de rest kan: sleutels, tarieven", {"open": ("De rest kan: sleutels, tarieven.",)}),
        ("ter inzage vanaf 10 juni erin met wat je dan kan doen",
         {"stappen": ("Ter inzage vanaf 10 juni.", "[INVULLEN: wat je dan kan doen]")}),
    ],
)  # fmt: skip
def test_a_line_stands_under_its_own_heading(line: str, told_: Told) -> None:
    """Who decides and when apart from what stands beside it."""
    assert told(line) == told_


def test_of_more_than_six_lines_about_nothing_the_place_is_asked() -> None:
    things = ("pad", "bank", "boom", "hek", "brug", "laan", "trap")
    found = told(". ".join(f"er komt een {one}" for one in things))["gebeurt"]
    assert found[5:] == ("Er komt een laan.", "[INVULLEN: waar hoort dit: er komt een trap]")
