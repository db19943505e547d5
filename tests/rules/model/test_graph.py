"""What looks at what: in both directions, each thing once."""

from bot.rules.model.conditions import Is
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.graph import in_order, looks_at, reached
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question

ROADS = {"a": ("b", "c"), "b": ("d",), "c": ("d", "a"), "d": (), "e": ("a",)}


def test_all_that_can_be_reached_is_there_once_and_the_nearest_first():
    assert reached(["a"], ROADS.__getitem__) == ["a", "b", "c", "d"]
    assert reached(["e", "d"], ROADS.__getitem__) == ["e", "d", "a", "b", "c"]
    assert reached([], ROADS.__getitem__) == []


def test_everything_comes_after_what_it_needs_also_where_it_goes_round():
    assert list(in_order(["a", "e"], ROADS.__getitem__)) == ["d", "b", "c", "a", "e"]


def test_every_kind_of_decision_says_what_it_looks_at():
    ja = frozenset(("ja",))
    pack = Pack(
        "p",
        "P",
        "",
        questions=(
            Question("q", "?", "yesno"),
            Question("r", "?", "yesno", applies_if=Is("q", ja)),
        ),
        decisions=(
            Decision("table", Table((Row("x", Is("r", ja), "laag"),)), ("laag",)),
            Decision("score", Score((Item("q"), Item(when=Is("table", ja))), ()), ("laag",)),
            Decision("matrix", Matrix("table", "r", {}), ("laag",)),
            Decision("shifted", Adjustment("score", (Shift("s", Is("q", ja), 1),)), ("laag",)),
        ),
        advices=(),
    )
    assert looks_at(pack) == {
        "q": (),
        "r": ("q",),
        "table": ("r",),
        "score": ("q", "table"),
        "matrix": ("r", "table"),
        "shifted": ("q", "score"),
    }
