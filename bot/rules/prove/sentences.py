"""Proves the sentences of a pack: which are never said, which contradict an answer, and where a
kind of project has no steps of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.model.content import Form
from bot.rules.model.line import Line
from bot.rules.model.situation import Denial
from bot.rules.prove.findings import CONTRADICTS, NO_OWN_STEPS, SENTENCE_NEVER, Finding
from bot.rules.prove.space import Space


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the id of what it belongs to, where it can be said, and whether that hangs on a
    condition of its own."""

    text: str
    about: str
    where: Node
    is_bound: bool = False


def prove_sentences(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Everything to say about sentences and about the kinds of project."""
    every = tuple(_every(compiled, space))
    for said in every:
        if said.is_bound and not space.can_hold(said.where):
            yield Finding(SENTENCE_NEVER, "let op", (said.about,), detail=said.text)
    for denial in compiled.pack.denials:
        yield from _contradictions(compiled, space, denial, every)
    yield from _without_steps(compiled, space)


def _contradictions(
    compiled: Compiled, space: Space, denial: Denial, every: Iterable[Said]
) -> Iterator[Finding]:
    denied = compiled.sayings[denial.when]
    words = [word.lower() for word in denial.words]
    for said in every:
        where = space.diagram.both(said.where, denied)
        if any(word in said.text.lower() for word in words) and space.can_hold(where):
            told = f"{said.text} ({denial.why})"
            example = space.example(where)
            yield Finding(CONTRADICTS, "fout", (said.about,), example=example, detail=told)


def _every(compiled: Compiled, space: Space) -> Iterator[Said]:
    """Every sentence that an advice, first aid or a paper can hold."""
    pack, everywhere = compiled.pack, compiled.diagram.true
    for form in pack.forms:
        yield from _of_form(compiled, space, form)
    for one in pack.situations:
        place = compiled.sayings[one.when]
        yield from (_said(compiled, space, line, one.id, place) for line in one.lines)
    for evening in pack.evening:
        yield _said(compiled, space, evening.line, evening.id, everywhere)
    for value in pack.values:
        yield _said(compiled, space, value.line, value.id, everywhere)
    for asked in pack.project_questions:
        yield from (_said(compiled, space, line, asked.id, everywhere) for line in asked.lines)
    for concern in pack.concerns:
        if concern.id in compiled.concerns:
            node = compiled.concerns[concern.id]
            yield from (Said(text, concern.id, node) for text in (concern.text, concern.do) if text)
    for paper in pack.papers:
        yield from (Said(text, paper.id, everywhere) for text in paper.text.splitlines() if text)


def _said(compiled: Compiled, space: Space, line: Line, about: str, place: Node) -> Said:
    parts = [place, compiled.sayings.get(line.when, compiled.diagram.true)]
    if line.forms:
        parts.append(space.advised(line.forms))
    return Said(line.text, about, reduce(space.diagram.both, parts), line.is_bound)


def _of_form(compiled: Compiled, space: Space, form: Form) -> Iterator[Said]:
    """The sentences of a form; of those of which one is said, each where none goes first."""
    place = space.advised((form.id,))
    if not space.can_hold(place):
        return
    yield from (Said(text, form.id, place) for text in (form.explanation, *form.roles.values()))
    for name in ("first_steps", "pitfalls"):
        lines = form.lines.get(name) or tuple(map(Line, getattr(form, name)))
        yield from (_said(compiled, space, line, form.id, place) for line in lines)
    for name in ("promise", "not_promise", "honest", "council_first", "feedback", "evaluation"):
        text = getattr(form, name)
        lines = form.lines.get(name) or (Line(text),) * bool(text)
        left = place
        for line in sorted(lines, key=lambda line: not line.is_bound):
            said = _said(compiled, space, line, form.id, left)
            yield said
            left = space.diagram.both(left, space.diagram.negate(said.where))


def _without_steps(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Per kind of project the forms with which the steps of the form stand in for its own."""
    pack = compiled.pack
    main = pack.advices[0].decision if pack.advices else ""
    reached = space.values(space.root(main)) if main else frozenset()
    for one in pack.situations:
        can_be = compiled.sayings[one.when]
        week = [line for line in one.steps["week"] if not line.group]
        bare = [
            form.name
            for form in pack.forms
            if form.id in reached
            and space.can_hold(space.diagram.both(can_be, space.advised((form.id,))))
            and not any(_always(line, form.id) for line in week)
        ]
        if bare:
            yield Finding(NO_OWN_STEPS, "tip", (one.id,), detail=", ".join(bare))


def _always(line: Line, form: str) -> bool:
    """Whether a line is said with this form, whatever else is answered."""
    return line.fits(form, lambda condition: condition == Line("").when)
