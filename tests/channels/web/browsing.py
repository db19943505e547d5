"""A person with a browser without JavaScript: opens pages, presses buttons, ticks and types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

import httpx

from bot.dialogue.places.wording import BTN_WHICH

Fields = list[tuple[str, str]]
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


@dataclass
class Form:
    """A form: where it goes, what it brings along, its buttons and its ticks, by their label."""

    action: str
    hidden: Fields = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    ticks: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """A page as a person meets it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html, self.forms = html, list[Form]()
        self.title, self.words, self.links, self.ids = "", "", list[tuple[str, str]](), list[str]()
        self._texts: list[tuple[str, list[str], dict[str, str]]] = []
        self._tick = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        had = {name: value or "" for name, value in attrs}
        if "id" in had:
            self.ids.append(had["id"])
        if tag == "form":
            self.forms.append(Form(had.get("action", "")))
        elif tag == "input" and had.get("type") == "hidden":
            self.forms[-1].hidden.append((had["name"], had["value"]))
        elif tag == "input" and had.get("type") == "checkbox":
            self._tick = had["value"]
        elif tag in ("textarea", "input") and had.get("name"):
            self.forms[-1].texts.append(had["name"])
        if tag in ("button", "label", "title", "a", "textarea"):
            self._texts.append((tag, [], had))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if not self._texts or self._texts[-1][0] != tag:
            return
        _, parts, had = self._texts.pop()
        text = " ".join("".join(parts).split())
        if tag == "button" and self.forms:
            self.forms[-1].buttons.append((text, had.get("name", ""), had.get("value", "")))
        elif tag == "label" and self._tick:
            self.forms[-1].ticks.append((text, self._tick))
            self._tick = ""
        elif tag == "title":
            self.title = text
        elif tag == "a":
            self.links.append((text, had.get("href", "")))

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words += data
        for _, parts, _ in self._texts:
            parts.append(data)

    @property
    def answers(self) -> list[str]:
        """The labels of the buttons with an answer or a tick, as they can be chosen."""
        return [label for form in self.forms for label, name, _ in form.buttons if name == "knop"]

    @property
    def ticks(self) -> list[str]:
        """The labels of what can be ticked."""
        return [label for form in self.forms for label, _ in form.ticks]


class Person:
    """Somebody who visits the page."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.page = Page("")

    def open(self, address: str = "/") -> Page:
        """Open a page."""
        answer = self.client.get(address, headers={"Accept": "text/html"})
        assert answer.status_code == 200, answer.text[-300:]
        self.page = Page(answer.text)
        return self.page

    def fields(self, label: str) -> tuple[str, Fields]:
        """What is sent by the button with this label (or that begins so): where, and which."""
        for form in self.page.forms:
            for text, name, value in form.buttons:
                if text == label or (label.endswith("…") and text.startswith(label[:-1])):
                    return form.action, [*form.hidden, (name, value)] if name else form.hidden
        raise AssertionError(f"no button {label!r} among {self.page.answers}")

    def press(self, label: str, *more: tuple[str, str]) -> Page:
        """Press a button."""
        action, fields = self.fields(label)
        return self.post(action, [*fields, *more])

    def tick(self, *labels: str) -> Page:
        """Tick some, and be done."""
        form = next(form for form in self.page.forms if form.ticks)
        values = dict(form.ticks)
        return self.post(form.action, [*form.hidden, *(("vink", values[each]) for each in labels)])

    def type(self, text: str) -> Page:
        """Type a text and send it."""
        form = next(form for form in self.page.forms if "tekst" in form.texts)
        return self.post(form.action, [*form.hidden, ("tekst", text)])

    def post(self, action: str, fields: Sequence[tuple[str, str]]) -> Page:
        """Send a form."""
        answer = self.client.post(action, content=urlencode(fields), headers=FORM)
        assert answer.status_code == 200, (answer.status_code, answer.text[-300:])
        self.page = Page(answer.text)
        return self.page

    def answer(self, turns: int) -> Page:
        """Answer so many questions with whatever comes first; the kind of project stays open."""
        self.open()
        if "Advies voor mijn project" in self.page.answers:
            self.press("Advies voor mijn project")
        for _ in range(turns):
            if self.page.ticks:
                self.tick(self.page.ticks[0])
            else:
                self.press(next(one for one in self.page.answers if one != BTN_WHICH))
        return self.page
