"""Values: what their constructors take and refuse, and how they are changed."""

import datetime
import pickle
import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Field, Link, Media, Paper, Section, parse_digest, serialize_digest
from paperdigest._text.arxiv import arxiv_id_of
from tests.strategies import digests, papers, sections

DAY = datetime.date(2024, 8, 26)
LONG = "x" * 100 + "\n"

#: How each class is made with one attribute of choice.
MAKERS: dict[str, Callable[..., Any]] = {
    "Section": Section,
    "Media": lambda **given: Media(**{"kind": "image", "url": "a.png", **given}),
    "Field": lambda **given: Field(**{"label": "Relevance", "value": "9", **given}),
    "Link": lambda **given: Link(**{"label": "Code", "url": "b", **given}),
    "Paper": lambda **given: Paper(**{"title": "A", **given}),
    "Digest": Digest,
}

TEXTS = [("Section", "text")]
LINES = [
    ("Section", "label"),
    ("Media", "url"),
    ("Media", "alt"),
    ("Field", "label"),
    ("Field", "value"),
    ("Link", "label"),
    ("Link", "url"),
    ("Paper", "title"),
    ("Paper", "url"),
    ("Paper", "category"),
    ("Digest", "title"),
]
FILLED = [
    ("Section", "label"),
    ("Media", "url"),
    ("Field", "label"),
    ("Link", "url"),
    ("Paper", "url"),
    ("Paper", "category"),
    ("Digest", "title"),
]
URLS = [("Media", "url"), ("Link", "url"), ("Paper", "url")]
OPTIONAL = [
    ("Section", "label"),
    ("Paper", "url"),
    ("Paper", "votes"),
    ("Paper", "category"),
    ("Digest", "title"),
    ("Digest", "date"),
    ("Digest", "end_date"),
]
TUPLES: list[tuple[str, str, type, Any]] = [
    ("Paper", "authors", str, "Ada"),
    ("Paper", "media", Media, Media("image", "a.png")),
    ("Paper", "sections", Section, Section("A", "b")),
    ("Paper", "fields", Field, Field("A", "b")),
    ("Paper", "links", Link, Link("A", "b")),
    ("Digest", "papers", Paper, Paper("A")),
]


def refused(error: type[Exception], owner: str, attribute: str, value: object, reason: str) -> None:
    """Check that a constructor refuses a value, and names class, attribute, value and reason."""
    with pytest.raises(error) as caught:
        MAKERS[owner](**{attribute: value})
    assert type(caught.value) is error
    message = str(caught.value)
    assert re.match(rf"{owner}\.{attribute}: ", message), message
    assert repr(value)[:70] in message
    assert reason in message
    assert len(message) < 300


