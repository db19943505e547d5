"""Verbs: click's commands, with Dutch help and mistakes.

``Verb`` is a command whose function gets the settings first; ``Verbs`` is a group of them. Click's
own sentences are never shown.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, cast

import click

from bot.command_line import wording
from bot.command_line.help import arguments_of, options_of, section, usage
from bot.command_line.mistakes import Misread, misused, needs_value

WIDEST = 100
"""How many signs a line of help has at most."""

Run = Callable[[Callable[..., int], Mapping[str, Any]], int]
"""What runs the function of a verb with what was given; it stands in the context as ``obj``."""


class Value(click.ParamType[str]):
    """What stands after an option: anything that does not look like an option itself."""

    name = "waarde"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is. Raises Misread."""
        if param is not None and len(value) > 1 and value.startswith("-") and " " not in value:
            raise Misread(needs_value(param), ctx)
        return value


class Dutch(click.Command):
    """A command with its help in Dutch: how to call it, what it does, what belongs to it."""

    def __init__(self, *args: Any, **more: Any) -> None:
        """As a click command, with an option for help of its own."""
        super().__init__(*args, **more)
        self.add_help_option = False
        self.context_settings = {"max_content_width": WIDEST}
        helping = click.help_option("-h", "--hulp", "--help", help=wording.HELP)
        helping(self)
        self.params.insert(0, self.params.pop())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was given. Raises UsageError."""
        try:
            return super().parse_args(ctx, args.copy())
        except click.BadOptionUsage as mistake:
            raise Misread(misused(mistake.option_name, self, args), ctx) from mistake

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How to call it; a piece with a space in it stays on one line."""
        start = f"{wording.CALLED}{ctx.command_path} "
        pieces = " ".join(p.replace(" ", "\0") for p in self.collect_usage_pieces(ctx))
        lines = textwrap.fill(
            start + pieces, formatter.width, subsequent_indent=" " * len(start),
            break_on_hyphens=False,
        )  # fmt: skip
        formatter.write(lines.replace("\0", " ") + "\n")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Every option by its first name, and then what has to be given."""
        options = [param for param in self.params if isinstance(param, click.Option)]
        return [*map(usage, options), *map(usage, arguments_of(self))]

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What has to be given."""
        section(formatter, wording.GIVEN, self.rows())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What can be added."""
        section(formatter, wording.ADDED, options_of(self))

    def rows(self) -> Iterator[tuple[str, str]]:
        """What has to be given, with what it is."""
        return ((param.human_readable_name, param.help or "") for param in arguments_of(self))


class Verb(Dutch):
    """A verb: its function is called with the settings, and with what was given."""

    allow_extra_args = True  # so that what is too much is told in Dutch, here below

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was given. Raises UsageError, also for what is too much."""
        rest = super().parse_args(ctx, list(_repeated(self.params, args)))
        if rest:
            raise Misread(wording.UNKNOWN.format(" ".join(rest)), ctx)
        return rest

    def invoke(self, ctx: click.Context) -> int:
        """Run it, by way of what the context has for that."""
        return cast(Run, ctx.obj)(cast(Callable[..., int], self.callback), ctx.params)


class Place(NamedTuple):
    """Where a verb stands, as ``module:name``, and the line of help that lists it."""

    path: str
    help: str


class Verbs(Dutch, click.Group):
    """A group of verbs. Each is loaded when it is asked for; to list them nothing is loaded.

    ``described``: a verb's own help starts with its line too.
    """

    def __init__(
        self, name: str, places: Mapping[str, Place], metavar: str, *, described: bool, help: str
    ) -> None:
        """``metavar`` says what one of the verbs is called in the help."""
        super().__init__(name, help=help, subcommand_metavar=f"{metavar} ...")
        self.places, self.metavar, self.described = places, metavar, described

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the verbs."""
        return list(self.places)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The verb with this name; None when there is none."""
        if name not in self.places:
            return None
        path, line = self.places[name]
        module, _, attribute = path.partition(":")
        verb = cast(click.Command, getattr(import_module(module), attribute))
        verb.help = line if self.described else verb.help
        return verb

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The options, and that a verb comes next."""
        return [*super().collect_usage_pieces(ctx), self.subcommand_metavar]

    def rows(self) -> Iterator[tuple[str, str]]:
        """The verbs, under what they are called together."""
        yield self.metavar, ""
        yield from ((f"  {name}", place.help) for name, place in self.places.items())


verb = partial(click.command, cls=Verb, help="")
"""Makes a verb of a function."""
argument = click.argument
"""What has to be given, by its place."""
option = partial(click.option, type=Value())
"""What can be given by a name, with a value."""
flag = partial(click.option, is_flag=True)
"""What can be asked by a name alone."""
pack_option = partial(option, "--pack", "--pakket", "pack", metavar="PAKKET")
"""Which pack is used."""


def _repeated(params: Iterable[click.Parameter], args: Sequence[str]) -> Iterator[str]:
    """The words of a call, in which ``--met a b`` became ``--met a --met b``.

    ``--met=a b`` is read in the same way.
    """
    many = {name for param in params if param.multiple for name in param.opts}
    current = ""
    for index, word in enumerate(args):
        name = word.partition("=")[0]
        if word.startswith("-"):
            current = name if name in many else ""
        elif current and args[index - 1] != current:
            yield current
        yield word
