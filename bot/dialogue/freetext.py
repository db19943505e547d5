"""A typed text: a command, a number, a button's words, an answer, a question, a description."""

from __future__ import annotations

import re

from bot.dialogue import (
    choosing,
    commands,
    freetext_answers,
    interview,
    lens,
    naming,
    others,
    overrule,
    taps,
    wording,
)
from bot.dialogue.feeling import feeling
from bot.dialogue.messages import MAX_TEXT, Button, Candidate, Said, Say, Understanding
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer, split_key
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import label
from bot.words.normal import normal

_NUMBERS = re.compile(r"^\s*\d{1,2}(\s*(,|en|\+|&|\s)\s*\d{1,2})*\s*$")
_TO_ADVICE = re.compile(r"\b(terug naar|toon|laat).{0,12}\badvies\b", re.IGNORECASE)
_BY_NAME = {"naam": "naam", "pakket": "pakket", "start": "pakket", "andere": "andere"}
"""Typed commands that take the name of a pack, and what they do with it."""
LEAST_OF_A_LABEL = 4
"""From so many letters on, the beginning of one label on the screen stands for it."""
_TELLING = ("antwoord", "beschrijving")


def said(turn: Turn, event: Said) -> Turn:
    """The person wrote something."""
    text = event.text.strip()
    if len(text) > MAX_TEXT:
        turn = turn.say(wording.TOO_LONG, shape="notice")
        text = text[:MAX_TEXT]
    if text.startswith("/"):
        return _slash(turn, text)
    if turn.state.focus.kind == "overrule" and text:
        return overrule.done(turn, text)
    if _TO_ADVICE.search(text) and turn.state.project:
        return commands.run(turn, "advies") or turn
    if (answered := _like_a_button(turn, text)) is not None:
        return answered
    if turn.state.focus.kind == "name" and text:
        return naming.done(turn, text)
    if turn.state.focus.kind == "pick" and (picked := _pack_named(turn, text, event.understanding)):
        return picked
    found, unclear = feeling(text), _is_unclear(event.understanding)
    if found == "rude" and unclear:
        return _calm(turn.say(wording.INSULTED, shape="notice"))
    if found == "worried" and unclear and not turn.is_busy:
        return commands.run(turn.say(wording.WORRIED, shape="notice"), "gedoe") or turn
    return _meant(_acknowledge(turn, text, event.understanding), text, event.understanding)


def _is_unclear(understanding: Understanding) -> bool:
    return not understanding.sure and not understanding.answers


def _calm(turn: Turn) -> Turn:
    return commands.again_or_doors(turn) if turn.is_busy else commands.home(turn)


def _slash(turn: Turn, text: str) -> Turn:
    name = text[1:].split()[0].split("@")[0].lower() if len(text) > 1 else "hulp"
    rest = text.partition(" ")[2].strip()
    if rest and name in _BY_NAME:
        return commands.run(turn, _BY_NAME[name], rest) or turn
    turn_after = commands.run(turn, {"start": "begroet", "help": "hulp"}.get(name, name))
    return turn_after if turn_after is not None else commands.run(turn, "hulp") or turn


def _acknowledge(turn: Turn, text: str, understanding: Understanding) -> Turn:
    found = feeling(text)
    if found == "rude":
        return turn.say(wording.INSULTED, shape="notice")
    tells = understanding.kind in ("beschrijving", "onbekend") or understanding.id == "gedoe"
    if found == "worried" and tells:
        return turn.say(wording.WORRIED, shape="notice")
    return turn


# --- what works like a button ---------------------------------------------------------------


def _like_a_button(turn: Turn, text: str) -> Turn | None:
    question = _question_at_hand(turn)
    if question is not None and kind_of(question).is_free:
        return _typed(turn, question, text)
    if question is not None and kind_of(question).is_set and _NUMBERS.match(text):
        places = [int(part) for part in re.findall(r"\d+", text)]
        if (several := _several(turn, question, places)) is not None:
            return several
    data = _button_data(turn, text)
    if data is None:
        return None
    return taps.tapped(turn, data, typed=True)


