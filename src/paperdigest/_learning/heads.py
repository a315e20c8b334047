"""From the line of an example's title to the rule that reads the heads of papers."""

import re
from collections.abc import Iterator

from paperdigest._grammar.commonmark import LINK_ANYWHERE
from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._learning.lines import is_fixed, literal, number_named, spans_of
from paperdigest._model.values import Paper

#: Text after a title that is not part of it.
_POINT = "[.,;:。]"
#: A sign, such as a star or a flame.
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
#: A URL without any mark around it.
_BARE = r"[^\s<>|]++"
_TITLE = r"[ \t*]*+(?P<title>[^|*\n]++)[*]*+[ \t]*+"
_LINKED_TITLE = rf"[ \t*]*+\[(?P<title>(?:(?!\]\()[^|\n])++)\]\((?P<url>{URL})\)[^|\n]*+"


def head_rule(line: str, paper: Paper, separator: str) -> Rule:
    """Return the rule that reads a line, and others of its kind, as the head of a paper.

    A template if the text around the values is marks and numbers. Otherwise a pattern, in which
    anything may follow the last value.

    Args:
        line: The line of the title.
        paper: The example.
        separator: The text between its authors.
    """
    if line.lstrip().startswith("|"):
        return _row_rule(line, paper, separator)
    values = {"title": [paper.title], "url": [paper.url or ""], "authors": [_names(paper, line)]}
    if paper.votes is not None:
        values["votes"] = [str(paper.votes)]
    spans = spans_of(line, values)
    rest = line[spans[-1][1] :]
    around = [line[at:start] for (_, at, _), (start, _, _) in zip([(0, 0, ""), *spans], spans)]  # noqa: B905
    template = number_named(around[0]) + "{" + spans[0][2] + "}"
    for before, (_, _, name) in zip(around[1:], spans[1:], strict=True):
        template += f"{before}{{{name}}}"
    options = {"before": 1} if not _is_list(line) else {}
    if "authors" in values and separator != ", ":
        options["separator"] = separator  # type: ignore[assignment]
    if is_fixed(rest) and all(map(is_fixed, around[1:])) and not _loose(rest, around):
        return Rule("paper", template + rest.rstrip(), **options)  # type: ignore[arg-type]
    pattern = _pattern(around, [name for _, _, name in spans], rest)
    closing = _marks(rest)
    return Rule("paper", template + closing, pattern=pattern, **options)  # type: ignore[arg-type]


def _loose(rest: str, around: list[str]) -> bool:
    """Return whether marks around values are such as other lines may lack: signs, points."""
    return any(re.search(rf"{_SIGN}|[.,;:。](?=\W)", each) for each in [rest, *around[1:]])


def _marks(text: str) -> str:
    """Return the marks at the start of a text."""
    found = re.match(r"(?:[^\w\s]|_)*", text)
    return found[0] if found else ""


def _pattern(around: list[str], names: list[str], rest: str) -> str:
    """Return the pattern of a line: values, each up to the text after it, and the rest."""
    pieces = [literal(around[0]).replace("[0-9]{1,18}+", "(?P<n>[0-9]{1,18}+)", 1)]
    optional = 0
    for index, name in enumerate(names):
        following = names[index + 1] if index + 1 < len(names) else ""
        stops, gap = _stop(around[index + 1] if following else rest, following)
        if name == "url":
            value = URL if around[index].endswith("](") else _BARE
        elif name == "votes":
            value = "[0-9]{1,18}+"
        else:
            value = rf"(?:(?!{'|'.join(stops)}).)++" if stops else r"[^\n]++"
        pieces.append(f"(?P<{name}>{value})")
        if following in ("authors", "votes"):  # other papers may lack them
            pieces.append("(?:")
            optional += 1
        if following:
            pieces.append(gap)
    end = r"[^\n]*+$" if rest or optional else r"[ \t]*$"
    return "".join(pieces) + ")?+" * optional + end


