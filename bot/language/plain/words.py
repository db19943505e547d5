"""The fixed words that need no model: commands, yes, no, doubt, places. All in comparable form."""

# ruff: noqa: SIM905 - a list of short sayings reads best as one text

from __future__ import annotations

from types import MappingProxyType

AFFIRM = frozenset(
    "ja;jawel;jazeker;ja hoor;klopt;ja klopt;dat klopt;zeker;zeker weten;inderdaad;juist;goed;prima"
    ";akkoord;oke;ok;okee;yes;yep;jep;correct;precies;ja graag;helemaal goed;ja dat klopt;j"
    ";ja zeker;ja precies;dat klopt helemaal".split(";")
)
DENY = frozenset(
    "nee;neen;nope;no;nee hoor;nee joh;klopt niet;dat klopt niet;nee dat klopt niet;niet waar;n"
    ";nee dank je;onjuist;nee helemaal niet;zeker niet;nee zeker niet;absoluut niet".split(";")
)
UNKNOWN = frozenset(
    "weet ik niet;weet niet;ik weet het niet;ik weet niet;geen idee;geen flauw idee;weet k niet"
    ";dat weet ik niet;dat weet ik nog niet;weet ik nog niet;zou het niet weten;onbekend;kweenie"
    ";wist ik het maar;joost mag het weten".split(";")
)
DOUBT = frozenset(
    "een beetje;beetje;soms;misschien;deels;gedeeltelijk;half;min of meer;enigszins;wel een beetje"
    ";hangt ervan af;ja en nee;zo half".split(";")
)
FILLER = frozenset("ik denk dan maar doe die de het is ja kies neem graag dus".split())
PLACES = MappingProxyType(
    {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7}
    | {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
    | {"1e": 1, "2e": 2, "3e": 3, "4e": 4, "5e": 5, "6e": 6, "achtste": 8}
)
SLASH = MappingProxyType({"start": "begroet", "help": "hulp"})

_SAID = {
    "nieuw": "nieuw;nieuw project",
    "opnieuw": "opnieuw;begin opnieuw;opnieuw beginnen;overnieuw;reset",
    "terug": "terug;ga terug;vorige;vorige vraag;een stap terug",
    "overzicht": "overzicht;toon overzicht;mijn antwoorden",
    "waarom": "waarom;waarom vraag je dit;waarom vraag je dat;waarom wil je dat weten",
    "ehbo": "ehbo;eerste hulp;ik wil eerste hulp;eerste hulp graag;ik heb eerste hulp nodig"
    ";geef eerste hulp;ik zoek eerste hulp",
    "mens": "mens;een mens;ik wil een mens spreken",
    "hulp": "hulp;help;menu;uitleg",
    "gegevens": "gegevens;mijn gegevens",
    "verwijder": "verwijder;verwijder mijn gegevens;vergeet mij",
    "stop": "stop;stoppen;ik stop;quit;exit;doei;tot later",
    "overslaan": "overslaan;sla over;skip",
    "verder": "verder;ga verder;ga door;doorgaan",
    "verander": "verander een antwoord;antwoord veranderen",
    "notitie": "notitie;maak een notitie",
    "bril": "bril;andere bril;bekijk door een andere bril",
    "ik_kies_anders": "ik kies anders",
    "advies": "advies;geef advies;advies voor mijn project",
    "stoelen": "wie moet er nog bij",
    "waarom_niet": "waarom niet meer of minder",
    "advies_nu": "advies nu;nu advies;geef gewoon advies;geef gewoon een advies;geef nu advies"
    ";geef nu maar advies;geef me nu maar een advies;geef me nu een advies;ik wil nu advies"
    ";ik wil nu een advies;gewoon advies;doe maar advies;geef maar advies;geef alvast advies",
    "hoe_lang": "hoe lang nog;hoelang nog;hoe lang duurt dit;hoe lang duurt dit nog"
    ";hoe lang duurt het nog;hoeveel nog;hoeveel vragen nog;hoeveel vragen zijn er nog"
    ";hoeveel vragen komen er nog;moet ik dit allemaal beantwoorden;moet ik alles beantwoorden"
    ";moet ik dit allemaal invullen;duurt dit lang;duurt dit nog lang;duurt het nog lang"
    ";zijn we er bijna;ben ik er bijna",
    "later_verder": "later verder;kan ik later verder;kan ik straks verder;kan ik morgen verder"
    ";kan ik later verdergaan;kan ik later verder gaan;kan ik dit later afmaken"
    ";kan ik stoppen en later verder;kan dit later ook",
    "naam": "naam geven;geef een naam;hoe noem ik dit project",
    "andere": "andere gemeente;een andere gemeente;andere gemeenten;andere gemeentes"
    ";wat zegt een andere gemeente;wat zou een andere gemeente zeggen;en een andere gemeente",
    "pakket": "regels van een andere gemeente;met de regels van een andere gemeente",
    "privacy": "privacy",
    "gedoe": "gedoe;help er is gedoe;er is gedoe;help gedoe;ik heb gedoe;we hebben gedoe"
    ";help ik heb gedoe;er is veel gedoe",
    "begroet": "hallo;hoi;hey;hi;goedemorgen;goedemiddag;goedenavond;goeiemorgen;dag;moi",
    "bedankt": "bedankt;dank je;dank je wel;dankjewel;thanks;top bedankt",
}
COMMANDS = MappingProxyType(
    {said: name for name, ways in _SAID.items() for said in ways.split(";")}
)
