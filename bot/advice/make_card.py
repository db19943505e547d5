"""The card of an advice: everything that the advice says, put in words once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.advice import wording
from bot.advice.advice import STEPS, Advised, CellAdvice, said_form
from bot.advice.answer_lines import ToAsk, in_pack_order, to_ask, told_answers
from bot.advice.card import (
    Action,
    Alike,
    Card,
    Certainty,
    ChapterLink,
    Choice,
    Fallback,
    Informed,
    Piece,
    Point,
    Possible,
    Rules,
    Still,
    Track,
    WhatIf,
)
from bot.advice.changes import change_text
from bot.advice.counted import counted
from bot.advice.origin import origin_line, origin_sentence
from bot.advice.pieces import named_together
from bot.rules.ask import next_division, taken_as_one
from bot.rules.diagram.compile import Compiled
from bot.rules.explain import Change
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerBook, AnswerKey, Cell, answer_key, cell_answers
from bot.rules.model.content import Form, Source
from bot.rules.model.pack import Concern, Pack
from bot.rules.model.questions.registry import kind_of
from bot.rules.purpose import ahead, unseen
from bot.words.names import answer_told, cell_name, deed, headline, label, outcome_name
from bot.words.phrases import small

WORTH_AN_ORDER = 2
"""From how many on who hear it, the order in which they do is offered; the chairs then stand
behind it, so that there are never more than seven actions."""
NO_ADVICE_FLAW = "geen_advies"
"""The kind of known flaw that says why a published framework has no advice somewhere."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The ways of dividing the project that were ``asked`` about, and those that were ``guessed``
    to make one piece of it, because the person did not know."""

    asked: tuple[str, ...]
    guessed: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    """The questions whose answer differs by piece."""


def make_card(
    compiled: Compiled,
    advised: Advised,
    chosen: tuple[str, str] | None = None,
    divided: Divided | None = None,
) -> Card:
    """The card; ``chosen``: the form that the person chose instead, by its id, and why.
    ``divided``: what was asked of the pieces; None: all of it."""
    every = tuple(division.id for division in advised.pack.divisions)
    asked = divided or Divided(every)
    still = _still(compiled, advised, asked)
    answers = cell_answers(advised.pack, advised.book, advised.main.cell)
    card = _card(advised, still, is_whole=not _may_differ(compiled, advised.book, asked))
    return replace(
        _without(card, asked.differs),
        counted=tuple(counted(compiled, answers)),
        choice=_choice(compiled, advised, chosen),
        answers=told_answers(advised.pack, advised.book, asked.differs),
        assumed=taken_for_true(taken_as_one(compiled, advised.book, asked.guessed)),
    )


def _without(card: Card, differs: Collection[AnswerKey]) -> Card:
    """The card without the questions that have no answer because it differs by piece: nobody is
    sent to find that out."""
    return replace(
        card,
        ask_first=tuple(ask for ask in card.ask_first if ask.key not in differs),
        open=tuple(ask for ask in card.open if ask.key not in differs),
        homework=tuple(ask for ask in card.homework if ask.key not in differs),
    )


def _card(advised: Advised, still: Still, *, is_whole: bool) -> Card:
    pack, book, provisional = advised.pack, advised.book, still.questions > 0
    tracks = tuple(_tracks(advised, is_whole=is_whole, waits=still.can_tip))
    pieces = tuple(_piece(advised, cell, is_whole=is_whole) for cell in advised.cells)
    return Card(
        rules=_rules(pack, advised),
        pieces=pieces,
        tracks=tracks,
        track=pack.advices[0].name if tracks else "",
        is_provisional=provisional,
        rest_is_fixed=len(book.parts) == 1,
        reasons=advised.reasons,
        because=_because(advised),
        gap=_gap(advised),
        points=tuple(_point(advised, pieces, concern) for concern in advised.concerns),
        order=tuple(_order(advised)),
        on_leak=tuple(one.text for one in advised.informing if one.on_leak),
        still=still,
        steps=_safe_steps(advised, still) if still.can_tip else advised.steps,
        presses=advised.presses,
        ask_first=tuple(to_ask(question.id, question) for question in advised.ask_first),
        open=tuple(to_ask(open.key, open.question) for open in advised.open),
        homework=tuple(_homework(advised)),
        what_ifs=tuple(_what_if(advised, change) for change in advised.changes),
        tip=_what_if(advised, advised.tip) if advised.tip else None,
        hinge=_hinge(advised),
        unshaken=advised.unshaken,
        answers=(),
        empty_chairs=tuple(_empty_chairs(advised)),
        chapters=tuple(_chapters(advised)),
        sources=tuple(_sources(advised)),
        alike=tuple(_alike(advised)),
        actions=tuple(_actions(advised, provisional=provisional)),
        outcomes=tuple(_outcomes(advised)),
        situated=advised.situated,
        values=advised.values,
        clash=advised.clash,
    )


def _rules(pack: Pack, advised: Advised) -> Rules:
    return Rules(
        pack.id, pack.title, pack.version, origin_sentence(pack), origin_line(pack), advised.rules
    )


def _still(compiled: Compiled, advised: Advised, divided: Divided) -> Still:
    """What is still asked of the project."""
    to_come = ahead(compiled, advised.book, divided.asked, divided.differs)
    names = unseen(compiled, advised.book) if to_come.questions else ()
    asks = tuple(to_ask(name, advised.pack.question(name)) for name in names)
    found = ((name, advised.pack.find_question(name)) for name in divided.differs)
    open = [(name, question) for name, question in found if name in advised.book.answers]
    differs = tuple(to_ask(name, question) for name, question in open if question)
    return Still(to_come.questions, to_come.form, to_come.duty, asks, differs)


def _may_differ(compiled: Compiled, book: AnswerBook, divided: Divided) -> bool:
    """Whether the pieces of the project may get another advice than the whole: that was not asked
    yet, or not known."""
    sure = [id for id in divided.asked if id not in divided.guessed]
    return next_division(compiled, book, sure) is not None


def taken_for_true(divisions: Iterable[str]) -> tuple[str, ...]:
    """What is taken for true of ways of dividing that were guessed to come to one piece."""
    return tuple(wording.TAKEN_AS_ONE[id] for id in divisions)


def _safe_steps(advised: Advised, still: Still) -> tuple[str, ...]:
    """What to do while the form may change or a serious point was not looked at: what presses, and
    finding out the rest. A step of a form may be one that can't be undone."""
    lines = (
        wording.FIND_OUT.format(what=small(ask.name), whom=ask.whom or wording.CLIENT)
        for ask in still.unseen
    )
    return tuple(filter(None, (advised.presses, *lines)))[:STEPS]


