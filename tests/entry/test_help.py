"""What the command line says of itself stays the same: its help, and what was wrong with a call.

``hulp.txt`` has the help as it was before there was a library that writes it: per verb what it is
called with, and every line. Only the layout is left out of the comparison.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.__main__ import VERBS, main
from bot.workbench.verbs import VERBS as KNOWLEDGE

GOLDEN = Path(__file__).with_name("hulp.txt")
_ENTRY = re.compile(r" {2,4}(\S+(?: \S+)*)(?: {2,}(.*))?")


def told(help_text: str) -> list[str]:
    """The lines of a help without its layout: what a call has, and each entry with its text."""
    usage, _, rest = help_text.removeprefix("gebruik: ").partition("\n\n")
    lines = [f"gebruik: {piece}" for piece in sorted(re.findall(r"\[.*?\]+|\S+", usage))]
    for part in rest.split("\n\n"):
        head, *entries = part.strip("\n").split("\n")
        if not head.endswith(":"):
            lines.append(" ".join(part.split()))
            continue
        lines += [f"{head} {entry}" for entry in sorted(_entries(entries))]
    return lines


def _entries(lines: list[str]) -> list[str]:
    """Each entry as ``names: text``; a line that starts further on belongs to the one before."""
    entries: list[list[str]] = []
    for line in lines:
        if re.match(r" {2,4}\S", line) and (entry := _ENTRY.fullmatch(line)):
            entries.append([_names(entry[1]), entry[2] or ""])
        else:
            entries[-1].append(line.strip())
    return [" ".join(" ".join(entry).split()) for entry in entries]


def _names(written: str) -> str:
    """``-o MAP, --uit MAP`` and ``-o, --uit MAP`` say the same."""
    names = written.split(", ")
    return ", ".join([*(name.split(" ")[0] for name in names[:-1]), names[-1]])


def calls() -> list[str]:
    """Every verb, as it is typed."""
    return ["", *VERBS.places, *(f"kennis {name}" for name in KNOWLEDGE.places)]


def written(call: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*call.split(), "--help"]) == 0
    return f"# {call}\n" + "".join(f"{line}\n" for line in told(capsys.readouterr().out))


def test_every_verb_has_the_help_that_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    """The same words, under the same names, in the same sections."""
    assert "\n".join(written(call, capsys) for call in calls()) == GOLDEN.read_text("utf-8")


def test_help_can_be_asked_in_three_ways(capsys: pytest.CaptureFixture[str]) -> None:
    """Dutch, short, and as everywhere."""
    for way in ("--help", "--hulp", "-h"):
        assert main(["kennis", "toets", way]) == 0
        assert "id of map van het pakket" in capsys.readouterr().out


MISTAKES = {
    "": "samenwerkwijzer: dit ontbreekt nog: WERKWOORD.",
    "kies": "samenwerkwijzer: 'kies' ken ik niet. Kies uit: 'chat', 'telegram', 'web', 'health', "
    "'train', 'begrijp', 'advies', 'beantwoord', 'demo', 'niet-begrepen', 'kennis'.",
    "kennis": "samenwerkwijzer kennis: dit ontbreekt nog: WAT.",
    "kennis tets": "samenwerkwijzer kennis: 'tets' ken ik niet. Kies uit: 'toets', 'controleer', "
    "'taal', 'lijst', 'recht', 'dmn', 'teken', 'kaarten', 'nieuw', 'vergelijk', 'stel-voor', "
    "'neem-over', 'leg-naast'.",
    "chat extra": "samenwerkwijzer chat: dit ken ik niet: extra.",
    "chat --pck x": "samenwerkwijzer chat: dit ken ik niet: --pck.",
    "chat --pack": "samenwerkwijzer chat: na --pack/--pakket hoort nog iets.",
    "chat --pack --plat": "samenwerkwijzer chat: na --pack/--pakket hoort nog iets.",
    "chat --plat=ja": "samenwerkwijzer chat: bij --plat hoort geen waarde: 'ja'.",
    "--versie=3": "samenwerkwijzer: bij --versie hoort geen waarde: '3'.",
    "begrijp --bij": "samenwerkwijzer begrijp: na --bij hoort nog iets.",
    "advies": "samenwerkwijzer advies: dit ontbreekt nog: antwoorden.",
    "kennis vergelijk": "samenwerkwijzer kennis vergelijk: dit ontbreekt nog: A, B.",
    "kennis vergelijk a": "samenwerkwijzer kennis vergelijk: dit ontbreekt nog: B.",
    "kennis vergelijk a b c d": "samenwerkwijzer kennis vergelijk: dit ken ik niet: c d.",
    "kennis stel-voor": "samenwerkwijzer kennis stel-voor: dit ontbreekt nog: MIJN_PAKKET, "
    "--ten-opzichte-van.",
    "kennis neem-over x": "samenwerkwijzer kennis neem-over: dit ontbreekt nog: --in.",
    "kennis dmn x -o": "samenwerkwijzer kennis dmn: na -o/--uit hoort nog iets.",
    "kennis leg-naast x --met -v": "samenwerkwijzer kennis leg-naast: na --met hoort nog iets.",
    "kennis toets --json": "samenwerkwijzer kennis toets: dit ken ik niet: --json.",
}
"""What is typed, and the first line of what is said."""


@pytest.mark.parametrize("call", MISTAKES)
def test_a_call_that_is_wrong_is_explained(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong, and under it how it is called; exit code 2, and nothing on stdout."""
    assert main(call.split()) == 2
    shown = capsys.readouterr()
    first, usage, *_ = shown.err.split("\n")
    assert first == MISTAKES[call]
    assert usage.startswith("gebruik: samenwerkwijzer")
    assert shown.out == ""


def test_many_packs_can_be_named_after_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """``--met`` takes all names up to the next option, and can be given again."""
    call = "kennis leg-naast dorpshuis --met bath best --json --met xqzw"
    assert main(call.split()) == 2
    assert "Pakket 'xqzw' ken ik niet" in capsys.readouterr().err
