"""A small pack, and somebody who talks with it: what a model read is told with each text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone

from bot.dialogue.messages import (
    Candidate,
    Document,
    Event,
    Happening,
    Reply,
    Said,
    Say,
    Started,
    Tapped,
    Understanding,
)
from bot.dialogue.state import Project, State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.conditions import ALWAYS, AllOf, Contains, Is
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.pack import Advice, Concern, Pack
from bot.rules.model.questions.question import Option, Question
from bot.words.evidence import evidence
from tests.shelf import DAY

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)


def _is(question: str, *values: str) -> Is:
    return Is(question, frozenset(values))


PACK = Pack(
    "klein",
    "Klein",
    "v1",
    questions=(
        Question(
            "wie",
            "Wie begon hiermee?",
            options=(
                Option("wij", "De gemeente", "De gemeente begon."),
                Option("zij", "Inwoners", "Inwoners begonnen."),
                Option("ander", "Een ander", "Een ander begon."),
            ),
        ),
        Question(
            "ruimte",
            "Wat kan er nog veranderen?",
            options=(
                Option("niets", "Niets", "Er ligt niets meer open."),
                Option("veel", "Veel", "Er ligt veel open."),
            ),
        ),
        Question(
            "sfeer",
            "Hoe is de sfeer?",
            options=(
                Option("rustig", "Rustig", "De sfeer is rustig."),
                Option("boos", "Boos", "Mensen zijn boos."),
            ),
            always=True,
        ),
        Question(
            "mist",
            "Wie hoor je nog niet?",
            kind="multi",
            options=(
                Option("jeugd", "Kinderen"),
                Option("druk", "Drukke mensen"),
                Option("zaak", "Ondernemers"),
                Option("niemand", "Niemand", alone=True),
            ),
            always=True,
        ),
    ),
    opening=("wie", "ruimte"),
    decisions=(
        Decision(
            "vorm",
            Table(
                (
                    Row(
                        "r1",
                        AllOf((_is("wie", "zij", "wij"), _is("ruimte", "veel"))),
                        "samen",
                        "Zo.",
                    ),
                    Row("r2", ALWAYS, "vertellen", "Zo."),
                )
            ),
            ("samen", "vertellen"),
        ),
    ),
    advices=(Advice("vorm", rungs={"samen": "coproduceren", "vertellen": "informeren"}),),
    forms=(
        Form("samen", "samen maken", "maak het samen", "Zo."),
        Form("vertellen", "vertellen", "vertel het", "Zo."),
    ),
    concerns=(
        Concern("boos", _is("sfeer", "boos"), "Mensen zijn boos.", "Luister."),
        Concern("jong", Contains("mist", frozenset(("jeugd",))), "Vergeet de jeugd niet.", "Ga."),
    ),
)


def shelf() -> Shelf:
    """The small pack alone."""
    return Shelf({"klein": compile_pack(PACK, DAY)}, "klein")


@dataclass
class Talker:
    """Somebody who talks with the bot."""

    shelf: Shelf = field(default_factory=shelf)
    state: State = field(init=False)
    said: list[Say] = field(init=False, default_factory=list)
    replies: tuple[Reply, ...] = ()
    turns: int = 0

    def __post_init__(self) -> None:
        self.state = new_state(self.shelf)
        self.do(Started())

    def do(self, what: Happening) -> str:
        """Let it happen; returns all that is said."""
        self.turns += 1
        self.state, replies = step(self.shelf, self.state, Event(what, NOW, f"{self.turns:024x}"))
        self.replies = replies
        self.said = [reply for reply in replies if isinstance(reply, Say)]
        return "\n".join(say.text for say in self.said)

    def tap(self, label: str) -> str:
        """Tap the button with this label."""
        buttons = {button.label: button.data for say in self.said for button in say.buttons}
        return self.do(Tapped(buttons[label]))

    def say(self, text: str, understanding: Understanding | None = None) -> str:
        """Type a text of which this was understood."""
        return self.do(Said(text, understanding or Understanding()))

    def begin(self, *labels: str) -> Talker:
        """Begin the questions, and answer the first ones so."""
        self.tap("Advies voor mijn project")
        for label in labels:
            self.tap(label)
        return self

    @property
    def project(self) -> Project:
        """The project at hand."""
        assert self.state.project is not None
        return self.state.project

    @property
    def answers(self) -> dict[str, str]:
        """What counts, by question; several values with a comma between."""
        book = self.state.project.book.answers if self.state.project else {}
        return {key: ",".join(sorted(one.values)) or one.status for key, one in book.items()}

    @property
    def document(self) -> str:
        """The document that was handed over just now; empty when there was none."""
        return "".join(one.markdown for one in self.replies if isinstance(one, Document))

    @property
    def labels(self) -> list[str]:
        """The buttons on the screen."""
        return [label for label, _ in self.state.screen]


def told(
    text: str,
    *,
    lent: bool = False,
    corrects: bool = False,
    literal: bool = False,
    plain: bool = False,
    unplaced: tuple[str, ...] = (),
    **parts: str,
) -> Understanding:
    """That a model read these answers in a text: question = ``waarde: woorden``; ``plain``: by a
    phrase that says them literally."""
    answers, shown = [], []
    for question, part in parts.items():
        value, _, words = part.partition(": ")
        answers.append((question, (value,)))
        if words:
            start = text.index(words)
            shown.append((question, evidence(text, start, start + len(words))))
    kind = "beschrijving" if len(answers) > 1 else "antwoord" if answers else "opdracht"
    first = f"{answers[0][0]}.{answers[0][1][0]}" if answers else "terug"
    return Understanding(
        kind,  # type: ignore[arg-type]
        "" if kind == "beschrijving" else first,
        0.9,
        (Candidate("opdracht", "terug", 0.5),) if not answers else (),
        tuple(answers),
        sure=bool(answers),
        lent=lent,
        corrects=corrects,
        literal=literal,
        evidence=tuple(shown),
        plain=tuple(question for question, _ in answers) if plain else (),
        unplaced=unplaced,
    )
