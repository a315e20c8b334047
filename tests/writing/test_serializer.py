"""Writing: built by hand, edited, in another dialect, and what is refused."""

import copy
import datetime
import sys
from typing import Any

import attrs
import pytest

from paperdigest import (
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    dialects,
    parse_digest,
    parse_digests,
    serialize_digest,
    serialize_digests,
)

TEXT = """\
Words before.

## Daily Papers (August 26, 2024)

### [Adam](https://arxiv.org/abs/1412.6980)

![](https://example.org/a.png)

Vote: 34

Authors: Ada Lovelace, Alan Turing, Grace Hopper

- ***What's New***: One.
- ***Technical Details***: Two,
and more.

### [ResNet](https://arxiv.org/abs/1512.03385)

Vote: -

Authors: ['Kaiming He', "Pat O'Neil"]

- ***What's New*: Three.
- Four.

## License

MIT.
"""
DIGEST = parse_digest(TEXT)
ADAM, RESNET = DIGEST.papers


def written(paper: Paper, **changes: Any) -> str:
    return serialize_digest(DIGEST.replace_paper(paper, **changes))


def read_back(digest: Digest, **options: Any) -> Digest:
    return parse_digest(serialize_digest(digest, **options), dialect=options.get("dialect"))


def test_unedited_digest_is_its_text() -> None:
    """What was read and not changed is given back as it was."""
    assert serialize_digest(DIGEST) == TEXT


def test_evolved_to_itself_is_its_text() -> None:
    """A copy without changes gives the same text."""
    assert serialize_digest(attrs.evolve(DIGEST)) == TEXT
    assert written(ADAM) == TEXT


@pytest.mark.parametrize(
    ("paper", "changes", "old", "new"),
    [
        (ADAM, {"title": "A [b](c)"}, "[Adam]", "[A [b](c)]"),
        (ADAM, {"url": "https://x.org/(a)"}, "https://arxiv.org/abs/1412.6980", "https://x.org/(a)"),
        (ADAM, {"votes": 0}, "Vote: 34", "Vote: 0"),
        (RESNET, {"votes": 5}, "Vote: -", "Vote: 5"),
        (ADAM, {"votes": None}, "\n\nVote: 34", ""),
        (ADAM, {"authors": ()}, "\n\nAuthors: Ada Lovelace, Alan Turing, Grace Hopper", ""),
        (ADAM, {"authors": ("Ada Lovelace", "Grace Hopper")}, "Alan Turing, ", ""),
        (ADAM, {"authors": ADAM.authors[:2]}, ", Grace Hopper", ""),
        (ADAM, {"authors": (*ADAM.authors, "Emmy")}, "Hopper", "Hopper, Emmy"),
        (RESNET, {"authors": ("Kaiming He", "A, B")}, "\"Pat O'Neil\"", "'A, B'"),
        (RESNET, {"authors": ("K", "Pat O'Neil")}, "'Kaiming He'", "'K'"),
        (ADAM, {"category": "cs.LG"}, "Hopper", "Hopper\n\nCategory: cs.LG"),
        (ADAM, {"fields": [Field("Score", "9")]}, "Hopper", "Hopper\n\nScore: 9"),
        (ADAM, {"links": [Link("Code", "https://c.org")]}, "Hopper", "Hopper\n\n[Code](https://c.org)"),
        (ADAM, {"media": ()}, "\n\n![](https://example.org/a.png)", ""),
        (ADAM, {"media": [Media("image", "/b.png", "B")]}, "![](https://example.org/a.png)", "![B](/b.png)"),
        (ADAM, {"media": [Media("video", "/b.mp4")]}, "![](https://example.org/a.png)", "[Watch Video](/b.mp4)"),
        (ADAM, {"sections": ADAM.sections[:1]}, "\n- ***Technical Details***: Two,\nand more.", ""),
        (ADAM, {"sections": ()}, "\n\n- ***What's New***: One.\n- ***Technical Details***: Two,\nand more.", ""),
        (ADAM, {"sections": (*ADAM.sections, Section("L", "T."))}, "and more.", "and more.\n- ***L***: T."),
        (ADAM, {"sections": (Section("L", "T."), *ADAM.sections)}, "- ***What's New***", "- ***L***: T.\n- ***What's New***"),
        (RESNET, {"url": None}, "[ResNet](https://arxiv.org/abs/1512.03385)", "ResNet"),
    ],
)  # fmt: skip
def test_edit_changes_its_own_piece_only(
    paper: Paper, changes: dict[str, Any], old: str, new: str
) -> None:
    """Law 5: changing an attribute changes that attribute's piece of the text, nothing else."""
    assert TEXT.count(old) == 1
    assert written(paper, **changes) == TEXT.replace(old, new)
    assert parse_digest(written(paper, **changes)) == DIGEST.replace_paper(paper, **changes)


