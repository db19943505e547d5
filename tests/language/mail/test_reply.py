"""A mail is answered: each question in its order, with its source; nothing is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.language.mail import wording
from bot.language.mail.reply import Reply, reply_to
from bot.language.plain.plain import PlainUnderstander
from bot.language.rasa.understander import RasaUnderstander
from bot.rules.model.pack import Pack

DAY = date(2026, 11, 24)
MAILS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("mails.yml").read_text("utf-8")
)
MAIL = """Beste helpdesk,

De gemeente begon dit project. Wij hebben drie vragen:
1. Moeten we voor 2027 een participatieverordening hebben?
2. Hoe laat gaat het zwembad open?
3. Is een participatieverordening verplicht?

Bel mij op 06-12345678, ook over vraag 2.
Met vriendelijke groet,
Jan
"""


def answer(text: str, pack: Pack) -> Reply:
    return reply_to(text, pack, PlainUnderstander(ready=True), DAY)


def test_every_question_gets_its_own_answer_in_order(pack: Pack) -> None:
    """What is not known is said, with whom to ask; what was said already is referred to."""
    first, second, third = answer(MAIL, pack).items
    assert first.faq == third.faq == "verordening_2027"
    assert second.faq == ""
    assert second.answer.startswith(wording.NO_ANSWER)
    assert "griffier" in second.answer
    assert third.answer == wording.SEE.format(number=1)


def test_every_answer_shows_its_source_as_a_link(pack: Pack) -> None:
    """With the day on which it was read."""
    first, *_ = answer(MAIL, pack).items
    assert first.sources
    assert all(source.url in first.text for source in first.sources if source.url)
    assert "gelezen op" in first.text


def test_the_answer_is_the_one_of_that_day(pack: Pack) -> None:
    """After the new year the law is told as it is then."""
    later = reply_to(MAIL, pack, PlainUnderstander(ready=True), date(2027, 1, 5)).items[0]
    assert later.answer != answer(MAIL, pack).items[0].answer


def test_the_draft_is_a_mail(pack: Pack) -> None:
    """Salutation, the questions with their answers, and an end; no name is made up."""
    draft = answer(MAIL, pack).draft
    assert draft.startswith("Beste [naam],")
    assert draft.endswith("[jouw naam]")
    assert "1. Moeten we voor 2027" in draft


def test_what_holds_for_more_answers_is_said_once(pack: Pack) -> None:
    """That it is no legal advice, and whom to ask: a colleague does not say so at each answer."""
    asked = "1. Hoe laat gaat het zwembad open?\n2. Wat kost een kaartje?\n"
    law = "3. Moeten we voor 2027 een participatieverordening hebben?\n4. Wat is een zienswijze en "
    mail = f"Beste helpdesk,\n\nVragen:\n{asked}{law}wie mag die geven?\n\nGroet,\nJan"
    reply = answer(mail, pack)
    assert sum(wording.LEGAL in item.remarks for item in reply.items) == 2
    assert reply.draft.count(wording.LEGAL) == 1
    assert reply.draft.count("griffier als het") == 1
    assert reply.items[1].answer == wording.NO_ANSWER_EITHER


def test_what_points_to_a_person_is_masked(pack: Pack) -> None:
    """Also where it stands in a question."""
    reply = answer("Mag ik 06-12345678 op de lijst van deelnemers zetten?", pack)
    assert reply.personal == ("telefoonnummer",)
    assert "12345678" not in reply.draft
    assert "[telefoonnummer]" in reply.items[0].question


def test_a_mail_that_asks_nothing_gets_no_reply(pack: Pack) -> None:
    """Nor does an empty one."""
    for text in ("", "Beste Jan,\n\nTot morgen.\n\nGroet,\nPiet"):
        assert answer(text, pack) == Reply()
        assert answer(text, pack).draft == ""


@pytest.mark.rasa
def test_ten_mails_are_answered(pack: Pack, rasa: RasaUnderstander) -> None:
    """With the model: nothing is answered wrongly, and nearly all is answered."""
    right = asked = 0
    for mail in MAILS:
        reply = reply_to(mail["mail"], pack, rasa, DAY)
        meant = [one["faq"] or "" for one in mail["vragen"]]
        said = [item.faq for item in reply.items]
        assert {faq for faq in said if faq} <= set(meant), mail["mail"]
        asked += len(meant)
        right += len(meant) if said == meant else 0
    assert right >= 0.85 * asked


def test_without_a_model_nothing_is_answered_wrongly(pack: Pack) -> None:
    """Fewer answers, and none that was not meant."""
    for mail in MAILS:
        said = {item.faq for item in answer(mail["mail"], pack).items}
        assert said <= {one["faq"] or "" for one in mail["vragen"]} | {""}, mail["mail"]
