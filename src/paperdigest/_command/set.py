"""Change values of a digest or of one of its papers in place.

NAME is title, date or end_date; with --paper it is title, votes or another attribute of a paper, or
section:LABEL, field:LABEL or link:LABEL, which is added if the paper has none of that label. An
empty VALUE removes the value. Put commas between authors. Only these values change, and text that
follows from them, such as a table of contents.

  paperdigest set digest.md --paper 2408.12637 votes=35
  paperdigest set digest.md --paper 'A Study' "section:What's New=Smaller."
"""

import argparse
import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from paperdigest._command.arguments import add_color, add_dialect, count, day
from paperdigest._command.console import Console
from paperdigest._command.differences import print_difference
from paperdigest._command.files import (
    STDIN,
    FileError,
    invalid,
    name_of,
    read_text,
    refused,
    write_text,
)
from paperdigest._display.text import printable
from paperdigest._model.finding import folded
from paperdigest._model.validation import FOLLOWING
from paperdigest._model.values import Digest, Field, Link, Paper, Section
from paperdigest._protocols.attributes import Attribute, set_attributes
from paperdigest._reading import parse_digest
from paperdigest._text.arxiv import bare_arxiv_id
from paperdigest._text.closest import MISTYPED, close_to, hint
from paperdigest._text.counts import counted
from paperdigest._writing.checks.errors import DigestWriteError
from paperdigest._writing.serializer import serialize_digest

_Value = str | int | tuple[str, ...] | datetime.date | None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _parser(attribute: Attribute) -> Callable[[str], _Value]:
    """Return the function that parses the value of an attribute from an argument."""
    if attribute.many:
        return _names
    if attribute.kind is int:
        return count
    return day if attribute.kind is datetime.date else str


#: The attributes of a digest and of a paper that can be set; parts of a paper are set one by one.
_DIGEST, _PAPER = (
    {each.name: each for each in set_attributes(kind) if not each.of_values}
    for kind in (Digest, Paper)
)


class _ChoiceError(ValueError):
    """A paper or a value that does not exist, or exists more than once."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", type=_file, metavar="FILE", help="a file, or - for standard input")
    parser.add_argument(
        "changes",
        nargs="+",
        type=_change,
        metavar="NAME=VALUE",
        help=f"{', '.join(_DIGEST)}; of a paper {', '.join(_PAPER)}",
    )
    parser.add_argument(
        "--paper",
        type=_which,
        metavar="WHICH",
        help="a paper, by its title, its arXiv identifier or its number in the text, from 1",
    )
    parser.add_argument(
        "--diff", action="store_true", help="print what would change, and change nothing"
    )
    add_dialect(parser)
    add_color(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Change values.

    Returns:
        The exit status: 2 if that fails. The file is then unchanged.
    """
    name = name_of(options.file)
    try:
        text = read_text(options.file)
        digest = parse_digest(text, dialect=options.dialect)
        new = serialize_digest(changed(digest, options.paper, options.changes))
        if options.diff:
            print_difference(name, text, new, console.out)
        elif options.file == STDIN:
            console.out.data(new)
        elif new != text:
            write_text(options.file, new, text)
    except FileError as error:
        console.fail(str(error))
    except DigestWriteError as error:
        first, *more = refused(error)
        console.fail(f"{name}: {first}", *more)
    except ValueError as error:
        first, *more = invalid(error)
        console.fail(f"{name}: {first}", *more)
    return 2 if console.failures else 0


def changed(digest: Digest, which: str | None, changes: Sequence[tuple[str, str]]) -> Digest:
    """Return a digest with values changed: its own, or those of one of its papers."""
    _require_each_once(changes)
    if which is None:
        return attrs.evolve(digest, **_values(changes, _DIGEST))
    at = _index_of(digest.papers, which)
    paper = digest.papers[at]
    own = [(name, value) for name, value in changes if ":" not in name]
    paper = attrs.evolve(paper, **_values(own, _PAPER))
    for name, value in changes:
        kind, colon, label = name.partition(":")
        if colon:
            paper = _with_part(paper, kind, label.strip(), value, digest.papers)
    return attrs.evolve(digest, papers=(*digest.papers[:at], paper, *digest.papers[at + 1 :]))


def _file(text: str) -> str:
    """Parse the argument that is a file."""
    if "=" in text and not os.path.exists(text):
        message = f"there is no file '{text}'; write the file before all changes"
        raise argparse.ArgumentTypeError(message)
    return text


