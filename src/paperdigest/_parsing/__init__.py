"""From text to values.

``detect`` finds the dialect, ``scanner`` matches its rules to the pieces of a text, and ``parser``
makes values of the pieces. ``tokens``, ``record`` and ``places`` scan again on request, to find the
positions of values.
"""
