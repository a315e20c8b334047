"""Hostile texts: each is read, checked, shown and written, in time that grows with its length."""

import gc
import time
from collections.abc import Callable

import pytest

from paperdigest import (
    Dialect,
    Digest,
    diagnose,
    parse_digest,
    parse_digests,
    repair,
    serialize_digest,
    tokenize,
)
from paperdigest._command.plain import digest_as_plain
from paperdigest._command.show import as_json, digest_lines
from tests.samples import EXAMPLES, each_dialect

HEAD = "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\n"

#: What makes each text of a number, and the largest number it is tried with.
TABLE: dict[str, tuple[Callable[[int], str], int]] = {
    "a line of 10 MB": (lambda n: HEAD + "- **A**: " + "a word " * n, 1_500_000),
    "headings": (lambda n: "### [A](b)\n" * n, 100_000),
    "headings without link": (lambda n: "### A\n" * n, 100_000),
    "digest headings": (lambda n: "## Daily Papers (2024-08-26)\n" * n, 100_000),
    "chapters": (lambda n: HEAD + "# A\n" * n, 100_000),
    "rows": (lambda n: "| A (Read more on [arXiv](b))| C | d |\n" * n, 50_000),
    "empty lines": (lambda n: HEAD + "\n" * n, 1_000_000),
    "blank lines": (lambda n: HEAD + " \t\n" * n, 500_000),
    "carriage returns": (lambda n: HEAD + "\r" * n, 1_000_000),
    "brackets": (lambda n: "### " + "[" * n, 500_000),
    "nested brackets": (lambda n: "### " + "[" * n + "a" + "]" * n + "(b)", 250_000),
    "ends of links": (lambda n: HEAD + "](" * n, 500_000),
    "links that are not closed": (lambda n: HEAD + "[a](b " * n, 200_000),
    "parentheses in an address": (lambda n: "### [a](" + "(" * n, 500_000),
    "emphasis that is not closed": (lambda n: HEAD + "- **" * n, 200_000),
    "stars": (lambda n: HEAD + "- " + "*" * n, 500_000),
    "underscores": (lambda n: HEAD + "_" * n, 500_000),
    "backticks": (lambda n: HEAD + "`" * n, 500_000),
    "tildes": (lambda n: HEAD + "~" * n, 500_000),
    "bars": (lambda n: HEAD + "|" * n, 500_000),
    "number signs": (lambda n: "#" * n, 500_000),
    "angle brackets": (lambda n: HEAD + "<" * n, 500_000),
    "tags": (lambda n: HEAD + "<details>\n" * n, 100_000),
    "colons": (lambda n: HEAD + "a:" * n, 250_000),
    "bullets": (lambda n: HEAD + "- \n" * n, 100_000),
    "nested lists of authors": (lambda n: f"{HEAD}Authors: {'[' * n}'A'{']' * n}", 100_000),
    "a list of authors that is not closed": (lambda n: HEAD + "Authors: [" + "'A', " * n, 200_000),
    "authors": (lambda n: HEAD + "Authors: " + "A, " * n, 300_000),
    "backslashes in a list of authors": (lambda n: f"{HEAD}Authors: ['{chr(92) * n}']", 500_000),
    "commas": (lambda n: HEAD + "Authors: " + "," * n, 500_000),
    "digits for votes": (lambda n: HEAD + "Vote: " + "9" * n, 1_000_000),
    "digits that are not ASCII": (lambda n: HEAD + "Vote: " + "٣" * n, 1_000_000),
    "images": (lambda n: HEAD + "![a](b)\n" * n, 100_000),
    "code fences": (lambda n: HEAD + "```\n" * n, 100_000),
    "one example, repeated": (lambda n: EXAMPLES["daily-papers-odd"] * n, 300),
}  # fmt: skip


def read(text: str, dialect: Dialect) -> Digest:
    """Read a text in every way."""
    for _ in tokenize(text, dialect=dialect):
        pass
    parse_digests(text, dialect=dialect)
    return parse_digest(text, dialect=dialect)


def use(text: str, dialect: Dialect) -> None:
    """Read a text, check and mend it, show it, and write it as it is and with a title changed."""
    digest = read(text, dialect)
    diagnose(text, dialect=dialect)
    repair(text, dialect=dialect)
    assert list(digest_lines(digest))
    as_json(digest_as_plain(digest))
    assert serialize_digest(digest) == text
    if digest.papers:
        serialize_digest(digest.replace(digest.papers[0], votes=7), lossy=True)


def seconds(text: str, dialect: Dialect) -> float:
    """Measure the processor's time for using a text."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    try:
        use(text, dialect)
        return time.process_time() - started
    finally:
        gc.enable()


@each_dialect
@pytest.mark.parametrize("name", TABLE)
def test_hostile_texts_are_used_like_any(name: str, dialect: Dialect) -> None:
    """Laws 1 and 3: whatever a text repeats, it is read, checked, shown and written."""
    make, most = TABLE[name]
    use(make(max(most // 10_000, 3)), dialect)


@pytest.mark.slow
@each_dialect
@pytest.mark.parametrize("name", TABLE)
def test_time_grows_with_the_text(name: str, dialect: Dialect) -> None:
    """Law 7: doubled three times, a text takes eight times as long, and not 64 times."""
    make, most = TABLE[name]
    texts = [make(most // part) for part in (8, 4, 2, 1)]
    for _ in range(3):
        found = [seconds(text, dialect) for text in texts]
        if found[-1] < 8 * 2.3 * max(found[0], 0.002):
            return
    pytest.fail(f"doubling took {', '.join(f'{each:.3f} s' for each in found)}")
