"""The values in the head of an example, and the templates that write them."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from paperdigest._grammar.templates import PLACEHOLDER
from paperdigest._learning.examples import Example
from paperdigest._learning.lines import number_named, spans_of

#: Text after a value that is not part of it.
POINT = "[.,;:。]"
#: What closes a value: `` ."** ``.
_CLOSING = re.compile(rf"(?:{POINT}?(?:[*_`\"'’”»)>]|\](?!\()|</[a-z]{{1,10}}>)+)?")
#: The word after votes, before marks or the end: `` likes``.
COUNTED = re.compile(r"[ \t]?\w+(?=[ \t]*(?:[^\w\s]|$))")
_ADDRESS = re.compile(r"https?://[^\s<>()]+")
#: The values that a paper may lack. The rest of its line may differ then.
_OPTIONAL = ("authors", "votes", "published", "category")
#: With more of them, there are too many templates for all that a paper may have.
MOST_OPTIONAL = 3


class Value(NamedTuple):
    """A value in the lines of an example.

    Attributes:
        name: Its name.
        written: The text that it is written as.
        before: The text before it, after what closes the previous value.
        follows: The text up to the next value, or to the end.
        closing: The start of ``follows`` that belongs to the value: marks, and the word after
            votes.
    """

    name: str
    written: str
    before: str
    follows: str
    closing: str

    @property
    def apart(self) -> "Value":
        """The value, and what follows without the marks that close it."""
        return self._replace(follows=self.follows.removeprefix(self.closing), closing="")


def values_of(text: str, example: Example) -> Sequence[Value]:
    """Return the values of an example in the text of its head, in order."""
    spans = sorted([*spans_of(text, example.values_in(text)), *_identifier_in(text, example)])
    starts = [*(start for start, _, _ in spans), len(text)]
    found: list[Value] = []
    before = text[: starts[0]]
    for (start, end, name), following in zip(spans, starts[1:], strict=True):
        follows = text[end:following]
        closing = _closing(name, follows)
        found.append(Value(name, text[start:end], before, follows, closing))
        before = follows.removeprefix(closing)
    return found


def _closing(name: str, follows: str) -> str:
    """Return what closes a value: marks, and the word after votes."""
    counted = COUNTED.match(follows) if name == "votes" else None
    at = counted.end() if counted else 0
    marks = _CLOSING.match(follows, at)
    return follows[: marks.end() if marks else at]


def _identifier_in(text: str, example: Example) -> list[tuple[int, int, str]]:
    """Return the place of the arXiv identifier before a title, except one in an address."""
    before = text[: text.find(example.title)]
    bare = _ADDRESS.sub(lambda found: " " * len(found[0]), before)
    return spans_of(bare, {"id": [example.paper.arxiv_id or ""]})


def may_lack(values: Sequence[Value]) -> Sequence[bool]:
    """Return which values a head may lack: some after the title, and all after these."""
    found: list[bool] = []
    is_titled = False
    for last, value in pairwise([None, *values]):
        assert value is not None  # only the first one is
        may_end = value.name in _OPTIONAL or (last is not None and "\n" in last.follows)
        found.append(is_titled and (may_end or any(found)))
        is_titled = is_titled or value.name == "title"
    return found


def template_of(values: Sequence[Value], url: str | None, closing: str) -> str:
    """Return the template of values. A URL that is repeated in them is repeated there, too.

    Args:
        values: The values; some of those of the example may be left out.
        url: The main link.
        closing: The text after the last value.
    """
    pieces = [f"{number_named(values[0].before)}{{{values[0].name}}}"]
    for last, each in pairwise(values):
        before = each.before.replace(url, "{url}") if url else each.before
        pieces.append(f"{last.closing}{before}{{{each.name}}}")
    return "".join(pieces) + closing


def templates_of(values: Sequence[Value], url: str | None, closing: str) -> Iterator[str]:
    """Yield the template of all values, and those for papers that lack some of them."""
    yield template_of(values, url, closing)
    optional = [index for index, each in enumerate(may_lack(values)) if each]
    for size in range(1, len(optional) + 1):
        last_first = combinations(reversed(optional), size)
        for left in last_first if len(optional) <= MOST_OPTIONAL else [optional[-size:]]:
            held = [each for index, each in enumerate(values) if index not in left]
            end = closing if held[-1] is values[-1] else held[-1].closing
            template = template_of(held, url, end)
            # The text of another line is there only with the first value of that line.
            below = min((at for at in left if "\n" in values[at].before), default=len(values))
            if set(range(below, len(values))) <= {*left} and _is_balanced(template):
                yield template


def _is_balanced(template: str) -> bool:
    """Return whether a template closes what it opens."""
    text = re.sub(r"(?<!\S)\*+(?!\S)", "", PLACEHOLDER.sub("0", template))
    marks = (re.findall(f"{mark}+", text) for mark in (r"\*", "_", "`", '"'))
    return (
        all(len(found) % 2 == 0 for found in marks)
        and all(text.count(one) == text.count(other) for one, other in ("()", "[]", "“”", "«»"))
        and len(re.findall("<[a-z]", text)) == text.count("</")
    )
