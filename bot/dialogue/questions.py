"""A question is answered first; then it goes on where it was. Also several, and a whole mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.advice.advice import main_cell
from bot.dialogue import about_project, commands, midway, wording
from bot.dialogue.answering import MAIL, TALK, answering, likely_one, near
from bot.dialogue.hearing import facts, kind_told, propose
from bot.dialogue.messages import Asked, Noted, Said, Understanding
from bot.dialogue.places import here, in_time
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.faq import answer_faq, faq_button, faq_text, links
from bot.dialogue.places.unclear import calm
from bot.dialogue.turn import Turn
from bot.rules.model.book import cell_answers
from bot.rules.model.content import Faq
from bot.rules.query import settled_by
from bot.words.names import outcome_name
from bot.words.normal import normal
from bot.words.persons import masked
from bot.words.phrases import both, capital, either
from bot.words.search import index
from bot.words.soon import soon

MOST = 6
"""So many questions of one message are answered in a conversation."""
MOST_POSSIBLE = 4
MOST_HINGES = 2
SCRAP, LEAST = 5, 3
"""At most so many words are a scrap, unless they are put as a question of at least so many."""
_TO_NOBODY = re.compile(
    r"\b(?:dan|nou|toch|terecht|vragen ze|of niet|jij"
    r"|moet(?:en)? (?:ik|we|wij) van (?:de|het|mijn))\b"
    r"|^(?:moet|is|zijn|was|wordt|heeft) (?:al|pas|ook|nog|net|inmiddels|\d+)\b"
)
_ENOUGH = 0.35
_OUTLOOK = re.compile(
    r"\b(?:mogen|mag|kunnen|kan|moeten|krijgen|hebben)\b.{0,60}\b(?:mee ?beslissen|mee ?praten"
    r"|mee ?denken|mee ?doen|mee ?kiezen|zeggenschap|invloed)\b"
    r"|\b(?:wat|welke vorm|welk advies) (?:wordt|is) het (?:nou|nu|dan)\b"
)
_OF_NOW = re.compile(r"\b(?:nu|nou|nog|dan|hier|straks|ze|zij|bewoners|inwoners|omwonenden)\b")
_SOURCE = re.compile(
    r"(?:en |maar )?(?:waar staat (?:dat|dit|het)(?: \w+)?|waar haal je (?:dat|dit) vandaan"
    r"|waar (?:kan ik|vind ik|lees ik)(?: (?:dat|dit|het|meer))*(?: \w+){0,2}"
    r"|(?:heb je|geef(?: me| mij)?|stuur(?: me| mij)?|mag ik)(?: \w+){0,2}"
    r" (?:link|linkje|links|bron|bronnen|url|adres)(?: \w+){0,2}"
    r"|(?:wat is )?(?:de |je |jouw )?(?:bron|bronnen|link|linkje)"
    r"|(?:in )?welke? (?:artikel|wet|wetsartikel)(?: \w+){0,3})"
)
_COMPLAINT = re.compile(
    r"\b(?:daar|hier) (?:heb|kan|schiet) ik .{0,20}(?:niks|niets|niet|geen|weinig)\b"
    r"|\bdit antwoord (?:klopt niet|helpt \w*|is \w+)"
    r"|\b(?:dat|dit) helpt (?:me |mij )?(?:niet|niks)"
    r"|\b(?:dat|dit) is (?:geen antwoord|niet wat ik)|\bniet (?:echt )?wat ik (?:zocht|vroeg)\b"
    r"|^(?:nee )?(?:dat|dit) (?:is (?:onzin|fout|onjuist|niet waar)|klopt (?:echt |gewoon )?niet)$"
    r"|\b(?:dat|dit) slaat nergens op|\bslecht antwoord|\bgeen antwoord op mijn vraag"
)
_TO_US = re.compile(
    r"(?:en |maar )?(?:wat als|(?:mag|mogen|moet|moeten|kan|kunnen) (?:ik|we|wij))\b"
)
_LEANS = re.compile(
    r"(?:en|maar|ok[eé]?,? en) (?:bij|als|voor|in|met|van|wat|hoe|wie|wanneer|moet|mag|kan|geldt"
    r"|dan)\b"
)
_POINTS = re.compile(
    r"(?:en|maar|ok[eé]?|hoe|wat|wanneer|waar|doe|doen|ik|je|we|wij|dat|dit|het|dan|nu|nou|is|er|moet"
    r"|kan|mag|als|eigenlijk|precies|verder|ga|begin|lang|duurt|werkt| )+"
)
"""Has no word of its own to look for: "en hoe doe ik dat dan"."""
_TERM = re.compile(
    r"(?:wat|wie) (?:is|zijn|betekent|betekenen|bedoel je met|houdt)(?: nou| nu| dan| eigenlijk)?"
    r"(?: een| het| de| die)? (?P<term>.+?)(?: in| eigenlijk| ook alweer| precies| nou)*$"
)
_THIS = r"(?:het|dit|dat|de vraag|deze vraag)"
_EXPLAIN = re.compile(
    rf"(?:{_THIS} )?(?:snap|begrijp|volg) ik (?:{_THIS} )?(?:echt |helemaal )?niet"
    rf"|ik (?:snap|begrijp|volg) {_THIS} (?:echt |helemaal )?niet"
    rf"|leg (?:(?:{_THIS}|eens|me|mij) )*uit|uitleg(?: graag)?"
    r"|wat bedoel je(?: daarmee| hiermee| precies)?|hoe bedoel je(?: dat| dit)?"
)


def answered_first(turn: Turn, event: Said, text: str) -> Turn | None:
    """What a text asks is answered; None when it asks nothing that has an answer here."""
    understanding = event.understanding
    if not event.asked and in_time.asks_it(turn, text):
        told = facts(turn, text, understanding)
        told_it = in_time.answered(turn, text)
        return propose(told_it, told) if told.is_something else told_it
    if event.asked and (several := _several(turn, event)) is not None:
        return several
    if here_asked := about_project.whole(turn, event, text):
        return answer_faq(turn, here_asked)
    if here_asked := about_project.within(turn, event, text):
        answered, told = answer_faq(turn, here_asked), facts(turn, text, understanding)
        return propose(answered, told) if told.is_something else midway.kept_too(answered, text)
    said = normal(text)
    if here(turn).question is not None and _EXPLAIN.fullmatch(said):
        return here(turn).why()
    is_sure = understanding.sure and understanding.kind in ("vraag", "opdracht")
    faq = about_project.by_id(turn, turn.leans_on) if turn.leans_on else None
    if faq and (leaned := _leaned(turn, faq, said, understanding, is_sure)) is not None:
        return leaned
    if _SOURCE.fullmatch(said) and not turn.state.answered:
        return calm(turn.notice(sentences.NO_SOURCE_YET))
    if not is_sure and _is_complaint(said):
        return calm(turn.notice(sentences.SORRY))
    if is_outlook(turn, said):
        return turn.say(outlook(turn)).again()
    return None if is_sure else _explained(turn, said)


def _is_complaint(said: str) -> bool:
    """Whether a text begins with a complaint; what is said of others further on is none: "ze
    verkopen al, dat helpt niet"."""
    match = _COMPLAINT.search(said)
    return match is not None and len(said[: match.start()].split()) <= LEAST


