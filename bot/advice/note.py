"""The note: a card as half a page of Markdown to forward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from bot.advice import wording
from bot.advice.answer_lines import ToAsk, Told
from bot.advice.ask_first import first_call
from bot.advice.card import Card, Piece, Point, Rules, Track
from bot.advice.owners import owner_lines
from bot.advice.pieces import joined, named_together
from bot.advice.situated_note import situated_sections
from bot.rules.model.book import AnswerKey
from bot.rules.model.content import Form, Source
from bot.words import dates
from bot.words.phrases import both, capital, small


def write_note(
    card: Card, title: str, day: date, words: Mapping[AnswerKey, str] = MappingProxyType({})
) -> str:
    """The note of a project as Markdown. What is promised and done follows the form that was
    chosen; while too little is known for any form, the note says what to find out instead.

    ``words``: the person's own words that stand behind an answer, when the person wants them there.
    """
    form = card.followed
    made = wording.NOTE_MADE.format(day=dates.in_words(day))
    why = wording.HEAD_WHY_OURS.format(form=card.main.term) if card.choice else wording.HEAD_WHY
    reasons = () if card.ask_first else filter(None, (card.because, *card.reasons, *card.counted))
    tracks = () if card.ask_first else card.tracks
    sections = [
        (wording.NOTE_TITLE.format(title=title), [made, *_provisional(card)]),
        (wording.HEAD_CHOICE, _choice(card)),
        (wording.HEAD_ADVICE, list(_advice(card))),
        (why, [f"- {reason}" for reason in reasons]),
        (wording.HEAD_PROMISE, _promise(card.promising) if card.promising else []),
        (wording.HEAD_ROLES, _lines(*owner_lines(form), *role_lines(form)) if form else []),
        (wording.HEAD_FIXED_FIRST, _lines(form.council_first, form.honest) if form else []),
        (wording.HEAD_POINTS, [f"- {point_line(point)}" for point in card.points]),
        (wording.HEAD_STEPS, [f"{i}. {step}" for i, step in enumerate(step_lines(card), 1)]),
        (wording.HEAD_ORDER, list(_order(card))),
        *(
            (wording.HEAD_TRACK.format(track=track.name), list(_track(track, waits=card.must_wait)))
            for track in tracks
        ),
        *(() if card.ask_first else situated_sections(card)),
        (wording.HEAD_LEARNING, _lines(form.feedback, form.evaluation) if form else []),
        (wording.HEAD_HOMEWORK, [f"- {line}" for line in _to_find_out(card)]),
        (
            wording.HEAD_ANSWERS,
            [_answer(told, words) for told in card.answers if told.status == "given"],
        ),
        (wording.HEAD_SOURCES, [_source(source) for source in card.sources]),
    ]
    parts = ["\n".join([head, "", *lines]) for head, lines in sections if lines]
    return "\n\n".join([*parts, _rules(card.rules)]) + "\n"


def _provisional(card: Card) -> list[str]:
    """That it may still change, and what must wait until it doesn't."""
    told = [wording.PROVISIONAL] if card.is_provisional else []
    told += [wording.MUST_WAIT] if card.must_wait else []
    return ["", f"**{' '.join(told)}**"] if told else []


def _lines(*texts: str) -> list[str]:
    return [f"- {text}" for text in texts if text]


def _rules(rules: Rules) -> str:
    """The last line: by which rules this was decided, for who wants to check it."""
    fired = wording.RULES_FIRED.format(rules=", ".join(rules.fired))
    return wording.RULES_LINE.format(
        origin=wording.RULES_FROM.format(origin=rules.line) if rules.line else "",
        rules=fired if rules.fired else wording.RULES_NONE,
        title=rules.title,
        version=rules.version,
    )


def _choice(card: Card) -> list[str]:
    if card.choice is None:
        return []
    form, reason = card.choice.form, card.choice.reason
    advice = wording.CHOSE_TOO_EARLY if card.ask_first else f" {card.main.term}"
    lines = [wording.CHOSE.format(form=form.name, advice=advice)]
    lines += ["", wording.CHOSE_REASON.format(reason=reason)] if reason else []
    return [*lines, *(["", wording.CHOSE_NEEDS, "", *_lines(*form.fits)] if form.fits else [])]


def _advice(card: Card) -> Iterable[str]:
    if not card.ask_first:
        if card.track:
            yield wording.TRACK_OF_ADVICE.format(track=card.track)
            yield ""
        yield from (f"- {line}" for line in piece_lines(card))
        if card.rest_is_fixed:
            yield f"- {wording.REST_IS_FIXED}"
        return
    yield wording.TOO_LITTLE
    yield first_call(card.ask_first)
    yield ""
    yield from (f"- {to_ask_line(ask)}" for ask in card.ask_first)


