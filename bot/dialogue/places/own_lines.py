"""What only the person knows is asked before papers are made; it goes into those, and is kept no
longer than they are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec.structs import replace as replaced

from bot.advice.own_facts import LENGTH
from bot.advice.slot_texts import is_told_elsewhere
from bot.advice.wording import GAP_BEGINS
from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue import wording as general
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import heard_days, papers, wording
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.content import OwnTopic, PaperText
from bot.rules.model.slots import OWN, own_ids, slots
from bot.words.addressed import ADDRESSED, GREETED, ON_DAY, name_of
from bot.words.in_doubt import MEANT, with_doubts
from bot.words.left_out import stays_inside
from bot.words.own_lines import lines_of, together
from bot.words.own_papers import notes_left_out
from bot.words.own_parts import sentences
from bot.words.own_placing import is_about
from bot.words.own_topics import DOUBTED, NEVER, OUTSIDE, PROGRAMME, Told
from bot.words.phrases import both
from bot.words.requests import (
    addressed,
    asks_for_paper,
    greeted,
    meeting_day,
    meeting_said,
    says_how,
)
from bot.words.sessions import length
from bot.words.to_the_writer import without_taken_back

MOST_ASKED = 6
"""So many topics are asked at once."""
MOST_TICKS = 16
"""So many lines have a button of their own."""
MOST_NOTES = 12
"""So many lines are named that stand in no paper for others."""
LABEL = 48
"""So many characters of a line stand on its button."""
SURELY_TOLD = 30
"""So many words that were asked for tell what must be in it, whatever papers they name."""
LEAST_TOLD = 5
"""Of so many words, something that is typed after a paper is meant for it."""


class OwnLinesPlace(Place[at.OwnLines]):
    """What must be in papers is awaited; once they are made, it may be told better."""

    knows_commands = True
    writes = True

    @property
    def kinds(self) -> tuple[PaperText, ...]:
        """The papers that it is for."""
        found = (self.turn.pack.paper(id) for id in self.at.papers)
        return tuple(kind for kind in found if kind)

    @property
    def told(self) -> Told:
        """What was told so far, and goes in."""
        lines = enumerate(self.at.told)
        return _by_topic(line for place, line in lines if place not in self.at.out)

    @property
    def is_there(self) -> bool:
        """Whether the pack still has these papers."""
        return len(self.kinds) == len(self.at.papers)

    def show(self) -> Turn:
        """Ask for it; once made, say that it may be told better."""
        return _after(self.turn, self.kinds, self.told) if self.at.made else self._ask()

    def _ask(self) -> Turn:
        turn = self.turn
        names = both([f"‘{kind.name}’" for kind in self.kinds])
        asked = "\n".join(map(_question, _open(turn, self.kinds, self.told)))
        text = wording.OWN_ASK.format(papers=names, topics=asked)
        text = text if asked else wording.OWN_MAKES.format(papers=names)
        lines = list(self._lines())
        doubts = [] if self.at.choosing else list(_in_doubt(self.kinds, self.told))
        head = wording.OWN_CHOOSE if self.at.choosing else wording.OWN_KNOWN
        known = head.format(lines="\n".join(lines)) if lines else ""
        listed = "\n".join(wording.OWN_LISTED.format(line=line) for line in doubts)
        aside = wording.OWN_ASIDE.format(lines=listed) if doubts else ""
        ways = [turn.command(wording.OWN_WITHOUT, commands.SKIP)]
        if lines or doubts:
            ways = [turn.command(wording.OWN_SO, commands.SKIP), *self._to_leave_out()]
        ways.append(turn.command(general.BTN_TO_ADVICE, commands.ADVICE))
        parts = filter(None, (known, aside, text, wording.OWN_NOT_KEPT))
        return turn.say("\n\n".join(parts), *ways)

    def _lines(self) -> Iterator[str]:
        """What was told, each with whether it goes in; what is in doubt only to choose from."""
        for place in self._places:
            line, is_in = self.at.told[place][1], self._goes_in(place)
            if self.at.choosing:
                shape = wording.OWN_IN if is_in else wording.OWN_OUT
                yield shape.format(line=_shown(line))
            elif is_in:
                yield wording.OWN_LISTED.format(line=_shown(line))

    @property
    def _places(self) -> list[int]:
        """Where the lines stand that papers have a place for."""
        return [n for n, (id, _) in enumerate(self.at.told) if self.turn.pack.own_topic(id)]

    def _doubt(self, place: int) -> int | None:
        """Where it stands that a line may perhaps not be read outside; None when it may, or when
        nobody outside reads these papers."""
        doubt = (DOUBTED, self.at.told[place][1])
        is_read = any(kind.id in OUTSIDE for kind in self.kinds)
        return self.at.told.index(doubt) if is_read and doubt in self.at.told else None

    def _goes_in(self, place: int) -> bool:
        """Whether a line goes into these papers: what is in doubt once the doubt was put out."""
        doubt = self._doubt(place)
        return place not in self.at.out and (doubt is None or doubt in self.at.out)

    def _to_leave_out(self) -> Iterator[Button]:
        """A way to choose the lines; once that is chosen, a button for each and for all."""
        if not self.at.choosing:
            yield _to_choose(self.turn, self.at.told, doubts=bool(_in_doubt(self.kinds, self.told)))
            return
        yield from self._ticks()
        yield self.turn.command(wording.OWN_DROP, commands.DROP_TOLD)

    def _ticks(self) -> Iterator[Button]:
        """A button for each line, to leave it out or take it in."""
        for place in self._places[:MOST_TICKS]:
            line = _shown(self.at.told[place][1])
            cut = line if len(line) <= LABEL else f"{line[:LABEL].rsplit(' ', 1)[0]} …"
            label = general.TICKED.format(label=cut) if self._goes_in(place) else cut
            yield replace(self.turn.command(label, commands.TICK_TOLD, str(place)), ticks=True)

    def tick(self, place: int) -> Turn:
        """Leave a line out, or take it in; behind the last it only opens the buttons."""
        out = self.at.out
        if place < len(self.at.told):
            doubt = self._doubt(place)
            changed = {place if doubt is None else doubt}
            out = tuple(sorted(changed.symmetric_difference(out)))
        return self.turn.goto(replaced(self.at, out=out, choosing=True, made=False))

    def wants(self, text: str) -> bool:
        """A request and a question are for elsewhere; after a paper also what is of few words."""
        if not self.at.made and len(text.split()) >= SURELY_TOLD:
            return True
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
        told = _doubted(self.turn, together(self.told, text, topics, self.turn.at.date()))
        return _made(_with_left_out(self.turn, text), self.kinds, told)

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
    told = _doubted(turn, together(at_hand(turn), beside, topics, turn.at.date()))
    if when := meeting_said(text):
        told = together(told, when, topics, turn.at.date())
    told = {**told, **said_of(turn.pack.papers, text)}
    return _begun(papers.with_missed(turn, text), kinds, told)


def _doubted(turn: Turn, told: Told) -> Told:
    """What was told, with which of it may perhaps not be read outside, though it was meant for a
    paper."""
    return _by_topic(dict.fromkeys(with_doubts(lines_of(told), turn.fits, MEANT)))


def said_of(kinds: tuple[PaperText, ...], text: str) -> Told:
    """What a request says of its papers themselves: whom a letter greets, to whom a mail goes, how
    long the meeting lasts."""
    said = {}
    if whom := greeted(text):
        said[GREETED] = (whom,)
    if day := meeting_day(text):
        said[ON_DAY] = (day,)
    if minutes := length(text):
        said[LENGTH] = (wording.MINUTES.format(count=minutes),)
    for words, who in addressed(text):
        for kind in papers.named(kinds, wording.ASKS.format(paper=words)) or ():
            said[ADDRESSED + kind.id] = (who,)
    return said


def _is_told(part: str, topics: Sequence[OwnTopic]) -> bool:
    """Whether a sentence beside a request tells something that must be in the paper."""
    return is_about(part, topics) and not asks_for_paper(part) and not says_how(part)


def paper(turn: Turn, chosen: tuple[PaperText, str]) -> Turn:
    """One paper as a document, once what must be in it was asked; for whom, where that was said."""
    kind, whom = chosen
    said = {_said_as(kind): (whom,)} if whom else {}
    return _begun(turn, (kind,), {**at_hand(turn), **said})


def argument(kind: PaperText, said: Told) -> str:
    """The paper with whom it is for, as a button has it; a name is not kept there."""
    whom = next(iter(said.get(_said_as(kind), ())), "")
    return f"{kind.id}/{whom}" if whom.isalpha() and whom.islower() else kind.id


def _said_as(kind: PaperText) -> str:
    return GREETED if GREETED in slots(kind.text) else ADDRESSED + kind.id


def ticked(turn: Turn, place: int) -> Turn:
    """A line that was told is left out, or taken in again."""
    focus = turn.state.focus
    return (
        OwnLinesPlace(turn, focus).tick(place) if isinstance(focus, at.OwnLines) else turn.again()
    )


def _with_left_out(turn: Turn, text: str) -> Turn:
    """Say which sentences stay out because they are not for others."""
    stands, gone = without_taken_back(sentences(text))
    inside = [one.text for one in stands if stays_inside(one.text)]
    for shape, lines in ((wording.OWN_TAKEN, gone), (wording.OWN_INSIDE, inside)):
        listed = both([f"“{part}”" for part in lines])
        turn = turn.notice(shape.format(lines=listed)) if lines else turn
    return turn


def _begun(turn: Turn, kinds: tuple[PaperText, ...], told: Told) -> Turn:
    is_seen = isinstance(turn.state.focus, at.OwnLines) or not turn.project.told
    if is_seen and not _open(turn, kinds, told):
        return _made(turn, kinds, told)
    return turn.goto(_focus(kinds, told))


def _made(turn: Turn, kinds: tuple[PaperText, ...], told: Told) -> Turn:
    """The papers as documents, with what was told in them."""
    documents = [papers.made(turn, kind, told) for kind in kinds]
    for document in documents:
        turn = turn.reply(document)
    notes = notes_left_out(told, [kind.id for kind in kinds])
    doubts = [line for line in _in_doubt(kinds, told) if line not in notes]
    for shape, lines in ((wording.OWN_NOTES, notes), (wording.OWN_DOUBTED, doubts)):
        listed = both([f"“{line.rstrip('.')}”" for line in lines[:MOST_NOTES]])
        turn = turn.notice(shape.format(lines=listed)) if lines else turn
    turn = papers.with_unused(turn, told, documents, [*notes, *doubts])
    return _after(turn.focus(_focus(kinds, told, made=True)), kinds, told)


def _after(turn: Turn, kinds: tuple[PaperText, ...], told: Told) -> Turn:
    names = both([f"‘{name_of(kind.id, kind.name, told)}’" for kind in kinds])
    more = wording.OWN_MORE if _topics(turn, kinds) else ""
    missed = both([_name(topic) for topic in _open(turn, kinds, told)])
    left = wording.OWN_MISSED.format(topics=missed) if missed else ""
    made = wording.AFTER_ASKED.format(papers=names)
    text = " ".join(filter(None, (made, left, more, wording.NEXT)))
    doubts = _in_doubt(kinds, told)
    choose = [_to_choose(turn, tuple(lines_of(told)), doubts=True)] if doubts else []
    return turn.say(text, *choose, *papers.after(turn))


def _in_doubt(kinds: Iterable[PaperText], told: Told) -> tuple[str, ...]:
    """The lines that stay out of these papers because others may perhaps not read them."""
    return told.get(DOUBTED, ()) if any(kind.id in OUTSIDE for kind in kinds) else ()


def _to_choose(turn: Turn, told: Sequence[tuple[str, str]], *, doubts: bool) -> Button:
    """A button to choose which lines go in."""
    label = wording.OWN_CHOOSES if doubts else wording.OWN_LEAVE
    return turn.command(label, commands.TICK_TOLD, str(len(told)))


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


def with_days(turn: Turn) -> Turn:
    """Reckon with the days that were heard; papers that are at hand are made anew with them."""
    focus = turn.state.focus
    is_made = isinstance(focus, at.OwnLines) and focus.made
    turn = heard_days.kept(turn) if not is_made else heard_days.with_heard(turn)
    if not isinstance(focus, at.OwnLines) or not focus.made:
        return turn
    place = OwnLinesPlace(turn, focus)
    return _made(turn.notice(wording.HEARD_KEPT), place.kinds, place.told)


def _by_topic(lines: Iterable[tuple[str, str]]) -> Told:
    told: dict[str, tuple[str, ...]] = {}
    for id, line in lines:
        told[id] = (*told.get(id, ()), line)
    return told


def _topics(turn: Turn, kinds: Iterable[PaperText]) -> tuple[OwnTopic, ...]:
    """What these papers need of a person, in the order of the pack; and what belongs in none but a
    running order, so that it stands in no letter."""
    used = {id for kind in kinds for id in own_ids(kind.text)}
    used |= {PROGRAMME, NEVER} if used else set()
    return tuple(topic for topic in turn.pack.own_topics if topic.id in used)


def _open(turn: Turn, kinds: Iterable[PaperText], told: Told) -> list[OwnTopic]:
    """What is still asked: needed, neither told, nor known otherwise."""
    facts = papers.facts(turn)
    needed = {id for kind in kinds for id in own_ids(kind.text, needed=True)} - told.keys()
    topics = (topic for topic in turn.pack.own_topics if topic.id in needed)
    return [t for t in topics if not is_told_elsewhere(facts, f"{OWN}.{t.id}")][:MOST_ASKED]


def _shown(line: str) -> str:
    """A line as it is listed: of what will be yellow, only the words."""
    return wording.OWN_YELLOW.format(line=line[len(GAP_BEGINS) : -1]) if is_gap(line) else line


def is_gap(line: str) -> bool:
    """Whether a line is nothing but what a person still has to write."""
    return line.startswith(GAP_BEGINS) and line.endswith("]")


def _name(topic: OwnTopic) -> str:
    """What is asked, in a few words."""
    return topic.question.partition(":")[0].partition(",")[0]


def _question(topic: OwnTopic) -> str:
    label = next(iter(topic.called), "")
    shown = topic.question.replace(label, f"**{label}**", 1) if label else topic.question
    return wording.OWN_TOPIC.format(question=shown)
