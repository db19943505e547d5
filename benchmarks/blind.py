"""Whether an advice is about *this* project: the steps of 30 advices, to be matched blind.

Usage: python -m benchmarks.blind [SEED] [--uit FOLDER]

Thirty worked cases of the default pack are drawn at random, whatever kind they are. Of each the
kind of project is heard in its description, as in a conversation, and the advice is worked out from
its answers. Three files come in FOLDER (``results/blind``):

- ``projecten.txt``: the thirty descriptions, numbered;
- ``stappen.txt``: the steps of the thirty advices, in another order, with letters;
- ``sleutel.txt``: which letter belongs to which number. Not for the reader.

A reader who sees only the first two writes down a number behind each letter. ``--kijk-na FILE``
with a line "A 12" for each counts how many are right.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from string import ascii_uppercase

from bot.advice.advice import Advised, advise
from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.pack import WorkedCase
from bot.words.situations import recognised

PACK = Path("knowledge/passende-samenwerking")
DAY = date(2026, 11, 30)
HOW_MANY = 30
LETTERS = ["".join(pair) for pair in product(("", "A"), ascii_uppercase)]


def main() -> None:
    """Write the three files, or count what a reader made of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", type=int, nargs="?", default=2026)
    parser.add_argument("--uit", type=Path, default=Path("results/blind"))
    parser.add_argument("--kijk-na", type=Path)
    options = parser.parse_args()
    if options.kijk_na:
        print(_counted(options.uit / "sleutel.txt", options.kijk_na))
        return
    chance, compiled = random.Random(options.seed), compile_pack(load_pack(PACK), DAY)
    cases = chance.sample(compiled.pack.cases, HOW_MANY)
    mixed = chance.sample(range(HOW_MANY), HOW_MANY)
    advices = [_advised(compiled, case) for case in cases]
    options.uit.mkdir(parents=True, exist_ok=True)
    projects = (f"{n}. {case.description.strip()}" for n, case in enumerate(cases, 1))
    _write(options.uit / "projecten.txt", projects)
    told = zip(LETTERS, mixed, strict=False)
    _write(options.uit / "stappen.txt", _steps([(x, advices[place]) for x, place in told]))
    key = zip(LETTERS, mixed, strict=False)
    _write(options.uit / "sleutel.txt", (f"{letter} {place + 1}" for letter, place in key))
    kinds = sum(one.situated is not None for one in advices)
    print(f"{HOW_MANY} adviezen in {options.uit}, van {kinds} is de soort gehoord")


def _advised(compiled: Compiled, case: WorkedCase) -> Advised:
    """The advice when all was asked: what a case does not say, stays unknown."""
    heard = recognised(compiled.pack.situations, case.description)
    return advise(compiled, book_of_case(compiled.pack, case), next(iter(heard), None))


def _steps(advices: Sequence[tuple[str, Advised]]) -> Iterator[str]:
    for letter, advised in advices:
        yield f"{letter}. " + "\n   ".join(advised.steps)


def _write(file: Path, lines: Iterator[str]) -> None:
    file.write_text("\n\n".join(lines) + "\n", "utf-8")


def _counted(key: Path, read: Path) -> str:
    right = {line.strip() for line in key.read_text("utf-8").splitlines() if line.strip()}
    said = {" ".join(line.split()) for line in read.read_text("utf-8").splitlines()}
    return f"{len(right & said)} van {len(right)} goed"


if __name__ == "__main__":
    main()
