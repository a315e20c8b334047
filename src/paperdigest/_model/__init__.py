"""The values: digests, papers and their parts.

1. ``source`` is the text that they were parsed from, ``origin`` the block of each paper in it, and
   ``bases`` has the base classes that carry the origin apart from the attributes.
2. ``items``, ``paper`` and ``digest`` define the values, which ``values`` gathers. ``validation``
   checks their attributes; ``finding``, ``editing`` and ``chunks`` help their methods.
3. ``maker`` builds them without the checks for the parser, which knows that they hold. ``merging``
   makes one digest of several, and ``several`` takes digests one by one or together.
"""
