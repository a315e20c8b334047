"""Laws of digests: a digest and the dialect to write it in."""

import re
from collections.abc import Iterator
from typing import cast

from paperdigest import (
    Dialect,
    DialectName,
    Digest,
    Paper,
    dialects,
    parse_digest,
    serialize_digest,
    to_dict,
)
from tests.laws.requiring import names_of, require
from tests.laws.texts import check_lossless
from tests.laws.values import rebuilt

# A refusal names at least one attribute, and shows the value in it that is in the way.
_NAMED = re.compile(
    rf"^ +Digest(?:\.papers\[\d+\])?\.(?:{'|'.join([*names_of(Digest), *names_of(Paper)])})"
    r"(?:\[\d+\])?(?:\.\w+)?: \S",
    re.MULTILINE,
)


def written(
    digest: Digest,
    dialect: Dialect | str | None = None,
    *,
    canonical: bool = False,
    lossy: bool = False,
) -> str | None:
    """Write a digest; ``None`` where it is refused, which has to name an attribute and its value."""
    chosen = cast("Dialect | DialectName | None", dialect)
    try:
        return serialize_digest(digest, dialect=chosen, canonical=canonical, lossy=lossy)
    except ValueError as error:
        message = str(error)
    require(_NAMED.search(message) is not None, "a refusal names an attribute", message)
    name = dialect.name if isinstance(dialect, Dialect) else dialect
    named = name is None or message.startswith(f"{name} cannot express this digest")
    require(named, "a refusal names the dialect", message)
    return None


def check_faithful(digest: Digest, dialect: Dialect, *, canonical: bool = False) -> str | None:
    """Law 4: what is written is parsed as the same values, or refused.

    Returns:
        The text, or ``None`` where it is refused.
    """
    text = written(digest, dialect, canonical=canonical)
    if text is not None:
        read = parse_digest(text, dialect=dialect)
        require(read == digest, "faithful", text, to_dict(digest), to_dict(read))
    return text


def check_named(digest: Digest, dialect: Dialect) -> None:
    """Law 4, of what is built by hand, for a reader who knows the name of a dialect alone."""
    if dialect in dialects():
        text = written(rebuilt(digest), dialect.name)
        if text is not None:
            read = parse_digest(text, dialect=cast("DialectName", dialect.name))
            require(read == digest, "faithful by name", text, to_dict(digest), to_dict(read))


def check_canonical(digest: Digest, dialect: Dialect) -> None:
    """Law 4, of a dialect's own form: it has the same values, and is its own canonical form."""
    text = check_faithful(digest, dialect, canonical=True)
    if text is not None:
        again = written(parse_digest(text, dialect=dialect), dialect, canonical=True)
        require(again == text, "the canonical form is its own", text, again)
    if digest.dialect is None:
        require(written(digest, dialect) == text, "a new digest is canonical", text)


def check_lossy(digest: Digest, dialect: Dialect) -> None:
    """Law 4, with a loss: values are left out where they must be, and none is altered.

    Only the title of a digest may give way to another one, if that keeps the date.
    """
    text = written(digest, dialect, lossy=True)
    if text is None:
        return
    read = parse_digest(text, dialect=dialect)
    require(len(read.papers) == len(digest.papers), "a loss drops no paper", text)
    if written(digest, dialect) is not None:
        require(read == digest, "nothing is lost without need", text)
    for mine, left in [(digest, read), *zip(digest.papers, read.papers, strict=True)]:
        for name in names_of(type(mine)):
            if name != "papers":
                kept = _is_left_of(getattr(left, name), getattr(mine, name))
                if name == "title" and left is read:
                    kept |= digest.date is not None and digest.date == read.date
                require(kept, "a loss alters nothing", name, mine, left, text)
    check_lossless(text, dialect)


def _is_left_of(other: object, mine: object) -> bool:
    """Return whether a value is another one, or what is left of it."""
    if other in (mine, None):
        return True
    if not isinstance(other, tuple) or not isinstance(mine, tuple):
        return False
    rest: Iterator[object] = iter(mine)
    return all(item in rest for item in other)
