"""``demo``: a worked case, played in the terminal at the speed at which one reads."""

from __future__ import annotations

import sys
import time
from datetime import datetime, timezone

from bot import bootstrap
from bot.clock import today
from bot.command_line.verbs import argument, flag, option, pack_option, verb
from bot.dialogue.messages import Say
from bot.dialogue.replay import WORDS_A_MINUTE, Moment, replay
from bot.entry import wording
from bot.packs.answers import book_of_case
from bot.packs.errors import did_you_mean
from bot.rules.model.pack import Pack, WorkedCase
from bot.settings import SettingError, Settings


@verb()
@pack_option(help=wording.PACK)
@option("--tempo", metavar="WOORDEN", default=str(WORDS_A_MINUTE), help=wording.TEMPO)
@flag("--lijst", "listed", help=wording.CASES)
@argument("name", metavar="ZAAK", help=wording.CASE, required=False)
def demo(
    settings: Settings, pack: str | None, tempo: str, name: str | None, *, listed: bool
) -> int:
    """Play one case from its first question to its advice."""
    if not tempo.isdecimal() or len(tempo) > 5:
        raise SettingError(wording.BAD_TEMPO.format(tempo))
    settings = settings.chosen(pack)
    shelf = bootstrap.shelf_today(settings, bootstrap.advising_packs(settings))
    compiled = shelf.pack(settings.pack)
    if listed:
        print("\n".join(f"{case.id}: {case.title}" for case in compiled.pack.cases))
        return 0
    case = _case(compiled.pack, name or "")
    now = datetime.combine(today(), datetime.min.time(), timezone.utc)
    book = book_of_case(compiled.pack, case, compiled.on)
    print(f"{case.title}\n{case.description}".strip())
    for moment in replay(shelf, settings.pack, case.title, book, now):
        _play(moment, int(tempo))
    return 0


def _case(pack: Pack, name: str) -> WorkedCase:
    """The case that was asked for. Raises SettingError."""
    ids = [case.id for case in pack.cases]
    if not name:
        raise SettingError(wording.WHICH_CASE.format(count=len(ids)))
    if name not in ids:
        close = " ".join(filter(None, (did_you_mean(name, ids), wording.WHERE_CASES)))
        raise SettingError(wording.NO_CASE.format(name=name, instead=close))
    return pack.cases[ids.index(name)]


def _play(moment: Moment, per_minute: int) -> None:
    """What was said, and what the bot says then, each with the time to read it."""
    if moment.said:
        _say(f"\n> {moment.said}", per_minute)
    for reply in moment.replies:
        if isinstance(reply, Say):
            _say("\n" + reply.text.replace("**", ""), per_minute)


def _say(text: str, per_minute: int) -> None:
    print(text)
    sys.stdout.flush()
    if per_minute:
        time.sleep(len(text.split()) * 60 / per_minute)