@pytest.mark.parametrize(
    ("section", "changes", "old", "new"),
    [
        (ADAM.sections[0], {"text": "1."}, "One.", "1."),
        (ADAM.sections[0], {"label": "News"}, "***What's New***: One", "***News***: One"),
        (ADAM.sections[0], {"label": None}, "***What's New***: One", "One"),
        (RESNET.sections[0], {"text": "3."}, "***What's New*: Three.", "***What's New*: 3."),
        (RESNET.sections[1], {"label": "Four"}, "- Four.", "- ***Four***: Four."),
    ],
)
def test_edit_of_a_section_changes_its_own_piece_only(
    section: Section, changes: dict[str, Any], old: str, new: str
) -> None:
    """Law 5 for sections: an odd form of the label stays when the text changes."""
    paper = ADAM if section in ADAM.sections else RESNET
    sections = paper.replace_section(section, **changes).sections
    assert written(paper, sections=sections) == TEXT.replace(old, new)


def test_several_edits_at_once() -> None:
    """Several attributes of several papers can be edited at once."""
    digest = DIGEST.replace_paper(ADAM, votes=1, title="B").replace_paper(RESNET, votes=2)
    expected = TEXT.replace("Adam", "B").replace("34", "1").replace("Vote: -", "Vote: 2")
    assert serialize_digest(digest) == expected


def test_moved_papers_keep_their_bytes() -> None:
    """Papers may change places; each keeps its own text, and so does what comes between."""
    text = serialize_digest(attrs.evolve(DIGEST, papers=[RESNET, ADAM]))
    first, second = TEXT.index("### [Adam]"), TEXT.index("### [ResNet]")
    end = TEXT.index("## License")
    adam, resnet = TEXT[first:second].rstrip(), TEXT[second:end].rstrip()
    assert text == f"{TEXT[:first]}{resnet}\n\n{adam}\n\n{TEXT[end:]}"


def test_removed_papers_leave_the_rest() -> None:
    """A paper that goes leaves the heading, the other papers and the chapters after them."""
    text = serialize_digest(DIGEST.remove(ADAM))
    assert text == TEXT[: TEXT.index("### [Adam]")] + TEXT[TEXT.index("### [ResNet]") :]
    bare = serialize_digest(attrs.evolve(DIGEST, papers=()))
    assert bare == TEXT[: TEXT.index("### [Adam]")] + TEXT[TEXT.index("## License") :]


def test_paper_for_a_digest_that_has_none() -> None:
    """The first paper of a digest is put under its heading, before the chapters after it."""
    text = "## Daily Papers (2024-08-26)\n\n## License\n"
    digest = parse_digest(text).insert(0, Paper("A", votes=1))
    assert serialize_digest(digest) == (
        "## Daily Papers (2024-08-26)\n\n### A\n\nVote: 1\n\n## License\n"
    )
    assert serialize_digest(parse_digest("").insert(0, Paper("A"))) == "### A\n"


def test_new_paper_follows_the_habits_of_the_text() -> None:
    """An added paper has the text's line endings, emphasis and kind of list of authors."""
    text = TEXT[TEXT.index("## Daily") :].replace("\n", "\r\n")
    text = text.replace("Ada Lovelace, Alan Turing, Grace Hopper", "['Ada Lovelace']")
    digest = parse_digest(text)
    new = Paper("New", "https://n.org", authors=["Me"], sections=[Section("L", "T.")])
    added = "### [New](https://n.org)\r\n\r\nAuthors: ['Me']\r\n\r\n- ***L***: T.\r\n\r\n"
    at = text.index("### [ResNet]")
    assert serialize_digest(digest.insert(1, new)) == text[:at] + added + text[at:]


