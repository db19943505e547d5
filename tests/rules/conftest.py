"""Hypothesis, kept small enough for every run."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    max_examples=50,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")
