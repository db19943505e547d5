"""A card as a message of at most 120 words: the most needed lines get room first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.advice.answer_lines import ToAsk
from bot.advice.ask_first import first_call
from bot.advice.card import Card, Piece, Point, Track, WhatIf
from bot.advice.pieces import joined, named_together
from bot.advice.wording import MUST_WAIT, PROVISIONAL, REST_IS_FIXED
from bot.dialogue import wording
from bot.dialogue.state import Given
from bot.rules.model.pack import Pack
from bot.words.names import outcome_name
from bot.words.phrases import both, capital, either, first_sentence, small

MAX_WORDS = 120
POINTS = 2
"""How many points of attention an advice tells."""
NOT_SEEN = 3
"""How many of the things that were not looked at are named."""


@dataclass(frozen=True, slots=True)
class Block:
    """A few lines that stand together.

    ``ranks``: one for each line. 0 is always shown; of the others the lowest gets room first.
    """

    lines: tuple[str, ...]
    ranks: tuple[int, ...] = ()
    head: str = ""

    def __post_init__(self) -> None:
        ranks = self.ranks or (0,) * len(self.lines)
        object.__setattr__(self, "ranks", ranks[: len(self.lines)])

    @property
    def text(self) -> str:
        """The block as it is shown."""
        return "\n".join((self.head, *self.lines) if self.head else self.lines)

    @property
    def least(self) -> Block:
        """The block with only what is always shown."""
        return self.first(sum(rank == 0 for rank in self.ranks))

    def first(self, count: int) -> Block:
        """The block with its first lines."""
        return replace(self, lines=self.lines[:count], ranks=self.ranks[:count])


def advice_text(card: Card, *, with_origin: bool = False, ask: str = "") -> str:
    """The whole message; ``with_origin``: whose rules these are stands under the form; ``ask``:
    what is asked in passing, above the last line."""
    if card.ask_first and not card.is_provisional:
        return _fitted(_too_little(card))
    text = _fitted(_blocks(card, ask, with_origin=with_origin))
    if words(text) > MAX_WORDS:
        return _fitted(_blocks(card, ask, with_origin=with_origin, tight=True))
    promise = card.form.promise if card.form else ""
    if promise in text:
        return text
    # In fewer words there may be room for it.
    brief = _fitted(_blocks(card, ask, with_origin=with_origin, brief=True))
    return brief if promise in brief else text


def _fitted(blocks: Iterable[Block]) -> str:
    shown = fit([block for block in blocks if block.lines], MAX_WORDS)
    return "\n\n".join(block.text for block in shown)


def words(text: str) -> int:
    """How many words a reader counts."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def fit(blocks: Sequence[Block], limit: int) -> list[Block]:
    """The blocks with as many of their lines as fit in ``limit`` words, the lowest rank first."""
    kept = [block.least for block in blocks]
    turns = sorted(
        (rank, place, line)
        for place, block in enumerate(blocks)
        for line, rank in enumerate(block.ranks)
        if rank
    )
    for _, place, line in turns:
        longer = [*kept]
        longer[place] = blocks[place].first(line + 1)
        in_turn = len(kept[place].lines) == line
        if in_turn and sum(words(block.text) for block in longer if block.lines) <= limit:
            kept = longer
    return [block for block in kept if block.lines]


def what_if_text(what_if: WhatIf, *, at_once: bool = False, brief: bool = False) -> str:
    """What would give another advice; ``at_once``: told as what would come later anyway;
    ``brief``: with the term alone."""
    text = wording.WHAT_IF_MAYBE if what_if.maybe else wording.WHAT_IF
    text = wording.WHAT_IF_AT_ONCE if at_once else text
    return text.format(changes=what_if.changes, form=what_if.name if brief else what_if.deed)


def ask_line(ask: ToAsk) -> str:
    """A question to ask, and whom."""
    return wording.ASK_WHOM.format(short=ask.name, whom=ask.whom) if ask.whom else ask.name


