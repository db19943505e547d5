"""How often a test tries what is random: a few times in every run, and very often in the long run.

``python -m benchmarks.endurance`` is the long run; it sets ``PROEVEN=veel``, or a number: the most
of anything.
"""

from __future__ import annotations

import os

GIVEN = os.environ.get("PROEVEN", "")
LONG = GIVEN == "veel" or GIVEN.isdecimal()


def times(few: int, many: int) -> int:
    """A number of kills, examples or tries: for every run, or for the long one."""
    return min(many, int(GIVEN)) if GIVEN.isdecimal() else many if LONG else few
