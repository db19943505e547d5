"""How long a button turn takes, durable save included; over Telegram; and beside a Rasa form bot.

Usage: python -m benchmarks.turn [--conversations N] [--telegram]
           [--baseline FOLDER --rasa-python FILE [--baseline-conversations N]]

A turn is one tap, from ``Conversation.handle`` to the commit of state and replies (SQLite, WAL,
synchronous=FULL) in a temporary folder. People answer at random, with a fixed seed. Wall-clock
time, so what else runs on the machine counts: compare within one run only.

``--telegram`` measures from the tap in the independent Bot API emulator until the next question
stands in it. ``--baseline`` copies the folder of a Rasa form bot that has ``train.sh`` and
``measure.py``, trains its light variant when it has no model yet, runs ``measure.py speed licht
sqlite``, and measures our turn just before and just after it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time, sleep
from typing import Any

from benchmarks.play import MOST_TAPS, answers, at_random, interview, last, next_tap
from benchmarks.times import spread
from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue import button_data, commands, wording
from bot.dialogue.messages import Happening, Reply, Started, Tapped
from bot.language.plain.plain import PlainUnderstander
from bot.packs.load import load_all
from bot.rules.model.pack import Pack
from bot.settings import ROOT, read

PACK = "passende_samenwerking"
CHANGED = "voorgeschiedenis"
"""The question whose answer is corrected again and again."""
CORRECTIONS = 100
FEW = 20
PATIENCE = 1800.0
BAR = 20


@contextmanager
def opened() -> Iterator[Conversation]:
    """The real conversation on a database in a temporary folder, without a language model."""
    with tempfile.TemporaryDirectory() as folder:
        settings = read({"SAMENWERKWIJZER_DATA": folder, "SAMENWERKWIJZER_TAAL": "plat"})
        conversation = build_conversation(settings, understander=PlainUnderstander())
        try:
            yield conversation
        finally:
            conversation.close()


@dataclass
class Person:
    """Taps, and notes how many milliseconds each turn took: saved, and saved and delivered."""

    conversation: Conversation
    name: str
    saved: list[float] = field(default_factory=list)
    delivered: list[float] = field(default_factory=list)
    updates: int = 0

    def do(self, what: Happening) -> Sequence[Reply]:
        """One turn, and its replies crossed off."""
        self.updates += 1
        start = perf_counter()
        key = self.conversation.handle("proef", self.name, f"{self.updates}", what)
        saved = perf_counter()
        rows = list(self.conversation.outgoing(key))
        for row in rows:
            self.conversation.sent(row.id)
        if isinstance(what, Tapped):
            self.saved.append((saved - start) * 1000)
            self.delivered.append((perf_counter() - start) * 1000)
        return [row.reply for row in rows]


@dataclass
class Figures:
    """What was measured of our own bot."""

    saved: list[float]
    delivered: list[float]
    seconds: float
    processor: float
    conversations: int
    first: list[float]
    later: list[float]
    again: list[float]
    bytes_before: int
    bytes_after: int

    @property
    def processor_per_turn(self) -> float:
        """Milliseconds of processor time, the greeting counted as a turn too."""
        return self.processor * 1000 / (len(self.saved) + self.conversations)

    def tell(self, head: str = "turn") -> None:
        """Print them."""
        print(f"{head}, saved durably: {spread(self.saved)} ({len(self.saved)} taps)")
        print(f"{head}, saved and replies crossed off: {spread(self.delivered)}")
        print(
            f"conversations: {self.conversations / self.seconds:.1f} per second, one after the"
            f" other ({len(self.saved) / self.conversations:.1f} taps each);"
            f" processor {self.processor_per_turn:.1f} ms per turn on average"
        )
        print(f"corrections 1-{FEW} in one conversation: {spread(self.first)}")
        print(f"corrections {CORRECTIONS - FEW + 1}-{CORRECTIONS}: {spread(self.later)}")
        print(f"a new project in that conversation: {spread(self.again)} ({len(self.again)} taps)")
        print(f"its saved state: {self.bytes_before} bytes before, {self.bytes_after} after")


def measured(conversations: int, seed: int) -> Figures:
    """Measure our own bot."""
    with opened() as conversation:
        pack = load_all(ROOT / "knowledge")[PACK]
        chance = Random(seed)
        interview(Person(conversation, "warm").do, at_random(pack, chance))
        people = [Person(conversation, f"p{number}") for number in range(conversations)]
        start, busy = perf_counter(), process_time()
        for person in people:
            interview(person.do, at_random(pack, chance))
        seconds, busy = perf_counter() - start, process_time() - busy
        long = Person(conversation, "lang")
        interview(long.do, at_random(pack, chance))
        before = size(conversation, long)
        corrections = [correct(long, pack, number) for number in range(CORRECTIONS)]
        after = size(conversation, long)
        return Figures(
            [t for person in people for t in person.saved],
            [t for person in people for t in person.delivered],
            seconds,
            busy,
            conversations,
            [t for pair in corrections[:FEW] for t in pair],
            [t for pair in corrections[-FEW:] for t in pair],
            one_more(long, pack, chance),
            before,
            after,
        )


def size(conversation: Conversation, person: Person) -> int:
    """The number of bytes in which this conversation is saved."""
    key = conversation.handle("proef", person.name, f"{person.updates}", Started())
    saved = conversation._store.load(key)
    return len(saved.state.encode()) if saved else 0


def correct(person: Person, pack: Pack, number: int) -> Sequence[float]:
    """Change an earlier answer: two taps, each timed."""
    key = person.conversation.handle("proef", person.name, f"{person.updates}", Started())
    saved = person.conversation._store.load(key)
    assert saved is not None
    project = person.conversation._opened(saved).current
    screen = last(person.do(Tapped(button_data.command_data(project, commands.CHANGE, CHANGED))))
    options = pack.question(CHANGED).options
    button = answers(pack, screen)[options[number % 2].id]
    person.do(Tapped(button.data))
    return person.saved[-2:]


def one_more(person: Person, pack: Pack, chance: Random) -> Sequence[float]:
    """A whole new project in a conversation that has been going on for long."""
    known = len(person.saved)
    screen = last(person.do(Tapped(button_data.command_data("", commands.NEW))))
    choose = at_random(pack, chance)
    for _ in range(MOST_TAPS):
        if not (data := next_tap(screen, choose)):
            break
        screen = last(person.do(Tapped(data)))
    return person.saved[known:]


# --- over Telegram --------------------------------------------------------------------------


class Clocked:
    """A conversation that notes how long each turn in it took."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self.times: list[float] = []

    def handle(self, *args: Any, **more: Any) -> str:
        """One turn, timed."""
        start = perf_counter()
        key = self._conversation.handle(*args, **more)
        self.times.append((perf_counter() - start) * 1000)
        return key

    def __getattr__(self, name: str) -> Any:
        return getattr(self._conversation, name)


