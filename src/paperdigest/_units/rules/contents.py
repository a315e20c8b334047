"""What the papers of a text have in common, besides their titles."""

from typing import NamedTuple


class Names(NamedTuple):
    """Where names of authors are, if they have no label.

    Attributes:
        before: Whether they are before a title; names after it are then not authors.
        in_line: Whether they may follow a title in its line.
        emphasised: Whether any emphasised words that follow a title are names.
        below: Whether they are in the line right below a title, where one name is enough.
        further: Whether they are in a line further down, where one name is enough.
        surnames: The places where they may be surnames alone.
        turned: Whether surnames are before given names: ``Byron, Ada and Noether, Emmy``.
    """

    before: bool = False
    in_line: bool = True
    emphasised: bool = False
    below: bool = False
    further: bool = False
    surnames: tuple[str, ...] = ()
    turned: bool = False


class Below(NamedTuple):
    """The contents of the papers of a text.

    Attributes:
        names: Where their names are.
        labels: Their labels, by role.
        item: Whether papers are list items, whose lines may be indented.
        quote: Whether papers are in block quotes.
        html: Whether papers are written in HTML.
        cells: Whether papers have tables with a label and a value in each row.
        thumbs: Whether votes have a sign or a word such as "likes", not a label.
        parts: Headings inside papers.
        counted: Whether labels are items of the same list as the label of the title.
        indented: Whether the lines of papers may be indented without being in items.
        piped: Whether links are written as in exported chats: ``<https://example.org|label>``.
        dated: Whether the day of a paper may be in the line of its title or right below.
        barred: Whether labelled values are side by side, with bars or dots between them.
        apart: Whether some papers are not items, so their prose is not indented.
    """

    names: Names = Names()
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    item: bool = False
    quote: bool = False
    html: bool = False
    cells: bool = False
    thumbs: bool = False
    parts: tuple[str, ...] = ()
    counted: bool = False
    indented: bool = False
    piped: bool = False
    dated: bool = False
    barred: bool = False
    apart: bool = False