def _pack_named(turn: Turn, text: str, understanding: Understanding) -> Turn | None:
    """A pack by its typed name, while packs are on the screen; what is no name is left alone."""
    command = turn.state.focus.form
    known = choosing.titles(turn.shelf)
    if id := choosing.match(known, text):
        return commands.run(turn, command, id)
    if _is_unclear(understanding) and choosing.near(known, text):
        return choosing.unknown(turn, text, command)
    return None


def _settle(turn: Turn, answer: Answer) -> Turn:
    """Keep an answer to the question at hand, of whichever pack it is."""
    if turn.state.focus.kind == "others":
        return others.settle(turn, answer)
    return interview.settle(turn, turn.state.focus.key, answer)


def _question_at_hand(turn: Turn) -> Question | None:
    focus = turn.state.focus
    if focus.kind == "others":
        return others.question(turn)
    if focus.kind not in ("question", "lens") or not focus.key:
        return None
    return turn.pack.find_question(split_key(focus.key)[0])


def _button_data(turn: Turn, text: str) -> str | None:
    screen = turn.state.screen
    if text.isdigit() and 1 <= int(text) <= len(screen):
        return screen[int(text) - 1][1]
    wanted = normal(text)
    same = [data for label, data in screen if normal(label) == wanted]
    begins = re.compile(rf"{re.escape(wanted)}\b.")
    starts = [data for label, data in screen if begins.match(normal(label))]
    only = starts[:1] if len(starts) == 1 and len(wanted) >= LEAST_OF_A_LABEL else []
    return next(iter([*same, *only]), None)


def _typed(turn: Turn, question: Question, text: str) -> Turn | None:
    """A typed answer to a question that has no options; None when it says nothing to it."""
    heard = kind_of(question).hear(question, text, turn.at.date())
    if heard is None:
        return None
    if heard.answer is None:
        return commands.again_or_doors(turn.say(heard.told, shape="notice"))
    return _settle(turn, heard.answer)


def _several(turn: Turn, question: Question, places: list[int]) -> Turn | None:
    options = [label for label, _ in turn.state.screen]
    if any(not 1 <= place <= len(options) for place in places) or len(places) == 1:
        return None
    labels = {options[place - 1] for place in places}
    values = frozenset(option.id for option in question.options if option.label in labels)
    if not values:
        return None
    so_far = frozenset(turn.state.focus.chosen)
    return _settle(turn, Answer(values=values | so_far))


# --- what was understood --------------------------------------------------------------------


def _meant(turn: Turn, text: str, understanding: Understanding) -> Turn:
    if understanding.kind == "onbekend" or not text:
        return _unclear(turn, understanding)
    if turn.is_busy and turn.state.focus.kind == "others" and understanding.kind in _TELLING:
        return _for_others(turn, understanding)
    if not understanding.sure and not understanding.answers:
        return _ask_which(turn, understanding.candidates)
    if understanding.id in ("ehbo", "gedoe") and (slug := _chapter_named(turn, text)):
        return commands.run(turn, "hoofdstuk", slug) or turn
    if understanding.kind == "opdracht":
        done = commands.run(turn, understanding.id, understanding.argument)
        return done if done is not None else _unclear(turn, understanding)
    if understanding.kind == "vraag":
        return commands.run(turn, "vraag", understanding.id) or turn
    return _answers(turn, understanding)


def _chapter_named(turn: Turn, text: str) -> str:
    """The first-aid chapter whose title stands in the text; empty when none does."""
    said = normal(text)
    return next((one.slug for one in turn.pack.chapters if normal(one.title) in said), "")


def _for_others(turn: Turn, understanding: Understanding) -> Turn:
    """An answer to the other pack's question; it is never taken for one about the project."""
    asked = others.question(turn)
    values = frozenset(dict(understanding.answers).get(asked.id, ()) if asked else ())
    if asked is None or not values or not understanding.sure:
        return _unclear(turn, understanding)
    answer = Answer(values=values)
    told = turn.say(wording.NOTED.format(label=label(asked, answer)), shape="notice")
    return others.several(told, values) if kind_of(asked).is_set else others.settle(told, answer)