def _blocks(
    card: Card, ask: str, *, with_origin: bool, brief: bool = False, tight: bool = False
) -> Iterable[Block]:
    """``brief``: what would change it in fewer words. ``tight``: what must be said would not fit;
    another track is told by its term; whose rules these are and all steps but the first give way,
    and as more will be asked, what to find out can wait."""
    form = card.form
    yield Block(tuple(_headlines(card, tight=tight)))
    yield Block((card.rules.sentence,) if with_origin else (), (1,) if tight else ())
    yield Block(tuple(_still(card, tight=tight)) if card.is_provisional else ())
    settled = card.is_certain or bool(card.assumed and not card.open)
    if not settled and (card.open or not card.is_provisional):
        must = card.main.certainty == "guess" and not (tight and card.is_provisional)
        yield Block(tuple(_tips(card)), (0 if must else 1, 1))
    if card.assumed and not card.is_provisional:
        yield Block((wording.ASSUMED.format(list=both(card.assumed)),))
    if form is None:
        yield Block((wording.NO_FORM_NEXT,))
    yield Block(tuple(filter(None, (card.gap,))), (1,))
    yield _reasons(card)
    yield _to_mind(card)
    if form is not None:
        yield Block(tuple(filter(None, (form.honest,))), (6,))
        now = tuple(filter(None, (card.presses,))) if card.must_wait else card.steps
        steps = tuple(f"{i}. {step}" for i, step in enumerate(now, 1))
        # There is not always room for the last step; the note and the screen of the kind have it.
        last = (0, 0, 3) if card.situated else (0, 0, 1) if card.tracks else ()
        yield Block(steps, (0, 1, 1) if tight else last, wording.THIS_WEEK)
        says = form.promise and not card.must_wait
        yield Block((wording.SAY_IT.format(promise=form.promise),) if says else (), (2,))
    for track in card.tracks:
        yield _track(track, says=not card.must_wait)
    if settled:
        yield Block(tuple(_tips(card, brief=brief)), (1,))
    yield Block((ask,) if ask else (), (5,))  # its button says it too
    yield Block((wording.DECIDE,))


def _track(track: Track, *, says: bool) -> Block:
    """Why there is another track, the first step on it and what to promise (where it ``says`` so);
    the note has all."""
    form = track.piece.form if says else None
    promise = wording.SAY_IT.format(promise=form.promise) if form and form.promise else ""
    step = wording.FIRST_STEP.format(step=track.steps[0]) if track.steps else ""
    lines = [(text, rank) for text, rank in ((track.because, 3), (step, 4), (promise, 8)) if text]
    texts, ranks = (tuple(line[place] for line in lines) for place in (0, 1))
    head = wording.TRACK_HEAD.format(track=track.name)
    return Block(tuple(map(str, texts)), tuple(map(int, ranks)), head)


def _still(card: Card, *, tight: bool) -> Iterable[str]:
    """That the advice is provisional, what can still change it, and what was not looked at."""
    still = card.still
    told = [PROVISIONAL]
    if still.form:
        told.append(_counted(still.form, wording.STILL_FORM_ONE, wording.STILL_FORM))
    elif card.is_certain:
        told.append(wording.STILL_NO_FORM)
    if still.duty:
        told.append(_counted(still.duty, wording.STILL_DUTY_ONE, wording.STILL_DUTY))
    yield " ".join(told)
    if still.differs:
        listed = both([small(ask.name).rstrip("?.: ") for ask in still.differs])
        yield wording.DIFFERS_NEXT.format(list=listed)
    if still.unseen:
        names = [small(ask.name).rstrip("?.: ") for ask in still.unseen]
        count = 1 if tight else NOT_SEEN
        listed, more = "; ".join(names[:count]), len(names) - count
        listed = wording.NOT_SEEN_MORE.format(list=listed, count=more) if more > 0 else listed
        yield wording.NOT_SEEN.format(list=listed)
    if card.must_wait:
        yield MUST_WAIT


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count=count)


def since(pack: Pack, card: Card, first: Given) -> str:
    """What a complete advice changed of the first one: the forms, duties and points; where to read
    those that the advice has no room for."""
    none = {outcome for advice in pack.advices for outcome in advice.no_track}
    then, now = (
        ", ".join(dict.fromkeys(outcome_name(pack, o) for _, o in outcomes if o not in none))
        for outcomes in (first.outcomes, card.outcomes)
    )
    new = [point for point in card.points if point.id not in first.points]
    gone = set(first.points) - {point.id for point in card.points}
    if then == now and not new and not gone:
        return wording.SINCE_SAME
    form = wording.SINCE_FORM.format(then=then, now=now)
    told = [wording.SINCE_FORM_SAME if then == now else form]
    duties = sum(point.duty for point in new)
    counted = (
        (duties, wording.SINCE_DUTY_ONE, wording.SINCE_DUTIES),
        (len(new) - duties, wording.SINCE_POINT_ONE, wording.SINCE_POINTS),
    )
    if more := [_counted(*each) for each in counted if each[0]]:
        told.append(wording.SINCE_MORE.format(list=both(more)))
    if any(point not in card.points[:POINTS] for point in new):
        told.append(wording.SINCE_WHERE.format(papers=wording.BTN_PAPERS, note=wording.BTN_NOTE))
    if gone:
        told.append(_counted(len(gone), wording.SINCE_LESS_ONE, wording.SINCE_LESS))
    return " ".join(told)


def _reasons(card: Card) -> Block:
    """What the deciding rule says comes first, then the answers that it rests on."""
    rule = (card.because,) if card.because else ()
    answers = tuple(f"• {reason}" for reason in card.reasons[:3])
    points = card.counted if not rule else ()  # points have no rule that says why
    ranks = ((0,) if rule else ()) + (4 if rule else 0, 5, 7)[: len(answers)] + (8,) * len(points)
    return Block((*rule, *answers, *points), ranks, wording.WHY_HEAD)


