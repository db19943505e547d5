"""A comparison as one HTML page that a council can read: no network, no script, prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from bot.words.phrases import capital
from bot.workbench.vergelijk.comparison import (
    AdviceView,
    ExampleView,
    FlowLine,
    RuleLine,
    RuleText,
    View,
)
from bot.workbench.vergelijk.text import more_told

STYLE = """
:root { --ink: #1c2430; --soft: #5a6472; --line: #d9dee5; --blue: #154273; --pale: #eef3f8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 50rem; color: var(--ink);
  background: #fff; font: 1rem/1.55 "Source Sans 3", "Segoe UI", "Noto Sans", Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .75rem; color: var(--blue);
  text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; padding-top: .9rem;
  border-top: 2px solid var(--blue); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
p { margin: 0 0 .8rem; max-width: 42rem; }
.lead { font-size: 1.25rem; line-height: 1.45; margin-bottom: 1.4rem; }
.meter { height: .9rem; background: var(--pale); border-radius: .45rem; overflow: hidden;
  margin: 0 0 .4rem; }
.meter span { display: block; height: 100%; background: var(--blue); min-width: 3px; }
.meter-text { color: var(--soft); font-size: .9rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem;
  margin: 0 0 1.6rem; font-size: .95rem; }
dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; font-size: .97rem; }
th, td { text-align: left; padding: .45rem .7rem .45rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { color: var(--soft); font-weight: 600; border-bottom-color: var(--ink); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
  padding-right: 0; padding-left: .7rem; }
.bar { display: block; height: .5rem; background: var(--blue); border-radius: .25rem;
  min-width: 2px; margin-top: .5rem; }
td.bars { width: 22%; }
.rule, .example { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem;
  margin: 0 0 .8rem; break-inside: avoid; }
.rule p, .example p { margin: 0; }
.tag { display: inline-block; font-size: .8rem; font-weight: 600; color: var(--blue);
  background: var(--pale); border-radius: .25rem; padding: .1rem .5rem; margin-right: .5rem; }
.id { color: var(--soft); font-size: .85rem; font-family: ui-monospace, Consolas, monospace; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.4rem; margin-top: .6rem; }
.sides > div { border-top: 3px solid var(--line); padding-top: .4rem; }
.sides > div:last-child { border-top-color: var(--blue); }
.side { color: var(--soft); font-size: .85rem; }
.outcome { font-weight: 700; }
.when { color: var(--soft); font-size: .92rem; }
ul.answers { margin: 0 0 .2rem; padding: 0; list-style: none; }
ul.answers b { font-weight: 600; }
ul { padding-left: 1.2rem; margin: 0 0 .8rem; } li { margin: .2rem 0; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line);
  color: var(--soft); font-size: .88rem; }
@media (max-width: 34rem) { .sides { grid-template-columns: 1fr; } td.bars, th.bars
  { display: none; } }
