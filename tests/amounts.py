"""How often a test tries what is random: a few times in every run, and very often in the long run.

``python -m benchmarks.endurance`` is the long run; it sets ``PROEVEN=veel``.
"""

from __future__ import annotations

import os

LONG = os.environ.get("PROEVEN") == "veel"


def times(few: int, many: int) -> int:
    """A number of kills, examples or tries: for every run, or for the long one."""
    return many if LONG else few
