"""Packs as training examples, texts in pieces, and the held-out file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.goals import interval
from benchmarks.hard_set import HEARD_AS, read_set
from bot.dialogue.commands import BY_NAME
from bot.dialogue.messages import Alarm
from bot.language.model.clauses import pieces
from bot.language.model.examples import lesson
from bot.language.model.held_out import Utterance, read_tsv
from bot.language.model.parsed import Found, Parsed, alarm_in
from bot.language.model.reader import alarms, lessons
from bot.language.model.training import as_rasa, data_texts, model_path
from bot.language.plain.division import as_question
from bot.language.plain.shorthand import spelled_out
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.settings import ROOT
from bot.words.normal import normal


def test_every_option_and_faq_teaches(toy: Pack) -> None:
    """Labels, sentences, examples and phrasings all become examples under their label."""
    taught = {(one.label, one.text) for one in lesson([toy]).examples}
    assert ("antwoord.wie.inwoners", "de buurt kwam ermee") in taught
    assert ("vraag.ladder", "uitleg ladder") in taught
    assert not [one for one in taught if one[0] == "antwoord.klaar.ja"]


def test_a_sentence_that_is_only_said_teaches_nothing(toy: Pack) -> None:
    """A better sentence asks for no new model; its label and examples teach as before."""
    option = Option("x", "Een x", "Dit is een x.", examples=("een echte x",), only_said=True)
    first = replace(toy.questions[0], options=(*toy.questions[0].options, option))
    learned = lesson([replace(toy, questions=(first, *toy.questions[1:]))]).examples
    texts = {one.text for one in learned if one.label.endswith(".x")}
    assert texts == {"Een x", "een echte x"}


def test_a_new_option_is_learned_without_code(toy: Pack, tmp_path: Path) -> None:
    """A new option in a pack changes the training data, and so the model's name."""
    first = toy.questions[0]
    more = replace(
        first,
        options=(*first.options, Option("derde", "Een bedrijf", examples=("een ontwikkelaar",))),
    )
    changed = replace(toy, questions=(more, *toy.questions[1:]))
    assert "antwoord.wie.derde" in as_rasa(lesson([changed]).examples)
    assert model_path(ROOT, [toy], tmp_path) != model_path(ROOT, [changed], tmp_path)


def test_packs_that_mean_the_same_share_a_label(toy: Pack) -> None:
    """A derived pack adds no second label for what it took over."""
    other = replace(toy, id="afgeleid")
    meanings = lesson([toy, other]).meanings
    assert set(meanings["toy"]) == set(meanings["afgeleid"])


def test_packs_that_mean_something_else_are_kept_apart(toy: Pack) -> None:
    """The same id with another meaning gets a label with its pack's name."""
    question = Question(
        "wie",
        "Wie betaalt?",
        options=(Option("gemeente", "De kas", examples=("uit de begroting",)),),
    )
    other = replace(toy, id="ander", questions=(question,), faqs=())
    assert list(lesson([toy, other]).meanings["ander"]) == ["antwoord.ander.wie.gemeente"]


def test_markup_in_a_pack_is_no_markup_for_rasa(toy: Pack) -> None:
    """Brackets in an example don't turn into an entity, and both kinds of data are there."""
    option = Option("x", "Zo", examples=('Zo [iets]{"entity": "y"}',))
    pack = replace(toy, questions=(Question("q", "Vraag?", options=(option, option)),))
    taught = data_texts(ROOT, lesson([pack]))
    assert "[" not in taught["uit_pakketten.yml"]
    assert "opdrachten.yml" in taught


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("het riool en de planning liggen vast", ["het riool en de planning liggen vast"]),
        (
            "Bewoners willen een tuin, het college staat erachter",
            [
                "Bewoners willen een tuin",
                "het college staat erachter",
                "Bewoners willen een tuin, het college staat erachter",
            ],
        ),
        ("Eerst dit. Dan dat.", ["Eerst dit.", "Dan dat."]),
        ("", []),
    ],
)
def test_pieces(text: str, parts: list[str]) -> None:
    """A text falls into clauses and sentences, each with its right place."""
    found = pieces(text)
    assert [piece.text for piece in found] == parts
    assert all(text[piece.start : piece.end] == piece.text for piece in found)


