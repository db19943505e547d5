"""The fixed words that need no model: commands, yes, no, doubt, places. All in comparable form."""

# ruff: noqa: SIM905 - a list of short sayings reads best as one text

from __future__ import annotations

from types import MappingProxyType

AFFIRM = frozenset(
    "ja;jawel;jazeker;ja hoor;klopt;ja klopt;dat klopt;zeker;zeker weten;inderdaad;juist;goed;prima"
    ";akkoord;oke;ok;okee;yes;yep;jep;correct;precies;ja graag;helemaal goed;ja dat klopt;j"
    ";yes please;ja zeker;ja precies;dat klopt helemaal".split(";")
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
HEDGES = ("denk ik", "denk k", "gok ik", "vermoed ik", "neem ik aan", "misschien", "volgens mij")
"""What makes a guess of a few words that come after "geen idee"."""
NOTHING = frozenset(
    "niets;niks;nix;nx;noppes;nada;nothing;helemaal niets;helemaal niks;echt niets;echt niks"
    ";geen ene moer;niets meer;niks meer;nothing at all".split(";")
)
FILLER = frozenset("ik denk dan maar doe die de het is ja kies neem graag dus".split())
PLACES = MappingProxyType(
    {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7}
    | {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
    | {"1e": 1, "2e": 2, "3e": 3, "4e": 4, "5e": 5, "6e": 6, "achtste": 8}
)
