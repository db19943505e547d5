"""Scores an understander on held-out utterances: what was meant against what was understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from bot.dialogue.messages import Understanding
from bot.language.model.examples import OUT_OF_SCOPE
from bot.language.model.likely import TWINS
from bot.language.model.one_file import examples
from bot.language.understand import Context, Understander
from bot.rules.model.pack import Pack


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line of ``nlu_data/held_out.tsv``: a text and what it means."""

    text: str
    at_hand: str | None
    kind: str
    id: str
    answers: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    """Answers that may be read as well; they count neither for nor against."""


def read_tsv(lines: Iterable[str]) -> Iterator[Utterance]:
    """The utterances of a held-out file; lines that start with ``#`` say something to people."""
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        text, at_hand, kind, id, answers = (*line.rstrip("\n").split("\t"), "", "", "", "")[:5]
        told = answers.split()
        yield Utterance(
            text,
            at_hand or None,
            kind,
            id,
            frozenset(one for one in told if not one.startswith("?")),
            frozenset(one[1:] for one in told if one.startswith("?")),
        )


def read_examples(lines: Iterable[str]) -> Iterator[Utterance]:
    """What one writer's file of ``nlu_data`` teaches, as utterances to measure on."""
    for label, text in examples(lines):
        if label:
            kind, _, id = label.partition(".")
            kind = "onbekend" if label == OUT_OF_SCOPE else kind
            yield Utterance(text, None, kind, id)


@dataclass(slots=True)
class Score:
    """Counts, and the figures that follow from them."""

    total: int = 0
    right: int = 0
    among: int = 0
    """Right, or the right one stands among the choices."""
    sure_wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    in_scope: int = 0
    refused: int = 0
    """Utterances in scope that were taken for out of scope."""
    true_fills: int = 0
    false_fills: int = 0
    lost_fills: int = 0
    seconds: list[float] = field(default_factory=list)
    kinds: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Per kind: how many, right at first, and right among the choices."""
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(what was meant, what was understood) of what was not right."""

    @property
    def precision_of_fills(self) -> float:
        """Share of the answers that were filled in that were really told."""
        return self.true_fills / max(1, self.true_fills + self.false_fills)

    @property
    def f1_of_fills(self) -> float:
        """Entity F1: an entity is a pair of question and option read from the text."""
        wrong = self.false_fills + self.lost_fills
        return 2 * self.true_fills / max(1, 2 * self.true_fills + wrong)

    @property
    def median_ms(self) -> float:
        """Median time of one understanding, in milliseconds."""
        return 1000 * sorted(self.seconds)[len(self.seconds) // 2] if self.seconds else 0.0


def score(utterances: Iterable[Utterance], understander: Understander, pack: Pack) -> Score:
    """Understands every utterance and counts."""
    total = Score()
    for one in utterances:
        start = perf_counter()
        understood = understander.understand(one.text, Context(pack, one.at_hand))
        total.seconds.append(perf_counter() - start)
        _count(total, one, understood)
    return total


def _count(total: Score, one: Utterance, understood: Understanding) -> None:
    right = is_right(one, understood)
    among = right or is_offered(one, understood)
    total.total += 1
    total.right += right
    total.among += among
    seen, first, chosen = total.kinds.get(one.kind, (0, 0, 0))
    total.kinds[one.kind] = (seen + 1, first + right, chosen + among)
    if one.kind != "onbekend":
        total.in_scope += 1
        total.refused += understood.kind == "onbekend"
    if not right:
        line = f"{one.text} [{one.kind} {one.id}] -> {understood.kind} {understood.id}"
        line += f" {understood.confidence:.2f} {'zeker' if understood.sure else 'vraagt'}"
        (total.sure_wrong if understood.sure else total.missed).append(line)
        total.confused[one.kind, understood.kind] += 1
    _count_fills(total, one, understood)


def is_offered(one: Utterance, understood: Understanding) -> bool:
    """Whether what was meant stands among the choices."""
    meant = _meant(one) | {(one.kind, id) for id in one.answers}
    return any((other.kind, other.id) in meant for other in understood.candidates)


def _meant(one: Utterance) -> set[tuple[str, str]]:
    """Every (kind, id) that is right; a command and the FAQ that says what it does are one."""
    pairs = set(zip(one.kind.split("|"), one.id.split("|"), strict=True))
    twins = {("vraag", faq): ("opdracht", command) for faq, command in TWINS.items()}
    twins |= {command: faq for faq, command in twins.items()}
    return pairs | {twins[pair] for pair in pairs if pair in twins}


def is_right(one: Utterance, understood: Understanding) -> bool:
    """Kind and id as meant; of a description only the kind, its answers are counted apart.

    An answer may also be read as a short description that tells it, and nothing that is not so.

    ``opdracht|vraag`` with ``ehbo|ehbo_wat`` says that either will do.
    """
    if (understood.kind, understood.id) in _meant(one):
        return True
    if one.kind == "antwoord" and understood.kind == "beschrijving":
        read = _read(understood)
        return one.id in read and read <= one.answers | one.allowed | {one.id}
    if understood.kind != one.kind:
        return False
    return one.kind == "beschrijving" or understood.id in one.answers


def _read(understood: Understanding) -> frozenset[str]:
    pairs = ((question, value) for question, values in understood.answers for value in values)
    return frozenset(f"{question}.{value}" for question, value in pairs)


def _count_fills(total: Score, one: Utterance, understood: Understanding) -> None:
    read = _read(understood)
    total.true_fills += len(read & one.answers)
    total.false_fills += len(read - one.answers - one.allowed)
    total.lost_fills += len(one.answers - read)
