"""Several digests in one text, such as a README with the newest issue on top."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.origin import Document
from paperdigest._model.several import each_digest
from paperdigest._model.source import Source, line_end_of, normalize
from paperdigest._model.values import Digest
from paperdigest._parsing.parser import digests_of
from paperdigest._parsing.scanner import blocks
from paperdigest._writing.checks.anew import check_anew
from paperdigest._writing.checks.compare import digest_differences
from paperdigest._writing.checks.errors import refusal
from paperdigest._writing.forms.style import line_end_in
from paperdigest._writing.page.composer import Composer
from paperdigest._writing.serializer import chosen_dialect, write


def serialize_digests(
    digests: Digest | Iterable[Digest],
    *,
    dialect: Dialect | DialectName | None = None,
    canonical: bool = False,
    lossy: bool = False,
) -> str:
    r"""Write several digests into one text, in their order.

    Digests that ``parse_digests`` returned keep their bytes. If you put a new digest before those
    of a text, it goes below any text above their first heading, such as the preamble of a README,
    and is written in the style of that text.

    Args:
        digests: A digest, or several of them.
        dialect: The dialect to write in, or the name of a built-in one. By default, the one that
            the first parsed digest was parsed in, or the reference dialect if none was parsed.
        canonical: Whether to rewrite everything in the dialect's own form, as
            ``serialize_digest`` does.
        lossy: Whether to leave out values that the dialect cannot express.

    Returns:
        The text. ``parse_digests`` in that dialect returns equal digests, except for values left
        out.

    Raises:
        TypeError: One of them is not a digest, or ``dialect`` is neither a dialect nor a name.
        DigestWriteError: The dialect cannot express a digest, or cannot separate two of them; the
            error lists what would be lost or altered. It is a ``ValueError``.
        ValueError: No built-in dialect has that name.

    Example:
        >>> import datetime
        >>> from paperdigest import Paper, parse_digests
        >>> older = parse_digests("Papers, daily.\n\n## Daily Papers (2024-08-26)\n\n### A\n")
        >>> newer = Digest("Daily Papers", datetime.date(2024, 8, 27), papers=[Paper("B")])
        >>> print(serialize_digests([newer, *older]), end="")
        Papers, daily.
        <BLANKLINE>
        ## Daily Papers (2024-08-27)
        <BLANKLINE>
        ### B
        <BLANKLINE>
        ## Daily Papers (2024-08-26)
        <BLANKLINE>
        ### A
    """
    given = list(each_digest(digests))
    documents = [digest._document for digest in given]
    parsed = next((each for each in documents if each is not None), None)
    chosen = chosen_dialect(dialect, parsed, canonical=canonical)
    line_end = line_end_in(given)
    composer = Composer(chosen, canonical, None, line_end)
    if parsed is not None and composer.keeps(parsed.dialect):
        composer = Composer(chosen, canonical, parsed, line_end)
    texts: list[str] = []
    for index, digest in enumerate(given):
        text, given[index] = write(digest, composer, lossy=lossy)
        texts.append(text)
    text = _joined(chosen, texts, documents)
    _check(text, chosen, given, parsed)
    if text != _unchanged(documents):
        check_anew(text, dialect, chosen, given, parsed, joined=False, canonical=canonical)
    return text


def _unchanged(documents: Sequence[Document | None]) -> str | None:
    """Return the text that digests were parsed from, if they follow each other in one."""
    texts: list[str] = []
    end: int | None = None
    for document in documents:
        if document is None or end not in (None, document.start):
            return None
        texts.append(document.text)
        end = document.start + len(document.text)
    return "".join(texts)


def _joined(dialect: Dialect, texts: Sequence[str], documents: Sequence[Document | None]) -> str:
    """Join texts. Text above the heading of a later one goes before all of them."""
    texts = list(texts)
    above = ""
    for index, text in enumerate(texts):
        start = _heading(dialect, text)
        if text[:start].strip(" \t\r\n"):
            above = text[:start] if index > 0 else ""
            texts[index] = text[len(above) :]
            break
    pieces = [above, *texts[:1]]
    for (text, following), (one, other) in zip(pairwise(texts), pairwise(documents), strict=True):
        line_end = line_end_of(text)
        bare = text.rstrip(" \t")
        apart = one is not None and other is not None and one.start + len(one.text) == other.start
        if bare and not bare.endswith(("\n", "\r")):
            pieces.append(line_end * 2)
        elif bare and not apart and not normalize(bare).endswith("\n\n"):
            pieces.append(line_end)
        pieces.append(following)
    return "".join(pieces)


def _heading(dialect: Dialect, text: str) -> int:
    """Return the start of the first digest heading, or 0 if there is none."""
    found = blocks(dialect, normalize(text))
    return next((block.start for block in found if block.kind == "digest"), 0)


def _check(text: str, dialect: Dialect, digests: Sequence[Digest], parsed: Document | None) -> None:
    """Refuse a text that would not be read back as it should.

    Raises:
        DigestWriteError: It would not.
    """
    date, year = (parsed.date, parsed.year) if parsed is not None else (None, None)
    read = list(digests_of(Source(text, dialect, date, year), joined=False))
    if digests and len(read) != len(digests):
        raise ValueError(
            f"digests: {dialect.name} would parse {len(read)} digests, not {len(digests)}; set a "
            "title or a date for each, so that it has a heading"
        )
    for digest, other in zip(digests, read, strict=False):
        if found := list(digest_differences(digest, other)):
            raise refusal(dialect.name, found)
