"""A folder of YAML becomes a pack, value by value."""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from bot.packs.errors import PackError
from bot.packs.load import find_packs, load_all, load_pack
from bot.rules.model.content import Contact, DatedText
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option

from .conftest import EXAMPLE, Knowledge


def test_head_of_the_pack(example: Pack) -> None:
    """The head of the pack has every value of pakket.yml."""
    assert (example.id, example.title) == ("voorbeeld", "Een voorbeeld van alles")
    assert example.contact == Contact("Participatieadviseur", "de balie")
    assert example.checked_on == date(2026, 11, 24)
    assert example.opening == ("fase", "open")
    assert example.beside == ("signalen",)
    assert example.advices[0].decision == "vorm"
    assert example.advices[0].rungs["wachten"] == "geen"
    assert [division.id for division in example.divisions] == ["onderdeel", "groep"]


def test_questions_of_every_kind(example: Pack) -> None:
    """A choice, yes/no, multiple choice and number each become their own kind of question."""
    kinds = {question.id: question.kind for question in example.questions}
    assert kinds == {
        "fase": "choice",
        "open": "yesno",
        "hinder": "multi",
        "huishoudens": "number",
        "strijd": "yesno",
        "steun": "choice",
    }
    assert example.question("fase").options[0] == Option(
        "idee", "Het is nog een idee", "Het is een idee.", "", ("we beginnen net",), Fraction(2)
    )
    assert example.question("fase").options[2].weight == Fraction(1, 2)
    yes, no = example.question("open").options
    assert (yes.id, yes.sentence, no.id, no.weight) == ("ja", "Er is iets te kiezen.", "nee", 3)
    assert yes.examples == ("er is nog van alles mogelijk",)
    number = example.question("huishoudens")
    assert (number.minimum, number.maximum, number.unit) == (0, 5000, "huishoudens")
    assert example.question("steun").nature == "judgement"
    assert example.question("steun").always
    assert example.question("strijd").fixed
    assert example.question("hinder").per == "groep"
    assert example.question("hinder").together == "gevolgen"


def test_decisions_of_every_kind(example: Pack) -> None:
    """Tables, points, grids and adjustments become their own logic, in the order of the file."""
    logic = {decision.id: decision.logic for decision in example.decisions}
    assert [logic[name].hit for name in ("omvang", "signalen", "vorm")] == [  # type: ignore[union-attr]
        "unique",
        "collect",
        "first",
    ]
    assert isinstance(logic["omvang"], Table)
    assert logic["omvang"].rows[1].sources == ("wet", "boek")
    assert logic["omvang"].rows[1].valid_to == date(2030, 12, 31)
    weight, mood = logic["zwaarte"], logic["gemoed"]
    assert isinstance(weight, Score)
    assert isinstance(mood, Score)
    assert (weight.average, mood.average) == (False, True)
    assert weight.items[0] == Item("fase", {"idee": 0, "plan": Fraction(3, 2), "besloten": 3})
    assert mood.bands[1] == Band(Fraction(-1, 2), "gemengd")
    assert isinstance(logic["kaart"], Matrix)
    assert logic["kaart"].cells["klein"]["zwaar"] == "midden"
    assert isinstance(logic["hoger"], Adjustment)
    assert [shift.steps for shift in logic["hoger"].shifts] == [1, -1]


def test_an_adjustment_has_the_outcomes_of_its_base(example: Pack) -> None:
    """A bijstelling takes over the outcomes, their order and the lower bounds of its base."""
    base, adjusted = example.decision("kaart"), example.decision("hoger")
    assert adjusted.outcomes == base.outcomes == ("laag", "midden", "hoog")
    assert adjusted.ordered
    assert adjusted.lower_bounds == base.lower_bounds == {"midden"}


def test_content(example: Pack) -> None:
    """Forms, concerns, questions of people, sources and cases keep what was written."""
    form = example.form("informeren")
    assert form is not None
    assert form.promise == "Jullie horen alles."
    assert form.methods[0].legal == "geen"
    assert (form.gains, form.pays) == ("legitimiteit", "invloed")
    assert form.owner["besluit"] == "gemeente"
    waiting = example.form("wachten")
    assert waiting is not None
    assert (waiting.kind, waiting.fallback) == ("first", "informeren")
    concern = example.concerns[0]
    assert concern.duty
    assert concern.serious
    assert concern.valid_from == date(2024, 1, 1)
    faq = example.faq("mag_dit")
    assert faq is not None
    assert faq.answers == (
        DatedText("Nee, nog niet.", date(2020, 1, 1), date(2026, 12, 31)),
        DatedText("Ja.", date(2027, 1, 1), None),
    )
    source = example.source("wet")
    assert source is not None
    assert source.seen_on == date(2026, 11, 20)


