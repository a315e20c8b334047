"""A whole text: new, or with what has changed.

``composer`` is the entry point: its ``builder`` writes a digest that has no text, and its
``editor`` puts what has changed into a text. Both use the same ``writers`` of parts.

``align`` finds the papers of a digest in the text that they come from, ``gaps`` is the text between
two papers, ``groups`` writes the headings of groups, and ``headings`` that of the digest, with
``heading_removals`` for a title or days that go. ``derived`` is text that follows from the papers,
such as their numbers and tables of contents.
"""
