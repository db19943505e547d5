"""One worker process and the pipes to it. Several threads may ask at once."""

from __future__ import annotations

import json
import subprocess
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from bot.language.model.parsed import Parsed, ParserError, from_rasa
from bot.language.model.training import world_environment, world_python

MISSES = 2
"""Texts in a row without an answer after which a worker counts as hanging."""
STUCK = 10.0
"""Seconds after which a worker that does not take a text counts as hanging."""


class Worker:
    """A running language worker. ``parse`` raises ParserError; the process itself may die."""

    def __init__(self, root: Path, model: Path) -> None:
        command = [str(world_python(root)), "-m", "bot.language.rasa.worker", "--model", str(model)]
        self.model = model
        self._asked = count(1)
        self._open: dict[int, Future[dict[str, Any]]] = {}
        self._lock = threading.Lock()
        self._ready: Future[bool] = Future()
        self._missed = 0
        self._writing: float | None = None
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=root,
            env=dict(world_environment(root)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._thread = threading.Thread(target=self._listen, name="taalmodel-lees", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def wait_ready(self, timeout: float) -> bool:
        """Whether the model was loaded in time; False when it was refused or died."""
        try:
            return self._ready.result(timeout)
        except FutureTimeoutError:
            return False

    def wait_end(self, timeout: float | None = None) -> bool:
        """Whether the process ended in this time."""
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            return False
        return True

    @property
    def hangs(self) -> bool:
        """Whether several texts in a row had no answer, or one is not even taken from us."""
        held = self._writing
        stuck = held is not None and monotonic() - held > STUCK
        return self._missed >= MISSES or stuck

    def kill(self) -> None:
        """End a process that hangs; whoever waits for it is told."""
        self._process.kill()

    def parse(self, text: str, timeout: float) -> Parsed:
        """What the model says of a text. Raises ParserError after ``timeout`` seconds."""
        number = next(self._asked)
        reply: Future[dict[str, Any]] = Future()
        self._open[number] = reply
        try:
            self._write({"id": number, "text": text})
            parsed = from_rasa(reply.result(timeout))
            self._missed = 0
            return parsed
        except FutureTimeoutError as error:
            self._missed += 1
            raise ParserError("too slow") from error
        finally:
            self._open.pop(number, None)

    def close(self) -> None:
        """Ends the process: kindly first."""
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        if not self.wait_end(2.0):
            self._process.kill()
            self._process.wait()
        self._thread.join(2.0)
        if self._process.stdout:
            self._process.stdout.close()

    def _write(self, ask: dict[str, Any]) -> None:
        assert self._process.stdin
        try:
            with self._lock:
                self._writing = monotonic()
                self._process.stdin.write(json.dumps(ask) + "\n")
                self._process.stdin.flush()
                self._writing = None
        except (OSError, ValueError) as error:
            raise ParserError("the worker is gone") from error

    def _listen(self) -> None:
        """Hands every reply to who asked; when the worker ends, tells everybody who waits."""
        assert self._process.stdout
        with suppress(ValueError):
            for line in self._process.stdout:
                self._take(line)
        if not self._ready.done():
            self._ready.set_result(False)
        for reply in list(self._open.values()):
            if not reply.done():
                reply.set_exception(ParserError("the worker ended"))

    def _take(self, line: str) -> None:
        try:
            told = json.loads(line)
        except json.JSONDecodeError:
            return
        if "ready" in told or "refused" in told:
            if not self._ready.done():
                self._ready.set_result("ready" in told)
            return
        reply = self._open.get(told.get("id", 0))
        if reply is not None and not reply.done():
            reply.set_result(told)
