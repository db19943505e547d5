"""What kind of project it is: chosen from a list, and what is special about that kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.advice.card import Card
from bot.advice.situated import Situated
from bot.advice.wording import HOURS_EXAMPLE
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.hearing import Facts, propose
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import wording as said
from bot.dialogue.places.aftermath import tried
from bot.dialogue.places.place import Place
from bot.dialogue.project import likened
from bot.dialogue.turn import Turn
from bot.rules.model.answers import chosen
from bot.rules.model.book import cell_answers
from bot.rules.model.situation import Situation
from bot.rules.query import saying_status
from bot.words.phrases import capital
from bot.words.situations import recognised

PAGE = 8
"""So many kinds stand on one screen."""
GUESSES = 3
"""So many kinds that were heard in what was typed stand first."""
NONE_OF_THESE = "-"
AS_IT_IS = "+"
"""Behind a kind of project: none of its narrower ones."""


class LikenPlace(Place[at.Liken]):
    """What kind of project it is: typed in a few words, or from a list by pages."""

    def show(self) -> Turn:
        """What was heard before stands first; "iets anders" is an answer too."""
        turn, page = self.turn, self.at.page
        every = [one for one in possible(turn) if not one.of]
        guessed = [one for id in _guessed(turn) if (one := turn.pack.situation(id))]
        listed = (*guessed, *(one for one in every if one not in guessed))
        shown = listed[PAGE * page : PAGE * (page + 1)]
        buttons = [turn.command(one.name, commands.LIKEN, _as_it_is(one)) for one in shown]
        if PAGE * (page + 1) < len(listed):
            buttons.append(turn.command(said.LIKEN_MORE, commands.LIKEN_PAGE, str(page + 1)))
        buttons.append(turn.command(wording.NONE_OF_THESE, commands.LIKEN, NONE_OF_THESE))
        return turn.say(said.LIKEN_ASK, *buttons, shape="question")

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """A kind of project in the person's own words."""
        found = recognised(possible(self.turn), text)
        kind = self.turn.pack.situation(found[0]) if found else None
        return like(self.turn, _as_it_is(kind)) if kind else None

    def skip(self) -> Turn:
        """It is left open."""
        return like(self.turn, NONE_OF_THESE)

    unknown = skip


def _guessed(turn: Turn) -> Sequence[str]:
    """What was heard in the words of the person, the likeliest first."""
    project = turn.project
    words = (*project.words.values(), *(line for _, line in project.told))
    named = (project.name,) if project.named else ()
    found = recognised(possible(turn), " ".join((*words, *named)))
    return [id for id in found if id != project.situation][:GUESSES]


def _as_it_is(kind: Situation) -> str:
    return kind.id if kind.of else f"{kind.id}{AS_IT_IS}"


def possible(turn: Turn) -> tuple[Situation, ...]:
    """The kinds of project that the answers do not deny, in the order of the pack."""
    book, compiled = turn.project.book, turn.compiled
    views = [cell_answers(turn.pack, book, cell) for cell in book.cells]
    return tuple(
        one
        for one in turn.pack.situations
        if any(saying_status(compiled, view, one.when) != "not" for view in views)
    )


def like(turn: Turn, id: str) -> Turn:
    """It is this kind of project, or none of them; then on, or the advice anew."""
    kind = turn.pack.situation(id.removesuffix(AS_IT_IS))
    if kind is None and id != NONE_OF_THESE:
        return turn.goto(at.Liken())
    before = turn.project
    turn = likened(turn, kind.id if kind else "")
    if kind:
        turn = _noted(turn, kind)
    return (
        turn.goto(at.Advice()) if before.given and not before.given.provisional else turn.onward()
    )


def _noted(turn: Turn, kind: Situation) -> Turn:
    """The kind, said back; with its narrower ones, which need no answer."""
    told = wording.NOTED.format(label=kind.name)
    narrower = [turn.command(one.name, commands.LIKEN, one.id) for one in _narrower(turn, kind)]
    if not narrower:
        return turn.notice(told)
    return turn.say(f"{told} {said.LIKEN_WHICH}", *narrower, shape="notice")


def _narrower(turn: Turn, kind: Situation) -> Iterable[Situation]:
    return (one for one in possible(turn) if one.of == kind.id)


# --- "Dit soort project" ------------------------------------------------------------------------


def about(turn: Turn, part: str = "") -> Turn:
    """What is special about this kind of project; which kind, when nobody said so yet."""
    kind = turn.card.situated
    if kind is None:
        return turn.goto(at.Liken())
    head, lines = PARTS.get(part, PARTS[""])
    told = "\n".join((head.format(name=kind.name), *lines(turn.card, kind)))
    return turn.say(told.rstrip(), *_ways(turn, part))


