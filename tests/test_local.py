"""Law 5, over every dialect: an edit changes its own piece of the text, and nothing beside it."""

import datetime
import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    DigestWriteError,
    Field,
    Paper,
    Section,
    locate,
    parse_digest,
    parse_digests,
    serialize_digest,
)
from tests.edits import edits_of, places_of
from tests.expect import refused_edits
from tests.laws import Edit, check_local, require_kept, written
from tests.laws.derived import plain, unlisted, unnumbered
from tests.samples import EXAMPLES, REFUSED_EDITS, each_dialect, each_example
from tests.spans import differs_within, is_put_in, own_text, span_of
from tests.strategies import papers_in, texts_in

WHOLE = frozenset(EXAMPLES.values())

#: The edits that an example refuses, other than those of values that its dialect has no rule for.
REFUSED: Mapping[str, list[str]] = json.loads(REFUSED_EDITS.read_text("utf-8"))


def dialect_of(digest: Digest) -> Dialect:
    """Return the dialect that a digest was read in."""
    assert digest.dialect is not None
    return digest.dialect


def reading_again_gives(text: str, digest: Digest) -> bool:
    """Return whether a text is read as a digest."""
    return parse_digest(text, dialect=dialect_of(digest)) == digest


# One attribute of one paper


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_attribute_of_every_paper(name: str) -> None:
    """Law 5: "Change one attribute with `attrs.evolve` and serialize: only that attribute's own piece of
    the text differs", and reading it again gives exactly the edited value.
    """
    assert refused_edits(EXAMPLES[name]) == REFUSED[name]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@each_example
def test_every_attribute_under_other_line_ends(text: str, end: str) -> None:
    """Law 5 for the first and the last paper of a text that has other line endings."""
    text = text.replace("\n", end)
    digest = parse_digest(text)
    dialect = dialect_of(digest)
    for index in (0, len(digest.papers) - 1):
        for edit in edits_of(text, digest.papers[index], dialect):
            check_local(text, digest, index, edit, dialect)


@each_dialect
@given(data=st.data())
def test_one_value_in_a_drawn_text(dialect: Dialect, data: st.DataObject) -> None:
    """Law 5 for plausible and damaged texts: an edit is local, or is refused."""
    text = data.draw(texts_in(dialect, max_papers=2))
    digest = parse_digest(text, dialect=dialect)
    if digest.papers:
        index = data.draw(st.integers(0, len(digest.papers) - 1))
        paper = digest.papers[index]
        edits: list[Edit] = []
        if paper.title:
            title = attrs.evolve(paper, title="Other")
            edits.append(Edit("title", title, [span_of(paper, "title")]))
        if paper.votes is not None:
            places = places_of(text, paper, "votes", dialect)
            edits.append(Edit("votes", attrs.evolve(paper, votes=35), places))
        for section in paper.sections:
            if section.text:
                changed = paper.replace_section(section, text="Other words.")
                edits.append(Edit("text", changed, [span_of(section, "text")]))
        for edit in edits:
            check_local(text, digest, index, edit, dialect)


# The digest's own attributes


@each_example
def test_the_title_of_each_digest(text: str) -> None:
    """Another title is put where the old one is, and nothing else differs."""
    for digest in parse_digests(text):
        whole = serialize_digest(digest)
        for title in ("Top Papers of the Week", "Updated", "Papers", "Personalized ArXiv Papers"):
            changed = attrs.evolve(digest, title=title)
            new = written(changed)
            if new is None:
                continue
            assert reading_again_gives(new, changed)
            alone = parse_digest(whole, dialect=dialect_of(digest))
            if alone.title is not None:
                assert differs_within(whole, new, [span_of(alone, "title")])


