"""Writes pages, pictures and texts from the templates that lie beside the verbs.

A template is named by its drawer: ``teken/page.html.j2``. What stands in ``.html`` and ``.svg``
is escaped; a template asks for a ``.css`` file by its name too.
"""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from bot.words.dates import in_words
from bot.words.phrases import capital

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def written(template: str, **values: object) -> Markup:
    """What a template gives with these values. Raises UndefinedError when one is missing."""
    return Markup(TEMPLATES.get_template(template).render(values))  # noqa: S704  # it escapes


def css(name: str) -> Markup:
    """A file with a look, without its comments."""
    source, *_ = _LOADER.get_source(TEMPLATES, name)
    return Markup(_COMMENT.sub("", source))  # noqa: S704  # a file of our own


_LOADER = PackageLoader("bot", "workbench")
TEMPLATES = Environment(
    loader=_LOADER,
    autoescape=select_autoescape(("html.j2", "svg.j2"), default=False),
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
TEMPLATES.globals["css"] = css
TEMPLATES.filters |= {"capital": capital, "in_words": in_words}
