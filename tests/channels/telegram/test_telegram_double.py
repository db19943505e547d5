"""The channel against our own double: what the emulator lacks.

Chat actions, commands, documents, edited messages, 429, 5xx, blocked, too old, groups, and what
is confirmed when. A real Bot over real HTTP; behind it the smallest conversation.
"""

from __future__ import annotations

import asyncio
import io
import logging
import threading
import time
import traceback
import zipfile
from typing import Any

import pytest

from bot.channels.telegram import wording
from bot.channels.telegram.client import TokenRefused
from bot.channels.telegram.run import Tuning, run_polling
from bot.dialogue.messages import Said, Say, Started
from tests.channels.telegram.double import TOKEN, Double
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.on_air import QUICK, running


def test_commands_are_registered(double: Double, polling: Echo) -> None:
    """In Dutch, for every language and for Dutch."""
    calls = double.wait_for(lambda: len(double.made("setMyCommands")) == 2 and double.calls)
    made = [call.params for call in calls if call.method == "setMyCommands"]
    assert [call.get("language_code") for call in made] == [None, "nl"]
    assert '"command": "verwijder"' in made[0]["commands"]


def test_a_tapped_question_collapses(double: Double, polling: Echo) -> None:
    """It keeps its words and its bold, shows the choice, and loses its buttons."""
    double.type(7, "/start passende-samenwerking")
    question = double.expect(7, 1)[0]
    assert question.text == "<b>Kleur</b> &amp; smaak &lt;?&gt; passende-samenwerking"
    assert [len(row) for row in question.buttons] == [2, 1]
    double.tap(7, question, "k:rood")
    shown = double.expect(7, 2)
    assert (
        shown[0].text == f"{'<b>Kleur</b> &amp; smaak &lt;?&gt; passende-samenwerking'}\n\n✓ Rood"
    )
    assert shown[0].buttons == []
    assert shown[1].text == "Je koos k:rood."
    assert len(double.made("answerCallbackQuery")) == 1


def test_a_tick_changes_the_keyboard_of_its_message(double: Double, polling: Echo) -> None:
    """Nothing is sent anew, and the text stays as it was."""
    double.type(7, "lijst")
    question = double.expect(7, 1)[0]
    double.tap(7, question, "t:rood")
    double.wait_for(lambda: double.made("editMessageReplyMarkup"))
    (shown,) = double.expect(7, 1)
    assert shown.text == "Welke kleuren?"
    assert [button["text"] for row in shown.buttons for button in row] == ["✓ Rood", "Klaar"]
    assert double.made("editMessageText") == []


def test_tapping_twice_is_answered_twice_and_harmless(double: Double, polling: Echo) -> None:
    """Both taps are answered; editing into the same text does no harm."""
    double.type(7, "/start")
    question = double.expect(7, 1)[0]
    before = question.text
    double.tap(7, question, "k:rood", "q1")
    double.expect(7, 2)
    question.text = before
    double.tap(7, question, "k:rood", "q2")
    double.expect(7, 3)
    assert [c.params["callback_query_id"] for c in double.made("answerCallbackQuery")] == [
        "q1",
        "q2",
    ]
    assert not polling.dropped


def test_a_tap_on_a_deleted_message(double: Double, polling: Echo) -> None:
    """The edit fails harmlessly, the answer still comes."""
    double.type(7, "/start")
    question = double.expect(7, 1)[0]
    del double.messages[question.id]
    double.tap(7, question, "k:blauw")
    assert double.expect(7, 1)[0].text == "Je koos k:blauw."
    assert not polling.dropped


def test_query_too_old(double: Double, polling: Echo) -> None:
    """Telegram refuses the answer to an old tap; the turn goes on."""
    double.fail(
        "answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired"
    )
    double.type(7, "/start")
    double.tap(7, double.expect(7, 1)[0], "k:rood")
    assert double.expect(7, 2)[1].text == "Je koos k:rood."


def test_typing_before_a_free_text_only(double: Double, polling: Echo) -> None:
    """Shown before the answer to a text, never for a command or a tap."""
    double.type(7, "/terug")
    double.expect(7, 1)
    assert not double.made("sendChatAction")
    double.type(7, "Bewoners willen een speeltuin")
    double.expect(7, 2)
    methods = [call.method for call in double.calls]
    assert methods.index("sendChatAction") < len(methods) - 1 - methods[::-1].index("sendMessage")


