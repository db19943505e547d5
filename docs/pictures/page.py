"""Takes the pictures of the page that the README shows: ``python docs/pictures/page.py``.

Starts the page on an empty storage, answers as somebody would, and looks through Debian's Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ADDRESS = "http://127.0.0.1:8765"
DESK, PHONE = {"width": 1200, "height": 860}, {"width": 390, "height": 780}
SETTLED = "said => gesprek.innerText !== said && !document.querySelector('.bezig')"


def answer(page: Page) -> None:
    """The second answer to what is asked, the first two ticks, or the first kind of project."""
    said = page.locator("#gesprek").inner_text()
    if page.locator(".vink").count():
        for place in (0, 1):
            page.locator(".vink input").nth(place).check()
        page.get_by_role("button", name="Klaar met kiezen").click()
    elif page.locator(".antwoord").count() and not page.locator(".bericht--advice").count():
        page.locator(".antwoord").nth(1).click()
    else:
        page.locator("#gesprek form button").first.click()
    page.wait_for_function(SETTLED, arg=said)


def is_complete(page: Page) -> bool:
    """Whether nothing more is asked."""
    enough = page.get_by_role("button", name="Dit is genoeg").count()
    return bool(page.locator(".bericht--advice").count() and not enough)


def pictures() -> None:
    """A question and the advice on a phone, the advice and a case before a room on a desk."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for viewport, scheme, name in ((PHONE, "dark", "phone"), (DESK, "light", "desk")):
            page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            page.goto(ADDRESS)
            page.get_by_role("button", name="Advies voor mijn project").click()
            page.wait_for_selector(".antwoorden")
            for turn in range(40):
                if is_complete(page):
                    break
                if turn == 3 and name == "phone":
                    page.screenshot(path=HERE / "page-question.png")
                answer(page)
            page.screenshot(path=HERE / f"page-talk-{name}.png")
        page.goto(f"{ADDRESS}/advies")
        page.screenshot(path=HERE / "page-advice.png")
        page.goto(f"{ADDRESS}/presenteer")
        case = page.locator(".voorbeelden a").first.get_attribute("href")
        page.goto(f"{ADDRESS}{case}&stap=6")
        page.screenshot(path=HERE / "page-room.png")
        browser.close()


@contextmanager
def running() -> Iterator[None]:
    """The page on an empty storage, without a model, until the end of the block."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "web", "--plat", "--port", "8765"]
        own = {"SAMENWERKWIJZER_DATA": folder}
        server = subprocess.Popen(command, cwd=ROOT, env=own)  # noqa: S603 - our own command
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{ADDRESS}/sw.js").close()  # noqa: S310 - our own page
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            server.terminate()
            server.wait()


def main() -> None:
    """Start the page, take the pictures, and stop it."""
    with running():
        pictures()


if __name__ == "__main__":
    main()
