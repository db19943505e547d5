"""The card as JSON: whole, with Dutch names, and the same as people read."""

from __future__ import annotations

import json

from bot.advice.advice import advise
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.entry.card_json import card_json
from bot.packs.answers import book_of_case
from bot.words.phrases import small
from tests.entry.test_doors import run
from tests.shelf import DAY, compiled, packs


def test_every_card_of_ours_can_be_written() -> None:
    """Of every pack and worked case, with nothing left in English but ids and the packs' words."""
    for pack in packs().values():
        on_the_day = compiled(pack.id)
        for case in pack.cases:
            card = make_card(on_the_day, advise(on_the_day, book_of_case(pack, case)))
            told = json.loads(json.dumps(card_json(card)))
            assert [piece["uitkomst"] for piece in told["stukken"][0]["mogelijk"]] == [
                one.outcome for one in card.pieces[0].possible
            ], (pack.id, case.id)
            assert told["stappen"] == list(card.steps), (pack.id, case.id)


def test_it_is_the_value_that_the_note_shows() -> None:
    """The same reasons, steps and points, in the same words."""
    pack = packs()["passende_samenwerking"]
    case = next(case for case in pack.cases if case.id == "riool_straat")
    card = make_card(compiled(), advise(compiled(), book_of_case(pack, case)))
    told, note = card_json(card), write_note(card, "riool", DAY)
    points = [point["tekst"] for point in told["aandachtspunten"]]
    for text in (*told["redenen"], *told["stappen"], *points):
        assert text in note or small(text) in note


def test_advies_gives_the_card_when_asked() -> None:
    """``--kaart``: what no channel shows yet is there too; without it the line is as it was."""
    given = "- id: een\n  antwoorden: {wie_begint: derde, gemeente_beslist: [niets]}\n"
    done = run("advies", "-", "--kaart", given=given)
    assert done.returncode == 0, done.stderr
    (card,) = map(json.loads, done.stdout.splitlines())
    (piece,) = card["stukken"]
    assert (card["id"], piece["zekerheid"], piece["hoofdzaak"]) == ("een", "zeker", True)
    assert piece["vorm"]["methoden"][0].keys() == {"naam", "wanneer", "wanneer_niet", "juridisch"}
    assert {"wint", "betaalt", "valkuilen", "rollen", "ook_genoemd"} <= piece["vorm"].keys()
    assert card["lijkt_op"][0]["simpel_zegt"]
    assert card["acties"][-1] in ("verder", "overzicht")
    plain = json.loads(run("advies", "-", given=given).stdout)
    assert "stukken" not in plain
    assert plain["advies"] == piece["mogelijk"][0]["uitkomst"]
