"""Diagnostics and repair.

``codes`` is the table of the diagnostics, and ``report`` collects them. ``errors`` is the error of
strict parsing. ``characters``, ``gaps``, ``labels``, ``misspelt``, ``counts``, ``unread``,
``papers`` and ``digests`` look for problems, ``checker`` runs them all, and ``repair`` applies the
fixes. Each module uses only earlier ones.
"""
