"""The terminal: numbered choices, history and colours; a plain script when it is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from bot.conversation import Conversation
from bot.dialogue.messages import Button, Chosen, Document, Forgotten, Reply, Say, Started, Tapped
from bot.dialogue.messages import Said as SaidText

CHANNEL = "terminal"
PERSON = "ik"
Turn = Callable[[str, "Started | Tapped | SaidText"], Sequence[Reply]]


def turns(conversation: Conversation, person: str = PERSON) -> Turn:
    """A function that applies a happening and returns the replies that must be shown.

    What was not shown before a crash is shown first.
    """

    def turn(update: str, what: Started | Tapped | SaidText) -> list[Reply]:
        key = conversation.handle(CHANNEL, person, update, what)
        return shown(conversation, key)

    return turn


def shown(conversation: Conversation, key: str) -> list[Reply]:
    """Take the replies of a conversation out of the outbox."""
    replies = []
    for row in conversation.outgoing(key):
        replies.append(row.reply)
        conversation.sent(row.id)
    return replies


# --- a script: stdin in, transcript out -----------------------------------------------------


def script(
    conversation: Conversation, lines: Iterable[str], out: TextIO, updates: Iterator[str]
) -> None:
    """Run a conversation from lines, and write it as plain text."""
    turn = turns(conversation)
    screen = _write(turn(next(updates), Started()), out, ())
    for line in lines:
        text = line.rstrip("\n")
        if not text.strip() or text.startswith("#"):
            continue
        out.write(f"\n> {text}\n")
        screen = _write(turn(next(updates), happening(text, screen)), out, screen)


def happening(text: str, screen: Sequence[Button]) -> Tapped | SaidText | Started:
    """What a typed line is: ``[Label]`` or the number of a choice taps, the rest is said."""
    if text.strip() == "/start":
        return Started()
    wanted = text.strip()
    if wanted.startswith("[") and wanted.endswith("]"):
        label = wanted[1:-1].casefold()
        for button in screen:
            if button.label.casefold() == label:
                return Tapped(button.data)
    return SaidText(text)


def _write(replies: Sequence[Reply], out: TextIO, before: Sequence[Button]) -> Sequence[Button]:
    screen = before
    for reply in replies:
        if isinstance(reply, Say):
            out.write("\n" + reply.text.replace("**", "") + "\n")
            taps = [button for button in reply.buttons if button.data]
            for place, button in enumerate(taps, 1):
                out.write(f"  {place}. {button.label}\n")
            screen = taps or screen
        elif isinstance(reply, Document):
            out.write(f"\n[document {reply.name}.md]\n{reply.markdown}")
    out.flush()
    return screen


# --- a person -------------------------------------------------------------------------------


def chat(conversation: Conversation, updates: Iterator[str], notes: Path) -> None:
    """Talk with a person until Ctrl-D."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import InMemoryHistory

    console = Console(highlight=False)
    session: PromptSession[str] = PromptSession(history=InMemoryHistory())
    turn = turns(conversation)
    screen = show(console, turn(next(updates), Started()), (), notes)
    while True:
        completer = WordCompleter([button.label for button in screen], sentence=True)
        try:
            text = session.prompt(
                "> ", completer=completer, bottom_toolbar=lambda: f" {conversation.status()} "
            )
        except (EOFError, KeyboardInterrupt):
            console.print("Tot later. Je antwoorden zijn bewaard.")
            return
        if text.strip():
            screen = show(console, turn(next(updates), happening(text, screen)), screen, notes)


def show(
    console: Console, replies: Sequence[Reply], before: Sequence[Button], notes: Path
) -> Sequence[Button]:
    """Show replies on the console; returns the buttons that are now at hand."""
    screen = before
    for reply in replies:
        if isinstance(reply, Say):
            screen = _show_say(console, reply) or screen
        elif isinstance(reply, Document):
            notes.mkdir(parents=True, exist_ok=True)
            file = notes / f"{reply.name}.md"
            file.write_text(reply.markdown, encoding="utf-8")
            console.print(f"[green]Je notitie staat in {escape(str(file))}[/green]")
        elif isinstance(reply, (Chosen, Forgotten)):
            continue
    return screen


def _show_say(console: Console, reply: Say) -> Sequence[Button]:
    body = Text.from_markup(_markup(reply.text))
    if reply.shape == "advice":
        console.print(Panel(body, border_style="green", padding=(1, 2)))
    else:
        console.print()
        console.print(body, style="dim" if reply.shape == "notice" else "")
    taps = [button for button in reply.buttons if button.data]
    for place, button in enumerate(taps, 1):
        console.print(Text.assemble((f"  {place} ", "bold cyan"), button.label))
    return taps


def _markup(text: str) -> str:
    parts = escape(text).split("**")
    return "".join(f"[bold]{part}[/bold]" if i % 2 else part for i, part in enumerate(parts))


def is_person(stream: TextIO | None = None) -> bool:
    """Whether somebody sits at the keyboard and the screen."""
    return (stream or sys.stdin).isatty() and sys.stdout.isatty()
