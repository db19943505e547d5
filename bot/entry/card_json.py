"""A card as JSON values with the Dutch names that the doors for machines use."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from bot.advice.card import Card
from bot.packs.format.schema import MOMENTS

_CARD = {
    "rules": "regels", "pieces": "stukken", "is_provisional": "voorlopig",
    "rest_is_fixed": "rest_ligt_vast", "reasons": "redenen", "because": "want",
    "counted": "geteld",
    "gap": "bekend_gebrek", "points": "aandachtspunten", "still": "nog_te_vragen",
    "steps": "stappen", "presses": "nu_eerst",
    "ask_first": "vraag_eerst", "open": "open", "homework": "huiswerk", "what_ifs": "wat_als",
    "tip": "kantelpunt", "hinge": "scharnier", "unshaken": "blijft_zo", "answers": "antwoorden",
    "empty_chairs": "lege_stoelen", "chapters": "ehbo", "sources": "bronnen", "alike": "lijkt_op",
    "actions": "acties", "choice": "eigen_keuze", "tracks": "sporen", "track": "spoor",
    "outcomes": "uitkomsten", "order": "volgorde", "on_leak": "bij_lek",
    "situated": "situatie", "clash": "botsing", "assumed": "aangenomen",
}  # fmt: skip
_PARTS = {
    "pack": "pakket", "title": "titel", "version": "versie", "sentence": "zin", "line": "regel",
    "fired": "geldig", "cell": "stuk", "name": "naam", "part": "deel", "possible": "mogelijk",
    "outcome": "uitkomst", "share": "aandeel", "certainty": "zekerheid", "form": "vorm",
    "headline": "kop", "at_least": "minstens", "fallback": "terugval", "after": "daarna",
    "formerly": "heette", "named": "genoemd", "group": "groep", "duties": "plichten",
    "is_main": "hoofdzaak", "id": "id", "text": "tekst", "do": "doe",
    "moment": "moment", "duty": "plicht", "serious": "ernstig", "urgent": "dringend",
    "there": "bij", "valid_from": "geldig_vanaf", "valid_to": "geldig_tot", "deed": "dan",
    "changes": "verander", "maybe": "misschien", "at_once": "meteen", "reason": "reden",
    "slug": "hoofdstuk", "description": "beschrijving", "simple_says": "simpel_zegt",
    "key": "vraag", "question": "naam", "piece": "stuk", "status": "stand", "whom": "bij_wie",
    "who": "wie", "how": "hoe", "booklet": "boekje", "page": "bladzijde",
    "values": "waarden", "low": "laag", "high": "hoog", "low_open": "laag_open",
    "high_open": "hoog_open", "url": "adres",
    "seen_on": "gelezen_op", "apology": "excuus", "questions": "vragen", "unseen": "niet_bekeken",
    "differs": "verschilt",
}  # fmt: skip
_FORM = {
    "kind": "soort", "fallback_when": "terugval_geldt", "also_called": "ook_genoemd",
    "explanation": "uitleg", "fits": "past_als", "fits_not": "past_niet_als", "owner": "eigenaar",
    "roles": "rollen", "methods": "methoden", "when": "wanneer", "when_not": "wanneer_niet",
    "legal": "juridisch", "first_steps": "eerste_stappen", "promise": "belofte",
    "not_promise": "belofte_niet", "council_first": "raad_vooraf", "feedback": "terugkoppeling",
    "evaluation": "evaluatie", "gains": "wint", "pays": "betaalt", "pitfalls": "valkuilen",
    "honest": "eerlijk", "interpretation": "duiding",
}  # fmt: skip
_SITUATION = {
    "greeted": "aanhef",
    "first": "eerste_vraag", "special": "bijzonder", "hours": "tijden", "time": "tijd",
    "say": "zeg", "opening": "openingszinnen", "never": "nooit_zeggen", "council": "raad",
    "good": "voorbeeld_goed", "bad": "voorbeeld_fout", "sets": "zet", "why": "waarom",
    "label": "label", "stand": "stand",
}  # fmt: skip
KEYS: Mapping[str, str] = MappingProxyType(_CARD | _PARTS | _FORM | _SITUATION)
"""What a field of a card, and of what stands on it, is called in JSON."""

_UNTOLD = frozenset({"lines", "holds"})
"""What a form could have said with other answers."""
_MOMENTS = {english: dutch for dutch, english in MOMENTS.items()}
_NAMED = {
    "stand": {"green": "goed", "amber": "let_op", "grey": "onbekend"},
    "certainty": {"certain": "zeker", "likely": "waarschijnlijk", "guess": "onzeker"},
    "status": {"given": "gegeven", "unknown": "weet_ik_niet", "skipped": "overgeslagen"},
    "kind": {"form": "vorm", "role": "rol", "first": "eerst"},
    "fallback_when": {"until": "tot_dan", "after": "daarna"},
    "actions": {
        "chapter": "hoofdstuk", "why_not": "waarom_niet", "chairs": "stoelen",
        "order": "volgorde", "kind": "soort", "how": "aanpak", "papers": "stukken",
        "overrule": "anders", "continue": "verder", "change": "overzicht",
    },
}  # fmt: skip


def card_json(card: Card) -> dict[str, Any]:
    """The card as values for JSON, whole."""
    values: dict[str, Any] = _plain(card)
    return values


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        told = (field.name for field in fields(value) if field.name not in _UNTOLD)
        return {KEYS[name]: _field(value, name) for name in told}
    if isinstance(value, Mapping):
        return {_MOMENTS.get(key, key): _plain(each) for key, each in value.items()}
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _field(record: Any, name: str) -> Any:
    """A field; of one that names a way, the way is said in Dutch too."""
    value, names = getattr(record, name), _NAMED.get(name)
    if names is None:
        return _plain(value)
    return names[value] if isinstance(value, str) else [names[each] for each in value]
