"""Which answers of the default pack are what a plain key of a project says. Pure.

Only where they map: money and time say how much, the pack asks whether it is enough; days, the kind
of project and who is touched are no questions of the pack. That nothing was decided yet is no
answer either (there is an idea, a plan or a proposal): it only speaks against "decided".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Answers = frozenset[str]
Ways = tuple[tuple[str, Answers], ...]
"""How a value begins or what it holds (a pattern), and the answers of which any one is right; the
first that fits counts."""

_OPEN = frozenset(f"te_kiezen.{one}" for one in ("uitvoering", "paar", "veel"))
_DECIDED = frozenset(("fase.besloten", "fase.uitvoering"))
_EARLY = frozenset(("fase.idee", "fase.plan", "fase.ontwerp"))
_DECIDERS = ("raad", "college", "burgemeester", "organisatie", "andere_overheid", "partij")
_STATE = r"provinc|waterschap|rijk|ministerie|hoogheemraad"


def _one(question: str, *options: str) -> Answers:
    return frozenset(f"{question}.{option}" for option in options)


MEANT: Mapping[str, Ways] = {
    "wie_begon": (
        (r"^gemeente", _one("wie_begint", "gemeente")),
        (r"^inwoners", _one("wie_begint", "inwoners")),
        (r"^samen", _one("wie_begint", "samen", "samen_derde")),
        (r"^ander", _one("wie_begint", "derde")),
    ),
    "wie_beslist": (
        (rf"^(?:ander: )?.*(?:{_STATE})", _one("wie_beslist", "andere_overheid")),
        (r"adviseert|geeft advies|staat er niet", frozenset()),
        (r"^raad", _one("wie_beslist", "raad")),
        (r"^(?:college|ander: wethouder|wethouder)", _one("wie_beslist", "college")),
        (r"^(?:ander: )?burgemeester", _one("wie_beslist", "burgemeester")),
        (r"^(?:ander: )?(?:directie|team|afdeling)", _one("wie_beslist", "organisatie")),
    ),
    "al_besloten": ((r"^ja", _DECIDED),),
    "wat_kan_nog_anders": (
        (r"^(?:niets|niks)\b(?! toegezegd)", _one("te_kiezen", "niets")),
        (r"^(?:alles|of)\b", _one("te_kiezen", "alles")),
        (r"toegezegd|vastgesteld", frozenset()),
        (r"^alleen", _OPEN | _one("te_kiezen", "niets")),
        (r"", _OPEN),
    ),
    "wie_mist": (
        (r"jong|jeugd|kind|tiener", _one("wie_mist", "jongeren")),
        (r"ondernem|winkel|bedrij|boer|horeca", _one("wie_mist", "ondernemers")),
        (r"nieuwkomer|anderstalig|lees|taal|laptop", _one("wie_mist", "taal")),
        (r"rolstoel|beperking|ouder(?!s)|slecht ter been", _one("wie_mist", "beperking")),
        (r"gezin|werkende|druk", _one("wie_mist", "drukke_mensen")),
    ),
    "eerder_beloofd": ((r"", _one("voorgeschiedenis", "beloofd")),),
    "eerder_mislukt": ((r"", _one("voorgeschiedenis", "mislukt", "genegeerd")),),
    "te_laat_gehoord": (
        (
            r"",
            _one("voorgeschiedenis", "te_laat")
            | _one("nog_stil", "geraakt")
            | _one("raakt_anderen", "niet_gehoord"),
        ),
    ),
}


_AGAINST: Mapping[str, Ways] = {
    "wie_begon": ((r"", _one("wie_begint", "gemeente", "inwoners", "samen", "derde")),),
    "wie_beslist": ((r"", _one("wie_beslist", *_DECIDERS)),),
    "al_besloten": ((r"^ja", _EARLY), (r"", _DECIDED)),
    "wat_kan_nog_anders": ((r"", _OPEN | _one("te_kiezen", "niets", "alles")),),
}
"""What can't be so beside what a key says, apart from what it means."""


def meant(key: str, value: str) -> Answers:
    """The answers of which any one says this; none where the pack has none."""
    return _first(MEANT.get(key, ()), value)


def against(key: str, value: str) -> Answers:
    """The answers that say something else than this."""
    return _first(_AGAINST.get(key, ()), value) - meant(key, value)


def _first(ways: Ways, value: str) -> Answers:
    return next((said for way, said in ways if re.search(way, value.lower())), frozenset())
