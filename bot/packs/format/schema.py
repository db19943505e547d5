"""One table from Dutch key to English field: every kind of item is a ``Record`` of ``Key`` s.

``bot.packs.build`` fills the values of ``bot.rules.model.pack`` by it, and
``bot.packs.format.json_schema`` makes ``docs/pakket.schema.json`` of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.packs.format.record import (
    Key,
    Kind,
    Record,
    decision_kinds,
    keys_of,
    optional,
    question_kinds,
)
from bot.packs.format.shapes import (
    ALSO_FINE,
    ANSWERS,
    BASE,
    COMPLETE,
    CONDITION,
    CONDITIONS,
    COUNT,
    DAY,
    DIRECTIONS,
    EVENING_KINDS,
    EXPECTED,
    FALLBACKS,
    FLAG,
    FLAWS,
    FORM_KINDS,
    FORMERLY,
    GOOD,
    HAPPENINGS,
    ID,
    IN_ORDER,
    LABEL,
    LABELS,
    LINES,
    MINUTES,
    NATURES,
    NUMBER,
    ORIGINS,
    OWNER,
    PIECES,
    POINTS,
    ROLES,
    RUNG_MAP,
    SAID,
    SAME_VALUES,
    SETS,
    SLUGS,
    SOURCES,
    STEP,
    STRING,
    SURETIES,
    TERM_KINDS,
    TEXT,
    TEXTS,
    TIMES,
    UNITS,
    URL,
    WAYS,
    WEIGHT,
    WORDS,
    YEAR,
    Shape,
    id_list,
    items,
    one_of,
    ref,
    text_of,
    word_map,
)
from bot.rules.model.book import GROUP, PART
from bot.rules.model.decisions.registry import BY_WORD as DECISIONS
from bot.rules.model.questions.registry import BY_WORD as QUESTIONS
from bot.rules.model.situation import CLASH, VALUES, Moment

MOMENTS: Mapping[str, Moment] = {
    "vanavond": "tonight", "deze_week": "week", "voor_besluit": "before", "erna": "after",
}  # fmt: skip
"""When a step of a situation is done."""
_ID_KEY = Key("id", "id", ID, True)
_BRON = Key("bron", "sources", SOURCES, True)
_READ = Key("bron", "", SOURCES, True)
"""A source that is checked, and that nothing shows."""
_DUIDING = Key("duiding", "interpretation", TEXT)
_HEETTE = Key("heette", "formerly", FORMERLY)
_DATED = optional(("geldig_vanaf", "valid_from", DAY), ("geldig_tot", "valid_to", DAY))
_WHEN = optional(("als", "", CONDITION), ("een_van", "", CONDITIONS))

RECORDS: Mapping[str, Record] = {
    "advies": Record((
        Key("besluit", "decision", ID, True), Key("trede", "rungs", RUNG_MAP),
        Key("vul_aan", "", FLAG), Key("naam", "name", TEXT),
        Key("geen_spoor", "no_track", TEXTS),
    )),
    "contact": Record((Key("naam", "name", TEXT, True), Key("kanaal", "channel", TEXT))),
    "herkomst": Record((
        Key("organisatie", "organisation", TEXT, True), Key("naam", "name", TEXT, True),
        Key("aard", "origin", one_of(ORIGINS), True),
        Key("volledigheid", "completeness", one_of(COMPLETE), True), _BRON,
        *optional(("jaar", "year", YEAR), ("toelichting", "explanation", TEXT)),
    )),
    "gebrek": Record((
        Key("soort", "kind", one_of({flaw: flaw for flaw in FLAWS}), True),
        Key("bij", "about", TEXTS, True), Key("uitleg", "explanation", TEXT, True), _BRON,
    )),
    "gelijk": Record((
        Key("pakket", "pack", ID, True), Key("vraag", "question", ID, True),
        Key("waarden", "", SAME_VALUES),
    )),
    "tegelijk": Record((Key("vraag", "question", ID, True), Key("knoppen", "", LABELS, True))),
    "optie": Record((
        _ID_KEY,
        Key("label", "label", LABEL, True),
        *optional(
            ("zin", "sentence", TEXT), ("toelichting", "explanation", TEXT),
            ("voorbeelden", "examples", TEXTS), ("gewicht", "weight", WEIGHT),
            ("alleen", "alone", FLAG), ("rest", "rest", FLAG),
            ("zin_leert_niet", "only_said", FLAG), ("tegelijk", "", ref("tegelijk")),
        ),
        _HEETTE, _DUIDING,
    ), listed=True),
    "indeling": Record((
        Key("id", "id", one_of({"onderdeel": PART, "groep": GROUP}), True),
        Key("vraag", "text", TEXT, True),
        Key("opties", "", items("optie", 2, 8), True),
        *optional(
            ("toelichting", "explanation", TEXT), ("waarom", "why", TEXT),
            ("hoogstens", "most", PIECES), ("alleen_als", "", CONDITION),
        ),
    ), listed=True),
    "aantikken": Record((
        Key("zonder_vinkje", "otherwise", ID), Key("ervoor", "before", text_of(24)),
    )),
    "vraag": Record((
        _ID_KEY,
        Key("vraag", "text", TEXT, True),
        Key("soort", "kind", one_of({word: kind.name for word, kind in QUESTIONS.items()}), True),
        *optional(
            ("aard", "nature", one_of(NATURES)), ("toelichting", "explanation", TEXT),
            ("waarom", "why", TEXT), ("na_te_vragen_bij", "ask_whom", TEXT),
            ("hoe_zoek_ik_dit_uit", "how_to_find_out", TEXT), ("alleen_als", "", CONDITION),
            ("altijd", "always", FLAG), ("vast", "fixed", FLAG), ("per", "per", ID),
            ("bij_elkaar", "together", ID), ("kort", "short", TEXT),
        ),
        *keys_of(QUESTIONS),
        Key("aantikken", "", ref("aantikken")),
        Key("gelijk_aan", "", items("gelijk", 1)),
        _HEETTE, _DUIDING,
    ), listed=True, kinds=question_kinds()),
    "rij": Record((
        _ID_KEY, Key("dan", "then", ID, True), _BRON, *_WHEN, Key("want", "why", TEXT), *_DATED,
        _DUIDING,
    ), listed=True),
    "schuif": Record((
        _ID_KEY, Key("stap", "steps", STEP, True), _BRON, *_WHEN,
        *optional(("ten_hoogste", "at_most", ID), ("ten_minste", "at_least", ID),
                   ("want", "why", TEXT)),
        _DUIDING,
    ), listed=True),
    "item": Record((
        Key("punten", "", POINTS, True), *_WHEN,
        *optional(("vraag", "input", ID), ("want", "why", TEXT)),
        _DUIDING,
    )),
    "band": Record((Key("dan", "then", ID, True), Key("vanaf", "start", NUMBER), _DUIDING)),
    "besluit": Record((
        _ID_KEY,
        Key("soort", "", Shape({"enum": list(DECISIONS)}), True),
        *optional(
            ("titel", "title", TEXT), ("uitkomsten", "outcomes", id_list(1, 40)),
            ("geordend", "ordered", FLAG), ("ondergrens", "", id_list()),
        ),
        *keys_of(DECISIONS),
    ), listed=True, kinds=decision_kinds()),
    "methode": Record((
        Key("naam", "name", TEXT, True), *_WHEN,
        *optional(("wanneer", "when", TEXT), ("wanneer_niet", "when_not", TEXT),
                   ("juridisch", "legal", TEXT)),
    )),
    "belofte": Record(optional(("wel", "", SAID), ("niet", "", SAID))),
    "waarden": Record(optional(("wint", "gains", one_of({v: v for v in VALUES})),
                                ("betaalt", "pays", one_of({v: v for v in VALUES})))),
    "zin": Record((
        Key("tekst", "text", TEXT, True), *_WHEN,
        *optional(("vorm", "forms", SOURCES), ("groep", "group", ID), ("bron", "sources", SOURCES)),
    ), or_text=True),
    "vorm": Record((
        _ID_KEY,
        Key("kop", "headline", TEXT, True),
        Key("naam", "name", TEXT, True),
        Key("uitleg", "explanation", TEXT, True),
        _BRON,
        *optional(
            ("soort", "kind", one_of(FORM_KINDS)), ("terugval", "fallback", ID),
            ("terugval_geldt", "fallback_when", one_of(FALLBACKS)),
            ("ook_genoemd", "also_called", TEXTS), ("past_als", "fits", TEXTS),
            ("past_niet_als", "fits_not", TEXTS),
            ("eigenaar", "owner", OWNER),
            ("rollen", "roles", word_map(ROLES, STRING)), ("methoden", "", items("methode")),
            ("eerste_stappen", "", LINES),
            ("belofte", "", ref("belofte")),
            ("raad_vooraf", "", SAID), ("terugkoppeling", "", SAID),
            ("evaluatie", "", SAID), ("waarden", "", ref("waarden")),
            ("valkuilen", "", LINES), ("ehbo", "chapters", SLUGS),
            ("eerlijk", "", SAID),
        ),
        _HEETTE, _DUIDING,
    ), listed=True, kinds={"eerst": Kind(), "vorm": Kind((), ("terugval",)),
                           "rol": Kind((), ("terugval",))}),
    "aandachtspunt": Record((
        _ID_KEY, Key("tekst", "text", TEXT, True), _BRON, *_WHEN,
        *optional(
            ("doe", "do", TEXT), ("moment", "moment", TEXT), ("plicht", "duty", FLAG),
            ("ernstig", "serious", FLAG), ("dringend", "urgent", FLAG),
            ("ehbo", "chapters", SLUGS), ("excuus", "apology", TEXT),
        ),
        *_DATED,
    ), listed=True),
    "bericht": Record((
        _ID_KEY, _BRON, *_WHEN,
        *optional(
            ("wie", "whom", TEXT), ("wanneer", "moment", TEXT), ("zeg", "text", TEXT),
            ("bij_lek", "on_leak", FLAG),
        ),
        *_DATED,
    ), listed=True),
    "uitweg": Record((
        Key("label", "label", LABEL, True), Key("dan", "text", TEXT), Key("zet", "", SETS),
    )),
    "eerste_vraag": Record((
        Key("vraag", "text", TEXT, True),
        *optional(("waarom", "why", TEXT), ("opties", "", items("uitweg", 0, 5))),
    )),
    "tijdstip": Record((
        Key("tijd", "time", LABEL, True), Key("wie", "", TEXT, True), *_WHEN,
        *optional(("zeg", "say", TEXT), ("bron", "", SOURCES)),
    )),
    "stappen": Record(optional(*((word, "", LINES) for word in MOMENTS))),
    "praktijk": Record((Key("tekst", "text", TEXT, True), _BRON)),
    "situatie": Record((
        _ID_KEY, Key("naam", "name", LABEL, True), _BRON, *_WHEN,
        *optional(
            ("soort_van", "of", ID), ("herken", "cues", TEXTS),
            ("niet_over", "not_about", TEXTS),
            ("eerste_vraag", "", ref("eerste_vraag")),
            ("bijzonder", "", LINES), ("volgorde", "", items("tijdstip")), ("lek", "on_leak", TEXT),
            ("stappen", "", ref("stappen")), ("belofte", "", SAID), ("openingszinnen", "", LINES),
            ("nooit_zeggen", "", LINES), ("raad", "", LINES),
            ("voorbeeld_goed", "", ref("praktijk")), ("voorbeeld_fout", "", ref("praktijk")),
            ("woorden", "words", WORDS), ("zonder", "without", id_list()),
            ("methoden", "", items("methode")),
        ),
    ), listed=True),
    "avond": Record((
        _ID_KEY, Key("soort", "kind", one_of(EVENING_KINDS), True),
        Key("tekst", "", TEXT, True), _READ, *_WHEN,
        *optional(("op", "at", MINUTES), ("kan_weg", "spare", FLAG),
                   ("mits", "unless_known", TEXT)),
    ), listed=True, kinds={
        word: Kind(("op",) if word == "plan" else (), () if word == "plan" else ("op", "kan_weg"))
        for word in EVENING_KINDS
    }),
    "waarde": Record((
        _ID_KEY, Key("waarde", "value", one_of({v: v for v in (*VALUES, CLASH)}), True),
        Key("tekst", "", TEXT, True), _READ, *_WHEN,
        *optional(("stand", "is_good", one_of(GOOD)), ("vorm", "", SOURCES)),
    ), listed=True),
    "projectvraag": Record((
        _ID_KEY, Key("vraag", "name", TEXT, True), Key("gevraagd", "asks", ID, True), _BRON,
        Key("antwoord", "", LINES, True), Key("erbij", "", LINES), Key("recht", "legal", FLAG),
        *optional(("soorten", "kinds", id_list(1)), ("verwant", "related", id_list()),
                   ("ehbo", "chapters", SLUGS)),
    ), listed=True),
    "tegenspraak": Record((
        _ID_KEY, Key("woorden", "words", TEXTS, True), Key("want", "why", TEXT, True), _READ,
        *_WHEN,
    ), listed=True),
    "moment": Record((
        _ID_KEY, Key("naam", "name", TEXT, True),
        *optional(
            ("vraag", "question", TEXT), ("mag_voorbij", "past", FLAG),
            ("altijd", "always", FLAG), ("dag", "day", DAY), ("eerste_van", "first_of", id_list(1)),
            ("komt_voor", "before", id_list(1)), ("herken", "cues", TEXTS),
            ("is", "role", one_of(HAPPENINGS)), ("gaat_voor", "over", id_list(1)),
            ("tot", "until", ID), ("vraag_bij", "asked_with", TEXTS),
            ("bron", "sources", SOURCES),
        ),
    ), listed=True),
    "termijn": Record((
        _ID_KEY, Key("soort", "kind", one_of(TERM_KINDS), True), Key("naam", "name", TEXT, True),
        Key("richting", "direction", one_of(WAYS), True), Key("vanaf", "start", ID, True),
        Key("tekst", "text", TEXT, True), _BRON, *_WHEN,
        *optional(
            ("aantal", "number", COUNT), ("eenheid", "unit", one_of(UNITS)),
            ("telt_mee", "counts_start", FLAG), ("verlengt", "extends", FLAG),
            ("te_laat", "too_late", TEXT), ("artikel", "article", TEXT),
            ("zeker", "surety", one_of(SURETIES)), ("geeft", "gives", ID),
            ("op_zijn_kortst", "least", COUNT), ("soorten", "kinds", id_list(1)),
            ("pas_na", "follows", ID),
        ),
        *_DATED, _DUIDING,
    ), listed=True, kinds={"wet": Kind(("artikel", "zeker")), "eigen_regel": Kind(),
                           "planning": Kind((), ("artikel", "zeker", "verlengt"))}),
    "vrije_dag": Record((_ID_KEY, Key("dag", "day", DAY, True), _BRON), listed=True),
    "stuk": Record((
        _ID_KEY, Key("naam", "name", TEXT, True), Key("tekst", "text", text_of(20000), True), _BRON,
        *optional(("liggend", "wide", FLAG), ("rustig", "quiet", text_of(20000)),
            ("heet_ook", "called", TEXTS), ("rustig_bij", "quiet_for", TEXTS))), listed=True),
    "eigen_regel": Record((
        _ID_KEY, Key("vraag", "question", TEXT, True), Key("vak", "gap", TEXT, True), _BRON,
        Key("heet_ook", "called", TEXTS), Key("hoort_bij", "cues", TEXTS),
        Key("niet_vragen_bij", "known_by", TEXTS), Key("vervangt", "replaces", TEXTS),
        Key("zin", "said", TEXT),
        *_WHEN,
    ), listed=True),
    "vermoeden": Record((
        _ID_KEY, Key("vraag", "question", ID, True), Key("keer", "times", TIMES, True), _BRON,
        *_WHEN, Key("want", "why", TEXT),
    ), listed=True),
    "stijging": Record((
        _ID_KEY, Key("vraag", "question", ID, True), Key("besluit", "decision", ID, True),
        Key("want", "why", TEXT, True), _BRON,
        *optional(("volgorde", "order", IN_ORDER),
                  ("richting", "direction", one_of(DIRECTIONS))),
    ), listed=True),
    "vervallen": Record((
        Key("vraag", "question", ID, True), Key("want", "why", TEXT, True),
        Key("optie", "option", ID),
    )),
    "antwoord": Record((Key("tekst", "text", TEXT, True), *_DATED)),
    "veelgestelde_vraag": Record((
        _ID_KEY, Key("vraag", "question", TEXT, True), _BRON,
        *optional(
            ("antwoord", "", TEXT), ("antwoorden", "", items("antwoord", 1)),
            ("ook_zo_gevraagd", "phrasings", TEXTS), ("onderwerp", "subject", TEXT),
            ("recht", "legal", FLAG), ("lokaal", "local", FLAG),
            ("tussendoor", "midway", FLAG),
            ("verwant", "related", id_list()), ("ehbo", "chapters", SLUGS),
            ("geldig_vanaf", "", DAY), ("geldig_tot", "", DAY),
        ),
    ), listed=True),
    "bron": Record((
        _ID_KEY, Key("titel", "title", TEXT, True),
        *optional(("url", "url", URL), ("gezien_op", "seen_on", DAY)),
    ), listed=True),
    "voorbeeld": Record((
        _ID_KEY, Key("titel", "title", TEXT, True), Key("beschrijving", "description", TEXT, True),
        Key("antwoorden", "", ANSWERS, True), Key("verwacht", "", EXPECTED, True),
        *optional(
            ("onderdelen", "parts", id_list(1, 3)), ("groepen", "groups", id_list(1, 4)),
            ("mag_ook", "", ALSO_FINE), ("simpel_zegt", "simple_says", TEXT),
            ("bron", "sources", SOURCES),
        ),
    ), listed=True),
}  # fmt: skip

PACK = Record((
    Key("pakket", "id", ID, True),
    Key("titel", "title", TEXT, True),
    *optional(
        ("omschrijving", "description", TEXT),
        ("gebaseerd_op", "based_on", BASE),
        ("erft", "", id_list()),
        ("contact", "", Shape({"anyOf": [{"type": "null"}, {"$ref": "#/$defs/contact"}]})),
        ("gecontroleerd_op", "checked_on", DAY), ("terugvragen_na", "asks_after", COUNT),
        ("opening", "opening", id_list(0, 8)),
        ("adviezen", "", items("advies", 1)), ("naast", "beside", id_list()),
        ("indelingen", "", items("indeling", 1, 2)), ("vragen", "", items("vraag")),
        ("besluiten", "", items("besluit")), ("vormen", "", items("vorm")),
        ("aandachtspunten", "", items("aandachtspunt")),
        ("volgorde", "", items("bericht")),
        ("situaties", "", items("situatie")), ("avond", "", items("avond")),
        ("vijf_waarden", "", items("waarde")), ("belofte_vooraf", "", LINES),
        ("tegenspraak", "", items("tegenspraak")), ("projectvragen", "", items("projectvraag")),
        ("momenten", "", items("moment")), ("termijnen", "", items("termijn")),
        ("vrije_dagen", "", items("vrije_dag")), ("stukken", "", items("stuk")),
        ("eigen_regels", "", items("eigen_regel")),
        ("vermoedens", "", items("vermoeden")), ("stijgend", "", items("stijging")),
        ("veelgestelde_vragen", "", items("veelgestelde_vraag")), ("bronnen", "", items("bron")),
        ("voorbeelden", "", items("voorbeeld")),
        ("herkomst", "", ref("herkomst")), ("onduidelijk", "unclear", TEXTS),
        ("bekende_gebreken", "", items("gebrek")), ("vervallen", "", items("vervallen")),
    ),
))  # fmt: skip
ITEM_LISTS: Mapping[str, str] = {
    key.dutch: key.shape.schema["items"]["$ref"].removeprefix("#/$defs/")
    for key in PACK.keys
    if "$ref" in key.shape.schema.get("items", {})
    and key.dutch not in ("adviezen", "bekende_gebreken", "vervallen")
}
"""Root key -> record, for every list whose items have an id."""
REQUIRED_ROOT = tuple(key.dutch for key in PACK.keys if key.required)
