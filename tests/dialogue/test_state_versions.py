"""A saved conversation: read back as it was, from every version, and never lost in silence."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.plan import Plan
from bot.dialogue import focus as at
from bot.dialogue.places import PLACES
from bot.dialogue.state import Project, State, Undo
from bot.dialogue.state_versions import (
    VERSION,
    NewerState,
    UnreadableState,
    from_json,
    to_json,
)
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.book import AnswerBook

SEEN = (("ruimte", chosen("paar")), ("buren", number(3, Fraction(7, 2))), ("last", UNKNOWN))

EVERY_FOCUS: tuple[at.Focus, ...] = (
    at.Doors(),
    at.Question("ruimte@hoe"),
    at.Question("last", ("geluid", "stof")),
    at.Divide("onderdeel"),
    at.Divide("groep", ("geraakt",)),
    at.Checklist(("last", "ruimte")),
    at.Checklist(("last", "ruimte"), ("last/stof",)),
    at.Pause(),
    at.Confirm(SEEN),
    at.Confirm(SEEN, "", {"ruimte": "er kan nog wat"}, "last", ("stof",)),
    at.Clash(SEEN, "ruimte", {"ruimte": "er kan nog wat"}),
    at.Lens("raad", "doel", ("ruimte@hoe",), SEEN),
    at.Lens("raad", seen=SEEN),
    at.Others("dorp", "a1b2c3", "last", ("stof",), SEEN),
    at.Others("dorp", "a1b2c3"),
    at.Pick(),
    at.Pick(beside=True),
    at.Overrule("samen"),
    at.Name(),
    at.Dates("@onderwerp"),
    at.Dates("", Plan("Het plein", "Markt", (("raad", date(2027, 6, 24)),))),
    at.OwnLines(("brief", "mail")),
    at.OwnLines(("brief",), (("open", "De boomsoort."), ("vast", "Het riool.")), made=True),
    at.OwnLines(("brief",), (("open", "De boomsoort."),), out=(0,), choosing=True),
    at.KeepLine("De krant schreef erover."),
    at.KeepLine("De krant schreef erover.", ("vraag/pers", "antwoord/last.stof"), busy=True),
    at.HeardDays(),
    at.Forget(),
    at.Restart(),
    at.Liken(),
    at.Liken(1),
    at.Tell(),
    at.Tell("loting"),
    at.Liken(of="straat"),
    at.Went(),
    at.Went("samen"),
    at.Lesson("samen", "ja", "Begin eerder."),
    at.Confirm(SEEN, "straat"),
    at.Advice(),
    at.Faq(),
    at.Resume(),
)


@pytest.mark.parametrize("focus", EVERY_FOCUS, ids=repr)
def test_every_screen_is_read_back_as_it_was(focus: at.Focus) -> None:
    """With what is remembered of it."""
    state = State("eigen", current="a1b2c3", focus=focus, greeted=True, screen=(("Ja", "a:x"),))
    assert from_json(to_json(state)) == state


def test_no_screen_is_left_out_above() -> None:
    """A new screen needs an example here."""
    assert {type(focus) for focus in EVERY_FOCUS} == set(PLACES)


_WORDS = st.text("abcde_", min_size=1, max_size=8)
_NUMBERS = st.fractions(0, 10_000)
_ANSWERS = st.one_of(
    st.sampled_from((UNKNOWN, SKIPPED)),
    st.builds(Answer, st.frozensets(_WORDS), st.frozensets(_WORDS)),
    st.builds(number, _NUMBERS, _NUMBERS),
)
_BOOKS = st.builds(AnswerBook, st.dictionaries(_WORDS, _ANSWERS), st.tuples(_WORDS))


@given(_BOOKS, st.lists(_WORDS), st.sampled_from(EVERY_FOCUS))
def test_answers_are_read_back_as_they_were(
    book: AnswerBook, order: list[str], focus: at.Focus
) -> None:
    """Numbers to the fraction."""
    project = Project("a1b2c3", "Plein", "eigen", "v1", book, tuple(order))
    state = State("eigen", (project,), "a1b2c3", focus)
    assert from_json(to_json(state)) == state


def test_the_version_stands_in_the_text() -> None:
    """So that a later bot knows what it reads."""
    assert json.loads(to_json(State("eigen")))["version"] == VERSION


# --- from version 1, which had one record for every screen ------------------------------------

GIVEN = '{"high":null,"low":null,"maybe":[],"status":"given","values":["paar"]}'
BLANK = '"chosen":[],"eyes":"","form":"","key":"","pending":[],"queue":[]'
PAIR = ((("ruimte", chosen("paar"))),)


def of_one(**fields: str) -> str:
    """The focus of a state of version 1, as it was written."""
    written = {part.split(":")[0].strip('"'): part for part in BLANK.split(",")}
    written |= {name: f'"{name}":{value}' for name, value in fields.items()}
    return "{" + ",".join(written.values()) + "}"


@pytest.mark.parametrize(
    ("old", "now"),
    [
        (of_one(kind='"doors"'), at.Doors()),
        (of_one(kind='"question"', key='"ruimte@hoe"'), at.Question("ruimte@hoe")),
        (
            of_one(kind='"question"', key='"last"', chosen='["stof"]'),
            at.Question("last", ("stof",)),
        ),
        (of_one(kind='"question"'), at.Doors()),
        (of_one(kind='"divide"', key='"onderdeel"'), at.Divide("onderdeel")),
        (
            of_one(kind='"divide"', key='"groep"', chosen='["geraakt"]'),
            at.Divide("groep", ("geraakt",)),
        ),
        (of_one(kind='"pause"'), at.Pause()),
        (of_one(kind='"confirm"', pending=f'[["ruimte",{GIVEN}]]'), at.Confirm(PAIR)),
        (of_one(kind='"meant"'), at.Faq()),
        (
            of_one(
                kind='"lens"',
                key='"doel"',
                queue='["keer"]',
                eyes='"raad"',
                pending=f'[["ruimte",{GIVEN}]]',
            ),
            at.Lens("raad", "doel", ("keer",), PAIR),
        ),
        (
            of_one(
                kind='"others"',
                key='"last"',
                chosen='["stof"]',
                eyes='"dorp"',
                form='"a1b2c3"',
                pending=f'[["ruimte",{GIVEN}]]',
            ),
            at.Others("dorp", "a1b2c3", "last", ("stof",), PAIR),
        ),
        (of_one(kind='"pick"', form='"gebruik"'), at.Pick()),
        (of_one(kind='"pick"', form='"zou"'), at.Pick(beside=True)),
        (of_one(kind='"overrule"', form='"samen"'), at.Overrule("samen")),
        (of_one(kind='"name"'), at.Name()),
        (of_one(kind='"forget"'), at.Forget()),
        (of_one(kind='"advice"'), at.Advice()),
        (of_one(kind='"faq"'), at.Faq()),
        (of_one(kind='"resume"'), at.Resume()),
    ],
)
def test_every_screen_of_version_1_is_known(old: str, now: at.Focus) -> None:
    """Each goes on where it was."""
    text = f'{{"pack":"eigen","current":"a1b2c3","greeted":true,"focus":{old}}}'
    assert from_json(text) == State("eigen", current="a1b2c3", focus=now, greeted=True)


def test_a_whole_state_of_version_1_is_known() -> None:
    """The projects, the time and the screen too, as that version wrote them."""
    text = (
        f'{{"current":"a1b2c3","focus":{of_one(kind=chr(34) + "advice" + chr(34))},"greeted":true,'
        f'"pack":"eigen","projects":[{{"book":{{"answers":{{"ruimte":{GIVEN}}},"groups":[],'
        '"parts":["hoe"]},"deeper":true,"divided":["onderdeel"],"given":{"at":'
        '"2026-11-24T09:00:00Z","outcomes":[["","samen"]],"version":"v1"},"id":"a1b2c3","name":'
        '"Plein","named":true,"order":["ruimte"],"overruled":{"form":"samen","reason":"zo"},'
        '"pack":"eigen","version":"v1"}],"screen":[["Ja","c:a1b2c3:ja"]],"touched":'
        '"2026-11-24T09:01:00Z"}'
    )
    state = from_json(text)
    (project,) = state.projects
    assert (project.book.answers, project.book.parts) == (dict(PAIR), ("hoe",))
    assert project.given is not None
    assert project.given.outcomes == (("", "samen"),)
    assert state.screen == (("Ja", "c:a1b2c3:ja"),)
    assert from_json(to_json(state)) == state


# --- from version 2, which asked no yes before beginning again --------------------------------


@pytest.mark.parametrize("focus", [one for one in EVERY_FOCUS if one != at.Restart()], ids=repr)
def test_every_screen_of_version_2_is_known(focus: at.Focus) -> None:
    """It had the same records, and nothing to undo."""
    state = State("eigen", current="a1b2c3", focus=focus, greeted=True)
    saved = json.loads(to_json(state))
    del saved["state"]["undo"]
    assert from_json(json.dumps(saved | {"version": 2})) == state


def test_what_can_be_undone_is_read_back_as_it_was() -> None:
    """With its answers."""
    book = AnswerBook(dict(SEEN))
    undo = Undo(Project("a1b2c3", "Plein", "eigen", "v1", book, ("ruimte",)), 3)
    state = State("eigen", undo=undo)
    assert from_json(to_json(state)) == state


# --- from version 5, which kept no words of persons -------------------------------------------


@pytest.mark.parametrize(
    "focus", [one for one in EVERY_FOCUS if type(one) is not at.Clash], ids=repr
)
def test_every_screen_of_version_5_is_known(focus: at.Focus) -> None:
    """It had the same records; no answer has words."""
    project = Project("a1b2c3", "Plein", "eigen", "v1", AnswerBook(dict(SEEN)), ("ruimte",))
    without = msgspec.structs.replace(focus, words={}) if hasattr(focus, "words") else focus
    state = State("eigen", (project,), "a1b2c3", without, greeted=True)
    saved = json.loads(to_json(state))
    del saved["state"]["projects"][0]["words"]
    assert from_json(json.dumps(saved | {"version": 5})) == state


def test_words_are_read_back_with_their_answers() -> None:
    """By the key of the answer."""
    words = {"ruimte": "er kan nog wat (“een bankje”)"}
    project = Project("a1b2c3", "Plein", "eigen", "v1", AnswerBook(dict(SEEN)), words=words)
    state = State("eigen", (project,), "a1b2c3")
    assert from_json(to_json(state)) == state


# --- what can't be read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        "null",
        "{}",
        '{"version":0,"state":{}}',
        '{"version":2}',
        '{"version":2,"state":{"pack":"eigen","focus":{"kind":"nergens"}}}',
        '{"version":2,"state":{"pack":"eigen","focus":{"kind":"question"}}}',
        '{"version":"twee","state":{"pack":"eigen"}}',
        '{"pack":"eigen","focus":{"kind":"nergens"}}',
        '{"pack":"eigen","focus":{"kind":["doors"]}}',
        '{"pack":"eigen","focus":"doors"}',
        '{"pack":"eigen","focus":{"kind":"lens"}}',
        to_json(State("eigen")).replace("eigen", "\ud83d").encode("utf-8", "replace").decode()[:-3],
        '{"version":2,"state":{"pack":"e","focus":{"kind":"confirm","pending":'
        '[["a",{"low":"1/0"}]]}}}',
        '{"version":2,"state":{"pack":"e","focus":{"kind":"confirm","pending":[["a",{"low":"x"}]]}}}',
    ],
)
def test_what_is_no_state_is_unreadable(text: str) -> None:
    """One error for all of it, which does not hold the text."""
    with pytest.raises(UnreadableState) as caught:
        from_json(text)
    assert str(caught.value) == ""
    assert caught.value.__suppress_context__


def test_a_newer_state_is_never_taken_for_a_broken_one() -> None:
    """Whatever is in it."""
    with pytest.raises(NewerState, match=str(VERSION + 1)):
        from_json(f'{{"version":{VERSION + 1},"state":{{"onbekend":[1,2,3]}},"meer":true}}')


# --- a changed form is seen --------------------------------------------------------------------

FORMS = {
    3: "5d9645fd87f4f760",
    4: "cf695e7560b3ab7a",
    5: "aae35129a16dbb74",
    6: "05eaac47166f62e7",
    7: "92d520c4bcdd4ab7",
    8: "443d74208efd5044",
    9: "bb2adb8481de0fd1",
    10: "6f048e5583ac63c7",
    11: "3e457a34f5d88745",
    12: "5d418a85a0f7652b",
}
"""Version -> what its form comes to."""


WORDS = ("title", "description")


def without_words(schema: object) -> object:
    """A schema without its titles and descriptions, which change nothing of what is saved."""
    if isinstance(schema, dict):
        named = {name: without_words(part) for name, part in schema.items()}
        return {n: part for n, part in named.items() if isinstance(part, dict) or n not in WORDS}
    return [without_words(part) for part in schema] if isinstance(schema, list) else schema


def test_a_changed_form_is_seen() -> None:
    """When this fails: a screen more, and whatever was renamed or taken away, needs a next version
    with its step in ``STEPS``; a field with a default does not. Then write the new form above."""
    schema = msgspec.json.schema(State, schema_hook=lambda kind: {"type": kind.__name__})
    written = json.dumps(without_words(schema), sort_keys=True)
    assert FORMS[VERSION] == hashlib.sha256(written.encode()).hexdigest()[:16]