def test_section_moves_to_another_paper_with_its_bytes() -> None:
    """A section put into another paper keeps its own text, an odd label too."""
    odd = RESNET.sections[0]
    text = written(ADAM, sections=[*ADAM.sections, odd])
    assert "and more.\n- ***What's New*: Three.\n\n### [ResNet]" in text
    changed = attrs.evolve(odd, text="3!")
    assert "and more.\n- ***What's New*: 3!\n" in written(ADAM, sections=[*ADAM.sections, changed])


def test_paper_moves_to_another_digest_with_its_bytes() -> None:
    """A paper put into another digest of the dialect keeps its own text."""
    other = parse_digest("## Daily Papers (2024-08-27)\n\n### [B](https://b.org)\n")
    text = serialize_digest(other.insert(1, RESNET))
    own = TEXT[TEXT.index("### [ResNet]") : TEXT.index("\n\n## License")]
    assert text == f"## Daily Papers (2024-08-27)\n\n### [B](https://b.org)\n\n{own}\n"
    built = Digest("Daily Papers", datetime.date(2024, 8, 27), papers=[RESNET])
    assert serialize_digest(built) == f"## Daily Papers (2024-08-27)\n\n{own}\n"


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"date": datetime.date(2024, 9, 1)}, "August 26, 2024", "September 1, 2024"),
        ({"title": "My Papers"}, "Daily Papers", "My Papers"),
        ({"date": None}, " (August 26, 2024)", ""),
        ({"title": None}, "Daily Papers (August 26, 2024)", "(August 26, 2024)"),
    ],
)
def test_edit_of_the_heading(changes: dict[str, Any], old: str, new: str) -> None:
    """Title and date change in the heading, and the date keeps its spelling."""
    assert serialize_digest(attrs.evolve(DIGEST, **changes)) == TEXT.replace(old, new)


def test_heading_comes_and_goes() -> None:
    """A digest without heading gets one in front; one that loses title and date loses it."""
    text = "\ufeff### [A](https://a.org)\n"
    dated = attrs.evolve(parse_digest(text), title="Daily Papers", date=datetime.date(2024, 8, 26))
    assert serialize_digest(dated) == (
        "\ufeff## Daily Papers (2024-08-26)\n\n### [A](https://a.org)\n"
    )
    bare = attrs.evolve(parse_digest(serialize_digest(dated)), title=None, date=None)
    assert parse_digest(serialize_digest(bare)) == bare


def test_given_date_is_not_written() -> None:
    """A date that the caller gave for a text without one is no edit."""
    text = "### [A](https://a.org)\n"
    digest = parse_digest(text, date=datetime.date(2024, 8, 26))
    assert serialize_digest(
        digest.replace_paper(digest.papers[0], votes=3)
    ) == f"{text}\nVote: 3\n".replace("\n\nVote", "\n\nVote")


def test_range_of_dates_keeps_its_spelling() -> None:
    """Both days of a range are written where they are, the year where it is."""
    text = "## Top AI Papers of the Week (May 22-28) - 2023\n"
    digest = parse_digest(text)
    new = attrs.evolve(digest, date=datetime.date(2023, 12, 30), end_date=datetime.date(2024, 1, 5))
    assert serialize_digest(new) == "## Top AI Papers of the Week (December 30-January 5) - 2024\n"
    with pytest.raises(ValueError, match="end_date"):
        serialize_digest(attrs.evolve(new, end_date=datetime.date(2030, 1, 1)))


def test_one_of_several_digests_is_edited() -> None:
    """A digest of many in one text is written with its own part of the text."""
    text = "## Daily Papers (2024-08-27)\n\n### A\n\n## Daily Papers (2024-08-26)\n\n### B\n"
    first, second = parse_digests(text)
    edited = serialize_digest(second.replace_paper(second.papers[0], votes=1))
    assert serialize_digest(first) + edited == text.replace("### B\n", "### B\n\nVote: 1\n")


