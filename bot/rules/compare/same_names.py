"""An earlier pack in the names of a later one, so that what was renamed is the same in both.

Only what is one thing on both sides: a question or an option that was split, or put together with
another, is not the same any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bot.rules.compare.renamed_lines import RenamedLines
from bot.rules.model.book import GROUP, PART, split_key
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.graph import reached
from bot.rules.model.ids import DecisionId
from bot.rules.model.pack import Advice, Division, Pack, WorkedCase
from bot.rules.model.questions.question import AtOnce, Option, Question
from bot.rules.model.questions.registry import choices
from bot.rules.model.renaming import Renaming

STALE = "_"
"""What is put behind an old id that now means something else."""


class Named(Protocol):
    """What has an id, and may have had another."""

    @property
    def id(self) -> str:
        """What it is called."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """What it was called before."""


def in_names_of(before: Pack, after: Pack) -> Pack:
    """The earlier pack with the ids of the later one; as it is where nothing was renamed."""
    questions = _pairs(before.questions, after.questions)
    values: dict[str, Mapping[str, str]] = {}
    for old in before.questions:
        new = after.find_question(questions.get(old.id, old.id))
        if new is not None:
            values[old.id] = _pairs(choices(old), choices(new), old.id != new.id)
    for division in before.divisions:
        now = after.division(division.id)
        if now is not None:
            values[division.id] = _pairs(division.options, now.options)
    forms = _pairs(before.forms, after.forms)
    values |= dict.fromkeys(_advising(before), forms)
    names = Renaming(questions, {of: renamed for of, renamed in values.items() if renamed})
    return _Renamed(names, forms).pack(before) if questions or names.values else before


def _pairs(old: Iterable[Named], new: Iterable[Named], first: bool = False) -> dict[str, str]:
    """Old id -> new id. ``first``: an old name counts before the id of today, as under another name
    of a question."""
    known = [one.id for one in old]
    claims = {one.id: [name for name in one.formerly if name in known] for one in new}
    times = Counter(name for names in claims.values() for name in names)
    pairs = {
        names[0]: id
        for id, names in claims.items()
        if len(names) == 1 and times[names[0]] == 1 and (id not in known or (first and times[id]))
    }
    taken = set(pairs.values())
    stale = {id: id + STALE for id in known if id in taken and id not in pairs}
    return pairs | stale


def _advising(pack: Pack) -> list[DecisionId]:
    """The decisions that give the advice, and those of which they move the outcome."""
    moves = {decision.id: decision.logic.moves for decision in pack.decisions}
    starts = [advice.decision for advice in pack.advices]
    return reached(starts, lambda id: [base] if (base := moves.get(id)) else [])


class _Renamed:
    """Puts everything of a pack in other names."""

    def __init__(self, names: Renaming, forms: Mapping[str, str]) -> None:
        self.names, self.forms = names, forms
        self.sentences = RenamedLines(names, forms)

    def pack(self, pack: Pack) -> Pack:
        names = self.names
        return replace(
            pack,
            questions=tuple(map(self._question, pack.questions)),
            opening=tuple(map(names.input, pack.opening)),
            decisions=tuple(map(self._decision, pack.decisions)),
            advices=tuple(map(self._advice, pack.advices)),
            divisions=tuple(map(self._division, pack.divisions)),
            forms=tuple(map(self._form, pack.forms)),
            concerns=tuple(replace(c, when=names.condition(c.when)) for c in pack.concerns),
            informing=tuple(replace(one, when=names.condition(one.when)) for one in pack.informing),
            priors=tuple(
                replace(
                    prior,
                    when=names.condition(prior.when),
                    question=names.input(prior.question),
                    times={names.value(prior.question, v): n for v, n in prior.times.items()},
                )
                for prior in pack.priors
            ),
            rising=tuple(
                replace(
                    rising,
                    question=names.input(rising.question),
                    order=tuple(
                        tuple(names.value(rising.question, v) for v in same)
                        for same in rising.order
                    ),
                )
                for rising in pack.rising
            ),
            cases=tuple(map(self._case, pack.cases)),
            **self.sentences.of(pack),
        )

    def _question(self, old: Question) -> Question:
        return replace(
            old,
            id=self.names.input(old.id),
            options=self._options(old.id, old.options),
            applies_if=self.names.condition(old.applies_if),
            since=self.names.input(old.since),
            until=self.names.input(old.until),
        )

    def _options(self, of: str, old: Sequence[Option]) -> tuple[Option, ...]:
        return tuple(
            replace(option, id=self.names.value(of, option.id), at_once=self._at_once(option))
            for option in old
        )

    def _at_once(self, option: Option) -> AtOnce | None:
        if (old := option.at_once) is None:
            return None
        labels = tuple((self.names.value(old.question, value), said) for value, said in old.labels)
        return AtOnce(self.names.input(old.question), labels)

    def _division(self, old: Division) -> Division:
        options = self._options(old.id, old.options)
        return replace(old, options=options, applies_if=self.names.condition(old.applies_if))

    def _decision(self, old: Decision) -> Decision:
        def outcome(value: str) -> str:
            return self.names.value(old.id, value)

        return replace(
            old,
            outcomes=tuple(map(outcome, old.outcomes)),
            lower_bounds=frozenset(map(outcome, old.lower_bounds)),
            logic=old.logic.renamed(old.id, self.names),
        )

    def _advice(self, old: Advice) -> Advice:
        return replace(old, rungs={self._outcome(o): rung for o, rung in old.rungs.items()})

    def _form(self, old: Form) -> Form:
        fallback = old.fallback and self._outcome(old.fallback)
        lines = {name: self.sentences.lines(said) for name, said in old.lines.items()}
        methods = self.sentences.methods(old.methods)
        return replace(
            old, id=self._outcome(old.id), fallback=fallback, lines=lines, methods=methods
        )

    def _outcome(self, old: str) -> str:
        return self.forms.get(old, old)

    # --- worked cases ---

    def _case(self, old: WorkedCase) -> WorkedCase:
        return replace(
            old,
            answers=dict(self._answers(old)),
            expected={self._cell(cell): self._outcome(o) for cell, o in old.expected.items()},
            also_fine={
                self._cell(cell): tuple(map(self._outcome, outcomes))
                for cell, outcomes in old.also_fine.items()
            },
            parts=tuple(map(self._piece, old.parts)),
            groups=tuple(map(self._piece, old.groups)),
        )

    def _answers(self, old: WorkedCase) -> Iterator[tuple[str, tuple[str, ...]]]:
        for key, values in old.answers.items():
            id, piece = split_key(key)
            now = self.names.input(id)
            place = f"{now}@{self._piece(piece)}" if piece else now
            yield place, tuple(self.names.value(id, value) for value in values)

    def _cell(self, old: str) -> str:
        return "/".join(map(self._piece, old.split("/")))

    def _piece(self, old: str) -> str:
        pieces = (self.names.value(division, old) for division in (PART, GROUP))
        return next((piece for piece in pieces if piece != old), old)
