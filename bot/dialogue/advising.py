"""What the advice offers: why not another form, what if, the chairs, the note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.advice.advice import advise, main_cell
from bot.advice.note import NoteExtras, write_note
from bot.dialogue import commands, wording
from bot.dialogue.advice_text import tip_text
from bot.dialogue.messages import Document
from bot.dialogue.project import keep
from bot.dialogue.turn import Turn
from bot.rules.ask import deeper
from bot.rules.explain import Change, why_not
from bot.rules.model.answers import Answer, Cell, answer_key, cell_answers
from bot.rules.model.ids import NO_RULE
from bot.rules.model.questions.registry import kind_of
from bot.words.names import answer_told, label, outcome_name
from bot.words.phrases import both

MOST_CHANGES = 3


# --- why not more or less -------------------------------------------------------------------


def explain(turn: Turn) -> Turn:
    """For every other form what kept it out, the nearest changes, and the rules that fired."""
    advised = advise(turn.compiled, turn.project.book)
    decision = turn.pack.advices[0].decision
    answers = cell_answers(turn.pack, turn.project.book, advised.main.cell)
    lines = [wording.WHY_NOT_HEAD]
    kept_out: dict[str, list[str]] = {}
    for outcome in turn.pack.decision(decision).outcomes:
        if outcome not in (advised.main.outcome, NO_RULE):
            reason = _why_not_text(turn, answers, decision, outcome)
            kept_out.setdefault(reason, []).append(outcome_name(turn.pack, outcome))
    for reason, names in kept_out.items():
        lines.append(wording.WHY_NOT_LINE.format(form=", ".join(names), reason=reason))
    if not advised.certain:
        first, *others = (outcome_name(turn.pack, str(one.outcome)) for one in advised.main.likely)
        lines.append(wording.LIST_LIKELY.format(form=first, others=both(others[:3])))
    rows = ", ".join(advised.rules) or "–"
    lines.append("")
    lines.append(
        wording.RULES_USED.format(rows=rows, pack=turn.pack.title, version=turn.pack.version)
    )
    buttons = [
        turn.command(
            f"{outcome_name(turn.pack, str(change.outcome))}?", commands.WHAT_IF, str(place)
        )
        for place, change in enumerate(advised.changes[:MOST_CHANGES])
    ]
    if deeper(turn.compiled, turn.project.book) is not None and not turn.project.deeper:
        buttons.append(turn.command(wording.GO_DEEPER, commands.DEEPER))
    return turn.say("\n".join(lines)).say(
        wording.WHAT_IF_HEAD, *buttons, turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    )


def _why_not_text(turn: Turn, answers: Mapping[str, Answer], decision: str, outcome: str) -> str:
    found = why_not(turn.compiled, answers, decision, outcome)
    if found is None or not found.question:
        return wording.WHY_NOT_UNKNOWN
    question = turn.pack.question(found.question)
    short = question.name.rstrip("?")
    if not found.given:
        return wording.WHY_NOT_OPEN.format(short=short)
    given = label(question, answers[question.id]).lower()
    return wording.WHY_NOT_ANSWER.format(short=short, given=given)


def kept_out(turn: Turn, outcome: str) -> str:
    """The person's answer that keeps a form out; empty when no answer does."""
    decision = turn.pack.advices[0].decision
    cell = main_cell(turn.compiled, turn.project.book)
    answers = cell_answers(turn.pack, turn.project.book, cell)
    found = why_not(turn.compiled, answers, decision, outcome)
    question = turn.pack.find_question(found.question) if found and found.given else None
    if question is None:
        return ""
    return answer_told(question, answers[question.id])


def nearest(turn: Turn) -> Sequence[Change]:
    """The changes that are offered, by their place on the screen."""
    return advise(turn.compiled, turn.project.book).changes[:MOST_CHANGES]


def what_if(turn: Turn, nearest: tuple[int, Change]) -> Turn:
    """One of the nearest changes, spelled out, and offered to take over."""
    place, change = nearest
    return turn.say(
        tip_text(turn.pack, change),
        turn.command(wording.WHAT_IF_TAKE, commands.TAKE_OVER, str(place)),
        turn.command(wording.LEAVE_IT, commands.ADVICE),
    )


def take_over(turn: Turn, nearest: tuple[int, Change]) -> Turn:
    """One of the nearest changes becomes the person's own answer."""
    _, change = nearest
    cell = main_cell(turn.compiled, turn.project.book)
    answers = change.answers.items()
    own = [(answer_key(turn.pack.question(id), cell), answer) for id, answer in answers]
    return keep(turn, own).onward()


# --- the chairs and the note ----------------------------------------------------------------


def chairs(turn: Turn) -> Turn:
    """Who sits at the table in this form, and which chairs are still empty."""
    advised = advise(turn.compiled, turn.project.book)
    form = advised.main.form
    roles = form.roles if form else {}
    lines = [wording.CHAIRS_HEAD]
    lines += [] if roles else [wording.CHAIRS_UNKNOWN]
    lines += [f"• {wording.ROLES.get(who, who)}: {role}" for who, role in roles.items()]
    if empty := _empty_chairs(turn, advised.main.cell):
        lines += ["", wording.CHAIRS_EMPTY.format(who=empty)]
    return turn.say("\n".join(lines), turn.command(wording.BTN_NOTE, commands.NOTE))


def _empty_chairs(turn: Turn, cell: Cell) -> str:
    answers = cell_answers(turn.pack, turn.project.book, cell)
    said = [
        label(question, answers[question.id])
        for question in turn.pack.questions
        if question.always and kind_of(question).is_set and question.id in answers
    ]
    return "; ".join(text.lower() for text in said)


def note(turn: Turn) -> Turn:
    """The note as a document, half a page to forward."""
    project = turn.project
    advised = advise(turn.compiled, project.book)
    chosen_form = project.overruled
    extras = NoteExtras(
        title=project.name,
        day=turn.at.date(),
        overruled=(chosen_form.form, chosen_form.reason) if chosen_form else None,
    )
    text = write_note(turn.compiled, advised, extras)
    name = f"notitie-{project.name.lower().replace(' ', '-')}"
    unnamed = [] if project.named else [turn.command(wording.NAME_BUTTON, commands.NAME)]
    return turn.reply(Document(name, text, wording.NOTE_CAPTION)).say(
        wording.AFTER_NOTE,
        turn.command(wording.BTN_TO_ADVICE, commands.ADVICE),
        turn.command(wording.BTN_CHANGE, commands.OVERVIEW),
        *unnamed,
        turn.command(wording.NEW_PROJECT, commands.NEW),
    )
