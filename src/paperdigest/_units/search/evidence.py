"""Evidence that a line is a paper: links to publishers, names, labels."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache

from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.links import COPY
from paperdigest._units.patterns.people import AFTER_NAMES, CHOOSER, PEOPLE
from paperdigest._units.patterns.shapes import BARS, HTML_TAG, WIDE, any_of
from paperdigest._units.patterns.titles import NAMES, is_names, is_person
from paperdigest._units.patterns.words import CHIEF, is_telling, roles_of
from paperdigest._units.search.lines import ITEMS, Line

#: How many lines below a line are checked.
_BELOW = 14

_HOST = re.compile(HOST)
_COPY = re.compile(COPY)
#: An identifier without a link: ``doi: 10.1145/...``, ``arXiv:2408.12637``, ``[2408.12637]``,
#: ``PMID: 123``.
_IDENTIFIER = re.compile(
    r"\[[0-9]{4}\.[0-9]{5}\](?!\()|\b(?:doi:[ ]?10\.[0-9]{4,}/|arXiv[*_]{0,2}:[*_]{0,2}[ ]?[0-9]{4}\.[0-9]{4}|PMID:[ ]?[0-9]{5})",
    re.IGNORECASE,
)
# The lookahead fails early in most lines, since something else than a label ends their first words.
LABEL = re.compile(
    r"[^\w\n*<|:：]*+(?:[*_]{1,3}|<[a-z]+\b[^>\n]*+>)*+"
    r"(?=[^\n:：*_\[\]|<>#`】]++[:：*_|<】])(?P<label>[^\n:：*_\[\]|<>#`】]{1,50}?)"
    r"(?:】|[*_]{1,3}[ \t]?[–—-][ \t]|(?:[*_]{1,3}|</[a-z]+>)*+[ \t]?[:：](?!//)|[*_]{2,3}[ \t]*+$|[ \t]*+\|)"
)
_CHOOSER = re.compile(rf"\A{CHOOSER}")
_TAGS = re.compile(rf"(?=</?[a-z]){HTML_TAG}")
#: A line ending before a line that starts with an address.
_ADDRESS_BELOW = re.compile(r"\n[ \t]*+<?(?=https?://)")
_LABELLED = re.compile(r"[*_]{0,3}[^*_\n]*[*_:：]{0,3}[ \t]?[:：]")
_CHIEF_LINK = re.compile(rf"\[[^\w\n]{{0,4}}(?i:{any_of(CHIEF)})[^\w\n]{{0,4}}\]\(")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?P<id>[^\]\n]+)\]:[ \t]*<?(?P<url>[^\s>]+)", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[(?P<id>[^\]\n]+)\]")


# Compiled when first needed: few texts have a line below a title that could be names.
@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        rf"[ \t]*+(?:>[ \t]?)?(?:(?:-#|[-*+•])[ \t]++)?(?:<[a-z]+\b[^>\n]*+>)*+(?:[Bb]y[ :]+)?(?![*_]{{0,2}}{WIDE})[*_]{{0,2}}{PEOPLE}[*_]{{0,2}}{AFTER_NAMES}",
        re.MULTILINE,
    )


class Evidence:
    """What shows that a line is a paper.

    Args:
        text: The text with plain line endings.
        lines: Its lines.
    """

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self._shown: dict[int, float] = {}
        shown = [*_HOST.finditer(text), *_IDENTIFIER.finditer(text)]
        references = _references(text) if "]:" in text else ()
        self._hosts = sorted([*(found.start() for found in shown), *references])
        copies = _COPY.finditer(text) if ".pdf)" in text else ()
        self._copies = [found.start() for found in copies]

    def links_in_all(self) -> int:
        """Return how many links to papers there are."""
        return len(self._hosts)

    def has_link(self, line: Line) -> bool:
        """Return whether a line has a link to a publisher, or is an item with a local copy."""
        return _is_any_in(self._hosts, line) or (
            line.mark in ITEMS and _is_any_in(self._copies, line)
        )

    def is_below_names(self, index: int, first: int) -> bool:
        """Return whether a line is in a paragraph that starts with a title without a link, and names.

        Such a line begins as the title does, but holds the venue and the links of the paper.

        Args:
            index: The line.
            first: The first line of its paragraph.
        """
        title, line = self.lines[first], self.lines[index]
        return (
            first + 1 < index
            and title.key == line.key
            and not self.has_link(title)
            and has_byline(self.text, title, self.lines[first + 1])
        )

    def block(self, index: int) -> Iterator[Line]:
        """Yield the lines that belong to a line: up to the next one of its kind or above it."""
        head = self.lines[index]
        depth = head.level
        item = head.mark in ITEMS
        titled = (item or depth > 0) and self._is_titled(head)
        end = head.end
        for line in self.lines[index + 1 : index + 1 + _BELOW]:
            if line.quote < head.quote or (head.quote and "\n\n" in self.text[end : line.start]):
                return
            end = line.end
            if line.level:
                # If the title is a heading with a label, so are the other values of the paper.
                value = titled and line.level == depth and not self._is_titled(line)
                if not (value and self._is_label(line)) and (not depth or line.level <= depth):
                    return
            elif item:
                if (
                    line.indent <= head.indent
                    and (line.mark in ITEMS or (line.alone and line.quote == head.quote))
                    and not (titled and self._is_label(line) and not self._is_titled(line))
                ):
                    return
            elif (
                not depth
                and line.key == head.key
                and (line.alone or (line.lead == "**" and not self._is_person(line)))
                and not self._is_label(line)
            ):
                return
            yield line

    def _is_label(self, line: Line) -> bool:
        return _LABELLED.match(self.text, line.words, line.end) is not None

    def _is_person(self, line: Line) -> bool:
        """Return whether a line is names."""
        return is_person(self.text[line.words : line.end].strip())

    def _is_titled(self, line: Line) -> bool:
        """Return whether a line has the label of a title."""
        return "title" in roles_of(label_of(self.text, line))

    def below(self, index: int, heads: Container[int] = ()) -> float:
        """Return how much the lines below show a paper, from 0 to 1.

        Args:
            index: The line.
            heads: Where other papers start; lines from there on are not checked.
        """
        shown = 0.0
        for line in self.block(index):
            if line.start in heads:
                break
            if line.mark == "|" and self.text.count("|", line.start, line.end) > BARS:
                continue  # a row with more than a label and a value
            known = self._shown.get(line.start)
            if known is None:
                known = self._shown[line.start] = self._shown_by(line)
            shown = max(shown, known)
            if shown >= 1.0:
                break
        head = self.lines[index]
        # A sentence may introduce several papers, as a heading does, unless it starts with a label.
        over = head.level or (head.lead == "w" and not head.mark and not label_of(self.text, head))
        return 0.0 if shown and over and self._lists(index) else shown

    def _lists(self, index: int) -> bool:
        """Return whether several items with links are below a heading, which are papers of their own.

        The links of one paper would have different labels.
        """
        kinds = [
            label_of(self.text, line) or (line.key if line.mark in ITEMS else "")
            for line in self.block(index)
            if self.has_link(line)
        ]
        if kinds and not kinds[0] and not self.lines[index].level:
            return False  # its own link comes first
        return any(kind and kinds.count(kind) > 2 for kind in kinds)

    def _shown_by(self, line: Line) -> float:
        """Return how much a line below a title shows a paper, from 0 to 1."""
        text = self.text
        link = self.has_link(line)
        label = LABEL.match(text, line.words, line.end)
        if label is not None:
            name = label["label"].strip()
            roles = roles_of(name)
            if "authors" in roles:
                rest = text[label.end() : line.end].strip(" *_:：\t|\\")
                if "," in rest or NAMES.match(rest):
                    return 1.0
            elif (is_telling(name) and (link or not roles <= {"paper", "title", "identifier"})) or (
                link and "paper" in roles
            ):
                return 1.0
        first = _CHOOSER.sub("", text[line.words : line.end], count=1)
        if link:
            leads = (
                first.startswith(("[", "(", "*"))
                or "](" in first[:60]
                or (first.startswith("<") and "<a " in first)
                or "http" in first[:24]
                or _CHIEF_LINK.search(first)
                or NAMES.match(first)
            )
            return 0.9 if leads else 0.3
        bare = _TAGS.sub("", first).strip() if "<" in first else first
        return 0.6 if is_names(bare) else 0.0


def _is_any_in(places: Sequence[int], line: Line) -> bool:
    """Return whether any of some sorted places is in a line."""
    at = bisect_left(places, line.start)
    return at < len(places) and places[at] < line.end


def _references(text: str) -> Iterator[int]:
    """Yield where reference links to papers are (CommonMark 0.31, section 4.7)."""
    defined = {found["id"] for found in _DEFINITION.finditer(text) if _HOST.match(found["url"])}
    for found in _REFERENCE.finditer(text) if defined else ():
        if found["id"] in defined:
            yield found.start()


def is_over_address(text: str, line: Line) -> bool:
    """Return whether a line starts a paragraph and the address of a paper starts the next line."""
    below = _ADDRESS_BELOW.match(text, line.end) if line.alone and not line.mark else None
    return below is not None and is_publisher(text, below.end())


def is_publisher(text: str, at: int) -> bool:
    """Return whether the address at a place is that of a publisher."""
    return _HOST.match(text, at) is not None


def label_of(text: str, line: Line) -> str:
    """Return the label of a line, empty if it has none."""
    found = LABEL.match(text, line.words, line.end)
    return found["label"].strip() if found else ""


def has_byline(text: str, above: Line, line: Line) -> bool:
    """Return whether the line below a title is names, even a single one, and what may follow them."""
    gap = text.count("\n", above.end, line.start)
    if above.mark in ("=", "--"):
        gap -= 1  # what underlines it
    if gap > 2 or line.level or (line.mark and line.key == above.key):
        return False
    first = text[line.words : line.end].split(maxsplit=1)
    if first and first[0].rstrip("*_").endswith((":", "：")):
        return False  # a label
    return _byline().match(text, line.start, line.end) is not None
