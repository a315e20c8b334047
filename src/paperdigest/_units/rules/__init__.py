"""The rules for a unit: an ordinary table, made of what was found.

``table`` puts the dialect together. ``page_rules`` has the rules for the title and the date of the
digest, ``heads`` for the lines with titles, which begin with one of ``starts``, ``around`` for
groups and chapters, ``row_rules`` for rows, ``inline`` for the rest of a line with its ``links``,
and ``below`` for the lines of a paper, with ``names``, ``labels``, ``side_by_side`` (several values
in a line) and ``marked`` (HTML tags and table cells). ``surnames`` has the rules for surnames alone.
``contents`` describes what the papers of a text have in common.
"""
