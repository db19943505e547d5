"""From what a model says to what may be acted upon. Pure: thresholds, margins, and the pack.

A wrong silent assumption is worse than a question: below the threshold, or too close to the second,
nothing is sure and at most three candidates are left.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import exp

from bot.dialogue import commands
from bot.dialogue.messages import TELLING, Candidate, Kind, Understanding
from bot.language.model.asking import is_asking
from bot.language.model.clauses import sentences
from bot.language.model.examples import COMMAND, DESCRIPTION, OUT_OF_SCOPE, Lesson, Meaning, denies
from bot.language.model.fills import BESIDE, Fills, instead
from bot.language.model.likely import TWINS
from bot.language.model.parsed import Found, Parsed
from bot.language.plain.about import eyes
from bot.language.plain.plain import question_at_hand
from bot.language.understand import Context
from bot.rules.model.book import GROUP, PART
from bot.rules.model.questions.question import Question
from bot.words.normal import normal
from bot.words.search import index

MOST = 3
"""At most this many choices stand behind "bedoel je …?"."""
_ABOUT_QUESTION = frozenset({commands.UNKNOWN.name, commands.SKIP.name})
_TAKES_BACK = re.compile(
    r"(?:(?:oh|ho|nou|ehm?|wacht|sorry|oeps)[,.!]?\s+)*(?:nee|neen)[,.!]*\s+"
    r"(?:wacht[,.!]*\s+)?(?:niet|geen|dat was|ik bedoel\w*)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:moet|moeten|mag|mogen)\s+(?:er\s+)?(?:natuurlijk\s+|uiteraard\s+)?(?:wel|vooral)\b"
    r"|^(?:zolang|als)\s.*\bmaar\b",
    re.IGNORECASE,
)
_LONG = 8
DENIED = "ontkend"
"""The kind of doubt about a text that only says what is not so."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Limits:
    """Every number that decides, in one place."""

    sure: float = 0.9
    agreed: float = 0.8
    """What is enough for an answer that was read in the words too, in a text without a denial."""
    margin: float = 0.3
    sure_at_hand: float = 0.6
    margin_at_hand: float = 0.15
    low: float = 0.04
    low_at_hand: float = 0.12
    described: float = 0.30
    at_hand: float = 10.0
    asking: float = 1.3
    telling: float = 0.5
    no_answer: float = 0.05
    """What an answer or a description counts for in a question, when nothing was asked."""
    unasked: float = 0.3
    """What an answer counts for when nothing was asked."""
    told: float = 0.3
    """What questions and commands count for in a longer text that asks nothing and tells a fact."""
    far: float = 0.25
    """What an answer to another question than the one at hand must have to be among the choices."""
    out_of_scope: float = 2.0
    words: float = 0.15
    """How much the words of a FAQ, its answer included, count beside what the model says."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Guess:
    """One way to understand the text, with its share after the context was weighed in."""

    kind: Kind
    id: str
    score: float


def decide(
    text: str, parsed: Parsed, context: Context, lesson: Lesson, limits: Limits = LIMITS
) -> Understanding:
    """What this text means here; what it denies is not among the choices."""
    fills = Fills(context.pack, lesson, question_at_hand(context))
    told = _decide(text, parsed, context, fills, limits)
    if told.sure or told.answers:
        return told
    said = tuple(
        one
        for one in told.candidates
        if one.kind != "antwoord" or not fills.denies_id(text, one.id)
    )
    near = (one for one in said if not _is_far(fills, one, limits))
    left = (*near, *instead(fills, text, told.candidates, said))
    if not left and told.candidates:
        return Understanding(doubted="" if said else DENIED)
    return (
        told
        if left == told.candidates
        else replace(told, kind=left[0].kind, id=left[0].id, candidates=left)
    )


def _is_far(fills: Fills, one: Candidate, limits: Limits) -> bool:
    """Whether this is an answer to another question than the one at hand, and hardly likely."""
    is_other = fills.at_hand is not None and one.id.partition(".")[0] != fills.at_hand.id
    return one.kind == "antwoord" and is_other and one.confidence < limits.far


def _decide(
    text: str, parsed: Parsed, context: Context, fills: Fills, limits: Limits
) -> Understanding:
    if not _WORD.search(text):
        return Understanding()
    lesson = fills.lesson
    meanings = lesson.meanings.get(context.pack.id, {})
    question = question_at_hand(context)
    if question is not None:
        limits = replace(limits, low=limits.low_at_hand)
    guesses = _by_words(text, _guesses(text, parsed, meanings, question, limits), context, limits)
    takes_back = _corrects(text, question)
    found = _put_instead(text, parsed.found, fills) if takes_back else parsed.found
    answers = fills.answers(text, found)
    if takes_back and not answers:
        return _correction(question)
    if question is not None and (told := _at_hand(guesses, answers, question, limits)):
        is_doubtful = _CONDITION.search(text) or fills.denies_id(text, told.id)
        return _asked_back(told) if is_doubtful else told
    if _is_description(text, guesses, answers, limits):
        return _description(guesses, answers)
    others = [one for one in guesses if one.kind != "beschrijving"]
    if question is None:
        others = others[:1] + [one for one in others[1:] if one.kind != "antwoord"]
    best = _best(others, dict(answers), limits, may_agree=not denies(text))
    if best.kind == "antwoord" and fills.denies_id(text, best.id):
        return _asked_back(best)
    return replace(best, argument=eyes(text)) if best.id == commands.LENS.name else best


# --- weighing -------------------------------------------------------------------------------


def _guesses(
    text: str,
    parsed: Parsed,
    meanings: Mapping[str, Meaning],
    question: Question | None,
    limits: Limits,
) -> list[Guess]:
    """The labels that exist in this pack, weighed by the question at hand; shares of one."""
    asking = is_asking(text)
    found: list[Guess] = []
    for label, confidence in parsed.ranking:
        guess = _guess(label, confidence, meanings, question)
        if guess is not None:
            found.append(
                Guess(guess.kind, guess.id, guess.score * _weight(guess, asking, question, limits))
            )
    total = sum(guess.score for guess in found) or 1.0
    shares = [Guess(one.kind, one.id, one.score / total) for one in found]
    return _without_twins(sorted(shares, key=lambda one: -one.score), asking)


def _by_words(text: str, guesses: list[Guess], context: Context, limits: Limits) -> list[Guess]:
    """The FAQs among the guesses, weighed by the words that they hold; together as likely."""
    faqs = [one for one in guesses if one.kind == "vraag"]
    hits = index(context.pack).search(text, len(faqs)) if faqs else ()
    scores = {hit.id: hit.score for hit in hits if hit.kind == "faq"}
    weighed = {one.id: one.score * exp(limits.words * scores.get(one.id, 0.0)) for one in faqs}
    ratio = _share(faqs, ("vraag",)) / (sum(weighed.values()) or 1.0)
    again = [
        replace(one, score=weighed[one.id] * ratio) if one.kind == "vraag" else one
        for one in guesses
    ]
    return sorted(again, key=lambda one: -one.score)


def _without_twins(guesses: list[Guess], asking: bool) -> list[Guess]:
    """A command and the FAQ about it are one meaning: the likelier stands for both.

    "Ik wil eerste hulp" asks nothing: whoever wishes for something gets the command.
    """
    kept: dict[str, Guess] = {}
    for one in guesses:
        name = TWINS.get(one.id, one.id) if one.kind == "vraag" else one.id
        name = f"antwoord:{name}" if one.kind == "antwoord" else name or one.kind
        first = kept.get(name)
        if first:
            stands = one if one.kind == "opdracht" and not asking else first
            one = Guess(stands.kind, stands.id, first.score + one.score)
        kept[name] = one
    return sorted(kept.values(), key=lambda one: -one.score)


def _guess(
    label: str, confidence: float, meanings: Mapping[str, Meaning], question: Question | None
) -> Guess | None:
    """A label in this pack's own words; None when the pack has no such question or option."""
    if label == OUT_OF_SCOPE:
        return Guess("onbekend", "", confidence)
    if label == DESCRIPTION:
        return Guess("beschrijving", "", confidence)
    if label.startswith(f"{COMMAND}."):
        return Guess("opdracht", label.partition(".")[2], confidence)
    meaning = meanings.get(label)
    if meaning is None:
        return None
    if meaning.question in (PART, GROUP) and (question is None or question.id != meaning.question):
        return Guess("beschrijving", "", confidence)
    if meaning.question:
        return Guess("antwoord", f"{meaning.question}.{meaning.id}", confidence)
    return Guess("vraag", meaning.id, confidence)


