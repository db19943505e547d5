"""The whole pack in one picture: questions, decisions, and the outcomes of the advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import split_key
from bot.rules.model.conditions import ALWAYS
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.words.conditions import Words
from bot.words.names import label
from bot.words.phrases import both, either
from bot.workbench.colours import form_colours
from bot.workbench.layout import levels
from bot.workbench.teken import wording
from bot.workbench.teken.layered import Layout, Place, arrange
from bot.workbench.teken.reach import Reach
from bot.workbench.teken.standing import Standing
from bot.workbench.teken.svg import (
    PAD,
    SIZE,
    SMALL,
    Pen,
    Picture,
    Written,
    dot_texts,
    height_of,
    wrap,
    write,
)

BOX, BETWEEN, GAP, MARGIN, HEAD = 180.0, 52.0, 10.0, 20.0, 44.0
ARROW = 10.0


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the picture, and the boxes that it looks at."""

    id: str
    texts: tuple[Written, ...]
    look: str
    column: str
    href: str
    parents: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """How high the box is: room for its texts, and for the arrows that come in."""
        return max(height_of(self.texts), ARROW * len(self.parents)) + 2 * PAD


def draw_graph(
    compiled: Compiled, reach: Reach, case: Standing | None = None, *, alone: bool = False
) -> Picture:
    """The picture; ``alone``: as a file of its own, without links."""
    pack = compiled.pack
    nodes = {node.id: node for node in _nodes(pack, reach, case)}
    columns = levels({node.id: node.parents for node in nodes.values()})
    heights = {node.id: node.height for node in nodes.values()}
    layout = arrange({n.id: n.parents for n in nodes.values()}, columns, heights, GAP)
    pen = Pen()
    _heads(pen, nodes, columns)
    ports = _ports(nodes, layout)
    way = frozenset(line for one in case.ways for line in one.lines) if case else frozenset()
    for node in nodes.values():
        own = Pen()
        _lines(own, node, nodes, layout, ports)
        _way(own, node, nodes, layout, ports, way)
        _box(own, node, layout, alone)
        pen.group("g", {"class": "knoop"}, own)
    width = _left(1 + max(columns.values())) - BETWEEN + MARGIN
    name = wording.PICTURE_OF.format(pack.title)
    told = wording.PICTURE_TOLD.format(len(pack.questions), len(pack.decisions))
    height = HEAD + layout.height + MARGIN
    return Picture(tuple(pen.shapes), width, height, name, told, alone)


# --- the boxes ---


def _nodes(pack: Pack, reach: Reach, case: Standing | None) -> list[Node]:
    words = Words(pack)
    return [
        *(_question(question, reach, case, pack) for question in pack.questions),
        *(_decision(pack, decision, words, case) for decision in pack.decisions),
        *(node for a in pack.advices for node in _outcomes(pack, a.decision, words, reach, case)),
    ]


def _plain(text: str, look: str = "", size: int = SIZE) -> list[Written]:
    lines = wrap(text, BOX - 2 * PAD, size, look.startswith("b"))
    return [Written(line, look, size) for line in lines]


def _question(question: Question, reach: Reach, case: Standing | None, pack: Pack) -> Node:
    never = question.id in reach.questions
    grey = " grijs" if never else ""
    texts = _plain(question.name, grey.strip())
    if never:
        texts += _plain(f"✕ {wording.NEVER_ASKED}", "k i" + grey, SMALL)
    elif question.applies_if != ALWAYS:
        texts += _plain(wording.ONLY_SOMETIMES, "k", SMALL)
    if not any(question.id in decision.logic.inputs() for decision in pack.decisions):
        texts += _plain(wording.NOT_FOR_A_DECISION, "k" + grey, SMALL)
    for told in answer_lines(pack, question, case):
        texts += told_texts(told)
    look = "dood" if never else "zacht"
    column = wording.COLUMN_QUESTIONS
    return Node(question.id, tuple(texts), look, column, f"#vraag-{question.id}")


def answer_lines(pack: Pack, question: Question, case: Standing | None) -> list[str]:
    """What the case answered to a question, per part where it is divided."""
    told = []
    for key, answer in case.answers(question.id) if case else ():
        piece = split_key(key)[1]
        names = [o.label for d in pack.divisions for o in d.options if o.id == piece]
        told.append(f"{names[0] if names else piece}: {label(question, answer)}" if piece else
                    label(question, answer))  # fmt: skip
    return told


def told_texts(told: str) -> list[Written]:
    """What this project answered, or what follows from it."""
    parts = wrap(f"▸ {told}", BOX - 2 * PAD, 13, True)
    return [Written(part, "bij") for part in parts]


def kind_of(decision: Decision) -> str:
    """What kind of decision it is, in a few words."""
    return wording.KINDS[decision.logic.way]


def place_of(pack: Pack, decision: str) -> str:
    """Whether a decision is the advice, or stands beside it."""
    if any(advice.decision == decision for advice in pack.advices):
        return wording.THE_ADVICE
    return wording.BESIDE_THE_ADVICE if decision in pack.beside else ""


def _decision(pack: Pack, decision: Decision, words: Words, case: Standing | None) -> Node:
    place = place_of(pack, decision.id)
    texts = _plain(words.name(decision.id), "b")
    texts += _plain(", ".join(filter(None, (kind_of(decision), place))), "k", SMALL)
    for told in outcome_lines(decision, words, case):
        texts += told_texts(told)
    look = "raak sterk" if place == wording.THE_ADVICE else "vak sterk"
    href, inputs = f"#besluit-{decision.id}", decision.logic.inputs()
    return Node(decision.id, tuple(texts), look, wording.COLUMN_DECISIONS, href, inputs)


