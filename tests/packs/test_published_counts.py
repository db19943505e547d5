"""Published rules that count: "at least so many of these", and points with a threshold.

Each is written down here again, from the text of its source as read on 24 November 2026, and tried
against the pack on every combination of answers. The proof must find what the source leaves open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain, combinations, product
from typing import Any

import pytest

from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.evaluate import evaluate
from bot.rules.model.ids import NO_RULE
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.prove.proof import prove
from bot.settings import ROOT

KNOWLEDGE = ROOT / "knowledge"
DAY = date(2026, 11, 24)
Answers = Mapping[str, Any]


def harderwijk(given: Answers) -> str:
    """harderwijk.nl/initiatievenloket: residents do it, no individual or commercial interest, and
    one or more of eight points."""
    one_or_more = len(given["bijdragen"]) >= 1
    own_interest = given["commercieel"] == "ja"
    return (
        "ondersteunen"
        if given["zelf_uitvoeren"] == "ja" and not own_interest and one_or_more
        else "niet"
    )


def stirling(given: Answers) -> str:
    """City of Stirling, procedures, page 8: "one or more may apply"; six of high, five of medium;
    what low takes can not be read."""
    if given["hoog"]:
        return "impact_hoog"
    return "impact_midden" if given["midden"] else NO_RULE


POINTS = {
    "categorie": {"aan_huis": 1, "functiewijziging": 2, "herstructurering": 3, "regionaal": 4},
    "schaal": {"initiatiefnemer": 1, "wijk": 2, "dorp": 3, "gemeente": 4, "regio": 5},
    "hinder": {"niet": 1, "nauwelijks": 2, "redelijk": 3, "veel": 4},
    "bestuur_vroeg": {"ja": 1, "nee": 0},
}


def berg_en_dal(given: Answers) -> str:
    """bergendal.nl/meetlat-participatie-fysiek: 0 to 7 points, inform; above that can not be
    read."""
    total = sum(points[given[id]] for id, points in POINTS.items())
    return "informeren" if total <= 7 else NO_RULE


def values(question: Question) -> list[Any]:
    """Every answer to a question: one option, or any set of options."""
    ids = [option.id for option in question.options]
    if question.kind != "multi":
        return list(ids)
    sizes = (combinations(ids, size) for size in range(len(ids) + 1))
    return [frozenset(chosen) for chosen in chain.from_iterable(sizes)]


def everything(pack: Pack) -> Iterator[dict[str, Any]]:
    """Every combination of answers."""
    ids = [question.id for question in pack.questions]
    for combination in product(*map(values, pack.questions)):
        yield dict(zip(ids, combination, strict=True))


@pytest.mark.parametrize(
    ("folder", "rule", "expected"),
    [
        ("gemeenten/harderwijk_initiatief", harderwijk, {"ondersteunen": 255, "niet": 769}),
        ("internationaal/stirling", stirling,
         {"impact_hoog": 2016, "impact_midden": 31, NO_RULE: 1}),
        ("gemeenten/berg_en_dal", berg_en_dal, {"informeren": 53, NO_RULE: 107}),
    ],
)  # fmt: skip
def test_a_pack_counts_as_its_source_does(
    folder: str, rule: Callable[[Answers], str], expected: dict[str, int]
) -> None:
    """The same outcome everywhere, so many of each; the proof finds just the gap of the source."""
    pack = load_pack(KNOWLEDGE / folder)
    decision = pack.advices[0].decision
    found: Counter[str] = Counter()
    for given in everything(pack):
        outcome = evaluate(pack, given, DAY).outcomes[decision]
        assert outcome == rule(given), given
        found[str(outcome)] += 1
    assert found == expected
    proof = prove(compile_pack(pack, DAY))
    assert proof.combinations == sum(expected.values())
    gaps = [(one.kind, one.about, one.count) for one in proof.findings if one.level == "fout"]
    gap = expected.get(NO_RULE)
    assert gaps == ([("geen_advies", (decision,), gap)] if gap else [])
