"""What the examples hold, as JSON, and a command that writes all files that follow from the code.

    python -m tests.expect [NAME...]

It writes `tests/expected/NAME.jsonl` for each of `examples/NAME.md` that has none, and again for
each name that you pass; which edits each example refuses; what is said of damaged texts; the page of
the diagnostics; and the JSON Schema. What it writes is what the code does: look at the difference
before you commit it, and read each value beside its example.
"""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from paperdigest import Dialect, Digest, Paper, parse_digest, parse_digests
from paperdigest._formats import schema
from paperdigest._grammar.schema import PAPER
from paperdigest._strategies.held import holds
from tests.checking import test_codes
from tests.edits import edits_of
from tests.laws import check_local, names_of
from tests.samples import EXAMPLES, EXPECTED, REFUSED_EDITS, ROOT


def plain(value: object) -> Any:
    """Return a value as JSON holds it: a digest and a paper by name, an item as a list."""
    if isinstance(value, Digest):
        return {name: plain(getattr(value, name)) for name in names_of(Digest)}
    if isinstance(value, Paper):
        parts = {each.name: getattr(value, each.name) for each in PAPER}
        # The kind and the words of an image follow from the same line as its URL.
        media = [item.url for item in value.media]
        return {name: plain(part) for name, part in parts.items()} | {"media": media}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if attrs.has(type(value)):
        return [plain(getattr(value, name)) for name in names_of(type(value))]
    return value


def expectation(name: str) -> str:
    """Return the line of JSON for an example."""
    row = {"file": f"{name}.md", "digests": [plain(each) for each in parse_digests(EXAMPLES[name])]}
    return json.dumps(row, ensure_ascii=False) + "\n"


def refused_edits(text: str) -> list[str]:
    """Hold each edit of each paper of a text to its law, and return the kinds that are refused.

    What a dialect has no rule for is refused as a matter of course and left out.
    """
    digest = parse_digest(text)
    dialect = digest.dialect
    assert dialect is not None
    refused = {
        edit.kind
        for index, paper in enumerate(digest.papers)
        for edit in edits_of(text, paper, dialect)
        if not check_local(text, digest, index, edit, dialect)
    }
    return sorted(refused - {f"{name} added" for name in _unknown_to(dialect)})


def _unknown_to(dialect: Dialect) -> list[str]:
    """Return the attributes that no rule of a dialect holds."""
    held = holds(dialect)
    return [
        each.name
        for each in PAPER
        if each.kind not in held and not (each.group and f"paper {each.group}" in held)
    ]


def all_refused_edits() -> str:
    """Return the edits that each example refuses, as JSON."""
    found = {name: refused_edits(text) for name, text in EXAMPLES.items()}
    return json.dumps(found, indent=2) + "\n"


def main(names: Sequence[str]) -> int:
    """Write what is expected of some examples, or of those that have nothing yet."""
    if unknown := [name for name in names if name not in EXAMPLES]:
        print(f"There is no examples/{unknown[0]}.md; there are: {', '.join(EXAMPLES)}")
        return 2
    missing = [name for name in EXAMPLES if not (EXPECTED / f"{name}.jsonl").exists()]
    for name in names or missing:
        path = EXPECTED / f"{name}.jsonl"
        path.write_text(expectation(name), encoding="utf-8")
        print(f"wrote {path.name}; read its values beside examples/{name}.md")
    refused = all_refused_edits()
    if not REFUSED_EDITS.exists() or refused != REFUSED_EDITS.read_text("utf-8"):
        REFUSED_EDITS.write_text(refused, encoding="utf-8")
        print(f"wrote {REFUSED_EDITS.name}; look at which edits are refused now")
    test_codes.write_page()
    schema.main([str(ROOT / "src" / "paperdigest" / "digest.schema.json")])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
