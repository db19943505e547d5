"""The same promise for the bot and the real language worker together: a text stays nowhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.language.model.training import ensure_world, train
from bot.language.rasa.understander import RasaUnderstander
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read
from tests.driver import Driver, driver_in

pytestmark = pytest.mark.rasa
WORD = "kwartelveld"
FIRST = f"Bewoners van de {WORD} willen zelf een speeltuin beheren, het college staat erachter"
LATER = f"de buren uit de {WORD} zijn woest op ons"
NOWHERE = "sijsjesdreef"
NONSENSE = f"hoe laat gaat de bus naar de {NOWHERE}"
REASON = f"de wethouder woont zelf in de {WORD}"


@pytest.fixture
def worker(
    packs: dict[str, Pack], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RasaUnderstander]:
    """A worker of its own, that has no other place to write in than a folder of this test."""
    ensure_world(ROOT, print)
    model = train(ROOT, packs.values(), read({}).models, print)
    home = tmp_path / "thuis"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(home))
    understander = RasaUnderstander(packs, ROOT, read({}).models, model=model, timeout=30.0)
    try:
        assert understander.wait(300), understander.status()
        yield understander
    finally:
        understander.close()


def _files_with_the_word(folder: Path, word: str = WORD) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if word.encode() in path.read_bytes()]


def _to_the_advice(driver: Driver) -> None:
    """The answer "Weet ik niet" everywhere, also where several things are asked at once."""
    for _ in range(40):
        if any(button.label == "Ik kies anders" for button in driver.screen):
            return
        labels = [button.label for button in driver.screen]
        unknown = (label for label in ("Weet ik niet", "Vraag ze een voor een") if label in labels)
        driver.choose(next(unknown, labels[0]))
    raise AssertionError("no advice after forty taps")


def test_a_text_that_was_understood_is_kept_nowhere(
    worker: RasaUnderstander,
    packs: dict[str, Pack],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A description, an answer, nonsense: read by the worker, then gone but for the words of an
    answer. Those and a reason are kept sealed, and go later."""
    data = tmp_path / "data"
    data.mkdir()
    driver = driver_in(data, worker, packs)
    with caplog.at_level(logging.DEBUG):
        driver.begin()
        driver.say(FIRST)
        driver.choose("Klopt")
        driver.say(LATER)
        driver.say(NONSENSE)
        assert _files_with_the_word(tmp_path, NOWHERE) == []
        assert _files_with_the_word(tmp_path) == []
        driver.say("/overzicht")
        driver.say("/advies")
        _to_the_advice(driver)
        driver.choose("Ik kies anders")
        driver.choose(driver.screen[0].label)
        driver.say(REASON)
        assert _files_with_the_word(tmp_path) == []
        driver.say("/verwijder")
        driver.choose("Ja, wis alles")
        assert _files_with_the_word(tmp_path) == []
        driver.conversation._store.close()
    worker.close()
    said = capfd.readouterr()
    assert WORD not in caplog.text + said.out + said.err
    assert NOWHERE not in caplog.text + said.out + said.err
    assert _files_with_the_word(tmp_path) == []
