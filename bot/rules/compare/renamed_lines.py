"""The sentences of a pack that hang on conditions, in other names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.rules.model.book import GROUP
from bot.rules.model.content import Method
from bot.rules.model.line import Line
from bot.rules.model.pack import Pack
from bot.rules.model.project_question import ProjectQuestion
from bot.rules.model.renaming import Renaming
from bot.rules.model.situation import FirstAnswer, Situation


class RenamedLines:
    """Puts every sentence in other names; ``forms``: old form -> new form."""

    def __init__(self, names: Renaming, forms: Mapping[str, str]) -> None:
        self._names, self._forms = names, forms

    def of(self, pack: Pack) -> dict[str, Any]:
        """The parts of a pack that hold sentences with a condition, by field."""
        condition = self._names.condition
        return {
            "situations": tuple(map(self._situation, pack.situations)),
            "evening": tuple(replace(one, line=self._line(one.line)) for one in pack.evening),
            "values": tuple(replace(one, line=self._line(one.line)) for one in pack.values),
            "before_promise": self.lines(pack.before_promise),
            "project_questions": tuple(map(self._question, pack.project_questions)),
            "denials": tuple(replace(one, when=condition(one.when)) for one in pack.denials),
            "terms": tuple(replace(one, when=condition(one.when)) for one in pack.terms),
            "own_topics": tuple(replace(one, when=condition(one.when)) for one in pack.own_topics),
        }

    def lines(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The same sentences."""
        return tuple(map(self._line, lines))

    def methods(self, methods: Iterable[Method]) -> tuple[Method, ...]:
        """The same ways of working."""
        return tuple(replace(one, holds=self._names.condition(one.holds)) for one in methods)

    def _line(self, line: Line) -> Line:
        return replace(
            line,
            when=self._names.condition(line.when),
            forms=tuple(self._forms.get(form, form) for form in line.forms),
            group=line.group and self._names.value(GROUP, line.group),
        )

    def _question(self, one: ProjectQuestion) -> ProjectQuestion:
        return replace(
            one,
            core=self.lines(one.core),
            beside=self.lines(one.beside),
        )

    def _situation(self, one: Situation) -> Situation:
        first = one.first
        return replace(
            one,
            when=self._names.condition(one.when),
            first=first and replace(first, answers=tuple(map(self._answer, first.answers))),
            special=self.lines(one.special),
            order=tuple(replace(hour, line=self._line(hour.line)) for hour in one.order),
            steps={moment: self.lines(lines) for moment, lines in one.steps.items()},
            promise=self.lines(one.promise),
            opening=self.lines(one.opening),
            never=self.lines(one.never),
            council=self.lines(one.council),
            methods=self.methods(one.methods),
        )

    def _answer(self, answer: FirstAnswer) -> FirstAnswer:
        return replace(
            answer,
            sets={
                self._names.input(id): tuple(self._names.value(id, value) for value in values)
                for id, values in answer.sets.items()
            },
        )
