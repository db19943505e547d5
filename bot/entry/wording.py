"""What the command line says of the verbs that talk, answer and train."""

DESCRIPTION = "Adviseert gemeenten welke samenwerking bij hun project past."
CHAT = "praat in deze terminal"
TELEGRAM = "praat op Telegram (TELEGRAM_TOKEN)"
DEMO = "speel een voorbeeld na"
WEB = "open de pagina in een browser"
TRAIN = "maak het taalmodel"
UNDERSTAND = "wat betekent een bericht? (regels van stdin)"
ADVICE = "het advies bij antwoorden"
ANSWER = "beantwoord de vragen in een mail"
UNHEARD = "wat mensen achterlieten voor wie de antwoorden schrijft"
HEALTH = "is de bot die draait in orde?"
KNOWLEDGE = "werk met pakketten"

TEMPO = "woorden per minuut (anders 200; 0: meteen alles)"
CASE = "id van een voorbeeld van het pakket (zie --lijst)"
CASES = "noem alle voorbeelden met hun id"
WHERE_CASES = "Alle voorbeelden: samenwerkwijzer demo --lijst."
WHICH_CASE = (
    "Welk voorbeeld? Er zijn er {count}. "
    "Bekijk ze met 'samenwerkwijzer demo --lijst' en zet het id erachter."
)
BAD_TEMPO = "Het tempo is een getal, zoals 200, niet '{}'."
NO_CASE = "Voorbeeld '{name}' is er niet. {instead}"
PORT = "op deze poort (anders 8000)"
HOST = "op dit adres (anders alleen deze computer)"
WEB_READY = "De pagina staat klaar op {address} (stoppen: Ctrl-C)."
BAD_PORT = (
    "Poort {port} op {host} is niet vrij. Kies een andere: "
    'samenwerkwijzer web --port {other}, of make web ARGS="--port {other}".'
)
NO_PORT = "Een poort is een getal van 1 tot 65535, niet '{port}'."
PACK = "gebruik dit pakket"
PLAIN = "zonder taalmodel"
SCRIPT = "lees het gesprek van stdin"
AGAIN = "ook als er al een model is"
OPEN_QUESTION = "deze vraag staat open"
ANSWERS = "bestand met antwoorden (YAML), of - voor stdin"
JSON = "JSON-regels (altijd zo)"
MAIL = "bestand met een mail (tekst of HTML), of - voor stdin"
ANSWER_JSON = "alles als JSON"
CARD = "het hele advies in woorden, met alles wat erbij hoort"
CLOCK_JUMPED = (
    "De klok van deze machine versprong %d seconden. Ik ruim nu niets op. "
    "Klopt de tijd, dan gebeurt het bij de volgende ronde."
)
WELL = "Alles in orde."
NO_TOKEN = "TELEGRAM_TOKEN ontbreekt. Zet het token van je bot in de omgeving."  # noqa: S105
NO_WAY_IN = (
    "Ik kan '{}' niet lezen of schrijven. Mag je daar bij, is het pad goed, en is er nog ruimte?"
)

NO_TEXTS = "Niemand liet iets achter."
WAS_UNHEARD = "niet begrepen"
WAS_MISSING = "miste iets bij {about}"
WAS_LESSON = "les bij {about}"
COUNTED = {
    "helpt": "{about}: hielp {number} keer",
    "helpt_niet": "{about}: hielp {number} keer niet",
    "les_geteld": "les bij {about}: {number} keer",
}
"""How often an answer helped, by the kind of what was noted."""
