"""The next question: relevant, applicable, and in the end everything is certain."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ask import Ask, deeper, is_done, next_ask
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.evaluate import evaluate
from bot.rules.model.answers import UNKNOWN, chosen
from bot.rules.model.book import WHOLE, AnswerBook, Cell, answer_key, cell_answers
from bot.rules.model.conditions import AllOf, Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import NO, YES
from bot.rules.model.pack import Advice, Concern, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.purpose import ahead
from bot.rules.query import applies, concern_status, possible
from tests.rules.packs import is_relevant

from .packs import Values, answer_of, choices_of, packs


def interview(compiled: Compiled, values: Values, unknown: frozenset[str]) -> AnswerBook:
    """Answer every question that is asked; each must apply, matter and be new."""
    book = AnswerBook()
    while ask := next_ask(compiled, book):
        answers = cell_answers(compiled.pack, book, ask.cell)
        assert ask.question not in answers
        assert applies(compiled, answers, ask.question) == "yes"
        assert is_relevant(compiled, answers, ask.question) or (
            compiled.questions[ask.question].always
        )
        answer = UNKNOWN if ask.question in unknown else answer_of(values[ask.question])
        book = book.with_answer(ask.question, answer)
    return book


def drawn_values(data: st.DataObject, pack: Pack) -> Values:
    """One combination of values."""
    return {q.id: data.draw(st.sampled_from(choices_of(q))) for q in pack.questions}


@given(packs(), st.data())
def test_ends_in_certainty(pack: Pack, data: st.DataObject) -> None:
    """With every question answered the advice and the serious concerns are certain, and right."""
    compiled = compile_pack(pack)
    values = drawn_values(data, pack)
    answers = interview(compiled, values, frozenset()).answers
    direct = evaluate(pack, values)
    for advice in pack.advices:
        (likely,) = possible(compiled, answers, advice.decision)
        assert direct.outcomes[advice.decision] == likely.outcome
    assert ("holds" if "a0" in direct.concerns else "not") == concern_status(
        compiled, answers, "a0"
    )
    for question in pack.questions:
        if question.always and applies(compiled, answers, question.id) == "yes":
            assert question.id in answers


@given(packs(), st.data())
def test_unknown_is_not_asked_again(pack: Pack, data: st.DataObject) -> None:
    """After "weet ik niet" the interview still ends, and nothing askable is left that matters."""
    compiled = compile_pack(pack)
    values = drawn_values(data, pack)
    unknown = data.draw(st.frozensets(st.sampled_from([q.id for q in pack.questions])))
    answers = interview(compiled, values, unknown).answers
    for question in pack.questions:
        if question.id not in answers and applies(compiled, answers, question.id) == "yes":
            assert not is_relevant(compiled, answers, question.id)


@given(packs(), st.data())
def test_deeper_settles_the_rest(pack: Pack, data: st.DataObject) -> None:
    """Going deeper until nothing is left settles the other concerns and decisions too."""
    compiled = compile_pack(pack)
    values = drawn_values(data, pack)
    book = interview(compiled, values, frozenset())
    while ask := deeper(compiled, book):
        assert ask.question not in book.answers
        book = book.with_answer(ask.question, answer_of(values[ask.question]))
    direct = evaluate(pack, values)
    (likely,) = possible(compiled, book.answers, "b2")
    assert direct.outcomes["b2"] == likely.outcome
    assert concern_status(compiled, book.answers, "a1") != "open"


@given(packs())
def test_what_is_ahead_is_bounded(pack: Pack) -> None:
    """The estimate is no more than the questions there are, and 0 exactly when all is done."""
    compiled = compile_pack(pack)
    count = ahead(compiled, AnswerBook()).questions
    assert 0 <= count <= len(pack.questions)
    assert (count == 0) == is_done(compiled, AnswerBook())


# --- by hand --------------------------------------------------------------------------------

JA_NEE = (Option(YES, "Ja"), Option(NO, "Nee"))


def yes(*names: str) -> AllOf:
    """Every one of these questions is answered with yes."""
    return AllOf(tuple(Is(name, frozenset((YES,))) for name in names))


def question(id: str, **more: object) -> Question:
    """A yes/no question."""
    return Question(id, f"{id}?", "yesno", options=JA_NEE, **more)  # type: ignore[arg-type]


def pack(questions: tuple[Question, ...], when: AllOf, **more: object) -> Pack:
    """A pack with one advice: ``wel`` when the condition holds, else ``niet``."""
    rows = (Row("r", when, "wel"),)
    advice = Decision("vorm", Table(rows, otherwise="niet"), ("niet", "wel"))
    return Pack(
        "p",
        "P",
        "0" * 12,
        questions,
        (advice,),
        (Advice("vorm"),),
        **more,  # type: ignore[arg-type]
    )


def test_opening_goes_first() -> None:
    """Opening questions come first, in the pack's order, as long as they matter."""
    made = pack((question("a"), question("b"), question("c")), yes("a", "b"), opening=("c", "b"))
    assert next_ask(compile_pack(made), AnswerBook()) == Ask("b", WHOLE)