class TestRefused:
    """What no dialect could hold is refused by the constructor, which says why."""

    @pytest.mark.parametrize(("owner", "attribute"), TEXTS + LINES)
    @pytest.mark.parametrize("value", [3, b"a", ["a"]], ids=repr)
    def test_no_text(self, owner: str, attribute: str, value: object) -> None:
        """What is no str is not a text."""
        refused(TypeError, owner, attribute, value, "is not a str; pass text")

    @pytest.mark.parametrize(
        ("owner", "attribute"), [each for each in TEXTS + LINES if each not in OPTIONAL]
    )
    def test_no_none(self, owner: str, attribute: str) -> None:
        """None stands for what is not known, and not for text that is always there."""
        refused(TypeError, owner, attribute, None, "is not a str; pass text")

    @pytest.mark.parametrize(("owner", "attribute"), TEXTS + LINES)
    @pytest.mark.parametrize(
        "value",
        [" a", "a ", "\na", "a\x0b", "\u3000a", "a\x1c", " "],
    )
    def test_white_space_around(self, owner: str, attribute: str, value: str) -> None:
        """Outer white space is stripped when a value is read, so that it could not come back."""
        refused(
            ValueError,
            owner,
            attribute,
            value,
            "has white space around it, which is not kept; strip it",
        )

    @pytest.mark.parametrize(("owner", "attribute"), LINES)
    @pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\r\nb"])
    def test_a_line_end(self, owner: str, attribute: str, value: str) -> None:
        """A value of one line has no line ending."""
        refused(ValueError, owner, attribute, value, "has a line ending; use one line")

    @pytest.mark.parametrize(("owner", "attribute"), FILLED)
    def test_nothing(self, owner: str, attribute: str) -> None:
        """Where there is nothing, there is no value: None, or no item."""
        refused(ValueError, owner, attribute, "", "is empty; pass ")

    @pytest.mark.parametrize(("owner", "attribute"), URLS)
    @pytest.mark.parametrize("value", ["a b", "a\tb", "a\xa0b", "a\u2028b", "a\x1fb"])
    def test_white_space_in_a_url(self, owner: str, attribute: str, value: str) -> None:
        """A URL ends at white space."""
        refused(
            ValueError, owner, attribute, value, "has white space; percent-encode it (RFC 3986)"
        )

    @pytest.mark.parametrize("value", ["3", 3.0, True], ids=repr)
    def test_votes_that_are_no_count(self, value: object) -> None:
        """Votes are an int, and a truth value is none."""
        refused(TypeError, "Paper", "votes", value, "is not an int; pass a count or None")

    def test_negative_votes(self) -> None:
        """Nobody has fewer votes than none."""
        refused(ValueError, "Paper", "votes", -1, "is negative; pass a count or None")

    def test_more_votes_than_are_read(self) -> None:
        """A number of more than 18 digits is read as no count, so that it is refused."""
        assert Paper("A", votes=10**18 - 1).votes == 10**18 - 1
        with pytest.raises(ValueError, match=r"^Paper\.votes: .*a count has at most 18 digits$"):
            Paper("A", votes=10**18)

    def test_votes_beyond_all_bounds(self) -> None:
        """Python refuses to write very long numbers, and the message does not need to."""
        with pytest.raises(ValueError, match=r"^Paper\.votes: .*at most 18 digits$"):
            Paper("A", votes=10**10_000)

    @pytest.mark.parametrize("attribute", ["date", "end_date"])
    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            ("2024-08-26", "is a str; expected a date, such as datetime.date(2024, 8, 26)"),
            (20240826, "is not a datetime.date; pass a date or None"),
            (datetime.datetime(2024, 8, 26, 12), "has a time of day; pass its date, as in value"),
        ],
    )
    def test_no_date(self, attribute: str, value: object, reason: str) -> None:
        """A date has no time of day, and is not text."""
        refused(TypeError, "Digest", attribute, value, reason)

    @pytest.mark.parametrize("day", [None, DAY + datetime.timedelta(1)])
    def test_a_range_that_ends_before_it_starts(self, day: datetime.date | None) -> None:
        """The last day comes with a first one, which is not after it."""
        with pytest.raises(ValueError, match=r"^Digest\.end_date: '2024-08-26' .*first day"):
            Digest("A", day, DAY)
        assert Digest("A", DAY, DAY).end_date == DAY

    @pytest.mark.parametrize("value", ["Image", "audio", "", None, 3], ids=repr)
    def test_no_kind_of_media(self, value: object) -> None:
        """Media are images and videos."""
        refused(ValueError, "Media", "kind", value, "is not a kind; expected image or video")

    @pytest.mark.parametrize(("owner", "attribute", "kind", "item"), TUPLES)
    @pytest.mark.parametrize("value", ["Ada Lovelace", "", b"Ada"], ids=repr)
    def test_a_string_for_a_tuple(
        self, owner: str, attribute: str, kind: type, item: object, value: object
    ) -> None:
        """A string is one value, and would be taken as its letters."""
        refused(TypeError, owner, attribute, value, "is one string; pass a list or tuple")

    @pytest.mark.parametrize(("owner", "attribute", "kind", "item"), TUPLES)
    @pytest.mark.parametrize("value", [None, 3], ids=repr)
    def test_what_is_no_collection(
        self, owner: str, attribute: str, kind: type, item: object, value: object
    ) -> None:
        """Where there are no items, an empty tuple says so."""
        refused(TypeError, owner, attribute, value, "pass a list or tuple")

    @pytest.mark.parametrize(("owner", "attribute", "kind", "item"), TUPLES)
    @pytest.mark.parametrize("wrong", [None, 3, b"Ada", ("a", "b")], ids=repr)
    def test_a_wrong_item(
        self, owner: str, attribute: str, kind: type, item: object, wrong: object
    ) -> None:
        """Every item is of the one class that the tuple holds; the message shows the wrong one."""
        with pytest.raises(TypeError) as caught:
            MAKERS[owner](**{attribute: [item, wrong]})
        message = str(caught.value)
        assert message.startswith(f"{owner}.{attribute}: {wrong!r} is not a {kind.__name__}; ")

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("", "is empty; leave it out"), (" Ada", "white space around it"), ("A\nB", "a line end")],
    )
    def test_a_name_that_is_no_line(self, name: str, reason: str) -> None:
        """Each author is a stripped line with something in it."""
        with pytest.raises(
            ValueError, match=rf"^Paper\.authors: {re.escape(repr(name))} .*{reason}"
        ):
            Paper("A", authors=["Ada", name])

    def test_long_values_are_shown_short(self) -> None:
        """A message shows the start and the end of a long value."""
        with pytest.raises(
            ValueError, match=r"^Paper\.title: 'x{50}\.\.\.x{22}\\ny' has a line ending"
        ) as caught:
            Paper(LONG + "y")
        assert len(str(caught.value)) < 150

    @pytest.mark.parametrize(("owner", "maker"), MAKERS.items())
    def test_an_evolved_value(self, owner: str, maker: Callable[..., Any]) -> None:
        """`attrs.evolve` makes a value anew, with all checks."""
        value = maker()
        for attribute in attrs.fields(type(value)):
            if not attribute.name.startswith("_"):
                with pytest.raises((TypeError, ValueError), match=rf"^{owner}\.{attribute.name}: "):
                    attrs.evolve(value, **{attribute.name: 3.5})


