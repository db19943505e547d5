"""The answers that may be filled in from a free text: precise before complete. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.language.examples import Lesson, denies
from bot.language.parsed import Found
from bot.rules.pack import Pack, Question

Answers = tuple[tuple[str, tuple[str, ...]], ...]

FILL = 0.55
"""An answer counts from this confidence on."""
FILL_AT_HAND = 0.35
"""The question at hand needs less: it was asked."""
APART = 0.2
"""It must be this far above the next answer to the same question."""
_ASKS = re.compile(
    r"^(?:(?:en|maar|ja|oke|hoi|hallo)\s+)?(?:wat|wie|hoe|hoeveel|hoelang|waar|wanneer|waarom|welke?|mag"
    r"|mogen|moet|moeten|kan|kun|kunnen|is|zijn|heeft|hebben|heb|bestaat|krijg|krijgen|geldt|valt"
    r"|vallen|telt|noem|leg|bij welke|op welke|aan welke|in welke|voor welke|vanaf welke)\b",
    re.IGNORECASE,
)


def is_asking(text: str) -> bool:
    """Whether a text has the shape of a question."""
    return text.rstrip().endswith("?") or bool(_ASKS.match(text.strip()))


@dataclass(frozen=True, slots=True)
class Fills:
    """Chooses the answers to fill in, for one pack and the question at hand."""

    pack: Pack
    lesson: Lesson
    at_hand: Question | None = None
    _questions: dict[str, Question] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._questions.update({one.id: one for one in self.pack.questions})

    def answers(self, text: str, found: Iterable[Found]) -> Answers:
        """Per question, in the pack's order, the values that were surely told."""
        told: dict[str, list[tuple[float, str]]] = {}
        meanings = self.lesson.meanings.get(self.pack.id, {})
        for one in found:
            meaning = meanings.get(one.label)
            if meaning and meaning.question and not self._turned(text, one):
                told.setdefault(meaning.question, []).append((one.confidence, meaning.id))
        chosen = (
            (id, self._values(question, told.get(id, [])))
            for id, question in self._questions.items()
        )
        return tuple((id, values) for id, values in chosen if values)

    def _values(self, question: Question, told: list[tuple[float, str]]) -> tuple[str, ...]:
        limit = FILL_AT_HAND if question is self.at_hand else FILL
        ranked = sorted(told, reverse=True)
        if question.kind == "multi":
            return tuple(value for score, value in ranked if score >= limit)
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if not ranked or ranked[0][0] < limit or ranked[0][0] - second < APART:
            return ()
        return (ranked[0][1],)

    def _turned(self, text: str, found: Found) -> bool:
        """The piece says "not", and nobody ever says this answer with a "not"."""
        piece = text[found.start : found.end] or text
        return denies(piece) and found.label not in self.lesson.negative
