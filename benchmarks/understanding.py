"""How well free text is understood: ``python -m benchmarks.understanding [--fouten] [--diet]``.

Through the same door as a conversation; for each set the figures, and what was taken for what. Sets
are the files ``nlu_data/held_out*.tsv``, read by the model as it ships, and each file of one writer
(``nlu_data/schrijver_*.yml``), read by a model that was trained without that file. ``--diet`` does
the same with Rasa's default pipeline beside it. ``--alleen`` takes the sets whose names begin so.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping

import psutil

from bot.language.model.held_out import Score, Utterance, read_examples, read_tsv, score
from bot.language.model.training import DATA, Recipe, train
from bot.language.rasa.understander import RasaUnderstander
from bot.packs.danger import DOUBT, load_guards
from bot.packs.load import load_all
from bot.rules.model.pack import Pack
from bot.settings import ROOT

OURS, DIET = "config.yml", "benchmarks/diet.yml"
WRITERS = "schrijver_*.yml"
LOADING = 600.0


def main() -> int:
    """Train what is not there yet, load, measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--fouten", action="store_true", help="laat ook zien wat er misging")
    options.add_argument("--diet", action="store_true", help="ook met de standaard van Rasa")
    options.add_argument("--alleen", default="", help="alleen sets waarvan de naam zo begint")
    options.add_argument("--pakket", default="passende_samenwerking")
    chosen = options.parse_args()
    packs = {id: pack for id, pack in load_all(ROOT / "knowledge").items() if pack.advices}
    for config in (OURS, DIET) if chosen.diet else (OURS,):
        print(f"== {config}")
        for without, sets in _sets(chosen.alleen).items():
            recipe = Recipe(config, frozenset(filter(None, [without])))
            for name, result in _measured(packs, chosen.pakket, recipe, sets):
                report(name, result, chosen.fouten)
    return 0


def _sets(begins: str) -> Mapping[str, dict[str, list[Utterance]]]:
    """By the file that is left out of the training (or none): set -> utterances."""
    folder = ROOT / DATA
    held_out = {
        file.stem: list(read_tsv(file.read_text("utf-8").splitlines()))
        for file in sorted(folder.glob("held_out*.tsv"))
    }
    sets = {"": held_out} | {
        file.name: {file.stem: list(read_examples(file.read_text("utf-8").splitlines()))}
        for file in sorted(folder.glob(WRITERS))
    }
    kept = {
        without: {name: lines for name, lines in some.items() if name.startswith(begins)}
        for without, some in sets.items()
    }
    return {without: some for without, some in kept.items() if some}


def _measured(
    packs: Mapping[str, Pack], pack: str, recipe: Recipe, sets: Mapping[str, list[Utterance]]
) -> Iterator[tuple[str, Score]]:
    """The score of each set, with one model."""
    start = time.perf_counter()
    models = ROOT / "models"
    model = train(ROOT, packs.values(), models, lambda line: None, recipe=recipe)
    trained = time.perf_counter()
    doubts = load_guards(ROOT, ROOT / "knowledge", print, DOUBT)
    rasa = RasaUnderstander(packs, ROOT, models, model=model, timeout=60.0, doubts=doubts)
    try:
        if not rasa.wait(LOADING):
            sys.exit(rasa.status())
        times = f"trainen {trained - start:.0f} s (0: stond er al)"
        print(f"# {times}, laden {time.perf_counter() - trained:.0f} s")
        for name, utterances in sets.items():
            yield name, score(utterances, rasa, packs[pack])
        memory = psutil.Process(rasa.worker_pid()).memory_info().rss / 2**20
        print(f"# geheugen van het taalmodel {memory:.0f} MB")
    finally:
        rasa.close()


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
