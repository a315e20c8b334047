"""Where values were read from."""

import copy
import datetime
import gc
import pickle
import re
import weakref
from typing import Any

import attrs
import pytest
from hypothesis import given

from paperdigest import (
    Dialect,
    Digest,
    Field,
    Media,
    Paper,
    Rule,
    Section,
    locate,
    parse_digest,
    parse_digests,
)
from tests.checking.test_diagnostics import (
    ARXIV,
    GPT,
    GPT_PAPER,
    HEADING,
    ROW,
    ROWS,
    SOUND,
    TITLE,
    any_text,
)
from tests.samples import EXAMPLES

TEXT = """\
## Daily Papers (2024-08-26)

### [A Title](https://arxiv.org/abs/2408.12637v2)

![Alt](a.png)

Vote: 34

Authors: ['Ada Lovelace', "Pat O\\"Neil"]

Category: cs.CL

Rating: good

[Code](https://example.org/2408.12637)

- **What's New**: Smaller,
and faster.
- And more.

"""


def at(
    text: str,
    value: Any,
    attribute: Any = None,
    index: int | None = None,
) -> str | None:
    """Return the text at the place of a value."""
    place = locate(value, attribute, index)
    return None if place is None else text[place.start.offset : place.end.offset]


def test_a_place_among_places_that_look_alike() -> None:
    """The identifier is the one in its link, and authors are told apart as the dialect does."""
    text = f"{HEADING}\n### [A](https://arxiv.org/abs/1412.6980)\n\nAuthors: A, B\n\n1412.6980\n"
    (paper,) = parse_digest(text).papers
    place = locate(paper, "arxiv_id")
    assert place is not None
    assert place.start.offset == text.index("1412.6980")
    assert [at(text, paper, "authors", index) for index in (-2, -1, 0, 1)] == list("ABAB")
    dialect = Dialect(
        "notes", [Rule("paper", "# {title}"), Rule("authors", "by {authors}", separator="; ")]
    )
    text = "# A\nby Gauss, C. F.; Euler, L.\n"
    (paper,) = parse_digest(text, dialect=dialect).papers
    assert [at(text, paper, "authors", index) for index in (0, 1)] == ["Gauss, C. F.", "Euler, L."]


@given(any_text)
def test_every_value_has_its_place(text: str) -> None:
    """Law 8, placed: at the place of each value that was read is the text it was read from."""
    digest = parse_digest(text)
    assert at(text, digest) == text.strip()
    assert at(text, digest, "title") == digest.title
    assert (at(text, digest, "date") is None) == (digest.date is None)
    for number, paper in enumerate(digest.papers):
        assert at(text, paper) == at(text, digest, "papers", number)
        assert re.sub(r"\s+", " ", at(text, paper, "title") or "") == re.sub(
            r"\s+", " ", paper.title
        )
        for name in ("url", "arxiv_id", "category"):
            assert at(text, paper, name) == getattr(paper, name)
        votes = at(text, paper, "votes")
        assert paper.votes == (None if votes is None else int(votes))
        for index, author in enumerate(paper.authors):
            written = at(text, paper, "authors", index) or ""
            assert author in (written, re.sub(r"\\(['\"\\])", r"\1", written).strip())
        for name, key in (("media", "url"), ("links", "url"), ("fields", "value")):
            for index, item in enumerate(getattr(paper, name)):
                assert getattr(item, key) in (at(text, paper, name, index) or "")
        for index, section in enumerate(paper.sections):
            assert at(text, section) == at(text, paper, "sections", index)
            assert at(text, section, "text") == section.text
            assert at(text, section, "label") in (section.label, None)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_on_the_callers_own_text(ends: str, mark: str) -> None:
    """Law 8, placed: places index the caller's own string, line endings and byte order mark included."""
    text = mark + TEXT.replace("\n", ends)
    digest = parse_digest(text)
    (paper,) = digest.papers
    assert at(text, digest) == text.rstrip()
    assert at(text, digest, "title") == "Daily Papers"
    assert at(text, digest, "date") == "2024-08-26"
    assert at(text, digest, "end_date") is None
    assert at(text, paper) == text.strip()[len(mark) + 28 + 2 * len(ends) :]
    assert at(text, paper, "title") == "A Title"
    assert at(text, paper, "url") == "https://arxiv.org/abs/2408.12637v2"
    assert at(text, paper, "arxiv_id") == "2408.12637"
    assert at(text, paper, "votes") == "34"
    assert at(text, paper, "category") == "cs.CL"
    assert at(text, paper, "authors", 0) == "Ada Lovelace"
    assert at(text, paper, "authors", 1) == 'Pat O\\"Neil'
    assert at(text, paper, "media", 0) == "![Alt](a.png)"
    assert at(text, paper, "fields", 0) == "Rating: good"
    assert at(text, paper, "links", 0) == "[Code](https://example.org/2408.12637)"
    assert at(text, paper.sections[0]) == f"- **What's New**: Smaller,{ends}and faster."
    assert at(text, paper.sections[0], "label") == "What's New"
    assert at(text, paper.sections[0], "text") == f"Smaller,{ends}and faster."
    assert at(text, paper.sections[1], "label") is None
    place = locate(paper, "votes")
    assert place is not None
    assert (place.start.line, place.start.column, place.start.lsp) == (7, 7, (6, 6))


