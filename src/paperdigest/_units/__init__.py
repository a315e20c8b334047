"""What repeats in a text of no family: the unit that is a paper, and the table of rules that reads it.

Data flows through the modules in this order:

1. ``lines`` cuts the text into lines and says how each one begins.
2. ``candidates`` puts lines that begin alike together and asks each group how likely it holds papers,
   by its ``titles`` and by the ``evidence`` in its lines and below.
3. ``choice`` takes the groups that do, and says why; ``chapters`` finds what holds no papers.
4. ``table`` makes a dialect of them, with the rules of ``heads``, ``below``, ``rows`` and ``page``.

``words``, ``shapes`` and ``forms`` hold what people write: labels, links, names, titles.
"""