def _answers(turn: Turn, understanding: Understanding) -> Turn:
    focus = turn.state.focus
    told = dict(understanding.answers)
    if focus.kind == "divide" and focus.key in told:
        return _divided(turn, told[focus.key])
    at_hand = split_key(focus.key)[0] if focus.kind in ("question", "lens") else ""
    if len(told) == 1 and at_hand in told and understanding.sure:
        values = told[at_hand]
        if focus.kind == "lens" and len(values) == 1:
            return lens.answer(turn, values[0])
        if focus.kind == "question":
            return _answer_at_hand(turn, values)
    pending = freetext_answers.pending_of(turn, understanding)
    if focus.kind == "confirm":
        pending = (*((k, a) for k, a in focus.pending if k not in dict(pending)), *pending)
    if not pending:
        return _unclear(turn, understanding) if not told else commands.again_or_doors(turn)
    return freetext_answers.propose(turn, pending)


def _divided(turn: Turn, values: tuple[str, ...]) -> Turn:
    """What was read about the pieces of the project: one piece, several, or which ones."""
    division = turn.pack.division(turn.state.focus.key)
    if division is None:
        return commands.again_or_doors(turn)
    pieces = [option for option in division.options if option.id in values]
    if pieces:
        return interview.pick_pieces(turn, division, [option.id for option in pieces])
    same = interview.SAME_VALUE in values
    told = (wording.DIVIDE_SAME if same else wording.DIVIDE_DIFFERENT)[division.id]
    turn = turn.say(wording.NOTED.format(label=told), shape="notice")
    return interview.divide(turn, division, values[0])


def _answer_at_hand(turn: Turn, values: tuple[str, ...]) -> Turn:
    """Keep what was read, and say so: an answer is never assumed in silence."""
    key = turn.state.focus.key
    question = turn.question(key)
    if kind_of(question).is_set:
        return interview.add(turn, key, values)
    answer = Answer(values=frozenset(values))
    told = wording.NOTED.format(label=label(question, answer))
    return interview.settle(turn.say(told, shape="notice"), key, answer)


def _ask_which(turn: Turn, candidates: tuple[Candidate, ...]) -> Turn:
    buttons = [button for one in candidates[:3] if (button := _candidate(turn, one))]
    if not buttons:
        return _unclear(turn, Understanding())
    buttons.append(turn.command(wording.NONE_OF_THESE, "geen_van_deze"))
    return turn.say(wording.DID_YOU_MEAN, *buttons, shape="question")


def _candidate(turn: Turn, one: Candidate) -> Button | None:
    if one.kind == "vraag":
        faq = turn.pack.faq(one.id)
        return turn.command(faq.question, "vraag", faq.id) if faq else None
    if one.kind == "opdracht":
        told = wording.COMMANDS.get(one.id)
        return turn.command(told, one.id) if told else None
    question_id, _, option_id = one.id.partition(".")
    for question in turn.pack.questions:
        for option in question.options:
            if (question.id, option.id) == (question_id, option_id):
                key = turn.state.focus.key
                at_hand = key and split_key(key)[0] == question_id
                if at_hand:
                    return turn.answer(key, option)
                label = option.sentence or option.label
                return turn.command(label, "zet", f"{question_id}/{option_id}")
    return None


def _unclear(turn: Turn, understanding: Understanding) -> Turn:
    if _has_feeling(turn):
        return _calm(turn)
    if not understanding.ready:
        text = wording.FREE_TEXT_OFF if understanding.off else wording.WARMING_UP
    else:
        text = wording.NOT_UNDERSTOOD if turn.is_busy else wording.NOT_UNDERSTOOD_IDLE
    return _calm(turn.say(text, shape="notice"))


def _has_feeling(turn: Turn) -> bool:
    """Whether a human sentence was just said: then "ik begrijp je niet" would undo it."""
    last = turn.replies[-1] if turn.replies else None
    return isinstance(last, Say) and last.text in (wording.WORRIED, wording.INSULTED)
