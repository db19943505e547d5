"""Answers go from one pack to another only as declared, and then exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.conditions import Is
from bot.rules.model.content import SameAs
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.number import Number
from bot.rules.model.questions.question import Option, Question
from bot.rules.translate import rooted, shared, translate
from tests.rules.packs import SEEDS, agrees, all_values, answer_of, choices_of, consistent

Value = "str | frozenset[str] | Fraction"
Meaning = Mapping[str, tuple[str, ...]]


def pack(id: str, *questions: Question) -> Pack:
    """A pack with these questions and a decision that looks at none of them."""
    decision = Decision("vorm", Table((), otherwise="a"), ("a",))
    return Pack(id, id, "0" * 12, questions, (decision,), (Advice("vorm"),))


def question(id: str, kind: str = "choice", *same: SameAs, values: str = "abc") -> Question:
    """A question whose options are letters; yes/no has its own and a number goes from 0 to 12."""
    options = tuple(Option(value, value) for value in values)
    if kind == "yesno":
        options = (Option("ja", "Ja"), Option("nee", "Nee"))
    if kind == "number":
        return Question(id, id, kind, minimum=Fraction(0), maximum=Fraction(12), same_as=same)
    return Question(id, id, kind, options=options, same_as=same)


def there_to_here(there: Question, here: Question, answer: Answer) -> Answer | None:
    """What an answer there says about the question here."""
    found = translate(compile_pack(pack("daar", there)), pack("hier", here), {there.id: answer})
    return found.get(here.id)


def here_to_there(there: Question, here: Question, answer: Answer) -> Answer | None:
    """What an answer here says about the question there."""
    found = translate(compile_pack(pack("hier", here)), pack("daar", there), {here.id: answer})
    return found.get(there.id)


ROOM = question("ruimte", values="abcd")
"""There: a nothing, b a little, c much, d everything."""
CHOICE = question(
    "keus", "yesno", SameAs("daar", "ruimte", {"a": ("nee",), "b": ("ja",), "c": ("ja",)})
)
"""Here: is there a choice? What "d" means is not said."""


# --- what is promised, by example -------------------------------------------------------------


def test_a_value_means_what_is_declared() -> None:
    """``a`` there is "nee" here."""
    assert there_to_here(ROOM, CHOICE, chosen("a")) == chosen("nee")


def test_several_values_mean_what_they_mean_together() -> None:
    """Two that mean the same leave one; two that differ leave all, which is nothing."""
    assert there_to_here(ROOM, CHOICE, chosen("b", "c")) == chosen("ja")
    assert there_to_here(ROOM, CHOICE, chosen("a", "b")) is None


def test_a_value_without_a_meaning_says_nothing() -> None:
    """Even beside a value that has one."""
    assert there_to_here(ROOM, CHOICE, chosen("d")) is None
    assert there_to_here(ROOM, CHOICE, chosen("b", "d")) is None


def test_backwards_every_value_is_left_that_can_mean_it() -> None:
    """ "ja" here leaves b and c, and d of which nothing was said."""
    assert here_to_there(ROOM, CHOICE, chosen("ja")) == chosen("b", "c", "d")
    assert here_to_there(ROOM, CHOICE, chosen("nee")) == chosen("a", "d")


@pytest.mark.parametrize("nothing", [UNKNOWN, SKIPPED, chosen("bestaat_niet")])
def test_what_is_no_answer_says_nothing(nothing: Answer) -> None:
    """Unknown, skipped, and an answer of an older pack."""
    assert there_to_here(ROOM, CHOICE, nothing) is None


def test_an_answer_that_does_not_apply_says_nothing() -> None:
    """It is kept, for when its question returns, but it does not hold."""
    phase = question("fase")
    room = replace(ROOM, applies_if=Is("fase", frozenset("a")))
    source, target = compile_pack(pack("daar", phase, room)), pack("hier", CHOICE)
    told = {"ruimte": chosen("a")}
    assert translate(source, target, {**told, "fase": chosen("b")}) == {}
    assert translate(source, target, {**told, "fase": chosen("a")}) == {"keus": chosen("nee")}
    assert translate(source, target, told) == {"keus": chosen("nee")}


def test_without_values_every_value_means_itself() -> None:
    """As far as both questions have it."""
    here = question("keus", "choice", SameAs("daar", "ruimte"), values="abx")
    assert there_to_here(ROOM, here, chosen("a")) == chosen("a")
    assert there_to_here(ROOM, here, chosen("c")) is None
    assert here_to_there(ROOM, here, chosen("a")) == chosen("a", "c", "d")


def test_a_number_is_the_same_number() -> None:
    """An interval too; what can't be an answer here says nothing."""
    there = question("omvang", "number")
    here = replace(question("aantal", "number", SameAs("daar", "omvang")), minimum=Fraction(5))
    assert there_to_here(there, here, number(5, 7)) == number(5, 7)
    assert there_to_here(there, here, number(4, 7)) is None
    assert here_to_there(there, here, number(12)) == number(12)
    more = Answer(low=Fraction(5), low_open=True)
    assert there_to_here(there, here, more) == more
    assert there_to_here(there, here, Answer(low=Fraction(4), low_open=True)) is None
    assert there_to_here(there, here, Answer(high=Fraction(4), high_open=True)) is None


