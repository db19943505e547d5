"""Why an advice is so: only what certainly decides is told, whatever the pack and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

import pytest

from bot.advice.advice import Advised, advise
from bot.advice.card import Card, Fallback
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.advice.wording import HEAD_WHY
from bot.dialogue import wording
from bot.dialogue.advice_text import advice_text
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.paths import values_of
from bot.rules.diagram.residual import residual
from bot.rules.evaluate import Evaluation, evaluate
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from tests.amounts import times
from tests.shelf import DAY, compiled, packs

TRIES, COMPLETIONS = times(12, 200), times(25, 100)


def random_answers(compiled: Compiled, chance: Random) -> dict[str, Answer]:
    """Answers to some of the questions that people answer: sure, in doubt, unknown or skipped."""
    asked = [q for q in compiled.pack.questions if not kind_of(q).is_derived]
    picked = chance.sample(asked, chance.randint(0, len(asked)))
    return {question.id: _answer(compiled, question, chance) for question in picked}


def _answer(compiled: Compiled, question: Question, chance: Random) -> Answer:
    kind = chance.random()
    if kind < 0.2:
        return chance.choice((UNKNOWN, SKIPPED))
    own = [compiled.variables.all[level] for level in compiled.variables.of[question.id]]
    if question.options and not kind_of(question).is_set:
        ids = [option.id for option in question.options]
        return chosen(*chance.sample(ids, 1 if kind < 0.8 else min(2, len(ids))))
    taken = [(chance.randrange(len(variable.values)),) for variable in own]
    return kind_of(question).changed(question, own, taken, None)


def completions(
    compiled: Compiled, answers: Mapping[str, Answer], chance: Random
) -> Iterator[Evaluation]:
    """What the rules say, evaluated directly, of random completions of some answers."""
    left = residual(compiled, compiled.pack.completed(answers)).allowed
    for _ in range(COMPLETIONS):
        indexes = [chance.choice(values) for values in left]
        yield evaluate(compiled.pack, values_of(compiled, indexes), DAY)


def card_of(compiled: Compiled, answers: Mapping[str, Answer]) -> Card:
    """The card of these answers."""
    return make_card(compiled, advise(compiled, AnswerBook(answers)))


@pytest.mark.parametrize("id", sorted(packs()))
def test_a_reason_is_of_a_rule_that_holds_whatever_is_still_open(id: str) -> None:
    """Every completion of the answers goes by that rule, and gives that form."""
    pack, chance = compiled(id).pack, Random(id)
    decision = pack.advices[0].decision
    whys = {rule.id: rule.why for rule in pack.decision(decision).logic.rules}
    for _ in range(TRIES):
        answers = random_answers(compiled(id), chance)
        card = card_of(compiled(id), answers)
        for run in completions(compiled(id), answers, chance):
            if card.because:
                told = {whys[row] for row in run.fired[decision]}
                assert card.because in told, (answers, run.fired[decision])
            if card.main.certainty == "certain":
                outcome = run.outcomes[decision]
                names = outcome if isinstance(outcome, frozenset) else {outcome}
                assert card.main.outcome in {str(outcome), *names}, answers


def test_a_form_that_is_sure_by_one_of_two_rules_has_no_reason_of_its_own() -> None:
    """Best: on the list or not, with a big effect it must be; which rule says so is not known."""
    answers = {"verplicht": UNKNOWN, "effect": chosen("veel")}
    card = card_of(compiled("best"), answers)
    assert (card.main.certainty, card.because) == ("certain", "")
    sure = card_of(compiled("best"), {**answers, "verplicht": chosen("ja")})
    assert sure.because


@pytest.fixture(scope="module")
def cards() -> list[Card]:
    """The cards of the worked cases of the default pack."""
    pack = compiled().pack
    books = [book_of_case(pack, case) for case in pack.cases]
    return [make_card(compiled(), advise(compiled(), book)) for book in books]


def test_the_deciding_rule_is_told_first(cards: list[Card]) -> None:
    """Before the answers that it rests on, in the message and in the note."""
    decided = [card for card in cards if card.because]
    assert len(decided) > len(cards) / 2
    for card in decided:
        told = advice_text(card).split(wording.WHY_HEAD)[1].strip()
        assert told.startswith(card.because)
        note = write_note(card, "straat", DAY).split(HEAD_WHY)[1].strip()
        assert note.startswith(f"- {card.because}")


def test_what_would_come_after_is_a_form_that_these_rules_know() -> None:
    """Else it is not told: nothing is invented."""
    pack = compiled().pack
    advices = [advise(compiled(), book_of_case(pack, case)) for case in pack.cases]
    after = [one for one in advices if (told := _fallback(one)) and told.after]
    assert after
    for advised in after:
        alone = replace(advised, reachable=frozenset({advised.main.outcome}))
        assert _fallback(alone) is None


def _fallback(advised: Advised) -> Fallback | None:
    return make_card(compiled(), advised).main.fallback
