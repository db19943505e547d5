"""Which sentences a letter gets: ``python -m benchmarks.outside FILE [-v]``.

The file is a YAML list of ``{regel, buiten}``: a sentence as a civil servant types it about a
project, and whether those whom that is about may read it: ``ja``, ``nee``, or ``herschrijf`` (they
may, in other words). Each goes the way of a talk: it is made a line, read by the model, and stands
in a letter or not: told in passing, and typed for that letter. Wanted: of what may not be read
hardly any stands there; what may be read and does not is asked, and costs a tap.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.listening import listening
from bot import bootstrap
from bot.language.understand import Context, Understander
from bot.rules.model.pack import Pack
from bot.settings import read
from bot.words.in_doubt import FIT, MEANT, with_doubts
from bot.words.own_lines import lines_of, sorted_lines
from bot.words.own_papers import for_paper
from bot.words.own_topics import LETTER

TODAY = date(2026, 12, 1)


def printed(line: str, pack: Pack, who: Understander, least: float) -> tuple[str, ...]:
    """The lines that a letter has of what was typed."""
    told = tuple(lines_of(sorted_lines(line, pack.own_topics, TODAY)))
    fits = {one: who.understand(one, Context(pack)).fit for _, one in told}
    known = {one: fit for one, fit in fits.items() if fit is not None}
    topics: dict[str, tuple[str, ...]] = {}
    for topic, one in with_doubts(told, known, least):
        topics[topic] = (*topics.get(topic, ()), one)
    return tuple(one for lines in for_paper(topics, LETTER).values() for one in lines)


def counted(
    entries: list[dict[str, Any]], pack: Pack, who: Understander, least: float
) -> Iterator[tuple[str, str, bool]]:
    """Of each sentence what it may do, how it was typed, and whether it stands in the letter."""
    for entry in entries:
        may = {True: "ja", False: "nee"}.get(entry["buiten"], entry["buiten"])
        yield may, entry["regel"], bool(printed(entry["regel"], pack, who, least))


def main() -> int:
    """Print what part of each kind stands in a letter."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, metavar="BESTAND")
    options.add_argument("-v", action="store_true", dest="all", help="laat zien wat fout gaat")
    chosen = options.parse_args()
    settings = read({})
    packs = bootstrap.advising_packs(settings)
    entries = yaml.safe_load(chosen.file.read_text("utf-8"))
    with listening(settings, packs) as who:
        for name, least in (("in het gesprek verteld", FIT), ("voor een stuk getypt", MEANT)):
            seen = list(counted(entries, packs[settings.pack], who, least))
            every, stands = (
                Counter(may for may, _, _ in seen),
                Counter(m for m, _, is_in in seen if is_in),
            )
            parts = (f"{may} {stands[may] / n:.3f} ({stands[may]}/{n})" for may, n in every.items())
            print(f"staat in de brief, {name}: {', '.join(parts)}")
            for may, line, is_in in seen if chosen.all else ():
                if is_in != (may == "ja"):
                    print(f"  {may} {'staat er' if is_in else 'gevraagd'}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
