"""The plainest scripts that a consumer writes: regular expressions that make dictionaries.

Each parses the house style of one family and no more: no damage, no places, nothing to write back.
They are written to be fast. They stay as they are, so their time is a yardstick: `ONCE` says what
`parse_digest` took by it before it was made faster. Figures that rise when parsing gets faster
count from there. `once` measures it again on other machines.
"""

import ast
import re
from collections.abc import Callable, Mapping

#: The time of `parse_digest` by that of the script of a family, CPython 3.11, November 2026.
#: That of one paper is for daily-papers texts of one paper each.
ONCE = {
    "daily-papers": 0.77,
    "one paper": 1.5,
    "papers-of-the-week": 1.72,
    "cv-arxiv-daily": 2.01,
    "first parse": 0.575,  # by the time of importing what it needs
}

_DATE = re.compile(r"^## .*\((.*)\)", re.MULTILINE)
_HEAD = re.compile(r"\[(.*)\]\((\S+)\)")
_VOTES = re.compile(r"^Vote: (\d+)", re.MULTILINE)
_AUTHORS = re.compile(r"^Authors: (.*)", re.MULTILINE)
_IMAGE = re.compile(r"^!\[(.*)\]\((\S+)\)$", re.MULTILINE)
_VIDEO = re.compile(r"""^(?:\[Watch Video\]\(|<video src=["'])([^"')]+)""", re.MULTILINE)
_LABEL = re.compile(r"\*+([^*]+?)(?:\*+:|:\*+)")
_END = re.compile(r"\n##? ")


def read(text: str) -> dict[str, object]:
    """Read a digest in the daily-papers style."""
    date = _DATE.search(text)
    papers: list[dict[str, object]] = []
    for block in text.split("\n### ")[1:]:
        body, *bullets = _END.split(block, 1)[0].split("\n- ")
        head, votes, authors = _HEAD.match(body), _VOTES.search(body), _AUTHORS.search(body)
        if not head:
            continue
        names = authors[1].strip() if authors else ""
        media = [{"kind": "image", "url": url, "alt": alt} for alt, url in _IMAGE.findall(body)]
        media += [{"kind": "video", "url": url, "alt": ""} for url in _VIDEO.findall(body)]
        sections: list[dict[str, object]] = []
        for bullet in bullets:
            label = _LABEL.match(bullet)
            sections.append(
                {
                    "label": label[1].strip() if label else None,
                    "text": (bullet[label.end() :] if label else bullet).strip(),
                }
            )
        papers.append(
            {
                "title": head[1].strip(),
                "url": head[2],
                "votes": int(votes[1]) if votes else None,
                "authors": ast.literal_eval(names)
                if names.startswith("[")
                else [name.strip() for name in names.split(",") if name.strip()],
                "media": media,
                "sections": sections,
            }
        )
    return {"date": date[1] if date else None, "papers": papers}


_WEEK = re.compile(r"^## .* of the Week \((.*?)\)(?: - (\d{4}))?$", re.MULTILINE)
_WEEK_ROW = re.compile(r"^\| \d+\) \*+(.*?)\*+ - (.*)\| (.*) \|$", re.MULTILINE)
_POINT = re.compile(r" *<br>● ")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")


def read_weeks(text: str) -> list[dict[str, object]]:
    """Read tables in the papers-of-the-week style."""
    found: list[dict[str, object]] = []
    for block in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        week = _WEEK.match(block)
        if not week:
            continue
        papers: list[dict[str, object]] = []
        for row in _WEEK_ROW.finditer(block):
            prose, *points = _POINT.split(row[2])
            sections: list[dict[str, object]] = [{"label": None, "text": prose.strip()}]
            for point in points:
                label, colon, rest = point.partition(":")
                sections.append(
                    {
                        "label": label.strip() if colon else None,
                        "text": (rest if colon else point).strip(),
                    }
                )
            links = [{"label": label, "url": url} for label, url in _LINK.findall(row[3])]
            papers.append({"title": row[1].strip(), "sections": sections, "links": links})
        found.append({"range": week[1], "year": week[2], "papers": papers})
    return found


_ROW = re.compile(
    r"^\|\*\*([\d-]+)\*\*\|\*\*(.*)\*\*\|([^|]*)\|\[([^\]]*)\]\(([^)]*)\)\|(.*)\|$", re.MULTILINE
)


def read_rows(text: str) -> list[dict[str, object]]:
    """Read tables in the cv-arxiv-daily style."""
    papers: list[dict[str, object]] = []
    for block in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        category = block.partition("\n")[0].removeprefix("## ").strip()
        for row in _ROW.finditer(block):
            links = [{"label": label, "url": url} for label, url in _LINK.findall(row[6])]
            papers.append(
                {
                    "category": category,
                    "published": row[1],
                    "title": row[2].strip(),
                    "authors": row[3].strip(),
                    "id": row[4],
                    "url": row[5],
                    "links": links,
                }
            )
    return papers


#: The scripts, by the names in `ONCE`.
SCRIPTS: Mapping[str, Callable[[str], object]] = {
    "daily-papers": read,
    "one paper": read,
    "papers-of-the-week": read_weeks,
    "cv-arxiv-daily": read_rows,
}
