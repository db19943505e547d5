"""What differs between two versions of a pack that no advice shows: its texts, forms and points.

Each difference is a Dutch sentence of its own, for who decides about it and has no files to open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option
from bot.rules.model.questions.registry import choices

_SKIPPED = frozenset({"id", "when", "applies_if", "options", "logic", "examples", "weight"})
"""What has no text of its own, or is told elsewhere: conditions, rules, what people say."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of item: how it is called, by which name, and what its parts are called."""

    attribute: str
    called: str
    name: Callable[[Any], str]
    words: Mapping[str, str]


_QUESTION = {
    "text": "tekst", "short": "korte naam", "explanation": "toelichting",
    "why": "reden om het te vragen", "ask_whom": "wie je ernaar vraagt",
    "how_to_find_out": "hoe je het uitzoekt", "nature": "aard", "unit": "eenheid",
}  # fmt: skip
_FORM = {
    "headline": "kop", "name": "naam", "explanation": "uitleg", "also_called": "andere namen",
    "fits": "wanneer zij past", "fits_not": "wanneer zij niet past", "owner": "van wie het is",
    "roles": "rollen", "methods": "methoden", "first_steps": "eerste stappen",
    "promise": "belofte", "not_promise": "wat je niet belooft",
    "council_first": "wat de raad vooraf vastlegt", "feedback": "terugkoppeling",
    "evaluation": "evaluatie", "pitfalls": "valkuilen", "chapters": "eerste hulp",
    "honest": "wat je eerlijk zegt", "sources": "bronnen", "gains": "waarde die wint",
    "pays": "waarde die betaalt", "fallback": "terugval",
}  # fmt: skip
_CONCERN = {
    "text": "tekst", "do": "wat je doet", "moment": "moment", "duty": "plicht of niet",
    "serious": "ernstig of niet", "urgent": "dringend of niet", "chapters": "eerste hulp",
    "sources": "bronnen", "valid_from": "vanaf wanneer het geldt",
    "valid_to": "tot wanneer het geldt",
}  # fmt: skip
_FAQ = {
    "question": "vraag", "answers": "antwoord", "sources": "bronnen", "chapters": "eerste hulp",
    "phrasings": "andere manieren om het te vragen",
}  # fmt: skip
_READ_AS_IT_IS = frozenset({
    "text", "short", "explanation", "why", "headline", "name", "promise", "not_promise", "do",
    "moment", "council_first", "feedback", "evaluation", "honest", "question", "title",
    "description", "ask_whom", "how_to_find_out",
})  # fmt: skip
"""Whose old and new text are both told; of anything else only that it changed."""
_CASE = {
    "title": "titel", "description": "beschrijving", "answers": "antwoorden",
    "expected": "wat eruit hoort te komen", "also_fine": "wat ook goed is",
}  # fmt: skip
_KINDS = (
    _Kind("questions", "vraag", lambda item: item.name, _QUESTION),
    _Kind("forms", "vorm", lambda item: item.name, _FORM),
    _Kind("concerns", "aandachtspunt", lambda item: item.text, _CONCERN),
    _Kind("faqs", "veelgestelde vraag", lambda item: item.question, _FAQ),
    _Kind("cases", "voorbeeld", lambda item: item.title, _CASE),
)
_ARTICLE = {"aandachtspunt": "Het", "voorbeeld": "Het"}
_TOLD_BY_THE_RULES = frozenset({"questions", "concerns"})
"""Of these the comparison itself says which are new and which are gone."""


def text_lines(before: Pack, after: Pack) -> Iterator[str]:
    """A sentence for each text that changed, and for each form that came, grew or went."""
    for kind in _KINDS:
        old, new = (_by_id(getattr(pack, kind.attribute)) for pack in (before, after))
        for id, item in new.items():
            if id in old:
                yield from _changed(kind, old[id], item)
            elif kind.attribute not in _TOLD_BY_THE_RULES:
                yield f"{_named(kind, item)} is nieuw."
        if kind.attribute not in _TOLD_BY_THE_RULES:
            yield from (f"{_named(kind, old[id])} is weg." for id in old if id not in new)
    yield from _reasons(before, after)


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _named(kind: _Kind, item: Any) -> str:
    return f"{_ARTICLE.get(kind.called, 'De')} {kind.called} ‘{kind.name(item).rstrip('.')}’"


def _changed(kind: _Kind, old: Any, new: Any) -> Iterator[str]:
    """What is said in two words of an old and a new text, else which parts it is about."""
    found: dict[str, list[str]] = {"erbij": [], "anders": [], "weg": []}
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now or field.name in _SKIPPED:
            continue
        word = kind.words.get(field.name, "iets anders")
        if field.name in _READ_AS_IT_IS and was and now:
            yield f"{_named(kind, old)}: {word} was ‘{was}’, wordt ‘{now}’."
        else:
            how = "anders" if was and now else "erbij" if now else "weg"
            found[how].append(word)
    told = [f"{how}: {', '.join(dict.fromkeys(words))}" for how, words in found.items() if words]
    if told:
        yield f"{_named(kind, new)} is aangepast. {'; '.join(told).capitalize()}."
    if kind.attribute == "questions":
        yield from _options(kind, old, new)


def _options(kind: _Kind, old: Any, new: Any) -> Iterator[str]:
    """The labels and texts of the answers to one question."""
    was: dict[str, Option] = {option.id: option for option in choices(old)}
    for option in choices(new):
        before = was.get(option.id)
        if before is None:
            continue
        if before.label != option.label:
            labels = f"was ‘{before.label}’, wordt ‘{option.label}’"
            yield f"{_named(kind, new)}: een antwoord {labels}."
        elif (before.sentence, before.explanation) != (option.sentence, option.explanation):
            yield f"{_named(kind, new)}: het antwoord ‘{option.label}’ heeft een andere uitleg."


def _reasons(before: Pack, after: Pack) -> Iterator[str]:
    """The reasons that rules give, where these are worded otherwise."""
    old = _by_id(before.decisions)
    for decision in after.decisions:
        was = _why(old[decision.id]) if decision.id in old else {}
        title = decision.title or decision.id.replace("_", " ")
        for id, now in _why(decision).items():
            if id in was and was[id] != now:
                told = f"was ‘{was[id]}’, wordt ‘{now}’" if was[id] and now else f"‘{now}’"
                yield f"De reden van een regel in ‘{title}’: {told}."


def _why(decision: Decision) -> dict[str, str]:
    logic = decision.logic
    return {rule.id: rule.why for rule in logic.rules} if logic.names_rules else {}
