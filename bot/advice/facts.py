"""What an advice and the dates of a project fill in the slots of a paper. Pure; nothing is made up:
what is not known is empty here, and becomes a gap there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from types import MappingProxyType

from bot.advice import wording
from bot.advice.answer_lines import Told
from bot.advice.card import Card
from bot.advice.day_rows import Rows, days, planning, told_days
from bot.advice.decides import owners, roles
from bot.advice.due_lines import due_day, missed_by_law
from bot.advice.meetings import decisions, meetings, with_meetings, without_who_on
from bot.advice.note import piece_lines, point_line, step_lines, to_ask_line
from bot.advice.plan import Due, Plan, dues, known_days
from bot.advice.running_order import about, hour
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook, cell_answers
from bot.rules.model.content import Form, Method, OwnTopic
from bot.rules.model.slots import OWN
from bot.rules.query import Status, saying_status
from bot.words import dates
from bot.words.addressed import GREETED, ON_DAY, apologises, greeting, several, to_reader, whom
from bot.words.deciders import by_name, decider, names_who
from bot.words.for_readers import without_repeats
from bot.words.meeting_lines import is_appointment, is_day_of_decision
from bot.words.own_lines import EARLIER, OUTSIDE, RUNNING_ORDER
from bot.words.own_lines import Told as OwnTold
from bot.words.phrases import capital, small
from bot.words.reported import puts_right
from bot.words.ways_of_working import may_be_chosen

MEETING = "bijeenkomst"
"""What a person tells about the meeting, the time at which it begins among it."""
DECISION = "besluit"
"""What a person tells about who decides."""
LENGTH = "duur"
"""How long the meeting lasts, where a request says that."""
Line = tuple[str, ...]
"""One line of a list, in cells."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A card and what stands beside it: the project's own name (empty when it has none), today,
    what was told of its dates, the days of moments, and what follows from those.

    ``before_promise``: what the pack says before any promise; not said there when the paper
    ``apologises`` itself. ``own``: what a person told for the papers, of these ``topics``;
    of the ``needless`` there is nothing to tell, and of the ``sure`` the pack says a sentence
    itself. ``moments``: what they are called. ``paper``: the id of the paper that is made.
    """

    card: Card
    title: str
    today: date
    plan: Plan = field(default_factory=Plan)
    days: Mapping[str, date] = field(default_factory=dict)
    dues: tuple[Due, ...] = ()
    before_promise: tuple[str, ...] = ()
    apologises: bool = False
    own: OwnTold = field(default_factory=dict)
    topics: tuple[OwnTopic, ...] = ()
    needless: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    moments: Mapping[str, str] = field(default_factory=dict)
    paper: str = ""


def text_of(facts: Facts, name: str) -> str:
    """What fills a slot of one text; empty when it is not known, and where a person told it in
    words of their own. Raises KeyError."""
    if any(name in topic.replaces for topic in facts.topics if _is_told(facts, topic.id)):
        return ""
    if name == f"dag.{MEETING}" and any(map(is_appointment, _own(facts, MEETING))):
        return ""
    if name == f"dag.{DECISION}" and any(map(is_day_of_decision, _own(facts, DECISION))):
        return ""
    if name == "antwoord.wie_beslist" and not _differs(facts, "wie_beslist"):
        return "" if decisions(facts.plan, ()) else _answered(facts, "wie_beslist")
    kind, dot, id = name.partition(".")
    return _OF_ID[kind](facts, id) if dot else _TEXTS[name](facts)


def _is_told(facts: Facts, id: str) -> bool:
    """Whether a person told this in words of their own; of a decision at least by whom."""
    told = facts.own.get(id, ())
    return bool(told) and (id != DECISION or any(map(names_who, told)))


def lines_of(facts: Facts, name: str) -> tuple[Line, ...] | None:
    """What fills a slot of several lines; None for a slot of one text."""
    start, _, id = name.partition(".")
    if start == OWN:
        return tuple(_lines(_own(facts, id)))
    return tuple(_LISTS[name](facts)) if name in _LISTS else None


def _own(facts: Facts, id: str) -> Iterable[str]:
    """What a person told of this; else what the pack says of it where that surely holds."""
    told: Sequence[str] = facts.own.get(id, ())
    if id == DECISION:
        told = (*decisions(facts.plan, told), *without_who_on(told, facts.plan))
    if id == MEETING:
        told = with_meetings(
            told,
            meetings(facts.plan),
            facts.own.get(ON_DAY, ()) if facts.paper == RUNNING_ORDER else (),
        )
    if id == EARLIER and facts.paper in OUTSIDE and told and not any(map(puts_right, told)):
        told = (*told, wording.GAP.format(what=wording.WHAT_IS_TRUE))
    if (
        told
        and id == facts.topics[0].id
        and all(line.startswith(wording.GAP_BEGINS) for line in told)
    ):
        told = (wording.GAP.format(what=facts.topics[0].gap), *told)
    if told:
        return without_repeats(to_reader(facts.paper, id, line) for line in told)
    return (one.said for one in facts.topics if one.id == id and one.said and id in facts.sure)


def is_told_elsewhere(facts: Facts, name: str) -> bool:
    """Whether a paper need not ask this of a person: there is nothing to tell, or other slots tell
    all of it."""
    topic = next((topic for topic in facts.topics if name == f"{OWN}.{topic.id}"), None)
    if topic is None:
        return False
    is_known = topic.known_by and all(text_of(facts, other) for other in topic.known_by)
    has_lines = topic.id == DECISION and any(True for _ in _own(facts, DECISION))
    return bool(is_known) or has_lines or topic.id in facts.needless


def gather(
    compiled: Compiled,
    book: AnswerBook,
    card: Card,
    title: str,
    today: date,
    plan: Plan,
    kind: str = "",
) -> Facts:
    """Everything that fills a paper about a project of this kind."""
    pack = compiled.pack
    due = dues(compiled, book, plan, today, kind)
    before = tuple(line.text for line in pack.before_promise)
    of_topic = _statuses(compiled, book)
    return Facts(
        card,
        title,
        today,
        plan,
        known_days(pack, plan),
        due,
        before,
        topics=pack.own_topics,
        needless=frozenset(id for id, found in of_topic.items() if found == {"not"}),
        sure=frozenset(topic.id for topic in pack.own_topics if "holds" in of_topic[topic.id]),
        moments={moment.id: moment.name for moment in pack.moments},
    )


def _statuses(compiled: Compiled, book: AnswerBook) -> Mapping[str, set[Status]]:
    """Topic -> whether there is something to tell of it, in each piece of the project."""
    pack = compiled.pack
    cells = [cell_answers(pack, book, cell) for cell in book.cells]
    return {
        topic.id: {saying_status(compiled, answers, topic.when) for answers in cells}
        for topic in pack.own_topics
    }


# --- one text ---------------------------------------------------------------------------------


def _of_form(read: Callable[[Form], str]) -> Callable[[Facts], str]:
    return lambda facts: read(facts.card.followed) if facts.card.followed else ""


def _promise(facts: Facts) -> str:
    """What is promised; nobody says sorry twice in one paper."""
    promise = facts.card.promising.promise if facts.card.promising else ""
    says_sorry = facts.apologises and (_apology(facts) or apologises(facts.own))
    for before in facts.before_promise if says_sorry else ():
        promise = promise.removeprefix(before).lstrip()
    return by_name(promise, _decider(facts))


def _decider(facts: Facts) -> str:
    """Who decides, where one is known: by what was told for the papers, else by the answers."""
    return decider(facts.own.get(DECISION, ())) or decider((_answered(facts, "wie_beslist"),))


def _owners(facts: Facts) -> Iterable[Line]:
    told = {"vraag": _answered(facts, "wie_begint"), "besluit": _answered(facts, "wie_beslist")}
    form = facts.card.followed
    return _lines(owners(form, told) if form else ())


def _roles(facts: Facts) -> Iterable[Line]:
    form = facts.card.followed
    own = (line for lines in facts.own.values() for line in lines)
    told = " ".join((*(one.line for one in facts.card.answers), *own))
    return _lines(roles(form, _decider(facts), told) if form else ())


def _advice(facts: Facts) -> str:
    if facts.card.followed is None:
        return ""
    return capital(f"{facts.card.followed.headline}.")


def _apology(facts: Facts) -> str:
    """How sorry is said; a person who does so in their own words says it once."""
    if apologises(facts.own):
        return ""
    return next((point.apology for point in facts.card.points if point.apology), "")


def _greeted(facts: Facts) -> str:
    said = several(next(iter(facts.own.get(GREETED, ())), ""))
    kind = facts.card.situated
    return said or (kind.greeted if kind else "") or wording.GREETED


def _subject(facts: Facts) -> str:
    """What it is about; the name of the project where that was not told."""
    return facts.plan.subject or facts.title


def _next_day(facts: Facts) -> str:
    due = next((due for due in facts.dues if not due.is_over and not due.is_for_all), None)
    return capital(f"{due_day(due)}: {small(due.name)}.") if due else ""


def _reason(facts: Facts) -> str:
    return next((line for (line,) in _reasons(facts)), "")


def _council_first(facts: Facts) -> str:
    """What council or executive fix beforehand, where it is known that one of them decides; a
    mayor or a management does nothing of it."""
    own = " ".join(facts.own.get(DECISION, ())).lower()
    decides = "raad" in own or "college" in own if own else _answered(facts, "wie_beslist")
    followed = facts.card.followed
    return followed.council_first if followed and decides else ""


_TEXTS: Mapping[str, Callable[[Facts], str]] = MappingProxyType({
    "titel": lambda facts: facts.title,
    "onderwerp": _subject,
    "plaats": lambda facts: facts.plan.place,
    "vandaag": lambda facts: dates.in_words(facts.today),
    "advies": _advice,
    "belofte": _promise,
    "belofte_niet": lambda facts: facts.card.promising.not_promise if facts.card.promising else "",
    "eerlijk": _of_form(lambda form: form.honest),
    "excuus": _apology,
    "reden": _reason,
    "raad_vooraf": _council_first,
    "terugkoppeling": _of_form(lambda form: form.feedback),
    "evaluatie": _of_form(lambda form: form.evaluation),
    "nu_eerst": lambda facts: facts.card.presses,
    "let_op": lambda facts: next((point.text for point in facts.card.points), ""),
    "volgende_dag": _next_day,
    "aanhef": _greeted,
    "geadresseerde": lambda facts: greeting(whom(facts.paper, facts.own)),
    "duur": lambda facts: about(_of_meeting(facts)),
})  # fmt: skip


def _answered(facts: Facts, id: str) -> str:
    """What was answered to a question, of whichever piece, as a reader outside would say it; who
    decides also follows from a day that was told."""
    told = (told for told in facts.card.answers if told.key.partition("@")[0] == id)
    given = [each for each in told if each.status == "given"]
    is_same = len(given) > 1 and len({each.text for each in given}) == 1
    lines = [capital(given[0].text)] if is_same else map(_about_piece, given)
    said = " ".join(lines)
    return said or (_who_decides(facts.plan) if id == "wie_beslist" else "")


def _differs(facts: Facts, id: str) -> bool:
    """Whether a question was answered for a piece of the project alone."""
    return any(told.piece for told in facts.card.answers if told.key.partition("@")[0] == id)


def _about_piece(told: Told) -> str:
    if not told.piece:
        return told.line
    return wording.ABOUT_PIECE.format(piece=told.piece.lower(), text=small(told.text))


def _who_decides(plan: Plan) -> str:
    return next((line for moment, line in wording.DECIDES.items() if plan.day(moment)), "")


def _day(facts: Facts, id: str) -> str:
    day = facts.days.get(id)
    return dates.in_words(day) if day else ""


def _hour(facts: Facts, id: str) -> str:
    """A time of the clock of the running order."""
    return hour(id, _of_meeting(facts))


def _of_meeting(facts: Facts) -> Sequence[str]:
    return (*_own(facts, MEETING), *facts.own.get(LENGTH, ()))


_OF_ID: Mapping[str, Callable[[Facts, str], str]] = MappingProxyType(
    {"antwoord": _answered, "dag": _day, "uur": _hour}
)


# --- several lines ----------------------------------------------------------------------------


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


def _reasons(facts: Facts) -> Iterable[Line]:
    card = facts.card
    return _lines(() if card.ask_first else filter(None, (card.because, *card.reasons)))


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
    "redenen": _reasons,
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
