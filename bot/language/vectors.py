"""Meaning vectors of training texts, kept between trainings by the hash of the text.

Only while training (``SAMENWERKWIJZER_VECTORS`` names the file): what people write is never kept.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENVIRONMENT = "SAMENWERKWIJZER_VECTORS"


class Vectors:
    """A mapping from text to vector; computes what it does not have."""

    def __init__(self, compute: Callable[[str], Any]) -> None:
        place = os.environ.get(ENVIRONMENT, "")
        self._file = Path(place) if place else None
        self._compute = compute
        self._known: dict[str, Any] = self._read()

    def __call__(self, text: str) -> Any:
        """The vector of this text."""
        if self._file is None:
            return self._compute(text)
        key = hashlib.sha256(text.encode()).hexdigest()
        if key not in self._known:
            self._known[key] = self._compute(text)
        return self._known[key]

    def save(self) -> None:
        """Keeps what was computed, when there is a file for it."""
        if self._file is None or not self._known:
            return
        import numpy as np

        part = self._file.with_suffix(".part.npz")
        np.savez(part, keys=np.array(list(self._known)), rows=np.stack(list(self._known.values())))
        part.replace(self._file)

    def _read(self) -> dict[str, Any]:
        if self._file is None or not self._file.exists():
            return {}
        import numpy as np

        with np.load(self._file, allow_pickle=False) as kept:
            return dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))