@each_example
def test_the_dates_of_each_digest(text: str) -> None:
    """Another date is put where the old one is, in its spelling, and nothing else differs."""
    for digest in parse_digests(text):
        if digest.date is None:
            continue
        whole = serialize_digest(digest)
        days = datetime.timedelta(days=7)
        last = digest.end_date and digest.end_date + days
        changed = attrs.evolve(digest, date=digest.date + days, end_date=last)
        new = serialize_digest(changed)
        assert reading_again_gives(new, changed)
        alone = parse_digest(whole, dialect=dialect_of(digest))
        start, stop = span_of(alone, "date")
        line = whole.index("\n", stop)  # a year may be after the range
        assert differs_within(whole, new, [(start, line if last else stop)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-08-26", "2024-09-01"),
        ("August 26, 2024", "September 1, 2024"),
        ("Aug 26, 2024", "Sep 1, 2024"),
        ("26 Aug 2024", "1 Sep 2024"),
        ("August 26th, 2024", "September 1st, 2024"),
        ("Monday, August 26, 2024", "Sunday, September 1, 2024"),
        ("08/26/2024", "09/01/2024"),
        ("8/26/2024", "9/1/2024"),
        ("2024년 8월 26일", "2024년 9월 1일"),
    ],
)
def test_a_date_keeps_its_spelling(old: str, new: str) -> None:
    """Law 5: only the date differs, and it is spelled as the old one was."""
    text = f"## Daily Papers ({old})\n\n### [A](a)\n"
    changed = attrs.evolve(parse_digest(text), date=datetime.date(2024, 9, 1))
    assert serialize_digest(changed) == text.replace(old, new)


# Papers that come, go and move


def keeps_bytes(text: str, digest: Digest, new: str) -> None:
    """Check that every paper of a digest that was in a text before has its bytes in a new one.

    Free text of a damaged digest that was after another paper may follow them.
    """
    again = parse_digest(new, dialect=dialect_of(digest))
    assert again == digest
    for paper, read in zip(digest.papers, again.papers, strict=True):
        if locate(paper) is not None:
            own, dialect = own_text(text, paper), dialect_of(digest)
            require_kept(own, text, new, read, dialect)
            same = unnumbered(own_text(new, read), dialect) == unnumbered(own, dialect)
            assert text not in WHOLE or same


def stays_around(text: str, digest: Digest, new: str) -> bool:
    """Return whether a text keeps what comes before the first paper or its group, and at its end.

    What follows from the papers is neither.
    """
    dialect = dialect_of(digest)
    before = unlisted(text[: span_of(digest.papers[0])[0]], dialect)
    after = text[span_of(digest.papers[-1])[1] :]
    if dialect.rules_of("group") and digest.papers[0].category:
        # The heading of a group, with an anchor above it, goes with the group's papers.
        heads = re.finditer(r"^(?:<div .*\n\n)?#+ ", before, re.MULTILINE)
        before = before[: max(head.start() for head in heads)]
    new = unlisted(new, dialect)
    return new.startswith(before.rstrip()) and new.endswith(
        after if digest.papers else after.rstrip() + "\n" if after.strip() else ""
    )


@each_example
def test_papers_in_any_order(text: str) -> None:
    """Law 5: "Reorder ... a paper: every other one keeps its bytes", and it keeps its own."""
    digest = parse_digest(text)
    orders = list(permutations(digest.papers)) if len(digest.papers) < 5 else []
    turned = (digest.papers[1:] + digest.papers[:1], digest.papers[::-1])
    for order in [*orders, *turned]:
        changed = attrs.evolve(digest, papers=order)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        assert stays_around(text, digest, new)


@each_example
def test_a_paper_that_goes(text: str) -> None:
    """Law 5: "drop a paper ...: every other one keeps its bytes", and what is around them."""
    digest = parse_digest(text)
    for paper in digest.papers:
        changed = digest.remove(paper)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        dialect = dialect_of(digest)
        assert is_put_in(plain(new, dialect), plain(text, dialect), (0, len(text)))
        assert paper.title not in new or text.count(paper.title) > 1


@each_example
def test_all_papers_that_go(text: str) -> None:
    """A digest without papers keeps its heading, and what comes before and after."""
    digest = parse_digest(text)
    changed = attrs.evolve(digest, papers=())
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    assert stays_around(text, digest, new)


