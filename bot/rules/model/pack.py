"""What a pack of shared decision rules holds, as immutable values.

The YAML form with its Dutch keys is described in ``docs/kennisformaat.md``, and which key becomes
which field in ``bot.packs.format.schema``. Everything here is data: no file, no clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from bot.rules.model.answers import Answer
from bot.rules.model.conditions import ALWAYS, Condition
from bot.rules.model.content import (
    Chapter,
    Contact,
    Dropped,
    Faq,
    Form,
    KnownFlaw,
    OwnTopic,
    PaperText,
    Provenance,
    Source,
)
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.ids import DecisionId, Outcome, QuestionId
from bot.rules.model.line import Line
from bot.rules.model.project_question import ProjectQuestion
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import completed
from bot.rules.model.rising import Rising
from bot.rules.model.situation import Denial, Evening, Situation, ValueLine
from bot.rules.model.terms import FreeDay, Moment, Term


@dataclass(frozen=True, slots=True)
class Division:
    """A way in which a project falls apart: by part (``onderdeel``) or by group (``groep``), into
    at most so many pieces at a time (``most``; 0: not said)."""

    id: str
    text: str
    options: tuple[Option, ...]
    explanation: str = ""
    why: str = ""
    most: int = 0
    applies_if: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Advice:
    """A decision that is the advice, with the common ladder's rung for each outcome.

    Of several the first is the main one, and the others are tracks beside it: each bears a
    ``name``, and with an outcome of ``no_track`` there is no such track.
    """

    decision: DecisionId
    name: str = ""
    no_track: tuple[Outcome, ...] = ()
    rungs: Mapping[Outcome, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prior:
    """Where ``when`` holds, values of ``question`` are so many ``times`` likelier than elsewhere.

    It ranks what is still unknown, and never changes what is possible.
    """

    id: str
    when: Condition
    question: QuestionId
    times: Mapping[str, Fraction]
    why: str = ""
    sources: tuple[str, ...] = ()


# --- content --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Concern:
    """A point of attention: each that holds counts. ``serious``: asked for, ``urgent``: first.
    ``apology``: with what a letter to those affected begins."""

    id: str
    when: Condition
    text: str
    do: str = ""
    moment: str = ""
    duty: bool = False
    serious: bool = False
    urgent: bool = False
    chapters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    apology: str = ""


@dataclass(frozen=True, slots=True)
class Informing:
    """Who hears of the project and when, a place in the order of informing: those that hold count,
    in the order of the pack. ``on_leak``: what to do when it leaks out, outside that order."""

    id: str
    when: Condition
    whom: str = ""
    moment: str = ""
    text: str = ""
    on_leak: bool = False
    sources: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A case with its expected advice per cell: one of the pack's own tests.

    ``answers`` holds answer keys (``vraag`` or ``vraag@onderdeel``) and the values as written.
    ``expected`` and ``also_fine`` go by cell name (``""`` for the whole, ``hoe``, ``hoe/geraakt``).
    """

    id: str
    title: str
    description: str
    answers: Mapping[str, tuple[str, ...]]
    expected: Mapping[str, Outcome]
    also_fine: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    simple_says: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack. ``version`` is the hash of its content (12 hex digits)."""

    id: str
    title: str
    version: str
    questions: tuple[Question, ...]
    decisions: tuple[Decision, ...]
    advices: tuple[Advice, ...]
    description: str = ""
    based_on: str = ""
    opening: tuple[QuestionId, ...] = ()
    divisions: tuple[Division, ...] = ()
    beside: tuple[DecisionId, ...] = ()
    forms: tuple[Form, ...] = ()
    concerns: tuple[Concern, ...] = ()
    informing: tuple[Informing, ...] = ()
    moments: tuple[Moment, ...] = ()
    terms: tuple[Term, ...] = ()
    free_days: tuple[FreeDay, ...] = ()
    papers: tuple[PaperText, ...] = ()
    own_topics: tuple[OwnTopic, ...] = ()
    priors: tuple[Prior, ...] = ()
    rising: tuple[Rising, ...] = ()
    faqs: tuple[Faq, ...] = ()
    sources: tuple[Source, ...] = ()
    cases: tuple[WorkedCase, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    contact: Contact | None = None
    checked_on: date | None = None
    asks_after: int = 6
    """After how many weeks who wanted that is asked how it went."""
    provenance: Provenance | None = None
    unclear: tuple[str, ...] = ()
    known_flaws: tuple[KnownFlaw, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    situations: tuple[Situation, ...] = ()
    evening: tuple[Evening, ...] = ()
    values: tuple[ValueLine, ...] = ()
    before_promise: tuple[Line, ...] = ()
    denials: tuple[Denial, ...] = ()
    project_questions: tuple[ProjectQuestion, ...] = ()

    @property
    def points(self) -> tuple[Concern | Informing, ...]:
        """What holds by a condition of its own: points of attention, places in the order."""
        return (*self.concerns, *self.informing)

    @property
    def lines(self) -> Iterator[Line]:
        """Every sentence that may be bound to a condition of its own."""
        for form in self.forms:
            for lines in form.lines.values():
                yield from lines
        for situation in self.situations:
            yield from situation.lines
        yield from (one.line for one in self.evening)
        yield from (one.line for one in self.values)
        yield from self.before_promise
        for question in self.project_questions:
            yield from question.lines

    @property
    def sayings(self) -> tuple[Condition, ...]:
        """The conditions of those sentences, of the situations, the denials, the terms, of what is
        asked for papers and of the methods, each once."""
        own = (one.when for one in self.situations)
        denied = (one.when for one in self.denials)
        dated = (term.when for term in self.terms)
        asked = (topic.when for topic in self.own_topics)
        lines = (line.when for line in self.lines)
        methods = (*(one.methods for one in self.forms), *(one.methods for one in self.situations))
        ways = (way.holds for of_one in methods for way in of_one)
        return tuple(dict.fromkeys((*lines, *own, *denied, *dated, *asked, *ways)))

    def situation(self, id: str | None) -> Situation | None:
        """The situation with this id, if the pack has it."""
        return next((one for one in self.situations if one.id == id), None)

    def completed(self, answers: Mapping[QuestionId, Answer]) -> Mapping[QuestionId, Answer]:
        """The answers, with those to other questions that follow from them."""
        return completed(self.questions, answers)

    def question(self, id: QuestionId) -> Question:
        """The question with this id. Raises KeyError."""
        question = self.find_question(id)
        if question is None:
            raise KeyError(id)
        return question

    def find_question(self, id: QuestionId) -> Question | None:
        """The question with this id, if the pack has it."""
        return next((question for question in self.questions if question.id == id), None)

    def decision(self, id: DecisionId) -> Decision:
        """The decision with this id. Raises KeyError."""
        for decision in self.decisions:
            if decision.id == id:
                return decision
        raise KeyError(id)

    def form(self, id: Outcome) -> Form | None:
        """The form for this outcome, if the palette describes it."""
        return next((form for form in self.forms if form.id == id), None)

    def chapter(self, slug: str) -> Chapter | None:
        """The first-aid chapter with this slug, if there is one."""
        return next((chapter for chapter in self.chapters if chapter.slug == slug), None)

    def faq(self, id: str) -> Faq | None:
        """The frequently asked question with this id, if there is one."""
        return next((faq for faq in self.faqs if faq.id == id), None)

    def moment(self, id: str) -> Moment | None:
        """The moment with this id, if the pack has it."""
        return next((moment for moment in self.moments if moment.id == id), None)

    def own_topic(self, id: str) -> OwnTopic | None:
        """What is asked of a person under this id, if the pack asks it."""
        return next((topic for topic in self.own_topics if topic.id == id), None)

    def paper(self, id: str) -> PaperText | None:
        """The text of the paper with this id, if the pack has it."""
        return next((paper for paper in self.papers if paper.id == id), None)

    def source(self, id: str) -> Source | None:
        """The source with this id, if there is one (``eigen`` has none)."""
        return next((source for source in self.sources if source.id == id), None)

    def division(self, id: str) -> Division | None:
        """The division with this id, if the pack has it."""
        return next((division for division in self.divisions if division.id == id), None)
