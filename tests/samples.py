"""The examples, and the dialects that tests run over."""

from pathlib import Path

import pytest

from paperdigest.dialects import builtin_dialects

ROOT = Path(__file__).resolve().parent.parent


def read(path: Path) -> str:
    """Give the text of a file with its own line ends."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


#: The texts of the examples by their names.
EXAMPLES = {path.stem: read(path) for path in sorted((ROOT / "examples").glob("*.md"))}

#: Runs a test over every built-in dialect.
each_dialect = pytest.mark.parametrize("dialect", builtin_dialects(), ids=lambda each: each.name)

#: Runs a test over every example.
each_example = pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)
