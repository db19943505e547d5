"""The values of the channel: texts, keyboards, addresses, lanes, pace, progress. No server."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.channels.log import hush, trace
from bot.channels.pace import Pace
from bot.channels.telegram.address import Address
from bot.channels.telegram.incoming import read
from bot.channels.telegram.keyboard import keyboard, rows
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.progress import Progress
from bot.channels.telegram.text import cut, marked, pieces, units
from bot.dialogue.commands import IN_MENU
from bot.dialogue.messages import Button, Said, Started, Tapped
from tests.channels.telegram.double import _Balanced

TEXTS = st.text(st.sampled_from("ab <&>*\n.😀é\u0301"), max_size=400)


def shown(html: str) -> str:
    """What a phone shows of a piece of HTML, which must be well formed."""
    parser = _Balanced()
    parser.feed(html)
    parser.close()
    assert parser.good
    assert not parser.open
    return parser.plain


def test_bold_and_escaping() -> None:
    """Only ``**`` is markup; everything else is shown as it was written."""
    assert pieces("**Let op:** 1 < 2 & 3 > 2 <b>nep</b>") == [
        "<b>Let op:</b> 1 &lt; 2 &amp; 3 &gt; 2 &lt;b&gt;nep&lt;/b&gt;"
    ]
    assert pieces("2 ** 3 en **los") == ["2 ** 3 en **los"]
    assert pieces("  \n ") == []


@given(TEXTS, st.integers(20, 60))
def test_pieces_are_well_formed_and_lose_nothing(text: str, limit: int) -> None:
    """Every piece fits, is valid HTML, and together they are the text without its borders."""
    parts = [shown(part) for part in pieces(text, limit)]
    assert all(0 < units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(marked(text).plain.split())


@given(st.text(st.sampled_from("a😀"), max_size=50), st.integers(1, 20))
def test_cut_is_the_longest_beginning(text: str, limit: int) -> None:
    """Never above the limit, and one more character would be."""
    part = cut(text, limit)
    assert text.startswith(part)
    assert units(part) <= limit
    assert part == text or units(text[: len(part) + 1]) > limit


def test_pieces_break_between_paragraphs_and_close_bold() -> None:
    """A cut falls between paragraphs; bold that must be cut is closed and opened again."""
    first, second = "a" * 50, "b" * 40
    assert pieces(f"{first}\n\n{second}", 80) == [first, second]
    assert pieces(f"**{'c' * 120}**", 80) == [f"<b>{'c' * 80}</b>", f"<b>{'c' * 40}</b>"]


def test_keyboard_rows() -> None:
    """Two short labels share a row; long ones stand alone; what Telegram refuses is left out."""
    buttons = [Button("Ja", "a"), Button("Nee", "b"), Button("Een veel langer antwoord", "c")]
    buttons += [Button("Weet ik niet", "d"), Button("Te lang", "x" * 65), Button("", "e")]
    buttons += [Button("Lees meer", url="https://example.org")]
    labels = [[button.label for button in row] for row in rows(buttons)]
    assert labels == [
        ["Ja", "Nee"],
        ["Een veel langer antwoord"],
        ["Weet ik niet", "Lees meer"],
    ]
    ticked = [Button("✓ Jong en heel oud", "a"), Button("Mensen met werk", "b")]
    assert [len(row) for row in rows(ticked)] == [2], "a tick moves no button"
    assert keyboard([]) is None
    made = keyboard(buttons)
    assert made is not None
    assert made.inline_keyboard[2][1].url == "https://example.org"


@given(st.integers(), st.none() | st.integers(), st.text())
def test_address_round_trip(chat: int, message: int | None, html: str) -> None:
    """An address survives being kept."""
    address = Address(chat, message, html)
    assert Address.parse(address.to_text()) == address


@pytest.mark.parametrize("text", ["", "piet@example.org", "{}", "[]", "null", '{"web": 1}'])
def test_address_of_another_channel(text: str) -> None:
    """What is not ours is left alone."""
    assert Address.parse(text) is None


def message(text: str | None, **more: object) -> Update:
    """An update with a message of a person."""
    body = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, **more}
    update = Update.de_json({"update_id": 9, "message": body | ({"text": text} if text else {})})
    assert update is not None
    return update


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("/start", Started()),
        ("/start passende-samenwerking", Started("passende-samenwerking")),
        ("/START@Ons_Bot demo_1", Started("demo_1")),
        ("/start ../../etc", Started()),
        ("/start " + "a" * 65, Started()),
        ("/terug", Said("/terug")),
        ("/Terug@ons_bot ", Said("/terug")),
        ("/overzicht alles", Said("/overzicht alles")),
        ("hallo /terug", Said("hallo /terug")),
        ("/pad/naar/iets", Said("/pad/naar/iets")),
    ],
)
def test_texts_and_commands(text: str, what: object) -> None:
    """A deep link is validated, a command loses the bot's name, a text stays a text."""
    assert read(message(text)).what == what


def test_long_text_is_bounded() -> None:
    """Telegram cuts at 4096; what another server lets through is cut here."""
    what = read(message("😀" * 10_000)).what
    assert isinstance(what, Said)
    assert units(what.text) == 4096


