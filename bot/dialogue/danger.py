"""Danger to people stops the advice: what to do and whom to call, and only then what helps here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue.focus import Advice, Doors
from bot.dialogue.messages import MAX_TEXT, Button, Said
from bot.dialogue.places import here, own_lines, tonight
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.faq import source_line
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.words.normal import normal
from bot.words.persons import masked
from bot.words.requests import asks_for_paper
from bot.words.soon import Soon, soon

SURE, DOUBT = 0.95, 0.4
"""From how sure the language model is of danger what phrases do not tell, that is taken for true,
or asked."""
THREAT = "dreiging"
"""The kind of danger that papers may be about."""
LONG = 25
"""In a text of more words there is more that may look like it."""


def heard(shelf: Shelf, state: State, text: str) -> str:
    """The kind of danger that the phrases hear in a text; empty for none, and for the label of a
    button."""
    return "" if _is_label(state, text) else shelf.guards.heard(text)


def _is_label(state: State, text: str) -> bool:
    return normal(text) in {normal(label) for label, _ in state.screen}


def judged(shelf: Shelf, state: State, said: Said) -> Said:
    """A message with the danger that the language model hears in it, surely or in doubt; none where
    the text was surely understood as something else, and a step less surely in a long text, in a
    question, a condition or a rumour, or where the phrases know a saying that only looks like it.
    """
    understood, guards = said.understanding, shelf.guards
    alarm = understood.alarm
    if alarm is None or alarm.confidence < DOUBT or understood.sure or _is_label(state, said.text):
        return said
    is_sure = alarm.confidence >= SURE
    is_less = len(said.text.split()) > LONG or guards.is_like(said.text)
    is_less = is_less or bool(shelf.doubts.all_heard(said.text))
    if not guards.is_now(alarm.kind, said.text) or (is_less and not is_sure):
        return said
    if is_less or not is_sure:
        return replace(said, danger=alarm.kind, in_doubt=True)
    return Said(said.text, danger=alarm.kind)


def is_told(turn: Turn, event: Said) -> bool:
    """Whether there is danger to speak of: doubt is asked once a day, and not where a text of one's
    own is awaited; a threat that was spoken of today may stand in such a text."""
    is_awaited = here(turn).wants(event.text)
    is_spared = turn.state.safe.startswith(_day(turn)) or is_awaited
    is_known = event.danger == THREAT and turn.state.threat == _day(turn) and is_awaited
    return bool(event.danger) and not (event.in_doubt and is_spared) and not is_known


def answered(turn: Turn, event: Said) -> Turn:
    """What is said to a message that tells of danger."""
    if not event.in_doubt:
        return warned(turn, event.danger, event.text)
    yes = turn.command(sentences.BTN_YES, commands.IN_DANGER, event.danger)
    return _prompts_closed(_holding(turn, event.text)).say(
        sentences.IS_DANGER, yes, turn.command(sentences.BTN_NO, commands.SAFE), shape="question"
    )


def confirmed(turn: Turn, kind: str) -> Turn:
    """Somebody is in danger, the person says."""
    return warned(turn, kind, "")


def safe(turn: Turn) -> Turn:
    """Nobody is. What was typed is then heard as any other text (``to_hear``)."""
    said = f"{_day(turn)} {turn.id}"
    told = turn.with_state(replace(turn.state, safe=said)).notice(sentences.IS_SAFE)
    return told if turn.state.doubted else told.again()


def to_hear(before: State, after: State) -> str:
    """The text that is heard after all, when a turn said that nobody is in danger; else empty."""
    return before.doubted if after.safe != before.safe else ""


def _holding(turn: Turn, text: str) -> Turn:
    """The turn with a text that may be heard at the next one, without numbers of persons."""
    return turn.with_state(replace(turn.state, doubted=masked(text)[:MAX_TEXT]))


def _day(turn: Turn) -> str:
    return turn.at.date().isoformat()


def _prompts_closed(turn: Turn) -> Turn:
    """What comes next is no name and no reason."""
    if here(turn).knows_commands:
        return turn.focus(Advice() if turn.is_advised else Doors())
    return turn


def warned(turn: Turn, kind: str, text: str) -> Turn:
    """What is said to a text that tells of this kind of danger.

    Nothing of the text is kept, and no prompt for a text stays open.
    """
    told = turn.shelf.guards.told[kind]
    said = filter(None, (told.text, source_line(told.sources)))
    is_for_paper = bool(text) and kind == THREAT and here(turn).writes
    turn = _holding(turn if is_for_paper else _prompts_closed(turn), text if is_for_paper else "")
    turn = turn.say("\n\n".join(said))
    if kind == THREAT:
        turn = turn.with_state(replace(turn.state, threat=_day(turn)))
    if is_for_paper:
        return turn.say(sentences.AFTER_THREAT, turn.command(sentences.BTN_WRITE, commands.SAFE))
    if told.first_aid:
        return _papers_too(tonight.begin(turn, soon(text) or Soon(meeting=False)), text)
    wants = asks_for_paper(text)
    also = wording.ALSO_A_PAPER if wants else wording.ALSO_ASKED if "?" in text else ""
    after = " ".join(filter(None, (also, wording.AFTER_DANGER)))
    return turn.say(after, *_ways_on(turn, wants))


def _papers_too(turn: Turn, text: str) -> Turn:
    """Who asks for a paper beside a cry for help gets it too, after an advice."""
    if turn.is_advised:
        return own_lines.asked(turn, text) or turn
    return turn.notice(wording.ALSO_A_PAPER) if asks_for_paper(text) else turn


def _ways_on(turn: Turn, wants: bool) -> Iterable[Button]:
    yield turn.command(wording.BTN_FIRST_AID, commands.CHAPTERS)
    if wants and turn.is_advised:
        yield turn.command(wording.BTN_PAPERS, commands.PAPERS)
    yield turn.command(commands.HUMAN.label, commands.HUMAN)
    if turn.is_busy:
        yield turn.command(wording.BACK_TO_QUESTION, commands.HERE)
    elif turn.is_advised:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)
