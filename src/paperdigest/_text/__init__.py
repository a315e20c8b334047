"""Positions, dates, authors, identifiers.

These modules know nothing about digests. Everything else builds on them.
"""
