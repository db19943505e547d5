"""What a question is for: against every combination of answers, and what is still to come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ask import Ask, next_ask, next_division
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.answers import UNKNOWN, chosen
from bot.rules.model.book import WHOLE, AnswerBook
from bot.rules.model.ids import NO, YES
from bot.rules.model.pack import Concern, Division, Pack
from bot.rules.model.questions.question import Option
from bot.rules.purpose import Ahead, ahead, division_purposes, purposes, unseen

from .packs import answers, consistent, evaluated, packs
from .test_ask import pack, question, yes


@given(packs(most=4), st.data())
def test_it_can_change_what_two_answers_to_it_make_different(
    pack: Pack, data: st.DataObject
) -> None:
    """A question is for the form, a point or neither, exactly as trying all its answers shows."""
    compiled = compile_pack(pack)
    known = data.draw(answers(pack))
    name = data.draw(st.sampled_from([question.id for question in pack.questions]))
    free = {other: answer for other, answer in known.items() if other != name}
    forms: dict[object, set[object]] = {}
    points: dict[object, set[object]] = {}
    for values in consistent(pack, free):
        rest = frozenset((other, value) for other, value in values.items() if other != name)
        run = evaluated(pack, values)
        form = tuple(run.outcomes[advice.decision] for advice in pack.advices)
        forms.setdefault(rest, set()).add(form)
        points.setdefault(rest, set()).add(frozenset(run.concerns))
    found = purposes(compiled, AnswerBook(known), name)
    assert ("form" in found) == any(len(seen) > 1 for seen in forms.values())
    assert ("warning" in found) == any(len(seen) > 1 for seen in points.values())


LAW = Concern("wet", yes("c"), "Dit moet.", duty=True, serious=True)
MILD = Concern("licht", yes("d"), "Let op.")


def made(**more: object) -> Pack:
    """``b`` decides, ``c`` adds a duty, ``d`` a point, ``e`` nothing."""
    questions = (question("e", always=True), question("d"), question("c"), question("b"))
    return pack(questions, yes("b"), concerns=(LAW, MILD), opening=("b",), **more)


def test_each_purpose_has_its_question() -> None:
    """What changes nothing of all this can only make the steps sharper."""
    compiled = compile_pack(made())
    for name, found in (("b", "form"), ("c", "duty"), ("d", "warning"), ("e", "steps")):
        assert purposes(compiled, AnswerBook(), name) == (found,)
    assert purposes(compiled, AnswerBook(), "weg") == ()


def test_an_answer_that_is_there_is_left_out_of_account() -> None:
    """Who is asked again is told what it was for."""
    compiled = compile_pack(made())
    assert purposes(compiled, AnswerBook({"b": chosen(YES)}), "b") == ("form",)


def test_a_question_of_a_piece_is_for_that_piece() -> None:
    """Another piece, in which it would still matter, makes no difference."""
    questions = (question("open", per="onderdeel"), question("raad", per="onderdeel"))
    compiled = compile_pack(pack(questions, yes("open", "raad")))
    book = AnswerBook({"open@hoe": chosen(NO)}, parts=("hoe", "beheer"))
    assert purposes(compiled, book, "raad@hoe") == ("steps",)
    assert purposes(compiled, book, "raad@beheer") == ("form",)


def test_what_is_still_to_come_is_counted_by_what_it_is_for() -> None:
    """Each question once, under the weightiest that it can change."""
    compiled = compile_pack(made())
    assert ahead(compiled, AnswerBook()) == Ahead(questions=3, form=1, duty=1)
    opened = AnswerBook({"b": chosen(NO)})
    assert ahead(compiled, opened) == Ahead(questions=2, form=0, duty=1)
    assert unseen(compiled, opened) == ("c",)
    looked = opened.with_answer("c", UNKNOWN)
    assert unseen(compiled, looked) == ()
    assert ahead(compiled, looked) == Ahead(questions=1)


PARTS = Division("onderdeel", "Verschilt het?", (Option("of", "Of"), Option("hoe", "Hoe")))


def test_a_project_is_divided_after_what_decides() -> None:
    """And only when something is asked for each piece that can change the advice."""
    questions = (question("a", per="onderdeel"), question("b"))
    made = pack(questions, yes("a", "b"), opening=("a",), divisions=(PARTS,))
    compiled = compile_pack(made)
    assert next_division(compiled, AnswerBook(), ()) is None
    told = AnswerBook({"a": chosen(YES)})
    assert next_division(compiled, told, ()) == "onderdeel"
    assert division_purposes(compiled, told, "onderdeel") == ("form",)
    assert ahead(compiled, told).questions == 1 + ahead(compiled, told, ("onderdeel",)).questions
    assert next_division(compiled, told, ("onderdeel",)) is None
    assert next_ask(compiled, told) == Ask("b", WHOLE)
    settled = AnswerBook({"a": chosen(YES), "b": chosen(NO)})
    assert next_division(compiled, settled, ()) is None


def test_a_pack_without_an_opening_divides_before_what_is_asked_for_each_piece() -> None:
    """Not before anything else is known."""
    questions = (question("b"), question("a", per="onderdeel"))
    compiled = compile_pack(pack(questions, yes("a", "b"), divisions=(PARTS,)))
    assert next_division(compiled, AnswerBook(), ()) is None
    assert next_division(compiled, AnswerBook({"b": chosen(YES)}), ()) == "onderdeel"