def outcome_lines(decision: Decision, words: Words, case: Standing | None) -> list[str]:
    """What a decision gives for the case: for all of it, or per outcome its parts."""
    if case is None:
        return []
    parts: dict[str, list[str]] = {}
    for number, possible in enumerate(case.outcomes[decision.id], 1):
        given = either([words.value(decision.id, outcome) for outcome in possible]) or "–"
        parts.setdefault(given, []).append(str(number))
    if len(parts) == 1:
        return list(parts)
    return [f"{given} (deel {both(numbers)})" for given, numbers in parts.items()]


def _outcomes(
    pack: Pack, decision: str, words: Words, reach: Reach, case: Standing | None
) -> list[Node]:
    return [
        _outcome(pack, decision, outcome, words, reach, case)
        for outcome in (*pack.decision(decision).outcomes, *reach.unnamed[decision])
    ]


def _outcome(
    pack: Pack, decision: str, outcome: str, words: Words, reach: Reach, case: Standing | None
) -> Node:
    dead = outcome in reach.outcomes[decision]
    grey = " grijs" if dead else ""
    texts = _plain(words.value(decision, outcome), "b" + grey)
    form = pack.form(outcome)
    if form is not None and form.headline.lower() != form.name.lower():
        texts += _plain(form.headline, "k" + grey, SMALL)
    if dead:
        texts += _plain(f"✕ {wording.NEVER_REACHED}", "k i" + grey, SMALL)
    for dot in case.at(decision, outcome) if case else ():
        texts += dot_texts(dot, BOX - 2 * PAD)
    look = "dood" if dead else form_colours(pack).get(outcome, "vak")
    href = f"#besluit-{decision}" if form is None else f"#vorm-{outcome}"
    id, column = f"{decision}={outcome}", wording.COLUMN_OUTCOMES
    return Node(id, tuple(texts), look, column, href, (decision,))


# --- drawing ---


def _left(column: int) -> float:
    return MARGIN + column * (BOX + BETWEEN)


def _heads(pen: Pen, nodes: Mapping[str, Node], columns: Mapping[str, int]) -> None:
    """What stands in each column."""
    told = ""
    for column in range(1 + max(columns.values(), default=0)):
        here = dict.fromkeys(node.column for id, node in nodes.items() if columns[id] == column)
        head = ", ".join(here)
        if head != told:
            pen.text(_left(column), 28, head, "b")
        told = head


def _box(pen: Pen, node: Node, layout: Layout, alone: bool) -> None:
    column = layout.columns[node.id]
    x, y = _left(column), HEAD + layout.middle[node.id, column] - node.height / 2
    box = pen if alone else Pen()
    box.rect(x, y, BOX, node.height, node.look, "3")
    write(box, node.texts, x + PAD, y + PAD)
    if not alone:
        pen.group("a", {"href": node.href}, box)


Ports = Mapping[tuple[str, Place], float]


def _ports(nodes: Mapping[str, Node], layout: Layout) -> Ports:
    """Where each line enters its box: spread over the side, in the order in which they come."""
    found: dict[tuple[str, Place], float] = {}
    for node in nodes.values():
        column = layout.columns[node.id]
        middle = layout.middle[node.id, column]
        comes = sorted(node.parents, key=lambda parent: layout.middle[parent, column - 1])
        room = node.height - 2 * PAD
        for index, parent in enumerate(comes):
            share = (index + 1) / (len(comes) + 1) - 0.5
            found[parent, (node.id, column)] = HEAD + middle + share * room
    return found


def _lines(pen: Pen, node: Node, nodes: Mapping[str, Node], layout: Layout, ports: Ports) -> None:
    """The lines that leave a box; several go together as far as they can."""
    start = layout.columns[node.id]
    targets = [other.id for other in nodes.values() if node.id in other.parents]
    furthest = max((layout.columns[target] for target in targets), default=start)
    ways = [(node.id, column) for column in range(start, furthest)]
    for here, there in pairwise(ways):
        y = HEAD + layout.middle[there]
        pen.path(_curve(layout, here, y) + f" h{BOX:g}", "lijn")
    for target in targets:
        column = layout.columns[target]
        y = ports[node.id, (target, column)]
        pen.path(_curve(layout, (node.id, column - 1), y), "lijn")
        pen.path(f"M{_left(column):g} {y:g}l-8 -4v8z", "pijl")


def _way(
    pen: Pen,
    node: Node,
    nodes: Mapping[str, Node],
    layout: Layout,
    ports: Ports,
    way: frozenset[tuple[str, str]],
) -> None:
    """The lines from a box on the way of the case, over the others."""
    start = layout.columns[node.id]
    for target in [other.id for other in nodes.values() if (node.id, other.id) in way]:
        column = layout.columns[target]
        for here, there in pairwise((node.id, at) for at in range(start, column)):
            pen.path(_curve(layout, here, HEAD + layout.middle[there]) + f" h{BOX:g}", "weg")
        y = ports[node.id, (target, column)]
        pen.path(_curve(layout, (node.id, column - 1), y), "weg")


def _curve(layout: Layout, here: Place, y: float) -> str:
    """From the right side of a place to the left side of the next column, at height ``y``."""
    x, start = _left(here[1]) + BOX, HEAD + layout.middle[here]
    bend = BETWEEN / 2
    return f"M{x:g} {start:g}c{bend:g} 0 {bend:g} {y - start:g} {BETWEEN:g} {y - start:g}"


def looks_at(decision: Decision, words: Words) -> Sequence[str]:
    """The names of what a decision looks at, for who can't see the picture."""
    return [words.name(name) for name in decision.logic.inputs()]
