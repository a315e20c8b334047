"""What repeats in a text of no family: the unit that is a paper, and the table of rules that reads it.

Data flows through the modules in this order:

1. ``lines`` cuts the text into lines and says how each one begins; ``html_rows`` takes a row of a table
   in HTML for one line.
2. ``candidates`` puts lines that begin alike together and asks each group how likely it holds papers: how
   well a form ``fits`` its lines, by the ``titles`` it finds, and by the ``evidence`` in them and below.
3. ``choice`` takes the groups that do, and says why; ``chapters`` finds what holds no papers.
4. ``table`` makes a dialect of them, with the rules of ``heads``, ``below``, ``rows`` and ``page``.

``words``, ``shapes`` and ``forms`` hold what people write: labels, links, names, titles.
"""
