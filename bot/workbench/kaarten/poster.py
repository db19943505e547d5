"""The matrix of a pack as an empty poster, to fill in together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.rules.diagram.compile import Compiled
from bot.workbench.colours import form_colours
from bot.workbench.kaarten import wording
from bot.workbench.pages import written
from bot.workbench.teken.reach import reach_of
from bot.workbench.teken.sheets import Box, Sheet, Sheets


def empty_matrices(compiled: Compiled) -> list[tuple[str, Sheet]]:
    """The name of each decision that is a matrix, and the matrix without what stands in it."""
    sheets = Sheets(compiled, reach_of(compiled))
    return [
        (sheets.words.name(decision.id), _emptied(sheet))
        for decision in compiled.pack.decisions
        for sheet in sheets.of(decision)
        if sheet.grid
    ]


def _emptied(sheet: Sheet) -> Sheet:
    rows = [
        replace(row, boxes=(row.boxes[0], *(Box() for _ in row.boxes[1:])), dead=False)
        for row in sheet.rows
    ]
    return replace(sheet, rows=tuple(rows), reading=wording.POSTER_HOW)


def write_poster(compiled: Compiled, matrices: list[tuple[str, Sheet]], day: date) -> str:
    """One sheet of A3 for each matrix, with the forms in their colours below it."""
    pack = compiled.pack
    forms = [(form, look) for id, look in form_colours(pack).items() if (form := pack.form(id))]
    return written(
        "kaarten/poster.html.j2",
        pack=pack,
        matrices=matrices,
        forms=forms,
        day=day,
        wording=wording,
    )
