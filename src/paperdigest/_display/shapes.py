"""What is shown of each value: its public attributes, as protocols.

The classes of the values use this package for their ``repr`` and their notebook view, so it cannot
import them.
"""

import datetime
from collections.abc import Sequence
from typing import Protocol


class SectionShape(Protocol):
    """What is shown of a section."""

    @property
    def label(self) -> str | None: ...
    @property
    def text(self) -> str: ...


class MediaShape(Protocol):
    """What is shown of an image or a video."""

    @property
    def kind(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def alt(self) -> str: ...


class FieldShape(Protocol):
    """What is shown of a field."""

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...


class LinkShape(Protocol):
    """What is shown of a link."""

    @property
    def label(self) -> str: ...
    @property
    def url(self) -> str: ...


class PaperShape(Protocol):
    """What is shown of a paper."""

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
    def media(self) -> Sequence[MediaShape]: ...
    @property
    def sections(self) -> Sequence[SectionShape]: ...
    @property
    def fields(self) -> Sequence[FieldShape]: ...
    @property
    def links(self) -> Sequence[LinkShape]: ...


class DigestShape(Protocol):
    """What is shown of a digest."""

    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> datetime.date | None: ...
    @property
    def end_date(self) -> datetime.date | None: ...
    @property
    def papers(self) -> Sequence[PaperShape]: ...


class SeverityShape(Protocol):
    """What is shown of a severity."""

    @property
    def value(self) -> str: ...


class DiagnosticShape(Protocol):
    """What is shown of a diagnostic."""

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
    """What is shown of a dialect."""

    @property
    def name(self) -> str: ...
    @property
    def description(self) -> str: ...


class DetectionShape(Protocol):
    """What is shown of a detection."""

    @property
    def dialect(self) -> DialectShape: ...
    @property
    def certain(self) -> bool: ...
    @property
    def reasons(self) -> Sequence[str]: ...
