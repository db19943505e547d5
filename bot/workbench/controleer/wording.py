"""What the report of a check says: per kind of finding in ``wording.yml``, the rest here.

The report as a whole is ``rapport.txt.j2``.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bot.packs.errors import Report
from bot.packs.text.source import parse


class Words(NamedTuple):
    """What is said of one kind of finding, and in which lists of a pack such a thing stands.

    ``on_top``: what to do in a pack that is based on another; what is found may not be its own.
    """

    heading: str
    sentence: str
    to_do: str
    on_top: str
    lists: tuple[str, ...]


def _kinds() -> dict[str, Words]:
    file = Path(__file__).with_name("wording.yml")
    (raw,) = parse(file.read_text("utf-8"), file.name, Report()) or [{}]
    return {
        kind: Words(
            said["kop"],
            said["zin"],
            said["doe"],
            said.get("doe_bovenop", ""),
            tuple(said.get("staat_in", ())),
        )
        for kind, said in raw.items()
    }


KINDS = _kinds()
"""By kind of finding."""
HELP_DAY = "zoals het op deze dag is, bijvoorbeeld 2027-01-31"
HELP_STRICT = "let-op-punten tellen als fout"
HELP_EVERYTHING = "laat elk punt zien"
HELP_UNMEASURED = "meet de teksten niet"
NOT_SPELLED = "De spelling is niet nagekeken. {}"
NOT_MEASURED = "De teksten zijn niet gemeten. {}"
LEVELS = {"fout": "FOUTEN", "let op": "LET OP", "tip": "GOED OM TE WETEN"}
WHERE, EXAMPLE, CONDITION, TO_DO = "Waar", "Voorbeeld", "Voorwaarde", "Wat nu"
ROW_GONE = "{{id: {row}, verwijder: true}}"
ROW_BEFORE = "{{id: {row}, vul_aan: true, voor: {other}}}"
IN_OWN_PACK = (
    "zet in je eigen pakket besluiten: [{{id: {decision}, vul_aan: true, rijen: [{row}]}}]."
)
OWN_ROW_AWAY = "haal ‘{row}’ weg."
OWN_ROW_BEFORE = "zet er ‘voor: {other}’ bij."
ABOVE_ROW = "zet ‘{row}’ boven ‘{other}’."
ROW_NOT_NEEDED = "Deze rij is niet nodig: wat eronder valt, krijgt al dezelfde uitkomst; {away}"
LOOK_AT_CONDITION = "Kijk of de voorwaarde klopt. Heb je de regel niet nodig? Dan {away}"
TAKE_ROW_AWAY = "Is zij niet nodig? Dan {away}"
OR_EARLIER = "Moet zij wel tellen? Dan {how} {effect}"
BETTER_NOT_EARLIER = (
    "Moet zij wel tellen? Met alleen dit komt het niet goed: {how} {effect} Maak haar dan "
    "enger, of verander ook de voorbeelden."
)
EARLIER_DOES_NOTHING = "Eerder zetten helpt niet: ook vooraan doet zij niets."
NO_ANSWER = "niets hiervan"
GIVEN_BY = "Alleen {rows} geeft deze uitkomst."
GIVEN_BY_MORE = "Alleen {rows} geven deze uitkomst."
GIVEN_BY_NONE = "Geen enkele rij geeft deze uitkomst."
A_RULE = {
    "beslistabel": "rij ‘{id}’",
    "punten": "punten {number}",
    "matrix": "vak {} bij {}",
    "bijstelling": "schuif ‘{id}’",
}
"""One rule of a decision, by what a pack calls that kind."""
BAND = "Kijk bij ‘banden’ van {decision}: ‘vanaf: {start}’ past niet bij de punten die kunnen."
EXPECTED = "er komt {found} uit, verwacht was {expected}"
SILENT = "Dit voorbeeld zegt niets over {names}; dan kan het nog van alles worden"
EXPECTED_PART = "bij ‘{cell}’ komt er {found} uit, verwacht was {expected}"
FALL = "Met ‘{}’ komt er ‘{}’ uit{}, met ‘{}’ komt er ‘{}’ uit{}."
BY_ROW = " (rij ‘{}’)"
EVERYTHING = "elke combinatie"
NOT_SEEN, SEEN_ON = "nog niet bekeken", "bekeken op {}"
FROM, UNTIL = "geldt vanaf {}", "geldt tot en met {}"
LONG_LABEL = "‘{label}’ ({length} tekens)"
INFORMING = "‘{whom}’ in de volgorde ({id})"
SITUATION = "situatie ‘{name}’ ({id})"
FAQ = "het antwoord op ‘{question}’ ({id})"
OPTION = "antwoord ‘{label}’ ({id}) bij ‘{question}’"
OUTCOME_OF = "uitkomst ‘{outcome}’ van {decision}"


def effect(now: int, then: int, cases: tuple[str, ...], idle: tuple[str, ...]) -> str:
    """What a change did when it was tried: how many faults there are now and then, the worked cases
    that come out otherwise, and the rules that do nothing any more."""
    if then == 0:
        told = ["Ik probeerde het: dan is er geen fout meer."]
    elif then > now:
        more = "komt er 1 fout" if then - now == 1 else f"komen er {then - now} fouten"
        told = [f"Ik probeerde het: dan {more} bij."]
    else:
        faults = "is er nog 1 fout" if then == 1 else f"zijn er nog {then} fouten"
        told = [f"Ik probeerde het: dan {faults}, en nu {now}."]
    if idle:
        verb = "doet" if len(idle) == 1 else "doen"
        told.append(f"Dan {verb} {_some(idle)} niets meer.")
    if cases:
        verb = "Dit voorbeeld komt" if len(cases) == 1 else "Deze voorbeelden komen"
        told.append(f"{verb} dan anders uit: {_some(cases)}.")
    return " ".join(told)


def _some(names: tuple[str, ...]) -> str:
    """At most three names, without the decision in front."""
    shown = ", ".join(f"‘{name.rpartition('.')[2]}’" for name in names[:3])
    return f"{shown} en meer" if names[3:] else shown


def combinations(number: int, told: str) -> str:
    """How many combinations; ``told``: the number in words."""
    return "1 combinatie" if number == 1 else f"{told} combinaties"
