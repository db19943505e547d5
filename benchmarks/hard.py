"""A hard, fresh set measured: each goal with its figure, and what was taken for what, by class.

No text of the set is printed. What counts without having been asked is what stands in a new
project after one turn of the dialogue, with nothing confirmed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from statistics import median

from benchmarks.goals import Amount, Figure
from benchmarks.hard_set import HEARD_AS, NO_DANGER, UNKNOWN, HardSet, Told
from benchmarks.mails import Score as MailScore
from benchmarks.mails import count
from benchmarks.progress import told_along
from bot.bootstrap import shelf_today
from bot.clock import today
from bot.dialogue.danger import judged
from bot.dialogue.messages import Event, Said, Understanding
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.language.mail.reply import reply_to
from bot.language.model.held_out import Utterance, is_offered, is_right
from bot.language.understand import Context, Understander
from bot.rules.model.pack import Pack
from bot.settings import read

_ID = "0" * 24
_SECOND = 1e9


@dataclass(slots=True)
class Counts:
    """Everything that is counted, in messages, facts and questions."""

    kinds: Counter[str] = field(default_factory=Counter)
    """Of each kind that was meant how many, and of them ``goed``, ``keuze``, ``geweigerd``."""
    sure_wrong: int = 0
    unasked: int = 0
    """Messages and descriptions of which a wrong fact counts without a question."""
    messages: int = 0
    right_facts: Counter[str] = field(default_factory=Counter)
    false_facts: Counter[str] = field(default_factory=Counter)
    lost_facts: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)
    """Seconds of processor time of the language worker, a message each."""
    mails: MailScore = field(default_factory=MailScore)
    danger: Counter[str] = field(default_factory=Counter)
    denied: Counter[str] = field(default_factory=Counter)


class Measure:
    """Measures a set with one understander; ``pid`` is its worker, if it has one."""

    def __init__(self, packs: Mapping[str, Pack], pack: str, who: Understander, pid: int) -> None:
        self._pack, self._who, self._pid = packs[pack], who, pid
        self._shelf: Shelf = shelf_today(read({}), packs)
        self._counts = Counts()

    def counts(self, hard: HardSet) -> Counts:
        """Everything of the set, once."""
        for one in told_along("berichten", hard.messages):
            self._message(one)
        for told in told_along("beschrijvingen", hard.told):
            self._description(told)
        for mail in told_along("mails", hard.mails):
            items = reply_to(mail["mail"], self._pack, self._who, today()).items
            count(self._counts.mails, mail["vragen"], items)
        for text, kind in hard.danger:
            self._danger(text, kind)
        for text, _, not_said in told_along("ontkenningen", hard.denied):
            noted = facts_in(self._understood(text, None))
            self._counts.denied["fout" if not_said in noted else "goed"] += 1
        return self._counts

    def _understood(self, text: str, question: str | None) -> Understanding:
        return self._who.understand(text, Context(self._pack, question))

    def _message(self, one: Utterance) -> None:
        counts, kind = self._counts, one.kind.partition("|")[0]
        start = processor_time(self._pid)
        understood = self._understood(one.text, one.at_hand)
        counts.took.append(processor_time(self._pid) - start)
        right = is_right(one, understood)
        counts.messages += 1
        counts.kinds[kind] += 1
        counts.kinds[f"{kind} goed"] += right
        counts.kinds[f"{kind} keuze"] += right or is_offered(one, understood)
        counts.kinds[f"{kind} geweigerd"] += understood.kind == UNKNOWN
        counts.sure_wrong += understood.sure and not right
        if not right:
            sure = "zeker" if understood.sure else "vraagt"
            counts.confused[kind, f"{understood.kind}, {sure}"] += 1
            counts.labels[f"{kind} {one.id}", f"{understood.kind} {understood.id}"] += 1
        self._count_unasked(one.text, understood, one.answers | one.allowed)

    def _description(self, told: Told) -> None:
        understood = self._understood(told.text, None)
        proposed = facts_in(understood)
        self._counts.messages += 1
        self._counts.right_facts.update(proposed & told.states)
        self._counts.false_facts.update(proposed - told.states - told.allowed)
        self._counts.lost_facts.update(told.states - proposed)
        self._count_unasked(told.text, understood, told.states | told.allowed)

    def _count_unasked(self, text: str, understood: Understanding, true: frozenset[str]) -> None:
        said = self._said(text, understood)
        event = Event(said, datetime.now(timezone.utc), _ID)
        state, _ = step(self._shelf, new_state(self._shelf), event)
        given = state.project.book.answers if state.project else {}
        noted = {
            f"{key.partition('@')[0]}.{value}"
            for key, answer in given.items()
            for value in answer.values
        }
        self._counts.unasked += bool(noted - true)

    def _said(self, text: str, understood: Understanding) -> Said:
        """A message as the conversation hears it: phrases first, then the model."""
        if kind := self._shelf.guards.heard(text):
            return Said(text, understood, kind)
        return judged(self._shelf, new_state(self._shelf), Said(text, understood))

    def _danger(self, text: str, kind: str) -> None:
        """Asked back is neither right nor wrong: nobody is missed, and nothing is made of it."""
        said = self._said(text, self._understood(text, None))
        heard = said.danger
        is_right = heard in HEARD_AS[kind]
        alarm = heard not in HEARD_AS[NO_DANGER]
        verdict = "goed" if is_right else "andere soort" if alarm and kind != NO_DANGER else "fout"
        if said.in_doubt:
            verdict = "gevraagd" if kind != NO_DANGER else "gevraagd, geen gevaar"
        self._counts.danger[verdict] += 1
        if said.in_doubt or not is_right:
            self._counts.danger[f"{kind} -> {heard or '-'}{'?' * said.in_doubt}"] += 1


def facts_in(understood: Understanding) -> frozenset[str]:
    """Every answer that is proposed, as ``question.option``."""
    return frozenset(f"{name}.{value}" for name, values in understood.answers for value in values)


def processor_time(pid: int) -> float:
    """Seconds that a process and its threads computed so far (Linux)."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / _SECOND