@each_example
def test_a_paper_that_comes(text: str) -> None:
    """Law 5: "insert ... a paper ...: every other one keeps its bytes", wherever it is put."""
    digest = parse_digest(text)
    like = digest.papers[0]
    new_paper = Paper(
        "Another Paper",
        "https://arxiv.org/abs/2412.00001",
        authors=["Ada Lovelace"],
        category=like.category,
        sections=[
            Section(
                None if dialect_of(digest).name == "papers-of-the-week" else like.sections[0].label,
                "Words.",
            )
        ]
        if like.sections
        else [],
        published=like.published and datetime.date(2024, 8, 26),
    )
    if not like.authors:
        new_paper = attrs.evolve(new_paper, authors=[])
    for index in range(len(digest.papers) + 1):
        changed = digest.insert(index, new_paper)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        assert stays_around(text, digest, new)


@pytest.mark.parametrize("end", ["", "\n## License\n\nFree.\n"])
@pytest.mark.parametrize("start", ["Hello.\n", "## Daily Papers (2024-08-26)\n\nHello.\n"])
def test_a_first_paper(start: str, end: str) -> None:
    """The first paper of a digest is after what the text says before, and takes none of it."""
    digest = parse_digest(start + end, dialect="daily-papers")
    changed = digest.insert(0, Paper("A", "a", sections=[Section("B", "c")]))
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    assert new.startswith(start)
    assert new.endswith(end)


@each_dialect
@given(data=st.data())
def test_papers_of_drawn_texts(dialect: Dialect, data: st.DataObject) -> None:
    """Law 5 for plausible and damaged texts: papers that stay, go, come and move keep their bytes."""
    text = data.draw(texts_in(dialect))
    digest = parse_digest(text, dialect=dialect)
    stay = data.draw(st.permutations(digest.papers))[
        : data.draw(st.integers(0, len(digest.papers)))
    ]
    come = data.draw(st.lists(papers_in(dialect), max_size=1))
    at = data.draw(st.integers(0, len(stay)))
    changed = attrs.evolve(digest, papers=[*stay[:at], *come, *stay[at:]])
    try:
        new = serialize_digest(changed)
    except ValueError:
        return
    keeps_bytes(text, changed, new)


def test_text_from_two_places_may_follow_a_paper() -> None:
    """A line and a chapter that were behind two papers that go follow the one that stays."""
    head = "### [0] [A](https://arxiv.org/abs/2408.12637)\n"
    text = f"0---\n{head}{head}**\n</details>\n**\n### [0] A\n</details>\n## License\n\nA\n"
    digest = parse_digest(text, dialect="daily-arxiv")
    changed = attrs.evolve(digest, papers=digest.papers[:1])
    new = serialize_digest(changed)
    assert new == f"0---\n{head}**\n\n## License\n\nA\n"
    keeps_bytes(text, changed, new)


@pytest.mark.parametrize(
    ("lines", "edited"),
    [
        ("Vote:\nVote: 0\n", "Vote:\nVote: 5\n"),
        ("Vote: 3\nVote: 4\n", "Vote: 3\nVote: 5\n"),
        ("Vote: 3\nVote: 4\nVote: 4\n", "Vote: 3\nVote: 5\nVote: 5\n"),
        ("Vote: 3\nVote: -\n", "Vote: 3\nVote: 5\n"),
        ("Vote: 3\nVote:\n", "Vote: 3\nVote: 5\n"),
    ],
)
def test_of_lines_that_disagree_the_one_that_counts_is_edited(lines: str, edited: str) -> None:
    """An edit changes the last of several lines, and those that say the same."""
    text = f"### [A](a)\n\n{lines}"
    digest = parse_digest(text, dialect="daily-papers")
    changed = digest.replace_paper(digest.papers[0], votes=5)
    assert serialize_digest(changed) == text.replace(lines, edited)
    gone = digest.replace_paper(digest.papers[0], votes=None)
    assert parse_digest(serialize_digest(gone), dialect="daily-papers").papers[0].votes is None


