"""What the advice offers: the message, why not another form, what if, the chairs, the note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.advice.advice import Advised, advise, main_cell
from bot.advice.note import NoteExtras, write_note
from bot.advice.origin import origin_sentence
from bot.dialogue import wording
from bot.dialogue.advice_text import advice_text, tip_text
from bot.dialogue.messages import Button, Document
from bot.dialogue.state import Focus, Given
from bot.dialogue.turn import Turn
from bot.rules.ask import deeper, next_ask
from bot.rules.explain import Change, why_not
from bot.rules.model.answers import Answer, Cell, cell_answers
from bot.rules.model.ids import NO_RULE
from bot.rules.model.questions.registry import kind_of
from bot.words.names import answer_told, label, outcome_name
from bot.words.phrases import both


def give(turn: Turn) -> Turn:
    """Show the advice, and remember what was advised under which rules."""
    advised = advise(turn.compiled, turn.project.book)
    outcomes = tuple((cell.cell.name, cell.outcome) for cell in advised.cells)
    before = turn.project.given
    given = Given(turn.pack.version, turn.at, outcomes)
    turn = turn.with_project(replace(turn.project, given=given)).focus(Focus("advice"))
    if before and before.version != given.version and before.outcomes != outcomes:
        turn = turn.say(_today_differs(turn, before, given), shape="notice")
    return _show(turn, advised)


def _today_differs(turn: Turn, before: Given, now: Given) -> str:
    then, today = (
        ", ".join(outcome_name(turn.pack, outcome) for _, outcome in given.outcomes)
        for given in (before, now)
    )
    return wording.TODAY_DIFFERENT.format(then=then, now=today)


def _show(turn: Turn, advised: Advised) -> Turn:
    origin = "" if turn.pack.id == turn.shelf.default else origin_sentence(turn.pack)
    provisional = _is_provisional(turn)
    text = advice_text(advised, origin, provisional=provisional)
    return turn.say(text, *_offers(turn, advised, provisional), shape="advice")


def _is_provisional(turn: Turn) -> bool:
    """Whether there are questions that still matter: the person wanted the advice now."""
    return next_ask(turn.compiled, turn.project.book) is not None


def _offers(turn: Turn, advised: Advised, provisional: bool) -> Iterable[Button]:
    """What an advice offers, behind at most seven buttons."""
    if advised.chapters and (chapter := turn.pack.chapter(advised.chapters[0])):
        yield turn.command(f"{wording.BTN_FIRST_AID}: {chapter.title}", "hoofdstuk", chapter.slug)
    yield turn.command(wording.BTN_WHY_NOT, "waarom_niet")
    yield turn.command(wording.BTN_LENS, "bril")
    yield turn.command(wording.BTN_CHAIRS, "stoelen")
    yield turn.command(wording.BTN_NOTE, "notitie")
    yield turn.command(wording.BTN_OVERRULE, "anders")
    if provisional:
        yield turn.command(wording.ON_WITH_QUESTIONS, "verder")
    else:
        yield turn.command(wording.BTN_CHANGE, "overzicht")


def menu(turn: Turn) -> Turn:
    """What the advice offers, without the advice itself."""
    advised = advise(turn.compiled, turn.project.book)
    return turn.focus(Focus("advice")).say(
        wording.AFTER_ADVICE, *_offers(turn, advised, _is_provisional(turn))
    )


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
        turn.command(f"{outcome_name(turn.pack, str(change.outcome))}?", "wat_als", str(place))
        for place, change in enumerate(advised.changes[:3])
    ]
    if deeper(turn.compiled, turn.project.book) is not None and not turn.project.deeper:
        buttons.append(turn.command(wording.GO_DEEPER, "dieper"))
    return turn.say("\n".join(lines)).say(
        wording.WHAT_IF_HEAD, *buttons, turn.command(wording.BTN_TO_ADVICE, "advies")
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


def what_if(turn: Turn, place: str) -> Turn:
    """One of the nearest changes, spelled out, and offered to take over."""
    found = change_at(turn, place)
    if found is None:
        return turn.say(wording.OLD_BUTTON, shape="notice")
    return turn.say(
        tip_text(turn.pack, found[0]),
        turn.command(wording.WHAT_IF_TAKE, "neem_over", place),
        turn.command(wording.LEAVE_IT, "advies"),
    )


def change_at(turn: Turn, place: str) -> tuple[Change, Cell] | None:
    """One of the nearest changes by its place on the screen, and the cell that it is about."""
    advised = advise(turn.compiled, turn.project.book)
    changes = advised.changes[:3]
    known = place.isdigit() and int(place) < len(changes)
    return (changes[int(place)], advised.main.cell) if known else None


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
    return turn.say("\n".join(lines), turn.command(wording.BTN_NOTE, "notitie"))


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
    unnamed = [] if project.named else [turn.command(wording.NAME_BUTTON, "naam")]
    return turn.reply(Document(name, text, wording.NOTE_CAPTION)).say(
        wording.AFTER_NOTE,
        turn.command(wording.BTN_TO_ADVICE, "advies"),
        turn.command(wording.BTN_CHANGE, "overzicht"),
        *unnamed,
        turn.command(wording.NEW_PROJECT, "nieuw"),
    )
