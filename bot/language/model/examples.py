"""Packs turned into training examples, as data: what a pack says is what the model learns.

An option teaches when it has ``voorbeelden``: its label alone is matched as it is, without a model.
A label is ``antwoord.<question>.<option>`` or ``vraag.<faq>``. When two packs mean different things
by the same id, the later one's label is qualified: ``antwoord.<pack>.<question>.<option>``.
(A slash would make Rasa read a retrieval intent and train on the first part alone.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.language.plain.division import as_question
from bot.rules.model.content import Faq
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.words.guards import Guards
from bot.words.literal import Literal
from bot.words.normal import normal

_DENIERS = (
    r"(?:niet|geen|nooit|niemand|nergens|nauwelijks|zonder|niets|niks|noch|evenmin|allesbehalve"
    r"|geenszins|allerminst|amper|verre van)"
)
_NOT = re.compile(rf"\b{_DENIERS}\b", re.IGNORECASE)
_DENIED = tuple(
    re.compile(way)
    for way in (
        r"\b(?:niet|geen|nooit|allesbehalve|geenszins|allerminst|amper|verre van)"
        r"(?: (?:zo|zozeer|echt|heel|erg|meer|helemaal|bepaald|per se))* "
        r"(?!de\b|het\b|een\b|van\b|in\b|op\b|aan\b|te\b|met\b|voor\b|over\b|bij\b|door\b)(\w+)",
        r"\bniet te (\w+)",
        r"\bniet (?:bij|van|op|aan|in|door|met|voor) (?:de|het|een|onze|ons|hun) (\w+)",
        r"\bevenmin (?:is|zijn|komt|komen|ligt|liggen) (?:er )?(?:al )?(?:een |de |het )?(\w+)",
        r"\bniet (?:de|het|onze|ons) (\w+)(?= maar\b|$)",
        r"\bniemand (?:is|was|wordt|heeft|had) (\w+)",
        r"^(?:en |maar |want )?(\w+) \w+(?: \w+){0,2} niet$",
    )
)
"""The word that is denied: after a "not", or first where that ends it ("boos is hij niet")."""
_TOGETHER = re.compile(rf"\b(?:en|of|noch|maar ook) (?={_DENIERS}\b)")
OUT_OF_SCOPE = "buiten_bereik"
DESCRIPTION = "beschrijving"
COMMAND = "opdracht"
MIDWAY = "tussen"
"""The kind of label of a question that is told from other questions alone."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the label that it teaches."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label means within one pack: a FAQ (``question`` is empty) or an option."""

    label: str
    question: str
    id: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """All examples of some packs, and per pack id what each label means there."""

    examples: tuple[Example, ...]
    meanings: Mapping[str, Mapping[str, Meaning]]
    negative: frozenset[str] = frozenset()
    """Labels that people say with a "not" in it."""
    said: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per label the words that people say for it, and never with a "not" before them."""
    doubts: Guards = field(default_factory=Guards)
    doubtful: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per label the kinds of doubt with which people say it: "als zij stopt, is het klaar"."""
    literal: Literal = field(default_factory=Literal)
    """Words that are literally one answer."""


def lesson(
    packs: Iterable[Pack], doubts: Guards | None = None, literal: Literal | None = None
) -> Lesson:
    """What the packs teach together; the same text under the same label counts once. ``doubts``:
    what makes that something told is no fact; ``literal``: what is surely one.

    The pack that teaches most goes first, so that its labels stay as ``nlu_data`` writes them.
    """
    examples: dict[tuple[str, str], Example] = {}
    meanings: dict[str, Mapping[str, Meaning]] = {}
    taken: dict[str, str] = {}
    for pack in sorted(packs, key=lambda one: (-sum(1 for _ in _options(one)), one.id)):
        known: dict[str, Meaning] = {}
        for question, option in _options(pack):
            name = f"{question.id}.{option.id}"
            print_ = normal(f"{question.text} {option.label}")
            label = _label("antwoord", name, print_, pack.id, taken)
            known[label] = Meaning(label, question.id, option.id)
            _add(examples, label, _ways(option))
        for division, option in _divided(pack):
            label = f"antwoord.{division.id}.{option.id}"
            known[label] = Meaning(label, division.id, option.id)
            _add(examples, label, _ways(option))
        for faq in pack.faqs:
            label = _label(
                MIDWAY if faq.midway else "vraag", faq.id, normal(faq.question), pack.id, taken
            )
            known[label] = Meaning(label, "", faq.id)
            _add(examples, label, _asked(faq))
        meanings[pack.id] = MappingProxyType(known)
    negative = frozenset(one.label for one in examples.values() if denies(one.text))
    said, doubts = _said(examples.values()), doubts or Guards()
    doubtful = _doubtful(examples.values(), doubts)
    texts = tuple(examples.values())
    meant = MappingProxyType(meanings)
    return Lesson(texts, meant, negative, said, doubts, doubtful, literal or Literal())


def _doubtful(examples: Iterable[Example], doubts: Guards) -> Mapping[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for one in examples:
        kinds.setdefault(one.label, set()).update(doubts.all_heard(one.text))
    return MappingProxyType({label: frozenset(heard) for label, heard in kinds.items()})


def usable(packs: Mapping[str, Pack]) -> tuple[Pack, ...]:
    """The packs that are there when asked for: one that does not load teaches nothing."""
    return tuple(pack for id in packs if (pack := packs.get(id)) is not None)


def denies(text: str) -> bool:
    """Whether a text holds a word that may turn its meaning around."""
    return bool(_NOT.search(text))


def denied(text: str) -> frozenset[str]:
    """The words that a text says with a "not" before them: "niet zo boos" denies "boos"."""
    plain = normal(text)
    return frozenset(word for way in _DENIED for word in way.findall(plain))


def denies_twice(text: str) -> bool:
    """Whether a text denies a denial ("niet zo dat er niets ligt"): nobody knows what it says.

    "Geen tijd en geen geld" says the same twice.
    """
    plain = normal(text)
    return len(_NOT.findall(plain)) - len(_TOGETHER.findall(plain)) > 1


def _said(examples: Iterable[Example]) -> Mapping[str, frozenset[str]]:
    said: dict[str, set[str]] = {}
    turned: dict[str, set[str]] = {}
    for one in examples:
        said.setdefault(one.label, set()).update(normal(one.text).split())
        turned.setdefault(one.label, set()).update(denied(one.text))
    return MappingProxyType({label: frozenset(said[label] - turned[label]) for label in said})


def _options(pack: Pack) -> Iterable[tuple[Question, Option]]:
    for question in pack.questions:
        for option in question.options:
            if option.examples:
                yield question, option


def _divided(pack: Pack) -> Iterable[tuple[Question, Option]]:
    """Of each division, that all is the same and that it differs; every pack means that alike."""
    for division in pack.divisions:
        question = as_question(division)
        for option in question.options[:2]:
            yield question, option


def _ways(option: Option) -> tuple[str, ...]:
    """How people say an option; a bare yes or no belongs to the question at hand instead."""
    sentence = "" if option.only_said else option.sentence
    said = (option.label, sentence, *option.examples)
    return tuple(text for text in said if normal(text) not in {"", "ja", "nee"})


def _asked(faq: Faq) -> tuple[str, ...]:
    return (faq.question, *faq.phrasings)


def _label(kind: str, name: str, print_: str, pack: str, taken: dict[str, str]) -> str:
    """The label for a name; qualified by the pack when the plain one means something else."""
    plain = f"{kind}.{name}"
    if taken.setdefault(plain, print_) == print_:
        return plain
    return f"{kind}.{pack}.{name}"


def _add(examples: dict[tuple[str, str], Example], label: str, texts: Iterable[str]) -> None:
    for text in texts:
        examples.setdefault((label, normal(text)), Example(" ".join(text.split()), label))