def test_worked_cases(example: Pack) -> None:
    """A worked case keeps its answers as written, and what is expected by cell."""
    whole, parts = example.cases
    assert whole.answers["steun"] == ("voor", "tegen")
    assert whole.answers["huishoudens"] == ("12",)
    assert whole.expected == {"": "informeren"}
    assert whole.also_fine == {"": ("raadplegen",)}
    assert parts.answers["hinder@geraakt"] == ()
    assert parts.expected["hoe/geraakt"] == "raadplegen"
    assert (parts.parts, parts.groups) == (("hoe", "beheer"), ("geraakt",))


def test_version_is_stable_and_follows_the_content(knowledge: Knowledge) -> None:
    """Where a file lies and how it is laid out do not change the version; its content does."""
    root = knowledge({})
    folder = root / "voorbeeld"
    before = load_pack(folder)
    assert before.version == load_pack(EXAMPLE).version
    assert len(before.version) == 12
    text = (folder / "vragen.yml").read_text("utf-8")
    (folder / "vragen.yml").write_text("# een opmerking\n\n" + text, "utf-8")
    assert load_pack(folder) == before
    (folder / "vragen.yml").write_text(text.replace("Hoe ver is", "Hoever is"), "utf-8")
    assert load_pack(folder).version != before.version


def test_loading_twice_gives_equal_packs(example: Pack) -> None:
    """The same folder gives the same value."""
    assert load_pack(EXAMPLE) == example


def test_find_packs_at_any_depth(knowledge: Knowledge) -> None:
    """Packs are found at any depth, by the id in pakket.yml and not by the name of the folder."""
    root = knowledge({"gemeenten/dorp/pakket.yml": "titel: Dorp\npakket: 'ons_dorp' # ja\n"})
    assert find_packs(root) == {
        "ons_dorp": root / "gemeenten/dorp",
        "voorbeeld": root / "voorbeeld",
    }
    assert set(load_all(root)) == {"ons_dorp", "voorbeeld"}


def test_two_packs_with_one_id_are_refused(knowledge: Knowledge) -> None:
    """The same id in two folders is an error that names both."""
    root = knowledge({"ander/pakket.yml": "pakket: voorbeeld\ntitel: Nog een\n"})
    with pytest.raises(PackError, match="het pakket ‘voorbeeld’ staat ook in knowledge/ander"):
        load_all(root)


def test_load_all_reports_every_pack(knowledge: Knowledge) -> None:
    """The problems of all packs come in one go."""
    root = knowledge({"a/pakket.yml": "pakket: a\n", "b/pakket.yml": "pakket: b\n"})
    with pytest.raises(PackError) as refusal:
        load_all(root)
    assert [problem.file for problem in refusal.value.problems] == [
        "knowledge/a/pakket.yml",
        "knowledge/b/pakket.yml",
    ]


@pytest.mark.parametrize(
    "name",
    ["meer.yaml", "meer.yml.txt", "meer.YML", "vragen.txt", "Besluiten.docx", "meer.yml.rtf"],
)
def test_a_file_with_another_ending(name: str, knowledge: Knowledge) -> None:
    """A file that would silently be left out is refused."""
    root = knowledge({f"voorbeeld/{name}": "vragen: []\n"})
    stem = name.partition(".")[0]
    with pytest.raises(PackError) as refusal:
        load_pack(root / "voorbeeld")
    told = "dit bestand wordt niet gelezen. Goed zou zijn: "
    assert str(refusal.value) == f"knowledge/voorbeeld/{name}:1: {told}{stem}.yml."


@pytest.mark.parametrize("name", ["notities.txt", "verslag.docx", "vragen.yml~", ".vragen.yml.swp"])
def test_a_file_that_is_no_part_of_the_pack_may_lie_there(name: str, knowledge: Knowledge) -> None:
    """Notes, and what an editor leaves behind."""
    assert load_pack(knowledge({f"voorbeeld/{name}": "vragen: []\n"}) / "voorbeeld")


def test_a_folder_that_is_not_there() -> None:
    """A folder without a pakket.yml is refused with a sentence."""
    with pytest.raises(PackError, match="dit bestand ontbreekt"):
        load_pack(Path("nergens"))


def test_what_comes_first_needs_no_fallback(tmp_path: Path) -> None:
    """Not every framework says what fits as long as the first thing is not done."""
    shutil.copytree(EXAMPLE, tmp_path / "voorbeeld")
    path = tmp_path / "voorbeeld" / "inhoud.yml"
    text = path.read_text("utf-8")
    assert "terugval: informeren, " in text
    path.write_text(text.replace("terugval: informeren, ", ""), "utf-8")
    first = [form for form in load_pack(tmp_path / "voorbeeld").forms if form.kind == "first"]
    assert first
    assert all(form.fallback is None for form in first)


def test_a_number_may_say_what_holds_when_nobody_names_it(tmp_path: Path) -> None:
    """For a list of projects: what is not named is not there."""
    shutil.copytree(EXAMPLE, tmp_path / "voorbeeld")
    path = tmp_path / "voorbeeld" / "vragen.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("soort: getal", "soort: getal\n    niet_genoemd: 0"), "utf-8")
    numbers = [q for q in load_pack(tmp_path / "voorbeeld").questions if q.kind == "number"]
    assert [question.usual for question in numbers] == [0]