def _piece(advised: Advised, cell: CellAdvice, *, is_whole: bool) -> Piece:
    pack, form, is_main = advised.pack, cell.form, cell is advised.main
    sure = cell.certain and is_whole
    certainty: Certainty = "certain" if sure else "guess" if cell.is_a_guess else "likely"
    return Piece(
        cell=cell.cell.name,
        name=cell_name(pack, cell.cell),
        part=cell_name(pack, Cell(part=cell.cell.part)),
        group=cell_name(pack, Cell(group=cell.cell.group)),
        duties=tuple(c.id for c in advised.concerns if c.duty and cell.cell in advised.cells_of(c)),
        possible=tuple(
            Possible(str(one.outcome), outcome_name(pack, str(one.outcome)), float(one.share))
            for one in cell.likely
        ),
        certainty=certainty,
        form=form,
        headline=headline(form) if form else "",
        at_least=cell.lower_bound,
        fallback=_fallback(advised, form),
        is_main=is_main,
    )


def _fallback(advised: Advised, form: Form | None) -> Fallback | None:
    """What stands in for a form; what would come after it only where these rules know that form."""
    then = advised.pack.form(form.fallback) if form and form.fallback else None
    if form is None or then is None:
        return None
    after = form.fallback_when == "after"
    return None if after and then.id not in advised.reachable else Fallback(headline(then), after)


def _tracks(advised: Advised, *, is_whole: bool, waits: bool) -> Iterable[Track]:
    """The other advices that there are; one without a name only where it says something else. A
    track ``waits`` with its steps like the main advice."""
    pack, main = advised.pack, advised.main
    for track in advised.tracks:
        advice, is_other = track.advice, track.said.outcome != main.outcome
        if track.is_there and (advice.name or is_other):
            piece = _piece(advised, track.said, is_whole=is_whole)
            left = tuple(one for one in piece.possible if one.outcome not in advice.no_track)
            name = advice.name or pack.decision(advice.decision).title or advice.decision
            here = replace(piece, possible=left)
            if track.is_everywhere:
                here = replace(here, name="", part="", group="")
            steps = () if waits else track.steps
            yield Track(advice.decision, name, bool(advice.name), here, track.why, steps)


def _outcomes(advised: Advised) -> Iterable[tuple[str, str]]:
    yield from ((cell.cell.name, cell.outcome) for cell in advised.cells)
    for track in advised.tracks:
        yield f"@{track.advice.decision}", track.said.outcome


def _because(advised: Advised) -> str:
    """The reason that the deciding rule itself gives; none while another rule may still decide,
    also when that one would advise the same."""
    decision = advised.pack.advices[0].decision
    own = (row for row in advised.rows if row.decision == decision and row.certain)
    return next((row.why for row in own if row.why), "") if advised.main.certain else ""


def _gap(advised: Advised) -> str:
    """Why a published framework says nothing here, where that is known."""
    flaws = (flaw for flaw in advised.pack.known_flaws if flaw.kind == NO_ADVICE_FLAW)
    return "" if advised.main.form else next((flaw.explanation for flaw in flaws), "")


