"""First aid: the chapters, the frequently asked questions, and a human."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.advice.markdown import as_message
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Button
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.content import Chapter, Faq
from bot.rules.model.pack import Pack
from bot.words import dates

PAGE = 8


def help_now(turn: Turn) -> Turn:
    """The first door: four steps at once, and where to go from there."""
    slugs = ("boze_bewoners", "pers_belt", "te_veel_beloofd")
    chapters = [chapter for slug in slugs if (chapter := turn.pack.chapter(slug))]
    buttons = [_chapter_button(turn, chapter) for chapter in chapters]
    buttons.append(turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS))
    buttons.append(turn.command(wording.TO_INTERVIEW, commands.INTERVIEW))
    return turn.say(wording.FIRST_AID).say(wording.FIRST_AID_NEXT, *buttons)


def chapters(turn: Turn, page: int = 0) -> Turn:
    """All chapters, a page at a time."""
    shown = turn.pack.chapters[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return turn.say(wording.NO_CHAPTERS)
    buttons = [_chapter_button(turn, chapter) for chapter in shown]
    if len(turn.pack.chapters) > (page + 1) * PAGE:
        buttons.append(turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS, str(page + 1)))
    return turn.say(wording.CHAPTERS_HEAD, *buttons)


def chapter(turn: Turn, chapter: Chapter | None) -> Turn:
    """One chapter: what to do first; the rest behind a button."""
    if chapter is None:
        return chapters(turn)
    head = f"**{chapter.title}**\n{wording.CHAPTER_OWN}"
    if chapter.booklet:
        head += "\n" + wording.BOOKLET.format(place=chapter.booklet)
    first = as_message(chapter.sections[0][1]) if chapter.sections else ""
    more = turn.command(wording.CHAPTER_MORE, commands.READ_ON, chapter.slug)
    if turn.shelf.public_url:
        more = Button(wording.CHAPTER_MORE, url=f"{turn.shelf.public_url}/ehbo/{chapter.slug}")
    return turn.say(f"{head}\n\n{first}", more, *_ways_on(turn))


def whole_chapter(turn: Turn, chapter: Chapter | None) -> Turn:
    """The rest of a chapter."""
    if chapter is None:
        return chapters(turn)
    parts = [f"**{chapter.title}**"]
    parts += [f"**{title}**\n{as_message(text)}" for title, text in chapter.sections[1:]]
    return turn.say("\n\n".join(parts), *_ways_on(turn))


def _ways_on(turn: Turn) -> Iterable[Button]:
    """Where to go from a chapter: back to what was at hand, and to the other chapters."""
    if turn.is_busy:
        yield turn.command(wording.BACK_TO_QUESTION, commands.HERE)
    elif turn.state.project and turn.project.given:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)
    yield turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS)


def _chapter_button(turn: Turn, chapter: Chapter) -> Button:
    return turn.command(chapter.title, commands.CHAPTER, chapter.slug)


# --- questions ------------------------------------------------------------------------------


class FaqPlace(Place[at.Faq]):
    """A question of the person is awaited."""

    def show(self) -> Turn:
        """Invite a question, with a few that are often asked."""
        buttons = [_faq_button(self.turn, faq) for faq in self.turn.pack.faqs[:4]]
        return self.turn.say(wording.ASK_ME, *buttons)


def answer_faq(turn: Turn, faq: Faq | None) -> Turn:
    """Answer a frequently asked question; what was asked before comes again."""
    if faq is None:
        return turn.notice(wording.NOT_UNDERSTOOD_IDLE).again()
    text = faq_text(turn.pack, faq, turn.at.date())
    if turn.is_busy:
        return turn.say(text).again()
    related = [turn.pack.faq(other) for other in faq.related[:2]]
    buttons = [_faq_button(turn, other) for other in related if other]
    named = [turn.pack.chapter(slug) for slug in faq.chapters[:1]]
    buttons += [_chapter_button(turn, chapter) for chapter in named if chapter]
    buttons += [
        turn.command(wording.FAQ_HELPS, commands.HELPS),
        turn.command(wording.FAQ_HELPS_NOT, commands.HELPS_NOT),
    ]
    return turn.say(text, *buttons)


def faq_text(pack: Pack, faq: Faq, today: date) -> str:
    """The answer that is valid today, with its sources and what it is worth."""
    answer = faq.answer_on(today) or wording.FAQ_EXPIRED
    tail = list(filter(None, [_source_line(pack, faq)]))
    tail += [wording.FAQ_LEGAL] if faq.legal else []
    tail += [wording.FAQ_LOCAL] if faq.local else []
    return f"**{faq.question}**\n{answer.strip()}\n\n{' '.join(tail)}".rstrip()


def _source_line(pack: Pack, faq: Faq) -> str:
    """Where the answer was read; nothing for what the Samenwerkwijzer says of its own."""
    sources = [source for id in faq.sources if (source := pack.source(id))]
    if not sources:
        return ""
    line = wording.FAQ_SOURCE.format(sources="; ".join(source.title for source in sources))
    seen = [source.seen_on for source in sources if source.seen_on]
    if seen:
        line += " " + wording.FAQ_READ.format(date=dates.in_words(max(seen)))
    return line


def _faq_button(turn: Turn, faq: Faq) -> Button:
    return turn.command(faq.question, commands.FAQ, faq.id)


def human(turn: Turn) -> Turn:
    """Hand over to a human: the municipality's own contact when the pack names one."""
    contact = turn.pack.contact
    text = wording.HUMAN
    if contact is not None:
        text = wording.HUMAN_CONTACT.format(name=contact.name, channel=contact.channel)
    note = [turn.command(wording.BTN_NOTE, commands.NOTE)] if turn.state.project else []
    return turn.say(text, *note).again()
