"""Other rules: what another pack would say of this project. The own answers never change.

The other pack gets the answers that it declares to share with one's own (``gelijk_aan``); what is
left it asks itself, one question at a time. Those answers live in the focus and go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from bot.advice.advice import main_cell
from bot.advice.beside import look
from bot.dialogue import commands, others_text, wording
from bot.dialogue import focus as at
from bot.dialogue.button_data import UNKNOWN_VALUE
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places.asking import OWN_VALUES, Asking
from bot.dialogue.places.unclear import unclear
from bot.dialogue.turn import Turn
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import WHOLE, AnswerKey, Cell, cell_answers
from bot.rules.model.ids import QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.query import to_find_out
from bot.rules.translate import together, translate
from bot.words.names import label

HORIZON = 25


@dataclass(frozen=True, slots=True)
class There:
    """The other pack, the piece of the project that it looks at, and what it knows of that:
    what was ``taken`` over, what was ``asked`` here, and both together (``known``)."""

    compiled: Compiled
    cell: Cell
    taken: Mapping[QuestionId, Answer]
    known: Mapping[QuestionId, Answer]
    asked: frozenset[QuestionId]

    @property
    def pack(self) -> Pack:
        """The other pack itself."""
        return self.compiled.pack

    def options(self, id: QuestionId) -> list[Option]:
        """The options that what was taken over leaves."""
        known = self.taken.get(id)
        options = choices(self.compiled.questions[id])
        return [
            option for option in options if known is None or option.id in known.values | known.maybe
        ]

    def is_multi(self, id: QuestionId) -> bool:
        """Whether several options may be chosen."""
        return kind_of(self.compiled.questions[id]).is_set

    def left(self) -> QuestionId | None:
        """Of what can still change the advice, the opening first, then what settles most."""
        return _left(self.compiled, self.known, self.asked)

    def count(self) -> int:
        """How many questions are still to come when each gets its likeliest answer."""
        answers, asked, count = dict(self.known), self.asked, 0
        while count < HORIZON and (question := _left(self.compiled, answers, asked)):
            likeliest = max(self.options(question), key=lambda one: one.weight, default=None)
            if likeliest is not None and not self.is_multi(question):
                answers[question] = chosen(likeliest.id)
            asked |= {question}
            count += 1
        return count


def _left(
    compiled: Compiled, answers: Mapping[QuestionId, Answer], asked: frozenset[QuestionId]
) -> QuestionId | None:
    left = [question for question in to_find_out(compiled, answers) if question not in asked]
    opening = (question for question in compiled.pack.opening if question in left)
    return next(opening, left[0] if left else None)


class OthersPlace(Asking[at.Others]):
    """A question of the other pack; with none left, what it says of the project."""

    @cached_property
    def _there(self) -> There:
        turn, book = self.turn, self.turn.project.book
        compiled = turn.shelf.rooted(turn.shelf.pack(self.at.pack))
        cell = WHOLE if book.cells == (WHOLE,) else main_cell(turn.compiled, book)
        hubs = [turn.shelf.pack(turn.shelf.default)]
        taken = translate(self._own, compiled.pack, cell_answers(turn.pack, book, cell), hubs)
        known = dict(taken)
        for question_id, answer in self.at.seen:
            question = compiled.pack.find_question(question_id)
            if question is not None and answer.status == "given":
                both = (known[question_id], answer) if question_id in known else (answer,)
                known[question_id] = together(question, both) or answer
        asked = frozenset(question_id for question_id, _ in self.at.seen)
        return There(compiled, cell, taken, known, asked)

    @property
    def _own(self) -> Compiled:
        return self.turn.shelf.rooted(self.turn.compiled)

    # --- asking what is left

    def show(self) -> Turn:
        """The question; what the other pack says when nothing is left."""
        return super().show() if self.at.key else self._verdict()

    def introduced(self) -> Turn:
        """Whose rules these are, and their first question."""
        there = self._there
        told = others_text.introduction(self.turn, there.pack, there.cell, len(there.taken))
        return OthersPlace(self.turn.notice(told), self.at).next()

    def next(self) -> Turn:
        """The next question, or what it says."""
        there = self._there
        left = there.left() or ""
        known = there.known.get(left)
        held = tuple(sorted(known.values)) if known and there.is_multi(left) else ()
        return self.turn.goto(replace(self.at, key=left, chosen=held))

    @property
    def question(self) -> Question | None:
        """The question that is asked, while both the project and that pack are there."""
        shelf, at = self.turn.shelf, self.at
        if not at.key or at.project != self.turn.state.current or at.pack not in shelf.packs:
            return None
        return shelf.rooted(shelf.pack(at.pack)).pack.find_question(at.key)

    def text(self, question: Question) -> str:
        """Who asks, how many are to come, and the question."""
        return others_text.question(self._there.pack, question, self._there.count())

    def options(self, question: Question) -> Sequence[Option]:
        """What one's own answers leave."""
        return self._there.options(question.id)

    def asks(self, key: AnswerKey) -> bool:
        """Never: an own question may have the same id, and its answer goes into one's own book."""
        return False

    def button(self, value: str, label: str) -> Button:
        """A button that tells the other pack."""
        return self.turn.command(label, commands.SAYS, f"{self.at.key}/{value}")

    def ways(self) -> Iterable[Button]:
        """Away from here."""
        yield self.turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)

    # --- answering

    def takes(self, id: QuestionId, value: str) -> bool:
        """Whether a button with this value of this question is meant for here."""
        question = self.question
        if question is None or question.id != id:
            return False
        return value in OWN_VALUES or any(option.id == value for option in choices(question))

    def pick(self, picked: tuple[str, ...]) -> Turn:
        """It may be more than these."""
        return self.turn.goto(replace(self.at, chosen=picked))

    def settle(self, answer: Answer) -> Turn:
        """Keep the answer, here only, and go on."""
        kept = ((question, seen) for question, seen in self.at.seen if question != self.at.key)
        seen = (*kept, (self.at.key, answer))
        there = replace(self.at, key="", chosen=(), seen=seen)
        return OthersPlace(self.turn, there).next()

    def skip(self) -> Turn:
        """It is left open."""
        return self.unknown()

    def unknown(self) -> Turn:
        """It is left open."""
        return self.choose(UNKNOWN_VALUE) if self.turn.is_busy else self.turn.again()

    def back(self) -> Turn:
        """The question before this one; before the first, away from here."""
        if not self.at.seen:
            return self.leave()
        *seen, (key, _) = self.at.seen
        return self.turn.goto(replace(self.at, key=key, chosen=(), seen=tuple(seen)))

    def why(self) -> Turn:
        """What the other pack says of its question."""
        question = self.question
        return super().why() if question is None else self.explained(question)

    def read(self, understanding: Understanding) -> Turn | None:
        """An answer to this question; it is never taken for one about the project."""
        if not self.turn.is_busy:
            return None
        question = self.question
        values = frozenset(dict(understanding.answers).get(question.id, ()) if question else ())
        is_answer = values and understanding.sure
        if question is None or not is_answer or kind_of(question).is_free:
            told = kind_of(question).not_heard(question) if question else ""
            return unclear(self.turn, understanding, told)
        told = wording.NOTED.format(label=label(question, Answer(values)))
        if kind_of(question).is_set:
            values |= frozenset(self.at.chosen)
        noted = self.turn.notice(told)
        return OthersPlace(noted, self.at).settle(Answer(values))

    # --- what it says

    def _verdict(self) -> Turn:
        turn, there = self.turn, self._there
        own = look(self._own, cell_answers(turn.pack, turn.project.book, there.cell))
        other = look(there.compiled, there.known)
        return turn.say(
            others_text.verdict(own, other, turn.shelf.pack(turn.shelf.default).pack),
            turn.command(wording.BTN_TO_ADVICE, commands.ADVICE),
            turn.command(wording.OTHERS_ANOTHER, commands.OTHERS),
        )


def start(turn: Turn, id: str) -> Turn:
    """Begin to look with the rules of this pack, which exists and is another one."""
    there = at.Others(id, turn.state.current)
    return OthersPlace(turn.focus(there), there).introduced()
