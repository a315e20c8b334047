"""How values look to people, in the order of the modules, each of which uses those before it only.

``shapes`` says which attributes are shown, so that nothing here depends on how values are made,
``short`` writes the ``repr``, ``text`` the overview for a terminal. ``style`` and ``markup`` are
the style sheet and the safe pieces of notebook views, ``pages`` shows digests, papers and sections,
``findings`` diagnostics and detections, ``view`` is a part of a long digest.
"""
