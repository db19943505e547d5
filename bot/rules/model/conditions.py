"""What a condition looks at, and whether it holds for complete values.

A value is an option id or outcome (a choice, a yes/no question, a decision), a set of them (a
multiple choice, a collect decision), a number, or None: the question does not apply. A test on a
question that does not apply is false, except ``Is`` with ``nvt``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from bot.rules.model.ids import NOT_APPLICABLE, InputId


@dataclass(frozen=True, slots=True)
class Is:
    """The input has one of ``values`` (option ids, outcomes, or ``nvt``)."""

    input: InputId
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class IsNot:
    """The input applies and has none of ``values``."""

    input: InputId
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    """A number question lies in ``[low, high]``; open ends exclude the bound; None is unbounded."""

    input: InputId
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Contains:
    """Of a multiple-choice question (or a collect decision), at least ``at_least`` and at most
    ``at_most`` of ``options`` are chosen."""

    input: InputId
    options: frozenset[str]
    at_least: int = 1
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every condition holds; empty means always."""

    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


Condition: TypeAlias = "Is | IsNot | Between | Contains | AllOf | AnyOf"
ALWAYS = AllOf()

Test: TypeAlias = "Is | IsNot | Between | Contains"
Value: TypeAlias = "str | frozenset[str] | Fraction | None"
ValueOf: TypeAlias = Callable[[InputId], Value]

Cut: TypeAlias = tuple[Fraction, int]
"""A place where a condition cuts the numbers: (x, 0) is just below x, (x, 1) just above it."""


def leaves(condition: Condition) -> Iterator[Test]:
    """The single tests of a condition, in order."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.conditions:
            yield from leaves(part)
    else:
        yield condition


def inputs(condition: Condition) -> frozenset[InputId]:
    """The questions and decisions that a condition looks at."""
    return frozenset(test.input for test in leaves(condition))


def cuts(test: Between) -> frozenset[Cut]:
    """Where one comparison cuts the numbers."""
    low = () if test.low is None else ((test.low, int(test.low_open)),)
    high = () if test.high is None else ((test.high, int(not test.high_open)),)
    return frozenset((*low, *high))


def thresholds(condition: Condition) -> dict[InputId, frozenset[Cut]]:
    """Per number question, where this condition cuts its values."""
    places: dict[InputId, frozenset[Cut]] = {}
    for test in leaves(condition):
        if isinstance(test, Between):
            places[test.input] = places.get(test.input, frozenset()) | cuts(test)
    return places


def named(value: Value) -> frozenset[str]:
    """The option ids or outcomes in a value."""
    if isinstance(value, frozenset):
        return value
    return frozenset((value,)) if isinstance(value, str) else frozenset()


def within(test: Between, value: Fraction) -> bool:
    """Whether a number lies between the bounds."""
    if test.low is not None and (value < test.low or (test.low_open and value == test.low)):
        return False
    return test.high is None or value < test.high or (value == test.high and not test.high_open)


def counted(test: Contains, count: int) -> bool:
    """Whether this many of the options is enough and not too many."""
    return count >= test.at_least and (test.at_most is None or count <= test.at_most)


def test_holds(test: Test, value: Value) -> bool:
    """Whether one test holds for the value of its input."""
    if value is None:
        return isinstance(test, Is) and NOT_APPLICABLE in test.values
    if isinstance(test, Is):
        return bool(named(value) & test.values)
    if isinstance(test, IsNot):
        return not named(value) & test.values
    if isinstance(test, Contains):
        return counted(test, len(named(value) & test.options))
    return isinstance(value, Fraction) and within(test, value)


def holds(condition: Condition, value_of: ValueOf) -> bool:
    """Whether the condition holds."""
    if isinstance(condition, AllOf):
        return all(holds(part, value_of) for part in condition.conditions)
    if isinstance(condition, AnyOf):
        return any(holds(part, value_of) for part in condition.conditions)
    return test_holds(condition, value_of(condition.input))


def failing(condition: Condition, value_of: ValueOf) -> tuple[Test, ...]:
    """The tests that keep a condition from holding, in order; of alternatives, the nearest one."""
    if isinstance(condition, AllOf):
        return tuple(test for part in condition.conditions for test in failing(part, value_of))
    if isinstance(condition, AnyOf):
        return min((failing(part, value_of) for part in condition.conditions), key=len, default=())
    return () if test_holds(condition, value_of(condition.input)) else (condition,)


def holding(condition: Condition, value_of: ValueOf) -> tuple[Test, ...]:
    """The tests that carry a condition that holds; of alternatives, the first that holds."""
    if isinstance(condition, AllOf):
        return tuple(test for part in condition.conditions for test in holding(part, value_of))
    if isinstance(condition, AnyOf):
        true = (part for part in condition.conditions if holds(part, value_of))
        return next((holding(part, value_of) for part in true), ())
    return (condition,) if test_holds(condition, value_of(condition.input)) else ()
