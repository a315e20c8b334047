"""One issue: a title, days and papers."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack, cast

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.bases import DigestWithOrigin, rebuilt, state_of
from paperdigest._model.chunks import Chunks, chunked
from paperdigest._model.maker import maker
from paperdigest._model.origin import Document
from paperdigest._model.paper import Paper, PaperChanges
from paperdigest._model.validation import (
    as_day,
    as_values,
    check_date,
    check_filled,
    check_items,
    refused,
    require_attributes,
    require_start,
)
from paperdigest._text.late import LateName

if TYPE_CHECKING:
    from paperdigest._display.view import View
else:
    View = LateName("View")


def _papers(items: Iterable[Paper]) -> tuple[Paper, ...]:
    return as_values(Paper, items)


def _check_end(
    digest: "Digest",
    attribute: "attrs.Attribute[datetime.date | None]",
    value: datetime.date | None,
) -> None:
    """Check the last day of a range, which needs a first day that is not after it."""
    check_date(digest, attribute, value)
    if value is None:
        return
    if digest.date is None:
        reason = "has no first day; pass date too, or only date for a single day"
    elif value < digest.date:
        reason = f"is before the first day, {digest.date}; pass date <= end_date"
    else:
        return
    raise refused(ValueError, digest, attribute.name, value.isoformat(), reason)


class DigestChanges(TypedDict, total=False):
    """The changes that ``Digest.replace`` takes."""

    title: str | None
    date: datetime.date | None
    end_date: datetime.date | None
    papers: Iterable[Paper]


@attrs.frozen(repr=False, weakref_slot=False)
class Digest(DigestWithOrigin):
    """One issue: a title, a date, papers.

    Attributes:
        title: The heading without the date, or ``None``.
        date: The day, or the first day of a range, or ``None``.
        end_date: The last day of a range, or ``None``.
        papers: The entries, in order.

    Lists are converted to tuples.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: No dialect can express a value; the message names it and the reason.

    Example:
        >>> import datetime
        >>> digest = Digest("Daily Papers", datetime.date(2024, 8, 26), papers=[Paper("A")])
        >>> len(digest.papers)
        1
    """

    title: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_filled))
    date: datetime.date | None = attrs.field(default=None, converter=as_day, validator=check_date)
    end_date: datetime.date | None = attrs.field(
        default=None, converter=as_day, validator=_check_end
    )
    papers: tuple[Paper, ...] = attrs.field(
        default=(), converter=_papers, validator=check_items(Paper)
    )

    # Because of the converters, Pyright cannot tell that these protocols are satisfied.
    def __str__(self) -> str:
        from paperdigest._display.text import digest_lines

        return "\n".join(map(str, digest_lines(self)))  # pyright: ignore[reportArgumentType]

    def _repr_html_(self) -> str:
        from paperdigest._display.pages import digest_page

        return digest_page(self)  # pyright: ignore[reportArgumentType]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the papers as a stream of Arrow, in a capsule; see ``rows``."""
        from paperdigest._protocols.arrow import digest_stream

        return digest_stream(self, Digest, requested_schema)

    def view(self, start: int = 0) -> View:
        """Return a notebook view of this digest, from one of its papers on.

        A digest as the last expression of a cell shows its first papers, within a size limit.

        Args:
            start: The index of the first paper to show.

        Raises:
            TypeError: ``start`` is not an ``int``.
            ValueError: ``start`` is negative.

        Example:
            >>> Digest("Daily Papers", papers=[Paper("A"), Paper("B")]).view(1)
            <view of Digest(title='Daily Papers', papers=<2 papers>) from paper 1 on>
        """
        from paperdigest._display import view

        require_start(start)
        return view.View(self, start)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Parse or join the papers on first access; until then, their slot is empty.

            Two threads that do so at once fill it with equal values.
            """
            if name == "papers" and self._chunks is not None:
                _set_papers(self, self._chunks.whole())
            elif name == "papers" and self._document is not None:
                _set_papers(self, tuple([origin.parse() for origin in self._document.origins]))
            else:
                message = f"'Digest' object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self)
            return self.papers

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the text once, and of unchanged papers only their place in it."""
        document = self._document
        if document is not None and self._pristine and type(self) is Digest:
            return digest_of, (document,)
        kind, known = state_of(self)
        if document is not None:
            places = {id(origin): index for index, origin in enumerate(document.origins)}
            known["papers"] = [
                places.get(id(paper._origin), paper) if paper._pristine else paper
                for paper in self.papers
            ]
        return _restored, (kind, known, document)

    @property
    def dialect(self) -> Dialect | None:
        """The dialect that this digest was parsed in, or ``None`` for one built by hand."""
        return self._document.dialect if self._document else None

    def find(
        self, *, arxiv_id: str | None = None, url: str | None = None, title: str | None = None
    ) -> Paper | None:
        """Return the first paper that matches all arguments, or ``None``.

        Args:
            arxiv_id: Its identifier, as in ``1706.03762`` or ``arXiv:1706.03762``, or a URL with
                it; a version does not count.
            url: Its main link.
            title: Its title; case, apostrophes and emphasis do not matter.

        Raises:
            TypeError: There is no argument, or one is not a ``str``.

        Example:
            >>> digest = Digest(papers=[Paper("A", "https://arxiv.org/abs/1706.03762v7")])
            >>> digest.find(arxiv_id="1706.03762").title
            'A'
        """
        from paperdigest._model.finding import folded, require_wanted
        from paperdigest._text.arxiv import bare_arxiv_id

        if arxiv_id is None and url is None and title is None:
            raise TypeError("find() needs something to look for; pass arxiv_id=, url= or title=")
        for name, value in (("arxiv_id", arxiv_id), ("url", url), ("title", title)):
            require_wanted(name, value)
        wanted = None if arxiv_id is None else bare_arxiv_id(arxiv_id)
        for paper in self.papers:
            if (
                (wanted is None or paper.arxiv_id == wanted)
                and (url is None or paper.url == url)
                and (title is None or folded(paper.title) == folded(title))
            ):
                return paper
        return None

    def replace(self, **changes: Unpack[DigestChanges]) -> "Digest":
        """Return this digest with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Digest("Daily Papers").replace(title="Weekly Papers")
            Digest(title='Weekly Papers')
        """
        require_attributes(type(self), changes)
        if "papers" in changes or type(self) is not Digest:  # a derived class may check more
            return attrs.evolve(self, **changes)
        heading: DigestChanges = {
            "title": self.title, "date": self.date, "end_date": self.end_date, **changes
        }  # fmt: skip
        checked = Digest(**heading)  # converts and checks the new values, and no paper again
        return self._with(title=checked.title, date=checked.date, end_date=checked.end_date)

    __replace__ = replace

    def replace_paper(self, paper: Paper, /, **changes: Unpack[PaperChanges]) -> "Digest":
        """Return this digest with one paper changed.

        Args:
            paper: One of ``self.papers``, or what it was before an edit.
            **changes: The attributes of the paper to set.

        Returns:
            A new digest; this one does not change.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: The paper is not in this digest, or a value is invalid.

        Example:
            >>> digest = Digest(papers=[Paper("A"), Paper("B")])
            >>> digest.replace_paper(digest.papers[0], votes=35).papers[0].votes
            35
        """
        chunks: Chunks[Paper] = self._chunks or chunked(self.papers)
        at = self._index_of(paper, chunks, "Digest.replace_paper")
        return self._with(chunks.replaced(at, chunks[at].replace(**changes)))

    def insert(self, index: int, paper: Paper) -> "Digest":
        """Return this digest with a paper inserted before ``index``, as by ``list.insert``.

        Raises:
            TypeError: It is not a paper, or the index is not an ``int``.

        Example:
            >>> Digest(papers=[Paper("A")]).insert(0, Paper("B")).papers[0].title
            'B'
        """
        from paperdigest._model.editing import require_index, require_item

        require_index(index)
        require_item(paper, Paper)
        papers = list(self.papers)
        papers.insert(index, paper)
        return self._with(papers=tuple(papers))

    def remove(self, paper: Paper) -> "Digest":
        """Return this digest without a paper.

        Args:
            paper: One of ``self.papers``, or what it was before an edit.

        Raises:
            TypeError: It is not a paper.
            ValueError: The paper is not in this digest.

        Example:
            >>> digest = Digest(papers=[Paper("A"), Paper("B")])
            >>> [paper.title for paper in digest.remove(digest.papers[0]).papers]
            ['B']
        """
        papers = list(self.papers)
        del papers[self._index_of(paper, self.papers, "Digest.remove")]
        return self._with(papers=tuple(papers))

    def _index_of(self, paper: object, papers: Sequence[Paper], method: str) -> int:
        from paperdigest._model.editing import index_of

        guess = 0
        if self._document and isinstance(paper, Paper) and paper._origin:
            guess = self._document.index_of(paper._origin)
        keys = (_url, _title)
        return index_of(papers, paper, Paper, keys=keys, method=method, guess=guess)

    def _with(self, chunks: Chunks[Paper] | None = None, /, **changes: object) -> "Digest":
        """Return this digest with attributes that are already checked, or with other papers.

        A derived class checks them again, since it may check more.
        """
        if type(self) is not Digest:
            return attrs.evolve(self, **({"papers": chunks.whole()} if chunks else changes))
        kind, known = state_of(self, but="papers" if chunks else "")
        hidden = {"_document": self._document, "_pristine": False, "_chunks": chunks}
        return rebuilt(kind, {**known, **changes, **hidden})


def _url(paper: Paper) -> str | None:
    return paper.url


def _title(paper: Paper) -> str:
    return paper.title


_set_papers = Digest.__dict__["papers"].__set__


def digest_of(document: Document) -> Digest:
    """Return the digest of a document; its papers are parsed on first access."""
    title, first, last = document.words
    return make_digest(title, first or document.date, last, document)


make_digest = maker(
    Digest, ["title", "date", "end_date", "_document"], _pristine=True, _chunks=None
)


def _restored(kind: type[Digest], known: dict[str, object], document: Document | None) -> Digest:
    if document is not None:
        items = cast("list[int | Paper]", known["papers"])
        known["papers"] = tuple(
            document.origins[item].parse() if isinstance(item, int) else item for item in items
        )
    hidden = {"_document": document, "_pristine": False, "_chunks": None}
    return rebuilt(kind, {**known, **hidden})
