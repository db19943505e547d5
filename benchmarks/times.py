"""How long things took, told by the shares that were done within a time."""

from __future__ import annotations

from collections.abc import Sequence


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which this share (0 to 1) was done."""
    return sorted(times)[int(share * (len(times) - 1))]


def spread(times: Sequence[float]) -> str:
    """p50, p95 and p99 of milliseconds."""
    p50, p95, p99 = (percentile(times, share) for share in (0.5, 0.95, 0.99))
    return f"p50 {p50:.2f}  p95 {p95:.2f}  p99 {p99:.2f} ms"
