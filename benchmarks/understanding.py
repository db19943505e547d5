"""How well free text is understood: ``python -m benchmarks.understanding [FOLDER]``.

Through the same door as a conversation: the files ``nlu_data/held_out*.tsv``, and what was taken
for what. With a FOLDER (of the form of ``benchmarks/begrip``) that set instead, each goal with its
figure. Where ``HERKOMST.md`` limits how often a set may be measured, write each time down.

``--diet`` measures Rasa's default pipeline instead (it trains long). ``--schrijvers`` adds each
file of one writer (``nlu_data/schrijver_*.yml``), read by a model that was trained without it: that
trains twice more. ``--trainen`` times a training from nothing. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.goals import Amount
from benchmarks.hard import Measure, classes, figures
from benchmarks.hard_set import read_set
from benchmarks.progress import told_along
from bot.language.model.held_out import Score, Utterance, read_examples, read_tsv, score
from bot.language.model.training import DATA, Recipe, train
from bot.language.rasa.understander import RasaUnderstander
from bot.packs.danger import DOUBT, load_guards, load_literal
from bot.packs.load import load_all
from bot.rules.model.pack import Pack
from bot.settings import ROOT

OURS, DIET = "config.yml", "benchmarks/diet.yml"
WRITERS = "schrijver_*.yml"
LOADING = 600.0
MOST_SECONDS, MOST_MB = 90, 900

Packs = Mapping[str, Pack]
Sets = Mapping[str, list[Utterance]]


def main() -> int:
    """Train what is not there yet, load, measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, metavar="MAP")
    options.add_argument("--fouten", action="store_true", help="laat ook zien wat er misging")
    options.add_argument("--diet", action="store_true", help="met de standaard van Rasa")
    options.add_argument("--schrijvers", action="store_true", help="ook zonder elke schrijver")
    options.add_argument("--trainen", action="store_true", help="meet ook het trainen")
    options.add_argument("--alleen", default="", help="alleen sets waarvan de naam zo begint")
    options.add_argument("--pakket", default="passende_samenwerking")
    chosen = options.parse_args()
    packs = {id: pack for id, pack in load_all(ROOT / "knowledge").items() if pack.advices}
    config = DIET if chosen.diet else OURS
    print(f"== {config}")
    if chosen.trainen:
        print(Amount("trainen vanaf niets", _training(packs, config), "s", MOST_SECONDS).line())
    if chosen.folder:
        with _understander(packs, Recipe(config)) as rasa:
            _hard(packs, chosen.pakket, rasa, chosen.folder)
        return 0
    for without, sets in _sets(chosen.alleen, chosen.schrijvers).items():
        recipe = Recipe(config, frozenset(filter(None, [without])))
        with _understander(packs, recipe) as rasa:
            for name, utterances in sets.items():
                result = score(told_along(name, utterances), rasa, packs[chosen.pakket])
                report(name, result, chosen.fouten)
    return 0


def _hard(packs: Packs, pack: str, rasa: RasaUnderstander, folder: Path) -> None:
    pid = rasa.worker_pid() or 0
    counts = Measure(packs, pack, rasa, pid).counts(read_set(folder))
    for line in classes(counts):
        print(line)
    for figure in figures(counts):
        print(figure.line())
    print(Amount("geheugen van het taalmodel", _memory(rasa), "MB", MOST_MB).line())


def _sets(begins: str, writers: bool) -> Mapping[str, dict[str, list[Utterance]]]:
    """By the file that is left out of the training (or none): set -> utterances."""
    folder = ROOT / DATA
    held_out = {
        file.stem: list(read_tsv(file.read_text("utf-8").splitlines()))
        for file in sorted(folder.glob("held_out*.tsv"))
    }
    sets = {"": held_out} | {
        file.name: {file.stem: list(read_examples(file.read_text("utf-8").splitlines()))}
        for file in (sorted(folder.glob(WRITERS)) if writers else ())
    }
    kept = {
        without: {name: lines for name, lines in some.items() if name.startswith(begins)}
        for without, some in sets.items()
    }
    return {without: some for without, some in kept.items() if some}


def _training(packs: Packs, config: str) -> float:
    """Seconds that a training from nothing takes (wall-clock)."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        train(ROOT, packs.values(), Path(folder), _tell, recipe=Recipe(config))
        return time.perf_counter() - start


@contextmanager
def _understander(packs: Packs, recipe: Recipe) -> Iterator[RasaUnderstander]:
    """A loaded model, trained first where it is not there."""
    models = ROOT / "models"
    model = train(ROOT, packs.values(), models, _tell, recipe=recipe)
    doubts = load_guards(ROOT, ROOT / "knowledge", print, DOUBT)
    literal = load_literal(ROOT)
    rasa = RasaUnderstander(
        packs, ROOT, models, model=model, timeout=60.0, doubts=doubts, literal=literal
    )
    try:
        if not rasa.wait(LOADING):
            sys.exit(rasa.status())
        yield rasa
        print(f"# geheugen van het taalmodel {_memory(rasa):.0f} MB")
    finally:
        rasa.close()


def _memory(rasa: RasaUnderstander) -> float:
    return float(psutil.Process(rasa.worker_pid()).memory_info().rss / 2**20)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def report(name: str, result: Score, mistakes: bool) -> None:
    """The figures of one set, and if wanted every mistake."""
    print(f"\n{name}: {result.total} zinnen, {result.median_ms:.0f} ms (mediaan)")
    print(f"  goed {_share(result.right, result.total)}", end="")
    print(f", bij de keuzes {_share(result.among, result.total)}", end="")
    print(f", zeker en fout {_share(len(result.sure_wrong), result.total)}", end="")
    print(f", ten onrechte geweigerd {_share(result.refused, result.in_scope)}")
    for kind, (seen, right, among) in sorted(result.kinds.items()):
        print(f"  {kind}: goed {_share(right, seen)}, bij de keuzes {_share(among, seen)}")
    if result.true_fills + result.lost_fills:
        print(f"  feiten: F1 {result.f1_of_fills:.3f}, precisie {result.precision_of_fills:.3f}")
    for (meant, understood), count in result.confused.most_common():
        print(f"  {meant} -> {understood}: {count}")
    for head, lines in (("FOUT", result.sure_wrong), ("VRAAGT", result.missed)):
        for line in sorted(lines) if mistakes else ():
            print(f"  {head} {line}")


def _share(part: int, whole: int) -> str:
    return f"{part / max(1, whole):.3f} ({part}/{whole})"


if __name__ == "__main__":
    sys.exit(main())
