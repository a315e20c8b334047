"""Diagnostics and repair.

``codes`` is the table of the diagnostics, and ``report`` collects them. ``characters``, ``gaps``,
``labels``, ``papers`` and ``digests`` look for problems, and ``checker`` is the entry point.
``errors`` is the error of strict parsing, and ``repair`` applies fixes. Each module uses only those
before it.
"""
