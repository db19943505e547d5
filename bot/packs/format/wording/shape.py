"""What is wrong with the shape of a file of a pack, and what would be right."""

from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "string": "een tekst",
    "number": "een getal",
    "integer": "een heel getal",
    "array": "een lijst",
    "object": "een blok met sleutels",
    "null": "null",
}
NAMES: Mapping[str, str] = {"label": "het label", "titel": "de titel", "vraag": "de vraag"}
BOUNDS: Mapping[str, str] = {
    "minimum": "minstens",
    "maximum": "hoogstens",
    "exclusiveMinimum": "meer dan",
}
POINTS_BY_VALUE = (
    "een waarde van de vraag; een getal krijgt punten met ‘als’: "
    '{als: {aantal: "0..10"}, punten: 1}'
)
THE_TEXT = "de tekst"
ID_SIGNS = "een kleine letter, dan kleine letters, cijfers en _, samen hoogstens 24 tekens"
A_DAY = "een datum als 2027-01-31"
A_BLOCK = "een blok met sleutels"
A_LIST = "een lijst"
QUOTED_OR = '‘{meant}’, of met aanhalingstekens: "{word}"'
QUOTED = "een tekst, dus met aanhalingstekens: {value!r}"
COLON_IN_TEXT = "hier staat een dubbele punt midden in een tekst"
DASH_IN_TEXT = "deze tekst begint met een streepje, en zo is het een lijst"
IN_QUOTES = 'de tekst tussen rechte aanhalingstekens: "{text}"'
NO_DASHES = "hier hoort een lijst, en hier staat één tekst: {value}"
DASH_AND_SPACE = "op elke regel een gewoon streepje en een spatie: ‘- …’"
WORD_AS_OPTION = "hier staat {value}, en een optie heeft een id en een label"
OPTION_BY_NAME = "een optie heeft een id en een label"
NO_LIST = "{id}, zonder [ ]"
NUMBER_AS_ID = "{value} kan geen id zijn: een id begint met een letter"
LETTER_FIRST = "bijvoorbeeld ‘{value}’"
STANDS_HERE = "hier staat {value}"
LIST_EXPECTED = "hier hoort een lijst, en hier staat {value}"
IN_BRACKETS = "met [ ] eromheen"
DASH_MISSING = "hier hoort een lijst: zet een streepje voor ‘{first}’"
WITH_DASH = "‘- {first}: …’, en de regels eronder even ver ingesprongen"
UNKNOWN_KEY = "de sleutel ‘{key}’ ken ik hier niet"
NO_KEY = "de sleutel ‘{key}’ ontbreekt"
EMPTY = "{name} is leeg"
TEXT_OR_NOTHING = "een tekst, of de sleutel weglaten"
LENGTH = "{name} heeft {count} tekens"
MOST_SIGNS = "hoogstens {wanted} tekens"
COUNT = "hier {verb} er {count}"
PACK_ID = "de id van een pakket, of id@ met de 12 tekens van de versie"
AN_ADDRESS = "een adres dat met https:// begint"
QUESTION_ID = "de id van een vraag, of vraag@onderdeel"
NOT_ALLOWED = "{value} mag hier niet"
SLUG_SIGNS = "kleine letters, cijfers, - en _"
NO_SUCH_DAY = "{value} is geen dag die bestaat"
TWICE = "{value} staat er dubbel"
ONCE = "één keer"
NOT_OF_KIND = "‘{key}’ hoort niet bij deze soort"
ANOTHER_KIND = "weglaten, of een andere soort"
CONTACT_OR_NOTHING = "null, of {naam: …, kanaal: …}"
