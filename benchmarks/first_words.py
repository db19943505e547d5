"""What is heard of a first message: ``python -m benchmarks.first_words FILE [-v]``.

The file is a YAML list of ``{id, eerste, feiten, ontkend}``: ``eerste`` is the first thing that
somebody types; ``feiten`` is what it says, as a list of ``{key: {is: …, uit: literal words}}`` in
plain keys; ``ontkend`` lists ``{uit: literal words}`` that deny something. `benchmarks.plain_facts`
says which answers of the default pack are what a key says. Each message goes through the whole
conversation, once. Proposed is what stands on the confirmation screen after it, or counts already.

A proposed answer is right, against what the message says, or unlisted: about something that no key
of the message names ("we gaan het plein inrichten", without a key for who began). Only a reader can
judge those; ``--oordeel FILE`` has the judgement (``id: [question.option, …]`` that the message
does say). Without it the precision is printed twice: with all of them wrong, and without them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import yaml

from benchmarks.goals import Figure
from benchmarks.listening import listening
from benchmarks.plain_facts import MEANT, against, meant
from bot import bootstrap, settings
from bot.dialogue.danger import judged
from bot.dialogue.focus import Clash, Confirm
from bot.dialogue.messages import Event, Said
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.language.apart import taken_apart
from bot.language.understand import Context, Understander
from bot.rules.model.book import split_key

NOW = datetime(2026, 12, 1, 9, tzinfo=timezone.utc)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message gave: ``question.option`` with the words that it came from."""

    asked: Mapping[str, str]
    """What stands on the confirmation screen."""
    noted: Mapping[str, str]
    """What counts without a yes."""

    @property
    def proposed(self) -> Mapping[str, str]:
        """Both."""
        return {**self.asked, **self.noted}


@dataclass(slots=True)
class Score:
    """Counts over facts; ``lines`` says of each what became of it."""

    found: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    """Proposed answers: ``goed``, ``tegen``, ``oordeel goed``, ``onbenoemd``."""
    unasked: Counter[str] = field(default_factory=Counter)
    """The same of what counts without a yes."""
    denied: int = 0
    """Proposed answers whose words the message denies, and that are not said by a key."""
    lines: list[str] = field(default_factory=list)


def heard(text: str, shelf: Shelf, who: Understander) -> Heard:
    """What the conversation makes of a first message."""
    context = Context(shelf.packs[shelf.default].pack)
    understood = who.understand(text, context)
    state = new_state(shelf)
    said = Said(text, understood, shelf.guards.heard(text))
    if not said.danger:
        said = taken_apart(judged(shelf, state, said), context, who)
    state, _ = step(shelf, state, Event(said, NOW, "0" * 24))
    focus = state.focus
    asked = {
        f"{split_key(key)[0]}.{value}": focus.words.get(key, "")
        for key, answer in (focus.pending if isinstance(focus, (Confirm, Clash)) else ())
        for value in answer.values
    }
    book = state.project.book.answers if state.project else {}
    words = state.project.words if state.project else {}
    noted = {
        f"{split_key(key)[0]}.{value}": words.get(key, "")
        for key, answer in book.items()
        for value in answer.values
    }
    return Heard(asked, noted)


def count(score: Score, item: Mapping[str, Any], told: Heard, judged_right: frozenset[str]) -> None:
    """What became of every fact of a message, and of every answer that was proposed."""
    score.lines.append(f"## {item['id']}")
    facts = [(key, said) for fact in item["feiten"] for key, said in fact.items() if key in MEANT]
    said_by: set[str] = set()
    wrong: set[str] = set()
    for key, said in facts:
        answers = meant(key, str(said["is"]))
        wrong |= against(key, str(said["is"])) & set(told.proposed)
        if not answers:
            continue
        hit = answers & set(told.proposed)
        said_by |= hit
        score.stated[key] += 1
        score.found[key] += bool(hit)
        score.lines.append(f"  {'gevonden' if hit else 'GEMIST  '} {key}: {said['uit']}")
    denials = [str(one["uit"]) for one in item.get("ontkend") or ()]
    for fact, words in told.proposed.items():
        kind = "goed" if fact in said_by else "tegen" if fact in wrong else "onbenoemd"
        if kind == "onbenoemd" and fact in judged_right:
            kind = "oordeel goed"
        score.right[kind] += 1
        score.unasked[kind] += fact in told.noted
        is_denied = kind != "goed" and any(words and words in one for one in denials)
        score.denied += is_denied
        if kind != "goed":
            asked = "telt" if fact in told.noted else "vraagt"
            score.lines.append(f"  {kind.upper()} ({asked}) {fact}: “{words}”")


def figures(score: Score) -> Iterator[Figure]:
    """The figures, each beside what is wanted."""
    proposed = score.right.total()
    good = score.right["goed"] + score.right["oordeel goed"]
    unlisted = score.right["onbenoemd"]
    yield Figure("gezegd: gevonden", score.found.total(), score.stated.total(), 0.65)
    yield Figure("voorgesteld: klopt (onbenoemd is fout)", good, proposed, 0.93)
    yield Figure("voorgesteld: klopt (onbenoemd telt niet)", good, proposed - unlisted, 0.93)
    wrong = proposed - good
    noted = score.unasked.total()
    kept = noted - score.unasked["goed"] - score.unasked["oordeel goed"]
    yield Figure("fout, en eerst gevraagd", wrong - kept, proposed - noted, 0.07, most=True)
    yield Figure("fout, en telt zonder ja", kept, noted, 0.01, most=True)


def main() -> int:
    """Print the figures, a key each; with -v what became of each fact, with its words."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, metavar="BESTAND")
    options.add_argument("--oordeel", type=Path, help="wat van het onbenoemde klopt")
    options.add_argument("-v", action="store_true", help="ook wat er van elk feit werd")
    chosen = options.parse_args()
    items = yaml.safe_load(chosen.file.read_text("utf-8"))
    judgement = yaml.safe_load(chosen.oordeel.read_text("utf-8")) if chosen.oordeel else {}
    own = settings.read({})
    packs = bootstrap.advising_packs(own)
    score = Score()
    with listening(own, packs) as understander:
        shelf = bootstrap.shelf_of(own, packs)(NOW.date())
        for item in items:
            told = heard(item["eerste"], shelf, understander)
            count(score, item, told, frozenset(judgement.get(item["id"], ())))
    if chosen.v:
        print("\n".join(score.lines))
    for key in MEANT:
        if score.stated[key]:
            print(f"{key:<22} {score.found[key]}/{score.stated[key]}")
    print("voorgesteld:", ", ".join(f"{what} {n}" for what, n in score.right.most_common()))
    print(f"uit woorden die het ontkennen: {score.denied}")
    for figure in figures(score):
        print(figure.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
