"""The parts of a paper: sections, media, fields and links."""

from typing import Literal, TypedDict, Unpack

import attrs

from paperdigest._model.bases import PartWithOrigin, Value
from paperdigest._model.maker import maker
from paperdigest._model.validation import (
    check_filled,
    check_line,
    check_media_kind,
    check_text,
    check_url,
    require_attributes,
)


@attrs.frozen(repr=False, weakref_slot=False)
class Section(PartWithOrigin):
    """A part of a paper's summary, with or without a label.

    Attributes:
        label: The label without emphasis and colon, or ``None``.
        text: Markdown as written, with all its lines, without white space around it.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: A label has a line ending, or a value has white space around it.

    Example:
        >>> Section("What's New", "A smaller model.").label
        "What's New"
    """

    label: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_filled))
    text: str = attrs.field(default="", validator=check_text)

    def replace(self, **changes: Unpack["SectionChanges"]) -> "Section":
        """Return this section with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Section("Idea", "Old.").replace(text="New.")
            Section(label='Idea', text='New.')
        """
        require_attributes(type(self), changes)
        return attrs.evolve(self, **changes)

    __replace__ = replace

    def _repr_html_(self) -> str:
        from paperdigest._display.pages import section_page

        return section_page(self)


@attrs.frozen(repr=False, weakref_slot=False)
class Media(Value):
    """An image or a video of a paper.

    Attributes:
        kind: ``"image"`` or ``"video"``.
        url: Its URL, which may be relative.
        alt: The alternative text.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: The kind is unknown, or the URL is empty or has white space.

    Example:
        >>> Media("image", "https://example.org/figure.png").alt
        ''
    """

    kind: Literal["image", "video"] = attrs.field(validator=check_media_kind)
    url: str = attrs.field(validator=check_url)
    alt: str = attrs.field(default="", validator=check_line)

    def replace(self, **changes: Unpack["MediaChanges"]) -> "Media":
        """Return this image or video with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Media("image", "/a.png").replace(alt="A plot")
            Media(kind='image', url='/a.png', alt='A plot')
        """
        require_attributes(type(self), changes)
        return attrs.evolve(self, **changes)

    __replace__ = replace


@attrs.frozen(repr=False, weakref_slot=False)
class Field(Value):
    """A short labelled value that has no attribute of its own, such as ``Relevance: 9``.

    Attributes:
        label: Its label.
        value: One line of markdown as written.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: The label is empty, or a value is not one line without white space around it.

    Example:
        >>> Field("Relevance", "9")
        Field(label='Relevance', value='9')
    """

    label: str = attrs.field(validator=check_filled)
    value: str = attrs.field(validator=check_line)

    def replace(self, **changes: Unpack["FieldChanges"]) -> "Field":
        """Return this field with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Field("Relevance", "9").replace(value="7")
            Field(label='Relevance', value='7')
        """
        require_attributes(type(self), changes)
        return attrs.evolve(self, **changes)

    __replace__ = replace


@attrs.frozen(repr=False, weakref_slot=False)
class Link(Value):
    """A labelled URL besides the main one.

    Attributes:
        label: The text in the brackets.
        url: Its target.

    Raises:
        TypeError: A value has the wrong type.
        ValueError: The URL is empty or has white space, or the label is not one stripped line.

    Example:
        >>> Link("Code", "https://example.org/code").label
        'Code'
    """

    label: str = attrs.field(validator=check_line)
    url: str = attrs.field(validator=check_url)

    def replace(self, **changes: Unpack["LinkChanges"]) -> "Link":
        """Return this link with some attributes changed, as ``copy.replace`` does.

        Raises:
            TypeError: There is no such attribute, or a value has the wrong type.
            ValueError: A value is invalid.

        Example:
            >>> Link("Code", "/a").replace(url="/b")
            Link(label='Code', url='/b')
        """
        require_attributes(type(self), changes)
        return attrs.evolve(self, **changes)

    __replace__ = replace


class SectionChanges(TypedDict, total=False):
    """The changes that ``Section.replace`` takes."""

    label: str | None
    text: str


class MediaChanges(TypedDict, total=False):
    """The changes that ``Media.replace`` takes."""

    kind: Literal["image", "video"]
    url: str
    alt: str


class FieldChanges(TypedDict, total=False):
    """The changes that ``Field.replace`` takes."""

    label: str
    value: str


class LinkChanges(TypedDict, total=False):
    """The changes that ``Link.replace`` takes."""

    label: str
    url: str


#: Make the parts of a paper for the parser.
make_section = maker(Section, ["label", "text", "_origin", "_index"], _pristine=True)
make_media = maker(Media)
make_field = maker(Field)
make_link = maker(Link)
