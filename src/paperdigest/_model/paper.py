"""One entry of a digest."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypedDict, TypeVar, Unpack, overload

import attrs

from paperdigest._model.bases import PaperWithOrigin
from paperdigest._model.items import (
    Field,
    Link,
    Media,
    Section,
    SectionChanges,
)
from paperdigest._model.maker import maker
from paperdigest._model.origin import Origin
from paperdigest._model.validation import (
    as_count,
    as_day,
    as_tuple,
    as_values,
    check_count,
    check_date,
    check_filled,
    check_items,
    check_line,
    check_names,
    check_url,
    require_attributes,
)

T = TypeVar("T")
_Labelled = TypeVar("_Labelled", Section, Field, Link)


def _names(items: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(items)


def _media(items: Iterable[Media]) -> tuple[Media, ...]:
    return as_values(Media, items)


def _sections(items: Iterable[Section]) -> tuple[Section, ...]:
    return as_values(Section, items)


def _fields(items: Iterable[Field]) -> tuple[Field, ...]:
    return as_values(Field, items)


def _links(items: Iterable[Link]) -> tuple[Link, ...]:
    return as_values(Link, items)


class PaperChanges(TypedDict, total=False):
    """The changes that ``Paper.replace`` takes."""

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


@attrs.frozen(repr=False, weakref_slot=False)
class Paper(PaperWithOrigin):
    """One entry of a digest.

    Attributes:
        title: One line of markdown as written.
        url: The main link, or ``None``.
        votes: The number of votes, or ``None`` if it is unknown.
        authors: The names as written.
        category: Its category, such as ``cs.CL``, or ``None``.
        media: Images and videos.
        sections: The parts of its summary.
        fields: Short labelled values.
        links: Labelled URLs besides the main one.
        published: The day on which it was published, or ``None``.

    Lists are converted to tuples.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: No dialect can express a value; the message names it and the reason.

    Example:
        >>> paper = Paper("Attention Is All You Need", "https://arxiv.org/abs/1706.03762v7")
        >>> paper.arxiv_id
        '1706.03762'
    """

    title: str = attrs.field(validator=check_line)
    url: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_url))
    votes: int | None = attrs.field(default=None, converter=as_count, validator=check_count)
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
    published: datetime.date | None = attrs.field(
        default=None, converter=as_day, validator=check_date
    )

    # Because of the converters, Pyright cannot tell that these protocols are satisfied.
    def __str__(self) -> str:
        from paperdigest._display.text import paper_overview

        return paper_overview(self)  # pyright: ignore[reportArgumentType]

    def _repr_html_(self) -> str:
        from paperdigest._display.pages import paper_page

        return paper_page(self)  # pyright: ignore[reportArgumentType]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle only the block of a paper that is unchanged."""
        if self._pristine and type(self) is Paper:
            return _unpickled, (self._origin,)
        return super().__reduce__()

    @property
    def arxiv_id(self) -> str | None:
        """The arXiv identifier of the first link or field that has one; the main link comes first.

        A field has one if its label is ``arXiv`` or ``arXiv ID``, or its value starts with
        ``arXiv:``.
        """
        from paperdigest._text.arxiv import arxiv_id_in_field, first_arxiv_id

        found = first_arxiv_id([self.url, *[link.url for link in self.links]])
        if found is None and self.fields:
            fields = (arxiv_id_in_field(field.label, field.value) for field in self.fields)
            found = next(filter(None, fields), None)
        return found

    @overload
    def section(self, label: str) -> Section | None: ...
    @overload
    def section(self, label: str, default: T) -> Section | T: ...
    def section(self, label: str, default: T | None = None) -> Section | T | None:
        """Return the first section with a label. Case, apostrophes and emphasis do not matter.

        Args:
            label: The label, such as ``"What's New"``.
            default: The result if there is none.

        Returns:
            The section, or ``default``.

        Raises:
            TypeError: ``label`` is not a ``str``.

        Example:
            >>> Paper("A", sections=[Section("What’s New", "Smaller.")]).section("what's new").text
            'Smaller.'
        """
        return _labelled(self.sections, label, default)

    @overload
    def field(self, label: str) -> Field | None: ...
    @overload
    def field(self, label: str, default: T) -> Field | T: ...
    def field(self, label: str, default: T | None = None) -> Field | T | None:
        """Return the first field with a label. Case, apostrophes and emphasis do not matter.

        Args:
            label: The label, such as ``"Relevance"``.
            default: The result if there is none.

        Returns:
            The field, or ``default``.

        Raises:
            TypeError: ``label`` is not a ``str``.

        Example:
            >>> Paper("A", fields=[Field("Relevance", "9")]).field("relevance").value
            '9'
        """
        return _labelled(self.fields, label, default)

    @overload
    def link(self, label: str) -> Link | None: ...
    @overload
    def link(self, label: str, default: T) -> Link | T: ...
    def link(self, label: str, default: T | None = None) -> Link | T | None:
        """Return the first link with a label. Case, apostrophes and emphasis do not matter.

        Args:
            label: The label, such as ``"Code"``.
            default: The result if there is none.

        Returns:
            The link, or ``default``.

        Raises:
            TypeError: ``label`` is not a ``str``.

        Example:
            >>> Paper("A").link("Code", "no code yet")
            'no code yet'
        """
        return _labelled(self.links, label, default)

    @property
    def summary(self) -> str:
        r"""All sections as one text, with their labels and a blank line between them.

        Example:
            >>> print(
            ...     Paper("A", sections=[Section("Idea", "Smaller."), Section(None, "b")]).summary
            ... )
            Idea: Smaller.
            <BLANKLINE>
            b
        """
        parts = ((each.label, each.text) for each in self.sections)
        return "\n\n".join(": ".join(filter(None, part)) for part in parts)

    def replace(self, **changes: Unpack[PaperChanges]) -> "Paper":
        """Return this paper with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Paper("A").replace(votes=35)
            Paper(title='A', votes=35)
        """
        require_attributes(type(self), changes)
        if type(self) is not Paper:  # a derived class may check more
            return attrs.evolve(self, **changes)
        return _changed(self, changes)

    __replace__ = replace

    def replace_section(self, section: Section, /, **changes: Unpack[SectionChanges]) -> "Paper":
        """Return this paper with one section changed.

        Args:
            section: One of ``self.sections``, or what it was before an edit.
            **changes: The attributes of the section to set.

        Returns:
            A new paper; this one does not change.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: The section is not in this paper, or a value is invalid.

        Example:
            >>> paper = Paper("A", sections=[Section("Idea", "Old.")])
            >>> paper.replace_section(paper.sections[0], text="New.").sections
            (Section(label='Idea', text='New.'),)
        """
        from paperdigest._model.editing import index_of

        keys = (_label, _label_or_text)
        at = index_of(self.sections, section, Section, keys=keys, method="Paper.replace_section")
        sections = list(self.sections)
        sections[at] = sections[at].replace(**changes)
        return self.replace(sections=sections)


