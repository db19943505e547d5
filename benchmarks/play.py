"""Plays people who only tap: which button comes next, by a rule or by a worked case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from bot.advice.wording import TAKEN_AS_ONE
from bot.dialogue import button_data, commands, wording
from bot.dialogue.button_data import (
    AT_ONCE,
    BOTH_SAME_VALUE,
    DIFFERENT_VALUE,
    NONE_VALUE,
    ONE_PIECE_VALUE,
    OTHER_DIFFERENT_VALUE,
    READY_VALUE,
    SAME_VALUE,
    UNKNOWN_VALUE,
    AnswerTap,
    CommandTap,
)
from bot.dialogue.messages import Button, Happening, Reply, Say, Started, Tapped
from bot.rules.model.pack import Pack, WorkedCase

MOST_TAPS = 80
Do = Callable[[Happening], Sequence[Reply]]
Choose = Callable[[Say], str]


class Stuck(Exception):
    """No advice came."""


def interview(do: Do, choose: Choose) -> tuple[int, int]:
    """From the first door to the complete advice: how many taps it took to the first advice and to
    the complete one, counted after the door. Raises Stuck when none comes."""
    screen = last(do(Started()))
    data = next(b.data for b in screen.buttons if b.label == wording.DOOR_ADVICE)
    first = None
    for taps in range(MOST_TAPS):
        replies = do(Tapped(data))
        screen = last(replies)
        if first is None and has_advice(replies):
            first = taps
        data = next_tap(screen, choose)
        if first is not None and not data:
            return first, taps
    raise Stuck(screen.text)


def has_advice(replies: Sequence[Reply]) -> bool:
    """Whether an advice is among what was said; a question may stand under it."""
    return any(isinstance(reply, Say) and reply.shape == "advice" for reply in replies)


def next_tap(screen: Say, choose: Choose) -> str:
    """The data of the button to tap; empty under an advice that nothing is asked under."""
    return "" if screen.shape == "advice" else choose(screen)


def last(replies: Sequence[Reply]) -> Say:
    """The message that stands at the bottom with buttons under it."""
    return next(r for r in reversed(replies) if isinstance(r, Say) and r.buttons)


def answers(pack: Pack, screen: Say) -> dict[str, Button]:
    """The buttons of a question that answer it, by their value."""
    found = {}
    for button in screen.buttons:
        read = button_data.read(pack, button.data)
        if isinstance(read, AnswerTap):
            found[read.option] = button
        elif isinstance(read, CommandTap) and read.command is commands.DIVIDE and read.argument:
            found.setdefault(read.argument, button)
    return found


def _ends(pack: Pack, screen: Say) -> Mapping[str, str] | None:
    """How a checklist can be ended; None for any other screen."""
    read = [(button_data.read(pack, button.data), button.data) for button in screen.buttons]
    ends = {
        one.argument: data
        for one, data in read
        if isinstance(one, CommandTap) and one.command is commands.CHECKED
    }
    return ends or None


def at_random(pack: Pack, chance: Random) -> Choose:
    """Someone who answers whatever, at most one option of a multiple choice, and no divisions."""

    def choose(screen: Say) -> str:
        found = answers(pack, screen)
        for value in (READY_VALUE, SAME_VALUE):
            if value in found:
                return found[value].data
        return found[chance.choice([v for v in found if v != UNKNOWN_VALUE])].data

    return choose


class Case:
    """Someone who answers as a worked case of the pack says; counts what the case leaves open."""

    def __init__(self, pack: Pack, case: WorkedCase) -> None:
        self.pack, self.case = pack, case
        self.tapped: set[tuple[str, str]] = set()
        self.screens: list[str] = []
        self.open: list[str] = []

    def __call__(self, screen: Say) -> str:
        """The data of the button to tap."""
        on = [button.data for button in screen.buttons if button.label == wording.ON_WITH_QUESTIONS]
        if on and not screen.key:
            return on[0]  # much is unknown: the way out is left alone
        if (ends := _ends(self.pack, screen)) is not None:
            return self._checked(screen, ends)
        if screen.key not in self.screens:
            self.screens.append(screen.key)
        found = answers(self.pack, screen)
        for value in self._wanted(screen.key):
            if value in found and (screen.key, value) not in self.tapped:
                self.tapped.add((screen.key, value))
                return found[value].data
        if READY_VALUE in found:
            return found[READY_VALUE].data
        self.open.append(screen.key)
        return found[UNKNOWN_VALUE].data

    def _checked(self, screen: Say, ends: Mapping[str, str]) -> str:
        """The next tick of a checklist, or its end; what the case says nothing of is left open."""
        rest, keys = "", set()
        is_whole = not any(TAKEN_AS_ONE[kind] in screen.text for kind in self._pieces)
        for button in (button for button in screen.buttons if button.ticks):
            read = button_data.read(self.pack, button.data)
            if not isinstance(read, AnswerTap):
                continue
            keys.add(read.key)
            place = (read.key, read.option)
            if read.option in (NONE_VALUE, ONE_PIECE_VALUE):
                rest = button.data if read.option == NONE_VALUE or is_whole else rest
            elif read.option in self._wanted(read.key) and place not in self.tapped:
                self.tapped.add(place)
                return button.data
        if not rest:
            return ends[READY_VALUE]
        known = [bool(self._wanted(key)) for key in keys]
        open_ = any(self._wanted(key) for key in keys if key not in {k for k, _ in self.tapped})
        return rest if all(known) else ends[UNKNOWN_VALUE if open_ else READY_VALUE]

    @property
    def _pieces(self) -> Sequence[str]:
        """By what the project of the case falls apart."""
        pieces = {"onderdeel": self.case.parts, "groep": self.case.groups}
        return [kind for kind, each in pieces.items() if len(each) > 1]

    def _differs(self, key: str) -> bool:
        """Whether what is asked of the whole is looked at by piece in the case."""
        question = self.pack.find_question(key)
        return question is not None and question.per in self._pieces

    def _wanted(self, key: str) -> Sequence[str]:
        if any(division.id == key for division in self.pack.divisions):
            asked = {"onderdeel": self.case.parts, "groep": self.case.groups}
            if len(pieces := asked.pop(key)) > 1:
                return (DIFFERENT_VALUE, *pieces)
            is_other = any(len(others) > 1 for others in asked.values())
            return (OTHER_DIFFERENT_VALUE if is_other else BOTH_SAME_VALUE, SAME_VALUE)
        if self._differs(key):
            return (DIFFERENT_VALUE, *self._given(key))
        return self._given(key)

    def _at_once(self, key: str, values: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """What is tapped for an option that is answered together with the question after it; that
        question is taken for its first answer where the case says nothing of it."""
        question, piece = self.pack.question(key.partition("@")[0]), key.partition("@")[2]
        told = []
        for option in question.options:
            if option.at_once and option.id in (values or ()):
                follows, given = option.at_once.question, self.case.answers
                then = given.get(f"{follows}@{piece}") or given.get(follows)
                told += [f"{option.id}{AT_ONCE}{then[0]}"] if then else []
                if not then:
                    self.open.append(follows)
                    told.append(f"{option.id}{AT_ONCE}{option.at_once.labels[0][0]}")
        return (*told, *values) if values else values

    def _given(self, key: str) -> Sequence[str]:
        given = self.case.answers
        values = given[key] if key in given else given.get(key.partition("@")[0])
        values = self._at_once(key, values)
        if values is None:
            return ()
        question = self.pack.question(key.partition("@")[0])
        alone = [option.id for option in question.options if option.alone]
        return values or (*alone, NONE_VALUE)
