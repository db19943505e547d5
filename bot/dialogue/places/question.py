"""A question about the project."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue import commands, differs, wording
from bot.dialogue import focus as at
from bot.dialogue.button_data import AT_ONCE, DIFFERENT_VALUE, SAME_VALUE
from bot.dialogue.hearing import Facts, propose
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.asking import Asking
from bot.dialogue.places.overview import overview
from bot.dialogue.places.pause import much_is_unknown
from bot.dialogue.project import is_for, is_for_briefly, keep, progress, without
from bot.dialogue.turn import Turn
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen
from bot.rules.model.book import split_key
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import label, piece_name


class QuestionPlace(Asking[at.Question]):
    """A question about the project at hand; its answers are the person's own."""

    advises = True

    def text(self, question: Question) -> str:
        """Which question it is, about which piece, how to answer it, and what it is for."""
        piece = piece_name(self.turn.pack, self.at.key)
        about = wording.ABOUT_PART.format(part=piece.lower()) if piece else ""
        lines = (
            progress(self.turn, (self.at.key,)),
            about,
            question.text,
            kind_of(question).how_to_answer(question),
            is_for_briefly(self.turn, self.at.key),
        )
        return "\n".join(line for line in lines if line)

    def option_buttons(self, option: Option) -> Iterable[Button]:
        """A button for each answer to the question that follows the option, and its own."""
        for value, told in option.at_once.labels if option.at_once else ():
            yield self.button(f"{option.id}{AT_ONCE}{value}", told)
        yield from super().option_buttons(option)

    def beside(self) -> Iterable[Button]:
        """That it differs by part or group, or is as it was for another."""
        return differs.buttons(self.turn, self.at.key)

    def choose(self, value: str) -> Turn:
        """Also that it differs, or not."""
        if value == DIFFERENT_VALUE:
            return differs.told(self.turn, self.at.key)
        if value == SAME_VALUE:
            return differs.as_before(self.turn, self.at.key)
        value, _, then = value.partition(AT_ONCE)
        if then:
            return self._both(value, then)
        return super().choose(value)

    def _both(self, value: str, then: str) -> Turn:
        """The option, and the answer to the question that follows it."""
        options = self.question.options if self.question else ()
        follows = next((o.at_once.question for o in options if o.id == value and o.at_once), "")
        if not follows:
            return self.turn.again()
        piece = split_key(self.at.key)[1]
        key = f"{follows}@{piece}" if piece else follows
        turn = differs.alike(self.turn, self.at.key, chosen(value))
        return keep(turn, ((key, chosen(then)),)).onward()

    def ways(self) -> Iterable[Button]:
        """Why, back, and that it is enough once there is an advice."""
        yield self.turn.command(wording.WHY, commands.WHY)
        if not self.chosen and self.turn.project.order:
            yield self.turn.command(wording.BACK, commands.BACK)
        if self.turn.is_advised:
            yield self.turn.command(wording.ENOUGH, commands.ENOUGH)

    def pick(self, picked: tuple[str, ...]) -> Turn:
        """Kept at once, should the person leave now."""
        key, question = self.at.key, self.turn.question(self.at.key)
        more = (one.id for one in question.options if one.id not in picked and not one.alone)
        partly = Answer(frozenset(picked), frozenset(more))
        kept = keep(self.turn, ((key, partly),)) if picked else without(self.turn, key)
        return kept.goto(at.Question(key, picked))

    def settle(self, answer: Answer) -> Turn:
        """Keep the answer, and go on; with a way out when too much is unknown."""
        turn = self.turn
        if answer == UNKNOWN:
            turn = turn.notice(_homework(turn.question(self.at.key)))
        turn = differs.alike(turn, self.at.key, answer)
        if answer == UNKNOWN and much_is_unknown(turn):
            return turn.goto(at.Pause())
        return turn.onward()

    def doubt(self, answer: Answer) -> Turn:
        """It is said back, and kept after a yes."""
        return propose(self.turn, Facts(((self.at.key, answer),), lent=True, corrects=True))

    def why(self) -> Turn:
        """What the pack says of it, and what its answer can still change."""
        purposes = is_for(self.turn, self.at.key)
        return self.explained(self.turn.question(self.at.key), *purposes)

    def yes(self) -> Turn:
        """No answer here."""
        return self.turn.notice(sentences.NO_YES).again()

    def no(self) -> Turn:
        """Under an advice something in that is not right; else no answer here."""
        if not self.turn.is_advised:
            return self.yes()
        return overview(self.turn.notice(sentences.WHAT_IS_WRONG))

    def skip(self) -> Turn:
        """It is left open, and that is said: nothing is skipped in silence."""
        return QuestionPlace(self.turn.notice(wording.SKIPPED), self.at).settle(SKIPPED)

    def unknown(self) -> Turn:
        """It becomes homework."""
        return self.settle(UNKNOWN)

    def read(self, understanding: Understanding) -> Turn | None:
        """Keep a literal answer, and say so: nothing is assumed in silence, and what was read in
        other words is said back."""
        division = differs.by_pieces(self.turn, self.at.key)
        told = dict(understanding.answers).get(division.id, ()) if division else ()
        if DIFFERENT_VALUE in told and len(understanding.answers) == 1:
            return differs.told(self.turn, self.at.key)
        values = self.only(understanding) if understanding.literal else ()
        question = self.question
        if not values or question is None or kind_of(question).is_free:
            return None
        if kind_of(question).is_set and all(map(self.ticks, values)):
            return self.pick(tuple(dict.fromkeys((*self.chosen, *values))))
        answer = Answer(values=frozenset(values))
        noted = self.turn.notice(wording.NOTED.format(label=label(question, answer)))
        return QuestionPlace(noted, self.at).settle(answer)


def _homework(question: Question) -> str:
    whom = question.ask_whom
    return wording.HOMEWORK.format(whom=whom) if whom else wording.HOMEWORK_PLAIN
