"""``kennis leg-naast``: one case through every pack, to learn from each other's instruments."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.advice.beside import Difference, SideBySide, View, side_by_side
from bot.advice.origin import same_rules, short_name
from bot.clock import today
from bot.command_line.verbs import argument, flag, option, pack_option, verb
from bot.packs.answers import book_of_case, book_of_set, read_answers
from bot.packs.format.shapes import COMPLETE, ORIGINS
from bot.packs.library import Library
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.translate import rooted
from bot.settings import SettingError, Settings
from bot.words.complexity import too_complex
from bot.workbench.leg_naast import wording
from bot.workbench.leg_naast.text import text_of
from bot.workbench.vergelijk.plain import outcome
from bot.workbench.which import meant, pack_named


@dataclass(frozen=True, slots=True)
class _Case:
    """A case: its name, and the answers to one's own pack."""

    name: str
    title: str
    book: AnswerBook


@verb()
@argument("name", metavar="ANTWOORDEN", help=wording.HELP_ANSWERS)
@pack_option(help=wording.HELP_PACK)
@option(
    "--met",
    "beside",
    metavar="PAKKET [PAKKET ...]",
    multiple=True,
    help=wording.HELP_BESIDE,
)
@flag("-v", "--uitgebreid", "full", help=wording.HELP_FULL)
@flag("--json", "plain", help=wording.HELP_PLAIN)
def leg_naast(
    settings: Settings,
    name: str,
    pack: str | None,
    beside: tuple[str, ...],
    *,
    full: bool,
    plain: bool,
) -> int:
    """Every piece of every case: as text for a person, or as lines of JSON."""
    library = Library(settings.knowledge, _tell)
    own, cases = _cases(name, pack, settings, library)
    compiled = _compiled(rooted(own, library.get))
    asked = (rooted(other, library.get) for other in _others(beside, settings, library, own))
    others = list(_usable(asked))
    hubs = _hubs([compiled, *others])
    for case in cases:
        pieces = list(_pieces(compiled, case, others, hubs))
        if not plain:
            print(text_of(case.name, case.title, pieces, full=full), end="\n\n")
            continue
        for line in (line for piece in pieces for line in json_of(case.name, piece)):
            print(json.dumps(line, ensure_ascii=False))
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _hubs(packs: list[Compiled]) -> list[Compiled]:
    """The packs that others say they share questions with: by way of them more is known."""
    named = {
        same.pack for view in packs for question in view.pack.questions for same in question.same_as
    }
    return [view for view in packs if view.pack.id in named]


def _compiled(pack: Pack) -> Compiled:
    return compile_pack(pack, today())


def _usable(packs: Iterable[Pack]) -> Iterator[Compiled]:
    """The packs compiled; one that can't be is told, and left out."""
    for pack in packs:
        try:
            yield _compiled(pack)
        except TooComplex as error:
            _tell(wording.LEFT_OUT.format(pack=pack.id, why=too_complex(error)))


def _pieces(
    own: Compiled, case: _Case, others: Iterable[Compiled], hubs: Iterable[Compiled]
) -> Iterator[SideBySide]:
    for cell in case.book.cells:
        answers = cell_answers(own.pack, case.book, cell)
        yield side_by_side(own, answers, others, cell=cell, through=hubs)


# --- which packs, and which case --------------------------------------------------------------


def _others(
    asked: tuple[str, ...], settings: Settings, library: Library, own: Pack
) -> Iterator[Pack]:
    """The packs that are asked for, or every pack with rules of its own."""
    if asked:
        yield from (pack_named(settings, name) for name in asked)
        return
    for id in library:
        pack = library.get(id)
        if pack is None or pack.id == own.id or not pack.advices:
            continue
        base = library.get(pack.based_on)
        if base is not None and same_rules(pack, base):
            names = {"pack": short_name(pack.title), "base": short_name(base.title)}
            _tell(wording.SAME_RULES.format(**names))
        else:
            yield pack


def _cases(
    name: str, asked: str | None, settings: Settings, library: Library
) -> tuple[Pack, list[_Case]]:
    """The pack of the answers, and the cases: from a file, or one that a pack works out itself."""
    own = pack_named(settings, asked or settings.pack)
    if name == "-" or Path(name).is_file():
        sets = read_answers(sys.stdin.read() if name == "-" else Path(name))
        return own, [_Case(answers.id, "", book_of_set(own, answers, today())) for answers in sets]
    with_it = _with_case(own, name)
    if not with_it and asked is None:
        rest = (library.get(id) for id in library if id != own.id)
        with_it = [pair for pack in rest if pack is not None for pair in _with_case(pack, name)]
    if len(with_it) > 1:
        ids = ", ".join(pack.id for pack, _ in with_it)
        raise SettingError(wording.MORE_CASES.format(name=name, packs=ids))
    if not with_it:
        raise SettingError(_no_case(own, name))
    pack, case = with_it[0]
    return pack, [case]


def _with_case(pack: Pack, name: str) -> list[tuple[Pack, _Case]]:
    return [
        (pack, _Case(case.id, case.title, book_of_case(pack, case, today())))
        for case in pack.cases
        if case.id == name
    ]


def _no_case(own: Pack, name: str) -> str:
    told = meant(name, [case.id for case in own.cases])
    return wording.NO_CASE.format(name=name, told=told).strip()


# --- lines for machines -----------------------------------------------------------------------


def json_of(case: str, piece: SideBySide) -> Iterator[dict[str, Any]]:
    """One line per pack, one's own first, as plain values."""
    for view in (piece.own, *piece.others):
        own = view is piece.own
        yield {
            "geval": case,
            "deel": piece.cell.name,
            "pakket": view.pack.id,
            "titel": view.pack.title,
            "versie": view.pack.version,
            "eigen": own,
            "herkomst": _origin(view.pack),
            "adviezen": _verdicts(view),
            "overgenomen": {
                id: _values(view.pack.question(id), answer) for id, answer in view.answers.items()
            },
            "open": [question.id for question in view.open],
            "verschil": None if own else _difference(piece.difference(view)),
        }


def _origin(pack: Pack) -> dict[str, Any] | None:
    if (origin := pack.provenance) is None:
        return None
    dutch = {english: word for words in (ORIGINS, COMPLETE) for word, english in words.items()}
    return {
        "organisatie": origin.organisation,
        "naam": origin.name,
        "jaar": origin.year,
        "aard": dutch[origin.origin],
        "volledigheid": dutch[origin.completeness],
    }


def _verdicts(view: View) -> list[dict[str, Any]]:
    return [
        {
            "besluit": verdict.advice.decision,
            "zeker": verdict.certain,
            "mogelijk": [
                {
                    "uitkomst": outcome(one.outcome),
                    "aandeel": round(float(one.share), 4),
                }
                for one in verdict.likely
            ],
            "treden": list(verdict.rungs),
            "redenen": [
                {"besluit": r.decision, "regel": r.row, "want": r.why, "bron": list(r.sources)}
                for r in verdict.reasons
            ],
        }
        for verdict in view.verdicts
    ]


def _values(question: Question, answer: Answer) -> Any:
    if answer.status != "given":
        return {"unknown": "weet_ik_niet", "skipped": "overgeslagen"}[answer.status]
    return kind_of(question).as_plain(answer)


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "minstens": difference.least,
        "hoogstens": difference.most,
        "alleen_hier": [question.id for question in difference.only_here],
        "alleen_daar": [question.id for question in difference.only_there],
    }
