"""The process that holds Rasa: JSON lines in, JSON lines out, and nothing else leaves it.

Runs in Rasa's own world: ``python -m bot.language.rasa.worker --model models/x.tar.gz``. A line in
is ``{"id": 1, "text": "…"}``; a line out has the same id with ``intent_ranking``, ``entities`` and,
for a question, ``mail_ranking``.
The real stdout is for that alone; whatever Rasa prints or logs goes to /dev/null. No socket can be
connected from here: by the kernel where it allows it, and by a guard in Python always.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import hmac
import json
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, TextIO

REFUSED = 3
"""Exit code: the model is not the one that was trained here."""
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "OMP_NUM_THREADS": str(min(2, os.cpu_count() or 1)),
    "OMP_WAIT_POLICY": "passive",
    "OPENBLAS_NUM_THREADS": "1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "LOG_LEVEL": "CRITICAL",
}
_SAID = ("intent_ranking", "mail_ranking", "entities")
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000

Parse = Callable[[str], Mapping[str, Any]]


class NoNetworkError(OSError):
    """Something in here tried to reach the network."""


def main() -> int:
    """Check the model, load it, and answer until stdin closes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", type=Path, required=True)
    model: Path = options.parse_args().model
    out = _claim_stdout()
    close_network()
    os.environ.update(QUIET)
    logging.disable(logging.CRITICAL)
    if not is_ours(model):
        _send(out, {"refused": True})
        return REFUSED
    with tempfile.TemporaryDirectory() as folder:
        parse = load(model, Path(folder))
        parse("warm")
        _send(out, {"ready": True})
        for reply in answers(sys.stdin, parse):
            _send(out, reply)
    return 0


def sidecar(model: Path) -> Path:
    """Where a model's checksum stands."""
    return model.with_name(model.name + ".sha256")


def checksum(model: Path) -> str:
    """The SHA-256 of a model file."""
    digest = hashlib.sha256()
    with model.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def is_ours(model: Path) -> bool:
    """Whether the model is the one that training wrote down. A model is code: no sum, no load."""
    try:
        wanted = sidecar(model).read_text(encoding="ascii").split()[0]
        return hmac.compare_digest(wanted, checksum(model))
    except (OSError, IndexError, UnicodeDecodeError):
        return False


def answers(lines: Iterable[str], parse: Parse) -> Iterable[dict[str, Any]]:
    """One reply per line; a text that can't be parsed gets an error without its text."""
    for line in lines:
        try:
            ask = json.loads(line)
            reply = parse(str(ask["text"]))
            yield {"id": ask["id"], **{key: reply[key] for key in _SAID if key in reply}}
        except Exception as error:  # noqa: BLE001 - Rasa may raise anything; the worker lives on
            number = ask.get("id") if "ask" in locals() and isinstance(ask, dict) else None
            yield {"id": number, "error": type(error).__name__}


def load(model: Path, folder: Path) -> Parse:
    """Rasa's prediction graph without its agent, tracker or policies."""
    from rasa.engine import loader
    from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.storage.local_model_storage import LocalModelStorage

    about, graph = loader.load_predict_graph_runner(
        folder, model, LocalModelStorage, DaskGraphRunner
    )

    def parse(text: str) -> Mapping[str, Any]:
        message = SimpleNamespace(text=text, message_id=None, metadata=None)
        inputs = {PLACEHOLDER_MESSAGE: [message], PLACEHOLDER_TRACKER: None}
        done = graph.run(inputs=inputs, targets=[about.nlu_target])
        reply: Mapping[str, Any] = done[about.nlu_target][0].as_dict(only_output_properties=True)
        return {"entities": [], **reply}

    return parse


def close_network() -> None:
    """No way out: an empty network namespace when the kernel lets us, and a guard always."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NET) != 0:
            libc.unshare(_NEW_USER | _NEW_NET)
    socket.socket.connect = _refuse  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = _refuse  # type: ignore[method-assign, assignment]
    socket.socket.sendto = _refuse  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = _refuse  # type: ignore[assignment]


def _refuse(*where: object, **how: object) -> NoReturn:
    raise NoNetworkError("the language worker has no network")


def _claim_stdout() -> TextIO:
    """Keep the real stdout for the protocol; prints and tracebacks of others go to /dev/null."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    return out


def _send(out: TextIO, reply: Mapping[str, Any]) -> None:
    out.write(json.dumps(reply, default=float) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
