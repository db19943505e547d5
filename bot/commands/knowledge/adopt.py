"""``kennis neem-over``: make the changes of a proposal in the files of a pack."""

from __future__ import annotations

import argparse
import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import SettingError, Settings

if TYPE_CHECKING:
    from bot.packs.adopt import Plan
    from bot.packs.proposal import Proposal
    from bot.rules.pack import Pack

HELP = "neem een voorstel over in een pakket"


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
    """Show the difference, write it, and load the pack again; 1 when something did not fit."""
    from bot.commands.knowledge.which import folder_named, pack_named
    from bot.packs.adopt import AdoptError, carry_out, plan
    from bot.packs.proposal import read_proposal

    path = Path(given.voorstel)
    if not path.is_file():
        raise SettingError(f"Het bestand '{path}' is er niet.")
    proposal = read_proposal(path)
    if given.terug:
        proposal = proposal.reversed
    folder, search = folder_named(settings, given.pak), [settings.knowledge]
    _warn(proposal, pack_named(settings, given.pak))
    refused = f"Ik kan in '{folder}' niet schrijven. Er is niets veranderd."
    try:
        found = plan(folder, proposal.changes, force=given.ook, search=search)
        _show(found, given.ook)
        if given.droog or not found.changed:
            print("Er is niets geschreven.")
            return 1 if found.conflicts else 0
        _told(proposal, carry_out(found, search=search), found, given)
    except AdoptError as error:
        print(f"{error}\nEr is niets veranderd.", file=sys.stderr)
        return 1
    except OSError as error:
        raise SettingError(refused) from error
    return 1 if found.conflicts and not given.ook else 0


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
    for path in found.changed:
        before = found.before.get(path, "").splitlines(keepends=True)
        after = found.after[path].splitlines(keepends=True)
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


def _told(proposal: Proposal, pack: Pack, found: Plan, given: argparse.Namespace) -> None:
    """What the pack is now, and how to go back."""
    from bot.packs.revision import RevisionError, undo_line

    same = pack.version == proposal.result.version
    whose = "de versie van eerst" if given.terug else "precies wat de maker had"
    told = f" Dat is {whose}." if same else ""
    print(f"‘{pack.id}’ heeft nu versie {pack.version}.{told}")
    if not given.terug:
        print(f"Terugdraaien: kennis neem-over {given.voorstel} --in {given.pak} --terug")
    try:
        line = undo_line(list(found.changed))
    except RevisionError:
        line = ""
    if line:
        print(f"Of alles sinds je laatste commit: {line}")
