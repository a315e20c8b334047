"""How much a regular expression may backtrack, decided on its parsed form.

``characters`` has sets of characters, ``tree`` parses an expression, and ``automaton`` turns it
into ``states`` and edges, for which ``graphs`` has the algorithms. ``ambiguity`` finds in how many
ways one text can be matched, ``rounds`` in how many ways one round of a loop can go, and ``ends``
where a match may end.
"""