def _weight(guess: Guess, asking: bool, question: Question | None, limits: Limits) -> float:
    """How much likelier a guess is, given the question at hand and the shape of the text."""
    if guess.kind == "onbekend":
        return limits.out_of_scope
    if guess.kind == "vraag":
        return limits.asking if asking else (limits.telling if question else 1.0)
    if question is not None and not asking:
        about = guess.kind == "antwoord" and guess.id.startswith(f"{question.id}.")
        about = about or (guess.kind == "opdracht" and guess.id in _ABOUT_QUESTION)
        return limits.at_hand if about else 1.0
    if question is not None:
        return limits.telling if guess.kind in TELLING else 1.0
    if asking and guess.kind in TELLING:
        return limits.no_answer
    return limits.unasked if guess.kind == "antwoord" else 1.0


# --- deciding -------------------------------------------------------------------------------


def _corrects(text: str, question: Question | None) -> bool:
    """Whether a text takes back what was just said, without saying what it should be.

    "Nee, niet op ons, op de aannemer" is no answer to the next question, unless that can be
    answered with a "nee".
    """
    options = question.options if question else ()
    says_no = any(re.match(r"nee\b", normal(one.label)) for one in options)
    return bool(_TAKES_BACK.match(text.strip())) and not says_no


def _put_instead(text: str, found: tuple[Found, ...], fills: Fills) -> list[Found]:
    """What is surely told in place of what was taken back: not in the words that deny it."""
    return [
        one
        for one in found
        if one.confidence >= BESIDE
        and (fills.is_at_hand(one) or not denies(text[one.start : one.end]))
    ]


