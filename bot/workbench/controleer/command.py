"""``kennis controleer``: is a pack sound, over every combination of answers?"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from bot.clock import day_of
from bot.command_line.verbs import argument, flag, option, verb
from bot.packs.answers import book_of_case
from bot.packs.inherit.merge import left_out
from bot.packs.load import Loaded, Loader, link_problems, loader_of
from bot.rules.diagram.compile import compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.model.pack import Pack
from bot.rules.prove.findings import Finding
from bot.rules.prove.space import Example
from bot.settings import Settings
from bot.workbench.controleer import wording
from bot.workbench.controleer.check import Check, check
from bot.workbench.controleer.check_names import Names
from bot.workbench.controleer.check_text import Tips, as_text, sentence
from bot.workbench.controleer.places import find, own
from bot.workbench.controleer.tips import tips
from bot.workbench.controleer.untried import cases_gone, rows_untried
from bot.workbench.taal.collect import collect
from bot.workbench.taal.measures import ToolMissing
from bot.workbench.taal.report import report
from bot.workbench.taal.spelling import load_speller, no_speller
from bot.workbench.which import folder_named
from bot.workbench.wording import FOR_A_PROGRAM, PACK_OR_FOLDER

FILLED_IN = wording.KINDS["velden_weg"].lists
"""The lists of items that are mostly text, and that an editor means to change a little."""

OF_THE_PACK = ("contact", "gecontroleerd_op")
"""What a pack says of itself: it is mended in its own file, also when it was taken over."""


MUCH = 3
"""How many keys an item may leave out before an editor is asked whether that is meant."""

PLACED = ("tekst", "verwijzing")
"""The kinds of findings that are about a piece of a file, and say themselves where that is."""


@verb()
@argument("name", metavar="PAKKET", required=False, help=PACK_OR_FOLDER)
@option("--op", "day", metavar="DAG", help=wording.HELP_DAY)
@flag("--streng", "strict", help=wording.HELP_STRICT)
@flag("--alles", "everything", help=wording.HELP_EVERYTHING)
@flag("--zonder-taal", "unmeasured", help=wording.HELP_UNMEASURED)
@flag("--json", "plain", help=FOR_A_PROGRAM)
def controleer(
    settings: Settings,
    name: str | None,
    day: str | None,
    *,
    strict: bool,
    everything: bool,
    unmeasured: bool,
    plain: bool,
) -> int:
    """Check a pack and tell what was found: 1 when something has to be mended."""
    on = day_of(day)
    folder = folder_named(settings, name or settings.pack)
    loader = loader_of(folder, [settings.knowledge])
    loaded = loader.load(folder)
    texts = () if unmeasured else tuple(_texts(folder))
    others = (*_links(loaded, loader), *_left_out(loaded), *cases_gone(loaded), *texts)
    found = _checked(loaded, loaded.checked(), on, others)
    if plain:
        print(json.dumps(as_plain(found, loaded), ensure_ascii=False, indent=2))
    else:
        tried = _tried(found, loaded, others)
        print(as_text(found, _places(loaded), tried, everything=everything))
    return 0 if found.passes(strict=strict) else 1


def _links(loaded: Loaded, loader: Loader) -> Iterator[Finding]:
    """What ``gelijk_aan`` says of another pack, and that pack does not have."""
    for problem in link_problems(loaded, loader):
        where = f"{problem.file}:{problem.line}"
        yield Finding("verwijzing", "fout", (problem.path, where), detail=problem.told)


def _left_out(loaded: Loaded) -> Iterator[Finding]:
    """Items that take the place of one of the pack below, and leave out much of what it says."""
    if loaded.under is None:
        return
    for key in FILLED_IN:
        for item, lost in left_out(loaded.under, loaded.root, key):
            if len(lost) >= MUCH:
                told = ", ".join(f"‘{name}’" for name in lost)
                yield Finding("velden_weg", "tip", (item,), detail=told)


def _tried(check: Check, loaded: Loaded, others: tuple[Finding, ...]) -> Tips:
    """What to do with the rules that do nothing, each tried on a copy."""

    def is_own(finding: Finding) -> bool:
        place = find(loaded.root, finding.about[0], wording.KINDS[finding.kind].lists)
        return place is not None and own(loaded, place)

    with suppress(TooComplex):
        return tips(check, lambda pack: _checked(loaded, pack, check.on, others), is_own)
    return {}


def _checked(loaded: Loaded, pack: Pack, day: date, others: tuple[Finding, ...]) -> Check:
    """The check of a pack, or of a changed copy of it."""
    cases = [(case, book_of_case(pack, case, day)) for case in pack.cases]
    local, compiled = "gebaseerd_op" in loaded.root, compile_pack(pack, day)
    books = [book for _, book in cases]
    untried = rows_untried(compiled, books, loaded) if local and pack.advices else ()
    return check(compiled, day, cases, local=local, others=(*others, *untried))


# --- texts --------------------------------------------------------------------------------------


def _texts(folder: Path) -> Iterator[Finding]:
    """What measuring the pack's own texts gives; what can not be measured here is said."""
    try:
        try:
            speller = load_speller()
        except ToolMissing as missing:
            print(wording.NOT_SPELLED.format(missing), file=sys.stderr)
            speller = no_speller()
        faults = report(collect(folder), speller).faults
    except ToolMissing as missing:
        print(wording.NOT_MEASURED.format(missing), file=sys.stderr)
        return
    for fault in faults:
        detail = f"{fault.what}: {fault.figure}"
        yield Finding("tekst", "let op", (fault.text.id, fault.text.where), detail=detail)


