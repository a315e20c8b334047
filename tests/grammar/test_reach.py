"""How far patterns look: past the end of a line, or back past its start."""

import pytest

from paperdigest import Dialect, Rule, parse_digest, serialize_digest
from paperdigest._dialects import family_dialects
from paperdigest._grammar.reach import looks_ahead, looks_behind

AHEAD = [
    r"# (?P<title>[^\n]++)(?=\n\n)",
    r"# (?P<title>[^\n]++)(?!\n# )",
    r"# (?P<title>[^\n]++)(?=\s*\Z)",
    "# (?P<title>[^\n]++)(?=\n)",
    r"# (?=(?:[^x]|y)z)(?P<title>[^\n]++)",
    r"# (?=(?s:.){0,9}z)(?P<title>[^\n]++)",
    r"# (?P<title>[^\n]++)(?=\n(?P=title))",
    r"# (?=x(?:a|(?!\n))y)(?P<title>[^\n]++)",
]
WITHIN = [
    r"# (?P<title>[^\n]++)",
    r"#\s(?P<title>[^\n]++)\n\n",
    r"# (?=[A-Z][^\n]*+x)(?P<title>[^\n]++)",
    r"# \(?=\n(?P<title>[^\n]++)",
    r"# [(?=\n](?P<title>[^\n]++)",
]


@pytest.mark.parametrize("pattern", AHEAD, ids=repr)
def test_a_pattern_that_looks_over_the_end_of_its_line(pattern: str) -> None:
    """A line ending that is looked for ahead may be in another block."""
    assert looks_ahead(pattern)


@pytest.mark.parametrize("pattern", WITHIN, ids=repr)
def test_a_pattern_that_looks_within_its_lines(pattern: str) -> None:
    """What a pattern matches, and what it looks for in a line, is in its block."""
    assert not looks_ahead(pattern)
    assert not looks_behind(pattern)


def test_a_dot_that_may_take_any_character() -> None:
    """Where a part of a pattern takes line endings for its dots, all dots are held for such."""
    assert looks_ahead(r"# (?=.)(?s:x)")
    assert not looks_ahead(r"# (?=.)(?i:x)")


@pytest.mark.parametrize("pattern", [r"(?<=\n\n)# a", r"(?<!\s)# a", r"# a(?<=[^b])"], ids=repr)
def test_a_pattern_that_looks_over_the_start_of_its_line(pattern: str) -> None:
    """A line ending that a lookbehind asks for may be in another block."""
    assert looks_behind(pattern)
    assert not looks_ahead(pattern)


def test_families_look_within_their_lines() -> None:
    """The heads of the built-in families are found without a look at the lines below."""
    assert not any(dialect._compiled.looks_ahead for dialect in family_dialects())


@pytest.mark.parametrize("kind", ["paper", "group", "digest"])
def test_a_head_that_looks_behind_is_refused(kind: str) -> None:
    """The block of a paper is parsed by itself, with nothing before it."""
    group = {"group": "category"}.get(kind, "title")
    pattern = rf"(?<=\n\n)# (?P<{group}>[^\n]++)"
    with pytest.raises(ValueError, match=r"looks behind .*; leave \(\?<=\.\.\.\) out"):
        Rule(kind, pattern=pattern)  # type: ignore[arg-type]


NEAR = Dialect(
    "near",
    [Rule("paper", "# {title}", pattern=r"# (?P<title>[^\n]++)(?=(?:\n[^\n]*+){0,3}\nURL)", before=1)],
)  # fmt: skip


def test_a_head_counts_for_what_its_own_block_shows() -> None:
    """What a head looks for below the next head makes no paper of it."""
    text = "# A\n\n# B\nURL\n\n# C\n\n\n\n\nURL\n# D\nno\nURL\n"
    digest = parse_digest(text, dialect=NEAR)
    assert [paper.title for paper in digest.papers] == ["B", "D"]
    assert serialize_digest(digest) == text
    edited = digest.replace_paper(digest.papers[0], title="N")
    assert serialize_digest(edited) == text.replace("# B", "# N")
