"""The advice: shown, remembered as it was given, and what it offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from zlib import crc32

from bot.advice.advice import reachable
from bot.advice.card import Action, Card, WhatIf
from bot.advice.explain import KeptOut, kept_out
from bot.dialogue import commands, differs, wording
from bot.dialogue import focus as at
from bot.dialogue.advice_text import advice_text, since, what_if_text
from bot.dialogue.commands import Command
from bot.dialogue.messages import Button
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.overview import overview
from bot.dialogue.places.place import Place
from bot.dialogue.project import keep
from bot.dialogue.state import Given
from bot.dialogue.turn import Turn
from bot.rules.ask import OPENING, TOLD, deeper, is_opened
from bot.rules.model.ids import NO_RULE
from bot.words.names import outcome_name
from bot.words.phrases import both

MOST_CHANGES = 3


class AdvicePlace(Place[at.Advice]):
    """The advice is on the screen."""

    advises = True

    def show(self) -> Turn:
        """The advice as it is now, with what it offers."""
        turn = _remembered(self.turn)
        ask = sentences.ASK_KIND if _kind_is_open(turn) else ""
        return turn.say(_text(turn, ask), *_offers(turn, turn.card), shape="advice")

    def why(self) -> Turn:
        """Why not more or less."""
        return explain(self.turn)

    def yes(self) -> Turn:
        """What was taken for true is so; the advice rests on no guess of the pieces any more."""
        card = self.turn.card
        if not card.assumed or card.is_provisional or card.ask_first:
            return super().yes()  # the advice on the screen says of nothing that it is assumed
        return differs.confirmed(self.turn).goto(at.Advice())

    def no(self) -> Turn:
        """Something in it is not right: which answer?"""
        return overview(self.turn.notice(sentences.WHAT_IS_WRONG))


def in_passing(turn: Turn) -> Turn:
    """The advice as it is now, above the question that comes next."""
    turn = _remembered(turn)
    return turn.say(_text(turn), shape="advice")


def enough(turn: Turn) -> Turn:
    """No more questions: what the advice offers, under the advice unless that stands there
    already."""
    given, now = turn.project.given, _given(turn, turn.card)
    is_same = given is not None and replace(given, at=now.at) == now
    return menu(turn) if is_same else turn.goto(at.Advice())


def _text(turn: Turn, ask: str = "") -> str:
    return advice_text(turn.card, with_origin=turn.pack.id != turn.shelf.default, ask=ask)


def _remembered(turn: Turn) -> Turn:
    """The advice that is shown is kept as it was given; what changed since is said."""
    card = turn.card
    before, now = turn.project.given, _given(turn, card)
    most = TOLD if turn.project.words else OPENING
    begun = card.is_provisional and is_opened(turn.compiled, turn.project.book, most)
    first = turn.project.first or (now if begun else None)
    turn = turn.with_project(replace(turn.project, given=now, first=first))
    if before and before.version != now.version and before.differs(now):
        return turn.notice(_today_differs(turn, before, now))
    if first and _is_complete_now(before, now) and not card.ask_first:
        return turn.notice(since(turn.pack, card, first))
    return turn


def _is_complete_now(before: Given | None, now: Given) -> bool:
    """Whether questions were left when the advice was shown before, and now none are."""
    return before is not None and before.provisional and not now.provisional


def _given(turn: Turn, card: Card) -> Given:
    """What is remembered of an advice that is shown."""
    points = tuple(point.id for point in card.points)
    return Given(turn.pack.version, turn.at, card.outcomes, points, card.is_provisional)


def _today_differs(turn: Turn, before: Given, now: Given) -> str:
    none = {outcome for advice in turn.pack.advices for outcome in advice.no_track}
    then, today = (
        ", ".join(outcome_name(turn.pack, each) for _, each in outcomes if each not in none)
        for outcomes in (before.outcomes, now.alike(before))
    )
    return wording.TODAY_DIFFERENT.format(then=then, now=today)


OFFERS: Mapping[Action, tuple[str, Command]] = {
    "why_not": (wording.BTN_WHY_NOT, commands.WHY_NOT),
    "chairs": (wording.BTN_CHAIRS, commands.CHAIRS),
    "order": (wording.BTN_ORDER, commands.ORDER),
    "kind": (wording.BTN_KIND, commands.KIND),
    "how": (wording.BTN_HOW, commands.HOW),
    "papers": (wording.BTN_PAPERS, commands.PAPERS),
    "overrule": (wording.BTN_OVERRULE, commands.OTHER_FORM),
    "continue": (wording.ON_WITH_QUESTIONS, commands.CONTINUE),
    "change": (wording.BTN_CHANGE, commands.OVERVIEW),
}


def _kind_is_open(turn: Turn) -> bool:
    """Whether the pack knows kinds of project and nobody said yet which one this is."""
    return bool(turn.pack.situations) and turn.project.situation is None


def _offers(turn: Turn, card: Card) -> Iterable[Button]:
    """What an advice offers, behind at most seven buttons."""
    if _kind_is_open(turn):
        yield turn.command(sentences.BTN_WHICH, commands.LIKEN_PAGE, "0")
    for action in card.actions:
        if action == "kind" and _kind_is_open(turn):
            continue
        if action == "chapter":
            first = card.chapters[0]
            label = f"{wording.BTN_FIRST_AID}: {first.title}"
            yield turn.command(label, commands.CHAPTER, first.slug)
        else:
            yield turn.command(*OFFERS[action])


def menu(turn: Turn) -> Turn:
    """What the advice offers, without the advice itself."""
    return turn.focus(at.Advice()).say(wording.AFTER_ADVICE, *_offers(turn, turn.card))


# --- why not more or less -------------------------------------------------------------------


def explain(turn: Turn) -> Turn:
    """For every other form what kept it out, the nearest changes, and the rules that fired."""
    card, rules = turn.card, turn.card.rules
    kept = tuple(kept_out_lines(turn))
    lines = [wording.WHY_NOT_HEAD, *kept] if kept else [wording.NO_OTHER_FORM]
    if card.main.others:
        others = both(card.main.others[:3])
        lines.append(wording.LIST_LIKELY.format(form=card.main.term, others=others))
    fired = ", ".join(rules.fired) or "–"
    used = wording.RULES_USED.format(rows=fired, pack=rules.title, version=rules.version)
    buttons = [
        turn.command(f"{change.name}?", commands.WHAT_IF, str(place))
        for place, change in enumerate(nearest(turn))
    ]
    if deeper(turn.compiled, turn.project.book) is not None and not turn.project.deeper:
        buttons.append(turn.command(wording.GO_DEEPER, commands.DEEPER))
    picture = turn.command(commands.PICTURE.label, commands.PICTURE)
    to_advice = turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    text = "\n".join((*lines, "", used))
    eyes = turn.command(wording.BTN_LENS, commands.LENS)
    if not buttons:
        return turn.say(text, picture, eyes, to_advice)
    return turn.say(text).say(wording.WHAT_IF_HEAD, *buttons, picture, eyes, to_advice)


def kept_out_lines(turn: Turn) -> Iterable[str]:
    """What keeps the other forms out; those with the same reason stand on one line."""
    decision = turn.pack.decision(turn.pack.advices[0].decision)
    can_be = reachable(turn.compiled, decision.id) - {turn.card.main.outcome, NO_RULE}
    others = [outcome for outcome in decision.outcomes if outcome in can_be]
    names: dict[str, list[str]] = {}
    for form in kept_out(turn.compiled, turn.project.book, others):
        names.setdefault(_reason(form), []).append(form.name)
    for reason, forms in names.items():
        yield wording.WHY_NOT_LINE.format(form=", ".join(forms), reason=reason)


def _reason(form: KeptOut) -> str:
    if not form.question:
        return wording.WHY_NOT_UNKNOWN
    if not form.answer:
        return wording.WHY_NOT_OPEN.format(short=form.question)
    return wording.WHY_NOT_ANSWER.format(short=form.question, given=form.answer)


def nearest(turn: Turn) -> tuple[WhatIf, ...]:
    """The changes that are offered, by their place on the screen."""
    return turn.card.what_ifs[:MOST_CHANGES]


def mark(change: WhatIf) -> str:
    """A few letters that differ for another change: what counts is what was shown."""
    answers = (f"{key}={sorted(answer.values)}" for key, answer in sorted(change.answers.items()))
    return f"{crc32(' '.join(answers).encode()):08x}"


def what_if(turn: Turn, nearest: tuple[int, WhatIf]) -> Turn:
    """One of the nearest changes, spelled out, and offered to take over."""
    place, change = nearest
    return turn.say(
        what_if_text(change),
        turn.command(wording.WHAT_IF_TAKE, commands.TAKE_OVER, f"{place}.{mark(change)}"),
        turn.command(wording.LEAVE_IT, commands.ADVICE),
    )


def take_over(turn: Turn, nearest: tuple[int, WhatIf]) -> Turn:
    """One of the nearest changes becomes the person's own answer."""
    asked = {
        asked_id: answer
        for asked_id, answer in nearest[1].answers.items()
        if turn.is_asked(asked_id)
    }
    return keep(turn, asked.items()).onward()


