"""``kennis neem-over``: make the changes of a proposal in the files of a pack."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import SettingError, Settings

if TYPE_CHECKING:
    from bot.packs.adopt import Plan
    from bot.packs.proposal import Proposal
    from bot.rules.pack import Pack

HELP = "neem een voorstel over in een pakket"
MOST_CASES = 10
"""How many worked cases that come out otherwise are shown."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which proposal, and in which pack."""
    parser.add_argument("voorstel", metavar="VOORSTEL", help="het bestand van stel-voor")
    parser.add_argument("--in", dest="pak", metavar="PAKKET", required=True, help="in welk pakket")
    parser.add_argument("--droog", action="store_true", help="laat alleen zien wat er verandert")
    parser.add_argument("--terug", action="store_true", help="draai het voorstel terug")
    parser.add_argument(
        "--ook-bij-verschil",
        dest="ook",
        action="store_true",
        help="ook wat hier al anders is geworden",
    )


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Show what it does, write it, and load the pack again; 1 when something did not fit."""
    from bot.commands.knowledge.which import folder_named, pack_named
    from bot.packs.adopt import AdoptError

    path = Path(given.voorstel)
    if not path.is_file():
        raise SettingError(f"Het bestand '{path}' is er niet.")
    folder, pack = folder_named(settings, given.pak), pack_named(settings, given.pak)
    try:
        found = _plan(given, settings, folder, pack)
        _show(found, given.ook)
        if found.changed:
            _show_effect(_foreseen(found, settings, pack), pack)
        if given.droog or not found.changed:
            print("Er is niets geschreven.")
            return 1 if found.conflicts else 0
        _carry_out(found, given, settings)
    except AdoptError as error:
        print(f"{error}\nEr is niets veranderd.", file=sys.stderr)
        return 1
    except OSError as error:
        refused = f"Ik kan in '{folder}' niet schrijven. Er is niets veranderd."
        raise SettingError(refused) from error
    return 1 if found.conflicts and not given.ook else 0


def _plan(given: argparse.Namespace, settings: Settings, folder: Path, pack: Pack) -> Plan:
    """What to write. Taking back puts the files back as they were, when that is still known."""
    from bot.packs.adopt import plan, put_back
    from bot.packs.proposal import read_proposal
    from bot.packs.undo import remembered

    path = Path(given.voorstel)
    proposal = read_proposal(path)
    if given.terug:
        files = remembered(_memory(settings), path.read_bytes(), folder)
        if files is not None:
            return put_back(folder, files)
        proposal = proposal.reversed
    _warn(proposal, pack)
    return plan(folder, proposal.changes, force=given.ook, search=[settings.knowledge])


def _memory(settings: Settings) -> Path:
    """Where is kept how files were before a proposal was taken over."""
    return settings.data / "overgenomen"


def _carry_out(found: Plan, given: argparse.Namespace, settings: Settings) -> None:
    """Write it, remember how it was, and tell what the pack is now."""
    from bot.packs.adopt import carry_out
    from bot.packs.undo import forget, remember

    changed = found.changed
    pack = carry_out(found, search=[settings.knowledge])
    place, proposal = _memory(settings), Path(given.voorstel).read_bytes()
    with suppress(OSError):  # then it can still be taken back, as an edit
        if given.terug:
            forget(place, proposal, found.folder)
        else:
            remember(place, proposal, found.folder, found.before, changed)
    _told(pack, changed, given)


# --- what it does ------------------------------------------------------------------------------


def _foreseen(found: Plan, settings: Settings, pack: Pack) -> Pack:
    """The pack as it would be; it tells which packs on top of it would not load any more."""
    from bot.packs.adopt import AdoptError
    from bot.packs.errors import PackError
    from bot.packs.foresee import foresee

    seen = foresee(found.folder, found.changed, settings.knowledge)
    if seen.loaded.pack is None:
        raise AdoptError(f"Daarna laadt het pakket niet:\n{PackError(seen.loaded.problems)}")
    for id, problems in seen.broken.items():
        print(
            f"Let op: ‘{id}’ is gebaseerd op ‘{pack.id}’, en laadt hierna niet meer:\n"
            f"{PackError(problems)}\n"
            f"Pas ‘{id}’ dan ook aan: haal weg wat nu al in ‘{pack.id}’ staat. "
            f"Kijk daarna met: samenwerkwijzer kennis controleer {id}",
            file=sys.stderr,
        )
    return seen.loaded.pack


def _show_effect(after: Pack, before: Pack) -> None:
    """What it does to the advice, and which worked cases come out otherwise."""
    from bot.commands.knowledge.compare import compared
    from bot.commands.knowledge.days import today
    from bot.insight.comparison import view

    if not (before.advices and after.advices):
        return
    day = today()
    shown = view(*compared(before, after, day), ("", ""), day)
    lines = [shown.sentence, shown.cases_told, *shown.cases[:MOST_CASES]]
    rest = len(shown.cases) - MOST_CASES
    print("\nWat dit doet met het advies:")
    print("\n".join(f"  {line}" for line in lines))
    print(f"  En nog {rest}.\n" if rest > 0 else "")


def _warn(proposal: Proposal, pack: Pack) -> None:
    base = proposal.base
    if pack.id != base.id:
        print(f"Let op: dit voorstel is voor ‘{base.id}’, niet voor ‘{pack.id}’.", file=sys.stderr)
    elif pack.version != base.version:
        print(
            f"Let op: ‘{pack.id}’ is sinds het voorstel veranderd "
            f"(toen {base.version}, nu {pack.version}). "
            "Ik neem over wat hier nog hetzelfde is als toen.",
            file=sys.stderr,
        )


def _show(found: Plan, forced: bool) -> None:
    """The difference, file by file, and what did not fit."""
    for path, content in found.changed.items():
        before, after = (
            raw.decode("utf-8-sig").splitlines(keepends=True)
            for raw in (found.before[path], content)
        )
        for line in unified_diff(before, after, f"{path} (was)", f"{path} (wordt)", n=2):
            print(line, end="" if line.endswith("\n") else "\n")
    done = sum(1 for _, status in found.statuses if status == "done")
    if done:
        verb = "stond" if done == 1 else "stonden"
        told = f"{done} van de {len(found.statuses)} veranderingen {verb} er al."
        print(told, file=sys.stderr)
    if found.conflicts:
        verb = "Toch overgenomen" if forced else "Niet overgenomen"
        print(f"{verb}, want hier is het al anders:", file=sys.stderr)
        for change in found.conflicts:
            print(f"  {' / '.join(change.path)}", file=sys.stderr)
        if not forced:
            print("Wil je dit toch? Gebruik --ook-bij-verschil.", file=sys.stderr)


def _told(pack: Pack, changed: Iterable[Path], given: argparse.Namespace) -> None:
    """What the pack is now, and how to go back."""
    from bot.packs.proposal import read_proposal
    from bot.packs.revision import RevisionError, undo_line

    proposal = read_proposal(Path(given.voorstel))
    wanted = proposal.base if given.terug else proposal.result
    whose = "de versie van eerst" if given.terug else "precies wat de maker had"
    told = f" Dat is {whose}." if pack.version == wanted.version else ""
    print(f"‘{pack.id}’ heeft nu versie {pack.version}.{told}")
    if given.terug:
        return
    print(f"Terugdraaien: kennis neem-over {given.voorstel} --in {given.pak} --terug")
    try:
        line = undo_line(list(changed))
    except RevisionError:
        line = ""
    if line:
        print(f"Of alles sinds je laatste commit: {line}")
