"""Nobody asks which kind a decision is: who needs to know something asks the decision itself."""

import ast
from pathlib import Path

import pytest

import bot
from bot.packs.decisions.registry import RAW_KINDS
from bot.rules.model.decisions.decision import Logic
from bot.rules.model.decisions.registry import BY_WORD, KINDS
from bot.workbench.controleer.wording import A_RULE
from bot.workbench.dmn import decisions as dmn
from bot.workbench.teken import sheets
from bot.workbench.teken import wording as drawing

BOT = Path(bot.__file__).parent
MODEL = BOT / "rules" / "model"
CLASSES = {kind.__name__ for kind in KINDS}
ASKING = {"isinstance", "issubclass"}


def names_a_kind(node):
    """Whether a kind, by its class or by its word, stands in this piece of code."""
    return any(
        (isinstance(part, ast.Name | ast.Attribute) and called(part) in CLASSES)
        or (isinstance(part, ast.Constant) and part.value in BY_WORD)
        for part in ast.walk(node)
    )


def called(node):
    return node.id if isinstance(node, ast.Name) else node.attr


def asks_for_a_kind(node):
    """An isinstance, a comparison or a pattern that names a kind of decision."""
    if isinstance(node, ast.Call):
        asked = isinstance(node.func, ast.Name) and node.func.id in ASKING
        return asked and any(names_a_kind(argument) for argument in node.args[1:])
    if isinstance(node, ast.Compare):
        return any(names_a_kind(side) for side in (node.left, *node.comparators))
    return isinstance(node, ast.match_case) and names_a_kind(node.pattern)


def questions_of(source):
    """The lines of a module that ask which kind a decision is."""
    return [getattr(n, "lineno", 0) for n in ast.walk(ast.parse(source)) if asks_for_a_kind(n)]


@pytest.mark.parametrize(
    "asking",
    [
        "isinstance(decision.logic, Table)",
        "isinstance(logic, Table | Adjustment)",
        "isinstance(logic, (int, adjustment.Adjustment))",
        "issubclass(kind, Matrix)",
        "type(logic) is Score",
        "kind in (Table, Score)",
        "item['soort'] == 'beslistabel'",
        "item.get('soort') in ('punten', 'matrix')",
        "logic.word != Adjustment.word",
        "match logic:\n    case Table(rows=rows):\n        pass",
        "match item['soort']:\n    case 'bijstelling':\n        pass",
    ],
)
def test_every_way_to_ask_is_seen(asking):
    assert questions_of(asking)


@pytest.mark.parametrize(
    "fine",
    [
        "SHEETS[type(decision.logic)](decision)",
        "{Table: draw_table, Score: draw_score}",
        "isinstance(logic, Logic)",
        "decision.logic.moves == id",
        "Table((row,))",
        "'punten per waarde' in text",
    ],
)
def test_asking_the_decision_itself_is_fine(fine):
    assert not questions_of(fine)


def test_nobody_outside_the_model_asks_which_kind_a_decision_is():
    modules = [path for path in BOT.rglob("*.py") if MODEL not in path.parents]
    assert {
        str(path.relative_to(BOT)): lines
        for path in modules
        if (lines := questions_of(path.read_text("utf-8")))
    } == {}


def test_every_kind_is_registered_once():
    assert {kind.__name__ for kind in Logic.__subclasses__()} == CLASSES
    assert len(BY_WORD) == len(KINDS)


def test_every_kind_can_stand_in_a_pack():
    assert set(RAW_KINDS) == set(BY_WORD)


def test_every_kind_can_be_drawn_exported_and_pointed_at():
    without_a_way = {kind.word for kind in KINDS if kind.way is Logic.way}
    assert set(sheets._SHEETS) == set(dmn._ADD) == set(KINDS)
    assert set(A_RULE) == set(BY_WORD)
    assert without_a_way <= set(drawing.KINDS)
