"""What is said of a kind of project and of an evening, in plain Dutch; no logic."""

from __future__ import annotations

# --- the evening ---
TONIGHT_OPENING = "**Zo begin je**"
TONIGHT_NOW = "**Doe dit nu**"
TONIGHT_AT = "**Vanavond, begin {time}**"
TOMORROW_AT = "**Morgen, begin {time}**"
TONIGHT_ROLES = "**Wie doet wat:**"
TONIGHT_SAFE = "**Veilig:**"
TONIGHT_STOP = "**Stop:**"
TONIGHT_OBJECTION = "**Bezwaar?**"
TONIGHT_NEVER = "**Zeg nooit:**"
TONIGHT_MORNING = "**Morgen:**"
TONIGHT_NEXT = "Je plan heb je al. Dit komt nu:"
WHEN_STARTS = "Hoe laat begint het?"
TOMORROW_EVENING = "Morgenavond"
OTHER_TIME = "Het begint op een andere tijd"
HAVE_MEETING = "Er is een bijeenkomst"

# --- a kind of project ---
LIKEN_ASK = "Waar lijkt je project het meest op?"
LIKEN_MORE = "Meer soorten"
LIKEN_HEAD = "**{name}**"
LIKEN_STEPS = "**{name}**: de stappen"
LIKEN_HOURS = "**{name}**: wie hoort het wanneer, op één dag"
LIKEN_COUNCIL = "**{name}**: de rol van de raad"
LIKEN_PARTS = {
    "stappen": "Alle stappen",
    "tijden": "Wie hoort het hoe laat",
    "raad": "De rol van de raad",
}
LIKEN_NEVER = "Zeg nooit:"
LIKEN_GOOD = "Zo ging het goed: {text}"
LIKEN_BAD = "Zo ging het mis: {text}"
LIKEN_FIRST = "Vraag eerst: {question}"
LIKEN_OTHER = "Een ander soort project"
MOMENTS = {
    "tonight": "Vanavond",
    "week": "Deze week",
    "before": "Vóór het besluit",
    "after": "Na het besluit",
}
VALUES_HEAD = "**De vijf waarden**"
STANDS = {"green": "🟢", "amber": "🟠", "grey": "⚪"}
METHODS_HEAD = "**Zo kun je werken**"
PITFALLS_HEAD = "**Pas op voor**"
