"""A recording comes back as it was saved, and is refused where it does not belong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.language.model.parsed import Found, Parsed
from bot.rules.model.content import DatedText, Faq
from bot.rules.model.pack import Pack
from bot.settings import ROOT
from tests.conversations import recording
from tests.conversations.recording import Recording, RecordingError

SAID = Parsed((("beschrijving", 0.99), ("vraag.wat", 0.01)), (Found("antwoord.a.b", 0.9, 0, 4),))


def teaching(phrasing: str) -> Pack:
    """A pack that teaches one question in these words."""
    faq = Faq("wat", "Wat is dit?", (DatedText("Dit."),), (phrasing,))
    return Pack("toy", "Toy", "1", questions=(), decisions=(), advices=(), faqs=(faq,))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of what the model is trained on."""
    shutil.copytree(ROOT / "nlu_data", tmp_path / "nlu_data")
    shutil.copy(ROOT / "config.yml", tmp_path)
    return tmp_path


def test_it_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    made = Recording("abc", {"zó": SAID, "anders": Parsed()})
    recording.save(tmp_path / "opname.jsonl", made)
    assert recording.load(tmp_path / "opname.jsonl", "abc") == made


def test_a_text_that_was_not_recorded_is_refused() -> None:
    known = Recording("abc", {"hallo": SAID})
    assert known.parse("hallo") == SAID
    with pytest.raises(RecordingError, match=r"'dag' staat niet in .* make record"):
        known.parse("dag")


def test_other_training_data_is_refused(tmp_path: Path) -> None:
    recording.save(tmp_path / "opname.jsonl", Recording("abc", {}))
    with pytest.raises(RecordingError, match=r"zijn veranderd .* abc, nu is het def.* make record"):
        recording.load(tmp_path / "opname.jsonl", "def")


def test_the_fingerprint_follows_what_the_model_learns_from(root: Path) -> None:
    before = recording.fingerprint(root, [teaching("vertel")])
    assert recording.fingerprint(root, [teaching("vertel")]) == before
    assert recording.fingerprint(root, [teaching("vertel eens")]) != before
    examples = root / "nlu_data" / "opdrachten.yml"
    examples.write_text(examples.read_text("utf-8") + "    - stop maar even\n", "utf-8")
    assert recording.fingerprint(root, [teaching("vertel")]) != before


def test_the_fingerprint_follows_the_settings_but_no_code_that_moves(root: Path) -> None:
    before = recording.fingerprint(root, [])
    config = root / "config.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("bot.language.rasa.component.", "bot.elsewhere."), "utf-8")
    assert config.read_text("utf-8") != text
    assert recording.fingerprint(root, []) == before
    config.write_text(text.replace("reader_C: 0.5", "reader_C: 0.6"), "utf-8")
    assert recording.fingerprint(root, []) != before


def test_what_decides_nothing_is_not_kept() -> None:
    said = Parsed((("a", 0.99912345), ("b", 0.0009)), (Found("antwoord.a.b", 0.200761, 1, 2),))
    assert recording.kept(said) == Parsed((("a", 0.9991),), (Found("antwoord.a.b", 0.2008, 1, 2),))