@pytest.mark.parametrize("end", ["\x0c", "\x0c\n", " \x0c \n", "\u2028\n"])
def test_white_space_that_ends_the_last_line_stays_in_it(end: str) -> None:
    """A paper that is put in goes below the line, and not between its words and its white space."""
    text = f"## A\n\n### A{end}"
    digest = parse_digest(text, dialect="daily-papers")
    new = serialize_digest(digest.insert(1, Paper("B", "https://example.org/b")))
    assert new.startswith(f"{text.rstrip(chr(10))}\n\n### [B]")


@pytest.mark.parametrize("rest", ["", "<div id='cs.CL'></div>\n\n# cs.CL [[Back]](#toc)\n\n"])
def test_a_paper_behind_an_open_tag(rest: str) -> None:
    """Free text after a tag that stays open is not a paper's own, whether a rule follows or not."""
    head = "### [0] [A](https://arxiv.org/abs/2408.12637)\n"
    text = f"{head}<details>\n  <summary>Details</summary>\n**\n{rest}{head}"
    digest = parse_digest(text, dialect="daily-arxiv")
    for index in (0, 1):
        changed = digest.insert(index, Paper("B"))
        keeps_bytes(text, changed, serialize_digest(changed))


def test_a_chapter_behind_a_paper() -> None:
    """A chapter with a line as in papers is one's own while the papers above have such lines."""
    text = (
        "## Daily Papers (2024-08-26)\n### [A](a)\nVote: -\n### [B](b)\n"
        "## License\n\nVote: 3 papers\n## License\n\nA\n"
    )
    digest = parse_digest(text, dialect="daily-papers")
    changed = attrs.evolve(digest, papers=digest.papers[1:])
    new = serialize_digest(changed)
    keeps_bytes(text, changed, new)
    assert new == text.replace("### [A](a)\nVote: -\n", "")


def test_a_section_that_says_what_papers_have() -> None:
    """A line of a section that shows that papers go on below a chapter cannot go."""
    text = (
        "## Daily Papers (2024-08-26)\n### [A](a)\nVote: 0\n## Notes\n### B\n### C\n"
        "- **What's New**: words\nVote: -\n"
    )
    digest = parse_digest(text, dialect="daily-papers")
    assert [paper.title for paper in digest.papers] == ["A", "B", "C"]
    changed = digest.replace_paper(
        digest.papers[2], sections=[digest.papers[2].sections[0].replace(text="others\nVote: -")]
    )
    assert serialize_digest(changed) == text.replace("words", "others")
    lost = digest.replace_paper(
        digest.papers[2], sections=[digest.papers[2].sections[0].replace(text="others")]
    )
    with pytest.raises(DigestWriteError, match=r"Digest\.papers"):
        serialize_digest(lost)


def test_a_section_whose_first_line_says_what_papers_have() -> None:
    """The first line of a section may start a line of the text, and shows that papers go on."""
    text = "### [A](https://a.org/1\nVote: -\n## A\n### [A](a)\n- \nVote: 0"
    digest = parse_digest(text, dialect="daily-papers")
    assert [paper.sections for paper in digest.papers] == [(), (Section(None, "Vote: 0"),)]
    paper = digest.papers[1]
    lost = digest.replace_paper(paper, sections=[paper.sections[0].replace(text="words")])
    with pytest.raises(DigestWriteError, match=r"Digest\.papers"):
        serialize_digest(lost)


def test_a_section_with_a_chapter_in_it() -> None:
    """An edit that takes away a line like a chapter is refused where that loses other papers."""
    text = (
        "## Daily Papers (2024-08-26)\n### [A](https://a.org/1\n- **What's New**: A\n"
        "## Daily Papers (2024-08-26)\u2028---\n## License\n\nA\n\n### [B](https://a.org/2)\n"
    )
    digest = parse_digest(text, dialect="daily-papers")
    assert len(digest.papers) == 2
    paper = digest.papers[0]
    changed = digest.replace_paper(paper, sections=[paper.sections[0].replace(text="words")])
    with pytest.raises(DigestWriteError, match=r"Digest\.papers"):
        serialize_digest(changed)


