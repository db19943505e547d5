"""Every sentence of an advice that is not of the pack, in plain Dutch; no logic."""

from __future__ import annotations

from collections.abc import Mapping

# --- what would have to be otherwise ---

MEASURED_IS = "‘{name}’ is {span}"

# --- what to ask first ---

CLIENT = "je opdrachtgever"
"""How a pack names the client: who may know goes first."""
ASK_CLIENT_FIRST = "Begin bij je opdrachtgever. Vraag dit eerst na:"
ASK_FIRST = "Vraag eerst dit na:"

# --- what can be done before everything was looked at ---

FIND_OUT = "Ga na: {what} Vraag het {whom}."

PROVISIONAL = "Dit is voorlopig."
MUST_WAIT = "Nodig nog niemand uit en beloof nog niets."
REST_IS_FIXED = "De rest van het project ligt vast. Zeg dat eerlijk."

# --- whose rules ---

ORIGINS: Mapping[str, str] = {
    "first_hand": "eigen tekst",
    "second_hand": "overgenomen door een ander",
}
COMPLETE: Mapping[str, str] = {
    "complete": "volledig bekend",
    "partial": "deels bekend",
    "criteria": "alleen criteria, geen vaste regels",
}
OWN_RULES = "de Samenwerkwijzer zelf"
RULES_OF: Mapping[str, str] = {
    "first_hand": "Dit zijn de regels van {whose}",
    "second_hand": "Dit zijn de regels van {whose}, zoals overgenomen door een ander",
}
RULES_OF_A_PACK = "Dit zijn de regels van {name}."
MADE_BY_US = "Deze regels zijn gemaakt door de Samenwerkwijzer"
NOT_ALL: Mapping[str, str] = {
    "partial": " Ze zijn niet helemaal bekend.",
    "criteria": " Het zijn criteria, geen vaste regels.",
}

# --- whose a question, a decision and the work are ---

OWNED: Mapping[str, str] = {
    "vraag": "De vraag is van",
    "besluit": "Het besluit is van",
    "uitvoering": "De uitvoering is van",
}
OWNERS: Mapping[str, str] = {
    "gemeente": "de gemeente",
    "samen": "gemeente en inwoners samen",
    "inwoners": "de inwoners",
    "ander": "de initiatiefnemer",
}

COUNCIL, EXECUTIVE, BUSINESS = "raad", "college", "ondernemer"
BOARDS = (COUNCIL, EXECUTIVE)
"""Roles of a form that speak of a board, and of those in business."""
OF_BUSINESS = ("ondernem", "winkel", "bedrij", "horeca", "markt")
OWNED_NAMES: Mapping[str, str] = {
    "vraag": "De vraag",
    "besluit": "Het besluit",
    "uitvoering": "De uitvoering",
}

# --- what is still possible, as a picture ---

LADDER = "Wat er nog kan, van veel naar weinig invloed voor inwoners:"
RUNG = "• {name}: {share} procent"
RUNGS_OUT = "Valt af: {list}."
OWNED_HEAD = "Van wie is wat, in de vorm die nu het best past:"
OWNED_LINE = "• {name}: van {whose}"

# --- the note ---

