"""Digests as rows, and as tables for other libraries."""

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import index as index_of
from typing import SupportsIndex, overload

from paperdigest._model.several import each_digest
from paperdigest._model.values import Digest
from paperdigest._protocols.arrow import stream
from paperdigest._protocols.tables import PER, Per, Row, columns_of, rows_of
from paperdigest._text.closest import hint
from paperdigest._text.counts import counted


class Rows:
    """Digests as rows: dictionaries without anything nested but lists of texts.

    Iterate over it for the rows, as often as you like; an index or a slice gives some. A notebook
    shows the first ones. Polars, pyarrow, DuckDB and other libraries take it as it is, through the
    Arrow PyCapsule interface; this needs the extra ``arrow``.

    Attributes:
        per: The kind of item that makes a row.
        columns: The names of the columns, in order. They are the same even without rows.
    """

    __slots__ = ("_digests", "columns", "per")

    def __init__(self, digests: Iterable[Digest], per: Per) -> None:
        self._digests = tuple(digests)
        self.per: Per = per
        self.columns: tuple[str, ...] = tuple(each.name for each in columns_of(Digest, per))

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows, each a new dictionary."""
        return rows_of(self._digests, Digest, self.per)

    def __len__(self) -> int:
        """Return the number of rows."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Row | list[Row]:
        """Return a row, or a list of the rows of a slice.

        All rows before it are made as well, so iterate to look at many.

        Raises:
            IndexError: There is no such row.
        """
        if isinstance(index, slice):
            return list(self)[index]
        number = index_of(index)
        at = number if number >= 0 else number + len(self)
        found = next(islice(self, at, None), None) if at >= 0 else None
        if found is None:
            raise IndexError(f"index: {number} is out of range; found {counted(len(self), 'rows')}")
        return found

    def __repr__(self) -> str:
        of_what = counted(len(self._digests), "digests")
        return f"<{counted(len(self), 'rows')} of {of_what}, one per {self.per}>"

    def _repr_html_(self) -> str:
        from paperdigest._display.tables import rows_page

        return rows_page(self.columns, self, len(self))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as a stream of Arrow, in a capsule.

        Raises:
            ModuleNotFoundError: pyarrow is not installed.
        """
        return stream(self, columns_of(Digest, self.per), requested_schema)


def rows(digests: Digest | Iterable[Digest], *, per: Per = "paper") -> Rows:
    """Return digests as rows, for tables and data frames.

    A row is a paper, or one of its sections, fields, authors, links or media. Its
    columns have the same names and types whatever the digests hold:

    ================================ ============================ ==================================
    columns                          types                        in
    ================================ ============================ ==================================
    digest_index                     ``int``                      all rows
    digest_title                     ``str`` or ``None``          all rows
    date, end_date                   ``date`` or ``None``         all rows
    paper_index                      ``int``                      all rows
    title                            ``str``                      all rows
    url, arxiv_id                    ``str`` or ``None``          all rows
    votes, authors, ...              those of :class:`Paper`      rows per paper
    summary                          ``str``                      rows per paper
    section_index                    ``int``                      rows per section
    section_label                    ``str`` or ``None``          rows per section
    section_text                     ``str``                      rows per section
    field_index                      ``int``                      rows per field
    field_label, field_value         ``str``                      rows per field
    author_index                     ``int``                      rows per author
    author                           ``str``                      rows per author
    link_index                       ``int``                      rows per link
    link_label, link_url             ``str``                      rows per link
    media_index                      ``int``                      rows per media
    media_kind, media_url, media_alt ``str``                      rows per media
    ================================ ============================ ==================================

    Rows per paper have all attributes of the paper but its items. Tuples of texts are lists.
    Indexes count from 0: ``digests[row["digest_index"]].papers[row["paper_index"]]`` is the paper.

    Args:
        digests: A digest, or several of them.
        per: The kind of item that makes a row: ``"paper"``, ``"section"``, ``"field"``,
            ``"author"``, ``"link"`` or ``"media"``.

    Returns:
        The rows, to iterate over or to pass to a library.

    Raises:
        TypeError: One of them is not a digest.
        ValueError: ``per`` is not one of these names.

    Example:
        >>> from paperdigest import Paper, Section
        >>> digest = Digest(
        ...     "Daily Papers", papers=[Paper("A", sections=[Section("Idea", "Less.")])]
        ... )
        >>> [(row["title"], row["votes"]) for row in rows(digest)]
        [('A', None)]
        >>> [row["section_text"] for row in rows([digest, digest], per="section")]
        ['Less.', 'Less.']
    """
    if per not in PER:
        raise ValueError(f"per: {per!r} found; {hint(per, PER)}")
    return Rows(each_digest(digests), per)
