"""``kennis neem-over``: make the changes of a proposal in the files of a pack."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from bot.clock import today
from bot.command_line.verbs import argument, flag, option, verb
from bot.packs.errors import PackError
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings
from bot.workbench.plain_text import templates
from bot.workbench.revision import RevisionError, undo_line
from bot.workbench.vergelijk.command import compared
from bot.workbench.vergelijk.comparison import view
from bot.workbench.voorstel import wording
from bot.workbench.voorstel.adopt import AdoptError, Plan, carry_out, plan, put_back
from bot.workbench.voorstel.changes import Change
from bot.workbench.voorstel.foresee import foresee
from bot.workbench.voorstel.proposal import Proposal, read_proposal
from bot.workbench.voorstel.undo import Undone, forget, remember, remembered
from bot.workbench.voorstel.wording import change_lines, shown, where
from bot.workbench.voorstel.yaml_marks import holds
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
@argument("proposal", metavar="VOORSTEL", help=wording.HELP_PROPOSAL)
@option("--in", "into", metavar="PAKKET", required=True, help=wording.HELP_INTO)
@flag("--droog", "dry", help=wording.HELP_DRY)
@flag("--terug", "back", help=wording.HELP_BACK)
@flag("--ook-bij-verschil", "force", help=wording.HELP_FORCE)
@flag("-v", "--uitgebreid", "full", help=wording.HELP_FULL)
def neem_over(settings: Settings, proposal: str, into: str, **how: bool) -> int:
    """Show what it does, write it, and load the pack again; 1 when something did not fit."""
    wish = Wish(Path(proposal), into, **how)
    if not wish.proposal.is_file():
        raise SettingError(wording.NO_FILE.format(wish.proposal))
    folder, pack = folder_named(settings, into), pack_named(settings, into)
    try:
        return _Adoption(wish, settings, folder, pack).run()
    except AdoptError as error:
        then = wording.CHANGE_FIRST if wish.back else ""
        print(f"{error}\n{wording.NOTHING_CHANGED}{then}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # somebody reads no further: no trouble with the files
        raise
    except OSError as error:
        raise SettingError(wording.CAN_NOT_WRITE.format(folder)) from error


class _Adoption:
    """One proposal that is taken over in a pack, or taken back."""

    def __init__(self, wish: Wish, settings: Settings, folder: Path, pack: Pack) -> None:
        self.wish, self.settings, self.folder, self.pack = wish, settings, folder, pack
        self.proposal = read_proposal(wish.proposal)
        self.memory = settings.data / "overgenomen"
        self.handed = wish.proposal.read_bytes()
        filters: dict[str, Any] = {"change_lines": change_lines, "diff_lines": _diff_lines}
        here = templates(**filters, shown=shown, where=where)
        self.say: Any = here.get_template("voorstel/neem_over.txt.j2").module

    def run(self) -> int:
        """Show what it does and write it; 1 when something did not fit."""
        if not self.wish.back:
            _warn(self.say.for_whom(self.proposal.base, self.pack))
        files, plan = self._plan()
        if plan.target is None:
            print(self.say.files(files, lambda file: _left(file, plan)), end="")
        if plan.changed:
            self._show_effect(self._foreseen(plan))
        making = plan.of("fits") + (plan.conflicts if self.wish.force else ())
        print(self.say.changes(making, self.wish, plan), end="")
        _warn(self.say.notes(plan, self.wish, self.pack))
        if self.wish.dry or not plan.changed:
            print(wording.NOTHING_WRITTEN)
        else:
            self._carry_out(plan)
        gone = any(file.content is None for file in files)
        return 1 if gone or (plan.conflicts and not self.wish.force) else 0

    def _plan(self) -> tuple[tuple[Undone, ...], Plan]:
        """What to write. Taking back puts the files back as they were, when that is known."""
        back, force, search = self.wish.back, self.wish.force, [self.settings.knowledge]
        files = remembered(self.memory, self.handed, self.folder) if back else ()
        wanted: Proposal = self.proposal.reversed if back else self.proposal
        if not files:
            return files, plan(self.folder, wanted.changes, force=force, search=search)
        contents = {file.path: file.content for file in files if file.content is not None}
        tangled = {file.path for file in files if file.tangled}
        if not tangled:
            return files, put_back(self.folder, contents)
        edits = plan(self.folder, wanted.changes, force=force, search=search)
        contents |= {path: text for path, text in edits.after.items() if path in tangled}
        return files, put_back(self.folder, contents, edits)

    def _foreseen(self, plan: Plan) -> Pack:
        """The pack as it would be; it tells which packs on top of it would not load any more."""
        seen = foresee(self.folder, plan.changed, self.settings.knowledge)
        if seen.loaded.pack is None:
            raise AdoptError(f"{wording.NO_LONGER_LOADS}{PackError(seen.loaded.problems)}")
        for name, problems in seen.broken.items():
            _warn(self.say.broken(name, self.pack, PackError(problems)))
        return seen.loaded.pack

    def _show_effect(self, after: Pack) -> None:
        """What it does to the advice, and which worked cases come out otherwise."""
        if self.pack.advices and after.advices:
            day = today()
            effect = view(*compared(self.pack, after, day), ("", ""), day)
            print(self.say.effect(effect, MOST_CASES), end="")

    def _carry_out(self, plan: Plan) -> None:
        """Write it, remember how it was, and tell what the pack is now."""
        changed = plan.changed
        pack = carry_out(plan, search=[self.settings.knowledge])
        with suppress(OSError):  # then it can still be taken back, as an edit
            if not self.wish.back:
                remember(self.memory, self.handed, self.folder, plan.before, changed)
            elif self.wish.force or not plan.conflicts:
                forget(self.memory, self.handed, self.folder)
        git = ""
        with suppress(RevisionError):
            git = undo_line(list(changed))
        print(self.say.finished(pack, self.proposal, self.wish, git), end="")


def _warn(text: str) -> None:
    print(text, end="", file=sys.stderr)


def _left(file: Undone, plan: Plan) -> Iterable[Change]:
    """What stays in a file because somebody changed it after it was taken over."""
    text = plan.before[file.path].decode("utf-8-sig") if file.tangled else ""
    return [c for c in plan.conflicts if holds(text, c.path) or holds(text, c.path[:2])]


def _diff_lines(plan: Plan) -> Iterator[str]:
    """The difference, file by file, line by line."""
    for path, content in plan.changed.items():
        before, after = (
            raw.decode("utf-8-sig").splitlines() for raw in (plan.before[path], content)
        )
        yield from unified_diff(before, after, f"{path} (was)", f"{path} (wordt)", n=2, lineterm="")