def _ways(turn: Turn, part: str) -> Iterable[Button]:
    """To the answers to the first question, the other parts, and back."""
    kind = turn.card.situated
    if part == "" and kind and kind.first:
        for place, answer in enumerate(kind.first.answers):
            yield turn.command(answer.label, commands.FIRST, f"{kind.id}/{place}")
    others = (name for name in ("stappen", "tijden", "raad") if name != part)
    for name in others:
        if any(PARTS[name][1](turn.card, kind) if kind else ()):
            yield turn.command(said.LIKEN_PARTS[name], commands.KIND, name)
    yield turn.command(wording.BTN_HOW, commands.HOW)
    if part == "" and kind:
        wide = turn.pack.situation(kind.id)
        narrower = _narrower(turn, wide) if wide else ()
        yield from (turn.command(one.name, commands.LIKEN, one.id) for one in narrower)
    if part == "":
        yield turn.command(said.LIKEN_OTHER, commands.LIKEN_PAGE, "0")
    yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)


def _special(card: Card, kind: Situated) -> Iterable[str]:
    yield from (f"• {line}" for line in kind.special)
    if kind.never:
        yield from ("", said.LIKEN_NEVER, *(f"• “{line}”" for line in kind.never))
    for practice, text in ((kind.good, said.LIKEN_GOOD), (kind.bad, said.LIKEN_BAD)):
        if practice:
            yield from ("", text.format(text=practice.text))
    if kind.first:
        yield from ("", said.LIKEN_FIRST.format(question=kind.first.text))
        yield from filter(None, (kind.first.why,))


def _steps(card: Card, kind: Situated) -> Iterable[str]:
    for moment, lines in kind.steps.items():
        if lines:
            yield from (said.MOMENTS[moment], *(f"• {line}" for line in lines), "")


def _hours(card: Card, kind: Situated) -> Iterable[str]:
    if kind.hours:
        yield from (HOURS_EXAMPLE, "")
    for hour in kind.hours:
        yield " ".join(filter(None, (f"{hour.time}  {hour.who.rstrip('.')}.", hour.say)))
    if kind.hours and kind.on_leak:
        yield from ("", kind.on_leak)


def _council(card: Card, kind: Situated) -> Iterable[str]:
    yield from (f"• {line}" for line in kind.council)


_Lines = Callable[[Card, Situated], Iterable[str]]
PARTS: Mapping[str, tuple[str, _Lines]] = {
    "": (said.LIKEN_HEAD, _special),
    "stappen": (said.LIKEN_STEPS, _steps),
    "tijden": (said.LIKEN_HOURS, _hours),
    "raad": (said.LIKEN_COUNCIL, _council),
}
"""By the argument of its button: the head of a part, and its lines."""


def first_answer(turn: Turn, argument: str) -> Turn:
    """An answer to the first question: what to do then, and what it says of the pack's own."""
    id, _, place = argument.partition("/")
    kind = turn.card.situated
    answers = kind.first.answers if kind and kind.id == id and kind.first else ()
    if not place.isdecimal() or int(place) >= len(answers):
        return about(turn)
    answer = answers[int(place)]
    turn = turn.notice(answer.text) if answer.text else turn
    book = turn.project.book
    sets = tuple((name, chosen(*values)) for name, values in answer.sets.items())
    new = tuple((name, given) for name, given in sets if book.answers.get(name) != given)
    return propose(turn, Facts(new, lent=True, corrects=True)) if new else about(turn)


# --- the five values, and how to go about it ------------------------------------------------------


def how(turn: Turn) -> Turn:
    """The five values, ways of working with their legal side, who does what, and pitfalls."""
    card = turn.card
    lines = [f"{said.STANDS[one.stand]} {capital(one.name)}: {one.text}" for one in card.values]
    if card.clash:
        lines += ["", card.clash]
    turn = turn.say("\n".join((said.VALUES_HEAD, *lines))) if lines else turn
    ways = [turn.command(wording.BTN_CHAIRS, commands.CHAIRS)]
    ways += [turn.command(wording.BTN_ORDER, commands.ORDER)] if card.order else []
    back = turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    told = (*_how(card), *tried(turn))
    return turn.say("\n".join(told) or wording.CHAIRS_UNKNOWN, *ways, back)


def _how(card: Card) -> Iterable[str]:
    form = card.form
    if form is None:
        return
    if form.methods:
        yield said.METHODS_HEAD
    for method in form.methods:
        told = (capital(method.name) + ".", method.when, method.legal)
        yield f"• {' '.join(filter(None, told))}"
    if form.pitfalls:
        yield from ("", said.PITFALLS_HEAD, *(f"• {pitfall}" for pitfall in form.pitfalls))