NOTE_TITLE = "# Notitie samenwerking: {title}"
NOTE_MADE = (
    "Gemaakt met de Samenwerkwijzer op {day}. Dit is een advies van een automatische "
    "adviseur. De gemeente beslist."
)
HEAD_CHOICE = "## Jullie keuze"
HEAD_ADVICE = "## Advies"
HEAD_WHY = "## Waarom"
HEAD_WHY_OURS = "## Waarom ons advies {form} was"
HEAD_PROMISE = "## Wat jullie beloven"
HEAD_ROLES = "## Wie beslist en wie doet wat"
HEAD_FIXED_FIRST = "## Vooraf vast te leggen"
HEAD_POINTS = "## Waar jullie op letten"
HEAD_STEPS = "## Eerste stappen"
HEAD_ORDER = "## Wie hoort het wanneer"
HEAD_TRACK = "## Daarnaast: {track}"
TRACK_OF_ADVICE = "Dit gaat over: {track}."
HEAD_KIND = "## Wat hier bijzonder is: {name}"
HEAD_BEFORE = "## Vóór het besluit"
HEAD_AFTER = "## Na het besluit"
HEAD_HOURS = "## Wie hoort het wanneer"
HOURS_EXAMPLE = "Dit is een voorbeeld. Laat weg wie hier niet is, en wie het al weet."
HEAD_VALUES = "## De vijf waarden"
FIRST_QUESTION = "Vraag eerst: {question}"
NEVER_SAY = "Zeg nooit: “{text}”"
HEAD_LEARNING = "## Terugkoppelen en leren"
HEAD_HOMEWORK = "## Nog uit te zoeken"
OWN_WORDS = "(“{words}”)"
HEAD_ANSWERS = "## Jullie antwoorden"
HEAD_SOURCES = "## Bronnen"

CHOSE = "Jullie kozen {form}. Ons advies was{advice}."
CHOSE_TOO_EARLY = ": kies nog geen vorm"
CHOSE_REASON = "Jullie reden: {reason}"
CHOSE_NEEDS = "Dan moet wel kloppen:"
TOO_LITTLE = "Kies nog geen vorm: er is nog te veel onbekend."
NO_FORM = "geen passende vorm gevonden"
DIFFERS = {"onderdeel": "verschilt per onderdeel", "groep": "verschilt per groep"}
TAKEN_AS_ONE = {
    "onderdeel": "alles is even vast",
    "groep": "één aanpak past voor iedereen",
}
ASSUMED_LINE = "Ik nam aan: {list}."
LIKELY, GUESS = "waarschijnlijk past", "nog niet zeker. Het meest lijkt het op"
ALSO_POSSIBLE = "{start}: {form}. Ook mogelijk: {others}."
SAY = "- Zo zeg je het: “{promise}”"
SAY_NOT = "- Niet zo: “{promise}”"
DUTY = "Moet van de wet: "
DUTY_THERE = "Moet van de wet bij ‘{part}’: "
ASK_WHOM = " Vraag het na bij {whom}."
SEEN_ON = " (gelezen op {day})"
RULES_FROM = "De regels zijn van {origin}. "
RULES_FIRED = "Regels: {rules} · pakket"
RULES_NONE = "Pakket"
RULES_LINE = "_{origin}{rules} {title} · versie {version}_"

# --- points ---
COUNTED = "{name}: {points} {unit} ({limits})."
POINT, POINTS = "punt", "punten"
FROM_POINTS = "{outcome} vanaf {start}"

# --- the five values ---
VALUE_UNKNOWN = "daar weet ik nog niets over"
# --- dates ---
DUE: Mapping[str, str] = {"before": "vóór {day}", "by": "uiterlijk {day}", "on": "{day}"}
DUE_KINDS: Mapping[str, str] = {"law": "wet", "own_rule": "eigen regel", "planning": "planning"}
MOVED_ON = "{day} is een vrije dag ({why}), dus het wordt de werkdag erna."
MOVED_BACK = "{day} is een vrije dag ({why}), dus het wordt de werkdag ervoor."
EQUAL_DAY = "telt als feestdag"
IN_SHORT = "Dat is krap: meestal doe je dit eerder."
ASSUMED = "Geteld vanuit de planning: {start} staat nog niet vast."

