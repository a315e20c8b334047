"""Where the title and the date of a page are."""

import datetime

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._grammar.patterns import check_pattern, proven
from paperdigest._units.rules.page_rules import page_rules
from paperdigest._units.search.page import Page, page_of


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("", Page()),
        ("Words.\n", Page()),
        ("# Rivers\n", Page("#")),
        ("# #7 Rivers\n", Page("#")),
        ("#\n## Rivers\n", Page("##", 1)),
        ("# Paper 1\n\nRivers\n", Page(titled=False)),
        ("# Rivers, 2024-08-26\n", Page("#", dated="heading", days=("#",))),
        ("# Rivers, March 4 - 10, 2024\n", Page("#", dated="heading")),
        ("# Rivers\n\n2024-08-26\n", Page("#", dated="below", gap=2)),
        ("# Rivers\n\n## " + "Long " * 20 + "2024-08-26 words\n", Page("#")),
        ("# Rivers\n" + "\n" * 9 + "## More\n\n2024-08-26\n", Page("#")),
        ("Rivers\n===\n", Page("=")),
        ("<h1>Rivers</h1>\n", Page("h1")),
        ("---\ndate: 2024-08-26\n---\n# Rivers\n", Page("#", 3, "above")),
        ("---\ntags: water\n---\n# Rivers\n", Page("#", 3)),
        ("---\ntitle: Rivers\ndate: 2024-08-26\n---\n# Rivers\n", Page("#", 4, "above")),
        ("---\ntitle: Rivers\ndate: 2024-08-26\n---\nHello.\n\n# One\n", Page("", 0, "front")),
        ("---\ntitle: Rivers, May 2, 2024\n---\nHello.\n", Page("", 0, "title")),
        ("---\ntitle: Rivers\n---\nHello.\n", Page("", 0, "named")),
        ("---\ntitle: Rivers\n---\n# Introduction\n", Page("", 0, "named")),
        ("# Rivers, 26 de agosto de 2024\n", Page("#", dated="heading", days=("#",))),
        ("# Rivers\n\n- 2024-08-26\n", Page("#", dated="below", gap=2)),
        (
            f"# Rivers\n\n*Monday, 26 August 2024* · {'topic: lakes · ' * 8}\n",
            Page("#", dated="below", gap=2),
        ),
        (
            f"# Rivers\n\n**Published:** August 26, 2024 | **Topics:** {'lakes, ' * 8}\n",
            Page("#", dated="below", gap=2),
        ),
        (f"# Rivers\n\n**Deadline:** August 26, 2024 | {'topic: lakes | ' * 8}\n", Page("#")),
        (
            f"# Rivers\n\n> 📅 Выпуск № 7 от 26 августа 2024 · {'вода и камни ' * 8}\n",
            Page("#", dated="below", gap=2),
        ),
        (
            f"# Rivers\n\nIssue 12, 26 August 2024 | {'topic: lakes ' * 8}\n",
            Page("#", dated="below", gap=2),
        ),
        (f"# Rivers\n\nIssue 12 of 26 August 2024 {'is about lakes ' * 8}\n", Page("#")),
        (f"# Rivers\n\nOn 26 August 2024 we met, {'and it rained ' * 8}\n", Page("#")),
        ("# Rivers\n\nConference dates: 2024-08-26\n", Page("#")),
        ("# Rivers\n\n会议时间：2024年8月26日\n", Page("#")),
        ("# Rivers\n\n## News\n\n- 2024-08-26 first version\n", Page("#")),
        ("Rivers of 2024-08-26\n", Page("", 0, "heading")),
        ("**Rivers, August 26, 2024**\n", Page("**", 0, "heading")),
        ("**Rivers, 2024-08-19 to 2024-08-25**\n", Page("**", 0, "heading")),
        ("**Rivers**\n", Page()),
        ("Hello.\n\n**Rivers**\n\nIssue 3, 2024-08-26\n", Page("**", 2, "below", 2)),
        ("Hello.\n\n**Rivers**\n\nIssue 3\n\n2024-08-26\n", Page()),
        ("Hello.\n\n**Rivers**\n\n\n\n2024-08-26\n", Page()),
        ("# #rivers\n\n2024-08-26\n", Page("#", dated="below", gap=2)),
        ("```\n# no\n```\n# Rivers\n", Page("#", 3)),
        ("# Rivers\n\nDate: 2024-08-26. " + "Words " * 20 + "\n", Page("#", dated="below", gap=2)),
        ("# Rivers\n\n" + "Words " * 20 + "2024-08-26\n", Page("#")),
        ("# Rivers\n\n| made | 2024-08-26 |\n", Page("#", dated="below", gap=2)),
        ("# Rivers\n\n| v2.0 | 2024-08-26 |\n", Page("#")),
        ("# Rivers\n\n| made | 2024-08-26 | me |\n", Page("#")),
        ("Title: Rivers\nDate: 2024-08-26\n\nHello.\n", Page("title:", dated="below", gap=1)),
        ("**Subject:** Rivers, 2024-08-26\n\n# One\n", Page("title:", dated="heading")),
        ("Hello.\nTitle: Rivers\n", Page()),
    ],
)
def test_a_page(text: str, page: Page) -> None:
    """The title and the date are in a heading, lines below it, front matter or a first line."""
    assert page_of(text, len(text)) == page


