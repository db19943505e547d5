"""The address of a reply: which chat, and for a tap which message must collapse."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes. ``message`` and ``html`` are those of the tapped message, if any.

    The tapped message's own text travels along, so that it can still collapse to
    "text + ✓ choice" when the process died between the commit and the sending.
    """

    chat: int
    message: int | None = None
    html: str = ""

    def to_text(self) -> str:
        """As the conversation keeps it (encrypted, until everything was sent)."""
        return json.dumps(
            {"telegram": self.chat, "message": self.message, "html": self.html},
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def parse(cls, text: str) -> Address | None:
        """Read one back; None when it belongs to another channel or cannot be read."""
        try:
            data = json.loads(text)
            message = data["message"]
            return cls(
                int(data["telegram"]), None if message is None else int(message), str(data["html"])
            )
        except (ValueError, KeyError, TypeError):
            return None
