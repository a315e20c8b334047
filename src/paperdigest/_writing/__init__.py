"""From values to text.

``serializer`` is the entry point, and ``several`` writes several digests into one text; ``plain``
replaces values of derived classes by ordinary ones. Each package uses only those above it:

1. ``pieces`` are parts of a text and what is between them.
2. ``forms`` write new pieces, in the style of the text.
3. ``edits`` change the text of one paper.
4. ``checks`` compare what was written, when it is read back, with the values.
5. ``papers`` write one paper in the form that is read back as it.
6. ``page`` writes the whole text.
"""