# --- several questions, or a mail ------------------------------------------------------------


def _several(turn: Turn, event: Said) -> Turn | None:
    asked, of_days = _apart(turn, event.asked[:MOST])
    known = [(one, _known(turn, one, event)) for one in asked]
    told = facts(turn, "", event.told)
    if told.pending:
        told = replace(told, situation=kind_told(turn, event.text))
    if of_days and (days := in_time.told(turn)) is not None:
        turn = days
    elif of_days and not asked and not told.is_something:
        return in_time.answered(turn, of_days[0].text)
    if of_days and not asked:
        return propose(turn, told) if told.is_something else turn.again()
    if soon(event.text) and turn.pack.evening and not any(faq for _, faq in known):
        return None  # first aid for what is near comes before what has no answer
    if event.is_mail:
        turn = _in_order(turn, known)
    else:
        found = [(one, faq) for one, faq in known if faq or is_outlook(turn, normal(one.text))]
        missed = [one for one, faq in known if (one, faq) not in found and not _is_aside(one.text)]
        alone = len(asked) == 1 or not missed
        if not (found or of_days or told.is_something) and alone:
            return None
        is_one = len(found) == 1 and found[0][1] and not told.is_something
        turn = answer_faq(turn, found[0][1]) if is_one else _in_order(turn, found)
        turn = midway.not_answered(turn, missed) if missed else turn
    if told.is_something:
        return propose(turn, told)
    kept = turn if event.is_mail else midway.kept_too(turn, event.text)
    return turn.again() if kept is turn and turn.is_busy else kept


