"""What an advice, the dates of a project and a person tell for a paper: everything that fills one.
Pure; nothing is made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.advice.card import Card
from bot.advice.plan import Due, Plan, dues, known_days
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.content import OwnTopic
from bot.rules.query import Status, saying_status
from bot.words.own_topics import Told


@dataclass(frozen=True, slots=True)
class Facts:
    """A card and what stands beside it: the project's own name (empty when it has none), today,
    what was told of its dates, the days of moments, and what follows from those.

    ``before_promise``: what the pack says before any promise; not said there when the paper
    ``apologises`` itself. ``own``: what a person told for the papers, of these ``topics``;
    of the ``needless`` there is nothing to tell, and of the ``sure`` the pack says a sentence
    itself. ``moments``: what they are called. ``paper``: the id of the paper that is made.
    """

    card: Card
    title: str
    today: date
    plan: Plan = field(default_factory=Plan)
    days: Mapping[str, date] = field(default_factory=dict)
    dues: tuple[Due, ...] = ()
    before_promise: tuple[str, ...] = ()
    apologises: bool = False
    own: Told = field(default_factory=dict)
    topics: tuple[OwnTopic, ...] = ()
    needless: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    moments: Mapping[str, str] = field(default_factory=dict)
    paper: str = ""


def gather(
    compiled: Compiled,
    book: AnswerBook,
    card: Card,
    title: str,
    today: date,
    plan: Plan,
    kind: str = "",
) -> Facts:
    """Everything that fills a paper about a project of this kind."""
    pack = compiled.pack
    due = dues(compiled, book, plan, today, kind)
    before = tuple(line.text for line in pack.before_promise)
    of_topic = _statuses(compiled, book)
    return Facts(
        card,
        title,
        today,
        plan,
        known_days(pack, plan),
        due,
        before,
        topics=pack.own_topics,
        needless=frozenset(id for id, found in of_topic.items() if found == {"not"}),
        sure=frozenset(topic.id for topic in pack.own_topics if "holds" in of_topic[topic.id]),
        moments={moment.id: moment.name for moment in pack.moments},
    )


def _statuses(compiled: Compiled, book: AnswerBook) -> Mapping[str, set[Status]]:
    """Topic -> whether there is something to tell of it, in each piece of the project."""
    pack = compiled.pack
    cells = [cell_answers(pack, book, cell) for cell in book.cells]
    return {
        topic.id: {saying_status(compiled, answers, topic.when) for answers in cells}
        for topic in pack.own_topics
    }