def test_what_is_known_of_a_number_is_known_together() -> None:
    """Where all answers hold, an open bound is tighter than the same one closed."""
    kind, size = Number(), question("omvang", "number")
    six, nine = Fraction(6), Fraction(9)
    more, less = Answer(low=six, low_open=True), Answer(high=nine, high_open=True)
    between = Answer(low=six, high=nine, low_open=True, high_open=True)
    assert kind.joined(size, (number(6, 9), more, less)) == between
    assert kind.joined(size, (number(9, 12), less)) is None
    assert kind.names(size, more) == ("> 6",)
    assert kind.names(size, number(6, 9)) == ("6..9",)


def test_options_are_known_one_by_one() -> None:
    """What has no meaning there stays open here; what nobody means does not hold."""
    there = question("merken", "multi", values="abc")
    here = question(
        "gevolg", "multi", SameAs("daar", "merken", {"a": ("x",), "b": ("y",)}), values="xyz"
    )
    assert there_to_here(there, here, chosen("a")) == Answer(frozenset("x"), frozenset("z"))
    assert there_to_here(there, here, chosen("a", "c")) == Answer(frozenset("x"), frozenset("yz"))
    partly = Answer(frozenset("a"), frozenset("b"))
    assert there_to_here(there, here, partly) == Answer(frozenset("x"), frozenset("yz"))


def test_one_option_that_holds_answers_a_choice() -> None:
    """Of a multiple choice nothing is concluded from what was not chosen."""
    there = question("merken", "multi", values="abc")
    here = question("groot", "yesno", SameAs("daar", "merken", {"a": ("ja",), "b": ("nee",)}))
    assert there_to_here(there, here, chosen("a", "c")) == chosen("ja")
    assert there_to_here(there, here, chosen("c")) is None
    assert there_to_here(there, here, chosen("a", "b")) is None


def test_two_declarations_must_hold_together() -> None:
    """They narrow each other; a contradiction says nothing."""
    other = question("fase", values="abc")
    here = question(
        "keus",
        "choice",
        SameAs("daar", "ruimte", {"a": ("x", "y"), "b": ("z",)}),
        SameAs("daar", "fase", {"a": ("y", "z"), "b": ("x", "y")}),
        values="xyz",
    )
    source, target = compile_pack(pack("daar", ROOM, other)), pack("hier", here)
    both = {"ruimte": chosen("a"), "fase": chosen("a")}
    assert translate(source, target, both) == {"keus": chosen("y")}
    assert translate(source, target, {"ruimte": chosen("b"), "fase": chosen("b")}) == {}


def test_two_packs_meet_by_way_of_a_third() -> None:
    """Both say what they share with it; without it nothing is known."""
    hub = compile_pack(pack("daar", ROOM))
    other = pack("ginds", question("veel", "yesno", SameAs("daar", "ruimte", {"a": ("nee",)})))
    means = {"a": ("nee",), "b": ("ja",), "c": ("ja",), "d": ("ja",)}
    here = compile_pack(pack("hier", question("keus", "yesno", SameAs("daar", "ruimte", means))))
    assert translate(here, other, {"keus": chosen("nee")}) == {}
    assert translate(here, other, {"keus": chosen("nee")}, [hub]) == {"veel": chosen("nee")}
    assert shared(here.pack, other) == (frozenset(), frozenset())
    assert shared(here.pack, other, [hub.pack]) == ({"keus"}, {"veel"})


