"""The search for the units of a text.

``lines`` splits the text into lines and describes how each one begins. ``html_rows`` joins each row
of an HTML table into one line. ``rows`` finds markdown tables, and ``columns`` finds what their
columns hold. ``page`` finds the title and the date at the top.

``grouping`` groups lines that begin alike. ``candidates`` rates how likely the lines of a group are
papers: by how well a form ``fits`` them, by the ``quality`` of the titles it finds, and by the
``evidence`` in them and below. ``choice`` selects groups and reports why, and ``unit`` describes
each of them for the rules. ``nesting`` finds groups above others, ``titled`` headings with labelled
titles below, ``chapters`` headings without papers, and ``above`` lines of papers above their titles.
"""
