"""From the lines of an example to the rule that reads the heads of papers."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.templates import PLACEHOLDER
from paperdigest._learning.examples import Example
from paperdigest._learning.lines import day_like, is_fixed, is_item, literal, number_named, spans_of

#: The end of a line in a title that goes on in the next one, which is no line of its own.
WRAP = r"\n[ \t]++(?![-*+|>#]|[0-9]+[.)][ \t])(?=[^\n])"

#: Text after a value that is not part of it.
_POINT = "[.,;:。]"
#: The same, and the space after it. Several points are marks, and so is one apart from the value.
_ENDED = re.compile(rf"(?:{_POINT}(?!{_POINT}))?+[ \t]*+")
#: Marks between two values, apart from both.
_APART = re.compile(r"[ \t]++([^\w\s]++)(?=\s)")
#: The same after names, where a point after one letter is part of an initial.
_NAME_POINT = rf"(?<!\b[^\W\d_]){_POINT}"
#: What closes a value: `` ."** ``.
_CLOSING = re.compile(rf"(?:{_POINT}?(?:[*_`\"'’”»)\]>]|</[a-z]{{1,10}}>)+)?")
#: A sign, such as a star or a flame.
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
_NUMBER = "[0-9]{1,18}+"
#: One word after the last value, and marks: `` likes)``.
_UNIT = re.compile(r"[ \t]?\w+[^\w\n]*")
_ADDRESS = re.compile(r"https?://[^\s<>()]+")
#: The start of links that have a rule of their own.
_LINKS = r"[ \t]?+(?:[-–—|,;·•/][ \t]?+)?+[(\[]?\[[^\[\]\n]*+\]\("

#: The values that a paper may lack. The rest of its line may differ then.
_OPTIONAL = ("authors", "votes", "published", "category")


def head_rule(text: str, example: Example, *, links: bool) -> Rule:
    """Return the rule that reads a line, and others of its kind, as the head of a paper.

    A template if the text around the values is marks and numbers. Otherwise a pattern, in which
    anything may follow the last value.

    Args:
        text: The line of the title, or the lines, as far as they belong to the head.
        example: The example.
        links: Whether links follow that have a rule of their own.
    """
    spans = sorted([*spans_of(text, example.values_in(text)), *_identifier_in(text, example)])
    ends = [0, *(end for _, end, _ in spans)]
    starts = [*(start for start, _, _ in spans), len(text)]
    around = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    values = [
        _Value(name, text[start:end], around[index], around[index + 1])
        for index, (start, end, name) in enumerate(spans)
    ]
    rest = around[-1]
    template = _template(values, example.paper.url)
    separator = example.separator if any(each.name == "authors" for each in values) else ", "
    before: Literal[0, 1] = 0 if is_item(text) else 1
    fixed = "\n" not in text and all(map(is_fixed, around[1:]))
    if fixed and not any(map(_is_loose, around[1:])):
        return Rule("paper", template + rest.rstrip(), before=before, separator=separator)
    pattern = _pattern(values, links=links)
    closing = rest.rstrip() if _UNIT.fullmatch(rest) else _marks(rest)
    templates = [template + closing, *_shorter(values, example.paper.url)]
    return Rule("paper", templates, pattern=pattern, before=before, separator=separator)


def _identifier_in(text: str, example: Example) -> list[tuple[int, int, str]]:
    """Return the place of the arXiv identifier before a title, but for one in an address."""
    before = text[: text.find(example.title)]
    bare = _ADDRESS.sub(lambda found: " " * len(found[0]), before)
    return spans_of(bare, {"id": [example.paper.arxiv_id or ""]})


class _Value(NamedTuple):
    """A value in the lines of an example.

    Attributes:
        name: Its name.
        written: The text that it is written as.
        before: The text before it, from the one before on.
        follows: The text up to the next one, or to the end.
    """

    name: str
    written: str
    before: str
    follows: str


def _template(values: Sequence[_Value], url: str | None) -> str:
    """Return the template up to the last value. A URL that comes again is one there, too."""
    lead = number_named(values[0].before) + f"{{{values[0].name}}}"
    pieces = [
        f"{each.before.replace(url, '{url}') if url else each.before}{{{each.name}}}"
        for each in values[1:]
    ]
    return lead + "".join(pieces)


def _shorter(values: Sequence[_Value], url: str | None) -> Iterator[str]:
    """Yield the templates for papers without the last values, which the pattern reads, too."""
    for index in range(len(values) - 1, 0, -1):
        value = values[index - 1]
        if _may_end(value, values[index]):
            closing = _CLOSING.match(value.follows)
            template = _template(values[:index], url) + (closing[0] if closing else "")
            if _is_balanced(template):
                yield template


def _may_end(value: _Value, following: _Value) -> bool:
    """Return whether a head may end behind a value, without the next ones."""
    return following.name in _OPTIONAL or "\n" in value.follows


def _is_balanced(template: str) -> bool:
    """Return whether a template closes what it opens."""
    text = re.sub(r"(?<!\S)\*+(?!\S)", "", PLACEHOLDER.sub("0", template))
    marks = (re.findall(f"{mark}+", text) for mark in (r"\*", "_", "`", '"'))
    return (
        all(len(found) % 2 == 0 for found in marks)
        and all(text.count(one) == text.count(other) for one, other in ("()", "[]", "“”", "«»"))
        and len(re.findall("<[a-z]", text)) == text.count("</")
    )


def _is_loose(text: str) -> bool:
    """Return whether marks are such as other lines may lack or values hold: signs, points."""
    return bool(re.search(rf"{_SIGN}|{_POINT}(?=\W)|^(?:\t|[ ]{{2}})", text))


def _bare(follows: str) -> str:
    """Return the text after a value without the point that ends it, and space."""
    ended = _ENDED.match(follows)
    return follows[ended.end() :] if ended else follows


def _marks(text: str) -> str:
    """Return the marks at the start of a text."""
    found = re.match(r"(?:[^\w\s]|_)*", text)
    return found[0] if found else ""


def _pattern(values: Sequence[_Value], *, links: bool) -> str:
    """Return the pattern of a head: values, each up to the text after it, and the rest."""
    pieces = [literal(values[0].before).replace(_NUMBER, f"(?P<n>{_NUMBER})", 1)]
    optional = 0
    for value, following in zip(values, [*values[1:], None], strict=True):
        if following is None:
            stops, gap = _stops(value, ""), ""
            if links and value.name in ("title", "authors"):
                stops.append(_LINKS)
        else:
            stops, gap = _end(value, _start(following))
            if _may_end(value, following):
                gap = f"(?:{gap}"
                optional += 1
        pieces.append(f"(?P<{value.name}>{_value(value, stops)}){gap}")
    if links:
        end = rf"(?:(?!{_LINKS}).)*+"
    else:
        end = r"[^\n]*+$" if values[-1].follows or optional else r"[ \t]*$"
    return "".join(pieces) + ")?+" * optional + end


def _value(value: _Value, stops: Sequence[str]) -> str:
    """Return the pattern of a value."""
    name, written, before, follows = value
    if name == "url":
        closing = re.escape(follows[:1]) if re.match(r"[^\w\s/]", follows) else ""
        return URL if before.endswith("](") else rf"[^\s<>|{closing}]++"
    if name == "votes":
        return _NUMBER
    if name == "id":
        return r"[\w.-]++(?:/[0-9]++)?+"
    if name == "published":
        return day_like(written)
    one = rf"(?:.|{WRAP})" if "\n" in written else "."
    return rf"(?:(?!{'|'.join(stops)}){one})++" if stops else rf"{one}++"


def _start(value: _Value) -> str:
    """Return how a value starts, if that tells it from the text of the one before."""
    if value.name == "url" and value.written.startswith("http"):
        return "https?://"
    if value.name == "published":
        return "[0-9]"
    if value.name == "votes":
        word = re.match(r"[ \t]*(?:\w+|[^\w\s])", value.follows)
        return _NUMBER + (literal(word[0]) if word else "")
    marks = re.match(r"\)[ \t]*[^\w\s]{0,2}", value.follows)
    if value.name == "authors" and marks:  # nothing else in parentheses
        return rf"[^()\n]*+{literal(marks[0])}"
    return ""


def _end(value: _Value, start: str) -> tuple[list[str], str]:
    """Return where a value ends, and the pattern of the text up to the next one.

    Points and a space before marks are no part of the value. Words between two values differ from
    paper to paper, all but the first one: marks before the next value end them, or its own start.

    Args:
        value: The value.
        start: The start of the next value, if that tells it from the text of this one.
    """
    follows = value.follows
    here, line_end, below = follows.partition("\n")
    if line_end:
        gap = literal(here.rstrip()) if is_fixed(here) else r"[^\n]*+"
        return _stops(value._replace(follows=here), ""), rf"{gap}[ \t]*+{literal(line_end + below)}"
    stops = _stops(value, start)
    bare = _bare(follows)
    if not bare:
        return stops, literal(follows)
    point = "" if re.match(_POINT, bare) else f"{_POINT}?+"
    if is_fixed(follows):
        return stops, rf"{point}[ \t]*+{literal(bare)}"
    marks = _marks(bare)
    closing = rf"(?:{point}[ \t]*+{re.escape(_run_of(marks))})?+" if marks else ""
    if start == "https?://" and not follows.endswith("]("):
        return stops, rf"{closing}(?:(?!https?://).)*+"
    ending = re.search(r"\]\($|(?:[^\w\s]|_)+\s*$|\w+\s*$", follows)
    assert ending is not None  # there is a word in it
    close = (r"\b" if ending[0][0].isalnum() else "") + literal(ending[0])
    up_to = rf"(?:(?!{close}).)*+{close}"
    count = len(re.findall(close, follows[len(marks) :]))
    if not marks:  # else these end the value
        stops = [*stops, close]
    return stops, closing + (up_to if count < 2 else f"(?:{up_to}){{{count}}}")


def _stops(value: _Value, start: str) -> list[str]:
    """Return the patterns of what a value does not go on over."""
    follows = value.follows
    bare = _bare(follows)
    if not bare:
        return _space_stops(follows, start)
    point = _NAME_POINT if value.name == "authors" else _POINT
    part = re.search(rf"{point}$", value.written) or re.match(_POINT, bare)
    point = "" if part else f"(?:{point})?+"
    if start and is_fixed(follows):
        first = f"{literal(bare)}{start}"
    elif word := re.match(r"[^\W_]+", bare):
        is_joined = re.fullmatch(_POINT, follows[: -len(bare)])
        before = _POINT if is_joined else rf"{point}[ \t]"
        return [rf"{before}{re.escape(word[0])}\b"]
    elif (marks := _APART.match(follows)) and not re.match(_SIGN, marks[1]):
        return [rf"{point}[ \t]{re.escape(marks[1])}(?!\S)"]
    else:
        first = re.escape(_run_of(_marks(bare)))
    return [rf"{point}[ \t]?+{first}"]


def _space_stops(follows: str, start: str) -> list[str]:
    """Return the same for a value that nothing but a point or space follows.

    One space is in most values, so that it ends none by itself; a tab and several spaces do.
    """
    closing = follows.rstrip()
    space = follows[len(closing) :]
    stop = re.escape(closing) + (r"[ \t]" if space == " " else re.escape(space)) + start
    return [stop] if start or follows not in ("", " ") else []


def _run_of(marks: str) -> str:
    """Return marks, with one sign in place of several equal ones."""
    return marks[:1] if re.match(_SIGN, marks) else marks
