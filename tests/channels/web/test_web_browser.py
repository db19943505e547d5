"""The page in Debian's Chromium: whole talks, two tabs, a lost connection, a keyboard, and axe.

Every page is opened in a browser that refuses what comes from elsewhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, sync_playwright

from bot.rules.model.pack import Pack
from tests import npm
from tests.channels.web.conftest import House, ShelfOn, house_in

pytestmark = [pytest.mark.browser, pytest.mark.node]

AXE = Path(__file__).parent / "axe"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, NARROW, DESK = (
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
    {"width": 1280, "height": 900},
)
TWICE = {"width": 640, "height": 450}
"""What is left of a desk's window at 200 %."""
SETTLED = "() => !document.querySelector('.bezig')"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """What holds a page against WCAG."""
    return (npm.install(AXE) / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def house(
    tmp_path_factory: pytest.TempPathFactory, packs: Mapping[str, Pack], shelf: ShelfOn
) -> Iterator[House]:
    """One page for all of these tests."""
    with house_in(tmp_path_factory.mktemp("pagina"), packs, shelf) as house:
        yield house


class Window:
    """Somebody's browser; it refuses and remembers what is asked of another host, and what a page
    complains of."""

    def __init__(self, browser: Browser, house: House, **how: object) -> None:
        self.house, self.refused, self.complaints = house, list[str](), list[str]()
        self.context: BrowserContext = browser.new_context(locale="nl-NL", **how)
        self.context.route("**/*", self._route)
        self.page = self.tab()

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((self.house.address, "data:")):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()

    def tab(self) -> Page:
        """Another tab."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        return page

    def open(self, path: str = "/") -> Page:
        """Open a page in the first tab."""
        self.page.goto(self.house.address + path)
        return self.page

    def begin(self, page: Page | None = None) -> Page:
        """To the first question."""
        page = page or self.open()
        page.get_by_role("button", name="Advies voor mijn project").click()
        page.wait_for_selector(".antwoorden")
        return page

    def answer(self, page: Page) -> None:
        """Answer what is asked with whatever comes first, and wait for what comes next."""
        if page.locator(".vink").count():
            page.locator(".vink input").first.check()
            self.press(page, page.get_by_role("button", name="Klaar met kiezen"))
        else:
            self.press(page, page.locator("#gesprek form button").first)

    def press(self, page: Page, button: Locator) -> None:
        """Press a button of the talk, and wait for what comes next."""
        before = page.locator("#gesprek").inner_text()
        button.click()
        page.wait_for_function(
            "before => document.getElementById('gesprek').innerText !== before", arg=before
        )
        page.wait_for_function(SETTLED)

    def to_the_advice(self, page: Page) -> Page:
        """Answer until nothing more is asked."""
        for _ in range(60):
            advised = page.locator(".bericht--advice").count()
            if advised and not page.get_by_role("button", name="Dit is genoeg").count():
                return page
            self.answer(page)
        raise AssertionError("no advice came")

    def close(self) -> None:
        """Close it: nothing was asked of another host, and nothing complained."""
        self.context.close()
        assert self.refused == []
        assert self.complaints == []


@pytest.fixture
def window(browser: Browser, house: House) -> Iterator[Window]:
    """Somebody at a desk."""
    window = Window(browser, house, viewport=DESK)
    yield window
    window.close()


def check(page: Page, axe: str, where: str) -> None:
    """axe finds nothing, and nothing sticks out of the window, once it has its looks."""
    page.wait_for_load_state("load")
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
    )["violations"]
    told = [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]
    assert told == [], where
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{where} is {wide} too wide"


# --- talking --------------------------------------------------------------------------------------


def test_a_whole_talk_without_a_reload(window: Window) -> None:
    """The page itself stays; the title follows; the advice has its page."""
    page = window.begin()
    page.evaluate("window.stays = true")
    titles = {page.title()}
    window.answer(page)
    titles.add(page.title())
    window.to_the_advice(page)
    assert page.evaluate("window.stays") is True
    assert len(titles) == 2
    page.get_by_role("link", name="Het hele advies").click()
    page.wait_for_url("**/advies")
    assert page.locator("h1").inner_text()


def test_a_whole_talk_without_javascript(browser: Browser, house: House) -> None:
    """Plain forms to the advice."""
    window = Window(browser, house, java_script_enabled=False, viewport=PHONE)
    page = window.open()
    page.get_by_role("button", name="Advies voor mijn project").click()
    for _ in range(60):
        if page.locator(".vink").count():
            page.locator(".vink input").first.check()
            page.get_by_role("button", name="Klaar met kiezen").click()
        elif (
            page.locator(".bericht--advice").count()
            and not page.get_by_role("button", name="Dit is genoeg").count()
        ):
            break
        else:
            page.locator("#gesprek form button").first.click()
    assert page.locator(".bericht--advice").count() == 1
    window.close()


def test_two_tabs_keep_one_place(window: Window) -> None:
    """The second shows where the first is; an old button there does no harm."""
    first = window.begin()
    second = window.tab()
    second.goto(window.house.address + "/")
    window.answer(first)
    known = first.locator(".weet li").count()
    second.locator("#gesprek form button").first.click()
    second.wait_for_function(SETTLED)
    second.reload()
    assert second.locator(".weet li").count() == known


def test_a_reload_in_the_middle_and_back_keep_the_place(window: Window) -> None:
    """What was said stands there again."""
    page = window.begin()
    window.answer(page)
    said = page.locator("#gesprek").inner_text()
    page.reload()
    assert page.locator("#gesprek").inner_text() == said
    page.goto(window.house.address + "/vragen")
    page.go_back()
    assert page.locator("#gesprek").inner_text() == said


def test_a_lost_connection_is_told_and_doubles_nothing(window: Window) -> None:
    """The same button later counts once."""
    page = window.begin()
    known = page.locator(".weet li").count()
    window.context.set_offline(True)
    page.locator("#gesprek form button").first.click()
    page.locator("#verbinding").wait_for()
    assert "Geen verbinding" in page.locator("#verbinding").inner_text()
    window.context.set_offline(False)
    page.locator("#verbinding", has_text="De verbinding is er weer").wait_for()
    window.answer(page)
    assert page.locator("#verbinding").is_hidden()
    assert page.locator(".weet li").count() == known + 1
    window.complaints[:] = [c for c in window.complaints if "ERR_INTERNET_DISCONNECTED" not in c]


def test_without_a_connection_a_page_says_so(window: Window) -> None:
    """Kept by the service worker; back when the connection is."""
    page = window.open()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    window.context.unroute("**/*")
    window.context.set_offline(True)
    page.goto(window.house.address + "/vragen")
    assert page.locator("h1").inner_text() == "Geen verbinding"
    window.context.set_offline(False)
    page.goto(window.house.address + "/vragen")
    assert page.locator("h1").inner_text() == "Vragen en antwoorden"
    window.complaints[:] = [c for c in window.complaints if "ERR_INTERNET_DISCONNECTED" not in c]


def fails_with(status: int) -> Callable[[Route], None]:
    """A server that answers a turn so."""
    html = "<main><h1>Dat ging te snel</h1><p>Wacht een minuut.</p></main>"
    return lambda route: route.fulfill(status=status, body=html, content_type="text/html")


@pytest.mark.parametrize("status", [429, 500, 0])
def test_what_was_typed_and_not_taken_can_be_sent_again(window: Window, status: int) -> None:
    """It went too fast, something broke, or there is no connection: the words stay, and what is
    wrong is told on the page itself."""
    page = window.begin()
    field = page.locator("#tekst")
    field.fill("/hulp")
    lost = fails_with(status) if status else lambda route: route.abort()
    page.route("**/beurt", lost)
    page.get_by_role("button", name="Stuur").click()
    page.locator("#verbinding").wait_for()
    page.wait_for_function(SETTLED)
    told = "Dat ging te snel. Wacht een minuut." if status else "Geen verbinding."
    assert page.locator("#verbinding").inner_text().startswith(told)
    assert field.input_value() == "/hulp"
    page.unroute("**/beurt")
    window.press(page, page.get_by_role("button", name="Stuur"))
    assert "/overzicht" in page.locator("#gesprek").inner_text()
    assert field.input_value() == ""
    assert not page.locator("#verbinding").is_visible()
    window.complaints[:] = [c for c in window.complaints if "Failed to load resource" not in c]


def held_back(page: Page, waiting: list[Route]) -> Route:
    """The turn that is held back; on a busy machine it comes a little after the click."""
    for _ in range(200):
        if waiting:
            return waiting[0]
        page.wait_for_timeout(25)
    raise AssertionError("no turn was sent")


def test_who_types_on_while_a_turn_is_slow_loses_nothing(window: Window) -> None:
    """The answer comes; the words, the focus and the place in the text stay."""
    page = window.begin()
    waiting: list[Route] = []
    page.route("**/beurt", lambda route: waiting.append(route))
    before = page.locator("#gesprek").inner_text()
    page.locator("#tekst").fill("/hulp")
    page.keyboard.press("Enter")
    page.wait_for_selector(".bezig")
    page.keyboard.type("en verder dit")
    held_back(page, waiting).continue_()
    page.wait_for_function(
        "before => document.getElementById('gesprek').innerText !== before", arg=before
    )
    page.wait_for_function(SETTLED)
    page.keyboard.type(" nog")
    assert page.locator("#tekst").input_value() == "en verder dit nog"
    waiting.clear()
    page.locator("#gesprek form button").first.click()
    page.locator("#tekst").focus()
    held_back(page, waiting).continue_()
    page.wait_for_function(SETTLED)
    page.keyboard.type("!")
    assert page.locator("#tekst").input_value() == "en verder dit nog!"


def test_on_a_shared_computer_who_types_goes_on(window: Window) -> None:
    """After a while without a sign of life is asked; a sign of life is enough; then it ends."""
    page = window.open()
    page.clock.install()
    page.reload()
    window.begin(page)
    page.get_by_role("button", name="Dit is een gedeelde computer").click()
    page.wait_for_selector("#nog-daar", state="attached")
    page.wait_for_load_state("load")  # the script that watches runs after the parts are there
    ask = page.locator("#nog-daar")
    for _ in range(3):
        page.clock.fast_forward(10 * 60 * 1000)
        with page.expect_response("**/wakker") as awake:
            page.locator("#tekst").press_sequentially("x")
        assert awake.value.status == 204
    assert not ask.is_visible()
    page.clock.fast_forward(14 * 60 * 1000)
    ask.wait_for()
    ask.get_by_role("button").click()
    ask.wait_for(state="hidden")
    assert page.locator("#tekst").input_value() == "xxx"
    page.clock.fast_forward(16 * 60 * 1000)
    page.wait_for_url("**/nog-daar")
    assert page.locator("#gesprek").count() == 0, "who comes next sees nothing of it"


def test_what_one_typed_stands_above_the_reply_as_text(window: Window) -> None:
    """On this screen only: a reload has it no more."""
    page = window.begin()
    page.locator("#tekst").fill("<b>de buurt</b> is erbij")
    page.locator("#typen button").click()
    own = page.locator(".gekozen.eigen")
    own.wait_for()
    assert "<b>de buurt</b> is erbij" in own.inner_text()
    page.reload()
    assert page.locator(".gekozen.eigen").count() == 0


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_who_types_below_a_long_question_sees_the_reply(
    browser: Browser, house: House, size: dict[str, int]
) -> None:
    """It begins in the window, and the focus stays where one types."""
    window = Window(browser, house, viewport=size)
    page = window.begin()
    for _ in range(40):
        if page.locator(".bericht--advice").count():
            break
        window.answer(page)
    page.locator("#tekst").fill("/hulp")
    window.press(page, page.locator("#typen button"))
    box = page.locator("#gesprek").bounding_box()
    assert box
    assert 0 <= box["y"] < size["height"] / 2
    assert page.evaluate("document.activeElement.id") in ("tekst", "gesprek")
    window.close()


@pytest.mark.parametrize("width", [360, 375, 390])
def test_the_menu_fits_in_one_line_on_a_phone(browser: Browser, house: House, width: int) -> None:
    """Whatever page is the current one."""
    window = Window(browser, house, viewport={"width": width, "height": 700})
    for path in ("/", "/advies", "/ehbo", "/vragen"):
        page = window.open(path)
        boxes = [item.bounding_box() for item in page.locator(".kop li").all()]
        assert len({round(box["y"]) for box in boxes if box}) == 1, path
    window.close()


def test_a_key_brings_the_rules_into_view(window: Window) -> None:
    """Of a case that stands on a projector."""
    page = window.open(f"/presenteer?zaak={window.house.pack.cases[0].id}&stap=3")
    page.keyboard.press("F2")
    rules = page.locator("#regels")
    assert rules.get_attribute("open") is not None
    box = rules.bounding_box()
    assert box
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_a_case_plays_by_itself_until_somebody_pauses(window: Window) -> None:
    """At the speed at which one reads; to step by hand ends it too."""
    window.page.clock.install()
    page = window.open(f"/presenteer?zaak={window.house.pack.cases[0].id}")
    page.get_by_role("link", name="Speel af").click()
    for step in (1, 2):
        page.wait_for_load_state("load")
        page.clock.fast_forward(60_000)
        page.wait_for_url(f"**stap={step}&speel=ja")
    page.get_by_role("link", name="Pauze").click()
    page.wait_for_url(lambda url: url.endswith("stap=2"))
    assert page.locator("[data-speel]").count() == 0


def test_on_paper_the_sources_are_unfolded(window: Window) -> None:
    """Nobody opens anything on paper."""
    page = window.begin()
    window.to_the_advice(page)
    page.goto(window.house.address + "/advies")
    source = page.locator("details li").first
    assert not source.is_visible()
    page.emulate_media(media="print")
    assert source.is_visible()


def test_search_answers_while_one_types(window: Window) -> None:
    """Without sending the form."""
    page = window.open("/vragen")
    page.evaluate("window.stays = true")
    page.get_by_role("searchbox").press_sequentially("boze bewoners", delay=5)
    page.wait_for_selector("#gevonden a")
    assert page.evaluate("window.stays") is True


def test_who_goes_back_from_what_was_found_finds_the_list_again(window: Window) -> None:
    """Also when nothing was sent; and in a case before a room its place stays."""
    page = window.open("/vragen")
    page.get_by_role("searchbox").press_sequentially("boze bewoners", delay=5)
    page.wait_for_url("**zoek=boze+bewoners")
    found = page.locator("#gevonden").inner_text()
    page.locator("#gevonden a").first.click()
    page.wait_for_selector("article")
    page.go_back()
    assert page.get_by_role("searchbox").input_value() == "boze bewoners"
    assert page.locator("#gevonden").inner_text() == found
    page = window.open(f"/presenteer?zaak={window.house.pack.cases[0].id}&stap=3")
    here = page.url
    page.locator(".voorbeelden summary").click()
    page.get_by_role("searchbox").press_sequentially("speelplek", delay=5)
    page.wait_for_function("() => gevonden.innerText.includes('speelplek”')")
    assert page.url == here


def test_everything_by_keyboard(window: Window) -> None:
    """From the skip link to an answer, with a visible focus."""
    page = window.begin()
    page.reload()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    before = page.locator("#gesprek").inner_text()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('antwoord')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => document.getElementById('gesprek').innerText !== before", arg=before
    )
    page.wait_for_function(SETTLED)
    assert page.evaluate("document.activeElement.id") == "gesprek"
    page.goto(window.house.address + f"/presenteer?zaak={window.house.pack.cases[0].id}")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**stap=1")
    page.keyboard.press("F2")
    assert page.locator("#regels").get_attribute("open") is not None


STOP = """() => {
    const here = document.activeElement, box = here.getBoundingClientRect();
    if (here === document.body) return null;
    const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 20), 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const is_open = top && (here.contains(top) || top.contains(here) || top.tagName === "LABEL");
    const is_marked = getComputedStyle(here).outlineStyle !== "none";
    return {what: here.outerHTML.slice(0, 120), fine: Boolean(box.width && is_open && is_marked)};
}"""
"""What the Tab key came to, and whether one sees it: in the window, under nothing else, marked."""


@pytest.mark.parametrize("size", [DESK, TWICE], ids=["desk", "200 %"])
def test_the_tab_key_comes_to_nothing_unseen(
    browser: Browser, house: House, size: dict[str, int]
) -> None:
    """In a talk, on the advice, a mail, the trainer's screen and before wiping; and out again."""
    window = Window(browser, house, viewport=size)
    window.answer(window.begin())
    case = house.pack.cases[0].id
    for path in ("/", "/advies", "/beantwoord", f"/presenteer?zaak={case}", "/wis"):
        page, stops = window.open(path), 0
        page.keyboard.press("Tab")
        while stop := page.evaluate(STOP):
            assert stop["fine"], f"{path}: {stop['what']}"
            page.keyboard.press("Tab")
            stops += 1
            assert stops < 300, "there is no way out"
        assert stops > 8
    window.close()


