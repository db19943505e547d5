"""The report of a check as lines of text, for who owns the pack."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from bot.rules.model.content import KnownFlaw
from bot.rules.prove.findings import Finding, Level
from bot.words.dates import in_words
from bot.words.numbers import count, share
from bot.workbench.controleer import wording
from bot.workbench.controleer.check import Check
from bot.workbench.controleer.check_names import Names
from bot.workbench.worked import Worked

WIDTH, INDENT = 96, 13
SHORT = 5
"""How many findings of one kind are shown that need no mending."""

Where = Callable[[Finding], str]
"""The file and line of a finding; empty when it has none."""


def as_text(found: Check, where: Where, *, everything: bool = False) -> str:
    """The whole report: the verdict first, then what was found, the gravest first."""
    return "\n".join([*_verdict(found), *_Report(found, where, everything).lines()])


def _verdict(found: Check) -> Iterator[str]:
    pack = found.pack
    wrong, doubts = len(found.of_level("fout")), len(found.of_level("let op"))
    yield wording.BROKEN if wrong else wording.SOUND_BUT if doubts else wording.SOUND
    yield f"{pack.title} ({pack.id}, versie {pack.version})"
    yield ""
    figures = {"faults": wording.faults(wrong), "warnings": wording.warnings(doubts)}
    if found.combinations is None:
        yield wording.ONLY_TEXT
        yield wording.COUNTED.format(**figures)
    else:
        yield wording.PROVED.format(count=count(found.combinations), **figures)
        right = sum(not one.wrong for one in found.cases)
        told = wording.CASES if found.cases else wording.NO_CASES
        yield told.format(right=right, all=len(found.cases))
    if known := len(found.known):
        yield wording.KNOWN_FLAWS.get(known, wording.KNOWN_FLAWS[2]).format(count=known)
    yield wording.DAY.format(day=in_words(found.on))


class _Report:
    """Turns findings into blocks of lines."""

    def __init__(self, found: Check, where: Where, everything: bool) -> None:
        self.found, self.where, self.everything = found, where, everything
        self.names = Names(found.pack)
        self.cases = {one.case.id: one for one in found.cases}

    def lines(self) -> Iterator[str]:
        """Every level in turn, and what the pack itself declares."""
        yield from self._level("fout")
        yield from self._level("let op")
        if self.found.known:
            yield from ("", f"{wording.KNOWN} ({len(self.found.known)})")
            for finding, flaw in self.found.known:
                yield from self._known(finding, flaw)
        yield from self._level("tip")

    def _level(self, level: Level) -> Iterator[str]:
        findings = self.found.of_level(level)
        if not findings:
            return
        yield from ("", f"{wording.LEVELS[level]} ({len(findings)})")
        kinds: dict[str, list[Finding]] = {}
        for finding in findings:
            kinds.setdefault(kind_of(finding), []).append(finding)
        for kind, alike in kinds.items():
            yield from self._kind(kind, alike, full=self.everything or level == "fout")

    def _kind(self, kind: str, findings: list[Finding], *, full: bool) -> Iterator[str]:
        words = wording.KINDS[kind]
        yield from ("", words.heading)
        shown = findings if full else findings[:SHORT]
        for finding in shown:
            yield from self._finding(finding)
        if len(shown) < len(findings):
            yield f"  {wording.MORE.format(count=len(findings) - len(shown))}"
        yield from ("",) if len(findings) > 1 else ()
        yield from _row(wording.TO_DO, self._to_do(kind, findings))

    def _to_do(self, kind: str, findings: list[Finding]) -> str:
        """What to do; a pack that is based on another can change or take away what that says."""
        first = findings[0]
        decision, _, row = first.about[0].partition(".")
        told = wording.IN_A_BASED_PACK.get(kind, "") if self.found.pack.based_on else ""
        if not told or (row and not self.names.is_row(decision, row)):
            return wording.KINDS[kind].to_do
        ids = [one.about[0].partition(".") for one in findings]
        rows = ", ".join(wording.ROW_GONE.format(row=id) for of, _, id in ids if of == decision)
        other = first.others[0].partition(".")[2] if first.others else ""
        return told.format(id=decision, rows=rows, other=other)

    def _finding(self, finding: Finding) -> Iterator[str]:
        yield from _wrapped(f"- {self.sentence(finding)}", "  ")
        if condition := self.names.condition(finding):
            yield from _rows(wording.CONDITION, condition)
        if finding.example is not None:
            told = self.names.example(finding.example)
            yield from _rows(wording.EXAMPLE, told or [wording.EVERYTHING])
        if place := self.where(finding):
            yield from _row(wording.WHERE, place)

    def _known(self, finding: Finding, flaw: KnownFlaw) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"- {self.sentence(finding)}", "  ")
        yield from _wrapped(f"  {flaw.explanation}", "  ")

    def sentence(self, finding: Finding) -> str:
        """What was found, in one sentence."""
        return sentence(finding, self.names, self.found.combinations or 0, self.cases)


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


def _row(label: str, text: str) -> Iterator[str]:
    yield from _rows(label, [text])


def _rows(label: str, texts: Iterable[str]) -> Iterator[str]:
    """Lines beside a label: ``  Waar       knowledge/…``."""
    for index, text in enumerate(texts):
        first = f"  {label if index == 0 else '':<{INDENT - 2}}"
        yield from _wrapped(f"{first}{text}", " " * INDENT)


def _wrapped(line: str, indent: str) -> list[str]:
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
