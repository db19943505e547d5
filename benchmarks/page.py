"""The page: what comes over the line first, a turn over HTTP beside the same turn alone, and sixty
people who answer at once.

Usage: python -m benchmarks.page [--people N] [--seconds N] [--turns N]

The server is the command itself (``web --plat``) on a SQLite file in a temporary folder. A turn
over HTTP is what a browser does: the form is sent, and the page that it leads to is fetched. People
think for one to three seconds between two answers, at random with a fixed seed. Wall-clock time, so
what else runs on the machine counts.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import urlencode

import httpx

from bot.bootstrap import build_conversation
from bot.dialogue.messages import Started, Tapped
from bot.dialogue.tap import is_answer
from bot.language.plain.plain import PlainUnderstander
from bot.settings import ROOT, read
from tests.channels.web.browsing import FORM, Page
from tests.channels.web.conftest import free_port

PAGE = {"Accept": "text/html"}
THINKS = (1.0, 3.0)
"""Seconds between two answers of one person."""


@contextmanager
def served(folder: str) -> Iterator[str]:
    """The page as it is started by its command; gives its address."""
    port = free_port()
    environment = {**os.environ, "SAMENWERKWIJZER_DATA": folder, "SAMENWERKWIJZER_TEMPO": "1000000"}
    command = [sys.executable, "-m", "bot", "web", "--plat", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    address, begun = f"http://127.0.0.1:{port}", time.perf_counter()
    while True:
        try:
            httpx.get(f"{address}/sw.js")
            break
        except httpx.TransportError:
            time.sleep(0.02)
    print(f"start tot eerste antwoord: {time.perf_counter() - begun:.2f} s")
    try:
        yield address
    finally:
        process.terminate()
        process.wait()


def first_page(address: str) -> None:
    """What an empty browser fetches before anything can be chosen, and how long that takes."""
    begun, size = time.perf_counter(), 0
    with httpx.Client(base_url=address, headers={"Accept-Encoding": "gzip"}) as client:
        page = client.get("/", headers=PAGE)
        size += len(page.content)
        for file in sorted({part for part in page.text.split('"') if part.startswith("/static/")}):
            with client.stream("GET", file) as answer:
                size += sum(map(len, answer.iter_raw()))
    print(f"eerste pagina: {size / 1000:.1f} kB, {(time.perf_counter() - begun) * 1000:.0f} ms")


def next_fields(page: Page) -> list[tuple[str, str]]:
    """What a person sends next: the first thing that can be chosen. Empty at a complete advice."""
    for form in page.forms:
        if form.ticks:
            return [*form.hidden, ("vink", form.ticks[0][1])]
        taps = {text: (name, value) for text, name, value in form.buttons if name == "knop"}
        if taps and form.action == "/beurt":
            if "bericht--advice" in page.html and not any("Verder" in text for text in taps):
                return []
            tap = taps.get("Advies voor mijn project") or next(iter(taps.values()))
            return [*form.hidden, tap]
    return []


@dataclass
class Times:
    """How long turns took (ms), and how many went wrong."""

    turns: list[float] = field(default_factory=list)
    wrong: int = 0


async def person(address: str, chance: Random, until: float, times: Times) -> None:
    """One person who answers until a moment."""
    async with httpx.AsyncClient(base_url=address, follow_redirects=True, timeout=60) as client:
        page = Page((await client.get("/", headers=PAGE)).text)
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(*THINKS))
            fields = next_fields(page)
            if not fields:
                client.cookies.clear()
                page = Page((await client.get("/", headers=PAGE)).text)
                continue
            body = urlencode(fields)
            begun = time.perf_counter()
            answer = await client.post("/beurt", content=body, headers=FORM)
            times.turns.append((time.perf_counter() - begun) * 1000)
            times.wrong += answer.status_code != 200
            page = Page(answer.text)


def over_http(address: str, turns: int) -> float:
    """The median of a turn over HTTP, alone."""
    times: list[float] = []
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
        page = Page(client.get("/", headers=PAGE).text)
        while len(times) < turns:
            fields = next_fields(page)
            if not fields:
                client.cookies.clear()
                page = Page(client.get("/", headers=PAGE).text)
                continue
            body = urlencode(fields)
            begun = time.perf_counter()
            answer = client.post("/beurt", content=body, headers=FORM)
            times.append((time.perf_counter() - begun) * 1000)
            page = Page(answer.text)
    return median(times)


def alone(turns: int) -> float:
    """The median of the same turns without a channel: ``handle`` and nothing else."""
    times, number = [], 0
    with tempfile.TemporaryDirectory() as folder:
        settings = read({"SAMENWERKWIJZER_DATA": folder, "SAMENWERKWIJZER_TAAL": "plat"})
        conversation = build_conversation(settings, understander=PlainUnderstander())
        what: Started | Tapped = Started()
        for number in range(turns + 2):
            begun = time.perf_counter()
            conversation.handle("web", "iemand", str(number), what, fetched=True)
            times.append((time.perf_counter() - begun) * 1000)
            says = [r for r in conversation.screen("web", "iemand") if getattr(r, "buttons", ())]
            buttons = [b for say in says for b in say.buttons if b.data]
            answers = [b for b in buttons if is_answer(b.data)]
            what = Tapped((answers or buttons[1:] or buttons)[0].data)
        conversation.close()
    return median(times[2:])


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which this share of the turns was done."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--turns", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(str(Path(folder))) as address:
        first_page(address)
        by_http, bare = over_http(address, given.turns), alone(given.turns)
        print(f"een beurt: {by_http:.1f} ms over HTTP, {bare:.1f} ms zonder kanaal (mediaan)")
        times, until = Times(), time.monotonic() + given.seconds

        async def crowd() -> None:
            await asyncio.gather(*(
                person(address, Random(seed), until, times)
                for seed in range(given.people)
            ))  # fmt: skip

        asyncio.run(crowd())
        p99 = percentile(times.turns, 0.99)
        print(
            f"{given.people} mensen, {given.seconds} s: {len(times.turns)} beurten, "
            f"{times.wrong} fout, mediaan {median(times.turns):.0f} ms, p99 {p99:.0f} ms"
        )


if __name__ == "__main__":
    main()
