"""Hostile texts, by what they repeat, and all that is done with a text."""

import re
from collections.abc import Callable
from io import StringIO

from paperdigest import (
    Dialect,
    Digest,
    diagnose,
    parse_digest,
    parse_digests,
    repair,
    serialize_digest,
    to_dict,
    tokenize,
)
from paperdigest._command.console import Output
from paperdigest._command.show import print_digest
from paperdigest._grammar.schema import BLOCKS
from tests.samples import EXAMPLES
from tests.strategies import HOSTILE, ODD

HEAD = "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\n"
ROWS = "## Papers for 2024-09-06\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"

#: What makes each text of a number, and the largest number it is tried with.
TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
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
    "code fences that are not closed": (lambda n: HEAD + "```a\n" * n, 100_000),
    "code fences of all lengths": (
        lambda n: HEAD + "".join(f"{'`' * (3 + at * 7 % 97)}\n" for at in range(n)), 10_000
    ),
    "chapters in papers": (lambda n: HEAD + "- **A**: b\n# c\n" * n, 50_000),
    "papers after chapters": (lambda n: HEAD + "# c\n\n### [A](https://example.org/a)\n" * n, 30_000),
    "comments that are not closed": (lambda n: HEAD + "<!--\n" * n, 100_000),
    "text that is no digest": (lambda n: "\ud800 " * n, 300_000),
    "titles with brackets": (lambda n: "## Daily Papers\n\n### " + "](a " * n, 200_000),
    "damaged labels": (lambda n: HEAD + "- **What’s New*: b\n" * n, 50_000),
    "rows that do not end": (lambda n: ROWS + "| B | A\n" * n, 50_000),
    "a table of contents": (lambda n: "# Personalized Daily ArXiv Papers\n" + "1. [A](#link1)\n" * n, 30_000),
    "dates": (lambda n: f"## Daily Papers ({'1 ' * n})\n", 200_000),
    "one example, repeated": (lambda n: EXAMPLES["daily-papers-odd"] * n, 300),
}  # fmt: skip

_PARTS = "https://arxiv.org/abs/2408.10000\n\n## Part {}\n\na\n\n"
_ITEMS = "".join(
    f"- [A Study of Rivers {n}](https://arxiv.org/abs/2408.1000{n})\n" for n in range(3)
)

_CITED = "".join(
    f"- Rivers {n}, Ada Byron, Carl Gauss. [pdf](https://arxiv.org/abs/2408.1000{n})\n"
    for n in range(5)
)
_ROW = (
    "| **A Study of Rivers**<br>Ada Byron, Carl Gauss | [ICML](https://arxiv.org/abs/2408.10001) |\n"
    * 3
)

#: What makes each text of no family of a number, in which something repeats that is searched for.
STRANGE: dict[str, Callable[[int], str]] = {
    "tags of their own": lambda n: "".join(f"{' ' * (at % 7)}<x{at}> {_ITEMS}" for at in range(n)),
    "indents": lambda n: "".join(f"{' ' * (at % 300)}{_ITEMS}" for at in range(n)),
    "quotes": lambda n: "".join(f"{'>' * (at % 90)}{' ' * (at % 7)}{_ITEMS}" for at in range(n)),
    "chapters of their own": lambda n: _ITEMS + "".join(f"## License {at}\n\na\n\n" for at in range(n)),
    "headings of parts": lambda n: _PARTS.format("\n") + "".join(
        f"# A Study of Rivers {at}\n\n{_PARTS.format(at // 2)}" for at in range(n)
    ),
    "tags that are not closed, in a heading": lambda n: f"# A\n\n## {'<b ' * n}\n\nAuthors: A B\n",
    "tags that are not closed, in a cell": lambda n: f"| Title | Venue |\n|---|---|\n| {'<b ' * n} | b |\n",
    "tags that are not closed, in a header": lambda n: f"| {'<b ' * n} |\n|---|\n| a |\n",
    "tags that are not closed, in HTML": lambda n: f"<table>\n<tr><td>{'<b ' * n}</td></tr>\n</table>\n",
    "names behind a title": lambda n: f"{_CITED}- A study, {'Ada Byron, ' * n}and so on it goes\n",
    "names behind a venue": lambda n: f"{_CITED}- ICML 2024: A study, {'Ada Byron, ' * n}and so on it goes\n",
    "names in a link": lambda n: f"{_CITED}- [{'Ada Byron, ' * n}](https://arxiv.org/abs/2408.10001)\n",
    "names in a cell": lambda n: f"| Title | Venue |\n|---|---|\n{_ROW}| **A Study**<br>{'Ada Byron, ' * n}and 5 | b |\n",
}  # fmt: skip

