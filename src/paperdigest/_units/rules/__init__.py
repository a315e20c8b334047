"""The rules for a unit: an ordinary table, made of what was found.

``table`` puts the dialect together. ``page_rules`` has the rules for the title and the date, ``heads`` those
for the lines with titles, ``around`` for groups and chapters, ``row_rules`` for rows, ``behind`` for the rest of a line
after a title, and ``below`` for the lines of a paper, with ``names``, ``labels`` and ``marked`` (what stands
in HTML tags and cells). ``contents`` is what the papers of a text have in common.
"""