@pytest.mark.parametrize("name", ["Alan Turing", "Alan Turing (London, UK)"])
def test_a_name_that_is_empty_takes_no_place(name: str) -> None:
    """What is empty between commas is no author, and does not count."""
    text = SOUND.replace("Ada", f", {name}, , Ada")
    paper = parse_digest(text).papers[0]
    assert [at(text, paper, "authors", index) for index in range(2)] == list(paper.authors)


def test_a_tuple_stands_from_its_first_item_to_its_last() -> None:
    """Without an index, a tuple has the place from its first to its last item."""
    digest = parse_digest(SOUND + SOUND)
    paper = parse_digest(TEXT).papers[0]
    assert at(TEXT, paper, "authors") == 'Ada Lovelace\', "Pat O\\"Neil'
    assert (at(TEXT, paper, "sections") or "").endswith("- And more.")
    assert at(SOUND + SOUND, digest, "papers") == (SOUND + SOUND).strip()[len(HEADING) + 1 :]
    assert locate(parse_digest(HEADING), "papers") is None
    assert locate(parse_digest(ARXIV).papers[0], "media") is None


def test_an_index_counts_from_the_end_too() -> None:
    """A negative index counts from the end, as in a tuple."""
    paper = parse_digest(TEXT).papers[0]
    assert locate(paper, "authors", -1) == locate(paper, "authors", 1)


def test_columns_count_for_people_and_editors() -> None:
    """Law 8, placed: columns count code points from 1, and UTF-16 code units from 0."""
    text = SOUND.replace("Ada", "😀 Grace Hopper, Ada")
    place = locate(parse_digest(text).papers[0], "authors", 1)
    assert place is not None
    assert (place.start.column, place.start.utf16) == (26, 26)
    assert str(place) == "7:26"


def test_a_group_gives_a_category_its_place() -> None:
    """A category that is above its papers has its place there; one in the paper comes first."""
    text = ARXIV.replace("Main category: cs.CL\n", "")
    assert locate(parse_digest(text).papers[0], "category") == locate(
        parse_digest(ARXIV.replace("\nMain category: cs.CL", "")).papers[0], "category"
    )
    place = locate(parse_digest(text).papers[0], "category")
    assert place is not None
    assert place.start.line == 1
    place = locate(parse_digest(ARXIV).papers[0], "category")
    assert place is not None
    assert place.start.line == 6
    two = ARXIV + "\n" + ARXIV.replace("cs.CL", "cs.CV").replace("Main category: cs.CV\n", "")
    assert at(two, parse_digest(two).papers[1], "category") == "cs.CV"


def test_what_is_empty_has_no_place() -> None:
    """A value that is None has no place, even where a line is there for it."""
    paper = parse_digest(ARXIV.replace("category: cs.CL", "category:")).papers[0]
    assert paper.category is None
    assert locate(paper, "category") is None
    bare = parse_digest(SOUND.replace("34", "-").replace("[A]", "[]")).papers[0]
    assert locate(bare, "votes") is None
    assert locate(bare, "title") is None


def test_a_heading_ends_a_group() -> None:
    """Papers below a new digest heading are in no group, whatever was above."""
    text = (
        "## Updated on 2025.09.15\n\n## Vision\n\n## Updated on 2025.09.16\n\n"
        "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
        "|**2024-08-26**|**A**|Ada et.al.|[2408.12637](http://arxiv.org/abs/2408.12637)|null|\n"
    )
    (paper,) = parse_digest(text).papers
    assert locate(paper, "category") is None
    assert at(text, paper) == text.splitlines()[-1]


