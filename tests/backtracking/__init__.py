"""Tests of the proof that expressions do not backtrack too much."""
