"""What edits of found layouts write exactly, and which of them are refused."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, DigestWriteError, Paper, Section, parse_digest, serialize_digest
from tests.edits import edits_of
from tests.units.invented import texts_in_html, texts_of_units
from tests.units.layouts import LAYOUTS

_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")


def _layout(entry: str, last: str = "") -> tuple[str, ...]:
    """Return the head of a text, and the text of each of its papers."""
    return (
        "# Nests\n\n",
        *(
            entry.format(title=title, url=f"https://arxiv.org/abs/2501.0000{n}", n=n)
            for n, title in enumerate(_TITLES, 1)
        ),
        last,
    )


#: Layouts, the end of the line of the second title, and what votes add there.
_CASES = {
    "items": (_layout("- [{title}]({url})\n  They do so.\n"), ")\n", "  - **Votes:** 9\n"),
    "numbers": (
        _layout("{n}. **[{title}]({url})** by Ada Byron, Carl Gauss\n   They do so.\n\n"),
        "Gauss\n",
        "   - **Votes:** 9\n",
    ),
    "headings": (_layout("## {title}\n\n{url}\n\nThey do so.\n\n"), "s\n", "\n**Votes:** 9\n"),
    "labels": (
        _layout("## {title}\n\n**Link:** {url}\n\n**Idea:** They do so.\n\n"),
        "s\n",
        "\n**Votes:** 9\n",
    ),
    "signs": (
        _layout("📄 **{title}** (⭐ 32)\n👥 Ada Byron, Carl Gauss\n🔗 {url}\n💡 They do so.\n\n"),
        "0002\n",
        "\n**Votes:** 9\n\n",
    ),
    "underlines": (
        _layout("{title}\n------\n[pdf]({url})\n\nThey do so.\n\n"),
        ")\n",
        "\n**Votes:** 9\n",
    ),
    "items in items": (
        _layout("* **{title}**\n  * Link: <{url}>\n  * Idea: They do so.\n"),
        "**\n",
        "  * Votes: 9\n",
    ),
    "bold lines": (
        _layout("**{title}**\n\n{url}\n\nThey do so.\n\n"),
        "**\n",
        "\n**Votes:** 9\n",
    ),
    "headings in HTML": (
        _layout('<h3><a href="{url}">{title}</a></h3>\n\nThey do so.\n\n'),
        "</h3>\n",
        "\n**Votes:** 9\n",
    ),
    "summaries": (
        _layout(
            "<details>\n<summary><b>{title}</b></summary>\n\n- [Link]({url})\n\nThey do so.\n"
            "</details>\n\n"
        ),
        "</summary>\n",
        "\n**Votes:** 9\n",
    ),
}
_each_case = pytest.mark.parametrize(("parts", "end", "votes"), _CASES.values(), ids=_CASES)


@_each_case
def test_votes_section_text_and_removal(parts: tuple[str, ...], end: str, votes: str) -> None:
    """Each edit changes its value, and every other byte stays."""
    head, first, second, third, last = parts
    digest = parse_digest("".join(parts))
    old = digest.papers[1]
    at = second.index(end) + len(end)
    assert serialize_digest(digest.replace_paper(old, votes=9)) == "".join(
        (head, first, second[:at], votes, second[at:], third, last)
    )
    (section,) = old.sections
    text = section.text.replace("They do so.", "They do not.")
    assert text != section.text
    edited = old.replace_section(section, text=text)
    assert serialize_digest(
        digest.replace(papers=[digest.papers[0], edited, digest.papers[2]])
    ) == ("".join((head, first, second.replace("They do so.", "They do not."), third, last)))
    # Its number follows.
    assert serialize_digest(digest.remove(old)) == "".join(
        (head, first, re.sub(r"\A3\.", "2.", third), last)
    )


def _refused(name: str) -> Iterator[str]:
    """Yield the kinds of common edits of the second paper of a layout that are refused."""
    digest = parse_digest(LAYOUTS[name].text)
    old = digest.papers[1 if len(digest.papers) > 1 else 0]
    edits = {
        "title": digest.replace_paper(old, title="Dropout, Again"),
        "votes": digest.replace_paper(old, votes=9),
        "section": digest.replace_paper(old, sections=[*old.sections, Section(text="They do so.")]),
    }
    if len(digest.papers) > 1:
        edits["removal"] = digest.remove(old)
    yield from (kind for kind, edited in edits.items() if _written(edited) is None)


def _written(digest: Digest) -> str | None:
    """Return the text of a digest, or ``None`` if it is refused."""
    try:
        return serialize_digest(digest)
    except DigestWriteError:
        return None


def test_most_edits_of_layouts_are_written() -> None:
    """Few edits are refused, such as votes if rows or HTML have no place for them."""
    refused = Counter(kind for name in LAYOUTS for kind in _refused(name))
    most = {"title": 2, "votes": 24, "section": 43, "removal": 1}
    assert refused <= Counter(most), "more edits are refused"


class _Elements(HTMLParser):
    """Finds the names of elements that are not closed, or closed without being open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: dict[str, int] = {}
        self.alone: set[str] = set()
        self.seen: set[str] = set()
        self.feed(text)
        self.close()
        self.alone |= {name for name, count in self.opened.items() if count}

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        self.opened[tag] = self.opened.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        self.seen.add(tag)
        if self.opened.get(tag):
            self.opened[tag] -= 1
        else:
            self.alone.add(tag)


@given(texts_of_units() | texts_in_html(), st.data())
def test_elements_stay_closed(text: str, data: st.DataObject) -> None:
    """No edit of a paper, or of the list of papers, leaves an element of HTML open or torn."""
    digest = parse_digest(text, dialect="general")
    if not digest.papers or digest.dialect is None:
        return
    index = data.draw(st.integers(0, len(digest.papers) - 1))
    papers = list(digest.papers)
    new = Paper("A New Thing", "https://arxiv.org/abs/2401.00009")
    one = data.draw(st.sampled_from(list(edits_of(text, papers[index], digest.dialect)))).paper
    edited = data.draw(
        st.sampled_from(
            [
                [*papers[:index], one, *papers[index + 1 :]],
                [*papers[:index], *papers[index + 1 :]],
                [*papers[:index], new, *papers[index:]],
                papers[::-1],
                [*papers[1:], papers[0]],
            ]
        )
    )
    written = _written(attrs.evolve(digest, papers=edited))
    if written is not None:
        before = _Elements(text)
        assert _Elements(written).alone & before.seen <= before.alone