def _labelled(items: Iterable[_Labelled], label: str, default: T) -> _Labelled | T:
    from paperdigest._model.finding import find_labelled

    found = find_labelled(items, label)
    return default if found is None else found


def _label(section: Section) -> str | None:
    return section.label


def _label_or_text(section: Section) -> str:
    return section.label or section.text


_FIELDS: Mapping[str, Any] = attrs.fields_dict(Paper)
_NAMES = tuple(_FIELDS)
_values_of = attrgetter(*_NAMES)


def _changed(paper: Paper, changes: PaperChanges) -> Paper:
    """Return a paper with some attributes changed, of which alone the values are checked."""
    known = dict(zip(_NAMES, _values_of(paper), strict=True))
    for name, value in changes.items():
        attribute = _FIELDS[name]
        known[name] = attribute.converter(value) if attribute.converter else value
        attribute.validator(paper, attribute, known[name])
    before = paper if paper._pristine else paper._before
    return _edited()(*known.values(), paper._origin, before)


def _unpickled(origin: Origin) -> Paper:
    paper: Paper = origin.parse()
    return paper


@cache  # made when the first paper is edited
def _edited() -> Callable[..., Paper]:
    """Return a function that builds an edited paper from attribute values in class order."""
    return maker(Paper, [*_NAMES, "_origin", "_before"], _pristine=False)
