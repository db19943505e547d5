"""Reads every answer that a text holds: per question one small classifier over its clauses.

Runs inside Rasa's world (numpy, scikit-learn); the arithmetic is here, Rasa's forms are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.language.model.asking import begins_asking
from bot.language.model.clauses import Piece, pieces
from bot.language.model.pool import softmax, with_one
from bot.language.model.side_by_side import fitted

NONE = "-"
"""The class of a clause that says nothing about a question."""
ALARM = "gevaar"
"""The question whose answers are the kinds of danger; what is only alike answers ``geen``."""
PARTLY = "beschrijving.eerste"
"""The intent of a description in which only answers to some questions are marked."""
_MARKED = frozenset(("wie_begint", "wie_beslist", "te_kiezen", "voorgeschiedenis", "wie_mist"))
"""Those: what such a description says of others it teaches nothing about, neither so nor not so.
Of how far it is only that it was decided is marked."""
_WHOLE = 0.92
"""A whole sentence counts for a little less than the clause in it that says the same."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A clause with the answers that it holds (question -> option); ``partly``: of some questions
    only."""

    text: str
    answers: Mapping[str, str]
    partly: bool = False

    def says(self, question: str) -> str | None:
        """Its answer to a question, ``NONE`` for none; None where nobody looked."""
        is_marked = question in _MARKED or (question == "fase" and self.answers)
        unmarked = None if self.partly and not is_marked else NONE
        return self.answers.get(question, unmarked)


def split_label(label: str) -> tuple[str, str] | None:
    """``antwoord.question.option`` as (question, option); None for any other label."""
    kind, _, rest = label.partition(".")
    question, _, option = rest.rpartition(".")
    return (question, option) if kind == "antwoord" and question else None


def is_alarm(label: str) -> bool:
    """Whether an example is about danger, or about what is like it."""
    return label.startswith(f"{ALARM}.")


def alarms(texts: Iterable[str], labels: Iterable[str]) -> list[Taught]:
    """Every example with what it says of danger: which kind, ``geen`` for what is alike, or
    nothing."""
    return [
        Taught(text, {ALARM: label.partition(".")[2]} if is_alarm(label) else {})
        for text, label in zip(texts, labels, strict=True)
    ]


def lessons(rows: Iterable[tuple[str, str, list[Mapping[str, Any]]]]) -> list[Taught]:
    """Rasa's examples (text, intent, entities) as clauses with their answers; what is the same
    clause in several examples holds the answers of all."""
    taught: list[Taught] = []
    for text, intent, entities in rows:
        if entities:
            taught += _annotated(text, entities, partly=intent == PARTLY)
        elif not is_alarm(intent) and not _may_tell(text, intent):
            answer = split_label(intent)
            taught.append(Taught(text, dict([answer]) if answer else {}, intent == PARTLY))
    return _merged(taught)


def _merged(taught: Iterable[Taught]) -> list[Taught]:
    answers: dict[str, dict[str, str]] = {}
    whole: set[str] = set()
    for one in taught:
        answers.setdefault(one.text, {}).update(one.answers)
        whole |= set() if one.partly else {one.text}
    return [Taught(text, held, text not in whole) for text, held in answers.items()]


def _may_tell(text: str, intent: str) -> bool:
    """Whether an example that is no answer may hold one all the same ("de buurt is woest").

    Such an example teaches a reader nothing: neither what an answer is, nor what is none.
    """
    return intent == "opdracht.gedoe" or (intent.startswith("vraag.") and not begins_asking(text))


def _annotated(text: str, entities: list[Mapping[str, Any]], *, partly: bool) -> list[Taught]:
    """The clauses of an annotated text; a clause holds the answers that lie inside it."""
    return [
        Taught(
            piece.text,
            {
                str(one["entity"]): str(one["value"])
                for one in entities
                if piece.start <= int(one["start"]) and int(one["end"]) <= piece.end
            },
            partly,
        )
        for piece in pieces(text)
    ]


class Reader:
    """The trained classifiers, side by side in one matrix; ``read`` gives Rasa entities."""

    def __init__(self, questions: Mapping[str, list[str]], slopes: Any) -> None:
        self._questions = questions
        self._slopes = slopes

    @classmethod
    def trained(cls, taught: list[Taught], features: Any, strength: float, steps: int) -> Reader:
        """Fits one classifier per question; clauses about other things are its "no"."""
        asked = sorted({question for one in taught for question in one.answers})
        targets = [[one.says(question) for one in taught] for question in asked]
        questions = {
            question: sorted({one for one in target if one is not None})
            for question, target in zip(asked, targets, strict=True)
        }
        return cls(questions, fitted(features, targets, strength, steps))

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Reader:
        """From what ``state`` gave."""
        return cls(state["questions"], state["slopes"])

    def state(self) -> dict[str, Any]:
        """What must be kept."""
        return {"questions": dict(self._questions), "slopes": self._slopes}

    def read(self, parts: list[Piece], features: Any, floor: float) -> list[dict[str, Any]]:
        """The answers with their place and confidence; per question and option the surest piece."""
        import numpy as np

        best: dict[tuple[str, str], dict[str, Any]] = {}
        scores, first = with_one(features) @ self._slopes, 0
        whole = [any(_holds(part, other) for other in parts) for part in parts]
        counts = np.where(whole, np.float32(_WHOLE), np.float32(1))[:, None]
        for question, options in self._questions.items():
            rows = softmax(scores[:, first : first + len(options)]) * counts
            first += len(options)
            for part, row in zip(parts, rows, strict=True):
                for option, chance in zip(options, row, strict=True):
                    surest = best.get((question, option), {"confidence_entity": floor})
                    if option != NONE and chance > surest["confidence_entity"]:
                        best[question, option] = _entity(question, option, float(chance), part)
        return sorted(best.values(), key=lambda one: -one["confidence_entity"])


def _holds(part: Piece, other: Piece) -> bool:
    return part != other and part.start <= other.start and other.end <= part.end


def _entity(question: str, option: str, chance: float, part: Piece) -> dict[str, Any]:
    return {
        "entity": question,
        "value": option,
        "start": part.start,
        "end": part.end,
        "confidence_entity": chance,
    }