def _known(turn: Turn, asked: Asked, event: Said) -> Faq | None:
    """What a question of a message surely is; in the middle of a talk what it likely is."""
    texts = () if event.is_mail else (asked.text, asked.bare)
    if here_asked := next(filter(None, (about_project.asked(turn, one) for one in texts)), None):
        return here_asked
    bars = MAIL if event.is_mail else TALK
    faq = answering(turn.pack, asked.bare, asked.understanding, bars)
    shut = midway.barred(turn)
    if faq is None and midway.is_begun(turn) and not event.is_mail:
        alone = len(event.asked) == 1
        faqs = midway.in_message(asked, event.understanding) if alone else asked.understanding.faqs
        faq = likely_one(turn.pack, asked.bare, faqs, shut, asks=True)
    return faq if faq and faq.subject not in shut else None


def _apart(turn: Turn, asked: Sequence[Asked]) -> tuple[list[Asked], list[Asked]]:
    """The questions, and apart those about the days of the project itself."""
    of_days = [one for one in asked if in_time.asks_it(turn, one.text)]
    return [one for one in asked if one not in of_days], of_days


def _in_order(turn: Turn, known: Sequence[tuple[Asked, Faq | None]]) -> Turn:
    """Each with its answer, or that there is none; numbered when there are more."""
    if len(known) == 1 and (faq := known[0][1]):
        return _remembered(turn, faq).say(faq_text(turn.pack, faq, turn.at.date()))
    if len(known) == 1 and not is_outlook(turn, normal(known[0][0].text)):
        return _no_answer(turn, sentences.NO_ANSWER, known[0][0])
    for number, (one, faq) in enumerate(known, 1):
        turn = _numbered(turn, number, one, faq)
    return turn


def _is_aside(text: str) -> bool:
    """Whether a sentence only has the shape of a question: a scrap, or one put to nobody."""
    said, size = normal(text), len(text.split())
    if _TO_US.match(said):
        return False
    is_put, is_loose = text.rstrip().endswith("?"), bool(_TO_NOBODY.search(said))
    if size <= SCRAP:
        return size < LEAST or not is_put or is_loose
    return is_loose and not is_put


def _numbered(turn: Turn, number: int, asked: Asked, faq: Faq | None) -> Turn:
    head = f"**{number}. {capital(masked(asked.text))}**"
    if is_outlook(turn, normal(asked.text)):
        return turn.say(f"{head}\n{outlook(turn)}")
    if faq is None:
        return _no_answer(turn, f"{head}\n{sentences.NO_ANSWER}", asked)
    _, _, answer = faq_text(turn.pack, faq, turn.at.date()).partition("\n")
    if normal(faq.question) != normal(asked.text):
        head = f"{head}\n{wording.FAQ_READ_AS.format(question=faq.question)}"
    return _remembered(turn, faq).say(f"{head}\n{answer}")


def _no_answer(turn: Turn, text: str, asked: Asked) -> Turn:
    return turn.say(
        f"{text} {midway.whom(turn)}", *(faq_button(turn, faq) for faq in _maybe(turn, asked))
    )


def _maybe(turn: Turn, asked: Asked) -> Iterable[Faq]:
    """What may be meant by a question without an answer."""
    before = turn.pack.faq(turn.state.answered) if turn.state.answered else None
    beside = [turn.pack.faq(name) for name in before.related[:2]] if before else []
    return near(turn.pack, asked.bare, asked.understanding) or [one for one in beside if one]


def _remembered(turn: Turn, faq: Faq) -> Turn:
    return turn.with_state(replace(turn.state, answered=faq.id))


# --- what leans on the answer just before ----------------------------------------------------


