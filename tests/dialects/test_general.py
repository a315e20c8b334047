"""One-off digests of many shapes, read as an ordinary reader would."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from paperdigest import detect_dialect, parse_digest, parse_digests, serialize_digest
from paperdigest._dialects import dialect_named, general
from tests.dialects import filled, read

ROOT = Path(__file__).resolve().parents[2]

Expected = tuple[str | None, str | None, str | None, Sequence[Mapping[str, Any]]]

FRONT_MATTER = """---
layout: post
title: "Friday papers"
date: 2025-03-14 08:00:00 +0000
tags: [papers]
---

# Friday papers

Hello all, here is what we read.

## 🤖 Agents

### 1. Toolformer: Language Models Can Teach Themselves to Use Tools

![diagram](https://example.org/a.png)

- **Authors:** Timo Schick, Jane Dwivedi-Yu and Roberto Dessì
- **Link:** https://arxiv.org/abs/2302.04761
- **Code:** [repo](https://github.com/a/b)
- **Venue:** NeurIPS 2023
- **Summary:** The model writes its own calls.
  It keeps those that help.
- **Strong point:** It needs only a handful of examples, and
  nothing else.
- **Rating:** 4/5

### 2. [ReAct](https://arxiv.org/abs/2210.03629) 🔥

*Shunyu Yao, Jeffrey Zhao*

A plain paragraph about it.

Another paragraph.

**Takeaway**

Think, then act.

## About this list

- [Archive](https://example.org/archive) - Everything, Older
- [Deep Learning](https://arxiv.org/abs/1111.11111)
"""

PLAIN_LABELS = """# 📚 Paper digest

*14 March 2025*

## [Attention Is All You Need](https://example.org/attention)
**Authors**: Ashish Vaswani, Noam Shazeer
**Published in**: NIPS 2017
👍 34

Problem: recurrence is slow.
Approach: attention only, and
nothing beside it.
Result: better and faster.

[PDF](https://example.org/attention.pdf) | [Code](https://github.com/a/b) | [Talk](https://example.org/talk)

---

## [LoRA](https://example.org/lora)
**Authors**: Edward Hu et al.
**Published in**: ICLR 2022
👍 7

Problem: tuning is dear.

---

Made with love by us.
"""

CHINESE = """# 每日论文 2025年3月14日

## 视觉

### 1. 深度残差学习

作者：何恺明、张祥雨、任少卿
链接：https://arxiv.org/abs/1512.03385
机构：一个研究院
摘要：残差让网络更深。
关键词：残差, 网络

**创新点**：捷径连接。

### 2. 密集连接网络

作者：黄高，刘壮
论文：[arXiv](https://arxiv.org/abs/1608.06993)
代码：[GitHub](https://github.com/x/y)
结论：特征可以复用。
"""

KOREAN = """# 주간 논문 (2025년 3월 14일)

## 1️⃣ GAN

저자: 이언 굿펠로, Aaron Courville
링크: <https://arxiv.org/abs/1406.2661>
요약: 위조범과 감정사.

## 2️⃣ VAE

저자: Diederik Kingma
링크: <https://arxiv.org/abs/1312.6114>
요약: 잡음을 먼저 뽑는다.
한계: 흐릿하다.
"""

LEVEL_ONE_GROUPS = """# arXiv picks

# Vision

## [A](https://arxiv.org/abs/2401.00001)
**arXiv:** 2401.00001
**Authors:** Ada Byron, Carl Gauss
**Category:** cs.CV
**Abstract:** text of it

# Language

## B without a link
**arXiv:** 2401.00002
**Authors:** Emmy Noether
### Abstract
text
### Why
because
"""

ONE_LINE_ITEMS = """# Reading list (March 3 - 9, 2025)

## Vision

- [Deep Residual Learning](https://arxiv.org/abs/1512.03385) - Kaiming He, Xiangyu Zhang
- [Densely Connected Networks](https://example.org/dense) - Gao Huang, Zhuang Liu: features are used again. [code](https://github.com/x/y)
- **[Mask R-CNN](https://arxiv.org/abs/1703.06870)**: one more branch draws the mask.
- [our wiki](https://example.org/wiki)

## Language

1. **[Sequence to Sequence](https://example.org/seq)** by Ilya Sutskever et al. (NIPS 2014)
2. **[GloVe](https://example.org/glove)** - Jeffrey Pennington, Richard Socher
   Counts are enough.
3. **ELMo** ([paper](https://arxiv.org/abs/1802.05365), [code](https://github.com/a/b)) - Matthew Peters

See you next week, and bring tea.
"""

NESTED_ITEMS = """# Paper club, 14 March 2025

* **Adam: A Method for Stochastic Optimization**
  * Authors: Diederik Kingma, Jimmy Ba
  * Link: https://arxiv.org/abs/1412.6980
  * Summary: Two running averages.
  * Verdict: Still the default.
  * Odd one: It never says why, and nobody asks.

* **Batch Normalization**
  * Authors: Sergey Ioffe
  * Link: https://arxiv.org/abs/1502.03167
  * Summary: Bring inputs to zero mean.

1. Distilling the Knowledge
   Authors: Geoffrey Hinton
   URL: https://arxiv.org/abs/1503.02531

   Soft answers teach.
"""

BOLD_GROUPS = """# Papers of 3/14/2025

**Vision**

- [A first paper](https://openreview.net/forum?id=abc), Ada Byron and Carl Gauss, ICLR 2024
- [A second paper](https://doi.org/10.1000/1) (Carl Gauss, 2023) - Shows a thing.

**Language**

- [ ] [A third paper](https://arxiv.org/abs/2401.00003) 👍 12
- [x] "A fourth", no link
"""

TABLE = """# Paper table, 14 March 2025

## Vision

| # | Date | Title | Authors | Links | Notes |
|---|------|-------|---------|-------|-------|
| 1 | 2015-12-10 | Deep Residual Learning | Kaiming He, Xiangyu Zhang | [arXiv](https://arxiv.org/abs/1512.03385), [code](https://github.com/a/b) | Shortcuts |
| 2 | 2016-08-25 | **Densely Connected** | Gao Huang | [arXiv](https://arxiv.org/abs/1608.06993) | Reuse p(a|b) of features |

## Language

| # | Date | Title | Authors | Links | Notes |
|---|------|-------|---------|-------|-------|
| 3 | 2013-01-16 | Word vectors | Tomas Mikolov | https://arxiv.org/abs/1301.3781 |  |
"""

LINKED_TABLE = """# List

| Paper | Authors | Category | Votes | Summary |
|:--|:--|:--|--:|:--|
| [A study](https://example.org/a) | Ada Byron, Carl Gauss | cs.CL | 12 | Says a thing. |
| [B study](https://example.org/b) [[code](https://github.com/x/y)] | Carl Gauss | cs.CV | 👍 3 | Says another. |
"""

DATED_HEADINGS = """# Notes from the lab

Welcome!

## 2025-03-14

### Attention Is All You Need
https://arxiv.org/abs/1706.03762

Summary: The first one.

### BERT [[pdf](https://arxiv.org/pdf/1810.04805)] [[code](https://github.com/a/bert)]
By Jacob Devlin et al.

> Reads both ways.

## 2025-03-13

### GPT
**Link**: <https://example.org/gpt.pdf>
**TL;DR**: It goes on.
"""

HARD_BREAKS = """# Weekly digest: 14 March 2025

## Top picks

#### Paper 1: Scaling Laws

**Authors**: Jared Kaplan, Sam McCandlish  
**Published**: January 2020  
**URL**: [arxiv.org/abs/2001.08361](https://arxiv.org/abs/2001.08361)  
**Upvotes**: 120

##### Why read it

Straight lines.

##### What is missing

Data.

#### Paper 2: Chinchilla

**Authors**: Jordan Hoffmann<br>
**URL**: [arxiv.org/abs/2203.15556](https://arxiv.org/abs/2203.15556)\\

##### Why read it

Smaller and longer.

## License

CC BY. Authors: us.
"""

EMPHASISED = """<!-- generated -->
# Daily reading 2025/03/14

1. [Intro](#intro)

## 1) [Mixture of Experts](https://openreview.net/forum?id=B1ckMDqlg "open")

- *Authors*: Noam Shazeer; Azalia Mirhoseini
- *Topic*: Sparse models
- *Venue*: ICLR 2017
- **Idea**: route each token
  - to a few experts
  - **Gate**: noisy top-k
- **Result**: larger, not slower

## 2) [Switch Transformers](https://arxiv.org/abs/2101.03961)

- *Authors*: William Fedus, Barret Zoph & Noam Shazeer
- **Idea**: one expert is enough

---
[Subscribe](https://example.org/subscribe) to get more.
"""

UNFOLDED = """# Digest

Date: 14 March 2025

## Papers (2)

### [One](https://arxiv.org/abs/2401.00001)
**Authors:** Ada Byron, Carl Gauss

Note: this is a sentence. In the text: a colon.
However, there is more: see below.

### [Two](https://arxiv.org/abs/2401.00002)
**Authors:** Ada Byron

<details><summary>Abstract</summary>

Long text.

</details>
"""

SHAPES: Mapping[str, tuple[str, Expected]] = {
    "front matter, headings with numbers and emoji, a chapter at the end": (
        FRONT_MATTER,
        (
            "Friday papers",
            "2025-03-14",
            None,
            [
                {
                    "title": "Toolformer: Language Models Can Teach Themselves to Use Tools",
                    "url": "https://arxiv.org/abs/2302.04761",
                    "authors": ["Timo Schick", "Jane Dwivedi-Yu", "Roberto Dessì"],
                    "category": "Agents",
                    "media": ["https://example.org/a.png"],
                    "sections": [
                        ("Summary", "The model writes its own calls.\n  It keeps those that help."),
                        (
                            "Strong point",
                            "It needs only a handful of examples, and\n  nothing else.",
                        ),
                    ],
                    "fields": [("Venue", "NeurIPS 2023"), ("Rating", "4/5")],
                    "links": [("Code", "https://github.com/a/b")],
                },
                {
                    "title": "ReAct",
                    "url": "https://arxiv.org/abs/2210.03629",
                    "authors": ["Shunyu Yao", "Jeffrey Zhao"],
                    "category": "Agents",
                    "sections": [
                        (None, "A plain paragraph about it.\n\nAnother paragraph."),
                        ("Takeaway", "Think, then act."),
                    ],
                },
            ],
        ),
    ),
    "labels without emphasis, votes by a thumb, a line of links, dividers between": (
        PLAIN_LABELS,
        (
            "Paper digest",
            "2025-03-14",
            None,
            [
                {
                    "title": "Attention Is All You Need",
                    "url": "https://example.org/attention",
                    "votes": 34,
                    "authors": ["Ashish Vaswani", "Noam Shazeer"],
                    "sections": [
                        ("Problem", "recurrence is slow."),
                        ("Approach", "attention only, and\nnothing beside it."),
                        ("Result", "better and faster."),
                    ],
                    "fields": [("Published in", "NIPS 2017")],
                    "links": [
                        ("PDF", "https://example.org/attention.pdf"),
                        ("Code", "https://github.com/a/b"),
                        ("Talk", "https://example.org/talk"),
                    ],
                },
                {
                    "title": "LoRA",
                    "url": "https://example.org/lora",
                    "votes": 7,
                    "authors": ["Edward Hu et al."],
                    "sections": [("Problem", "tuning is dear.")],
                    "fields": [("Published in", "ICLR 2022")],
                },
            ],
        ),
    ),
    "Chinese labels, commas and date": (
        CHINESE,
        (
            "每日论文",
            "2025-03-14",
            None,
            [
                {
                    "title": "深度残差学习",
                    "url": "https://arxiv.org/abs/1512.03385",
                    "authors": ["何恺明", "张祥雨", "任少卿"],
                    "category": "视觉",
                    "sections": [("摘要", "残差让网络更深。"), ("创新点", "捷径连接。")],
                    "fields": [("机构", "一个研究院"), ("关键词", "残差, 网络")],
                },
                {
                    "title": "密集连接网络",
                    "url": "https://arxiv.org/abs/1608.06993",
                    "authors": ["黄高", "刘壮"],
                    "category": "视觉",
                    "sections": [("结论", "特征可以复用。")],
                    "links": [("代码", "https://github.com/x/y")],
                },
            ],
        ),
    ),
    "Korean labels, keycaps for numbers": (
        KOREAN,
        (
            "주간 논문",
            "2025-03-14",
            None,
            [
                {
                    "title": "GAN",
                    "url": "https://arxiv.org/abs/1406.2661",
                    "authors": ["이언 굿펠로", "Aaron Courville"],
                    "sections": [("요약", "위조범과 감정사.")],
                },
                {
                    "title": "VAE",
                    "url": "https://arxiv.org/abs/1312.6114",
                    "authors": ["Diederik Kingma"],
                    "sections": [("요약", "잡음을 먼저 뽑는다."), ("한계", "흐릿하다.")],
                },
            ],
        ),
    ),
    "groups at the level of the title, an identifier beside a link and without one": (
        LEVEL_ONE_GROUPS,
        (
            "arXiv picks",
            None,
            None,
            [
                {
                    "title": "A",
                    "url": "https://arxiv.org/abs/2401.00001",
                    "authors": ["Ada Byron", "Carl Gauss"],
                    "category": "cs.CV",
                    "sections": [("Abstract", "text of it")],
                },
                {
                    "title": "B without a link",
                    "authors": ["Emmy Noether"],
                    "category": "Language",
                    "sections": [("Abstract", "text"), ("Why", "because")],
                    "fields": [("arXiv", "2401.00002")],
                },
            ],
        ),
    ),
    "list items of one line, a range of days": (
        ONE_LINE_ITEMS,
        (
            "Reading list",
            "2025-03-03",
            "2025-03-09",
            [
                {
                    "title": "Deep Residual Learning",
                    "url": "https://arxiv.org/abs/1512.03385",
                    "authors": ["Kaiming He", "Xiangyu Zhang"],
                    "category": "Vision",
                },
                {
                    "title": "Densely Connected Networks",
                    "url": "https://example.org/dense",
                    "authors": ["Gao Huang", "Zhuang Liu"],
                    "category": "Vision",
                    "sections": [(None, "features are used again. [code](https://github.com/x/y)")],
                },
                {
                    "title": "Mask R-CNN",
                    "url": "https://arxiv.org/abs/1703.06870",
                    "category": "Vision",
                    "sections": [(None, "one more branch draws the mask.")],
                },
                {
                    "title": "Sequence to Sequence",
                    "url": "https://example.org/seq",
                    "authors": ["Ilya Sutskever et al."],
                    "category": "Language",
                    "fields": [("Venue", "NIPS 2014")],
                },
                {
                    "title": "GloVe",
                    "url": "https://example.org/glove",
                    "authors": ["Jeffrey Pennington", "Richard Socher"],
                    "category": "Language",
                    "sections": [(None, "Counts are enough.")],
                },
                {
                    "title": "ELMo",
                    "url": "https://arxiv.org/abs/1802.05365",
                    "authors": ["Matthew Peters"],
                    "category": "Language",
                    "links": [("code", "https://github.com/a/b")],
                },
            ],
        ),
    ),
    "list items with labelled items below": (
        NESTED_ITEMS,
        (
            "Paper club",
            "2025-03-14",
            None,
            [
                {
                    "title": "Adam: A Method for Stochastic Optimization",
                    "url": "https://arxiv.org/abs/1412.6980",
                    "authors": ["Diederik Kingma", "Jimmy Ba"],
                    "sections": [
                        ("Summary", "Two running averages."),
                        ("Verdict", "Still the default."),
                        ("Odd one", "It never says why, and nobody asks."),
                    ],
                },
                {
                    "title": "Batch Normalization",
                    "url": "https://arxiv.org/abs/1502.03167",
                    "authors": ["Sergey Ioffe"],
                    "sections": [("Summary", "Bring inputs to zero mean.")],
                },
                {
                    "title": "Distilling the Knowledge",
                    "url": "https://arxiv.org/abs/1503.02531",
                    "authors": ["Geoffrey Hinton"],
                    "sections": [(None, "Soft answers teach.")],
                },
            ],
        ),
    ),
    "bold lines as groups, tasks, names behind a link in three ways": (
        BOLD_GROUPS,
        (
            "Papers",
            "2025-03-14",
            None,
            [
                {
                    "title": "A first paper",
                    "url": "https://openreview.net/forum?id=abc",
                    "authors": ["Ada Byron", "Carl Gauss"],
                    "category": "Vision",
                    "fields": [("Venue", "ICLR 2024")],
                },
                {
                    "title": "A second paper",
                    "url": "https://doi.org/10.1000/1",
                    "authors": ["Carl Gauss"],
                    "category": "Vision",
                    "sections": [(None, "Shows a thing.")],
                },
                {
                    "title": "A third paper",
                    "url": "https://arxiv.org/abs/2401.00003",
                    "votes": 12,
                    "category": "Language",
                },
            ],
        ),
    ),
    "rows whose header says what the cells are": (
        TABLE,
        (
            "Paper table",
            "2025-03-14",
            None,
            [
                {
                    "title": "Deep Residual Learning",
                    "url": "https://arxiv.org/abs/1512.03385",
                    "authors": ["Kaiming He", "Xiangyu Zhang"],
                    "category": "Vision",
                    "sections": [("Notes", "Shortcuts")],
                    "published": datetime.date(2015, 12, 10),
                    "links": [("code", "https://github.com/a/b")],
                },
                {
                    "title": "Densely Connected",
                    "url": "https://arxiv.org/abs/1608.06993",
                    "authors": ["Gao Huang"],
                    "category": "Vision",
                    "sections": [("Notes", "Reuse p(a|b) of features")],
                    "published": datetime.date(2016, 8, 25),
                },
                {
                    "title": "Word vectors",
                    "url": "https://arxiv.org/abs/1301.3781",
                    "authors": ["Tomas Mikolov"],
                    "category": "Language",
                    "published": datetime.date(2013, 1, 16),
                },
            ],
        ),
    ),
    "rows with a linked title, votes and categories": (
        LINKED_TABLE,
        (
            "List",
            None,
            None,
            [
                {
                    "title": "A study",
                    "url": "https://example.org/a",
                    "votes": 12,
                    "authors": ["Ada Byron", "Carl Gauss"],
                    "category": "cs.CL",
                    "sections": [("Summary", "Says a thing.")],
                },
                {
                    "title": "B study",
                    "url": "https://example.org/b",
                    "votes": 3,
                    "authors": ["Carl Gauss"],
                    "category": "cs.CV",
                    "sections": [("Summary", "Says another.")],
                    "links": [("code", "https://github.com/x/y")],
                },
            ],
        ),
    ),
    "headings that are dates, an address alone, links in a heading": (
        DATED_HEADINGS,
        (
            "Notes from the lab",
            "2025-03-14",
            None,
            [
                {
                    "title": "Attention Is All You Need",
                    "url": "https://arxiv.org/abs/1706.03762",
                    "sections": [("Summary", "The first one.")],
                },
                {
                    "title": "BERT",
                    "url": "https://arxiv.org/pdf/1810.04805",
                    "authors": ["Jacob Devlin et al."],
                    "sections": [(None, "> Reads both ways.")],
                    "links": [("code", "https://github.com/a/bert")],
                },
                {
                    "title": "GPT",
                    "url": "https://example.org/gpt.pdf",
                    "sections": [("TL;DR", "It goes on.")],
                },
            ],
        ),
    ),
    "deep headings, hard line breaks, a heading over all papers": (
        HARD_BREAKS,
        (
            "Weekly digest",
            "2025-03-14",
            None,
            [
                {
                    "title": "Scaling Laws",
                    "url": "https://arxiv.org/abs/2001.08361",
                    "votes": 120,
                    "authors": ["Jared Kaplan", "Sam McCandlish"],
                    "sections": [("Why read it", "Straight lines."), ("What is missing", "Data.")],
                    "fields": [("Published", "January 2020")],
                },
                {
                    "title": "Chinchilla",
                    "url": "https://arxiv.org/abs/2203.15556",
                    "authors": ["Jordan Hoffmann"],
                    "sections": [("Why read it", "Smaller and longer.")],
                },
            ],
        ),
    ),
    "emphasised fields, bold sections with items below, a contents list of anchors": (
        EMPHASISED,
        (
            "Daily reading",
            "2025-03-14",
            None,
            [
                {
                    "title": "Mixture of Experts",
                    "url": "https://openreview.net/forum?id=B1ckMDqlg",
                    "authors": ["Noam Shazeer", "Azalia Mirhoseini"],
                    "category": "Sparse models",
                    "sections": [
                        (
                            "Idea",
                            "route each token\n  - to a few experts\n  - **Gate**: noisy top-k",
                        ),
                        ("Result", "larger, not slower"),
                    ],
                    "fields": [("Venue", "ICLR 2017")],
                },
                {
                    "title": "Switch Transformers",
                    "url": "https://arxiv.org/abs/2101.03961",
                    "authors": ["William Fedus", "Barret Zoph", "Noam Shazeer"],
                    "sections": [("Idea", "one expert is enough")],
                },
            ],
        ),
    ),
    "a date below the title, sentences with colons, a section to unfold": (
        UNFOLDED,
        (
            "Digest",
            "2025-03-14",
            None,
            [
                {
                    "title": "One",
                    "url": "https://arxiv.org/abs/2401.00001",
                    "authors": ["Ada Byron", "Carl Gauss"],
                    "sections": [
                        (
                            "Note",
                            "this is a sentence. In the text: a colon.\n"
                            "However, there is more: see below.",
                        )
                    ],
                },
                {
                    "title": "Two",
                    "url": "https://arxiv.org/abs/2401.00002",
                    "authors": ["Ada Byron"],
                    "sections": [("Abstract", "Long text.")],
                },
            ],
        ),
    ),
}

PLAIN_MARKDOWN: Mapping[str, str] = {
    "a readme": """# mytool

[![build](https://img.shields.io/x.svg)](https://github.com/a/b/actions)

A tool to do things. See the [docs](https://docs.example.org).

## Features

- **Fast**: it is fast
- [Docs](https://docs.example.org) - all about it
- [Deep Tool](https://github.com/x/y) - another tool

## Installation

```sh
# install
pip install mytool
```

### From source

1. Clone the repo
2. Run `make`

| Option | Meaning |
|---|---|
| `-a` | all |

## License

MIT. By the authors.
""",
    "a changelog": """# Changelog

## [Unreleased](https://github.com/a/b/compare/v1...main)

### Added

- Support for [RFC 3986](https://example.org/rfc), see [#12](https://github.com/a/b/issues/12)

## [1.2.0](https://github.com/a/b/releases/1.2.0) - 2024-01-01

### Fixed

- A bug.
""",
    "a digest within a block of code": """# How to write a digest

```markdown
### [A](https://arxiv.org/abs/2401.00001)

**Authors:** Ada Byron
```

~~~
- [B](https://arxiv.org/abs/2401.00002) - Carl Gauss
~~~
""",
    "a letter": "Dear all,\n\nplease read [this](https://arxiv.org/abs/2401.00001) by Friday.\n\nAda\n",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_one_off_digest(text: str, expected: Expected) -> None:
    """A digest of nobody else's shape is recognised as a guess, and read as a reader would."""
    found = detect_dialect(text)
    assert (found.dialect.name, found.certain, found.guessed) == ("general", False, True)
    digest = read(text)
    assert [filled(paper) for paper in digest.papers] == expected[3]
    days = [day.isoformat() if day else None for day in (digest.date, digest.end_date)]
    assert [digest.title, *days] == list(expected[:3])


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_by_its_name(text: str, expected: Expected) -> None:
    """Asked for by its name, the general dialect reads the same, with carriage returns too."""
    assert parse_digest(text, dialect="general") == parse_digest(text)
    papers = parse_digest(text.replace("\n", "\r\n"), dialect="general").papers
    assert [paper.title for paper in papers] == [paper["title"] for paper in expected[3]]


@pytest.mark.parametrize("text", PLAIN_MARKDOWN.values(), ids=PLAIN_MARKDOWN)
def test_plain_markdown_has_no_papers(text: str) -> None:
    """What is not a digest has no papers, and is not guessed to be one."""
    assert read(text).papers == read(text, "general").papers == ()
    assert not detect_dialect(text).guessed


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_our_own_pages_have_no_papers(name: str) -> None:
    """Our own pages, which are about digests, are none."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert parse_digest(text, dialect="general").papers == ()


@pytest.mark.parametrize(
    "heading",
    [
        "# Reading list, 14 March 2025",
        "# 14 March 2025: Reading list",
        "# Reading list for 2025-03-14",
        "## Reading list (2025/03/14)",
        "# Reading list - Friday, March 14th, 2025",
        "# 🗞️ Reading list | 3/14/2025 🗞️",
        "# Reading list · 2025.3.14",
        "# Reading list\n\n2025-03-14",
        "# Reading list\n\n**Date:** 14 March 2025",
        "# Reading list\n\n> Updated: 2025-03-14",
        "# Reading list\n\nWelcome.\n\n## 2025-03-14",
        "---\ndate: '2025-03-14'\n---\n# Reading list",
    ],
)
def test_a_date_anywhere(heading: str) -> None:
    """The day is anywhere in the heading, below it, or in the front matter."""
    text = f"{heading}\n\n## [A](https://arxiv.org/abs/2401.00001)\n\nBy Ada Byron\n"
    digest = read(text, "general")
    assert digest.date == datetime.date(2025, 3, 14)
    assert digest.title == "Reading list"
    assert [paper.authors for paper in digest.papers] == [("Ada Byron",)]


def test_a_digest_a_heading() -> None:
    """Each heading with a date starts a digest; the first one carries the title above it."""
    digests = parse_digests(DATED_HEADINGS)
    assert [(each.title, each.date, len(each.papers)) for each in digests] == [
        ("Notes from the lab", datetime.date(2025, 3, 14), 2),
        (None, datetime.date(2025, 3, 13), 1),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**Authors:** Ada Byron, Carl Gauss",
        "**Authors**: Ada Byron, Carl Gauss",
        "Authors: Ada Byron, Carl Gauss",
        "*Authors*: Ada Byron, Carl Gauss",
        "*Authors:* Ada Byron, Carl Gauss",
        "__Authors__: Ada Byron, Carl Gauss",
        "- **Authors:** Ada Byron, Carl Gauss",
        "* Author(s): Ada Byron and Carl Gauss",
        "👥 **Authors:** Ada Byron; Carl Gauss",
        "AUTHORS: Ada Byron & Carl Gauss",
        "作者：Ada Byron、Carl Gauss",
        "저자: Ada Byron, Carl Gauss",
        "著者：Ada Byron，Carl Gauss",
        "by Ada Byron, Carl Gauss",
        "*By Ada Byron, Carl Gauss*",
        "*Ada Byron, Carl Gauss*",
        "Ada Byron, Carl Gauss",
        "Authors: Ada Byron, Carl Gauss<br>",
        "Authors: Ada Byron, Carl Gauss\\",
    ],
)
def test_authors(line: str) -> None:
    """Authors are read in every emphasis, language and separator, with a label or none."""
    text = f"# T\n\n## [A](https://arxiv.org/abs/2401.00001)\n\n{line}\n"
    assert read(text, "general").papers[0].authors == ("Ada Byron", "Carl Gauss")


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Link: https://example.org/a", {"url": "https://example.org/a"}),
        ("**URL:** <https://example.org/a>", {"url": "https://example.org/a"}),
        ("- **Paper:** [here](https://example.org/a)", {"url": "https://example.org/a"}),
        ("链接：https://example.org/a", {"url": "https://example.org/a"}),
        ("arXiv: https://arxiv.org/abs/1", {"url": "https://arxiv.org/abs/1"}),
        ("**arXiv:** 2401.00001v2", {"fields": [("arXiv", "2401.00001v2")]}),
        ("Code: https://example.org/c", {"links": [("Code", "https://example.org/c")]}),
        (
            "**Slides:** [pptx](https://example.org/s)",
            {"links": [("Slides", "https://example.org/s")]},
        ),
        ("https://github.com/a/b", {"links": [("", "https://github.com/a/b")]}),
        (
            "Links: [PDF](https://example.org/p), [Code](https://example.org/c)",
            {"url": "https://example.org/p", "links": [("Code", "https://example.org/c")]},
        ),
        (
            "[Page](https://example.org/p) · [Paper](https://example.org/a)",
            {"url": "https://example.org/a", "links": [("Page", "https://example.org/p")]},
        ),
        (
            "**Note:** [They](https://example.org/t) say so.",
            {"sections": [("Note", "[They](https://example.org/t) say so.")]},
        ),
    ],
)
def test_links(line: str, values: Mapping[str, Any]) -> None:
    """A link by a label of a paper is the main one if there is none yet; others are beside it."""
    text = f"# T\n\n## A\n\nAuthors: Ada Byron\n{line}\n"
    found = filled(read(text, "general").papers[0])
    assert found == {"title": "A", "authors": ["Ada Byron"], **values}


def test_a_link_that_stands_twice_is_one() -> None:
    """A link below a title that says the same as the title's is no other link."""
    text = (
        "# T\n\n## [A](https://example.org/a)\n\nAuthors: Ada Byron\nLink: https://example.org/a\n"
    )
    assert read(text, "general").papers[0].links == ()


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("**Votes:** 12", {"votes": 12}),
        ("- Upvotes: 12", {"votes": 12}),
        ("12 votes", {"votes": 12}),
        ("🔼 12", {"votes": 12}),
        ("Category: cs.CL", {"category": "cs.CL"}),
        ("分类：cs.CL", {"category": "cs.CL"}),
        ("Published: 10 December 2015", {"published": datetime.date(2015, 12, 10)}),
        ("- **Date**: 2015/12/10", {"published": datetime.date(2015, 12, 10)}),
        ("发布日期：2015-12-10", {"published": datetime.date(2015, 12, 10)}),
        ("Published: some time ago", {"fields": [("Published", "some time ago")]}),
        (
            "Presenter: Emmy North\nDate: 2024-08-26",
            {"fields": [("Presenter", "Emmy North"), ("Date", "2024-08-26")]},
        ),
        ("**Team:** A laboratory", {"fields": [("Team", "A laboratory")]}),
        ("- **Size**: 7B", {"fields": [("Size", "7B")]}),
        ("*Mood*: A bit sad.", {"fields": [("Mood", "A bit sad.")]}),
        ("Team: A laboratory", {"fields": [("Team", "A laboratory")]}),
        ("**Team:** It is small.", {"sections": [("Team", "It is small.")]}),
        ("- **Team**: small", {"sections": [("Team", "small")]}),
        ("**Team:** A laboratory\nof many", {"sections": [("Team", "A laboratory\nof many")]}),
        ("Key Idea: to be small", {"sections": [("Key Idea", "to be small")]}),
        ("#### Team\n\nIt is small.", {"sections": [("Team", "It is small.")]}),
        ("**Summary**\n\nIt is small.", {"sections": [("Summary", "It is small.")]}),
        ("结果：很小。", {"sections": [("结果", "很小。")]}),
        ("It says this to us: no.", {"sections": [(None, "It says this to us: no.")]}),
        ('<img src="a.png" width="9">', {"media": ["a.png"]}),
        ('<video controls src="a.mp4"></video>', {"media": ["a.mp4"]}),
    ],
)
def test_labels(line: str, values: Mapping[str, Any]) -> None:
    """A known label decides; after another one, a short text that is not a sentence is a field."""
    text = f"# T\n\n## A\n\nAuthors: Ada Byron\n{line}\n"
    found = filled(read(text, "general").papers[0])
    assert found == {"title": "A", "authors": ["Ada Byron"], **values}


def test_a_label_within_a_text_needs_a_blank_line_or_emphasis() -> None:
    """In the text of a section a plain label that is not known starts no other, unless set apart."""
    text = (
        "# T\n\n## A\n\nAuthors: Ada Byron\n\nSummary: One.\nOdd word: two.\n\nking minus man: three.\n"
        "\nStrong Points: four.\n**Odd**: five.\n"
    )
    assert filled(read(text, "general").papers[0])["sections"] == [
        ("Summary", "One.\nOdd word: two.\n\nking minus man: three."),
        ("Strong Points", "four."),
        ("Odd", "five."),
    ]


def test_what_stands_deeper_belongs_to_the_paper() -> None:
    """Headings, items and links below a paper are parts of it, even such as would be papers."""
    text = (
        "# T\n\n## [A](https://arxiv.org/abs/2401.00001)\n\n### Related\n\n"
        "- [B](https://arxiv.org/abs/2401.00002) - Carl Gauss\n\n**[C](https://arxiv.org/abs/2401.00003)**\n"
    )
    (paper,) = read(text, "general").papers
    assert [section.label for section in paper.sections] == ["Related"]


def test_a_chapter_about_the_list_holds_no_papers() -> None:
    """A chapter such as "References" is passed over, and the next one is read again."""
    text = (
        "# T\n\n## References\n\n### [A](https://arxiv.org/abs/2401.00001)\n\n"
        "## Vision\n\n### [B](https://arxiv.org/abs/2401.00002)\n"
    )
    assert [filled(paper) for paper in read(text, "general").papers] == [
        {"title": "B", "url": "https://arxiv.org/abs/2401.00002", "category": "Vision"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n## Team\n\nSome words.\n\nAuthors: us\n",
        "# T\n\n## [A program](https://github.com/a/b)\n\nIt runs.\n",
        "# T\n\n- [A page](https://example.org/page) - it is about papers.\n",
        "# T\n\n- **Fast** - see [the docs](https://example.org/docs)\n",
        "# T\n\n- Read [this](https://arxiv.org/abs/2401.00001)\n",
        "# T\n\n| Name | Description |\n|---|---|\n| [A](https://example.org/a) | A program |\n",
        "# T\n\n| Title | Summary |\n|---|---|\n| [A](https://example.org/a) | A page |\n",
    ],
)
def test_what_shows_no_paper_is_none(text: str) -> None:
    """A heading, item or row needs more than a link to anywhere."""
    assert read(text, "general").papers == ()


def test_a_row_without_a_telling_header_needs_a_link_to_a_paper() -> None:
    """Where a header could be that of any table, only rows with a link to a paper count."""
    text = (
        "# T\n\n| Title | Summary |\n|---|---|\n| [A](https://example.org/a) | A page |\n"
        "| [B](https://arxiv.org/abs/2401.00002) | A paper |\n"
    )
    assert [paper.title for paper in read(text, "general").papers] == ["B"]


@pytest.mark.parametrize("header", ["Title", "Option | Meaning", "Title |" * 20, ""])
def test_headers_that_mean_no_papers(header: str) -> None:
    """A header needs one column of titles and one more that papers have."""
    row = "|".join("A title of four words" for _ in header.strip("|").split("|"))
    assert read(f"# T\n\n| {header} |\n|---|\n| {row} |\n").papers == ()


def test_a_table_of_any_header_is_read() -> None:
    """A header is text like any other: nothing in it makes reading fail."""
    header = "| Title | Authors | {x} (?P<a> \\ | | [b](c) | Code |"
    text = f"# T\n\n{header}\n|---|---|---|---|---|---|\n| A | Ada Byron | 1 | 2 | 3 | <https://example.org/c> |\n"
    (paper,) = read(text, "general").papers
    assert filled(paper)["fields"] == [("{x} (?P<a> \\", "1"), ("[b](c)", "3")]
    assert filled(paper)["links"] == [("", "https://example.org/c")]


def test_values_are_written_and_read_back() -> None:
    """What is built by hand is written with headings, bold labels and headings for sections."""
    text = (
        "# Reading list, 2025-03-14\n\n## Vision\n\n### [A](https://example.org/a)\n\n**Votes:** 3\n\n"
        "**Authors:** Ada Byron, Carl Gauss\n\n[Code](https://github.com/a/b)\n\n**Venue:** ICLR\n\n"
        "#### Idea\n\nSmaller.\n"
    )
    digest = read(text, "general")
    assert serialize_digest(digest, canonical=True) == text
    assert filled(digest.papers[0]) == {
        "title": "A",
        "url": "https://example.org/a",
        "votes": 3,
        "authors": ["Ada Byron", "Carl Gauss"],
        "category": "Vision",
        "sections": [("Idea", "Smaller.")],
        "fields": [("Venue", "ICLR")],
        "links": [("Code", "https://github.com/a/b")],
    }
    assert dialect_named("general") is general.DIALECT