def over_telegram(conversations: int) -> None:
    """Print how long it takes from a tap in the emulator until the next message is in it."""
    from bot.channels.telegram.run import run_polling
    from tests.channels.telegram import on_air
    from tests.channels.telegram.emulator import telegram_emulator

    chance, times = Random(1), []
    with telegram_emulator.running() as emulator, opened() as conversation:
        clocked = Clocked(conversation)
        with on_air.running(
            run_polling, clocked, emulator.token, base_url=emulator.url, tuning=on_air.QUICK
        ):
            for number in range(conversations):
                times += chat(emulator.person(7001 + number), chance)
        print(f"turn over Telegram's emulator, tap to next message: {spread(times)}", end="")
        print(
            f" ({len(times)} taps; of which in the bot's turn p50 {median(clocked.times):.2f} ms)"
        )


def chat(person: Any, chance: Random) -> list[float]:
    """One interview over the emulator; the milliseconds of each tap."""
    times: list[float] = []
    person.type("/start")
    shown, count = arrived(person, 0)
    data = next(b["callback_data"] for b in shown.buttons if b["text"] == wording.DOOR_ADVICE)
    for _ in range(MOST_TAPS):
        start = perf_counter()
        person.tap_data(shown, data)
        shown, count = arrived(person, count)
        times.append((perf_counter() - start) * 1000)
        # the data of buttons is stateless: a:PROJECT:QUESTION:OPTION and c:PROJECT:COMMAND:…
        taps = [b["callback_data"] for b in shown.buttons if "callback_data" in b]
        answers = [d for d in taps if d.startswith("a:") and not d.endswith(":_weet_niet")]
        ready = [d for d in taps if d.endswith((":_klaar", ":_gelijk"))]
        if not answers and not ready:
            return times
        data = ready[0] if ready else chance.choice(answers)
    return times


