"""How long it takes to prove a pack, and how that grows with the number of questions.

Usage: python -m benchmarks.prove

The packs are generated: tables over six questions each, a score over half of all questions, and an
advice that joins them. A ``harder`` pack has questions that apply only after certain answers to
others, and tables that leave answers without an outcome. ``proved`` is compiling and proving
together. Times are those of the processor.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

from benchmarks.rules_speed import generated
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.conditions import Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.prove.proof import prove

DEFAULT = Path("knowledge/passende-samenwerking")
ASKED = ((20, 4, 2.0), (30, 3, 10.0))
"""Questions, answers to each, and within how many seconds it must be proved."""


def harder(count: int, width: int) -> Pack:
    """A generated pack in which every third question depends on the one before it, every second
    table has no outcome for the rest, and every fourth allows one row at a time."""
    pack = generated(count, width)
    questions = tuple(
        replace(question, applies_if=Is(f"v{index - 1}", frozenset(("o0", "o1"))))
        if index % 3 == 2
        else question
        for index, question in enumerate(pack.questions)
    )
    tables = [decision for decision in pack.decisions if decision.id[1:].isdecimal()]
    changed = {decision.id: _harder(decision, index) for index, decision in enumerate(tables)}
    decisions = tuple(changed.get(decision.id, decision) for decision in pack.decisions)
    return replace(pack, questions=questions, decisions=decisions)


def _harder(decision: Decision, index: int) -> Decision:
    assert isinstance(decision.logic, Table)
    otherwise = None if index % 2 == 0 else decision.logic.otherwise
    hit = "unique" if index % 4 == 1 else decision.logic.hit
    return replace(decision, logic=replace(decision.logic, otherwise=otherwise, hit=hit))


def measure(pack: Pack, within: float | None = None) -> None:
    """One line: how many combinations, how long, how many nodes, how many findings."""
    start = process_time()
    compiled = compile_pack(pack)
    compiled_in = process_time() - start
    proof = prove(compiled)
    took = process_time() - start
    verdict = "" if within is None else f"   {'ok' if took <= within else 'TOO SLOW'}: {within:g} s"
    size = f"{len(pack.questions)} questions"
    print(
        f"{size:<13} {_dotted(proof.combinations):>33} combinations   compiled {compiled_in:5.2f} s"
        f"   proved {took:6.2f} s   {len(compiled.diagram):>7} nodes"
        f"   {len(proof.findings):>3} findings{verdict}"
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def main() -> None:
    """Print every figure."""
    print("the default pack")
    measure(load_pack(DEFAULT))
    print("as asked: 10^12 within 2 s, 10^14 within 10 s")
    for count, width, within in ASKED:
        measure(generated(count, width), within)
        measure(harder(count, width), within)
    for width in (3, 4):
        print(f"how it grows, {width} answers to each question")
        for count in (10, 15, 20, 25, 30, 35, 40):
            measure(harder(count, width))


if __name__ == "__main__":
    main()
