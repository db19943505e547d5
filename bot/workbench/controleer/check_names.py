"""How the things of a pack are called in the report of a check."""

from __future__ import annotations

from collections.abc import Iterable

from bot.rules.evaluate import Given
from bot.rules.model.conditions import Condition
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.prove.findings import Fall, Finding
from bot.rules.prove.space import Example
from bot.words.conditions import Words
from bot.words.names import COMPARED, outcome_name
from bot.words.numbers import number
from bot.words.phrases import both, plain
from bot.workbench.controleer import wording


class Names:
    """The names of one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.words = Words(pack)
        self._questions = {question.id: question for question in pack.questions}
        self._divisions = {division.id: division for division in pack.divisions}
        self._decisions = {decision.id: decision for decision in pack.decisions}
        self._rising = {rising.id: rising for rising in pack.rising}
        self._concerns = {concern.id: concern for concern in pack.concerns}
        self._informing = {one.id: one for one in pack.informing}
        self._cases = {case.id: case for case in pack.cases}
        self._sources = {source.id: source for source in pack.sources}
        self._faqs = {faq.id: faq for faq in pack.faqs}

    # --- what a finding is about ---

    def subject(self, finding: Finding) -> str:
        """What a finding is about, with a capital."""
        kind, about = finding.kind, finding.about
        if kind == "twee_adviezen":
            owner = self._decision(about[0].partition(".")[0])
            told = f"{self.rows(about)} van {owner}"
        elif kind == "optie_zonder_gevolg":
            told = self._options(about)
        elif kind == "vorm_onbereikbaar":
            told = self._outcome(about[0])
        elif kind in ("gebrek_weg", "voorbeelden_weg"):
            told = both([f"‘{name}’" for name in about])
        else:
            told = self._thing(kind, about[0])
        return told[:1].upper() + told[1:]

    def _thing(self, kind: str, id: str) -> str:
        name, _, part = id.partition(".")
        if kind == "bron_oud" and name in self._sources:
            return f"‘{self._sources[name].title}’ ({id})"
        if kind in ("tekst", "verwijzing"):
            return f"‘{id}’"
        if kind in ("contact_ontbreekt", "pakket_oud"):
            return f"pakket ‘{self.pack.title}’"
        if kind in ("verlopen", "nog_niet_geldig") and name in self._faqs and not part:
            return wording.FAQ.format(question=self._faqs[name].question, id=id)
        if part and kind == "velden_weg":
            labels = {option.id: option.label for option in self._options_of(name)}
            label, question = labels.get(part, part), self._asked(name)
            return wording.OPTION.format(label=label, id=part, question=question)
        if part and name in self._decisions:
            return f"{self._rule(self._decisions[name], part)} van {self._decision(name)}"
        if part:
            return f"vraag ‘{self._asked(name)}’"
        return self._whole(name)

    def _whole(self, name: str) -> str:
        if name in self._questions or name in self._divisions:
            return f"‘{self._asked(name)}’ ({name})"
        if name in self._decisions:
            return self._decision(name)
        if name in self._cases:
            return f"voorbeeld ‘{self._cases[name].title}’ ({name})"
        if name in self._rising:
            return f"‘{self._rising[name].why.rstrip('.')}’ ({name})"
        if name in self._concerns:
            return f"aandachtspunt ‘{name}’"
        if name in self._informing:
            return wording.INFORMING.format(whom=self._informing[name].whom or name, id=name)
        if situation := self.pack.situation(name):
            return wording.SITUATION.format(name=situation.name, id=name)
        return f"‘{name}’"

    def _asked(self, name: str) -> str:
        if name in self._questions:
            return self._questions[name].name
        return self._divisions[name].text

    def _options_of(self, name: str) -> Iterable[Option]:
        of = self._questions.get(name) or self._divisions[name]
        return of.options

    def _decision(self, name: str) -> str:
        title = self._decisions[name].title
        return f"besluit ‘{title}’ ({name})" if title else f"besluit ‘{name}’"

    def _rule(self, decision: Decision, id: str) -> str:
        logic = decision.logic
        numbered = enumerate(logic.rules, start=1)
        number, rule = next(pair for pair in numbered if pair[1].id == id)
        sides = [self.words.value(side, value) for side, value in rule.cell]
        return wording.A_RULE[logic.word].format(*sides, id=id, number=number)

    def is_row(self, decision: str, part: str) -> bool:
        """Whether this is a row or a shift: something with an id of its own."""
        owner = self._decisions.get(decision)
        return bool(part) and owner is not None and owner.logic.names_rules

    def rows(self, ids: Iterable[str]) -> str:
        """Rows by their ids: "rij ‘a’", "rijen ‘a’ en ‘b’"."""
        names = [f"‘{row.partition('.')[2]}’" for row in ids]
        return f"rij {names[0]}" if len(names) == 1 else f"rijen {both(names)}"

    def _options(self, about: tuple[str, ...]) -> str:
        question = self._questions[about[0].partition(".")[0]]
        labels = {option.id: option.label for option in question.options}
        chosen = [labels.get(id.partition(".")[2], id) for id in about]
        word = "antwoorden" if len(chosen) > 1 else "antwoord"
        return f"bij ‘{question.name}’: {word} {both([f'‘{label}’' for label in chosen])}"

    def _outcome(self, full: str) -> str:
        name, _, outcome = full.partition(".")
        if outcome:
            decision = self._decision(name)
            return wording.OUTCOME_OF.format(outcome=plain(outcome), decision=decision)
        form = self.pack.form(name)
        return f"vorm ‘{form.name}’ ({name})" if form else f"uitkomst ‘{plain(name)}’"

    def fall(self, less: Example, fall: Fall, id: str) -> str:
        """With which two answers an outcome goes the wrong way, and by which rows."""
        question = self._questions[self._rising[id].question]
        answers = (self._value(question, side[question.id]) for side in (less, fall.more))
        outcomes = (outcome_name(self.pack, outcome, COMPARED) for outcome in fall.outcomes)
        rows = (wording.BY_ROW.format(rule) if rule else "" for rule in fall.rules)
        first, last = zip(answers, outcomes, rows, strict=True)
        return wording.FALL.format(*first, *last)

    def band(self, full: str) -> str:
        """From how many points on a score gives this outcome; empty when none does."""
        name, _, outcome = full.rpartition(".")
        scores = [name] if name else [advice.decision for advice in self.pack.advices]
        for score in scores:
            starts = self._decisions[score].logic.starts_at(outcome)
            if starts is not None:
                start = number(starts)
                return wording.BAND.format(decision=self._decision(score), start=start)
        return ""

    # --- why, and when ---

    def condition(self, finding: Finding) -> list[str]:
        """The condition that never holds, in words."""
        if finding.kind not in ("rij_nooit", "vraag_nooit") or finding.level == "tip":
            return []
        never = self._when(finding.about[0])
        return [] if never is None else list(self.words.lines(never))

    def _when(self, full: str) -> Condition | None:
        name, _, rule = full.partition(".")
        for things in (self._questions, self._divisions):
            if name in things and not rule:
                return things[name].applies_if
        if name in self._concerns and not rule:
            return self._concerns[name].when
        if name in self._informing and not rule:
            return self._informing[name].when
        rules = self._decisions[name].logic.rules
        return next(each.when for each in rules if each.id == rule)

    def example(self, example: Example) -> list[str]:
        """Answers as a person would read them, one a line."""
        return [self._answer(self._questions[name], value) for name, value in example.items()]

    def _answer(self, question: Question, value: Given) -> str:
        name = question.name
        joined = name if name.endswith(("?", ".", ":")) else f"{name}:"
        return f"{joined} {self._value(question, value)}"

    def _value(self, question: Question, value: Given) -> str:
        return kind_of(question).value_told(question, value) or wording.NO_ANSWER
