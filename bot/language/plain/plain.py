"""Understanding without a model: labels, numbers, yes and no, commands. Instant, and exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from bot.dialogue import commands
from bot.dialogue.messages import Candidate, Kind, Understanding
from bot.dialogue.spoken import BY_WORDS, spoken
from bot.language import wording
from bot.language.model.examples import denies
from bot.language.plain.about import named
from bot.language.plain.corrections import corrected, in_passing
from bot.language.plain.division import as_question, heard
from bot.language.plain.human import without_model
from bot.language.plain.shorthand import spelled_out
from bot.language.plain.words import (
    AFFIRM,
    DENY,
    DOUBT,
    FILLER,
    HEDGES,
    NOTHING,
    PLACES,
    UNKNOWN,
)
from bot.language.understand import Context, bounded
from bot.rules.model.ids import NO, YES, OptionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.words.normal import normal

_PLACE = re.compile(r"(?:optie|nummer|nr|keuze|antwoord)?\s*(\d{1,2})")
_TOO_LONG = re.compile(
    r"(?:(?:laat maar(?: zitten)?|ik (?:stop|kap) (?:er)?mee|hou maar op|nee|pff+|sorry|maar) )*"
    r"(?:(?:dit|dat|het) (?:duurt|is|wordt) (?:\w+ ){0,3}te (?:lang|veel)(?: \w+){0,2}"
    r"|(?:\w+ ){0,2}te (?:lang|veel vragen)"
    r"|(?:ik heb )?hier geen (?:zin|tijd)(?: meer)? (?:in|voor))"
)
_AND = re.compile(r"\s*(?:,|\ben\b|&|\+)\s*")
_NOTHING_FIRST = ("niets", "nog niets")
_US = {"wij": "ons", "we": "ons", "wijzelf": "ons", "onszelf": "ons", "zelf": "ons", "onze": "ons"}
_PEOPLE = re.compile(r"\b(?:de )?(?:bewoners|inwoners|omwonenden|buurtbewoners|buren|mensen)\b")
"""Who says it of "bewoners", says it of people."""
_ALIKE, _APART = 0.86, 0.08
"""A typed label may differ this much from the real one, and must win from the next by this."""


class PlainUnderstander:
    """The port without a model; what is more than a label, a number or a command is unknown."""

    def __init__(self, ready: bool = False) -> None:
        self._ready = ready

    def understand(self, text: str, context: Context) -> Understanding:
        """What can be known for sure; else ``onbekend`` with ``ready`` False."""
        known = at_hand(text, context)
        if known is None and (told := labelled(text, context.pack)):
            known = replace(told, literal=False)
        return known or without_model(text, ready=self._ready, off=self._ready)

    def status(self) -> str:
        """One line for a person."""
        return wording.PLAIN

    def trouble(self) -> str:
        """Nothing can be wrong."""
        return ""

    def close(self) -> None:
        """Nothing runs."""


def at_hand(text: str, context: Context) -> Understanding | None:
    """What a text surely is without a model, or None. Commands with a slash come first."""
    text = bounded(text)
    if text.startswith("/"):
        return _slash(text)
    question = question_at_hand(context)
    if question is not None:
        is_division = context.pack.division(question.id) is not None
        answer = _divided(text, question) if is_division else _answer(text, question)
        if answer is not None:
            return answer
        if _guesses(text):
            return _sure("opdracht", commands.UNKNOWN.name)
    begun = text[corrected(text) or in_passing(text) :]
    said = (normal(text), normal(spelled_out(text)), normal(begun))
    return named(text) or next(filter(None, map(_command, said)), None) or _stops(text)


def labelled(text: str, pack: Pack) -> Understanding | None:
    """An answer by its own words, to whichever question: when only one question has them."""
    said, ways = normal(spelled_out(text)), _ways_to_say(pack.questions)
    named = ways.get(said) or ways.get(_of_people(said), ())
    return _chosen(named[0][0], (named[0][1],)) if said and len(named) == 1 else None


@lru_cache(maxsize=8)
def _ways_to_say(
    questions: tuple[Question, ...],
) -> Mapping[str, tuple[tuple[Question, OptionId], ...]]:
    """Of everything that is surely an answer: the questions and options that are called so."""
    ways: dict[str, tuple[tuple[Question, OptionId], ...]] = {}
    for question in questions:
        for option in () if kind_of(question).says_yes_or_no else question.options:
            for said in _called(option):
                ways[said] = (*ways.get(said, ()), (question, option.id))
    return ways


def _of_people(said: str) -> str:
    return _PEOPLE.sub("mensen", said)


def _called(option: Option) -> set[str]:
    """Everything that an option is called, in comparable form."""
    return {normal(way) for way in (option.label, option.sentence, *option.examples)}


def question_at_hand(context: Context) -> Question | None:
    """The question that was asked, if the pack has it (``vraag@deel`` counts as ``vraag``).

    A division ("ligt alles even vast?") is asked as a question too.
    """
    wanted = (context.question or "").partition("@")[0]
    division = context.pack.division(wanted)
    return context.pack.find_question(wanted) or (as_question(division) if division else None)


def _slash(text: str) -> Understanding:
    name = normal(text[1:].split()[0].split("@")[0]).replace(" ", "_") if text[1:].split() else ""
    return _sure("opdracht", commands.BY_SLASH.get(name, commands.HELP).name)


def _stops(text: str) -> Understanding | None:
    """Who begins with "stop" wants to stop, whatever reason follows; and who finds it too long."""
    first, *reason = re.split(r"[,.;:!]\s", text, maxsplit=1)
    is_stop = bool(reason) and spoken(first) is commands.STOP
    is_stop = is_stop or bool(_TOO_LONG.fullmatch(normal(text)))
    return _sure("opdracht", commands.STOP.name) if is_stop else None


def _command(said: str) -> Understanding | None:
    command = BY_WORDS.get(said)
    if command is None:
        known = ((UNKNOWN, commands.UNKNOWN), (AFFIRM, commands.YES), (DENY | NOTHING, commands.NO))
        command = next((means for words, means in known if said in words), None)
    return _sure("opdracht", command.name) if command else None


def _guesses(text: str) -> bool:
    """ "Geen idee, een vergunning denk ik": who does not know says so first, and then guesses."""
    unknown, comma, guess = text.partition(",")
    hedged = any(hedge in normal(guess) for hedge in HEDGES)
    return bool(comma) and normal(unknown) in UNKNOWN and hedged and len(guess.split()) <= 5


# --- the question at hand -------------------------------------------------------------------


def _answer(text: str, question: Question) -> Understanding | None:
    if kind_of(question).is_free:
        value = kind_of(question).value_in(question, text)
        return _chosen(question, (value,)) if value is not None else None
    said = normal(text)
    if not said:
        return None
    if found := _by_place(said, question) or _by_label(said, question):
        return found
    if found := _by_label(normal(spelled_out(text)), question):
        return found
    if kind_of(question).says_yes_or_no and said in AFFIRM | DENY:
        return _chosen(question, (YES if said in AFFIRM else NO,))
    if said in DOUBT:
        return _doubt(question)
    return None


def _divided(text: str, question: Question) -> Understanding | None:
    """An answer to a division; a bare yes or no to "this, or that?" is asked back."""
    if values := heard(text, question):
        return _chosen(question, values)
    if normal(text) in AFFIRM | DENY | DOUBT:
        return _unsure(question, [option.id for option in question.options[:2]])
    return None


def _by_place(said: str, question: Question) -> Understanding | None:
    """``2``, ``b``, ``de tweede``, ``optie 3``, ``de laatste``; for several: ``1 en 3``."""
    bare = " ".join(word for word in said.split() if word not in FILLER)
    parts = [part for part in _AND.split(bare.replace(" en ", ",")) if part]
    places = [_place(part, len(question.options)) for part in parts]
    if not places or None in places or (len(places) > 1 and not kind_of(question).is_set):
        return None
    ids = [question.options[place].id for place in places if place is not None]
    return _chosen(question, tuple(dict.fromkeys(ids)))


def _place(word: str, size: int) -> int | None:
    """The index that a word points at, if it is within the options."""
    if word in {"laatste", "de laatste"}:
        return size - 1
    match = _PLACE.fullmatch(word)
    if match:
        place = int(match[1]) - 1
    elif len(word) == 1 and word.isalpha():
        place = ord(word) - ord("a")
    else:
        place = PLACES.get(word.replace("de ", ""), 0) - 1
    return place if 0 <= place < size else None


def _by_label(said: str, question: Question) -> Understanding | None:
    """A label (or a known way to say it) exactly; a label with a typing error, when clear."""
    for option in question.options:
        if said in _called(option):
            return _chosen(question, (option.id,))
    if said in NOTHING:
        return _nothing(question)
    if len(said) < 5:
        return None
    alike = (one for one in question.options if denies(said) == denies(one.label))
    scored = sorted(((_alike(said, one.label), one.id) for one in alike), reverse=True)
    if not scored or scored[0][0] < _ALIKE:
        return None
    close = [id for score, id in scored if score > scored[0][0] - _APART]
    return _chosen(question, tuple(close)) if len(close) == 1 else _unsure(question, close)


def holding(text: str, question: Question) -> Understanding | None:
    """The option whose label holds all words of a short text, and fewest others; "wij" is "ons".
    None when there is no such option, or more than one."""
    said = {_US.get(word, word) for word in normal(text).split()} - FILLER
    labels = {one.id: set(normal(one.label).split()) - FILLER for one in question.options}
    sizes = {id: len(words) for id, words in labels.items() if said and said <= words}
    best = [id for id, size in sizes.items() if size == min(sizes.values())]
    return _chosen(question, (best[0],)) if len(best) == 1 else None


def _nothing(question: Question) -> Understanding | None:
    """ "Niks": the one answer that begins with "niets"; None when not one does."""
    ids = [one.id for one in question.options if normal(one.label).startswith(_NOTHING_FIRST)]
    return _chosen(question, (ids[0],)) if len(ids) == 1 else None


def _alike(said: str, label: str) -> float:
    return SequenceMatcher(None, said, normal(label)).ratio()


def _doubt(question: Question) -> Understanding:
    """ "Een beetje": no assumption, but the options to choose from."""
    options: Iterable[Option] = question.options
    if len(question.options) > 3:
        options = question.options[1:-1]
    return _unsure(question, [option.id for option in options])


# --- shapes ---------------------------------------------------------------------------------


def _sure(kind: Kind, id: str) -> Understanding:
    return Understanding(kind, id, 1.0, (Candidate(kind, id, 1.0),), sure=True)


def _chosen(question: Question, values: tuple[str, ...]) -> Understanding:
    id = f"{question.id}.{values[0]}"
    found = tuple(Candidate("antwoord", f"{question.id}.{value}", 1.0) for value in values[:3])
    answers = ((question.id, values),)
    return Understanding("antwoord", id, 1.0, found, answers, sure=True, literal=True)


def _unsure(question: Question, ids: Iterable[str]) -> Understanding:
    found = tuple(Candidate("antwoord", f"{question.id}.{id}", 0.4) for id in ids)[:3]
    return Understanding("antwoord", found[0].id, 0.4, found)
