"""Official words and what to write instead, and abbreviations to write out.

The words come from our own reading of official letters; they are this project's choice.
"""

from __future__ import annotations

import re

JARGON: dict[str, str] = {
    "aangaande": "over",
    "aanvang": "begin",
    "aanvangen": "beginnen",
    "aanwenden": "gebruiken",
    "abusievelijk": "per ongeluk",
    "additioneel": "extra",
    "adequaat": "goed",
    "alsmede": "en ook",
    "alsnog": "toch nog",
    "alvorens": "voordat",
    "anderszins": "op een andere manier",
    "behelst": "houdt in",
    "behoudens": "behalve",
    "belanghebbende": "wie ermee te maken heeft",
    "betreffende": "over",
    "bewerkstelligen": "zorgen voor",
    "bij dezen": "hierbij",
    "bovengenoemd": "dit",
    "bovenstaand": "dit hierboven",
    "casu quo": "of",
    "conform": "volgens",
    "dan wel": "of",
    "danwel": "of",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "desbetreffende": "deze",
    "desgewenst": "als je wilt",
    "deswege": "daarom",
    "dientengevolge": "daardoor",
    "dienaangaande": "daarover",
    "dient te": "moet",
    "dienen te": "moeten",
    "doch": "maar",
    "door middel van": "met",
    "edoch": "maar",
    "echelon": "laag",
    "ertoe strekkende": "om te",
    "evenals": "en ook",
    "evenwel": "maar",
    "faciliterend": "helpend",
    "geenszins": "niet",
    "gelet op": "door",
    "geëigend": "passend",
    "geldend": "dat nu geldt",
    "gremium": "groep",
    "gremia": "groepen",
    "hetgeen": "wat",
    "hieromtrent": "hierover",
    "hiertoe": "daarvoor",
    "hoofdzakelijk": "vooral",
    "implementatie": "invoering",
    "implementeren": "invoeren",
    "in acht nemen": "rekening houden met",
    "in casu": "hier",
    "in dezen": "hierin",
    "in het kader van": "voor",
    "in voorkomende gevallen": "soms",
    "indien": "als",
    "ingevolge": "volgens",
    "inhoudelijk": "over de inhoud",
    "inzake": "over",
    "inzichtelijk maken": "laten zien",
    "jegens": "tegenover",
    "krachtens": "volgens",
    "kenbaar maken": "laten weten",
    "louter": "alleen",
    "met betrekking tot": "over",
    "met dien verstande": "maar wel zo",
    "met ingang van": "vanaf",
    "middels": "met",
    "mits": "als",
    "navenant": "net zo",
    "niettegenstaande": "ook al",
    "nopens": "over",
    "nopen": "dwingen",
    "omtrent": "over",
    "onderhavig": "dit",
    "onverminderd": "ook",
    "onverwijld": "meteen",
    "op basis van": "door",
    "optimaliseren": "beter maken",
    "overeenkomstig": "volgens",
    "partieel": "voor een deel",
    "prioriteren": "kiezen wat eerst gaat",
    "ressorteren": "vallen onder",
    "reeds": "al",
    "respectievelijk": "en",
    "significant": "duidelijk",
    "stakeholder": "wie ermee te maken heeft",
    "stakeholders": "wie ermee te maken hebben",
    "te allen tijde": "altijd",
    "te dien einde": "daarvoor",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "ten einde": "om",
    "ten gevolge van": "door",
    "ten gunste van": "voor",
    "ten tijde van": "tijdens",
    "teneinde": "om",
    "tenzij": "behalve als",
    "ter zake": "hierover",
    "terzake": "hierover",
    "thans": "nu",
    "tevens": "ook",
    "uit hoofde van": "door",
    "uitrollen": "invoeren",
    "uiteraard": "natuurlijk",
    "van toepassing is": "geldt",
    "van toepassing zijn": "gelden",
    "veelal": "vaak",
    "vermits": "omdat",
    "verscheidene": "meer",
    "verstrekken": "geven",
    "vigerend": "dat nu geldt",
    "voornemens": "van plan",
    "voornoemd": "dit",
    "voorts": "ook",
    "wederom": "weer",
    "welke": "die",
    "zodoende": "zo",
    "zorg dragen": "zorgen",
    "zulks": "dat",
}
"""Official word -> plain words. Matched as whole words; an ``-e`` at the end counts too."""

