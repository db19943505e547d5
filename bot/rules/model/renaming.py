"""Other names for the questions, decisions and values that rules speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.rules.model.conditions import AllOf, AnyOf, Between, Condition, Contains
from bot.rules.model.ids import DecisionId, InputId, Outcome


@dataclass(frozen=True, slots=True)
class Renaming:
    """Old name -> new name: of questions, and by the old name of a question or decision of its
    values. What is not among them keeps its name."""

    inputs: Mapping[InputId, InputId] = field(default_factory=dict)
    values: Mapping[InputId, Mapping[str, str]] = field(default_factory=dict)

    def input(self, old: InputId) -> InputId:
        """A question or decision."""
        return self.inputs.get(old, old)

    def value(self, of: InputId, old: str) -> str:
        """A value of a question or decision, which goes by its old name."""
        return self.values.get(of, {}).get(old, old)

    def all(self, of: InputId, old: Iterable[str]) -> frozenset[str]:
        """Some values."""
        return frozenset(self.value(of, value) for value in old)

    def outcome(self, of: DecisionId, old: Outcome | None) -> Outcome | None:
        """An outcome, where there is one."""
        return None if old is None else self.value(of, old)

    def condition(self, old: Condition) -> Condition:
        """A whole condition."""
        if isinstance(old, AllOf | AnyOf):
            return replace(old, conditions=tuple(map(self.condition, old.conditions)))
        to, now = old.input, self.input(old.input)
        if isinstance(old, Between):
            return replace(old, input=now)
        if isinstance(old, Contains):
            return replace(old, input=now, options=self.all(to, old.options))
        return replace(old, input=now, values=self.all(to, old.values))
