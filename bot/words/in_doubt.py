"""Which lines that were told others may perhaps not read. Pure.

Who types to this bot speaks to a colleague: what may stand in a letter is the lesser part of it.
The reader of language says how surely it may; a line that is not sure enough stays out of what
others read until the person puts it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.words.own_topics import DOUBTED

FIT = 0.65
"""From so sure on a line that was told in the talk may stand there; what then does is measured by
``python -m benchmarks.outside``."""
MEANT = 0.35
"""The same of what was typed for a paper, when it was asked what must be in it."""


def with_doubts(
    lines: Iterable[tuple[str, str]], fits: Mapping[str, float], least: float = FIT
) -> Iterator[tuple[str, str]]:
    """Lines with their topic, and behind them those that may perhaps not be read outside;
    ``fits``: line -> how surely it may (0 to 1), without those that nobody read; ``least``: what is
    sure enough."""
    known = list(lines)
    yield from known
    for line in dict.fromkeys(line for topic, line in known if topic != DOUBTED):
        if fits.get(line, 1.0) < least:
            yield DOUBTED, line
