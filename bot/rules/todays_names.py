"""From the names of an earlier version of a pack to those of today (``heette``, ``vervallen``).

A question, an option, a piece of a division or a form says what it was called before. Whoever holds
something in old names asks here what that is now. What still exists under its own name is that, and
an old name of a question exists no more, so that translating twice is translating once. Only under
an old name of its question may an option mean something else than the one that bears its id now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.rules.model.answers import Answer
from bot.rules.model.book import GROUP, PART, AnswerBook, AnswerKey, split_key
from bot.rules.model.content import Dropped
from bot.rules.model.ids import OptionId, Outcome, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import choices, is_valid, kind_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A book of answers in the names of today.

    ``again``: the questions of which the answer could not go on; ``dropped``: what was let go,
    which the pack says why; ``undivided``: the divisions of which the pieces are not the same.
    """

    book: AnswerBook
    again: tuple[AnswerKey, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    undivided: tuple[str, ...] = ()


class Today:
    """What the old names of a pack are today."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._questions = {question.id: question for question in pack.questions}
        self._heirs: dict[QuestionId, list[Question]] = {}
        for question in pack.questions:
            for old in question.formerly:
                self._heirs.setdefault(old, []).append(question)

    # --- names

    def questions(self, old: QuestionId) -> Sequence[Question]:
        """What a question became: itself, the questions that it was split into, or none."""
        own = self._questions.get(old)
        return (own,) if own is not None else self._heirs.get(old, ())

    def key(self, old: AnswerKey) -> AnswerKey:
        """The answer key of today, as it is when there is none or more than one."""
        keys = [key for _, key in self._keys(old)]
        return keys[0] if len(keys) == 1 else old

    def value(self, question: QuestionId, old: OptionId) -> OptionId:
        """The option of today of a question by the name it had then; as it is when there is none
        or more than one."""
        asked = self.questions(question)
        values = [
            _now(question_now.options, old, question_now.id != question) for question_now in asked
        ]
        return values[0][0] if [len(each) for each in values] == [1] else old

    def form(self, old: Outcome) -> Outcome:
        """The form of today, as it is when there is none or more than one."""
        if self.pack.form(old) is not None:
            return old
        forms = [form.id for form in self.pack.forms if old in form.formerly]
        return forms[0] if len(forms) == 1 else old

    def piece(self, division: str, old: str) -> str | None:
        """The part or group of today; None when there is none or more than one."""
        known = self.pack.division(division)
        pieces = _now(known.options, old, False) if known is not None else []
        return pieces[0] if len(pieces) == 1 else None

    def cell(self, old: str) -> str:
        """The name of a cell with its pieces as they are called today."""
        names = (
            self.piece(PART, piece) or self.piece(GROUP, piece) or piece for piece in old.split("/")
        )
        return "/".join(names)

    def _keys(self, old: AnswerKey) -> Iterator[tuple[Question, AnswerKey]]:
        asked, piece = split_key(old)
        for question in self.questions(asked):
            now = self.piece(question.per, piece) if piece and question.per else None
            yield question, f"{question.id}@{now}" if now else question.id

    # --- answers

    def answer(self, was: QuestionId, question: Question, old: Answer) -> Answer | None:
        """An answer to what was called ``was`` as an answer to this question; None when it has to
        be asked again. Of a multiple choice, what was dropped is left out and the rest goes on."""
        if old.status != "given" or not (old.values or old.maybe):
            return old if is_valid(question, old) else None
        gone = {dropped.option for dropped in self.pack.dropped if dropped.question == question.id}
        left = gone if kind_of(question).is_set else set()
        renamed = was != question.id
        values, maybe = (_all(question, named - left, renamed) for named in (old.values, old.maybe))
        if values is None or maybe is None or not (values or maybe):
            return None
        new = replace(old, values=values, maybe=maybe - values)
        return new if is_valid(question, new) else None

    # --- a whole book

    def moved(self, old: AnswerBook) -> Moved:
        """A book in the names of today. Where the pieces of a division are not the same any more,
        the project is in one piece again, and what was said of the pieces is asked again."""
        pieces = {PART: self._pieces(PART, old.parts), GROUP: self._pieces(GROUP, old.groups)}
        undivided = tuple(division for division, now in pieces.items() if now is None)
        said: dict[AnswerKey, list[Answer | None]] = {}
        for was, answer in old.answers.items():
            asked, piece = split_key(was)
            for question, key in self._keys(was):
                whole = piece is not None and question.per in undivided
                now = None if whole else self.answer(asked, question, answer)
                said.setdefault(question.id if whole else key, []).append(now)
        joined = {key: self._together(key, answers) for key, answers in said.items()}
        answers = {key: answer for key, answer in joined.items() if answer is not None}
        again = tuple(key for key in joined if key not in answers)
        book = AnswerBook(answers, pieces[PART] or (), pieces[GROUP] or ())
        return Moved(book, again, tuple(self._dropped(old)), undivided)

    def order(self, old: Iterable[AnswerKey], moved: Moved) -> tuple[AnswerKey, ...]:
        """The keys in the order of answering, of the questions that are still answered."""
        now: dict[AnswerKey, None] = {}
        for was in old:
            keys = [key for _, key in self._keys(was)]
            now |= dict.fromkeys(key for key in keys if key in moved.book.answers)
            if self.pack.division(was) is not None and was not in moved.undivided:
                now[was] = None
        return tuple(now)

    def _pieces(self, division: str, old: tuple[str, ...]) -> tuple[str, ...] | None:
        """The same pieces; None when one of them is not there, or two became one."""
        pieces = [self.piece(division, one) for one in old]
        kept = tuple(dict.fromkeys(piece for piece in pieces if piece is not None))
        return kept if len(kept) == len(old) else None

    def _together(self, key: AnswerKey, answers: Sequence[Answer | None]) -> Answer | None:
        """What was said to questions that are one now; None when it has to be asked again."""
        known = [answer for answer in dict.fromkeys(answers) if answer is not None]
        if None in answers or len(known) < 2:
            return None if None in answers else known[0]
        given = [answer for answer in known if answer.status == "given"]
        question = self._questions[split_key(key)[0]]
        return kind_of(question).joined(question, given) if given[1:] else (given or known)[0]

    def _dropped(self, old: AnswerBook) -> Iterator[Dropped]:
        for dropped in self.pack.dropped:
            if any(self._is_of(dropped, key, answer) for key, answer in old.answers.items()):
                yield dropped

    def _is_of(self, dropped: Dropped, key: AnswerKey, answer: Answer) -> bool:
        asked = split_key(key)[0]
        if not dropped.option:
            return asked == dropped.question
        heirs = {question.id for question in self.questions(asked)}
        return dropped.question in heirs and dropped.option in answer.values | answer.maybe


def _now(options: Sequence[Option], old: OptionId, renamed: bool) -> list[OptionId]:
    """What an option became: itself, the options that it was split into, or nothing. ``renamed``:
    its question had another name, under which this one may have meant something else."""
    own = [option.id for option in options if option.id == old]
    heirs = [option.id for option in options if old in option.formerly]
    return (heirs or own) if renamed else (own or heirs)


def _all(question: Question, old: Iterable[OptionId], renamed: bool) -> frozenset[OptionId] | None:
    """What these options became; None when one of them became nothing, or several."""
    became = [_now(choices(question), value, renamed) for value in old]
    one_each = all(len(values) == 1 for values in became)
    return frozenset(value for values in became for value in values) if one_each else None
