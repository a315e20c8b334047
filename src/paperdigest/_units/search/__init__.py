"""The search for the unit of a text.

``lines`` cuts the text into lines and says how each one begins; ``html_rows`` takes a row of a table in
HTML for one line; ``rows`` finds the tables, and ``columns`` says what their columns hold. ``page`` finds
the title and the date at the top.

``grouping`` puts lines that begin alike together. ``candidates`` asks each group how likely it holds
papers: how well a form ``fits`` its lines, by the ``quality`` of the titles it finds, and by the
``evidence`` in them and below. ``choice`` takes the groups that do, and says why; ``unit`` describes
each of them for the rules. ``nesting`` finds groups above others, and ``chapters`` what holds no papers.
"""
