"""What a language model says of one text, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.dialogue.messages import Alarm
from bot.language.model.for_outside import FIT, QUESTION
from bot.language.model.in_mail import RANKING

_ALARM = "antwoord.gevaar."
ASKED = "gevraagd."
"""Before a label that tells how likely it is if the text asks something: those have a share of
their own, and stand behind the others."""
TOLD = "verteld"
"""All that tells and does not ask, there."""
ALIKE = "geen"
"""What is like danger and is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer that a model read in a piece of the text."""

    label: str
    confidence: float
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """Labels with their confidence, best first; those of a question (``ASKED``) after the others;
    and the answers that were found."""

    ranking: tuple[tuple[str, float], ...] = ()
    found: tuple[Found, ...] = ()
    in_mail: tuple[tuple[str, float], ...] = ()
    """The same labels for a question that stands in a mail; of what asks nothing there are none."""


class Parser(Protocol):
    """Something that parses a text with a trained model."""

    def parse(self, text: str) -> Parsed:
        """What the model says of it. Raises ParserError when there is no answer in time."""


def alarm_in(parsed: Iterable[Parsed]) -> Alarm | None:
    """The surest danger that a model heard; None when it heard none."""
    found = [one for each in parsed for one in each.found if one.label.startswith(_ALARM)]
    kinds = [Alarm(one.label.removeprefix(_ALARM), one.confidence) for one in found]
    heard = (one for one in kinds if one.kind != ALIKE)
    return max(heard, key=lambda one: one.confidence, default=None)


def fit_in(parsed: Parsed) -> float | None:
    """How surely a letter may have all of a text, by its least sure piece; None when a model does
    not say."""
    label = f"antwoord.{QUESTION}.{FIT}"
    return min((one.confidence for one in parsed.found if one.label == label), default=None)


class ParserError(Exception):
    """There is no parse: the model is not there, is too slow, or answered nonsense."""


def from_rasa(reply: Mapping[str, Any]) -> Parsed:
    """Rasa's own form (``intent_ranking``, ``entities``) as values. Raises ParserError."""
    try:
        ranking, in_mail = _ranking(reply["intent_ranking"]), _ranking(reply.get(RANKING) or ())
        found = tuple(_found(one) for one in reply["entities"])
    except (KeyError, TypeError, ValueError) as error:
        raise ParserError("unreadable reply") from error
    return Parsed(ranking, found, in_mail)


def _ranking(labels: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, float], ...]:
    return tuple((str(one["name"]), float(one["confidence"])) for one in labels)


def _found(entity: Mapping[str, Any]) -> Found:
    """``{entity: question, value: option}`` as the label that the classifier uses for it."""
    label = f"antwoord.{entity['entity']}.{entity['value']}"
    confidence = float(entity.get("confidence_entity", 0.0))
    return Found(label, confidence, int(entity["start"]), int(entity["end"]))
