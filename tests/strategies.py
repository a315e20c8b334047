"""Hypothesis strategies: texts of every dialect, whole and damaged, and the values in them.

A text of a dialect is made of the templates in the dialect's own table, so that a new dialect is drawn
as soon as it is described, and of the odd shapes in ``ODD``, which are met in the wild and which
nobody would write on purpose. Values are drawn twice: ``digests()`` gives everything that the
constructors take, ``digests_in(dialect)`` what one dialect can plausibly hold.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paperdigest import Cell, Dialect, Digest, Field, Link, Media, Paper, Rule, Section
from paperdigest._dialects import builtin_dialects

Item = TypeVar("Item")

#: What has a meaning somewhere in a digest, or ends a line for somebody else.
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

_WORDS = (
    "A", "attention", "is", "of", "the", "models", "x", "2024", "42", "그림을", "网络", "é", "GPT-4",
    "(draft)", "3.5",
)  # fmt: skip

_PROSE = (
    "A", "x", "42", "Attention is all you need", "the models of 2024", "state-of-the-art", "그림을 위조하는",
    "网络的表示", "A naïve approach (draft), in 3.5 steps", "What I need: more of it", "GPT-4 and **bold** text",
    "See [the code](https://example.org/code).", "i) One. ii) Two.", "It is 2 -- 4$\\times$ faster.",
    "p(y|x) grows", "a | b", "First sentence. Second sentence!", "ends with a colon:", "`code` here",
    "<eos> is a tag", "x * y * z", "Vote: 3 papers", "lower case, and a comma", "한글과 English",
)  # fmt: skip

#: Of these, what means nothing in any dialect.
_PLAIN = tuple(text for text in _PROSE if not re.search(r"[*|:`<\[(]", text))

_NAMES = (
    "Ada Lovelace", "Alan Turing", "Ada Lovelace (London, UK)", "Pat O'Neil", "L\\'eon Bottou", "김철수",
    "Jürgen Schmidhuber", "D'Arcy \"Wentworth\" Thompson", "{\\L}ukasz Kaiser", "Li Xuan", "+", "A. B.",
)  # fmt: skip

_URLS = (
    "https://arxiv.org/abs/2408.12637", "https://arxiv.org/abs/1706.03762v7", "a", "../a/b.md#c",
    "http://arxiv.org/abs/2606.00001", "https://arxiv.org/pdf/1505.04597", "/avatars/a.svg", "#link1",
    "https://arxiv.org/abs/hep-th/9901001", "https://huggingface.co/papers/2408.12637", "a_(b).png",
    "https://example.org/a", "https://example.org/a_(b)_(c)?d=e&f=g#h", "https://example.org/한글",
    "https://x.com/a/status/1", "https://github.com/a/b", "https://example.org/a.mp4", "mailto:a@b",
)  # fmt: skip

_ARXIV_URLS = tuple(url for url in _URLS if url.startswith("https://arxiv.org/"))
_OTHER_URLS = tuple(url for url in _URLS if url.startswith("https://") and "arxiv" not in url)

_DATES = (
    "2024-08-26", "2024-8-6", "2024.08.26", "2024/08/26", "August 26, 2024", "Aug 26, 2024",
    "26 Aug 2024", "26 August 2024", "Monday, August 26th, 2024", "08/26/2024", "3/14/2025",
    "26/08/2024", "26.08.2024", "2024年8月26日", "2024년 8월 26일",
)  # fmt: skip

_RANGES = (
    "June 21 - June 28", "May 22-28", "Mar 20-Mar 26", "Feb 13 - 19", "December 30 - January 5",
    "June 28 – July 4",
)  # fmt: skip

_LABELS = (
    "What's New", "What’s New", "Technical Details", "Performance Highlights", "Limitations", "Idea",
    "라벨", "Why It Lasted", "TL;DR", "Motivation", "Method", "Abstract", "Comment", "Summary",
    "Relevance", "Published", "Code and Data",
)  # fmt: skip

#: Labels that are damaged, or are rather something else.
_ODD_LABELS = (
    "Vote", "Authors", "ArXiv ID", "Main category", "Category", "A: B", "`code`", "a*b", "", " ", "작者",
    "A label that is so long that nobody would think of it as a label, but as a whole sentence rather",
    "lower case", "N.B.", "**",
)  # fmt: skip

#: Titles that a digest of each dialect goes by.
_DIGEST_TITLES: Mapping[str, Sequence[str]] = {
    "daily-papers": ("Daily Papers",),
    "gpt-paper-assistant": ("Personalized Daily ArXiv Papers", "Personalized Daily Arxiv Papers"),
    "daily-ai-papers": ("Papers",),
    "papers-of-the-week": ("Top AI Papers of the Week", "Top ML Papers of the Week"),
    "cv-arxiv-daily": ("Updated",),
}


# Lines of text


@cache
def _sampled(*options: Iterable[str]) -> SearchStrategy[str]:
    return st.sampled_from([option for group in options for option in group])


def _flat(text: str) -> str:
    """Make one stripped line of a text."""
    return re.sub(r"[\r\n]+", " ", text).strip()


@cache
def texts() -> SearchStrategy[str]:
    """Draw any text at all: all code points, lone surrogates too."""
    return st.text(st.characters())


@cache
def hostile() -> SearchStrategy[str]:
    """Draw text that looks like something else."""
    return st.lists(
        _sampled(HOSTILE, _WORDS) | st.text(st.characters(), max_size=3), max_size=6
    ).map("".join)


@cache
def prose() -> SearchStrategy[str]:
    """Draw some words."""
    return _sampled(_PROSE)


@cache
def titles() -> SearchStrategy[str]:
    """Draw titles as papers have them."""
    odd = (
        "`f()` and [IDK] (Draft)", "16$\\times$16 Words", "A | B", "**Bold**", "A: B, C", "[x](y) z",
        "Title for Everybody on 2024", "C#", "1) A", "A - B", "### A", "(Read more on B)", "A  B",
    )  # fmt: skip
    return prose() | _sampled(odd)


@cache
def urls() -> SearchStrategy[str]:
    """Draw addresses, most of them sound."""
    return _sampled(_URLS)


@cache
def date_spellings() -> SearchStrategy[str]:
    """Draw dates as people write them, and some that are none."""
    return _sampled(_DATES) | _sampled(("August 2024", "2024-13-45", "today", "2024", "", "Aug 26"))


@cache
def section_texts() -> SearchStrategy[str]:
    """Draw the text of a section: words, continuation lines, nested and numbered ones."""
    marks = _sampled(("", "  - ", "1. ", "1) ", "    ", "> ", "  * ", "\t"))
    more = st.tuples(_sampled(("\n", "\n", "\n\n")), marks, prose()).map("".join)
    return (
        prose()
        | st.tuples(prose(), more).map("".join)
        | st.tuples(prose(), more, more).map("".join)
    )


@cache
def author_lines() -> SearchStrategy[str]:
    """Draw what stands where authors stand: names between commas, a list literal, a damaged one."""
    names = st.lists(_sampled(_NAMES), max_size=4)
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
    return names.map(", ".join) | names.map(",".join) | names.map(repr) | _sampled(odd)


# Texts of a dialect

#: Shapes of the wild, by dialect and by the place where they stand; ``line`` is within a paper.
ODD: Mapping[str, Mapping[str, Sequence[str]]] = {
    "": {
        "before": ("# {title}", "{text}", "[{label}]({url})", "> {text}", "---", "\ufeff", "<!-- {text} -->"),
        "line": (
            "{text}", "", "---", "> {text}", "```\n{text}\n```", "| {text} | {text} |", "<details>",
            "</details>", "**{label}:** {text}", "{label}: {text}", "- {text}", "  - {text}", "* {text}",
            "1. {text}", "#### {label}", "####### {text}", "[{label}]({url})", "{odd}: {text}", " {text}",
            "\t{text}", "- **{odd}**: {text}", "~~~", "<div>{text}</div>", "**{odd}:** {text}",
        ),
        "after": ("## License\n\n{text}", "# {title}\n\n{text}", "---", "{text}", "```\n## {title}\n```"),
    },
    "daily-papers": {
        "before": ("# Daily Papers\n\n## Project Description\n\n{text}", "## {title}\n\n### {title}"),
        "digest": ("## Daily Papers", "## Daily Papers ({date}) ", "##Daily Papers", "## {title} ({date})"),
        "paper": ("### {title}", "### [{title}]({url}", "### [{title}] ({url})", "### [{title}]( {url} )", "###"),
        "line": (
            "Vote: -", "Vote: {votes}", "Votes: many", "Vote:", "vote: 3", "Authors: {authors}", "Authors:",
            "[Watch Video]({url})", "[Watch Video]{url}", "<video controls src=\"{url}\"></video>",
            "<div><video controls src='{url}' muted=\"false\"></video></div>", "![{alt}]({url})", "![]({url}",
            "- ***{label}***: {text}", "- ***{label}*: {text}", "- **{label}:** {text}", "- **{label}*: {text}",
            "- *{label}*: {text}", "- **{label}** {text}", "-{text}", "-", "-  {text}", "- **{label}**： {text}",
            "  - **{label}**: {text}", "1. **{label}**: {text}",
        ),
        "after": ("## License\n\n{text}\n\n### [{title}]({url})", "## Citation\n\n```bibtex\n@misc{x,\n}\n```"),
    },
    "daily-arxiv": {
        "before": (
            "<div id=toc></div>\n\n# Table of Contents\n\n- [{category}](#{category}) [Total: {votes}]",
            "<div id='{category}'></div>",
        ),
        "group": ("# {category}", "# {category}[[Back]](#toc)", "# [[Back]](#toc)"),
        "paper": ("### [{n}] {title}", "### [{n}] [{title}]({url}", "### [{title}]({url})", "### [] [{title}]({url})"),
        "line": (
            "*{authors}*", "* {authors} *", "Main category:", "Main category: {category}", "TL;DR:", "TLDR: {text}",
            "  <summary>Details</summary>", "<details>\n  <summary>Details</summary>", "Motivation: {text}",
            "Abstract: {text}\n  Method: {text}", "Result:{text}", "<eos> {text}", "</details>", "method: {text}",
        ),
    },
    "gpt-paper-assistant": {
        "before": (
            "| *[{title}]*   | Prompt   |\n|:---:|:---:|\n| **Token** | {votes} |", "Total relevant papers: {votes}",
            "Table of contents with paper titles:\n\n{n}. [{title}](#link{n})\n**Authors:** {authors}\n\n---",
        ),
        "digest": ("# Personalized Daily Arxiv Papers", "# Personalized Daily ArXiv Papers  {date}", "# {title}"),
        "paper": ("## {n}. [{title}]({url})", "## [{title}]({url})", "## {n}. {title}", "## {n}. [{title}]({url}) <a id="),
        "line": (
            "**ArXiv ID:** {id}", "**ArXiv ID:**", "**Authors:**{authors}", "**Relevance:** high", "**Relevance:** -1",
            "**Novelty:** 8/10", "**Comment:** {text} **Note:** {text}", "**Abstract:**", "**{label}**: {text}", "----",
        ),
        "after": ("---\n\n## Paper selection prompt\n{n}. {text}", "# Prompt\n\n## 1. [{title}]({url}) <a id=\"link1\"></a>"),
    },
    "daily-ai-papers": {
        "digest": ("## Papers for", "## Papers for {date} ", "## Papers", "## {title} for {date}"),
        "group": ("| Title | Authors | Summary | Link |\n|-------|---------|---------|------|", "|---|"),
        "paper": (
            "| {title}\n  {title} (Read more on [arXiv]({url}) or [HuggingFace]({url}))| {authors} | {text} |",
            "| {title} | {authors} | {text} | [Read more]({url}) |", "| {title} (Read more on [arXiv]({url}))||  |",
            "| {title} (Read more on [HF]({url}) or [arXiv]({url}))| {authors} | {text} | {text} |", "| {title} |",
            "|  |  |  |", "||||", "| {title} (Read more on [arXiv]({url})| {authors} | {text} |", "| {title} | {authors}",
        ),
    },
    "papers-of-the-week": {
        "before": ("- [{title} ({range})](./#{title})", "## {year}", "---"),
        "digest": (
            "## Top AI Papers of the Week ({range})", "## Top ML Papers of the week ({range}) - {year} ",
            "## Top AI Papers of the Week", "## Top AI Papers of the Week ({range} - {year}", "## Top AI Papers of the Week - {year}",
        ),
        "group": ("| **Paper**  | **Links** |\n| ------------- | ------------- |", "|Paper|Links|", "---"),
        "paper": (
            "| {n}) {title}  {text} | [Paper]({url}) |", "| {n}) {title} - {text} | [{label}]({url}), [Tweet]({url}) |",
            "| {n}) ****{title}**** - {text} | [Paper]({url})[Tweet)]({url}) |", "| **{title}** {text} |  |", "| {n}) |",
            "| {n}. **{title}** - {text} | {text} <br>● {label}: {text} | [{odd}]({url}) [Code]({url}) |", "| {n}) {title} | ",
            "| {n}) **{title}** - [{label}]({url}) <br><br>● {text} <br/> {text} | [Paper]({url})", "| {title} |",
        ),
    },
    "cv-arxiv-daily": {
        "before": ("> {text} [{label}](./{url})", "<details>\n  <summary>Table of Contents</summary>\n  <ol>\n</details>"),
        "digest": ("## Updated on", "## Updated on {date} ", "## Updated", "## updated on {date}"),
        "group": ("|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|", "## {category}", "|---|", "## "),
        "paper": (
            "|**{published}**|**{title}**|{authors}|[{id}]({url})|**[link]({url})**|", "|{published}|**{title}**|A|[]({url})|null|",
            "- {published}, **{title}**, {authors}, Paper: [{url}]({url})", "- {published}, {title}, A, Paper: [{url}]({url})",
            "- {published}, **{title}**, {authors}, Paper: [{url}]({url}), Code: **[{url}]({url})**",
            "|**{published}**|**{title}**|{authors}|[{id}]({url})|", "|**{date}**|**{title}**|{authors}|[{id}]({url})|null|null|",
        ),
        "after": ("<p align=right>(<a href=#updated-on-20240826>back to top</a>)</p>",),
    },
}  # fmt: skip

_NAME = re.compile(r"\{(\w+)(\??)\}")

_PARTS: Mapping[str, SearchStrategy[str]] = {
    "title": titles(),
    "url": urls(),
    "date": date_spellings(),
    "range": _sampled(_RANGES, ("June 31 - July 40", "June")),
    "year": _sampled(("2024", "2026", "0000")),
    "votes": _sampled(("0", "1", "34", "007", "-", "many", "9" * 30, "１")),
    "authors": author_lines(),
    "category": _sampled(("cs.CL", "Object Detection", "math.AG", "그룹", "a b")),
    "label": _sampled(_LABELS),
    "odd": _sampled(_ODD_LABELS),
    "text": section_texts(),
    "value": prose() | _sampled(("9", "8/10", "-1", "")),
    "alt": prose() | _sampled(("", "a ] b", "[a]")),
    "n": _sampled(("0", "1", "2", "10")),
    "id": _sampled(("2408.12637", "1706.03762v7", "2606.00001", "")),
    "copy": _sampled(("2408.12637", "1706.03762v7", "")),
    "published": _sampled(("2026-06-28", "2016-08-25", "")),
}


def _fill(draw: DrawFn, template: str, dialect: Dialect) -> str:
    """Fill a template with what may stand there."""
    pieces: list[str] = []
    at = 0
    for found in _NAME.finditer(template):
        pieces.append(template[at : found.start()])
        at = found.end()
        cell = next((cell for cell in dialect.cells if cell.name == found[1]), None)
        if found[2] and draw(st.booleans()):
            continue
        if found[1] == "title" and "{date}" in template and dialect.name in _DIGEST_TITLES:
            pieces.append(draw(_sampled(_DIGEST_TITLES[dialect.name])))
        elif found[1] in _PARTS:
            part = draw(_PARTS[found[1]])
            # A row with a line end is no row; that is damage of its own.
            pieces.append(part.replace("\n", " ") if dialect.cells else part)
        elif cell is not None:
            pieces.append(_fill_cell(draw, cell, dialect))
        else:
            pieces.append(draw(_PARTS["value"]))
    return "".join(pieces) + template[at:]


def _fill_cell(draw: DrawFn, cell: Cell, dialect: Dialect) -> str:
    """Fill a cell of a row: text, and what its own rules write."""
    items = [draw(prose())] if cell.kind is not None else []
    templates = [template for rule in cell.rules for template in rule.templates]
    if templates:
        for template in draw(st.lists(st.sampled_from(tuple(templates)), max_size=3)):
            items.append(_fill(draw, template, dialect).replace("\n", " "))
    return (cell.join or " ").join(items)


def _templates(rules: Iterable[Rule], *kinds: str) -> list[str]:
    """Return all that rules of some kinds write, with their labels in place."""
    found: list[str] = []
    for rule in rules:
        if rule.kind in kinds:
            wholes = [*rule.templates, *([rule.fix] if rule.fix else [])]
            labels = rule.labels or ("{label}",)
            found += [whole.replace("{label}", label) for whole in wholes for label in labels]
    return found


@cache
def _shapes(dialect: Dialect, place: str, *kinds: str) -> tuple[str, ...]:
    odd = [*ODD[""].get(place, ()), *ODD.get(dialect.name, {}).get(place, ())]
    sound = _templates(dialect.rules, *kinds)
    # Twice, as there are more odd shapes than sound ones, and fewer in the wild.
    return (*sound, *sound, *odd)


@st.composite
def plausible_texts(draw: DrawFn, dialect: Dialect, max_papers: int = 4) -> str:
    """Draw texts such as somebody wrote in a dialect, with their oddities.

    Args:
        draw: What Hypothesis hands in.
        dialect: The dialect.
        max_papers: The most papers to draw, for each heading.
    """
    blocks: list[str] = []

    def put(shapes: Sequence[str], least: int, most: int) -> None:
        if shapes:
            for shape in draw(st.lists(st.sampled_from(shapes), min_size=least, max_size=most)):
                blocks.append(_fill(draw, shape, dialect))

    heads = _shapes(dialect, "digest", "digest")
    lines = _shapes(
        dialect, "line", "votes", "authors", "category", "media", "field", "link", "section", "copy",
        "markup", "rule",
    )  # fmt: skip
    put(_shapes(dialect, "before"), 0, 2)
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 0)))):
        put(heads, 1, 1)
        for _ in range(draw(st.integers(0, max_papers))):
            put(_shapes(dialect, "group", "group", "skip"), 0, 1)
            put(_shapes(dialect, "paper", "paper"), 1, 1)
            if not dialect.cells:
                put(lines, 0, 6)
    put(_shapes(dialect, "after", "end"), 0, 2)
    gap = "\n" if dialect.cells else draw(st.sampled_from(("\n", "\n\n", "\n\n\n")))
    text = gap.join(blocks) + draw(st.sampled_from(("\n", "", "\n\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))))


@st.composite
def damaged(draw: DrawFn, sound: str | SearchStrategy[str], most: int = 1) -> str:
    """Draw texts with something wrong in them: put in, left out, replaced, cut off, said twice.

    Args:
        draw: What Hypothesis hands in.
        sound: A text, or what draws one.
        most: How many things may be wrong.
    """
    text = sound if isinstance(sound, str) else draw(sound)
    for _ in range(draw(st.integers(1, most))):
        text = _damage(draw, text)
    return text


def _damage(draw: DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    what = draw(
        st.sampled_from(("insert", "delete", "replace", "cut", "behead", "repeat", "end", "ends"))
    )
    match what:
        case "insert":
            return text[:at] + draw(st.characters() | _sampled(HOSTILE)) + text[at:]
        case "delete":
            return text[:at] + text[at + 1 :]
        case "replace":
            return text[:at] + draw(st.characters() | _sampled(HOSTILE)) + text[at + 1 :]
        case "cut":
            return text[:at]
        case "behead":
            return text[at:]
        case "repeat":
            start = text.rfind("\n", 0, at) + 1
            stop = text.find("\n", at) + 1 or len(text)
            return text[:stop] + text[start:stop] + text[stop:]
        case "end":
            stop = text.find("\n", at)
            end = draw(st.sampled_from(("\r\n", "\r", "\u2028", "\n\n", " ")))
            return text if stop < 0 else text[:stop] + end + text[stop + 1 :]
        case _:
            return text.replace("\n", draw(st.sampled_from(("\r\n", "\r", "\u2028", "\x85"))))


def texts_in(dialect: Dialect, max_papers: int = 4) -> SearchStrategy[str]:
    """Draw texts in a dialect, plausible ones and damaged ones.

    Args:
        dialect: The dialect.
        max_papers: The most papers to draw, for each heading.
    """
    plausible = plausible_texts(dialect, max_papers)
    return plausible | damaged(plausible, 4)


# Values


@cache
def _lines(min_size: int = 0) -> SearchStrategy[str]:
    """Draw stripped lines of any content."""
    lines = (prose() | hostile() | texts()).map(_flat)
    return lines.filter(bool) if min_size else lines


@cache
def _addresses() -> SearchStrategy[str]:
    """Draw what the constructors take for a URL: anything without white space."""
    return urls() | hostile().map(lambda text: "".join(text.split())).filter(bool)


@cache
def sections() -> SearchStrategy[Section]:
    """Draw any section."""
    return st.builds(
        Section,
        st.none() | _sampled(_LABELS) | _lines(1),
        (section_texts() | hostile() | texts()).map(str.strip),
    )


@cache
def media() -> SearchStrategy[Media]:
    """Draw any image or video."""
    return st.builds(Media, st.sampled_from(("image", "video")), _addresses(), _lines())


@cache
def fields() -> SearchStrategy[Field]:
    """Draw any field."""
    return st.builds(Field, _sampled(_LABELS) | _lines(1), _sampled(("9", "8")) | _lines())


@cache
def links() -> SearchStrategy[Link]:
    """Draw any link."""
    return st.builds(Link, _sampled(("Paper", "Code", "Tweet")) | _lines(), _addresses())


@cache
def votes() -> SearchStrategy[int]:
    """Draw any count of votes."""
    return st.integers(0, 200) | st.integers(0, 10**18 - 1)


@cache
def papers() -> SearchStrategy[Paper]:
    """Draw any paper that the constructors take."""
    return st.builds(
        Paper,
        titles() | _lines(),
        st.none() | _addresses(),
        st.none() | votes(),
        st.lists(_sampled(_NAMES) | _lines(1), max_size=3),
        st.none() | _lines(1),
        st.lists(media(), max_size=2),
        st.lists(sections(), max_size=3),
        st.lists(fields(), max_size=2),
        st.lists(links(), max_size=2),
        st.none() | st.dates(),
    )


@st.composite
def days(draw: DrawFn) -> tuple[date | None, date | None]:
    """Draw a day and a last day, either of which may not be known."""
    first = draw(st.none() | st.dates())
    if first is None or draw(st.booleans()):
        return first, None
    return first, draw(st.dates(min_value=first))


@st.composite
def digests(draw: DrawFn, max_papers: int = 3) -> Digest:
    """Draw any digest that the constructors take.

    Args:
        draw: What Hypothesis hands in.
        max_papers: The most papers to draw.
    """
    title = draw(st.none() | _sampled(("Daily Papers", "Papers")) | _lines(1))
    return Digest(title, *draw(days()), draw(st.lists(papers(), max_size=max_papers)))


# Values that a dialect can hold


@cache
def holds(dialect: Dialect) -> frozenset[str]:
    """Return the names that stand in what a dialect writes, and the kinds of its rules."""
    found: set[str] = set()
    cell_rules = [rule for cell in dialect.cells for rule in cell.rules]
    for rule in (*dialect.rules, *cell_rules):
        if rule.templates:
            found |= {rule.kind, f"{rule.media} media"} if rule.kind == "media" else {rule.kind}
            found |= {f"{rule.kind} {name}" for _, name in _names(rule)}
    for cell in dialect.cells:
        if cell.kind is not None:
            found.add(cell.kind)
    return frozenset(found)


def _names(rule: Rule) -> list[tuple[bool, str]]:
    """Return the names that all templates of a rule ask for (True), or some (False)."""
    asked = [{n[1] for n in _NAME.finditer(t) if not n[2]} for t in rule.templates]
    written = {n[1] for t in rule.templates for n in _NAME.finditer(t)}
    return [(all(name in names for names in asked), name) for name in sorted(written)]


def _asked(dialect: Dialect) -> set[str]:
    """Return the names without which a dialect can write no paper."""
    heads = [rule for rule in dialect.rules if rule.kind == "paper" and rule.templates]
    asked = [{name for always, name in _names(rule) if always} for rule in heads]
    return set.intersection(*asked)


def _some(item: SearchStrategy[Item], most: int = 2) -> SearchStrategy[list[Item]]:
    return st.lists(item, max_size=most)


def _none() -> SearchStrategy[list[Item]]:
    return st.just([])


@cache
def papers_in(dialect: Dialect, category: str | None = None) -> SearchStrategy[Paper]:
    """Draw papers that a dialect can plausibly hold.

    Args:
        dialect: The dialect.
        category: The category of the group that the paper stands in, if any.
    """
    held, asked = holds(dialect), _asked(dialect)
    general = dialect.name == "general"
    main = _sampled(_ARXIV_URLS if dialect.cells or general else _URLS)
    beside = _links_in(dialect)
    linked = st.tuples(main, beside)
    if "url" not in asked:
        linked |= st.tuples(st.none(), _none())

    if dialect.name == "general":
        linked = st.tuples(main, beside)  # a heading without link is a chapter to it

    least = 1 if "authors" in asked else 0
    whole = any(rule.separator is None for rule in dialect.rules if rule.templates)
    authors: SearchStrategy[list[str]] = _none()
    if "authors" in held or "paper authors" in held:
        names = _sampled(_NAMES[:3] if dialect.cells else _NAMES)
        authors = st.lists(names, min_size=least, max_size=1 if whole else 4, unique=True)

    own = "category" in held and "group" not in held
    pictures: SearchStrategy[list[Media]] = _none()
    if "image media" in held:
        image = st.builds(Media, st.just("image"), urls(), _sampled(("",), _PLAIN))
        images = st.lists(image, max_size=2, unique_by=lambda each: each.url)
        videos = _some(
            st.builds(Media, st.just("video"), urls()), 1 if "video media" in held else 0
        )
        pictures = st.tuples(images, videos).map(lambda both: both[0] + both[1])

    return st.builds(
        lambda title, linked, published, *rest: Paper(
            title, linked[0], *rest, links=linked[1], published=published
        ),
        _sampled(_PLAIN),
        linked,
        st.none() | st.dates() if "published" in held else st.none(),
        st.none() | st.integers(0, 999) if "votes" in held else st.none(),
        authors,
        st.none() | _sampled(("cs.CL", "cs.LG")) if own else st.just(category),
        pictures,
        _sections_in(dialect),
        _fields_in(dialect),
    )


def _sections_in(dialect: Dialect) -> SearchStrategy[list[Section]]:
    words = (prose() | section_texts()).map(str.strip)
    if dialect.cells or dialect.name == "general":
        words = _sampled(_PLAIN)
    if fixed := [label for rule in dialect.rules for label in rule.labels]:
        labels = st.sets(st.sampled_from(fixed)).map(
            lambda s: [each for each in fixed if each in s]
        )
        texts = st.lists(words, min_size=len(fixed), max_size=len(fixed))
        return st.builds(
            lambda *both: [Section(*each) for each in zip(*both, strict=False)], labels, texts
        )
    for cell in dialect.cells:
        if cell.kind == "section" and not cell.rules:
            return _some(st.builds(Section, st.just(cell.label), words), 1)
        if cell.kind == "section":
            first = st.builds(Section, st.just(cell.label), words)
            more = _some(st.builds(Section, st.none() | _sampled(_LABELS), words), 3)
            return st.builds(lambda one, others: [one, *others], first, more)
    if "section" not in holds(dialect):
        return _none()
    bare = any(
        rule.kind == "section" and rule.templates and "{label}" not in rule.templates[0]
        for rule in dialect.rules
    )
    bare = bare and dialect.name != "general"  # which knows no bounds between such sections
    label = _sampled(_LABELS[:6])
    return _some(st.builds(Section, st.none() | label if bare else label, words), 4)


def _fields_in(dialect: Dialect) -> SearchStrategy[list[Field]]:
    for cell in dialect.cells:
        if cell.kind == "field" and cell.label:
            return _some(st.builds(Field, st.just(cell.label), _sampled(("9", "A workshop"))), 1)
    if "field" not in holds(dialect):
        return _none()
    label = _sampled(("Relevance", "Novelty"))
    found = st.builds(Field, label, _sampled(("9", "10", "3.5")))
    return st.lists(found, max_size=2, unique_by=lambda field: field.label)


def _links_in(dialect: Dialect) -> SearchStrategy[list[Link]]:
    if "link" not in holds(dialect):
        return _none()
    label = _sampled(("Code", "Tweet", "HuggingFace", "Paper 2", "link"))
    found = st.builds(Link, label, _sampled(_OTHER_URLS))
    return st.lists(found, max_size=2, unique_by=lambda link: link.url)


@cache
def digests_in(dialect: Dialect, max_papers: int = 3) -> SearchStrategy[Digest]:
    """Draw digests that a dialect can plausibly hold.

    Args:
        dialect: The dialect.
        max_papers: The most papers to draw, of each group.
    """
    held = holds(dialect)
    title: SearchStrategy[str | None] = st.none()
    first: SearchStrategy[date | None] = st.none()
    length: SearchStrategy[int | None] = st.none()
    if "digest" in held:
        title = _sampled(_DIGEST_TITLES.get(dialect.name, ("Reading List",)))
        if "digest range" in held:
            length = st.integers(0, 30)
        if "digest range" in held or "digest date" in held:
            first = st.dates(date(1990, 1, 1), date(2050, 1, 1))
    groups = [papers_in(dialect)]
    if "group" in held:
        groups = [papers_in(dialect, each) for each in ("cs.CL", "Detection")]
    return st.builds(
        lambda title, first, days, *items: Digest(
            title,
            first,
            first + timedelta(days) if first and days is not None else None,
            [paper for group in items for paper in group],
        ),
        title,
        first,
        length,
        *(st.lists(each, max_size=max_papers) for each in groups),
    )


@cache
def dialects() -> SearchStrategy[Dialect]:
    """Draw a built-in dialect."""
    return st.sampled_from(builtin_dialects())
