"""Writes HTML: elements whose text is escaped, and a sheet as a table that everyone can read."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.workbench.teken import wording
from bot.workbench.teken.sheets import Box, Line, Sheet

VOID = frozenset({"meta", "col"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def el(name: str, /, *children: str | Iterable[str], **attributes: str | int | None) -> Html:
    """An element. A child that is no ``Html`` is escaped; attributes without a value are left out.

    ``klass`` stands for ``class``, and ``_`` in a name for ``-``.
    """
    written = "".join(
        f' {key.replace("klass", "class").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | Iterable[str]) -> Html:
    """Children after each other, escaped where they are text."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(escape(child, quote=False))
        else:
            parts.append(join(*child))
    return Html("".join(parts))


def paragraphs(lines: Iterable[str], klass: str = "") -> Html:
    """Each line as a paragraph."""
    return join(el("p", line, klass=klass) for line in lines if line)


def bullets(lines: Iterable[str]) -> Html:
    """Lines as a list; nothing when there are none."""
    items = [el("li", line) for line in lines if line]
    return el("ul", *items, klass="net") if items else Html("")


# --- sheets ---


def table(sheet: Sheet) -> Html:
    """A sheet as a table. On a narrow screen a row of rules becomes a card; the roles say that it
    still is a table."""
    head = el(
        "tr", [el("th", h, scope="col", role="columnheader") for h in sheet.heads], role="row"
    )
    rows = [_row(sheet, row) for row in sheet.rows]
    made = el(
        "table",
        Html("") if sheet.grid else el("caption", sheet.reading),
        _columns(sheet.widths),
        el("thead", head, role="rowgroup"),
        el("tbody", *rows, role="rowgroup"),
        klass="" if sheet.grid else "regels",
        role="table",
        aria_label=sheet.title if sheet.grid else None,
    )
    if not sheet.grid:
        return made
    scrolls = el("div", made, klass="rol", tabindex=0, role="region", aria_label=sheet.title)
    return join(el("p", sheet.reading), scrolls)


def _columns(widths: tuple[int, ...]) -> Html:
    """How wide the columns are, in shares."""
    if not widths:
        return Html("")
    shares = [f"width:{100 * width / sum(widths):.1f}%" for width in widths]
    return el("colgroup", [el("col", style=share) for share in shares])


def _row(sheet: Sheet, row: Line) -> Html:
    cells = [_cell(sheet, index, b, row.dead) for index, b in enumerate(row.boxes)]
    look = "dood" if row.dead else "raak" if row.hit else ""
    return el("tr", cells, klass=look, role="row", id=row.anchor)


def _cell(sheet: Sheet, index: int, box: Box, dead: bool) -> Html:
    inside = join(
        paragraphs(box.lines, "b" if box.strong else ""),
        paragraphs(box.small, "k"),
        paragraphs([box.note], "k nooit"),
        [dot(d.numbers, d.certain) for d in box.dots],
    )
    if index == 0:
        return el("th", inside, scope="row", role="rowheader")
    look = [
        f"s{box.shade}" if box.shade and not (dead or box.dead) else "",
        "dood" if box.dead else "",
    ]
    look.append("" if inside else "leeg")
    kop = None if sheet.grid else sheet.heads[index]
    return el("td", inside, klass=" ".join(filter(None, look)), role="cell", data_kop=kop)


def dot(numbers: tuple[int, ...], certain: bool) -> Html:
    """A project at its place, in words as well."""
    sign = "●" if certain else "○"
    shown = el("span", f"{sign} ", aria_hidden="true")
    return el("p", shown, wording.dot(numbers, certain), klass="stip")