class TestTaken:
    """What the constructors take."""

    @pytest.mark.parametrize(("owner", "attribute", "kind", "item"), TUPLES)
    @pytest.mark.parametrize("collection", [list, tuple, iter, lambda items: (i for i in items)])
    def test_any_collection_becomes_a_tuple(
        self, owner: str, attribute: str, kind: type, item: object, collection: Callable[..., Any]
    ) -> None:
        """A list, or anything that gives items in order, is taken as a tuple."""
        value = getattr(MAKERS[owner](**{attribute: collection([item, item])}), attribute)
        assert value == (item, item)
        assert type(value) is tuple

    @pytest.mark.parametrize(("owner", "attribute"), OPTIONAL)
    def test_none_where_nothing_is_known(self, owner: str, attribute: str) -> None:
        """None is the default of what may not be known."""
        assert getattr(MAKERS[owner](), attribute) is None
        assert getattr(MAKERS[owner](**{attribute: None}), attribute) is None

    @pytest.mark.parametrize(("owner", "attribute", "kind", "item"), TUPLES)
    def test_nothing_is_the_default(
        self, owner: str, attribute: str, kind: type, item: object
    ) -> None:
        """There are no items where none are given."""
        assert getattr(MAKERS[owner](), attribute) == ()

    def test_other_separators_are_no_line_ends(self) -> None:
        """A line may contain what only `str.splitlines` treats as a line ending."""
        title = "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"
        assert Paper(title).title == title

    def test_a_section_has_many_lines(self) -> None:
        """A section's text runs over lines, and may be empty."""
        assert Section("A", "b\r\nc\rd\n\ne").text == "b\r\nc\rd\n\ne"
        assert Section() == Section(None, "")

    def test_an_empty_title(self) -> None:
        """The title of a paper may be empty, as it may be in a text."""
        assert Paper("").title == ""

    @given(digests())
    def test_everything_that_is_drawn(self, digest: Digest) -> None:
        """The strategy for values draws nothing that is refused, and values know themselves."""
        assert digest == pickle.loads(pickle.dumps(digest))
        assert digest in {digest}

    def test_where_a_value_was_read_from_is_not_shown(self) -> None:
        """The private attributes are neither in `repr` nor in the signature of a position."""
        section = parse_digest("### [A](b)\n\n- **C**: d\n").papers[0].sections[0]
        assert repr(section) == "Section(label='C', text='d')"
        with pytest.raises(TypeError):
            Section("C", "d", None)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/abs/2408.12637", "2408.12637"),
        ("http://arxiv.org/abs/2408.12637v3", "2408.12637"),
        ("https://arxiv.org/pdf/1706.03762v7", "1706.03762"),
        ("https://arxiv.org/pdf/1706.03762.pdf", "1706.03762"),
        ("https://www.arxiv.org/abs/0704.0001", "0704.0001"),
        ("https://arxiv.org/abs/hep-th/9901001v2", "hep-th/9901001"),
        ("https://arxiv.org/abs/math.AG/0601001", "math.AG/0601001"),
        ("https://arxiv.org/html/2408.12637v1#S1", "2408.12637"),
        ("https://huggingface.co/papers/2408.12637", "2408.12637"),
        ("https://www.alphaxiv.org/abs/2408.12637", "2408.12637"),
        ("https://ar5iv.labs.arxiv.org/html/2408.12637", "2408.12637"),
        ("https://arxiv.org/abs/2408.126371", None),
        ("https://arxiv.org/abs/408.12637", None),
        ("https://arxiv.org/list/cs.CL/recent", None),
        ("https://example.org/2408.12637", None),
        ("https://arxiv.org/abs/", None),
        ("", None),
    ],
)
def test_the_identifier_in_a_url(url: str, expected: str | None) -> None:
    """The arXiv identifier is that of the scheme of arXiv, old or new, without its version."""
    assert arxiv_id_of(url) == expected


