"""Dialects, their rules and templates.

1. ``schema`` lists the attributes of a paper and the kinds of rules. ``rules`` describes one kind
   of line or cell, and ``dialect`` holds the rules of one family of digests. ``arguments`` checks
   the arguments of both, and ``written`` writes them as Python source.
2. ``templates`` makes patterns from templates, and ``forms`` fills templates. ``patterns`` checks
   the patterns that people write, ``reach`` finds how far one looks, and ``commonmark`` has those
   for links and headings.
3. ``compiled`` is the compiled form of a dialect: ``tables`` compiles many rules to one expression,
   ``steps`` tries them one by one in lines that hold what they have ``required``, and ``expected``
   is what a text of the dialect should have.
"""
