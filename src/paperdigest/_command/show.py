"""Digests for a person to read, or as JSON."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator

from paperdigest._command.files import FileError, name_of, read_text
from paperdigest._command.plain import Plain, digest_as_plain
from paperdigest._model.values import Digest, Paper
from paperdigest._reading import parse_digests

_AUTHORS = 3

# A title from a stranger must not steer the terminal, or turn its neighbours round.
_UNSAFE = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def show(options: argparse.Namespace) -> int:
    """Print digests.

    Args:
        options: What the command line asks for: ``files``, ``json``, ``dialect``.

    Returns:
        The exit status: 2 where a file could not be read.
    """
    status = 0
    everything: list[Plain] = []
    for number, file in enumerate(options.files):
        try:
            text = read_text(file)
        except FileError as error:
            print(printable(f"paperdigest: {error}"), file=sys.stderr)
            status = 2
            continue
        digests = parse_digests(text, dialect=options.dialect)
        if options.json:
            everything += ({"file": name_of(file), **digest_as_plain(each)} for each in digests)
            continue
        if len(options.files) > 1:
            print("" if number == 0 else "\n", f"==> {name_of(file)} <==\n", sep="")
        print("\n\n".join("\n".join(digest_lines(digest)) for digest in digests))
    if options.json:
        print(as_json(everything))
    return status


def as_json(value: Plain) -> str:
    """Write JSON that the terminal's encoding can hold."""
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not utf8, indent=2)
    return _UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else _json_escape(found[0]), text)


def _json_escape(character: str) -> str:
    return f"\\u{ord(character):04x}"


def digest_lines(digest: Digest) -> Iterator[str]:
    """Yield the lines that show a digest to a person."""
    count = len(digest.papers)
    days = " to ".join(str(day) for day in (digest.date, digest.end_date) if day is not None)
    papers = "1 paper" if count == 1 else f"{count} papers"
    yield " · ".join(filter(None, (printable(digest.title or ""), days or "no date", papers)))
    known = [str(paper.votes) for paper in digest.papers if paper.votes is not None]
    width = max(map(len, known), default=0)
    for paper in digest.papers:
        yield ""
        yield from _paper_lines(paper, width)


def _paper_lines(paper: Paper, width: int) -> Iterator[str]:
    """Yield two lines, with the votes in a column of their own where there are any."""
    votes = "-" if paper.votes is None else str(paper.votes)
    margin = f"  {votes:>{width}}  " if width else "  "
    yield margin + (printable(paper.title) or "(no title)")
    place = paper.arxiv_id or paper.url or "no link"
    details = filter(None, (printable(place), printable(shortened(paper.authors))))
    yield " " * len(margin) + " · ".join(details)


def shortened(names: Iterable[str]) -> str:
    """Name the first few and count the rest.

    Example:
        >>> shortened(["Ada", "Alan", "Grace", "Edsger", "Barbara"])
        'Ada, Alan, Grace and 2 more'
    """
    every = list(names)
    if len(every) <= _AUTHORS + 1:
        return ", ".join(every)
    return f"{', '.join(every[:_AUTHORS])} and {len(every) - _AUTHORS} more"


def printable(text: str) -> str:
    r"""Return a text with control characters as escapes.

    Example:
        >>> print(printable("\x1b[31mred"))
        \x1b[31mred
    """
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