_TABLE = "| # | Paper | Category | Summary |\n|---|---|---|---|\n"
_GROUPED = (
    f"# Papers\n\n## First\n\n{_TABLE}"
    "| 1 | [A Study of Slow Rivers](https://arxiv.org/abs/2408.10001) | agent | Water flows. |\n"
    f"\n## Others\n\n{_TABLE}"
    "| 1 | [Counting Stones](https://arxiv.org/abs/2408.10002) | agent | Stones are many. |\n"
    "| 2 | [What Otters Teach](https://arxiv.org/abs/2408.10003) | search | They swim. |\n"
)


@pytest.mark.parametrize(
    ("attribute", "value"), [("title", "Heavy Stones"), ("category", "robots")]
)
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_category_of_ones_own_below_a_group(index: int, attribute: str, value: str) -> None:
    """A row that says its category keeps the heading above it, which says another one."""
    digest = parse_digest(_GROUPED)
    paper = digest.papers[index]
    assert [each.category for each in digest.papers] == ["agent", "agent", "search"]
    start, end = span_of(paper)
    changes: Mapping[str, str] = {attribute: value}
    new = serialize_digest(digest.replace_paper(paper, **changes), dialect=digest.dialect)  # type: ignore[arg-type]
    at = span_of(paper, attribute)
    assert start <= at[0] < at[1] <= end
    assert new == f"{_GROUPED[: at[0]]}{value}{_GROUPED[at[1] :]}"


@pytest.mark.parametrize(
    "order",
    [(0, 2), (0, 1), (0, 2, 1), (1, 0, 2), (2, 1, 0), (0, 3, 1, 2), (0, 1, 3, 2), (0, 1, 2, 3)],
    ids=str,
)
def test_rows_that_move_below_other_groups(order: Sequence[int]) -> None:
    """Rows that say their category leave every heading and every head of a table in its place."""
    digest = parse_digest(_GROUPED)
    new = Paper("Maps", "https://arxiv.org/abs/2408.10009", category="agent")
    papers = [[*digest.papers, new][index] for index in order]
    text = serialize_digest(attrs.evolve(digest, papers=papers), dialect=digest.dialect)
    assert not_rows(text) == not_rows(_GROUPED)
    assert digest.dialect is not None
    bare = unnumbered(text, digest.dialect)
    for index in {*order} - {3}:
        own = own_text(_GROUPED, digest.papers[index]).strip()
        assert unnumbered(own, digest.dialect) in bare


def not_rows(text: str) -> list[str]:
    """Return the lines of a text that are neither blank nor papers."""
    return [line for line in text.splitlines() if line.strip() and "arxiv.org" not in line]


@pytest.mark.parametrize("bullet", ["*", "+", "0."])
def test_a_bullet_of_a_head_that_is_rewritten(bullet: str) -> None:
    """A head in another form is a list item with the same bullet."""
    text = "".join(
        f"{bullet} Ada Byron. [{title}](https://arxiv.org/abs/2408.1000{at})\n"
        for at, title in enumerate(("A Study of Slow Rivers", "Counting Stones", "Maps"))
    )
    digest = parse_digest(text)
    changed = digest.replace_paper(digest.papers[0], authors=[])
    new = serialize_digest(changed, dialect=digest.dialect)
    assert new == text.replace("Ada Byron. ", "", 1)


@pytest.mark.parametrize("line", ["**ArXiv ID:** {}", "- **arXiv**: {}", "* arXiv ID: {}"])
def test_an_identifier_that_is_not_that_of_the_link(line: str) -> None:
    """An identifier beside a link to something else is a field, whose value changes in place."""
    text = f"## 0. [A](https://arxiv.org/abs/2408.12637)\n{line}\n**Authors:** B\n\n**Abstract:** words\n"
    digest = parse_digest(text.format("1803.09999"), dialect="general")
    (field,) = digest.papers[0].fields
    changed = digest.replace_paper(digest.papers[0], fields=[field.replace(value="1803.10000")])
    assert serialize_digest(changed) == text.format("1803.10000")


