"""First aid: the chapters, the frequently asked questions, and a human."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.advice.markdown import as_message
from bot.dialogue import wording
from bot.dialogue.messages import Button
from bot.dialogue.state import Focus
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
    buttons.append(turn.command(wording.CHAPTERS_MORE, "ehbo"))
    buttons.append(turn.command(wording.TO_INTERVIEW, "advies_vraag"))
    return turn.say(wording.FIRST_AID).say(wording.FIRST_AID_NEXT, *buttons)


def chapters(turn: Turn, page: int = 0) -> Turn:
    """All chapters, a page at a time."""
    found = turn.pack.chapters[page * PAGE : (page + 1) * PAGE]
    if not found:
        return turn.say(wording.NO_CHAPTERS)
    buttons = [_chapter_button(turn, chapter) for chapter in found]
    if len(turn.pack.chapters) > (page + 1) * PAGE:
        buttons.append(turn.command(wording.CHAPTERS_MORE, "ehbo", str(page + 1)))
    return turn.say(wording.CHAPTERS_HEAD, *buttons)


def chapter(turn: Turn, slug: str) -> Turn:
    """One chapter: what to do first; the rest behind a button."""
    found = turn.pack.chapter(slug)
    if found is None:
        return chapters(turn)
    head = f"**{found.title}**\n{wording.CHAPTER_OWN}"
    if found.booklet:
        head += "\n" + wording.BOOKLET.format(place=found.booklet)
    first = as_message(found.sections[0][1]) if found.sections else ""
    more = turn.command(wording.CHAPTER_MORE, "lees", found.slug)
    if turn.shelf.public_url:
        more = Button(wording.CHAPTER_MORE, url=f"{turn.shelf.public_url}/ehbo/{found.slug}")
    return turn.say(f"{head}\n\n{first}", more, *_ways_on(turn))


def whole_chapter(turn: Turn, slug: str) -> Turn:
    """The rest of a chapter."""
    found = turn.pack.chapter(slug)
    if found is None:
        return chapters(turn)
    parts = [f"**{found.title}**"]
    parts += [f"**{title}**\n{as_message(text)}" for title, text in found.sections[1:]]
    return turn.say("\n\n".join(parts), *_ways_on(turn))


def _ways_on(turn: Turn) -> Iterable[Button]:
    """Where to go from a chapter: back to what was at hand, and to the other chapters."""
    if turn.is_busy:
        yield turn.command(wording.BACK_TO_QUESTION, "hier")
    elif turn.state.project and turn.project.given:
        yield turn.command(wording.BTN_TO_ADVICE, "advies")
    else:
        yield turn.command(wording.TO_INTERVIEW, "advies_vraag")
    yield turn.command(wording.CHAPTERS_MORE, "ehbo")


def _chapter_button(turn: Turn, found: Chapter) -> Button:
    return turn.command(found.title, "hoofdstuk", found.slug)


# --- questions ------------------------------------------------------------------------------


def ask_me(turn: Turn) -> Turn:
    """The third door: invite a question, with a few that are often asked."""
    buttons = [_faq_button(turn, faq) for faq in turn.pack.faqs[:4]]
    return turn.focus(Focus("faq")).say(wording.ASK_ME, *buttons)


def answer_faq(turn: Turn, id: str) -> Turn:
    """Answer a frequently asked question."""
    faq = turn.pack.faq(id)
    if faq is None:
        return turn.say(wording.NOT_UNDERSTOOD_IDLE, shape="notice")
    text = faq_text(turn.pack, faq, turn.at.date())
    if turn.is_busy:
        return turn.say(text)  # the buttons of the question at hand follow
    related = [turn.pack.faq(other) for other in faq.related[:2]]
    buttons = [_faq_button(turn, other) for other in related if other]
    buttons += [
        _chapter_button(turn, found)
        for slug in faq.chapters[:1]
        if (found := turn.pack.chapter(slug))
    ]
    buttons += [
        turn.command(wording.FAQ_HELPS, "helpt"),
        turn.command(wording.FAQ_HELPS_NOT, "helpt_niet"),
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
    return turn.command(faq.question, "vraag", faq.id)


def human(turn: Turn) -> Turn:
    """Hand over to a human: the municipality's own contact when the pack names one."""
    contact = turn.pack.contact
    text = wording.HUMAN
    if contact is not None:
        text = wording.HUMAN_CONTACT.format(name=contact.name, channel=contact.channel)
    note = [turn.command(wording.BTN_NOTE, "notitie")] if turn.state.project else []
    return turn.say(text, *note)
