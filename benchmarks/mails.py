"""How well mails are answered: ``python -m benchmarks.mails BESTAND [--fouten] [--plat]
[--pagina]``.

The file is a YAML list of ``{mail: text, vragen: [{tekst: "…", faq: …}]}``: an id, several
(``"id|id"`` or a list), or null where the product has no answer. A question was found when an item
of the reply has its words. Right is the answer that was meant, or none where there is none; wrong
is any other answer, also to what nobody asked. ``--pagina``: each mail is sent to the page
(``POST /beantwoord`` on the real application, in this process), and what that shows is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import httpx
import yaml
from rapidfuzz import fuzz

from benchmarks.listening import listening
from bot import bootstrap
from bot.channels.web.app import application
from bot.channels.web.run import Look, site_of
from bot.clock import today
from bot.language.mail.reply import Item, reply_to
from bot.language.understand import Understander
from bot.rules.model.pack import Pack
from bot.settings import Settings, read
from tests.channels.web.browsing import FORM, Page

ALIKE = 70.0
"""How much of the words must be the same, in percent."""
DESK = "/beantwoord"
_SHOWN = re.compile(
    r'<li value="(\d+)">\s*<h2[^>]*>(.*?)</h2>(.*?)(?=<li value=|</ol>\s*<h2)', re.DOTALL
)
_READ_AS = re.compile(r'Gelezen als: <a[^>]* href="/vragen/([^"]+)"')
Answers = Callable[[str], Iterable[Item]]
"""The answers to the text of a mail."""


@dataclass(slots=True)
class Score:
    """Counts over questions."""

    asked: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    mistakes: list[str] = field(default_factory=list)


def count(total: Score, meant: Iterable[dict[str, Any]], items: Iterable[Item]) -> None:
    """Add one mail: each question that was meant takes the item that looks most like it."""
    left = list(items)
    for one in meant:
        text, ids = one["tekst"], _ids(one["faq"])
        item = max(left, key=lambda item: alike(text, item.question), default=None)
        is_found = item is not None and alike(text, item.question) >= ALIKE
        total.asked += 1
        total.found += is_found
        if item is None or not is_found:
            total.mistakes.append(f"NIET GEVONDEN  {text}")
            continue
        left.remove(item)
        if item.faq in ids:
            total.right += 1
        else:
            total.wrong += bool(item.faq)
            kind = "FOUT" if item.faq else "GEEN ANTWOORD"
            total.mistakes.append(f"{kind}  {text} -> {item.faq or '-'}, bedoeld: {one['faq']}")
    for item in left:
        total.wrong += bool(item.faq)
        total.mistakes.append(f"TE VEEL  {item.question} -> {item.faq or '-'}")


def _ids(meant: str | list[str] | None) -> list[str]:
    """The answers that are right; an empty one where the product has none."""
    return meant if isinstance(meant, list) else (meant or "").split("|")


def alike(meant: str, read: str) -> float:
    """How much the words of two questions are the same, in percent."""
    return fuzz.token_set_ratio(meant.lower().strip(" ?."), read.lower().strip(" ?."))


def main() -> int:
    """Answer every mail of the file, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, metavar="BESTAND")
    options.add_argument("--fouten", action="store_true", help="laat ook zien wat er misging")
    options.add_argument("--plat", action="store_true", help="zonder taalmodel")
    options.add_argument("--pagina", action="store_true", help="door de pagina heen")
    chosen = options.parse_args()
    settings = read({}).chosen(None, plain=chosen.plat)
    packs = bootstrap.advising_packs(settings)
    total = Score()
    with (
        listening(settings, packs) as understander,
        _ways(settings, packs, understander, page=chosen.pagina) as answers,
    ):
        for mail in yaml.safe_load(chosen.file.read_text("utf-8")):
            count(total, mail["vragen"], answers(mail["mail"]))
    report(total, chosen.fouten)
    return 0


@contextmanager
def _ways(
    settings: Settings, packs: Mapping[str, Pack], understander: Understander, *, page: bool
) -> Iterator[Answers]:
    """How a mail is answered: by what answers mails, or by the page around it."""
    if not page:
        pack = packs[settings.pack]
        yield lambda mail: reply_to(mail, pack, understander, today()).items
        return
    with TemporaryDirectory() as folder:
        own = read({"SAMENWERKWIJZER_DATA": folder})
        conversation = bootstrap.build_conversation(own, understander=understander, packs=packs)
        site = site_of(conversation, bootstrap.build_secret(own), Look(per_minute=100_000))
        app = application(site)
        yield lambda mail: asyncio.run(_by_page(app, mail))


async def _by_page(app: Any, mail: str) -> list[Item]:
    """What the page shows for a mail that is pasted into its form."""
    way = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=way, base_url="http://localhost") as browser:
        first = Page((await browser.get(DESK, headers=FORM)).text)
        form = next(one for one in first.forms if one.action == DESK)
        fields = urlencode([*form.hidden, ("mail", mail)])
        answer = await browser.post(DESK, content=fields, headers=FORM)
    answer.raise_for_status()
    return [
        Item(int(number), unescape(question).strip(), read_as[1] if read_as else "")
        for number, question, rest in _SHOWN.findall(answer.text)
        for read_as in (_READ_AS.search(rest),)
    ]


def report(total: Score, mistakes: bool) -> None:
    """The figures, and if wanted every mistake."""
    if mistakes:
        print("\n".join(total.mistakes))
    whole = max(1, total.asked)
    print(f"vragen\t{total.asked}\ngevonden\t{total.found / whole:.3f}")
    print(f"goed beantwoord\t{total.right / whole:.3f}\nfout beantwoord\t{total.wrong / whole:.3f}")


if __name__ == "__main__":
    sys.exit(main())