def test_a_value_that_is_there_twice() -> None:
    """An edit changes each place of a value that the text has more than once."""
    text = "### [A](https://arxiv.org/abs/2408.12637)\n\nVotes: 3\nVotes: 3\n"
    digest = parse_digest(text, dialect="general")
    changed = digest.replace_paper(digest.papers[0], votes=4)
    assert serialize_digest(changed) == text.replace("3\n", "4\n")


SAME = [
    (one, other)
    for one, first in EXAMPLES.items()
    for other, second in EXAMPLES.items()
    if one != other and parse_digest(first).dialect == parse_digest(second).dialect
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_paper_that_moves(one: str, other: str) -> None:
    """Law 5: a paper moved into another digest of its dialect keeps its bytes there."""
    text, there = EXAMPLES[one], EXAMPLES[other]
    source, target = parse_digest(text), parse_digest(there)
    for paper in source.papers:
        changed = target.insert(1, paper)
        new = serialize_digest(changed)
        again = parse_digest(new, dialect=dialect_of(target))
        assert again == changed
        dialect = dialect_of(target)
        moved, first = (unnumbered(own_text(new, each), dialect) for each in again.papers[1::-1])
        assert moved == unnumbered(own_text(text, paper), dialect)
        assert first == unnumbered(own_text(there, target.papers[0]), dialect)


def test_a_paper_that_moves_into_another_dialect() -> None:
    """A paper from elsewhere is written in the dialect of the digest that it comes to."""
    target = parse_digest(EXAMPLES["daily-ai-papers"])
    paper = parse_digest(EXAMPLES["daily-papers"]).papers[0]
    lean = attrs.evolve(paper, votes=None, media=(), sections=[Section("Summary", "Short.")])
    changed = target.insert(0, lean)
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    assert f"| {paper.title} (Read more on [arXiv]({paper.url}))|" in new
    with pytest.raises(ValueError, match=r"Digest\.papers\[0\]\.votes: 48 "):
        serialize_digest(target.insert(0, paper))


# Sections that come, go and move


@each_example
def test_sections_in_any_order(text: str) -> None:
    """Law 5: "Reorder, insert or drop a ... section: every other one keeps its bytes"."""
    digest = parse_digest(text)
    for paper in digest.papers:
        whole = {section: text[slice(*span_of(section))] for section in paper.sections}
        for order in islice(permutations(paper.sections), 24):
            for kept in (order, order[1:]):
                changed = digest.replace_paper(paper, sections=kept)
                new = written(changed)
                if new is None:
                    continue
                again = parse_digest(new, dialect=dialect_of(digest))
                assert again == changed
                for section in again.papers[digest.papers.index(paper)].sections:
                    own = new[slice(*span_of(section))]
                    # Within a cell, a mark parts a section from the one before it.
                    mark = "<br>● "
                    assert own.removeprefix(mark) == whole[section].removeprefix(mark)


def test_a_section_that_moves_to_another_paper() -> None:
    """A section moved to another paper, of another digest even, keeps its bytes."""
    odd, plain = EXAMPLES["daily-papers-odd"], EXAMPLES["daily-papers"]
    section = parse_digest(odd).papers[0].sections[0]
    written = odd[slice(*span_of(section))]
    assert written.startswith("- ***What's New***: ")
    digest = parse_digest(plain)
    paper = digest.papers[0]
    changed = digest.replace_paper(paper, sections=[section, *paper.sections])
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    at = span_of(paper, "sections")[0]
    assert new == f"{plain[:at]}{written}\n{plain[at:]}"


# The style of the text


STYLED = (
    "## Daily Papers (2024-08-26)\n\n### [A](a)\nVote: 1\nAuthors: ['Ada']\n\n- ***B***: c\n\n"
    "- ***D***: e\n\n### [F](f)\nVote: 2\nAuthors: ['Ada']\n\n- ***B***: c\n"
)


class TestStyle:
    """What is added to a text follows its habits."""

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, end: str) -> None:
        """New lines end as the others do."""
        text = EXAMPLES["daily-papers"].replace("\n", end)
        digest = parse_digest(text)
        paper = digest.papers[0]
        added = Paper("A", "a", 1, ["B", "C"], sections=[Section("D", "e"), Section(None, "f")])
        changed = digest.insert(1, added).replace_paper(
            paper, sections=[*paper.sections, Section("G", "h")], fields=[Field("Venue", "I")]
        )
        new = serialize_digest(changed)
        assert reading_again_gives(new, changed)
        assert re.findall(r"\r\n|\r|\n", new) == [end] * len(re.findall(r"\r\n|\r|\n", new))

    def test_labels(self) -> None:
        """A new label has the emphasis of the others."""
        digest = parse_digest(STYLED)
        paper = digest.papers[0]
        new = serialize_digest(
            digest.replace_paper(paper, sections=[*paper.sections, Section("G", "h")])
        )
        assert new == STYLED.replace("- ***D***: e\n", "- ***D***: e\n\n- ***G***: h\n")

    def test_authors(self) -> None:
        """New authors are in a list literal where the others do."""
        digest = parse_digest(STYLED)
        new = serialize_digest(digest.replace_paper(digest.papers[0], authors=["Ada", "Alan"]))
        assert new == STYLED.replace("['Ada']", "['Ada', 'Alan']", 1)

    def test_papers(self) -> None:
        """A new paper is written as the others are: its blank lines, labels and authors."""
        digest = parse_digest(STYLED)
        added = Paper("X", "x", 3, ["Alan"], sections=[Section("B", "y"), Section("D", "z")])
        new = serialize_digest(digest.insert(2, added))
        assert new == STYLED + (
            "\n### [X](x)\nVote: 3\nAuthors: ['Alan']\n\n- ***B***: y\n\n- ***D***: z\n"
        )

    def test_authors_with_a_comma(self) -> None:
        """Names with a comma turn a plain line into a list literal, as else they would be cut."""
        text = "### [A](a)\n\nAuthors: Ada, Alan\n"
        digest = parse_digest(text)
        new = serialize_digest(
            digest.replace_paper(digest.papers[0], authors=["Ada", "Turing, Jr."])
        )
        assert new == text.replace("Ada, Alan", "['Ada', 'Turing, Jr.']")


