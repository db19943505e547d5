"""Understanding with Rasa in a worker process; plain understanding whenever it is not there."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from bot.dialogue.messages import Understanding
from bot.language.decide import decide
from bot.language.examples import Lesson, lesson, usable
from bot.language.parsed import ParserError
from bot.language.pipe import Worker
from bot.language.plain import at_hand
from bot.language.training import Progress, TrainingError, ensure_world, train
from bot.language.understand import MAX_TEXT, Context
from bot.rules.pack import Pack

LOADING = 180.0
"""A worker that has not loaded its model after this many seconds is given up."""
_BACKOFF = (0.2, 1.0, 2.0, 5.0, 15.0, 30.0)
_WARMING = "Ik ben nog aan het opwarmen."


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
    ) -> None:
        self._packs = packs
        self._lesson = Lesson((), {})
        self._root, self._models, self._model = root, models, model
        self._told = progress or (lambda line: None)
        self._timeout = timeout
        self._worker: Worker | None = None
        self._starting: Worker | None = None
        self._lock = threading.Lock()
        self._status = _WARMING
        self._is_ready, self._closed = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._keep, name="taalmodel", daemon=True)
        self._thread.start()

    def understand(self, text: str, context: Context) -> Understanding:
        """What this text means here; ``ready`` is False when the model can't say."""
        text = text[:MAX_TEXT]
        known = at_hand(text, context)
        if known is not None and known.sure:
            return known
        worker = self._worker
        if worker is None:
            return known or Understanding(ready=False)
        try:
            parsed = worker.parse(text, self._timeout)
        except ParserError:
            return known or Understanding(ready=False)
        return known or decide(text, parsed, context, self._lesson)

    def status(self) -> str:
        """One line for a person."""
        return self._status

    def wait(self, timeout: float) -> bool:
        """Whether the model is ready within this time; for doors that need it."""
        return self._is_ready.wait(timeout)

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
        self._say("Een nieuw taalmodel is klaar.", ready=True)
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
        self._status = "Vrije tekst staat uit."

    # --- the background thread ----------------------------------------------------------------

    def _keep(self) -> None:
        """Installs, trains, loads; and starts a new worker whenever one ended."""
        try:
            packs = usable(self._packs)
            self._lesson = lesson(packs)
            ensure_world(self._root, self._say, self._closed)
            if self._model is None:
                self._model = train(self._root, packs, self._models, self._say, self._closed)
        except (TrainingError, OSError) as error:
            self._say(f"{error} Knoppen en nummers werken wel.")
            return
        failures = 0
        while not self._closed.is_set():
            if self._start():
                failures = 0
                self._watch()
            elif self._closed.wait(_BACKOFF[min(failures, len(_BACKOFF) - 1)]):
                return
            else:
                failures += 1

    def _start(self) -> bool:
        assert self._model is not None
        self._say("Ik laad het taalmodel.")
        try:
            worker = self._starting = Worker(self._root, self._model)
        except OSError:
            self._say("Het taalmodel wil niet starten. Knoppen en nummers werken wel.")
            return False
        ready = worker.wait_ready(LOADING) and not self._closed.is_set()
        self._starting = None
        if not ready:
            self._say("Het taalmodel wil niet laden. Knoppen en nummers werken wel.")
            worker.close()
            return False
        with self._lock:
            self._worker = worker
        self._say("Ik begrijp nu ook vrije tekst.", ready=True)
        return True

    def _watch(self) -> None:
        """Returns when the worker that answers has ended by itself."""
        while not self._closed.is_set():
            worker = self._worker
            if worker is None:
                return
            if worker.wait_end(0.2) and worker is self._worker:
                with self._lock:
                    self._worker = None
                self._is_ready.clear()
                worker.close()
                return

    def _say(self, line: str, ready: bool = False) -> None:
        self._status = line
        if ready:
            self._is_ready.set()
        self._told(line)


def _retire(worker: Worker) -> None:
    """Ends a worker that was replaced, after what it still has to answer."""
    threading.Timer(1.0, worker.close).start()
