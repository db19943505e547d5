"""One file a screen, and the literal table from what is remembered of a screen to its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from bot.dialogue import focus
from bot.dialogue.places.advice import AdvicePlace
from bot.dialogue.places.aftermath import LessonPlace, WentPlace
from bot.dialogue.places.checklist import ChecklistPlace
from bot.dialogue.places.clash import ClashPlace
from bot.dialogue.places.confirm import ConfirmPlace
from bot.dialogue.places.dates import DatesPlace
from bot.dialogue.places.divide import DividePlace
from bot.dialogue.places.doors import DoorsPlace
from bot.dialogue.places.faq import FaqPlace
from bot.dialogue.places.forget import ForgetPlace
from bot.dialogue.places.heard_days import HeardDaysPlace
from bot.dialogue.places.keep_line import KeepLinePlace
from bot.dialogue.places.lens import LensPlace
from bot.dialogue.places.liken import LikenPlace
from bot.dialogue.places.name import NamePlace
from bot.dialogue.places.others import OthersPlace
from bot.dialogue.places.overrule import OverrulePlace
from bot.dialogue.places.own_lines import OwnLinesPlace
from bot.dialogue.places.pause import PausePlace
from bot.dialogue.places.pick import PickPlace
from bot.dialogue.places.place import Place
from bot.dialogue.places.question import QuestionPlace
from bot.dialogue.places.restart import RestartPlace
from bot.dialogue.places.resume import ResumePlace
from bot.dialogue.places.tell import TellPlace
from bot.dialogue.turn import Turn

PLACES: Mapping[type[focus.Anywhere], type[Place[Any]]] = MappingProxyType(
    {
        focus.Doors: DoorsPlace,
        focus.Question: QuestionPlace,
        focus.Divide: DividePlace,
        focus.Checklist: ChecklistPlace,
        focus.Pause: PausePlace,
        focus.Confirm: ConfirmPlace,
        focus.Clash: ClashPlace,
        focus.Lens: LensPlace,
        focus.Others: OthersPlace,
        focus.Pick: PickPlace,
        focus.Overrule: OverrulePlace,
        focus.Name: NamePlace,
        focus.Dates: DatesPlace,
        focus.OwnLines: OwnLinesPlace,
        focus.KeepLine: KeepLinePlace,
        focus.HeardDays: HeardDaysPlace,
        focus.Forget: ForgetPlace,
        focus.Restart: RestartPlace,
        focus.Liken: LikenPlace,
        focus.Tell: TellPlace,
        focus.Went: WentPlace,
        focus.Lesson: LessonPlace,
        focus.Advice: AdvicePlace,
        focus.Faq: FaqPlace,
        focus.Resume: ResumePlace,
    }
)

P = TypeVar("P", bound=Place[Any])


def here(turn: Turn) -> Place[Any]:
    """The place where the conversation is."""
    return PLACES[type(turn.state.focus)](turn, turn.state.focus)


def at(turn: Turn, place: type[P]) -> P | None:
    """This place, when the conversation is there."""
    now = here(turn)
    return now if isinstance(now, place) else None
