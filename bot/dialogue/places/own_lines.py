"""What only the person knows is asked before papers are made; it goes into those, and is kept no
longer than they are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.advice.facts import GREETED, is_told_elsewhere
from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue import wording as general
from bot.dialogue.messages import Understanding
from bot.dialogue.places import papers, wording
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.content import OwnTopic, PaperText
from bot.rules.model.slots import OWN, own_ids
from bot.words.own_lines import Told, is_about, lines_of, sentences, together
from bot.words.phrases import both
from bot.words.requests import asks_for_paper, greeted, says_how

MOST_ASKED = 6
"""So many topics are asked at once."""
LEAST_TOLD = 5
"""Of so many words, something that is typed after a paper is meant for it."""


class OwnLinesPlace(Place[at.OwnLines]):
    """What must be in papers is awaited; once they are made, it may be told better."""

    knows_commands = True

    @property
    def kinds(self) -> tuple[PaperText, ...]:
        """The papers that it is for."""
        found = (self.turn.pack.paper(id) for id in self.at.papers)
        return tuple(kind for kind in found if kind)

    @property
    def told(self) -> Told:
        """What was told so far."""
        return _by_topic(self.at.told)

    @property
    def is_there(self) -> bool:
        """Whether the pack still has these papers."""
        return len(self.kinds) == len(self.at.papers)

    def show(self) -> Turn:
        """Ask for it; once made, say that it may be told better."""
        return _after(self.turn, self.kinds) if self.at.made else self._ask()

    def _ask(self) -> Turn:
        turn = self.turn
        names = both([f"‘{kind.name}’" for kind in self.kinds])
        asked = "\n".join(map(_question, _open(turn, self.kinds, self.told)))
        told = [line for id, line in self.at.told if id != GREETED]
        known = wording.OWN_KNOWN.format(lines=" ".join(told)) if told else ""
        text = wording.OWN_ASK.format(papers=names, topics=asked)
        ways = [turn.command(wording.OWN_WITHOUT, commands.SKIP)]
        if told:
            ways = [turn.command(wording.OWN_SO, commands.SKIP)]
            ways.append(turn.command(wording.OWN_DROP, commands.DROP_TOLD))
        ways.append(turn.command(general.BTN_TO_ADVICE, commands.ADVICE))
        parts = filter(None, (known, text, wording.OWN_NOT_KEPT))
        return turn.say("\n\n".join(parts), *ways)

    def wants(self, text: str) -> bool:
        """A request and a question are for elsewhere; after a paper also what is of few words."""
        is_question = text.endswith("?") and "\n" not in text
        if not text or is_question or asks_for_paper(text):
            return False
        is_long = len(text.split()) >= LEAST_TOLD
        return not self.at.made or is_long or is_about(text, _topics(self.turn, self.kinds))

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This must be in the papers."""
        if not self.wants(text):
            return None
        topics = _topics(self.turn, self.kinds)
        told = together(self.told, text, topics, self.turn.at.date())
        return _made(self.turn, self.kinds, told)

    def skip(self) -> Turn:
        """Without; what is not known is a gap."""
        return self.back() if self.at.made else _made(self.turn, self.kinds, self.told)

    no = unknown = yes = leave = skip

    def back(self) -> Turn:
        """To the advice."""
        return self.turn.goto(at.Advice())


def asked(turn: Turn, text: str) -> Turn | None:
    """The papers about an advice that a text asks for; which there are where it names none of them;
    None when it asks for no paper. What it tells beside that goes into them."""
    kinds = papers.named(turn.pack.papers, text)
    if not kinds:
        return papers.unnamed(turn, text, kinds)
    topics = _topics(turn, kinds)
    beside = "\n".join(part for part in sentences(text) if _is_told(part, topics))
    told = together(at_hand(turn), beside, topics, turn.at.date())
    if whom := greeted(text):
        told = {**told, GREETED: (whom,)}
    return _begun(papers.with_missed(turn, text), kinds, told)


def _is_told(part: str, topics: Sequence[OwnTopic]) -> bool:
    """Whether a sentence beside a request tells something that must be in the paper."""
    return is_about(part, topics) and not asks_for_paper(part) and not says_how(part)


def paper(turn: Turn, kind: PaperText) -> Turn:
    """One paper as a document, once what must be in it was asked."""
    return _begun(turn, (kind,), at_hand(turn))


def _begun(turn: Turn, kinds: tuple[PaperText, ...], told: Told) -> Turn:
    if not _open(turn, kinds, told):
        return _made(turn, kinds, told)
    return turn.goto(_focus(kinds, told))


def _made(turn: Turn, kinds: tuple[PaperText, ...], told: Told) -> Turn:
    """The papers as documents, with what was told in them."""
    for kind in kinds:
        turn = turn.reply(papers.made(turn, kind, told))
    return _after(turn.focus(_focus(kinds, told, made=True)), kinds)


def _after(turn: Turn, kinds: tuple[PaperText, ...]) -> Turn:
    names = both([f"‘{kind.name}’" for kind in kinds])
    more = wording.OWN_MORE if _topics(turn, kinds) else ""
    text = " ".join(filter(None, (wording.AFTER_ASKED.format(papers=names), more, wording.NEXT)))
    return turn.say(text, *papers.after(turn))


def _focus(kinds: Iterable[PaperText], told: Told, *, made: bool = False) -> at.OwnLines:
    return at.OwnLines(tuple(kind.id for kind in kinds), tuple(lines_of(told)), made)


def at_hand(turn: Turn) -> Told:
    """What was told for papers that are still at hand; else what was kept for them."""
    focus = turn.state.focus
    return _by_topic(focus.told if isinstance(focus, at.OwnLines) else turn.project.told)


def dropped(turn: Turn) -> Turn:
    """Nothing of what was told is used, nor kept any longer."""
    turn = turn.with_project(replace(turn.project, told=()))
    focus = turn.state.focus
    if not isinstance(focus, at.OwnLines):
        return turn.again()
    return turn.goto(at.OwnLines(focus.papers))


def _by_topic(lines: Iterable[tuple[str, str]]) -> Told:
    told: dict[str, tuple[str, ...]] = {}
    for id, line in lines:
        told[id] = (*told.get(id, ()), line)
    return told


def _topics(turn: Turn, kinds: Iterable[PaperText]) -> tuple[OwnTopic, ...]:
    """What these papers need of a person, in the order of the pack."""
    used = {id for kind in kinds for id in own_ids(kind.text)}
    return tuple(topic for topic in turn.pack.own_topics if topic.id in used)


def _open(turn: Turn, kinds: Iterable[PaperText], told: Told) -> list[OwnTopic]:
    """What is still asked: needed, neither told, nor known otherwise."""
    facts = papers.facts(turn)
    needed = {id for kind in kinds for id in own_ids(kind.text, needed=True)} - told.keys()
    topics = (topic for topic in turn.pack.own_topics if topic.id in needed)
    return [t for t in topics if not is_told_elsewhere(facts, f"{OWN}.{t.id}")][:MOST_ASKED]


def _question(topic: OwnTopic) -> str:
    label = next(iter(topic.called), "")
    shown = topic.question.replace(label, f"**{label}**", 1) if label else topic.question
    return wording.OWN_TOPIC.format(question=shown)
