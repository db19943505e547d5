"""A text in the middle of a talk about a project, that is no answer and no command.

What it asks is answered where one question of the pack is likely enough; else it is said in one
line that there is no answer, with what can be done. What it tells beside that is kept for the
papers after a yes. No list of questions that have little to do with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.dialogue import commands, wording
from bot.dialogue.answering import MIDWAY, likely_one, near
from bot.dialogue.feeling import feeling
from bot.dialogue.hearing import Facts, kind_told, may_be_asked, propose
from bot.dialogue.messages import Asked, Button, Candidate, Said, Understanding
from bot.dialogue.places import here, keep_line
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.faq import answer_faq, faq_button
from bot.dialogue.turn import Turn
from bot.rules.model.answers import chosen
from bot.rules.model.content import Faq
from bot.words.evidence import evidence
from bot.words.literally import says
from bot.words.persons import masked
from bot.words.phrases import both
from bot.words.soon import soon
from bot.words.tells import is_of_myself, needs_something, tells_of_others

_OWN, _WHOLE = 0.35, 0.65
"""What counts of a question by itself, and of the whole message that it stands in."""
_COMMANDED = 0.5
"""From here on a command that was not sure is still asked back."""
_CLOSE = 0.25
"""A question of the pack with less than this share is not named as what may help."""
MOST_CLOSE = 2
_CLOSE_AT_HAND = 0.12
"""The same of an answer to the question that is open."""
_TOLD_OF_DOUBT = ("voorwaarde", "van_horen_zeggen", "steun")
"""Of these it is said that they do not count, also where no answer was read."""
_RECEIVED = ("nog_niet", "ontkend")
"""Of these it is enough that they are received: "ze weten nog niet dat de boom weg moet"."""
_TO_US = (commands.HUMAN, commands.STOP, commands.NEW, commands.UNKNOWN, commands.SKIP)
"""What a text about others does not command, however sure a model is: "zij wordt de contactpersoon"
is no call for a human."""
LEAST_TOLD = 12
"""So many words tell more than what is asked in them."""


def is_begun(turn: Turn) -> bool:
    """Whether a project is talked about."""
    return turn.state.project is not None


def barred(turn: Turn) -> frozenset[str]:
    """The subjects whose answers are about other law than that of this kind of project."""
    name = turn.project.situation if turn.state.project else None
    kind = turn.pack.situation(name) if name else None
    return frozenset(kind.not_about) if kind else frozenset()


def in_message(asked: Asked, whole: Understanding) -> tuple[Candidate, ...]:
    """What the only question of a message may be: by itself, and with all that was said."""
    shares: dict[str, float] = {}
    for weight, found in ((_OWN, asked.understanding.faqs), (_WHOLE, whole.faqs)):
        for one in found:
            shares[one.id] = shares.get(one.id, 0.0) + weight * one.confidence
    best = sorted(shares, key=lambda faq: (-shares[faq], faq))
    return tuple(Candidate("vraag", faq, shares[faq]) for faq in best)


def replied(turn: Turn, event: Said, text: str) -> Turn | None:
    """What is said to a text of which nothing sure was understood; None where others know better:
    before a project, about an evening that is near, to a command or an answer."""
    told = event.understanding
    shown = feeling(text)
    is_others = told.answers or not told.ready or shown in _THEIRS
    if is_others or (soon(text) and turn.pack.evening):
        return None
    if not is_begun(turn) and (shown or not event.asks):
        return None
    if told.corrects:
        is_told = told.is_unclear and not here(turn).says_back
        return _received(turn, event, text) if is_told else None
    if told.sure and told.kind == "opdracht":
        is_told = any(one.name == told.id for one in _TO_US) and tells_of_others(text)
        return _received(turn, event, text, is_sure=True) if is_told else None
    if told.sure and told.kind == "vraag":
        return _kept_with(turn, event, text, told.id) or _rather(turn, told, text)
    if kind_told(turn, text) or is_elsewhere(turn, text):
        return None
    if not event.asks and (told.doubted or turn.shelf.doubts.all_heard(text)):
        return _received(turn, event, text)
    found = likely_one(turn.pack, text, told.faqs, barred(turn), asks=event.asks)
    if found is not None and not _is_for_screen(turn, told, event):
        return _kept_with(turn, event, text, found.id) or _answered(turn, found, text)
    if not is_begun(turn):
        return None
    if event.asks:
        return None if _is_for_screen(turn, told, event) else no_answer(turn, text, told.faqs)
    return _received(turn, event, text)


# --- what is told ---------------------------------------------------------------------------------


def _kept_with(turn: Turn, event: Said, text: str, faq: str) -> Turn | None:
    """A text that tells what others do or think, with the question that it only seems to ask."""
    is_mine = is_of_myself(text) or "vraag" in turn.shelf.doubts.all_heard(text)
    is_short = len(text.split()) < keep_line.LEAST
    return None if is_mine or is_short else _received(turn, event, text, faq)


def _received(
    turn: Turn, event: Said, text: str, faq: str = "", *, is_sure: bool = False
) -> Turn | None:
    """What is told is kept after a yes, with what it may mean beside; None for what asks, and for a
    likely command."""
    told, doubts = event.understanding, turn.shelf.doubts
    if event.asks or not (told.is_unclear or faq or is_sure):
        return None
    first = next(iter(told.candidates), None)
    is_command = first and first.kind == "opdracht" and first.confidence >= _COMMANDED
    if is_command and not (told.corrects or is_sure):
        return None
    if feeling(text) == "worried":
        turn = turn.notice(wording.WORRIED)
    if (said := _said_so(turn, told, text)) is not None:
        return propose(turn, said)
    heard = (one for one in doubts.all_heard(text) if one in _TOLD_OF_DOUBT)
    kind = told.doubted or next(heard, "")
    if kind in doubts.told and kind not in _RECEIVED:
        turn = turn.notice(doubts.told[kind].text)
    return keep_line.offer(turn, text, maybe=[*_maybe(turn, told, faq)][:MOST_CLOSE])


def _said_so(turn: Turn, told: Understanding, text: str) -> Facts | None:
    """The answer that a model was not sure of, where the text has the words of it."""
    for one in told.candidates:
        id, _, value = one.id.partition(".")
        question = turn.pack.find_question(id) if one.kind == "antwoord" else None
        options = [each for each in question.options if each.id == value] if question else []
        if options and says(options[0], text) and may_be_asked(turn, one.id):
            return Facts(((id, chosen(value)),), {id: evidence(text).words}, lent=True)
    return None


def _maybe(turn: Turn, told: Understanding, faq: str) -> Iterator[Candidate]:
    """What a text that tells something may mean: answers that can be asked here, and a question."""
    if told.corrects:
        yield Candidate("opdracht", commands.CHANGE_ANSWER.name, 1.0)
    asked = turn.state.focus.asked.partition("@")[0]
    for one in told.candidates:
        bar = _CLOSE_AT_HAND if asked and one.id.startswith(f"{asked}.") else _CLOSE
        if one.kind == "antwoord" and one.confidence >= bar and may_be_asked(turn, one.id):
            yield one
    named = faq or next((one.id for one in told.faqs[:1] if one.confidence >= MIDWAY.likely), "")
    if (known := turn.pack.faq(named)) and known.subject not in barred(turn):
        yield Candidate("vraag", named, 1.0)


def is_elsewhere(turn: Turn, text: str) -> str:
    """The desk that a text is for, empty for none: a sentence about what others do or did is told
    of the project, whatever thing it names."""
    is_told = not turn.asks and len(text.split()) >= keep_line.LEAST and not needs_something(text)
    return "" if is_told else turn.shelf.elsewhere.heard(text)


_THEIRS = ("rude", "tired")
"""To these feelings something is said first."""


def _is_for_screen(turn: Turn, told: Understanding, event: Said) -> bool:
    """Whether it is rather a command, or an answer to what is asked on the screen."""
    first = next(iter(told.candidates), None)
    if first is None or first.kind == "vraag":
        return False
    if first.kind == "opdracht":
        return first.confidence >= _COMMANDED and not event.asks
    return turn.is_busy and not event.asks


def _rather(turn: Turn, told: Understanding, text: str) -> Turn | None:
    """What a text rather asks than what was sure: what is likelier among questions alone, or not
    about other law than that of this project; None where that was right."""
    faq = turn.pack.faq(told.id)
    shut = barred(turn)
    found = likely_one(turn.pack, text, told.faqs, shut, asks=True)
    if found is not None and found.id != told.id:
        return _answered(turn, found, text)
    if faq is None or faq.subject not in shut:
        return None
    return no_answer(turn, text, (), sentences.OTHER_LAW.format(subject=faq.subject))


def _answered(turn: Turn, faq: Faq, text: str) -> Turn:
    worried = turn.notice(wording.WORRIED) if feeling(text) == "worried" else turn
    return kept_too(answer_faq(worried, faq), text)


def kept_too(turn: Turn, text: str) -> Turn:
    """What a message tells beside what was answered is offered to be kept, if it tells much."""
    is_long = len(text.split()) >= LEAST_TOLD
    kept = keep_line.offer(turn, text, least=LEAST_TOLD) if is_begun(turn) and is_long else None
    return kept or turn


def no_answer(
    turn: Turn, text: str, faqs: Iterable[Candidate], why: str = sentences.NO_ANSWER
) -> Turn:
    """In one line that there is no answer to this, whom to ask, and what can be done here."""
    close = [one.id for one in faqs if one.confidence >= _CLOSE][:MOST_CLOSE]
    shut = barred(turn)
    maybe = [faq for each in close if (faq := turn.pack.faq(each)) and faq.subject not in shut]
    turn = turn.say(
        f"{why} {whom(turn)} {_can(turn)}".rstrip(),
        *(faq_button(turn, faq) for faq in maybe),
        *_ways(turn),
    )
    kept = kept_too(turn, text)
    return kept if kept is not turn else turn.again()


def not_answered(turn: Turn, missed: Iterable[Asked]) -> Turn:
    """In one line which questions of a message have no answer here."""
    missed = list(missed)
    quoted = both([f"“{masked(one.text).rstrip(' .?!')}”" for one in missed])
    maybe = dict.fromkeys(
        faq
        for one in missed
        for faq in near(turn.pack, one.bare, one.understanding)
        if any(each.id == faq.id and each.confidence >= _CLOSE for each in one.understanding.faqs)
    )
    text = f"{sentences.NOT_ANSWERED.format(asked=quoted)} {whom(turn)} {_can(turn)}".rstrip()
    ways = [faq_button(turn, faq) for faq in [*maybe][:MOST_CLOSE]]
    return turn.say(text, *ways, *_ways(turn))


def whom(turn: Turn) -> str:
    """Whom to ask what is not known here."""
    contact = turn.pack.contact
    if contact is None:
        return sentences.ASK_A_HUMAN
    return sentences.ASK_CONTACT.format(name=contact.name, channel=contact.channel).rstrip()


def _can(turn: Turn) -> str:
    return sentences.BUT_I_CAN if any(_ways(turn)) else ""


def _ways(turn: Turn) -> Iterable[Button]:
    """What the advice at hand can do for it: its steps, and papers."""
    if not turn.is_advised or turn.card.is_provisional or turn.is_busy:
        return
    if "how" in turn.card.actions:
        yield turn.command(wording.BTN_HOW, commands.HOW)
    if "papers" in turn.card.actions:
        yield turn.command(wording.BTN_PAPERS, commands.PAPERS)