def test_a_document_comes_as_markdown_and_word(double: Double, polling: Echo) -> None:
    """Two files with safe names, the caption under the first."""
    double.type(7, "notitie")
    markdown, word = double.expect(7, 2)
    assert (markdown.file, word.file) == ("notitie-kerkstraat-1.md", "notitie-kerkstraat-1.docx")
    assert markdown.text == "De notitie"
    assert markdown.content.decode() == "# Kop\n\n- **een**\n- twee"
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word.content)).namelist()


def test_a_long_text_comes_in_pieces(double: Double, polling: Echo) -> None:
    """Each one is accepted; the buttons hang under the last."""
    double.type(7, "lang")
    parts = double.wait_for(lambda: not polling.outbox and double.chat(7))
    assert len(parts) == 3
    assert [bool(part.buttons) for part in parts] == [False, False, True]


def test_edited_messages_do_not_answer_twice(double: Double, polling: Echo) -> None:
    """Nor do service messages, channel posts and kinds of update that do not exist yet."""
    edited = double.message(7, "verbeterd")
    double.update(edited_message=edited)
    double.update(channel_post=double.message(-7, "bericht", "channel"))
    double.update(nieuw_soort={"x": 1})
    double.update(message=double.message(7, delete_chat_photo=True))
    last = double.type(7, "hallo")
    assert {shown.text for shown in double.expect(7, 2)} == {wording.EDITED, "Je zei: hallo"}
    double.wait_for(lambda: double.confirmed == last)
    assert [what for _, what in polling.handled] == [Said("hallo")]


def test_an_update_that_cannot_be_read_is_skipped(double: Double, polling: Echo) -> None:
    """One broken update neither stops the loop nor those beside it."""
    double.update(message={"message_id": "?"})
    double.type(7, "hallo")
    assert double.expect(7, 1)[0].text == "Je zei: hallo"


def test_photos_get_a_kind_line(double: Double, polling: Echo) -> None:
    """Without a turn and without a state."""
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    double.update(message=double.message(7, photo=photo))
    assert double.expect(7, 1)[0].text == wording.ONLY_TEXT
    assert polling.handled == []


def test_groups_hear_once_that_it_works_one_to_one(double: Double, polling: Echo) -> None:
    """With a link to the conversation; nobody's words get a turn."""
    for _ in range(3):
        double.update(message=double.message(-7, "/start@dubbel_bot", "supergroup"))
    last = double.type(7, "hallo")
    double.expect(7, 1)
    double.wait_for(lambda: double.confirmed == last)
    assert [m.text for m in double.chat(-7)] == [wording.one_to_one("dubbel_bot")]
    assert "https://t.me/dubbel_bot" in double.chat(-7)[0].text


def test_too_many_updates(double: Double, echo: Echo) -> None:
    """The person hears it once; another person is not touched; every tap is answered."""
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=Tuning(per_minute=3)):
        double.wait_for(lambda: double.asked)  # what waited before that is not judged
        for number in range(6):
            double.type(7, f"nummer {number}")
        double.type(8, "hallo")
        double.expect(8, 1)
        texts = {m.text for m in double.expect(7, 4)}
    assert texts == {"Je zei: nummer 0", "Je zei: nummer 1", "Je zei: nummer 2", wording.TOO_FAST}
    assert len(echo.handled) == 4


@pytest.mark.parametrize("status", [500, 502, 504])
def test_server_errors_are_waited_out(double: Double, polling: Echo, status: int) -> None:
    """The reply comes in the end, in order, once."""
    double.fail("sendMessage", status, "Internal", times=2)
    double.type(7, "een")
    double.type(7, "twee")
    assert [m.text for m in double.expect(7, 2)] == ["Je zei: een", "Je zei: twee"]
    double.wait_for(lambda: not polling.outbox)
    assert len(double.made("sendMessage")) == 4


def test_flood_control_is_waited_out(double: Double, polling: Echo) -> None:
    """As long as Telegram asks for, and the reply comes once."""
    double.fail("sendMessage", 429, "Too Many Requests", retry_after=1)
    double.type(7, "een")
    double.expect(7, 1)
    first, second = double.made("sendMessage")
    assert second.at - first.at >= 1.0
    assert not polling.dropped


