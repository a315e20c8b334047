"""Brackets and separators that are not a piece's own."""

import pytest

from paperdigest import DigestWriteError, parse_digest, serialize_digest
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits import block
from paperdigest._writing.pieces.cores import bare, bare_link, completed, parted


@pytest.mark.parametrize(
    ("text", "core"),
    [
        (" ([code](u)", "[code](u)"),
        (", [code](u))", "[code](u)"),
        (" **([code](u)", "[code](u)"),
        (" · [code](u))** ", "[code](u)"),
        (" ([code](u))", "([code](u))"),
    ],
)
def test_a_single_bracket_is_not_its_own(text: str, core: str) -> None:
    """A bracket at an end of a piece is its own if the other one is at its other end."""
    assert bare(text) == core
    assert bare_link(text) == "[code](u)"


@pytest.mark.parametrize("text", [" ([code](u)", ", [code](u))", " ([code](u))"])
def test_a_piece_alone_gets_both_brackets(text: str) -> None:
    """A piece that is written alone gets the bracket that it lacks."""
    assert completed(text) == " ([code](u))"


def test_brackets_of_values_do_not_count() -> None:
    """A bracket counts if it is no part of a value, in a text whose brackets were all closed."""
    assert parted("a (b)", [], "a (b", []) == "("
    assert parted("a (b)", [], "a b)", []) == ")"
    assert parted("a (b)", [], "1) (b)", ["1)"]) == ""
    assert parted("1) a (b)", [], "1) a (b", []) == ""


def test_an_edit_that_parts_brackets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values do not show whether a bracket is closed, so the writer looks at the text."""
    url = "https://arxiv.org/abs/2508.1100"
    text = "# Reading list, 2025-08-20\n\n" + "".join(
        f"- **{title} Wells** ([arXiv]({url}{n}), [code](https://github.com/wells/{n}))\n"
        for n, title in enumerate(("Deep", "Old", "Dry"))
    )

    def torn(_text: str, pieces: list[Piece]) -> list[tuple[int, int, str]]:
        return [(piece.start, piece.end, "") for piece in pieces]

    monkeypatch.setattr(block, "removals", torn)
    digest = parse_digest(text)
    with pytest.raises(DigestWriteError, match=r"links: .* would leave a '\(' without"):
        serialize_digest(digest.replace_paper(digest.papers[0], links=[]))