def _stop(follows: str, following: str) -> tuple[list[str], str]:
    """Return where a value ends before a text, and the pattern of that text.

    Points and a space before marks are no part of the value. Words between two values differ from
    paper to paper, all but the first one: marks before the next value end them, or its own start.

    Args:
        follows: What follows the value.
        following: What it leads to: the next value, or nothing.
    """
    bare = follows.lstrip(" .,;:。")
    marks = re.match(r"(?:[^\w\s]|_)+", bare)
    word = re.match(r"[^\W_]+", bare)
    if not bare:
        return [], literal(follows)
    if word:
        first = rf"[ \t]{re.escape(word[0])}\b"
        stops = [first]
    else:
        first = re.escape(_run_of(marks[0] if marks else ""))
        stops = [first, _POINT + first, rf"[ \t]{first}"]
    if is_fixed(follows):
        return stops, rf"{_POINT}?+[ \t]*+{literal(bare)}"
    ending = re.search(r"\]\($|(?:[^\w\s]|_)+[ \t]*$", follows)
    if following == "url" and not follows.endswith("]("):
        return stops, r"(?:(?!https?://).)*+"
    close = literal(ending[0]) if ending else rf"\b{re.escape(follows.rsplit(maxsplit=1)[-1])}[ \t]"
    return [*stops, close], rf"(?:(?!{close}).)*+{close}"


def _run_of(marks: str) -> str:
    """Return marks, with one sign in place of several equal ones."""
    return marks[:1] if re.match(_SIGN, marks) else marks


def _row_rule(line: str, paper: Paper, separator: str) -> Rule:
    """Return the rule for a row of a table; `row_cells` names its other cells."""
    read: list[str] = []
    written: list[str] = []
    for index, cell in enumerate(cells_of(line)):
        name = f"cell{index}"
        if paper.title in cell and "{title" not in "".join(written):
            linked = paper.url is not None and f"]({paper.url})" in cell
            written.append("[{title}]({url})" if linked else "{title}")
            read.append(_LINKED_TITLE if linked else _TITLE)
        elif paper.authors and paper.authors[0] in cell and "{authors?}" not in written:
            written.append("{authors?}")
            read.append(r"(?P<authors>[^|\n]*+)")
        else:
            written.append(f"{{{name}?}}")
            read.append(rf"(?P<{name}>[^|\n]*+)")
    body = r"\|".join(read)
    pattern = rf"\|(?![ \t:|-]*+$){body}\|?+[ \t]*$"
    return Rule("paper", f"| {' | '.join(written)} |", pattern=pattern, separator=separator)


def row_cells(line: str, header: str, paper: Paper) -> Iterator[Cell]:
    """Yield the cells of a row that are no attribute: links, or a field named by the header."""
    labels = cells_of(header)
    rule = _row_rule(line, paper, ", ")
    for index, cell in enumerate(cells_of(line)):
        name = f"cell{index}"
        if f"{{{name}?}}" not in rule.templates[0]:
            continue
        label = labels[index].strip() if index < len(labels) else ""
        if "](" in cell:
            link = Rule("link", "[{label?}]({url})", pattern=LINK_ANYWHERE)
            main = re.escape(paper.url) if paper.url and paper.url in cell else None
            host = re.match(r"https?://[^/]*", paper.url or "") if main else None
            yield Cell(
                name, rules=[link], join=" ", main=re.escape(host[0]) if host else None,
                main_label=label if host else "",
            )  # fmt: skip
        else:
            yield Cell(name, kind="field", label=label or "-")


def cells_of(line: str) -> list[str]:
    """Return the cells of a row."""
    return line.strip().removeprefix("|").removesuffix("|").split("|")


def _names(paper: Paper, line: str) -> str:
    """Return the names of an example's authors as a line writes them, or nothing."""
    if not paper.authors:
        return ""
    start = line.find(paper.authors[0])
    end = line.find(paper.authors[-1], max(start, 0))
    return line[start : end + len(paper.authors[-1])] if 0 <= start <= end else ""


def _is_list(line: str) -> bool:
    return bool(re.match(r"[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]", line))
