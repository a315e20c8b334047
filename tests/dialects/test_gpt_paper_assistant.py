"""gpt-paper-assistant: papers scored by a language model, in two generations."""

import datetime

import pytest

from tests.dialects import filled, read, recognised

OLD = """# Personalized Daily Arxiv Papers 06/11/2025
Total relevant papers: 1

Paper selection prompt and criteria at the bottom

Table of contents with paper titles:

0. [A Title](#link0)
**Authors:** Ada Byron, Carl Gauss

---
## 0. [A Title](https://arxiv.org/abs/2506.00001) <a id="link0"></a>
**ArXiv ID:** 2506.00001
**Authors:** Ada Byron (London, UK), Carl Gauss

**Abstract:**  All of it. **Note:** in it.

**Comment:** Matches.
**Relevance:** 9
**Novelty:** 7

---


---

## Paper selection prompt
 1. What we like
"""

NEW = """> Made up for a day that was missed.

# Personalized Daily ArXiv Papers 2026-03-24

| *[model]*   | Prompt   | Completion   | Total   |
|:-----------:|:--------:|:------------:|:-------:|
| **Token**   | 20417    | 1312         | 21729   |

**Table of contents with paper titles:**

1. [A Title](#user-content-link1)
**Authors:** Ada Byron

---

## 1. [A Title](https://arxiv.org/abs/2603.00001v2) <a id="link1"></a>

**ArXiv ID:** 2603.00001

**Authors:** Ada Byron, L\\'eon Bottou

**Abstract:** All of it.

**Comment:** Author match

---

# Paper Selection Prompt

## Instructions

## 1. [No Paper](https://arxiv.org/abs/0000.00000) <a id="link1"></a>

**ArXiv ID:** 0000.00000

**Authors:** Nobody
"""


def test_the_old_generation() -> None:
    """Authors, sections and scores are read; the contents, the identifier and the prompt give none."""
    assert recognised(OLD) == "gpt-paper-assistant"
    digest = read(OLD)
    assert digest.title == "Personalized Daily Arxiv Papers"
    assert digest.date == datetime.date(2025, 6, 11)
    assert [filled(paper) for paper in digest.papers] == [
        {
            "title": "A Title",
            "url": "https://arxiv.org/abs/2506.00001",
            "authors": ["Ada Byron (London, UK)", "Carl Gauss"],
            "sections": [("Abstract", "All of it. **Note:** in it."), ("Comment", "Matches.")],
            "fields": [("Relevance", "9"), ("Novelty", "7")],
        }
    ]


def test_the_new_generation() -> None:
    """A table of tokens, blank lines and a prompt with a sample paper make no difference."""
    assert recognised(NEW) == "gpt-paper-assistant"
    digest = read(NEW)
    assert digest.date == datetime.date(2026, 3, 24)
    assert [filled(paper) for paper in digest.papers] == [
        {
            "title": "A Title",
            "url": "https://arxiv.org/abs/2603.00001v2",
            "authors": ["Ada Byron", "L\\'eon Bottou"],
            "sections": [("Abstract", "All of it."), ("Comment", "Author match")],
        }
    ]


@pytest.mark.parametrize("spelling", ["06/11/2025", "6/11/2025", "2025-06-11", "June 11, 2025"])
def test_the_date(spelling: str) -> None:
    """The day is at the end of the title, in many spellings."""
    text = OLD.replace("06/11/2025", spelling)
    assert read(text).date == datetime.date(2025, 6, 11)


def test_no_date() -> None:
    """A title without a day is a title all the same."""
    digest = read(OLD.replace(" 06/11/2025", ""))
    assert (digest.title, digest.date) == ("Personalized Daily Arxiv Papers", None)
    assert len(digest.papers) == 1


@pytest.mark.parametrize("anchor", [' <a id="link0"></a>', "", "  "])
def test_the_anchor(anchor: str) -> None:
    """The anchor after a title may be missing."""
    text = OLD.replace(' <a id="link0"></a>', anchor)
    assert [paper.title for paper in read(text).papers] == ["A Title"]


def test_a_title_without_a_link() -> None:
    """The number and the anchor tell a paper whose link is lost."""
    text = OLD.replace("[A Title](https://arxiv.org/abs/2506.00001)", "A Title")
    paper = read(text).papers[0]
    assert (paper.title, paper.url) == ("A Title", None)


def test_a_score_in_words_is_a_section() -> None:
    """Only numbers are fields: what comes after another label is text."""
    text = OLD.replace("**Relevance:** 9", "**Relevance:** very").replace(
        "**Novelty:** 7", "**Novelty:** 7/10"
    )
    found = filled(read(text).papers[0])
    assert found["sections"][-1] == ("Relevance", "very")
    assert found["fields"] == [("Novelty", "7/10")]


def test_the_lost_head() -> None:
    """Without title and contents, the papers tell the family."""
    assert recognised(OLD[OLD.index("## 0.") :]) == "gpt-paper-assistant"
