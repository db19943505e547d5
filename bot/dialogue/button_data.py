"""The data behind a button: stateless, at most 64 bytes, and checked against the state. It may hold
old names of a question or an option: a button stays on a screen for as long as a person keeps it.

Forms: ``a:dossier:vraag:optie`` answers a question (the part is the number after the dot, as in
``ruimte.1``); ``c:dossier:opdracht:argument`` is a command.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.commands import BY_NAME, CHECKED, DIVIDE, Command
from bot.rules.model.book import GROUP, PART, AnswerKey, split_key
from bot.rules.model.pack import Pack
from bot.rules.todays_names import Today

MAX_BYTES = 64
NO_PROJECT = "0"
UNKNOWN_VALUE, NONE_VALUE, READY_VALUE = "_weet_niet", "_geen", "_klaar"
"""What may be answered beside the options of a question."""
SAME_VALUE, DIFFERENT_VALUE, REST_FIXED_VALUE = "_gelijk", "_verschilt", "_rest_vast"
"""What may be answered beside the pieces of a division."""
ONE_PIECE_VALUE = "_een_stuk"
"""That nothing else is the matter on a screen of ticks, and that what is taken for true is so."""
AT_ONCE = "+"
"""Between an option and the answer to the question that follows it."""
BOTH_SAME_VALUE, OTHER_DIFFERENT_VALUE = "_allebei_gelijk", "_ander_verschilt"
"""What may be answered where two divisions are asked about at once."""


@dataclass(frozen=True, slots=True)
class AnswerTap:
    """An option of a question was tapped."""

    project: str
    key: AnswerKey
    option: str


@dataclass(frozen=True, slots=True)
class CommandTap:
    """A command was tapped."""

    project: str
    command: Command
    argument: str = ""


def answer_data(pack: Pack, project: str, key: AnswerKey, option: str) -> str:
    """The data of a button that answers ``key`` with ``option``."""
    return f"a:{project}:{_short(pack, key)}:{option}"


def command_data(project: str, command: Command, argument: str = "") -> str:
    """The data of a button that gives a command."""
    data = f"c:{project or NO_PROJECT}:{command.name}"
    return f"{data}:{argument}" if argument else data


def is_answer(data: str) -> bool:
    """Whether a button's data answers a question, ends a list of ticks or divides the project; else
    it asks for something."""
    return data.startswith("a:") or data.split(":")[2:3] in ([DIVIDE.name], [CHECKED.name])


def key_argument(pack: Pack, key: AnswerKey) -> str:
    """An answer key, short enough to stand in a button."""
    return _short(pack, key)


def key_from_argument(pack: Pack, text: str) -> AnswerKey | None:
    """The answer key of a short form, or None when the pack has no such question or part."""
    old, _, place = text.partition(".")
    question = Today(pack).key(old)
    if not place:
        return question
    pieces = _pieces(pack, question)
    if not (place.isascii() and place.isdecimal()) or int(place) >= len(pieces):
        return None
    return f"{question}@{pieces[int(place)]}"


def read(pack: Pack, data: str) -> AnswerTap | CommandTap | None:
    """What a button's data says, or None when it is not ours."""
    if len(data.encode()) > MAX_BYTES:
        return None
    fields = data.split(":")
    if fields[0] == "a" and len(fields) == 4:
        key = key_from_argument(pack, fields[2])
        option = Today(pack).value(fields[2].partition(".")[0], fields[3])
        return AnswerTap(fields[1], key, option) if key else None
    if fields[0] == "c" and len(fields) in (3, 4):
        command = BY_NAME.get(fields[2])
        return CommandTap(fields[1], command, "".join(fields[3:])) if command else None
    return None


def _short(pack: Pack, key: AnswerKey) -> str:
    question, piece = split_key(key)
    return question if piece is None else f"{question}.{_pieces(pack, question).index(piece)}"


def _pieces(pack: Pack, question: str) -> list[str]:
    asked = pack.find_question(question)
    per = asked.per if asked else None
    division = pack.division(per) if per in (PART, GROUP) else None
    return [option.id for option in division.options] if division else []
