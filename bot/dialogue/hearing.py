"""What was read from a text: said back with its words, and counted only as far as it was shown.

What can still change the form counts after a yes, and so do several that one message told, and what
a model read in other words. One that can't and that was said literally is shown with what comes
next. A settled answer changes only when the person says that it was
wrong, or chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.dialogue import focus as at
from bot.dialogue import wording
from bot.dialogue.also_told import also_told, beside
from bot.dialogue.focus import Seen, Words
from bot.dialogue.messages import Understanding
from bot.dialogue.project import ensured, keep
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import AnswerBook, AnswerKey, cell_answers, split_key
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import is_valid, kind_of
from bot.rules.purpose import purposes
from bot.rules.query import chance_to_apply
from bot.words.literally import says
from bot.words.names import label, sentence
from bot.words.situations import is_of_project, recognised

EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Facts:
    """Answers that were read, with their words. ``lent``: only the open question gave them their
    meaning; ``corrects``: they come in the place of what was said before."""

    pending: Seen
    words: Words = field(default_factory=dict)
    lent: bool = False
    corrects: bool = False
    situation: str = ""
    """The kind of project that the text told of; empty for none."""
    also: tuple[str, ...] = ()
    """What the text tells beside them, that a paper may need."""
    plain: tuple[str, ...] = ()
    """The questions whose answers are what the text says literally."""

    @property
    def is_something(self) -> bool:
        """Whether there is anything to say back."""
        return bool(self.pending or self.situation)

    @property
    def beside(self) -> tuple[str, ...]:
        """Of what it tells for papers, what the words of the answers do not show already."""
        return beside(self.also, self.words.values())


# --- what was read --------------------------------------------------------------------------


def facts(turn: Turn, text: str, understanding: Understanding) -> Facts:
    """The answers that were read, as far as the pack at hand has their questions, and that say
    something new; and the kind of project that the ``text`` tells of."""
    every = tuple(_valid(turn, understanding))
    pending = _that_apply(turn, every)
    said = dict(understanding.evidence)
    told = {key: one.words for key, _ in every if (one := said.get(split_key(key)[0]))}
    words = {key: told[key] for key, _ in pending if key in told}
    kind = kind_told(turn, text) if text else ""
    also = also_told(text, (*understanding.unplaced, *_beside(told, words)), words.values())
    return Facts(
        pending, words, understanding.lent, understanding.corrects, kind, also, understanding.plain
    )


def _beside(told: Words, words: Words) -> Iterable[str]:
    """What was said of questions that are not asked of this project, as far as the words of another
    answer do not have it already."""
    for key, one in told.items():
        if key not in words and not any(one in other for other in words.values()):
            yield one


def kind_told(turn: Turn, text: str) -> str:
    """The kind of project that a text tells of, while nobody said what kind it is; else empty."""
    project = turn.state.project
    if project and project.situation is not None:
        return ""
    if project and project.order and not is_of_project(text):
        return ""
    return next(iter(recognised(turn.pack.situations, text)), "")


def _that_apply(turn: Turn, pending: Seen) -> Seen:
    """Without the answers to questions that will hardly be asked: most of those were misread."""
    book = turn.state.project.book if turn.state.project else AnswerBook()
    for key, answer in pending:
        book = book.with_answer(key, answer)
    views = [cell_answers(turn.pack, book, cell) for cell in book.cells]
    return tuple(
        (key, answer)
        for key, answer in pending
        if any(chance_to_apply(turn.compiled, view, split_key(key)[0]) >= EVEN for view in views)
    )


def may_be_asked(turn: Turn, named: str) -> bool:
    """Whether the question of an answer (``vraag.optie``) may well be asked of this project."""
    question_id, _, value = named.partition(".")
    question = turn.pack.find_question(question_id)
    return question is not None and bool(_that_apply(turn, ((question_id, chosen(value)),)))


def _valid(turn: Turn, understanding: Understanding) -> Iterable[tuple[AnswerKey, Answer]]:
    answers = turn.state.project.book.answers if turn.state.project else {}
    for question_id, values in understanding.answers:
        question = turn.pack.find_question(question_id)
        if question is None or kind_of(question).is_free or not values:
            continue
        answer, key = chosen(*values), _key(turn, question)
        before = answers.get(key)
        if kind_of(question).is_set and before and not understanding.corrects:
            answer = replace(answer, values=answer.values | before.values)
        if is_valid(question, answer) and before != answer:
            yield key, answer


def _key(turn: Turn, question: Question) -> AnswerKey:
    """Where what was told of a question belongs: in a divided project to the piece that is asked
    about, or was asked about last."""
    if turn.state.project is None or question.per is None:
        return question.id
    for key in (turn.state.focus.asked, *reversed(turn.project.order)):
        question_id, piece = split_key(key)
        asked = turn.pack.find_question(question_id) if piece else None
        if asked is not None and asked.per == question.per:
            return f"{question.id}@{piece}"
    return question.id


# --- what is done with it -------------------------------------------------------------------


def propose(turn: Turn, told: Facts) -> Turn:
    """Say back what was read of a project, which is made when there was none."""
    turn = ensured(turn)
    if not turn.state.project:
        return turn
    clash = next((key for key, answer in told.pending if _differs(turn, key, answer)), "")
    if told.also and not turn.pack.own_topics:
        if told.beside:
            turn = turn.notice(wording.UNPLACED.format(list=quoted(told.beside)))
        told = replace(told, also=())
    if clash and not told.corrects:
        return turn.goto(at.Clash(told.pending, clash, told.words, told.situation, told.also))
    if not (told.is_something or told.beside):
        return turn.onward()
    is_asked = told.lent or told.situation or told.beside or len(told.pending) > 1
    is_plain = told.corrects or all(_is_plain(turn, told, *pair) for pair in told.pending)
    is_asked = is_asked or not is_plain
    if is_asked or any(_decides(turn, key) for key, _ in told.pending):
        return turn.goto(at.Confirm(told.pending, told.situation, told.words, also=told.also))
    return noted(turn, told)


def _is_plain(turn: Turn, told: Facts, key: AnswerKey, answer: Answer) -> bool:
    """Whether the answer is what the words say, and not only what a model reads in them."""
    words = told.words.get(key, "")
    options = (one for one in turn.question(key).options if one.id in answer.values)
    return split_key(key)[0] in told.plain or all(says(one, words) for one in options)


def noted(turn: Turn, told: Facts) -> Turn:
    """Keep it, and show it with what comes next."""
    lines = [line(turn, key, answer, told.words) for key, answer in told.pending]
    shown = "\n".join((wording.ALSO_NOTED, *(f"• {one}" for one in lines), wording.ALSO_NOTED_ASK))
    return keep(turn.notice(shown), told.pending, told.words).onward()


def _differs(turn: Turn, key: AnswerKey, answer: Answer) -> bool:
    """Whether something else was settled before. To a multiple choice more may be added."""
    before = turn.project.book.answers.get(key)
    is_set = kind_of(turn.question(key)).is_set
    return before is not None and before.status == "given" and before != answer and not is_set


def _decides(turn: Turn, key: AnswerKey) -> bool:
    """Whether the answer can change the form."""
    if split_key(key)[0] in turn.pack.opening:
        return True
    return "form" in purposes(turn.compiled, turn.project.book, key)


def line(turn: Turn, key: AnswerKey, answer: Answer, words: Mapping[AnswerKey, str]) -> str:
    """An answer as a sentence, with the words that it came from."""
    question = turn.question(key)
    told = sentence(question, answer) or f"{turn.short(key)}: {label(question, answer).lower()}"
    return with_words(told, words.get(key, ""))


def with_words(told: str, words: str) -> str:
    """A line with the words of the person behind it, if there are any."""
    return wording.EVIDENCE.format(line=told, words=words) if words else told


def quoted(pieces: Iterable[str]) -> str:
    """What a person said, in one line."""
    return ", ".join(wording.QUOTED.format(words=piece) for piece in pieces)
