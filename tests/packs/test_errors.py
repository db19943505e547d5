"""An error says where, what is wrong, and what would be right."""

from __future__ import annotations

from bot.packs.errors import PackError, Place, Problem, Report, did_you_mean, listed


def test_the_sentence_of_a_problem() -> None:
    """File, line, path, what is wrong and what would be right, in one sentence each."""
    problem = Problem("k/vragen.yml", 12, "vragen[3].opties[1].label", "het label heeft 47 tekens",
                      "hoogstens 40 tekens")  # fmt: skip
    assert str(problem) == (
        "k/vragen.yml:12: vragen[3].opties[1].label: het label heeft 47 tekens. "
        "Goed zou zijn: hoogstens 40 tekens."
    )
    assert str(Problem("a", 1, "", "dit mist")) == "a:1: dit mist."
    assert str(Problem("a", 1, "b", "fout", "bedoelde je ‘c’?")) == "a:1: b: fout. Bedoelde je ‘c’?"


def test_problems_come_sorted_and_once() -> None:
    """Problems are in order of file and line, each once."""
    first, second = Problem("a", 2, "", "x"), Problem("a", 10, "", "x")
    error = PackError([second, first, second])
    assert error.problems == (first, second)
    assert str(error) == "a:2: x.\na:10: x."


def test_a_settled_place_stays_quiet() -> None:
    """What is settled about a place is not said again in other words."""
    report = Report()
    place = Place("a", 1, "b")
    report.add(place, "een", settles=True)
    report.add(place, "twee")
    later = report.successor()
    later.add(place, "drie")
    assert [problem.wrong for problem in report.problems] == ["een"]
    assert later.problems == []


def test_did_you_mean() -> None:
    """The closest name, or the names there are."""
    assert did_you_mean("fasee", ["fase", "plan"]) == "bedoelde je ‘fase’?"
    assert did_you_mean("yes", ["ja", "nee"]) == "bedoelde je ‘ja’?"
    assert did_you_mean("pasende", ["passende_samenwerking", "matrix"]) == (
        "bedoelde je ‘passende_samenwerking’?"
    )
    assert did_you_mean("xyz", ["b", "a"]) == "‘a’ of ‘b’"
    assert did_you_mean("xyz", []) == ""


def test_listed() -> None:
    """A long list is cut."""
    assert listed("a") == "‘a’"
    assert listed("abc") == "‘a’, ‘b’ of ‘c’"
    assert listed("abcdefghijklmn").endswith("‘k’, ‘l’ …")
    long = Problem("a", 1, "", "dit mist", listed("abcdefghijklmn"))
    assert str(long).endswith("‘l’ …")
