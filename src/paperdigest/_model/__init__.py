"""The values: digests, papers and their parts.

``validation`` checks them, ``source`` is the text that they were read from, ``values`` defines
them, and ``make`` builds them without the checks for the parser, which knows that they hold.
"""
