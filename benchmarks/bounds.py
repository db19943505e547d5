"""One person for very long: what must stay true at each step, and how large everything gets.

Usage: python -m benchmarks.bounds [--steps N] [--walks N]

Walks of random taps of now and before, texts, commands and packs that change (``tests/dialogue``);
stops at the first promise that is broken, with its seed and step.
"""

from __future__ import annotations

import argparse
from time import perf_counter

from bot.dialogue.messages import Started
from tests.dialogue.wanderer import Wanderer, shelves


def walked(wanderer: Wanderer, steps: int, seed: int) -> None:
    """Walk so many steps."""
    wanderer.do(Started())
    for step in range(steps):
        try:
            wanderer.wander()
        except BaseException:
            print(f"broken: seed {seed}, step {step}")
            raise
        if (step + 1) in (steps // 10, steps // 2):
            print(f"  after {step + 1} steps: {wanderer.sizes}", flush=True)


def main() -> None:
    """Print the sizes, and that nothing was broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--walks", type=int, default=2)
    given = parser.parse_args()
    changing = shelves()
    for seed in range(given.walks):
        wanderer, start = Wanderer(changing, seed), perf_counter()
        walked(wanderer, given.steps, seed)
        wanderer.sizes.check()
        took = perf_counter() - start
        print(
            f"walk {seed}: {wanderer.turns} steps, {wanderer.advices} advices, 0 promises broken;"
            f" largest {wanderer.sizes} bytes; {took * 1000 / wanderer.turns:.1f} ms a step"
        )


if __name__ == "__main__":
    main()
