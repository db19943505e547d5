"""The report of a check as lines of text, for who owns the pack."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from bot.rules.prove.findings import Finding
from bot.words.numbers import count, share
from bot.workbench.controleer import wording
from bot.workbench.controleer.check import Check
from bot.workbench.controleer.check_names import Names
from bot.workbench.plain_text import WIDTH, templates
from bot.workbench.worked import Worked

INDENT = 13
SHORT = 5
"""How many findings of one kind are shown that need no mending."""

Tips = Mapping[tuple[str, ...], str]
NO_TIPS: Tips = {}
Where = Callable[[Finding], str]
"""The file and line of a finding; empty when it has none."""


def as_text(check: Check, where: Where, tips: Tips = NO_TIPS, *, everything: bool = False) -> str:
    """The whole report: the verdict first, then what was found, the gravest first. ``tips``: what
    to do with some of the findings, where that was tried."""
    report = _Report(check, where, tips)
    here = templates(
        whole=_whole, rows=_rows, by_kind=_by_kind, count_of=count,
    )  # fmt: skip
    text = here.get_template("controleer/rapport.txt.j2").render(
        check=check, sentence=report.sentence, beside=report.beside, to_do=report.to_do,
        everything=everything, short=SHORT, kinds=wording.KINDS, levels=wording.LEVELS,
        to_do_label=wording.TO_DO,
    )  # fmt: skip
    return text.rstrip("\n")


def _by_kind(findings: Iterable[Finding]) -> Iterable[tuple[str, list[Finding]]]:
    """The findings by the kind of words that they ask for, in order."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(kind_of(finding), []).append(finding)
    return kinds.items()


class _Report:
    """What is said of the findings of one check."""

    def __init__(self, found: Check, where: Where, tips: Tips) -> None:
        self.found, self.where, self.tips = found, where, tips
        self.names = Names(found.pack)
        self.cases = {case.case.id: case for case in found.cases}

    def sentence(self, finding: Finding) -> str:
        """What was found, in one sentence."""
        return sentence(finding, self.names, self.found.combinations or 0, self.cases)

    def beside(self, finding: Finding) -> Iterator[tuple[str, list[str]]]:
        """What stands below a finding: the condition that never holds, an example, its place."""
        if condition := self.names.condition(finding):
            yield wording.CONDITION, condition
        if finding.example is not None:
            yield wording.EXAMPLE, self.names.example(finding.example) or [wording.EVERYTHING]
        if place := self.where(finding):
            yield wording.WHERE, [place]
        if finding.about in self.tips:
            yield wording.TO_DO, [self.tips[finding.about]]

    def to_do(self, kind: str, findings: list[Finding]) -> str:
        """What to do; a pack that is based on another can change or take away what that says.
        Empty where each finding says that itself."""
        findings = [finding for finding in findings if finding.about not in self.tips]
        if not findings:
            return ""
        words, first = wording.KINDS[kind], findings[0]
        decision, _, row = first.about[0].partition(".")
        on_top = words.on_top if self.found.pack.based_on else ""
        if not on_top or (row and not self.names.is_row(decision, row)):
            return words.to_do
        ids = [finding.about[0].partition(".") for finding in findings]
        rows = ", ".join(wording.ROW_GONE.format(row=id) for of, _, id in ids if of == decision)
        other = first.others[0].partition(".")[2] if first.others else ""
        return on_top.format(id=decision, rows=rows, other=other)


def kind_of(finding: Finding) -> str:
    """The kind of words that a finding asks for: some kinds of finding have two."""
    if finding.kind == "rij_verborgen" and not finding.others:
        return "schuif_verborgen"
    if finding.kind == "rij_nooit" and finding.level == "tip":
        return "vak_nooit"
    if finding.kind == "optie_zonder_gevolg" and len(finding.about) > 1:
        return "opties_gelijk"
    return finding.kind


def sentence(finding: Finding, names: Names, combinations: int, cases: Mapping[str, Worked]) -> str:
    """What was found, in one sentence."""
    part = Fraction(finding.count or 0, combinations or 1)
    told = wording.KINDS[kind_of(finding)].sentence.format(
        it=names.subject(finding),
        others=_others(finding, names),
        detail=_differing(cases.get(finding.about[0]), finding),
        combinations=wording.combinations(finding.count or 0, count(finding.count or 0)),
        share=share(part),
    )
    return told.strip().replace("..", ".").replace("….", "…")


def _others(finding: Finding, names: Names) -> str:
    if finding.fall is not None and finding.example is not None:
        return names.fall(finding.example, finding.fall, finding.about[0])
    rows = names.rows(finding.others)
    if finding.kind != "vorm_onbereikbaar":
        return rows
    if not finding.others:
        return names.band(finding.about[0]) or wording.GIVEN_BY_NONE
    many = wording.GIVEN_BY_MORE if len(finding.others) > 1 else wording.GIVEN_BY
    return many.format(rows=rows)


def _differing(case: Worked | None, finding: Finding) -> str:
    """How a worked case comes out otherwise; of another finding its own detail."""
    if case is None or finding.kind != "voorbeeld_anders":
        return finding.detail
    told = "; ".join(
        (wording.EXPECTED_PART if cell else wording.EXPECTED).format(
            cell=cell,
            found=f"‘{case.found.get(cell, '?')}’",
            expected=f"‘{case.case.expected[cell]}’",
        )
        for cell in case.wrong
    )
    if not case.silent:
        return told
    return f"{told}. " + wording.SILENT.format(names=", ".join(f"‘{n}’" for n in case.silent))


def _rows(texts: Iterable[str], label: str) -> str:
    """Lines beside a label: ``  Waar       knowledge/…``."""
    return "\n".join(
        _whole(f"  {'' if index else label:<{INDENT - 2}}{text}", " " * INDENT)
        for index, text in enumerate(texts)
    )


def _whole(line: str, hanging: str) -> str:
    """The line over as many lines as it needs, with every word whole."""
    return textwrap.fill(
        line, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
