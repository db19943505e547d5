"""Conversations that an older bot saved go on when every id of the pack has another name."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue.messages import Button
from bot.rules.compare.same_names import in_names_of
from bot.rules.model.content import SameAs
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.storage.choose import open_store
from tests.conversations.test_kept import KEPT, PEOPLE, SCREENS, SECRET, Stopped
from tests.driver import Driver, rendered, settings_in
from tests.shelf import DEFAULT


def new(id: str) -> str:
    """Another name, as long as a name may be."""
    return f"x{id}"[:24]


def _question(asked: Question) -> Question:
    if asked.kind == "piece":
        return asked
    options = asked.options if asked.kind == "yesno" else _options(asked.options)
    return replace(asked, id=new(asked.id), formerly=(asked.id, *asked.formerly), options=options)


def _options(options: tuple[Option, ...]) -> tuple[Option, ...]:
    return tuple(replace(one, id=new(one.id), formerly=(one.id, *one.formerly)) for one in options)


def renamed(pack: Pack) -> Pack:
    """The pack with another name for every question, option, part and form, in its rules too."""
    questions = {question.id: question for question in map(_question, pack.questions)}
    divisions = tuple(replace(one, options=_options(one.options)) for one in pack.divisions)
    forms = {
        form.id: replace(form, id=new(form.id), formerly=(form.id, *form.formerly))
        for form in pack.forms
    }
    later = replace(
        pack,
        questions=tuple(questions.values()),
        divisions=divisions,
        forms=tuple(forms.values()),
    )
    anew = in_names_of(pack, later)
    return replace(
        anew,
        version="hernoemd",
        questions=tuple(
            replace(q, formerly=questions[q.id].formerly, options=questions[q.id].options)
            if q.id in questions and q.kind != "piece"
            else q
            for q in anew.questions
        ),
        divisions=tuple(
            replace(one, options=same.options)
            for one, same in zip(anew.divisions, divisions, strict=True)
        ),
        forms=tuple(
            replace(one, formerly=form.formerly)
            for one, form in zip(anew.forms, forms.values(), strict=True)
        ),
    )


def following(pack: Pack, default: Pack) -> Pack:
    """Another pack, of which ``gelijk_aan`` names the new names."""
    yes_no = {q.id for q in default.questions if q.kind == "yesno"}

    def same(one: SameAs) -> SameAs:
        if one.pack != DEFAULT:
            return one
        keep = one.question in yes_no
        values = {value if keep else new(value): here for value, here in one.values.items()}
        return replace(one, question=new(one.question), values=values)

    questions = (replace(q, same_as=tuple(map(same, q.same_as))) for q in pack.questions)
    return replace(pack, questions=tuple(questions))


def _conversation(packs: dict[str, Pack], folder: Path) -> Conversation:
    path = folder / "gesprekken.db"
    path.write_bytes(gzip.decompress((KEPT / "gesprekken.db.gz").read_bytes()))
    return build_conversation(settings_in(folder), packs=packs, store=open_store(str(path)))


@pytest.fixture(scope="module")
def both(
    packs: dict[str, Pack], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Conversation, Conversation]]:
    """Today's bot, and one in which the default pack and those on it have other names."""
    default = packs[DEFAULT]
    family = {id for id, pack in packs.items() if DEFAULT in (id, pack.based_on)}
    anew = {
        id: renamed(pack) if id in family else following(pack, default)
        for id, pack in packs.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMENWERKWIJZER_GEHEIM", SECRET)
        pair = tuple(
            _conversation(each, tmp_path_factory.mktemp("bewaard")) for each in (dict(packs), anew)
        )
    yield pair[0], pair[1]
    for conversation in pair:
        conversation.close()


def _goes_on(conversation: Conversation, kept: Stopped) -> list[str]:
    screen = [Button(label, data) for label, data in SCREENS[kept.person].items()]
    driver = Driver(conversation, person=kept.person, now=kept.now, turns=kept.turns, screen=screen)
    return [rendered(driver.line(line)) for line in kept.lines]


@pytest.mark.parametrize("kept", PEOPLE, ids=lambda kept: f"{kept.person}-{kept.place}")
def test_it_goes_on_in_the_same_words(
    both: tuple[Conversation, Conversation], packs: dict[str, Pack], kept: Stopped
) -> None:
    """With all answers, and nothing asked again."""
    same, anew = (_goes_on(conversation, kept) for conversation in both)
    version = packs[DEFAULT].version
    assert "\n".join(anew).replace("hernoemd", version) == "\n".join(same)
