"""What the doors for machines give for every pack of ours: the advice in each worked case, what is
understood without a model, and the file for other engines.

``python -m tests.entry.outputs PAKKET`` prints it, to lay it beside what another commit prints.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256

from bot.entry.doors import answer_of
from bot.language.door import run_begrijp
from bot.language.model.held_out import read_tsv
from bot.language.plain.plain import PlainUnderstander
from bot.packs.answers import book_of_case
from bot.rules.model.pack import Pack
from bot.settings import ROOT
from bot.workbench.dmn.export import pack_to_dmn
from tests.shelf import DAY, compiled, packs

TYPED = ("1", "2.", "ja", "nee", "weet ik niet", "sla over", "ongeveer 40", "help", "hallo")
"""What may be typed at every question, beside the labels of its options."""


def advised(pack: Pack) -> Iterator[str]:
    """A line of ``advies`` for each worked case."""
    on_the_day = compiled(pack.id)
    for case in pack.cases:
        answer = answer_of(on_the_day, book_of_case(pack, case))
        yield json.dumps({"id": case.id, **answer}, ensure_ascii=False)


def understood(pack: Pack) -> Iterator[str]:
    """Lines of ``begrijp --plat``, with each question of the pack at hand in turn."""
    plain = PlainUnderstander(ready=True)
    files = sorted((ROOT / "nlu_data").glob("held_out*.tsv"))
    held_out = [said for file in files for said in read_tsv(file.read_text("utf-8").splitlines())]
    for question in (None, *(question.id for question in pack.questions)):
        labels = [] if question is None else [o.label for o in pack.question(question).options]
        texts = [*TYPED, *labels, *(said.text for said in held_out if said.at_hand == question)]
        for text, read in zip(texts, run_begrijp(texts, plain, pack, question, DAY), strict=True):
            yield json.dumps({"bij": question, "gezegd": text, **read}, ensure_ascii=False)


def exported(pack: Pack) -> Iterator[str]:
    """The lines of the file that ``kennis dmn`` writes."""
    yield from pack_to_dmn(pack, DAY).splitlines()


def print_of(lines: Iterator[str]) -> str:
    """A short print of lines, that is another one when a sign changes."""
    return sha256("\n".join(lines).encode()).hexdigest()[:12]


if __name__ == "__main__":
    chosen = packs()[sys.argv[1]]
    for outputs in (advised, understood, exported):
        print(*outputs(chosen), sep="\n")
