"""A comparison of two packs in words: what the page for the council, the terminal and the Markdown
show. Everything is said here; they only lay it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from bot.rules.compare.comparison import (
    AdviceComparison,
    Cause,
    Comparison,
    Example,
)
from bot.rules.compare.rule_changes import KIND, RuleChange
from bot.rules.explain.fired import Fired
from bot.rules.model.decisions.adjustment import AND
from bot.rules.model.decisions.decision import OTHERWISE, Decision, Rule
from bot.rules.model.decisions.score import BAND
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.rules.model.pack import Pack
from bot.words.conditions import Words
from bot.words.dates import in_words
from bot.words.numbers import about, share
from bot.words.phrases import capital, plain
from bot.workbench.colours import form_colours
from bot.workbench.vergelijk import wording
from bot.workbench.vergelijk.answers import answer_text
from bot.workbench.vergelijk.beside import (
    case_lines,
    cases_told,
    concern_line,
    explained,
    form_lines,
    outcome_text,
    question_lines,
    short_names,
)
from bot.workbench.vergelijk.case_effects import CaseEffect, related
from bot.workbench.vergelijk.content import text_lines
from bot.workbench.vergelijk.losses import loss_lines

MOST_FLOWS = 8
"""How many pairs of rules are shown of each decision."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two packs: how it is called here, and what it is."""

    name: str
    title: str
    version: str


@dataclass(frozen=True, slots=True)
class FlowLine:
    """One line of the table: from which form to which, which share of what changes, and the
    classes of both colours."""

    before: str
    after: str
    share: str
    part: float
    looks: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words: what it gives, when, and why."""

    gives: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule that changed: what happened to it, and how it reads before and after."""

    id: str
    how: str
    before: RuleText | None
    after: RuleText | None


