"""Whether a text is parsed the same with the rules that are found in it anew.

The rules for a text of an unknown layout are made for that text. An edit can change what repeats in
it, and so the rules that the next reader finds. If a digest is written as ``general``, or without
naming a dialect, this reader gets the same values.
"""

from collections.abc import Sequence
from itertools import zip_longest

from paperdigest._dialects import GENERAL, DialectName, dialect_of
from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._model.origin import Document
from paperdigest._model.source import Source
from paperdigest._model.values import Digest
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.parser import digests_of
from paperdigest._writing.checks.blame import traced
from paperdigest._writing.checks.compare import digest_differences
from paperdigest._writing.checks.errors import refusal

#: The advice if it is not.
_ADVICE = (
    "the rules that are found in the new text would read it differently; change these values, or "
    "pass the same dialect, such as digest.dialect, here and to parse_digest"
)


def check_anew(
    text: str,
    asked: Dialect | DialectName | None,
    dialect: Dialect,
    digests: Sequence[Digest],
    document: Document | None,
    *,
    joined: bool,
    canonical: bool = False,
) -> None:
    """Refuse a text that is parsed differently by a reader who has only the name of its dialect.

    Args:
        text: The text that was written.
        asked: The ``dialect`` that the caller passed. With an object, other readers do not matter.
        dialect: The dialect that it was written in.
        digests: The digests that it should hold.
        document: The text they were parsed from.
        joined: Whether all its papers are those of one digest.
        canonical: Whether no text was kept, so that the next reader needs no name.

    Raises:
        DigestWriteError: It would be parsed differently.
    """
    if isinstance(asked, Dialect) or not is_made(dialect):
        return
    if asked is None and document is not None and document.dialect is dialect_of(GENERAL):
        return
    anew, _ = resolve_dialect(text, asked if canonical else GENERAL)
    if anew == dialect:
        return
    date, year = (document.date, document.year) if document is not None else (None, None)
    read = digests_of(Source(text, anew, date, year), joined=joined)
    for digest, other in zip_longest(digests, read, fillvalue=Digest()):
        if lost := list(digest_differences(digest, other)):
            raise refusal(dialect.name, traced(lost, digest), advice=_ADVICE)
