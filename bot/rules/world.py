"""A pack as the world of one kind of project has it: its words, and nothing that is not there.

A plan for one's own staff has no residents and no council; a permit for a fair has a mayor. The
rules stay what they are: only what people read is told otherwise, or left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from bot.rules.diagram.compile import Compiled
from bot.rules.model.content import Form
from bot.rules.model.pack import Pack
from bot.rules.model.situation import Situation

OWNER = "eigenaar"
"""Of a form: whose the question, the decision and the work are."""
T = TypeVar("T")
Tell: TypeAlias = Callable[[str], str]
"""What a text is in the words of a world."""
_TOLD = (
    *("questions", "divisions", "own_topics", "evening"),
    *("values", "before_promise", "moments", "project_questions"),
)
"""The lists of a pack that a world tells in its own words, and leaves nothing out of."""
_FILTERED = ("concerns", "informing", "terms", "papers")
"""The lists of which it may leave something out."""
_AS_IT_IS = frozenset(
    (
        *("id", "when", "holds", "applies_if", "sources", "chapters"),
        *("called", "cues", "examples", "formerly"),
    )
)
"""Fields that hold no text for a reader: names, conditions, and what people say themselves."""


@lru_cache(maxsize=32)
def seen_in(compiled: Compiled, kind: str | None) -> Compiled:
    """The pack in the world of a kind of project (its id); the pack itself where that is not
    known, or has no words of its own."""
    one = compiled.pack.situation(kind)
    if one is None or not (one.words or one.without or one.methods):
        return compiled
    tell = _teller(one.words)
    pack = _world(compiled.pack, one, tell)
    by_id = {question.id: question for question in pack.questions}
    rules = {
        decision: {id: _told(rule, tell) for id, rule in of_it.items()}
        for decision, of_it in compiled.rules.items()
    }
    return replace(
        compiled,
        pack=pack,
        questions={id: by_id.get(id, question) for id, question in compiled.questions.items()},
        rules=rules,
    )


def _world(pack: Pack, kind: Situation, tell: Tell) -> Pack:
    told: dict[str, Any] = {name: _told(getattr(pack, name), tell) for name in _TOLD}
    for name in _FILTERED:
        told[name] = _told(_left(getattr(pack, name), kind), tell)
    return replace(pack, **told, forms=tuple(_form(form, kind, tell) for form in pack.forms))


def _left(items: Iterable[Any], kind: Situation) -> tuple[Any, ...]:
    return tuple(one for one in items if one.id not in kind.without)


def _form(form: Form, kind: Situation, tell: Tell) -> Form:
    """A form with the roles that are there, under the names that they have here."""
    told = _told(form, tell)
    roles = {
        kind.words.get(who, who): role
        for who, role in told.roles.items()
        if who not in kind.without
    }
    owner = {} if OWNER in kind.without else told.owner
    return replace(told, roles=roles, owner=owner, methods=kind.methods or told.methods)


def _teller(words: Mapping[str, str]) -> Tell:
    """The longest words go first. A name in a slot (``{antwoord.bestuur}``) is no word."""
    if not words:
        return lambda text: text
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w.{{])({'|'.join(map(re.escape, longest))})(?![\w}}])", re.I)

    def instead(match: re.Match[str]) -> str:
        word = match[0]
        new = words.get(word) or words.get(word.lower(), word)
        return new[:1].upper() + new[1:] if word[:1].isupper() else new

    return lambda text: pattern.sub(instead, text)


def _told(value: T, tell: Tell) -> T:
    """A value with every text in it told; what holds no space is a name."""
    new: Any = value
    if isinstance(value, str):
        new = tell(value) if " " in value else value
    elif isinstance(value, tuple):
        new = tuple(_told(one, tell) for one in value)
    elif isinstance(value, Mapping):
        new = {key: _told(one, tell) for key, one in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        old = {one.name: getattr(value, one.name) for one in fields(value)}
        told = {name: _told(one, tell) for name, one in old.items() if name not in _AS_IT_IS}
        changed = {name: one for name, one in told.items() if one != old[name]}
        new = replace(value, **changed) if changed else value
    return new  # type: ignore[no-any-return]
