"""From the line of an example's title to the rule that reads the heads of papers."""

import re

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Rule
from paperdigest._learning.lines import is_fixed, literal, number_named, spans_of
from paperdigest._model.values import Paper

#: Text after a title that is not part of it.
_POINT = "[.,;:。]"
#: A sign, such as a star or a flame.
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
#: A URL without any mark around it.
_BARE = r"[^\s<>|]++"
#: The end of a line in a title that goes on in the next one, which is no line of its own.
WRAP = r"\n[ \t]++(?![-*+|>#]|[0-9]+[.)][ \t])(?=[^\n])"


def head_rule(line: str, paper: Paper, separator: str, title: str) -> Rule:
    """Return the rule that reads a line, and others of its kind, as the head of a paper.

    A template if the text around the values is marks and numbers. Otherwise a pattern, in which
    anything may follow the last value.

    Args:
        line: The line of the title, or the lines.
        paper: The example.
        separator: The text between its authors.
        title: Its title as it is written.
    """
    values = {"title": [title], "url": [paper.url or ""], "authors": [_names(paper, line)]}
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
    wraps = "\n" in title
    if is_fixed(rest) and all(map(is_fixed, around[1:])) and not (wraps or _loose(rest, around)):
        return Rule("paper", template + rest.rstrip(), **options)  # type: ignore[arg-type]
    pattern = _pattern(around, [name for _, _, name in spans], rest, wraps=wraps)
    closing = _marks(rest)
    return Rule("paper", template + closing, pattern=pattern, **options)  # type: ignore[arg-type]


def _loose(rest: str, around: list[str]) -> bool:
    """Return whether marks around values are such as other lines may lack: signs, points."""
    return any(re.search(rf"{_SIGN}|[.,;:。](?=\W)", each) for each in [rest, *around[1:]])


def _marks(text: str) -> str:
    """Return the marks at the start of a text."""
    found = re.match(r"(?:[^\w\s]|_)*", text)
    return found[0] if found else ""


def _pattern(around: list[str], names: list[str], rest: str, *, wraps: bool) -> str:
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
            one = rf"(?:.|{WRAP})" if wraps and name == "title" else "."
            value = rf"(?:(?!{'|'.join(stops)}){one})++" if stops else rf"{one}++"
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


def _names(paper: Paper, line: str) -> str:
    """Return the names of an example's authors as a line writes them, or nothing."""
    if not paper.authors:
        return ""
    start = line.find(paper.authors[0])
    end = line.find(paper.authors[-1], max(start, 0))
    return line[start : end + len(paper.authors[-1])] if 0 <= start <= end else ""


def _is_list(line: str) -> bool:
    return bool(re.match(r"[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]", line))