def test_of_a_question_with_one_answer_the_last_tick_stays(window: Window) -> None:
    """Boxes of other questions keep theirs."""
    page = window.begin()
    for _ in range(40):
        if page.locator("[data-een-van]").count():
            break
        window.answer(page)
    boxes, others = page.locator("[data-een-van]"), page.locator(".vink input:not([data-een-van])")
    others.first.check()
    boxes.nth(0).check()
    boxes.nth(1).check()
    ticked = [each.is_checked() for each in (boxes.nth(0), boxes.nth(1), others.first)]
    assert ticked == [False, True, True]


def test_ticks_are_chosen_by_keyboard(window: Window) -> None:
    """Space ticks, Enter is done; then the focus stands where the next question is."""
    page = window.begin()
    for _ in range(40):
        if page.locator(".vink").count():
            break
        window.answer(page)
    before = page.locator("#gesprek").inner_text()
    page.locator(".vink input").first.focus()
    page.keyboard.press("Space")
    assert page.locator(".vink input").first.is_checked()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => document.getElementById('gesprek').innerText !== before", arg=before
    )
    page.wait_for_function(SETTLED)
    assert page.evaluate("document.activeElement.id") == "gesprek"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#gesprek') !== null")


def test_nothing_shifts_while_the_page_loads(window: Window) -> None:
    """And nothing moves for who wants no motion."""
    page = window.open()
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => {
                for (const entry of list.getEntries()) sum += entry.value;
            }).observe({type: 'layout-shift', buffered: true});
            setTimeout(() => done(sum), 200);
        })"""
    )
    assert shift == 0


# --- for everyone ---------------------------------------------------------------------------------

LOOKS = [
    pytest.param(viewport, scheme, id=f"{viewport['width']}-{scheme}")
    for viewport, scheme in ((DESK, "light"), (NARROW, "dark"))
]


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_axe_finds_nothing_in_a_talk(
    browser: Browser, house: House, axe: str, viewport: dict[str, int], scheme: str
) -> None:
    """At the door, at a question, at ticks, with a mistake, with an explanation, at the advice."""
    how = {"viewport": viewport, "color_scheme": scheme, "reduced_motion": "reduce"}
    window = Window(browser, house, **how)
    check(window.open(), axe, "the door")
    page = window.begin()
    check(page, axe, "a question")
    window.press(page, page.get_by_role("button", name="Waarom vraag je dit?"))
    check(page, axe, "an explanation")
    page.locator("#gesprek").evaluate("talk => talk.classList.add('bezig')")
    check(page, axe, "while a turn goes on")
    page.locator("#gesprek").evaluate("talk => talk.classList.remove('bezig')")
    seen_ticks = False
    for _ in range(40):
        if page.locator(".vink").count() and not seen_ticks:
            check(page, axe, "ticks")
            seen_ticks = True
        if page.locator(".bericht--advice").count():
            check(page, axe, "an advice")
            if not page.get_by_role("button", name="Dit is genoeg").count():
                break
        window.answer(page)
    page.get_by_role("button", name="Dit is een gedeelde computer").click()
    check(page, axe, "a shared computer")
    page.locator("#nog-daar").evaluate("ask => ask.hidden = false")
    check(page, axe, "whether somebody is still there")
    page.locator("#tekst").fill("/plaatje")
    page.get_by_role("button", name="Stuur", exact=True).click()
    page.wait_for_selector(".beeld")
    check(page, axe, "a picture")
    page.goto(house.address + "/advies")
    check(page, axe, "the page of the advice")
    page.get_by_role("button", name="Maak een link om te lezen").click()
    page.wait_for_selector("#link")
    check(page, axe, "a link")
    page.goto(
        page.locator("#link").input_value().replace("https://hulp.voorbeeld.nl", house.address)
    )
    check(page, axe, "what a colleague sees")
    page.goto(house.address + "/wis")
    check(page, axe, "wiping")
    page.get_by_role("button", name="Ja, wis alles").click()
    check(page, axe, "wiped")
    window.close()


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_axe_finds_nothing_on_the_other_pages(
    browser: Browser, house: House, axe: str, viewport: dict[str, int], scheme: str
) -> None:
    """Lists, a chapter, an answer, search, a mail, the trainer's screen, the small print."""
    window = Window(browser, house, viewport=viewport, color_scheme=scheme)
    pack = house.pack
    case = pack.cases[0].id
    for path in (
        "/advies",
        "/ehbo",
        f"/ehbo/{pack.chapters[0].slug}",
        "/vragen?zoek=boze+bewoners",
        f"/vragen/{pack.faqs[0].id}",
        "/beantwoord",
        "/presenteer",
        f"/presenteer?zaak={case}&stap=2",
        f"/presenteer?zaak={case}&stap=99",
        f"/presenteer?zaak={case}&stap=99&stel=kantelpunt",
        f"/meenemen/ga-{'A' * 24}",
        "/privacy",
        "/toegankelijkheid",
        "/geen-verbinding",
        "/nog-daar",
    ):
        check(window.open(path), axe, path)
    page = window.open("/beantwoord")
    page.locator("#mail").fill("Wie betaalt de speelplek? Moet de gemeente ons laten meepraten?")
    page.get_by_role("button", name="Zoek de antwoorden").click()
    page.wait_for_selector("#concept")
    check(page, axe, "a mail that was answered")
    window.close()


def test_at_twice_the_size_nothing_is_lost(browser: Browser, house: House, axe: str) -> None:
    """200 %: a window of half the width, everything still there."""
    window = Window(browser, house, viewport=TWICE, device_scale_factor=2)
    page = window.begin()
    check(page, axe, "a question at 200 %")
    window.to_the_advice(page)
    check(page, axe, "an advice at 200 %")
    for path in ("/advies", "/ehbo", "/vragen", "/beantwoord", "/presenteer"):
        check(window.open(path), axe, f"{path} at 200 %")
    window.close()
