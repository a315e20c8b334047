"""The formats that digests can be converted to, besides the dialects."""

import argparse
import csv
import datetime
import io
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from paperdigest._command.console import json_text
from paperdigest._command.files import FileError
from paperdigest._command.text_files import TextFile
from paperdigest._formats.dictionaries import DigestDict
from paperdigest._formats.rows import rows
from paperdigest._model.values import Digest
from paperdigest._references.atom import to_atom
from paperdigest._references.bibtex import to_bibtex
from paperdigest._references.csl import to_csl


@attrs.frozen
class FileDigests:
    """The digests of one file."""

    document: TextFile
    digests: Sequence[Digest]


def _json(found: Sequence[FileDigests], _: argparse.Namespace) -> str:
    return json_text(list(_dicts(found)), indent=2) + "\n"


def _json_lines(found: Sequence[FileDigests], _: argparse.Namespace) -> str:
    return "".join(json_text(each) + "\n" for each in _dicts(found))


def _dicts(found: Sequence[FileDigests]) -> Iterator[DigestDict]:
    for each in found:
        for digest in each.digests:
            yield each.document.as_dict(digest)


def _csv(found: Sequence[FileDigests], _: argparse.Namespace) -> str:
    """Return a line for each paper (RFC 4180), with the names of its authors in one cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    table = rows(_digests(found))
    writer.writerow(["file", *table.columns])
    files = [each.document.name for each in found for digest in each.digests for _ in digest.papers]
    for file, row in zip(files, table, strict=True):
        # Bytes of a name that are not UTF-8 are surrogates, which no UTF-8 file can hold.
        name = file.encode("utf-8", "backslashreplace").decode("utf-8")
        writer.writerow([name, *map(_cell, row.values())])
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _bibtex(found: Sequence[FileDigests], _: argparse.Namespace) -> str:
    return to_bibtex(_digests(found))


def _csl(found: Sequence[FileDigests], _: argparse.Namespace) -> str:
    return json_text(to_csl(_digests(found)), indent=2) + "\n"


def _atom(found: Sequence[FileDigests], options: argparse.Namespace) -> str:
    for each in found:
        if any(digest.papers and digest.date is None for digest in each.digests):
            message = "has a digest without a date, which a feed needs; --date sets one"
            raise FileError(f"{each.document.name}: {message}")
    try:
        return to_atom(_digests(found), title=options.title, url=options.url)
    except ValueError as error:
        raise FileError(str(error)) from None


def _digests(found: Sequence[FileDigests]) -> list[Digest]:
    return [digest for each in found for digest in each.digests]


#: The formats by name: what writes all that was found as one text.
FORMATS: Mapping[str, Callable[[Sequence[FileDigests], argparse.Namespace], str]] = {
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
    "bibtex": _bibtex,
    "csl": _csl,
    "atom": _atom,
}
