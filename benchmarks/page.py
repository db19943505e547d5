"""The page: what comes over the line first, a turn over HTTP beside the same turn alone, and sixty
people who answer at once.

Usage: python -m benchmarks.page [--people N] [--seconds N] [--turns N] [--browser]

The server is the command itself (``web --plat``) on a SQLite file in a temporary folder. A turn
over HTTP is what a browser does: the form is sent, and the page that it leads to is fetched. People
think for one to three seconds between two answers, at random with a fixed seed. ``--browser``: also
how soon Chromium with an empty cache can use the first page, and how far anything shifts in it.
Wall-clock time, so what else runs on the machine counts: its load is told, and the processor time
of the server, which is the same on a busy machine (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import urlencode

import httpx

from benchmarks.times import percentile, spread
from benchmarks.turn import opened
from bot.channels.web.shown import Message, screen_of
from bot.dialogue import wording
from bot.dialogue.messages import Happening, Tapped, Ticked
from bot.settings import read
from tests.channels.web.browsing import FORM, Page
from tests.channels.web.serving import Serving

PAGE = {"Accept": "text/html"}
DOOR = "Advies voor mijn project"
THINKS = (1.0, 3.0)
"""Seconds between two answers of one person."""
USABLE = """() => {
    const [page] = performance.getEntriesByType("navigation");
    return page.domContentLoadedEventEnd;
}"""
SHIFTED = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 500);
})"""


@contextmanager
def served() -> Iterator[Serving]:
    """The page as it is started by its command."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        serving = Serving(read({"SAMENWERKWIJZER_DATA": folder}))
        print(f"from the command to the first answer: {time.perf_counter() - begun:.2f} s")
        try:
            yield serving
        finally:
            serving.stop()


def first_page(address: str) -> None:
    """What an empty browser fetches before anything can be chosen, and how long that takes."""
    begun, size = time.perf_counter(), 0
    with httpx.Client(base_url=address, headers={"Accept-Encoding": "gzip"}) as client:
        page = client.get("/", headers=PAGE)
        size += len(page.content)
        for file in sorted({part for part in page.text.split('"') if part.startswith("/static/")}):
            with client.stream("GET", file) as answer:
                size += sum(map(len, answer.iter_raw()))
    print(f"first page: {size / 1000:.1f} kB, {(time.perf_counter() - begun) * 1000:.0f} ms")


def in_a_browser(address: str, times: int = 10) -> None:
    """How soon the first page can be used, each time in a browser that has nothing yet."""
    from playwright.sync_api import sync_playwright

    usable, shifted = [], 0.0
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(times):
            page = browser.new_context().new_page()
            page.goto(address)
            usable.append(page.evaluate(USABLE))
            shifted = max(shifted, page.evaluate(SHIFTED))
            page.context.close()
        browser.close()
    print(
        f"usable in Chromium, empty cache: median {median(usable):.0f} ms, worst "
        f"{max(usable):.0f} ms; layout shift {shifted:.4f}"
    )


def next_fields(page: Page) -> list[tuple[str, str]]:
    """What a person sends next: the first thing that can be chosen. Empty at a complete advice."""
    for form in page.forms:
        if form.ticks:
            return [*form.hidden, ("vink", form.ticks[0][1])]
        taps = {text: (name, value) for text, name, value in form.buttons if name == "knop"}
        if taps and form.action == "/beurt":
            if "bericht--advice" in page.html and wording.ENOUGH not in taps:
                return []
            return [*form.hidden, taps.get(DOOR) or next(iter(taps.values()))]
    return []


def next_happening(messages: list[Message]) -> Happening | None:
    """The same without a page."""
    for part in messages:
        if part.ticks:
            return Ticked((part.ticks[0].data,))
        if taps := {button.label: button.data for button in (*part.answers, *part.ways)}:
            advised = any(each.shape == "advice" for each in messages)
            if advised and wording.ENOUGH not in taps:
                return None
            return Tapped(taps.get(DOOR) or next(iter(taps.values())))
    return None


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


def processor(serving: Serving) -> float:
    """Milliseconds of processor time that the server took until now."""
    stat = Path(f"/proc/{serving.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def crowd(serving: Serving, people: int, seconds: int) -> None:
    """So many people at once."""
    times, until, before = Times(), time.monotonic() + seconds, processor(serving)
    address = serving.address

    async def all_of_them() -> None:
        chances = (Random(seed) for seed in range(people))
        await asyncio.gather(*(person(address, chance, until, times) for chance in chances))

    asyncio.run(all_of_them())
    print(
        f"{people} people, {seconds} s: {len(times.turns)} turns, {times.wrong} wrong, "
        f"{spread(times.turns)}; processor {(processor(serving) - before) / len(times.turns):.1f} "
        "ms a turn"
    )


def over_http(address: str, turns: int) -> list[float]:
    """How long turns over HTTP take, one after another."""
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
    return times


def alone(turns: int) -> list[float]:
    """How long the same turns take without a channel: ``handle`` and nothing else."""
    times: list[float] = []
    number = who = 0
    with opened() as conversation:
        while len(times) < turns:
            replies = conversation.screen("web", f"{who}")
            glance = conversation.glance("web", f"{who}")
            parts = [p for p in screen_of(replies, glance).parts if isinstance(p, Message)]
            what = next_happening(parts)
            if what is None:
                who += 1
                continue
            number += 1
            begun = time.perf_counter()
            conversation.handle("web", f"{who}", f"{number}", what, fetched=True)
            times.append((time.perf_counter() - begun) * 1000)
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--browser", action="store_true")
    given = parser.parse_args()
    print(f"load of the machine: {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    with served() as serving:
        address = serving.address
        first_page(address)
        if given.browser:
            in_a_browser(address)
        over_http(address, 20)  # so that both are warm
        bare, before = alone(given.turns + 20)[20:], processor(serving)
        by_http = over_http(address, given.turns)
        used = (processor(serving) - before) / given.turns
        more = percentile(by_http, 0.5) - percentile(bare, 0.5)
        print(f"a turn over HTTP: {spread(by_http)}\nthe same alone:   {spread(bare)}")
        print(f"over HTTP a turn takes {more:.1f} ms more at the median; processor {used:.1f} ms")
        crowd(serving, given.people, given.seconds)
    print(f"load of the machine: {' '.join(f'{load:.1f}' for load in os.getloadavg())}")


if __name__ == "__main__":
    main()