def test_values_in_rows_have_places() -> None:
    """A row of a table has its values' places, the main link and the constant label too."""
    text = ROWS + ROW
    (paper,) = parse_digest(text).papers
    assert at(text, paper) == ROW.strip()
    assert at(text, paper, "url") == "https://arxiv.org/abs/2409.03752"
    assert at(text, paper.sections[0], "text") == "Smaller."
    assert paper.sections[0].label == "Summary"
    assert locate(paper.sections[0], "label") is None


def test_values_in_the_head_of_a_paper_have_places() -> None:
    """Votes and a category that are in the line of the title have their places there."""
    notes = Dialect("notes", [Rule("paper", "* {title} ({votes}; {category})")])
    text = "* A (3; cs.CL)\n"
    (paper,) = parse_digest(text, dialect=notes).papers
    assert (at(text, paper, "votes"), at(text, paper, "category")) == ("3", "cs.CL")


def test_an_identifier_of_a_link_stands_in_its_address() -> None:
    """An identifier that only a link beside the main one has is there, and not in its label."""
    text = SOUND.replace("arxiv.org/abs/2408.12637", "example.org/a").replace(
        "Vote: 34", "[2408.12637](https://arxiv.org/abs/2408.12637)"
    )
    paper = parse_digest(text).papers[0]
    place = locate(paper, "arxiv_id")
    assert place is not None
    assert (place.start.line, place.start.column) == (5, 36)
    assert at(text, paper, "arxiv_id") == paper.arxiv_id


def test_a_range_of_days_has_one_place() -> None:
    """Both days of a range are where the range is."""
    text = EXAMPLES["papers-of-the-week"]
    first, second, third = parse_digests(text)
    assert at(text, first, "date") == at(text, first, "end_date") == "April 5 - April 11"
    assert at(text, second, "title") == "Top ML Papers of the Week"
    assert third.date is None
    assert locate(third, "date") is None


def test_each_digest_of_a_text_has_its_own_place() -> None:
    """The digests of one text have their places in that text."""
    second = SOUND.replace("2024-08-26", "2024-08-27").replace("2408.12637", "1412.6980")
    text = SOUND + "\n" + second
    one, two = parse_digests(text)
    assert at(text, one) == SOUND.strip()
    assert at(text, two) == second.strip()
    assert at(text, two, "date") == "2024-08-27"
    assert at(text, two.papers[0], "arxiv_id") == "1412.6980"


def test_a_date_from_elsewhere_has_no_place() -> None:
    """A date that was given beside the text, and a text without heading, have no place."""
    day = datetime.date(2024, 8, 26)
    assert locate(parse_digest(ARXIV, date=day), "date") is None
    assert locate(parse_digest("## Daily Papers\n", date=day), "date") is None
    assert locate(parse_digest("## Daily Papers ()\n", date=day), "date") is None
    assert (
        locate(parse_digest(GPT.replace(" 2025-11-05", "") + GPT_PAPER, date=day), "date") is None
    )
    one, two = parse_digests(SOUND.split("\n", 2)[2] + SOUND, date=day)
    assert one.date == two.date == day
    assert (locate(one, "date") is None, locate(two, "date") is None) == (True, False)


def test_what_was_not_read_has_no_place() -> None:
    """Values that were built by hand, or edited since, have no place."""
    assert locate(Digest(papers=[Paper("A")]), "papers", 0) is None
    assert locate(Paper("A", sections=[Section("B", "C")])) is None
    assert locate(Section("B", "C")) is None
    digest = parse_digest(SOUND)
    paper = digest.papers[0]
    assert locate(attrs.evolve(digest, title="B"), "date") is None
    assert locate(attrs.evolve(paper, votes=35), "title") is None
    assert locate(attrs.evolve(paper.sections[0], text="C"), "label") is None
    assert locate(attrs.evolve(digest, title="B").papers[0]) == locate(paper)


def test_places_survive_copies() -> None:
    """A copy of a value, and one that was pickled, still knows where it was read."""
    paper = parse_digest(TEXT).papers[0]
    for same in (copy.copy(paper), copy.deepcopy(paper), pickle.loads(pickle.dumps(paper))):
        assert locate(same, "votes") == locate(paper, "votes") is not None


