"""The one namer: what the outcomes, pieces, questions and answers of a pack are called."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerKey, Cell, split_key
from bot.rules.model.content import Form
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE, NOT_APPLICABLE, Outcome
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.phrases import both, plain, small

NO_OUTCOMES = "niets"
"""How a decision that collects reads when it collected nothing."""

SAID: Mapping[Outcome, str] = {
    NO_RULE: "geen regel die past",
    MORE_THAN_ONE: "twee regels die elkaar tegenspreken",
}
"""What a pack has when it has no single outcome."""
COMPARED: Mapping[Outcome, str] = {
    NO_RULE: "geen advies",
    MORE_THAN_ONE: "twee adviezen tegelijk",
}
"""The same where two advices are laid side by side: "eerst geen advies, nu raadplegen"."""
TESTED: Mapping[Outcome, str] = {
    NOT_APPLICABLE: "niet van toepassing",
    NO_RULE: "geen regel klopt",
    MORE_THAN_ONE: "meer regels kloppen",
}
"""The same as what a rule may look at: "De vorm: geen regel klopt"."""


# --- outcomes -------------------------------------------------------------------------------


def outcome_name(pack: Pack, outcome: Result, without: Mapping[Outcome, str] = SAID) -> str:
    """The term of an outcome, or of several at once; ``without``: how it reads without one."""
    if isinstance(outcome, frozenset):
        return both(sorted(outcome_name(pack, each) for each in outcome)) or NO_OUTCOMES
    form = pack.form(outcome)
    return form.name if form else without.get(outcome) or plain(outcome)


def headline(form: Form) -> str:
    """A form as a verb phrase with the term in brackets."""
    same = form.name.lower() in form.headline.lower()
    return form.headline if same or form.kind == "first" else f"{form.headline} ({form.name})"


def deed(pack: Pack, outcome: Result) -> str:
    """An outcome as what would then be done, within a sentence; its name without a form."""
    form = None if isinstance(outcome, frozenset) else pack.form(outcome)
    return small(headline(form)) if form else outcome_name(pack, outcome)


# --- pieces ---------------------------------------------------------------------------------


def cell_name(pack: Pack, cell: Cell) -> str:
    """A cell by the labels of its part and group; empty for the whole."""
    return ", ".join(
        option.label
        for division in pack.divisions
        for option in division.options
        if option.id in (cell.part, cell.group)
    )


def piece_name(pack: Pack, key: AnswerKey) -> str:
    """The part or group that an answer key is about, by its label; empty for the whole."""
    question_id, piece = split_key(key)
    division = pack.division(pack.question(question_id).per or "") if piece else None
    options = division.options if division else ()
    return next((option.label for option in options if option.id == piece), "")


# --- questions and answers ------------------------------------------------------------------


def topic(question: Question) -> str:
    """What a question is about: its name without the mark at its end, to be followed by one."""
    return question.name.rstrip("?.: ")


def question_name(pack: Pack, key: AnswerKey) -> str:
    """A question in a few words, with the piece that it is about."""
    name, piece = pack.question(split_key(key)[0]).name, piece_name(pack, key)
    return f"{name} ({piece.lower()})" if piece else name


def sentence(question: Question, answer: Answer) -> str:
    """An answer as a sentence that the person recognises; empty when there is none."""
    if answer.status != "given":
        return ""
    return kind_of(question).sentence(question, answer)


def label(question: Question, answer: Answer) -> str:
    """An answer in a few words, for an overview."""
    if answer.status == "unknown":
        return "weet ik niet"
    if answer.status == "skipped":
        return "overgeslagen"
    return kind_of(question).label(question, answer)


def answer_told(question: Question, answer: Answer, piece: str = "") -> str:
    """An answer as a sentence; the question and a few words, without an end, where it has none.

    ``piece``: the label of the part or group that it is about.
    """
    about = f" ({piece.lower()})" if piece else ""
    if text := sentence(question, answer):
        return f"{text.rstrip('.')}{about}."
    return f"{topic(question)}{about}: {label(question, answer).lower()}"
