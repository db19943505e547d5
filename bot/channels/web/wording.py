"""What the page itself says, apart from its templates."""

from __future__ import annotations

TROUBLES = {
    400: ("Dat kon ik niet lezen", "Ga terug en probeer het nog eens."),
    403: (
        "Deze knop is verlopen",
        "Open het gesprek opnieuw en probeer het nog eens. De pagina heeft één cookie nodig; "
        "staat je browser dat toe?",
    ),
    404: ("Deze pagina is er niet", "Kijk of het adres klopt, of begin bij het gesprek."),
    405: ("Dat kan hier niet", "Begin bij het gesprek."),
    408: ("Het duurde te lang", "Is je verbinding traag? Probeer het nog eens."),
    410: (
        "Deze link werkt niet meer",
        "De link is verlopen of ingetrokken. Vraag je collega om een nieuwe.",
    ),
    413: ("Dat is te veel tekst", "Knip er iets af en probeer het nog eens."),
    415: ("Dat kon ik niet lezen", "Stuur een gewoon formulier."),
    421: ("Dit adres ken ik niet", "Gebruik het adres dat bij het starten is getoond."),
    429: (
        "Dat ging te snel",
        "Wacht een minuut en probeer het nog eens. Wat je al zei, is bewaard.",
    ),
    431: ("Dat kon ik niet lezen", "Wis de cookies van deze pagina en probeer het nog eens."),
    500: ("Er ging hier iets mis", "Wat je al zei, is bewaard. Probeer het zo nog eens."),
    503: (
        "Ik kan nu even niet bij de gesprekken",
        "Wat je al zei, is bewaard. Probeer het over een minuut nog eens.",
    ),
}
"""By status: what happened, and what helps."""

TITLE = "{page} – Samenwerkwijzer"
TALK = "Gesprek"
NOTHING_TICKED = "Je vinkte nog niets aan. Vink aan wat klopt, of kies een andere knop."
NOTHING_TYPED = "Je typte nog niets."
WIPE = "Wis dit gesprek"
WIPED = "Alles is gewist"
CARRY = "Ga hier verder met je gesprek"
STILL_THERE = "Ben je er nog?"
OFFLINE = "Geen verbinding"
ADVICE = "Advies"
ADVICE_FOR = "Advies voor {project}"
CHAPTERS = "Eerste hulp"
QUESTIONS = "Vragen en antwoorden"
KINDS = {"faq": "vraag", "chapter": "eerste hulp"}
DESK = "Een mail beantwoorden"
DESK_ANSWERED = "Een mail beantwoord"
PRIVACY = "Privacy"
ACCESS = "Toegankelijkheid"
TYPE_IT = "Of typ het in je eigen woorden"
TYPE_LABEL = "Of typ een antwoord of opdracht"
"""Without free text: an answer as it stands on a button works."""
THEME_LINE = "{file}:{line}: "
THEME_COLON = "achter {name} ontbreekt een dubbele punt; deze regel doet niets."
THEME_UNKNOWN = "{name} ken ik niet; deze regel doet niets.{instead}"
THEME_MEANT = " Bedoelde je {name}?"
THEME_OPEN = "deze { wordt nergens gesloten; zet aan het eind een }."
THEME_CLOSES = "deze } hoort bij geen {."
FELL_OUT = "Dit viel af: {list}."
TIPPED = "Dit kantelde: eerst {then}, nu {now}."
