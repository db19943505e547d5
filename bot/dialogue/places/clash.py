"""A text says something else than what was settled before: which of the two is right?"""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.hearing import Facts, facts, line, propose
from bot.dialogue.messages import Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.project import keep
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerKey, split_key
from bot.words.names import label


class ClashPlace(Place[at.Clash]):
    """Nothing changes until the person chose."""

    says_back = True

    @property
    def is_there(self) -> bool:
        """Whether there is still an earlier answer that differs, in these rules."""
        keys = (key for key, _ in self.at.pending)
        is_known = all(self.turn.pack.find_question(split_key(key)[0]) for key in keys)
        earlier = self.turn.project.book.answers if self.turn.state.project else {}
        return is_known and self.at.key in earlier and self.at.key in dict(self.at.pending)

    def show(self) -> Turn:
        """What was said before, and what is said now."""
        turn, key = self.turn, self.at.key
        before, now = turn.project.book.answers[key], self._now
        text = wording.CLASH.format(
            earlier=line(turn, key, before, turn.project.words),
            latest=line(turn, key, now, self.at.words),
        )
        question = turn.question(key)
        return turn.say(
            text,
            turn.command(label(question, before), commands.EARLIER),
            turn.command(label(question, now), commands.LATEST),
        )

    def comes_again(self) -> Turn:
        """It is asked once: who says something else goes on with what was said before."""
        turn, key = self.turn, self.at.key
        told = line(turn, key, turn.project.book.answers[key], {})
        return ClashPlace(turn.notice(wording.CLASH_LEFT.format(line=told)), self.at).earlier()

    @property
    def _now(self) -> Answer:
        return dict(self.at.pending)[self.at.key]

    def why(self) -> Turn:
        """What the choice does."""
        return self.turn.notice(wording.CLASH_WHY).goto(self.at)

    def earlier(self) -> Turn:
        """What was said before stays."""
        return self._on(self.turn)

    no = earlier

    def latest(self) -> Turn:
        """What is said now counts."""
        pair = (self.at.key, self._now)
        return self._on(keep(self.turn, (pair,), _only(self.at.words, self.at.key)))

    def read(self, understanding: Understanding) -> Turn | None:
        """One of the two in other words, or something else, which is told."""
        told = facts(self.turn, "", understanding)
        kept = tuple(pair for pair in self.at.pending if pair[0] not in dict(told.pending))
        if not told.pending:
            return None
        words = {**self.at.words, **told.words}
        pending = (*told.pending, *kept)
        now = replace(told, pending=pending, words=words, situation=self.at.situation)
        return propose(self.turn, replace(now, also=(*self.at.also, *told.also)))

    def _on(self, turn: Turn) -> Turn:
        """The rest of what was read."""
        pending = tuple(pair for pair in self.at.pending if pair[0] != self.at.key)
        situation, also = self.at.situation, self.at.also
        return propose(turn, Facts(pending, self.at.words, situation=situation, also=also))


def _only(words: at.Words, key: AnswerKey) -> at.Words:
    return {key: words[key]} if key in words else {}
