"""The plainest script that a consumer writes: regular expressions that give dictionaries.

It reads the house style of daily papers and no more: no other family, no damage, no places, and
nothing can be written back. It is written to be fast.
"""

import ast
import re

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
