"""Every sentence in the report of a check: per kind a heading, a sentence, and what to do.

In a sentence ``{it}`` is what the finding is about, ``{others}`` what explains it, ``{detail}`` a
figure or a day, ``{combinations}`` how many combinations, ``{share}`` which part of all.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What is said of one kind of finding."""

    heading: str
    sentence: str
    to_do: str


KINDS = {
    "geen_advies": Words(
        "Hier komt geen advies uit",
        "{it} heeft geen uitkomst bij {combinations} ({share}).",
        "Voeg een rij toe voor dit geval, of zet bij het besluit een uitkomst onder ‘anders’.",
    ),
    "twee_adviezen": Words(
        "Twee rijen gelden tegelijk",
        "{it} gelden allebei bij {combinations} ({share}).",
        "Maak een van de rijen enger. Mag de eerste winnen? Kies dan ‘treffer: eerste’.",
    ),
    "rij_nooit": Words(
        "Deze regels gelden nooit",
        "{it} kan nooit gelden.",
        "Kijk of de voorwaarde klopt. Haal de regel weg als je haar niet nodig hebt.",
    ),
    "rij_verborgen": Words(
        "Deze regels doen niets",
        "{it} doet nooit mee: wat eronder valt, valt al onder {others}.",
        "Zet de rij eerder in de tabel, of haal haar weg.",
    ),
    "schuif_verborgen": Words(
        "Deze regels doen niets",
        "{it} geldt wel, maar verandert nooit iets.",
        "Kijk naar de stap en de grenzen, of haal de schuif weg.",
    ),
    "vraag_zonder_gevolg": Words(
        "Deze vragen doen er niet toe",
        "{it}: geen enkel antwoord verandert iets.",
        "Gebruik de vraag in een regel, of haal haar weg. Dat scheelt de lezer een vraag.",
    ),
    "optie_zonder_gevolg": Words(
        "Deze antwoorden maken geen verschil",
        "{it}: of je dit kiest of niet, er verandert niets.",
        "Gebruik het antwoord in een regel, of haal het weg.",
    ),
    "opties_gelijk": Words(
        "Deze antwoorden geven hetzelfde advies",
        "{it} leiden altijd tot hetzelfde.",
        "Dat mag: mensen herkennen zich in hun eigen woorden. Anders kun je ze samenvoegen.",
    ),
    "vorm_onbereikbaar": Words(
        "Deze uitkomsten komen nooit voor",
        "{it} komt er bij geen enkele combinatie uit. {others}",
        "Kijk of er een rij ontbreekt of te laat staat. Haal anders de uitkomst weg.",
    ),
    "vraag_nooit": Words(
        "Deze vragen komen nooit aan bod",
        "{it} kan nooit aan bod komen: ‘alleen_als’ klopt nooit.",
        "Kijk of de voorwaarde bij ‘alleen_als’ klopt.",
    ),
    "voorbeeld_anders": Words(
        "Deze voorbeelden komen anders uit",
        "{it}: {detail}.",
        "Kijk wie er gelijk heeft: het voorbeeld of de regels. Pas de andere aan.",
    ),
    "besluit_zonder_gevolg": Words(
        "Deze besluiten gebruikt niemand",
        "{it} telt nergens mee.",
        "Gebruik het besluit in een regel, zet het onder ‘naast’, of haal het weg.",
    ),
    "vak_nooit": Words(
        "Deze vakken komen nooit voor",
        "{it} komt bij geen enkele combinatie voor.",
        "Dat mag: een matrix heeft altijd alle vakken.",
    ),
    "bron_ontbreekt": Words(
        "Hier ontbreekt een bron",
        "{it} heeft geen bron.",
        "Noem een bron, of ‘eigen’ als het je eigen oordeel is.",
    ),
    "bron_oud": Words(
        "Deze bronnen zijn langer dan een jaar niet bekeken",
        "{it}: {detail}.",
        "Bekijk de bron opnieuw en pas ‘gezien_op’ aan.",
    ),
    "pakket_oud": Words(
        "Dit pakket is langer dan een jaar niet nagekeken",
        "{it}: {detail}.",
        "Loop het pakket na en pas ‘gecontroleerd_op’ aan.",
    ),
    "hoofdstuk_oud": Words(
        "Deze EHBO-hoofdstukken zijn langer dan een jaar niet nagekeken",
        "{it}: {detail}.",
        "Lees het hoofdstuk na en pas ‘gecontroleerd_op’ aan.",
    ),
    "verlopen": Words(
        "Dit loopt af of is voorbij",
        "{it} {detail}.",
        "Verleng het, schrijf wat er daarna geldt, of haal het weg.",
    ),
    "nog_niet_geldig": Words(
        "Dit geldt nog niet",
        "{it} {detail}.",
        "Je hoeft niets te doen: vanaf die dag telt het mee.",
    ),
    "contact_ontbreekt": Words(
        "Er staat niet bij wie je kunt bellen",
        "{it} noemt geen contact. De bot verwijst dan naar de participatieadviseur of de griffier.",
        "Vul in je eigen pakket ‘contact’ in.",
    ),
    "label_lang": Words(
        "Deze labels passen niet op een telefoon",
        "{it}: {detail}.",
        "Maak het label korter: hoogstens 30 tekens. De rest kan bij ‘toelichting’.",
    ),
    "verwijzing": Words(
        "Dit klopt niet met een ander pakket",
        "{it}: {detail}",
        "Kijk in dat pakket hoe het heet, of haal de regel bij ‘gelijk_aan’ weg.",
    ),
    "velden_weg": Words(
        "Hier verving je een item, en raakte veel kwijt",
        "{it} heeft niet meer: {detail}.",
        "Wil je het alleen aanvullen? Zet er vul_aan: true bij. Is dit de bedoeling? Prima.",
    ),
    "tekst": Words(
        "Deze teksten zijn moeilijk of niet goed gespeld",
        "{it}: {detail}.",
        "Maak de tekst eenvoudiger. Is een naam juist? Zet hem dan in de woordenlijst.",
    ),
    "gebrek_weg": Words(
        "Deze bekende gebreken zijn er niet meer",
        "{it} staat nog als ‘{detail}’ bij de bekende gebreken.",
        "Haal het daar weg.",
    ),
}

