"""What YAML stumbles over in a file of a pack, and what would be right."""

from __future__ import annotations

SYNTAX = (
    (
        "mapping values are not allowed",
        "hier staat een dubbele punt midden in een tekst",
        'de tekst tussen rechte aanhalingstekens: "…: …"',
    ),
    (
        "could not find expected ':'",
        "na een sleutel ontbreekt de dubbele punt",
        "‘sleutel: waarde’",
    ),
    (
        "cannot start any token",
        "dit teken mag niet aan het begin staan",
        "spaties in plaats van een tab, of de tekst tussen aanhalingstekens",
    ),
    ("tab character", "hier staat een tab", "spaties"),
    (
        "unknown escape character",
        r"hier staat een \ in een tekst tussen dubbele aanhalingstekens",
        "de tekst tussen enkele aanhalingstekens: '…'",
    ),
    (
        "did not find expected",
        "de inspringing of een teken klopt hier niet",
        "even ver inspringen als de regels erboven, en teksten met : of # tussen aanhalingstekens",
    ),
)
"""What the parser says, what that means, and what would be right."""
TOO_DEEP = "dit is meer dan {most} lagen diep"
LESS_DEEP = "minder diep"
UNKNOWN_TAG = "‘{tag}’ is een onbekende tag"
NO_TAG = "geen tag"
TOO_MANY_VALUES = "dit bestand heeft, met zijn verwijzingen (&, *), meer dan {most} waarden"
FEWER = "minder, of verdeeld over meer bestanden"
REFERS_TO_NOTHING = "‘*{anchor}’ verwijst naar niets"
READ_AS_TRUTH = "‘{text}’ zonder aanhalingstekens leest YAML als waar of onwaar"
TRUTH_OR_TEXT = '‘{meant}’, true of false, of met aanhalingstekens: "{text}"'
CURLY_QUOTES = "om deze tekst staan kromme aanhalingstekens; die komen nu in de tekst zelf"
STRAIGHT_QUOTES = 'rechte, of geen: "{text}"'
KEY_TWICE = "de sleutel ‘{key}’ staat er al (regel {line})"
ONCE = "één keer"
THIS_VALUE = "deze waarde"
NO_KEY_HERE = "‘{shown}’ kan hier geen sleutel zijn"
A_WORD = 'een woord, of met aanhalingstekens: "{shown}"'
UNREADABLE = "dit bestand kan niet worden gelezen"
TOO_LARGE = "dit bestand is {megabytes:.1f} MB"
SMALLER = "hoogstens 1 MB, of verdeeld over meer bestanden"
NOT_UTF_8 = "hier staat een letter die niet te lezen is, door hoe dit bestand is opgeslagen"
SAVE_AS_UTF_8 = "het bestand opnieuw opslaan, met ‘UTF-8’ als codering"
BAD_SIGN = "hier staat een teken dat niet mag"
MORE_DOCUMENTS = "hier staan meer documenten (---) in één bestand"
ONE_DOCUMENT = "één document per bestand"
NO_KEYS = "hier staan geen sleutels"
KEY_EXAMPLE = "bijvoorbeeld ‘vragen:’"
BAD_INDENT = "de inspringing of een teken klopt hier niet"
QUOTE_NEVER_CLOSED = "hier gaat een aanhalingsteken open, en het gaat nergens dicht"
QUOTE_AT_END = "een aanhalingsteken aan het eind van de tekst"
BRACKET_NOT_CLOSED = "hier gaat een haakje {start} open, maar bij regel {line} klopt het niet meer"
CLOSE_BRACKET = "{end} aan het eind, en een komma tussen de delen"
NO_YAML = "dit is geen geldige YAML"
GOOD_YAML = "inspringing, haakjes en aanhalingstekens die kloppen"
INDENTED_TOO_FAR = "‘{key}’ springt te ver in"
AS_KEYS_ABOVE = "even ver inspringen als de sleutels erboven"
MORE_AFTER_COMMA = "na deze komma staat nog iets, zonder haakjes eromheen"
LIST_OR_TEXT = "[ ] om de hele lijst, of aanhalingstekens om de hele tekst"
DASH_NOT_THERE = "hier staat een streepje, en bij regel {line} niet"
DASH_EACH = "bij elk deel van een lijst een streepje, even ver ingesprongen"
QUOTE_CLOSED_LATE = "hier gaat een aanhalingsteken open, en het gaat pas op regel {line} dicht"
QUOTE_AT_LINE_END = "een aanhalingsteken aan het eind van deze regel"
AS_LINES_ABOVE = "even ver inspringen als de regels erboven"
TEXT_ENDS_EARLY = "de tekst stopt bij een {quote} in het midden, en dan staat er nog meer"
OTHER_QUOTES = "andere aanhalingstekens in de tekst zelf: ‘…’ of ’s"
NO_SPACE = "na ‘{name}:’ ontbreekt een spatie"
NO_COLON = "hier staat ‘{key}’ zonder dubbele punt"
COLON_OR_LIST = "‘{key}: …’, of [ ] in plaats van {{ }}"
COMMA_CUTS = "de komma in ‘{text}’ knipt de tekst hier in tweeën"
QUOTE_ALL = 'de tekst tussen aanhalingstekens: {key}: "{text}"'
LIST_ALL = "meer waarden tussen [ ]: {key}: [{text}]"
