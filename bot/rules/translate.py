"""What the answers to one pack say about the questions of another.

Only what a pack declares counts. A question that a pack takes over unchanged from the one that it
is based on is the same question. And ``gelijk_aan`` on a question (``SameAs``) says that it is the
same as one of another pack, and what a value there means here. That is read as two rules:

- a value there that holds means one of its values here;
- between two multiple choices, an option here holds only when an option there that means it holds
  (as long as every option that holds there has a meaning).

A value without a meaning says nothing. What follows from these two rules is everything that is
said, forwards (there to here) and backwards (here to there): nothing is guessed, and nothing that
a complete answer would still allow is ruled out. A number means the same number.

An answer says nothing when it is unknown, skipped, no longer valid, or given to a question that
certainly does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import Answer
from bot.rules.model.content import SameAs
from bot.rules.model.ids import QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, is_valid, kind_of
from bot.rules.query import Answers, applies


@dataclass(frozen=True, slots=True)
class Link:
    """One declared ``gelijk_aan``: the question there, the question here that declares it, and
    what each value there means here."""

    there: Question
    here: Question
    means: Mapping[str, frozenset[str]]

    def sources(self, option: str) -> frozenset[str]:
        """The values there that can mean an option here."""
        return frozenset(value for value, meaning in self.means.items() if option in meaning)


def translate(
    source: Compiled, target: Pack, answers: Answers, through: Iterable[Compiled] = ()
) -> dict[QuestionId, Answer]:
    """What these answers to the source's questions say about the target's questions.

    ``through``: packs that both may know; what goes by way of one of them counts too. Several
    declarations about one question must hold together; when they can't, nothing is known.
    """
    said = list(_said(source, target, answers))
    for hub in through:
        if hub.pack.id not in (source.pack.id, target.id):
            said += _said(hub, target, translate(source, hub.pack, answers))
    by_question: dict[QuestionId, list[Answer]] = {}
    for name, answer in said:
        by_question.setdefault(name, []).append(answer)
    translated: dict[QuestionId, Answer] = {}
    for question in target.questions:
        joined = together(question, by_question.get(question.id, ()))
        if joined is not None:
            translated[question.id] = joined
    return dict(target.completed(translated))


def rooted(pack: Pack, find: Callable[[str], Pack | None]) -> Pack:
    """The pack as if it were based on the pack where its line begins.

    What it took over by way of others is then known to be the same question. ``find`` gives a pack
    by its id.
    """
    seen, root = {pack.id}, pack
    while (base := find(root.based_on)) is not None and base.id not in seen:
        seen.add(base.id)
        root = base
    return pack if root is pack else replace(pack, based_on=root.id)


def links(source: Pack, target: Pack) -> Iterator[tuple[Question, Question, Link, bool]]:
    """Per declared relation: the source's question, the target's question, the link, and whether
    it is read forwards (the target declares it)."""
    for here, same, there in _declared(target, source):
        yield there, here, _link(there, here, same), True
    for here, same, there in _declared(source, target):
        yield here, there, _link(there, here, same), False
    for question in _taken_over(source, target):
        link = _link(question, question, SameAs(source.id, question.id))
        yield question, question, link, True


def shared(
    source: Pack, target: Pack, through: Iterable[Pack] = ()
) -> tuple[frozenset[QuestionId], frozenset[QuestionId]]:
    """The questions of both packs that are declared to be the same, also by way of another pack."""
    pairs = {(one.id, other.id) for one, other, _, _ in links(source, target)}
    for hub in through:
        if hub.id not in (source.id, target.id):
            onward = [(one.id, other.id) for one, other, _, _ in links(hub, target)]
            for one, middle, _, _ in links(source, hub):
                pairs |= {(one.id, last) for first, last in onward if first == middle.id}
    return frozenset(one for one, _ in pairs), frozenset(other for _, other in pairs)


def _taken_over(pack: Pack, other: Pack) -> Iterator[Question]:
    """The questions that one took over unchanged from the other, or both from a third."""
    if {pack.based_on, pack.id} & {other.based_on, other.id} - {""}:
        yield from (q for q in pack.questions if q == other.find_question(q.id))


def _declared(pack: Pack, other: Pack) -> Iterator[tuple[Question, SameAs, Question]]:
    for here in pack.questions:
        for same in here.same_as:
            there = other.find_question(same.question) if same.pack == other.id else None
            if there is not None and kind_of(there).can_mean(kind_of(here)):
                yield here, same, there


def _link(there: Question, here: Question, same: SameAs) -> Link:
    known, own = _ids(there), _ids(here)
    if not same.values:
        return Link(there, here, {value: frozenset((value,)) for value in known & own})
    meanings = {value: frozenset(meaning) & own for value, meaning in same.values.items()}
    return Link(
        there, here, {v: meaning for v, meaning in meanings.items() if v in known and meaning}
    )


def _ids(question: Question) -> frozenset[str]:
    return frozenset(option.id for option in choices(question))


def _said(source: Compiled, target: Pack, answers: Answers) -> Iterator[tuple[QuestionId, Answer]]:
    for asked, other, link, forwards in links(source.pack, target):
        answer = answers.get(asked.id)
        if answer is None or answer.status != "given" or not is_valid(asked, answer):
            continue
        if applies(source, answers, asked.id) == "no":
            continue
        if (measure := kind_of(other).measure) is not None:
            meant = measure.carried(other, answer)
        else:
            meant = _ahead(link, answer) if forwards else _back(link, answer)
        if meant is not None:
            yield other.id, meant


# --- from there to here -----------------------------------------------------------------------


def _ahead(link: Link, answer: Answer) -> Answer | None:
    """What an answer there means here."""
    if kind_of(link.there).is_set:
        if kind_of(link.here).is_set:
            return _options_ahead(link, answer)
        holding = [link.means[value] for value in answer.values if value in link.means]
        return Answer(frozenset.intersection(*holding)) if holding else None
    if not answer.values <= link.means.keys():
        return None
    meanings = [link.means[value] for value in answer.values]
    either = frozenset[str]().union(*meanings)
    if not kind_of(link.here).is_set:
        return Answer(either)
    certain = either if len(either) == 1 else frozenset[str]()
    return Answer(certain, _ids(link.here) - certain)


def _options_ahead(link: Link, answer: Answer) -> Answer:
    may_hold = answer.values | answer.maybe
    complete = may_hold <= link.means.keys()
    certain = frozenset(
        option
        for option in _ids(link.here)
        if any(link.means.get(value) == frozenset((option,)) for value in answer.values)
    )
    out = frozenset(
        option
        for option in _ids(link.here)
        if complete and link.sources(option) and not link.sources(option) & may_hold
    )
    return Answer(certain, _ids(link.here) - certain - out)


# --- from here back to there ------------------------------------------------------------------


def _back(link: Link, answer: Answer) -> Answer:
    """Which values there an answer here leaves: the exact inverse of ``_ahead``."""
    may_hold = answer.values | answer.maybe
    out = frozenset(value for value, meaning in link.means.items() if not meaning & may_hold)
    left = _ids(link.there) - out
    if not kind_of(link.there).is_set:
        return Answer(left)
    certain = frozenset[str]()
    if kind_of(link.here).is_set and link.means.keys() == _ids(link.there):
        only = [link.sources(option) for option in answer.values]
        certain = frozenset[str]().union(*(values for values in only if len(values) == 1))
    return Answer(certain, left - certain)


# --- several things that are known together ---------------------------------------------------


def together(question: Question, answers: Iterable[Answer]) -> Answer | None:
    """One answer that says what all of these say; None when that is nothing, or contradicts."""
    known = list(answers)
    return kind_of(question).joined(question, known) if known else None
