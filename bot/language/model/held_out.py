"""Scores an understander on held-out utterances: what was meant against what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from bot.dialogue.messages import Understanding
from bot.language.understand import Context, Understander
from bot.rules.model.pack import Pack


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line of ``nlu_data/held_out.tsv``: a text and what it means."""

    text: str
    at_hand: str | None
    kind: str
    id: str
    answers: frozenset[str]
    allowed: frozenset[str]
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


@dataclass(slots=True)
class Score:
    """Counts, and the figures that follow from them."""

    total: int = 0
    right: int = 0
    sure_wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    asked_right: int = 0
    out_of_scope: int = 0
    out_of_scope_right: int = 0
    true_fills: int = 0
    false_fills: int = 0
    lost_fills: int = 0
    seconds: list[float] = field(default_factory=list)
    kinds: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def accuracy(self) -> float:
        """Share of utterances of which kind and id are right."""
        return self.right / max(1, self.total)

    @property
    def recall(self) -> float:
        """Share of the out-of-scope utterances that were seen as such."""
        return self.out_of_scope_right / max(1, self.out_of_scope)

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
    total.total += 1
    total.right += right
    seen, good = total.kinds.get(one.kind, (0, 0))
    total.kinds[one.kind] = (seen + 1, good + right)
    if not right:
        line = f"{one.text} [{one.kind} {one.id}] -> {understood.kind} {understood.id}"
        line += f" {understood.confidence:.2f} {'zeker' if understood.sure else 'vraagt'}"
        (total.sure_wrong if understood.sure else total.missed).append(line)
        total.asked_right += any(
            other.id in one.id.split("|") for other in understood.candidates if other.id
        )
    if one.kind == "onbekend":
        total.out_of_scope += 1
        total.out_of_scope_right += right
    _count_fills(total, one, understood)


def is_right(one: Utterance, understood: Understanding) -> bool:
    """Kind and id as meant; of a description only the kind, its answers are counted apart.

    ``opdracht|vraag`` with ``ehbo|ehbo_wat`` says that either will do.
    """
    if (understood.kind, understood.id) in zip(one.kind.split("|"), one.id.split("|"), strict=True):
        return True
    if understood.kind != one.kind:
        return False
    return one.kind == "beschrijving" or understood.id in one.answers


def _count_fills(total: Score, one: Utterance, understood: Understanding) -> None:
    read = {f"{question}.{value}" for question, values in understood.answers for value in values}
    total.true_fills += len(read & one.answers)
    total.false_fills += len(read - one.answers - one.allowed)
    total.lost_fills += len(one.answers - read)
