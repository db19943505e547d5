"""Other eyes: the judgements answered again as a resident, the council, the board, a business."""

from __future__ import annotations

from msgspec.structs import replace

from bot.advice.card import Card
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.choosing import has_others
from bot.dialogue.messages import Understanding
from bot.dialogue.places import wording as said
from bot.dialogue.places.asking import Asking
from bot.dialogue.project import keep
from bot.dialogue.turn import Turn
from bot.rules.model.answers import UNKNOWN, Answer
from bot.rules.model.book import AnswerBook, AnswerKey, cell_answers
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.query import possible
from bot.words.names import label
from bot.words.phrases import both, small

MOST_QUESTIONS = 3


class LensPlace(Asking[at.Lens]):
    """A judgement is asked about through other eyes; with none left, what that changes."""

    def show(self) -> Turn:
        """The question, or the comparison when all are answered."""
        return super().show() if self.at.key else self._compared()

    def text(self, question: Question) -> str:
        """What these eyes would say to it."""
        lead = said.LENS_ASK.format(eyes=wording.EYES[self.at.eyes])
        return f"{lead}\n{question.text}"

    def settle(self, answer: Answer) -> Turn:
        """One answer through these eyes; then the next question, or the comparison."""
        seen = (*self.at.seen, (self.at.key, answer))
        key, queue = (self.at.queue or ("",))[0], self.at.queue[1:]
        return self.turn.goto(replace(self.at, key=key, queue=queue, seen=seen))

    def unknown(self) -> Turn:
        """It makes no difference then."""
        return self.settle(UNKNOWN) if self.at.key else self.turn.again()

    def back(self) -> Turn:
        """The question before this one, through the same eyes; before the first, away from it."""
        if not self.at.seen:
            return choose_eyes(self.turn.focus(at.Advice()))
        *seen, (key, _) = self.at.seen
        queue = (self.at.key, *self.at.queue) if self.at.key else self.at.queue
        return self.turn.goto(replace(self.at, key=key, queue=queue, seen=tuple(seen)))

    def read(self, understanding: Understanding) -> Turn | None:
        """One answer that was surely meant."""
        values = self.only(understanding)
        return self.choose(values[0]) if len(values) == 1 else None

    def take_over(self) -> Turn:
        """The other answers become one's own."""
        answers = [(key, answer) for key, answer in self.at.seen if answer.status == "given"]
        return keep(self.turn.focus(at.Advice()), answers).onward()

    # --- what it changes

    def _compared(self) -> Turn:
        turn, book = self.turn, self.turn.project.book
        through = book
        for key, answer in self.at.seen:
            if answer.status == "given":
                through = through.with_answer(key, answer)
        now, then = turn.card, turn.card_with(through)
        eyes = wording.EYES[self.at.eyes]
        with_tracks = [track.piece.outcome for track in now.tracks] != [
            track.piece.outcome for track in then.tracks
        ]
        names = [_terms(card, with_tracks=with_tracks) for card in (now, then)]
        if now.outcomes == then.outcomes:
            text = said.LENS_SAME.format(eyes=eyes, form=names[0])
        else:
            text = said.LENS_DIFFERENT.format(eyes=eyes, form=names[1], now=names[0])
        return turn.say(
            "\n\n".join((text, *self._points(book), said.LENS_END)),
            turn.command(wording.WHAT_IF_TAKE, commands.TAKE_EYES),
            turn.command(wording.LEAVE_IT, commands.ADVICE),
        )

    def _points(self, book: AnswerBook) -> list[str]:
        differing: list[str] = []
        for key, seen in self.at.seen:
            if seen.status == "given" and seen != book.answers.get(key, Answer()):
                short = self.turn.short(key).rstrip("?")
                differing.append(f"{short}: {label(self.turn.question(key), seen).lower()}")
        return [said.LENS_POINTS.format(changes="; ".join(differing))] if differing else []


def choose_eyes(turn: Turn) -> Turn:
    """Ask through whose eyes to look, or with whose rules."""
    elsewhere = [turn.command(wording.OTHERS, commands.OTHERS)] if has_others(turn) else []
    if not _judgements(turn):
        return turn.say(said.LENS_NOTHING, *elsewhere)
    buttons = [
        turn.command(name, commands.EYES, eyes) for eyes, name in wording.EYES_BUTTONS.items()
    ]
    return turn.say(said.LENS_CHOOSE, *buttons, *elsewhere)


def start(turn: Turn, eyes: str) -> Turn:
    """Begin to answer the judgements through these eyes; ask whose when nobody's."""
    if eyes not in wording.EYES:
        return choose_eyes(turn)
    queue = tuple(_judgements(turn))
    if not queue:
        return turn.say(said.LENS_NOTHING)
    return turn.goto(at.Lens(eyes, queue[0], queue[1:]))


def _judgements(turn: Turn) -> list[AnswerKey]:
    """The judgements that were answered, those that tip the advice first."""
    book = turn.project.book
    keys = [
        key
        for key, answer in book.answers.items()
        if answer.status == "given"
        and turn.question(key).nature == "judgement"
        and kind_of(turn.question(key)).is_single
    ]
    return sorted(keys, key=lambda key: not _tips(turn, book, key))[:MOST_QUESTIONS]


def _terms(card: Card, *, with_tracks: bool) -> str:
    """What a card advises in few words, and on the tracks beside it."""
    tracks = card.tracks if with_tracks else ()
    return both([card.main.term, *(f"{small(one.name)}: {one.piece.term}" for one in tracks)])


def _tips(turn: Turn, book: AnswerBook, key: AnswerKey) -> bool:
    free = book.with_answer(key, UNKNOWN)
    return any(
        len(possible(turn.compiled, cell_answers(turn.pack, free, cell), advice.decision)) > 1
        for cell in free.cells
        for advice in turn.pack.advices
    )
