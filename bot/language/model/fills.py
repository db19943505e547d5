"""The answers that may be filled in from a free text: precise before complete. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.dialogue.messages import Candidate
from bot.language.model.clauses import sentences
from bot.language.model.examples import Lesson, Meaning, denied, denies, denies_twice
from bot.language.model.parsed import Found
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.words.normal import normal

Answers = tuple[tuple[str, tuple[str, ...]], ...]

FILL = 0.95
"""An answer that nobody asked for counts from this confidence on: rather none than a wrong one."""
FILL_AT_HAND = 0.35
"""The question at hand needs less: it was asked."""
BESIDE = 0.98
"""A second answer in the same words, or beside the question at hand, must be this sure."""
APART = 0.2
"""It must be this far above the next answer to the same question."""

_FULL = 4
"""A word of so many letters says something."""
_VERBS = frozenset({"is", "was", "zit", "kan", "mag", "wil"})
"""So does a verb that is shorter: "het is rustig"."""
_COMMON = frozenset(
    [
        *("alleen", "zelf", "niets", "meer", "geen", "niet", "samen", "ander", "iets", "waar"),
        *("zich", "maken", "willen", "straks", "loopt", "werk", "doen", "moet", "plan", "eigen"),
        *("nergens", "ligt", "buiten", "begint", "tijd", "genomen", "niemand"),
    ]
)
"""Words that are key to no answer."""
_TURNS = re.compile(
    r"\b(?:allesbehalve|geenszins|allerminst|verre\svan|alles\sbehalve|bepaald\sniet)\b",
    re.IGNORECASE,
)
"""Turns every word around, also where a "not" is how people say it."""
_FALSE = re.compile(
    r"\b(?:is|zijn|was|waren)\s(?:echt\s|gewoon\s|helemaal\s)?(?:niet\swaar|onzin|onjuist|flauwekul"
    r"|gelogen|een\sfabel\w*|uit\sde\slucht\sgegrepen)\b"
    r"|\bklopt\s(?:echt\s|gewoon\s|dus\s)?niet\b|\b(?:niet|geen)\s(?:kwestie|sprake)\svan\b"
    r"|\bontken\w*\b|\bbehalve\b|\buitgezonderd\b|\bwel\sdegelijk\b"
    r"|\b(?:niet|nooit)\s(?:gezegd|beweerd|beweren)\b|\bniet\szo\sdat\b",
    re.IGNORECASE,
)
"""What the sentence says is not so, or not of all."""
_LEAST = 2
"""So many of those make a piece that can tell what nobody asked for."""


@dataclass(frozen=True, slots=True)
class Fills:
    """Chooses the answers to fill in, for one pack and the question at hand."""

    pack: Pack
    lesson: Lesson
    at_hand: Question | None = None
    _questions: dict[str, Question] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        asked = (one for one in self.pack.questions if not kind_of(one).is_derived)
        self._questions.update({one.id: one for one in asked})
        if self.at_hand is not None:
            self._questions[self.at_hand.id] = self.at_hand

    def answers(self, text: str, found: Iterable[Found]) -> Answers:
        """Per question, in the pack's order, the values that were surely told."""
        told: dict[str, list[tuple[float, str]]] = {}
        meanings = self.lesson.meanings.get(self.pack.id, {})
        for one in self._apart(text, tuple(found)):
            meaning = meanings.get(one.label)
            if meaning and meaning.question and not self._is_unsaid(text, one):
                told.setdefault(meaning.question, []).append((one.confidence, meaning.id))
        chosen = (
            (id, self._values(question, told.get(id, [])))
            for id, question in self._questions.items()
        )
        return tuple((id, values) for id, values in chosen if values)

    def _apart(self, text: str, found: tuple[Found, ...]) -> Iterable[Found]:
        """What may be told beside a surer answer: another piece of the text, or very surely.

        A short text that answers the question at hand says nothing else with the same words.
        """
        first = self._first(found)
        asked = first is not None and self.is_at_hand(first)
        for one in found:
            if first is None or _question_of(one) == _question_of(first):
                yield one
                continue
            surer = [other for other in found if _is_surer(other, one)]
            is_beside = asked or any(_overlap(other, one) for other in surer)
            same = asked and _overlap(first, one)
            if not same and one.confidence >= (BESIDE if is_beside else FILL):
                yield one

    def _first(self, found: tuple[Found, ...]) -> Found | None:
        """The answer to the question at hand when it was told, else the surest."""
        asked = [one for one in found if self.is_at_hand(one) and one.confidence >= FILL_AT_HAND]
        return max(asked or found, key=lambda one: one.confidence, default=None)

    def is_at_hand(self, found: Found) -> bool:
        """Whether this answers the question that was asked."""
        return self.at_hand is not None and _question_of(found).endswith(f".{self.at_hand.id}")

    def _values(self, question: Question, told: list[tuple[float, str]]) -> tuple[str, ...]:
        limit = FILL_AT_HAND if question is self.at_hand else FILL
        ranked = sorted(told, reverse=True)
        if kind_of(question).is_set:
            return tuple(value for score, value in ranked if score >= limit)
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if not ranked or ranked[0][0] < limit or ranked[0][0] - second < APART:
            return ()
        return (ranked[0][1],)

    def _is_unsaid(self, text: str, found: Found) -> bool:
        """The piece says the opposite, or what nobody asked for in too few words."""
        is_thin = not self.is_at_hand(found) and _is_thin(text[found.start : found.end] or text)
        return is_thin or self._turned(text, found)

    def _turned(self, text: str, found: Found) -> bool:
        """The piece says "not", and nobody says this answer with a "not"; or it says it twice; or
        it says the word of another answer; or its sentence says that it is not so."""
        piece = text[found.start : found.end] or text
        if _FALSE.search(_sentence(text, found)):
            return True
        if denies_twice(piece) or (denies(piece) and found.label not in self.lesson.negative):
            return True
        if self._says_another(piece, found.label):
            return True
        return self.denies_what_is_said(piece, found.label)

    def _says_another(self, piece: str, label: str) -> bool:
        """Whether a piece has the key word of another answer to the question, and not as denied:
        "heel boos" is not "rustig"."""
        meaning = self.lesson.meanings.get(self.pack.id, {}).get(label)
        return meaning is not None and bool(self.said_instead(piece, meaning))

    def said_instead(self, piece: str, meaning: Meaning) -> tuple[str, ...]:
        """The other answers to the same question whose key word a piece has."""
        question = self._questions.get(meaning.question)
        if question is None or kind_of(question).is_set:
            return ()
        mine = self.lesson.said.get(meaning.label, frozenset())
        said = frozenset(normal(piece).split()) - denied(piece) - mine
        others = (one for one in question.options if one.id != meaning.id)
        return tuple(one.id for one in others if _key_words(one, question) & said)

    def denies_id(self, text: str, id: str) -> bool:
        """Whether a text denies ``question.option``, or says another answer to that question."""
        meanings = self.lesson.meanings.get(self.pack.id, {}).values()
        labels = [one.label for one in meanings if f"{one.question}.{one.id}" == id]
        return any(
            self.denies_what_is_said(text, label) or self._says_another(text, label)
            for label in labels
        )

    def denies_what_is_said(self, text: str, label: str) -> bool:
        """Whether a text denies the very words of an answer: "niet boos" is not "boos"."""
        return bool(_TURNS.search(text) or _FALSE.search(text)) or bool(
            denied(text) & self.lesson.said.get(label, frozenset())
        )