def _which(text: str) -> str:
    """Parse the argument that names a paper."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; pass a title, an identifier or a number")
    return text


def _change(text: str) -> tuple[str, str]:
    """Parse an argument that is a name and a value."""
    name, equals, value = text.partition("=")
    if not equals:
        if os.path.exists(text):
            message = f"'{text}' is a file; write one file, before all changes"
            raise argparse.ArgumentTypeError(message)
        raise argparse.ArgumentTypeError(f"'{text}' has no '='; write NAME=VALUE, such as votes=3")
    if not name.strip():
        message = f"'{text}' has no name; write NAME=VALUE, such as votes=3"
        raise argparse.ArgumentTypeError(message)
    return name.strip(), value


def _require_each_once(changes: Sequence[tuple[str, str]]) -> None:
    seen: set[str] = set()
    for name, _ in changes:
        if folded(name) in seen:
            raise _ChoiceError(f"'{name}' is given twice; give each value once")
        seen.add(folded(name))


def _values(changes: Sequence[tuple[str, str]], known: Mapping[str, Attribute]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in changes:
        if name not in known:
            raise _ChoiceError(_unknown(name, known))
        attribute = known[name]
        if attribute.required and not text.strip():
            raise _ChoiceError(f"a {_KINDS[known is _PAPER]} needs a {name}; give one")
        empty = () if attribute.many else None
        try:
            values[name] = _parser(attribute)(text) if text.strip() else empty
        except argparse.ArgumentTypeError as error:
            raise _ChoiceError(f"{name}: {error}") from None
    return values


def _unknown(name: str, known: Mapping[str, Attribute]) -> str:
    """Return a message about a value that cannot be set."""
    if known is _DIGEST:
        of_paper = name.partition(":")[0] in (*_PAPER, *_PARTS, *FOLLOWING)
        advice = "name its paper with --paper" if of_paper else hint(name, known)
    elif name in FOLLOWING:
        return f"{name} follows from {FOLLOWING[name]}; set that"
    else:
        parts = [f"{kind}:LABEL" for kind in _PARTS]
        advice = hint(name, known if close_to(name, known) else [*known, *parts])
    return f"a {_KINDS[known is _PAPER]} has no value '{name}'; {advice}"


_KINDS = ("digest", "paper")


#: The parts of a paper that have a label: their attribute, their class, and what is set of them.
_PARTS: Mapping[str, tuple[str, Callable[..., Any], str]] = {
    "section": ("sections", Section, "text"),
    "field": ("fields", Field, "value"),
    "link": ("links", Link, "url"),
}


def _with_part(paper: Paper, kind: str, label: str, value: str, papers: Sequence[Paper]) -> Paper:
    """Change, add or remove a section, a field or a link.

    Args:
        paper: The paper.
        kind: One of the parts.
        label: Its label.
        value: The new text, value or URL; an empty one removes the part.
        papers: All papers of the digest, whose labels a new one is compared with.
    """
    if kind not in _PARTS:
        raise _ChoiceError(f"there is no '{kind}:'; use section:LABEL, field:LABEL or link:LABEL")
    attribute, make, name = _PARTS[kind]
    items = list(getattr(paper, attribute))
    found = [at for at, item in enumerate(items) if folded(item.label or "") == folded(label)]
    removes = not value.strip()
    if len(found) > 1 or (not found and (removes or not label)):
        labels = ", ".join(f"'{item.label}'" for item in items if item.label) or "none"
        if not (found or label):
            raise _ChoiceError(
                f"'{kind}:' has no label; write {kind}:LABEL (the paper has {labels})"
            )
        many = "more than one" if found else "no"
        raise _ChoiceError(f"the paper has {many} {kind} '{label}'; it has {labels}")
    if removes:
        del items[found[0]]
    elif found:
        items[found[0]] = attrs.evolve(items[found[0]], **{name: value})
    else:
        known = [item.label for each in papers for item in getattr(each, attribute) if item.label]
        items.append(make(label=_new_label(kind, label, known), **{name: value}))
    changes: dict[str, Any] = {attribute: items}
    return attrs.evolve(paper, **changes)


def _new_label(kind: str, label: str, known: Sequence[str]) -> str:
    """Return a label for a new part, as other papers spell it.

    Raises:
        _ChoiceError: It is close to another one, so it may be a mistake.
    """
    spelled = {folded(each): each for each in known}
    near = close_to(folded(label), spelled, MISTYPED)
    if near is None:
        return label
    if near != folded(label):
        raise _ChoiceError(
            f"the paper has no {kind} '{label}'; did you mean '{spelled[near]}'? If not, add it to "
            "the file by hand"
        )
    return spelled[near]


def _index_of(papers: Sequence[Paper], which: str) -> int:
    """Return the index of a paper, found by its title, identifier or number."""
    identifier = bare_arxiv_id(which)
    tests: tuple[Callable[[Paper], bool], ...] = (
        lambda paper: paper.title == which,
        lambda paper: paper.arxiv_id == identifier,
        lambda paper: folded(paper.title) == folded(which),
    )
    for test in tests:
        found = [at for at, paper in enumerate(papers) if test(paper)]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(str(at + 1) for at in found)
            raise _ChoiceError(
                f"{len(found)} papers are '{which}': use --paper with one of {numbers}"
            )
    if which.isascii() and which.isdigit() and len(which) < 10 and 0 < int(which) <= len(papers):
        return int(which) - 1
    titles = [paper.title for paper in papers]
    longer = (title for title in titles if folded(which) in folded(title))
    if near := next(longer, None) or close_to(which, titles):
        advice = f"did you mean '{printable(near)}'?"
    else:
        total = counted(len(papers), "papers")
        advice = f"it has {total}" + (", numbered from 1" if papers else "")
    raise _ChoiceError(f"there is no paper '{printable(which)}'; {advice}")