def _asked_back(told: Understanding) -> Understanding:
    """ "Het moet wel veilig blijven", "niet boos": maybe this answer, but never a sure one."""
    return replace(told, answers=(), sure=False)


def _correction(question: Question | None) -> Understanding:
    """Asked back: the question before this one, or another answer? Else what was said back is
    not right."""
    if question is None:
        no = commands.NO.name
        return Understanding("opdracht", no, 0.6, (Candidate("opdracht", no, 0.6),), sure=True)
    back = commands.BACK.name
    ways = tuple(Candidate("opdracht", id, 0.5) for id in (back, commands.CHANGE_ANSWER.name))
    return Understanding("opdracht", back, 0.5, ways)


def _at_hand(
    guesses: list[Guess],
    answers: tuple[tuple[str, tuple[str, ...]], ...],
    question: Question,
    limits: Limits,
) -> Understanding | None:
    """An answer to the question that was asked, with what else the text tells."""
    if question.id in dict(answers):
        values = dict(answers)[question.id]
        ids = [f"{question.id}.{value}" for value in values]
        if _says_otherwise(guesses, question, ids):
            return _unsure(guesses, limits)
        score = max([one.score for one in guesses if one.id in ids], default=0.0)
        if guesses and guesses[0].kind in ("antwoord", "beschrijving", "onbekend"):
            named = tuple(Candidate("antwoord", id, score) for id in ids[:MOST])
            return Understanding("antwoord", ids[0], max(score, 0.5), named, answers, sure=True)
    best = guesses[0] if guesses else None
    if best is None or best.kind != "antwoord" or not best.id.startswith(f"{question.id}."):
        return None
    if not _is_sure(guesses, limits.sure_at_hand, limits.margin_at_hand):
        return _unsure(guesses, limits)
    value = best.id.partition(".")[2]
    kept = tuple(one for one in answers if one[0] != question.id)
    return Understanding(
        "antwoord", best.id, best.score, _candidates(guesses, limits),
        ((question.id, (value,)), *kept), sure=True,
    )  # fmt: skip


