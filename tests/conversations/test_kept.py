"""Conversations that an older bot saved go on where they were, on SQLite and on PostgreSQL."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue.messages import Button
from bot.rules.model.pack import Pack
from bot.storage.choose import open_store
from tests.driver import Driver, rendered, settings_in
from tests.storage.helpers import Server

KEPT = Path(__file__).parent / "bewaard" / "versie_1"
SECRET = "0123456789abcdef0123456789abcdef-fixture"
_HEAD = re.compile(r"^# (\S+) \| (\w+) \| (\d+) \| (\S+)$", re.MULTILINE)

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@dataclass(frozen=True)
class Stopped:
    """Someone in the middle of a conversation, and what happened next."""

    person: str
    place: str
    turns: int
    now: datetime
    then: str

    @property
    def lines(self) -> list[str]:
        """What the person does next."""
        return re.findall(r"^> (.*)$", self.then, re.MULTILINE)


def stopped() -> list[Stopped]:
    """Everybody in the fixture."""
    text = (KEPT / "verder.txt").read_text("utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Stopped(
            head[1],
            head[2],
            int(head[3]),
            datetime.fromisoformat(head[4]),
            text[head.end() : end].strip(),
        )
        for head, end in zip(heads, ends, strict=True)
    ]


PEOPLE = stopped()
SCREENS = json.loads((KEPT / "schermen.json").read_text("utf-8"))


def _address(kind: str, folder: Path, request: pytest.FixtureRequest) -> str:
    if kind == "sqlite":
        path = folder / "gesprekken.db"
        path.write_bytes(gzip.decompress((KEPT / "gesprekken.db.gz").read_bytes()))
        return str(path)
    server: Server = request.getfixturevalue("server")
    server.run("CREATE DATABASE bewaard")
    uri = server.uri("bewaard")
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute((KEPT / "gesprekken.sql").read_bytes())
    return uri


@pytest.fixture(scope="module", params=BOTH)
def conversation(
    request: pytest.FixtureRequest,
    packs: dict[str, Pack],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Conversation]:
    """Today's bot on the database of then."""
    folder = tmp_path_factory.mktemp("bewaard")
    store = open_store(_address(request.param, folder, request))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMENWERKWIJZER_GEHEIM", SECRET)
        conversation = build_conversation(settings_in(folder), packs=packs, store=store)
    yield conversation
    conversation.close()


def _goes_on(conversation: Conversation, kept: Stopped) -> str:
    screen = [Button(label, data) for label, data in SCREENS[kept.person].items()]
    driver = Driver(conversation, person=kept.person, now=kept.now, turns=kept.turns, screen=screen)
    told = [f"> {line}\n\n{rendered(driver.line(line))}".rstrip() for line in kept.lines]
    return "\n\n".join(told)


@pytest.mark.parametrize("kept", PEOPLE, ids=lambda kept: f"{kept.person}-{kept.place}")
def test_it_goes_on_where_it_was(conversation: Conversation, kept: Stopped) -> None:
    """The same words as the bot of then would have said."""
    went_on = _goes_on(conversation, kept)
    if os.environ.get("SCHRIJF"):
        path = KEPT / "verder.txt"
        path.write_text(path.read_text("utf-8").replace(kept.then, went_on), encoding="utf-8")
        return
    assert went_on == kept.then


def test_every_kind_of_screen_was_left_standing() -> None:
    """All places at which that version could wait, but one that it never used ("meant")."""
    assert {kept.place for kept in PEOPLE} == {
        *("doors", "question", "divide", "pause", "confirm", "lens", "others", "pick"),
        *("overrule", "name", "forget", "advice", "faq", "resume"),
    }