def test_the_name_of_the_general_dialect_keeps_the_text() -> None:
    """A digest of no family keeps its bytes under the name that it is parsed by."""
    text = (
        "# Reading list\n\n"
        "* Ada Byron. [Slow Rivers](https://arxiv.org/abs/2408.10001)\n"
        "* Emmy North. [Heavy Stones](https://arxiv.org/abs/2408.10002)\n"
    )
    digest = parse_digest(text, dialect="general")
    assert digest.dialect not in dialects()
    edited = digest.replace_paper(digest.papers[0], title="Slow Streams")
    new = text.replace("Rivers", "Streams")
    assert serialize_digest(digest, dialect="general") == text
    assert serialize_digest(edited, dialect="general") == new
    assert serialize_digests([edited], dialect="general") == new
    own_form = serialize_digest(digest, dialect="general", canonical=True)
    assert "### [Slow Rivers](https://arxiv.org/abs/2408.10001)\n" in own_form


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace came with Python 3.13")
def test_copy_replace_edits() -> None:
    """``copy.replace`` is as good as ``attrs.evolve``."""
    paper = copy.replace(ADAM, votes=35)  # type: ignore[attr-defined]
    digest = copy.replace(DIGEST, papers=(paper, RESNET))  # type: ignore[attr-defined]
    assert serialize_digest(digest) == TEXT.replace("34", "35")


def test_canonical_form_is_the_same_values_and_idempotent() -> None:
    """The canonical form keeps the values, and its own canonical form is itself."""
    text = serialize_digest(DIGEST, canonical=True)
    assert text.startswith("## Daily Papers (2024-08-26)\n\n### [Adam]")
    assert parse_digest(text) == DIGEST
    assert serialize_digest(parse_digest(text), canonical=True) == text


def test_comma_in_a_name_makes_a_list() -> None:
    """Authors of which one has a comma in the name are written as a list literal."""
    digest = Digest(papers=[Paper("A", authors=["A, Jr.", "B"])])
    assert "Authors: ['A, Jr.', 'B']" in serialize_digest(digest)
    assert read_back(digest) == digest


