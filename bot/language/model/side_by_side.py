"""Many small regressions over the same rows, fitted together. Runs in Rasa's world.

Apart each goes over all rows again and again; in one matrix that is a quarter of the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

_REMEMBERED = 20
"""So many steps back the search looks for how the ground bends."""


def fitted(rows: Any, targets: Sequence[Sequence[str | None]], strength: float, steps: int) -> Any:
    """The slopes: per target (a class for each row, None where the row does not count) a column per
    class, in alphabetical order.

    Features and a one go in. Each class weighs the same; a higher ``strength`` binds less.
    """
    import numpy as np
    from scipy.optimize import minimize

    from bot.language.model.pool import softmax, with_one

    whole = np.asarray(with_one(rows), np.float32)
    wanted, weights = zip(*(_wanted(target) for target in targets), strict=True)
    edges = np.cumsum([0, *(one.shape[1] for one in wanted)])
    spans = [slice(*pair) for pair in pairwise(edges)]
    shape = (whole.shape[1], int(edges[-1]))

    def loss(flat: Any) -> tuple[float, Any]:
        slopes = flat.reshape(shape).astype(np.float32)
        scores = whole @ slopes
        missed = 0.0
        for span, truth, weight in zip(spans, wanted, weights, strict=True):
            chances = softmax(scores[:, span])
            missed -= float(weight @ np.log((chances * truth).sum(axis=1) + 1e-9))
            scores[:, span] = (chances - truth) * weight[:, None]
        bound = slopes.copy()
        bound[-1] = 0
        slope = (whole.T @ scores).astype(float) + bound / strength
        return missed + float((bound**2).sum()) / (2 * strength), slope.ravel()

    options = {"maxiter": steps, "maxcor": _REMEMBERED}
    best = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options=options)
    return np.ascontiguousarray(best.x.reshape(shape), dtype=np.float32)


def _wanted(target: Sequence[str | None]) -> tuple[Any, Any]:
    """Per row which class is right (a one), and how much it weighs: nothing where it has none."""
    import numpy as np

    rows = [row for row, one in enumerate(target) if one is not None]
    _, places = np.unique(np.asarray([target[row] for row in rows]), return_inverse=True)
    counts = np.bincount(places)
    truth = np.zeros((len(target), len(counts)), np.float32)
    weights = np.zeros(len(target), np.float32)
    truth[rows, places] = 1
    weights[rows] = len(rows) / (len(counts) * counts[places])
    return truth, weights
