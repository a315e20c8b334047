"""What the papers of a text have in common, beside their titles."""

from typing import NamedTuple


class Below(NamedTuple):
    """The contents of the papers of a text.

    Attributes:
        labels: The labels that were found, by what they are about.
        item: Whether papers are list items, whose lines may be indented.
        quote: Whether papers are in quotes.
        html: Whether papers are written in HTML.
        cells: Whether papers have tables of two columns.
        thumbs: Whether votes are shown by a sign or after their number.
        parts: Headings that are parts of papers.
        emphasised: Whether emphasised words after a title are names.
        names_below: Whether names, even a single one, are in the line below a title.
        single: Whether some papers are single lines, which have their names in them.
        names_further: Whether names, even a single one, are in a line further down.
        names_first: Whether names are before a title, so that those after it are not authors.
        surnames: Whether names are surnames alone, as in citations.
        counted: Whether labels are items of one list with the title's.
        indented: Whether the lines of papers may be indented without being in items.
        piped: Whether links are written as in exported chats: ``<https://example.org|label>``.
        dated: Whether a day is in the line of a title or right below it, which is the paper's.
        apart: Whether some papers are no items, so that their prose is not indented.
    """

    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    item: bool = False
    quote: bool = False
    html: bool = False
    cells: bool = False
    thumbs: bool = False
    parts: tuple[str, ...] = ()
    emphasised: bool = False
    names_below: bool = False
    single: bool = False
    names_further: bool = False
    names_first: bool = False
    surnames: bool = False
    counted: bool = False
    indented: bool = False
    piped: bool = False
    dated: bool = False
    apart: bool = False
