"""Which questions of a pack a text may be, and the same from several readings."""

from __future__ import annotations

from bot.dialogue.messages import Candidate
from bot.language.model.examples import lesson
from bot.language.model.likely import likely, weighed
from bot.language.model.parsed import Parsed
from bot.language.understand import Context
from bot.rules.model.pack import Pack


def shares(pack: Pack, *ranking: tuple[str, float]) -> dict[str, float]:
    """What is likely when a model says this."""
    found = likely(Parsed(ranking), Context(pack), lesson([pack]))
    return {one.id: round(one.confidence, 2) for one in found}


def test_what_tells_something_hardly_counts_beside_a_question(pack: Pack) -> None:
    """It was asked, so it is no answer to a question of ours."""
    told = ("antwoord.wie_begint.gemeente", 0.5)
    assert shares(pack, told, ("vraag.loting", 0.5))["loting"] > 0.7


def test_what_is_out_of_scope_counts_double(pack: Pack) -> None:
    """A wrong answer is worse than none."""
    assert shares(pack, ("vraag.loting", 0.5), ("buiten_bereik", 0.5)) == {"loting": 0.33}


def test_a_command_says_what_its_question_says(pack: Pack) -> None:
    """ "Bewaar je dit?" and "Wat gebeurt er met wat ik hier typ?" get one answer."""
    both = shares(
        pack, ("opdracht.privacy", 0.4), ("vraag.bot_privacy", 0.4), ("vraag.loting", 0.2)
    )
    assert both == {"bot_privacy": 0.8, "loting": 0.2}


def test_readings_are_weighed() -> None:
    """What one reading sees and the other doesn't is half as likely."""
    one, other = (Candidate("vraag", "a", 0.8),), (Candidate("vraag", "b", 0.6),)
    assert weighed([(0.5, one), (0.5, other)]) == (
        Candidate("vraag", "a", 0.4),
        Candidate("vraag", "b", 0.3),
    )
