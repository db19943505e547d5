"""What a person told for a paper, as it stands in one: beside the days that are reckoned with, and
in the words of whom it is for. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.advice import wording
from bot.advice.facts import Facts
from bot.advice.meetings import decisions, meetings, with_meetings, without_who_on
from bot.words.addressed import ON_DAY, to_reader
from bot.words.deciders import names_who
from bot.words.for_readers import is_note, without_repeats
from bot.words.own_topics import DECISION, EARLIER, MEETING, OUTSIDE, RUNNING_ORDER
from bot.words.phrases import small
from bot.words.reported import puts_right
from bot.words.what_happens import in_order
from bot.words.whole_sentences import is_fragment

LENGTH = "duur"
"""How long the meeting lasts, where a request says that."""


def own(facts: Facts, id: str) -> Iterable[str]:
    """What a person told of this; else what the pack says of it where that surely holds."""
    told: Sequence[str] = facts.own.get(id, ())
    if id == DECISION:
        told = (*decisions(facts.plan, told), *without_who_on(told, facts.plan))
    if id == MEETING:
        told = with_meetings(
            told,
            meetings(facts.plan),
            facts.own.get(ON_DAY, ()) if facts.paper == RUNNING_ORDER else (),
        )
    if id == EARLIER and facts.paper in OUTSIDE and told and not any(map(puts_right, told)):
        told = (*told, wording.GAP.format(what=wording.WHAT_IS_TRUE))
    if (
        told
        and id == facts.topics[0].id
        and all(line.startswith(wording.GAP_BEGINS) for line in told)
    ):
        told = (wording.GAP.format(what=facts.topics[0].gap), *told)
    if id == facts.topics[0].id:
        told = in_order(map(_whole, told))
    if told:
        return without_repeats(to_reader(facts.paper, id, line) for line in told)
    return (one.said for one in facts.topics if one.id == id and one.said and id in facts.sure)


def _whole(line: str) -> str:
    """A line of what happens; one that surely is no sentence is for whoever writes."""
    bare = line.rstrip(".")
    if line.startswith(wording.GAP_BEGINS) or is_note(line) or not is_fragment(bare):
        return line
    return wording.GAP.format(what=wording.NO_SENTENCE.format(words=small(bare)))


def is_told(facts: Facts, id: str) -> bool:
    """Whether a person told this in words of their own; of a decision at least by whom."""
    told = facts.own.get(id, ())
    return bool(told) and (id != DECISION or any(map(names_who, told)))
