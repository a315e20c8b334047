"""Tables whose header says that the rows are papers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from paperdigest._dialects.general._heads import chapters, digests, first, groups
from paperdigest._dialects.general._shapes import (
    BETWEEN_AUTHORS,
    DESCRIPTION,
    NAME,
    STARS,
    TARGET,
    TEXT,
)
from paperdigest._dialects.general._words import (
    AUTHORS,
    CATEGORY,
    LINKS,
    PAPER,
    PAPER_HOST,
    SECTIONS,
    VOTES,
    any_of,
)
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import URL, proven
from paperdigest._grammar.rules import Cell, Rule

_TABLE = re.compile(r"^\|([^\n]*)\n[ \t]*\|[ \t:|]*-[ \t:|-]*$", re.MULTILINE)
_MOST_HEADERS, _MOST_COLUMNS = 4, 16
_HEADER = r"\|[^\n]*\n[ \t]*\|[ \t:|]*-[ \t:|-]*$"
_CELL = r"(?:[^|\\\n]|\\[^\n])*+"

_COLUMNS = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        "number": r"#|no\.?|nr\.?|idx|index|序号|번호|番号|",
        "title": r"(?:paper(?:['’]s)? )?title|papers?(?: name)?|论文(?:标题|题目|名称?)?|标题|题目"
        r"|제목|논문(?:명| ?제목)?|タイトル|論文(?:名|タイトル)?",
        "authors": rf"{AUTHORS}|first author|author list",
        "votes": rf"{VOTES}|👍|⬆\ufe0f?|🔼|❤\ufe0f?",
        "paper": rf"{PAPER}|{LINKS}",
        "links": r"codes?|github|repo(?:sitory)?|projects?(?: page)?|website|homepage|demo|代码|项目|코드|コード",
        "category": CATEGORY,
        "section": SECTIONS,
    }.items()
}
#: The cells that hold one value each.
_VALUES = {
    "number": _CELL,
    "title": "",
    "authors": f"(?P<authors>{_CELL})",
    "votes": r"[^|\n0-9]*+(?P<votes>[0-9]*+)[^|\n]*+",
    "category": f"(?P<category>{_CELL})",
}
_TITLE_CELLS = (
    r"(?:\*\*(?=[^*|\n]*+\*\*))?(?P<title>(?:(?!\*\*[ \t]*+\|)(?:[^|\\\n]|\\[^\n]))*+)(?:\*\*)?(?P<more>)",
    rf"{STARS}\[(?P<title>{TEXT})\]\({TARGET}\){STARS}(?P<more>{_CELL})",
)
_SPEAKS_OF_PAPERS = re.compile(
    any_of("paper", "arxiv", "abstract", AUTHORS, "论文", "논문", "論文")
)


def tabled(head: str) -> Iterator[Dialect]:
    """Yield a dialect for each table whose header says that its rows are papers.

    Args:
        head: The first part of a text, with plain line ends.
    """
    seen = dict.fromkeys(found[1].strip().removesuffix("|") for found in _TABLE.finditer(head))
    for header in islice(seen, _MOST_HEADERS):
        dialect = rows(tuple(re.sub(r"[*_`]", "", header).split("|")))
        if dialect is not None:
            yield dialect


@lru_cache(maxsize=16)
@proven()
def rows(header: tuple[str, ...]) -> Dialect | None:
    """Return the dialect of tables with these columns, or ``None`` where no rows of papers are meant.

    Example:
        >>> dialect = rows(("Paper", "Authors", "Notes"))
        >>> [cell.label for cell in dialect.cells if cell.label]
        ['Notes']
        >>> rows(("Option", "Meaning")) is None
        True
    """
    labels = [label.strip() for label in header]
    kinds = [_kind_of(label) for label in labels]
    if (
        len(kinds) > _MOST_COLUMNS
        or kinds.count("title") != 1
        or not {"authors", "paper", "section"} & set(kinds)
    ):
        return None
    cells: list[Cell] = []
    read: list[str] = []
    written: list[str] = []
    for index, (label, kind) in enumerate(zip(labels, kinds, strict=True)):
        name = f"cell{index}" if kind not in _VALUES or kind in kinds[:index] else kind
        if name in _VALUES:
            read.append(_VALUES[name])
            written.append("{n}" if name == "number" else f"{{{name}?}}")
        else:
            read.append(rf"(?P<{name}>[^\n]*)" if kind == "section" else rf"(?P<{name}>{_CELL})")
            written.append(f"{{{name}?}}")
            cells.append(_cell(name, label, kind))
    sure = any(map(_SPEAKS_OF_PAPERS.fullmatch, labels))
    shown = "" if sure else rf"(?=[^\n]*{PAPER_HOST})"
    title = kinds.index("title")
    rules = [Rule("skip", pattern=_HEADER, level=8)]
    for linked in (True, False):
        read[title] = _TITLE_CELLS[linked]
        written[title] = "[{title?}]({url})" if linked else "{title}"
        row = r"[ \t]*+\|[ \t]*+".join(read)
        rules.append(
            Rule(
                "paper",
                "| " + " | ".join(written) + " |",
                pattern=rf"\|(?![ \t:|-]*$){shown}[ \t]*+{row}(?:\|[ \t]*$|(?<![|\s])[ \t]*$)",
                separator=BETWEEN_AUTHORS,
                level=8,
            )
        )
    cells.append(Cell("more", rules=_links(main=False), join=", "))
    rules = [*first(), *chapters(), *rules, *digests(), *groups()]
    return Dialect(NAME, rules, cells=cells, description=DESCRIPTION)


def _kind_of(label: str) -> str:
    return next((kind for kind, words in _COLUMNS.items() if words.fullmatch(label)), "field")


def _links(*, main: bool) -> list[Rule]:
    return [
        Rule(
            "link",
            "[{label?}]({url})",
            pattern=rf"\[(?P<label>[^\[\]\n]*+)\]\((?P<url>(?!#){URL})\)",
            main=main,
        ),
        Rule("link", pattern=r"<?(?P<url>https?://[^\s<>|]++)>?", main=main),
    ]


def _cell(name: str, label: str, kind: str) -> Cell:
    if kind == "paper":
        return Cell(name, rules=_links(main=True), join=", ", main="", main_label=label)
    if kind == "links":
        return Cell(name, rules=_links(main=False), join=", ")
    return Cell(name, kind="section" if kind == "section" else "field", label=label or "-")
