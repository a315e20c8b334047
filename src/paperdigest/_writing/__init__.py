"""From values to text.

``serializer`` is the entry point, and ``several`` writes several digests into one text.

1. ``align`` and ``located`` find the papers of a digest in the text that they were parsed from;
   ``plain`` replaces values of derived classes by ordinary ones.
2. ``composer`` builds a text, with ``groups``, ``gaps``, ``headings``, ``heading_removals``,
   ``numbers`` and ``derived`` text such as tables of contents. ``papers`` writes a paper.
   ``edits``, ``list_edits``, ``row_edits``, ``found_rows``, ``html_rows`` with ``cells``,
   ``in_place``, ``removals``, ``beside``, ``repeated`` and ``splice`` change the text that is
   there, ``cores`` tells a piece from the brackets and separators around it, ``new_lines`` finds
   the place of a line that is added, and ``writer`` writes what is new in the ``style`` of the
   text, with ``labelled`` for lines with labels. In a text of an unknown layout, ``modelled``
   writes a new paper like an existing one: ``literals`` is the text besides the values, and
   ``layouts`` takes out what is about that paper alone.
3. ``verify``, ``anew``, ``changes`` and ``compare`` check what was written by reading it back, and
   ``tags`` checks that HTML elements are closed and hold what they should. ``blame`` finds the
   value that does not fit and the edit that caused it, and ``errors`` reports them.
"""