_REMOVE = (
    "Komt zij uit het pakket waarop je bouwt? Haal haar weg in je eigen pakket, met "
    "besluiten: [{{id: {id}, vul_aan: true, rijen: [{rows}]}}]"
)
ROW_GONE = "{{id: {row}, verwijder: true}}"
IN_A_BASED_PACK = {
    "rij_nooit": f"Is dit je eigen regel? Kijk of de voorwaarde klopt. {_REMOVE}",
    "rij_verborgen": (
        f"Is dit je eigen rij? Zet er ‘voor: {{other}}’ bij: dan telt zij eerder. {_REMOVE}"
    ),
    "schuif_verborgen": f"Is dit je eigen schuif? Kijk naar de stap en de grenzen. {_REMOVE}",
    "voorbeeld_anders": (
        "Kijk wie er gelijk heeft: het voorbeeld of de regels. Komt het voorbeeld uit het pakket "
        "waarop je bouwt? Zeg in je eigen pakket wat er nu uitkomt, met "
        "voorbeelden: [{{id: {id}, vul_aan: true, verwacht: …}}]"
    ),
}
"""What to do in a pack that is based on another: what is told may not be its own."""

LEVELS = {"fout": "FOUTEN", "let op": "LET OP", "tip": "GOED OM TE WETEN"}
KNOWN = "BEKENDE GEBREKEN"
WHERE, EXAMPLE, CONDITION, TO_DO = "Waar", "Voorbeeld", "Voorwaarde", "Wat nu"

SOUND = "Dit pakket is in orde."
SOUND_BUT = "De regels van dit pakket kloppen."
BROKEN = "Dit pakket is nog niet in orde."
PROVED = "{count} combinaties van antwoorden nagelopen: {faults}, {warnings}."
ONLY_TEXT = "Dit pakket geeft zelf geen advies. Ik keek alleen naar teksten, bronnen en dagen."
COUNTED = "{faults}, {warnings}."
CASES = "{right} van de {all} voorbeelden komen uit zoals het pakket zegt."
NO_CASES = "Er zijn geen voorbeelden om na te rekenen."
DAY = "Zo gelden de regels op {day}."
KNOWN_FLAWS = {1: "1 bekend gebrek.", 2: "{count} bekende gebreken."}
MORE = "… en nog {count}. Met --alles zie je alles."
NO_ANSWER = "niets hiervan"
ALWAYS = "(geldt altijd)"
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
EVERYTHING = "elke combinatie"


def combinations(number: int, told: str) -> str:
    """How many combinations; ``told``: the number in words."""
    return "1 combinatie" if number == 1 else f"{told} combinaties"


def faults(number: int) -> str:
    """How many faults."""
    return "1 fout" if number == 1 else f"{number} fouten"


def warnings(number: int) -> str:
    """How many points to look at."""
    return "1 punt om op te letten" if number == 1 else f"{number} punten om op te letten"
