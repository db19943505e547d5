"""The sentences of what a person tells for papers, and those of them that ask nothing. Pure."""

from __future__ import annotations

import re

from bot.words.left_out import stays_inside

_SENTENCE = re.compile(
    r"(?<![\s.][^\W\d])(?<!^\d)(?<!^\d\d)(?<!\bnr)(?<!\bca)(?<!\bbijv)(?<!\bmln)(?<!\bmevr)(?<!\bdhr)"
    r"(?<!sver)(?<!tver)(?<!\bbedr)(?<!\bgem)(?<!\bincl)(?<!\bexcl)"
    r"[.!;](?=\s+\S)|(?<=\?)\s+|\n+",
    re.MULTILINE,
)
LEADS = re.compile(
    r"^(?:(?:(?:en|oh? ?ja|oja|trouwens|verder nog|verder|maar|oh?|ok[eé]?|want|hoi|hallo|heej*|hey"
    r"|hai)\b(?! (?:of|ook al|als|toen)\b)|(?:dus|nou|dan)\b(?! (?:heeft|hebben|had|is|zijn"
    r"|was|zegt|zei|kan|kun|kunnen|mag|mogen|moet|moeten|gaat|gaan|komt|krijgt|wordt|dat|als|toen|heb"
    r"|wat)\b))[ ,:]+|wat (?:[\w-]+ ){1,2}is: )+",
    re.IGNORECASE,
)
"""What a sentence only goes on with."""
MARKUP = re.compile(r"[*_#|<>`{}~]|^\s*[-•–]\s+", re.MULTILINE)
"""What a chat writes around words, and a paper does not."""


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, without what ends them."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


_ASKS = re.compile(
    r"^(?:(?:en|maar|dus|nou|ok[eé]?|ja)[, ]+)*(?:hoe|wat|wie|waar|waarom|wanneer|welke?)\b"
    r"|\b(?:hoe|wat|waarom|wanneer) \w+ (?:ik|we|wij|je|ze|dat|dit|het|er|daar)\b"
    r"|\b(?:hoe|wat|wie|waar|waarom|wanneer|welke|moet|moeten|kan|kunnen|mag|mogen|red|zal|zullen|ga"
    r"|doe|noem|is|zijn) (?:ik|we|wij|je|jij|hij|ze|het|dat|dit|er|kan|moet|doe|mag)\b(?! dus\b)"
    r"|^(?:(?:en|maar|dus|nou|ok[eé]?|ja)[, ]+)*(?:kan|kunnen|mag|mogen|moet|moeten|is|zijn|gaat"
    r"|weet|geldt|klopt|hoort) (?:iemand|dan|dat|die|de|een|mensen|bewoners|u|jullie)\b",
    re.IGNORECASE,
)


def without_questions(text: str) -> str:
    """The sentences of a text that ask nothing, as far as their words tell."""
    parts = (
        part
        for part in (LEADS.sub("", one) for one in sentences(text))
        if "?" not in part and not _ASKS.search(part) and not stays_inside(part)
    )
    return ". ".join(parts)
