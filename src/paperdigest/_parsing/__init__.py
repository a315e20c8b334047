"""From text to values.

``scanner`` finds which rule of the dialect claims which piece of a text, ``parser`` makes values of
the pieces, ``detect`` finds the dialect. ``tokens``, ``record`` and ``places`` scan again to tell
where things are, for those who ask.
"""
