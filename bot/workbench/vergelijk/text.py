"""A comparison written down: as a page for a council, as Markdown, and for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from bot.workbench.pages import written
from bot.workbench.vergelijk import wording
from bot.workbench.vergelijk.comparison import FlowLine, RuleText, View

WIDE = 44
"""The widest a column of the table gets in a terminal."""


def as_page(view: View) -> str:
    """As one HTML page; every text in it is escaped."""
    return _written("vergelijk/page.html.j2", view)


def as_markdown(view: View) -> str:
    """As Markdown, with every text escaped."""
    return _written("vergelijk/text.md.j2", view)


def as_text(view: View) -> str:
    """For a terminal."""
    return _written("vergelijk/text.txt.j2", view)


def _written(template: str, view: View) -> str:
    was, now = (side.name for side in view.sides)
    helpers = {
        "columns": _columns, "said": _said, "more": _more, "plain": _plain, "sentences": _sentences,
    }  # fmt: skip
    return written(template, view=view, was=was, now=now, **helpers).strip("\n") + "\n"


def _columns(was: str, now: str, flows: Iterable[FlowLine]) -> list[str]:
    """The table of what becomes what, in columns; nothing without lines."""
    rows = [(f.before, f.after, f.share) for f in flows]
    if not rows:
        return []
    shown = [[_cut(cell) for cell in row] for row in ((was, now, *wording.COLUMNS), *rows)]
    w = [max(map(len, column)) for column in zip(*shown, strict=True)]
    return [f"{a:<{w[0]}}  {b:<{w[1]}}  {c:>{w[2]}}" for a, b, c in shown]


def _cut(text: str) -> str:
    return text if len(text) <= WIDE else f"{text[: WIDE - 1]}…"


def _more(number: int) -> str:
    """That there are more pairs of rules than are shown."""
    return (wording.MORE_RULES_OF_ONE if number == 1 else wording.MORE_RULES).format(number)


def _said(rule: RuleText) -> str:
    when = f"bij {rule.when}" if rule.when else ""
    when = f"({when})" if rule.gives and when else when
    said = " ".join(filter(None, (rule.gives, when)))
    return f"{said}. {rule.why}" if rule.why else said


def _sentences(text: str) -> list[str]:
    return [f"{part.removesuffix('.')}." for part in text.split(". ")]


def _plain(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    flat = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in flat)
