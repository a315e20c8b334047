"""Damaged digests: what is said of each is held, word for word, in `expected/messages.txt`."""

_DAILY = "## Daily Papers (2024-08-26)\n\n"
_SCORED = "# Personalized Daily Arxiv Papers 2025-11-05\n\n"
_GROUPED = "# cs.CL [[Back]](#toc)\n\n"
_TABLE = "| Title | Authors | Summary |\n|-------|---------|---------|\n"
_TOPICS = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
_ROW = "|**2026-06-28**|**A**|Ada|[2606.00001](http://arxiv.org/abs/2606.00001)|null|\n"

DAMAGED = {
    "a heading whose link is not closed": (
        f'{_SCORED}## 1. [A](https://a.org <a id="link1"></a>\n**Authors:** Ada\n'
    ),
    "two papers, one without link": f"{_DAILY}### A\n\n- a\n\n### [B](https://b.org)\n\n- b\n",
    "a link below the heading that is not closed": (
        f"{_DAILY}### [A](https://a.org)\n\nWords,\nand more.\n  [Code](https://c.org\n\n- a\n"
    ),
    "lines that belong to nothing": (
        f"{_DAILY}### [A](https://a.org)\n\nWords first,\n\nand more.\n\nVote: 3\n\n- a\n\n"
        "Authors: Ada\n"
    ),
    "lines after a closing tag": (
        f"{_GROUPED}### [1] [A](https://a.org)\n*Ada*\n\nWords.\n\nMain category: cs.CV\n\n"
        "TL;DR: S.\n\n\n<details>\n  <summary>Details</summary>\nMotivation: M.\n\n</details>\n\n"
        "After all, [B](https://b.org\n"
    ),
    "lines after a divider": (
        f'{_SCORED}## 1. [A](https://a.org) <a id="link1"></a>\n**Authors:** Ada\n\n---\n\nWords.\n'
    ),
    "names that are missing": (
        f"{_DAILY}### [A](https://a.org)\n\nAuthors: , Ada,, , Bo,\n\n- a\n\n"
        "### [B](https://b.org)\n\nAuthors: ,\n\n- b\n"
    ),
    "authors that are not names": (
        f"{_DAILY}### [A](https://a.org)\n\nAuthors: Ada; Bo, N/A, +3, and Cy\n\n- a\n"
    ),
    "values that stand twice": (
        f"{_DAILY}### [A](https://a.org)\n\nVote: 3\n\nVote: 4\n\nAuthors: Ada\n\nAuthors: Bo\n\n- a\n"
    ),
    "votes of many digits": f"{_DAILY}### [A](https://a.org)\n\nVote: {'9' * 40}\n\n- a\n",
    "emphasis that is not balanced": (
        f"{_DAILY}### [A](https://a.org)\n\n- ***What's New*: a\n- **Technical Details***: b\n"
        "- *Performance Highlights:** c\n- **Idea:***d*\n- **Aim:*** e\n- **End:***\n"
    ),
    "labels that are not read": (
        f"{_DAILY}### [A](https://a.org)\n\n- ** What’s New** : a\n- **Technical Details: b\n"
        "- ***Performance Highlights: c*\n-\n  **What's New: d\n- *What's New e\n"
    ),
    "labels that are not read above more lines": (
        f"{_DAILY}### [A](https://a.org)\n\n- **Technical Details: b\n  *more*,\n  and more\n"
        "- **What's New*: c\n  **d**\n"
    ),
    "rules in a row": (
        f'{_SCORED}## 1. [A](https://a.org) <a id="link1"></a>\n**Authors:** Ada\n\n---\n\n---\n\n'
        '## 2. [B](https://b.org) <a id="link2"></a>\n**Authors:** Bo\n\n---\n'
    ),
    "a row in two groups": (
        f"## Updated on 2026.06.29\n\n## V\n\n{_TOPICS}{_ROW}\n## L\n\n{_TOPICS}{_ROW}{_ROW}"
    ),
    "labels with white space": (
        f"{_DAILY}### [A](https://a.org)\n\n- ** What's New **: a\n- **What's New**: \n- **L**: c\n"
    ),
    "a value and links that are misspelt": (
        f"{_DAILY}### [A](htps:/a.org)\n\n![](https:/b.org)\n\nVotse: 3\n\n[C](https//c.org)\n\n- a\n"
    ),
    "an image without address": f"{_DAILY}### [A](https://a.org)\n\n![]()\n\n[C]()\n\n- a\n",
    "a video that is damaged": (
        f"{_DAILY}### [A](https://a.org)\n\n[Watch Video]https://a.org/{'v' * 150}.mp4\n\n- a\n"
    ),
    "rows that no rule reads": (
        f"## Papers for 2024-09-06\n\n{_TABLE}| A | Ada | a |\n| B | Bo\n| C |\nWords.\n"
        "| D (Read more on [arXiv](https://arxiv.org/abs/2409.00001))| Di, , Ed | d |\n\n| E\n"
    ),
    "a table of contents that disagrees": (
        f"{_SCORED}0. [A](#link0)\n1. [X](#link1)\n2. [C](#link2)\n\n"
        '## 0. [A](https://a.org) <a id="link0"></a>\n**ArXiv ID:** 2401.00001\n\n'
        '## 1. [B](https://arxiv.org/abs/2401.00002) <a id="link1"></a>\n**ArXiv ID:** 2401.00003\n'
    ),
    "a table of contents that lacks papers": (
        f"{_SCORED}1. [B](#link1)\n\n"
        '## 0. [A](https://a.org) <a id="link0"></a>\n**Authors:** Ada\n\n'
        '## 1. [ B  ](https://b.org) <a id="link1"></a>\n**Authors:** Bo\n\n'
        '## 2. [C](https://c.org) <a id="link2"></a>\n**Authors:** Cy\n'
    ),
    "days of different headings": (
        f"{_DAILY}### [A](https://a.org)\n\n- a\n\n## Daily Papers (2024-08-26)\n\n"
        "### [A](https://a.org)\n\n- a\n\n## Daily Papers (2024-13)\n\n### [B](https://b.org)\n\n- b\n"
    ),
    "a heading without a day": "## Daily Papers\n\n### [A](https://a.org)\n\nVote: 3\n\n- a\n",
    "a week that is impossible": (
        "## Top AI Papers of the Week (May 28 - May 22) - 2023\n| **Paper**  | **Links** |\n"
        "| ------------- | ------------- |\n| 1) **A** - a | [Paper](https://a.org) |\n"
    ),
    "line ends and signs that nobody sees": (
        f"\ufeff{_DAILY}### [A](https://a.org)\r\n\r\n- a\x0bb\x07c\r- \text{{d}}\n- \ud800\u200b\n"
    ),
}
