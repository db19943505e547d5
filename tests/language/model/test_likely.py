"""Which questions of a pack a text may be, and the same from several readings."""

from __future__ import annotations

from bot.dialogue.messages import Candidate
from bot.language.model.examples import lesson
from bot.language.model.in_mail import bare_label, is_in_mail, is_taught
from bot.language.model.likely import likely, weighed
from bot.language.model.parsed import Parsed, from_rasa
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


def test_a_question_in_a_mail_is_read_by_its_own_labels(pack: Pack) -> None:
    """What a talk would hear is put aside, and what is out of scope counts fourfold; where a model
    has no such labels, a mail is read as a talk."""
    in_mail = (("vraag.loting", 0.5), ("buiten_bereik", 0.5))
    heard = Parsed((("vraag.fotos", 0.9),), in_mail=in_mail)
    mail, taught = Context(pack, in_mail=True), lesson([pack])
    [found] = likely(heard, mail, taught)
    assert (found.id, round(found.confidence, 2)) == ("loting", 0.2)
    assert [one.id for one in likely(heard, Context(pack), taught)] == ["fotos"]
    assert [one.id for one in likely(Parsed(heard.ranking), mail, taught)] == ["fotos"]


def test_what_a_model_says_of_a_mail_comes_over_the_pipe() -> None:
    """Beside what it says of any text; it may be left out."""
    said = {"intent_ranking": [{"name": "a", "confidence": 1}], "entities": []}
    asked = {**said, "mail_ranking": [{"name": "b", "confidence": 0.5}]}
    assert from_rasa(said) == Parsed((("a", 1.0),))
    assert from_rasa(asked) == Parsed((("a", 1.0),), in_mail=(("b", 0.5),))


def test_sentences_of_mails_are_kept_apart() -> None:
    """They mean what other examples mean; of those, what asks teaches the reader of mails too."""
    assert [is_in_mail(label) for label in ("mail.vraag.loting", "vraag.loting")] == [True, False]
    assert bare_label("mail.vraag.loting") == "vraag.loting"
    assert all(map(is_taught, ("vraag.loting", "opdracht.hulp", "buiten_bereik")))
    assert not any(map(is_taught, ("antwoord.tijd.krap", "gevaar.geen")))


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
