"""The papers that come out of an advice: which there are, and each as a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.advice.facts import Facts, gather
from bot.advice.note import write_note
from bot.advice.papers import make_paper
from bot.dialogue import commands
from bot.dialogue import wording as general
from bot.dialogue.messages import Button, Document
from bot.dialogue.places import wording
from bot.dialogue.places.aftermath import offer
from bot.dialogue.turn import Turn
from bot.rules.model.content import PaperText
from bot.words.own_papers import for_paper, unused
from bot.words.own_topics import Told
from bot.words.phrases import both
from bot.words.requests import asks_for_note, asks_for_paper, not_made
from bot.words.requests import named as asked_for

MOST_AT_ONCE = 3
"""So many papers are made of one message."""


def menu(turn: Turn) -> Turn:
    """Which paper it will be; the note, and the dates that go into them."""
    kinds = turn.pack.papers
    return turn.say(
        wording.PAPERS_HEAD if kinds else wording.PAPERS_NONE,
        *(turn.command(kind.name, commands.PAPER, kind.id) for kind in kinds),
        turn.command(general.BTN_NOTE, commands.NOTE),
        turn.command(general.BTN_DATES, commands.DATES),
        turn.command(commands.PICTURE.label, commands.PICTURE),
        turn.command(general.BTN_TO_ADVICE, commands.ADVICE),
    )


def unnamed(turn: Turn, text: str, kinds: tuple[PaperText, ...] | None) -> Turn | None:
    """What is done with a text that names none of the papers: a note, or which there are; None when
    it asks for no paper (``kinds`` is None)."""
    if kinds is None:
        return None
    return note(turn) if asks_for_note(text) else menu(turn.notice(wording.PAPER_UNKNOWN))


def with_missed(turn: Turn, text: str) -> Turn:
    """Say what a request asks for that is no paper of ours."""
    missed = not_made(text)
    return turn.notice(wording.NOT_MADE.format(papers=both(missed))) if missed else turn


def named(papers: tuple[PaperText, ...], text: str) -> tuple[PaperText, ...] | None:
    """The papers that a request names, none of which may be ours; None for no request."""
    if not asks_for_paper(text):
        return None
    ways = {kind.id: (kind.name, *kind.called) for kind in papers}
    heard = asked_for(ways, text)
    return tuple(kind for id in heard for kind in papers if kind.id == id)[:MOST_AT_ONCE]


def made(turn: Turn, kind: PaperText, told: Told | None = None) -> Document:
    """One paper about the project at hand, with what was told for it."""
    paper = make_paper(kind, replace(facts(turn), own=for_paper(told or {}, kind.id)))
    return Document(_file_name("stuk", kind.id, turn), paper.markdown, wording.CAPTION, paper.wide)


MOST_UNUSED = 6
"""So many lines are named that stand in none of the papers."""


def with_unused(turn: Turn, told: Told, made: Iterable[Document], known: Iterable[str]) -> Turn:
    """Say which lines stand in none of these papers, but for those that were told already."""
    lines = [line for line in unused(told, [one.markdown for one in made]) if line not in known]
    if not lines:
        return turn
    listed = both([f"“{line.rstrip('.')}”" for line in lines[:MOST_UNUSED]])
    return turn.notice(wording.OWN_UNUSED.format(lines=listed))


def note(turn: Turn, *, with_words: bool = False) -> Turn:
    """The note as a document, half a page to forward; ``with_words``: with the words of the person
    that answers came from."""
    own = [turn.command(general.NOTE_WITH_WORDS, commands.NOTE_WORDS)]
    ways = own if turn.project.words and not with_words else []
    document = made_note(turn, with_words=with_words)
    return turn.reply(document).say(general.AFTER_NOTE, *ways, *after(turn))


def made_note(turn: Turn, *, with_words: bool = False) -> Document:
    """The note about the project at hand."""
    words = turn.project.words if with_words else {}
    text = write_note(turn.card, turn.project.name, turn.at.date(), words)
    return Document(_file_name(commands.NOTE.name, "", turn), text, general.NOTE_CAPTION)


def facts(turn: Turn) -> Facts:
    """What is known of the project at hand, for its papers."""
    project = turn.project
    title = project.name if project.named else project.plan.subject
    today = turn.at.date()
    kind = project.situation or ""
    return gather(turn.compiled, project.book, turn.card, title, today, project.plan, kind)


def _file_name(kind: str, which: str, turn: Turn) -> str:
    name = turn.project.name.lower().replace(" ", "-")
    return "-".join(filter(None, (kind, which.replace("_", "-"), name)))


def after(turn: Turn) -> Iterable[Button]:
    """What a person may do with a paper in hand."""
    yield turn.command(general.BTN_TO_ADVICE, commands.ADVICE)
    yield turn.command(wording.ANOTHER, commands.PAPERS)
    yield turn.command(general.BTN_CHANGE, commands.OVERVIEW)
    if not turn.project.named:
        yield turn.command(general.NAME_BUTTON, commands.NAME)
    if turn.project.plan.is_empty:
        yield turn.command(wording.FILL_IN, commands.DATES)
    yield from offer(turn)
    yield turn.command(general.NEW_PROJECT, commands.NEW)