@pytest.mark.parametrize(
    ("digest", "message"),
    [
        (Digest(papers=[Paper("A", sections=[Section(None, "a\n- b")])]), r"sections\[0\]"),
        (Digest(papers=[Paper("A", sections=[Section(None, "a\n### b")])]), r"sections\[0\]: .*else"),
        (Digest(papers=[Paper("A", sections=[Section("a*b", "c")])]), r"sections\[0\]"),
        (Digest(papers=[Paper("[A](b)")]), r"papers\[0\]\.title"),
        (Digest(title="A list"), r"Digest\.title"),
        (Digest(end_date=datetime.date(2024, 1, 2), date=datetime.date(2024, 1, 1)), r"end_date"),
        (Digest(papers=[Paper("A", fields=[Field("Vote", "3")])]), r"fields\[0\]"),
        (Digest(papers=[Paper("A", media=[Media("image", "/a)b")])]), r"media\[0\]"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_back_is_refused(digest: Digest, message: str) -> None:
    """Law 4: what would not be read back is refused, with the attribute named."""
    with pytest.raises(ValueError, match=message):
        serialize_digest(digest)


def test_refusal_lists_no_more_than_ten() -> None:
    """A refusal lists ten values and counts the others."""
    papers = [Paper("A", sections=[Section("a*b", "c")]) for _ in range(12)]
    with pytest.raises(ValueError, match=r"and 2 more"):
        serialize_digest(Digest(papers=papers))


def test_other_dialect_lists_what_would_be_lost() -> None:
    """Writing in another dialect names each value that it cannot hold."""
    with pytest.raises(ValueError, match=r"papers\[0\]\.votes: 34 would be lost") as caught:
        serialize_digest(DIGEST, dialect="daily-ai-papers")
    assert "papers[0].media[0]" in str(caught.value)


def test_loss_that_is_fine_is_left_out() -> None:
    """With ``lossy=True`` what the other dialect cannot hold is left out, and the rest is there."""
    text = serialize_digest(DIGEST, dialect="daily-ai-papers", lossy=True)
    digest = parse_digest(text, dialect="daily-ai-papers")
    assert [paper.title for paper in digest.papers] == ["Adam", "ResNet"]
    assert digest.date == DIGEST.date
    assert digest.papers[0].sections == ()


def test_only_what_is_lost_is_left_out() -> None:
    """Of several values of an attribute, those that can be written stay."""
    fields = [Field("Venue", "x"), Field("a: b", "c"), Field("Place", "9")]
    digest = Digest(papers=[Paper("A", "https://example.org", votes=3, fields=fields)])
    assert serialize_digest(digest, lossy=True) == (
        "### [A](https://example.org)\n\nVote: 3\n\nVenue: x\nPlace: 9\n"
    )


def test_loss_of_a_title_is_never_fine() -> None:
    """A paper without its title is not a paper, so that even a lossy writing refuses it."""
    with pytest.raises(ValueError, match=r"papers\[0\]\.title"):
        serialize_digest(Digest(papers=[Paper("[A](b)")]), lossy=True)


def test_lossy_heading_is_left_out() -> None:
    """A title or a range that the dialect cannot hold is left out with ``lossy=True``."""
    day = datetime.date(2024, 1, 1)
    assert serialize_digest(Digest(title="A list"), lossy=True) == ""
    assert serialize_digest(Digest("Daily Papers", day, day), lossy=True) == (
        "## Daily Papers (2024-01-01)\n"
    )
    assert serialize_digest(Digest("A", day), dialect="daily-arxiv", lossy=True) == ""


def test_link_that_would_become_the_main_one_is_left_out() -> None:
    """A link beside no main one would be read as the main one, so that it goes with the loss."""
    digest = Digest(papers=[Paper("A", links=[Link("Code", "https://c.org")])])
    with pytest.raises(ValueError, match=r"papers\[0\]\.url"):
        serialize_digest(digest, dialect="papers-of-the-week")
    assert "c.org" not in serialize_digest(digest, dialect="papers-of-the-week", lossy=True)


def test_paper_without_what_its_row_needs_is_refused() -> None:
    """A dialect that has no form for a paper says what is missing, and no loss fixes it."""
    digest = Digest(papers=[Paper("A")])
    with pytest.raises(ValueError, match=r"papers\[0\]\.url: None found; "):
        serialize_digest(digest, dialect="cv-arxiv-daily")
    with pytest.raises(ValueError, match="url"):
        serialize_digest(digest, dialect="cv-arxiv-daily", lossy=True)


def test_unknown_dialect_is_refused() -> None:
    """The name of no dialect is refused with the names there are."""
    with pytest.raises(ValueError, match="'daily-papers'"):
        serialize_digest(DIGEST, dialect="nightly-papers")  # type: ignore[arg-type]


def test_own_dialect_writes_what_it_reads() -> None:
    """A dialect of one's own writes by its templates."""
    notes = Dialect(
        "notes",
        rules=[
            Rule("paper", "= {title} <{url}>", before=1),
            Rule("votes", "+{votes}"),
            Rule("section", "{label} -- {text}", before=1),
        ],
    )
    digest = Digest(papers=[Paper("A", "https://a.org", 3, sections=[Section("Idea", "B.")])] * 2)
    text = serialize_digest(digest, dialect=notes)
    assert (
        text == "= A <https://a.org>\n+3\n\nIdea -- B.\n\n= A <https://a.org>\n+3\n\nIdea -- B.\n"
    )
    assert parse_digest(text, dialect=notes) == digest


def test_of_title_and_dates_only_what_is_lost_goes() -> None:
    """Where one of title, date and last day cannot be written, the others stay."""
    days = datetime.date(2023, 12, 30), datetime.date(2024, 1, 5)
    lost = Paper("A", votes=3)
    week = Digest("Papers of the Week", *days, papers=[lost])
    text = serialize_digest(week, dialect="papers-of-the-week", lossy=True)
    assert text.startswith("## Papers of the Week (December 30 - January 5) - 2024\n")
    assert text.endswith("| 1) **A** |  |\n")
    dialect = Dialect(
        "notes",
        [
            Rule("digest", "= {range} {year}", pattern="= (?P<range>[^=]*) (?P<year>[0-9]{4})$"),
            Rule("paper", "# {title}"),
        ],
    )
    assert serialize_digest(week, dialect=dialect, lossy=True) == (
        "= December 30 - January 5 2024\n# A\n"
    )


def test_a_link_and_the_main_link_are_left_out_apart() -> None:
    """A main link that is lost leaves the other links, and links that are lost leave it."""
    dialect = Dialect("notes", [Rule("paper", "# {title}"), Rule("link", "<{url}> {label?}")])
    paper = Paper("A", "https://a.org", links=[Link("C", "https://c.org")])
    assert serialize_digest(Digest(papers=[paper]), dialect=dialect, lossy=True) == (
        "# A\n<https://c.org> C\n"
    )
    bare = Dialect("notes", [Rule("paper", "# {title} <{url}>")])
    assert serialize_digest(Digest(papers=[paper]), dialect=bare, lossy=True) == (
        "# A <https://a.org>\n"
    )
