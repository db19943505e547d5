"""Whether a text has the shape of a question."""

from __future__ import annotations

import re

_FIRST = (
    "wat wie hoe hoeveel hoelang waar waarom waarvoor waarmee waarover waarop waaraan wanneer "
    "welk welke mag mogen moet moeten kan kun kunnen is zijn heeft hebben heb hebt bestaat "
    "bestaan krijg krijgt krijgen geldt valt vallen telt noem leg staan staat hoort hoeft hoeven "
    "doet werkt wordt worden zou zouden bewaar bewaren vertel"
).replace(" ", "|")
_LATER = "wat|wie|hoe|waar|wanneer|mag|moet|moeten|kan|kunnen|krijgen|krijgt|is dat|of"
_ASKS = re.compile(
    r"^(?:(?:en|maar|ja|oke|hoi|hallo|vraagje)\s+)?"
    rf"(?:(?:bij|op|aan|in|voor|vanaf|met|tot|uit|van)\s+(?:welke?|wie|wat|wanneer)|{_FIRST})\b"
    rf"|,\s*(?:{_LATER})\b[^.]*$"
    r"|\b(?:mag dat|kan dat|wat nu|en nu|hoe dan|hoe werkt dat)\W*$",
    re.IGNORECASE,
)
_VERB = (
    "zit zitten weet weten komt komen gaat gaan blijft blijven past passen klopt scheelt vindt "
    "vinden wil willen denkt denken ziet zien ligt liggen loopt lopen duurt begint beginnen "
    "beslist beslissen besluit besluiten betaalt betalen maken maakt geeft geven neemt nemen "
    "helpt helpen speelt doen zegt leest lezen luistert praat praten hangt kost lukt"
).replace(" ", "|")
_SUBJECT = (
    "de het een er dat die dit deze we wij je jij jullie ze zij hij u iemand iedereen mijn onze "
    "ons hun jouw elke ieder"
).replace(" ", "|")
_VERB_FIRST = re.compile(
    r"^(?:(?:en|maar|ja|oke|dus|trouwens)\s+)?"
    rf"(?:{_VERB})\s+(?:{_SUBJECT})\b(?!.*\bdan\s+\w)",
    re.IGNORECASE | re.DOTALL,
)
"""A verb before who does it asks, unless a "dan" follows: "komt hij niet, dan stopt het"."""


_TELLING_VERB = (
    "weten weet wisten bepalen bepaalt beslissen beslist bespreken kiezen zien horen hebben is "
    "zijn blijft staat moeten moet"
).replace(" ", "|")
_OPEN = (
    "niet later onduidelijk onbekend onzeker open bekijken uitzoeken bepalen weten bespreken over "
    "bekend besloten af samen zelf"
).replace(" ", "|")
_NOT_KNOWN = re.compile(
    rf"^(?:of|wat|wie|hoe|hoeveel|waar|wanneer|welke?)\b (?!(?:{_TELLING_VERB})\b).*"
    rf"\b(?:{_TELLING_VERB})\b(?: (?:we|wij|ik|ze|zij|nog|pas|wel|zelf|het|er))*"
    rf"(?: (?:de|het) \w+)?(?: (?:we|wij|nog|pas|wel|het))* (?:{_OPEN})"
    r"(?: (?:zeker|bekend|duidelijk|hebben|af|besloten))*\W*$",
    re.IGNORECASE,
)
"""What is not known or decided yet, told as a sentence: "wie het wordt weten we nog niet"."""


def is_asking(text: str) -> bool:
    """Whether a text has the shape of a question."""
    said = text.strip()
    if not said.endswith("?") and _NOT_KNOWN.search(said):
        return False
    return begins_asking(said) or asks_by_order(said)


def asks_by_order(text: str) -> bool:
    """Whether a text asks by having its verb before who does it."""
    return bool(_VERB_FIRST.search(text.strip()))


def begins_asking(text: str) -> bool:
    """Whether it has a question mark, or the words with which most questions begin: what a model
    was trained with, on both sides of the pipe."""
    return text.rstrip().endswith("?") or bool(_ASKS.search(text.strip()))
