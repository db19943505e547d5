"""The saved form of a state: JSON with a version, and the steps from each version to the next.

A saved text is ``{"version": 3, "state": {…}}``; one without a version is of version 1. To change
the form: give the next version a step in ``STEPS``, and never change a step that was released.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from bot.dialogue import wording
from bot.dialogue.state import State

Plain: TypeAlias = Mapping[str, Any]
"""A state as plain JSON values."""


class UnreadableState(Exception):
    """The text is no saved state. Its message never holds that text."""


class NewerState(Exception):
    """The state was saved by a newer version of the bot: it must not be overwritten.

    Its message (Dutch) names both versions.
    """


class _Saved(msgspec.Struct, frozen=True):
    version: int
    state: State


class _Stamp(msgspec.Struct, frozen=True):
    """As little as tells the version."""

    version: int = 1


def to_json(state: State) -> str:
    """The state as JSON text."""
    saved = _Saved(VERSION, state)
    return msgspec.json.encode(saved, enc_hook=_encode, order="deterministic").decode()


def from_json(text: str) -> State:
    """The state from its JSON text, of whichever version. Raises UnreadableState or NewerState."""
    try:
        version = msgspec.json.decode(text, type=_Stamp).version
        if version > VERSION:
            raise NewerState(wording.NEWER_VERSION.format(version=version, known=VERSION))
        if version == VERSION:
            return msgspec.json.decode(text, type=_Saved, dec_hook=_decode).state
        plain = msgspec.json.decode(text)
        return msgspec.convert(_migrated(plain, version), State, dec_hook=_decode)
    except (msgspec.DecodeError, _Broken):
        raise UnreadableState from None


# --- the steps ------------------------------------------------------------------------------


class _Broken(Exception):
    """A step does not find what its version has."""


def _migrated(saved: Plain, version: int) -> Plain:
    if version < 1:
        raise _Broken
    state = saved if version == 1 else saved.get("state", {})
    for step in range(version, VERSION):
        state = STEPS[step](state)
    return state


_FIELDS_OF_ONE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        **{kind: {} for kind in ("doors", "pause", "pick", "name", "forget")},
        **{kind: {} for kind in ("advice", "faq", "resume", "meant")},
        **{kind: {"key": "key", "chosen": "chosen"} for kind in ("question", "divide")},
        "confirm": {"pending": "pending"},
        "lens": {"eyes": "eyes", "key": "key", "queue": "queue", "pending": "seen"},
        "others": {
            **{"eyes": "pack", "form": "project", "key": "key"},
            **{"chosen": "chosen", "pending": "seen"},
        },
        "overrule": {"form": "form"},
    }
)
"""Version 1 had one record for every screen: per kind the fields that it used, and their names
now."""


def _one_record_a_screen(state: Plain) -> Plain:
    """1 -> 2: a record for each screen, with the fields that it needs."""
    old = state.get("focus", {})
    was = old.get("kind", "doors") if isinstance(old, dict) else None
    if not isinstance(was, str) or was not in _FIELDS_OF_ONE:
        raise _Broken
    fields = _FIELDS_OF_ONE[was]
    focus = {"kind": was, **{now: old[name] for name, now in fields.items() if name in old}}
    if was == "pick":
        focus["beside"] = old.get("form") == "zou"  # the command that a choice gave
    if was == "meant":
        focus["kind"] = "faq"  # it was never used
    if was in ("question", "divide") and not old.get("key"):
        focus = {"kind": "doors"}  # it stood between two screens
    return {**state, "focus": focus}


def _as_it_was(state: Plain) -> Plain:
    """Something was added that nothing of before has. A bot of before must not take it for a broken
    state, nor lose it in silence: hence a version of its own."""
    return state


STEPS: Mapping[int, Callable[[Plain], Plain]] = MappingProxyType(
    {
        1: _one_record_a_screen,
        2: _as_it_was,  # the screen "restart", and what can be undone
        3: _as_it_was,  # the screen that asks what kind of project it is
        4: _as_it_was,  # the screen "dates", and the dates of a project
        5: _as_it_was,  # the screen for what an editor should know
        6: _as_it_was,  # the words that an answer came from, and the screen for two that differ
        7: _as_it_was,  # when to ask how it went, its screens, and narrower kinds of project
        8: _as_it_was,  # what is told for papers, while they are made, and its screen
        9: _as_it_was,  # the screen of ticks, and whether each question is wanted by itself
        10: _as_it_was,  # days that were heard, their screen, and the meetings of a plan
        11: _as_it_was,  # the questions of which the answer differs by piece
    }
)
"""From this version to the next."""

VERSION = 1 + len(STEPS)
"""The version that is written."""


# --- values that JSON does not have ---------------------------------------------------------


def _encode(value: Any) -> Any:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if kind is not Fraction:
        raise NotImplementedError(kind.__name__)
    try:
        return Fraction(value)
    except ZeroDivisionError:
        raise ValueError("no number") from None
