"""A typed text: a command, a number, a button's words, an answer, a question, a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue import about_project, commands, midway, other_kind, wording
from bot.dialogue.also_told import LEAST, also_told
from bot.dialogue.candidates import button_of
from bot.dialogue.feeling import feeling
from bot.dialogue.handlers import run
from bot.dialogue.hearing import Facts, facts, kind_told, propose
from bot.dialogue.messages import MAX_TEXT, TELLING, Button, Candidate, Said, Understanding
from bot.dialogue.places import here, keep_line, own_lines, papers, tonight
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.unclear import calm, unclear
from bot.dialogue.questions import answered_first
from bot.dialogue.speech import ENGLISH, is_english
from bot.dialogue.spoken import spoken
from bot.dialogue.tapped import only_ticks, tapped, ticked
from bot.dialogue.turn import Turn
from bot.dialogue.wiping import offerable
from bot.rules.model.book import split_key
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.addressed import name_of
from bot.words.guards import Told
from bot.words.normal import normal
from bot.words.persons import masked, personal
from bot.words.phrases import both
from bot.words.requests import asks_for_paper
from bot.words.soon import soon
from bot.words.told_days import told_days

_NUMBERS = re.compile(r"^\s*\d{1,2}(\s*(,|en|\+|&|\s)\s*\d{1,2})*\s*$")
_AND = re.compile(r"\s*(?:[,;&+]|\ben\b)\s*", re.IGNORECASE)
_TO_ADVICE = re.compile(r"\b(terug naar|toon|laat).{0,12}\badvies\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:niet|nie|geen|nooit)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:twee|drie|vier|meerdere|verschillende) (?:\w+ )?(?:projecten|plannen|dingen|zaken)\b"
    r"|\bnog een (?:ander )?project\b",
    re.IGNORECASE,
)
LEAST_OF_A_LABEL = 4
"""From so many letters on, the beginning of one label on the screen stands for it."""
TELLS_MORE = 12
"""Of so many words, a text that names this evening once more tells or asks something of its own."""
_DONE = ("vraag", "opdracht")
_FIRST_AID = (commands.CHAPTERS.name, commands.TROUBLE.name)


def said(turn: Turn, event: Said) -> Turn:
    """The person wrote something."""
    text = event.text.strip()
    if len(text) > MAX_TEXT and not event.asked:
        turn = turn.notice(wording.TOO_LONG)
        text = text[:MAX_TEXT]
    turn = replace(turn, asks=event.asks)
    place, understanding = here(turn), event.understanding
    if (pieces := personal(text)) and not place.refuses_persons:
        kinds = both([f"een {kind}" for kind in dict.fromkeys(piece.kind for piece in pieces)])
        turn = turn.notice(sentences.PERSONAL_TYPED.format(kinds=kinds))
        text = masked(text, pieces=pieces)
        place = here(turn)
    if text.startswith("/"):
        return _slash(turn, text)
    if place.knows_commands and (command := spoken(text)):
        return run(turn, command)
    if place.wants(text):
        is_button = _by_place(turn, text) or _by_label(turn, text)
        heard = None if is_button else place.hear(text, understanding)
        return heard or _like_a_button(turn, text) or turn
    if _TO_ADVICE.search(text) and turn.state.project:
        return run(turn, commands.ADVICE)
    if (answered := _like_a_button(turn, text)) is not None:
        return answered
    written = _papers(turn, text, understanding)
    if written is not None and about_project.whole(turn, event, text) is None:
        return written
    is_clear = understanding.sure and understanding.kind in _DONE
    is_day = bool(told_days(text, (), turn.at.date()))  # "do 24 juni" is no English
    if not is_clear and not is_day and is_english(text):
        return calm(turn.notice(ENGLISH))
    if (first := _first(turn, event, text)) is not None:
        return first
    if (heard := place.hear(text, understanding)) is not None:
        return heard
    if (midway_said := midway.replied(turn, event, text)) is not None:
        return midway_said
    return _felt(turn, text, understanding)


def _first(turn: Turn, event: Said, text: str) -> Turn | None:
    """What comes before all else: that it is another kind of project, and what is asked."""
    kind = None if turn.asks else other_kind.put_right(turn, text, event.understanding)
    return kind or answered_first(turn, event, text)


def _papers(turn: Turn, text: str, understanding: Understanding) -> Turn | None:
    """The papers that a text asks for; before an advice that they come later, and what it tells."""
    if turn.is_advised:
        return own_lines.asked(turn, text)
    if not asks_for_paper(text):
        return None
    turn = turn.say(sentences.PAPERS_LATER, *_papers_now(turn, text), shape="notice")
    told = facts(turn, text, understanding)
    return propose(turn, told) if told.is_something else turn.again()


def _papers_now(turn: Turn, text: str) -> Iterator[Button]:
    """The papers that a text names, to be made as far as is known now; none without a project."""
    kinds = papers.named(turn.pack.papers, text) if turn.state.project else None
    said = own_lines.said_of(turn.pack.papers, text)
    for kind in kinds or ():
        label = sentences.NOW_ALREADY.format(paper=name_of(kind.id, kind.name, said))
        yield turn.command(label, commands.PAPER, own_lines.argument(kind, said))


def _felt(turn: Turn, text: str, understanding: Understanding) -> Turn:
    """One human sentence first, where the words ask for it."""
    if _SEVERAL.search(text):
        turn = turn.notice(sentences.ONE_AT_A_TIME)
    near = soon(text) if turn.pack.evening else None
    tells_more = len(text.split()) >= TELLS_MORE
    if near and not (tells_more and tonight.is_known(turn, near)):
        turn = tonight.begin(turn.notice(wording.WORRIED) if feeling(text) else turn, near)
        return _also(turn, text, understanding)
    shown, is_unclear = feeling(text), understanding.is_unclear
    if shown == "rude":
        turn = turn.notice(wording.INSULTED)
        return calm(turn) if is_unclear else _meant(turn, text, understanding)
    if shown == "tired":
        turn = turn.notice(sentences.TIRED)
        return calm(turn) if is_unclear else _meant(turn, text, understanding)
    worried = turn.notice(wording.WORRIED)
    if shown == "worried" and is_unclear and not turn.is_busy:
        return tonight.in_anger(worried)
    tells = understanding.kind in ("beschrijving", "onbekend")
    tells = tells or understanding.id == commands.TROUBLE.name
    return _meant(worried if shown == "worried" and tells else turn, text, understanding)


def _also(turn: Turn, text: str, understanding: Understanding) -> Turn:
    """What else a text tells or asks, after the first aid."""
    told = facts(turn, text, understanding)
    if told.is_something:
        return propose(turn, told)
    is_asked = understanding.sure and understanding.kind in _DONE
    if is_asked and understanding.id not in _FIRST_AID:
        return _meant(turn, text, understanding)
    return turn


def _slash(turn: Turn, text: str) -> Turn:
    name, *rest = text[1:].split(maxsplit=1) or ("",)
    command = commands.BY_SLASH.get(name.split("@")[0].lower(), commands.HELP)
    return run(turn, command, rest[0] if rest and command.takes_text else "")


# --- what works like a button ---------------------------------------------------------------


def _like_a_button(turn: Turn, text: str) -> Turn | None:
    question = here(turn).question
    typed = question is not None and kind_of(question).is_free
    if question is not None and typed:
        heard = _typed(turn, question, text)
        data = None if heard else _by_label(turn, text)
        return heard or (tapped(turn, data, typed=True) if data else None)
    data = _by_place(turn, text) or _by_label(turn, text)
    if data:
        return tapped(turn, data, typed=True)
    return _listed(turn, text)


def _listed(turn: Turn, text: str) -> Turn | None:
    """Several of the list on the screen ("1, 3 en kinderen"), or a number that is not on it."""
    size = len(turn.state.screen)
    numbers = [int(part) for part in re.findall(r"\d+", text)] if _NUMBERS.match(text) else []
    astray = [number for number in numbers if not 1 <= number <= size]
    if astray and size and not here(turn).knows_commands:
        told = wording.NOT_ON_LIST.format(number=astray[0], count=size)
        return turn.notice(told).again()
    parts = map(str, numbers) if numbers else filter(None, _AND.split(text.strip()))
    datas = [_by_place(turn, part) or _by_label(turn, part) for part in parts]
    named = [data for data in datas if data]
    if len(datas) < 2 or len(named) < len(datas):
        return None
    if all(only_ticks(turn, data) for data in named):
        return ticked(turn, named, typed=True)
    return turn.notice(wording.ONE_ONLY).again()


def _by_place(turn: Turn, text: str) -> str | None:
    screen = turn.state.screen
    place = int(text) if text.isascii() and text.isdecimal() else 0
    return screen[place - 1][1] if 1 <= place <= len(screen) else None


def _by_label(turn: Turn, text: str) -> str | None:
    screen, wanted = turn.state.screen, normal(text)
    same = [data for label, data in screen if normal(label) == wanted]
    begins = re.compile(rf"{re.escape(wanted)}\b.")
    starts = [data for label, data in screen if begins.match(normal(label))]
    only = starts[:1] if len(starts) == 1 and len(wanted) >= LEAST_OF_A_LABEL else []
    return next(iter([*same, *only]), None)


def _typed(turn: Turn, question: Question, text: str) -> Turn | None:
    """A typed answer to a question that has no options; None when it says nothing to it."""
    heard = kind_of(question).hear(question, text, turn.at.date())
    if heard is None:
        return None
    if heard.answer is None:
        return turn.notice(heard.told).again()
    place = here(turn)
    return place.settle(heard.answer) if heard.sure else place.doubt(heard.answer)


# --- what was understood --------------------------------------------------------------------


def _meant(turn: Turn, text: str, understanding: Understanding) -> Turn:
    if understanding.kind == "onbekend" or not text:
        return _lost(turn, text, understanding)
    is_told = understanding.kind in TELLING or understanding.corrects
    if is_told and (read := here(turn).read(understanding)) is not None:
        return read
    if understanding.is_unclear:
        return _ask_which(turn, text, understanding.candidates)
    if understanding.id in _FIRST_AID and (slug := _chapter_named(turn, text)):
        return run(turn, commands.CHAPTER, slug)
    if understanding.kind == "opdracht":
        return _told_to(turn, text, understanding)
    if understanding.kind == "vraag":
        return run(turn, commands.FAQ, understanding.id)
    return _answers(turn, text, understanding)


def _told_to(turn: Turn, text: str, understanding: Understanding) -> Turn:
    """A command; one that destroys is at most offered, unless it was said word for word. "Sla dit
    niet over" is asked back."""
    command = commands.BY_NAME.get(understanding.id)
    if command is None:
        return _lost(turn, text, understanding)
    if command is commands.TROUBLE and turn.pack.evening and feeling(text) == "worried":
        return tonight.in_anger(turn)
    is_denied = command is commands.SKIP and _DENIED.search(text)
    if is_denied or (command.destroys and spoken(text) is not command):
        return _ask_which(turn, text, understanding.candidates)
    return run(turn, command, understanding.argument)


