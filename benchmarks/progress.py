"""How far a long measure is, a line now and then on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")
EVERY = 10.0
"""Seconds between two lines."""


def told_along(what: str, items: Sequence[Item]) -> Iterator[Item]:
    """The items, one by one."""
    told = monotonic() - EVERY
    for place, item in enumerate(items):
        if monotonic() - told >= EVERY:
            told = monotonic()
            print(f"{what} {place}/{len(items)}", file=sys.stderr, flush=True)
        yield item
