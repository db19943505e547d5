"""The questions of a message, in the sender's order, and what it tells beside them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.mail.layout import laid_out
from bot.language.mail.said import (
    ABBREVIATED,
    AFTER_INDIRECT,
    ANNOUNCES,
    COUNTED,
    HANGS_ON,
    INDIRECT,
    LEAD,
    LEANS,
    MARK,
    STATES,
    TALK,
    TELLS,
    TWO,
)
from bot.language.model.asking import is_asking

MOST = 12
"""So many questions of one message are answered."""
AROUND = 300
_INLINE = re.compile(r"(?<=[\s,;:.?])(?=\(?[1-9][.)]\s)")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
_APART = re.compile(r";\s+")
_OPENS = re.compile(
    r"(?:als|stel|indien|wanneer|mocht|hoi|hallo|beste|dag|geachte)\b", re.IGNORECASE
)
"""A condition belongs to the question after it."""
_LEAST_TOLD = 6
"""What is told before a question in one sentence has this many words."""
_LEAST = 3
"""Both halves of a double question have this many words."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its sender put it, what is asked in it, what was said just before it, and
    what before that (``around``, the last ``AROUND`` characters)."""

    text: str
    bare: str
    before: str = ""
    around: str = ""
    is_half: bool = False
    """Whether it was asked in one sentence with the question before it."""


@dataclass(frozen=True, slots=True)
class Message:
    """The questions of a message, and the rest of what it says."""

    questions: tuple[Question, ...] = ()
    told: str = ""
    is_mail: bool = False
    """Whether it has the shape of a mail: a salutation, an end, an earlier mail."""


def read(text: str) -> Message:
    """A mail or any other text, taken apart. HTML is read too; at most 200 kB of it."""
    letter = laid_out(text)
    message = _taken_apart(letter.body)
    if letter.earlier and (letter.points_down or not message.questions):
        earlier = _taken_apart(letter.earlier)
        both = (*message.questions, *earlier.questions)[:MOST]
        message = Message(both, message.told if message.questions else earlier.told)
    return replace(message, is_mail=letter.is_mail)


def _taken_apart(body: str) -> Message:
    questions: list[Question] = []
    told: list[str] = []
    before = around = ""
    for line, is_item in _lines(body):
        parts = (part for whole in _sentences(line) for part in _told_and_asked(whole))
        for sentence, is_told in parts:
            asked = [] if is_told else list(_asked(sentence, is_item))
            if not asked and not _is_talk(sentence):
                told.append(sentence)
                before = sentence
            for place, text in enumerate(asked):
                _add(questions, text, before, around[-AROUND:], is_half=place > 0)
                before = ""
            around = f"{around} {sentence}".strip()
    return Message(tuple(questions[:MOST]), "\n".join(told))


def _add(questions: list[Question], text: str, before: str, around: str, *, is_half: bool) -> None:
    """A question more; one that leans on what was said before it belongs to that."""
    last = questions[-1] if questions else None
    if not LEANS.fullmatch(_unled(text)) or not (before or last):
        before = before or (last.bare if last else "")
        questions.append(Question(text, bare(text), before, around, is_half))
    elif before or last is None:
        questions.append(Question(f"{before} {text}", bare(before)))
    else:
        questions[-1] = replace(last, text=f"{last.text} {text}")


# --- lines and sentences --------------------------------------------------------------------


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    """The lines without their marks, and whether each is an item of a list of questions."""
    asks = False
    for whole in body.split("\n"):
        parts = _INLINE.split(whole)
        for line in parts if len(parts) > 2 else [whole]:
            mark = MARK.match(line)
            text = line[mark.end() :] if mark else line
            if text.strip():
                yield text.strip(), bool(mark) and asks
            if not mark:
                asks = bool(ANNOUNCES.search(text))


def _sentences(line: str) -> Iterator[str]:
    part = ""
    for piece in _SENTENCE.split(line):
        part = f"{part} {piece}".strip()
        if not ABBREVIATED.search(part):
            yield part
            part = ""
    if part:
        yield part


def _told_and_asked(sentence: str) -> Iterator[tuple[str, bool]]:
    """What is only told, and what is asked after a comma of it ("zij willen geld, moeten we dat
    geven"); a sentence that only does one of the two stays whole."""
    told, comma, asked = sentence.rpartition(", ")
    is_both = len(told.split()) >= _LEAST_TOLD and len(asked.split()) >= _LEAST
    if comma and is_both and not _asks(told) and is_asking(asked) and not _OPENS.match(told):
        yield from ((told, True), (asked, False))
    else:
        yield sentence, False


# --- what asks ------------------------------------------------------------------------------


def _asked(sentence: str, is_item: bool) -> Iterator[str]:
    """What a sentence asks: nothing, one thing, or two."""
    if _is_talk(sentence) or sentence.endswith(":") or not (is_item or _asks(sentence)):
        return
    apart = _APART.split(sentence)
    if len(apart) > 1 and all(map(_asks, apart)):
        yield from apart
        return
    first, *rest = TWO.split(sentence, maxsplit=1)
    is_double = all(len(half.split()) >= _LEAST for half in (first, *rest))
    is_double = is_double and not any(HANGS_ON.search(half) for half in rest)
    if rest and is_double and _asks(first):
        yield f"{first.rstrip(' ,')}?"
        yield rest[0][:1].upper() + rest[0][1:]
    else:
        yield sentence


def _asks(text: str) -> bool:
    if COUNTED.match(text):
        return True
    plain = _unled(text)
    if TELLS.match(text.strip()) and not text.rstrip().endswith("?"):
        return bool(INDIRECT.search(plain))
    if STATES.search(plain) and "?" not in plain:
        return False
    return is_asking(plain) or bool(INDIRECT.search(plain))


def _is_talk(sentence: str) -> bool:
    plain = _unled(sentence)
    is_word = len(plain.split()) < 2 and not plain.endswith("?")
    return is_word or bool(TALK.fullmatch(plain))


def _unled(sentence: str) -> str:
    """Without "ten tweede", "mijn vraag is"."""
    lead = LEAD.match(sentence)
    return sentence[lead.end() :] if lead else sentence


def bare(text: str) -> str:
    """What is asked, without "ik vraag me af", and with a question mark."""
    plain = _unled(text).strip()
    if indirect := INDIRECT.search(plain):
        after = plain[indirect.end() :]
        lead = AFTER_INDIRECT.match(after)
        plain = after[lead.end() :] if lead else plain
    return f"{plain.strip(' .!?,:;')}?"
