"""The terminal: numbered choices, history and colours; a plain script when it is no terminal."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, product, repeat
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from bot.channels import wording
from bot.channels.documents import file_name, to_docx, to_ics
from bot.conversation import Conversation
from bot.dialogue import commands
from bot.dialogue.messages import (
    Button,
    Calendar,
    Document,
    Forgotten,
    Picture,
    Reply,
    Said,
    Say,
    Started,
    Tapped,
)
from bot.words.normal import normal

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

logger = logging.getLogger(__name__)
CHANNEL = "terminal"
PERSON = "ik"
BULLET = "•"
MADE = (commands.NOTE.name, "stuk", "data")
"""With what the names of files begin that are made here."""
Happening: TypeAlias = "Started | Tapped | Said"
Show = Callable[[Reply], None]


def turn(
    conversation: Conversation, update: str, what: Happening, show: Show, person: str = PERSON
) -> None:
    """Apply a happening and show what there is to show.

    A reply is crossed off only after it was shown: what a crash left over is shown next time. One
    that can't be shown is told and crossed off, or it would stand in the way for ever.
    """
    key = conversation.handle(CHANNEL, person, update, what)
    for row in conversation.outgoing(key):
        try:
            show(row.reply)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - told to the person; logged without its text
            logger.error("reply=%d not shown: %s", row.id, type(error).__name__)
            show(Say(wording.NOT_SHOWN, shape="notice"))
            conversation.drop(row.id)
        else:
            conversation.sent(row.id)


def happening(text: str, screen: Sequence[Button]) -> Happening:
    """What a typed line is: ``[Label]`` taps that button, the rest is said."""
    wanted = text.strip()
    if wanted.partition(" ")[0] == "/start":
        return Started(wanted.partition(" ")[2].strip())
    if wanted.startswith("[") and wanted.endswith("]"):
        label = normal(wanted[1:-1])
        for button in screen:
            if normal(button.label) == label:
                return Tapped(button.data)
    return Said(text)


class _Screen:
    """The buttons that are at hand."""

    def __init__(self) -> None:
        self.buttons: Sequence[Button] = ()

    def of(self, reply: Say) -> Iterator[tuple[str, Button]]:
        """The buttons of this message that can be tapped here, remembered when there are any; with
        the number to type for each, which none has where a number is an answer."""
        taps = [button for button in reply.buttons if button.data]
        self.buttons = taps or self.buttons
        signs = repeat(BULLET) if reply.typed else map(str, count(1))
        return zip(signs, taps, strict=False)


# --- a script: stdin in, transcript out -----------------------------------------------------


class ScriptScreen(_Screen):
    """Writes replies as plain text."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out

    def show(self, reply: Reply) -> None:
        """Write one reply."""
        if isinstance(reply, Say):
            self._out.write("\n" if reply.instead else f"\n{reply.text.replace('**', '')}\n")
            for sign, button in self.of(reply):
                self._out.write(f"  {sign}{'' if sign == BULLET else '.'} {button.label}\n")
        elif isinstance(reply, Document):
            self._out.write(f"\n[document {reply.name}.md]\n{reply.markdown}")
        elif isinstance(reply, Calendar):
            days = (f"{entry.day} {entry.title}\n" for entry in reply.entries)
            self._out.write(f"\n[agenda {reply.name}.ics]\n{''.join(days)}")
        self._out.flush()  # shown is shown: it is crossed off after this


def script(
    conversation: Conversation,
    lines: Iterable[str],
    out: TextIO,
    updates: Iterator[str],
    pack: str = "",
) -> None:
    """Run a conversation from lines, and write it as plain text."""
    screen = ScriptScreen(out)
    turn(conversation, next(updates), Started(pack), screen.show)
    for line in lines:
        text = line.rstrip("\n")
        if not text.strip() or text.startswith("#"):
            continue
        out.write(f"\n> {text}\n")
        turn(conversation, next(updates), happening(text, screen.buttons), screen.show)
    out.flush()


# --- a person -------------------------------------------------------------------------------


