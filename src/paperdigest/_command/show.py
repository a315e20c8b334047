"""Print digests, for a person or as JSON."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from paperdigest._command.arguments import add_dating, add_reading, add_width, count, day
from paperdigest._command.console import Console, Output
from paperdigest._command.text_files import TextFile, TextFiles
from paperdigest._display.text import Styled, digest_lines
from paperdigest._formats.dictionaries import DigestDict
from paperdigest._model.values import Digest, Paper
from paperdigest._text.counts import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print all values, as one JSON list")
    form.add_argument("--jsonl", action="store_true", help="print each digest as a line of JSON")
    parser.add_argument(
        "--min-votes", type=count, metavar="N", help="leave out papers with fewer votes, or none"
    )
    parser.add_argument(
        "--since",
        type=day,
        metavar="DAY",
        help="leave out digests of earlier days: 2024-08-26",
    )
    parser.add_argument("--until", type=day, metavar="DAY", help="leave out digests of later days")
    add_dating(parser)
    add_width(parser)


def check_options(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse a range of days that ends before it starts."""
    since, until = options.since, options.until
    if since and until and until < since:
        parser.error(f"--until {until} is before --since {since}; swap them")


def run(options: argparse.Namespace, console: Console) -> int:
    """Print digests.

    Returns:
        The exit status: 2 if a file cannot be read.
    """
    documents = TextFiles(options, console)
    selected = _selected(documents, options, console)
    if options.json:
        console.out.json_list(_as_dict(*each) for each in selected)
    elif options.jsonl:
        for each in selected:
            console.out.json(_as_dict(*each))
    else:
        _print_all(selected, console.out, named=documents.several)
    return 2 if console.failures else 0


def _as_dict(document: TextFile, digest: Digest, papers: Sequence[Paper]) -> DigestDict:
    """Return some papers of a digest as a dictionary, with the name of the file."""
    if len(papers) < len(digest.papers):
        digest = attrs.evolve(digest, papers=papers)
    return document.as_dict(digest)


#: A digest to print: its file, itself, and those of its papers that the options ask for.
_Selected: TypeAlias = tuple[TextFile, Digest, Sequence[Paper]]


def _print_all(selected: Iterable[_Selected], out: Output, *, named: bool) -> None:
    last: TextFile | None = None
    for document, digest, papers in selected:
        if last is not None:
            out.line()
        if named and document is not last:
            if last is not None:
                out.line()
            out.line(Styled(f"==> {document.name} <==", "faint"))
            out.line()
        print_digest(digest, papers, out)
        last = document


def _selected(
    documents: TextFiles, options: argparse.Namespace, console: Console
) -> Iterator[_Selected]:
    """Yield the digests that the options ask for, and say which others there are and why."""
    shown = outside = 0
    for document in documents:
        undated = 0
        for digest in _digests(document, options, console):
            inside = _is_inside(digest, options)
            if inside:
                yield document, digest, _papers(digest, options)
            shown += inside is True
            outside += inside is False
            undated += inside is None
        if undated:
            their = "it has" if undated == 1 else "they have"
            message = f"{counted(undated, 'digests')} left out, since {their} no date"
            console.tell(f"{document.name}: {message}; --date sets one")
    documents.tell_if_none()
    if outside and not shown:
        console.tell(f"no digest is dated in this range; {counted(outside, 'digests')} left out")


def _digests(document: TextFile, options: argparse.Namespace, console: Console) -> Sequence[Digest]:
    digests = document.digests(options)
    if not any(digest.papers for digest in digests):
        console.tell(f"{document.name}: no papers found; 'paperdigest check' says more")
    return digests


def _is_inside(digest: Digest, options: argparse.Namespace) -> bool | None:
    """Return whether a digest is of the days that are asked for; ``None`` if it has no date."""
    if not (options.since or options.until):
        return True
    first, last = digest.date, digest.end_date or digest.date
    if first is None or last is None:
        return None
    return not (options.since and last < options.since) and not (
        options.until and first > options.until
    )


def _papers(digest: Digest, options: argparse.Namespace) -> Sequence[Paper]:
    if options.min_votes is None:
        return digest.papers
    return tuple(
        each for each in digest.papers if each.votes is not None and each.votes >= options.min_votes
    )


def print_digest(digest: Digest, papers: Sequence[Paper], out: Output) -> None:
    """Print some papers of a digest."""
    # Because of the converters, Pyright cannot tell that these protocols are satisfied.
    for line in digest_lines(digest, papers):  # pyright: ignore[reportArgumentType]
        out.line(*line.pieces, indent=line.indent)
