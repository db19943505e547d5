"""Answers that were read from a text: said back, put right one by one, and counted after a yes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.also_told import beside, kept
from bot.dialogue.button_data import key_argument
from bot.dialogue.hearing import Facts, facts, line, propose, quoted
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import heard_days, keep_line
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.asking import Asking
from bot.dialogue.project import ensured, keep, likened
from bot.dialogue.turn import Turn
from bot.rules.model.answers import UNKNOWN, Answer
from bot.rules.model.book import AnswerKey, split_key
from bot.rules.model.questions.question import Question

MOST_QUOTED = 25
"""So many words that are kept for the papers are said back; of more only that they are kept."""


class ConfirmPlace(Asking[at.Confirm]):
    """What was understood awaits a yes; with ``key``, the answer to that one is asked."""

    says_back = True

    @property
    def is_there(self) -> bool:
        """Whether all that was understood is about questions of these rules."""
        find = self.turn.pack.find_question
        return all(find(split_key(key)[0]) for key, _ in self.at.pending) and super().is_there

    def show(self) -> Turn:
        """What was understood, and the question whether that is right."""
        if self.at.key:
            return super().show()
        turn = self.turn
        lines = [f"• {line(turn, *pair, self.at.words)}" for pair in self.at.pending]
        if kind := self._kind:
            lines.append(f"• {wording.LOOKS_LIKE.format(name=kind)}")
        lines += [f"• {told}" for told in heard_days.lines(turn)]
        if told_too := beside(self.at.also, self.at.words.values()):
            is_short = sum(len(one.split()) for one in told_too) <= MOST_QUOTED
            said = sentences.ALSO_TOLD.format(list=quoted(told_too))
            lines.append(f"• {said if is_short else sentences.ALSO_TOLD_MUCH}")
        return turn.say(
            "\n".join((wording.UNDERSTOOD, *lines, wording.RIGHT)),
            turn.command(wording.YES_RIGHT, commands.RIGHT),
            turn.command(wording.ONE_WRONG, commands.WRONG),
        )

    @property
    def to_keep(self) -> tuple[str, ...]:
        """What the text tells beside the answers."""
        return self.at.also

    def yes(self) -> Turn:
        """The answers count, and it goes on."""
        if self.at.key:
            return self.turn.again()
        turn = ensured(self.turn)
        if not turn.state.project:
            return turn
        if self._kind:
            turn = likened(turn, self.at.situation)
        turn = kept(heard_days.with_heard(turn), self.at.also)
        return keep(turn, self.at.pending, self.at.words).onward()

    @property
    def _kind(self) -> str:
        """What the kind of project is called; empty for none."""
        kind = self.turn.pack.situation(self.at.situation)
        return kind.name if kind else ""

    # --- one of them is wrong

    def no(self) -> Turn:
        """Which of the answers is wrong?"""
        pending, turn = self.at.pending, self.turn
        days = list(heard_days.wrong_days(turn))
        told_too = beside(self.at.also, self.at.words.values())
        count = len(pending) + bool(self._kind) + len(days) + bool(told_too)
        if self.at.key or count == 1:
            wrong = self.at.key or next((key for key, _ in pending), "")
            return self._without(wrong) if wrong else self.drop_kind()
        buttons = [
            turn.command(line(turn, *pair, {}), commands.NOT_THIS, key_argument(turn.pack, pair[0]))
            for pair in pending
        ]
        if kind := self._kind:
            label = wording.LOOKS_LIKE.format(name=kind)
            buttons.append(turn.command(label, commands.OTHER_KIND))
        buttons += days
        if told_too:
            buttons.append(turn.command(sentences.BTN_ALSO_NOT, commands.KEEP_NOTHING))
        buttons.append(turn.command(wording.ALL_WRONG, commands.NEVER_MIND))
        return turn.say(wording.WHICH_WRONG, *buttons, shape="question")

    def put_right(self, wrong: AnswerKey) -> Turn:
        """This one is wrong: what is right? The others stay."""
        if wrong not in dict(self.at.pending):
            return self.turn.again()
        return self.turn.goto(replace(self.at, key=wrong, chosen=()))

    def drop_kind(self) -> Turn:
        """It is another kind of project: the answers are said back."""
        return ConfirmPlace(self.turn.notice(sentences.KIND_DROPPED), self.at).with_kind("")

    @property
    def kind_heard(self) -> str:
        """The kind that was heard."""
        return "" if self.at.key else self.at.situation

    @property
    def takes_kind(self) -> bool:
        """While no kind stands here, and nobody said which it is."""
        project = self.turn.state.project
        is_open = project is None or project.situation is None
        return is_open and not self.at.key and not self.at.situation

    def with_kind(self, id: str) -> Turn:
        """The kind comes in the place of what was heard; the answers are said back with it."""
        now = replace(self.at, situation=id)
        return self.turn.goto(now) if now.pending or id else self.turn.onward()

    def keep_nothing(self) -> Turn:
        """What stands beside the answers is not kept."""
        return self.turn.goto(replace(self.at, also=()))

    def text(self, question: Question) -> str:
        """The question of the one that was wrong."""
        return question.text

    def ways(self) -> Iterable[Button]:
        """It may be left out too."""
        yield self.turn.command(wording.LEFT_OUT, commands.SKIP)

    def pick(self, picked: tuple[str, ...]) -> Turn:
        """It may be more than these."""
        return self.turn.goto(replace(self.at, chosen=picked))

    def settle(self, answer: Answer) -> Turn:
        """What is right comes in the place of what was wrong; one alone needs no yes any more."""
        pending = tuple((key, answer if self.asks(key) else old) for key, old in self.at.pending)
        words = {key: said for key, said in self.at.words.items() if not self.asks(key)}
        now = at.Confirm(pending, self.at.situation, words, also=self.at.also)
        here = ConfirmPlace(self.turn.focus(now), now)
        is_alone = len(pending) == 1 and not self._kind
        return here.yes() if is_alone else self.turn.goto(now)

    doubt = settle

    def skip(self) -> Turn:
        """It is left out."""
        return self._without(self.at.key) if self.at.key else self.turn.again()

    def unknown(self) -> Turn:
        """Nobody knows it yet."""
        return self.settle(UNKNOWN) if self.at.key else self.turn.again()

    def why(self) -> Turn:
        """Why it is asked; or where it was read, and what a yes does."""
        if self.question:
            return self.explained(self.question)
        return self.turn.notice(wording.CONFIRM_WHY).again()

    def _without(self, wrong: AnswerKey) -> Turn:
        """This one is left out: the others are said back."""
        pending = tuple(pair for pair in self.at.pending if pair[0] != wrong)
        words = {key: said for key, said in self.at.words.items() if key != wrong}
        now = at.Confirm(pending, self.at.situation, words, also=self.at.also)
        if pending or self._kind:
            return self.turn.goto(now)
        is_heard = not self.turn.state.heard.is_empty
        left = ". ".join(dict.fromkeys((*self.at.words.values(), *self.at.also)))
        if not is_heard and (asked := keep_line.instead(self.turn, left)):
            return asked
        return self.turn.goto(at.HeardDays()) if is_heard else self.turn.onward()

    # --- more is told

    def read(self, understanding: Understanding) -> Turn | None:
        """What was told now comes in the place of what it corrects; the others stay."""
        if understanding.literal and (values := self.only(understanding)):
            return self.settle(Answer(values=frozenset(values)))
        told = facts(self.turn, "", understanding)
        if not told.pending:
            return self.no() if understanding.corrects else None
        now = dict(told.pending)
        stays = tuple((key, now.pop(key, old)) for key, old in self.at.pending)
        words = {key: said for key, said in self.at.words.items() if key not in dict(told.pending)}
        pending, words = (*stays, *now.items()), {**words, **told.words}
        situation, also = self.at.situation, (*self.at.also, *told.also)
        return propose(self.turn, Facts(pending, words, True, told.corrects, situation, also))
