"""What fills the slots of several lines in a paper. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from types import MappingProxyType

from bot.advice.day_rows import Rows, days, planning, told_days
from bot.advice.decides import owners, roles
from bot.advice.due_lines import due_day, missed_by_law
from bot.advice.facts import Facts
from bot.advice.note import piece_lines, point_line, step_lines, to_ask_line
from bot.advice.own_facts import own
from bot.advice.slot_texts import answered, reasons, who_decides
from bot.rules.model.content import Form, Method
from bot.rules.model.slots import OWN
from bot.words.phrases import capital, small
from bot.words.ways_of_working import may_be_chosen

Line = tuple[str, ...]
"""One line of a list, in cells."""


def lines_of(facts: Facts, name: str) -> tuple[Line, ...] | None:
    """What fills a slot of several lines; None for a slot of one text."""
    start, _, id = name.partition(".")
    if start == OWN:
        return tuple(_lines(own(facts, id)))
    return tuple(_LISTS[name](facts)) if name in _LISTS else None


def _owners(facts: Facts) -> Iterable[Line]:
    told = {"vraag": answered(facts, "wie_begint"), "besluit": answered(facts, "wie_beslist")}
    form = facts.card.followed
    return _lines(owners(form, told) if form else ())


def _roles(facts: Facts) -> Iterable[Line]:
    form = facts.card.followed
    lines = (line for lines in facts.own.values() for line in lines)
    told = " ".join((*(one.line for one in facts.card.answers), *lines))
    return _lines(roles(form, who_decides(facts), told) if form else ())


def _told_days(facts: Facts) -> Rows:
    return told_days(facts.plan, facts.moments, facts.today)


def _hours(facts: Facts) -> Iterable[Line]:
    """Who hears it at what time of one day, by the kind of project."""
    kind = facts.card.situated
    for one in kind.hours if kind else ():
        yield (f"{one.time}: {small(one.who.rstrip('.'))}. {one.say}".rstrip(),)


def _too_late(facts: Facts) -> Iterable[Line]:
    """What the law asked before today. A rule of thumb of ours is no term that anybody missed."""
    over = filter(missed_by_law, facts.dues)
    return ((f"{due.name} ({due_day(due)}). {due.then}",) for due in over)


def _right_away(facts: Facts) -> Iterable[Line]:
    """What is best done at once, where planning would have had it done by now."""
    over = (due for due in facts.dues if due.is_over and not missed_by_law(due))
    return _lines(f"{due.name}. {due.then}".rstrip() for due in over)


def _method(method: Method) -> str:
    return " ".join(filter(None, (f"{capital(method.name)}.", method.when)))


MOST_METHODS = 3


def _methods(facts: Facts) -> Iterable[Line]:
    """Ways of working that a person may choose: not the procedures of the law, which come or do not
    come of themselves, and not what a person says went wrong."""
    form = facts.card.followed
    told = [line for lines in facts.own.values() for line in lines]
    methods = form.methods if form else ()
    fit = (one for one in methods if may_be_chosen(one.name, one.legal, told))
    return _lines(map(_method, islice(fit, MOST_METHODS)))


def _lines(texts: Iterable[str]) -> Iterable[Line]:
    return ((text,) for text in texts)


def _of_forms(read: Callable[[Form], Iterable[str]]) -> Callable[[Facts], Iterable[Line]]:
    return lambda facts: _lines(read(facts.card.followed)) if facts.card.followed else ()


_LISTS: Mapping[str, Callable[[Facts], Iterable[Line]]] = MappingProxyType({
    "delen": lambda facts: _lines(() if facts.card.ask_first else piece_lines(facts.card)),
    "redenen": lambda facts: _lines(reasons(facts)),
    "stappen": lambda facts: _lines(step_lines(facts.card)),
    "punten": lambda facts: _lines(map(point_line, facts.card.points)),
    "plichten": lambda facts: _lines(map(point_line, facts.card.duties)),
    "volgorde": lambda facts: _lines(one.line for one in facts.card.order),
    "bij_lek": lambda facts: _lines(facts.card.on_leak),
    "eigenaar": _owners,
    "rollen": _roles,
    "methoden": _methods,
    "valkuilen": _of_forms(lambda form: form.pitfalls),
    "huiswerk": lambda facts: _lines(map(to_ask_line, facts.card.homework)),
    "antwoorden": lambda facts: _lines(t.line for t in facts.card.answers if t.status == "given"),
    "lege_stoelen": lambda facts: _lines(capital(one.lower()) for one in facts.card.empty_chairs),
    "bijzonder": lambda facts: _lines(facts.card.situated.special if facts.card.situated else ()),
    "tijden": _hours,
    "planning": lambda facts: planning(facts.dues, _told_days(facts)),
    "dagen": lambda facts: days(facts.dues, _told_days(facts)),
    "te_laat": _too_late,
    "meteen": _right_away,
    "bronnen": lambda facts: _lines(source.title for source in facts.card.sources),
})  # fmt: skip
