"""Where a paper's own text ends in its block."""

import pytest

from paperdigest import Dialect, Rule, parse_digest
from paperdigest._parsing.record import own_end, own_end_at, read_again

NOTES = Dialect(
    "notes",
    rules=[
        Rule("paper", pattern="##[ ](?P<title>[^<\n]+)(?:<.+)?"),
        Rule("section", pattern=r"\+"),
        Rule("markup", pattern="</?(?:fold|p|td)>"),
        Rule("markup", pattern="@"),
        Rule("divider", pattern="===+$"),
    ],
)


@pytest.mark.parametrize(
    ("own", "rest"),
    [
        ("## A\n+ a", "\n\n"),
        ("## A\n+ a\n\nb", "\n \n"),
        ("## A<fold>\n+ a\n</fold>", "\nb\n\n"),
        ("## A<fold>\n</fold>", "\nb\n</i>\n"),
        ("## A<fold>\n+ a\n</fold>\n+ b", "\n\n"),
        ("## A\n+ a", "\n</fold>\n<fold>\n"),
        ("## A\n+ a", "\n</fold>\n`<fold>`\n"),
        ("## A\n+ a\n@ 12", "\nb\n\n"),
        ("## A <tr>\n+ a\n@ 12\n</tr>", "\nb\n\n"),
        ("## A <tr>\n<td>12</td>\n</tr>", "\n</table>\n"),
        ("## A\n+ a</b>", "\n\n"),
        ("## A", "\n<p>Thanks.</p>\n"),
        ("## A\n+ a\n\nb", "\n\n====\nc\n"),
        ("## A<fold>\n+ a\n</fold>", "\nb\n====\nc\n"),
        ("## A<fold>\n</fold>", "\n====\nc\n"),
        ("## A\nb", "\n====\nc\n"),
        ("## A\n+ \t", "\n====\n"),
        ("## A\n+ \t", "\n\n"),
    ],
)
def test_where_a_paper_ends(own: str, rest: str) -> None:
    """A paper ends after its last text, its own closing tag, or before a divider."""
    text = f"Words.\n{own}{rest}## B\n"
    origin = parse_digest(text, dialect=NOTES).papers[0]._origin
    assert origin is not None
    paper, record = read_again(origin)
    assert paper.title == "A"
    assert origin.text == own + rest
    assert origin.text[: own_end(origin.text, record, found=True)] == own


@pytest.mark.parametrize("rest", ["\n\n", "\nb\n\n", "\n\n====\nc\n"])
def test_where_a_paper_of_a_dialect_ends(rest: str) -> None:
    """The author of a dialect knows which tags are of papers, so that they need not be in pairs."""
    origin = parse_digest(f"## A\n+ a\n</fold>{rest}## B\n", dialect=NOTES).papers[0]._origin
    assert origin is not None
    assert origin.text[: own_end_at(origin)] == "## A\n+ a\n</fold>"


def test_the_spans_of_a_piece_are_a_mapping() -> None:
    """They count as many as they name, and know no name that took no part."""
    origin = parse_digest("## A\n", dialect=NOTES).papers[0]._origin
    assert origin is not None
    head = read_again(origin)[1][0]
    assert len(head.spans) == len(list(head.spans)) == 1
    assert "label" not in head.spans
