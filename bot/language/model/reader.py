"""Reads every answer that a text holds: per question one small classifier over its clauses.

Runs inside Rasa's world (numpy, scikit-learn); the arithmetic is here, Rasa's forms are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.language.model.asking import is_asking
from bot.language.model.clauses import Piece, pieces
from bot.language.model.features import Evened, counters

NONE = "-"
"""The class of a clause that says nothing about a question."""
_WHOLE = 0.92
"""A whole sentence counts for a little less than the clause in it that says the same."""
Embed = Callable[[list[str]], Any]


@dataclass(frozen=True, slots=True)
class Taught:
    """A clause with the answers that it holds (question -> option)."""

    text: str
    answers: Mapping[str, str]


def split_label(label: str) -> tuple[str, str] | None:
    """``antwoord.question.option`` as (question, option); None for any other label."""
    kind, _, rest = label.partition(".")
    question, _, option = rest.rpartition(".")
    return (question, option) if kind == "antwoord" and question else None


def lessons(rows: Iterable[tuple[str, str, list[Mapping[str, Any]]]]) -> list[Taught]:
    """Rasa's examples (text, intent, entities) as clauses with their answers."""
    taught: list[Taught] = []
    for text, intent, entities in rows:
        if entities:
            taught += _annotated(text, entities)
        elif not _may_tell(text, intent):
            answer = split_label(intent)
            taught.append(Taught(text, dict([answer]) if answer else {}))
    return taught


def _may_tell(text: str, intent: str) -> bool:
    """Whether an example that is no answer may hold one all the same ("de buurt is woest").

    Such an example teaches a reader nothing: neither what an answer is, nor what is none.
    """
    return intent == "opdracht.gedoe" or (intent.startswith("vraag.") and not is_asking(text))


def _annotated(text: str, entities: list[Mapping[str, Any]]) -> list[Taught]:
    """The clauses of an annotated text; a clause holds the answers that lie inside it."""
    return [
        Taught(
            piece.text,
            {
                str(one["entity"]): str(one["value"])
                for one in entities
                if piece.start <= int(one["start"]) and int(one["end"]) <= piece.end
            },
        )
        for piece in pieces(text)
    ]


class Reader:
    """The trained classifiers; ``read`` gives Rasa entities."""

    def __init__(
        self, models: Mapping[str, Any], vectors: Mapping[str, Any], evened: Evened, embed: Embed
    ) -> None:
        self._models = models
        self._vectors = vectors
        self._evened = evened
        self._embed = embed

    @classmethod
    def trained(
        cls, taught: list[Taught], embed: Embed, new: Callable[[], Any], sizes: tuple[int, float]
    ) -> Reader:
        """Fits one classifier per question; clauses about other things are its "no"."""
        texts = [one.text for one in taught]
        vectors = counters()
        for vector in vectors.values():
            vector.fit(texts)
        counted, dense = _counted(vectors, texts), embed(texts)
        evened = Evened.fitted(counted, dense, *sizes)
        features = evened.apply(counted, dense)
        questions = sorted({question for one in taught for question in one.answers})
        models = {
            question: new().fit(features, [one.answers.get(question, NONE) for one in taught])
            for question in questions
        }
        return cls(models, vectors, evened, embed)

    @classmethod
    def restored(cls, state: Mapping[str, Any], embed: Embed) -> Reader:
        """From what ``state`` gave."""
        return cls(state["models"], state["vectors"], Evened.restored(state["evened"]), embed)

    def state(self) -> dict[str, Any]:
        """What must be kept."""
        kept = {"models": dict(self._models), "vectors": dict(self._vectors)}
        return {**kept, "evened": self._evened.state()}

    def read(self, text: str, floor: float, known: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The answers with their place and confidence; per question and option the surest piece.

        ``known`` holds vectors that are there already: making one takes most of the time.
        """
        parts = pieces(text)
        best: dict[tuple[str, str], dict[str, Any]] = {}
        if not parts:
            return []
        texts = [part.text for part in parts]
        features = self._evened.apply(_counted(self._vectors, texts), self._dense(texts, known))
        for question, model in self._models.items():
            for part, row in zip(parts, model.predict_proba(features), strict=True):
                for option, chance in zip(model.classes_, row, strict=True):
                    known = best.get((question, option), {"confidence_entity": floor})
                    chance *= _WHOLE if any(_holds(part, other) for other in parts) else 1.0
                    if option != NONE and chance > known["confidence_entity"]:
                        best[question, option] = _entity(question, str(option), float(chance), part)
        return sorted(best.values(), key=lambda one: -one["confidence_entity"])

    def _dense(self, texts: list[str], known: Mapping[str, Any]) -> Any:
        import numpy as np

        fresh = [text for text in texts if text not in known]
        made = dict(zip(fresh, self._embed(fresh), strict=True)) if fresh else {}
        return np.vstack([known[text] if text in known else made[text] for text in texts])


def _counted(vectors: Mapping[str, Any], texts: list[str]) -> Any:
    from scipy.sparse import hstack

    return hstack([vectors[name].transform(texts) for name in ("word", "char")]).tocsr()


def _holds(part: Piece, other: Piece) -> bool:
    return part != other and part.start <= other.start and other.end <= part.end


def _entity(question: str, option: str, chance: float, part: Any) -> dict[str, Any]:
    return {
        "entity": question,
        "value": option,
        "start": part.start,
        "end": part.end,
        "confidence_entity": chance,
    }