@pytest.mark.parametrize("heading", ["", "#", "##", "###", "h1", "=", "-", "**", "title:"])
@pytest.mark.parametrize("dated", ["", "heading", "below", "above", "front", "title", "named"])
def test_headings_take_a_time_that_grows_with_the_text(heading: str, dated: str) -> None:
    """A long gap in a heading is walked once: there is a proof for each rule."""
    with proven():  # which is taken on trust when a text is parsed
        rules = page_rules(Page(heading, 0, dated, 3, ("##",)))
    for rule in rules:
        check_pattern(rule.pattern, "Rule")


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("title: Rivers\ndate: 2024-08-26", datetime.date(2024, 8, 26)),
        ('draft: false\ndate: 2024-08-26T09:00:00\ntitle: "Rivers"\ntags: [a]', datetime.date(2024, 8, 26)),
        ("title: Rivers, May 2, 2024", datetime.date(2024, 5, 2)),
        ("labels: digest\ntitle: 'Rivers'", None),
        ("created: 2024-08-26\ntitle: Rivers", datetime.date(2024, 8, 26)),
    ],
)  # fmt: skip
def test_front_matter(front: str, date: datetime.date | None) -> None:
    """Front matter has the date, and the title unless a heading is right below it."""
    text = f"---\n{front}\n---\n\nHello.\n\n## [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n\nThey do.\n"
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Rivers", date)
    assert len(digest.papers) == 1
    assert serialize_digest(digest) == text


@pytest.mark.parametrize("first", ["Courses", "Papers on Lakes", "Rivers"])
def test_the_first_of_several_headings_below_front_matter(first: str) -> None:
    """Front matter has the title of a page with several headings of the first level."""
    text = (
        f"---\nlayout: post\ntitle: Rivers\n---\n\n# {first}\n\n**(Delta) A course on rivers**\n\n# Papers\n\n"
        + "".join(
            f"**A Study of River {at}**\n\n- arxiv: <https://arxiv.org/abs/2408.0000{at}>\n\n"
            for at in range(4)
        )
    )
    digest = parse_digest(text)
    assert digest.title == "Rivers"
    assert serialize_digest(digest) == text


@pytest.mark.parametrize(
    "heading",
    [
        "# Rivers, 4. März 2024",
        "# Rivers vom 4. März 2024",
        "<h1 id='a'>Rivers</h1>\n\n4 mars 2024",
    ],
)
def test_a_date_in_another_language(heading: str) -> None:
    """A month may have its German, French, Italian, Portuguese or Spanish name, and is edited in it."""
    text = f"{heading}\n\n## [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n\nThey do.\n"
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Rivers", datetime.date(2024, 3, 4))
    june = serialize_digest(digest.replace(date=datetime.date(2024, 6, 5)))
    assert june == text.replace("4. März", "5. Juni").replace("4 mars", "5 juin")


@pytest.mark.parametrize(
    "heading",
    [
        "# Rivers [![Stars](https://example.org/s.svg)](https://example.org/s) ![new](n.svg)",
        "# ![logo](l.png) [![b](b.svg)](b) Rivers",
        "Rivers [![Stars](s.svg)](s)\n===",
        "## Rivers ![a](b",
    ],
)
def test_badges_are_no_title(heading: str) -> None:
    """Badges before and after the words of a heading stay, and are not part of the title."""
    text = f"{heading}\n\n- [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n"
    digest = parse_digest(text)
    assert digest.title == "Rivers"
    changed = serialize_digest(digest.replace(title="Lakes"))
    assert changed == text.replace("Rivers", "Lakes")