@dataclass(frozen=True, slots=True)
class CauseView:
    """One decision that works otherwise, and what that does where the advice changes."""

    title: str
    rules: tuple[RuleLine, ...]
    flows: tuple[FlowLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ExampleView:
    """Answers that show the difference; ``reasons`` say why, before and after."""

    answers: tuple[tuple[str, str], ...]
    before: str
    after: str
    reasons: tuple[str, str]
    note: str

    def sides(self, was: str, now: str) -> tuple[tuple[str, str, str], ...]:
        """What each of the two, by these names, says and why."""
        return (was, self.before, self.reasons[0]), (now, self.after, self.reasons[1])


@dataclass(frozen=True, slots=True)
class AdviceView:
    """One advice decision: in one sentence, as a table, by its rules, and by example."""

    title: str
    sentence: str
    part: float
    flows: tuple[FlowLine, ...]
    causes: tuple[CauseView, ...]
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A whole comparison in words."""

    title: str
    sides: tuple[Side, Side]
    day: str
    explained: str
    losses: tuple[str, ...]
    sentence: str
    total: str
    forms: tuple[str, ...]
    advices: tuple[AdviceView, ...]
    concerns: tuple[str, ...]
    questions: tuple[str, ...]
    cases: tuple[str, ...]
    cases_told: str
    content: tuple[str, ...]


def view(
    comparison: Comparison,
    cases: tuple[CaseEffect, ...],
    labels: tuple[str, str],
    today: date,
    *,
    ids: bool = True,
) -> View:
    """Put a comparison into words; ``labels`` say from which revision each pack comes. ``ids``:
    for who edits the rules. A council has nothing to do with them."""
    before, after = comparison.before, comparison.after
    same = before.id == after.id
    names = ("was", "wordt") if same else short_names(before, after)
    title = wording.TITLE_OF_VERSIONS if same else wording.TITLE_OF_PACKS
    sides = (_side(names[0], before, labels[0], ids), _side(names[1], after, labels[1], ids))
    advices = tuple(_advice(comparison, one, ids) for one in comparison.advices)
    told = [one.sentence for one in advices] or [wording.NO_ADVICE]
    content = tuple(text_lines(before, after)) if related(before, after) else ()
    only_texts = content and not any(one.flows for one in advices)
    return View(
        title=title.format(before=before.title, after=after.title),
        sides=sides,
        day=in_words(today),
        explained=explained(before, after, names),
        losses=tuple(loss_lines(comparison, cases)),
        sentence=" ".join([*told, *([wording.ONLY_TEXTS] if only_texts else [])]),
        total=about(comparison.total),
        forms=tuple(form_lines(comparison, cases, names)),
        advices=advices,
        concerns=tuple(concern_line(comparison, one) for one in comparison.concerns),
        questions=tuple(question_lines(comparison, names)),
        cases=tuple(case_lines(comparison, cases, names)),
        cases_told=cases_told(cases),
        content=content,
    )


def _side(name: str, pack: Pack, label: str, ids: bool) -> Side:
    version = wording.VERSION.format(pack.version)
    parts = [pack.id if ids else "", version, wording.FROM.format(label) if label else ""]
    return Side(name, pack.title, ", ".join(filter(None, parts)))


# --- the advice ----------------------------------------------------------------------------------


def _advice(comparison: Comparison, advice: AdviceComparison, ids: bool) -> AdviceView:
    before, after = comparison.before, comparison.after
    colours = form_colours(before, after)
    flows = tuple(
        replace(
            _flow(
                outcome_text(before, flow.before),
                outcome_text(after, flow.after),
                flow.share / advice.share,
            ),
            looks=(colours.get(str(flow.before), ""), colours.get(str(flow.after), "")),
        )
        for flow in advice.changed
    )
    causes = sorted(advice.causes, key=lambda cause: not cause.changes)
    return AdviceView(
        advice.after.title or wording.THE_ADVICE,
        _sentence(comparison, advice, flows),
        float(advice.share),
        flows,
        tuple(_cause(comparison, cause, advice.share or Fraction(1), ids) for cause in causes),
        tuple(_example(comparison, advice, one, ids) for one in advice.examples),
    )


def _flow(before: str, after: str, part: Fraction) -> FlowLine:
    return FlowLine(before, after, share(part), float(part))


def _sentence(comparison: Comparison, advice: AdviceComparison, flows: tuple[FlowLine, ...]) -> str:
    named = wording.AT_ADVICE.format(advice.after.title or advice.after.id)
    where = named if len(comparison.advices) > 1 else ""
    if not flows:
        return wording.NOTHING_ELSE.format(where)
    most = wording.ALL_OF_IT if len(flows) == 1 else wording.MOST_OF_IT
    return wording.CHANGES.format(
        share=capital(share(advice.share)),
        where=where,
        most=most.format(flows[0].after, flows[0].before, flows[0].share),
    )


def _cause(comparison: Comparison, cause: Cause, changed: Fraction, ids: bool) -> CauseView:
    before, after = comparison.before, comparison.after
    flows = tuple(
        _flow(
            _fired_text(before, cause.before, flow.before, ids),
            _fired_text(after, cause.after, flow.after, ids),
            flow.share / changed,
        )
        for flow in cause.flows
    )
    return CauseView(
        cause.after.title or cause.after.id.replace("_", " ").capitalize(),
        tuple(_rule_line(comparison, cause, change, ids) for change in cause.changes),
        flows[:MOST_FLOWS],
        len(flows[MOST_FLOWS:]),
    )


def _rule_line(comparison: Comparison, cause: Cause, change: RuleChange, ids: bool) -> RuleLine:
    if change.id == KIND:
        how, new_way = wording.HOW[change.how], RuleText(wording.NEW_KIND)
        return RuleLine(wording.DECISION_ITSELF, how, None, new_way)
    pack, decision = comparison.after, cause.after
    if change.after is None:
        pack, decision = comparison.before, cause.before
    return RuleLine(
        change.id if ids else _rule_name(Words(pack), decision, change.rule),
        wording.HOW[change.how],
        _rule_text(comparison.before, change.before),
        _rule_text(comparison.after, change.after),
    )


def _rule_name(words: Words, decision: Decision, rule: Rule) -> str:
    """What a rule without a condition of its own is about; a rule that has one says it itself."""
    if rule.id == OTHERWISE:
        return wording.IF_NO_RULE
    if rule.cell:
        return "; ".join(f"{words.name(side)}: {words.value(side, v)}" for side, v in rule.cell)
    if rule.id.startswith(BAND):
        return wording.FROM_POINTS.format(plain(rule.id.removeprefix(BAND)))
    if not decision.logic.names_rules:
        return words.name(rule.id)
    if not rule.then:
        return wording.ADJUSTMENT
    return wording.RULE_FOR.format(words.value(decision.id, rule.then))


def _rule_text(pack: Pack, rule: Rule | None) -> RuleText | None:
    if rule is None:
        return None
    when = "" if rule.when is None else "; ".join(Words(pack).lines(rule.when)) or wording.ALWAYS
    return RuleText(outcome_text(pack, rule.then) if rule.then else "", when, rule.why)


def _fired_text(pack: Pack, decision: Decision, fired: Fired, ids: bool) -> str:
    """The outcome, and the rule behind it in its own words."""
    why = why_text(decision, fired.rule, ids=ids)
    return ": ".join(filter(None, (outcome_text(pack, fired.outcome), why)))


def why_text(decision: Decision, rule: str, *, ids: bool) -> str:
    """What the rule (or the rules) that fired say themselves, with their ids or without."""
    if rule == OTHERWISE:
        return wording.NO_RULE_FITS
    if not rule or rule in (NO_RULE, MORE_THAN_ONE):
        return ""
    said = {each.id: each.why for each in decision.logic.rules}
    named = [(said.get(id, ""), f"({id})" if ids else "") for id in rule.split(AND)]
    return " ".join(filter(None, (text for pair in named for text in pair)))


def _example(
    comparison: Comparison, advice: AdviceComparison, example: Example, ids: bool
) -> ExampleView:
    decisions, outcomes = (advice.before, advice.after), (example.before, example.after)
    reasons = []
    for decision, rules, outcome in zip(decisions, example.rules, outcomes, strict=True):
        # The likeliest rule may be one that gives another outcome: it is no reason for this one.
        fitting = [one for one in rules if advice.on_ladder or one.outcome == outcome]
        reasons.append(why_text(decision, fitting[0].rule, ids=ids) if fitting else "")
    note = "" if example.minimal else wording.FEWER_WILL_DO
    return ExampleView(
        tuple(answer_text(answer) for answer in example.answers),
        outcome_text(comparison.before, example.before),
        outcome_text(comparison.after, example.after),
        (reasons[0], reasons[1]),
        note,
    )
