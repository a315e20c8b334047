"""Numbers before titles in texts of no family: which count the papers, and how others are written."""

import pytest

from paperdigest import DigestWriteError, Paper, parse_digest, serialize_digest

_OLD = [
    Paper(title, f"https://arxiv.org/abs/2502.1111{at}")
    for at, title in enumerate(("Deep Rivers", "Counting Stones", "Slow Otters Win"))
]
_NEW = Paper("Quick Foxes Jump", "https://arxiv.org/abs/2503.99999")


def _listed(entry: str, numbers: str, papers: list[Paper]) -> str:
    """Return a list of papers with these numbers."""
    return "# Nests\n\n" + "\n".join(
        entry.format(n=n, title=paper.title, url=paper.url)
        for n, paper in zip(numbers.split(), papers, strict=False)
    )


#: Entries of lists whose numbers count, their numbers, and those of one paper more.
_COUNTING = {
    "list": ("{n}. **[{title}]({url})**\n", "1 2 3", "1 2 3 4"),
    "from zero": ("- [{n}] **[{title}]({url})**\n", "0 1 2", "0 1 2 3"),
    "two digits": ("{n}. **[{title}]({url})**\n", "01 02 03", "01 02 03 04"),
    "down": ("{n}. **[{title}]({url})**\n", "3 2 1", "4 3 2 1"),
    "continued": ("{n}. **[{title}]({url})**\n", "11 12 13", "11 12 13 14"),
    "hash": ("### #{n} {title}\n\n{url}\n", "1 2 3", "1 2 3 4"),
    "words": ("## Paper {n}: {title}\n\n{url}\n", "1 2 3", "1 2 3 4"),
    "bold": ("**{n}** **[{title}]({url})**\n", "1 2 3", "1 2 3 4"),
    "circled": ("### {n} {title}\n\n{url}\n", "① ② ③", "① ② ③ ④"),
    "Chinese": ("## {n}、{title}\n\n{url}\n", "一 二 三", "一 二 三 四"),
    "Chinese, of a paper": ("## 第{n}篇：{title}\n\n{url}\n", "一 二 三", "一 二 三 四"),
    "keys": ("## {n} {title}\n\n{url}\n", "1️⃣ 2️⃣ 3️⃣", "1️⃣ 2️⃣ 3️⃣ 4️⃣"),
    "headings in HTML": ('<h3>{n}. <a href="{url}">{title}</a></h3>\n', "1 2 3", "1 2 3 4"),
}


@pytest.mark.parametrize(("entry", "numbers", "more"), _COUNTING.values(), ids=_COUNTING)
def test_numbers_that_count_follow(entry: str, numbers: str, more: str) -> None:
    """Numbers follow in their own signs when papers come, go and move."""
    digest = parse_digest(_listed(entry, numbers, _OLD))
    old = _OLD[: len(digest.papers)]
    added = [*old[:1], _NEW, *old[1:]]
    assert serialize_digest(digest.insert(1, _NEW)) == _listed(entry, more, added)
    reverse = digest.replace(papers=digest.papers[::-1])
    assert serialize_digest(reverse) == _listed(entry, numbers, old[::-1])


#: The start of entries, numbers that do not count, and whether an entry can be without one.
_OTHERS = {
    "years in parentheses": ("- ({n})", "2023 2024 2025", True),
    "years with points": ("- {n}.", "2023 2024 2025", False),
    "years with dashes": ("- {n} -", "2023 2024 2025", False),
    "years in brackets": ("- [{n}]", "2023 2024 2025", True),
    "years with colons": ("- {n}:", "2025 2024 2023", False),
    "years in no order": ("- ({n})", "2024 2023 2025", True),
    "one year": ("- ({n})", "2024", True),
    "two of another list": ("- [{n}]", "12 13", False),
    "with a gap": ("- [{n}]", "1 2 4", False),
}


@pytest.mark.parametrize(("start", "numbers", "optional"), _OTHERS.values(), ids=_OTHERS)
def test_other_numbers_stay_with_their_papers(start: str, numbers: str, optional: bool) -> None:
    """A year, or a number in another list, moves with its paper, and no new paper gets one."""
    entry = f"{start} **{{title}}** [[paper]({{url}})]\n"
    text = _listed(entry, numbers, _OLD)
    digest = parse_digest(text)
    old = _OLD[: len(digest.papers)]
    reverse = " ".join(numbers.split()[::-1])
    moved = serialize_digest(digest.replace(papers=digest.papers[::-1]))
    assert moved == _listed(entry, reverse, old[::-1])
    edited = digest.insert(1, _NEW)
    if not optional:
        with pytest.raises(DigestWriteError, match=r"papers\[1\]"):
            serialize_digest(edited)
        return
    written = [line for line in serialize_digest(edited).splitlines() if line[:2] == "- "]
    first, *others = [line for line in text.splitlines() if line[:2] == "- "]
    assert written == [first, f"- **{_NEW.title}** [[paper]({_NEW.url})]", *others]


def test_a_number_that_all_papers_have_is_that_of_a_new_one() -> None:
    """Where each item has the number 1, markdown counts them."""
    entry = "1. **[{title}]({url})**\n"
    digest = parse_digest(_listed(entry, "1 1 1", _OLD))
    added = [*_OLD[:1], _NEW, *_OLD[1:]]
    assert serialize_digest(digest.insert(1, _NEW)) == _listed(entry, "1 1 1 1", added)


def test_numbers_past_the_last_sign() -> None:
    """A number that has no sign to write it with is refused."""
    text = "# Nests\n\n" + "".join(
        f"### {chr(0x2460 + at)} A Study of {chr(65 + at)}s\n\nhttps://arxiv.org/abs/2502.111{at:02}\n\n"
        for at in range(20)
    )
    digest = parse_digest(text)
    assert len(digest.papers) == 20
    with pytest.raises(DigestWriteError, match="Quick Foxes"):
        serialize_digest(digest.insert(20, _NEW))
