"""What was wrong with a call, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import click

from bot.command_line import wording


class Misread(click.UsageError):
    """A mistake in a call that is told in Dutch already."""


def told(mistake: click.UsageError) -> str:
    """What was wrong with a call, and how it is called."""
    context = mistake.ctx
    if context is None:  # never so for what click finds while it reads a call
        return mistake.format_message()
    return f"{context.command_path}: {_said(mistake, context)}.\n{context.get_usage()}"


def _said(mistake: click.UsageError, context: click.Context) -> str:
    command = context.command
    if isinstance(mistake, Misread):
        return mistake.message
    if isinstance(mistake, click.MissingParameter):
        return wording.MISSING.format(", ".join(_missing(context)))
    if isinstance(mistake, click.NoSuchOption):
        return wording.UNKNOWN.format(mistake.option_name)
    if isinstance(mistake, click.NoSuchCommand):
        known = ", ".join(f"'{name}'" for name in cast(click.Group, command).list_commands(context))
        return wording.NO_SUCH_VERB.format(mistake.command_name, known)
    if isinstance(command, click.Group):
        return wording.MISSING.format(command.subcommand_metavar.removesuffix(" ..."))
    return mistake.format_message()


def _missing(context: click.Context) -> Iterator[str]:
    """All that is missing: click reads what was given first, and stops at the first gap."""
    for param in context.command.params:
        if param.required and param.name not in context.params:
            yield _names(param)


def misused(name: str, command: click.Command, args: Sequence[str]) -> str:
    """What is wrong with the value of an option: there is one too few, or one too many."""
    param = next(param for param in command.params if name in param.opts)
    if not cast(click.Option, param).is_flag:
        return needs_value(param)
    value = next(word.partition("=")[2] for word in args if word.startswith(f"{name}="))
    return wording.HAS_NO_VALUE.format(_names(param), value)


def needs_value(param: click.Parameter) -> str:
    """That an option is followed by nothing."""
    return wording.NEEDS_VALUE.format(_names(param))


def _names(param: click.Parameter) -> str:
    """How a parameter is called in a sentence."""
    if isinstance(param, click.Argument):
        return param.human_readable_name
    return "/".join(param.opts)
