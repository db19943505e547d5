"""What a text says literally, beside what a model reads in it. Pure.

A literal answer takes the place of what a model read for that question. Two that can't both be so
are none: the question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.dialogue.messages import TELLING, Understanding
from bot.language.doubted import doubts_of
from bot.language.model.asking import is_asking
from bot.language.model.clauses import Piece, clauses, sentences
from bot.language.model.examples import Lesson
from bot.language.understand import Context
from bot.rules.model.questions.registry import kind_of
from bot.words.evidence import Evidence, evidence
from bot.words.persons import personal

_TELLS = (*TELLING, "onbekend")
_STORY = 8
"""A text of so many words that asks nothing may tell of a project, whatever subject it names."""

_NO_END = re.compile(
    r"(?<=\bcoll)\.|(?<=\bweth)\.|(?<=\bgem)\.|(?<=\bdir)\.|(?<=\bprov)\.|(?<=\bburg)\."
    r"|\([^()a-z]{1,12}\)",
    re.IGNORECASE,
)
"""No end of a sentence: the point of a short word, and a number or capitals between brackets."""
_SAYS = 6
"""A first sentence of fewer words is a greeting, or the name of a project."""


def with_literal(told: Understanding, text: str, context: Context, lesson: Lesson) -> Understanding:
    """With what the text says literally, and without what it literally excludes or only seems to
    say. What answers the question at hand, a question, a command or a correction stays."""
    at_hand = (context.question or "").partition("@")[0]
    is_settled = told.sure and told.kind not in _TELLS and not _is_story(told, text)
    if not told.lent and (told.corrects or is_settled):
        return told
    heard = _said(text, context, lesson)
    if told.lent:
        if not heard or at_hand in _questions(heard):
            return told
        told = Understanding(faqs=told.faqs)  # what speaks for itself is lent no meaning
    out = frozenset(lesson.literal.out.all_heard(text))
    read = dict(_kept(told, out, at_hand, lesson))
    shown = {question: words for question, words in told.evidence if question in read}
    said = {one: words for one, words in heard.items() if one not in out}
    for question, options in _by_question(said, context).items():
        counts = lesson.literal.one_of(options)
        is_set = kind_of(context.pack.question(question)).is_set
        if question == at_hand and question in read:
            continue
        if len(counts) != 1 and not is_set:
            read.pop(question, None)
            continue
        values = tuple(one.partition(".")[2] for one in options if one in counts)
        before = read.get(question, ()) if is_set else ()
        read[question] = tuple(dict.fromkeys((*before, *values)))
        shown[question] = said[next(one for one in options if one in counts)]
    return _with(told, read, shown, context, plain=tuple(_questions(said)))


def _is_story(told: Understanding, text: str) -> bool:
    """Whether a text that the model surely takes for a question asks nothing, and tells much."""
    return told.kind == "vraag" and len(text.split()) >= _STORY and not is_asking(text)


def _with(
    told: Understanding,
    read: Mapping[str, tuple[str, ...]],
    shown: Mapping[str, Evidence],
    context: Context,
    *,
    plain: tuple[str, ...],
) -> Understanding:
    answers = tuple((one.id, read[one.id]) for one in context.pack.questions if one.id in read)
    others = tuple(pair for pair in told.answers if context.pack.find_question(pair[0]) is None)
    told = replace(told, plain=plain)
    if (*answers, *others) == told.answers:
        return told
    kept = tuple((question, words) for question, words in shown.items())
    if not answers and not others:
        return Understanding(doubted=told.doubted)
    if plain and not told.answers:
        told = Understanding("beschrijving", "", 1.0, sure=True, faqs=told.faqs, plain=plain)
    return replace(told, answers=(*answers, *others), evidence=kept)


def _kept(
    told: Understanding, out: frozenset[str], at_hand: str, lesson: Lesson
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a model read, without what the text excludes, and what nothing in it speaks of."""
    words = dict(told.evidence)
    for question, values in told.answers:
        around = words[question].words if question in words and question != at_hand else ""
        ids = (f"{question}.{value}" for value in values)
        left = tuple(
            one.partition(".")[2]
            for one in ids
            if one not in out and (not around or lesson.literal.has_anchor(one, around))
        )
        if left:
            yield question, left


def _by_question(said: Iterable[str], context: Context) -> Mapping[str, list[str]]:
    """The options of each question, in the order in which the text says them."""
    found: dict[str, list[str]] = {}
    for one in said:
        found.setdefault(one.partition(".")[0], []).append(one)
    return {name: ids for name, ids in found.items() if context.pack.find_question(name)}


def _said(text: str, context: Context, lesson: Lesson) -> Mapping[str, Evidence]:
    """The answers of this pack that the text says literally, with the words of each."""
    pieces, found = personal(text), dict[str, Evidence]()
    known = _known(context, lesson)
    read = _NO_END.sub(lambda match: " " * len(match[0]), text)
    for sentence, part in _parts(read):
        for option in lesson.literal.said.all_heard(part.text):
            is_new = option in known and option not in found
            if is_new and not _doubted(sentence, part, option, lesson):
                found[option] = evidence(text, part.start, part.end, pieces)
    for sentence, part in _opening(read):
        for option in lesson.literal.opening.all_heard(part.text):
            is_new = option in known and option.partition(".")[0] not in _questions(found)
            if is_new and not _doubted(sentence, part, option, lesson):
                found[option] = evidence(text, part.start, part.end, pieces)
    return found


def _questions(options: Iterable[str]) -> frozenset[str]:
    return frozenset(one.partition(".")[0] for one in options)


def _opening(text: str) -> Iterator[tuple[Piece, Piece]]:
    """The clauses up to and with the first sentence that says something; before it stand a greeting
    and a title."""
    for sentence in sentences(text):
        yield from ((sentence, one) for one in clauses(sentence))
        if len(sentence.text.split()) >= _SAYS:
            return


def _known(context: Context, lesson: Lesson) -> frozenset[str]:
    """The answers of this pack that mean what our phrases mean: not those of the same name that
    another pack teaches otherwise."""
    labels = lesson.meanings.get(context.pack.id, {})
    return frozenset(
        f"{question.id}.{one.id}"
        for question in context.pack.questions
        for one in question.options
        if not one.examples or f"antwoord.{question.id}.{one.id}" in labels
    )


def _parts(text: str) -> Iterator[tuple[Piece, Piece]]:
    """Every clause with its sentence, and then that sentence as a whole."""
    for sentence in sentences(text):
        parts = clauses(sentence)
        yield from ((sentence, one) for one in (parts if len(parts) == 1 else (*parts, sentence)))


def _doubted(sentence: Piece, part: Piece, option: str, lesson: Lesson) -> bool:
    stays = lesson.literal.stays.get(option, frozenset())
    is_asked = part.text.rstrip().endswith("?")
    return is_asked or any(kind not in stays for kind in doubts_of(sentence, part, lesson))