def test_ties_go_by_the_packs_order() -> None:
    """Of questions that settle as much, the first in the pack is asked."""
    made = pack((question("b"), question("a")), yes("a", "b"))
    assert next_ask(compile_pack(made), AnswerBook()) == Ask("b", WHOLE)


def test_together_stays_together() -> None:
    """A question of a group that was begun goes before one that settles as much."""
    questions = (
        question("a", together="g"),
        question("b"),
        question("c", together="g"),
    )
    book = AnswerBook({"a": chosen(YES)})
    assert next_ask(compile_pack(pack(questions, yes("a", "b", "c"))), book) == Ask("c", WHOLE)


def test_always_comes_last() -> None:
    """A question that is always asked comes when the rest is settled, and only once."""
    made = pack((question("a", always=True), question("b")), yes("b"))
    compiled = compile_pack(made)
    assert next_ask(compiled, AnswerBook()) == Ask("b", WHOLE)
    book = AnswerBook({"b": chosen(YES)})
    assert next_ask(compiled, book) == Ask("a", WHOLE)
    assert is_done(compiled, book.with_answer("a", UNKNOWN))


def test_serious_concern_is_settled() -> None:
    """A question that only a serious concern needs is asked after the advice is settled; one that
    only another concern needs is left for later."""
    concerns = (
        Concern("ernstig", yes("c"), "Let op.", serious=True),
        Concern("licht", yes("d"), "Let op."),
    )
    made = pack((question("d"), question("c"), question("b")), yes("b"), concerns=concerns)
    compiled = compile_pack(made)
    book = AnswerBook({"b": chosen(NO)})
    assert next_ask(compiled, AnswerBook()) == Ask("b", WHOLE)
    assert next_ask(compiled, book) == Ask("c", WHOLE)
    book = book.with_answer("c", chosen(NO))
    assert is_done(compiled, book)
    assert deeper(compiled, book) == Ask("d", WHOLE)


def test_per_part_is_asked_where_it_matters() -> None:
    """A question per part is asked for each part in which it still matters; others only once."""
    questions = (question("open", per="onderdeel"), question("raad", per="onderdeel"))
    compiled = compile_pack(pack(questions, yes("open", "raad")))
    book = AnswerBook({"open@hoe": chosen(NO)}, parts=("hoe", "beheer"))
    assert next_ask(compiled, book) == Ask("open", Cell("beheer"))
    book = book.with_answer("open@beheer", chosen(YES))
    assert next_ask(compiled, book) == Ask("raad", Cell("beheer"))
    assert is_done(compiled, book.with_answer("raad@beheer", chosen(YES)))


def test_shared_question_is_asked_once() -> None:
    """A question without ``per`` is asked once for all parts and groups."""
    questions = (question("samen"), question("open", per="onderdeel"))
    compiled = compile_pack(pack(questions, yes("samen", "open")))
    book = AnswerBook(parts=("hoe", "beheer"), groups=("geraakt", "rest"))
    assert next_ask(compiled, book) == Ask("samen", Cell("hoe", "geraakt"))
    asked = []
    while ask := next_ask(compiled, book):
        asked.append(answer_key(compiled.questions[ask.question], ask.cell))
        book = book.with_answer(asked[-1], chosen(YES))
    assert asked == ["samen", "open@hoe", "open@beheer"]


def test_earlier_answer_holds_for_every_part() -> None:
    """An answer from before the project was divided is not asked again per part."""
    questions = (question("open", per="onderdeel"), question("raad"))
    compiled = compile_pack(pack(questions, yes("open", "raad")))
    book = AnswerBook({"open": chosen(YES)}, parts=("hoe", "beheer"))
    assert next_ask(compiled, book) == Ask("raad", Cell("hoe"))


def test_outdated_answer_is_asked_again() -> None:
    """An answer that the pack no longer knows counts as no answer."""
    compiled = compile_pack(pack((question("a"),), yes("a")))
    assert next_ask(compiled, AnswerBook({"a": chosen("misschien")})) == Ask("a", WHOLE)
    assert next_ask(compiled, AnswerBook({"weg": chosen("x")})) == Ask("a", WHOLE)


def test_weights_lead() -> None:
    """The likelier a question settles the advice, the sooner it comes."""
    rare = Question(
        "a", "a?", "yesno", options=(Option(YES, "Ja", weight=Fraction(20)), Option(NO, "Nee"))
    )
    compiled = compile_pack(pack((rare, question("b")), yes("a", "b")))
    assert next_ask(compiled, AnswerBook()) == Ask("b", WHOLE)
