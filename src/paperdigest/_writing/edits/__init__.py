"""Edits of one paper in its text, which leave everything else as it is.

``located`` is a paper with its place in a text. ``block`` changes a paper that has lines: its
``lists`` of sections, media, fields and links, with links ``beside`` each other in a line, what is
``repeated`` of the main link, pieces that go (``removals``), and the place of ``new_lines``.
``rows`` changes a row of a table, ``found_rows`` one in a layout that was found, and ``html_rows``
one of an HTML table. ``in_place`` changes a value within its own piece.
"""