def test_the_flaws_of_a_call_are_told() -> None:
    """What has no place at all is an error that says what to do."""
    paper = parse_digest(TEXT).papers[0]
    with pytest.raises(TypeError, match="Media found; pass a Digest, Paper or Section"):
        locate(Media("image", "a"))  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="Field found"):
        locate(Field("a", "b"))  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="a Paper has no 'papers'; "):
        locate(paper, "papers")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="'title' is not a tuple; leave the index out"):
        locate(paper, "title", 0)
    with pytest.raises(ValueError, match="None is not a tuple"):
        locate(paper, index=0)
    locate(paper)  # those of the latest paper are not looked for again
    for odd in ("x", 1.5):
        with pytest.raises(TypeError, match=f"^index: {type(odd).__name__} found; pass an int$"):
            locate(paper, "authors", odd)  # type: ignore[call-overload]
    for value in (paper, paper.sections[0]):
        with pytest.raises(TypeError, match=r"^attribute: list found; pass a value and"):
            locate(value, [])  # type: ignore[call-overload]
    for index in (2, -3):
        with pytest.raises(IndexError, match=f"{index} is out of range; authors has 2 items"):
            locate(paper, "authors", index)


def test_a_dialect_whose_heading_has_no_title() -> None:
    """A heading without a group for the title has no place for one."""
    notes = Dialect("notes", rules=[Rule("digest", "= ({date})"), Rule("paper", "* {title}")])
    text = "= (2024-08-26)\n* A\n"
    digest = parse_digest(text, dialect=notes)
    assert locate(digest, "title") is None
    assert at(text, digest, "date") == "2024-08-26"


def test_a_text_that_is_gone_is_forgotten() -> None:
    """What was looked up for a text does not keep it in memory."""
    digest = parse_digest(SOUND)
    assert digest._document is not None
    document = weakref.ref(digest._document)
    locate(digest, "title")
    locate(digest.papers[0], "title")
    del digest
    gc.collect()
    assert document() is None


def test_only_the_latest_places_are_kept() -> None:
    """To locate all values of a text leaves the places of one paper in memory."""
    digest = parse_digest(SOUND)
    for _ in range(2):
        for paper in parse_digest(HEADING + TITLE * 50).papers:
            locate(paper, "url")
    locate(digest.papers[0], "url")
    kept = [each for each in gc.get_objects() if type(each).__name__ == "_Places"]
    assert [each.origin for each in kept] == [digest.papers[0]._origin]


#: A line for a day, which is a field if it gives none.
DAY = Rule("published", pattern=r"Day: (?P<published>[^\n]+)")


def test_a_field_that_another_kind_of_line_gives() -> None:
    """A day that is none gives a field, and a field without a label gives none."""
    field = Rule("field", pattern=r"= (?P<label>[a-z]*): (?P<value>[^\n]+)")
    dated = Dialect("dated", [Rule("paper", "* {title}"), DAY, field])
    text = "* A\nDay: soon\n= : 9\n"
    paper = parse_digest(text, dialect=dated).papers[0]
    assert [field.value for field in paper.fields] == ["soon"]
    assert at(text, paper, "fields", 0) == "Day: soon"
    assert at(text, paper, "fields") == "Day: soon"


def test_a_day_in_the_head_beside_a_line_that_gives_a_field() -> None:
    """A line that gives no day leaves the place of the one in the head."""
    dated = Dialect("dated", [Rule("paper", "* {title} ({published})"), DAY])
    text = "* A (2024-08-26)\nDay: soon\n"
    paper = parse_digest(text, dialect=dated).papers[0]
    assert at(text, paper, "published") == "2024-08-26"
    assert at(text, paper, "fields", 0) == "Day: soon"


def test_wrong_arguments_for_the_paper_that_was_located_last() -> None:
    """They raise the same errors as for any other paper."""
    paper = parse_digest(HEADING + TITLE).papers[0]
    assert not paper.authors
    locate(paper, "title")
    with pytest.raises(ValueError, match="'title' is not a tuple"):
        locate(paper, "title", 0)
    for name in ("authors", "media"):
        with pytest.raises(IndexError, match=f"{name} has 0 items"):
            locate(paper, name, 0)


def test_a_section_is_located_before_its_paper() -> None:
    """A section knows the block that it is in, whichever was looked at before."""
    one, other = (parse_digest(SOUND).papers[0] for _ in range(2))
    locate(other, "title")
    assert at(SOUND, one.sections[0], "text") == one.sections[0].text


def test_the_place_of_an_identifier_in_a_field() -> None:
    """The identifier of a paper without a link is located in its field."""
    text = "# Nests\n\n" + "".join(
        f"## {title} of Old Nests\n\n**Score:** 9\n\n**arXiv:** 2501.0000{at}v2\n\nWords on it.\n\n"
        for at, title in enumerate(("A Study", "Slow Songs", "Quiet Maps"), 1)
    )
    second = parse_digest(text).papers[1]
    place = locate(second, "arxiv_id")
    assert place is not None
    assert text[place.start.offset : place.end.offset] == second.arxiv_id == "2501.00002"
