"""daily-arxiv: papers by arXiv category, with details to unfold."""

from paperdigest import Digest, Paper, Section, detect_dialect, parse_digest, serialize_digest
from tests.dialects import filled, read, recognised

CONTENTS = "<div id=toc></div>\n\n# Table of Contents\n\n- [cs.CL](#cs.CL) [Total: 1]\n\n\n"
GROUP = "<div id='cs.CL'></div>\n\n# cs.CL [[Back]](#toc)\n\n"
PAPER = (
    "### [1] [A Title](https://arxiv.org/abs/2601.00001)\n*Ada Byron,Carl Gauss*\n\n"
    "Main category: cs.LG\n\nTL;DR: Short.\n\n\n<details>\n  <summary>Details</summary>\n"
    "Motivation: Why.\n\nMethod: How.\n\nResult: What.\n\nConclusion: So.\n\nAbstract: All of it.\n\n</details>\n"
)


def test_a_paper() -> None:
    """A paper has its authors, category, summary and the details as sections."""
    text = f"{CONTENTS}{GROUP}{PAPER}"
    assert recognised(text) == "daily-arxiv"
    digest = read(text)
    assert (digest.title, digest.date) == (None, None)
    assert [filled(paper) for paper in digest.papers] == [
        {
            "title": "A Title",
            "url": "https://arxiv.org/abs/2601.00001",
            "authors": ["Ada Byron", "Carl Gauss"],
            "category": "cs.LG",
            "sections": [
                ("TL;DR", "Short."),
                ("Motivation", "Why."),
                ("Method", "How."),
                ("Result", "What."),
                ("Conclusion", "So."),
                ("Abstract", "All of it."),
            ],
        }
    ]


def test_the_category_is_that_of_the_group_where_the_paper_names_none() -> None:
    """A paper's own category counts, else the heading above it."""
    text = f"{GROUP}{PAPER}".replace("Main category: cs.LG\n\n", "")
    assert read(text, "daily-arxiv").papers[0].category == "cs.CL"


def test_a_table_of_contents_holds_no_papers() -> None:
    """The contents name groups and not papers."""
    assert parse_digest(CONTENTS).papers == ()


def test_texts_that_look_like_more() -> None:
    """Lists, labels and tags within a text are text: a label counts once, in order, set apart."""
    text = f"{GROUP}{PAPER}".replace(
        "Abstract: All of it.",
        "Abstract: All of it:\n1. one\n- two\nMethod: three\n\nMotivation: four\n<eos> five\n### six",
    )
    sections = read(text, "daily-arxiv").papers[0].sections
    assert sections[-1].text.endswith("four\n<eos> five\n### six")
    assert [section.label for section in sections].count("Method") == 1


def test_a_label_after_a_tag() -> None:
    """The first label of the details follows a tag and no blank line."""
    labels = [section.label for section in read(f"{GROUP}{PAPER}").papers[0].sections]
    assert labels.index("Motivation") == 1


def test_a_heading_without_a_link() -> None:
    """A number tells a paper's heading, where the link is lost."""
    text = f"{GROUP}### [1] A Title\n*Ada Byron*\n"
    assert filled(read(text, "daily-arxiv").papers[0]) == {
        "title": "A Title",
        "authors": ["Ada Byron"],
        "category": "cs.CL",
    }


def test_authors_without_spaces() -> None:
    """Commas alone are between names, except in parentheses."""
    text = f"{GROUP}{PAPER}".replace("Ada Byron,Carl Gauss", "Ada Byron (London, UK),Carl Gauss")
    assert read(text).papers[0].authors == ("Ada Byron (London, UK)", "Carl Gauss")


def test_the_lost_contents() -> None:
    """Without the contents, a paper or two tell the family."""
    assert recognised(PAPER) == "daily-arxiv"


def test_what_is_written_is_recognised() -> None:
    """Papers without a category or a list of groups are recognised by what each of them has."""
    paper = Paper("A Title", "https://example.org/a", authors=["Ada Byron", "Carl Gauss"])
    for sections in ((), [Section("Abstract", "All of it.")], [Section("TL;DR", "Short.")]):
        digest = Digest(papers=[paper, Paper("B", "https://example.org/b", sections=sections)])
        written = serialize_digest(digest, dialect="daily-arxiv")
        assert detect_dialect(written).dialect.name == "daily-arxiv"
        assert parse_digest(written) == digest


def test_a_paper_without_details_has_no_tags_for_them() -> None:
    """What unfolds is written around the details, and not where there are none."""
    paper = Paper("A", "https://example.org/a", sections=[Section("TL;DR", "Short.")])
    written = serialize_digest(Digest(papers=[paper]), dialect="daily-arxiv")
    assert written == "### [1] [A](https://example.org/a)\n\nTL;DR: Short.\n"
