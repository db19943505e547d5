"""How well free text is understood: ``python benchmarks/understanding.py [--fouten]``.

Trains (or finds) the model, then reads ``nlu_data/held_out.tsv`` through the same door as a
conversation. Prints one figure per line.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.language.model.held_out import Score, read_tsv, score  # noqa: E402
from bot.language.model.training import train  # noqa: E402
from bot.language.rasa.understander import RasaUnderstander  # noqa: E402
from bot.packs.danger import DOUBT, load_guards  # noqa: E402
from bot.packs.load import load_all  # noqa: E402


def main() -> int:
    """Train, load, measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--fouten", action="store_true", help="laat ook zien wat er misging")
    options.add_argument("--bestand", type=Path, default=ROOT / "nlu_data" / "held_out.tsv")
    options.add_argument("--pakket", default="passende_samenwerking")
    chosen = options.parse_args()
    packs = {id: pack for id, pack in load_all(ROOT / "knowledge").items() if pack.advices}
    start = time.perf_counter()
    model = train(ROOT, packs.values(), ROOT / "models", lambda line: print(f"# {line}"))
    trained = time.perf_counter() - start
    doubts = load_guards(ROOT, ROOT / "knowledge", print, DOUBT)
    rasa = RasaUnderstander(packs, ROOT, ROOT / "models", model=model, doubts=doubts)
    start = time.perf_counter()
    if not rasa.wait(300):
        print(rasa.status(), file=sys.stderr)
        return 1
    loaded = time.perf_counter() - start
    with chosen.bestand.open(encoding="utf-8") as file:
        result = score(read_tsv(file), rasa, packs[chosen.pakket])
    memory = psutil.Process(rasa.worker_pid()).memory_info().rss / 2**20
    rasa.close()
    report(result, chosen.fouten)
    print(f"trainen\t{trained:.1f} s (0: stond er al)\nladen\t{loaded:.1f} s")
    print(f"geheugen worker\t{memory:.0f} MB")
    return 0


def report(result: Score, mistakes: bool) -> None:
    """The figures, and if wanted every mistake."""
    if mistakes:
        for line in sorted(result.sure_wrong):
            print("FOUT  ", line)
        for line in sorted(result.missed):
            print("VRAAGT", line)
    print(f"uitingen\t{result.total}")
    print(f"intentie goed\t{result.accuracy:.3f}")
    for kind, (seen, right) in sorted(result.kinds.items()):
        print(f"  {kind}\t{right}/{seen}")
    print(f"entiteiten F1\t{result.f1_of_fills:.3f} (precisie {result.precision_of_fills:.3f})")
    print(f"buiten bereik herkend\t{result.recall:.3f}")
    print(f"zeker en fout\t{len(result.sure_wrong)}")
    print(f"onzeker, juiste keuze erbij\t{result.asked_right}")
    print(f"tijd per uiting\t{result.median_ms:.1f} ms (mediaan)")


if __name__ == "__main__":
    sys.exit(main())
