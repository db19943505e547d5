"""``beantwoord``: the questions of a mail, each with its answer, and a draft of a reply."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bot import bootstrap
from bot.clock import today
from bot.command_line.verbs import argument, flag, pack_option, verb
from bot.entry import wording
from bot.entry.patience import is_ready, tell
from bot.language.mail.markup import MOST
from bot.language.mail.reply import Item, Reply, reply_to, shown
from bot.settings import Settings


@verb()
@pack_option(help=wording.PACK)
@flag("--json", "as_json", help=wording.ANSWER_JSON)
@flag("--plat", help=wording.PLAIN)
@argument("file", metavar="BESTAND", required=False, default="-", help=wording.MAIL)
def answer(settings: Settings, pack: str | None, file: str, *, as_json: bool, plat: bool) -> int:
    """Answer one mail (``-`` reads stdin); 1 when it asks nothing. Nothing of it is kept."""
    settings = settings.chosen(pack, plain=plat)
    text = sys.stdin.read(MOST) if file == "-" else _text(Path(file))
    packs = bootstrap.advising_packs(settings)
    understander = bootstrap.build_understander(settings, packs, tell)
    try:
        if not is_ready(understander):
            return 1
        reply = reply_to(text, packs[settings.pack], understander, today())
    finally:
        understander.close()
    print(json.dumps(reply_json(reply), ensure_ascii=False) if as_json else "\n".join(shown(reply)))
    return 0 if reply.items else 1


def _text(file: Path) -> str:
    """The text of a file: UTF-8, or else as Windows writes it."""
    with file.open("rb") as stream:
        raw = stream.read(4 * MOST)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def reply_json(reply: Reply) -> dict[str, Any]:
    """A reply in the words of the door."""
    return {
        "vragen": [_item(item) for item in reply.items],
        "feiten": list(reply.facts),
        "persoonsgegevens": list(reply.personal),
        "concept": reply.draft,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "nummer": item.number,
        "vraag": item.question,
        "faq": item.faq or None,
        "titel": item.title,
        "antwoord": item.answer,
        "bronnen": [
            {
                "titel": source.title,
                "adres": source.url,
                "gelezen_op": source.seen_on.isoformat() if source.seen_on else None,
            }
            for source in item.sources
        ],
        "opmerkingen": list(item.remarks),
        "misschien": [{"faq": faq.id, "titel": faq.question} for faq in item.maybe],
    }
