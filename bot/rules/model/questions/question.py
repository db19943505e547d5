"""A question and its options, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bot.rules.model.conditions import ALWAYS, Condition
from bot.rules.model.content import SameAs
from bot.rules.model.ids import OptionId, QuestionId

Nature = Literal["judgement", "fact"]


@dataclass(frozen=True, slots=True)
class AtOnce:
    """The question that follows an option, answered in the same tap: a label for each answer."""

    question: QuestionId
    labels: tuple[tuple[OptionId, str], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: a label that fits a button, and how people say it.

    ``alone``: of a multiple choice, this option goes with no other ("niemand, iedereen doet mee").
    ``rest``: of a division, everybody else; it comes along with whatever pieces are chosen.
    ``only_said``: the language model does not learn the sentence.
    ``at_once``: above it stand the answers to the question that follows it.
    """

    id: OptionId
    label: str
    sentence: str = ""
    explanation: str = ""
    examples: tuple[str, ...] = ()
    weight: Fraction = Fraction(1)
    alone: bool = False
    rest: bool = False
    only_said: bool = False
    interpretation: str = ""
    formerly: tuple[OptionId, ...] = ()
    at_once: AtOnce | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """That a question may stand on one screen with others, of which people tick what holds.

    Without a tick nothing is known of it. ``otherwise``: the option that holds when the person
    ticks that nothing else is the matter; empty where that says nothing. ``before``: what stands
    before each option there, where no question stands above it.
    """

    before: str = ""
    otherwise: OptionId = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``kind`` is the name of its kind: ask ``kind_of`` what that means.

    Which of the fields below ``together`` count depends on the kind.
    """

    id: QuestionId
    text: str
    kind: str = "choice"
    nature: Nature = "fact"
    options: tuple[Option, ...] = ()
    short: str = ""
    explanation: str = ""
    why: str = ""
    ask_whom: str = ""
    how_to_find_out: str = ""
    applies_if: Condition = ALWAYS
    always: bool = False
    fixed: bool = False
    per: str | None = None
    together: str | None = None
    unit: str = ""
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    usual: Fraction | None = None
    past: bool = False
    since: QuestionId = ""
    until: QuestionId = ""
    interpretation: str = ""
    same_as: tuple[SameAs, ...] = ()
    formerly: tuple[QuestionId, ...] = ()
    checklist: Checklist | None = None

    @property
    def name(self) -> str:
        """The question in a few words; the whole question when it has no short form."""
        return self.short or self.text
