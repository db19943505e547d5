"""``kennis neem-over``: make the changes of a proposal in the files of a pack."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.clock import today
from bot.command_line import argument, flag, option, verb
from bot.packs.errors import PackError
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench.revision import RevisionError, undo_line
from bot.workbench.vergelijk.command import compared
from bot.workbench.vergelijk.comparison import view
from bot.workbench.voorstel.adopt import AdoptError, Plan, carry_out, plan, put_back
from bot.workbench.voorstel.adopt_text import change_lines, conflict_lines, diff_lines, undone_lines
from bot.workbench.voorstel.foresee import foresee
from bot.workbench.voorstel.proposal import Proposal, read_proposal
from bot.workbench.voorstel.undo import Undone, forget, remember, remembered
from bot.workbench.which import folder_named, pack_named

MOST_CASES = 10
"""How many worked cases that come out otherwise are shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked: which proposal, in which pack, and how."""

    proposal: Path
    into: str
    dry: bool
    back: bool
    force: bool
    full: bool


@verb()
@argument("proposal", metavar="VOORSTEL", help="het bestand van stel-voor")
@option("--in", "into", metavar="PAKKET", required=True, help="in welk pakket")
@flag("--droog", "dry", help="laat alleen zien wat er verandert")
@flag("--terug", "back", help="draai het voorstel terug")
@flag("--ook-bij-verschil", "force", help="ook wat hier al anders is geworden")
@flag("-v", "--uitgebreid", "full", help="laat elke regel van de bestanden zien")
def neem_over(settings: Settings, proposal: str, into: str, **how: bool) -> int:
    """Show what it does, write it, and load the pack again; 1 when something did not fit."""
    given = Wish(Path(proposal), into, **how)
    if not given.proposal.is_file():
        raise SettingError(f"Het bestand '{given.proposal}' is er niet.")
    folder, pack = folder_named(settings, given.into), pack_named(settings, given.into)
    try:
        files = _remembered(given, settings, folder)
        found = _plan(given, settings, folder, pack, files)
        if found.target is None:
            _show_files(files, found)
        if found.changed:
            _show_effect(_foreseen(found, settings, pack), pack)
        _show(found, given, pack)
        if given.dry or not found.changed:
            print("Er is niets geschreven.")
        else:
            _carry_out(found, given, settings)
    except AdoptError as error:
        print(f"{error}\nEr is niets veranderd.{_advice(given)}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # somebody reads no further: no trouble with the files
        raise
    except OSError as error:
        refused = f"Ik kan in '{folder}' niet schrijven. Er is niets veranderd."
        raise SettingError(refused) from error
    gone = any(file.content is None for file in files)
    return 1 if gone or (found.conflicts and not given.force) else 0


def _advice(given: Wish) -> str:
    """What to do when a proposal can't be taken back as the pack is now."""
    if not given.back:
        return ""
    return " Verander eerst zelf wat hierboven staat. Draai daarna nog een keer terug."


def _remembered(given: Wish, settings: Settings, folder: Path) -> tuple[Undone, ...]:
    """What taking back gives of each file, when that is still known."""
    if not given.back:
        return ()
    return remembered(_memory(settings), given.proposal.read_bytes(), folder)


def _plan(
    given: Wish,
    settings: Settings,
    folder: Path,
    pack: Pack,
    files: tuple[Undone, ...],
) -> Plan:
    """What to write. Taking back puts the files back as they were, when that is still known."""
    proposal = read_proposal(given.proposal)
    if given.back:
        proposal = proposal.reversed
    else:
        _warn(proposal, pack)
    tangled = {file.path for file in files if file.tangled}
    edits = None
    if tangled or not files:
        edits = plan(folder, proposal.changes, force=given.force, search=[settings.knowledge])
    if edits is not None and not files:
        return edits
    contents = {file.path: file.content for file in files if file.content is not None}
    if edits is not None:
        contents |= {path: text for path, text in edits.after.items() if path in tangled}
    return put_back(folder, contents, edits)


