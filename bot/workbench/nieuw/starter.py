"""The files of a fresh pack: on top of another one, or a small one of its own.

They are templates beside this module, with comments for the people who are going to change them.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import Outcome
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices
from bot.workbench.plain_text import templates

_HERE = Path(__file__).parent
_ALONE, _ON_TOP = "alleen", "op_een_ander"


@dataclass(frozen=True, slots=True)
class Start:
    """What a fresh pack begins with. ``schema`` is the place of the schema, seen from its files;
    ``inherits`` the packs whose questions and answers come along."""

    id: str
    title: str
    day: date
    schema: str
    base: Pack | None = None
    inherits: tuple[str, ...] = ()


def starter_files(start: Start) -> dict[str, str]:
    """File name -> text."""
    folder = _ON_TOP if start.base else _ALONE
    known = {"start": start, "base": start.base, **(_examples(start.base) if start.base else {})}
    first = f"# yaml-language-server: $schema={start.schema}\n"
    here = templates(quoted=_quoted, row_lines=_row_lines, option_lines=_option_lines)
    return {
        path.stem: first + here.get_template(f"nieuw/{folder}/{path.name}").render(known)
        for path in sorted((_HERE / folder).glob("*.j2"))
    }


def _examples(base: Pack) -> dict[str, object]:
    """What of the base shows how things are changed: decisions that give the advice come first."""
    advising = [base.decision(advice.decision) for advice in base.advices]
    first = {type(decision.logic): decision for decision in reversed([*advising, *base.decisions])}
    matrix = first.get(Matrix)
    return {
        "table": first.get(Table),
        "matrix": matrix,
        "squares": _squares(matrix) if matrix else {},
        "cases": sorted(base.cases, key=lambda case: len(case.answers))[:1],
    }


def _squares(matrix: Decision) -> dict[str, dict[str, Outcome]]:
    """Row -> column -> what comes out."""
    squares: dict[str, dict[str, Outcome]] = {}
    for rule in matrix.logic.rules:
        (_, row), (_, column) = rule.cell
        squares.setdefault(row, {})[column] = rule.then
    return squares


def _row_lines(decision: Decision) -> list[str]:
    """The ids of the rows: without them nobody can change one, or put one before it."""
    logic = decision.logic
    ids = [rule.id for rule in logic.rules] if logic.names_rules else []
    return textwrap.wrap(f"rijen: {', '.join(ids)}", 90) if ids else []


def _option_lines(question: Question) -> list[str]:
    """The ids of the answers: they stand in every condition."""
    ids = [option.id for option in choices(question)]
    return textwrap.wrap(f"antwoorden: {', '.join(ids)}", 90) if ids else []


def _quoted(text: str) -> str:
    """A text as a YAML scalar, whatever stands in it."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