def test_stubborn_flood_control(double: Double, polling: Echo) -> None:
    """Longer than the library tries by itself."""
    double.fail("sendMessage", 429, "Too Many Requests", retry_after=1, times=4)
    double.type(7, "een")
    assert double.expect(7, 1)[0].text == "Je zei: een"
    assert len(double.made("sendMessage")) == 5


def test_a_piece_that_arrived_is_not_sent_again(double: Double, polling: Echo) -> None:
    """A failure halfway a long text goes on with the next piece."""
    double.fail("sendMessage", 500, after=1)
    double.type(7, "lang")
    assert len(double.expect(7, 3)) == 3
    double.wait_for(lambda: not polling.outbox)
    assert len(double.chat(7)) == 3
    assert len(double.made("sendMessage")) == 4


def test_blocked(double: Double, polling: Echo) -> None:
    """Nothing is kept for somebody who blocked the bot."""
    double.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
    double.type(7, "een")
    double.wait_for(lambda: polling.dropped)
    assert polling.outbox == []


def test_a_reply_that_telegram_refuses_stops_nothing(double: Double, polling: Echo) -> None:
    """It is dropped and the next one comes."""
    double.fail("sendMessage", 400, "Bad Request: chat not found")
    double.type(7, "een")
    double.type(7, "twee")
    assert double.expect(7, 1)[0].text == "Je zei: twee"


def test_trouble_with_updates_is_waited_out(double: Double, polling: Echo) -> None:
    """5xx, 429 and another poller (409) on getUpdates."""
    double.fail("getUpdates", 502)
    double.fail("getUpdates", 429, retry_after=1)
    double.type(7, "een")
    assert double.expect(7, 1)[0].text == "Je zei: een"


def test_a_turn_that_fails_is_tried_again(double: Double, polling: Echo) -> None:
    """Twice a fault of ours: the person notices nothing."""
    faults = iter([OSError("schijf"), OSError("schijf"), None])

    def before(what: Any) -> None:
        if fault := next(faults):
            raise fault

    polling.before_handle = before
    double.type(7, "een")
    assert double.expect(7, 1)[0].text == "Je zei: een"


def test_a_turn_that_keeps_failing(double: Double, polling: Echo) -> None:
    """The person hears it kindly, and the bot goes on."""

    def before(what: Any) -> None:
        if what == Said("stuk"):
            raise RuntimeError("geheim")

    polling.before_handle = before
    double.type(7, "stuk")
    double.type(7, "heel")
    assert [m.text for m in double.expect(7, 2)] == [wording.WENT_WRONG, "Je zei: heel"]


def test_confirmed_only_after_the_commit(double: Double, polling: Echo) -> None:
    """An update in the middle of its turn is not confirmed; others meanwhile are answered."""
    gate = threading.Event()

    def before(what: Any) -> None:
        if what == Said("traag"):
            gate.wait(10)

    polling.before_handle = before
    slow = double.type(7, "traag")
    double.type(8, "snel")
    double.expect(8, 1)
    later = double.type(9, "later")
    double.expect(9, 1)
    assert double.confirmed < slow
    gate.set()
    double.wait_for(lambda: double.confirmed >= later)
    assert len(double.expect(7, 1)) == 1
    assert len(polling.handled) == 3
    double.wait_for(lambda: polling.offsets.get("telegram:123456") == later)


def test_order_within_a_person_and_side_by_side(double: Double, polling: Echo) -> None:
    """Twenty people with five slow texts each: in order, and not one after the other."""
    polling.before_handle = lambda what: time.sleep(0.01)
    for number in range(5):
        for person in range(20):
            double.type(person + 1, str(number))
    for person in range(20):
        texts = [m.text for m in double.expect(person + 1, 5)]
        assert texts == [f"Je zei: {number}" for number in range(5)]


