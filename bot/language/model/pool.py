"""What a text means by several ways of looking at once. Runs in Rasa's world.

A regression over all examples, and for each label the nearest few of its own. Both are put on one
scale for each text; how much each weighs was fitted on writers who were left out of the training.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NEAREST = 3
"""So many examples of a label are looked at."""
_NONE = -1.0
"""No cosine is lower."""


class Pool:
    """The trained regression and the examples themselves, sorted by label."""

    def __init__(
        self, labels: list[str], slopes: Any, starts: Any, examples: Any, weights: tuple[float, ...]
    ) -> None:
        import numpy as np

        self.labels = labels
        self._slopes, self._starts, self._examples = slopes, starts, examples
        self._weights = weights
        sizes = np.diff([*starts, len(examples)])
        self._label_of = np.repeat(np.arange(len(starts)), sizes)

    @classmethod
    def trained(
        cls, features: Any, labels: list[str], new: Any, weights: tuple[float, float]
    ) -> Pool:
        """Fits the regression (``new``), and keeps the examples."""
        import numpy as np

        order = np.argsort(labels, kind="stable")
        features, labels = features[order], [labels[place] for place in order]
        fitted = new.fit(features, labels)
        starts = np.searchsorted(labels, fitted.classes_)
        names = [str(name) for name in fitted.classes_]
        return cls(names, slopes_of(fitted), starts, _unit(features), weights)

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Pool:
        """From what ``state`` gave."""
        labels, slopes, starts, weights = (
            state[name] for name in ("labels", "slopes", "starts", "weights")
        )
        return cls(labels, slopes, starts, state["examples"].astype("float32"), weights)

    def state(self) -> dict[str, Any]:
        """What must be kept; the examples in half the bytes, which costs them their fourth digit
        and saves a seventh of the time that a training takes."""
        return {
            "labels": self.labels,
            "slopes": self._slopes,
            "starts": self._starts,
            "examples": self._examples.astype("float16"),
            "weights": self._weights,
        }

    def shares(self, features: Any) -> Any:
        """For one text (a row of features) the chance of each label."""
        regression, nearest = self._weights
        return softmax(
            regression * _even(with_one(features) @ self._slopes)
            + nearest * _even(self._near(_unit(features[None])[0]))
        )

    def _near(self, row: Any) -> Any:
        """For each label the mean cosine of its nearest examples."""
        import numpy as np

        cosines = self._examples @ row
        nearest: list[Any] = []
        for _ in range(_NEAREST):
            best = np.maximum.reduceat(cosines, self._starts)
            nearest.append(np.where(best > _NONE, best, nearest[-1]) if nearest else best)
            cosines = np.where(cosines >= best[self._label_of], _NONE, cosines)
        return np.mean(nearest, axis=0)


def slopes_of(regression: Any) -> Any:
    """A fitted regression as one matrix, a column for each class: features and a one go in."""
    import numpy as np

    slopes = np.vstack([regression.coef_.T, regression.intercept_[None]])
    if len(regression.classes_) == 2:  # one column says both
        slopes = np.hstack([np.zeros_like(slopes), slopes])
    return np.ascontiguousarray(slopes, dtype=np.float32)


def with_one(features: Any) -> Any:
    """Features with a one behind them, for what a regression adds."""
    import numpy as np

    ones = np.ones((*features.shape[:-1], 1), np.float32)
    return np.concatenate([features, ones], axis=-1)


def softmax(scores: Any) -> Any:
    """Scores (along the last axis) as chances."""
    import numpy as np

    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return chances / chances.sum(axis=-1, keepdims=True)


def _even(scores: Any) -> Any:
    """Scores of one text around nought, with a spread of one."""
    return (scores - scores.mean()) / (scores.std() + 1e-6)


def _unit(rows: Any) -> Any:
    import numpy as np

    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
