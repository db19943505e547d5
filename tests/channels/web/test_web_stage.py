"""Worked cases before a room: on the page and in the terminal, the same every time."""

from __future__ import annotations

import re

import pytest

from bot.__main__ import main
from bot.dialogue.commands import SKIP
from bot.dialogue.messages import Say
from bot.dialogue.wording import CONTINUE
from tests.channels.web.browsing import Person
from tests.channels.web.conftest import House


def test_every_case_is_one_click_away_and_can_be_stepped_through(
    house: House, person: Person
) -> None:
    """Forward to the advice that the pack expects, and back."""
    page = person.open("/presenteer")
    cases = house.pack.cases
    addresses = [address for _, address in page.links if "zaak=" in address]
    assert addresses == [f"/presenteer?zaak={case.id}" for case in cases]
    page = person.open(addresses[0])
    steps = 0
    while (step := [a for text, a in page.links if text == "Volgende stap"]) and steps < 60:
        page, steps = person.open(step[0]), steps + 1
    assert steps >= 2
    assert "bericht--advice" in page.html
    back = next(a for text, a in page.links if text == "Terug")
    assert f"stap={steps - 1}" in back
    assert person.open(back).title


def test_no_button_is_told_as_an_answer_that_was_not_there(house: House, person: Person) -> None:
    """What a case doesn't say is told as that; to go on is among what could be chosen."""
    skipped = 0
    for case in house.pack.cases[:4]:
        shown, step, last = "", 0, 1
        while step <= last:
            page = person.open(f"/presenteer?zaak={case.id}&stap={step}")
            last = int(re.findall(r"Stap 0 van (\d+)", page.words)[0]) if step == 0 else last
            said = re.search(r"<span>Antwoord</span> ([^<]+)</p>", page.html)
            assert said is None or said[1] != SKIP.label
            assert said is None or said[1] != CONTINUE or CONTINUE in shown
            skipped += "die vraag is overgeslagen" in page.words
            shown, step = page.words, step + 1
    assert skipped


def test_a_case_is_found_by_a_word_or_by_its_id(house: House, person: Person) -> None:
    """What holds none of it is not there."""
    case = house.pack.cases[3]
    for asked in (case.id, case.title.upper(), case.title.split()[-1]):
        page = person.open(f"/presenteer?zoek={asked}")
        found = [address for _, address in page.links if "zaak=" in address]
        assert f"/presenteer?zaak={case.id}" in found
        assert len(found) < len(house.pack.cases)
        assert case.id in page.words
    assert "Geen voorbeeld gevonden bij “xqzwvk”" in person.open("/presenteer?zoek=xqzwvk").words


@pytest.mark.parametrize("place", range(0, 60, 12))
def test_a_case_ends_at_the_form_that_the_pack_expects(house: House, place: int) -> None:
    """Played by the real dialogue."""
    from datetime import datetime, timezone

    from bot.dialogue.replay import replay
    from bot.packs.answers import book_of_case

    pack, shelf = house.pack, house.conversation.shelf()
    case = pack.cases[place]
    now = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    moments = replay(shelf, pack.id, case.title, book_of_case(pack, case, now.date()), now)
    last = moments[-1].look
    assert last is not None
    fine = {cell: {form, *case.also_fine.get(cell, ())} for cell, form in case.expected.items()}
    outcomes = {piece.cell: str(piece.outcome) for piece in last.card.pieces}
    assert all(outcomes[cell] in forms for cell, forms in fine.items() if cell in outcomes)
    assert any(isinstance(r, Say) and r.shape == "advice" for r in moments[-1].replies)


def test_the_panel_says_what_is_fixed_open_and_possible(person: Person) -> None:
    """Beside one's own talk too."""
    person.answer(2)
    page = person.open("/presenteer")
    for head in ("Ligt vast", "Nog open", "Welke regel, en waarom deze vraag?"):
        assert head in page.words
    page = person.press("Stap terug")
    assert "Ligt vast" in page.words, "a turn from here leads back to here"


