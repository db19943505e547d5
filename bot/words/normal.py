"""Texts made comparable: lower case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """The text without accents: "één idée" is "een idee", for whoever types it either way."""
    if text.isascii():
        return text
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not _is_accent(sign))
    return unicodedata.normalize("NFC", bare)


def _is_accent(sign: str) -> bool:
    return bool(unicodedata.combining(sign))


def normal(text: str) -> str:
    """The words of a text, lower-cased and without accents or signs, one space apart."""
    plain = folded(unicodedata.normalize("NFKD", text.lower()))
    return _NOT_WORD.sub(" ", plain.replace("'", "").replace("’", "")).strip()
