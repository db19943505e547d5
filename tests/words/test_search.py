"""Searching: by words in any form, also mistyped; what a thing is called counts most."""

from __future__ import annotations

from itertools import chain

import pytest

from bot.language.model.held_out import read_tsv
from bot.rules.model.content import Chapter, DatedText, Faq
from bot.settings import ROOT
from bot.words.search import Index, index, stem_of
from tests import shelf


def faq(id: str, question: str, answer: str = "", *phrasings: str) -> Faq:
    return Faq(id, question, (DatedText(answer),), phrasings)


FAQS = (
    faq("plicht", "Is een participatieverordening verplicht?", "Ja. De raad stelt haar vast."),
    faq("geld", "Wie betaalt de koffie?", "De gemeente, en soms de raad.", "krijg ik subsidie"),
    faq("raad", "Wat doet de raad?", "De raad kiest."),
    faq("jeugd", "Hoe bereik ik jongeren in de buurt?", "Ga naar ze toe."),
)
CHAPTERS = (Chapter("boos", "Boze bewoners", "Mensen zijn kwaad.", (("Eerst dit", "Bel ze op."),)),)
INDEX = Index(FAQS, CHAPTERS)


def found(text: str) -> list[str]:
    return [hit.id for hit in INDEX.search(text, 3)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("is zo'n participatieverordening verplicht", "plicht"),
        ("moeten wij participatieverordeningen hebben", "plicht"),
        ("participatieverodening", "plicht"),
        ("PARTICIPATIE-verordening, verplicht?", "plicht"),
        ("een jongere bereiken", "jeugd"),
        ("jongerenbuurt", "jeugd"),
        ("subsidies", "geld"),
        ("kwade bewoners", "boos"),
        ("bellen", "boos"),
    ],
)
def test_a_word_is_known_in_every_form(text: str, first: str) -> None:
    """Plural, mistyped, as part of a compound, in a phrasing, in an answer, in a chapter."""
    assert found(text)[0] == first


def test_a_name_counts_for_more_than_what_is_told() -> None:
    """ "Raad" stands in three questions; it is the name of one."""
    assert found("raad") == ["raad", "plicht", "geld"]


def test_one_windmill_is_found_where_many_are_told_of() -> None:
    """Snowball has another stem for "windmolen" than for "windmolens"."""
    mills = Index((faq("wind", "Wie beslist over windmolens?"),), ())
    assert [hit.id for hit in mills.search("een windmolen", 3)] == ["wind"]


def test_what_nobody_wrote_is_not_found() -> None:
    """Also not by short words that look like another."""
    assert found("xylofoon zwemmen") == []
    assert found("rad") == []
    assert found("") == []


def test_a_hit_says_how_much_of_the_question_it_holds() -> None:
    """All of it, or the part that it knows."""
    whole, part = INDEX.search("boze bewoners", 1)[0], INDEX.search("boze jongeren", 1)[0]
    assert whole.share == pytest.approx(1.0)
    assert 0 < part.share < 1
    assert (whole.kind, whole.title) == ("chapter", "Boze bewoners")


def test_questions_that_nobody_wrote_for_it_are_found() -> None:
    """Of the held-out questions nine in ten have theirs among the first five."""
    pack = shelf.packs()["passende_samenwerking"]
    files = (ROOT / "nlu_data").glob("held_out*.tsv")
    lines = chain.from_iterable(file.read_text("utf-8").splitlines() for file in files)
    asked = [one for one in read_tsv(lines) if "vraag" in one.kind]
    hits = [{hit.id for hit in index(pack).search(one.text, 5)} for one in asked]
    right = sum(bool(ids & set(one.id.split("|"))) for ids, one in zip(hits, asked, strict=True))
    assert right >= 0.9 * len(asked) > 200


def test_packs_with_the_same_questions_share_an_index() -> None:
    """Making one takes time."""
    packs = shelf.packs()
    first, second = packs["matrix"], packs["best"]
    assert (first.faqs, first.chapters) == (second.faqs, second.chapters)
    assert index(first) is index(second)


def test_a_picture_pasted_as_text_is_not_cut_into_words() -> None:
    """Thousands of letters without a space: each cut would be a word to find the stem of."""
    tried = stem_of.cache_info().misses
    assert found("qx" * 150 + " verplicht") == ["plicht"]
    assert stem_of.cache_info().misses <= tried + 1
