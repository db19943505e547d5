"""Takes a picture of every page and state, on a phone and a desk, light and dark:
``python docs/pictures/pages.py`` (two minutes). They stand in ``pages``, to look at after one.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from page import ADDRESS, answer, is_complete, running
from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent / "pages"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 860}
LOOKS = [
    (f"{name}-{scheme}", viewport, scheme)
    for name, viewport in (("phone", PHONE), ("desk", DESK))
    for scheme in ("light", "dark")
]
TALLEST = {390: 1700, 1280: 1400}
"""Of a picture, in points; what stands below is more of the same."""
WIDEST, QUALITY = 720, 20
"""Of a picture as it is kept: the whole folder stays under 3 MB."""
MAIL = "Beste gemeente, wie betaalt de speelplek? En moeten jullie ons laten meepraten? Groet, Jan"
ADDRESSES = {
    "first-aid": "/ehbo",
    "chapter": "/ehbo/boze_bewoners",
    "questions": "/vragen",
    "search": "/vragen?zoek=boze+bewoners",
    "search-nothing": "/vragen?zoek=qqqqq",
    "no-advice": "/advies",
    "mail": "/beantwoord",
    "room": "/presenteer",
    "privacy": "/privacy",
    "access": "/toegankelijkheid",
    "offline": "/geen-verbinding",
    "not-there": "/bestaat-niet",
    "carry": f"/meenemen/ga-{'A' * 24}",
    "wipe": "/wis",
}
Shoot = Callable[[str], None]


def still(page: Page, shoot: Shoot) -> None:
    """Every page that needs no talk."""
    for name, address in ADDRESSES.items():
        page.goto(ADDRESS + address)
        shoot(name)
    page.goto(f"{ADDRESS}/vragen")
    page.locator("main section a").first.click()
    page.wait_for_url("**/vragen/*")
    shoot("answer")
    page.goto(f"{ADDRESS}/beantwoord")
    page.locator("#mail").fill(MAIL)
    page.get_by_role("button", name="Zoek de antwoorden").click()
    page.wait_for_selector("#concept")
    shoot("mail-answered")


def talk(page: Page, shoot: Shoot) -> None:
    """A talk from the door to the advice, and what the advice offers."""
    page.goto(ADDRESS)
    shoot("door")
    page.get_by_role("button", name="Advies voor mijn project").click()
    page.wait_for_selector(".antwoorden")
    shoot("question")
    seen = set[str]()
    kinds = '.wegen [value*=":soort_is:"]'
    for _ in range(40):
        for name, sign in (
            ("ticks", ".vink"),
            ("warnings", ".vink:nth-of-type(8)"),
            ("kind", kinds),
            ("first-advice", ".bericht--advice"),
        ):
            if page.locator(sign).count() and name not in seen:
                seen.add(name)
                shoot(name)
        if is_complete(page):
            break
        answer(page)
    shoot("advice-in-talk")
    page.goto(f"{ADDRESS}/advies")
    shoot("advice")
    page.get_by_role("button", name="Maak een link om te lezen").click()
    page.wait_for_selector("#link")
    link = page.locator("#link").input_value()
    page.goto(link)
    shoot("colleague")
    page.goto(ADDRESS)
    said = page.locator("#gesprek").inner_text()
    page.locator("#tekst").fill("/plaatje")
    page.get_by_role("button", name="Stuur", exact=True).click()
    page.wait_for_function("said => gesprek.innerText !== said", arg=said)
    shoot("picture")


def room(page: Page, shoot: Shoot) -> None:
    """One's own talk and a worked case before a room; another answer; the rules behind it."""
    page.goto(f"{ADDRESS}/presenteer")
    shoot("room-own")
    case = page.locator(".voorbeelden a").first.get_attribute("href")
    page.goto(f"{ADDRESS}{case}&stap=4")
    shoot("room-case")
    page.goto(f"{ADDRESS}{case}&stap=99")
    page.keyboard.press("F2")
    shoot("room-rules")
    page.locator(".stel summary").nth(1).click()
    page.locator(".stel[open] a").first.click()
    page.wait_for_selector(".verschil")
    shoot("room-difference")


def wiped(page: Page, shoot: Shoot) -> None:
    """The end of a talk."""
    page.goto(f"{ADDRESS}/wis")
    page.get_by_role("button", name="Ja, wis alles").click()
    page.wait_for_url("**/gewist")
    shoot("wiped")


def pictures() -> Iterator[tuple[str, bytes]]:
    """Every picture, by its name."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for look, viewport, scheme in LOOKS:
            page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            taken: list[tuple[str, bytes]] = []

            def shoot(name: str, page: Page = page, taken: list[tuple[str, bytes]] = taken) -> None:
                page.mouse.move(0, 0)
                taken.append((name, page.screenshot(full_page=True)))

            for each in (still, talk, room, wiped):
                each(page, shoot)
            yield from ((f"{name}-{look}", png) for name, png in taken)
            page.close()
        browser.close()


def keep(name: str, png: bytes) -> None:
    """A small picture of it."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, TALLEST[image.width])))
    image.thumbnail((WIDEST, image.height))
    image.save(HERE / f"{name}.webp", quality=QUALITY, method=6)


def main() -> None:
    """Start the page, take the pictures anew, and stop it."""
    HERE.mkdir(exist_ok=True)
    for old in HERE.glob("*.webp"):
        old.unlink()
    with running():
        for name, png in pictures():
            keep(name, png)


if __name__ == "__main__":
    main()
