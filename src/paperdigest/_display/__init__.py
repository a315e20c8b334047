"""Views of values for terminals and notebooks.

``shapes`` says which attributes are shown, so that nothing here depends on how values are made.
``short`` represents a value in one line, and ``text`` is the overview for a terminal. ``style`` and
``markup`` are the style sheet and the safe pieces of notebook views. ``pages`` shows digests,
papers and sections, ``findings`` shows diagnostics and detections, ``tables`` shows rows, and
``view`` a part of a long digest. Each module uses only those before it.
"""
