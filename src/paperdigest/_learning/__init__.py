"""Learning a dialect from examples: a person shows a paper or two, and gets a table of rules.

``examples`` finds the examples in the text. ``heads`` and ``rows`` make the rules for the heads of
papers and for table rows, ``blocks`` those for the lines below, and ``headings`` those for what is
above; they use ``values``, ``lines`` and ``links``. ``learn`` is the entry point, and ``report``
its result.
"""
