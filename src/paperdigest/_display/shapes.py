"""The attributes of each value that are shown, as protocols.

The classes of the values use this package for their ``repr`` and their notebook view, so it cannot
import them.
"""

import datetime
from collections.abc import Sequence
from typing import Protocol


class SectionShape(Protocol):
    """The attributes of a section that are shown."""

    @property
    def label(self) -> str | None: ...
    @property
    def text(self) -> str: ...


class MediaShape(Protocol):
    """The attributes of an image or a video that are shown."""

    @property
    def kind(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def alt(self) -> str: ...


class FieldShape(Protocol):
    """The attributes of a field that are shown."""

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...


class LinkShape(Protocol):
    """The attributes of a link that are shown."""

    @property
    def label(self) -> str: ...
    @property
    def url(self) -> str: ...


class PaperShape(Protocol):
    """The attributes of a paper that are shown."""

    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def arxiv_id(self) -> str | None: ...
    @property
    def votes(self) -> int | None: ...
    @property
    def authors(self) -> Sequence[str]: ...
    @property
    def category(self) -> str | None: ...
    @property
    def published(self) -> datetime.date | None: ...
    @property
    def media(self) -> Sequence[MediaShape]: ...
    @property
    def sections(self) -> Sequence[SectionShape]: ...
    @property
    def fields(self) -> Sequence[FieldShape]: ...
    @property
    def links(self) -> Sequence[LinkShape]: ...


class DigestShape(Protocol):
    """The attributes of a digest that are shown."""

    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> datetime.date | None: ...
    @property
    def end_date(self) -> datetime.date | None: ...
    @property
    def papers(self) -> Sequence[PaperShape]: ...


class SeverityShape(Protocol):
    """The attributes of a severity that are shown."""

    @property
    def value(self) -> str: ...


class DiagnosticShape(Protocol):
    """The attributes of a diagnostic that are shown."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> SeverityShape: ...
    @property
    def message(self) -> str: ...
    @property
    def range(self) -> object: ...
    @property
    def fix(self) -> object | None: ...


class DialectShape(Protocol):
    """The attributes of a dialect that are shown."""

    @property
    def name(self) -> str: ...
    @property
    def description(self) -> str: ...


class DetectionShape(Protocol):
    """The attributes of a detection that are shown."""

    @property
    def dialect(self) -> DialectShape: ...
    @property
    def certain(self) -> bool: ...
    @property
    def reasons(self) -> Sequence[str]: ...
