"""A pack checked: its rules proved, its worked cases tried, its upkeep looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import AnswerBook
from bot.rules.model.content import KnownFlaw
from bot.rules.model.pack import Pack, WorkedCase
from bot.rules.prove.findings import CASE_DIFFERS, Finding, Level, covers, gone
from bot.rules.prove.proof import Proof, prove
from bot.workbench.controleer.upkeep import upkeep
from bot.workbench.worked import Worked, worked

FLAW_GONE = "gebrek_weg"


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a pack on a day. ``known``: findings that the pack itself declares.

    ``combinations`` is None for a pack that gives no advice: then there is nothing to prove.
    """

    pack: Pack
    on: date
    combinations: int | None
    findings: tuple[Finding, ...]
    known: tuple[tuple[Finding, KnownFlaw], ...]
    cases: tuple[Worked, ...]

    def of_level(self, level: Level) -> tuple[Finding, ...]:
        """The findings of one level, in order."""
        return tuple(finding for finding in self.findings if finding.level == level)

    def passes(self, *, strict: bool) -> bool:
        """Whether nothing has to be mended; ``strict``: nor to be looked at."""
        return not (self.of_level("fout") or (strict and self.of_level("let op")))


def check(
    compiled: Compiled,
    on: date,
    cases: Iterable[tuple[WorkedCase, AnswerBook]],
    *,
    local: bool,
    others: Iterable[Finding] = (),
) -> Check:
    """Check a pack that was compiled for this day. ``others``: what was found elsewhere,
    in its texts and in what it says of other packs.

    ``local``: it is somebody's own, based on another pack. Raises TooComplex.
    """
    pack = compiled.pack
    proof = prove(compiled) if pack.advices else Proof(0, ())
    tried = tuple(worked(compiled, case, book) for case, book in cases) if pack.advices else ()
    differing = (Finding(CASE_DIFFERS, "fout", (one.case.id,)) for one in tried if one.wrong)
    findings = (*proof.findings, *differing, *upkeep(pack, on, local=local), *others)
    known = tuple(_known(pack, findings))
    rest = [one for one in findings if one not in [finding for finding, _ in known]]
    return Check(
        pack=pack,
        on=on,
        combinations=proof.combinations if pack.advices else None,
        findings=(*rest, *_mended(pack, findings)),
        known=known,
        cases=tried,
    )


def _known(pack: Pack, findings: Iterable[Finding]) -> Iterator[tuple[Finding, KnownFlaw]]:
    for finding in findings:
        flaw = next((flaw for flaw in pack.known_flaws if covers(flaw, finding)), None)
        if flaw is not None:
            yield finding, flaw


def _mended(pack: Pack, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Known flaws that are not found any more."""
    for flaw in pack.known_flaws:
        mended = gone(flaw, findings)
        if mended:
            yield Finding(FLAW_GONE, "let op", mended, detail=flaw.kind)
