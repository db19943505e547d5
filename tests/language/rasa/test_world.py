"""The arithmetic that needs Rasa's world: vectors in bytes, regressions in one matrix."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.language.model.examples import lesson
from bot.language.model.one_file import as_json
from bot.language.model.training import (
    data_texts,
    ensure_world,
    world_environment,
    world_python,
)
from bot.rules.model.pack import Pack
from bot.settings import ROOT

pytestmark = pytest.mark.rasa

VECTORS = """
import sys
from pathlib import Path
import numpy as np
from bot.language.model import vectors
rows = np.random.default_rng(1).normal(size=(20, vectors.SIZE)).astype(np.float32)
texts = [f"Zin {n}" for n in range(20)]
asked = []
def compute(some):
    asked.append(some)
    return rows[[int(text.split()[1]) for text in some]]
file = Path(sys.argv[1])
first = vectors.embedded(texts[:15], {}, compute)
vectors.write(file, "e 1", first)
assert vectors.keys_in(file) == ("e 1", sorted(first))
assert vectors.read(file, "e 2") == {}
again = vectors.embedded(texts, vectors.read(file, "e 1"), compute)
assert asked[1] == [f"zin {n}" for n in range(15, 20)]
whole = vectors.embedded(texts, {}, compute)
for text, row in zip(texts, rows):
    key = vectors.key_of(text)
    assert np.allclose(again[key], whole[key], atol=1e-6)
    assert np.abs(whole[key] - row).max() <= np.abs(row).max() / 127
"""

REGRESSIONS = """
import numpy as np
from sklearn.linear_model import LogisticRegression
from bot.language.model.pool import Pool, slopes_of, softmax, with_one
from bot.language.model.side_by_side import fitted
draw = np.random.default_rng(2)
rows = draw.normal(size=(60, 8)).astype(np.float32)
for classes in (2, 3):
    labels = [f"label {n % classes}" for n in range(60)]
    model = LogisticRegression().fit(rows, labels)
    ours = softmax(with_one(rows) @ slopes_of(model))
    assert np.allclose(ours, model.predict_proba(rows), atol=1e-5)
targets = [[f"label {n % classes}" for n in range(60)] for classes in (3, 4)]
apart = [LogisticRegression(C=0.5, class_weight="balanced").fit(rows, one) for one in targets]
together = fitted(rows, targets, 0.5, 500)
for model, first, last in zip(apart, (0, 3), (3, 7)):
    ours = softmax(with_one(rows) @ together[:, first:last])
    assert np.allclose(ours, model.predict_proba(rows), atol=1e-2)
labels = ["zeldzaam"] + [f"label {n % 4}" for n in range(59)]
rows[0] = 9
pool = Pool.trained(rows, labels, LogisticRegression(), (1.0, 1.0))
for kept in (pool, Pool.restored(pool.state())):
    shares = kept.shares(rows[0])
    assert abs(shares.sum() - 1) < 1e-5
    assert kept.labels[int(shares.argmax())] == "zeldzaam"
"""


def run(code: str, *arguments: str) -> None:
    """Runs this in Rasa's world."""
    ensure_world(ROOT, print)
    subprocess.run(
        [world_python(ROOT), "-W", "ignore", "-c", code, *arguments],
        env=dict(world_environment(ROOT)),
        check=True,
    )


@pytest.mark.parametrize("code", [VECTORS, REGRESSIONS], ids=["vectors", "regressions"])
def test_in_rasas_world(code: str, tmp_path: Path) -> None:
    """Vectors come back as they were to a byte's precision, and only new ones are computed; what
    a regression says is the same in one matrix, several fitted together are as each apart, and a
    label with a single example can win."""
    run(code, str(tmp_path / "vectoren.bin"))


ONE_FILE = """
import sys
from rasa.shared.nlu.training_data.loading import load_data
def plain(one):
    marks = [(m["start"], m["end"], m["entity"], m["value"]) for m in one.get("entities", [])]
    return one["text"], one.get("intent"), sorted(marks)
slow, quick = (
    sorted(plain(one.as_dict_nlu()) for one in load_data(where).training_examples)
    for where in sys.argv[1:]
)
assert slow == quick and len(slow) > 10_000
"""


def test_the_quick_file_says_what_the_folder_says(packs: dict[str, Pack], tmp_path: Path) -> None:
    """Rasa's own reader finds the same examples, marks and intents in both."""
    texts = data_texts(ROOT, lesson(packs.values()))
    folder, file = tmp_path / "data", tmp_path / "data.json"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    file.write_text(as_json(texts.values()), "utf-8")
    run(ONE_FILE, str(folder), str(file))
