"""Which sentences of a civil servant those whom it is about may read. Runs in Rasa's world.

The examples (labels that begin with ``naar_buiten.``) teach nothing else: they are no questions,
and what they say of a project is not marked in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.language.model.clauses import Piece
from bot.language.model.pool import slopes_of, softmax, with_one

QUESTION = "naar_buiten"
"""How a model names what it says of a piece of a text: its value is ``FIT``, its confidence how
surely a letter may have it as it stands."""
FIT = "ja"
"""What may be read outside; the other labels tell why not."""
_BEFORE = f"{QUESTION}."


def is_for_outside(label: str) -> bool:
    """Whether an example says whether others may read it."""
    return label.startswith(_BEFORE)


class Outside:
    """The trained regression; ``read`` gives Rasa entities."""

    def __init__(self, labels: list[str], slopes: Any) -> None:
        self._labels, self._slopes = labels, slopes

    @classmethod
    def trained(cls, features: Any, labels: Iterable[str], new: Any) -> Outside:
        """Fits the regression (``new``)."""
        fitted = new.fit(features, [label.removeprefix(_BEFORE) for label in labels])
        return cls([str(name) for name in fitted.classes_], slopes_of(fitted))

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Outside:
        """From what ``state`` gave."""
        return cls(state["labels"], state["slopes"])

    def state(self) -> dict[str, Any]:
        """What must be kept."""
        return {"labels": list(self._labels), "slopes": self._slopes}

    def read(self, parts: list[Piece], features: Any) -> list[dict[str, Any]]:
        """Of each piece how surely others may read it."""
        shares = softmax(with_one(features) @ self._slopes)[:, self._labels.index(FIT)]
        return [
            {
                "entity": QUESTION,
                "value": FIT,
                "start": part.start,
                "end": part.end,
                "confidence_entity": float(share),
            }
            for part, share in zip(parts, shares, strict=True)
        ]
