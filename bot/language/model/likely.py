"""Which questions of the pack a text may be, as if it is surely one of them or none. Pure.

``decide`` weighs every kind of text; a question in a mail is a question, whatever else it is like.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.dialogue import commands
from bot.dialogue.messages import Candidate
from bot.language.model.examples import COMMAND, OUT_OF_SCOPE, Lesson
from bot.language.model.parsed import ASKED, Parsed
from bot.language.understand import Context

MOST = 8
"""So many questions are kept of one text."""
_LEAST = 0.01
_OUTSIDE, _OUTSIDE_IN_MAIL, _TOLD = 2.0, 4.0, 0.3
"""What is out of scope counts double, in mails fourfold (people ask a helpdesk anything); what
tells something only a little: it was asked."""
TWINS: Mapping[str, str] = {
    "bot_wat": commands.HELP.name,
    "bot_privacy": commands.PRIVACY.name,
    "hulp_vragen": commands.HUMAN.name,
    "advies_anders": commands.CHOOSE_OTHERWISE.name,
    "ehbo_wat": commands.CHAPTERS.name,
}
"""FAQs that say what a command does: with both likely, there is no doubt about the meaning."""


def likely(parsed: Parsed, context: Context, lesson: Lesson) -> tuple[Candidate, ...]:
    """The likeliest questions, each with its share of what the text may ask (0 to 1)."""
    meanings = lesson.meanings.get(context.pack.id, {})
    said_by = {f"{COMMAND}.{name}": faq for faq, name in TWINS.items()}
    shares: dict[str, float] = {}
    whole = 0.0
    is_mail = context.in_mail and bool(parsed.in_mail)
    outside = _OUTSIDE_IN_MAIL if is_mail else _OUTSIDE
    for label, confidence in parsed.in_mail if is_mail else _as_asked(parsed):
        meaning = meanings.get(label)
        faq = meaning.id if meaning and not meaning.question else said_by.get(label)
        if faq:
            shares[faq] = shares.get(faq, 0.0) + confidence
        whole += confidence * (1.0 if faq else _weight(label, outside))
    first = sorted(shares, key=lambda faq: (-shares[faq], faq))[:MOST]
    found = (Candidate("vraag", faq, shares[faq] / (whole or 1.0)) for faq in first)
    return tuple(one for one in found if one.confidence >= _LEAST)


def _as_asked(parsed: Parsed) -> Iterable[tuple[str, float]]:
    """The labels as of a text that asks; of a model that does not say so, all of them."""
    asked = [
        (label.removeprefix(ASKED), share)
        for label, share in parsed.ranking
        if label.startswith(ASKED)
    ]
    return asked or parsed.ranking


def _weight(label: str, outside: float) -> float:
    if label == OUT_OF_SCOPE:
        return outside
    return 1.0 if label.startswith(f"{COMMAND}.") else _TOLD


def weighed(views: Iterable[tuple[float, tuple[Candidate, ...]]]) -> tuple[Candidate, ...]:
    """The same of a text that was read in several ways, each with its weight."""
    shares: dict[str, float] = {}
    for weight, found in views:
        for one in found:
            shares[one.id] = shares.get(one.id, 0.0) + weight * one.confidence
    first = sorted(shares, key=lambda faq: (-shares[faq], faq))[:MOST]
    return tuple(Candidate("vraag", faq, shares[faq]) for faq in first)