@pytest.mark.parametrize("words", ["Hello.\n\n", ""])
def test_front_matter_in_toml(words: str) -> None:
    """The title and the date may be in front matter in TOML, even right above a paper."""
    text = (
        f'+++\ntitle = "Rivers"\ndate = 2024-08-26\ndraft = false\n+++\n\n{words}'
        "### [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n\nThey do.\n\n"
        "### [Ants Avoid Corners](https://arxiv.org/abs/2401.00002)\n\nThey turn.\n"
    )
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Rivers", datetime.date(2024, 8, 26))
    assert len(digest.papers) == 2
    assert serialize_digest(digest.replace(title="Lakes")) == text.replace("Rivers", "Lakes")


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("# Rivers 26.08.2024", 26, None),
        ("# Rivers 20240826", 26, None),
        ("# 20240826", 26, None),
        ("# Rivers, 2024-08-19 to 2024-08-25", 19, 25),
        ("# Rivers (2024/08/19 ~ 2024/08/25)", 19, 25),
        ("**Rivers – August 26, 2024**", 26, None),
        ("# Rivers\n\nLast updated: Aug. 26, 2024.", 26, None),
        ("# [2024/08/19 ~ 08/25] Rivers", 19, 25),
        ("# (2024-08-26) Rivers", 26, None),
        ("# Rivers for Mon,  26 Aug 24", 26, None),
    ],
)
def test_a_day_at_the_top(heading: str, first: int, last: int | None) -> None:
    """Days are parsed as people write them above a list of papers."""
    text = f"{heading}\n\n- [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n- [Ants Avoid Corners](https://arxiv.org/abs/2401.00002)\n"
    digest = parse_digest(text)
    assert digest.date == datetime.date(2024, 8, first)
    assert digest.end_date == (None if last is None else datetime.date(2024, 8, last))
    assert digest.title in ("Rivers", None)
    assert len(digest.papers) == 2
    later = digest.replace(date=datetime.date(2024, 8, 18))
    assert parse_digest(serialize_digest(later)) == later
    assert serialize_digest(digest) == text


def test_a_bold_line_over_headings_of_papers() -> None:
    """The title and the date are in a first line in bold if all headings are papers."""
    text = (
        "**Rivers, August 26, 2024**\n\n"
        "## [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n\nThey do.\n\n"
        "## [Ants Avoid Corners](https://arxiv.org/abs/2401.00002)\n\nThey do.\n"
    )
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Rivers", datetime.date(2024, 8, 26))
    assert len(digest.papers) == 2
    assert serialize_digest(digest) == text


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("# New submissions for Mon, 19 Sep 22", "2022-09-19"),
        ("# Nests, 18 Jul 24", "2024-07-18"),
        ("# Week 19 (6–12 May 2024)", "2024-05-06"),
        ("# Nests\n\n*Sunday, 21st of April 2024 · 9 min read*", "2024-04-21"),
        ("# Nests 2024\u201205\u201214", "2024-05-14"),
        ("# Nests\non all animals\n\nIssue of 2024\u201205\u201214  \nten papers", "2024-05-14"),
        (
            "# Nests\n\n**Week of 2024-05-14** · 13 preprints · [RSS](nests.xml) · [the week before](2024-05-07.md)",
            "2024-05-14",
        ),
        (
            "# Nests\n\nA list of papers on nests of birds, of bees, and of many other animals in all parts of the world. "
            "**Last updated: May 14, 2024.** If you find a mistake, please open an issue.",
            "2024-05-14",
        ),
    ],
)
def test_days_in_more_forms(top: str, day: str) -> None:
    """Years of two digits, ordinals, figure dashes, ranges, weeks, and long lines of updates."""
    text = f"{top}\n\n" + "".join(
        f"### A Study of Nest {at}\n\nhttps://arxiv.org/abs/2408.0000{at}\n\n" for at in range(3)
    )
    digest = parse_digest(text)
    assert str(digest.date) == day
    assert len(digest.papers) == 3
    edited = serialize_digest(digest.replace(date=datetime.date(2024, 5, 7), end_date=None))
    assert parse_digest(edited).date == datetime.date(2024, 5, 7)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("# River notes\n\nRun date: 5 March 2024. The scores are those of the second ranker, from 0 to 10.\n", "River notes"),
        ("# River notes\n\n_https://feeds.example.org/a/long/address/of/rivers.xml, fetched Tue, 05 Mar 2024 06:00_\n", "River notes"),
        ("# River notes\n\n| what | value |\n|---|---|\n| started | 2024-03-05 06:00 |\n| papers | 2 |\n", "River notes"),
        ("Title: River notes\nDate: 2024-03-05 06:00\nAuthor: A robot\n", "River notes"),
        ("**Title:** River notes 2024-03-05\n**Labels:** `river`\n\n---\n\nTick what you like.\n", "River notes"),
        ("From: robot@example.org\nSubject: River notes\n", None),
    ],
)  # fmt: skip
def test_the_lines_at_the_top_say_when_a_page_was_made(top: str, title: str | None) -> None:
    """The date may follow a word, or be in a table row with a label, or in the head of a mail."""
    papers = [
        f"- [How {each} rivers freeze in spring](https://arxiv.org/abs/2403.0000{at})\n"
        for at, each in enumerate(("wide", "deep", "slow"))
    ]
    digest = parse_digest(f"{top}\n{''.join(papers)}")
    assert len(digest.papers) == len(papers)
    if title is not None:
        assert (digest.title, digest.date) == (title, datetime.date(2024, 3, 5))


