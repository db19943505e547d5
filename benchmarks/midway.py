"""What is said to questions in the middle of a talk: ``python -m benchmarks.midway BESTAND [-v]``.

The file is a YAML list of projects, each with the first message and the messages after it: as
``messages``, or as ``eerste`` and ``vragen``; a message is a text or ``{vraag: …}``. The first one
is confirmed and answered by button until an advice stands on the screen; then each message is typed
in its turn. Needs the language model. Whether an answer is right is for a person to say: counted is
what a machine can see (with -v each message is printed with what was said to it):

- answered: by which frequently asked question, or by what the rules say now;
- honest: it says that there is no answer to this, with what it can do;
- menu: questions to choose from, or the ways on, without an answer;
- missed: something is reported as not answered, or not understood;
- asked back: facts that were read, to be confirmed; kept: a line that is offered for the papers;
- other: a paper, an evening, an advice anew.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import yaml

from benchmarks.listening import listening
from bot import bootstrap, settings
from bot.dialogue import button_data, commands, wording
from bot.dialogue.button_data import UNKNOWN_VALUE, AnswerTap, CommandTap
from bot.dialogue.focus import Confirm, KeepLine
from bot.dialogue.messages import Document, Event, Happening, Reply, Said, Say, Started, Tapped
from bot.dialogue.places import wording as sentences
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf
from bot.language.apart import taken_apart
from bot.language.understand import Context, Understander

NOW = datetime(2026, 11, 30, 9, tzinfo=timezone.utc)
MOST_TAPS = 12
_MISSED = tuple(
    text.partition("{")[0]
    for text in (
        sentences.NOT_ANSWERED,
        wording.NOT_UNDERSTOOD,
        wording.NOT_UNDERSTOOD_IDLE,
        sentences.NOT_UNDERSTOOD_TWICE,
    )
)


class Talk:
    """One project, talked about by somebody who types."""

    def __init__(self, shelf: Shelf, understander: Understander) -> None:
        self.shelf, self.understander = shelf, understander
        self.state = new_state(shelf)
        self.pack = shelf.packs[shelf.default].pack
        self.turns = 0
        self.titles = {faq.question: faq.id for faq in self.pack.faqs}

    def do(self, what: Happening) -> Sequence[Reply]:
        """One turn."""
        self.turns += 1
        event = Event(what, NOW, f"{self.turns:024x}")
        self.state, replies = step(self.shelf, self.state, event)
        return replies

    def type(self, text: str) -> Sequence[Reply]:
        """What is said to a text."""
        asked = self.state.focus.first.partition("@")[0] or None
        context = Context(self.pack, asked)
        said = Said(text, self.understander.understand(text, context))
        return self.do(taken_apart(said, context, self.understander))

    def begin(self, text: str) -> None:
        """The first message, and taps until there is an advice."""
        self.do(Started())
        replies = self.type(text)
        for _ in range(MOST_TAPS):
            says = [one for one in replies if isinstance(one, Say)]
            if says and says[-1].shape == "advice":
                return
            buttons = [button for one in says for button in one.buttons]
            if not buttons:
                break
            replies = self.do(Tapped(self._next(buttons)))

    def _next(self, buttons: Sequence[Any]) -> str:
        """A yes; else the door to an advice; else that it is not known; else the first."""
        wanted = [wording.YES_RIGHT] if isinstance(self.state.focus, Confirm) else []
        for label in (*wanted, wording.DOOR_ADVICE):
            for button in buttons:
                if button.label == label:
                    return str(button.data)
        for button in buttons:
            read = button_data.read(self.pack, button.data)
            unknown = isinstance(read, AnswerTap) and read.option == UNKNOWN_VALUE
            ends = isinstance(read, CommandTap) and read.command is commands.CHECKED
            if unknown or (ends and getattr(read, "argument", "") == UNKNOWN_VALUE):
                return str(button.data)
        return str(buttons[0].data)

    def kinds(self, replies: Sequence[Reply]) -> Iterator[str]:
        """What the replies are, as far as a machine can see."""
        says = [one for one in replies if isinstance(one, Say)]
        for one in says:
            head, _, rest = one.text.partition("\n")
            title = head.strip("*")
            if title[:1].isdigit():
                title, _, rest = title, "", rest
            own = self.state.answered if one.text.startswith("**") else ""
            if faq := self.titles.get(title) or self._by_answer(rest) or own:
                yield f"answered {faq}"
            elif any(one.text.startswith(begin) for begin in _MISSED):
                yield "missed"
            elif sentences.BUT_I_CAN in one.text or sentences.NO_ANSWER in one.text:
                yield "honest"
            elif one.text in (wording.DID_YOU_MEAN, wording.FOUND):
                yield "menu"
            elif one.text.startswith((sentences.OUTLOOK[:20], sentences.OUTLOOK_SURE[:20])):
                yield "answered outlook"
            elif one.shape == "advice":
                yield "other advice"
        if isinstance(self.state.focus, Confirm):
            yield "asked back"
        if isinstance(self.state.focus, KeepLine):
            yield "kept"
        if any(isinstance(one, Document) for one in replies):
            yield "other paper"

    def _by_answer(self, text: str) -> str:
        """The question whose answer stands below a number."""
        today = NOW.date()
        said = text.strip()
        for faq in self.pack.faqs:
            answer = (faq.answer_on(today) or "").strip()
            if answer and said.startswith(answer):
                return faq.id
        return ""


def main() -> int:
    """Print the counts; with -v each message with what was said to it."""
    path, *_ = [argument for argument in sys.argv[1:] if argument != "-v"]
    projects = yaml.safe_load(Path(path).read_text("utf-8"))
    own = settings.read({})
    packs = bootstrap.advising_packs(own)
    counts: Counter[str] = Counter()
    with listening(own, packs) as understander:
        shelf = bootstrap.shelf_of(own, packs)(NOW.date())
        for project in projects:
            _played(Talk(shelf, understander), project, counts)
    whole = counts.pop("messages")
    print(f"messages {whole}")
    for kind, count in counts.most_common():
        print(f"{kind}\t{count}\t{count / whole:.3f}")
    return 0


def _played(talk: Talk, project: dict[str, Any], counts: Counter[str]) -> None:
    first, *rest = _messages(project)
    keys = {one["vraag"]: one for one in project.get("vragen", ()) if isinstance(one, dict)}
    talk.begin(first)
    if "-v" in sys.argv:
        print(f"\n#### {project['id']}: {first}")
    for text in rest:
        replies = talk.type(text)
        kinds = list(talk.kinds(replies)) or ["other"]
        counts["messages"] += 1
        counts.update({kind.partition(" ")[0] for kind in kinds})
        if "-v" in sys.argv:
            print(f"\n> {text}\n  == {', '.join(kinds)}")
            print("\n".join(_shown(replies)))
            key = keys.get(text, {})
            for name in ("goed", "niet"):
                if name in key:
                    print(f"  {name}: {key[name]}")
        if isinstance(talk.state.focus, KeepLine | Confirm):
            says = [one for one in replies if isinstance(one, Say) and one.buttons]
            talk.do(Tapped(says[-1].buttons[0].data))


def _messages(project: dict[str, Any]) -> list[str]:
    raw = project.get("messages") or [project["eerste"], *project["vragen"]]
    return [one if isinstance(one, str) else str(one["vraag"]) for one in raw]


def _shown(replies: Sequence[Reply]) -> Iterator[str]:
    for one in replies:
        if isinstance(one, Say):
            lines = one.text.strip().split("\n")
            yield from (f"  | {line}" for line in lines[: 1 if one.shape == "advice" else 8])
            if one.buttons:
                yield "  [" + "] [".join(button.label for button in one.buttons[:5]) + "]"


if __name__ == "__main__":
    sys.exit(main())
