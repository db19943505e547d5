"""Where the rules of a pack come from, in words: nobody may take a copy for the original."""

from __future__ import annotations

from bot.rules.model.pack import Pack

_ORIGIN = {
    "first_hand": "eigen tekst",
    "second_hand": "overgenomen door een ander",
}
_COMPLETE = {
    "complete": "volledig bekend",
    "partial": "deels bekend",
    "criteria": "alleen criteria, geen vaste regels",
}


def short_name(title: str) -> str:
    """What a pack is called in a sentence: its title up to the colon."""
    return title.partition(":")[0].strip()


def origin_line(pack: Pack) -> str:
    """Whose rules, of which year, first or second hand, how complete; empty when not said."""
    origin = pack.provenance
    if origin is None:
        return ""
    year = f" ({origin.year})" if origin.year else ""
    whose = f"{origin.organisation}{year}, {_ORIGIN.get(origin.origin, '')}"
    if origin.origin == "own":
        whose = f"de Samenwerkwijzer zelf{year}"
    return f"{whose}, {_COMPLETE[origin.completeness]}"


def origin_sentence(pack: Pack) -> str:
    """The same for in a conversation, short enough to stand in an advice."""
    origin = pack.provenance
    if origin is None:
        return f"Dit zijn de regels van {short_name(pack.title)}."
    year = f" ({origin.year})" if origin.year else ""
    text = {
        "first_hand": f"Dit zijn de regels van {origin.organisation}{year}",
        "second_hand": f"Dit zijn de regels van {origin.organisation}{year}, "
        "zoals overgenomen door een ander",
    }.get(origin.origin, "Deze regels zijn gemaakt door de Samenwerkwijzer")
    rest = {
        "partial": " Ze zijn niet helemaal bekend.",
        "criteria": " Het zijn criteria, geen vaste regels.",
    }.get(origin.completeness, "")
    return f"{text}.{rest}"


def same_rules(pack: Pack, other: Pack) -> bool:
    """Whether two packs ask and decide the same: then the one has nothing to say of its own."""
    return (pack.questions, pack.decisions, pack.advices) == (
        other.questions,
        other.decisions,
        other.advices,
    )


def scope(pack: Pack) -> str:
    """For what plans a pack is meant: the first sentence of its description."""
    first = pack.description.strip().partition(". ")[0].rstrip(".")
    return f"{first}." if first else ""
