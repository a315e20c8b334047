"""Fuzzing and adversarial runs, with the laws of `tests/laws` as the oracle; run as modules."""
