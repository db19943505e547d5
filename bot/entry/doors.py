"""The doors for machines: JSON lines out, diagnostics to stderr, exit 0, 1 or 2."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot import bootstrap
from bot.advice.advice import LADDER, advise, main_cell
from bot.advice.make_card import make_card
from bot.clock import today
from bot.command_line.verbs import argument, flag, option, pack_option, verb
from bot.entry import wording
from bot.entry.card_json import card_json
from bot.entry.patience import is_ready, tell
from bot.language.door import run_begrijp
from bot.packs.answers import book_of_set, read_answers
from bot.rules.diagram.compile import Compiled
from bot.rules.explain import counterfactuals, sufficient, why
from bot.rules.model.book import AnswerBook, Cell, cell_answers
from bot.rules.model.pack import Pack
from bot.rules.query import concern_status, possible
from bot.settings import Settings


@verb()
@pack_option(help=wording.PACK)
@flag("--json", help=wording.JSON, expose_value=False)
@flag("--kaart", "card", help=wording.CARD)
@argument("file", metavar="antwoorden", help=wording.ANSWERS)
def advice(settings: Settings, pack: str | None, card: bool, file: str) -> int:
    """One line of JSON per case in the file (``-`` reads stdin); with ``card`` its whole card."""
    settings = settings.chosen(pack)
    packs = bootstrap.advising_packs(settings)
    compiled = bootstrap.shelf_today(settings, packs).pack(settings.pack)
    for given in read_answers(sys.stdin.read() if file == "-" else Path(file)):
        book = book_of_set(compiled.pack, given, compiled.on)
        told = card_of(compiled, book) if card else answer_of(compiled, book)
        print(json.dumps({"id": given.id, **told}, ensure_ascii=False))
    return 0


def card_of(compiled: Compiled, book: AnswerBook) -> dict[str, Any]:
    """The card of one case, as plain values."""
    return card_json(make_card(compiled, advise(compiled, book)))


def answer_of(compiled: Compiled, book: AnswerBook) -> dict[str, Any]:
    """The advice of one case, as plain values; per cell under ``cellen`` when it is divided."""
    cells = {cell.name: _cell(compiled, book, cell) for cell in book.cells}
    head = {"pack": compiled.pack.id, "versie": compiled.pack.version}
    if list(cells) == [""]:
        return {**cells[""], **head}
    main = main_cell(compiled, book).name
    return {**cells[main], **head, "cellen": cells}


def _cell(compiled: Compiled, book: AnswerBook, cell: Cell) -> dict[str, Any]:
    pack = compiled.pack
    decision = pack.advices[0].decision
    answers = cell_answers(pack, book, cell)
    likely = possible(compiled, answers, decision)
    outcomes = [str(one.outcome) for one in likely]
    ranked = sorted(outcomes, key=lambda one: _rung(pack, one))
    form = pack.form(outcomes[0])
    return {
        "mogelijk": {str(one.outcome): round(float(one.share), 4) for one in likely},
        "advies": outcomes[0],
        "zeker": len(outcomes) == 1,
        "ondergrens": ranked[0],
        "bovengrens": ranked[-1],
        "regels": [r.row for r in why(compiled, answers, decision) if r.row and r.certain],
        "voldoende": sorted(sufficient(compiled, answers, decision).questions),
        "tegenfeitelijk": [
            {
                "advies": str(change.outcome),
                "verander": {name: list(values) for name, values in change.changes.items()},
                "neem_aan": {name: list(values) for name, values in change.assumed.items()},
            }
            for change in counterfactuals(compiled, answers, decision)
        ],
        "aandachtspunten": [
            concern.id
            for concern in pack.concerns
            if concern_status(compiled, answers, concern.id) == "holds"
        ],
        "naast": {
            name: [str(one.outcome) for one in possible(compiled, answers, name)]
            for name in pack.beside
        },
        "ehbo": list(form.chapters) if form else [],
    }


def _rung(pack: Pack, outcome: str) -> int:
    rung = pack.advices[0].rungs.get(outcome, LADDER[0])
    return LADDER.index(rung) if rung in LADDER else 0


@verb()
@pack_option(help=wording.PACK)
@flag("--json", help=wording.JSON, expose_value=False)
@option("--bij", "question", metavar="VRAAG", help=wording.OPEN_QUESTION)
@flag("--plat", help=wording.PLAIN)
def understand(settings: Settings, pack: str | None, question: str | None, *, plat: bool) -> int:
    """One line of JSON per line of stdin: what it means. Waits until the model is ready."""
    settings = settings.chosen(pack, plain=plat)
    packs = bootstrap.advising_packs(settings)
    understander = bootstrap.build_understander(settings, packs, tell)
    try:
        if not is_ready(understander):
            return 1
        lines = _lines(sys.stdin)
        for meaning in run_begrijp(lines, understander, packs[settings.pack], question, today()):
            print(json.dumps(meaning, ensure_ascii=False), flush=True)
    finally:
        understander.close()
    return 0


def _lines(stream: Iterable[str]) -> Iterable[str]:
    return (line.rstrip("\n") for line in stream)
