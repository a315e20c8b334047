"""Words of headings: chapters, groups of all papers, and counts."""

import pytest

from paperdigest._units.patterns.words import counts_papers, is_chapter, names_no_group


@pytest.mark.parametrize(
    ("heading", "chapter"),
    [
        ("关于我们", True),
        ("关于本项目", True),
        ("关于 信息抽取 的论文", False),
        ("联系方式", True),
        ("联系主义的复兴", False),
    ],
)
def test_only_whole_phrases_are_chapters(heading: str, chapter: bool) -> None:
    """A heading that only begins like a chapter about the list is not one."""
    assert is_chapter(heading) is chapter


@pytest.mark.parametrize("heading", ["Paper:3", "**Paper 3**", "No. 12", "论文 3"])
def test_a_heading_that_counts_names_no_group(heading: str) -> None:
    """A heading that counts the paper below it is not a category."""
    assert counts_papers(heading)
    assert names_no_group(heading)
