"""From text to values.

``detect`` finds the dialect, ``scanner`` cuts a text into blocks, ``pieces`` matches the rules to
the lines and cells of a block, and ``parser`` makes values of these pieces. ``tokens``, ``record``
and ``places`` look at the pieces again on request, to find the positions of values.
"""
