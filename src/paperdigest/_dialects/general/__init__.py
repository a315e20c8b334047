r"""One-off digests: what people write by hand or with a script of their own, read as a reader would.

.. code-block:: text

    digest   = "# " title ", " date                  ; a heading with a date, or the first one
    group    = "## " category
    paper    = "### " [number] "[" title "](" url ")" / "### " [number] title
             / "- [" title "](" url ")" / "1. **" title "**"
    votes    = "Votes:" number
    authors  = ("Authors" / "作者" / "저자" / ...) ":" names / "by " names
    link     = ("Link" / "Paper" / "链接" / ...) ":" (url / "[" label "](" url ")") / "[" label "](" url ")"
    field    = ("Published" / "Venue" / ...) ":" value / "*" label "*: " value
    section  = ("Summary" / "Abstract" / ...) ":" text / "- **" label "**:" text / "**" label ":**" text
             / "#### " label text / text

A label may be plain, emphasised or bold, in a list or not. Headings make an outline: what stands
deeper than a paper belongs to it, and in a chapter about the list itself no paper is looked for. A
heading or list item is a paper only where its link or a line below shows it; that of a link alone is
one unless it leads to a program. A row is a paper where the header of its table says what the cells
are: `rows` makes a table of rules for such a header.
"""

from functools import lru_cache

from paperdigest._dialects.general._heads import chapters, digests, ends, first, groups, papers
from paperdigest._dialects.general._lines import lines
from paperdigest._dialects.general._rows import rows, tabled
from paperdigest._dialects.general._shapes import DESCRIPTION, NAME
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import proven

__all__ = ["DIALECT", "listed", "rows", "tabled"]


@proven()
def _blocks(*, listed: bool) -> Dialect:
    rules = [*first(), *chapters(), *papers(listed=listed), *digests(), *groups(), *ends()]
    return Dialect(NAME, [*rules, *lines(listed=listed)], description=DESCRIPTION)


#: Papers under headings, and what is written where there is nothing to follow.
DIALECT = _blocks(listed=False)


@lru_cache(maxsize=1)
def listed() -> Dialect:
    """Return the form for papers that are list items, whose lines may be indented."""
    return _blocks(listed=True)
