"""Code and comments: which lines are hidden from the rules."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import diagnose, locate, parse_digest, serialize_digest, tokenize
from paperdigest._parsing.hidden import hidden_spans, may_hide, visible
from tests.strategies import hostile


def hidden(text: str) -> list[str]:
    """Return what is hidden in a text."""
    return [text[start:end] for start, end in hidden_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\na\n```\nb\n", ["\na\n```"]),
        ("~~~\na\n~~~\n", ["\na\n~~~"]),
        ("~~~ a`b`\nc\n~~~", ["\nc\n~~~"]),
        ("``` a\nb\n```", ["\nb\n```"]),
        ("   ```\na\n  ```\n", ["\na\n  ```"]),
        ("```\na\n~~~\n```\n", ["\na\n~~~\n```"]),
        ("````\na\n```\n`````\n", ["\na\n```\n`````"]),
        ("```\n```\n", ["\n```"]),
        ("- ```\n  a\n  ```\n", ["\n  a\n  ```"]),
        ("1. - ~~~\n      a\n      ~~~\n", ["\n      a\n      ~~~"]),
        ("```\na\n```\nb\n```\nc\n```\n", ["\na\n```", "\nc\n```"]),
        ("<!--\na\n-->\nb\n", ["\na\n-->"]),
        ("  <!-- a\nb --> c\nd\n", ["\nb --> c"]),
        ("<!--\n```\n-->\na\n```\n", ["\n```\n-->"]),
        ("```\n<!--\n```\na\n-->\n", ["\n<!--\n```"]),
        ("```\n# a\n    ```\n```", ["\n# a\n    ```\n```"]),
    ],
)
def test_what_follows_the_first_line_is_hidden(text: str, expected: list[str]) -> None:
    """A fence ends at one of its kind that is no shorter, a comment at the line that closes it."""
    assert hidden(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a\n",
        "```\na\n",
        "```\na\n``\n",
        "~~~\na\n```\n",
        "````\na\n```\n",
        "``` a`\nb\n",
        "    ```\na\n    ```\n",
        "```\na\n    ```\n",
        "```\na\n``` b\n",
        "a ```\nb\n",
        "<!-- a -->\nb\n",
        "<!-->\na\n",
        "<!--\na\n",
        "a <!--\nb\n-->\n",
        "<!--\na\n<!--\nb\n",
    ],
)
def test_what_is_not_closed_hides_nothing(text: str) -> None:
    """Nothing is hidden without a line that starts a block and one that closes it."""
    assert hidden(text) == []


@given(hostile())
def test_spans_stand_in_order_and_start_and_end_with_lines(text: str) -> None:
    """Hidden spans follow each other, from the end of one line to the end of another."""
    at = 0
    for start, end in hidden_spans(text):
        assert at <= start < end
        assert text[start] == "\n"
        assert text[end : end + 1] in ("", "\n")
        at = end
    assert may_hide(text) or at == 0


@given(st.lists(st.sampled_from(["```\n", "~~~~\n", "<!--\n", "-->\n", "a\n", "ab"])).map("".join))
def test_matches_outside_are_those_that_start_there(text: str) -> None:
    """An expression is asked everywhere but in hidden spans."""
    spans = hidden_spans(text)
    for pattern in ("\na", "a|\n", "(?=b)", "\n"):
        regex = re.compile(pattern)
        found = [match.start() for match in visible(regex, text)]
        assert found == [
            match.start()
            for match in regex.finditer(text)
            if not any(start <= match.start() < end for start, end in spans)
        ]


PAPER = """
### [{0}](https://example.org/{0})

Vote: 3

- **What's New**: one{1}
- **Technical Details**: two
"""


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize(
    "inner",
    [
        "```python\n# Comment\n- **Label**: no\n```",
        "~~~\n## Daily Papers (2024-01-01)\n~~~",
        "<!--\n# Note\n### [D](https://example.org/d)\nVote: 9\n-->",
        "- ```\n  # Comment\n  ```",
    ],
)
def test_code_and_comments_are_text(inner: str, at: int) -> None:
    """Code and comments are part of the section in which they are, and end no digest."""
    parts = [
        PAPER.format(name, f"\n{inner}" if number == at else "")
        for number, name in enumerate("abc")
    ]
    text = "## Daily Papers (2024-08-26)\n" + "".join(parts)
    digest = parse_digest(text, strict=True)
    plain = parse_digest(text.replace(f"\n{inner}", ""))
    assert [paper.title for paper in digest.papers] == ["a", "b", "c"]
    sections = [section for paper in digest.papers for section in paper.sections if section.label]
    assert [section.label for section in sections] == ["What's New", "Technical Details"] * 3
    assert "".join(token.text for token in tokenize(text)) == text
    assert not any(token.text == "no" for token in tokenize(text))
    assert [paper.votes for paper in digest.papers] == [paper.votes for paper in plain.papers]
    for number, paper in enumerate(digest.papers):
        place = locate(paper, "votes")
        assert place is not None
        assert text[place.start.offset : place.end.offset] == "3"
        edited = digest.replace_paper(paper, votes=4)
        written = serialize_digest(edited)
        assert written == "## Daily Papers (2024-08-26)\n" + "".join(
            part.replace("Vote: 3", "Vote: 4") if number == other else part
            for other, part in enumerate(parts)
        )
        assert len(parse_digest(serialize_digest(digest.remove(paper))).papers) == 2


def test_a_fence_that_would_hide_other_papers_is_refused() -> None:
    """A text that opens code, which a later fence would close, cannot be written."""
    text = "## Daily Papers (2024-08-26)\n" + PAPER.format("a", "") + PAPER.format("b", "\n```")
    digest = parse_digest(text)
    first = digest.papers[0]
    section = first.sections[0]
    with pytest.raises(ValueError, match="cannot express this digest"):
        serialize_digest(digest.replace_paper(first, sections=[section.__class__("A", "one\n```")]))


def test_a_paper_in_code_is_told() -> None:
    """A paper that is in code which starts in another one is an error; before the papers, none."""
    shown = "```\n### [d](https://example.org/d)\n```\n"
    heading = "## Daily Papers (2024-08-26)\n"
    papers = PAPER.format("a", "") + PAPER.format("b", "")
    assert "unread-paper" not in [each.code for each in diagnose(shown + heading + papers)]
    assert "unread-paper" not in [each.code for each in diagnose(f"{heading}\n{shown}{papers}")]
    after = f"{heading}{papers}\n# Form\n\n{shown}"
    assert "unread-paper" not in [each.code for each in diagnose(after)]
    found = diagnose(f"{heading}{papers}{shown}{PAPER.format('e', '')}```\n# Plan\n```\n")
    assert ["'d'" in each.message for each in found if each.severity == "error"] == [True]


@pytest.mark.parametrize("mark", ["```", "~~~", "<!--"])
@pytest.mark.parametrize(
    "before", ["", "a `b` <c> ~d~ !e ", "` < ~ ! " * 100, "`` ~~ <! <- !- " * 100]
)
@pytest.mark.parametrize("long", ["", "a" * 5_000])
def test_whether_anything_is_hidden_is_told_by_its_marks(before: str, mark: str, long: str) -> None:
    """A mark is found after few or many of its characters, and only in the part that is asked for."""
    before += long
    text = f"{before}{mark} a"
    assert not may_hide(before)
    assert may_hide(text)
    assert not may_hide(text, 0, len(text) - 3)
    assert may_hide(text, len(before))
    assert not may_hide(text + "x", len(text))