def test_a_hashtag_below_a_message_is_no_title() -> None:
    """A word right after a number sign is a heading only if no text is right above it."""
    papers = "".join(
        f"📄 **A Study of River {at}**\nAda Byron\n👉 https://arxiv.org/abs/2403.0000{at}\n#rivers\n\n"
        for at in range(3)
    )
    assert parse_digest(f"Good morning!\n#today\n\n{papers}").title is None
    assert parse_digest(f"#Rivers\n\n{papers}").title == "Rivers"


_GROUP = "## Rivers\n\n### [Bees Count to Four](https://arxiv.org/abs/2401.00001)\n\nAuthors: Ada Byron, Carl Gauss\n\n"
_OTHER = "## Lakes\n\n### [Ants Avoid Corners](https://arxiv.org/abs/2401.00002)\n\nAuthors: Emmy Noether\n"


@pytest.mark.parametrize(
    ("top", "title", "day"),
    [
        ("", None, None),
        ("---\ntitle: Nests\ndate: 2024-03-05\n---\n\n", "Nests", "2024-03-05"),
        ("---\ntitle: Rivers\n---\n\n", "Rivers", None),
        ('+++\ntitle = "Nests"\ndate = 2024-03-05T00:00:00Z\n+++\n\n', "Nests", "2024-03-05"),
        ("**Nests, 5 March 2024**\n\n", "Nests", "2024-03-05"),
        ("---\ngenerated: 2024-03-05T05:12:44Z\n---\n\n# Nests\n\n", "Nests", "2024-03-05"),
        (
            "**From:** Ann <ann@example.org>\n**Subject:** Nests\n**Date:** Tue, 5 Mar 2024 06:41:12 -0800\n\n",
            "Nests",
            "2024-03-05",
        ),
        ("# Nests\n\n*Week of March 4–10, 2024*\n\n", "Nests", "2024-03-04"),
        ("# Гнёзда за 5 марта 2024\n\n", "Гнёзда", "2024-03-05"),
    ],
)
def test_the_first_of_several_groups_is_no_title(
    top: str, title: str | None, day: str | None
) -> None:
    """A heading of the second or third level over papers names their group, if another one follows."""
    text = top + _GROUP + _OTHER
    digest = parse_digest(text)
    assert digest.title == title
    assert digest.date == (day and datetime.date.fromisoformat(day))
    assert [paper.title for paper in digest.papers] == ["Bees Count to Four", "Ants Avoid Corners"]
    assert digest.papers[1].category == "Lakes"
    assert serialize_digest(digest) == text


def test_a_heading_of_the_second_level_may_be_the_title() -> None:
    """It is the title if words are between it and the papers, or if no other group follows."""
    assert parse_digest(_GROUP).title == "Rivers"
    assert (
        parse_digest(_GROUP.replace("\n\n", "\n\nWhat we read.\n\n", 1) + _OTHER).title == "Rivers"
    )
