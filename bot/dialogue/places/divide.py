"""Whether the project is one piece, and which pieces it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.button_data import (
    BOTH_SAME_VALUE,
    DIFFERENT_VALUE,
    OTHER_DIFFERENT_VALUE,
    READY_VALUE,
    REST_FIXED_VALUE,
    SAME_VALUE,
    UNKNOWN_VALUE,
)
from bot.dialogue.hearing import facts, propose
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.project import (
    MOST_PIECES,
    divided,
    has_rest,
    is_for,
    is_for_briefly,
    most_pieces,
    progress,
)
from bot.dialogue.turn import Turn
from bot.rules.ask import next_step
from bot.rules.model.book import GROUP
from bot.rules.model.pack import Division
from bot.rules.model.questions.question import Option
from bot.rules.todays_names import Today


class DividePlace(Place[at.Divide]):
    """A division is asked about; with one piece picked, the rest is asked about."""

    advises = True

    @property
    def _division(self) -> Division | None:
        return self.turn.pack.division(self.at.key)

    @property
    def is_there(self) -> bool:
        """Whether the pack can be divided so."""
        return self._division is not None

    def show(self) -> Turn:
        """The question, or the pieces to pick from; on when the pack has no such thing."""
        division = self._division
        if division is None:
            return self.turn.onward()
        is_told = self.at.chosen or _is_told(self.turn, division)
        return self._which(division) if is_told else self._whole(division)

    @property
    def _other(self) -> Division | None:
        """The way of dividing that is asked about next by itself, when this one comes to one
        piece."""
        project = self.turn.project
        asked = (*project.divided, self.at.key)
        id, _ = next_step(self.turn.compiled, project.book, asked, project.differs)
        return self.turn.pack.division(id) if id else None

    def _both(self, division: Division, other: Division) -> Turn:
        """Two ways of dividing on one screen: most projects are one piece in both."""
        purpose = is_for_briefly(self.turn, division.id)
        lines = (progress(self.turn, (division.id, other.id)), division.text, other.text, purpose)
        return self._ask(
            "\n".join(line for line in lines if line),
            self._button(wording.DIVIDE_BOTH_SAME, BOTH_SAME_VALUE),
            self._button(wording.DIVIDE_EACH[division.id], DIFFERENT_VALUE),
            self._button(wording.DIVIDE_EACH[other.id], OTHER_DIFFERENT_VALUE),
            self._button(wording.UNKNOWN, UNKNOWN_VALUE),
            self.turn.command(wording.WHY, commands.WHY),
            *self._enough(),
        )

    def _whole(self, division: Division) -> Turn:
        if (other := self._other) is not None:
            return self._both(division, other)
        purpose = is_for_briefly(self.turn, division.id)
        lines = (progress(self.turn, (division.id,)), division.text, division.explanation, purpose)
        return self._ask(
            "\n".join(line for line in lines if line),
            self._button(wording.DIVIDE_SAME[division.id], SAME_VALUE),
            self._button(_different(division), DIFFERENT_VALUE),
            self._button(wording.UNKNOWN, UNKNOWN_VALUE),
            self.turn.command(wording.WHY, commands.WHY),
            *self._enough(),
        )

    def _enough(self) -> Iterable[Button]:
        if self.turn.is_advised:
            yield self.turn.command(wording.ENOUGH, commands.ENOUGH)

    def _which(self, division: Division) -> Turn:
        """The pieces to pick from; those that were picked have a tick."""
        same = self._button(wording.DIVIDE_SAME[division.id], SAME_VALUE)
        ready = self._button(wording.READY, READY_VALUE) if self.at.chosen else same
        return self._ask(
            wording.DIVIDE_WHICH[division.id].format(limit=most_pieces(division)),
            *map(self._piece, _to_pick(division)),
            ready,
            *self._enough(),
        )

    @property
    def options_shown(self) -> Sequence[Option]:
        """Every piece."""
        return self._division.options if self._division else ()

    def ticks(self, value: str) -> bool:
        """Each piece, also under the name that it had before."""
        division = self._division
        if division is None:
            return False
        now = Today(self.turn.pack).piece(division.id, value) or value
        return any(option.id == now for option in _to_pick(division))

    def _rest(self, piece: str) -> Turn:
        """One piece was picked: are the others fixed, or like it?"""
        turn = self.turn.focus(at.Divide(self.at.key, (piece,)))
        return DividePlace(turn, self.at)._ask(
            wording.DIVIDE_REST,
            self._button(wording.REST_FIXED, REST_FIXED_VALUE),
            self._button(wording.REST_SAME, SAME_VALUE),
        )

    def _ask(self, text: str, *buttons: Button) -> Turn:
        """The question, and not once more what was ticked before it."""
        turn = replace(self.turn, next=None)
        return turn.say(text, *buttons, shape="question", key=self.at.key)

    def _piece(self, option: Option) -> Button:
        """A piece to pick, of which there may be several."""
        return replace(self._button(self.marked(option.label, option.id), option.id), ticks=True)

    def _button(self, label: str, value: str) -> Button:
        return self.turn.command(label, commands.DIVIDE, value)

    # --- answering

    def choose(self, value: str) -> Turn:
        """All the same, different, a piece, or "klaar"; what is none of these changes nothing."""
        division, picked = self._division, self.at.chosen
        if division is None:
            return self.turn.onward()
        other = self._other if not picked else None
        if other is not None and value in (BOTH_SAME_VALUE, UNKNOWN_VALUE):
            is_guess = value == UNKNOWN_VALUE
            turn = divided(self.turn, division, (), is_guess=is_guess)
            return divided(turn, other, (), is_guess=is_guess)
        if other is not None and value == OTHER_DIFFERENT_VALUE:
            instead = at.Divide(other.id)
            return DividePlace(self.turn.focus(instead), instead).choose(DIFFERENT_VALUE)
        if value in (SAME_VALUE, UNKNOWN_VALUE):
            return divided(self.turn, division, (), is_guess=value == UNKNOWN_VALUE)
        if value in (READY_VALUE, REST_FIXED_VALUE):
            return self._picked(division, picked, rest_fixed=value == REST_FIXED_VALUE)
        value = Today(self.turn.pack).piece(division.id, value) or value
        ids = [option.id for option in division.options]
        if value not in (DIFFERENT_VALUE, *ids):
            return self.turn.again()
        if len(ids) == most_pieces(division):
            return divided(self.turn, division, ids)
        if value == DIFFERENT_VALUE:
            return self._which(division)
        now = at.Divide(division.id, self.toggled(value))
        there = DividePlace(self.turn.focus(now), now)
        return self.turn.goto(now) if now.chosen else there._which(division)

    def _picked(
        self, division: Division, picked: Sequence[str], *, rest_fixed: bool = False
    ) -> Turn:
        """These pieces are looked at apart; with one, it matters what the others are, unless the
        pack says that they come along."""
        if len(picked) > most_pieces(division):
            return self._which(division)
        if len(picked) == 1 and not rest_fixed and not has_rest(division):
            return self._rest(picked[0])
        return divided(self.turn, division, picked)

    def why(self) -> Turn:
        """What the pack says of it, and what it can still change."""
        division = self._division
        if division is None:
            return self.turn.again()
        lines = filter(None, (division.why, *is_for(self.turn, division.id)))
        return self.turn.notice("\n".join(lines)).again()

    def unknown(self) -> Turn:
        """Then it is taken for one piece, and that is a guess."""
        return self.choose(UNKNOWN_VALUE)

    def read(self, understanding: Understanding) -> Turn | None:
        """What was read about the pieces: one piece, several, or which ones; with what else was
        told, as soon as the pieces are known."""
        values = dict(understanding.answers).get(self.at.key)
        division = self._division
        if not values or division is None:
            return None
        told = facts(self.turn, "", understanding)
        turn = self._heard(division, values)
        if not told.pending:
            return turn
        return propose(turn if self.at.key in turn.project.divided else self.turn, told)

    def _heard(self, division: Division, values: Sequence[str]) -> Turn:
        pieces = [option.id for option in _to_pick(division) if option.id in values]
        if pieces:
            return self._picked(division, pieces)
        is_same = SAME_VALUE in values
        label = wording.DIVIDE_SAME[division.id] if is_same else _different(division)
        noted = self.turn.notice(wording.NOTED.format(label=label))
        return DividePlace(noted, self.at).choose(values[0])


def _is_told(turn: Turn, division: Division) -> bool:
    """Whether of a question was said that its answer differs by these pieces."""
    differs = map(turn.pack.find_question, turn.project.differs)
    return any(question is not None and question.per == division.id for question in differs)


def _to_pick(division: Division) -> tuple[Option, ...]:
    """The pieces to choose from; everybody else comes along."""
    return tuple(option for option in division.options if not option.rest)


def _different(division: Division) -> str:
    """How the answer that it differs is called; of two groups, one is meant."""
    many = division.id == GROUP and len(division.options) > MOST_PIECES[GROUP]
    return wording.DIVIDE_PER_GROUP if many else wording.DIVIDE_DIFFERENT[division.id]
