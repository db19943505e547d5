"""The questions and the points of attention of a pack as sheets."""

from __future__ import annotations

from bot.rules.model.conditions import ALWAYS
from bot.rules.model.pack import Concern, Informing
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.words.phrases import capital
from bot.workbench.teken import wording
from bot.workbench.teken.graph import answer_lines
from bot.workbench.teken.sheets import Box, Line, Sheet, Sheets, box


def questions(sheets: Sheets) -> Sheet:
    """Every question: what it asks, when, why, and what the case answered."""
    heads = [wording.NUMBER, wording.QUESTION.capitalize(), wording.OPTIONS]
    heads += [wording.ASKED_IF, wording.ASK]
    if sheets.case is not None:
        heads.append(wording.PROJECT)
    pack = sheets.compiled.pack
    rows = [_question(sheets, index, q) for index, q in enumerate(pack.questions, 1)]
    widths = (1, 6, 4, 4, 4, 3)[: len(heads)]
    return Sheet(
        wording.QUESTIONS, wording.QUESTIONS_TEXT, tuple(heads), tuple(rows), widths=widths
    )


def _question(sheets: Sheets, index: int, question: Question) -> Line:
    never = question.id in sheets.reach.questions
    asked = sheets.words.lines(question.applies_if) if question.applies_if != ALWAYS else ()
    whom = wording.ASK_WHOM.format(question.ask_whom) if question.ask_whom else ""
    small = tuple(filter(None, (whom, question.how_to_find_out)))
    boxes = [
        box(str(index), note=wording.NEVER_ASKED if never else ""),
        Box((question.text,), (question.explanation,) if question.explanation else ()),
        Box(*_options(question)),
        Box(asked or (wording.ALWAYS,)),
        Box((question.why,) if question.why else (), small),
    ]
    if question.interpretation:
        read = wording.INTERPRETED.format(question.interpretation)
        boxes[1] = Box(boxes[1].lines, (*boxes[1].small, read))
    if sheets.case is not None:
        told = answer_lines(sheets.compiled.pack, question, sheets.case)
        boxes.append(box(*(told or [wording.NOT_ANSWERED]), strong=bool(told)))
    return Line(tuple(boxes), dead=never, anchor=f"vraag-{question.id}")


def _options(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The options to choose from, and how some of them are read."""
    if what := kind_of(question).what(question):
        return (what,), ()
    options = choices(question)
    read = [f"‘{o.label}’: {o.interpretation}" for o in options if o.interpretation]
    return tuple(option.label for option in options), tuple(map(wording.INTERPRETED.format, read))


def concerns(sheets: Sheets) -> Sheet:
    """Every point of attention: when it holds, and what to do."""
    heads = (wording.NUMBER, wording.IF, wording.CONCERN, wording.DO)
    pack = sheets.compiled.pack
    rows = [_concern(sheets, index, c) for index, c in enumerate(pack.concerns, 1)]
    return Sheet(wording.CONCERNS, wording.CONCERNS_TEXT, heads, tuple(rows), widths=(2, 6, 7, 6))


def informing(sheets: Sheets) -> Sheet:
    """Who hears it when: each place in the order, and when it holds."""
    heads = (wording.NUMBER, wording.IF, wording.WHO, wording.WHEN, wording.SAY)
    entries = sheets.compiled.pack.informing
    rows = [_informing(sheets, index, one) for index, one in enumerate(entries, 1)]
    return Sheet(wording.ORDER, wording.ORDER_TEXT, heads, tuple(rows), widths=(2, 6, 5, 3, 6))


def _informing(sheets: Sheets, index: int, one: Informing) -> Line:
    never = one.id in sheets.reach.concerns
    dots = sheets.case.concerns.get(one.id, ()) if sheets.case else ()
    said = (one.text,) if one.text else ()
    return Line(
        (
            box(str(index), note=wording.dead("never") if never else "", dots=dots),
            box(*(sheets.words.lines(one.when) or (wording.ALWAYS,))),
            box(one.whom or wording.ON_LEAK),
            box(one.moment),
            Box(said, (wording.SOURCE.format(sheets.sources(one.sources)),)),
        ),
        dead=never,
        hit=any(dot.certain for dot in dots),
    )


def _concern(sheets: Sheets, index: int, concern: Concern) -> Line:
    compiled = sheets.compiled
    node = compiled.concerns.get(concern.id)
    never = concern.id in sheets.reach.concerns
    state = "expired" if node is None else "never" if never else ""
    dots = sheets.case.concerns.get(concern.id, ()) if sheets.case else ()
    text = f"{wording.DUTY} {concern.text}" if concern.duty else concern.text
    moment = f"{capital(concern.moment)}:" if concern.moment else ""
    return Line(
        (
            box(str(index), note=wording.dead(state) if state else "", dots=dots),
            box(*(sheets.words.lines(concern.when) or (wording.ALWAYS,))),
            Box((text,), (wording.SOURCE.format(sheets.sources(concern.sources)),)),
            box(f"{moment} {concern.do}".strip()),
        ),
        dead=bool(state),
        hit=any(dot.certain for dot in dots),
    )
