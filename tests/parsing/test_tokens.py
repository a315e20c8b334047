"""Tokens: kinds, order, and what comes between."""

import inspect
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given

from paperdigest import Dialect, DialectName, Rule, Token, TokenKind, tokenize
from paperdigest._grammar.schema import PAPER
from tests.samples import EXAMPLES, each_example
from tests.strategies import texts

#: The kinds that the class names, apart from the attributes of a paper.
KINDS = frozenset(get_args(TokenKind)) - {each.name for each in PAPER}


def tokens_of(text: str, dialect: DialectName) -> list[tuple[str, str]]:
    """Return kind and text of the tokens that are neither markup nor white space."""
    found = tokenize(text, dialect=dialect)
    return [(t.kind, t.text) for t in found if t.kind not in ("markup", "blank")]


@each_example
def test_every_kind_has_a_name(text: str) -> None:
    """A token's kind is one of those that the class names."""
    assert {token.kind for token in tokenize(text)} <= set(get_args(TokenKind))
    assert all(f"``{kind}``" in (inspect.getdoc(Token) or "") for kind in KINDS)


def test_tokens_come_one_by_one() -> None:
    """`tokenize` gives an iterator: the first token of a long text needs not the others."""
    tokens = tokenize(EXAMPLES["daily-papers"])
    assert isinstance(tokens, Iterator)
    assert next(tokens) == Token("markup", "## ", 0, 3)


def test_a_wrong_argument_is_told_at_once() -> None:
    """What is not a text, or no dialect, is refused by the call and not by the first token."""
    with pytest.raises(TypeError, match=r"^text: bytes found"):
        tokenize(b"")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^dialect: 'daily papers' is not built in"):
        tokenize("", dialect="daily papers")  # type: ignore[arg-type]


@given(texts())
def test_no_text_no_tokens(text: str) -> None:
    """Every token has a text; if there is none, there are no tokens."""
    assert all(token.text for token in tokenize(text))
    assert list(tokenize("")) == []


def test_white_space_and_what_no_rule_claims() -> None:
    """White space alone is blank; other text that no rule claims is other."""
    found = [(t.kind, t.text) for t in tokenize("Preamble.\n\n## Daily Papers\n \n")]
    assert found == [
        ("other", "Preamble.\n\n"),
        ("markup", "## "),
        ("title", "Daily Papers"),
        ("blank", "\n \n"),
    ]


def test_the_pieces_of_daily_papers() -> None:
    """Values have tokens of their own, without the white space around them."""
    text = (
        "## Daily Papers (2024-08-26)\n\n### [A]( b )\n\n![c](d)\n\nVote:  3 \n\nAuthors: E, F\n\n"
        "G: h\n\n[i](j)\n\n- **K**: l\n  m\n\n- n\n\n## License\n\nText.\n"
    )
    assert tokens_of(text, "daily-papers") == [
        ("title", "Daily Papers"), ("date", "2024-08-26"), ("title", "A"), ("url", "b"), ("alt", "c"),
        ("url", "d"), ("votes", "3"), ("authors", "E, F"), ("label", "G"), ("value", "h"), ("label", "i"),
        ("url", "j"), ("label", "K"), ("text", "l\n  m"), ("text", "n"), ("other", "\n\nText.\n"),
    ]  # fmt: skip


def test_the_pieces_of_a_table_row() -> None:
    """The values in the cells of a row have tokens in the order of the text."""
    text = "## Papers for 2024-09-06\n\n| A (Read more on [arXiv](b) or [c](d))| E, F | g |\n"
    assert tokens_of(text, "daily-ai-papers") == [
        ("title", "Papers"), ("date", "2024-09-06"), ("title", "A"), ("label", "arXiv"), ("url", "b"),
        ("label", "c"), ("url", "d"), ("authors", "E, F"), ("text", "g"),
    ]  # fmt: skip


def test_the_pieces_of_a_weekly_row() -> None:
    """Sections within a cell have their labels and texts."""
    text = (
        "## Top AI Papers of the Week (June 21 - June 28) - 2026\n"
        "| 1) **A** - b <br>● C: d <br>● e | [Paper](f), [Code](g) |\n"
    )
    assert tokens_of(text, "papers-of-the-week") == [
        ("title", "Top AI Papers of the Week"), ("range", "June 21 - June 28"), ("year", "2026"),
        ("title", "A"), ("text", "b"), ("label", "C"), ("text", "d"), ("text", "e"),
        ("label", "Paper"), ("url", "f"), ("label", "Code"), ("url", "g"),
    ]  # fmt: skip


def test_groups_and_copies() -> None:
    """A group heading gives a category; an identifier of its own is a value, which may be a field."""
    assert tokens_of("# cs.CL [[Back]](#toc)\n\n### [1] [A](b)\n*C*\n", "daily-arxiv") == [
        ("category", "cs.CL"),
        ("title", "A"),
        ("url", "b"),
        ("authors", "C"),
    ]
    text = '## 1. [A](b) <a id="link1"></a>\n\n**ArXiv ID:** 2408.12637\n\n**Relevance:** 9\n'
    assert tokens_of(text, "gpt-paper-assistant") == [
        ("title", "A"),
        ("url", "b"),
        ("value", "2408.12637"),
        ("label", "Relevance"),
        ("value", "9"),
    ]


def test_papers_after_a_chapter_have_no_tokens() -> None:
    """What looks like a paper and is none is other text."""
    text = "## Daily Papers\n\n### [A](b)\n\n## License\n\n### [C](d)\n"
    assert tokens_of(text, "daily-papers")[-1] == ("other", "\n\n### [C](d)\n")


def test_a_piece_may_start_with_a_value() -> None:
    """Where no markup is before a value there is no token for it, and lines above count alone."""
    rules = [
        Rule("group", pattern="=(?P<category>.*)"),
        Rule("paper", pattern="##[ ](?P<title>.+)"),
        Rule("field", pattern="(?P<label>[a-z]+);(?P<value>.*)"),
    ]
    found = tokenize("=x\na;b\n## A\nc;d\n", dialect=Dialect("own", rules))
    assert [(token.kind, token.text) for token in found] == [
        ("markup", "="), ("category", "x"), ("other", "\na;b\n"), ("markup", "## "), ("title", "A"),
        ("blank", "\n"), ("label", "c"), ("markup", ";"), ("value", "d"), ("blank", "\n"),
    ]  # fmt: skip


def test_a_rule_that_takes_no_character_gives_no_token() -> None:
    """What it starts at is text as before."""
    dialect = Dialect("own", [Rule("paper", "## {title}"), Rule("digest", "{text}")])
    found = tokenize("# 2024\n\n## A", dialect=dialect)
    assert [(token.kind, token.text) for token in found] == [
        ("other", "# 2024\n\n"), ("markup", "## "), ("title", "A"),
    ]  # fmt: skip