def test_only_what_is_declared_is_the_same() -> None:
    """A question with the same id is another question."""
    assert there_to_here(ROOM, question("ruimte", values="abcd"), chosen("a")) is None
    elders = question("keus", "choice", SameAs("elders", "ruimte"), values="abcd")
    assert there_to_here(ROOM, elders, chosen("a")) is None


def test_a_question_that_was_taken_over_unchanged_is_the_same() -> None:
    """From the pack that one is based on, or by both from a third; a changed one is another."""
    base, changed = pack("basis", ROOM), replace(ROOM, text="Iets anders?")
    one, two = (replace(pack(id, ROOM), based_on="basis") for id in ("een", "twee"))
    told = {"ruimte": chosen("a", "b")}
    for source, target in ((base, one), (one, base), (one, two)):
        assert translate(compile_pack(source), target, told) == told
    other = replace(pack("drie", changed), based_on="basis")
    assert translate(compile_pack(base), other, told) == {}


def test_what_came_by_way_of_another_pack_is_the_same_too() -> None:
    """Two steps down a line, seen from its beginning; a circle of packs does no harm."""
    base = pack("basis", ROOM)
    middle, last = (
        replace(pack(id, ROOM), based_on=on) for id, on in (("midden", "basis"), ("eind", "midden"))
    )
    by_id = {one.id: one for one in (base, middle, last)}
    told = {"ruimte": chosen("a")}
    assert translate(compile_pack(base), last, told) == {}
    assert translate(compile_pack(base), rooted(last, by_id.get), told) == told
    assert rooted(base, by_id.get) is base
    by_id["basis"] = replace(base, based_on="eind")
    assert rooted(last, by_id.get).id == "eind"


# --- against brute force ----------------------------------------------------------------------

KINDS: tuple[str, ...] = ("choice", "yesno", "multi")


def make_pair(r: Random) -> tuple[Compiled, Pack, list[tuple[Question, Question, Meaning]]]:
    """A pack, a pack that declares relations with it at random, and those relations."""
    there = [question(f"t{i}", r.choice(KINDS), values="abc"[: r.randint(2, 3)]) for i in range(2)]
    here, declared = [], []
    for index in range(2):
        made = question(f"h{index}", r.choice(KINDS), values="xyz"[: r.randint(2, 3)])
        for other in r.sample(there, r.randint(1, 2)):
            ids = [option.id for option in made.options]
            means = {
                option.id: tuple(r.sample(ids, r.choice((1, 1, 2))))
                for option in other.options
                if r.random() < 0.8
            }
            means = means or {other.options[0].id: (ids[0],)}  # none at all: each means itself
            made = replace(made, same_as=(*made.same_as, SameAs("daar", other.id, means)))
            declared.append((other, made, means))
        here.append(made)
    first = is_if(there[0], r)
    source = pack("daar", there[0], replace(there[1], applies_if=first))
    return compile_pack(source), pack("hier", *here), declared


def is_if(asked: Question, r: Random) -> Is:
    """A condition that holds for most answers."""
    ids = [option.id for option in asked.options]
    return Is(asked.id, frozenset(r.sample(ids, len(ids) - 1)))


def fits(there: Question, here: Question, means: Meaning, t: object, h: object) -> bool:
    """The two rules of a declaration, on one value there and one value here."""
    holds, chosen_here = as_set(t), as_set(h)
    for value in holds:
        if means.get(value) and not set(means[value]) & chosen_here:
            return False
    if (there.kind, here.kind) != ("multi", "multi") or not all(means.get(v) for v in holds):
        return True
    sources = {o: {v for v, meaning in means.items() if o in meaning} for o in chosen_here}
    return all(not sources[o] or sources[o] & holds for o in chosen_here)


def as_set(value: object) -> frozenset[str]:
    """The ids in a value."""
    return value if isinstance(value, frozenset) else frozenset((str(value),))


def hull(asked: Question, values: list[object]) -> Answer | None:
    """The narrowest answer that leaves all of these values; None when there is none or it leaves
    everything."""
    every = choices_of(asked)
    if not values or len(values) == len(every):
        return None
    if asked.kind != "multi":
        return Answer(frozenset(map(str, values)))
    sets = [as_set(value) for value in values]
    certain = frozenset.intersection(*sets)
    maybe = frozenset().union(*sets) - certain
    ids = {option.id for option in asked.options}
    return None if not certain and maybe == ids else Answer(certain, maybe)


