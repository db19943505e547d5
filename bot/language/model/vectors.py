"""Meaning vectors of the sentences that the repository teaches, as they come with it.

One file: a line that names the encoder, then the keys (8 bytes each, sorted), the scales (4) and
the vectors, each number in one byte. A key is the hash of a sentence as the encoder reads it.
What people write is never kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

FILE = Path("nlu_data") / "vectoren.bin"
SIZE = 384
MOST = 600
"""Of a longer text the encoder reads the beginning (characters)."""
_KEY, _SCALE = 8, 4


def as_encoded(text: str) -> str:
    """A text as the encoder reads it."""
    return text[:MOST].lower()


def key_of(text: str) -> bytes:
    """The key of a text."""
    return hashlib.sha256(as_encoded(text).encode()).digest()[:_KEY]


def keys_in(file: Path) -> tuple[str, list[bytes]]:
    """The encoder that made a file, and the keys in it; none when there is no file."""
    if not file.exists():
        return "", []
    head, _, rest = file.read_bytes().partition(b"\n")
    count = len(rest) // (_KEY + _SCALE + SIZE)
    return head.decode(), [rest[at : at + _KEY] for at in range(0, count * _KEY, _KEY)]


def read(file: Path, encoder: str) -> dict[bytes, Any]:
    """Key -> vector; nothing when another encoder made the file."""
    import numpy as np

    made_by, keys = keys_in(file)
    if made_by != encoder:
        return {}
    rest, count = file.read_bytes().partition(b"\n")[2], len(keys)
    scales = np.frombuffer(rest, "<f4", count, count * _KEY)
    small = np.frombuffer(rest, np.int8, count * SIZE, count * (_KEY + _SCALE))
    return dict(zip(keys, small.reshape(count, SIZE) * scales[:, None], strict=True))


def write(file: Path, encoder: str, vectors: Mapping[bytes, Any]) -> None:
    """Keeps vectors, each number in a byte, in the order of their keys."""
    import numpy as np

    keys = sorted(vectors)
    rows = np.stack([vectors[key] for key in keys])
    scales = _scales(rows)
    small = np.rint(rows / scales).astype(np.int8)
    part = file.with_suffix(".part")
    whole = (encoder.encode() + b"\n", *keys, scales.astype("<f4").tobytes(), small.tobytes())
    part.write_bytes(b"".join(whole))
    part.replace(file)


def rounded(rows: Any) -> Any:
    """Vectors as they would come back from a file: a model is the same with or without one."""
    import numpy as np

    scales = _scales(rows)
    return (np.rint(rows / scales).astype(np.int8) * scales).astype(np.float32)


def embedded(
    texts: Iterable[str], known: Mapping[bytes, Any], compute: Callable[[list[str]], Any]
) -> Mapping[bytes, Any]:
    """Key -> vector for these texts; what is not known is computed, all at once."""
    wanted = {key_of(text): as_encoded(text) for text in texts}
    fresh = {key: text for key, text in wanted.items() if key not in known}
    made = dict(zip(fresh, rounded(compute(list(fresh.values()))), strict=True)) if fresh else {}
    return {key: made[key] if key in made else known[key] for key in wanted}


def _scales(rows: Any) -> Any:
    import numpy as np

    return np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-9).astype("<f4") / 127