def test_the_identifier_of_a_paper() -> None:
    """It is that of the main link, or else of the first other link that has one."""
    links = [Link("Code", "https://a.org"), Link("Paper", "https://arxiv.org/abs/2408.12637")]
    assert Paper("A").arxiv_id is None
    assert Paper("A", "https://a.org").arxiv_id is None
    assert Paper("A", "https://arxiv.org/abs/1706.03762").arxiv_id == "1706.03762"
    assert Paper("A", "https://a.org", links=links).arxiv_id == "2408.12637"
    assert Paper("A", links=links).arxiv_id == "2408.12637"
    assert Paper("A", "https://arxiv.org/abs/1706.03762", links=links).arxiv_id == "1706.03762"


class TestHelpers:
    """The common edits in one line."""

    DIGEST = Digest(papers=[Paper("A", votes=1), Paper("B"), Paper("A", votes=1)])

    def test_replace_changes_the_thing_itself(self) -> None:
        """`replace` returns the value with some attributes changed, whatever it is."""
        assert Digest("A").replace(title="B", date=DAY) == Digest("B", DAY)
        assert self.DIGEST.replace(title="B").papers is self.DIGEST.papers
        assert self.DIGEST.replace(papers=[]) == Digest()
        assert Paper("A").replace(votes=3, title="B") == Paper("B", votes=3)
        assert Section("A", "b").replace(text="c") == Section("A", "c")
        assert Media("image", "a").replace(kind="video") == Media("video", "a")
        assert Field("A", "b").replace(value="c") == Field("A", "c")
        assert Link("A", "b").replace(url="c") == Link("A", "c")

    @given(st.lists(papers(), min_size=1, max_size=4), st.data())
    def test_replace_changes_one_paper(self, items: list[Paper], data: st.DataObject) -> None:
        """`replace_paper` changes attributes of one paper and leaves the others as they are."""
        digest = Digest(papers=items)
        at = data.draw(st.integers(0, len(items) - 1))
        changed = digest.replace_paper(items[at], votes=35)
        assert changed.papers[at] == attrs.evolve(items[at], votes=35)
        for index, paper in enumerate(items):
            assert index == at or changed.papers[index] is paper
        assert digest.papers == tuple(items)

    def test_replace_takes_the_very_paper(self) -> None:
        """Of equal papers it is the very one that is given, else the first one."""
        third = self.DIGEST.papers[2]
        assert [p.votes for p in self.DIGEST.replace_paper(third, votes=2).papers] == [1, None, 2]
        equal = Paper("A", votes=1)
        assert [p.votes for p in self.DIGEST.replace_paper(equal, votes=2).papers] == [2, None, 1]
        assert [p.title for p in self.DIGEST.remove(third).papers] == ["A", "B"]

    @pytest.mark.parametrize("index", range(-5, 6))
    def test_insert_counts_like_a_list(self, index: int) -> None:
        """`Digest.insert` puts a paper where `list.insert` would."""
        titles = [paper.title for paper in self.DIGEST.papers]
        titles.insert(index, "C")
        assert [p.title for p in self.DIGEST.insert(index, Paper("C")).papers] == titles
        assert len(self.DIGEST.papers) == 3

    def test_remove(self) -> None:
        """`Digest.remove` leaves one paper out."""
        assert [p.title for p in self.DIGEST.remove(Paper("B")).papers] == ["A", "A"]

    @given(st.lists(sections(), min_size=1, max_size=4), st.data())
    def test_replace_changes_one_section(self, items: list[Section], data: st.DataObject) -> None:
        """`replace_section` changes attributes of one section and leaves the others as they are."""
        paper = Paper("A", sections=items)
        at = data.draw(st.integers(0, len(items) - 1))
        changed = paper.replace_section(items[at], text="other")
        assert changed.sections[at] == attrs.evolve(items[at], text="other")
        for index, section in enumerate(items):
            assert index == at or changed.sections[index] is section

    @pytest.mark.parametrize(
        ("edit", "named"),
        [
            (lambda: TestHelpers.DIGEST.replace_paper(Paper("C"), votes=1), "Paper 'C'"),
            (lambda: TestHelpers.DIGEST.remove(Paper("C")), "Paper 'C'"),
            (
                lambda: Paper("A").replace_section(Section("C", "d"), text="e"),
                "Section 'C'",
            ),
        ],
    )
    def test_what_is_not_there_is_refused(self, edit: Callable[[], object], named: str) -> None:
        """What is to be changed or removed must be there; the message shows it."""
        with pytest.raises(ValueError, match=rf"{re.escape(named)}.* is not in this "):
            edit()

    def test_what_is_changed_is_checked(self) -> None:
        """Changes go through the checks of the constructor."""
        with pytest.raises(TypeError, match=r"^Digest\.date: "):
            self.DIGEST.replace(date="2024-08-26")  # type: ignore[arg-type]
        with pytest.raises(ValueError, match=r"^Digest\.end_date: "):
            self.DIGEST.replace(end_date=DAY)
        with pytest.raises(TypeError, match=r"^Digest\.papers: "):
            self.DIGEST.replace(papers=["A"])  # type: ignore[list-item]
        with pytest.raises(ValueError, match=r"^Paper\.votes: -1 is negative"):
            self.DIGEST.replace_paper(self.DIGEST.papers[0], votes=-1)
        with pytest.raises(TypeError, match=r"^paper: str found; pass a Paper$"):
            self.DIGEST.insert(0, "A")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="stars"):
            self.DIGEST.replace_paper(self.DIGEST.papers[0], stars=3)  # type: ignore[call-arg]

    def test_a_paper_from_before_an_edit_is_found(self) -> None:
        """What was held from before an edit stands for what it has become, where that is clear."""
        digest = parse_digest("### [A](a)\n\n- b\n\n### [C](c)\n\n### [C](c)\n")
        first, second, third = digest.papers
        edited = digest.replace_paper(first, title="B", url="z").replace_paper(first, votes=3)
        assert edited.papers[0] == Paper("B", "z", votes=3, sections=first.sections)
        assert [p.votes for p in edited.replace_paper(third, votes=4).papers] == [3, None, 4]
        assert edited.remove(first).papers == (second, third)
        section = first.sections[0]
        said = first.replace_section(section, text="d").replace_section(section, label="E")
        assert said.sections == (Section("E", "d"),)

    def test_a_paper_built_by_hand_is_known_by_its_link_or_title(self) -> None:
        """A paper without a text is known by its link, else by its title, if one alone has it."""
        one, two = Paper("A", "a"), Paper("B")
        digest = Digest(papers=[one, two]).replace_paper(one, votes=1).replace_paper(two, votes=2)
        assert digest.replace_paper(one, title="C").papers[0] == Paper("C", "a", votes=1)
        assert digest.replace_paper(two, votes=3).papers[1].votes == 3
        read = parse_digest("### [A](a)\n\n### [B](b)\n")
        assert read.replace_paper(Paper("Z", "b"), votes=3).papers[1].votes == 3
        paper = Paper("A", sections=[Section("B", "c"), Section(None, "d")])
        assert paper.replace_section(Section("B", "x"), text="y").sections[0].text == "y"

    def test_a_paper_that_may_be_any_of_several_is_refused(self) -> None:
        """Where several papers may be meant, none is taken."""
        digest = Digest(papers=[Paper("A", "a", votes=1), Paper("B", "a", votes=2)])
        message = (
            r"Paper 'A' may be any of 2 in this digest; take the one you mean from digest\.papers"
        )
        with pytest.raises(ValueError, match=f"^{message}$"):
            digest.replace_paper(Paper("A", "a"), votes=3)

    def test_a_paper_of_another_text_is_not_in_the_digest(self) -> None:
        """A paper that was read elsewhere stands for none of the digest, also if it is alike."""
        digest = parse_digest("### [A](a)\n")
        other = parse_digest("Text.\n\n### [A](a)\n\nVote: 3\n").papers[0]
        message = (
            r"Paper 'A' is not in this digest; replace_paper\(\) returns a new digest, take the paper "
            "from that"
        )
        with pytest.raises(ValueError, match=f"^{message}$"):
            digest.replace_paper(other, votes=3)

    def test_the_own_paper_is_edited(self) -> None:
        """Where an equal paper is given, it is the digest's own that is edited, with its text."""
        text = "### [A](a)\n\nA note.\n\nVote: 3\n\n- b\n"
        digest = parse_digest(text)
        equal = Paper("A", "a", 3, sections=[Section(None, "b")])
        for same in (equal, pickle.loads(pickle.dumps(equal)), parse_digest(text).papers[0]):
            edited = digest.replace_paper(same, votes=4)
            assert serialize_digest(edited) == text.replace("3", "4")
        paper = digest.papers[0].replace_section(Section(None, "b"), text="c")
        edited = digest.replace_paper(paper, sections=paper.sections)
        assert serialize_digest(edited) == text.replace("- b", "- c")