def _leaned(
    turn: Turn, faq: Faq, said: str, understanding: Understanding, is_sure: bool
) -> Turn | None:
    """A follow-up on an answer: where it stands, that it is no good, or the next question."""
    if _SOURCE.fullmatch(said):
        return _remembered(turn, faq).say(links(turn.pack, faq)).again()
    if _COMPLAINT.search(said):
        return no_help(turn, faq)
    is_next = is_sure and (understanding.kind == "opdracht" or understanding.id in faq.related)
    if is_next or not _LEANS.match(said):
        return None
    maybe = [one for one in _next(turn, faq, said) if one.id != faq.id]
    if not maybe:
        return None
    buttons = [faq_button(turn, one) for one in maybe]
    buttons.append(turn.command(wording.NONE_OF_THESE, commands.ASK_ME))
    return _remembered(turn, faq).say(wording.FOUND, *buttons, shape="question")


def _next(turn: Turn, faq: Faq, said: str) -> list[Faq]:
    """What is asked next about the same: what holds the words, those near this answer first."""
    hits = () if _POINTS.fullmatch(said) else index(turn.pack).search(said, 12)
    named = [hit.id for hit in hits if hit.kind == "faq" and hit.share >= _ENOUGH]
    same = turn.pack.faq
    both_ways = sorted(named, key=lambda each: each not in faq.related)
    found = [one for each in (*both_ways, *faq.related) if (one := same(each))]
    return list(dict.fromkeys(found))[:3]


def no_help(turn: Turn, faq: Faq | None) -> Turn:
    """An answer did not help: that is counted, and what was missing may be told."""
    if faq is not None:
        turn = turn.reply(Noted(commands.HELPS_NOT.name, faq.id))
    return turn.say(
        f"{sentences.NO_HELP} {midway.whom(turn)}",
        turn.command(sentences.TELL_MISSING, commands.TELL, faq.id if faq else ""),
    ).again()


def helped(turn: Turn, faq: Faq | None) -> Turn:
    """An answer helped: that is counted."""
    turn = turn.reply(Noted(commands.HELPS.name, faq.id)) if faq else turn
    return turn.notice(wording.FAQ_GLAD).again()


# --- what the rules say now -------------------------------------------------------------------


def is_outlook(turn: Turn, said: str) -> bool:
    """Whether it asks what people may do in this project, about which something is known."""
    known = turn.state.project is not None and bool(turn.project.book.answers)
    return known and bool(_OUTLOOK.search(said)) and bool(_OF_NOW.search(said))


def outlook(turn: Turn) -> str:
    """What is still possible as the rules stand, and on what it hangs."""
    main = turn.card.main
    if main.certainty == "certain":
        return sentences.OUTLOOK_SURE.format(headline=main.headline)
    names = [outcome_name(turn.pack, one.outcome) for one in main.possible[:MOST_POSSIBLE]]
    text = sentences.OUTLOOK.format(forms=either(names), first=names[0])
    hinges = both(list(_hinges(turn)))
    return f"{text} {sentences.OUTLOOK_HANGS.format(questions=hinges)}" if hinges else text


def _hinges(turn: Turn) -> Iterable[str]:
    book = turn.project.book
    answers = cell_answers(turn.pack, book, main_cell(turn.compiled, book))
    gains = settled_by(turn.compiled, answers)
    open_now = (name for name in gains if name not in answers)
    best = sorted(open_now, key=lambda name: (-round(gains[name], 9), name))[:MOST_HINGES]
    return (f"‘{turn.short(name).rstrip('?').lower()}’" for name in best)


# --- a word or a question that is not understood ----------------------------------------------


def _explained(turn: Turn, said: str) -> Turn | None:
    """What a word means that somebody asks about is no answer to the open question."""
    match = _TERM.fullmatch(said)
    told = _meaning(turn, match["term"]) if match else ""
    return calm(turn.notice(told)) if told else None


def _meaning(turn: Turn, term: str) -> str:
    """What the pack says of an answer or a form with this name; empty when it says nothing."""
    for question in turn.pack.questions:
        for option in question.options:
            if option.explanation and _named(term, option.label):
                return f"{option.label}: {option.explanation}"
    forms = (form for form in turn.pack.forms if _named(term, form.name))
    return next((f"{form.name}: {form.explanation}" for form in forms if form.explanation), "")


def _named(term: str, name: str) -> bool:
    return term in (normal(name), *re.findall(r"\w+", normal(name)))
