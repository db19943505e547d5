"""Where the rules of a pack come from, in words: nobody may take a copy for the original."""

from __future__ import annotations

from bot.advice import wording
from bot.rules.model.content import Provenance
from bot.rules.model.pack import Pack


def short_name(title: str) -> str:
    """What a pack is called in a sentence: its title up to the colon."""
    return title.partition(":")[0].strip()


def origin_line(pack: Pack) -> str:
    """Whose rules, of which year, first or second hand, how complete; empty when not said."""
    origin = pack.provenance
    if origin is None:
        return ""
    whose = f"{_whose(origin)}, {wording.ORIGINS.get(origin.origin, '')}"
    if origin.origin == "own":
        whose = _dated(wording.OWN_RULES, origin)
    return f"{whose}, {wording.COMPLETE[origin.completeness]}"


def origin_sentence(pack: Pack) -> str:
    """The same for in a conversation, short enough to stand in an advice."""
    origin = pack.provenance
    if origin is None:
        return wording.RULES_OF_A_PACK.format(name=short_name(pack.title))
    text = wording.RULES_OF.get(origin.origin, wording.MADE_BY_US).format(whose=_whose(origin))
    return f"{text}.{wording.NOT_ALL.get(origin.completeness, '')}"


def _whose(origin: Provenance) -> str:
    return _dated(origin.organisation, origin)


def _dated(name: str, origin: Provenance) -> str:
    return f"{name} ({origin.year})" if origin.year else name


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
