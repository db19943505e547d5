"""Other rules: what another pack would say of this project. The own answers never change.

The other pack gets the answers that it declares to share with one's own (``gelijk_aan``); what is
left it asks itself, one question at a time. Those answers live in the focus and go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.advice.advice import main_cell
from bot.advice.beside import look
from bot.dialogue import choosing, others_text, wording
from bot.dialogue.interview import NONE_VALUE, READY_VALUE, UNKNOWN_VALUE
from bot.dialogue.messages import Button
from bot.dialogue.state import Focus
from bot.dialogue.turn import Turn
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import UNKNOWN, WHOLE, Answer, Cell, cell_answers, chosen
from bot.rules.model.ids import QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.query import to_find_out
from bot.rules.translate import together, translate
from bot.words.normal import normal

HORIZON = 25


# --- which other rules ------------------------------------------------------------------------


def exist(turn: Turn) -> bool:
    """Whether there are other rules to lay beside one's own."""
    return any(id != turn.pack.id for id in choosing.titles(turn.shelf))


def choose(turn: Turn, argument: str = "") -> Turn:
    """Whose rules to lay beside the advice; those that share questions come first."""
    if argument and not argument.isdigit():
        return choosing.unknown(turn, argument, "zou")
    known, own = choosing.titles(turn.shelf), turn.pack.id
    kin = {same.pack for question in turn.pack.questions for same in question.same_as}
    kin |= {turn.pack.based_on} | {id for id, named in turn.shelf.related.items() if own in named}
    ids = sorted(
        (id for id in known if id != own),
        key=lambda id: (id not in kin, id != turn.shelf.default, normal(known[id])),
    )
    return choosing.pick(turn, wording.OTHERS_CHOOSE, ids, "zou", "andere", argument)


def start(turn: Turn, id: str) -> Turn:
    """Begin to look with the rules of this pack."""
    if id == turn.pack.id or not choosing.exists(turn.shelf, id):
        return choose(turn)
    turn = turn.focus(Focus("others", eyes=id, form=turn.state.current))
    there = _there(turn)
    told = others_text.introduction(turn, there.pack, there.cell, len(there.taken))
    return _next(turn.say(told, shape="notice"), there)


# --- what is known of this project there ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _There:
    """The other pack, the piece of the project that it looks at, and what it knows of that:
    what was ``taken`` over, and what was answered here as well (``known``)."""

    compiled: Compiled
    cell: Cell
    taken: Mapping[QuestionId, Answer]
    known: Mapping[QuestionId, Answer]

    @property
    def pack(self) -> Pack:
        """The other pack itself."""
        return self.compiled.pack


def _there(turn: Turn) -> _There:
    compiled, book = _compiled(turn), turn.project.book
    cell = WHOLE if book.cells == (WHOLE,) else main_cell(turn.compiled, book)
    hubs = [turn.shelf.pack(turn.shelf.default)]
    taken = translate(_own(turn), compiled.pack, cell_answers(turn.pack, book, cell), hubs)
    known = dict(taken)
    for id, answer in turn.state.focus.pending:
        question = compiled.pack.find_question(id)
        if question is not None and answer.status == "given":
            both = (known[id], answer) if id in known else (answer,)
            known[id] = together(question, both) or answer
    return _There(compiled, cell, taken, known)


def _compiled(turn: Turn) -> Compiled:
    return turn.shelf.rooted(turn.shelf.pack(turn.state.focus.eyes))


def _own(turn: Turn) -> Compiled:
    return turn.shelf.rooted(turn.compiled)


def question(turn: Turn) -> Question | None:
    """The question of the other pack that is being asked."""
    focus = turn.state.focus
    if focus.kind != "others" or not focus.key:
        return None
    if focus.form != turn.state.current or focus.eyes not in turn.shelf.packs:
        return None
    return _compiled(turn).pack.find_question(focus.key)


# --- asking what is left ----------------------------------------------------------------------


def _next(turn: Turn, there: _There) -> Turn:
    """The next question of the other pack, or what it says."""
    asked = frozenset(id for id, _ in turn.state.focus.pending)
    left = _left(there.compiled, there.known, asked)
    if left is None:
        return _verdict(turn, there)
    known = there.known.get(left)
    held = tuple(sorted(known.values)) if known and _is_multi(there, left) else ()
    return _ask(turn.focus(replace(turn.state.focus, key=left, chosen=held)), there)


def _is_multi(there: _There, id: QuestionId) -> bool:
    return kind_of(there.compiled.questions[id]).is_set


def _left(
    compiled: Compiled, answers: Mapping[QuestionId, Answer], asked: frozenset[QuestionId]
) -> QuestionId | None:
    """Of what can still change the advice, the opening first, then what settles most."""
    open = [id for id in to_find_out(compiled, answers) if id not in asked]
    opening = (id for id in compiled.pack.opening if id in open)
    return next(opening, open[0] if open else None)


