"""A question about the project that is talked about, answered from what was told of it.

How such questions are put stands in ``nlu_data/projectvragen``; what is said to each kind in the
pack, each sentence where it holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.advice import wording as advice_wording
from bot.advice.advice import main_cell
from bot.advice.answer_lines import told_answers
from bot.advice.situated import certainly
from bot.advice.to_question import meant, said
from bot.dialogue.answering import called
from bot.dialogue.messages import Said
from bot.dialogue.places import wording as sentences
from bot.dialogue.turn import Turn
from bot.rules.model.book import split_key
from bot.rules.model.content import DatedText, Faq
from bot.rules.model.project_question import ProjectQuestion
from bot.words.dates import in_words
from bot.words.normal import normal
from bot.words.phrases import both, capital, either, small
from bot.words.soon import soon

_DECIDES = re.compile(r"^(?P<who>.+?) beslist(?: zelf)?\.$")
_DECIDER = "wie_beslist"
SHORT = 16
"""In a text of so many words that has no shape of a question the words of one are enough."""
_SENTENCE = re.compile(r"[.!?\n]+")
_PUT = re.compile(
    r"\b(?:wat|hoe) (?:zeg|doe|moet|antwoord|reageer) (?:ik|we|wij)(?: dan| nu)?$"
    r"|\b(?:vragen|vraagt) of\b|\bdreig(?:t|en)\b"
    r"|^(?:en |maar )?(?:wat|wie|hoe|waar|wanneer|mag|mogen|kan|kunnen|moet|moeten|hoef|is|zijn|zit"
    r"|beslist|weet|nodigen|als|stel)\b"
)
"""A sentence of a long message that puts a question, with or without its mark."""


def asked(turn: Turn, text: str) -> Faq | None:
    """The question about the project that a text puts, with its answer as things stand; None where
    it puts none that has an answer, or where the pack calls another question so."""
    if turn.state.project is None or not turn.pack.project_questions:
        return None
    named = called(turn.pack, text)
    for kind in turn.shelf.asks_project.all_heard(text):
        question = meant(turn.pack.project_questions, kind, _kinds(turn))
        is_other = named is not None and question and named.id not in question.related
        if question and not is_other and (faq := _answered(turn, question)):
            return faq
    return None


def whole(turn: Turn, event: Said, text: str) -> Faq | None:
    """The same of a message that is nothing but that question; None of one with more in it."""
    is_put = event.asks or (len(text.split()) <= SHORT and _PUT.search(normal(text)))
    return asked(turn, text) if is_put and not event.asked and not soon(text) else None


def within(turn: Turn, event: Said, text: str) -> Faq | None:
    """The same of a sentence in a message with more in it, of which nobody else saw a question."""
    if event.asked or event.is_mail or soon(text):
        return None
    put = (one for one in _SENTENCE.split(text) if _PUT.search(normal(one)))
    return next(filter(None, (asked(turn, one) for one in put)), None)


def by_id(turn: Turn, id: str) -> Faq | None:
    """A question of the pack, or one about the project with its answer as things stand."""
    if faq := turn.pack.faq(id):
        return faq
    found = (one for one in turn.pack.project_questions if one.id == id)
    question = next(found, None) if turn.state.project else None
    return _answered(turn, question) if question else None


def _kinds(turn: Turn) -> tuple[str, ...]:
    """The kind of project, and the wider kind that it is one of."""
    kind = turn.pack.situation(turn.project.situation or "")
    return tuple(filter(None, (kind.id, kind.of))) if kind else ()


def _answered(turn: Turn, question: ProjectQuestion) -> Faq | None:
    book = turn.project.book
    holds = certainly(turn.compiled, book, main_cell(turn.compiled, book))
    form = turn.card.form.id if turn.card.form else ""
    lines = said(question, form, holds, _known(turn))
    if not lines:
        return None
    named = dict.fromkeys((*question.sources, *(id for line in lines for id in line.sources)))
    return Faq(
        id=question.id,
        question=question.name,
        answers=(DatedText(" ".join(line.text for line in lines)),),
        sources=tuple(named),
        related=question.related,
        chapters=question.chapters,
        legal=question.legal,
    )


def _known(turn: Turn) -> Mapping[str, str | None]:
    """What the slots of a sentence are filled with; None where it is not known."""
    who, card = _decider(turn), turn.card
    day = _day(turn, who)
    may_begin = not (card.is_provisional and card.must_wait)
    duties = both([small(point.text.rstrip(".")) for point in card.duties])
    return {
        "wie": who or None,
        "Wie": capital(who) or None,
        "beslisser": who or sentences.WHO_DECIDES,
        "dag": day or None,
        "op_dag": sentences.ON_A_DAY.format(day=day) if day else "",
        "stap": next(iter(card.steps), None) if may_begin else None,
        "plichten": duties or None,
    }


def _decider(turn: Turn) -> str:
    """Who decides: as it was answered, else by whose days were told; both where council and
    executive each have a day; empty where nobody knows or where it differs."""
    told = told_answers(turn.pack, turn.project.book)
    given = [one for one in told if split_key(one.key)[0] == _DECIDER and one.status == "given"]
    found = {who for one in given if (who := _who(one.text))}
    by_day = list(dict.fromkeys(who for who, _ in _days(turn) if who))
    if len(by_day) > 1:
        return either(by_day)
    if found:
        return found.pop() if len(found) == 1 else ""
    return next(iter(by_day), "")


def _day(turn: Turn, who: str) -> str:
    """The first day to come on which this one decides; empty where that is not known."""
    days = [day for decides, day in _days(turn) if decides in ("", who)]
    return in_words(min(days)) if days else ""


def _days(turn: Turn) -> list[tuple[str, date]]:
    """The days to come on which somebody decides, with who (empty where nobody said)."""
    plan, today = turn.project.plan, turn.at.date()
    decides = (moment.id for moment in turn.pack.moments if moment.role == "decision")
    told = [(id, day) for id in decides if (day := plan.day(id)) and day >= today]
    return [(_who(advice_wording.DECIDES.get(id, "")), day) for id, day in told]


def _who(line: str) -> str:
    match = _DECIDES.match(line)
    who = small(match["who"]) if match else ""
    return sentences.NAMED.get(who, who)