# --- the chairs and the order ----------------------------------------------------------------


def chairs(turn: Turn) -> Turn:
    """Who sits at the table in this form, and which chairs are still empty."""
    roles = turn.card.form.roles if turn.card.form else {}
    lines = [wording.CHAIRS_HEAD]
    lines += [] if roles else [wording.CHAIRS_UNKNOWN]
    lines += [f"• {wording.ROLES.get(who, who)}: {role}" for who, role in roles.items()]
    if empty := "; ".join(turn.card.empty_chairs).lower():
        lines += ["", wording.CHAIRS_EMPTY.format(who=empty)]
    return turn.say("\n".join(lines), turn.command(wording.BTN_NOTE, commands.NOTE))


def order(turn: Turn) -> Turn:
    """Who hears it when, and what to do when it leaks out."""
    card = turn.card
    lines = [f"{number}. {one.line}" for number, one in enumerate(card.order, 1)]
    told = [wording.ORDER_HEAD, *lines, "", *card.on_leak] if lines else [wording.ORDER_NONE]
    return turn.say(
        "\n".join(told).rstrip(),
        turn.command(wording.BTN_CHAIRS, commands.CHAIRS),
        turn.command(wording.BTN_NOTE, commands.NOTE),
        turn.command(wording.BTN_TO_ADVICE, commands.ADVICE),
    )