class ChatScreen(_Screen):
    """Shows replies with colours, and papers as files in a folder."""

    def __init__(self, console: Console, notes: Path, template: bytes | None = None) -> None:
        super().__init__()
        self._console = console
        self._notes = notes
        self._template = template

    def show(self, reply: Reply) -> None:
        """Show one reply."""
        if isinstance(reply, Say):
            self._say(reply)
        elif isinstance(reply, Document):
            self._keep(reply)
        elif isinstance(reply, Calendar):
            self._keep_calendar(reply)
        elif isinstance(reply, Picture):
            self._console.print(Panel(Text(reply.told), border_style="dim"))
        elif isinstance(reply, Forgotten):
            for paper in self._made():
                paper.unlink()

    def _made(self) -> Iterator[Path]:
        """What was written here."""
        for start, ending in product(MADE, ("md", "docx", "ics")):
            yield from self._notes.glob(f"{start}-*.{ending}")

    def _say(self, reply: Say) -> None:
        body = Text.from_markup(_markup(reply.text))
        if reply.instead:
            self._console.print()
        elif reply.shape == "advice":
            self._console.print(Panel(body, border_style="green", padding=(1, 2)))
        else:
            self._console.print()
            self._console.print(body, style="dim" if reply.shape == "notice" else "")
        for sign, button in self.of(reply):
            self._console.print(Text.assemble((f"  {sign} ", "bold cyan"), button.label))

    def _keep(self, reply: Document) -> None:
        self._console.print(Panel(Text(reply.markdown), border_style="dim"))
        with self._told():
            file = self._free(reply.name, "md", reply.markdown.encode())
            file.write_text(reply.markdown, encoding="utf-8")
            word = file.with_suffix(".docx")
            word.write_bytes(to_docx(reply.markdown, wide=reply.wide, template=self._template))
            self._kept(wording.NOTE_KEPT.format(file=file, word=word.name))

    def _keep_calendar(self, reply: Calendar) -> None:
        with self._told():
            content = to_ics(reply)
            file = self._free(reply.name, "ics", content)
            file.write_bytes(content)
            self._kept(wording.CALENDAR_KEPT.format(file=file))

    def _kept(self, told: str) -> None:
        self._console.print(f"[green]{escape(told)}[/green]")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What could not be written is told, and goes no further."""
        try:
            yield
        except OSError as error:
            told = wording.NOTE_NOT_KEPT.format(folder=self._notes, why=error.strerror)
            self._console.print(f"[red]{escape(told)}[/red]")

    def _free(self, name: str, ending: str, content: bytes) -> Path:
        """A file of this name that is not there yet, or holds just this: no paper of another
        project, and none that was edited, is ever written over."""
        self._notes.mkdir(parents=True, exist_ok=True)
        safe = file_name(name)
        names = (safe if number == 1 else f"{safe}-{number}" for number in count(1))
        for file in (self._notes / f"{each}.{ending}" for each in names):
            if not file.exists() and not file.with_suffix(".docx").exists():
                return file
            if file.is_file() and file.read_bytes() == content:
                return file
        raise AssertionError("names do not run out")


def chat(
    conversation: Conversation,
    updates: Iterator[str],
    notes: Path,
    pack: str = "",
    template: bytes | None = None,
) -> None:
    """Talk with a person until Ctrl-D. What is typed is remembered for this session only; papers
    go to a folder, in the house style of ``template``.

    The arrow down on an empty line opens the choices; the arrow up goes through what was typed.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import InMemoryHistory

    screen = ChatScreen(Console(highlight=False), notes, template)
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(), key_bindings=_arrow_down(), complete_while_typing=False
    )
    turn(conversation, next(updates), Started(pack), screen.show)
    while True:
        completer = WordCompleter([button.label for button in screen.buttons], sentence=True)
        try:
            text = session.prompt(
                "> ",
                completer=completer,
                bottom_toolbar=lambda: f" {conversation.status()} ",
                refresh_interval=1.0,
            )
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write(wording.GOODBYE + "\n")
            return
        if text.strip():
            turn(conversation, next(updates), happening(text, screen.buttons), screen.show)


def _arrow_down() -> KeyBindings:
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition, has_completions
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()

    @Condition
    def nothing_typed() -> bool:
        return not get_app().current_buffer.text

    @keys.add("down", filter=nothing_typed & ~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.start_completion(select_first=True)

    return keys


def _markup(text: str) -> str:
    parts = escape(text).split("**")
    return "".join(f"[bold]{part}[/bold]" if i % 2 else part for i, part in enumerate(parts))


def is_person() -> bool:
    """Whether somebody sits at the keyboard and the screen."""
    return sys.stdin.isatty() and sys.stdout.isatty()
