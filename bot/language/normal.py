"""Texts made comparable: lower case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def normal(text: str) -> str:
    """The words of a text, lower-cased and without accents or signs, one space apart."""
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_WORD.sub(" ", bare.replace("'", "").replace("’", "")).strip()


def words(text: str) -> list[str]:
    """The words of a text in their comparable form."""
    return normal(text).split()
