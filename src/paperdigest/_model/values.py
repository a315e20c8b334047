"""The values: what a digest says, apart from how it is written.

Every class is frozen and compares by its public attributes. What a value was read from travels in
private attributes that ``attrs.evolve`` hands on, so that the serializer can keep the bytes of
whatever was not changed.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, TypedDict, TypeVar, Unpack

import attrs

from paperdigest._model.source import DigestOrigin, Origin
from paperdigest._model.validation import (
    as_tuple,
    check_date,
    check_filled,
    check_items,
    check_line,
    check_media_kind,
    check_names,
    check_text,
    check_url,
    check_votes,
    refused,
)
from paperdigest._text.arxiv import arxiv_id_of

_T = TypeVar("_T")


def _names(items: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(items)


def _media(items: "Iterable[Media]") -> "tuple[Media, ...]":
    return as_tuple(items)


def _sections(items: "Iterable[Section]") -> "tuple[Section, ...]":
    return as_tuple(items)


def _fields(items: "Iterable[Field]") -> "tuple[Field, ...]":
    return as_tuple(items)


def _links(items: "Iterable[Link]") -> "tuple[Link, ...]":
    return as_tuple(items)


def _papers(items: "Iterable[Paper]") -> "tuple[Paper, ...]":
    return as_tuple(items)


@attrs.frozen(weakref_slot=False)
class Section:
    """One labelled or unlabelled piece of a paper's summary.

    Attributes:
        label: The label without emphasis and colon, or ``None``.
        text: Markdown as written, its continuation lines too, outer white space stripped.

    Raises:
        TypeError: A value is not of its type.
        ValueError: A label has a line end, or a value has white space around it.

    Example:
        >>> Section("What's New", "A smaller model.").label
        "What's New"
    """

    label: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_filled))
    text: str = attrs.field(default="", validator=check_text)
    _origin: Origin | None = attrs.field(
        default=None, alias="origin", eq=False, repr=False, kw_only=True
    )
    _index: int = attrs.field(default=0, alias="index", eq=False, repr=False, kw_only=True)
    _pristine: bool = attrs.field(default=False, eq=False, repr=False, init=False)


@attrs.frozen(weakref_slot=False)
class Media:
    """An image or a video of a paper.

    Attributes:
        kind: ``"image"`` or ``"video"``.
        url: Where it is; may be relative.
        alt: What stands for an image that cannot be shown.

    Raises:
        TypeError: A value is not of its type.
        ValueError: The kind is another, or the URL is empty or has white space.

    Example:
        >>> Media("image", "https://example.org/figure.png").alt
        ''
    """

    kind: Literal["image", "video"] = attrs.field(validator=check_media_kind)
    url: str = attrs.field(validator=check_url)
    alt: str = attrs.field(default="", validator=check_line)


@attrs.frozen(weakref_slot=False)
class Field:
    """A short labelled value that has no attribute of its own, such as ``Relevance: 9``.

    Attributes:
        label: Its name.
        value: One line of markdown as written.

    Raises:
        TypeError: A value is not of its type.
        ValueError: The label is empty, or a value is no stripped line.

    Example:
        >>> Field("Relevance", "9")
        Field(label='Relevance', value='9')
    """

    label: str = attrs.field(validator=check_filled)
    value: str = attrs.field(validator=check_line)


@attrs.frozen(weakref_slot=False)
class Link:
    """A labelled URL beside the main one.

    Attributes:
        label: What stands in the brackets.
        url: Where it leads.

    Raises:
        TypeError: A value is not of its type.
        ValueError: The URL is empty or has white space, or the label is no stripped line.

    Example:
        >>> Link("Code", "https://example.org/code").label
        'Code'
    """

    label: str = attrs.field(validator=check_line)
    url: str = attrs.field(validator=check_url)


class SectionChanges(TypedDict, total=False):
    """What can be changed in a section."""

    label: str | None
    text: str


class PaperChanges(TypedDict, total=False):
    """What can be changed in a paper."""

    title: str
    url: str | None
    votes: int | None
    authors: Iterable[str]
    category: str | None
    media: Iterable[Media]
    sections: Iterable[Section]
    fields: Iterable[Field]
    links: Iterable[Link]
    published: datetime.date | None


@attrs.frozen(weakref_slot=False)
class Paper:
    """One entry of a digest.

    Attributes:
        title: One line of markdown as written.
        url: The main link, or ``None``.
        votes: A count, or ``None`` where none is known.
        authors: Their names as written.
        category: Its group, such as ``cs.CL``, or ``None``.
        media: Images and videos.
        sections: The pieces of its summary.
        fields: Short labelled values.
        links: Labelled URLs beside the main one.
        published: The day on which it was published, or ``None``.

    Lists are taken for tuples.

    Raises:
        TypeError: A value is not of its type.
        ValueError: No dialect could hold a value; the message names it and says why.

    Example:
        >>> paper = Paper("Attention Is All You Need", "https://arxiv.org/abs/1706.03762v7")
        >>> paper.arxiv_id
        '1706.03762'
    """

    title: str = attrs.field(validator=check_line)
    url: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_url))
    votes: int | None = attrs.field(default=None, validator=check_votes)
    authors: tuple[str, ...] = attrs.field(default=(), converter=_names, validator=check_names)
    category: str | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_filled)
    )
    media: tuple[Media, ...] = attrs.field(
        default=(), converter=_media, validator=check_items(Media)
    )
    sections: tuple[Section, ...] = attrs.field(
        default=(), converter=_sections, validator=check_items(Section)
    )
    fields: tuple[Field, ...] = attrs.field(
        default=(), converter=_fields, validator=check_items(Field)
    )
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links, validator=check_items(Link))
    published: datetime.date | None = attrs.field(default=None, validator=check_date)
    _origin: Origin | None = attrs.field(
        default=None, alias="origin", eq=False, repr=False, kw_only=True
    )
    _pristine: bool = attrs.field(default=False, eq=False, repr=False, init=False)

    @property
    def arxiv_id(self) -> str | None:
        """The arXiv identifier of the main link, or of the first other that has one."""
        found = arxiv_id_of(self.url) if self.url else None
        if found:
            return found
        return next(filter(None, (arxiv_id_of(link.url) for link in self.links)), None)

    def replace(self, section: Section, /, **changes: Unpack[SectionChanges]) -> "Paper":
        """Return this paper with one section changed.

        Args:
            section: One of ``self.sections``.
            **changes: The attributes of the section to set.

        Returns:
            A new paper; this one stays as it is.

        Raises:
            ValueError: The section is not in this paper.

        Example:
            >>> paper = Paper("A", sections=[Section("Idea", "Old.")])
            >>> paper.replace(paper.sections[0], text="New.").sections
            (Section(label='Idea', text='New.'),)
        """
        at = _index_of(self.sections, section)
        changed = attrs.evolve(section, **changes)
        return attrs.evolve(self, sections=(*self.sections[:at], changed, *self.sections[at + 1 :]))


@attrs.frozen(weakref_slot=False)
class Digest:
    """One issue: a title, a date, papers.

    Attributes:
        title: The heading without the date, or ``None`` where there is none.
        date: The day, or the first day of a range, or ``None``.
        end_date: The last day where the text gives a range, else ``None``.
        papers: The entries, in order.

    Lists are taken for tuples.

    Raises:
        TypeError: A value is not of its type.
        ValueError: No dialect could hold a value; the message names it and says why.

    Example:
        >>> import datetime
        >>> digest = Digest("Daily Papers", datetime.date(2024, 8, 26), papers=[Paper("A")])
        >>> len(digest.papers)
        1
    """

    title: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_filled))
    date: datetime.date | None = attrs.field(default=None, validator=check_date)
    end_date: datetime.date | None = attrs.field(default=None, validator=check_date)
    papers: tuple[Paper, ...] = attrs.field(
        default=(), converter=_papers, validator=check_items(Paper)
    )
    _origin: DigestOrigin | None = attrs.field(
        default=None, alias="origin", eq=False, repr=False, kw_only=True
    )
    _pristine: bool = attrs.field(default=False, eq=False, repr=False, init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if self.end_date is not None and (self.date is None or self.end_date < self.date):
            reason = f"is before the first day, {self.date}; give date <= end_date"
            raise refused(ValueError, self, "end_date", self.end_date.isoformat(), reason)

    def replace(self, paper: Paper, /, **changes: Unpack[PaperChanges]) -> "Digest":
        """Return this digest with one paper changed.

        Args:
            paper: One of ``self.papers``.
            **changes: The attributes of the paper to set.

        Returns:
            A new digest; this one stays as it is.

        Raises:
            ValueError: The paper is not in this digest, or a value is refused.

        Example:
            >>> digest = Digest(papers=[Paper("A"), Paper("B")])
            >>> digest.replace(digest.papers[0], votes=35).papers[0].votes
            35
        """
        at = _index_of(self.papers, paper)
        return self._with(*self.papers[:at], attrs.evolve(paper, **changes), *self.papers[at + 1 :])

    def insert(self, index: int, paper: Paper) -> "Digest":
        """Return this digest with a paper put in before ``index``, as ``list.insert`` counts.

        Example:
            >>> Digest(papers=[Paper("A")]).insert(0, Paper("B")).papers[0].title
            'B'
        """
        papers = list(self.papers)
        papers.insert(index, paper)
        return self._with(*papers)

    def remove(self, paper: Paper) -> "Digest":
        """Return this digest without a paper.

        Raises:
            ValueError: The paper is not in this digest.

        Example:
            >>> digest = Digest(papers=[Paper("A"), Paper("B")])
            >>> [paper.title for paper in digest.remove(digest.papers[0]).papers]
            ['B']
        """
        at = _index_of(self.papers, paper)
        return self._with(*self.papers[:at], *self.papers[at + 1 :])

    def _with(self, *papers: Paper) -> "Digest":
        return attrs.evolve(self, papers=papers)


def _index_of(items: Sequence[_T], wanted: _T) -> int:
    """Find an item, the very same one before one that is equal."""
    for index, item in enumerate(items):
        if item is wanted:
            return index
    if wanted in items:
        return items.index(wanted)
    raise ValueError(f"{wanted!r:.80} is not in this {type(wanted).__name__.lower()}'s owner")
