"""Danger is heard in a text before any model: the table, what looks like it, and what is said."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.language.model.examples import lesson
from bot.language.model.training import data_texts
from bot.packs.danger import DANGER, load_guards
from bot.packs.errors import PackError
from bot.settings import ROOT
from bot.words.guards import Guards
from bot.words.patterns import phrase
from tests.shelf import packs

OPEN = ROOT / "tests" / "language" / "guards" / "open.tsv"
SENTENCES = [line.split("\t") for line in OPEN.read_text("utf-8").splitlines()]
KINDS = ("zelfdoding", "medisch", "dreiging", "overlijden", "zwaar", "vanavond")


def ours() -> Guards:
    """The guards of this repository."""
    return load_guards(ROOT, ROOT / "knowledge", lambda line: None)


GUARDS = ours()


@pytest.mark.parametrize(("text", "kind"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_danger_is_heard_and_what_looks_like_it_is_not(text: str, kind: str) -> None:
    """Every sentence of the open half, as it is written and in capitals."""
    assert GUARDS.heard(text) == kind
    assert GUARDS.heard(text.upper()) == kind


def test_the_open_half_is_large_enough() -> None:
    """Each kind, and at least as many that are none as a third."""
    kinds = [kind for _, kind in SENTENCES]
    assert len(kinds) >= 140
    assert set(kinds) == {*KINDS, ""}
    assert kinds.count("") >= len(kinds) / 3


def test_nothing_that_a_pack_says_or_hears_is_danger() -> None:
    """Questions, answers and their examples, FAQs and their phrasings, cases."""
    told = {
        text
        for pack in packs().values()
        for text in (
            *(one.text for one in pack.questions),
            *(one.label for q in pack.questions for one in q.options),
            *(way for q in pack.questions for one in q.options for way in one.examples),
            *(way for faq in pack.faqs for way in (faq.question, *faq.phrasings)),
            *(case.title for case in pack.cases),
        )
    }
    assert [text for text in sorted(told) if GUARDS.heard(text)] == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("niemand is bedreigd", True),
        ("er is niemand die bedreigd is", True),
        ("hij bedreigt mij niet meer", True),
        ("niemand, hoop ik; maar ik ben bedreigd", False),
        ("ik wil niet dat hij mij bedreigt", False),
        ("geen idee wat ik moet, ik ben bedreigd", False),
        ("niet alleen boos, hij heeft mij ook bedreigd", False),
        ("hij is flauwgevallen en niet aanspreekbaar", False),
    ],
)
def test_a_denial_denies_its_own_clause(text: str, denied: bool) -> None:
    """And no more than that."""
    assert (GUARDS.heard(text) == "") == denied


def test_a_phrase_is_written_simply() -> None:
    """An ending, a choice, and words in between; accents do not count."""
    guards = Guards({"soort": (phrase("bedreig* .. collega/raadslid"),)})
    assert guards.heard("Bedreiging, en wel van een collega") == "soort"
    assert guards.heard("bédreigd: een raadslid") == "soort"
    assert guards.heard("bedreigd. Een raadslid") == ""
    assert guards.heard("bedreigd een twee drie vier vijf zes collega") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("een bewoner heeft mij berdeigd", "dreiging"),
        ("mijn collega is flauwgevalen", "medisch"),
        ("wij overlegden en hebben gewonnen", ""),
    ],
)
def test_a_word_that_was_mistyped_a_little_is_heard(text: str, kind: str) -> None:
    """Two letters that changed places, or one that is not doubled; another word is another word."""
    assert GUARDS.heard(text) == kind


# --- what is said -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_names_a_number_and_a_source_that_was_read(kind: str) -> None:
    """112 always."""
    told = GUARDS.told[kind]
    assert "112" in told.text
    assert told.sources
    assert all(one.url and one.seen_on for one in told.sources)


def test_every_number_is_one_that_was_checked() -> None:
    """No other telephone number slips in."""
    said = " ".join(told.text for told in GUARDS.told.values())
    assert set(re.findall(r"\d{3,4}-\d{4}|\b\d{3}\b", said)) == {
        *("112", "113", "0900-8844", "0800-0113", "0900-0101")
    }


def own_folder(tmp_path: Path, text: str) -> Path:
    """A folder of knowledge with own words for emergencies."""
    file = tmp_path / DANGER.told
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return tmp_path


OWN = """\
noodgevallen:
  - {id: dreiging, tekst: 'Bel 112, of onze beveiliging.', bron: [huis]}
bronnen:
  - {id: huis, titel: Huisregels}
"""


def test_an_own_folder_says_it_in_its_own_words(tmp_path: Path) -> None:
    """What it does not say comes from ours."""
    guards = load_guards(ROOT, own_folder(tmp_path, OWN), pytest.fail)
    assert guards.told["dreiging"].text == "Bel 112, of onze beveiliging."
    assert guards.told["medisch"] == GUARDS.told["medisch"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noodgevallen: ja",
        "noodgevallen: []",
        OWN.replace("[huis]", "[onbekend]"),
        OWN.replace("Bel 112, of onze beveiliging.", " "),
        OWN + "\n  - [",
        "noodgevallen: [{id: dreiging, tekst: 5",
    ],
)
def test_an_own_folder_cannot_lose_the_guards(tmp_path: Path, text: str) -> None:
    """What can't be read is told once, and ours are used."""
    told: list[str] = []
    guards = load_guards(ROOT, own_folder(tmp_path, text), told.append)
    assert guards.told == GUARDS.told
    assert len(told) == 1


def test_a_folder_without_emergencies_has_ours(tmp_path: Path) -> None:
    """In silence."""
    assert load_guards(ROOT, tmp_path, pytest.fail) == ours()


def test_a_kind_without_a_text_is_refused(tmp_path: Path) -> None:
    """Ours must say something of every kind of the table."""
    (tmp_path / DANGER.phrases).parent.mkdir(parents=True)
    shutil.copy(ROOT / DANGER.phrases, tmp_path / DANGER.phrases)
    own_folder(tmp_path / "knowledge", OWN)
    with pytest.raises(PackError, match="medisch"):
        load_guards(tmp_path, tmp_path / "knowledge", lambda line: None)


def test_the_model_does_not_read_the_table() -> None:
    """So that a phrase more asks for no training."""
    assert DANGER.phrases.name not in data_texts(ROOT, lesson(packs().values()))
