"""How long it takes to compare two packs, the examples with the fewest answers included.

Usage: python -m benchmarks.compare

The second pack is the first with one row that gives another outcome in three of its tables. Times
are those of the processor.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

from benchmarks.prove import harder
from benchmarks.rules_speed import generated
from bot.packs.load import load_pack
from bot.rules.compare.compare import compare
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack

DEFAULT = Path("knowledge/passende-samenwerking")
WITHIN = 2.0
"""Seconds for two packs of twenty questions."""


def changed(pack: Pack, tables: int = 3) -> Pack:
    """The pack with another outcome for the second row of its first few tables."""
    names = [d.id for d in pack.decisions if isinstance(d.logic, Table) and len(d.logic.rows) > 1]
    return replace(
        pack,
        decisions=tuple(
            _changed(decision) if decision.id in names[:tables] else decision
            for decision in pack.decisions
        ),
    )


def _changed(decision: Decision) -> Decision:
    assert isinstance(decision.logic, Table)
    rows = list(decision.logic.rows)
    others = [outcome for outcome in decision.outcomes if outcome != rows[1].then]
    rows[1] = replace(rows[1], then=others[0])
    return replace(decision, logic=replace(decision.logic, rows=tuple(rows)))


def measure(pack: Pack, within: float | None = None) -> None:
    """One line: how long, which share changes, and how many answers each example takes."""
    other = changed(pack)
    start = process_time()
    found = compare(pack, other)
    took = process_time() - start
    (advice, *_) = found.advices
    answers = ", ".join(
        f"{len(one.answers)}{'' if one.minimal else ' (perhaps fewer)'}" for one in advice.examples
    )
    verdict = "" if within is None else f"   {'ok' if took <= within else 'TOO SLOW'}: {within:g} s"
    print(
        f"{len(pack.questions):>3} questions   {found.total:>28,} combinations"
        f"   compared {took:6.2f} s   {float(advice.share):7.2%} changes"
        f"   answers in examples: {answers or '-'}{verdict}"
    )


def main() -> None:
    """Print every figure."""
    print("the default pack")
    measure(load_pack(DEFAULT), WITHIN)
    print("generated packs")
    for count, width, within in ((20, 4, WITHIN), (30, 3, None)):
        measure(generated(count, width), within)
        measure(harder(count, width), within)


if __name__ == "__main__":
    main()
