"""What the real language model said of every text in the golden transcripts, kept in a file.

With it the transcripts are replayed without the model: all that is ours runs for real, only the
worker's answer comes from ``begrepen.jsonl``. The first line of that file is a fingerprint of what
the model was trained on; each line after it is one text, as the model got it, with the labels and
the answers that it read there. ``make record`` makes the file anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.language.model.examples import lesson
from bot.language.model.parsed import Found, Parsed
from bot.language.model.training import data_texts
from bot.rules.model.pack import Pack

FILE = Path(__file__).parent / "begrepen.jsonl"
LEAST = 0.001
"""A label with a smaller share than this decides nothing and is not kept."""
DIGITS = 4
_MODULE = re.compile(r"(?<=name: )[\w.]+\.(?=\w+$)", re.MULTILINE)
"""Where a component lives; what it is called stays."""


class RecordingError(Exception):
    """The recording can't be used, and what to do, in plain Dutch for who edits a pack."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A parser that knows the texts of the transcripts and no other."""

    fingerprint: str
    texts: Mapping[str, Parsed]

    def parse(self, text: str) -> Parsed:
        """What the model said of it. Raises RecordingError for a text that is not recorded."""
        if text not in self.texts:
            raise RecordingError(f"'{text}' staat niet in {FILE.name}. Draai: make record")
        return self.texts[text]


def fingerprint(root: Path, packs: Iterable[Pack]) -> str:
    """A hash of all that the model is trained on: examples as it reads them, and its settings.

    Code that moves changes nothing.
    """
    digest = hashlib.sha256()
    for name, text in sorted(data_texts(root, lesson(packs)).items()):
        digest.update(f"{name}\0{text}".encode())
    settings = (root / "config.yml").read_text("utf-8").splitlines()
    text = "\n".join(line for line in settings if not line.startswith("#"))
    digest.update(_MODULE.sub("", text).encode())
    return digest.hexdigest()[:16]


def load(file: Path, wanted: str) -> Recording:
    """The recording in a file. Raises RecordingError when it was made with other training data."""
    head, *lines = file.read_text("utf-8").splitlines()
    made_with = json.loads(head)["vingerafdruk"]
    if made_with != wanted:
        raise RecordingError(
            f"De voorbeelden voor het taalmodel zijn veranderd (nlu_data, config.yml of een "
            f"pakket). {file.name} hoort bij {made_with}, nu is het {wanted}. Draai: make record"
        )
    return Recording(made_with, dict(_from_line(line) for line in lines))


def save(file: Path, recording: Recording) -> None:
    """Write a recording, one text a line, sorted."""
    lines = [json.dumps({"vingerafdruk": recording.fingerprint})]
    lines += [_as_line(text, parsed) for text, parsed in sorted(recording.texts.items())]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def kept(parsed: Parsed) -> Parsed:
    """As much of what a model said as the recording keeps."""
    return Parsed(
        _shares(parsed.ranking),
        tuple(
            Found(one.label, round(one.confidence, DIGITS), one.start, one.end)
            for one in parsed.found
        ),
        _shares(parsed.in_mail),
    )


def _shares(ranking: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple((label, round(share, DIGITS)) for label, share in ranking if share >= LEAST)


def _as_line(text: str, parsed: Parsed) -> str:
    answers = [[one.label, one.confidence, one.start, one.end] for one in parsed.found]
    line = {"tekst": text, "labels": dict(parsed.ranking), "antwoorden": answers}
    if parsed.in_mail:
        line["in_mail"] = dict(parsed.in_mail)
    return json.dumps(line, ensure_ascii=False)


def _from_line(line: str) -> tuple[str, Parsed]:
    said = json.loads(line)
    answers = tuple(Found(*answer) for answer in said["antwoorden"])
    in_mail = tuple(said.get("in_mail", {}).items())
    return said["tekst"], Parsed(tuple(said["labels"].items()), answers, in_mail)
