"""The values: what a digest says, apart from how it is written.

Every class is frozen and compares by its public attributes. What a value was read from travels in
private attributes that ``attrs.evolve`` hands on, so that the serializer can keep the bytes of
whatever was not changed.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypedDict, TypeVar, Unpack

import attrs

from paperdigest._source import Origin

_T = TypeVar("_T")

#: More digits than this are no count of votes, and Python refuses to read very long integers.
MAX_VOTE_DIGITS = 18

# The arXiv identifier scheme: YYMM.NNNNN since April 2007 (four digits up to 2014), and
# archive.subject/YYMMNNN before; a version is no part of the identifier.
_ARXIV_ID = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html|format|ps)|huggingface\.co/papers|alphaxiv\.org/(?:abs|overview)"
    r"|ar5iv(?:\.labs)?(?:\.arxiv)?\.org/(?:abs|html))/"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})(?![0-9])"
)


def arxiv_id_of(url: str) -> str | None:
    """Give the arXiv identifier in a URL, without its version.

    The form is that of https://info.arxiv.org/help/arxiv_identifier.html.

    Example:
        >>> arxiv_id_of("https://arxiv.org/pdf/1706.03762v7")
        '1706.03762'
    """
    found = _ARXIV_ID.search(url)
    return found[1] if found else None


def _refuse(
    error: type[ValueError | TypeError], owner: object, attribute: str, value: object, reason: str
) -> ValueError | TypeError:
    shown = repr(value)
    if len(shown) > 80:
        shown = f"{shown[:77]}..."
    return error(f"{type(owner).__name__}.{attribute}: {shown} {reason}")


def _check_text(owner: object, attribute: str, value: object) -> str:
    if not isinstance(value, str):
        raise _refuse(TypeError, owner, attribute, value, "is not a str; give text")
    if value != value.strip():
        raise _refuse(
            ValueError,
            owner,
            attribute,
            value,
            "has white space around it; strip it, it is not kept",
        )
    return value


def _check_line(owner: object, attribute: str, value: object) -> str:
    text = _check_text(owner, attribute, value)
    if "\n" in text or "\r" in text:
        raise _refuse(ValueError, owner, attribute, value, "has a line end; give one line")
    return text


_Validator = Callable[[object, "attrs.Attribute[str]", object], None]


def _text(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    _check_text(owner, attribute.name, value)


def _line(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    _check_line(owner, attribute.name, value)


def _filled(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not _check_line(owner, attribute.name, value):
        raise _refuse(ValueError, owner, attribute.name, value, "is empty; give None or some text")


def _url(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    _filled(owner, attribute, value)
    if isinstance(value, str) and any(map(str.isspace, value)):
        raise _refuse(
            ValueError,
            owner,
            attribute.name,
            value,
            "has white space; percent-encode it (RFC 3986)",
        )


def _votes(owner: object, attribute: "attrs.Attribute[int | None]", value: object) -> None:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse(
            TypeError, owner, attribute.name, value, "is not an int; give a count or None"
        )
    if value < 0:
        raise _refuse(ValueError, owner, attribute.name, value, "is negative; give a count or None")
    if value >= 10**MAX_VOTE_DIGITS:
        reason = f"{owner.__class__.__name__}.{attribute.name}: a count of votes has at most"
        raise ValueError(f"{reason} {MAX_VOTE_DIGITS} digits")


def _date(owner: object, attribute: "attrs.Attribute[datetime.date | None]", value: object) -> None:
    if value is None:
        return
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise _refuse(
            TypeError, owner, attribute.name, value, "is not a datetime.date; drop the time of day"
        )


def _items(kind: type[_T]) -> Callable[[object, "attrs.Attribute[tuple[_T, ...]]", object], None]:
    """Make a validator for a tuple of ``kind``."""

    def check(owner: object, attribute: "attrs.Attribute[tuple[_T, ...]]", value: object) -> None:
        items: Sequence[object] = value if isinstance(value, tuple) else ()
        for item in items:
            if not isinstance(item, kind):
                reason = f"is not a {kind.__name__}; give a tuple or list of {kind.__name__} only"
                raise _refuse(TypeError, owner, attribute.name, item, reason)

    return check


def _authors(owner: object, attribute: "attrs.Attribute[tuple[str, ...]]", value: object) -> None:
    items: Sequence[object] = value if isinstance(value, tuple) else ()
    for item in items:
        if not _check_line(owner, attribute.name, item):
            raise _refuse(ValueError, owner, attribute.name, item, "is empty; leave it out")


def _tuple(items: Iterable[_T]) -> tuple[_T, ...]:
    if isinstance(items, str | bytes):
        raise TypeError(f"{items!r:.80} is one string; give a list or tuple of values")
    return tuple(items)


def _names(items: Iterable[str]) -> tuple[str, ...]:
    return _tuple(items)


def _media(items: "Iterable[Media]") -> "tuple[Media, ...]":
    return _tuple(items)


def _sections(items: "Iterable[Section]") -> "tuple[Section, ...]":
    return _tuple(items)


def _fields(items: "Iterable[Field]") -> "tuple[Field, ...]":
    return _tuple(items)


def _links(items: "Iterable[Link]") -> "tuple[Link, ...]":
    return _tuple(items)


def _papers(items: "Iterable[Paper]") -> "tuple[Paper, ...]":
    return _tuple(items)


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

    label: str | None = attrs.field(default=None, validator=attrs.validators.optional(_filled))
    text: str = attrs.field(default="", validator=_text)
    _origin: Origin | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _index: int = attrs.field(default=0, eq=False, repr=False, kw_only=True)
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

    kind: Literal["image", "video"] = attrs.field()
    url: str = attrs.field(validator=_url)
    alt: str = attrs.field(default="", validator=_line)

    @kind.validator
    def _check_kind(self, attribute: "attrs.Attribute[str]", value: object) -> None:
        if value not in ("image", "video"):
            raise _refuse(
                ValueError, self, attribute.name, value, "is no kind; give image or video"
            )


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

    label: str = attrs.field(validator=_filled)
    value: str = attrs.field(validator=_line)


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

    label: str = attrs.field(validator=_line)
    url: str = attrs.field(validator=_url)


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

    Lists are taken for tuples.

    Raises:
        TypeError: A value is not of its type.
        ValueError: No dialect could hold a value; the message names it and says why.

    Example:
        >>> paper = Paper("Attention Is All You Need", "https://arxiv.org/abs/1706.03762v7")
        >>> paper.arxiv_id
        '1706.03762'
    """

    title: str = attrs.field(validator=_line)
    url: str | None = attrs.field(default=None, validator=attrs.validators.optional(_url))
    votes: int | None = attrs.field(default=None, validator=_votes)
    authors: tuple[str, ...] = attrs.field(default=(), converter=_names, validator=_authors)
    category: str | None = attrs.field(default=None, validator=attrs.validators.optional(_filled))
    media: tuple[Media, ...] = attrs.field(default=(), converter=_media, validator=_items(Media))
    sections: tuple[Section, ...] = attrs.field(
        default=(), converter=_sections, validator=_items(Section)
    )
    fields: tuple[Field, ...] = attrs.field(default=(), converter=_fields, validator=_items(Field))
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links, validator=_items(Link))
    _origin: Origin | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _pristine: bool = attrs.field(default=False, eq=False, repr=False, init=False)

    @property
    def arxiv_id(self) -> str | None:
        """The arXiv identifier of the main link, or of the first other that has one."""
        found = arxiv_id_of(self.url) if self.url else None
        if found:
            return found
        return next(filter(None, (arxiv_id_of(link.url) for link in self.links)), None)

    def replace(self, section: Section, /, **changes: Unpack[SectionChanges]) -> "Paper":
        """Give this paper with one section changed.

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

    title: str | None = attrs.field(default=None, validator=attrs.validators.optional(_filled))
    date: datetime.date | None = attrs.field(default=None, validator=_date)
    end_date: datetime.date | None = attrs.field(default=None, validator=_date)
    papers: tuple[Paper, ...] = attrs.field(default=(), converter=_papers, validator=_items(Paper))
    _origin: Origin | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _pristine: bool = attrs.field(default=False, eq=False, repr=False, init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if self.end_date is not None and (self.date is None or self.end_date < self.date):
            reason = f"is before the first day, {self.date}; give date <= end_date"
            raise _refuse(ValueError, self, "end_date", self.end_date.isoformat(), reason)

    def replace(self, paper: Paper, /, **changes: Unpack[PaperChanges]) -> "Digest":
        """Give this digest with one paper changed.

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
        """Give this digest with a paper put in before ``index``, as ``list.insert`` counts.

        Example:
            >>> Digest(papers=[Paper("A")]).insert(0, Paper("B")).papers[0].title
            'B'
        """
        papers = list(self.papers)
        papers.insert(index, paper)
        return self._with(*papers)

    def remove(self, paper: Paper) -> "Digest":
        """Give this digest without a paper.

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