def test_free_text_stays() -> None:
    """What is in a paper beside its values stays there, whatever is changed around it."""
    text = (
        "# Preamble\n\n## Daily Papers\n\nHello.\n\n### [A](a)\n\nFree words.\n\nVote: 1\n\nMore words.\n\n"
        "- b\n\n### [C](c)\n\nOther words.\n\n## License\n\nFree.\n"
    )
    digest = parse_digest(text)
    first, second = digest.papers
    assert serialize_digest(digest.replace_paper(first, votes=2)) == text.replace(
        "Vote: 1", "Vote: 2"
    )
    new = serialize_digest(digest.replace_paper(first, votes=None, sections=[]))
    for words in ("Free words.", "More words.", "Hello.", "Other words.", "## License\n\nFree.\n"):
        assert words in new
    assert "Free words." not in serialize_digest(digest.remove(first))
    turned = serialize_digest(attrs.evolve(digest, papers=(second, first)))
    assert turned.index("Other words.") < turned.index("Free words.") < turned.index("## License")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_helpers_edit_locally(name: str) -> None:
    """`replace`, `insert` and `remove` are edits like those with `attrs.evolve`."""
    text = EXAMPLES[name]
    digest = parse_digest(text)
    first = digest.papers[0]
    edits: Sequence[Callable[[], Digest]] = (
        lambda: digest.replace_paper(first, title="Other").replace_paper(
            attrs.evolve(first, title="Other"), title=first.title
        ),
        lambda: digest.remove(first).insert(0, first),
        lambda: attrs.evolve(digest, papers=list(digest.papers)),
        lambda: attrs.evolve(digest),
    )
    for edit in edits:
        assert edit() == digest
        assert serialize_digest(edit()) == text