def test_what_was_left_over_is_sent_at_the_start(double: Double, echo: Echo) -> None:
    """After a crash between the commit and the sending; other channels' replies are left alone."""
    echo.handle("telegram", "7", "1", Started(), address='{"telegram":7,"message":null,"html":""}')
    echo.handle("web", "x", "1", Said("web"), address="elsewhere")
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        assert double.expect(7, 1)[0].text.startswith("<b>Kleur</b>")
        double.wait_for(lambda: len(echo.outbox) == 1)
    assert isinstance(echo.outbox[0].reply, Say)
    assert echo.outbox[0].reply.text == "Je zei: web"


def test_the_sweeper_finds_what_nobody_asked_for(double: Double, polling: Echo) -> None:
    """A reply that another process left behind is sent after a while."""
    double.type(7, "een")
    double.expect(7, 1)
    polling.handle(
        "telegram", "8", "x", Said("twee"), address='{"telegram":8,"message":null,"html":""}'
    )
    assert double.expect(8, 1)[0].text == "Je zei: twee"


def test_stopping_finishes_the_turn(double: Double, echo: Echo) -> None:
    """The turn that runs is committed, confirmed and answered before the channel ends."""
    entered = threading.Event()

    def before(what: Any) -> None:
        entered.set()
        time.sleep(0.5)

    echo.before_handle = before
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        update = double.type(7, "een")
        assert entered.wait(5)
    assert [m.text for m in double.chat(7)] == ["Je zei: een"]
    assert double.confirmed == update
    assert echo.outbox == []


def test_a_restart_repeats_nothing(double: Double, echo: Echo) -> None:
    """An update that is sent again because its confirmation was lost gets no second notice."""
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    update = double.update(message=double.message(7, photo=photo))
    echo.offsets["telegram:123456"] = update
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.type(7, "hallo")
        assert [m.text for m in double.expect(7, 1)] == ["Je zei: hallo"]
    assert [m.text for m in double.chat(7)] == ["Je zei: hallo"]


def test_an_update_id_of_before_is_heard_when_it_is_new(double: Double, echo: Echo) -> None:
    """What was remembered only silences notices: a turn is known by its conversation."""
    echo.offsets["telegram:123456"] = 1050
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.type(7, "hallo")
        assert double.expect(7, 1)[0].text == "Je zei: hallo"


def test_a_lower_update_id_is_still_heard(double: Double, echo: Echo) -> None:
    """Telegram starts anew with other numbers after a quiet week, and so does another bot."""
    echo.offsets["telegram:123456"] = 900_000_000
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.type(7, "hallo")
        assert double.expect(7, 1)[0].text == "Je zei: hallo"


def test_a_refused_token_is_not_shown(double: Double, echo: Echo) -> None:
    """It says which setting to look at, and nothing of the token."""
    wrong = "123456:WRONG-secret"
    with pytest.raises(TokenRefused) as refused:
        asyncio.run(run_polling(echo, wrong, base_url=double.url, stop=None))
    assert "TELEGRAM_TOKEN" in str(refused.value)
    assert "WRONG" not in "".join(traceback.format_exception(refused.value))


def test_patient_at_the_start(double: Double, echo: Echo) -> None:
    """Telegram may be out of reach when the bot starts."""
    double.fail("getMe", 502, times=2)
    double.type(7, "hallo")
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        assert double.expect(7, 1)[0].text == "Je zei: hallo"


def test_logs_hold_no_text_name_number_or_token(
    double: Double, echo: Echo, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """A sentinel said in every way, also through errors, is in no log line and on no screen."""
    sentinel, person = "zilverreiger-4711", 987654321

    def before(what: Any) -> None:
        if what == Said(f"stuk {sentinel}"):
            raise ValueError(what)

    echo.before_handle = before
    caplog.set_level(logging.DEBUG)
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.fail("sendMessage", 500, sentinel)
        double.fail("sendChatAction", 400, sentinel)
        double.update(message={"message_id": sentinel})
        for text in (f"/start {sentinel}", sentinel, f"stuk {sentinel}"):
            double.type(person, text)
        question = double.expect(person, 3)[0]
        double.tap(person, question, f"k:{sentinel}")
        double.expect(person, 4)
    shown = "\n".join([caplog.text, *capfd.readouterr()])
    assert "kind=text" in shown
    for secret in (sentinel, "Piet Geheim", str(person), TOKEN, "secret-token"):
        assert secret.lower() not in shown.lower()
