"""A person before either server: types, taps and reads in the same way."""

from __future__ import annotations

from dataclasses import dataclass

from tests.channels.telegram.double import TOKEN, Double
from tests.channels.telegram.emulator.telegram_emulator import Person, Shown
from tests.channels.telegram.killing import Screen


@dataclass
class DoublePhone:
    """A person before our double."""

    double: Double
    person: int
    token: str = TOKEN

    @property
    def url(self) -> str:
        return self.double.url

    def type(self, text: str) -> int:
        return self.double.type(self.person, text)

    def tap(self, message: Screen, data: str) -> int:
        return self.double.tap(self.person, self.double.messages[message.id], data)

    def screen(self) -> list[Screen]:
        return [
            Screen(
                m.id,
                m.text,
                [(b["text"], b.get("callback_data", "")) for r in m.buttons for b in r],
            )
            for m in self.double.chat(self.person)
        ]


@dataclass
class EmulatorPhone:
    """A person before the emulator."""

    who: Person

    @property
    def url(self) -> str:
        return self.who.emulator.url

    @property
    def token(self) -> str:
        return self.who.emulator.token

    @property
    def person(self) -> int:
        return self.who.number

    def type(self, text: str) -> int:
        return self.who.type(text)

    def tap(self, message: Screen, data: str) -> int:
        return self.who.tap_data(Shown(message.id, message.text, []), data)

    def screen(self) -> list[Screen]:
        return [
            Screen(m.id, m.text, [(b["text"], b.get("callback_data", "")) for b in m.buttons])
            for m in self.who.screen()
        ]