# --- what came out --------------------------------------------------------------------------


def figures(counts: Counts) -> Iterator[Figure | Amount]:
    """Each goal with its figure."""
    kinds = counts.kinds
    asked = kinds["vraag"] + kinds["opdracht"]
    inside = asked + kinds["antwoord"]

    def both(what: str) -> int:
        return kinds[f"vraag {what}"] + kinds[f"opdracht {what}"]

    yield Figure("vragen en opdrachten: eerste goed", both("goed"), asked, 0.90)
    yield Figure("vragen en opdrachten: bij de keuzes", both("keuze"), asked, 0.96)
    said = sum(kinds[kind] for kind in ("vraag", "opdracht", "antwoord", UNKNOWN))
    yield Figure("zeker en fout", counts.sure_wrong, said, 0.02, most=True)
    yield Figure("buiten bereik geweigerd", kinds[f"{UNKNOWN} geweigerd"], kinds[UNKNOWN], 0.92)
    refused = both("geweigerd") + kinds["antwoord geweigerd"]
    yield Figure("ten onrechte geweigerd", refused, inside, 0.03, most=True)
    right, false = counts.right_facts.total(), counts.false_facts.total()
    yield Figure("beschrijvingen: precisie", right, right + false, 0.93)
    yield Figure("beschrijvingen: gevonden", right, right + counts.lost_facts.total(), 0.65)
    yield Figure("fout feit dat ongevraagd telt", counts.unasked, counts.messages, 0.01, most=True)
    mails = counts.mails
    yield Figure("mails: vragen gevonden", mails.found, mails.asked, 0.90)
    yield Figure("mails: goed beantwoord", mails.right, mails.asked, 0.85)
    yield Figure("mails: fout beantwoord", mails.wrong, mails.asked, 0.03, most=True)
    danger = counts.danger
    asked_back = danger["gevraagd"] + danger["gevraagd, geen gevaar"]
    heard = asked_back + sum(danger[one] for one in ("goed", "andere soort", "fout"))
    wrong = danger["fout"] + danger["gevraagd, geen gevaar"]
    yield Figure("gevaar, dichte helft: fout", danger["fout"], heard, 0.01, most=True)
    yield Figure("gevaar: fout, of gevraagd om niets", wrong, heard, 0.01, most=True)
    denied = counts.denied["fout"]
    yield Figure("ontkenning, dichte helft: fout", denied, counts.denied.total(), 0.01, most=True)
    took = 1000 * median(counts.took) if counts.took else 0.0
    yield Amount("een bericht lezen, processortijd (mediaan)", took, "ms", 25)


def classes(counts: Counts) -> Iterator[str]:
    """What was taken for what, by class and by label; and the facts by question."""
    for kind in ("vraag", "opdracht", "antwoord", UNKNOWN):
        whole = counts.kinds[kind]
        yield f"{kind}: {whole}, goed {counts.kinds[f'{kind} goed']}"
    yield from _listed("soort", counts.confused)
    yield from _listed("label", counts.labels)
    yield "feiten: goed, fout, gemist"
    triples = (counts.right_facts, counts.false_facts, counts.lost_facts)
    for fact in sorted({fact for counted in triples for fact in counted}):
        yield f"  {fact}: {', '.join(str(counted[fact]) for counted in triples)}"
    yield "gevaar: " + ", ".join(f"{what} {n}" for what, n in sorted(counts.danger.items()))


def _listed(head: str, confused: Mapping[tuple[str, str], int]) -> Iterable[str]:
    yield f"verward, per {head}:"
    for (meant, taken), many in sorted(confused.items(), key=lambda one: (-one[1], one[0])):
        yield f"  {meant} -> {taken}: {many}"