def _there(advised: Advised, pieces: Sequence[Piece], concern: Concern) -> tuple[str, ...]:
    """The pieces that a point is about, where that is not clear by itself."""
    cells = advised.cells_of(concern)
    some_groups = {cell.group for cell in cells} != {one.cell.group for one in advised.cells}
    if advised.is_about_main(concern) and not (concern.duty and some_groups):
        return ()
    names = {cell.name for cell in cells}
    return named_together([piece for piece in pieces if piece.cell in names], pieces)


def _point(advised: Advised, pieces: Sequence[Piece], concern: Concern) -> Point:
    return Point(
        concern.id,
        concern.text,
        concern.do,
        concern.moment,
        concern.duty,
        concern.serious,
        concern.urgent,
        _there(advised, pieces, concern),
        concern.valid_from,
        concern.valid_to,
        concern.apology,
    )


def _homework(advised: Advised) -> Iterable[ToAsk]:
    """What was not known or skipped, without what is to be asked first."""
    asks = {question.id for question in advised.ask_first}
    for key, question, answer in in_pack_order(advised.pack, advised.book):
        if answer.status != "given" and question.id not in asks:
            yield to_ask(key, question)


def _order(advised: Advised) -> Iterable[Informed]:
    for one in advised.informing:
        if not one.on_leak:
            yield Informed(one.id, one.whom, one.moment, one.text)


# --- what would give another advice -----------------------------------------------------------


def _what_if(advised: Advised, change: Change) -> WhatIf:
    pack, main, outcome = advised.pack, advised.main, str(change.outcome)
    form = main.form
    later = form.fallback if form is not None and form.fallback_when == "after" else None
    return WhatIf(
        outcome,
        outcome_name(pack, outcome),
        deed(pack, outcome),
        change_text(pack, change),
        maybe=bool(change.changes and change.assumed),
        at_once=later == outcome,
        answers=_by_key(advised, change.answers),
    )


def _hinge(advised: Advised) -> WhatIf | None:
    """The answer to the first open question that settles on another form."""
    if (hinge := advised.hinge) is None:
        return None
    return WhatIf(
        hinge.outcome,
        outcome_name(advised.pack, hinge.outcome),
        deed(advised.pack, hinge.outcome),
        small(answer_told(hinge.question, hinge.answer)).rstrip("."),
        answers=_by_key(advised, {hinge.question.id: hinge.answer}),
    )


def _by_key(advised: Advised, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Answers of the main piece by the keys under which a project keeps them."""
    pack, cell = advised.pack, advised.main.cell
    return {answer_key(pack.question(id), cell): answer for id, answer in answers.items()}


# --- what stands beside it --------------------------------------------------------------------


def _empty_chairs(advised: Advised) -> Iterable[str]:
    """What was answered to the questions that are always asked of who takes part; to skip one, or
    not to know, names nobody."""
    answers = cell_answers(advised.pack, advised.book, advised.main.cell)
    for question in advised.pack.questions:
        answer = answers.get(question.id)
        if answer and answer.status == "given" and question.always and kind_of(question).is_set:
            yield label(question, answer)


def _chapters(advised: Advised) -> Iterable[ChapterLink]:
    for slug in advised.chapters:
        if chapter := advised.pack.chapter(slug):
            yield ChapterLink(chapter.slug, chapter.title, chapter.booklet)


def _sources(advised: Advised) -> Iterable[Source]:
    """Of the points, the rules that certainly hold and the kind of project, each once."""
    ids: list[str] = []
    for concern in advised.concerns:
        ids += concern.sources
    for reason in () if advised.ask_first else advised.rows:
        ids += reason.sources if reason.certain else ()
    ids += [source.id for source in advised.situated.sources] if advised.situated else []
    for id in dict.fromkeys(ids):
        if source := advised.pack.source(id):
            yield source


def _alike(advised: Advised) -> Iterable[Alike]:
    """The worked cases with this advice of which it is known what a simple tool would say."""
    for case in advised.pack.cases:
        if case.simple_says and advised.main.outcome in case.expected.values():
            yield Alike(case.title, case.description, case.simple_says)


def _actions(advised: Advised, *, provisional: bool) -> Iterable[Action]:
    """What a person may do next, the most needed first."""
    if advised.chapters:
        yield "chapter"
    has_order = sum(not one.on_leak for one in advised.informing) >= WORTH_AN_ORDER
    people: Action = "order" if has_order else "chairs"
    own: Action = "kind" if advised.pack.situations else people
    yield from ("why_not", own, "how", "papers", "overrule")
    yield "continue" if provisional else "change"


def _choice(compiled: Compiled, advised: Advised, chosen: tuple[str, str] | None) -> Choice | None:
    """The form that was chosen instead; none when it is the one that is advised."""
    if chosen is None or (chosen[0] == advised.main.outcome and not advised.ask_first):
        return None
    kind = advised.pack.situation(advised.situated.id) if advised.situated else None
    own = advised.pack.form(chosen[0])
    form = said_form(compiled, advised.book, advised.main.cell, own, kind)
    return Choice(form, chosen[1]) if form else None