#: Units to repeat: pieces of every dialect's shapes, and what a pattern could stumble over.
UNITS = (
    *HOSTILE, "a", "9", "a b ", "a, ", "'a', ", "'a' ", "\\'", "a(", "(a)", "[a](b)", "[a](b), ", "[a](b) ",
    "### [a](b)\n", "### [a](b)\n\n- **c**: d\n", "## Daily Papers (2024-08-26)\n\n### [a](b)\n", "| a | b | c |\n",
    "| a\n", "| a\n  b", "|\n", "| 1) **a** - b | [c](d) |\n", "|**2024-01-01**|**a**|b|[c](d)|null|\n",
    "### [1] [a](b)\n*A*\n\nMain category: c\n\nTL;DR: d\n\n", "\n\nAbstract: a", "Abstract: a\n", "**Abstract:** a\n",
    "**a:** 9\n", "a: b\n", "# a [[Back]](#toc)\n", "<div id='a'></div>\n", "<details>\n  <summary>Details</summary>\n",
    "</details>\n", " \n", "\t\n", "<br>", "<br> ", "<br>● a: b", "● ", "<a id=", "**]", "of the week ", "June 21 - June 28",
    "2024-", "![a](b)\n", "[Watch Video](a)\n", "- a\n", "  - a\n", "a\n", "**[a](b)**", "## a\n", "# a\n", "---\n",
    "```\n", "~~~ a\n", "<!--\n", "-->\n", "- ```\n", "# A\n\n- **c**: d\n",
)  # fmt: skip

#: Short ones: what a pattern could stumble over in a single line.
SHORT_UNITS = (
    " ", "  ", "\t", "a", "a ", "(", ")", "()", "[", "](", "|", "| ", "*", "**", " - ", " for ", ", ", ":", "'a', ",
    "\\'", "<a id=", "<br>", "<br>● ", "[a](b), ", "9", "-", "#", "~~~", "<details>\n", "a\n",
)  # fmt: skip


def read(text: str, dialect: Dialect) -> Digest:
    """Read a text in every way, and write it as it is."""
    for _ in tokenize(text, dialect=dialect):
        pass
    parse_digests(text, dialect=dialect)
    digest = parse_digest(text, dialect=dialect)
    assert serialize_digest(digest) == text
    return digest


def use(text: str, dialect: Dialect) -> None:
    """Read a text, check and fix it, show it, and write it with votes changed."""
    digest = read(text, dialect)
    diagnose(text, dialect=dialect)
    repair(text, dialect=dialect)
    output = Output(StringIO(), colour=True, width=80)
    print_digest(digest, digest.papers, output)
    output.json(to_dict(digest))
    if digest.papers:
        serialize_digest(digest.replace_paper(digest.papers[0], votes=7), lossy=True)


def openings(dialect: Dialect) -> list[str]:
    """Return the beginnings of what a dialect writes, up to each of its values."""
    shapes = [(rule.kind, each) for rule in dialect.rules for each in rule.templates]
    for place, odd in ODD.get(dialect.name, {}).items():
        shapes += [("paper" if place != "line" else "section", each) for each in odd]
    head = "## A [a](b)\n\n"
    found: dict[str, None] = {"": None}
    for kind, shape in shapes:
        whole = ""
        for literal in re.split(r"\{\w+\??\}", shape):
            whole += literal
            # Lines of a paper are read after its head only.
            found[whole if kind in BLOCKS else head + whole] = None
            whole += "a"
        head = whole + "\n\n" if kind == "paper" and shape in dialect_heads(dialect) else head
    return list(found)


def dialect_heads(dialect: Dialect) -> tuple[str, ...]:
    """Return what a dialect writes for the head of a paper."""
    return tuple(each for rule in dialect.rules if rule.kind == "paper" for each in rule.templates)
