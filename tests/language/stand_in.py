"""A worker in the place of Rasa's: a real process that speaks the protocol, hangs, drips or dies.

``world(folder)`` makes a world with it, as ``make chat`` makes Rasa's. What it does with a text
stands in the text: "hangt", "drupt" or "sterft"; any other it does not know.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from bot.language.rasa.worker import checksum, sidecar

HANGS, DRIPS, DIES = "hangt", "drupt", "sterft"


def world(folder: Path, name: str = "stand-in.tar.gz", loads: float = 0.0) -> Path:
    """A root whose language world is this stand-in; returns the model that goes with it.

    ``loads``: seconds until it is ready.
    """
    python = folder / ".venv-nlu" / "bin" / "python"
    package = folder / ".venv-nlu" / "lib" / "python3.11" / "site-packages" / "rasa"
    for made in (python.parent, package, folder / "models"):
        made.mkdir(parents=True)
    (package / "__init__.py").touch()
    python.write_text(f"#!/bin/sh\nexec {sys.executable} {Path(__file__).resolve()} {loads}\n")
    python.chmod(0o700)
    model = folder / "models" / name
    model.write_bytes(b"no model is needed")
    sidecar(model).write_text(f"{checksum(model)}  {model.name}\n")
    return model


def _say(reply: dict[str, object]) -> None:
    print(json.dumps(reply), flush=True)


def _serve() -> None:
    time.sleep(float(sys.argv[1]))
    _say({"ready": True})
    for line in sys.stdin:
        ask = json.loads(line)
        if HANGS in ask["text"]:
            time.sleep(3600)
        if DIES in ask["text"]:
            os._exit(1)
        while DRIPS in ask["text"]:
            print("{", end="", flush=True)
            time.sleep(0.05)
        ranking = [{"name": "onbekend", "confidence": 0.9}]
        _say({"id": ask["id"], "intent_ranking": ranking, "entities": []})


if __name__ == "__main__":
    _serve()
