"""One reading of a text, whatever question is open, with the words that each answer came from.

What a text says by itself is never removed or changed by the open question. That only gives a
meaning to a text that has none of its own ("vrij krap"), and what it lends is asked back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.dialogue import commands
from bot.dialogue.messages import Candidate, Understanding
from bot.language.doubted import sifted
from bot.language.literal import with_literal
from bot.language.model.clauses import sentences
from bot.language.model.decide import LIMITS, decide
from bot.language.model.examples import Lesson
from bot.language.model.likely import likely
from bot.language.model.parsed import Found, Parsed, alarm_in, fit_in
from bot.language.plain.corrections import corrected, in_passing
from bot.language.plain.plain import at_hand, holding, labelled, question_at_hand
from bot.language.plain.shorthand import spelled
from bot.language.traced import Traced
from bot.language.understand import Context, traced
from bot.language.unplaced import with_unplaced
from bot.rules.model.ids import NO
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.evidence import Evidence, evidence
from bot.words.normal import normal
from bot.words.persons import Personal, personal

Parse = Callable[[str], Parsed]
"""What a model says of a text. Raises ParserError when there is no answer in time."""

_LONG = 8
"""A text of so many words may say more than which pieces there are."""
_SHORT = 3
"""An answer of so few words has no subject of its own: "wij", "de gemeente"."""


@dataclass(frozen=True)
class _Seen:
    """A text as it was typed, and as the model reads it."""

    typed: str
    plain: Traced
    parsed: Parsed

    @cached_property
    def _personal(self) -> tuple[Personal, ...]:
        return personal(self.typed)

    def words(self, start: int, end: int) -> Evidence:
        """The words of a stretch, as they may be kept."""
        return evidence(self.typed, start, end, self._personal)


def understood(text: str, context: Context, parse: Parse, lesson: Lesson) -> Understanding:
    """What a text means here: what is sure without the model, else what that says. Raises
    ParserError."""
    known = at_hand(text, context)
    if known is None:
        parsed: list[Parsed] = []

        def heard(said: str) -> Parsed:
            parsed.append(parse(said))
            return parsed[-1]

        told = sifted(_read(text, context, heard, lesson), text, context, lesson)
        told = with_unplaced(with_literal(told, text, context, lesson), text)
        return replace(told, alarm=alarm_in(parsed), fit=fit_in(parsed[0]) if parsed else None)
    division = context.pack.division(context.question or "")
    if division is None or not known.answers or len(text.split()) < _LONG:
        return known
    freely = _read(text, replace(context, question=None), parse, lesson)
    freely = with_literal(sifted(freely, text, context, lesson), text, context, lesson)
    freely = with_unplaced(freely, text)
    return _beside(
        known, freely, {one.id for one in context.pack.questions if one.per == division.id}
    )


def _beside(known: Understanding, freely: Understanding, per: set[str]) -> Understanding:
    """What is said of the pieces, and what the text says of the whole."""
    answers = tuple(pair for pair in freely.answers if pair[0] not in per)
    shown = tuple(pair for pair in freely.evidence if pair[0] not in per)
    return replace(known, answers=(*known.answers, *answers), evidence=shown)


def _read(text: str, context: Context, parse: Parse, lesson: Lesson) -> Understanding:
    whole, asked = traced(text), question_at_hand(context)
    start = corrected(whole.text, is_no_an_answer=_takes_no(asked))
    rest = whole.part(start or in_passing(whole.text))
    for said in (rest, _first_sentence(rest)) if start else ():
        if named := labelled(said.text, context.pack):
            return _with_words(replace(named, corrects=True), text, said)
    plain = spelled(rest)
    seen = _Seen(text, plain, parse(plain.text))
    told = _heard(seen, rest, context, parse, lesson, corrects=bool(start))
    return replace(told, faqs=likely(seen.parsed, context, lesson))


def _heard(
    seen: _Seen, rest: Traced, context: Context, parse: Parse, lesson: Lesson, *, corrects: bool
) -> Understanding:
    plain, asked = seen.plain, question_at_hand(context)
    freely = decide(plain.text, seen.parsed, replace(context, question=None), lesson)
    if corrects and freely.answers:
        return _put_right(_shown(freely, seen, context, lesson))
    if corrects:
        return _put_right(_first_heard(rest, seen, freely, context, lesson, parse))
    if asked is None:
        return _shown(freely, seen, context, lesson)
    is_short = len(plain.text.split()) <= _SHORT
    if is_short and (held := holding(rest.text, asked)):
        return replace(_with_words(held, seen.typed, rest), lent=True, literal=False)
    is_short = is_short and freely.kind == "antwoord"
    if is_short and (lent := _lent(seen, context, lesson, parse)).answers:
        return lent
    if freely.sure or freely.answers:
        return _shown(freely, seen, context, lesson)
    lent = _lent(seen, context, lesson, parse)
    return lent if lent.candidates or freely.confidence < LIMITS.far else freely


def _first_sentence(text: Traced) -> Traced:
    first = sentences(text.text)[:1]
    return text.part(first[0].start, first[0].end) if first else text


def _first_heard(
    rest: Traced, seen: _Seen, freely: Understanding, context: Context, lesson: Lesson, parse: Parse
) -> Understanding:
    """What the first sentence alone says, when the whole says nothing: what puts right is said
    first."""
    first = spelled(_first_sentence(rest))
    if first.text == seen.plain.text:
        return _shown(freely, seen, context, lesson)
    alone = _Seen(seen.typed, first, parse(first.text))
    told = decide(first.text, alone.parsed, replace(context, question=None), lesson)
    return _shown(
        told if told.answers else freely, alone if told.answers else seen, context, lesson
    )


def _takes_no(question: Question | None) -> bool:
    """Whether the open question can be answered with a "nee"."""
    if question is None:
        return False
    says_no = any(normal(one.label).split()[:1] == [NO] for one in question.options)
    return says_no or kind_of(question).says_yes_or_no


def _put_right(told: Understanding) -> Understanding:
    """A correction; one that does not say what is right is asked about."""
    says_no = told.id == commands.NO.name and not told.sure  # it was said already
    if told.answers or (told.kind in ("vraag", "opdracht") and not says_no):
        return replace(told, corrects=True)
    ways = (commands.BACK.name, commands.CHANGE_ANSWER.name)
    offered = tuple(Candidate("opdracht", name, 0.5) for name in ways)
    return Understanding("opdracht", ways[0], 0.5, offered, corrects=True)


def _lent(seen: _Seen, context: Context, lesson: Lesson, parse: Parse) -> Understanding:
    """The meaning that the open question gives; nothing about any other question."""
    asked = question_at_hand(context)
    plain = spelled(traced(seen.typed))
    if _takes_no(asked) and plain.text != seen.plain.text:
        seen = _Seen(seen.typed, plain, parse(plain.text))
    told = decide(seen.plain.text, seen.parsed, context, lesson)
    if asked is None or not told.answers:
        return told
    answers = tuple(pair for pair in told.answers if pair[0] == asked.id)
    if not answers:
        return replace(told, answers=(), sure=False)
    return _shown(replace(told, answers=answers, lent=True), seen, context, lesson)


# --- the words ------------------------------------------------------------------------------


def _shown(told: Understanding, seen: _Seen, context: Context, lesson: Lesson) -> Understanding:
    """With the words that each answer came from, and what could not be placed."""
    meanings = lesson.meanings.get(context.pack.id, {})
    spans: list[tuple[str, Evidence]] = []
    for question, values in told.answers:
        labels = {
            label
            for label, meaning in meanings.items()
            if meaning.question == question and meaning.id in values
        }
        spans.append((question, _words(seen, _surest(seen.parsed.found, labels))))
    return replace(told, evidence=tuple(spans))


def _surest(found: Iterable[Found], labels: set[str]) -> Found | None:
    """Where a model read one of these labels; None when it is the text as a whole that says it."""
    named = (one for one in found if one.label in labels and one.start < one.end)
    return max(named, key=lambda one: one.confidence, default=None)


def _words(seen: _Seen, found: Found | None) -> Evidence:
    start, end = (found.start, found.end) if found else (0, len(seen.plain.text))
    return seen.words(*seen.plain.typed(start, end))


def _with_words(told: Understanding, text: str, rest: Traced) -> Understanding:
    words = evidence(text, *rest.typed(0, len(rest.text)))
    return replace(told, evidence=tuple((question, words) for question, _ in told.answers))
