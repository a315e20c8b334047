"""What is between papers when these change places: separators, and tags of elements around them."""

import pytest

from paperdigest import Digest, Paper, parse_digest, serialize_digest

_PAPERS = (("Deep Rivers Remember Their Old Shores", "Ann Bo, Cy Do", 12), ("Counting Stones", "Ed Fo", 3), ("Slow Otters", "Gil Hu", 7))  # fmt: skip
_NEW = Paper("Quick Foxes", "https://arxiv.org/abs/2502.00009", authors=("Zed Yu",))


def _items(form: str) -> list[str]:
    return [
        form.format(title=title, url=f"https://arxiv.org/abs/2502.0000{n}", name=name, votes=votes)
        for n, (title, name, votes) in enumerate(_PAPERS)
    ]


ROW = '<tr><td><a href="{url}">{title}</a></td><td>{name}</td><td>{votes}</td></tr>'
LAYOUTS = {
    "votes": ("- [{title}]({url}) by {name} :+1: {votes}", "", "\n", "\n"),
    "items": ('<li><a href="{url}">{title}</a> by {name}</li>', "<ul>\n", "\n", "\n</ul>\n"),
    "items, then words": (
        '<li><a href="{url}">{title}</a> by {name}</li>',
        "<ul>\n",
        "\n",
        "\n</ul>\n<p>Thanks for reading.</p>\n",
    ),
    "rows": (ROW, "<table>\n", "\n", "\n</table>\n"),
    "marked rows": (ROW.replace("{votes}", "<b>{votes}</b>"), "<table>\n", "\n", "\n</table>\n"),
    "rows of lines": (
        '    <td><a href="{url}">{title}</a></td>\n    <td>{name}</td>\n    <td>{votes}</td>',
        "<table>\n  <tr>\n",
        "\n  </tr>\n  <tr>\n",
        "\n  </tr>\n</table>\n",
    ),
    "cards": (
        '<h3><a href="{url}">{title}</a></h3>\n<p>{name}</p>',
        '<div class="paper">\n',
        '\n</div>\n<div class="paper">\n',
        "\n</div>\n",
    ),
}


@pytest.fixture(name="layout", params=LAYOUTS)
def _layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _text(layout: str, order: list[int]) -> str:
    form, head, between, tail = LAYOUTS[layout]
    bare = form.replace("<b>{votes}</b>", "").replace("{votes}", "")
    new = bare.format(title=_NEW.title, url=_NEW.url, name=_NEW.authors[0])
    items = [*_items(form), new]
    return f"# Reading, 2025-02-17\n\n{head}{between.join(items[at] for at in order)}{tail}"


def _digest(layout: str) -> Digest:
    return parse_digest(_text(layout, [0, 1, 2]))


def test_papers_change_places_with_all_that_is_theirs(layout: str) -> None:
    """A reversal moves what no rule reads on the line of a paper, and no tag around the papers."""
    digest = _digest(layout)
    assert [paper.title for paper in digest.papers] == [title for title, _, _ in _PAPERS]
    written = serialize_digest(digest.replace(papers=digest.papers[::-1]))
    assert written == _text(layout, [2, 1, 0])


@pytest.mark.parametrize("index", [1, 2])
def test_a_paper_goes_with_all_that_is_its_own(layout: str, index: int) -> None:
    """Its votes go too; the tags around the papers stay, once each."""
    digest = _digest(layout)
    written = serialize_digest(digest.remove(digest.papers[index]))
    assert written == _text(layout, [at for at in range(3) if at != index])


@pytest.mark.parametrize("index", [0, 1, 3])
@pytest.mark.parametrize("name", [name for name in LAYOUTS if name != "votes"])
def test_a_paper_comes_where_papers_are(name: str, index: int) -> None:
    """A new paper goes into the list, and into an element of its own where each is in one."""
    order = [0, 1, 2]
    order.insert(index, 3)
    assert serialize_digest(_digest(name).insert(index, _NEW)) == _text(name, order)


def test_a_new_paper_takes_nothing_from_the_one_above() -> None:
    """What no rule reads on the line of a paper stays there."""
    written = serialize_digest(_digest("votes").insert(1, _NEW)).splitlines()
    assert written.pop(3).startswith("- [Quick Foxes]")
    assert written == _text("votes", [0, 1, 2]).splitlines()


def test_lists_that_are_apart_stay_apart() -> None:
    """Tags between two lists are no separator where other papers have a plain one."""
    first, second, third = _items('<li><a href="{url}">{title}</a> by {name}</li>')
    fourth = first.replace("Deep Rivers Remember Their Old Shores", "Still Lakes").replace(
        "00000", "00008"
    )
    text = f"# Reading, 2025-02-17\n\n<ul>\n{first}\n</ul>\n\n<ul>\n{second}\n{third}\n{fourth}\n</ul>\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.remove(digest.papers[1]))
    assert written == text.replace(f"{second}\n", "")
