"""First aid: the chapters, and a human."""

from __future__ import annotations

from collections.abc import Iterable

from bot.advice.markdown import as_message
from bot.dialogue import commands, wording
from bot.dialogue.messages import Button
from bot.dialogue.turn import Turn
from bot.rules.model.content import Booklet, Chapter

PAGE = 8


def chapters(turn: Turn, page: int = 0) -> Turn:
    """All chapters, a page at a time."""
    shown = turn.pack.chapters[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return turn.say(wording.NO_CHAPTERS)
    buttons = [chapter_button(turn, chapter) for chapter in shown]
    if len(turn.pack.chapters) > (page + 1) * PAGE:
        buttons.append(turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS, str(page + 1)))
    return turn.say(wording.CHAPTERS_HEAD, *buttons)


def chapter(turn: Turn, chapter: Chapter | None) -> Turn:
    """One chapter: what to do first; the rest behind a button."""
    if chapter is None:
        return chapters(turn)
    head = f"**{chapter.title}**\n{wording.CHAPTER_OWN}"
    if chapter.booklet:
        head += "\n" + _in_booklet(chapter.booklet)
    first = as_message(chapter.sections[0][1]) if chapter.sections else ""
    more = turn.command(wording.CHAPTER_MORE, commands.READ_ON, chapter.slug)
    if turn.shelf.public_url:
        more = Button(wording.CHAPTER_MORE, url=f"{turn.shelf.public_url}/ehbo/{chapter.slug}")
    return turn.say(f"{head}\n\n{first}", more, *_ways_on(turn))


def _in_booklet(booklet: Booklet) -> str:
    """Where the booklet of 2017 has it."""
    page = wording.BOOKLET_PAGE.format(page=booklet.page) if booklet.page else ""
    place = ", ".join(filter(None, (booklet.title, page, booklet.url)))
    return wording.BOOKLET.format(place=place)


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
    elif turn.is_advised:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)
    yield turn.command(wording.CHAPTERS_MORE, commands.CHAPTERS)


def chapter_button(turn: Turn, chapter: Chapter) -> Button:
    """To one chapter."""
    return turn.command(chapter.title, commands.CHAPTER, chapter.slug)


def human(turn: Turn) -> Turn:
    """Hand over to a human: the municipality's own contact when the pack names one."""
    contact = turn.pack.contact
    text = wording.HUMAN
    if contact is not None:
        text = wording.HUMAN_CONTACT.format(name=contact.name, channel=contact.channel)
    note = [turn.command(wording.BTN_NOTE, commands.NOTE)] if turn.state.project else []
    return turn.say(text, *note).again()
