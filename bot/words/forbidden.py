"""What of a message must not be promised, named or said, and what is said of it after all. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words.to_the_writer import VERB, WHO_SPEAKS, as_told

_NO_WORD = re.compile(
    r"^(?:en |maar |dus |ook )*(?:(?:over|van) (?P<about>[^,]+?) (?:ook |dus |nog )*)?"
    r"(?P<no>niks|niets|geen [^,]+?)(?: over (?P<on>[^,]+?))?"
    r" (?P<verb>beloven|toezeggen|zeggen|noemen|vermelden)"
    r"(?: over (?P<behind>[^,]+?))?(?P<rest>$|,? (?:want|omdat|dat|alleen|maar|behalve)\b.*)",
    re.IGNORECASE,
)
_ONLY = re.compile(r",? (?:alleen|maar|behalve) (?P<what>.+)$", re.IGNORECASE)


def promised_later(line: str) -> tuple[str, ...]:
    """What a line that promises nothing of a subject says of it to readers ("over de reiskosten
    kunnen we nog niets beloven", "we weten het uiterlijk 29 januari"); nothing where it only keeps
    something unnamed."""
    match = _NO_WORD.match(line)
    if match is None or match["verb"].lower() not in ("beloven", "toezeggen"):
        return ()
    about = _about(match)
    if not about or match["no"].lower() not in ("niks", "niets"):
        return ()
    only = _ONLY.match(match["rest"])
    that = only["what"].removeprefix("dat ") if only and only["what"].startswith("dat ") else ""
    return (NO_PROMISE.format(about=about), *filter(None, (as_told(that) if that else "",)))


def _about(match: re.Match[str]) -> str:
    """Of what subject nothing is said or promised; empty where none is named."""
    return match["about"] or match["on"] or match["behind"] or ""


NO_PROMISE = "over {about} kunnen we nog niets beloven"


def not_promised(line: str) -> tuple[str, str] | None:
    """What must not be promised or named ("niets beloven over reiskosten"), and what may be said of
    it after all, for whoever writes; None where a line forbids nothing."""
    match = _NO_WORD.match(line)
    if match is None:
        return None
    about = _about(match)
    if about and (VERB.search(about) or WHO_SPEAKS.search(about)):
        return None
    no = "niets" if match["no"].lower() == "niks" else match["no"].lower()
    forbids = f"{no} {match['verb'].lower()}{f' over {about}' if about else ''}"
    only = _ONLY.match(match["rest"])
    if only is None:
        return forbids, ""
    return forbids, f"{about}: alleen {only['what']}" if about else only["what"]


_FORBIDS = re.compile(
    r"^geen woord over\b|^schrijf (?:\w+ )?niet\b|^noem (?:\w+ ){1,3}niet\b|^niet naar .+ wijzen$"
    r"|\bniet (?:aan de schandpaal|naar buiten)\b"
    r"|\bmag\b.*\bniet (?:zeggen|beloven|noemen) dat\b"
    r"|\b(?:niet|nooit)\b(?: \w+){0,4} (?:be)?(?:noemen|behandelen|herhalen|vermelden|invullen)"
    r"(?: in (?:de|het) \w+)?(?:$|,)|\bniks invullen\b|\bniets invullen\b"
    r"|\bniet in (?:de|het) \w*(?:brief|mail|stuk|rib|raadsvoorstel)\b|^geen beloftes?\b"
    r"|\bbuiten schot (?:houden|laten)\b|\bniet overdrijven\b"
    r"|^(?:niks|niets) over\b(?!.*\b(?:besloten|bekend)\b)"
    r"|\b(?:mag|mogen)\b.*\b(?:nog )?niet weten$"
    r"|\bniet de schuld geven\b|^niet (?:zeggen|noemen|melden|vertellen|beloven|schrijven)\b"
    r"|^(?:pas op|let op|kijk uit|zorg)\b(?!:).*\b(?:niet|geen|nooit)\b"
    r"|\b(?:hoeft?|hoort|moet|mag|kan) er (?:dus |echt |beter )?(?:niet in|uit)\b"
    r"|\berbuiten (?:laten|houden)\b"
    r"|\bwil(?:len)? (?:liever |echt )?niet (?:hebben )?dat\b.*\b(?:genoemd|gezegd"
    r"|geschreven|vermeld)\b"
    r"|\bbinnenskamers\b|\bintern houden\b"
    r"|\bhou(?:d|den)? (?:dat|dit|het|die)? ?(?:intern|voor ons|onder ons|stil)\b",
    re.IGNORECASE,
)
_SPOKEN_BY = re.compile(r"^(?:(?:dat|dit|die) )?(?:we|wij|ik|ze|zij|jullie|je|u)\b", re.IGNORECASE)
_FORBIDDEN_END = re.compile(
    r"[,;] *(?:en )?(?P<never>(?:geen woord over|niet naar|schrijf niet"
    r"|niet noemen (?:dat|wie|wat|hoe|waarom))\b[^,;]*)(?P<rest>[,;].*|$)",
    re.IGNORECASE,
)
_QUESTION_OF_NAMING = re.compile(
    r"(?:^|,? (?:en |maar )?)(?:(?!,).)*\b(?:noemen|zeggen|vermelden) ?\?$"
    r"|^nee,? (?:toch )?(?:maar )?niet (?:noemen|zeggen|vermelden)\b.*$",
    re.IGNORECASE,
)


def forbidden(line: str) -> bool:
    """Whether a line only tells what must not be said or named."""
    return bool(_FORBIDS.search(line)) and not _SPOKEN_BY.match(line)


def forbidden_apart(line: str) -> list[str]:
    """A line, and apart what it forbids in its midst or at its end."""
    match = _FORBIDDEN_END.search(line)
    if match is None:
        return [line]
    rest = match["rest"].strip(" ,;")
    return [line[: match.start()].strip(), match["never"], *([rest] if rest else [])]


def without_own_question(line: str) -> str:
    """The line without what it asks of oneself: whether to name something."""
    return _QUESTION_OF_NAMING.sub("", line).strip(" ,;")


_UNNAMED = re.compile(
    r"^(?:(?:noem|vermeld) (?P<noun>(?:\w+ ){1,3})niet\b|geen woord over (?P<on>[^,;.]+)"
    r"|niet naar (?P<to>[^,;.]+?) wijzen\b"
    r"|(?P<what>[^,;.]+?),? (?:(?:liever|echt|dus|ook|maar) )*(?:niet|nooit) "
    r"(?:(?:bij naam|met naam) )?"
    r"(?:noemen|vermelden|de schuld geven|aan de schandpaal|in (?:de|het) \w+)"
    r"|(?P<out>[^,;.]+?) (?:hoeft?|hoort|moet|mag) (?:er )?(?:niet in|uit)\b"
    r"|(?P<kept>[^,;.]+?) erbuiten (?:laten|houden))",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{5,}|\d{2,}")
_OF_ANYTHING = frozenset((
    *("deze", "verhaal", "gedoe", "naam", "namen", "woord", "eigen", "nieuwe", "zeggen", "noemen"),
    *("brief", "raadsbrief", "maken", "hebben", "worden", "gaat", "andere", "liever", "alleen"),
    *("bewoners", "inwoners", "ouders", "gemeente", "wethouder", "college", "mensen", "hoeft"),
))  # fmt: skip
MOST_WORDS = 2
"""So many of the words of what is not named are enough to know it by."""


def unnamed(lines: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The words by which is known what must not be named, of each line that forbids to name a
    thing; a line that only forbids to promise something leaves the thing itself to be named."""
    found = (match for line in lines if (match := _UNNAMED.match(line)))
    named = (next(filter(None, match.groups()), "").lower() for match in found)
    words = (frozenset(_WORDS.findall(one)) - _OF_ANYTHING for one in named)
    return tuple(one for one in words if one)


def names_one(line: str, unnamed: Iterable[frozenset[str]]) -> bool:
    """Whether a line names one of these: its only word, or two of its words."""
    low = line.lower()
    return any(
        sum(word in low for word in words) >= min(MOST_WORDS, len(words)) for words in unnamed
    )
