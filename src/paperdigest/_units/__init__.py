"""What repeats in a text of no family: the unit that is a paper, and the table of rules that reads it.

Data flows through the modules in this order:

1. ``lines`` cuts the text into lines and says how each one begins; ``html_rows`` takes a row of a table
   in HTML for one line; ``rows`` finds the tables, and ``columns`` says what their columns hold.
2. ``grouping`` puts lines that begin alike together. ``candidates`` asks each group how likely it holds
   papers: how well a form ``fits`` its lines, by the ``quality`` of the ``titles`` it finds, and by the
   ``evidence`` in them and below.
3. ``choice`` takes the groups that do, and says why. ``nesting`` finds groups above others, and
   ``chapters`` what holds no papers.
4. ``table`` makes a dialect of them. ``page`` finds the title and the date at the top of the text, and
   ``page_rules`` has the rules for them, ``heads`` those for the lines with titles, ``row_rules`` for
   rows, ``behind`` for the rest of a line after a title, and ``below`` for the lines of a paper, with
   ``names``, ``labels``, ``marked`` and ``links``.

``find`` is the entry point. ``words``, ``shapes``, ``forms`` and ``days`` hold what people write: labels,
links, names, titles and days; ``leads`` says which forms a line can have by how it begins, and
``contents`` what the papers of a text have in common.
"""
