"""The door ``beantwoord``: a mail in, its answers and a draft out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import run

MAIL = "Beste collega,\n\nMoeten we voor 2027 een participatieverordening hebben?\n\nGroet, Zoë\n"


def test_a_mail_from_stdin_is_answered_as_text() -> None:
    """How many were answered, that it must be read first, and the draft."""
    done = run("beantwoord", "--plat", given=MAIL)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("De vraag is beantwoord.")
    assert "Beste [naam]," in done.stdout
    assert "wetten.overheid.nl" in done.stdout


def test_a_mail_of_a_file_is_answered_as_json(tmp_path: Path) -> None:
    """Also as Windows writes it."""
    file = tmp_path / "mail.txt"
    file.write_bytes(MAIL.encode("cp1252"))
    done = run("beantwoord", str(file), "--json", "--plat")
    told = json.loads(done.stdout)
    assert [one["faq"] for one in told["vragen"]] == ["verordening_2027"]
    assert all(source["adres"] for source in told["vragen"][0]["bronnen"])
    assert told["persoonsgegevens"] == []
    assert told["concept"].startswith("Beste [naam],")


def test_nothing_asked_is_a_finding() -> None:
    """Exit code 1, and it is said."""
    done = run("beantwoord", "--plat", given="Beste Jan,\n\nTot morgen.\n")
    assert (done.returncode, done.stdout) == (1, "Ik vond geen vraag in deze mail.\n")


def test_a_file_that_is_not_there_is_said() -> None:
    """A mistake in the call."""
    assert run("beantwoord", "nergens.txt", "--plat").returncode == 2