@page { size: A4; margin: 18mm 18mm 20mm; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; }
  h1 { font-size: 20pt; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
  .meter, .meter span, .bar, .tag, .sides > div
    { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


def as_page(view: View) -> str:
    """The page; every text in it is escaped."""
    return "\n".join(_page(view)) + "\n"


def _page(view: View) -> Iterator[str]:
    title = escape(view.title)
    yield '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{title}</h1>\n<p class=lead>{escape(view.sentence)}</p>"
    yield from _meter(view)
    yield "<dl class=facts>"
    for side in view.sides:
        yield f"<dt>{escape(side.name)}</dt>"
        yield f"<dd>{escape(side.title)} <span class=id>{escape(side.version)}</span></dd>"
    yield f"<dt>gemaakt op</dt><dd>{escape(view.day)}</dd></dl>"
    yield f"<p>{escape(view.explained)}</p>"
    yield from _list("Wat de vormen betekenen", view.forms)
    for advice in view.advices:
        yield from _advice(advice, view)
    yield from _list("Wat dit doet met de voorbeelden", (view.cases_told, *view.cases))
    yield from _list("Aandachtspunten", view.concerns)
    yield from _list("Vragen en antwoorden", view.questions)
    yield from _list("Wat er aan teksten, vormen en voorbeelden verandert", view.content)
    yield from _details(view)
    yield "</main>\n<footer>"
    yield f"<p><b>Zo is geteld.</b> Er zijn {view.total} combinaties van antwoorden."
    yield f"{escape(view.definition)}</p>"
    yield "<p>Het advies is een advies: college en raad beslissen.</p>"
    yield "</footer>\n</body>\n</html>"


def _meter(view: View) -> Iterator[str]:
    if len(view.advices) == 1 and view.advices[0].flows:
        yield f'<div class=meter><span style="width:{_percent(view.advices[0].part)}"></span></div>'
        yield "<p class=meter-text>De hele balk is elke combinatie van antwoorden. "
        yield "Het donkere deel krijgt een ander advies.</p>"


def _percent(part: float) -> str:
    return f"{100 * part:.2f}%"


def _advice(advice: AdviceView, view: View) -> Iterator[str]:
    was, now = (escape(side.name) for side in view.sides)
    if advice.flows:
        yield f"<h2>{escape(advice.title)}: van welk advies naar welk</h2>"
        yield from _flows(advice.flows, was, now)
    changed = [cause for cause in advice.causes if cause.rules]
    if changed:
        yield "<h2>Welke regels dit doen</h2>"
    for cause in changed:
        yield f"<h3>{escape(cause.title)}</h3>"
        for rule in cause.rules:
            yield from _rule(rule, was, now)
    if advice.examples:
        yield "<h2>Voorbeelden die het verschil laten zien</h2>"
        yield "<p>Deze antwoorden zijn genoeg. Wat je verder antwoordt, maakt niet uit.</p>"
        for example in advice.examples:
            yield from _example(example, was, now)


def _flows(flows: Iterable[FlowLine], was: str, now: str) -> Iterator[str]:
    yield f"<table><thead><tr><th>{was}<th>{now}<th class=bars>"
    yield "<th class=n>combinaties<th class=n>aandeel</tr></thead><tbody>"
    listed = list(flows)
    most = max((flow.part for flow in listed), default=1.0) or 1.0
    for flow in listed:
        bar = f'<span class=bar style="width:{_percent(flow.part / most)}"></span>'
        yield f"<tr><td>{escape(flow.before)}<td>{escape(flow.after)}<td class=bars>{bar}"
        yield f"<td class=n>{flow.count}<td class=n>{flow.share}</tr>"
    yield "</tbody></table>"


def _details(view: View) -> Iterator[str]:
    """Which rules decide where the advice changes: for who wants to know exactly."""
    was, now = (escape(side.name) for side in view.sides)
    causes = [cause for advice in view.advices for cause in advice.causes if cause.flows]
    if causes:
        yield "<h2>Voor wie het precies wil weten</h2>"
        yield "<p>Waar het advies verandert, beslissen deze regels.</p>"
    for cause in causes:
        yield f"<h3>{escape(cause.title)}</h3>"
        yield f"<table><thead><tr><th>{was}<th>{now}<th class=n>aandeel</tr></thead><tbody>"
        for flow in cause.flows:
            yield f"<tr><td>{escape(flow.before)}<td>{escape(flow.after)}"
            yield f"<td class=n>{flow.share}</tr>"
        yield "</tbody></table>"
        if cause.more:
            yield f"<p class=when>{capital(more_told(cause.more))}.</p>"


def _rule(rule: RuleLine, was: str, now: str) -> Iterator[str]:
    yield f"<div class=rule><p><span class=tag>{rule.how}</span>"
    yield f"{escape(rule.id)}</p><div class=sides>"
    for name, side in ((was, rule.before), (now, rule.after)):
        yield f"<div><p class=side>{name}</p>{_rule_side(side)}</div>"
    yield "</div></div>"


def _rule_side(rule: RuleText | None) -> str:
    if rule is None:
        return "<p class=when>deze regel is er niet</p>"
    parts = [
        f"<p class=outcome>{escape(rule.gives)}</p>" if rule.gives else "",
        f"<p>{escape(rule.why)}</p>" if rule.why else "",
        f"<p class=when>Geldt bij: {escape(rule.when)}</p>" if rule.when else "",
    ]
    return "".join(parts)


def _example(example: ExampleView, was: str, now: str) -> Iterator[str]:
    yield "<div class=example><ul class=answers>"
    for question, answer in example.answers:
        yield f"<li>{escape(question)} <b>{escape(answer)}</b></li>"
    yield "</ul><div class=sides>"
    for name, outcome, reason in example.sides(was, now):
        yield f"<div><p class=side>{name}</p><p class=outcome>{escape(outcome)}</p>"
        yield f"<p class=when>{escape(reason)}</p></div>"
    yield "</div>"
    if example.note:
        yield f"<p class=when>{escape(example.note)}</p>"
    yield "</div>"


def _list(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"<h2>{escape(title)}</h2><ul>"
        yield from (f"<li>{escape(line)}</li>" for line in lines)
        yield "</ul>"
