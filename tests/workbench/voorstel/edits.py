"""Edits of a raw pack that leave it a pack: what an editor does on an afternoon."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

TODAY = date(2026, 11, 24)
Raw = dict[str, Any]
Edit = Callable[[Random, Raw], None]
WORDS = (
    "Let op: dit is anders.",
    "Zo, en niet anders",
    "Een lange uitleg. " * 12 + "Klaar.",
    "50 €",
)


def edited(r: Random, root: Raw) -> Raw:
    """A copy of the pack after two to six edits."""
    root = deepcopy(root)
    root["titel"] = f"Anders {r.randint(1, 99)}"
    for edit in r.choices(EDITS, k=r.randint(2, 6)):
        edit(r, root)
    return root


def _tables(root: Raw) -> list[Raw]:
    return [one for one in root["besluiten"] if one["soort"] == "beslistabel" and one["rijen"]]


def _text(r: Random, root: Raw) -> None:
    item = r.choice(root["vragen"] + root.get("vormen", []))
    item["kop" if "kop" in item else "waarom"] = r.choice(WORDS)


def _text_gone(r: Random, root: Raw) -> None:
    r.choice(root["vragen"]).pop("toelichting", None)


def _label(r: Random, root: Raw) -> None:
    question = r.choice([one for one in root["vragen"] if "opties" in one])
    r.choice(question["opties"])["label"] = f"Iets anders {r.randint(1, 99)}"


def _new_option(r: Random, root: Raw) -> None:
    in_matrix = {one.get(key) for one in root["besluiten"] for key in ("rijen_van", "kolommen_van")}
    found = [one for one in root["vragen"] if 2 <= len(one.get("opties", ())) <= 5]
    question = r.choice([one for one in found if one["id"] not in in_matrix])
    options = question["opties"]
    id = f"optie_{len(options)}"
    if all(option["id"] != id for option in options):
        new = {"id": id, "label": "Nog iets", "voorbeelden": ["nog, iets", "en: dit"]}
        options.insert(r.randint(0, len(options)), new)


def _reason(r: Random, root: Raw) -> None:
    r.choice(r.choice(_tables(root))["rijen"])["want"] = r.choice(WORDS)


def _outcome(r: Random, root: Raw) -> None:
    table = r.choice(_tables(root))
    r.choice(table["rijen"])["dan"] = r.choice(table["uitkomsten"])


def _row_gone(r: Random, root: Raw) -> None:
    rows = r.choice(_tables(root))["rijen"]
    if len(rows) > 2:
        rows.pop(r.randrange(len(rows)))


def _row_moved(r: Random, root: Raw) -> None:
    rows = r.choice(_tables(root))["rijen"]
    rows.insert(r.randrange(len(rows)), rows.pop(r.randrange(len(rows))))


def _rows_shuffled(r: Random, root: Raw) -> None:
    r.shuffle(r.choice(_tables(root))["rijen"])


def _row_copied(r: Random, root: Raw) -> None:
    rows = r.choice(_tables(root))["rijen"]
    new = deepcopy(r.choice(rows)) | {"id": f"kopie_{r.randint(1, 999)}", "want": r.choice(WORDS)}
    if all(row["id"] != new["id"] for row in rows):
        rows.insert(r.randint(0, len(rows)), new)


def _new_question(r: Random, root: Raw) -> None:
    id = f"vraag_{r.randint(1, 999)}"
    if all(one["id"] != id for one in root["vragen"]):
        new = {"id": id, "vraag": "Is dit nieuw?", "soort": "janee", "waarom": r.choice(WORDS)}
        root["vragen"].insert(r.randint(0, len(root["vragen"])), new)


def _questions_moved(r: Random, root: Raw) -> None:
    questions = root["vragen"]
    questions.append(questions.pop(r.randrange(len(questions))))


def _described(r: Random, root: Raw) -> None:
    root["omschrijving"] = r.choice(WORDS)


EDITS: tuple[Edit, ...] = (
    _text, _text_gone, _label, _new_option, _reason, _outcome, _row_gone, _row_moved,
    _rows_shuffled, _row_copied, _new_question, _questions_moved, _described,
)  # fmt: skip
