"""Reading a paper again, to see which piece of the text each of its values came from."""

from collections.abc import Sequence

from paperdigest._parser import Piece, read_paper
from paperdigest._scanner import Match
from paperdigest._source import Origin
from paperdigest._tables import Entry
from paperdigest._values import Paper


def read_again(origin: Origin) -> tuple[Paper, list[Piece]]:
    """Give the paper that stands at an origin, and its pieces; the first one is its head."""
    entry, head = head_at(origin)
    record: list[Piece] = []
    paper = read_paper(origin, origin.source.shadow, entry, head, record)
    return paper, record


def head_at(origin: Origin) -> tuple[Entry, Match]:
    """Give the head of the block at an origin."""
    table = origin.source.dialect.first_head
    head = table.regex.match(origin.source.shadow, origin.start)
    assert head is not None  # a paper has an origin where its head was found
    return table.entry(head), head


def own_stop(origin: Origin, record: Sequence[Piece]) -> int:
    """Give where a paper's own text ends; what follows in its block stands between papers.

    That is the end of its row, or what stands before a rule between papers or after a closing tag;
    else the block without the white space at its end.
    """
    head, last = record[0], record[-1]
    if head.entry.cells:
        return head.stop
    if last.entry.kind == "markup":
        return last.stop
    if last.entry.kind == "rule":
        record = record[:-1]
        stop = last.start
    else:
        stop = origin.stop
    stop = origin.start + len(origin.source.text[origin.start : stop].rstrip())
    return max(stop, record[-1].stop)  # a last section without text ends behind its label's space
