"""What fills the slots of one text in a paper. Pure; what is not known is empty here, and becomes a
gap there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.advice import wording
from bot.advice.answer_lines import Told
from bot.advice.due_lines import due_day
from bot.advice.facts import Facts
from bot.advice.meetings import decisions
from bot.advice.own_facts import LENGTH, is_told, own
from bot.advice.plan import Plan
from bot.advice.running_order import about, hour
from bot.rules.model.content import Form
from bot.rules.model.slots import OWN
from bot.words import dates
from bot.words.addressed import GREETED, apologises, greeting, several, whom
from bot.words.deciders import by_name, decider
from bot.words.meeting_lines import is_appointment, is_day_of_decision
from bot.words.own_topics import DECISION, MEETING
from bot.words.phrases import capital, small


def text_of(facts: Facts, name: str) -> str:
    """What fills a slot of one text; empty when it is not known, and where a person told it in
    words of their own. Raises KeyError."""
    if any(name in topic.replaces for topic in facts.topics if is_told(facts, topic.id)):
        return ""
    if name == f"dag.{MEETING}" and any(map(is_appointment, own(facts, MEETING))):
        return ""
    if name == f"dag.{DECISION}" and any(map(is_day_of_decision, own(facts, DECISION))):
        return ""
    if name == "antwoord.wie_beslist" and not _differs(facts, "wie_beslist"):
        return "" if decisions(facts.plan, ()) else answered(facts, "wie_beslist")
    kind, dot, id = name.partition(".")
    return _OF_ID[kind](facts, id) if dot else _TEXTS[name](facts)


def is_told_elsewhere(facts: Facts, name: str) -> bool:
    """Whether a paper need not ask this of a person: there is nothing to tell, or other slots tell
    all of it."""
    topic = next((topic for topic in facts.topics if name == f"{OWN}.{topic.id}"), None)
    if topic is None:
        return False
    is_known = topic.known_by and all(text_of(facts, other) for other in topic.known_by)
    has_lines = topic.id == DECISION and any(True for _ in own(facts, DECISION))
    return bool(is_known) or has_lines or topic.id in facts.needless


def _of_form(read: Callable[[Form], str]) -> Callable[[Facts], str]:
    return lambda facts: read(facts.card.followed) if facts.card.followed else ""


def _promise(facts: Facts) -> str:
    """What is promised; nobody says sorry twice in one paper."""
    promise = facts.card.promising.promise if facts.card.promising else ""
    says_sorry = facts.apologises and (_apology(facts) or apologises(facts.own))
    for before in facts.before_promise if says_sorry else ():
        promise = promise.removeprefix(before).lstrip()
    return by_name(promise, who_decides(facts))


def who_decides(facts: Facts) -> str:
    """Who decides, where one is known: by what was told for the papers, else by the answers."""
    return decider(facts.own.get(DECISION, ())) or decider((answered(facts, "wie_beslist"),))


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


def reasons(facts: Facts) -> Iterable[str]:
    """Why this form; nothing while too little is known for one."""
    card = facts.card
    return () if card.ask_first else filter(None, (card.because, *card.reasons))


def _council_first(facts: Facts) -> str:
    """What council or executive fix beforehand, where it is known that one of them decides; a
    mayor or a management does nothing of it."""
    told = " ".join(facts.own.get(DECISION, ())).lower()
    decides = "raad" in told or "college" in told if told else answered(facts, "wie_beslist")
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
    "reden": lambda facts: next(iter(reasons(facts)), ""),
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


def answered(facts: Facts, id: str) -> str:
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
    return (*own(facts, MEETING), *facts.own.get(LENGTH, ()))


_OF_ID: Mapping[str, Callable[[Facts, str], str]] = MappingProxyType(
    {"antwoord": answered, "dag": _day, "uur": _hour}
)
