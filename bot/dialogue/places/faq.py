"""The frequently asked questions: looked for, browsed by subject, and answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.answering import likely_one
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.first_aid import PAGE, chapter_button
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.content import Faq, Source
from bot.rules.model.pack import Pack
from bot.words import dates
from bot.words.search import Hit, index

MOST_FOUND = 4
"""At most this many things are shown of what a search brings."""
ENOUGH = 0.35
"""What holds less of the words that were asked is not shown."""


class FaqPlace(Place[at.Faq]):
    """A question of the person is awaited."""

    def show(self) -> Turn:
        """Invite a question, or to look by subject."""
        return self.turn.say(wording.ASK_ME, *_subjects(self.turn))

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """What holds the words of a question that was not understood for sure."""
        if not understanding.is_unclear:
            return None
        if found := likely_one(self.turn.pack, text, understanding.faqs, frozenset(), asks=True):
            return answer_faq(self.turn, found)
        buttons = self._likely(text, understanding)
        if not buttons:
            return None
        none = self.turn.command(wording.NONE_OF_THESE, commands.ASK_ME)
        return self.turn.say(wording.FOUND, *buttons, none, shape="question")

    def _likely(self, text: str, understanding: Understanding) -> list[Button]:
        """What the model thinks of first, then what holds the words."""
        hits = index(self.turn.pack).search(text, MOST_FOUND)
        guessed = (self.turn.pack.faq(candidate.id) for candidate in understanding.candidates)
        buttons = [faq_button(self.turn, faq) for faq in guessed if faq]
        buttons += [_hit_button(self.turn, hit) for hit in hits if hit.share >= ENOUGH]
        return list(dict.fromkeys(buttons))[:MOST_FOUND]


def by_subject(turn: Turn, first: Faq | None) -> Turn:
    """The questions of one subject, a page at a time, from this one on."""
    if first is None:
        return turn.goto(at.Faq())
    same = [faq for faq in turn.pack.faqs if faq.subject == first.subject]
    rest = same[same.index(first) :]
    buttons = [faq_button(turn, faq) for faq in rest[:PAGE]]
    if len(rest) > PAGE:
        buttons.append(_subject_button(turn, wording.FAQ_MORE, rest[PAGE]))
    buttons.append(turn.command(wording.FAQ_SUBJECTS, commands.ASK_ME))
    return turn.focus(at.Faq()).say(wording.FAQ_OF.format(subject=_name(first)), *buttons)


def _subjects(turn: Turn) -> Iterable[Button]:
    """One button for each subject; a question stands for the subject that it begins."""
    firsts: dict[str, Faq] = {}
    for faq in turn.pack.faqs:
        firsts.setdefault(faq.subject, faq)
    return (_subject_button(turn, _name(faq), faq) for faq in firsts.values())


def _name(faq: Faq) -> str:
    return faq.subject or wording.FAQ_OTHER


def _subject_button(turn: Turn, label: str, first: Faq) -> Button:
    return turn.command(label, commands.SUBJECT, first.id)


def _hit_button(turn: Turn, hit: Hit) -> Button:
    command = commands.FAQ if hit.kind == "faq" else commands.CHAPTER
    return turn.command(hit.title, command, hit.id)


def answer_faq(turn: Turn, faq: Faq | None) -> Turn:
    """Answer a frequently asked question; what was asked before comes again."""
    if faq is None:
        return turn.notice(wording.NOT_UNDERSTOOD_IDLE).again()
    text = faq_text(turn.pack, faq, turn.at.date())
    turn = turn.with_state(replace(turn.state, answered=faq.id))
    if turn.is_busy:
        return turn.say(text).again()
    related = [turn.pack.faq(other) for other in faq.related[:2]]
    buttons = [faq_button(turn, other) for other in related if other]
    named = [turn.pack.chapter(slug) for slug in faq.chapters[:1]]
    buttons += [chapter_button(turn, chapter) for chapter in named if chapter]
    buttons += [
        turn.command(wording.FAQ_HELPS, commands.HELPS, faq.id),
        turn.command(wording.FAQ_HELPS_NOT, commands.HELPS_NOT, faq.id),
        *_ways_on(turn),
    ]
    return turn.say(text, *buttons)


def _ways_on(turn: Turn) -> Iterable[Button]:
    """Back to what was going on before somebody asked something."""
    if turn.state.project and turn.project.order:
        given = turn.project.given
        done = given is not None and not given.provisional
        label = wording.BTN_TO_ADVICE if done else wording.ON_WITH_QUESTIONS
        yield turn.command(label, commands.ADVICE if done else commands.CONTINUE)


def faq_text(pack: Pack, faq: Faq, today: date) -> str:
    """The answer that is valid today, with its sources and what it is worth."""
    answer = faq.answer_on(today) or wording.FAQ_EXPIRED
    tail = list(filter(None, [source_line(_sources(pack, faq))]))
    tail += [wording.FAQ_LEGAL] if faq.legal else []
    tail += [wording.FAQ_LOCAL] if faq.local else []
    return f"**{faq.question}**\n{answer.strip()}\n\n{' '.join(tail)}".rstrip()


def links(pack: Pack, faq: Faq) -> str:
    """Where an answer stands, a line for each source with its link."""
    sources = _sources(pack, faq)
    lines = [f"• {source.title}{f': {source.url}' if source.url else ''}" for source in sources]
    return "\n".join((sentences.FAQ_STANDS, *lines)) if lines else sentences.FAQ_OWN


def _sources(pack: Pack, faq: Faq) -> list[Source]:
    return [source for name in faq.sources if (source := pack.source(name))]


def source_line(sources: Sequence[Source]) -> str:
    """Where an answer was read; nothing for what the Samenwerkwijzer says of its own."""
    if not sources:
        return ""
    line = wording.FAQ_SOURCE.format(sources="; ".join(source.title for source in sources))
    seen = [source.seen_on for source in sources if source.seen_on]
    if seen:
        line += " " + wording.FAQ_READ.format(date=dates.in_words(max(seen)))
    return line


def faq_button(turn: Turn, faq: Faq) -> Button:
    """To one question and its answer."""
    return turn.command(faq.question, commands.FAQ, faq.id)
