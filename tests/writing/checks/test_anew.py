"""Texts of no family: what is written is found again by one who knows no more than the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    DigestWriteError,
    Link,
    Paper,
    Section,
    dialects,
    parse_digest,
    parse_digests,
    serialize_digest,
    serialize_digests,
)
from tests import laws
from tests.samples import EXAMPLES
from tests.strategies import papers

TEXT = """\
# Notes

- [Attention](https://arxiv.org/abs/1706.03762), 3 votes
- [Adam](https://arxiv.org/abs/1412.6980), 2 votes
- [ResNet](https://arxiv.org/abs/1512.03385)
"""
DIGEST = parse_digest(TEXT)
#: One whose paper looks like a group with another paper in it.
ODD = Digest(
    "Notes",
    papers=[
        Paper(f"4{n}", f"{n}.md", links=[Link(words, f"https://arxiv.org/abs/1706.0376{n}v7")])
        for n, words in enumerate(("How Bees Count to Four", "Why Ants Avoid Corners"))
    ],
)


def test_an_edit_that_reads_the_same() -> None:
    """An edit is written where the rules that are found in the new text read the same values."""
    assert DIGEST.dialect is not None
    assert DIGEST.dialect not in dialects()
    edited = DIGEST.replace_paper(DIGEST.papers[0], title="Attention, again")
    assert serialize_digest(edited) == TEXT.replace("[Attention]", "[Attention, again]")
    fewer = DIGEST.remove(DIGEST.papers[0])
    assert parse_digest(serialize_digest(fewer)) == fewer


def test_an_edit_that_would_change_the_rules() -> None:
    """An edit after which other rules would be found is refused, unless the dialect is passed."""
    edited = DIGEST.replace(papers=[paper.replace(title="Contact") for paper in DIGEST.papers])
    with pytest.raises(
        ValueError,
        match=r"^general cannot express this digest; the rules that are found in the new text would "
        r"read it differently; .* digest\.dialect, here and to parse_digest:\n  Digest\.papers",
    ):
        serialize_digest(edited)
    text = serialize_digest(edited, dialect=DIGEST.dialect)
    assert parse_digest(text, dialect=DIGEST.dialect) == edited
    assert parse_digest(text) != edited


def test_what_was_not_edited_is_written_as_it_was() -> None:
    """A text comes back whatever it is read as, since nothing in it is new."""
    standard = dialects()[-1]
    digest = parse_digest(TEXT, dialect=standard)
    assert digest != DIGEST
    assert serialize_digest(digest) == TEXT
    assert serialize_digest(DIGEST) == TEXT


def test_what_is_built_by_hand() -> None:
    """A new digest is written by the name of the dialect only if it is found again by that name."""
    digest = Digest("Notes", papers=[Paper("One", "a.md"), Paper("Two", "b.md")])
    assert parse_digest(serialize_digest(digest, dialect="general"), dialect="general") == digest
    with pytest.raises(
        ValueError, match=r"papers\[0\]\.title: '40' would be read back as 'How Bees"
    ):
        serialize_digest(ODD, dialect="general")
    standard = dialects()[-1]
    assert parse_digest(serialize_digest(ODD, dialect=standard), dialect=standard) == ODD


def test_a_dialect_that_was_passed_to_the_parser() -> None:
    """Who passes a dialect to the parser writes by its rules, and by no others."""
    standard = dialects()[-1]
    digest = parse_digest(serialize_digest(ODD, dialect=standard), dialect=standard)
    edited = digest.replace_paper(digest.papers[0], title="43")
    assert parse_digest(serialize_digest(edited), dialect=standard) == edited


def test_several_digests() -> None:
    """Several digests in one text are found again in that text, or refused."""
    with pytest.raises(
        ValueError, match=r"^general cannot express this digest; the rules that are "
    ):
        serialize_digests([ODD], dialect="general")
    assert serialize_digests([ODD], dialect=dialects()[-1]) == serialize_digest(
        ODD, dialect=dialects()[-1]
    )
    assert serialize_digests(parse_digests(TEXT)) == TEXT
    several = [Digest("Monday", papers=[Paper("One", "a.md")])]
    assert parse_digests(serialize_digests(several, dialect="general"), dialect="general") == (
        *several,
    )


def test_a_dialect_of_that_name_of_ones_own() -> None:
    """A dialect that somebody calls general has its own rules, and nothing is found."""
    own = Dialect("general", dialects()[-1].rules)
    digest = parse_digest(serialize_digest(ODD, dialect=own), dialect=own)
    edited = digest.replace_paper(digest.papers[0], title="43")
    assert parse_digest(serialize_digest(edited), dialect=own) == edited


@given(data=st.data())
def test_edits_of_a_text_of_no_family(data: st.DataObject) -> None:
    """Any edit of a text of no family keeps the laws, by its rules and by those found anew."""
    text = data.draw(st.sampled_from([TEXT, EXAMPLES["one-off"]]))
    digest = parse_digest(text)
    assert digest.dialect is not None
    at = data.draw(st.integers(0, len(digest.papers) - 1))
    donor = data.draw(papers() | st.just(Paper("A", sections=[Section("Idea", "Smaller.")])))
    name = data.draw(st.sampled_from(laws.names_of(Paper)).filter(lambda each: each != "arxiv_id"))
    edited = digest.replace_paper(digest.papers[at], **{name: getattr(donor, name)})
    laws.check_edit(text, digest, edited, digest.dialect)


def test_the_canonical_form_of_any_layout() -> None:
    """A text of no family is written as a new one, which is read without its name or its rules."""
    text = (
        "# Weekly, 2025-03-03\n\n"
        "1. **[Deep Rivers](https://arxiv.org/abs/2502.12345)** by Ann Bo, Cy Do\n"
        "2. **[Counting Stones](https://arxiv.org/abs/2502.54321)** by Ed Fo\n"
    )
    digest = parse_digest(text)
    written = serialize_digest(digest, canonical=True)
    assert written == (
        "# Weekly, 2025-03-03\n\n### [Deep Rivers](https://arxiv.org/abs/2502.12345)\n\n"
        "**Authors:** Ann Bo, Cy Do\n\n### [Counting Stones](https://arxiv.org/abs/2502.54321)\n\n"
        "**Authors:** Ed Fo\n"
    )
    assert parse_digest(written) == digest
    assert serialize_digests([digest], canonical=True) == written
    plain = parse_digest("- [A Paper](http://arxiv.org/abs/2401.00001) by Ann Bo\n" * 3)
    assert parse_digest(serialize_digest(plain, canonical=True)) == plain


def test_a_canonical_form_that_would_be_read_differently() -> None:
    """It is refused where a reader without a name would take a group for the title."""
    papers = "".join(
        f"- [A Study of {name}](https://arxiv.org/abs/2501.0000{at})\n"
        for at, name in enumerate(("Rivers", "Stones", "Otters"))
    )
    digest = parse_digest(f"```\n# Code\n```\n\n## Notes\n\n{papers}")
    assert digest.papers[0].category == "Notes"
    with pytest.raises(DigestWriteError, match="would read it differently"):
        serialize_digest(digest, canonical=True)
