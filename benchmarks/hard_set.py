"""A hard, fresh set, read: messages, descriptions, mails and the closed halves of the guard tables.

A folder of the form of ``benchmarks/begrip`` (its ``HERKOMST.md`` says which). Raises KeyError or
ValueError for a line that has another form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.language.model.held_out import Utterance

OUTSIDE, UNKNOWN = "buiten", "onbekend"
NO_DANGER = "geen"
HEARD_AS = {
    "zelfdoding": ("zelfdoding",),
    "geweld": ("dreiging",),
    "medisch": ("medisch", "overlijden"),
    "ongeval": ("medisch", "overlijden", "zwaar"),
    NO_DANGER: ("", "vanavond", "zwaar"),
}
"""The kinds of the closed table in the words of ours; first aid and a kind word are no alarm."""


@dataclass(frozen=True, slots=True)
class Told:
    """A description: the facts that it states, and those that can be defended."""

    text: str
    states: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class HardSet:
    """Everything of one folder."""

    messages: tuple[Utterance, ...]
    told: tuple[Told, ...]
    mails: tuple[dict[str, Any], ...]
    danger: tuple[tuple[str, str], ...]
    denied: tuple[tuple[str, frozenset[str], str], ...]
    """Text, what it says, and what a hurried reader would wrongly note."""

    def facts(self) -> frozenset[str]:
        """Every answer (``question.option``) that it names."""
        named = [one.answers for one in self.messages]
        named += [one.states | one.allowed for one in self.told]
        named += [says | {not_said} for _, says, not_said in self.denied]
        return frozenset().union(*named)


def read_set(folder: Path) -> HardSet:
    """The set; what has no file there is empty."""
    return HardSet(
        tuple(_message(row) for row in _rows(folder, "berichten_*.tsv")),
        tuple(map(_told, _items(folder, "beschrijvingen_*.yml"))),
        tuple(_items(folder, "mails.yml")),
        tuple((text, kind) for text, kind in _rows(folder, "gevaar_dicht.tsv")),
        tuple(
            (text, frozenset(says.replace("|", ",").split(",")) - {""}, not_said)
            for text, says, not_said in _rows(folder, "ontkenning_dicht.tsv")
        ),
    )


def _rows(folder: Path, pattern: str) -> Iterable[list[str]]:
    for file in sorted(folder.glob(pattern)):
        for line in file.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.split("\t")


def _items(folder: Path, pattern: str) -> Iterable[dict[str, Any]]:
    for file in sorted(folder.glob(pattern)):
        yield from yaml.safe_load(file.read_text("utf-8"))


def _message(row: list[str]) -> Utterance:
    """``a|b``: either is right; ``a,b``: both are told. Of answers any may be read in both."""
    text, at_hand, kind, gold = row
    if kind == OUTSIDE:
        return Utterance(text, at_hand or None, UNKNOWN, "")
    if kind == "antwoord":
        told = gold.replace("|", ",").split(",")
        return Utterance(text, at_hand or None, kind, told[0], frozenset(told))
    ids = gold.split("|")
    return Utterance(text, at_hand or None, "|".join([kind] * len(ids)), gold)


def _told(item: dict[str, Any]) -> Told:
    return Told(item["tekst"].strip(), frozenset(item["staat"]), frozenset(item["mag"]))
