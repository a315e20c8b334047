"""The title or the days of a digest, taken out of its heading with what sets them apart."""

import re
from collections.abc import Collection, Iterator, Mapping

from paperdigest._model.source import end_of_line, line_end_of
from paperdigest._text.dates import DAY_NAME
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.pieces.cores import are_pair
from paperdigest._writing.pieces.splice import Span

_JOINS = r"(?:for|of|on|from|dated|vom|du|del|за|от)"
#: What sets a value apart from the words next to it.
_APART = rf"[ \t]*+(?:[-–—|:：,，·@~]++[ \t]*+)?(?:\b{_JOINS}\b[ \t]*+)?"
_AFTER = re.compile(_APART, re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![ \t]){_APART}\Z", re.IGNORECASE)
#: A day of the week right before a date.
_WEEKDAY = re.compile(rf"\b{DAY_NAME}\b\.?,?[ ]{{1,2}}\Z")
#: Which week a date is about, right before it; but not what is left of "of the week of".
_WEEK = re.compile(
    r"(?<!the )(?<!\w)(?:for the |(?<=\W )the )?week (?:of|ending|starting) \Z", re.IGNORECASE
)
_LINE_END = re.compile(r"[ \t]*+(\r\n|\n|\r|\Z)")
_UNDERLINE = re.compile(r"[ \t]*+(?:\r\n|\n|\r)(?:=+|-+)(?=[ \t]*+(?:[\r\n]|\Z))")
_TAG = re.compile(r"<[^<>\n]*+>")
#: What only introduces a value: a label, or a word or two.
_LEAD = re.compile(r"[^:：=]{0,40}[:：=]\W*|\W*(?:\w+(?:[ \t]+\w+)?)?\W*")
_WORD = re.compile(r"[^\W\d_]{2}|[\u2e80-\U0010ffff]")
#: Front matter and the blank lines below it.
_FRONT = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*+[\r\n](?P<lines>(?:(?!---|\+\+\+)[^\r\n]*+[\r\n])*+)"
    r"(?:---|\+\+\+)[ \t]*+(?:[\r\n]\s*+|\Z)"
)
#: A word or a sign, such as an emoji, but no punctuation.
_MORE = re.compile(
    rf"\b(?!{_JOINS}\b)\w|(?=[^\x00-\xff])(?![\u2010-\u205e\u3001-\u303f\uff01-\uff65])[^\w\s]",
    re.IGNORECASE,
)


def with_weekday(text: str, span: Span) -> Span:
    """Return where a date is, with the day of the week before it."""
    found = _WEEKDAY.search(text, max(0, span[0] - 16), span[0])
    return (found.start() if found else span[0]), span[1]


def _with_week(text: str, span: Span) -> Span:
    """Return where a value is, with words such as "week of" before it."""
    found = _WEEK.search(text, max(0, span[0] - 24), span[0])
    return (found.start() if found else span[0]), span[1]


def holds_more(text: str, whole: Span, spans: Mapping[str, Span]) -> bool:
    """Return whether a heading has words or signs that are not in its values."""
    at = whole[0]
    for start, end in sorted(spans.values()):
        if _MORE.search(text, at, start):
            return True
        at = max(at, end)
    return _MORE.search(text, at, whole[1]) is not None


def removals(text: str, spans: Mapping[str, Span], gone: Collection[str]) -> Iterator[Edit]:
    """Yield the edits that take values out of a heading.

    A line that has nothing else goes as a whole, with a label or a word or two before the value.
    Otherwise the value goes with what sets it apart from the words next to it.

    Args:
        text: The text.
        spans: Where the values of the heading are.
        gone: The names of those that are taken out.
    """
    kept = [span for name, span in spans.items() if name not in gone]
    runs: list[Span] = []
    for start, end in sorted(_with_week(text, spans[name]) for name in gone):
        between = text[runs[-1][1] : start] if runs else "\n"
        if _MORE.search(between) or "\n" in between or "\r" in between:
            runs.append((start, end))
        else:
            runs[-1] = runs[-1][0], end
    lines: list[Span] = []
    for start, end in runs:
        first = max(text.rfind(mark, 0, start) for mark in "\n\r\ufeff") + 1
        last = end_of_line(text, end)
        before, after = (_TAG.sub("", each) for each in (text[first:start], text[end:last]))
        beside = [span for span in kept if first <= span[0] < last]
        left = max((past for _, past in beside if past <= start), default=first)
        if beside or not _LEAD.fullmatch(before) or _WORD.search(after):
            at_left = left > first if beside else _MORE.search(before) is not None
            yield _cut(text, (start, end), left, last, at_left=at_left)
            continue
        under = None if before.strip() else _UNDERLINE.match(text, last)
        line = first, under.end() if under else last
        if lines and not text[lines[-1][1] : first].strip():
            lines[-1] = lines[-1][0], line[1]
        else:
            lines.append(line)
    yield from (_lines(text, *each) for each in lines)


def without_empty_front(text: str, edits: list[Edit]) -> list[Edit]:
    """Return edits of a heading, with one for front matter of which they take out every line."""
    front = _FRONT.match(text)
    if front is None:
        return edits
    inside = [each for each in edits if each[0] < front.end("lines")]
    if not inside or applied(text, *front.span("lines"), inside).strip():
        return edits
    outside = [each for each in edits if each[0] >= front.end("lines")]
    heading = next((each for each in outside if each[0] < front.end()), None)
    past = _past_blanks(text, heading[1]) if heading else front.end()
    return [(front.start("fence"), past, ""), *(each for each in outside if each[0] >= past)]


def _past_blanks(text: str, at: int) -> int:
    """Return where the line endings after a place end."""
    return len(text) - len(text[at:].lstrip("\r\n"))


def _lines(text: str, first: int, last: int) -> Edit:
    """Return the edit that takes out lines, and the blank lines on one side of them."""
    ending = _LINE_END.match(text, last)
    past = ending.end() if ending else last
    below = _past_blanks(text, past)
    if not text[:first].strip("\ufeff \t\r\n"):
        return first, below, ""
    above = len(text[:first].rstrip())
    parted = line_end_of(text) * 2 in text[above:first]
    return (
        (above, last, "") if parted and (below > past or past == len(text)) else (first, past, "")
    )


def _cut(text: str, run: Span, left: int, last: int, *, at_left: bool) -> Edit:
    """Return the edit that takes values out of a line, with what sets them apart.

    Args:
        text: The text.
        run: Where the values are.
        left: The end of the value before them, or the start of the line.
        last: The end of the line.
        at_left: Whether words are before them, so that the separator there goes.
    """
    start, end = run
    bracket = text[start - 1 : start] if start > left else ""
    if are_pair(bracket, text[end : end + 1]):
        start, end = start - 1, end + 1
    if not at_left:
        after = _AFTER.match(text, end, last)
        return start, after.end() if after else end, ""
    before = _BEFORE.search(text, max(left, start - 40), start)
    blank = not text[end:last].strip()
    return before.start() if before else start, last if blank else end, ""
