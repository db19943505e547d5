"""The fixed words of the cards."""

from __future__ import annotations

HELP_TARGET = "standaard PAKKET-kaarten.html"
FOUR_ON_A_SHEET = "vier kaarten op een vel A4"
NO_QUESTIONS = "Pakket '{}' heeft geen vragen om op kaarten te zetten."
PRINT_ON = "Open het in je browser en print op {} (of bewaar als PDF)."
A4, A6 = "A4, en knip elk vel in vieren", "A6"

HOW_TO = "Zo werk je met deze kaarten"
STEPS = (
    "Leg de kaarten met vragen op tafel, in volgorde.",
    "Beantwoord elke vraag samen. Leg een kaart opzij als niemand het weet.",
    "Schrijf op wie het uitzoekt. Vaak staat die persoon op de kaart.",
    "Leg de kaarten met vormen ernaast. Welke past, en waarom?",
    "Vul de antwoorden in bij de Samenwerkwijzer. Vergelijk het advies met jullie keuze.",
)
CARD_QUESTION, CARD_FORM = "Vraag {} van {}", "Vorm {} van {}"
CONTINUED = "{}, vervolg"
ONE, SEVERAL = "Kies er één", "Kies wat er past; het mogen er meer zijn"
NOBODY_KNOWS = "Weten we nog niet. Wie zoekt het uit? ………………………………"
ONLY_IF = "Alleen als: {}"
WHY, ASK_WHOM, HOW = "Waarom", "Na te vragen bij", "Zo zoek je het uit"
FITS, FITS_NOT, FIRST_STEPS, OWNERS = "Past als", "Past niet als", "Eerste stappen", "Van wie"
OWNER_LINE = {
    "vraag": "de vraag: {}",
    "besluit": "het besluit: {}",
    "uitvoering": "de uitvoering: {}",
}
OUR_ANSWER, OUR_POINTS = "Ons antwoord, en waarom", "Onze punten"
DOES_IT_FIT, DO_WE_AGREE = "Past dit bij ons project? Waarom?", "Klopt dit voor ons? Waarom?"
WHICH_FORM = "Welke vorm kiezen jullie? Waarom?"
CARD_POINTS, COUNT = (
    "Punten",
    {
        "sum": "Tel de punten van jullie antwoorden bij elkaar op.",
        "average": "Neem het gemiddelde van de punten van jullie antwoorden.",
    },
)
FROM, POINTS_FOR = "{}: vanaf {}", "{} voor {}"
CARD_RULE, CARD_PROJECT, CARD_OUTCOMES = "Regel {} van {}", "Project {} van {}", "Uitkomsten"
IF, THEN, BECAUSE, ALWAYS = "Als", "Dan", "Want", "Altijd"
WHAT_IT_SAYS, OUTCOME_OF = "Dit zegt het kader", "Project {}, {}: {}"
HELP_RULES, HELP_PROJECTS = "ook een kaart per regel", "ook een kaart per voorbeeldproject"
HELP_POSTER = "alleen de lege matrix, groot (A3)"
NO_MATRIX = "Pakket '{}' heeft geen matrix."
POSTER_NAME = "{}: de matrix om zelf in te vullen"
POSTER_HOW = "Schrijf in elk vak welke vorm jullie kiezen. Leg het daarna naast het kader."
A3 = "A3"
VERSION = "{}, versie {}, {}"