_ASKING = {"welke"}
"""Fine at the beginning of a question or clause that asks; only stiff after a noun."""

ABBREVIATIONS: dict[str, str] = {
    "a.d.h.v.": "met",
    "a.h.v.": "met",
    "a.u.b.": "alsjeblieft",
    "art.": "artikel",
    "bijv.": "bijvoorbeeld",
    "bv.": "bijvoorbeeld",
    "ca.": "ongeveer",
    "c.q.": "of",
    "d.d.": "van",
    "d.m.v.": "met",
    "d.w.z.": "dat betekent",
    "e.a.": "en anderen",
    "e.d.": "en zo",
    "enz.": "en zo verder",
    "etc.": "en zo verder",
    "evt.": "misschien",
    "excl.": "zonder",
    "i.c.m.": "samen met",
    "i.h.k.v.": "voor",
    "i.o.m.": "samen met",
    "i.p.v.": "in plaats van",
    "i.v.m.": "omdat",
    "incl.": "met",
    "jl.": "afgelopen",
    "m.a.w.": "met andere woorden",
    "m.b.t.": "over",
    "m.b.v.": "met",
    "m.i.v.": "vanaf",
    "m.n.": "vooral",
    "m.u.v.": "behalve",
    "max.": "hoogstens",
    "min.": "minstens",
    "n.a.v.": "door",
    "n.v.t.": "geldt niet",
    "nl.": "namelijk",
    "nr.": "nummer",
    "o.a.": "onder andere",
    "o.b.v.": "door",
    "o.g.v.": "volgens",
    "o.l.v.": "onder leiding van",
    "p.p.": "per persoon",
    "resp.": "en",
    "t.a.v.": "over",
    "t.b.v.": "voor",
    "t.g.v.": "door",
    "t.o.v.": "vergeleken met",
    "t/m": "tot en met",
    "tel.": "telefoon",
    "v.w.b.": "over",
    "zgn.": "zogenoemd",
    "z.s.m.": "zo snel mogelijk",
}


def _pattern(entry: str) -> re.Pattern[str]:
    """A whole-word pattern for an official word."""
    return re.compile(rf"(?<![\w-]){re.escape(entry)}e?(?![\w-])", re.IGNORECASE)


_JARGON_PATTERNS = tuple((entry, _pattern(entry)) for entry in JARGON if entry not in _ASKING)
_WHICH_AFTER_NOUN = re.compile(r",\s+welke\b(?![^.!?]*\?)", re.IGNORECASE)
_ABBREVIATION_PATTERNS = tuple(
    (entry, re.compile(rf"(?<![\w.]){re.escape(entry)}(?!\w)", re.IGNORECASE))
    for entry in ABBREVIATIONS
)


def jargon_in(text: str) -> list[tuple[str, str]]:
    """The official words in a text, each with the plain words to write instead."""
    found = [(entry, JARGON[entry]) for entry, pattern in _JARGON_PATTERNS if pattern.search(text)]
    if _WHICH_AFTER_NOUN.search(text):
        found.append(("welke", JARGON["welke"]))
    return found


def abbreviations_in(text: str) -> list[tuple[str, str]]:
    """The abbreviations in a text, each with the words to write out.

    ``min.``, ``max.``, ``art.`` and their like also end sentences as ordinary words or not at
    all: they only count when something follows in lower case or a number.
    """
    found = []
    for entry, pattern in _ABBREVIATION_PATTERNS:
        match = pattern.search(text)
        if match and (entry.count(".") != 1 or re.match(r"\s+[a-z0-9]", text[match.end() :])):
            found.append((entry, ABBREVIATIONS[entry]))
    return found