def test_annotations_belong_to_their_clause() -> None:
    """A clause learns the answers that lie inside it, and not those of its neighbour."""
    text = "wij willen een park, de buurt is boos"
    entities = [
        {"entity": "wie", "value": "gemeente", "start": 0, "end": 19},
        {"entity": "sfeer", "value": "boos", "start": 21, "end": 37},
    ]
    taught = {one.text: dict(one.answers) for one in lessons([(text, "beschrijving", entities)])}
    assert taught["wij willen een park"] == {"wie": "gemeente"}
    assert taught["de buurt is boos"] == {"sfeer": "boos"}
    assert len(taught[text]) == 2


def held_out_utterances() -> list[Utterance]:
    files = sorted((ROOT / "nlu_data").glob("held_out*.tsv"))
    return [one for file in files for one in read_tsv(file.read_text("utf-8").splitlines())]


def test_examples_are_learned_as_texts_are_read(toy: Pack) -> None:
    """No accents or shorthand: neither from a pack nor from ``nlu_data``; markup stays markup."""
    option = Option("x", "Zo", examples=("één café vd gem. wil 't nie",))
    pack = replace(toy, questions=(Question("q", "Vraag?", options=(option, option)),))
    taught = "\n".join(data_texts(ROOT, lesson([pack])).values())
    assert "- een cafe van de gemeente wil het niet\n" in taught
    assert '[Een energiecooperatie van inwoners]{"entity": "wie_begint"' in taught
    examples = [line for line in taught.splitlines() if line.startswith("    - ")]
    assert all(line == spelled_out(line) for line in examples)


def test_no_training_example_repeats_the_held_out(packs: dict[str, Pack]) -> None:
    """Not one held-out utterance stands in nlu_data or in a pack, save the fixed short words; in
    the hard set the same few words may have come up by themselves."""
    hard = read_set(ROOT / "benchmarks" / "begrip").messages
    held_out = [*held_out_utterances(), *(one for one in hard if len(one.text.split()) > 3)]
    trained = {normal(one.text) for one in lesson(packs.values()).examples}
    for file in (ROOT / "nlu_data").glob("*.yml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            trained.add(normal(line.strip().removeprefix("- ")))
    again = {one.text for one in held_out if len(one.text) > 3 and normal(one.text) in trained}
    assert len(held_out) >= 1400
    assert not again - {"..."}


def test_the_hard_set_is_large_and_names_what_exists(packs: dict[str, Pack]) -> None:
    """Every fact, question and command that it means; and how much of each there is."""
    hard = read_set(ROOT / "benchmarks" / "begrip")
    sizes = map(len, (hard.messages, hard.told, hard.mails, hard.danger, hard.denied))
    assert list(sizes) == [640, 120, 40, 220, 220]
    pack = packs["passende_samenwerking"]
    options = {f"{one.id}.{option.id}" for one in pack.questions for option in one.options}
    assert hard.facts() <= options
    named = [one.id.split("|") for one in hard.messages if one.kind.startswith(("v", "o"))]
    known = {"", *(faq.id for faq in pack.faqs), *BY_NAME}
    assert {id for ids in named for id in ids} <= known
    assert {kind for _, kind in hard.danger} == set(HEARD_AS)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (0, 10), (5, 10), (10, 10), (900, 1000)])
def test_an_interval_holds_its_share(part: int, whole: int) -> None:
    """And narrows with the number."""
    low, high = interval(part, whole)
    assert 0 <= low <= part / max(1, whole) <= high <= 1
    assert interval(part * 10, whole * 10)[1] <= high