def piece_lines(card: Card) -> Iterable[str]:
    """What to do, a line for the pieces that get the same form and the same duties."""
    lines: dict[tuple[object, ...], list[Piece]] = {}
    for piece in card.pieces:
        same = (piece.outcome, piece.certainty, piece.others, piece.duties)
        lines.setdefault(same, []).append(piece)
    for pieces in lines.values():
        name = joined(named_together(pieces, card.pieces))
        yield _piece(pieces[0], capital(name or (pieces[0].part if card.rest_is_fixed else "")))


def _piece(piece: Piece, name: str) -> str:
    form = piece.form
    text = f"{form.headline} ({form.name})" if form else wording.NO_FORM
    if piece.certainty == "certain":
        return capital(f"{name}: {text}." if name else f"{text}.")
    sure = wording.GUESS if piece.certainty == "guess" else wording.LIKELY
    start = f"{name}: {sure}" if name else capital(sure)
    others = ", ".join(piece.others[:3])
    if not others:
        return f"{start}: {text}."
    return wording.ALSO_POSSIBLE.format(start=start, form=text, others=others)


def _to_find_out(card: Card) -> Iterable[str]:
    """What nobody knew, and what was taken for true."""
    yield from map(to_ask_line, card.homework)
    if card.assumed:
        yield wording.ASSUMED_LINE.format(list=both(card.assumed))


def _order(card: Card) -> Iterable[str]:
    """Who hears it when; what to do about a leak only where there is an order to be broken."""
    for number, one in enumerate(card.order, 1):
        yield f"{number}. {one.line}"
    if card.order and card.on_leak:
        yield ""
        yield from _lines(*card.on_leak)


def _track(track: Track, *, waits: bool) -> Iterable[str]:
    """Another advice of the pack: what, why, and (unless it ``waits``) what to promise and all its
    first steps."""
    yield f"- {_piece(track.piece, track.piece.name)}"
    yield from _lines(track.because)
    if (form := track.piece.form) and not waits:
        yield from _promise(form)
        yield from (f"{number}. {step}" for number, step in enumerate(form.first_steps, 1))


def _promise(form: Form) -> list[str]:
    if not form.promise:
        return []
    lines = [wording.SAY.format(promise=form.promise)]
    not_so = wording.SAY_NOT.format(promise=form.not_promise)
    return [*lines, not_so] if form.not_promise else lines


def role_lines(form: Form) -> list[str]:
    """Who does what, a line for each."""
    return [f"{capital(who)}: {small(role)}" for who, role in form.roles.items()]


def point_line(point: Point) -> str:
    """A point of attention in a line: that it is of the law, and what to do when."""
    there = joined(point.there)
    duty = wording.DUTY_THERE.format(part=there) if there else wording.DUTY
    start = duty if point.duty else ""
    moment = f"{capital(point.moment)}: {small(point.do)}" if point.moment else point.do
    return f"{start}{small(point.text) if start else point.text} {moment}".rstrip()


def step_lines(card: Card) -> tuple[str, ...]:
    """The steps of the form that was chosen, when nothing must wait; else those of the advice."""
    chosen = card.choice.form.first_steps if card.choice and not card.must_wait else ()
    return chosen or (() if card.ask_first else card.steps)


def to_ask_line(ask: ToAsk) -> str:
    """A question to find out, with whom knows it and how; it ends as a sentence does, once."""
    name = ask.name if ask.name.endswith(("?", ".", "!")) else f"{ask.name}."
    whom = wording.ASK_WHOM.format(whom=ask.whom) if ask.whom else ""
    return f"{name}{whom}{f' {ask.how}' if ask.how else ''}"


def _answer(told: Told, words: Mapping[AnswerKey, str]) -> str:
    said = words.get(told.key)
    return f"{_answered(told)} {wording.OWN_WORDS.format(words=said)}" if said else _answered(told)


def _answered(told: Told) -> str:
    piece = f" ({told.piece.lower()})" if told.piece else ""
    name = told.question.rstrip("?.") + piece
    return f"- {name}? {told.text}" if "?" in told.question else f"- {name}: {small(told.text)}"


def _source(source: Source) -> str:
    day = dates.in_words(source.seen_on) if source.seen_on else ""
    seen = wording.SEEN_ON.format(day=day) if day else ""
    return f"- {source.title}{seen}{': ' + source.url if source.url else ''}"
