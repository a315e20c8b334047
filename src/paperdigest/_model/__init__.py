"""The values: digests, papers and their parts.

``validation`` checks them, ``source`` is the text that they were parsed from, ``finding`` and
``editing`` help their methods, ``items``, ``paper`` and ``digest`` define them, which ``values``
gathers, and ``make`` builds them without the checks for the parser, which knows that they hold.
"""
