"""What is said about the rules of another pack: the opening, its questions, and its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.advice.beside import Verdict, View, difference, reason_texts, rung_place
from bot.advice.origin import origin_sentence, scope, short_name
from bot.dialogue import wording
from bot.dialogue.advice_text import Block, fit, words
from bot.dialogue.turn import Turn
from bot.rules.model.book import Cell
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import SAID, cell_name, headline, outcome_name, topic
from bot.words.phrases import either

MOST_WORDS = 120
MOST_WORDS_OF_A_QUESTION = 40
MOST_NAMES = 4


def introduction(turn: Turn, pack: Pack, cell: Cell, taken: int) -> str:
    """Whose rules come now, for what plans they are meant, and what they know of this project."""
    count = {0: wording.OTHERS_TAKEN_NONE, 1: wording.OTHERS_TAKEN_ONE}
    piece = cell_name(turn.pack, cell).lower()
    lines = [
        wording.OTHERS_INTRO.format(name=short_name(pack.title)),
        scope(pack),
        wording.OTHERS_ABOUT.format(piece=piece) if piece else "",
        count.get(taken, wording.OTHERS_TAKEN).format(count=taken),
    ]
    return "\n".join(filter(None, lines))


def question(pack: Pack, asked: Question, count: int) -> str:
    """One question of the other pack; how many there are is told as long as it stays short."""
    lead = wording.OTHERS_ASKS_ONE if count == 1 else wording.OTHERS_ASKS
    lead = lead.format(name=short_name(pack.title), count=count)
    if words(lead) + words(asked.text) > MOST_WORDS_OF_A_QUESTION:
        lead = ""
    how = kind_of(asked).how_to_answer(asked)
    return "\n".join(filter(None, (lead, asked.text, how)))


def verdict(own: View, other: View, through: Pack) -> str:
    """What the other pack says, why, where it stands on the ladder, and what explains the gap."""
    name = short_name(other.pack.title)
    blocks = [
        Block(tuple(_says(other, name))),
        Block(tuple(_reasons(other)), (0, 2, 2), head=wording.WHY_HEAD),
        Block(tuple(_ladder(own, other, through)), (0, 3, 3)),
        Block((origin_sentence(other.pack), wording.OTHERS_KEPT)),
    ]
    return "\n\n".join(b.text for b in fit([b for b in blocks if b.lines], MOST_WORDS))


def _says(view: View, name: str) -> Iterator[str]:
    main = view.main
    if not main.certain:
        yield wording.OTHERS_MAY_SAY.format(name=name, list=_either(view, main))
    elif main.likely[0].outcome in SAID:
        yield wording.OTHERS_HAS.format(name=name, what=_either(view, main))
    else:
        yield wording.OTHERS_SAYS.format(name=name, headline=_headline(view, main))
    for extra in view.verdicts[1:]:
        title = (extra.title or extra.advice.decision).rstrip("?: ")
        yield wording.OTHERS_ALSO.format(title=title, outcome=_either(view, extra))
    if not view.certain and view.open:
        yield wording.OTHERS_HANGS.format(questions=_named(view.open[:2]))


def _either(view: View, said: Verdict) -> str:
    return either([outcome_name(view.pack, option.outcome) for option in said.likely[:MOST_NAMES]])


def _headline(view: View, said: Verdict) -> str:
    outcome = said.likely[0].outcome
    form = view.pack.form(outcome) if isinstance(outcome, str) else None
    return headline(form) if form else outcome_name(view.pack, outcome)


def _reasons(view: View) -> Iterator[str]:
    texts = [text for said in view.verdicts for text in reason_texts(view, said)]
    return (f"• {text}" for text in list(dict.fromkeys(texts))[:3])


def _ladder(own: View, other: View, through: Pack) -> Iterator[str]:
    name, gap = short_name(other.pack.title), difference(own, other, (through,))
    here, there = _places(own.main), _places(other.main)
    if gap.least is None:
        yield _beside_ladder(own.main, other.main).format(name=name, there=there, here=here)
    elif gap.least == gap.most == 0:
        yield wording.OTHERS_SAME_RUNG.format(here=here)
    else:
        yield wording.OTHERS_RUNGS.format(name=name, there=there, here=here)
    if gap.only_here:
        yield wording.OTHERS_BLIND.format(name=name, questions=_named(gap.only_here[:2]))
    if gap.only_there:
        yield wording.OTHERS_SEES.format(name=name, questions=_named(gap.only_there[:2]))


def _beside_ladder(own: Verdict, other: Verdict) -> str:
    if other.on_ladder and not own.rungs:
        return wording.OTHERS_ONLY_THERE
    if own.on_ladder and not other.rungs:
        return wording.OTHERS_ONLY_HERE
    return wording.OTHERS_NO_RUNG


def _places(said: Verdict) -> str:
    """The rungs of what is still possible: ``2 (raadplegen)``, or ``1 of 2``."""
    if len(said.rungs) == 1:
        return f"{rung_place(said.rungs[0])} ({said.rungs[0]})"
    return " of ".join(str(rung_place(rung)) for rung in said.rungs)


def _named(questions: Iterable[Question]) -> str:
    return " ".join(f"{topic(question)}?" for question in questions)