def partly(r: Random, asked: Question) -> Answer:
    """An answer that leaves one value or more."""
    ids = [option.id for option in asked.options]
    if asked.kind != "multi":
        return Answer(frozenset(r.sample(ids, r.randint(1, len(ids)))))
    holding = frozenset(r.sample(ids, r.randint(0, len(ids))))
    rest = [id for id in ids if id not in holding]
    return Answer(holding, frozenset(r.sample(rest, r.randint(0, len(rest)))))


@given(SEEDS)
def test_forwards_it_is_exactly_what_the_declarations_say(seed: int) -> None:
    """Per declaration the narrowest answer that every value allows; together their intersection."""
    r = Random(seed)
    source, target, declared = make_pair(r)
    told = {asked.id: partly(r, asked) for asked in source.pack.questions}
    found = translate(source, target, told)
    gone = not holds_for_some(source.pack, told)
    for other in target.questions:
        per_link = []
        for there, here, means in declared:
            if here.id == other.id and not (gone and there.id == "t1"):
                left = [t for t in choices_of(there) if agrees(there, t, told[there.id])]
                every = choices_of(other)
                allowed = [h for h in every if any(fits(there, here, means, t, h) for t in left)]
                per_link.append((there, allowed))
        expected = meet(other, [hull(other, list(allowed)) for _, allowed in per_link])
        if any(not allowed for _, allowed in per_link):
            expected = None
        assert found.get(other.id) == expected, (per_link, told)


@given(SEEDS)
def test_backwards_it_is_exactly_what_the_declarations_leave(seed: int) -> None:
    """The inverse of the same relation."""
    r = Random(seed)
    source, target, declared = make_pair(r)
    told = {asked.id: partly(r, asked) for asked in target.questions}
    found = translate(compile_pack(target), source.pack, told)
    for other in source.pack.questions:
        parts = []
        for there, here, means in declared:
            if there.id == other.id:
                left = [h for h in choices_of(here) if agrees(here, h, told[here.id])]
                every = choices_of(there)
                parts.append(
                    [t for t in every if any(fits(there, here, means, t, h) for h in left)]
                )
        expected = (
            None
            if any(not p for p in parts)
            else meet(other, [hull(other, list(p)) for p in parts])
        )
        assert found.get(other.id) == expected, (parts, told)


def meet(asked: Question, answers: list[Answer | None]) -> Answer | None:
    """What all of these answers leave, option by option."""
    known = [answer for answer in answers if answer is not None]
    if not known:
        return None
    possible = frozenset.intersection(*(a.values | a.maybe for a in known))
    if asked.kind != "multi":
        return Answer(possible) if possible else None
    certain = frozenset().union(*(a.values for a in known))
    return Answer(certain, possible - certain) if certain <= possible else None


def holds_for_some(source: Pack, told: dict[str, Answer]) -> bool:
    """Whether the second question applies for some values that the answers leave."""
    first, second = source.questions
    test = second.applies_if
    assert isinstance(test, Is)
    return any(
        as_set(t) & test.values for t in choices_of(first) if agrees(first, t, told[first.id])
    )


@given(SEEDS)
def test_a_complete_answer_is_never_ruled_out(seed: int) -> None:
    """Values there and here that fit every declaration agree with what is translated, both ways."""
    r = Random(seed)
    source, target, declared = make_pair(r)
    pairs = list(fitting(source.pack, target, declared))
    if not pairs:
        return
    values, other = r.choice(pairs)
    forwards = translate(source, target, {id: answer_of(v) for id, v in values.items()})
    back = translate(
        compile_pack(target), source.pack, {id: answer_of(v) for id, v in other.items()}
    )
    assert all(agrees(q, other[q.id], forwards.get(q.id)) for q in target.questions)
    assert all(agrees(q, values[q.id], back.get(q.id)) for q in source.pack.questions)


def fitting(
    source: Pack, target: Pack, declared: list[tuple[Question, Question, Meaning]]
) -> Iterator[tuple[dict[str, Value], dict[str, Value]]]:
    """Complete values of both packs in which every declaration holds."""
    for values in all_values(source):
        for other in consistent(target, {}):
            if all(fits(t, h, m, values[t.id], other[h.id]) for t, h, m in declared):
                yield values, other