def instead(
    fills: Fills, text: str, choices: Iterable[Candidate], kept: Iterable[Candidate]
) -> Iterable[Candidate]:
    """What the words say in the place of the choices that they speak against."""
    meanings = fills.lesson.meanings.get(fills.pack.id, {})
    named = {f"{one.question}.{one.id}": one for one in meanings.values()}
    found = dict.fromkeys(
        Candidate("antwoord", f"{one.question}.{id}", choice.confidence)
        for choice in choices
        if (one := named.get(choice.id))
        for id in fills.said_instead(text, one)
    )
    return (one for one in found if one.id not in {other.id for other in kept})


def _key_words(option: Option, question: Question) -> frozenset[str]:
    """The words of an option's label and of its sentence that no other option has."""
    mine = _words_of(option.label) & _words_of(option.sentence)
    others = (one for one in question.options if one.id != option.id)
    return mine.difference(*(_words_of(f"{one.label} {one.sentence}") for one in others))


def _words_of(text: str) -> frozenset[str]:
    words = (word for word in normal(text).split() if not word.startswith("ander"))
    return frozenset(word for word in words if len(word) >= _FULL) - _COMMON


def _sentence(text: str, found: Found) -> str:
    """The sentences in which an answer was read."""
    around = (one for one in sentences(text) if one.start < found.end and found.start < one.end)
    return " ".join(one.text for one in around) or text


def _question_of(found: Found) -> str:
    return found.label.rpartition(".")[0]


def _is_thin(piece: str) -> bool:
    """Whether a piece says next to nothing by itself: "op de aannemer"."""
    words = re.findall(r"\w+", piece.lower())
    return sum(len(word) >= _FULL or word in _VERBS for word in words) < _LEAST


def _is_surer(other: Found, one: Found) -> bool:
    return _question_of(other) != _question_of(one) and other.confidence > one.confidence


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end
