"""The report on texts that are easy, hard and misspelled; and the level of our own texts."""

import pytest

from bot.__main__ import main
from bot.settings import ROOT
from bot.workbench.taal.collect import collect, collect_wording
from bot.workbench.taal.report import report
from bot.workbench.taal.spelling import Speller, load_speller, read_word_list
from bot.workbench.taal.text import Text


class KnowsAll:
    """A dictionary in which every word stands."""

    def lookup(self, word):
        return True


def whats(body, kind="prose"):
    speller = Speller(KnowsAll(), frozenset())
    return [
        finding.what for finding in report([Text("x.yml:1", "x", body, kind)], speller).findings
    ]


def test_plain_sentences_have_no_findings():
    assert whats("Bel drie bewoners. Vraag wat zij willen. Schrijf het op.") == []


def test_a_hard_text_is_named_for_each_reason():
    body = (
        "Ingevolge de participatieverordening dient u voorafgaand aan de besluitvorming d.m.v. een "
        "inventarisatie inzichtelijk te maken welke maatschappelijke organisaties geraadpleegd "
        "zijn omtrent de uitgangspunten van het beleid."
    )
    found = whats(body)
    assert found.count("ambtelijk") == 2
    for what in ("lange zin", "gemiddelde zin", "moeilijk", "afkorting", "aanspreekvorm"):
        assert what in found


def test_a_label_is_only_read_for_its_words_and_a_question_may_quote_them():
    assert whats("Derhalve", "label") == ["ambtelijk"]
    assert whats("Wat betekent derhalve?", "question") == []


def test_the_same_text_counts_once():
    text = Text("x.yml:1", "x", "Hoi daar.", "line")
    assert report([text, text], Speller(KnowsAll(), frozenset())).texts == 1


def test_our_word_list_is_sorted_out_of_comments(tmp_path):
    path = tmp_path / "lijst.txt"
    path.write_text("# kop\nuitdaagrecht\nVNG  # een naam\n\n", "utf-8")
    assert read_word_list(path) == {"uitdaagrecht", "VNG"}


@pytest.mark.parametrize(
    "word", ["bijstandsuitkering", "buurt-app", "Uitdaagrecht", "Eén", "Kerkstraat", "móet"]
)
def test_the_dictionary_and_our_list_know(word):
    assert load_speller().knows(word)


@pytest.mark.parametrize("word", ["gemeentte", "rijbewijss", "partisipatie"])
def test_the_dictionary_does_not_know(word):
    assert not load_speller().knows(word)


def test_the_command_says_what_to_change(tmp_path, capsys):
    (tmp_path / "a.md").write_text("# Kop\nDerhalve is dit een gemeentte.\n", "utf-8")
    assert main(["kennis", "taal", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "gemeentte" in out
    assert "beter: ‘daarom’" in out
    assert main(["kennis", "taal", str(tmp_path / "weg")]) == 2


def test_everything_that_people_read_is_plain_and_well_spelled():
    """Our own level: Flesch-Douma, sentences, official words, abbreviations and spelling."""
    found = report([*collect(ROOT / "knowledge"), *collect_wording()])
    assert found.texts > 100
    if found.faults:
        pytest.fail(str(found), pytrace=False)


def test_every_own_word_is_needed():
    """The list holds no word that the dictionary knows by now."""
    bare = Speller(load_speller()._dictionary, frozenset())
    assert [word for word in sorted(read_word_list()) if bare.knows(word)] == []
