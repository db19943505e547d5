"""Replies as JSON text, for the outbox."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bot.dialogue.messages import (
    Calendar,
    Chosen,
    Document,
    Forgotten,
    HowItWent,
    Noted,
    Pass,
    Picture,
    Reply,
    Say,
)

_KINDS: dict[str, type[Reply]] = {
    "say": Say,
    "document": Document,
    "calendar": Calendar,
    "picture": Picture,
    "chosen": Chosen,
    "forgotten": Forgotten,
    "noted": Noted,
    "pass": Pass,
    "went": HowItWent,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_json(reply: Reply) -> str:
    """One reply as JSON text."""
    return msgspec.json.encode([_NAMES[type(reply)], reply]).decode()


def all_to_json(replies: Sequence[Reply]) -> bytes:
    """Some replies as one JSON text."""
    return msgspec.json.encode([to_json(reply) for reply in replies])


def all_from_json(text: bytes) -> tuple[Reply, ...]:
    """The replies of one JSON text. Raises msgspec.ValidationError or KeyError when it is none."""
    return tuple(map(from_json, msgspec.json.decode(text, type=list[str])))


def from_json(text: str) -> Reply:
    """One reply from its JSON text. Raises msgspec.ValidationError or KeyError when it is none."""
    name, value = msgspec.json.decode(text)
    return msgspec.convert(value, _KINDS[name])
