"""Every Dutch sentence that a person reads stands in content, a template, or a module of words."""

# ruff: noqa: SIM905 - a list of short words reads best as one text

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

BOT = Path(__file__).resolve().parents[2] / "bot"

NOBODY_READS = {
    "dialogue/feeling.py",
    "dialogue/freetext.py",
    "language/model/asking.py",
    "language/model/clauses.py",
    "language/model/decide.py",
    "language/model/examples.py",
    "language/plain/about.py",
    "language/plain/division.py",
    "language/plain/plain.py",
    "language/plain/shorthand.py",
    "language/plain/words.py",
    "workbench/taal/collect.py",
}
"""Here stands Dutch that the bot listens for, or keys of packs by name."""

RECORDS = {"dialogue/commands.py"}
"""Here a record is one whole, its words included: what a command is called, and what it does."""

STILL_TO_MOVE = {
    "workbench/controleer",
    "workbench/leg_naast",
    "workbench/nieuw",
    "workbench/vergelijk",
    "workbench/voorstel",
}
"""Rooms whose sentences have no module of words yet. A room leaves this list, and never comes."""

NAMES = {"let op"}
"""Names of two words, that programs compare; what a person reads of them stands elsewhere."""

DUTCH = set(
    "aan alle als andere anders bedoelde bestaat bij daar dan dat de deze dit dus een eerste elk "
    "elke en er gaat geen heeft het hier hoe hoort je kan ken keer klopt komt kun maar mag met "
    "minstens moet mogen naar niet nog nodig om ontbreekt ook op staat te tot twee uit van veel "
    "voor waar wat welke wel wie wordt worden zegt zijn zonder".split()
)
WORD = re.compile(r"(?<![\w-])[a-zà-ÿ’']{2,}(?![\w-])")


def is_sentence(text: str) -> bool:
    """Whether a text has two words or more, of which one is a small Dutch word."""
    words = WORD.findall(text.lower())
    return (
        " " in text.strip() and text not in NAMES and len(words) > 1 and not DUTCH.isdisjoint(words)
    )


def texts(tree: ast.AST) -> Iterator[str]:
    """The texts in a module, f-strings as one; no docstrings, nor the notes below a constant."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inside.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            inside.update(node.values)
            parts = (part for part in node.values if isinstance(part, ast.Constant))
            yield " … ".join(str(part.value) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node.value


def is_home_of_words(path: Path) -> bool:
    """Whether sentences may stand in this module."""
    return path.name == "wording.py" or bool({"wording", "words"} & set(path.parts))


def sentences() -> Iterator[tuple[str, str]]:
    """The Dutch sentences outside the modules of words, with the module in which they stand."""
    for path in sorted(BOT.rglob("*.py")):
        place = path.relative_to(BOT)
        if not is_home_of_words(place) and place.as_posix() not in NOBODY_READS | RECORDS:
            for text in texts(ast.parse(path.read_text("utf-8"))):
                if is_sentence(text):
                    yield place.as_posix(), text


def room(module: str) -> str:
    """The room of a module: its folder, in the workbench its drawer."""
    first, *rest = Path(module).parts
    return f"{first}/{rest[0]}" if first == "workbench" and len(rest) > 1 else first


def test_sentences_stand_in_modules_of_words() -> None:
    """Who wants to change what a person reads, knows where to look."""
    strays = [(module, text) for module, text in sentences() if room(module) not in STILL_TO_MOVE]
    assert not strays, "\n".join(f"bot/{module}: {text}" for module, text in strays)


def test_a_room_without_stray_sentences_leaves_the_list() -> None:
    """So that the list only becomes shorter."""
    assert {room(module) for module, _ in sentences()} >= STILL_TO_MOVE


def test_what_a_sentence_is() -> None:
    """An id or a pattern of letters is none; two words of which one is small is."""
    assert is_sentence("Typ een getal")
    assert is_sentence("niet te lezen: ")
    assert not is_sentence("weet_ik_niet")
    assert not is_sentence("SELECT count(*) FROM conversations")
    assert not is_sentence("informeren raadplegen")
