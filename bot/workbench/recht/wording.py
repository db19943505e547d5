"""What ``kennis recht`` says."""

from __future__ import annotations

from bot.workbench.recht.lines import Kind, Sure

HELP_DAY = "wat op deze dag geldt, zoals 2027-01-31"
TITLE = "Wat {title} over recht zegt, op {day}"
KINDS: dict[Kind, str] = {
    "rule": "Regels van het advies",
    "point": "Aandachtspunten",
    "term": "Termijnen",
    "special": "Bij een soort project, en in de eerste hulp",
    "method": "Werkvormen",
    "faq": "Vragen en antwoorden",
}
ARTICLE = "artikel: {}"
SOURCE = "bron: {title}{url}, {seen}"
URL = " ({})"
READ_ON = "gelezen op {}"
NOT_READ = "niet gelezen"
SURE: dict[Sure, str] = {
    "read": "zeker: de wettekst is gelezen",
    "second_hand": "minder zeker: een ander schrijft het, de wettekst zelf is niet gelezen",
    "unread": "niet zeker: de bron is niet gelezen",
    "none": "niet zeker: er staat geen bron van recht bij",
}
COUNT = (
    "{n} teksten over recht. De wettekst gelezen: {read}. Van een ander: {second_hand}. Niet "
    "gelezen: {unread}. Zonder bron: {none}."
)
NONE = "Dit pakket zegt niets over recht."
