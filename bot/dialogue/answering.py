"""Which frequently asked question a question surely is: one way for the chat, for mails and pages.

What the pack calls it itself is it. Else the model must be sure, or the model and the words of the
question must agree; without a model the words must leave no doubt.
"""

from __future__ import annotations

from bot.dialogue.messages import Understanding
from bot.rules.model.content import Faq
from bot.rules.model.pack import Pack
from bot.words.normal import normal
from bot.words.search import Hit, index

MOST_NEAR = 3
"""At most this many questions are named that may be meant."""
_LOOKED_AT = 12
_SCORE, _AHEAD, _SHARE = 12.0, 6.0, 0.5
"""Without a model: how well the words must fit, how far ahead of the next, and how many of them."""
_NEAR = 0.35
"""What holds less of the words that were asked is not near."""


def answering(pack: Pack, text: str, understanding: Understanding) -> Faq | None:
    """The question of the pack that surely answers this text; None when none does."""
    if understanding.kind == "vraag" and understanding.sure:
        return pack.faq(understanding.id)
    hits = _hits(pack, text)
    if not hits or (understanding.sure and understanding.kind == "opdracht"):
        return None
    if named := _named(pack, text):
        return named
    if understanding.ready and not understanding.off:
        guessed = [one.id for one in understanding.candidates if one.kind == "vraag"]
        return pack.faq(hits[0].id) if guessed[:1] == [hits[0].id] else None
    second = hits[1].score if len(hits) > 1 else 0.0
    is_clear = hits[0].score >= _SCORE and hits[0].score - second >= _AHEAD
    return pack.faq(hits[0].id) if is_clear and hits[0].share >= _SHARE else None


def near(pack: Pack, text: str, understanding: Understanding) -> tuple[Faq, ...]:
    """The questions that may be meant: what the model thinks of first, then what holds the words.

    None for what the model takes to be out of scope.
    """
    guessed = [one.id for one in understanding.candidates if one.kind == "vraag"]
    if understanding.ready and not understanding.off and not guessed:
        return ()
    named = [hit.id for hit in _hits(pack, text) if hit.share >= _NEAR]
    both = (pack.faq(each) for each in dict.fromkeys((*guessed, *named)))
    return tuple(faq for faq in both if faq)[:MOST_NEAR]


def _named(pack: Pack, text: str) -> Faq | None:
    """What the pack itself asks in these very words."""
    said = normal(text)
    ways = ((faq, (faq.question, *faq.phrasings)) for faq in pack.faqs)
    return next((faq for faq, named in ways if said in map(normal, named)), None)


def _hits(pack: Pack, text: str) -> list[Hit]:
    return [hit for hit in index(pack).search(text, _LOOKED_AT) if hit.kind == "faq"]
