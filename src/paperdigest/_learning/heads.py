"""From the lines of an example to the rule that parses the heads of papers."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from paperdigest._grammar.rules import Rule
from paperdigest._learning.examples import Example
from paperdigest._learning.lines import day_like, is_fixed, is_item, literal
from paperdigest._learning.links import URL
from paperdigest._learning.values import (
    COUNTED,
    MOST_OPTIONAL,
    POINT,
    Value,
    may_lack,
    template_of,
    templates_of,
    values_of,
)

#: A line ending inside a title. The next line continues the title, so it does not start another
#: block.
WRAP = r"\n[ \t]++(?![-*+|>#]|[0-9]+[.)][ \t])(?=[^\n])"

#: The same, and the space after it. Several full stops are marks, and so is one after a space.
_ENDED = re.compile(rf"(?:{POINT}(?!{POINT}))?+[ \t]*+")
#: Marks between two values, apart from both.
_APART = re.compile(r"[ \t]++([^\w\s]++)(?=\s)")
#: The same after names, in which a full stop after one letter belongs to an initial.
_NAME_POINT = rf"(?<!\b[^\W\d_]){POINT}"
#: A sign, such as a star or a flame.
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]"
_NUMBER = "[0-9]{1,18}+"
#: One word after the last value, and marks: `` likes)``.
_UNIT = re.compile(r"[ \t]?\w+[^\w\n]*")
#: The start of links that have a rule of their own.
_LINKS = r"[ \t]?+(?:[-–—|,;·•/][ \t]?+)?+[(\[]?\[[^\[\]\n]*+\]\("


def head_rule(text: str, example: Example, lines: Sequence[str], *, links: bool) -> Rule:
    """Return the rule that parses a line, and others of its kind, as the head of a paper.

    It has templates if the text around the values is marks and numbers, or if they parse all heads
    in the text as a pattern does. Otherwise it has a pattern, in which anything may follow the last
    value.

    Args:
        text: The line of the title, or the lines, as far as they belong to the head.
        example: The example.
        lines: All lines of the text.
        links: Whether links follow that have a rule of their own.
    """
    values = values_of(text, example)
    rest = values[-1].follows
    closing = rest.rstrip() if _UNIT.fullmatch(rest) else _marks(rest)
    separator = example.separator if any(each.name == "authors" for each in values) else ", "
    before: Literal[0, 1] = 0 if is_item(text) else 1
    around = [each.follows for each in values]
    fixed = "\n" not in text and all(map(is_fixed, around))
    if fixed and not any(map(_is_loose, around)):
        template = template_of(values, example.paper.url, rest.rstrip())
        return Rule("paper", template, before=before, separator=separator)
    templates = list(templates_of(values, example.paper.url, closing))
    is_short = sum(may_lack(values)) <= MOST_OPTIONAL
    if is_short and not links and "\n" not in text:
        try:
            plain = Rule("paper", templates, before=before, separator=separator)
        except ValueError:  # nothing but words tells its values apart
            pass
        else:
            if _suffices(plain, _pattern(values, links=False), lines):
                return plain
    pattern = _pattern(values, links=links)
    return Rule("paper", templates, pattern=pattern, before=before, separator=separator)


def _suffices(plain: Rule, pattern: str, lines: Sequence[str]) -> bool:
    """Return whether templates parse several heads, all that a pattern parses, and its values."""
    lenient = re.compile(pattern, re.MULTILINE)
    strict = [re.compile(each, re.MULTILINE) for each in plain.patterns]
    heads = 0
    for line in lines:
        wanted = lenient.match(line)
        found = next(filter(None, (each.match(line) for each in strict)), None)
        if wanted is None or found is None:
            if wanted is not found:
                return False
            continue
        heads += 1
        values = found.groupdict("")
        for name, value in wanted.groupdict("").items():
            if value and values.get(name, "").strip() != value.strip():
                return False
    return heads > 1


def _is_loose(text: str) -> bool:
    """Return whether other lines may lack some marks, or values contain them: signs, full stops."""
    return bool(re.search(rf"{_SIGN}|{POINT}(?=\W)|^(?:\t|[ ]{{2}})", text))


def _bare(follows: str) -> str:
    """Return the text after a value without space and the full stop that ends the value."""
    ended = _ENDED.match(follows)
    return follows[ended.end() :] if ended else follows


def _marks(text: str) -> str:
    """Return the marks at the start of a text."""
    found = re.match(r"(?:[^\w\s]|_)*", text)
    return found[0] if found else ""


def _pattern(values: Sequence[Value], *, links: bool) -> str:
    """Return the pattern of a head: values, each up to the text after it, and the rest.

    Each value that a head may lack is optional by itself. Those of a line below are there only with
    the first value of that line.
    """
    optional = [*may_lack(values), False]
    pieces = [literal(values[0].before).replace(_NUMBER, f"(?P<n>{_NUMBER})", 1)]
    below = ""
    for index, value in enumerate(values):
        last = values[index - 1] if index else None
        if last is not None:
            gap = _gap(last, value) if optional[index] else _end(last, _start(value))[1]
            pieces.append(f"(?:{gap}" if optional[index] else gap)
        stops = _stops_of(values[index:], optional[index:])
        if links and index + 1 == len(values) and value.name in ("title", "authors"):
            stops.append(_LINKS)
        pieces.append(f"(?P<{value.name}>{_value(value, stops)})")
        if optional[index + 1] and value.closing:
            pieces.append(_closed(value))
        if optional[index]:
            if last is not None and "\n" in last.follows:
                below += ")?+"
            else:
                pieces.append(")?+")
    if links:
        end = rf"(?:(?!{_LINKS}).)*+"
    else:
        end = r"[^\n]*+$" if values[-1].follows or any(optional) else r"[ \t]*$"
    return "".join(pieces) + below + end


def _gap(last: Value, value: Value) -> str:
    """Return the pattern of the text before an optional value. Any text ends at an address."""
    start = _start(value)
    is_bare = start == "https?://" and "\n" not in last.follows
    if is_bare and not value.before.endswith("]("):
        return rf"(?:(?!{start}).)*+"
    return _end(last.apart, start)[1]


def _closed(value: Value) -> str:
    """Return the pattern of what closes a value; the word after votes may be another one."""
    counted = COUNTED.match(value.closing) if value.name == "votes" else None
    marks = value.closing.removeprefix(counted[0]) if counted else value.closing
    word = r"(?:[ \t]?+\w++)?+" if counted else ""
    return word + (rf"(?:{POINT})?+[ \t]*+{literal(_bare(marks))}" if marks else "")


def _stops_of(values: Sequence[Value], optional: Sequence[bool]) -> list[str]:
    """Return the patterns of what ends the first of some values.

    That is the text after it. If the next value is optional, the text before a later value ends it
    too, if that text is marks and the form of the later value shows what it is.
    """
    value, *later = values
    if not later:
        return _stops(value, "")
    stops = _end(value, _start(later[0]))[0]
    if value.closing or "\n" in value.follows:
        return stops
    for (last, each), is_optional in zip(pairwise(later), optional[1:], strict=False):
        if not is_optional or "\n" in last.follows:
            break
        form = _form(each)
        if each.before.endswith("]("):
            stops.append(_LINKS)
        elif form and is_fixed(each.before) and each.before.strip():
            stops += _stops(last.apart, form)
    return stops


def _form(value: Value) -> str:
    """Return the pattern of a whole value whose form shows what it is."""
    if value.name == "published":
        return day_like(value.written)
    start = _start(value)
    return rf"{start}[ \t]*$" if start == _NUMBER else start


def _value(value: Value, stops: Sequence[str]) -> str:
    """Return the pattern of a value."""
    name, written, before, follows, _ = value
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


def _start(value: Value) -> str:
    """Return how a value starts, if that tells it from the text of the value before it."""
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


def _end(value: Value, start: str) -> tuple[list[str], str]:
    """Return where a value ends, and the pattern of the text up to the next one.

    Full stops, and a space before marks, are not part of the value. Words between two values differ
    from paper to paper, except the first one. Marks before the next value, or its start, end them.

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
    point = "" if re.match(POINT, bare) else f"{POINT}?+"
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


