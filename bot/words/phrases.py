"""Small joints of Dutch sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence


def plain(id: str) -> str:
    """An id as words."""
    return id.replace("_", " ")


def either(words: Sequence[str]) -> str:
    """Words joined by "of"."""
    return " of ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def both(words: Sequence[str]) -> str:
    """Words joined by "en"."""
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def first_sentence(text: str) -> str:
    """The text up to and with its first full stop, question mark or exclamation mark."""
    sentence = re.match(r".+?[.?!](?=\s|$)", text)
    return sentence.group() if sentence else text


def capital(text: str) -> str:
    """The text as it begins a sentence; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text as it goes on within a sentence; the rest stays as it is, and so does "VNG"."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
