"""Strategies for texts of invented units: papers that are all written in the same shape."""

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_WORDS = [
    "Rivers",
    "Small",
    "Networks",
    "of",
    "Otters",
    "that",
    "Listen",
    "Über",
    "河流",
    "in",
    "Rain",
]
_NAMES = ["Ada Byron", "Emmy North", "Carl Frost", "Núria Vale", "Hugo van Lind", "王小明"]
_HOSTS = [
    "https://arxiv.org/abs/2408.{}",
    "https://openreview.net/forum?id={}",
    "https://aclanthology.org/{}",
    "https://example.org/{}.pdf",
]
_MARKS = [
    "- ",
    "* ",
    "  - ",
    "{n}. ",
    "# ",
    "## ",
    "### ",
    "### {n}. ",
    "#### ",
    "",
    "> ",
    "- [ ] ",
]
_HEADS = [
    "[{t}]({u})",
    "**[{t}]({u})**",
    "**{t}** [[pdf]({u})]",
    "{t} [[paper]]({u})",
    "<{u}|{t}>",
    "{t}",
    "**{t}**",
    "{a}. [{t}]({u})",
    '{a}. "{t}". [[pdf]({u})]',
    "[arXiv 2024]({u}) {t}",
    "[2024/03] **{t}** *{a}*",
    '<a href="{u}">{t}</a>',
    "**Title**: {t}",
    "[code](https://github.com/a/b) [{t}]({u})",
    "[ICML](https://example.org/icml) - [{t}]({u})",
    "Topic {n}: [{t}]({u})",
    "![new](a.png) [code](https://github.com/a/b) [{t}]({u})",
    "🔥 [ICML 2024] {t} [[pdf]({u})]",
    "**North**: [{t}]({u})",
    "2024-03-04 | {t} | [pdf]({u})",
]
_AFTER = ["", " (2024-08-26)", " - {a}", ", {a} (2024)", " *{a}*", " ({n})", "  "]
_BELOW = [
    "**Authors:** {a}",
    "- **Link**: {u}",
    "  - {a}",
    "*{a}*",
    "[PDF]({u}) | [Code](https://github.com/a/b)",
    "👍 {n}",
    "**Votes:** {n},345",
    "",
    "Some words on it.",
    "**Idea**: It is short.",
    "![](a.png)",
    "<br>",
]
_BETWEEN = ["", "\n", "---\n", "\n## North\n\n", "Words between.\n\n"]
_ABOVE = [
    "",
    "# Notes, 2024-08-26\n\n",
    "---\ndate: 2024-08-26\n---\n\n",
    "Notes\n=====\n\n",
    "Hello.\n\n",
]
_BELOW_ALL = [
    "",
    "\n## License\n\nMIT\n",
    "\n[x]: https://arxiv.org/abs/2408.12637\n",
    "\nThe end.",
]


@attrs.frozen
class _Values:
    """The values of one paper."""

    title: str
    url: str
    names: str
    number: int


_values = st.builds(
    _Values,
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7).map(" ".join),
    st.builds(str.format, st.sampled_from(_HOSTS), st.integers(10_000, 99_999)),
    st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3).map(", ".join),
    st.integers(0, 999),
)


@st.composite
def texts_of_units(draw: st.DrawFn) -> str:
    """Draw a text whose papers are all written alike, with a few lines left out."""
    mark, head = draw(st.sampled_from(_MARKS)), draw(st.sampled_from(_HEADS))
    lines = [
        mark + head + draw(st.sampled_from(_AFTER)),
        *draw(st.lists(st.sampled_from(_BELOW), max_size=4)),
    ]
    between = draw(st.sampled_from(_BETWEEN))
    out = [draw(st.sampled_from(_ABOVE))]
    for each in draw(st.lists(_values, min_size=1, max_size=5)):
        kept = [line for at, line in enumerate(lines) if not at or draw(st.integers(0, 5))]
        shape = "\n".join(kept) + "\n" + between
        filled = {"t": each.title, "u": each.url, "a": each.names, "n": each.number}
        for name, value in filled.items():
            shape = shape.replace(f"{{{name}}}", str(value))
        out.append(shape)
    text = "".join(out) + draw(st.sampled_from(_BELOW_ALL))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def rows() -> SearchStrategy[str]:
    """Draw a text whose papers are the rows of a table."""
    headers = st.lists(
        st.sampled_from(["Title", "Paper", "Authors", "Venue", "Code", "#", "論文", "Votes", ""]),
        min_size=1,
        max_size=5,
    )
    cells = [
        "[{t}]({u})",
        "{t}",
        "{a}",
        "[pdf]({u})",
        "{n}",
        "{n},345",
        "-",
        "[![x](a.svg)]({u})",
        "**{t}**",
        "",
    ]
    return st.builds(
        _table,
        headers,
        st.lists(st.sampled_from(cells), min_size=5, max_size=5),
        st.lists(_values, min_size=1, max_size=4),
    )


def _table(headers: list[str], cells: list[str], papers: list[_Values]) -> str:
    size = len(headers)
    lines = [headers, ["---"] * size]
    for each in papers:
        row = cells[:size]
        row = [
            cell.replace("{t}", each.title)
            .replace("{u}", each.url)
            .replace("{a}", each.names)
            .replace("{n}", str(each.number))
            for cell in row
        ]
        lines.append(row)
    return "# Rows\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in lines)


_ELEMENTS = [
    "<details>\n<summary>{}</summary>\n\n{}\n</details>\n\n",
    "<details>\n<summary>\n<b>{}</b>\n</summary>\n\n{}\n</details>\n\n",
    "<div>\n<h3>{}</h3>\n{}\n</div>\n\n",
    "<h3>{}</h3>\n\n{}\n\n",
    "<li>{}<br>\n{}</li>\n",
    "<p>\n{}\n<br/>\n{}\n</p>\n\n",
    "<tr>\n<td>{}</td>\n<td>{}</td>\n</tr>\n",
]
_IN_ELEMENTS = [
    '<a href="{u}">arXiv</a>',
    "<p>{a}</p>",
    "- Authors: {a}",
    "- [Link]({u})",
    "<i>{a}</i>",
    "Some words on it.",
    "<em>ICML 2024</em>",
]


@st.composite
def texts_in_html(draw: st.DrawFn) -> str:
    """Draw a text whose papers are elements of HTML, all of which are closed."""
    head = draw(st.sampled_from(["{t}", "<b>{t}</b>", '<a href="{u}">{t}</a>', "[{n}] {t}"]))
    below = "\n".join(draw(st.lists(st.sampled_from(_IN_ELEMENTS), min_size=1, max_size=3)))
    shape = draw(st.sampled_from(_ELEMENTS)).format(head, below)
    papers = [
        shape.replace("{t}", each.title)
        .replace("{u}", each.url)
        .replace("{a}", each.names)
        .replace("{n}", str(each.number))
        for each in draw(st.lists(_values, min_size=1, max_size=4))
    ]
    text = draw(st.sampled_from(_ABOVE)) + "".join(papers)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
