"""How soon the bot speaks, what memory it holds and how large its two worlds are.

Usage: python -m benchmarks.room [--fresh]   (from the folder of the repository, after make chat)

``--fresh`` installs the bot's world anew in a temporary folder to weigh it (uses the cache of uv).
Memory is RSS, of a chat in a terminal of its own that says nothing, once its language worker (a
process of its own) has loaded its model. Times are wall-clock: the median of a few starts.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import psutil

from bot.settings import ROOT

BOT = str(ROOT / ".venv" / "bin" / "samenwerkwijzer")
STARTS = 7
LOADING = 240.0
AT_THE_PROMPT = b"\x1b[?2004h"
"""What a terminal is sent when the line editor begins to read: pasting comes in brackets."""
MB = 2**20
SAMPLE = 1.0
STEADY = 8
"""So many samples in a row with hardly any change: then the model is loaded."""


@contextmanager
def started(command: Sequence[str], data: str, plain: bool) -> Iterator[tuple[int, int]]:
    """A process in a terminal of its own; gives its id and the terminal."""
    environment = os.environ | {"SAMENWERKWIJZER_DATA": data, "TERM": "xterm-256color"}
    environment |= {"SAMENWERKWIJZER_TAAL": "plat" if plain else "rasa"}
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), environment)
    try:
        yield child, terminal
    finally:
        os.kill(child, signal.SIGTERM)
        read_for(terminal, 0.5)
        os.close(terminal)
        os.waitpid(child, 0)


def read_for(terminal: int, seconds: float, until: bytes = b"\0never") -> bytes:
    """What comes out of a terminal within some seconds, or until these bytes came."""
    found, end = b"", perf_counter() + seconds
    while until not in found and (left := end - perf_counter()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if b"\x1b[6n" in more:
            os.write(terminal, b"\x1b[1;1R")
        found += more
    return found


def first_output() -> float:
    """Seconds to the first output of a plain script without input."""
    start = perf_counter()
    process = subprocess.Popen(
        [BOT, "chat", "--script", "--plat"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    first = process.stdout.read(1)
    took = perf_counter() - start
    process.stdout.read()
    process.wait()
    assert first
    return took


def first_prompt() -> tuple[float, float]:
    """Seconds to the greeting and to the prompt of a chat in a terminal, Rasa in the background."""
    with tempfile.TemporaryDirectory() as data:
        start = perf_counter()
        with started([BOT, "chat"], data, plain=False) as (_, terminal):
            seen = read_for(terminal, 30, b"Hoi!")
            greeted = perf_counter() - start
            if AT_THE_PROMPT not in seen:
                seen = read_for(terminal, 30, AT_THE_PROMPT)
            if AT_THE_PROMPT not in seen:
                raise TimeoutError("no prompt came")
            return greeted, perf_counter() - start


def memory() -> tuple[float, float]:
    """Megabytes of an idle chat and of its language worker."""
    with (
        tempfile.TemporaryDirectory() as data,
        started([BOT, "chat"], data, plain=False) as (child, terminal),
    ):
        bot, end, steady, before = psutil.Process(child), perf_counter() + LOADING, 0, 0.0
        while perf_counter() < end:
            read_for(terminal, SAMPLE)
            workers = [p for p in bot.children(recursive=True) if is_worker(p)]
            held = sum(p.memory_info().rss for p in workers) / MB
            steady = steady + 1 if held > 1 and abs(held - before) < 1 else 0
            before = held
            if steady >= STEADY and held > 300:
                return bot.memory_info().rss / MB, held
        raise TimeoutError("the worker did not load its model")


def is_worker(process: psutil.Process) -> bool:
    """Whether this is the language worker."""
    try:
        return "bot.language.rasa.worker" in process.cmdline()
    except psutil.Error:
        return False


def weight(folder: Path) -> float:
    """Megabytes on disk."""
    told = subprocess.run(["du", "-sm", folder], capture_output=True, text=True, check=True)
    return float(told.stdout.split()[0])


def fresh() -> float:
    """Megabytes of the bot's world, installed anew as ``make chat`` does."""
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder) / "world"
        environment = os.environ | {
            "UV_PROJECT_ENVIRONMENT": str(world),
            "UV_PYTHON": str(ROOT / ".venv" / "bin" / "python"),
            "UV_COMPILE_BYTECODE": "1",
            "UV_LINK_MODE": "copy",
        }
        environment.pop("VIRTUAL_ENV", None)
        uv = subprocess.run(
            ["sh", "scripts/uv.sh"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        command = [uv, "sync", "--frozen", "--extra", "chat", "--no-default-groups"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        return weight(world)


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fresh", action="store_true")
    given = parser.parse_args()
    times = [first_output() for _ in range(STARTS)]
    print(f"first output of a script: {median(times):.2f} s (worst of {STARTS} {max(times):.2f})")
    pairs = [first_prompt() for _ in range(STARTS)]
    greeted, asked = (median(column) for column in zip(*pairs, strict=True))
    print(f"chat in a terminal: greeting after {greeted:.2f} s, prompt after {asked:.2f} s", end="")
    print(f" (worst {max(pair[1] for pair in pairs):.2f})", flush=True)
    sleep(SAMPLE)
    bot, worker = memory()
    print(f"memory: bot {bot:.0f} MB, language worker {worker:.0f} MB", flush=True)
    nlu = ROOT / ".venv-nlu"
    if nlu.is_dir():
        print(f"Rasa's world: {weight(nlu):.0f} MB")
    if given.fresh:
        print(f"the bot's world: {fresh():.0f} MB")


if __name__ == "__main__":
    main()
