"""Ten random advices as a reader sees them, to try whether the message says enough by itself.

Usage: python -m benchmarks.advices [SEED] [--sleutel]

Someone who has never seen this project reads the ten messages and answers for each: "what must I do
tomorrow?" and "what would change this advice?". ``--sleutel`` prints what the pack meant.
"""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path

from bot.advice.advice import advise
from bot.advice.make_card import make_card
from bot.dialogue.advice_text import advice_text
from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack

PACK = Path("knowledge/passende-samenwerking")
DAY = date(2026, 11, 24)
HOW_MANY = 10


def main() -> None:
    """Print the messages, or what they should have said."""
    key = "--sleutel" in sys.argv
    seeds = [int(word) for word in sys.argv[1:] if word.isdigit()]
    compiled = compile_pack(load_pack(PACK), DAY)
    chosen = random.Random(seeds[0] if seeds else 2026).sample(compiled.pack.cases, HOW_MANY)
    for number, case in enumerate(chosen, 1):
        card = make_card(compiled, advise(compiled, book_of_case(compiled.pack, case)))
        print(f"--- {number} ---")
        if not key:
            print(advice_text(card).replace("**", ""))
            continue
        print(case.id, "| morgen:", "; ".join(card.steps) or "-")
        if card.open and not card.is_certain:
            print("  anders: eerst uitzoeken", card.open[0].name)
            print("     dan:", card.hinge.outcome if card.hinge else "-")
        elif card.tip is not None:
            print("  anders:", card.tip.changes, "->", card.tip.outcome)


if __name__ == "__main__":
    main()