def test_the_training_data_speak_of_what_exists(packs: dict[str, Pack]) -> None:
    """Every answer and FAQ in ``nlu_data`` is a label that the packs teach, or an answer that they
    have: what a sentence is beside an answer that it is not, must be told apart too."""
    taught = {one.label for one in lesson(packs.values()).examples}
    asked = [question for pack in packs.values() for question in pack.questions]
    taught |= {f"antwoord.{one.id}.{option.id}" for one in asked for option in one.options}
    for file in sorted((ROOT / "nlu_data").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        labels = re.findall(r"^- intent: (?:mail\.)?((?:antwoord|vraag)\.\S+)", text, re.MULTILINE)
        marked = re.findall(r'"entity": "(\w+)", "value": "(\w+)"', text)
        labels += [f"antwoord.{question}.{option}" for question, option in marked]
        assert set(labels) <= taught, (file.name, set(labels) - taught)


def test_the_pack_that_teaches_most_keeps_its_labels(toy: Pack) -> None:
    """A smaller pack with another meaning of the same id takes no label away, in either order."""
    question = Question("wie", "Wie?", options=(Option("gemeente", "De kas", examples=("kas",)),))
    small = replace(toy, id="aaa_klein", questions=(question,), faqs=())
    for packs in ([small, toy], [toy, small]):
        assert "antwoord.wie.gemeente" in lesson(packs).meanings["toy"]
        assert list(lesson(packs).meanings["aaa_klein"]) == ["antwoord.aaa_klein.wie.gemeente"]


def test_another_library_of_the_bot_makes_no_new_model(toy: Pack, tmp_path: Path) -> None:
    """Only the versions that a model is made with count, not the rest of the lock."""
    lock = tmp_path / "uv.lock"
    lock.write_text('name = "rasa"\nversion = "3.6.21"\n\nname = "rich"\nversion = "1"\n')
    first = model_path(tmp_path, [toy], tmp_path)
    lock.write_text(lock.read_text().replace('"1"', '"2"'))
    assert model_path(tmp_path, [toy], tmp_path) == first
    lock.write_text(lock.read_text().replace("3.6.21", "3.6.22"))
    assert model_path(tmp_path, [toy], tmp_path) != first


def test_the_held_out_speaks_of_what_exists(pack: Pack) -> None:
    """Every id in the held-out file is a FAQ, an option or a question of the default pack."""
    questions = (*pack.questions, *(as_question(one) for one in pack.divisions))
    options = {f"{one.id}.{option.id}" for one in questions for option in one.options}
    for one in held_out_utterances():
        assert one.answers | one.allowed <= options, one.text
        for kind, id in zip(one.kind.split("|"), one.id.split("|"), strict=True):
            assert kind != "vraag" or pack.faq(id), one.text
        assert one.at_hand in {None, *(question.id for question in questions)}


def test_danger_is_learnt_apart_from_answers() -> None:
    """What tells of danger, and what is like it, is no answer to any question."""
    texts, labels = ["hij slaat mij", "wij slaan palen"], ["gevaar.dreiging", "gevaar.geen"]
    assert [dict(one.answers) for one in alarms(texts, labels)] == [
        {"gevaar": "dreiging"},
        {"gevaar": "geen"},
    ]
    assert lessons([(text, label, []) for text, label in zip(texts, labels, strict=True)]) == []
    assert alarms(["de raad beslist"], ["antwoord.wie_beslist.raad"])[0].answers == {}


def test_the_surest_danger_counts() -> None:
    """What is only alike is none."""
    found = (Found("antwoord.gevaar.geen", 0.9), Found("antwoord.gevaar.medisch", 0.4))
    more = Parsed(found=(Found("antwoord.gevaar.dreiging", 0.6), Found("antwoord.tijd.krap", 0.9)))
    assert alarm_in([Parsed(found=found)]) == Alarm("medisch", 0.4)
    assert alarm_in([Parsed(found=found), more]) == Alarm("dreiging", 0.6)
    assert alarm_in([Parsed()]) is None
