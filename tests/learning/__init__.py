"""Tests of learning a dialect from examples."""