def _lost(turn: Turn, text: str, understanding: Understanding) -> Turn:
    """Nobody understood it, apart from the kind of project perhaps; where an answer is typed, how
    to type it is told."""
    if kind := kind_told(turn, text):
        return propose(turn, Facts((), situation=kind, also=also_told(text, ())))
    if kind := midway.is_elsewhere(turn, text):
        return calm(turn.notice(_elsewhere(turn.shelf.elsewhere.told[kind])))
    if doubt := turn.shelf.doubts.told.get(understanding.doubted or _doubtful(turn, text)):
        turn = turn.notice(doubt.text)
        return (None if turn.asks else keep_line.offer(turn, text)) or calm(turn)
    if understanding.ready and (kept := keep_line.offer(turn, text)) is not None:
        return kept
    if turn.days:
        return turn.again()
    question = here(turn).question
    return unclear(turn, understanding, kind_of(question).not_heard(question) if question else "")


def _doubtful(turn: Turn, text: str) -> str:
    """The doubt in a text of which nothing was read, while something is asked; empty for none."""
    kinds = turn.shelf.doubts.all_heard(text) if turn.is_busy else ()
    return next((kind for kind in kinds if kind not in _DONE), "")


def _elsewhere(told: Told) -> str:
    """That it is out of scope, where to go, and what this bot can do."""
    sources = "; ".join(f"{one.title} ({one.url})" for one in told.sources)
    source = wording.FAQ_SOURCE.format(sources=sources) if sources else ""
    return "\n".join(filter(None, (f"{sentences.NOT_MINE} {told.text}", source, sentences.MINE)))