def _too_little(card: Card) -> Iterable[Block]:
    """Instead of a form: what to find out first, and from whom."""
    yield Block((wording.TOO_LITTLE, wording.TOO_LITTLE_LIKELY.format(form=card.main.term)))
    asks = [f"{place}. {ask_line(ask)}" for place, ask in enumerate(card.ask_first, 1)]
    yield Block(tuple(asks), head=first_call(card.ask_first))
    yield _to_mind(card)
    now = wording.DO_ALREADY.format(text=card.presses) if card.presses else ""
    yield Block(tuple(filter(None, (now, wording.PROMISE_NOTHING))))
    yield Block((wording.DECIDE,))


def _headlines(card: Card, *, tight: bool) -> Iterable[str]:
    """What to do, first with the main piece; pieces for which that is the same share a line."""
    main, track = card.main, small(card.track)
    same = (main.outcome, main.certainty)
    first = [piece for piece in card.pieces if (piece.outcome, piece.certainty) == same]
    others: dict[str, list[Piece]] = {}
    for piece in card.pieces:
        if piece not in first:
            others.setdefault(piece.outcome, []).append(piece)
    agree = len({piece.outcome for piece in card.pieces}) == 1
    name = main.part.lower() if card.rest_is_fixed else ""
    yield _main_line(main, track, name if agree else joined(named_together(first, card.pieces)))
    if agree and card.rest_is_fixed:
        yield REST_IS_FIXED
    yield from _beside_main(main, named=card.is_provisional)
    for pieces in others.values() if not agree else ():
        part = joined(named_together(pieces, card.pieces))
        headline = pieces[0].headline or wording.NO_FORM
        yield wording.OTHER_PART.format(part=part, headline=headline)
    yield from _track_lines(card, tight=tight)


def _track_lines(card: Card, *, tight: bool) -> Iterable[str]:
    for track in card.tracks:
        piece = track.piece
        about = "" if piece.cell == card.main.cell else piece.name.lower()
        if track.named and tight and piece.form:
            text = wording.TRACK_SURE if piece.certainty == "certain" else wording.TRACK_LIKELY
            name = ", ".join(filter(None, (small(track.name), about)))
            yield text.format(track=name, form=piece.term)
        elif track.named:
            yield _main_line(piece, small(track.name), about)
        else:
            yield wording.ALSO_ADVICE.format(headline=piece.headline)


def _main_line(piece: Piece, *names: str) -> str:
    """What to do; ``names``: of the track and of the piece that it is about, where there are."""
    if piece.form is None:
        return wording.NO_FORM
    name = ", ".join(filter(None, names))
    sure, likely, unsure, first = wording.ADVICE_PART_LINES if name else wording.ADVICE_LINES
    text = {"certain": sure, "likely": likely, "guess": unsure}[piece.certainty]
    if piece.form.kind == "first":
        return first.format(headline=capital(piece.headline), part=name) + "."
    return text.format(headline=piece.headline, part=name) + "."


def _beside_main(main: Piece, *, named: bool) -> Iterable[str]:
    """What stands with the main advice; ``named``: every form that is still possible."""
    if main.others:
        most = None if named else 2
        yield wording.ALSO_POSSIBLE.format(list=either(main.others[:most]))
    if main.at_least:
        yield wording.AT_LEAST
    if main.fallback:
        text = wording.AFTER_THAT if main.fallback.after else wording.UNTIL_THEN
        yield text.format(headline=main.fallback.headline)


def _to_mind(card: Card) -> Block:
    """The two points that weigh most; a second that is serious gets room before a second reason,
    and a second duty before all but the first.

    In one sentence where what to do about it stands among the steps, and for the second: the note
    has all of it.
    """
    told = card.points[:POINTS]
    full = told[:1] if told and told[0].do not in card.steps else ()
    texts = (each.text if each in full else first_sentence(each.text) for each in told)
    lines = map(_point, told, texts)
    serious = all(point.urgent or point.serious for point in told)
    is_duty = any(point.duty for point in told[1:])
    return Block(tuple(lines), (0, 1 if is_duty else 3 if serious else 6))


def _point(point: Point, text: str) -> str:
    """A point of attention, with the piece that it is about when that is not the main one."""
    if point.there:
        line = wording.DUTY_THERE if point.duty else wording.MIND_THERE
        return line.format(part=joined(point.there), text=text)
    return (wording.DUTY if point.duty else wording.MIND).format(text=text)


def _tips(card: Card, *, brief: bool = False) -> Iterable[str]:
    if card.open and not card.is_certain:
        first = card.open[0]
        asked = wording.FIND_OUT.format(short=small(first.name))
        yield f"{asked} {wording.FROM_WHOM.format(whom=first.whom)}" if first.whom else asked
        if card.hinge is not None:
            yield what_if_text(card.hinge)
    elif card.tip is not None:
        yield what_if_text(card.tip, at_once=card.tip.at_once, brief=brief)
    elif card.unshaken and card.reasons:
        yield wording.NOTHING_TIPS.format(reason=small(card.reasons[0]))
