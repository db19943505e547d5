"""Counted words and a meaning vector, made into few, even features. Runs in Rasa's world."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_WORDS = r"\w+"


def counters() -> dict[str, Any]:
    """What counts words (also in pairs) and letters within words."""
    from sklearn.feature_extraction.text import CountVectorizer

    return {
        "word": CountVectorizer(ngram_range=(1, 2), token_pattern=_WORDS, min_df=2),
        "char": CountVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2),
    }


class Evened:
    """TF-IDF and a projection for the counts, one scale for the meaning vector."""

    def __init__(self, weigh: Any, project: Any, mean: Any, spread: float, weight: float) -> None:
        self._weigh, self._project = weigh, project
        self._mean, self._spread, self._weight = mean, spread, weight

    @classmethod
    def fitted(cls, counted: Any, dense: Any, dimensions: int, weight: float) -> Evened:
        """Learns the weights and the projection from the examples."""
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfTransformer

        weigh = TfidfTransformer(sublinear_tf=True)
        project = TruncatedSVD(min(dimensions, counted.shape[1] - 1), random_state=42)
        project.fit(weigh.fit_transform(counted))
        mean = dense.mean(axis=0)
        return cls(weigh, project, mean, float((dense - mean).std()) or 1.0, weight)

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Evened:
        """From what ``state`` gave."""
        names = ("weigh", "project", "mean", "spread", "weight")
        return cls(*(state[name] for name in names))

    def state(self) -> dict[str, Any]:
        """What must be kept."""
        return {
            "weigh": self._weigh,
            "project": self._project,
            "mean": self._mean,
            "spread": self._spread,
            "weight": self._weight,
        }

    def apply(self, counted: Any, dense: Any) -> Any:
        """The features of some texts, as one dense matrix."""
        import numpy as np

        words = self._project.transform(self._weigh.transform(counted)) * self._weight
        return np.hstack([(dense - self._mean) / self._spread, words]).astype(np.float32)
