"""Positions, dates, authors, identifiers.

``positions`` and ``excerpts`` show where a range of a text is. ``dates`` with ``months`` and
``ranges``, ``authors``, ``arxiv`` and ``votes`` parse short texts. ``counts``, ``shown`` and
``closest`` help to write messages, and ``late`` imports classes for annotations when somebody
resolves these. These modules know nothing about digests. All others build on them.
"""
