"""What a person tells that no rule looks at: kept for the papers, only after a yes.

What it may mean beside that stands on the same screen, so that no sentence is lost on the way to
an answer, and none is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from bot.dialogue import commands, project
from bot.dialogue import focus as at
from bot.dialogue.also_told import MOST, kept
from bot.dialogue.candidates import button_of
from bot.dialogue.messages import Button, Candidate, Kind
from bot.dialogue.places import heard_days, wording
from bot.dialogue.places.faq import faq_text
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer
from bot.rules.model.book import AnswerKey
from bot.rules.model.content import Faq
from bot.words.evidence import evidence
from bot.words.for_readers import is_of_health
from bot.words.left_out import stays_inside
from bot.words.own_parts import sentences, without_questions
from bot.words.own_shaping import dated

LEAST = 6
"""So many words tell something; fewer may mean anything."""


class KeepLinePlace(Place[at.KeepLine]):
    """A yes is awaited."""

    def show(self) -> Turn:
        """Say back what it is, and ask; an answer that it may be comes first where that is asked
        just now."""
        days, maybe = heard_days.named(self.turn), tuple(self._maybe())
        plain = wording.KEEP_LINE if self.turn.is_silent else wording.KEEP_ALSO
        text = wording.KEEP_LINE_DAYS if days else plain
        yes = wording.KEEP_DAYS_YES if days else wording.KEEP_LINE_YES
        told = text.format(text=self.at.text, days=days)
        return self.turn.say(
            f"{told}\n{wording.KEEP_OR_MEANT}" if maybe else told,
            self.turn.command(yes, commands.YES),
            *heard_days.one_wrong(self.turn),
            *maybe,
            self.turn.command(wording.KEEP_LINE_NO, commands.NO),
        )

    def _maybe(self) -> Iterator[Button]:
        """A button for each thing that it may mean."""
        for one in self.at.maybe:
            kind, _, id = one.partition("/")
            button = button_of(self.turn, Candidate(_KINDS[kind], id, 1.0))
            if button is not None:
                yield button

    @property
    def to_keep(self) -> tuple[str, ...]:
        """All of it."""
        return (self.at.text,)

    def yes(self) -> Turn:
        """Keep it with the project, each sentence under what it is about."""
        turn = heard_days.with_heard(kept(self.turn, [self.at.text]))
        return self._on(turn.notice(wording.KEPT_LINE))

    def no(self) -> Turn:
        """It is not kept."""
        return self._on(self.turn)

    back = leave = skip = unknown = no

    def meant(self, key: AnswerKey, answer: Answer) -> Turn:
        """It is this answer: that counts, with these words, and the sentence is kept too."""
        words = {key: evidence(self.at.text).words}
        return project.keep(kept(self.turn, [self.at.text]), ((key, answer),), words)

    def offers(self, question: Faq) -> bool:
        """Whether this question stands beside the sentence."""
        return f"vraag/{question.id}" in self.at.maybe

    def beside(self, question: Faq) -> Turn:
        """The sentence is kept, and this question answered."""
        turn = self.held()
        return self._on(turn.say(faq_text(turn.pack, question, turn.at.date())))

    def held(self) -> Turn:
        """The turn with the sentence kept, which is said."""
        return kept(self.turn, [self.at.text]).notice(wording.KEPT_LINE)

    def _on(self, turn: Turn) -> Turn:
        """To what was asked, or to the advice."""
        if turn.is_advised and not self.at.busy:
            return turn.focus(at.Advice()).home()
        return turn.onward()


_KINDS: Mapping[str, Kind] = MappingProxyType(
    {"antwoord": "antwoord", "vraag": "vraag", "opdracht": "opdracht"}
)


def is_begun(turn: Turn) -> bool:
    """Whether something was told of a project."""
    now = turn.state.project
    return now is not None and bool(now.order or now.told or now.situation)


def offer(
    turn: Turn, text: str, least: int = LEAST, maybe: Sequence[Candidate] = ()
) -> Turn | None:
    """Ask whether this is kept, and whether it is one of what it ``maybe`` means; None for
    questions, for less than so many words, and without a project or papers to keep it for.

    What was told just before and got no yes or no is asked along with it."""
    focus, begun = turn.state.focus, is_begun(turn)
    plain = [one for one in sentences(text) if not is_of_health(one)]
    if begun and is_of_health(text):
        turn = turn.notice(wording.HEALTH_NOT_KEPT)
        if not plain:
            return turn.again()
    told = without_questions("\n".join(plain))
    if not told and not turn.asks:  # "de meesten zijn het eens" only looks like one
        told = ". ".join(one for one in plain if "?" not in one and not stays_inside(one))
    text = dated(told, turn.at.date())
    is_told = len(text.split()) >= least
    is_no_day = any(day.weekday for day in turn.days)
    if not begun or not is_told or is_no_day or not turn.pack.own_topics:
        return None
    busy = turn.is_busy
    if isinstance(focus, at.KeepLine):
        text, busy = _joined((focus.text, text)), focus.busy
    if isinstance(focus, at.Confirm) and not focus.key:
        return turn.goto(replace(focus, also=(*focus.also, _short(text))))
    named = tuple(f"{one.kind}/{one.id}" for one in maybe if not turn.days)
    return turn.goto(at.KeepLine(_short(text), named, busy))


def instead(turn: Turn, text: str) -> Turn | None:
    """Ask whether the words of an answer that was wrong are kept; then it goes on."""
    offered = offer(turn.focus(at.Doors()), text)
    now = offered.state.focus if offered else None
    return (
        offered.goto(replace(now, busy=True)) if offered and isinstance(now, at.KeepLine) else None
    )


def _joined(texts: Iterable[str]) -> str:
    """Several as one, as far as that may be kept; else the last alone."""
    said = [one.rstrip(" .") for one in texts]
    whole = ". ".join(said)
    return whole if len(whole) <= MOST else said[-1]


def _short(text: str) -> str:
    cut = text if len(text) <= MOST else text[:MOST].rsplit(" ", 1)[0]
    return " ".join(cut.split())
