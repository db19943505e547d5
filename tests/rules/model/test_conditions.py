"""Conditions on complete values, and where they cut the numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.rules.model.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Between,
    Condition,
    Contains,
    Is,
    IsNot,
    Value,
    failing,
    holding,
    holds,
    inputs,
    thresholds,
)

TWENTY, FIFTY = Fraction(20), Fraction(50)


def names(*found: str) -> frozenset[str]:
    """A set of names."""
    return frozenset(found)


VALUES: dict[str, Value] = {
    "fase": "idee",
    "gevolgen": names("hinder", "geld"),
    "aantal": TWENTY,
    "weg": None,
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Is("fase", names("idee", "plan")), True),
        (Is("fase", names("plan")), False),
        (Is("fase", names("nvt")), False),
        (Is("weg", names("nvt")), True),
        (Is("weg", names("idee")), False),
        (IsNot("fase", names("plan")), True),
        (IsNot("fase", names("idee")), False),
        (IsNot("fase", names("nvt")), True),
        (IsNot("weg", names("plan")), False),
        (Contains("gevolgen", names("hinder")), True),
        (Contains("gevolgen", names("hinder", "geld", "groen"), at_least=3), False),
        (Contains("gevolgen", names("groen"), at_least=0, at_most=0), True),
        (Contains("weg", names("groen"), at_least=0, at_most=0), False),
        (Between("aantal", TWENTY, None), True),
        (Between("aantal", TWENTY, None, low_open=True), False),
        (Between("aantal", None, TWENTY, high_open=True), False),
        (Between("aantal", TWENTY, TWENTY), True),
        (Between("weg", None, None), False),
        (ALWAYS, True),
        (AnyOf(()), False),
        (AnyOf((Is("fase", names("plan")), Is("weg", names("nvt")))), True),
        (AllOf((Is("fase", names("plan")), Is("weg", names("nvt")))), False),
    ],
)
def test_holds_for_values(condition: Condition, expected: bool) -> None:
    """A test on a question that does not apply is false, except ``nvt``."""
    assert expected == holds(condition, VALUES.__getitem__)


def test_inputs() -> None:
    """A condition names each input it looks at, however deep."""
    condition = AllOf((Is("a", names("x")), AnyOf((Is("b", names("x")), Is("a", names("y"))))))
    assert names("a", "b") == inputs(condition)


def test_thresholds() -> None:
    """A closed bound cuts outside its number, an open one inside."""
    condition = AllOf((Between("n", TWENTY, FIFTY), Between("n", TWENTY, None, low_open=True)))
    assert {"n": {(TWENTY, 0), (TWENTY, 1), (FIFTY, 1)}} == thresholds(condition)


def test_failing_takes_the_nearest_alternative() -> None:
    """Of alternatives that fail, the one with the fewest failing tests is told."""
    wrong, other = Is("fase", names("plan")), Is("aantal", names("x"))
    assert (wrong,) == failing(AnyOf((AllOf((other, wrong)), wrong)), VALUES.__getitem__)
    assert failing(Is("fase", names("idee")), VALUES.__getitem__) == ()


def test_holding_takes_the_first_alternative() -> None:
    """Of alternatives that hold, the first is told; a condition that fails tells what held."""
    right, wrong = Is("fase", names("idee")), Is("fase", names("plan"))
    assert (right,) == holding(AnyOf((wrong, right)), VALUES.__getitem__)
    assert (right,) == holding(AllOf((wrong, right)), VALUES.__getitem__)
