"""What in a pack has to be kept up: sources, days on which things end, labels, whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from bot.rules.model.content import Dated, is_valid_on
from bot.rules.model.pack import Division, Pack
from bot.rules.model.questions.question import Question
from bot.rules.prove.findings import Finding, Level
from bot.words.dates import in_words
from bot.workbench.controleer import wording

NO_SOURCE = "bron_ontbreekt"
SOURCE_OLD = "bron_oud"
PACK_OLD = "pakket_oud"
CHAPTER_OLD = "hoofdstuk_oud"
EXPIRED = "verlopen"
NOT_YET = "nog_niet_geldig"
NO_CONTACT = "contact_ontbreekt"
LONG_LABEL = "label_lang"

PHONE = 30
"""Characters of a label that a phone shows on one button. Telegram cuts the middle out of a longer
one: makers of bots count 32 at most, and wide letters take more room."""


def upkeep(pack: Pack, on: date, *, local: bool) -> Iterator[Finding]:
    """Everything to look at on a day. ``local``: this pack is somebody's own, based on another."""
    yield from _sources(pack, on)
    yield from _days(pack, on)
    yield from _labels(pack)
    if pack.contact is None and pack.advices:
        yield Finding(NO_CONTACT, "let op" if local else "tip", (pack.id,))


def a_year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)


def _sources(pack: Pack, on: date) -> Iterator[Finding]:
    """What has no source, and what was not looked at for over a year."""
    for case in pack.cases:
        if not case.sources:
            yield Finding(NO_SOURCE, "let op", (case.id,))
    if _is_old(pack.checked_on, on):
        yield Finding(PACK_OLD, "let op", (pack.id,), detail=_seen(pack.checked_on))
    for source in pack.sources:
        if _is_old(source.seen_on, on):
            yield Finding(SOURCE_OLD, "let op", (source.id,), detail=_seen(source.seen_on))
    for chapter in pack.chapters:
        if not chapter.sources:
            yield Finding(NO_SOURCE, "let op", (chapter.slug,))
        if _is_old(chapter.checked_on, on):
            yield Finding(CHAPTER_OLD, "let op", (chapter.slug,), detail=_seen(chapter.checked_on))


def _is_old(seen: date | None, on: date) -> bool:
    return seen is None or seen < a_year_before(on)


def _seen(day: date | None) -> str:
    return wording.NOT_SEEN if day is None else wording.SEEN_ON.format(in_words(day))


class _Fact(NamedTuple):
    """Something that holds from one day to another; ``replaced``: something else holds then."""

    about: str
    dated: Dated
    replaced: bool = False


def _days(pack: Pack, on: date) -> Iterator[Finding]:
    """What ends on or before the day, and what does not hold yet."""
    for about, dated, replaced in chain(_rules(pack), _answers(pack, on)):
        if dated.valid_to is not None and dated.valid_to <= on:
            level: Level = "tip" if replaced else "let op"
            until = wording.UNTIL.format(in_words(dated.valid_to))
            yield Finding(EXPIRED, level, (about,), detail=until)
        elif dated.valid_from is not None and dated.valid_from > on:
            since = wording.FROM.format(in_words(dated.valid_from))
            yield Finding(NOT_YET, "tip", (about,), detail=since)


def _rules(pack: Pack) -> Iterator[_Fact]:
    for decision in pack.decisions:
        yield from (_Fact(f"{decision.id}.{rule.id}", rule) for rule in decision.logic.rules)
    yield from (_Fact(point.id, point) for point in pack.points)


def _answers(pack: Pack, on: date) -> Iterator[_Fact]:
    """The answers to questions. One that ends is no worry where another goes on after that day,
    and one that is still to come is no news where another holds till then."""
    for faq in pack.faqs:
        goes_on = any(_outlives(answer, on) for answer in faq.answers)
        for answer in faq.answers:
            later = answer.valid_from is not None and answer.valid_from > on
            if not (later and faq.answer_on(on)):
                yield _Fact(faq.id, answer, goes_on)


def _outlives(dated: Dated, on: date) -> bool:
    return is_valid_on(dated, on) and (dated.valid_to is None or dated.valid_to > on)


def _labels(pack: Pack) -> Iterator[Finding]:
    things: tuple[Question | Division, ...] = (*pack.questions, *pack.divisions)
    for thing in things:
        for option in thing.options:
            if len(option.label) > PHONE:
                told = wording.LONG_LABEL.format(label=option.label, length=len(option.label))
                yield Finding(LONG_LABEL, "let op", (f"{thing.id}.{option.id}",), detail=told)
