"""How many questions the bot asks, against the best that any order of questions can do.

Usage: python -m benchmarks.questions [FOLDER]   (default: the default pack)

Both must settle the advice and every serious concern, and ask only what certainly applies. The
optimum comes from dynamic programming over everything that can be left of the diagram; ours from
following ``next_ask`` along every answer. Exact expectations over all combinations.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from time import perf_counter

from bot.packs.load import load_pack
from bot.rules.ask import next_ask
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TERMINAL, Node
from bot.rules.model.answers import Answer, number
from bot.rules.model.book import AnswerBook
from bot.rules.model.ids import UNDIVIDED, QuestionId
from bot.rules.model.questions.registry import kind_of

DEFAULT = Path("knowledge/passende-samenwerking")
State = tuple[tuple[Node, ...], tuple[Node, ...]]
"""What is left of the goals, and of where each question applies."""
Picks = tuple[int, ...]
"""One value for each variable of a question."""

sys.setrecursionlimit(20_000)


class Game:
    """Asking until every goal is settled."""

    def __init__(self, compiled: Compiled, goals: tuple[Node, ...]) -> None:
        self.compiled = compiled
        self.diagram = compiled.diagram
        pieces = {name for name, one in compiled.questions.items() if kind_of(one).is_piece}
        self.names = [name for name in compiled.questions if name not in pieces]
        self.undivided = [level for name in pieces for level in compiled.variables.of[name]]
        self.cofactor = lru_cache(maxsize=None)(self._cofactor)
        self.asks = lru_cache(maxsize=None)(self._asks)
        applies = (compiled.applies[name] for name in self.names)
        self.start = self.tidy((self._whole(goals), self._whole(applies)))

    def _whole(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """What is left of these for a project in one piece, which is what is played here."""
        left = tuple(nodes)
        for level in self.undivided:
            whole = self.compiled.variables.all[level].values.index(UNDIVIDED)
            left = tuple(self.cofactor(node, level, whole) for node in left)
        return left

    def _cofactor(self, node: Node, level: int, index: int) -> Node:
        """What is left of a node when a variable has a value."""
        here = self.diagram.level[node]
        if here > level:
            return node
        if here == level:
            return self.diagram.children[node][index]
        children = [self.cofactor(child, level, index) for child in self.diagram.children[node]]
        return self.diagram.make(here, tuple(children))

    def _asks(self, node: Node) -> frozenset[QuestionId]:
        if self.diagram.level[node] == TERMINAL:
            return frozenset()
        own = self.compiled.variables.all[self.diagram.level[node]].question
        return frozenset((own,)).union(*(self.asks(child) for child in self.diagram.children[node]))

    def tidy(self, state: State) -> State:
        """The state without what can no longer matter."""
        goals, applies = state
        open_goals = tuple(sorted({goal for goal in goals if self.diagram.level[goal] != TERMINAL}))
        matter = frozenset[QuestionId]().union(*(self.asks(goal) for goal in open_goals))
        kept = (
            node if name in matter else self.diagram.false
            for name, node in zip(self.names, applies, strict=True)
        )
        return open_goals, tuple(kept)

    def may_ask(self, state: State) -> list[QuestionId]:
        """The questions that matter and certainly apply."""
        pairs = zip(self.names, state[1], strict=True)
        return [name for name, node in pairs if node == self.diagram.true]

    def after(self, state: State, name: QuestionId) -> list[tuple[State, float, Picks]]:
        """What each answer leaves, its share, and one such answer; equal states together."""
        found: dict[State, tuple[float, Picks]] = {state: (1.0, ())}
        for level in self.compiled.variables.of[name]:
            variable = self.compiled.variables.all[level]
            whole = sum(variable.weights)
            split: dict[State, tuple[float, Picks]] = {}
            for (goals, applies), (mass, picks) in found.items():
                for index, weight in enumerate(variable.weights):
                    new = (
                        tuple(self.cofactor(node, level, index) for node in goals),
                        tuple(self.cofactor(node, level, index) for node in applies),
                    )
                    before, kept = split.get(new, (0.0, (*picks, index)))
                    split[new] = (before + mass * weight / whole, kept)
            found = split
        merged: dict[State, tuple[float, Picks]] = {}
        for new, (mass, picks) in found.items():
            state = self.tidy(new)
            before, kept = merged.get(state, (0.0, picks))
            merged[state] = (before + mass, kept)
        return [(state, mass, picks) for state, (mass, picks) in merged.items()]


def optimum(game: Game) -> tuple[float, int]:
    """The least expected number of questions, and how many states were seen."""

    @cache
    def best(state: State) -> float:
        if not state[0]:
            return 0.0
        return min(
            1.0 + sum(mass * best(after) for after, mass, _ in game.after(state, name))
            for name in game.may_ask(state)
        )

    return best(game.start), best.cache_info().currsize


def ours(game: Game, policy: Callable[[AnswerBook], QuestionId | None]) -> float:
    """The expected number of questions of a policy that sees only the answers."""
    memo: dict[tuple[State, frozenset[str]], float] = {}
    compiled = game.compiled

    def expected(state: State, book: AnswerBook) -> float:
        if not state[0]:
            return 0.0
        names = frozenset(book.answers)
        groups = {compiled.questions[name].together or "" for name in names}
        key = (state, frozenset(groups) | (names & set(compiled.pack.opening)))
        if key not in memo:
            name = policy(book)
            assert name is not None
            memo[key] = 1.0 + sum(
                mass * expected(after, book.with_answer(name, answer(compiled, name, picks)))
                for after, mass, picks in game.after(state, name)
            )
        return memo[key]

    return expected(game.start, AnswerBook())


def answer(compiled: Compiled, name: QuestionId, picks: Picks) -> Answer:
    """The answer with these values."""
    question, levels = compiled.questions[name], compiled.variables.of[name]
    if kind_of(question).is_set:
        pairs = zip(question.options, picks, strict=True)
        return Answer(values=frozenset(option.id for option, pick in pairs if pick))
    variable = compiled.variables.all[levels[0]]
    if variable.intervals:
        span = variable.intervals[picks[0]]
        return number(span.sample(question.minimum, question.maximum))
    return Answer(values=frozenset((variable.values[picks[0]],)))


def main() -> None:
    """Print the two expectations and their ratio, for the advice alone and for everything."""
    compiled = compile_pack(load_pack(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))

    def asked(book: AnswerBook) -> QuestionId | None:
        ask = next_ask(compiled, book)
        return ask.question if ask else None

    goals = {
        "advice": compiled.targets,
        "advice and serious concerns": (*compiled.targets, *compiled.serious),
    }
    for name, roots in goals.items():
        start = perf_counter()
        game = Game(compiled, roots)
        mine = ours(game, asked)
        print(f"{name}: ours {mine:.3f} questions ({perf_counter() - start:.1f} s)", flush=True)
        least, states = optimum(game)
        print(
            f"{name}: optimum {least:.3f}, ratio {mine / least:.3f}"
            f" ({states} states, {perf_counter() - start:.1f} s)",
            flush=True,
        )


if __name__ == "__main__":
    main()
