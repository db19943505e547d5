"""Which frequently asked question a question surely is: one way for the chat, for mails and pages.

What the pack calls it itself is it. Else the model must find one question much likelier than any
other; without a model the words must leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.dialogue.messages import Candidate, Understanding
from bot.rules.model.content import Faq
from bot.rules.model.pack import Pack
from bot.words.normal import normal
from bot.words.search import Hit, index

MOST_NEAR = 3
"""At most this many questions are named that may be meant."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What the model thinks of first must have this share, and be so far ahead of the next. A lower
    share is enough where the words say so too, or where the next is far behind."""

    likely: float
    apart: float
    less: float
    less_apart: float
    alone: float = 1.0
    alone_apart: float = 1.0


TALK = Bars(0.5, 0.2, 0.3, 0.1)
MIDWAY = Bars(0.4, 0.15, 0.3, 0.1)
"""Of a question in the middle of a talk, where a menu helps nobody."""
MAIL = Bars(0.5, 0.2, 0.35, 0.15, alone=0.35, alone_apart=0.3)
"""Of a question in a mail, which a model of its own reads (``benchmarks/post``)."""
_NOTHING = (Candidate("vraag", "", 0.0),) * 2
_LOOKED_AT = 12
_SCORE, _AHEAD, _SHARE = 12.0, 6.0, 0.5
"""Without a model: how well the words must fit, how far ahead of the next, and how many of them."""
_SURE_OF_LAW, _OF_LAW = 0.9, 0.25
"""In the middle of a talk: an answer about law is given from this share on, or where the text has
so many of its words."""
_MAYBE = 0.1
"""What the model gives less than this is not near."""
_NEAR = 0.35
"""What holds less of the words that were asked is not near."""


def answering(pack: Pack, text: str, understanding: Understanding, bars: Bars = TALK) -> Faq | None:
    """The question of the pack that surely answers this text; None when none does."""
    if understanding.sure and understanding.kind == "opdracht":
        return None
    if named := called(pack, text):
        return named
    if understanding.ready and not understanding.off:
        likeliest = _likeliest(understanding, bars)
        return pack.faq(likeliest or _agreed(pack, text, understanding, bars))
    hits = _hits(pack, text)
    return pack.faq(hits[0].id) if _is_clear(hits) else None


def likely_one(
    pack: Pack, text: str, faqs: Iterable[Candidate], barred: frozenset[str], *, asks: bool
) -> Faq | None:
    """The question that a text in the middle of a talk is likely enough, of other subjects than
    these; more is wanted of a text that has not the shape of a question, and of an answer about
    law: that the text has its words."""
    first, second = (*_of_other(pack, faqs, barred), *_NOTHING)[:2]
    bars, ahead = MIDWAY if asks else TALK, first.confidence - second.confidence
    is_clear = first.confidence >= bars.likely and ahead >= bars.apart
    faq = pack.faq(first.id) if is_clear else None
    if faq and faq.legal and first.confidence < _SURE_OF_LAW and not _has_words(pack, text, faq):
        return None
    return faq


def _has_words(pack: Pack, text: str, faq: Faq) -> bool:
    """Whether a text has enough of the words of a question."""
    return any(hit.id == faq.id and hit.share >= _OF_LAW for hit in _hits(pack, text))


def _of_other(pack: Pack, faqs: Iterable[Candidate], barred: frozenset[str]) -> Iterator[Candidate]:
    """Those of other subjects, each with its share of what is then left."""
    found = [(one, faq) for one in faqs if (faq := pack.faq(one.id))]
    left = 1.0 - sum(one.confidence for one, faq in found if faq.subject in barred)
    for one, faq in found:
        if faq.subject not in barred:
            yield replace(one, confidence=one.confidence / max(left, one.confidence))


def _likeliest(understanding: Understanding, bars: Bars) -> str:
    """The question that the model finds much likelier than any other; empty when it finds none."""
    first, second = (*understanding.faqs, *_NOTHING)[:2]
    ahead = first.confidence - second.confidence
    is_clear = first.confidence >= bars.likely and ahead >= bars.apart
    is_alone = first.confidence >= bars.alone and ahead >= bars.alone_apart
    return first.id if is_clear or is_alone else ""


def _agreed(pack: Pack, text: str, understanding: Understanding, bars: Bars) -> str:
    """What the model finds likelier than any other, though not much, where most of the words are
    those of that question; else empty."""
    first, second = (*understanding.faqs, *_NOTHING)[:2]
    ahead = first.confidence - second.confidence
    is_ahead = first.confidence >= bars.less and ahead >= bars.less_apart
    hits = _hits(pack, text)[:1] if is_ahead else []
    return next((hit.id for hit in hits if hit.id == first.id and hit.share >= _SHARE), "")


def _is_clear(hits: list[Hit]) -> bool:
    """Whether the words alone leave no doubt about the first."""
    second = hits[1].score if len(hits) > 1 else 0.0
    return bool(hits) and (
        hits[0].score >= _SCORE and hits[0].score - second >= _AHEAD and hits[0].share >= _SHARE
    )


def near(pack: Pack, text: str, understanding: Understanding) -> tuple[Faq, ...]:
    """The questions that may be meant: what the model thinks of first, then what holds the words.

    None for what the model takes to be out of scope.
    """
    guessed = [one.id for one in understanding.faqs if one.confidence >= _MAYBE]
    if understanding.ready and not understanding.off and not guessed:
        return ()
    named = [hit.id for hit in _hits(pack, text) if hit.share >= _NEAR]
    both = (pack.faq(each) for each in dict.fromkeys((*guessed, *named)))
    return tuple(faq for faq in both if faq)[:MOST_NEAR]


def called(pack: Pack, text: str) -> Faq | None:
    """What the pack itself asks in these very words."""
    return _by_words(pack.faqs).get(normal(text))


@lru_cache(maxsize=8)
def _by_words(faqs: tuple[Faq, ...]) -> Mapping[str, Faq]:
    """The questions by everything that they are called; the first of two that are called alike."""
    named = ((normal(way), faq) for faq in faqs for way in (faq.question, *faq.phrasings))
    return dict(reversed([*named]))


def _hits(pack: Pack, text: str) -> list[Hit]:
    return [hit for hit in index(pack).search(text, _LOOKED_AT) if hit.kind == "faq"]