def _stops(value: Value, start: str) -> list[str]:
    """Return the patterns of what a value may not contain."""
    follows = value.follows
    bare = _bare(follows)
    if not bare:
        return _space_stops(follows, start)
    point = _NAME_POINT if value.name == "authors" else POINT
    part = re.search(rf"{point}$", value.written) or re.match(POINT, bare)
    point = "" if part else f"(?:{point})?+"
    if start and is_fixed(follows):
        first = f"{literal(bare)}{start}"
    elif word := re.match(r"[^\W_]+", bare):
        is_joined = re.fullmatch(POINT, follows[: -len(bare)])
        before = POINT if is_joined else rf"{point}[ \t]"
        return [rf"{before}{re.escape(word[0])}\b"]
    elif (marks := _APART.match(follows)) and not re.match(_SIGN, marks[1]):
        return [rf"{point}[ \t]{re.escape(marks[1])}(?!\S)"]
    else:
        first = re.escape(_run_of(_marks(bare)))
    return [rf"{point}[ \t]?+{first}"]


def _space_stops(follows: str, start: str) -> list[str]:
    """Return the same for a value with only a full stop or space after it.

    A single space ends no value, since most values have spaces in them. A tab and several spaces
    do.
    """
    closing = follows.rstrip()
    space = follows[len(closing) :]
    stop = re.escape(closing) + (r"[ \t]" if space == " " else re.escape(space)) + start
    return [stop] if start or follows not in ("", " ") else []


def _run_of(marks: str) -> str:
    """Return marks, with one sign in place of several equal ones."""
    return marks[:1] if re.match(_SIGN, marks) else marks
