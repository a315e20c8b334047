"""How much a regular expression may backtrack, decided on its parsed form.

`characters` has sets of characters, `tree` takes an expression apart, `automaton` turns it into
states and edges, and `ambiguity` decides in how many ways one text can be matched.
"""
