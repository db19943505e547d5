"""Words, letters and a meaning vector, made into few, even features. Runs in Rasa's world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import hypot, log
from typing import Any

_WORDS = r"\w+"

Known = list[tuple[list[str], list[float]]]
"""Per counter the parts of words that it knows, and what each weighs."""


class Features:
    """Counted words and letters by TF-IDF and a random projection, beside the meaning vector.

    The projection is a sparse matrix: of a short text only the rows that occur are added up.
    """

    def __init__(self, known: Known, project: Any, mean: Any, spread: float, weight: float) -> None:
        self._known, self._project = known, project
        self._mean, self._spread, self._weight = mean, spread, weight
        self._ways = [
            (counter.build_analyzer(), {part: place for place, part in enumerate(parts)}, idf)
            for counter, (parts, idf) in zip(_counters(), known, strict=True)
        ]

    @classmethod
    def fitted(cls, texts: list[str], dense: Any, dimensions: int, weight: float) -> Features:
        """Learns which words and letters there are, and how far the vectors lie apart."""
        from scipy.sparse import csr_matrix
        from sklearn.random_projection import SparseRandomProjection

        known = [_known(counter.fit(texts)) for counter in _counters()]
        only_its_size = csr_matrix((1, sum(len(parts) for parts, _ in known)), dtype="float64")
        drawn = SparseRandomProjection(dimensions, random_state=0).fit(only_its_size)
        project = drawn.components_.T.tocsr().astype("float32")
        mean = dense.mean(axis=0)
        return cls(known, project, mean, float((dense - mean).std()) or 1.0, weight)

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Features:
        """From what ``state`` gave."""
        known = [(text.split("\n"), idf.tolist()) for text, idf in state["known"]]
        names = ("project", "mean", "spread", "weight")
        return cls(known, *(state[name] for name in names))

    def state(self) -> dict[str, Any]:
        """What must be kept; the words as one text, for each text apart costs a file 500 bytes."""
        import numpy as np

        return {
            "known": [("\n".join(parts), np.array(idf)) for parts, idf in self._known],
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


def _known(counter: Any) -> tuple[list[str], list[float]]:
    """The parts that a counter learned, in its order, and the weight of each."""
    parts = sorted(counter.vocabulary_, key=counter.vocabulary_.__getitem__)
    return parts, counter.idf_.tolist()