def _memory(settings: Settings) -> Path:
    """Where is kept how files were before a proposal was taken over."""
    return settings.data / "overgenomen"


def _carry_out(found: Plan, given: Wish, settings: Settings) -> None:
    """Write it, remember how it was, and tell what the pack is now."""
    changed = found.changed
    pack = carry_out(found, search=[settings.knowledge])
    place, proposal = _memory(settings), given.proposal.read_bytes()
    with suppress(OSError):  # then it can still be taken back, as an edit
        if not given.back:
            remember(place, proposal, found.folder, found.before, changed)
        elif given.force or not found.conflicts:
            forget(place, proposal, found.folder)
    _told(pack, changed, given)


# --- what it does ------------------------------------------------------------------------------


def _foreseen(found: Plan, settings: Settings, pack: Pack) -> Pack:
    """The pack as it would be; it tells which packs on top of it would not load any more."""
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
    if pack.id == base.id and pack.version != base.version:
        print(
            f"Let op: ‘{pack.id}’ is sinds het voorstel veranderd "
            f"(toen {base.version}, nu {pack.version}). "
            "Ik neem over wat hier nog hetzelfde is als toen.",
            file=sys.stderr,
        )
    elif base.id not in (pack.id, pack.based_on.partition("@")[0]):
        print(f"Let op: dit voorstel is voor ‘{base.id}’, niet voor ‘{pack.id}’.", file=sys.stderr)


def _show_files(files: Iterable[Undone], found: Plan) -> None:
    print("Wat er met de bestanden gebeurt:")
    print("\n".join(f"  {line}" for line in undone_lines(files, found)))


def _show(found: Plan, given: Wish, pack: Pack) -> None:
    """The changes, what did not fit, and for who wants it every line of the files."""
    making = [change for change, status in found.statuses if status == "fits"]
    if given.force:
        making += found.conflicts
    if making:
        print(f"Wat er verandert ({len(making)}):")
        print("\n".join(f"  {line}" for line in change_lines(making)))
    if given.full and found.changed:
        print("\n" + "\n".join(diff_lines(found)))
    elif given.dry and found.changed:
        print("Elke regel van de bestanden zien? Zet er -v achter.")
    _show_done(found, given, pack)
    if found.conflicts and (found.target is not None or given.force):
        verb = "teruggedraaid" if given.back else "overgenomen"
        told = f"Toch {verb}" if given.force else f"Niet {verb}"
        print(f"{told}, want hier is het al anders:", file=sys.stderr)
        print("\n".join(f"  {line}" for line in conflict_lines(found)), file=sys.stderr)
        if not given.force:
            print("Wil je dit toch? Gebruik --ook-bij-verschil.", file=sys.stderr)


def _show_done(found: Plan, given: Wish, pack: Pack) -> None:
    """What need not be done any more."""
    done, whole = sum(status == "done" for _, status in found.statuses), len(found.statuses)
    if not done:
        return
    if done == whole:
        told = "zit niet in" if given.back else "staat al helemaal in"
        print(f"Dit voorstel {told} ‘{pack.id}’.", file=sys.stderr)
        return
    verb, what = ("is", "verandering") if done == 1 else ("zijn", "veranderingen")
    already = "al weg" if given.back else "er al"
    print(f"{done} van de {whole} {what} {verb} {already}.", file=sys.stderr)


def _told(pack: Pack, changed: Iterable[Path], given: Wish) -> None:
    """What the pack is now, and how to go back."""
    proposal = read_proposal(given.proposal)
    wanted = proposal.base if given.back else proposal.result
    whose = "de versie van eerst" if given.back else "precies wat de maker had"
    told = f" Dat is {whose}." if pack.version == wanted.version else ""
    print(f"‘{pack.id}’ heeft nu versie {pack.version}.{told}")
    if given.back:
        return
    print(
        f"Terugdraaien: samenwerkwijzer kennis neem-over {given.proposal} --in {given.into} --terug"
    )
    try:
        line = undo_line(list(changed))
    except RevisionError:
        line = ""
    if line:
        print(f"Of alles sinds je laatste commit: {line}")
