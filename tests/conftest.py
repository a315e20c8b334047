"""Hypothesis profiles, chosen by the environment variable PAPERDIGEST_PROFILE."""

import os

from hypothesis import HealthCheck, settings

# A busy machine is slow: neither a deadline nor the speed of drawing says anything about the code.
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("default", SHARED, max_examples=25)
settings.register_profile("ci", SHARED, max_examples=25, derandomize=True, print_blob=True)
settings.register_profile("long", SHARED, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("PAPERDIGEST_PROFILE", "default"))