def _chapter_named(turn: Turn, text: str) -> str:
    """The first-aid chapter whose title stands in the text; empty when none does."""
    said = normal(text)
    return next(
        (chapter.slug for chapter in turn.pack.chapters if normal(chapter.title) in said), ""
    )


def _answers(turn: Turn, text: str, understanding: Understanding) -> Turn:
    """Answers about the project that are not what was asked: said back first."""
    told = facts(turn, text, understanding)
    if told.is_something:
        return propose(turn, told)
    if told.beside and (kept := keep_line.offer(turn, text, least=LEAST)):
        return kept
    if understanding.answers:
        is_known = _is_known(turn, understanding)
        kept = None if is_known and _was_said(turn, text) else keep_line.offer(turn, text)
        return kept or (turn.notice(sentences.KNOWN) if is_known else turn).again()
    return _lost(turn, text, understanding)


def _was_said(turn: Turn, text: str) -> bool:
    """Whether this sentence itself was told before, or has no more words than an answer."""
    before = (*turn.project.words.values(), *(line for _, line in turn.project.told))
    said = normal(text)
    return any(said == normal(one) for one in before) if turn.state.project else False


def _is_known(turn: Turn, understanding: Understanding) -> bool:
    """Whether all that was read was told before."""
    kept = turn.project.book.answers if turn.state.project else ()
    known = {split_key(key)[0] for key in kept}
    return all(question in known for question, _ in understanding.answers)


def _ask_which(turn: Turn, text: str, candidates: tuple[Candidate, ...]) -> Turn:
    if turn.days:
        return _lost(turn, text, Understanding())
    offered = offerable(text, candidates[:3])
    buttons = [button for candidate in offered if (button := button_of(turn, candidate))]
    if not buttons:
        is_spared = len(offered) < len(candidates[:3]) and turn.state.project
        if is_spared and turn.project.order:
            return turn.notice(wording.NOTHING_WIPED).again()
        return _lost(turn, text, Understanding())
    buttons.append(turn.command(wording.NONE_OF_THESE, commands.NONE_OF_THESE))
    return turn.say(wording.DID_YOU_MEAN, *buttons, shape="question")
