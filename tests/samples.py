"""The examples, and the dialects that tests run over."""

import re
from pathlib import Path

import attrs
import pytest

from paperdigest import Dialect, Digest, Paper, serialize_digest
from paperdigest._dialects import builtin_dialects

ROOT = Path(__file__).resolve().parent.parent


def read(path: Path) -> str:
    """Return the text of a file with its own line ends."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


#: The texts of the examples by their names.
EXAMPLES = {path.stem: read(path) for path in sorted((ROOT / "examples").glob("*.md"))}

#: Runs a test over every built-in dialect.
each_dialect = pytest.mark.parametrize("dialect", builtin_dialects(), ids=lambda each: each.name)

#: Runs a test over every example.
each_example = pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)

# A refusal names at least one attribute, and shows the value in it that is in the way.
_NAMED = re.compile(
    r"^ +Digest(?:\.papers\[\d+\])?"
    rf"\.(?:{'|'.join(each.name for cls in (Digest, Paper) for each in attrs.fields(cls) if each.eq)})"
    r"(?:\[\d+\])?: \S",
    re.MULTILINE,
)


def refusal(digest: Digest, dialect: str | Dialect | None = None) -> list[str]:
    """Return what a refusal lists."""
    with pytest.raises(ValueError, match="cannot hold") as refused:
        serialize_digest(digest, dialect=dialect)
    return [line.strip() for line in str(refused.value).splitlines()[1:]]


def written(digest: Digest, dialect: Dialect | None = None, **options: bool) -> str | None:
    """Write a digest, or check that the refusal names an attribute, and give ``None``.

    Args:
        digest: The digest.
        dialect: The dialect, if it is another one.
        **options: What else to tell ``serialize_digest``.
    """
    try:
        return serialize_digest(digest, dialect=dialect, **options)
    except ValueError as error:
        message = str(error)
    assert _NAMED.search(message), message
    if dialect is not None:
        assert message.startswith(f"{dialect.name} cannot hold this digest"), message
    return None
