"""What repeats in a text of an unknown layout: the unit that is a paper, and the table of rules for it.

Data flows through the packages in this order:

1. ``patterns`` describes what people write: labels, links, names, titles and days.
2. ``search`` finds the lines, rows and headings that are papers, and the title and the date above
   them.
3. ``rules`` turns what was found into a dialect.

``find`` is the entry point.
"""
