"""A talk is carried to another screen by a code that works once: asked for, brought along, and laid
over what stands there only after a yes."""

from __future__ import annotations

import re

from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue.messages import Button, Happening, Pass, Said, Started, Tapped
from bot.dialogue.places import wording
from bot.dialogue.state import State
from bot.dialogue.turn import Turn

MINUTES = 15
"""How long a code works."""
MARK = "ga-"
"""What a code begins with: no name of a pack does."""
_CODE = re.compile(rf"{MARK}[A-Za-z0-9_-]{{24}}")


def is_code(text: str) -> bool:
    """Whether this has the shape of a code."""
    return _CODE.fullmatch(text) is not None


def code_in(what: Happening) -> str:
    """The code that a happening brings along; empty when it brings none."""
    said = ""
    if isinstance(what, Started):
        said = what.payload
    elif isinstance(what, Said):
        said = what.text.removeprefix(f"/{commands.GREET.slashes[0]} ").strip()
    elif isinstance(what, Tapped) and f":{commands.BRING.name}:" in what.data:
        said = what.data.rpartition(":")[2]
    return said if is_code(said) else ""


def is_open(state: State) -> bool:
    """Whether there is anything to carry along, or to lose."""
    return any(project.order for project in state.projects)


def offer(turn: Turn) -> Turn:
    """The code, as links where the other screens are known, and as what to type where not."""
    if not is_open(turn.state):
        return turn.notice(wording.CARRY_NOTHING).again()
    code, shelf = f"{MARK}{turn.code}", turn.shelf
    typed = wording.CARRY_TYPE.format(start=commands.GREET.slashes[0], code=code)
    lines, links = [wording.CARRY], []
    if shelf.public_url:
        links.append(Button(wording.CARRY_PAGE, url=f"{shelf.public_url}/meenemen/{code}"))
    if shelf.telegram_name:
        address = f"https://t.me/{shelf.telegram_name}?start={code}"
        links.append(Button(wording.CARRY_TELEGRAM, url=address))
    if len(links) < 2:
        lines.append(typed)
    lines.append(wording.CARRY_COPY)
    return turn.reply(Pass(code)).say("\n\n".join(lines), *links, _on(turn))


def refused(turn: Turn) -> Turn:
    """The code leads nowhere."""
    return turn.notice(wording.CARRY_OVER.format(command=commands.CARRY.name))


def ask(turn: Turn, code: str) -> Turn:
    """A talk stands here: may it make room?"""
    text = wording.CARRY_ASK.format(name=turn.project.name)
    bring = turn.command(wording.CARRY_YES, commands.BRING, code)
    return turn.say(text, bring, turn.command(wording.CARRY_NO, commands.CONTINUE))


def brought(turn: Turn, code: str) -> Turn:
    """The talk that the code led to stands here from now on."""
    turn = turn.reply(Pass(code, is_spent=True)).notice(wording.CARRIED)
    return turn.goto(at.Resume() if turn.state.project else at.Doors())


def _on(turn: Turn) -> Button:
    return turn.command(commands.CONTINUE.label, commands.CONTINUE)
