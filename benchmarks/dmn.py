"""Does an independent engine decide as the pack does, on many complete answers?

Usage: python -m benchmarks.dmn [how many random sets for each pack; 10000]

Every pack with an advice is written as DMN and put to SpiffWorkflow: all worked cases (per part
and group; what a case leaves open is filled in at random) and random complete answers, from a
fixed seed. Every outcome of every decision is compared, and the points of attention and the
questions that apply. Exit code 1 when one differs.
"""

from __future__ import annotations

import sys
from random import Random
from time import perf_counter

from bot.rules.model.pack import Pack
from bot.workbench.dmn.export import graph_of, pack_to_dmn
from tests.shelf import packs
from tests.workbench.dmn.cases import differences, filled_in, random_sets, worked_values
from tests.workbench.dmn.spiff import SpiffModel

SETS = 10_000


def compared(pack: Pack, count: int) -> tuple[int, int, int]:
    """Worked cases, sets in all and sets with a difference."""
    r = Random(pack.id)
    model = SpiffModel(pack_to_dmn(pack))
    worked = list(worked_values(r, pack))
    differing = 0
    for values in [*worked, *random_sets(r, pack, count)]:
        given, ours = filled_in(pack, values)
        differing += bool(differences(ours, model.run(given)))
    return len(worked), len(worked) + count, differing


def main() -> None:
    """A line per pack."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SETS
    total = wrong = 0
    started = perf_counter()
    for id, pack in sorted(packs().items()):
        graph = graph_of(pack)
        begun = perf_counter()
        worked, sets, differing = compared(pack, count)
        total, wrong = total + sets, wrong + differing
        rules = sum(len(table.rules) for table in graph.tables)
        size = f"{len(graph.tables):2} tables, {rules:3} rules"
        told = f"{sets} sets ({worked} worked), {differing} differ, {perf_counter() - begun:.1f} s"
        print(f"{id:24} {size}: {told}", flush=True)
    print(f"{total} sets, {wrong} differ, {perf_counter() - started:.0f} s")
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
