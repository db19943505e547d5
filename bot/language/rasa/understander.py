"""Understanding with Rasa in a worker process; plain understanding whenever it is not there."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

from bot.dialogue.messages import Understanding
from bot.language import wording
from bot.language.model.examples import Lesson, lesson, usable
from bot.language.model.parsed import ParserError
from bot.language.model.training import Progress, TrainingError, ensure_world, model_path, train
from bot.language.plain.human import without_model
from bot.language.plain.plain import at_hand
from bot.language.rasa.pipe import Worker
from bot.language.rasa.worker import is_ours
from bot.language.reading import understood
from bot.language.understand import Context
from bot.rules.model.pack import Pack
from bot.words.guards import Guards
from bot.words.literal import Literal

LOADING = 180.0
"""A worker that has not loaded its model after this many seconds is given up."""
BACKOFF = (0.2, 1.0, 2.0, 5.0, 15.0)
"""Pauses between tries to load a model, in seconds: one try more than there are pauses."""
LOOK_EVERY = 60.0
"""Seconds between two looks for a model that was trained meanwhile."""
_TICK = 0.2
logger = logging.getLogger(__name__)


class RasaUnderstander:
    """The port on a worker process. Starts it in the background, restarts it, switches models."""

    def __init__(
        self,
        packs: Mapping[str, Pack],
        root: Path,
        models: Path,
        *,
        progress: Progress | None = None,
        model: Path | None = None,
        timeout: float = 5.0,
        backoff: Sequence[float] = BACKOFF,
        look_every: float = LOOK_EVERY,
        doubts: Guards | None = None,
        literal: Literal | None = None,
    ) -> None:
        """Without a ``model`` it trains or finds its own, and takes newer ones as they appear.

        ``doubts``: what makes that something told is no fact; ``literal``: what is surely one.
        """
        self._doubts, self._literal = doubts, literal
        self._packs = packs
        self._taught: tuple[Pack, ...] = ()
        self._backoff, self._look_every = backoff, look_every
        self._looks, self._look_at = model is None, monotonic() + look_every
        self._seen: tuple[Path, int] | None = None
        self._why, self._given_up = "", False
        self._trouble = ""
        self._lesson = Lesson((), {})
        self._root, self._models, self._model = root, models, model
        self._told = progress or (lambda line: None)
        self._timeout = timeout
        self._worker: Worker | None = None
        self._starting: Worker | None = None
        self._lock = threading.Lock()
        self._status = wording.WARMING
        self._is_ready, self._closed = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._keep, name="taalmodel", daemon=True)
        self._thread.start()

    def understand(self, text: str, context: Context) -> Understanding:
        """What this text means here; ``ready`` is False when the model can't say."""
        worker = self._worker
        if worker is None:
            return at_hand(text, context) or without_model(text, off=self._given_up)
        try:
            return understood(
                text, context, lambda said: worker.parse(said, self._timeout), self._lesson
            )
        except ParserError:
            return at_hand(text, context) or without_model(text)

    def status(self) -> str:
        """One line for a person."""
        return self._status

    def trouble(self) -> str:
        """Why no model answers, from when one stopped or was given up until one answers again."""
        return self._trouble

    def wait(self, timeout: float) -> bool:
        """Whether the model is ready within this time, or is given up before; for doors that
        need it."""
        end = monotonic() + timeout
        while not self._is_ready.wait(_TICK):
            if self._given_up or self._closed.is_set() or monotonic() > end:
                return False
        return True

    def worker_pid(self) -> int | None:
        """The process that answers now, if there is one."""
        worker = self._worker
        return worker.pid if worker else None

    def switch_model(self, path: Path) -> bool:
        """Starts a second worker on another model, and switches when it is ready.

        False when it could not be loaded or is not ours: then everything stays as it was.
        """
        fresh = Worker(self._root, path)
        if not fresh.wait_ready(LOADING) or self._closed.is_set():
            fresh.close()
            return False
        with self._lock:
            old, self._worker, self._model = self._worker, fresh, path
        self._say(wording.SWITCHED, ready=True)
        if old is not None:
            _retire(old)
        return True

    def close(self) -> None:
        """Stop the worker."""
        self._closed.set()
        for worker in (self._worker, self._starting):
            if worker is not None:
                worker.close()
        self._thread.join(5.0)
        self._is_ready.clear()
        self._worker = None
        self._status = wording.OFF

    # --- the background thread ----------------------------------------------------------------

    def _keep(self) -> None:
        """Prepares a model, then keeps a worker that answers, or waits for a better model."""
        self._prepare()
        while not self._closed.is_set():
            if self._worker is not None or self._try_to_start():
                self._watch()
            elif not self._closed.is_set():
                self._give_up()
                self._await_model()

    def _prepare(self) -> None:
        """Installs and trains what is not there yet."""
        try:
            self._taught = usable(self._packs)
            self._lesson = lesson(self._taught, self._doubts, self._literal)
            ensure_world(self._root, self._say, self._closed)
            if self._model is None:
                self._model = train(self._root, self._taught, self._models, self._say, self._closed)
            self._seen = _stamp(self._model)
        except (TrainingError, OSError) as error:
            self._why = f"{error} "

    def _try_to_start(self) -> bool:
        """Whether a worker loads the model; tried a few times, each time a little later."""
        for pause in (*self._backoff, 0.0):
            if self._model is None or self._closed.is_set():
                return False
            if self._start():
                return True
            self._closed.wait(pause)
        return False

    def _start(self) -> bool:
        assert self._model is not None
        self._given_up = False
        self._say(wording.LOADING)
        self._why = wording.DOES_NOT_LOAD
        try:
            worker = self._starting = Worker(self._root, self._model)
        except OSError:
            return False
        ready = worker.wait_ready(LOADING) and not self._closed.is_set()
        self._starting = None
        if not ready:
            worker.close()
            return False
        with self._lock:
            old, self._worker = self._worker, worker
        if old is not None:  # somebody switched models just now
            _retire(old)
        self._say(wording.READY, ready=True)
        return True

    def _give_up(self) -> None:
        """Says so to people, and tells the operator what helps."""
        self._given_up = True
        self._say(f"{self._why}{wording.FELL_BACK}")
        name = self._model.name if self._model else wording.NO_MODEL
        self._report(wording.GAVE_UP % (name, self._why.strip(), self._models))

    def _await_model(self) -> None:
        """Returns when another model was trained meanwhile, or when somebody switched to one."""
        while not self._closed.wait(_TICK) and self._worker is None:
            if fresh := self._newer():
                self._model = fresh
                return

    def _watch(self) -> None:
        """Returns when the worker has ended by itself; meanwhile takes newer models."""
        while not self._closed.is_set():
            worker = self._worker
            if worker is None:
                return
            if worker.hangs:
                self._report(wording.HANGS)
                self._say(wording.ANEW)
                worker.kill()
            if worker.wait_end(_TICK) and worker is self._worker and not self._closed.is_set():
                if not self._trouble:
                    self._report(wording.DIED)
                with self._lock:
                    self._worker = None
                self._is_ready.clear()
                worker.close()
                return
            if (fresh := self._newer()) and not self.switch_model(fresh):
                logger.error(wording.KEPT_OLD, fresh.name)

    def _newer(self) -> Path | None:
        """A model of ours for these packs that was trained after the one we know; now and then."""
        if not self._looks or monotonic() < self._look_at:
            return None
        self._look_at = monotonic() + self._look_every
        path = model_path(self._root, self._taught, self._models)
        stamp = _stamp(path)
        if stamp is None or stamp == self._seen or not is_ours(path):
            return None
        self._seen = stamp
        return path

    def _report(self, line: str) -> None:
        """Tell who runs the bot what is wrong."""
        self._trouble = line
        logger.error("%s", line)

    def _say(self, line: str, ready: bool = False) -> None:
        self._status = line
        if ready:
            self._trouble = ""
            self._is_ready.set()
        self._told(line)


def _retire(worker: Worker) -> None:
    """Ends a worker that was replaced, after what it still has to answer."""
    threading.Timer(1.0, worker.close).start()


def _stamp(model: Path) -> tuple[Path, int] | None:
    """What changes when a model is trained anew, if it is there at all."""
    try:
        return model, model.stat().st_mtime_ns
    except OSError:
        return None
