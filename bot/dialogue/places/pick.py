"""Packs to choose from, a page at a time: to work with, or to lay beside the advice."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import choosing, commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import others
from bot.dialogue.places import wording as said
from bot.dialogue.places.doors import greet
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.words.normal import normal

PAGE = 6


class PickPlace(Place[at.Pick]):
    """Packs stand on the screen; a name may be typed too."""

    back = Place.leave

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """A pack by its typed name; what is no name is left alone."""
        known = choosing.titles(self.turn.shelf)
        if pack := choosing.match(known, text):
            return self.picked(pack)
        if understanding.is_unclear and choosing.near(known, text):
            return no_such_pack(self.turn, text, beside=self.at.beside)
        return None

    def picked(self, id: str) -> Turn:
        """This one was chosen."""
        return lay_beside(self.turn, id) if self.at.beside else use(self.turn, id)


def by_name(turn: Turn, text: str, *, beside: bool = False) -> Turn:
    """A pack by its name; else the list, at the page with this number."""
    if pack := choosing.match(choosing.titles(turn.shelf), text):
        return lay_beside(turn, pack) if beside else use(turn, pack)
    is_page = text.isascii() and text.isdecimal()
    if text and not is_page:
        return no_such_pack(turn, text, beside=beside)
    page = int(text) if is_page else 0
    return other_packs(turn, page) if beside else all_packs(turn, page)


def beside_by_name(turn: Turn, text: str) -> Turn:
    """The same, to lay beside the advice."""
    return by_name(turn, text, beside=True)


# --- the lists ------------------------------------------------------------------------------


def all_packs(turn: Turn, page: int = 0) -> Turn:
    """The packs to work with; the default comes first."""
    known = choosing.titles(turn.shelf)
    ids = sorted(known, key=lambda id: (id != turn.shelf.default, normal(known[id])))
    return _list(turn, ids, page, beside=False)


def other_packs(turn: Turn, page: int = 0) -> Turn:
    """Whose rules to lay beside the advice; those that share questions come first."""
    known, own = choosing.titles(turn.shelf), turn.pack.id
    kin = {same.pack for question in turn.pack.questions for same in question.same_as}
    kin |= {turn.pack.based_on} | {
        pack for pack, named in turn.shelf.related.items() if own in named
    }
    ids = sorted(
        (pack for pack in known if pack != own),
        key=lambda pack: (pack not in kin, pack != turn.shelf.default, normal(known[pack])),
    )
    return _list(turn, ids, page, beside=True)


def _list(turn: Turn, ids: Sequence[str], page: int, *, beside: bool) -> Turn:
    shown = ids[PAGE * page : PAGE * (page + 1)]
    if not shown:
        return turn.say(said.PACKS_NONE)
    buttons = [_button(turn, pack, beside) for pack in shown]
    if PAGE * (page + 1) < len(ids):
        more = commands.OTHERS if beside else commands.PACKS
        buttons.append(turn.command(said.PACKS_MORE, more, str(page + 1)))
    text = wording.OTHERS_CHOOSE if beside else said.PACKS_CHOOSE
    return turn.focus(at.Pick(beside)).say(text, *buttons)


def no_such_pack(turn: Turn, text: str, *, beside: bool) -> Turn:
    """There is no such pack; the ones that look like it."""
    ids = choosing.usable(turn.shelf, text)
    buttons = [_button(turn, pack, beside) for pack in ids]
    every = commands.OTHERS if beside else commands.PACKS
    buttons.append(turn.command(said.PACKS_ALL, every))
    told = said.PACK_UNKNOWN_NEAR if ids else wording.PACK_UNKNOWN
    told = told.format(name=choosing.quoted(text))
    return turn.focus(at.Pick(beside)).say(told, *buttons)


def _button(turn: Turn, pack: str, beside: bool) -> Button:
    command = commands.BESIDE if beside else commands.USE
    return turn.command(choosing.titles(turn.shelf)[pack], command, pack)


# --- what is done with one ------------------------------------------------------------------


def use(turn: Turn, id: str) -> Turn:
    """Work with this pack from now on."""
    if not choosing.exists(turn.shelf, id):
        return no_such_pack(turn, id, beside=False)
    turn = choosing.use(turn, id)
    if turn.state.project and turn.project.order:
        return turn.goto(at.Resume())
    return turn.goto(at.Doors()) if turn.state.greeted else greet(turn)


def lay_beside(turn: Turn, id: str) -> Turn:
    """What this pack would say of the project."""
    if id == turn.pack.id or not choosing.exists(turn.shelf, id):
        return other_packs(turn)
    return others.start(turn, id)
