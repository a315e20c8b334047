"""Lines of text, plain, typical and hostile: the building blocks of the other strategies."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

#: Text that means something in a digest, or that ends a line in other programs.
HOSTILE = (
    "](", "[", "]", "(", ")", "](https://example.org/a)", "**", "***", "*", "_", "`", "```", "~~~",
    "#", "# ", "## ", "### ", "- ", "-", "* ", "1. ", "1) ", "> ", "|", " | ", "\\", "\\|", "|---|",
    ":", ": ", "：", ",", ", ", "'", '"', "’", "['", "']", "['a', 'b']", "<", ">", "<br>●",
    "<br>● L: ", "<details>", "</details>", "<div id='a'></div>", '<a id="link1"></a>', "<video src=",
    "(Read more on ", " for ", " on ", " - ", "--", "---", "et.al.", "null", ", Paper: [",
    "Vote: 3", "Vote:", "Authors: A, B", "**Authors:** A", "Category: x", "- **Label**: text",
    "**Abstract:** text", "**Relevance:** 9", "TL;DR: text", "Main category: x", "Label: text",
    "## Daily Papers (2024-08-26)", "### [A](https://example.org/a)", "### [1] [A](b)", "![](a.png)",
    "[Watch Video](a.mp4)", "| 1) **A** - b | [Paper](c) |", "#toc", "[[Back]](#toc)", "(2024-08-26)",
    "2024-08-26", "{title}", "{}", "%s", "$x_{1}$", "\\'e", "{\\L}", "&amp;", "\t", " ", "  ", "\xa0",
    "\u3000", "\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2066", "\u2069", "\ufeff", "\0",
    "\x1b[31m", "\x7f", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029",
    "\ud800", "\udc00", "\udfff", "\U0001f600", "e\u0301", "한글", "論文", "\n", "\r", "\r\n", "\n\n",
    "\n- ", "\n## ", "\n### ", "\n  - ", "\n| ", "\n\nLabel: ",
)  # fmt: skip

WORDS = (
    "A", "attention", "is", "of", "the", "models", "x", "2024", "42", "그림을", "网络", "é", "GPT-4",
    "(draft)", "3.5",
)  # fmt: skip

PROSE = (
    "A", "x", "42", "Attention is all you need", "the models of 2024", "state-of-the-art", "그림을 위조하는",
    "网络的表示", "A naïve approach (draft), in 3.5 steps", "What I need: more of it", "GPT-4 and **bold** text",
    "See [the code](https://example.org/code).", "i) One. ii) Two.", "It is 2 -- 4$\\times$ faster.",
    "p(y|x) grows", "a | b", "First sentence. Second sentence!", "ends with a colon:", "`code` here",
    "<eos> is a tag", "x * y * z", "Vote: 3 papers", "lower case, and a comma", "한글과 English",
)  # fmt: skip

#: Those that mean nothing in any dialect.
PLAIN = tuple(text for text in PROSE if not re.search(r"[*|:`<\[(]", text))

NAMES = (
    "Ada Lovelace", "Alan Turing", "Ada Lovelace (London, UK)", "Pat O'Neil", "L\\'eon Bottou", "김철수",
    "Jürgen Schmidhuber", "D'Arcy \"Wentworth\" Thompson", "{\\L}ukasz Kaiser", "Li Xuan", "+", "A. B.",
)  # fmt: skip

URLS = (
    "https://arxiv.org/abs/2408.12637", "https://arxiv.org/abs/1706.03762v7", "a", "../a/b.md#c",
    "http://arxiv.org/abs/2606.00001", "https://arxiv.org/pdf/1505.04597", "/avatars/a.svg", "#link1",
    "https://arxiv.org/abs/hep-th/9901001", "https://huggingface.co/papers/2408.12637", "a_(b).png",
    "https://example.org/a", "https://example.org/a_(b)_(c)?d=e&f=g#h", "https://example.org/한글",
    "https://x.com/a/status/1", "https://github.com/a/b", "https://example.org/a.mp4", "mailto:a@b",
)  # fmt: skip

ARXIV_URLS = tuple(url for url in URLS if url.startswith("https://arxiv.org/"))
OTHER_URLS = tuple(url for url in URLS if url.startswith("https://") and "arxiv" not in url)

DATES = (
    "2024-08-26", "2024-8-6", "2024.08.26", "2024/08/26", "August 26, 2024", "Aug 26, 2024",
    "26 Aug 2024", "26 August 2024", "Monday, August 26th, 2024", "08/26/2024", "3/14/2025",
    "26/08/2024", "26.08.2024", "2024年8月26日", "2024년 8월 26일",
)  # fmt: skip

RANGES = (
    "June 21 - June 28", "May 22-28", "Mar 20-Mar 26", "Feb 13 - 19", "December 30 - January 5",
    "June 28 – July 4",
)  # fmt: skip

LABELS = (
    "What's New", "What’s New", "Technical Details", "Performance Highlights", "Limitations", "Idea",
    "라벨", "Why It Lasted", "TL;DR", "Motivation", "Method", "Abstract", "Comment", "Summary",
    "Relevance", "Published", "Code and Data",
)  # fmt: skip

#: Labels that are damaged, or are rather something else.
ODD_LABELS = (
    "Vote", "Authors", "ArXiv ID", "Main category", "Category", "A: B", "`code`", "a*b", "", " ", "작者",
    "A label that is so long that nobody would think of it as a label, but as a whole sentence rather",
    "lower case", "N.B.", "**",
)  # fmt: skip

#: Titles that a digest of each dialect goes by.
DIGEST_TITLES: Mapping[str, Sequence[str]] = {
    "daily-papers": ("Daily Papers",),
    "gpt-paper-assistant": ("Personalized Daily ArXiv Papers", "Personalized Daily Arxiv Papers"),
    "daily-ai-papers": ("Papers",),
    "papers-of-the-week": ("Top AI Papers of the Week", "Top ML Papers of the Week"),
    "cv-arxiv-daily": ("Updated",),
}


# Lines of text


@lru_cache(maxsize=64)
def sampled(*options: Iterable[str]) -> SearchStrategy[str]:
    return st.sampled_from([option for group in options for option in group])


def flat(text: str) -> str:
    """Make one stripped line of a text."""
    return re.sub(r"[\r\n]+", " ", text).strip()


@cache
def texts() -> SearchStrategy[str]:
    """Draw any text at all: all code points, lone surrogates too."""
    return st.text(st.characters())


@cache
def hostile() -> SearchStrategy[str]:
    """Draw text that looks like something else."""
    return st.lists(sampled(HOSTILE, WORDS) | st.text(st.characters(), max_size=3), max_size=6).map(
        "".join
    )


@cache
def prose() -> SearchStrategy[str]:
    """Draw some words."""
    return sampled(PROSE)


@cache
def titles() -> SearchStrategy[str]:
    """Draw titles as papers have them."""
    odd = (
        "`f()` and [IDK] (Draft)", "16$\\times$16 Words", "A | B", "**Bold**", "A: B, C", "[x](y) z",
        "Title for Everybody on 2024", "C#", "1) A", "A - B", "### A", "(Read more on B)", "A  B",
    )  # fmt: skip
    return prose() | sampled(odd)


@cache
def urls() -> SearchStrategy[str]:
    """Draw addresses, most of them sound."""
    return sampled(URLS)


@cache
def date_spellings() -> SearchStrategy[str]:
    """Draw dates as people write them, and some texts that are not dates."""
    return sampled(DATES) | sampled(("August 2024", "2024-13-45", "today", "2024", "", "Aug 26"))


@cache
def section_texts() -> SearchStrategy[str]:
    """Draw the text of a section: words, continuation lines, nested and numbered ones."""
    marks = sampled(("", "  - ", "1. ", "1) ", "    ", "> ", "  * ", "\t"))
    more = st.tuples(sampled(("\n", "\n", "\n\n")), marks, prose()).map("".join)
    return (
        prose()
        | st.tuples(prose(), more).map("".join)
        | st.tuples(prose(), more, more).map("".join)
    )


@cache
def author_lines() -> SearchStrategy[str]:
    """Draw lines of authors: names between commas, a list literal, a damaged one."""
    names = st.lists(sampled(NAMES), max_size=4)
    odd = (
        "[]",
        "['A' 'B']",
        "[A, B]",
        "A (B, C",
        "A) B, C",
        "A,, B,",
        "['A', \"B's\",]",
        "['A', 'B'",
    )
    return names.map(", ".join) | names.map(",".join) | names.map(repr) | sampled(odd)
