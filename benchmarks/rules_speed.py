"""How fast the engine is: a step, a sufficient set, compiling large packs, refusing hopeless ones.

Usage: python -m benchmarks.rules_speed [FOLDER]   (default: the default pack)

Nothing is remembered between two steps: each is timed on answers that were not seen before. Times
are those of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from bot.packs.load import load_pack
from bot.rules.ask import Ask, next_ask
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.diagram.residual import forget
from bot.rules.explain.change import counterfactuals
from bot.rules.explain.sufficient import sufficient
from bot.rules.explain.why import why
from bot.rules.explain.why_not import why_not
from bot.rules.model.answers import Answer, chosen, number
from bot.rules.model.book import AnswerBook, answer_key
from bot.rules.model.conditions import AllOf, Is
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.rules.purpose import ahead
from bot.rules.query import possible

DEFAULT = Path("knowledge/passende-samenwerking")
INTERVIEWS = 200


def drawn(question: Question, r: Random) -> Answer:
    """Any answer to a question."""
    if kind_of(question).is_free:
        return number(r.randint(int(question.minimum or 0), int(question.maximum or 1000)))
    ids = [option.id for option in question.options]
    if kind_of(question).is_set:
        return Answer(values=frozenset(id for id in ids if r.random() < 0.3))
    return chosen(r.choice(ids or ["ja", "nee"]))


def timed(work: Callable[[], object], times: list[float]) -> object:
    """Do the work and note how many milliseconds it took."""
    forget()
    start = process_time()
    result = work()
    times.append((process_time() - start) * 1000)
    return result


def line(name: str, times: list[float]) -> None:
    """One line with the median, the 95th percentile and the worst."""
    times.sort()
    late = times[int(len(times) * 0.95)]
    print(f"{name:<34} median {median(times):7.2f} ms   p95 {late:7.2f}   worst {times[-1]:7.2f}")


def interviews(compiled: Compiled) -> None:
    """Random interviews on a pack: each step and each explanation timed."""
    advice = compiled.pack.advices[0].decision
    names = ("step", "ahead", "sufficient", "counterfactuals", "why", "why_not (all forms)")
    times: dict[str, list[float]] = {name: [] for name in names}
    asked = []
    for seed in range(INTERVIEWS):
        r, book = Random(seed), AnswerBook()
        while True:
            ask = next_ask(compiled, book)
            timed(partial(step, compiled, book), times["step"])
            if ask is None:
                break
            if seed % 10 == 0:
                timed(partial(ahead, compiled, book), times["ahead"])
            question = compiled.questions[ask.question]
            book = book.with_answer(answer_key(question, ask.cell), drawn(question, r))
        asked.append(len(book.answers))
        explain(compiled, dict(book.answers), advice, times)
    for name in names:
        line(name, times[name])
    print(f"questions asked: median {median(asked):.0f}, most {max(asked)}")


def step(compiled: Compiled, book: AnswerBook) -> Ask | None:
    """What a turn of the conversation needs: what is still possible, and the next question."""
    possible(compiled, book.answers, compiled.pack.advices[0].decision)
    return next_ask(compiled, book)


def explain(
    compiled: Compiled, answers: dict[str, Answer], advice: str, times: dict[str, list[float]]
) -> None:
    """Time every explanation of these answers."""
    timed(lambda: sufficient(compiled, answers, advice), times["sufficient"])
    timed(lambda: counterfactuals(compiled, answers, advice), times["counterfactuals"])
    timed(lambda: why(compiled, answers, advice), times["why"])
    forms = compiled.decisions[advice].outcomes
    timed(
        lambda: [why_not(compiled, answers, advice, form) for form in forms],
        times["why_not (all forms)"],
    )


def generated(count: int, width: int = 3) -> Pack:
    """A pack of ``count`` questions, with a score, tables and an advice that joins them."""
    r = Random(count)
    ids = [f"v{i}" for i in range(count)]
    values = [f"o{i}" for i in range(width)]
    options = tuple(Option(value, value) for value in values)
    questions = tuple(Question(id, id, options=options) for id in ids)
    decisions = [_table(f"t{i}", ids[i : i + 6], values, r) for i in range(0, count, 5)]
    items = tuple(
        Item(id, {value: Fraction(r.randint(0, 3)) for value in values}) for id in ids[::2]
    )
    bands = (Band(None, "laag"), Band(Fraction(count * 3 // 4), "hoog"))
    decisions.append(Decision("punten", Score(items, bands), ("laag", "hoog")))
    inputs = [decision.id for decision in decisions]
    decisions.append(_table("advies", inputs, ["laag", "midden", "hoog"], r))
    return Pack("groot", "Groot", "0" * 12, questions, tuple(decisions), (Advice("advies"),))


def _table(id: str, inputs: list[str], values: list[str], r: Random) -> Decision:
    outcomes = ("laag", "midden", "hoog")
    rows = tuple(
        Row(
            f"{id}_{i}",
            AllOf(tuple(Is(name, frozenset((r.choice(values),))) for name in r.sample(inputs, 2))),
            r.choice(outcomes),
        )
        for i in range(8)
    )
    return Decision(id, Table(rows, otherwise="midden"), outcomes)


def hopeless(count: int = 30) -> Pack:
    """A pack whose points are all different: every combination of answers is a case of its own."""
    options = (Option("ja", "Ja"), Option("nee", "Nee"))
    questions = tuple(Question(f"v{i}", f"v{i}", "yesno", options=options) for i in range(count))
    items = tuple(Item(f"v{i}", {"ja": Fraction(2**i)}) for i in range(count))
    score = Decision("punten", Score(items, (Band(None, "laag"), Band(Fraction(9), "hoog"))), ())
    return Pack("hopeloos", "Hopeloos", "0" * 12, questions, (score,), (Advice("punten"),))


def compiling() -> None:
    """Time the compilation of large packs, and how long a hopeless one takes to be refused."""
    for count in (20, 30):
        pack = generated(count)
        start = process_time()
        compiled = compile_pack(pack)
        took = process_time() - start
        print(f"compile {count} questions: {took * 1000:.0f} ms, {len(compiled.diagram)} nodes")
    start = process_time()
    try:
        compile_pack(hopeless())
        print("hopeless pack: NOT refused")
    except TooComplex as error:
        print(f"hopeless pack refused in {process_time() - start:.1f} s: {error}")


def main() -> None:
    """Print every figure."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    pack = load_pack(folder)
    start = process_time()
    compiled = compile_pack(pack)
    took = (process_time() - start) * 1000
    print(f"{pack.id}: {len(pack.questions)} questions, compiled in {took:.0f} ms", end="")
    print(f", {len(compiled.diagram)} nodes")
    interviews(compiled)
    compiling()


if __name__ == "__main__":
    main()
