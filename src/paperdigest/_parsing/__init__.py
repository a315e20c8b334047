"""From text to values.

1. ``detect`` finds the dialect of a text, and ``detection`` is its result.
2. ``scanner`` cuts a text into blocks. ``hidden`` finds code and comments, on which no rule is
   tried. ``chapters`` and ``nested`` decide whether a heading ends the papers.
3. ``parser`` makes digests from the blocks. ``plain`` parses a plain paper in one go. For any other
   one, ``pieces`` matches the rules to its lines and cells, and ``readers`` put the values of the
   pieces into a ``draft``.
4. ``tokens``, ``record``, ``places`` and ``explain`` examine the pieces again on request, to find
   the positions of values and the rules that matched. ``elements`` finds tags of HTML.
"""
