"""A question about one's own project, with the sentences that answer it. Frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rules.model.line import Line


@dataclass(frozen=True, slots=True)
class ProjectQuestion:
    """What is said to a question of the kind ``asks`` about the project that is talked about.

    Of the ``core`` the first sentence that holds is said, then every one of ``beside``. ``kinds``:
    only for these kinds of project (every kind, when empty). ``related``: frequently asked
    questions that go on from here; ``chapters``: of first aid; ``legal``: it speaks of law.
    """

    id: str
    name: str
    asks: str
    kinds: tuple[str, ...] = ()
    core: tuple[Line, ...] = ()
    beside: tuple[Line, ...] = ()
    sources: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    legal: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        """Every sentence of it."""
        yield from (*self.core, *self.beside)
