"""How the parts of a help are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click


def arguments_of(command: click.Command) -> list[click.Argument]:
    """What is given by its place."""
    return [param for param in command.params if isinstance(param, click.Argument)]


def section(
    formatter: click.HelpFormatter, heading: str, listed: Iterable[tuple[str, str]]
) -> None:
    """Write a section; nothing without lines."""
    if rows := list(listed):
        with formatter.section(heading):
            formatter.write_dl(rows)


def options_of(command: click.Command) -> Iterator[tuple[str, str]]:
    """What can be added, with what it is."""
    for param in command.params:
        if isinstance(param, click.Option):
            names = ", ".join(param.opts)
            yield f"{names} {param.metavar or ''}".strip(), param.help or ""


def usage(param: click.Parameter) -> str:
    """A parameter in the line that says how to call it; in brackets when it can be left out."""
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    if isinstance(param, click.Option) and param.metavar:
        name = f"{name} {param.metavar}"
    if param.nargs == -1:
        name = f"{name} ..."
    return name if param.required else f"[{name}]"
