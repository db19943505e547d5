"""Words, letters and a meaning vector, made into few, even features. Runs in Rasa's world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import hypot, log
from typing import Any

_WORDS = r"\w+"


class Features:
    """Counted words and letters by TF-IDF and a random projection, beside the meaning vector.

    The projection is a sparse matrix: of a short text only the rows that occur are added up.
    """

    def __init__(self, counts: Any, project: Any, mean: Any, spread: float, weight: float) -> None:
        self._counts, self._project = counts, project
        self._mean, self._spread, self._weight = mean, spread, weight
        self._ways = [(one.build_analyzer(), one.vocabulary_, one.idf_.tolist()) for one in counts]

    @classmethod
    def fitted(cls, texts: list[str], dense: Any, dimensions: int, weight: float) -> Features:
        """Learns which words and letters there are, and how far the vectors lie apart."""
        from sklearn.random_projection import SparseRandomProjection

        counts = _counters()
        for counter in counts:
            counter.fit(texts)
        drawn = SparseRandomProjection(dimensions, random_state=0).fit(_counted(counts, texts))
        project = drawn.components_.T.tocsr().astype("float32")
        mean = dense.mean(axis=0)
        return cls(counts, project, mean, float((dense - mean).std()) or 1.0, weight)

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Features:
        """From what ``state`` gave."""
        names = ("counts", "project", "mean", "spread", "weight")
        return cls(*(state[name] for name in names))

    def state(self) -> dict[str, Any]:
        """What must be kept."""
        return {
            "counts": self._counts,
            "project": self._project,
            "mean": self._mean,
            "spread": self._spread,
            "weight": self._weight,
        }

    def apply(self, texts: list[str], dense: Any) -> Any:
        """The features of some texts, as one dense matrix."""
        import numpy as np

        words = (self._weighed_words(texts) @ self._project).toarray()
        words *= self._weight / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-9)
        return np.hstack([(dense - self._mean) / self._spread, words]).astype(np.float32)

    def _weighed_words(self, texts: list[str]) -> Any:
        """What the counters make of some texts, in one go: apart each costs a text its half."""
        from scipy.sparse import csr_matrix

        places: list[int] = []
        worths: list[float] = []
        edges = [0]
        for text in texts:
            first = 0
            for analyze, known, idf in self._ways:
                counted = Counter(known[part] for part in analyze(text) if part in known)
                weights = [(1 + log(many)) * idf[place] for place, many in counted.items()]
                length = hypot(*weights) or 1.0
                places += [first + place for place in counted]
                worths += [weight / length for weight in weights]
                first += len(known)
            edges.append(len(places))
        shape = (len(texts), self._project.shape[0])
        return csr_matrix((worths, places, edges), shape=shape, dtype="float32")

    def weighed(self, features: Any, weight: float) -> Any:
        """The same features, with words and letters at another weight."""
        again = features.copy()
        again[:, len(self._mean) :] *= weight / self._weight
        return again


def _counters() -> list[Any]:
    """What counts words (also in pairs) and letters within words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    common = {"min_df": 2, "sublinear_tf": True}
    return [
        TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORDS, **common),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **common),
    ]


def _counted(counts: list[Any], texts: list[str]) -> Any:
    from scipy.sparse import hstack

    return hstack([counter.transform(texts) for counter in counts]).tocsr().astype("float32")