# --- where it stands ----------------------------------------------------------------------------


def _places(loaded: Loaded) -> Callable[[Finding], str]:
    def where(finding: Finding) -> str:
        if finding.kind in PLACED:
            return finding.about[1]
        if finding.kind == "gebrek_weg":
            place = loaded.root.at("bekende_gebreken")
            return f"{place.file}:{place.line}"
        sections = wording.KINDS[finding.kind].lists
        found = find(loaded.root, finding.about[0], sections)
        if found and sections[0] in OF_THE_PACK and not own(loaded, found):
            found = loaded.root.place
        return f"{found.file}:{found.line}" if found else ""

    return where


# --- for a program ------------------------------------------------------------------------------


def as_plain(found: Check, loaded: Loaded) -> dict[str, Any]:
    """The whole check with Dutch keys; an example can be handed to ``advies`` as it is."""
    known = [
        _finding(found, loaded, one) | {"uitleg": flaw.explanation} for one, flaw in found.known
    ]
    return {
        "pakket": found.pack.id,
        "versie": found.pack.version,
        "dag": found.on.isoformat(),
        "in_orde": found.passes(strict=False),
        "combinaties": found.combinations,
        "fouten": len(found.of_level("fout")),
        "let_op": len(found.of_level("let op")),
        "voorbeelden": {
            "aantal": len(found.cases),
            "anders": [one.case.id for one in found.cases if one.wrong],
        },
        "bevindingen": [_finding(found, loaded, one) for one in found.findings],
        "bekend": known,
    }


def _finding(found: Check, loaded: Loaded, finding: Finding) -> dict[str, Any]:
    cases = {one.case.id: one for one in found.cases}
    file, _, line = _places(loaded)(finding).rpartition(":")
    plain: dict[str, Any] = {
        "soort": finding.kind,
        "ernst": finding.level,
        "bij": list(finding.about[:1] if finding.kind in PLACED else finding.about),
        "tekst": sentence(finding, Names(found.pack), found.combinations or 0, cases),
        "bestand": file or None,
        "regel": int(line) if line.isdecimal() else None,
    }
    if finding.others:
        plain["door"] = list(finding.others)
    if finding.count is not None:
        plain["combinaties"] = finding.count
    if finding.example is not None:
        plain["voorbeeld"] = _answers(finding.example)
    if finding.fall is not None:
        plain["met_meer"] = _answers(finding.fall.more)
        plain["van"], plain["naar"] = finding.fall.outcomes
    return plain


def _answers(example: Example) -> dict[str, object]:
    return {name: _raw(value) for name, value in example.items()}


def _raw(value: object) -> object:
    """A value as an answer file has it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, str):
        return value
    number = float(value)  # type: ignore[arg-type]
    return int(number) if number.is_integer() else number