def arrived(person: Any, count: int, limit: float = 10.0) -> tuple[Any, int]:
    """The newest message with buttons beyond the first ``count`` messages, and the new count."""
    end = perf_counter() + limit
    while perf_counter() < end:
        screen = person.screen()
        if len(screen) > count and screen[-1].buttons:
            return screen[-1], len(screen)
        sleep(0.002)
    raise TimeoutError("no answer over the emulator")


# --- beside a Rasa form bot -----------------------------------------------------------------


def beside(folder: Path, python: Path, ours: int, theirs: int) -> None:
    """Measure ours, theirs and ours again, and print the ratio."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / "baseline"
        shutil.copytree(folder, place, copy_function=shutil.copyfile)
        environment = surroundings(Path(temporary), python)
        if not (place / "run" / "models" / "licht.tar.gz").is_file():
            job(["bash", "train.sh", "licht"], place, environment)
        before = measured(ours, 11)
        job(
            [str(python), "measure.py", "speed", "licht", "sqlite", f"{theirs}"], place, environment
        )
        after = measured(ours, 12)
        found = json.loads((place / "results" / "speed_licht_sqlite.json").read_text())
    before.tell("ours before the baseline")
    after.tell("ours after the baseline")
    tell(found)
    compare(found, before, after)


def surroundings(folder: Path, python: Path) -> dict[str, str]:
    """The environment for the baseline: its Rasa, and our psutil, which fits any Python 3."""
    import psutil

    own = folder / "psutil-only"
    own.mkdir()
    (own / "psutil").symlink_to(Path(psutil.__file__).parent)
    chosen = {"PYTHONPATH": str(own), "RASA": str(python.parent.parent)}
    return os.environ | chosen | {"RASA_TELEMETRY_ENABLED": "false"}


def job(command: Sequence[str], place: Path, environment: dict[str, str]) -> None:
    """Run one bounded command; show its last lines when it fails."""
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def tell(found: dict[str, Any]) -> None:
    """Print what the baseline's own measurement says."""
    turn, long = found["serial"]["button_turn"], found["long_conversation"]
    print(
        f"baseline, a button turn over REST: p50 {turn['p50_ms']}  p95 {turn['p95_ms']}"
        f"  p99 {turn['p99_ms']} ms ({turn['n']} turns, {found['serial']['errors']} errors)"
    )
    print(
        f"baseline: {found['serial']['conversations_per_s']} conversations per second,"
        f" {found['first_answer_s']} s to the first answer,"
        f" {found['at_end']['rasa_rss_mb']} + {found['at_end']['actions_rss_mb']} MB"
    )
    print(
        f"baseline, corrections 1-20 in one conversation: p50 {long['first_20']['p50_ms']} ms;"
        f" 81-100: p50 {long['last_20']['p50_ms']} ms"
    )


def compare(found: dict[str, Any], before: Figures, after: Figures) -> None:
    """Print the ratios at the median."""
    theirs = found["serial"]["button_turn"]["p50_ms"]
    saved = median([*before.saved, *after.saved])
    delivered = median([*before.delivered, *after.delivered])
    ratio = theirs / saved
    verdict = "met" if ratio >= BAR else "NOT met"
    print(
        f"ratio at the median: {ratio:.1f} (bar {BAR}: {verdict}); with our replies crossed off:"
        f" {theirs / delivered:.1f}"
    )
    used = sum(found["serial"]["cpu_ms_per_turn"].values())
    mean = (before.processor_per_turn + after.processor_per_turn) / 2
    print(
        f"processor time per turn, on average: ours {mean:.1f} ms, baseline {used:.1f} ms,"
        f" ratio {used / mean:.1f}"
    )
    long = found["long_conversation"]
    growth = long["last_20"]["p50_ms"] / long["first_20"]["p50_ms"]
    own = median([*before.later, *after.later]) / median([*before.first, *after.first])
    print(f"growth over {CORRECTIONS} corrections: ours x{own:.2f}, baseline x{growth:.2f}")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--conversations", type=int, default=100)
    parser.add_argument("--telegram", action="store_true")
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--rasa-python", type=Path)
    parser.add_argument("--baseline-conversations", type=int, default=100)
    given = parser.parse_args()
    if given.baseline and not given.rasa_python:
        parser.error("--baseline needs --rasa-python")
    if given.telegram:
        over_telegram(min(given.conversations, 10))
    elif given.baseline:
        python = given.rasa_python.absolute()
        beside(given.baseline, python, given.conversations, given.baseline_conversations)
    else:
        measured(given.conversations, 11).tell()


if __name__ == "__main__":
    main()
