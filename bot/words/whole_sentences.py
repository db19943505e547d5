"""What happens, told as on a phone ("veld 3 weg", "start bouw 1 juni"), as a whole sentence where a
rule can surely make one. Pure.

A fragment that surely has no verb and fits no rule is for whoever writes; anything else stands as
it was told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.words.dates import MONTHS
from bot.words.to_the_writer import VERB

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WHEN = (
    rf"(?P<when>(?:op |in |per |vanaf |eind |begin |medio )?(?:\d{{1,2}} {_MONTH}(?: 20\d\d)?"
    rf"|{_MONTH}(?: 20\d\d)?|20\d\d|(?:het |de )?(?:voor|na)jaar|(?:de )?zomer|(?:de )?winter))"
)
_EVENT = (
    r"(?:bouw|sloop|werk|kap|aanleg|inspraak|opening|oplevering|verhuizing|sluiting|start|proef)"
)
_HET = (
    "werk", "bad", "veld", "plein", "park", "gebouw", "huis", "pad", "bos", "station", "centrum",
    "kantoor", "terrein", "eiland", "project", "plan", "water", "dorp", "groen", "loket", "hek",
    "dak", "viaduct", "je", "riool", "kerkhof", "spoor", "perron", "toestel", "meer", "gemaal",
)  # fmt: skip
"""A noun that ends so has "het"."""
_NUMBER = r"(?P<count>(?:ongeveer |ruim |zo'n )?(?:\d[\d.]*|twee|drie|vier|vijf|zes|tien))"

_STARTS = re.compile(rf"^(?:start|begin) (?:van )?(?:de |het )?(?P<what>[\w’-]+) {_WHEN}$")
_EVENT_ON = re.compile(rf"^(?:de |het )?(?P<what>{_EVENT}) {_WHEN}$")
_PEOPLE_IN = re.compile(rf"^(?:de )?eerste (?P<what>[\w’-]+en|[\w’-]+s) {_WHEN}$")
_GONE = re.compile(
    rf"^(?P<what>(?:(?:de|het|een|oude?|\d+) )?(?!(?:de|het|een|oud)\b)[\w’-]+(?<!e)(?: \d+)?) weg"
    rf"(?: {_WHEN})?$"
)
"""A new, busy or narrow road is none that goes."""
_MORE = re.compile(r"^(?P<what>.+) erbij$")
_LESS = re.compile(rf"^{_NUMBER} (?P<what>[\w’ -]+?) (?P<way>minder|meer|extra)$")
_NEW_MANY = re.compile(rf"^{_NUMBER} (?P<what>(?:nieuwe|extra)\b.*)$")
_NEW_ONE = re.compile(
    r"^(?:een )?(?P<new>nieuwe?) (?P<what>[\w’-]+)"
    r"(?P<rest>(?: (?:aan|op|in|bij|naast|achter|voor) .+)?)$"
)
_SHUT = re.compile(
    r"^(?P<what>(?:(?:de|het) )?[\w’-]+)"
    r"(?P<long> (?:\d+|een|twee|drie|vier|paar) (?:weken|maanden|dagen|week|maand|dag))?"
    r"(?P<first> (?:van|vanaf|per|op) [^,]+?)? (?P<state>dicht|afgesloten|gesloten|open)"
    r"(?P<rest> .+)?$"
)
_FROM = re.compile(rf"^(?P<from>(?:per|vanaf) (?:\d{{1,2}} )?{_MONTH}(?: 20\d\d)?) (?P<what>.+)$")
_COSTS = re.compile(r"^(?:de )?kosten:? (?P<sum>(?:zo'n |ongeveer |ruim )?(?:€ ?)?\d.*)$")
_PERSON = re.compile(
    r"\b(?:ik|we|wij|je|jij|jullie|ze|zij|hij|men|er|dit|dat|dus|hoe|wat|wie|waar|niet|geen"
    r"|graag)\b"
)
_MAY_BE_VERB = re.compile(
    r"\b(?!(?:\w*(?:straat|kant|buurt|kunst|rand|dienst|plant|markt|tekst|rest|nacht|gracht|punt"
    r"|feest|bocht|grond|hout|zout|recht|kwart|goot|eerst|met))\b)[a-z]{3,}t\b"
    r"|\b[a-z]{3,}(?:de|den|te|ten)\b|\b(?:ge|be|ver|ont|her)[a-z]{3,}(?:d|t|en)\b"
)
_PLURAL = re.compile(r"\b[a-z]{3,}en\b")


def as_sentences(line: str) -> str:
    """A line of what happens with its fragments as sentences, as far as a rule surely can."""
    parts = line.split(", ")
    made = [_made(part) for part in parts]
    if not any(made):
        return line
    told = [sentence or part for sentence, part in zip(made, parts, strict=True)]
    ends = [bool(sentence) for sentence in made]
    text = told[0]
    for place, part in enumerate(told[1:], 1):
        text += f". {part[:1].upper()}{part[1:]}" if ends[place] or ends[place - 1] else f", {part}"
    return text


def is_fragment(line: str) -> bool:
    """Whether a line surely has no verb."""
    low = line.lower()
    if any(way.search(low) for way in (VERB, _PERSON, _MAY_BE_VERB)):
        return False
    return all(len(_PLURAL.findall(part)) <= 1 for part in low.split(", "))


def _made(part: str) -> str:
    """A part as a sentence; empty where no rule makes one."""
    low = part[:1].lower() + part[1:]
    if starts := _STARTS.match(low):
        return f"{_the(starts['what'])} begint {_on(starts['when'])}"
    if VERB.search(low) or _PERSON.search(low):
        return ""
    return next((said for way, shape in _RULES if (m := way.match(low)) and (said := shape(m))), "")


def _the(noun: str) -> str:
    if noun.startswith(("de ", "het ", "een ")):
        return noun
    return f"{'het' if noun.endswith(_HET) else 'de'} {noun}"


def _on(when: str) -> str:
    """A day or month behind its preposition: "1 juni" is "op 1 juni"."""
    first, *rest = when.split()
    if first == "in" and rest:
        return f"in {_season(' '.join(rest))}"
    if first in ("op", "in", "per", "vanaf", "eind", "begin", "medio"):
        return when
    return f"op {when}" if first.isdecimal() and len(first) < len("2027") else f"in {_season(when)}"


def _season(when: str) -> str:
    if when.endswith("jaar") and not when.startswith("het "):
        return f"het {when}"
    return f"de {when}" if when in ("zomer", "winter") else when


def _is_many(noun: str) -> bool:
    return noun.endswith(("en", "s")) and not noun.endswith(("huis", "plaats", "bus"))


def _gone(match: re.Match[str]) -> str:
    """What is no more: "veld 3 weg"."""
    what = match["what"]
    goes = "verdwijnen" if _is_many(what) else "verdwijnt"
    named = f"de {what}" if what.startswith("oud") else what
    when = f" {_on(match['when'])}" if match["when"] else ""
    return f"{named} {goes}{when}"


def _from(match: re.Match[str]) -> str:
    """What comes from a day on: "per 1 mei betaald parkeren"."""
    new = _NEW_ONE.match(match["what"])
    told = _new_one(new) if new else f"er komt {match['what']}"
    there, comes, rest = told.split(" ", 2)
    return f"{match['from']} {comes} {there} {rest}"


def _shut(match: re.Match[str]) -> str:
    what = match["what"]
    if what.split()[-1] in ("niet", "nog", "ook", "weer", "altijd"):
        return ""
    many = _is_many(what)
    is_state = match["long"] or match["state"] != "dicht"
    goes = ("zijn" if many else "is") if is_state else ("gaan" if many else "gaat")
    words = ("long", "first")
    between = "".join(match[each] or "" for each in words)
    named = what if many and not what.startswith("de ") else _the(what)
    return f"{named} {goes}{between} {match['state']}{match['rest'] or ''}"


def _new_one(match: re.Match[str]) -> str:
    what = match["what"]
    if _is_many(what):
        return f"er komen {match['new']} {what}{match['rest']}"
    return f"er komt een {match['new']} {what}{match['rest']}"


_RULES: Iterable[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = (
    (_COSTS, lambda m: f"de kosten zijn {m['sum']}"),
    (_EVENT_ON, lambda m: f"{_the(m['what'])} is {_on(m['when'])}"),
    (_PEOPLE_IN, lambda m: f"de eerste {m['what']} komen {_on(m['when'])}"),
    (_GONE, _gone),
    (_MORE, lambda m: f"er komt {m['what']} bij"),
    (_LESS, lambda m: f"er zijn straks {m['count']} {m['what']} {m['way']}"),
    (_NEW_MANY, lambda m: f"er komen {m['count']} {m['what']}"),
    (_NEW_ONE, _new_one),
    (_SHUT, _shut),
    (_FROM, _from),
)
