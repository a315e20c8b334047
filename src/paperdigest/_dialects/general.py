"""One-off digests: how papers are written without an existing text to follow.

A text of an unknown layout is read by rules that are made for it (see ``paperdigest._units``). This is the
table for one that does not exist yet: papers under headings, with labelled lines.

.. code-block:: text

    digest   = "# " title ", " date
    group    = "## " category
    paper    = "### [" title "](" url ")" / "### " title
    votes    = "**Votes:** " number
    authors  = "**Authors:** " names
    link     = "[" label "](" url ")"
    field    = "*" label "*: " value
    section  = "#### " label text / text
"""

from paperdigest._units.rules.table import STANDARD, table_for

DIALECT = table_for(STANDARD)
