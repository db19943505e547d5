"""A comparison as text: for the terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.workbench.vergelijk.comparison import (
    AdviceView,
    CauseView,
    ExampleView,
    FlowLine,
    RuleText,
    View,
)

WIDE = 44
"""The widest a column of the table gets in a terminal."""


def as_text(view: View) -> str:
    """For a terminal."""
    return "\n".join(_text(view)) + "\n"


def _text(view: View) -> Iterator[str]:
    yield view.title
    yield from (f"  {side.name}: {side.title} ({side.version})" for side in view.sides)
    yield ""
    yield view.explained
    yield ""
    yield view.sentence
    yield from _block("Wat de vormen betekenen", view.forms)
    for advice in view.advices:
        yield from _advice_text(advice, view)
    yield from _block("Voorbeelden van de pakketten", (view.cases_told, *view.cases))
    yield from _block("Aandachtspunten", view.concerns)
    yield from _block("Vragen", view.questions)
    yield from _block("Wat er aan teksten, vormen en voorbeelden verandert", view.content)
    yield from _block(
        "Zo is geteld", (f"Er zijn {view.total} combinaties.", *_sentences(view.definition))
    )


def _advice_text(advice: AdviceView, view: View) -> Iterator[str]:
    if not advice.flows and not advice.causes:
        return
    was, now = (side.name for side in view.sides)
    if advice.flows:
        yield from ("", f"{advice.title}: van welk advies naar welk", "")
        yield from _columns((was, now, "combinaties", "aandeel"), advice.flows)
    for cause in advice.causes:
        yield from _cause_text(cause)
    for number, example in enumerate(advice.examples, start=1):
        yield from _example_text(number, example, was, now)


def _columns(head: Sequence[str], flows: Iterable[FlowLine]) -> Iterator[str]:
    rows = [head, *((f.before, f.after, f.count, f.share) for f in flows)]
    shown = [[_cut(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in shown) for i in range(4)]
    for before, after, count, share in shown:
        left = f"  {before:<{widths[0]}}  {after:<{widths[1]}}"
        yield f"{left}  {count:>{widths[2]}}  {share:>{widths[3]}}"


def _cut(text: str) -> str:
    return text if len(text) <= WIDE else f"{text[: WIDE - 1]}…"


def _cause_text(cause: CauseView) -> Iterator[str]:
    if cause.rules:
        yield from ("", f"Regels in ‘{cause.title}’", "")
    for rule in cause.rules:
        yield f"  {rule.how}: {rule.id}"
        yield from (f"    was:   {_said(one)}" for one in [rule.before] if one)
        yield from (f"    wordt: {_said(one)}" for one in [rule.after] if one)
    if cause.flows:
        yield from ("", f"Waar het advies verandert, beslist in ‘{cause.title}’", "")
    for flow in cause.flows:
        yield f"  {flow.share:>6}  {flow.before}"
        yield f"          wordt {flow.after}"
    if cause.more:
        yield f"          {more_told(cause.more)}"


def more_told(number: int) -> str:
    """That there are more pairs of rules than are shown."""
    return f"en bij nog {number} andere {'tweetal' if number == 1 else 'tweetallen'} van regels"


def _said(rule: RuleText) -> str:
    when = f"bij {rule.when}" if rule.when else ""
    when = f"({when})" if rule.gives and when else when
    said = " ".join(filter(None, (rule.gives, when)))
    return f"{said}. {rule.why}" if rule.why else said


def _example_text(number: int, example: ExampleView, was: str, now: str) -> Iterator[str]:
    yield from ("", f"Bijvoorbeeld ({number})", "")
    yield from (f"  {question} {answer}" for question, answer in example.answers)
    for name, outcome, reason in example.sides(was, now):
        yield f"  {name}: {outcome}. {reason}".rstrip()
    if example.note:
        yield f"  {example.note}"


def _block(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", title, "")
        yield from (f"  {line}" for line in lines)


def _sentences(text: str) -> list[str]:
    return [f"{part.removesuffix('.')}." for part in text.split(". ")]


# --- Markdown ------------------------------------------------------------------------------------


def as_markdown(view: View) -> str:
    """As Markdown, with every text escaped."""
    return "\n".join(_markdown(view)) + "\n"


def _markdown(view: View) -> Iterator[str]:
    yield from (f"# {_safe(view.title)}", "", f"**{_safe(view.sentence)}**", "")
    for side in view.sides:
        yield f"- {_safe(side.name)}: {_safe(side.title)} ({_safe(side.version)})"
    yield from (f"- Gemaakt op {view.day}", "", _safe(view.explained))
    yield from _list("Wat de vormen betekenen", view.forms)
    for advice in view.advices:
        yield from _advice_markdown(advice, view)
    yield from _list("Voorbeelden van de pakketten", (view.cases_told, *view.cases))
    yield from _list("Aandachtspunten", view.concerns)
    yield from _list("Vragen", view.questions)
    yield from _list("Wat er aan teksten, vormen en voorbeelden verandert", view.content)
    yield from ("", "## Zo is geteld", "")
    yield f"Er zijn {view.total} combinaties van antwoorden. {view.definition}"


def _advice_markdown(advice: AdviceView, view: View) -> Iterator[str]:
    was, now = (side.name for side in view.sides)
    if advice.flows:
        yield from ("", f"## {_safe(advice.title)}: van welk advies naar welk", "")
        yield from (f"| {was} | {now} | combinaties | aandeel |", "|---|---|---:|---:|")
        for flow in advice.flows:
            yield f"| {_safe(flow.before)} | {_safe(flow.after)} | {flow.count} | {flow.share} |"
    for cause in advice.causes:
        yield from _cause_markdown(cause)
    for number, example in enumerate(advice.examples, start=1):
        yield from ("", f"### Bijvoorbeeld ({number})", "")
        yield from (f"- {_safe(question)} {_safe(answer)}" for question, answer in example.answers)
        for name, outcome, reason in example.sides(was, now):
            yield f"- **{name}: {_safe(outcome)}.** {_safe(reason)}".rstrip()
        yield from (f"- {line}" for line in [example.note] if line)


def _cause_markdown(cause: CauseView) -> Iterator[str]:
    if cause.rules:
        yield from ("", f"### Welke regels dit doen: {_safe(cause.title)}", "")
    for rule in cause.rules:
        yield f"- {rule.how}: {_safe(rule.id)}"
        yield from (f"  - was: {_safe(_said(one))}" for one in [rule.before] if one)
        yield from (f"  - wordt: {_safe(_said(one))}" for one in [rule.after] if one)
    if cause.flows:
        yield from ("", f"Waar het advies verandert, beslist in ‘{_safe(cause.title)}’:", "")
    for flow in cause.flows:
        yield f"- {flow.share}"
        yield from (f"  - was: {_safe(flow.before)}", f"  - wordt: {_safe(flow.after)}")
    if cause.more:
        yield f"- {more_told(cause.more)}"


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {title}", "")
        yield from (f"- {_safe(line)}" for line in lines)


def _safe(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    flat = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in flat)
