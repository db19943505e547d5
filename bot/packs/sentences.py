"""Forms and situations of a raw pack: what holds sentences that each may have a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from bot.packs.format.schema import MOMENTS, RECORDS
from bot.packs.format.shapes import one_or_more
from bot.packs.text.source import Map
from bot.rules.model.conditions import Condition
from bot.rules.model.content import Form, Method
from bot.rules.model.line import Line
from bot.rules.model.situation import FirstAnswer, FirstQuestion, Hour, Practice, Situation

HOLD_SENTENCES = ("vormen", "situaties", "avond", "vijf_waarden", "tegenspraak", "projectvragen")
"""The lists whose items hold sentences, at any depth."""
SENTENCES = ("belofte_vooraf",)
"""The keys that are sentences themselves."""
CONDITIONS = ("als", "een_van")

Lines: TypeAlias = Callable[[Any], tuple[Line, ...]]
"""Makes the sentences under a key; problems with their conditions are reported."""

_SEVERAL = {"eerste_stappen": "first_steps", "valkuilen": "pitfalls"}
_ONE = {
    "eerlijk": "honest",
    "raad_vooraf": "council_first",
    "terugkoppeling": "feedback",
    "evaluatie": "evaluation",
}
_PROMISES = {"wel": "promise", "niet": "not_promise"}
"""Keys of a form whose sentences may have a condition, and the fields that they fill."""
_MANY = frozenset(_SEVERAL.values())


def line(item: Map, when: Condition, text: str) -> Line:
    """One sentence, said when this holds."""
    given = RECORDS["zin"].fields(item) if "tekst" in item else {}
    return Line(**given | {"text": text.strip()}, when=when)


def form(item: Map, lines: Lines) -> Form:
    """One form of the palette."""
    promises: Map = item.get("belofte", Map(item.place))
    made = {field: lines(item.get(key)) for key, field in (_SEVERAL | _ONE).items()}
    made |= {field: lines(promises.get(key)) for key, field in _PROMISES.items()}
    plain: dict[str, Any] = {field: _unbound(given) for field, given in made.items()}
    plain |= {field: next(iter(plain[field]), "") for field in made if field not in _MANY}
    return Form(
        **RECORDS["vorm"].fields(item),
        **RECORDS["waarden"].fields(item.get("waarden", Map(item.place))),
        **plain,
        methods=_methods(item, lines),
        lines={field: given for field, given in made.items() if any(x.is_bound for x in given)},
    )


def _methods(item: Map, lines: Lines) -> tuple[Method, ...]:
    return tuple(
        Method(**RECORDS["methode"].fields(one), holds=lines([_condition_only(one)])[0].when)
        for one in item.get("methoden", ())
    )


def _unbound(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(each.text for each in lines if not each.is_bound)


def situation(item: Map, lines: Lines) -> Situation:
    """One kind of project."""
    steps: Map = item.get("stappen", Map(item.place))
    return Situation(
        **RECORDS["situatie"].fields(item),
        when=lines([_condition_only(item)])[0].when,
        first=_first_question(item["eerste_vraag"]) if "eerste_vraag" in item else None,
        order=tuple(_hour(one, lines) for one in item.get("volgorde", ())),
        steps={moment: lines(steps.get(word)) for word, moment in MOMENTS.items()},
        special=lines(item.get("bijzonder")),
        promise=lines(item.get("belofte")),
        opening=lines(item.get("openingszinnen")),
        never=lines(item.get("nooit_zeggen")),
        council=lines(item.get("raad")),
        good=_practice(item.get("voorbeeld_goed")),
        bad=_practice(item.get("voorbeeld_fout")),
        methods=_methods(item, lines),
    )


def _condition_only(item: Map, text: str = "-") -> Map:
    """The condition of an item, as a sentence has it."""
    new = Map(item.place)
    new.put("tekst", text, item.place)
    for key in (*CONDITIONS, "bron"):
        if key in item:
            new.put(key, item[key], item.at(key))
    return new


def _hour(item: Map, lines: Lines) -> Hour:
    (who,) = lines([_condition_only(item, item["wie"])])
    return Hour(**RECORDS["tijdstip"].fields(item), line=who)


def _first_question(item: Map) -> FirstQuestion:
    answers = tuple(
        FirstAnswer(
            **RECORDS["uitweg"].fields(one),
            sets={name: one_or_more(values) for name, values in one.get("zet", {}).items()},
        )
        for one in item.get("opties", ())
    )
    return FirstQuestion(**RECORDS["eerste_vraag"].fields(item), answers=answers)


def _practice(item: Map | None) -> Practice | None:
    return Practice(**RECORDS["praktijk"].fields(item)) if item else None