def _count(turn: Turn, there: _There) -> int:
    """How many questions are still to come when each gets its likeliest answer."""
    answers = dict(there.known)
    asked = frozenset(id for id, _ in turn.state.focus.pending)
    count = 0
    while count < HORIZON and (id := _left(there.compiled, answers, asked)):
        likeliest = max(_options(there, id), key=lambda one: one.weight, default=None)
        if likeliest is not None and not _is_multi(there, id):
            answers[id] = chosen(likeliest.id)
        asked |= {id}
        count += 1
    return count


def _options(there: _There, id: QuestionId) -> list[Option]:
    """The options that what was taken over leaves."""
    known = there.taken.get(id)
    options = choices(there.compiled.questions[id])
    return [one for one in options if known is None or one.id in known.values | known.maybe]


def _ask(turn: Turn, there: _There) -> Turn:
    focus = turn.state.focus
    asked = there.compiled.questions[focus.key]
    text = others_text.question(turn, there.pack, asked, _count(turn, there))
    return turn.say(text, *_buttons(turn, there, asked), shape="question", key=focus.key)


def _buttons(turn: Turn, there: _There, asked: Question) -> Iterable[Button]:
    picked = turn.state.focus.chosen
    for option in _options(there, asked.id):
        if option.id not in picked and not (picked and option.alone):
            yield _button(turn, option.id, option.label)
    if picked:
        yield _button(turn, READY_VALUE, wording.READY)
    else:
        if kind_of(asked).is_set and not any(option.alone for option in asked.options):
            yield _button(turn, NONE_VALUE, wording.NONE)
        yield _button(turn, UNKNOWN_VALUE, wording.UNKNOWN)
    yield turn.command(wording.BTN_TO_ADVICE, "advies")


def _button(turn: Turn, value: str, label: str) -> Button:
    return turn.command(label, "zegt", f"{turn.state.focus.key}/{value}")


# --- answering --------------------------------------------------------------------------------


def tapped(turn: Turn, argument: str) -> Turn | None:
    """A button under a question of the other pack; None when that question is not at hand."""
    id, _, value = argument.partition("/")
    asked = question(turn)
    own = (UNKNOWN_VALUE, READY_VALUE, NONE_VALUE)
    if asked is None or asked.id != id:
        return None
    if value not in own and all(option.id != value for option in choices(asked)):
        return None
    return answer(turn, value)


def answer(turn: Turn, value: str) -> Turn:
    """One value for the question at hand: an option, "weet ik niet", or "dit is alles"."""
    asked, focus = question(turn), turn.state.focus
    if asked is None:
        return _verdict(turn, _there(turn))
    if value == UNKNOWN_VALUE:
        return settle(turn, UNKNOWN)
    if not kind_of(asked).is_set:
        return settle(turn, chosen(value))
    if value in (READY_VALUE, NONE_VALUE):
        return settle(turn, Answer(frozenset(focus.chosen)))
    if any(option.id == value and option.alone for option in asked.options):
        return settle(turn, chosen(value))
    picked = tuple(dict.fromkeys((*focus.chosen, value)))
    turn = turn.focus(replace(focus, chosen=picked))
    there = _there(turn)
    more = any(o.id not in picked and not o.alone for o in _options(there, asked.id))
    return _ask(turn, there) if more else settle(turn, Answer(frozenset(picked)))


def settle(turn: Turn, given: Answer) -> Turn:
    """Keep an answer to the question at hand, here only, and go on."""
    focus = turn.state.focus
    kept = tuple((id, one) for id, one in focus.pending if id != focus.key)
    pending = (*kept, (focus.key, given))
    turn = turn.focus(replace(focus, key="", chosen=(), pending=pending))
    return _next(turn, _there(turn))


def several(turn: Turn, values: frozenset[str]) -> Turn:
    """Several options of a multiple choice at once."""
    return settle(turn, Answer(values | frozenset(turn.state.focus.chosen)))


def again(turn: Turn) -> Turn:
    """The question at hand once more, after something in between."""
    return _ask(turn, _there(turn)) if question(turn) is not None else turn


def back(turn: Turn) -> Turn:
    """Take the last answer that was given here back, and ask its question again."""
    focus = turn.state.focus
    *kept, (key, _) = focus.pending
    return again(turn.focus(replace(focus, key=key, chosen=(), pending=tuple(kept))))


def explain(turn: Turn) -> Turn:
    """Why the other pack asks this, and the same question once more."""
    asked = question(turn)
    if asked is None:
        return turn
    lines = [asked.why or wording.WHY_FALLBACK]
    lines += [asked.explanation] if asked.explanation else []
    lines += [f"• {o.label}: {o.explanation}" for o in asked.options if o.explanation]
    return again(turn.say("\n".join(lines), shape="notice"))


# --- what it says -----------------------------------------------------------------------------


def _verdict(turn: Turn, there: _There) -> Turn:
    own = look(_own(turn), cell_answers(turn.pack, turn.project.book, there.cell))
    other = look(there.compiled, there.known)
    turn = turn.focus(replace(turn.state.focus, key="", chosen=()))
    return turn.say(
        others_text.verdict(own, other, turn.shelf.pack(turn.shelf.default).pack),
        turn.command(wording.BTN_TO_ADVICE, "advies"),
        turn.command(wording.OTHERS_ANOTHER, "andere"),
    )
