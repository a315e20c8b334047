"""The examples, and the dialects that tests run over."""

from pathlib import Path

import pytest

from paperdigest import Dialect, DialectName, Digest, serialize_digest
from paperdigest._dialects import builtin_dialects

ROOT = Path(__file__).resolve().parent.parent

#: What the examples hold, and which edits of them their dialects refuse; see `tests/expect.py`.
EXPECTED = ROOT / "tests" / "expected"
REFUSED_EDITS = EXPECTED / "refused_edits.json"


def read(path: Path) -> str:
    """Return the text of a file with its own line endings."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


#: The texts of the examples by their names.
EXAMPLES = {path.stem: read(path) for path in sorted((ROOT / "examples").glob("*.md"))}

#: Runs a test over every built-in dialect.
each_dialect = pytest.mark.parametrize("dialect", builtin_dialects(), ids=lambda each: each.name)

#: Runs a test over every example.
each_example = pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)


def refusal(digest: Digest, dialect: Dialect | DialectName | None = None) -> list[str]:
    """Return what a refusal lists."""
    with pytest.raises(ValueError, match="cannot express") as refused:
        serialize_digest(digest, dialect=dialect)
    return [line.strip() for line in str(refused.value).splitlines()[1:]]
