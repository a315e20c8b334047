"""From values to text.

A digest that was parsed and not changed is returned as it was. In one that was edited, only the
changed pieces are rewritten. One that was built by hand is written in the dialect's own form.
The result is parsed again before it is returned, so nothing is silently altered.
"""

from collections.abc import Sequence

import attrs

from paperdigest._dialects import GENERAL, DialectName, dialect_of, reference_dialect
from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._model.origin import Document
from paperdigest._model.values import Digest, Paper
from paperdigest._writing.checks.anew import check_anew
from paperdigest._writing.checks.compare import SINGLE, Difference, Loss, with_value
from paperdigest._writing.checks.errors import refusal
from paperdigest._writing.page.composer import Composer
from paperdigest._writing.plain import plain_digest

#: The advice if values cannot be left out.
_NOT_LEFT_OUT = "change these values, which lossy=True cannot leave out"
_NOT_ALL_LEFT_OUT = "change these values, since lossy=True cannot leave all of them out"


def serialize_digest(
    digest: Digest,
    *,
    dialect: Dialect | DialectName | None = None,
    canonical: bool = False,
    lossy: bool = False,
) -> str:
    r"""Write a digest.

    Args:
        digest: The digest. Everything that was parsed and not changed keeps its bytes. Changed
            pieces are rewritten, in the style of the text.
        dialect: The dialect to write in, or the name of a built-in one. By default, the one that
            the digest was parsed in, or the reference dialect for one built by hand. For a digest
            of an unknown layout, ``"general"`` means the rules that were found in its text.
        canonical: Whether to rewrite everything in the dialect's own form. For a digest of an
            unknown layout, that is the form of new digests in the general dialect.
        lossy: Whether to leave out values that the dialect cannot express. If only another title
            can be next to the date, that one is written.

    Returns:
        The text. Parsed in that dialect, it makes an equal digest, except for values left out. With
        the general dialect, by its name or by default, this holds for the rules that are found
        in the new text; with a dialect passed as an object, for its own rules.

    Raises:
        TypeError: ``digest`` is not a ``Digest``, or ``dialect`` is neither a dialect nor a name.
        DigestWriteError: The dialect cannot express the digest; the error lists what would be lost
            or altered. It is a ``ValueError``.
        ValueError: No dialect has that name.

    Example:
        >>> from paperdigest import parse_digest
        >>> digest = parse_digest(
        ...     "## Daily Papers (2024-08-26)\n\n### [A](https://a.org)\n\nVote: 3\n"
        ... )
        >>> print(serialize_digest(digest.replace_paper(digest.papers[0], votes=4)), end="")
        ## Daily Papers (2024-08-26)
        <BLANKLINE>
        ### [A](https://a.org)
        <BLANKLINE>
        Vote: 4
    """
    _require_digest(digest)
    document = digest._document
    chosen = chosen_dialect(dialect, document, canonical=canonical)
    text, left = write(digest, Composer(chosen, canonical), lossy=lossy)
    if document is None or text != document.text:
        check_anew(text, dialect, chosen, [left], document, joined=True, canonical=canonical)
    return text


def chosen_dialect(
    asked: Dialect | DialectName | None, document: Document | None, *, canonical: bool
) -> Dialect:
    """Return the dialect to write in.

    Args:
        asked: The ``dialect`` that the caller passed. The name of the general dialect means the
            rules that were found in the text, if any were, so that it keeps its bytes.
        document: The text that was parsed, if there is one.
        canonical: Whether no text is kept.
    """
    if document is None:
        return reference_dialect() if asked is None else dialect_of(asked)
    if asked in (None, GENERAL) and is_made(document.dialect):
        # The rules of a text parse it, but do not show how a paper is written.
        return dialect_of(GENERAL) if canonical else document.dialect
    return document.dialect if asked is None else dialect_of(asked)


def write(digest: Digest, composer: Composer, *, lossy: bool) -> tuple[str, Digest]:
    """Return the text of a digest, and the digest that it holds.

    Raises:
        DigestWriteError: The dialect cannot express the digest.
    """
    document = digest._document
    dialect = composer.dialect
    if document is not None and digest._pristine and composer.keeps(document.dialect):
        return document.text, digest
    wanted = digest = plain_digest(digest)
    first: list[Loss] = []
    while True:
        text, lost = composer.compose(digest)
        if not lost and (lossy or not first):
            return text, digest
        if not lost:
            raise refusal(dialect.name, first)
        first = first or lost
        rest = _without(digest, lost)
        if rest is None or rest == digest:
            break
        digest = rest
    if lossy:
        # Some of the values were left out, and only those that the caller gave help.
        given = [(index, each) for index, each in lost if _has(wanted, index, each)]
        raise refusal(dialect.name, given or first, advice=_NOT_LEFT_OUT)
    raise refusal(dialect.name, first, advice=_NOT_ALL_LEFT_OUT)


def _has(digest: Digest, index: int | None, difference: Difference) -> bool:
    """Return whether a digest has the value that a difference is about."""
    holder = digest if index is None else digest.papers[index]
    value: object = getattr(holder, difference.attribute)
    wanted = difference.wanted
    return value == wanted or (isinstance(value, tuple) and wanted in value)


def _require_digest(value: object) -> None:
    if isinstance(value, Digest):
        return
    found = type(value).__name__
    what = "build one, as in Digest('Daily Papers', papers=[...])"
    if isinstance(value, str):
        what = "it is a text already; parse_digest parses it"
    elif isinstance(value, Paper):
        what = "put it into one, as in Digest(papers=[paper])"
    elif isinstance(value, list | tuple):
        what = "serialize_digests writes several into one text"
    raise TypeError(f"digest: {found} found, Digest expected; {what}")


def _without(digest: Digest, lost: Sequence[Loss]) -> Digest | None:
    """Return a digest without the values that a dialect cannot express.

    Returns:
        ``None`` if it would lose a title or whole papers, without which it is not a digest.
    """
    of_digest = {difference.attribute: difference for index, difference in lost if index is None}
    of_papers = [(index, difference) for index, difference in lost if index is not None]
    if "papers" in of_digest or any(each.attribute == "title" for _, each in of_papers):
        return None
    title = digest.title
    if "title" in of_digest:
        # If there is a reason, the title that would be read replaces the given one.
        instead = of_digest["title"]
        title = instead.read if instead.reason and isinstance(instead.read, str) else None
    return attrs.evolve(
        digest,
        title=title,
        date=None if "date" in of_digest else digest.date,
        end_date=None if of_digest.keys() & {"date", "end_date"} else digest.end_date,
        papers=_papers_without(digest.papers, of_papers),
    )


def _papers_without(
    old: Sequence[Paper], lost: Sequence[tuple[int, Difference]]
) -> Sequence[Paper]:
    """Return papers without the values that a dialect cannot express."""
    papers = list(old)
    items: dict[tuple[int, str], set[int]] = {}
    for index, difference in lost:
        name = difference.attribute
        if name == "url" and difference.wanted is None:
            name = "links"  # the first of which became the main one
        if name == "category" and difference.wanted is None:
            # A group cannot end, so nothing is in it.
            papers[:index] = [
                with_value(each, name, None) if each.category == difference.read else each
                for each in papers[:index]
            ]
        elif name in SINGLE or difference.index is None:
            papers[index] = with_value(papers[index], name, None if name in SINGLE else ())
        else:
            items.setdefault((index, name), set()).add(difference.index)
    for (index, name), dropped_items in items.items():
        kept = [v for i, v in enumerate(getattr(papers[index], name)) if i not in dropped_items]
        papers[index] = with_value(papers[index], name, kept)
    return papers
