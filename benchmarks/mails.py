"""How well mails are answered: ``python -m benchmarks.mails BESTAND [--fouten] [--plat]``.

The file is a YAML list of ``{mail: text, vragen: [{tekst: "…", faq: …}]}``: an id, several
(``"id|id"`` or a list), or null where the product has no answer. A question was found when an item
of the reply has its words. Right is the answer that was meant, or none where there is none; wrong
is any other answer, also to what nobody asked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from bot import bootstrap
from bot.clock import today
from bot.entry.patience import is_ready, tell
from bot.language.mail.reply import Item, reply_to
from bot.settings import read

ALIKE = 70.0
"""How much of the words must be the same, in percent."""


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
    chosen = options.parse_args()
    settings = read({}).chosen(None, plain=chosen.plat)
    packs = bootstrap.advising_packs(settings)
    understander = bootstrap.build_understander(settings, packs, tell)
    total = Score()
    try:
        if not is_ready(understander):
            return 1
        for mail in yaml.safe_load(chosen.file.read_text("utf-8")):
            reply = reply_to(mail["mail"], packs[settings.pack], understander, today())
            count(total, mail["vragen"], reply.items)
    finally:
        understander.close()
    report(total, chosen.fouten)
    return 0


def report(total: Score, mistakes: bool) -> None:
    """The figures, and if wanted every mistake."""
    if mistakes:
        print("\n".join(total.mistakes))
    whole = max(1, total.asked)
    print(f"vragen\t{total.asked}\ngevonden\t{total.found / whole:.3f}")
    print(f"goed beantwoord\t{total.right / whole:.3f}\nfout beantwoord\t{total.wrong / whole:.3f}")


if __name__ == "__main__":
    sys.exit(main())
