"""What differs between two versions of a pack that no advice shows: its texts, forms and points.

Each difference is a Dutch sentence of its own, for who decides about it and has no files to open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import choices
from bot.workbench.vergelijk import wording

_SKIPPED = frozenset(
    {"id", "when", "applies_if", "options", "logic", "examples", "weight", "formerly"}
)
"""What has no text of its own, or is told elsewhere: conditions, rules, what people say."""
_READ_AS_IT_IS = frozenset({
    "text", "short", "explanation", "why", "headline", "name", "promise", "not_promise", "do",
    "moment", "council_first", "feedback", "evaluation", "honest", "question", "title",
    "description", "whom", "ask_whom", "how_to_find_out",
})  # fmt: skip
"""Whose old and new text are both told; of anything else only that it changed."""
_IDS = frozenset({("rising", "question")})
"""What bears a name of those, and holds an id."""
_NAMED_BY = {
    "questions": "name",
    "forms": "name",
    "concerns": "text",
    "informing": "id",
    "faqs": "question",
    "rising": "why",
    "cases": "title",
}
"""By the lists of a pack that are compared: what an item of it is named by."""
_TOLD_BY_THE_RULES = frozenset({"questions", "concerns", "informing"})
"""Of these the comparison itself says which are new and which are gone."""


def text_lines(before: Pack, after: Pack) -> Iterator[str]:
    """A sentence for each text that changed, and for each form that came, grew or went."""
    for kind in _NAMED_BY:
        old, new = (_by_id(getattr(pack, kind)) for pack in (before, after))
        for id, item in new.items():
            if id in old:
                yield from _changed(kind, old[id], item)
            elif kind not in _TOLD_BY_THE_RULES:
                yield wording.ITEM_NEW.format(_named(kind, item))
        if kind not in _TOLD_BY_THE_RULES:
            gone = (old[id] for id in old if id not in new)
            yield from (wording.ITEM_GONE.format(_named(kind, item)) for item in gone)
    yield from _reasons(before, after)


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _named(kind: str, item: Any) -> str:
    return wording.CALLED[kind].format(getattr(item, _NAMED_BY[kind]).rstrip("."))


def _changed(kind: str, old: Any, new: Any) -> Iterator[str]:
    """What is said in two words of an old and a new text, else which parts it is about."""
    parts: dict[str, list[str]] = {"erbij": [], "anders": [], "weg": []}
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now or field.name in _SKIPPED:
            continue
        part = wording.PARTS[kind].get(field.name, wording.OTHER_PART)
        is_read = field.name in _READ_AS_IT_IS and (kind, field.name) not in _IDS
        if is_read and was and now:
            yield wording.TEXT_CHANGED.format(item=_named(kind, old), part=part, was=was, now=now)
        else:
            how = "anders" if was and now else "erbij" if now else "weg"
            parts[how].append(part)
    told = [f"{how}: {', '.join(dict.fromkeys(words))}" for how, words in parts.items() if words]
    if told:
        yield wording.ITEM_CHANGED.format(_named(kind, new), "; ".join(told).capitalize())
    if kind == "questions":
        yield from _options(_named(kind, new), old, new)


def _options(item: str, old: Question, new: Question) -> Iterator[str]:
    """The labels and texts of the answers to one question."""
    was: dict[str, Option] = {option.id: option for option in choices(old)}
    for option in choices(new):
        before = was.get(option.id)
        if before is None:
            continue
        if before.label != option.label:
            yield wording.LABEL_CHANGED.format(item=item, was=before.label, now=option.label)
        elif (before.sentence, before.explanation) != (option.sentence, option.explanation):
            yield wording.OPTION_CHANGED.format(item=item, label=option.label)


def _reasons(before: Pack, after: Pack) -> Iterator[str]:
    """The reasons that rules give, where these are worded otherwise."""
    old = _by_id(before.decisions)
    for decision in after.decisions:
        was = _why(old[decision.id]) if decision.id in old else {}
        title = decision.title or decision.id.replace("_", " ")
        for id, now in _why(decision).items():
            if id in was and was[id] != now:
                both = was[id] and now
                sentence = wording.REASON_CHANGED if both else wording.REASON_NEW
                yield sentence.format(decision=title, was=was[id], now=now)


def _why(decision: Decision) -> dict[str, str]:
    logic = decision.logic
    return {rule.id: rule.why for rule in logic.rules} if logic.names_rules else {}
