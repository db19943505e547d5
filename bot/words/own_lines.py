"""What a person tells for the papers: the lines of a text by topic, as sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.rules.model.content import OwnTopic
from bot.words.own_parts import sentences
from bot.words.own_placing import named_topic, placed
from bot.words.own_shaping import gap, shaped
from bot.words.own_topics import ONLY_IN, Told
from bot.words.to_the_writer import without_taken_back
from bot.words.written_out import days_in_full

MOST_UNPLACED = 6
"""So many lines that are about no topic stand under the first; of more it is asked where."""
MOST_LINES = 24
"""So many lines of one text are read."""


def sorted_lines(text: str, topics: Sequence[OwnTopic], today: date) -> Told:
    """What a text tells of each topic, as sentences. ``today``: the day that "morgen" is counted
    from. Empty without topics."""
    told: dict[str, tuple[str, ...]] = {}
    unplaced = 0
    for one in list(placed(days_in_full(text), topics))[:MOST_LINES] if topics else ():
        sentence = shaped(one, today)
        if not sentence:
            continue
        unplaced += not (one.is_sure or one.said.is_task)
        if one.said.is_task or (not one.is_sure and unplaced > MOST_UNPLACED):
            sentence = gap(sentence, is_task=one.said.is_task)
        id = f"{one.id}{ONLY_IN}{one.said.paper}" if one.said.paper else one.id
        told[id] = (*told.get(id, ()), sentence)
    return told


def together(before: Told, text: str, topics: Sequence[OwnTopic], today: date) -> Told:
    """What was told before and what a text tells now; a line that says itself what it is about
    comes in the place of what was told of that."""
    now = sorted_lines(text, topics, today)
    stands = without_taken_back(sentences(text))[0]
    named = {id for part in stands if (id := named_topic(part.text, topics)[0])}
    kept = {id: lines for id, lines in before.items() if id not in named}
    return {
        id: tuple(dict.fromkeys((*kept.get(id, ()), *now.get(id, ()))))
        for id in dict.fromkeys((*kept, *now))
    }


def lines_of(told: Told) -> Iterable[tuple[str, str]]:
    """What was told as pairs of topic and sentence, to keep."""
    return ((id, line) for id, lines in told.items() for line in lines)
