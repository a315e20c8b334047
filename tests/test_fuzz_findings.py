"""What the fuzzer found (`fuzz.fuzz_laws`), each as the smallest text that shows it."""

import pytest

from paperdigest import DialectName, Digest, Paper, locate, parse_digest, repair, serialize_digest


def only_paper(text: str, dialect: DialectName) -> tuple[Digest, Paper]:
    """Read a text with one paper."""
    digest = parse_digest(text, dialect=dialect)
    [paper] = digest.papers
    return digest, paper


@pytest.mark.parametrize("end", ["", " ", "  ", "\t", "\n", " \n"])
def test_the_white_space_after_an_empty_last_section_stays(end: str) -> None:
    """A space after the colon of a section without text was written twice with every edit."""
    text = '## 0. [A](b) <a id="link0"></a>\n**Idea:** Old.\n\n**Comment:**' + end
    digest, paper = only_paper(text, "gpt-paper-assistant")
    edited = digest.replace_paper(
        paper, sections=paper.replace_section(paper.sections[0], text="New.").sections
    )
    assert serialize_digest(edited) == text.replace("Old.", "New.")


def test_the_label_of_an_empty_section_is_one_piece() -> None:
    """A changed label of a section without text leaves the space after it as it is."""
    digest, paper = only_paper('## 0. [A](b) <a id="link0"></a>\n**Old:** ', "gpt-paper-assistant")
    edited = digest.replace_paper(
        paper, sections=paper.replace_section(paper.sections[0], label="New").sections
    )
    assert serialize_digest(edited) == '## 0. [A](b) <a id="link0"></a>\n**New:** '


@pytest.mark.parametrize(
    "text",
    [
        "## A [pdf](https://arxiv.org/abs/1409.3215) | Old.\n",
        "### A [code](https://arxiv.org/abs/1409.3215) B\n\nOld.\n",
        "## B) [](https://arxiv.org/abs/1409.3215)\nOld.",
    ],
)
def test_a_head_with_its_link_behind_the_title_stays(text: str) -> None:
    """A change of a section wrote the head anew, with its link twice."""
    digest, paper = only_paper(text, "general")
    edited = digest.replace_paper(
        paper, sections=paper.replace_section(paper.sections[0], text="New.").sections
    )
    assert serialize_digest(edited) == text.replace("Old.", "New.")


@pytest.mark.parametrize(
    "text",
    [
        "- **What's New**:\n- **Technical Details**:\n作者：何",
        "- **w**\n- **Technical Details**:\n作者：恺",
        "- **Technical Details**:\n作者：何\n- **w**\n- **v**:\n",
    ],
)
def test_a_paper_in_a_list_is_found_again_where_it_was_read(text: str) -> None:
    """What told the head of a paper by the lines after it did not see them when asked for its place."""
    digest = parse_digest(text)
    for index, paper in enumerate(digest.papers):
        place = locate(paper)
        assert place is not None
        assert place == locate(digest, "papers", index)
        assert paper.title in text[place.start.offset : place.end.offset]
        assert parse_digest(serialize_digest(digest.replace_paper(paper, title="New"))) is not None


@pytest.mark.parametrize(
    "text", ["## Prompt\n## D\nAuthor: A B", "## Prompt\n\n## D\n\nAuthors: Ada Byron\n"]
)
def test_a_link_put_in_a_head_loses_no_paper(text: str) -> None:
    """The head came back one level deeper, below the chapter above it, and its paper was gone."""
    digest, paper = only_paper(text, "general")
    edited = digest.replace_paper(paper, url="a.png")
    assert parse_digest(serialize_digest(edited), dialect="general") == edited


def test_a_fix_that_makes_it_another_family_is_none() -> None:
    """Fixed, this would be recognised as a one-off digest; named, its dialect is certain."""
    text = "### [A](http://9)\n**Abstract:** It is.\n[Watch Video]http://x\nVote: 3"
    assert repair(text) == text
    assert repair(text, dialect="daily-papers") == text.replace("]http://x", "](http://x)")
