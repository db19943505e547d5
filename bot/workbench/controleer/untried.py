"""What an own pack leaves without a worked case, and the cases of the pack below that went away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.packs.inherit.merge import id_of
from bot.packs.load import Loaded
from bot.packs.names import maps
from bot.packs.text.source import Map
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.residual import residual
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.prove.findings import Finding
from bot.rules.prove.space import Space
from bot.workbench.controleer.places import own

CASES_GONE, ROW_UNTRIED = "voorbeelden_weg", "rij_zonder_voorbeeld"


def cases_gone(loaded: Loaded) -> Iterator[Finding]:
    """The worked cases of the pack below that fell away with the form that they expect."""
    if loaded.under is None:
        return
    here = {id_of(case) for case in maps(loaded.root, "voorbeelden")}
    forms = {id_of(form) for form in maps(loaded.root, "vormen")}
    gone = [case for case in maps(loaded.under, "voorbeelden") if id_of(case) not in here]
    lost = [str(id_of(case)) for case in gone if not set(_expected(case)) <= forms]
    if lost:
        yield Finding(CASES_GONE, "tip", tuple(lost))


def _expected(case: Map) -> Iterable[str]:
    expected = case["verwacht"]
    return expected.values() if isinstance(expected, Map) else (expected,)


def rows_untried(
    compiled: Compiled, books: Iterable[AnswerBook], loaded: Loaded
) -> Iterator[Finding]:
    """The rows in the files of the pack itself that decide in no worked case."""
    pack, space = compiled.pack, Space(compiled)
    answers = [cell_answers(pack, book, cell) for book in books for cell in book.cells]
    cases = [residual(compiled, each) for each in answers]
    for item in maps(loaded.root, "besluiten"):
        rows = [str(id_of(row)) for row in maps(item, "rijen") if own(loaded, row.place)]
        name = str(id_of(item))
        fires, logic = compiled.fires.get(name, {}), pack.decision(name).logic
        for row in rows:
            if row not in fires:
                continue  # it does not hold on this day
            node = logic.counts_in(space, row, fires[row])
            if space.can_hold(node) and not any(case.truth(node) for case in cases):
                yield Finding(ROW_UNTRIED, "tip", (f"{name}.{row}",))
