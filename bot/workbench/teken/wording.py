"""The fixed words of the pictures, the page and the cards."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.words.numbers import number
from bot.words.phrases import both

# --- the verb ---
HELP_TARGET = "een map (pagina en losse tekeningen) of één bestand; standaard PAKKET.html"
HELP_CASE = "teken ook waar dit project staat: een bestand met antwoorden, of een voorbeeld"
NOTHING_TO_DRAW = "Pakket '{}' heeft geen besluiten om te tekenen."
PICTURES_TOO = "Ook {} losse tekeningen in {}."
NO_SUCH_CASE = "'{}' is geen voorbeeld van dit pakket en geen bestand; {}"
CASES_THERE, NO_CASE = "wel: {}.", "geen enkel voorbeeld"
FIRST_OF_MANY = "In {} staan {} gevallen. Ik teken het eerste."

# --- tables ---
NUMBER, IF, THEN, BECAUSE = "Nr.", "Als", "Dan", "Want"
READ_AS = "Zo lezen wij het"
COUNTS, POINTS, STEP = "Dit telt mee", "Punten", "Schuift"
RULES, BANDS, MATRIX, SHIFTS = "De regels", "Van punten naar uitkomst", "De matrix", "De schuiven"
ANY, ALWAYS, ELSE, EMPTY = "–", "Altijd", "Anders", "Niet ingevuld"
NO_ROW = "Geen regel hierboven klopt."
NO_RULE, NOTHING = "geen uitkomst", "niets"
OWN = "eigen oordeel"
SOURCE = "Bron: {}"
INTERPRETED = "Zo lezen wij het: {}"
FROM, UNTIL = "Geldig vanaf {}", "geldig tot en met {}"
AT_MOST, AT_LEAST = "Niet verder dan: {}", "Niet lager dan: {}"
NEVER_REACHED = "Wordt nooit bereikt."
CANT_BE = "Kan niet voorkomen."

READING = {
    "first": "Lees van boven naar beneden. De eerste regel die klopt, bepaalt de uitkomst.",
    "unique": "Er klopt hoogstens één regel. Die bepaalt de uitkomst.",
    "collect": "Elke regel die klopt, telt mee. Er kunnen meer uitkomsten tegelijk zijn.",
    "sum": "De punten van alles wat klopt, worden opgeteld.",
    "average": "De uitkomst is het gemiddelde van alles wat meetelt.",
    "bands": "Zoek het aantal punten op. Daarnaast staat de uitkomst.",
}


def dead(state: str, by: Sequence[str] = ()) -> str:
    """Why a rule can't do anything."""
    if state == "shadowed" and len(by) == 1:
        return f"Komt nooit aan de beurt: regel {by[0]} gaat altijd voor."
    if state == "shadowed":
        return f"Komt nooit aan de beurt: de regels {both(list(by))} gaan altijd voor."
    return {
        "never": "Kan niet voorkomen.",
        "idle": "Verandert nooit iets.",
        "expired": "Geldt vandaag niet.",
    }[state]


def points(value: Fraction) -> str:
    """A number of points."""
    return f"{number(value)} {'punt' if abs(value) == 1 else 'punten'}"


def span(start: Fraction | None, end: Fraction | None, whole: bool = False) -> str:
    """The points of one band; ``whole``: there is nothing between two whole numbers."""
    if start is None:
        return "Elk aantal punten" if end is None else f"Minder dan {number(end)}"
    if end is None:
        return f"{number(start)} of meer"
    if whole and end == start + 1:
        return number(start)
    if whole:
        return f"{number(start)} tot en met {number(end - 1)}"
    return f"{number(start)} of meer, en minder dan {number(end)}"


def earned(part: int, value: Fraction) -> str:
    """How many points a case, or a part of it (by number), has."""
    return f"{f'Deel {part}' if part else 'Dit project'}: {points(value)}."


def matrix(rows: str, columns: str) -> str:
    """How to read a matrix."""
    return f"Zoek de rij ({rows}) en de kolom ({columns}). Waar ze kruisen, staat de uitkomst."


def corner(rows: str, columns: str) -> str:
    """The corner of a matrix."""
    return f"{rows} ↓ / {columns} →"


def shifts(base: str, order: Sequence[str]) -> str:
    """How to read an adjustment."""
    return (
        f"Begin bij de uitkomst van ‘{base}’. Elke regel die klopt, schuift die op. "
        f"Van laag naar hoog: {', '.join(order)}."
    )


def step(steps: int) -> str:
    """How far a shift goes."""
    size = abs(steps)
    return f"{size} {'stap' if size == 1 else 'stappen'} {'omhoog' if steps > 0 else 'omlaag'}"


def dot(parts: Sequence[int], certain: bool) -> str:
    """The words beside a dot: the project, or its parts by number."""
    which = f"deel {both([str(part) for part in parts])}" if parts else "dit project"
    return which.capitalize() if certain else f"Misschien {which}"


# --- the graph ---
QUESTION = "vraag"
COLUMN_QUESTIONS, COLUMN_DECISIONS, COLUMN_OUTCOMES = "Vragen", "Besluiten", "Uitkomsten"
ONLY_SOMETIMES = "soms gevraagd"
NOT_FOR_A_DECISION = "telt niet mee in een besluit"
NEVER_ASKED = "Wordt nooit gevraagd."
THE_ADVICE, BESIDE_THE_ADVICE = "het advies", "naast het advies"
KINDS = {
    "first": "de eerste regel telt",
    "unique": "één regel telt",
    "collect": "alle regels tellen",
    "sum": "punten",
    "average": "punten",
    "matrix": "matrix",
    "bijstelling": "bijstelling",
}
PICTURE_OF = "De samenhang van {}"
PICTURE_TOLD = (
    "Links {} vragen, daarna {} besluiten, rechts de uitkomsten. Hieronder staat het in woorden."
)

# --- the page ---
FACT_NAMES = {
    "id": "Naam van het pakket",
    "version": "Versie",
    "made": "Gemaakt op",
    "checked": "Nagekeken op",
    "contact": "Vragen? Ga naar",
    "origin": "Herkomst",
    "source": "Bron van het kader",
}
PROJECT = "Dit project"
PART = "Deel {}, {}. "
ADVICE_IS = "Advies: {}"
ADVICE_CAN_BE = "Nog niet zeker. Mogelijk: {}"
WAY_OF = "De weg naar het advies: {}"
LOOKS_AT = "{}: kijkt naar {}."
QUESTIONS, QUESTIONS_TEXT = "De vragen", "De vragen, in de volgorde van het pakket."
ASKED_IF = "Alleen als"
OPTIONS, ASK = "Antwoorden", "Waarom en bij wie"
ASK_WHOM = "Na te vragen bij {}."
NOT_ANSWERED = "Niet beantwoord"
ORDER, ORDER_TEXT = "Wie hoort het wanneer", "Wat klopt, telt mee, in deze volgorde."
WHO, WHEN, SAY, ON_LEAK = "Wie", "Wanneer", "Wat je zegt", "als het uitlekt"
CONCERNS, CONCERNS_TEXT = "Waar je op let", "Elk punt dat klopt, komt bij het advies te staan."
CONCERN, DO = "Let op", "Doe dit"
DUTY = "Moet van de wet."


def count(name: str, number: int) -> str:
    """So many of something."""
    plurals = {"regel": "regels", "uitkomst": "uitkomsten", "vraag": "vragen"}
    return f"{number} {name if number == 1 else plurals[name]}"