def _says_otherwise(guesses: list[Guess], question: Question, ids: list[str]) -> bool:
    """Whether the whole text says another answer to the question than its words do."""
    mine = (one.id for one in guesses if one.id.startswith(f"{question.id}."))
    return next(mine, ids[0]) not in ids


def _is_description(
    text: str,
    guesses: list[Guess],
    answers: tuple[tuple[str, tuple[str, ...]], ...],
    limits: Limits,
) -> bool:
    top = guesses[0] if guesses else Guess("onbekend", "", 0.0)
    if top.kind in ("vraag", "opdracht") and _is_sure(guesses, limits.sure, limits.margin):
        return False
    if is_asking(text) and (top.kind != "beschrijving" or len(answers) < 2):
        return False
    is_told = bool(answers) and len(text.split()) >= _LONG and not is_asking(text)
    if is_told and len(sentences(text)) > 1:
        return True
    others = _share(guesses, ("vraag", "opdracht")) * (limits.told if is_told else 1.0)
    if _share(guesses, TELLING) < others:
        return False
    says_one_thing = len(text.split()) < _LONG or len(answers) < 2
    if top.kind == "antwoord" and says_one_thing and top.score >= limits.sure:
        return False
    if top.kind == "beschrijving" and top.score >= limits.described:
        return bool(answers)
    return len(answers) >= 2 or (bool(answers) and len(text.split()) >= _LONG)


def _share(guesses: list[Guess], kinds: tuple[Kind, ...]) -> float:
    return sum(one.score for one in guesses if one.kind in kinds)


def _description(
    guesses: list[Guess], answers: tuple[tuple[str, tuple[str, ...]], ...]
) -> Understanding:
    share = next((one.score for one in guesses if one.kind == "beschrijving"), 0.0)
    return Understanding("beschrijving", "", share, (), answers, sure=True)


def _best(
    guesses: list[Guess], answers: Mapping[str, tuple[str, ...]], limits: Limits, may_agree: bool
) -> Understanding:
    """The first guess when it is sure; else what to choose from; else unknown."""
    if not guesses or guesses[0].kind == "onbekend" or guesses[0].score < limits.low:
        return Understanding()
    best = guesses[0]
    question, _, value = best.id.partition(".")
    is_agreed = may_agree and best.kind == "antwoord" and value in answers.get(question, ())
    if not _is_sure(guesses, limits.agreed if is_agreed else limits.sure, limits.margin):
        return _unsure(guesses, limits)
    candidates = _candidates(guesses, limits)
    told: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if best.kind == "antwoord":
        told = ((question, answers.get(question, (value,))),)
    return Understanding(best.kind, best.id, best.score, candidates, told, sure=True)


def _unsure(guesses: list[Guess], limits: Limits) -> Understanding:
    """Not sure: the best guess by name, and up to three to choose from."""
    candidates = _candidates(guesses, limits)
    if not candidates:
        return Understanding()
    first = candidates[0]
    return Understanding(first.kind, first.id, first.confidence, candidates)


def _is_sure(guesses: list[Guess], sure: float, margin: float) -> bool:
    second = guesses[1].score if len(guesses) > 1 else 0.0
    return guesses[0].score >= sure and guesses[0].score - second >= margin


def _candidates(guesses: list[Guess], limits: Limits) -> tuple[Candidate, ...]:
    named = [one for one in guesses if one.id and one.score >= limits.low / 2]
    return tuple(Candidate(one.kind, one.id, round(one.score, 3)) for one in named[:MOST])
