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
    """From texts to vectors; what is not kept is computed, many at once where there are many."""

    def __init__(self, compute: Callable[[list[str]], Any]) -> None:
        place = os.environ.get(ENVIRONMENT, "")
        self._file = Path(place) if place else None
        self._compute = compute
        self._known: dict[str, Any] = self._read()

    def __call__(self, texts: list[str]) -> Any:
        """One vector per text (a row each)."""
        import numpy as np

        if self._file is None:
            return self._compute(texts)
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        fresh = {k: text for k, text in zip(keys, texts, strict=True) if k not in self._known}
        if fresh:
            self._known.update(zip(fresh, self._compute(list(fresh.values())), strict=True))
        return np.stack([self._known[key] for key in keys])

    @property
    def keeps(self) -> bool:
        """Whether what is computed is kept: only while training."""
        return self._file is not None

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