# --- papers ---
ABOUT_PIECE = "Over {piece}: {text}"
"""An answer about a part or group, where its question can't be seen."""
DECIDES: Mapping[str, str] = {
    "raad": "De raad beslist.",
    "burgemeester": "De burgemeester beslist.",
    "directie": "De directie beslist.",
    "college": "Het college beslist.",
}
"""The moment whose day was told -> who decides then; the council goes before the executive."""
DECIDED_ON: Mapping[str, str] = {
    "college": "Het college beslist op {day}.",
    "burgemeester": "De burgemeester beslist op {day}.",
    "directie": "De directie beslist op {day}.",
    "raad": "De raad beslist op {day}.",
}
"""The moment whose day was told -> who decides on which day, in the order in which they do."""
BEGIN = "Begin"
WHAT_IS_TRUE = "wat daarvan klopt, en wat niet"
FIRST_DAY = "De tijden zijn die van de eerste dag. Op een andere dag schuif je ze op."
LASTS = "Dit draaiboek is voor {count} minuten."
RECKONED = "Hoe lang het duurt, is niet verteld. Dit draaiboek rekent met {count} minuten."
SEVERAL = "Er is meer dan één bijeenkomst; het programma is elke keer hetzelfde."
GREETED = "bewoner"
HOURS: Mapping[str, str] = {"before": "{count} uur vooraf", "after": "{count} uur na het begin"}
MINUTES: Mapping[str, str] = {
    "before": "{count} minuten vooraf",
    "after": "{count} minuten na het begin",
}
CONCEPT = "Concept: {name}"
GREETING = "Met vriendelijke groet,"
BARE_CONCEPT = "Concept"
GAP_BEGINS = "[INVULLEN: "
GAP = "[INVULLEN: {what}]"
NO_SENTENCE = "maak hier een zin van: {words}"
NO_TITLE = "de naam van het project"
GAPS: Mapping[str, str] = {
    "titel": NO_TITLE,
    "onderwerp": "waar het over gaat, in één zin",
    "plaats": "de plek",
    "geadresseerde": "naam",
    "advies": "hoe jullie samenwerken",
    "belofte": "wat jullie beloven over de inbreng",
    "belofte_niet": "wat jullie niet beloven",
    "eerlijk": "wat vastligt",
    "reden": "waarom",
    "raad_vooraf": "wat wie beslist vooraf vaststelt",
    "terugkoppeling": "hoe en wanneer mensen antwoord krijgen",
    "evaluatie": "hoe jullie ervan leren",
    "nu_eerst": "wat er nu als eerste moet gebeuren",
    "let_op": "het grootste risico",
    "volgende_dag": "vóór welke dag, en waarom die dag",
    "delen": "per deel: hoe jullie samenwerken",
    "redenen": "waarom jullie dit zo doen",
    "stappen": "de eerste stappen, met wie en wanneer",
    "planning": "de dagen waarop iets af moet zijn",
    "dagen": "de dagen waarop iets af moet zijn",
    "rollen": "wie wat doet",
    "methoden": "de werkvorm",
    "lege_stoelen": "wie jullie nog niet hoorden",
    "bijzonder": "wat er bijzonder is aan dit soort project",
    "tijden": "wie het hoe laat hoort",
    "antwoord.bestuur": "wat het bestuur met de uitkomst doet",
    "antwoord.fase": "hoe ver het plan is",
    "antwoord.gevolgen": "wat mensen ervan merken",
    "antwoord.te_kiezen": "waarover mensen nog wel gaan",
    "antwoord.vastgelegd": "waar staat wat er met de uitkomst gebeurt",
    "antwoord.waarom_vast": "waarom dat vastligt",
    "antwoord.wie_begint": "van wie het plan is",
    "antwoord.wie_beslist": "wie beslist",
    "antwoord.spanning": "hoe de stemming is",
    "antwoord.wie_draagt": "wie er straks voor zorgt",
    "antwoord.wie_mist": "wie jullie nog niet hoorden",
    "dag.besluit": "de dag van het besluit",
    "dag.bijeenkomst": "de dag van de bijeenkomst",
    "dag.college": "de dag waarop het college beslist",
    "dag.raad": "de dag waarop de raad beslist",
}
"""Slot -> what a person is asked to fill in."""


def day_off(weekday: str) -> str:
    """Why a day without a name is no working day."""
    return weekday if weekday in ("zaterdag", "zondag") else EQUAL_DAY
