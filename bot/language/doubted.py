"""What was read from a clause that asks, supposes, or passes on a rumour is no fact. Pure.

An answer that people always say in such a way ("als zij stopt, is het klaar") stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.messages import Understanding
from bot.language.model.asking import asks_by_order, is_asking
from bot.language.model.clauses import Piece, clauses, sentences
from bot.language.model.decide import LIMITS
from bot.language.model.examples import Lesson
from bot.language.understand import Context
from bot.words.evidence import Evidence

ASKS = "vraag"
_REACHES = frozenset(("voorwaarde", "van_horen_zeggen"))
"""These reach over the clauses after them, up to a "maar"."""
_BUT = re.compile(r"\b(?:maar|echter|wel)\b", re.IGNORECASE)


def sifted(told: Understanding, text: str, context: Context, lesson: Lesson) -> Understanding:
    """Without the answers that are in doubt; ``doubted`` says what doubt that was."""
    words = dict(told.evidence)
    doubts = {
        question: kind
        for question, values in told.answers
        if (
            kind := _doubt(
                text, words.get(question), _spared(question, values, context, lesson), lesson
            )
        )
    }
    if not doubts:
        return told if told.sure or told.answers else _offered(told, text, lesson)
    kind = next(iter(doubts.values()))
    answers = tuple(pair for pair in told.answers if pair[0] not in doubts)
    if not answers:
        asks = told.kind in ("vraag", "opdracht") and not _is_vague(told, text)
        return (
            replace(told, answers=(), evidence=(), doubted=kind)
            if asks
            else Understanding(doubted=kind)
        )
    kept = tuple(pair for pair in told.evidence if pair[0] not in doubts)
    return replace(told, answers=answers, evidence=kept, doubted=kind)


def _offered(told: Understanding, text: str, lesson: Lesson) -> Understanding:
    """Of what may be meant, no answer that is in doubt; nothing when the rest is far away."""
    kinds = lesson.doubts.all_heard(text)
    left = tuple(one for one in told.candidates if one.kind != "antwoord")
    if not kinds or left == told.candidates:
        return told
    if not left or _is_vague(replace(told, candidates=left), text):
        return Understanding(doubted=kinds[0])
    return replace(told, kind=left[0].kind, id=left[0].id, candidates=left, doubted=kinds[0])


def _is_vague(told: Understanding, text: str) -> bool:
    """Whether all that a text may mean is far away, and it doesn't ask."""
    is_far = all(one.confidence < LIMITS.far for one in told.candidates)
    return is_far and not told.sure and not is_asking(text)


def _spared(
    question: str, values: tuple[str, ...], context: Context, lesson: Lesson
) -> frozenset[str]:
    """The kinds of doubt that are how people say this answer."""
    meanings = lesson.meanings.get(context.pack.id, {}).items()
    labels = (label for label, one in meanings if one.question == question and one.id in values)
    return frozenset().union(*(lesson.doubtful.get(label, frozenset()) for label in labels))


def _doubt(text: str, words: Evidence | None, spared: frozenset[str], lesson: Lesson) -> str:
    """The kind of doubt about what was read from these words; empty for none."""
    start, end = (words.start, words.end) if words else (0, len(text))
    for sentence in sentences(text):
        if sentence.end <= start or end <= sentence.start:
            continue
        for kind in _kinds(sentence, start, end, lesson):
            if kind not in spared:
                return kind
    return ""


def _kinds(sentence: Piece, start: int, end: int, lesson: Lesson) -> list[str]:
    """The doubts that reach what stands between two places of a sentence."""
    parts = [one for one in clauses(sentence) if one.start < end and start < one.end]
    own = parts[0] if parts else sentence
    is_asked = own.text.rstrip().endswith("?") or asks_by_order(sentence.text)
    asks = [ASKS] if is_asked else []
    return [*doubts_of(sentence, own, lesson), *asks]


def doubts_of(sentence: Piece, own: Piece, lesson: Lesson) -> list[str]:
    """The doubts about a part of a sentence: its own, and those that reach over it."""
    before = _BUT.split(sentence.text[: own.end - sentence.start])[-1]
    reach = (kind for kind in lesson.doubts.all_heard(before) if kind in _REACHES)
    return [*lesson.doubts.all_heard(own.text), *reach]
