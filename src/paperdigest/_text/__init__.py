"""Small pieces of text and what they mean: positions, dates, names of authors, identifiers.

These modules know nothing of digests; everything else builds on them.
"""
