"""Hypothesis profiles, chosen by the environment variable PAPERDIGEST_PROFILE."""

import gc
import os

from hypothesis import HealthCheck, Phase, settings

# A busy machine is slow: neither a deadline nor the speed of drawing says anything about the code.
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("default", SHARED, max_examples=25)
settings.register_profile("ci", SHARED, max_examples=25, derandomize=True, print_blob=True)
settings.register_profile("long", SHARED, max_examples=2000, print_blob=True)
settings.register_profile(
    "mutation",
    SHARED,
    max_examples=8,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("PAPERDIGEST_PROFILE", "default"))


def pytest_collection_finish() -> None:
    """Keep thousands of collected tests from the garbage collector, which tests call themselves."""
    gc.collect()
    gc.freeze()
