"""A kind of question is known in its own module and in the registry, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rules.model.questions.kind import Kind
from bot.rules.model.questions.registry import BY_WORD, KINDS

HOUSE = Path(__file__).resolve().parents[3]
MODEL = HOUSE / "bot" / "rules" / "model"
KIND_MODULES = {type(kind).__module__ for kind in KINDS.values()}
KIND_CLASSES = {type(kind).__name__ for kind in KINDS.values()}
NAMES, WORDS = set(KINDS), set(BY_WORD)
MODULES = [
    path
    for folder in ("bot", "scripts", "benchmarks")
    for path in sorted((HOUSE / folder).rglob("*.py"))
    if not path.is_relative_to(MODEL)
]


def texts(node: ast.AST) -> set[str]:
    """The texts that stand in an expression."""
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and type(n.value) is str}


def looks_at_a_kind(node: ast.AST) -> bool:
    """Whether an expression reads the name of a kind: ``….kind`` or ``…["soort"]``."""
    return any(
        (isinstance(n, ast.Attribute) and n.attr in ("kind", "name", "word"))
        or (isinstance(n, ast.Constant) and n.value == "soort")
        for n in ast.walk(node)
    )


def kinds_known(source: str) -> Iterator[str]:
    """What in this source knows a kind of question by its name, its module or its class."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and looks_at_a_kind(node):
            yield from (f"compares with {text}" for text in texts(node) & (NAMES | WORDS))
        elif isinstance(node, ast.Match) and looks_at_a_kind(node.subject):
            yield from (f"matches {text}" for text in texts(node) & (NAMES | WORDS))
        elif isinstance(node, ast.Dict):
            keys = {text for key in node.keys if key is not None for text in texts(key)}
            found = keys & NAMES | keys & WORDS
            yield from (f"is a table by {text}" for text in found if len(found) > 1)
        elif isinstance(node, ast.ImportFrom) and node.module in KIND_MODULES:
            yield f"imports {node.module}"
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "type"):
            names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            yield from (f"asks whether it is a {name}" for name in names & KIND_CLASSES)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_room_knows_a_kind_of_question(path: Path) -> None:
    assert list(kinds_known(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'if question.kind == "number": ...',
        'if question.kind not in ("choice", "yesno"): ...',
        'if item["soort"] == "getal": ...',
        'if item.get("soort") in {"keuze"}: ...',
        'if kind_of(question).name == "multi": ...',
        'match question.kind:\n    case "multi": ...',
        'TABLE = {"choice": 1, "multi": 2}',
        "from bot.rules.model.questions.number import Number",
        "isinstance(kind_of(question), Number)",
    ],
)
def test_a_kind_that_is_known_elsewhere_is_found(source: str) -> None:
    assert list(kinds_known(source))


@pytest.mark.parametrize("source", ['if focus.kind == "question": ...', "if kind.is_set: ..."])
def test_other_kinds_are_left_alone(source: str) -> None:
    assert not list(kinds_known(source))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_says_what_it_is(kind: Kind) -> None:
    assert KINDS[kind.name] is BY_WORD[kind.word] is kind
    assert kind.family
    assert sum((kind.is_set, kind.is_free, kind.is_single)) == 1
    assert all(key.help or key.dutch == "opties" for key in kind.keys)