def test_what_is_not_a_text() -> None:
    """A photo gets a kind line; a service message nothing; an edited message is named."""
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    assert read(message(None, photo=photo)).kind == "only_text"
    assert read(message(None, delete_chat_photo=True)).kind == "ignored"
    group = {"id": -5, "type": "supergroup", "title": "Team"}
    assert read(message("hallo", chat=group)).kind == "group"
    edited = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}
    update = Update.de_json({"update_id": 9, "edited_message": edited})
    assert update is not None
    assert read(update).kind == "edited"
    assert read(update).what is None


def tap(under: dict[str, object] | None, data: str = "k:rood") -> Update:
    """An update with a tap."""
    query = {"id": "q", "from": {"id": 5, "is_bot": False, "first_name": "P"}, "data": data}
    body = query | {"chat_instance": "1"} | ({"message": under} if under else {})
    update = Update.de_json({"update_id": 9, "callback_query": body})
    assert update is not None
    return update


def test_taps() -> None:
    """The tapped text travels in the address; a message too old to be shown has none."""
    chat = {"id": 5, "type": "private"}
    bold = [{"type": "bold", "offset": 0, "length": 1}]
    fresh = read(tap({"message_id": 3, "date": 1, "chat": chat, "text": "a & b", "entities": bold}))
    assert fresh.what == Tapped("k:rood")
    assert fresh.address == Address(5, 3, "<b>a</b> &amp; b")
    assert read(tap({"message_id": 3, "date": 0, "chat": chat})).address == Address(5, 3)
    assert read(tap(None)).kind == "ignored"
    assert read(tap(None)).query == "q"


def test_lanes_keep_order_and_run_side_by_side() -> None:
    """In one lane one after the other; an error in one job does not stop the next."""

    async def main() -> list[str]:
        lanes, seen = Lanes(), list[str]()
        gate = asyncio.Event()

        async def slow() -> None:
            await gate.wait()
            seen.append("slow")

        async def note(word: str) -> None:
            seen.append(word)
            if word == "bad":
                raise ValueError(word)

        first = lanes.put(1, slow)
        bad = lanes.put(1, lambda: note("bad"))
        last = lanes.put(1, lambda: note("after"))
        await lanes.put(2, lambda: note("other"))
        gate.set()
        await asyncio.wait({first, bad, last})
        assert isinstance(bad.exception(), ValueError)
        await asyncio.sleep(0)
        assert lanes.idle()
        return seen

    assert asyncio.run(main()) == ["other", "slow", "bad", "after"]


def test_lanes_end_what_does_not_end() -> None:
    """Closing waits for its grace, then cancels what runs and what waits."""

    async def main() -> None:
        lanes = Lanes()
        stuck = lanes.put(1, lambda: asyncio.sleep(60))
        behind = lanes.put(1, lambda: asyncio.sleep(0))
        elsewhere = lanes.put(2, lambda: asyncio.sleep(0))
        await lanes.close(0.05)
        assert stuck.cancelled()
        assert behind.cancelled()
        assert elsewhere.done()
        assert not elsewhere.cancelled()
        assert lanes.idle()

    asyncio.run(main())


def test_pace() -> None:
    """Above the pace a person hears it once, and is welcome again later."""
    now = [0.0]
    pace = Pace(3, 60, crowd=2, clock=lambda: now[0])
    assert [pace.judge(1) for _ in range(5)] == ["go", "go", "go", "tell", "silent"]
    assert pace.judge(2) == "go"
    now[0] = 61
    assert pace.judge(1) == "go"
    pace.judge(3)
    assert len(pace._people) == 2


@given(st.permutations(range(1, 9)))
def test_progress_confirms_only_what_stands_before_the_first_gap(order: list[int]) -> None:
    """Whatever order turns end in, nothing unfinished is ever confirmed."""
    progress, done = Progress(), set[int]()
    assert progress.confirmed is None
    assert all(progress.begin(100 + n) for n in range(1, 9))
    assert not progress.begin(104)
    for n in order:
        progress.done(100 + n)
        done.add(n)
        gap = min(set(range(1, 10)) - done)
        assert progress.confirmed == 100 + gap - 1
    assert progress.waiting == 0
    assert not progress.begin(108)


def test_logs_hold_no_message_of_an_error() -> None:
    """An error is named by its kind and place; libraries that print tokens are silent."""
    try:
        json.loads("geheime tekst")
    except ValueError as error:
        line = trace(error)
    assert line.startswith("JSONDecodeError at decoder.py:")
    assert "geheim" not in line
    hush()
    for name in ("httpx", "telegram", "telegram.ext.ExtBot", "httpcore.http11"):
        assert not logging.getLogger(name).isEnabledFor(logging.CRITICAL)


def test_commands_are_what_telegram_accepts() -> None:
    """Fifteen commands, in small letters, with descriptions of at most 256 characters."""
    menu = {command.slashes[0]: command.menu for command in IN_MENU}
    assert len(menu) == 15
    assert all(name.islower() and 3 <= len(text) <= 256 for name, text in menu.items())
