"""The commands: one record each, from which everything that names them is made."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bot.dialogue import commands
from bot.dialogue.button_data import CommandTap, command_data, read
from bot.dialogue.commands import ALL, BY_NAME, BY_SLASH, IN_HELP, IN_MENU, Command
from bot.dialogue.handlers import HANDLERS, run
from bot.dialogue.spoken import BY_WORDS
from bot.dialogue.step import new_state
from bot.dialogue.turn import Shelf, Turn
from bot.packs.errors import Report
from bot.packs.text.source import read_document
from bot.settings import ROOT
from bot.words.normal import normal

BOT = ROOT / "bot"
ROOMS = ("dialogue", "language", "channels")
OTHER_MEANINGS = {
    ("tonight.py", "stop"),  # when an evening is stopped
    ("choosing.py", "pakket"),  # a word that is left out of a name
    ("state_versions.py", "zou"),  # how version 1 wrote it
    ("examples.py", "ja"),  # the answers of a yes/no question
    ("examples.py", "nee"),
    ("for_outside.py", "ja"),  # the label of what others may read
}


def test_no_two_are_alike() -> None:
    """Not by name, after a slash, or in what people say; each is found by all of these."""
    assert len(BY_NAME) == len(ALL)
    assert len(BY_SLASH) == sum(len(one.slashes) for one in ALL)
    said = [way for one in ALL for way in one.says.split(";") if way]
    assert len(BY_WORDS) == len(said)


def test_every_command_does_something() -> None:
    """And nothing else does."""
    assert set(HANDLERS) == set(ALL)


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_a_record_is_whole(command: Command) -> None:
    """What is offered has a name to offer it by; what is said is in comparable form."""
    assert command.name.isascii()
    assert ":" not in command.name
    assert bool(command.help) == (command in IN_HELP)
    assert bool(command.menu) == (command in IN_MENU)
    assert [normal(way) for way in command.says.split(";")] == command.says.split(";")
    if command.help:
        assert command.menu, "what help tells, the menu tells too"


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_a_button_brings_its_command_back(shelf: Shelf, command: Command) -> None:
    """In at most 64 bytes, with and without an argument."""
    pack = shelf.packs[shelf.default].pack
    for argument in ("", "vraag_met_een_lange_naam"):
        data = command_data("a1b2c3", command, argument)
        assert read(pack, data) == CommandTap("a1b2c3", command, argument)


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_every_command_can_be_given_at_any_time(shelf: Shelf, command: Command) -> None:
    """To a person who was never here, with a senseless argument."""
    at = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
    turn = Turn(shelf, new_state(shelf), at, "0123456789ab")
    for argument in ("", "onzin", "99", "²"):
        assert isinstance(run(turn, command, argument), Turn)


def test_help_tells_how_each_is_typed() -> None:
    """A line for each, under one sentence."""
    first, *lines = commands.help_text().splitlines()
    assert first.startswith("Typ gewoon wat er speelt")
    assert lines[0] == "/terug – één vraag terug"
    assert [line.partition(" ")[0][1:] for line in lines] == [one.slashes[0] for one in IN_HELP]


def test_what_the_model_learns_to_hear_is_a_command_that_can_be_offered() -> None:
    """Every name in ``nlu_data/opdrachten.yml``; yes, no and thanks are never asked back."""
    report = Report()
    document = read_document(ROOT / "nlu_data" / "opdrachten.yml", report)
    assert report.problems == []
    names = [item["intent"].partition(".")[2] for item in document["nlu"]]
    learnt = [BY_NAME[name] for name in names]
    bare = {commands.YES, commands.NO, commands.THANK, commands.GREET}
    assert {one for one in learnt if not one.label} == bare


def strings(path: Path) -> Iterator[ast.Constant]:
    """The texts in a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def test_no_command_is_named_by_a_text_of_its_own() -> None:
    """Only the table does: elsewhere a misspelt command is an error of types, not of people."""
    named = [
        f"{path.relative_to(BOT)}:{node.lineno} {node.value}"
        for room in ROOMS
        for path in sorted((BOT / room).rglob("*.py"))
        if path != BOT / "dialogue" / "commands.py"
        for node in strings(path)
        if node.value in BY_NAME
        and node.value != commands.FAQ.name  # also a kind of understanding
        and (path.name, node.value) not in OTHER_MEANINGS
    ]
    assert named == []