@pytest.mark.parametrize("query", ["zaak=bestaat-niet", "zaak=../../x"])
def test_a_case_that_is_not_there(house: House, query: str) -> None:
    """404, and any step is bounded."""
    client, case = house.browser(), house.pack.cases[0].id
    page = {"Accept": "text/html"}
    assert client.get(f"/presenteer?{query}", headers=page).status_code == 404
    for step in ("-1", "99999999999", "x", "9999"):
        answer = client.get(f"/presenteer?zaak={case}&stap={step}", headers=page)
        assert answer.status_code == 200


def test_a_case_is_played_in_the_terminal(capsys: pytest.CaptureFixture[str], house: House) -> None:
    """From its first question to its advice; a name that is wrong gets help."""
    case = house.pack.cases[0]
    assert main(["demo", case.id, "--tempo", "0"]) == 0
    shown = capsys.readouterr().out
    assert case.title in shown
    assert "\n> " in shown
    assert "Dit is een advies. Jullie beslissen." in shown
    assert main(["demo", case.id + "x", "--tempo", "0"]) == 2
    assert case.id in capsys.readouterr().err
    assert main(["demo"]) == 2
    assert "demo --lijst" in capsys.readouterr().err
    assert main(["demo", "--lijst"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed == [f"{case.id}: {case.title}" for case in house.pack.cases]


# --- one answer changed ---------------------------------------------------------------------------


def changes(person: Person) -> list[tuple[str, str]]:
    """What can be answered otherwise, and where that shows."""
    return [(text, address) for text, address in person.page.links if "stel=" in address]


def test_one_answer_changed_shows_what_becomes_of_the_advice(house: House, person: Person) -> None:
    """Of a case: the form as it is and as it becomes; and back. The talk itself does not move."""
    case = next(case for case in house.pack.cases if case.id)
    person.open(f"/presenteer?zaak={case.id}&stap=99")
    here = person.page.words
    picks = [address for text, address in changes(person) if "kantelpunt" not in address]
    assert len(picks) > 10
    told = set[str]()
    for address in picks[:12]:
        page = person.open(address)
        assert "Wordt" in page.words
        told.add(page.html[page.html.index('class="verschil"') :][:3000])
    assert len(told) > 3, "one change is not like another"
    back = next(address for text, address in page.links if text == "Terug naar nu")
    assert person.open(back).words == here


def test_the_answer_that_tips_it_gives_another_form(house: House, person: Person) -> None:
    """Wherever a case says that one answer would tip it, that answer does."""
    shown = 0
    for case in house.pack.cases[::20]:
        person.open(f"/presenteer?zaak={case.id}&stap=99")
        tip = [a for text, a in changes(person) if text == "Laat het verschil zien"]
        for address in tip:
            page, shown = person.open(address), shown + 1
            assert 'class="anders"' in page.html
            assert "Laat het verschil zien" not in [text for text, _ in page.links]
    assert shown


def test_ones_own_talk_can_be_supposed_otherwise_and_stays(house: House, person: Person) -> None:
    """Nothing of it is kept; what is no answer changes nothing."""
    person.answer(4)
    person.open("/presenteer")
    here = person.page.words
    address = changes(person)[0][1]
    assert "Terug naar nu" in person.open(address).words
    for wrong in ("x=y", "begin", "=", "kantelpunt=", "begin=bestaat_niet"):
        person.open(f"/presenteer?stel={wrong}")
        assert "Terug naar nu" not in person.page.words
    assert person.open("/presenteer").words == here


def test_a_case_that_plays_says_how_long_each_moment_is_read(house: House, person: Person) -> None:
    """Longer for more words, to the last one, which stays; and it can be paused."""
    address = f"/presenteer?zaak={house.pack.cases[0].id}"
    plain = person.open(f"{address}&stap=1")
    assert "data-speel" not in plain.html
    assert ("Speel af", f"{address}&stap=1&speel=ja") in plain.links
    times = []
    for step in range(40):
        page = person.open(f"{address}&stap={step}&speel=ja")
        if "data-speel" not in page.html:
            break
        assert ("Pauze", f"{address}&stap={step}") in page.links
        assert f"stap={step + 1}&amp;speel=ja" in page.html
        times.append(int(page.html.partition('data-speel="')[2].partition('"')[0]))
    assert ("Volgende stap", f"{address}&stap={step + 1}") not in page.links
    assert min(times) >= 4
    assert len(set(times)) > 1
