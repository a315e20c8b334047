"""The heading of a digest: built, changed where it is, and refused."""

import datetime
from typing import Any

import attrs
import pytest

from paperdigest import Dialect, DialectName, Digest, Paper, Rule, parse_digest, serialize_digest
from tests.samples import refusal

DAY = datetime.date(2024, 1, 2)
NEXT = datetime.date(2024, 9, 1)
WEEK = "## Top AI Papers of the Week (May 22-28) - 2023\n"
COLUMNS = "| **Paper**  | **Links** |\n| ------------- | ------------- |\n"
FAMILY: DialectName = "papers-of-the-week"


def days(first: str, last: str) -> dict[str, Any]:
    """Return the changes that set both days of a range."""
    dates = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return {"date": dates[0], "end_date": dates[1]}


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("Daily Papers", DAY), "## Daily Papers (2024-01-02)\n"),
        (("Daily Papers", None), "## Daily Papers\n"),
        ((None, DAY), "## (2024-01-02)\n"),
        (("A b", DAY), "## A b (2024-01-02)\n"),
        ((None, None), ""),
    ],
)
def test_a_heading_holds_what_there_is(
    words: tuple[str | None, datetime.date | None], written: str
) -> None:
    """A heading is written with title and date, or with the one that there is."""
    assert serialize_digest(Digest(*words)) == written


@pytest.mark.parametrize(
    ("range_", "written"),
    [
        (days("2023-12-30", "2024-01-05"), "(December 30 - January 5) - 2024"),
        (days("2023-12-03", "2023-12-05"), "(December 3 - December 5) - 2023"),
        (days("2023-06-21", "2023-07-01"), "(June 21 - July 1) - 2023"),
    ],
)
def test_a_range_is_written_with_the_year_of_its_last_day(
    range_: dict[str, Any], written: str
) -> None:
    """Both days have their month, and the year is after them."""
    digest = Digest("Papers of the Week", **range_)
    assert serialize_digest(digest, dialect=FAMILY) == f"## Papers of the Week {written}\n{COLUMNS}"


@pytest.mark.parametrize(
    ("digest", "dialect", "lines", "rest"),
    [
        (
            Digest("A list"),
            None,
            [
                "title: 'A list' needs a date beside it in daily-papers; set its date, or pass dialect='general'"
            ],
            "",
        ),
        (
            Digest("Daily Papers", DAY, NEXT),
            None,
            ["end_date: datetime.date(2024, 9, 1) would be lost"],
            "## Daily Papers (2024-01-02)\n",
        ),
        (
            Digest(None, DAY, NEXT),
            None,
            ["end_date: datetime.date(2024, 9, 1) would be lost"],
            "## (2024-01-02)\n",
        ),
        (
            Digest("Papers of the Week", DAY),
            FAMILY,
            [
                "date: datetime.date(2024, 1, 2) needs an end_date beside it in papers-of-the-week; set its end_date, or pass dialect='general'"
            ],
            f"## Papers of the Week\n{COLUMNS}",
        ),
        (
            Digest("Papers of the Week", **days("2022-12-30", "2024-12-31")),
            FAMILY,
            [
                "date: datetime.date(2022, 12, 30) would be lost",
                "end_date: datetime.date(2024, 12, 31) would be lost",
            ],
            f"## Papers of the Week\n{COLUMNS}",
        ),
        (
            Digest("A", **days("2024-01-02", "2024-01-03")),
            "daily-arxiv",
            [
                "title: 'A' would be lost",
                "date: datetime.date(2024, 1, 2) would be lost",
                "end_date: datetime.date(2024, 1, 3) would be lost",
            ],
            "",
        ),
    ],
)
def test_the_least_of_a_heading_is_lost(
    digest: Digest, dialect: DialectName | None, lines: list[str], rest: str
) -> None:
    """What no form holds beside the others is refused by name, and left out where that is fine."""
    assert refusal(digest, dialect) == [f"Digest.{line}" for line in lines]
    assert serialize_digest(digest, dialect=dialect, lossy=True) == rest


@pytest.mark.parametrize(
    ("digest", "reason"),
    [
        (
            Digest(None, DAY),
            "date: datetime.date(2024, 1, 2) needs a title beside it in club; set its title, or pass dialect='general'",
        ),
        (
            Digest("A"),
            "title: 'A' needs a date and an end_date beside it in club; set its date and end_date, or pass dialect='general'",
        ),
        (Digest(None, datetime.date.max), "date: datetime.date(9999, 12, 31) would be lost"),
    ],
)
def test_a_refusal_says_what_the_heading_lacks(digest: Digest, reason: str) -> None:
    """A value that no form holds alone is refused with the value that it needs beside it."""
    heading = "= {title}: {range}, {year}" if digest.date is None else "= {title}, {date}"
    rules = [Rule("digest", heading), Rule("paper", "# {title}")]
    if digest.date == datetime.date.max:
        rules[0] = Rule("digest", "= {title}: {range}, {year}")
    assert refusal(digest, Dialect("club", rules)) == [f"Digest.{reason}"]


def test_a_range_stays_where_the_title_goes() -> None:
    """Where a form holds the days without the title, it is the title that goes."""
    dialect = Dialect(
        "notes",
        [
            Rule("digest", "= {range} {year}", pattern="= (?P<range>[^=]*) (?P<year>[0-9]{4})$"),
            Rule("digest", "== {title}", pattern="== (?P<title>.*)$"),
            Rule("paper", "# {title}"),
        ],
    )
    digest = Digest("A", **days("2024-01-02", "2024-02-03"))
    assert refusal(digest, dialect) == ["Digest.title: 'A' would be lost"]
    written = serialize_digest(digest, dialect=dialect, lossy=True)
    assert written == "= January 2 - February 3 2024\n"


@pytest.mark.parametrize(
    ("text", "changes", "written"),
    [
        (WEEK, {"title": "Best Papers of the Week"}, WEEK.replace("Top AI", "Best")),
        (WEEK, days("2023-05-29", "2023-06-04"), WEEK.replace("22-28", "29-June 4")),
        (
            WEEK,
            days("2022-12-30", "2023-01-03"),
            WEEK.replace("May 22-28", "December 30-January 3"),
        ),
        (
            WEEK,
            days("2024-05-29", "2024-06-04"),
            "## Top AI Papers of the Week (May 29-June 4) - 2024\n",
        ),
        (WEEK, {"date": None, "end_date": None}, "## Top AI Papers of the Week\n"),
        (
            "## Top AI Papers of the Week\n",
            days("2023-05-29", "2023-06-04"),
            "## Top AI Papers of the Week (May 29 - June 4) - 2023\n",
        ),
        (
            "## Top AI Papers of the Week (May 22-28)\n",
            days("2023-05-29", "2023-06-04"),
            "## Top AI Papers of the Week (May 29 - June 4) - 2023\n",
        ),
        (
            "## Top AI Papers of the Week ( May 22 - May 28 ) - 2023  \n",
            days("2023-05-29", "2023-06-04"),
            "## Top AI Papers of the Week ( May 29 - June 4 ) - 2023  \n",
        ),
        (
            "## Top AI Papers of the Week (Foo 22-28) - 2023\n",
            days("2024-05-29", "2024-06-04"),
            "## Top AI Papers of the Week (May 29 - June 4) - 2024\n",
        ),
        (
            "## Top AI Papers of the Week ( May 22 - May 28 ) - 2023  \n",
            {"title": "Papers of the Week"},
            "## Papers of the Week ( May 22 - May 28 ) - 2023  \n",
        ),
    ],
)
def test_a_weekly_heading_changes_in_place(
    text: str, changes: dict[str, Any], written: str
) -> None:
    """Title and range change each where it is, and a range keeps its spelling."""
    digest = parse_digest(text, dialect=FAMILY)
    assert serialize_digest(attrs.evolve(digest, **changes)) == written


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"title": None}, ["date", "end_date"]),
        ({"end_date": datetime.date(2030, 1, 1)}, ["date", "end_date"]),
    ],
)
def test_a_weekly_heading_that_no_form_holds_is_refused(
    changes: dict[str, Any], lines: list[str]
) -> None:
    """A heading with a range needs a title, and a range that its spelling can tell."""
    found = refusal(attrs.evolve(parse_digest(WEEK), **changes))
    assert [line.split(":")[0] for line in found] == [f"Digest.{name}" for name in lines]


HEAD = "## Daily Papers  (Aug 26, 2024)  \n\n### A\n"


ALONE = "### [A](https://example.org/a)\n\nVote: 3\n"


@pytest.mark.parametrize(
    ("text", "changes", "lost", "left"),
    [
        (HEAD, {"end_date": NEXT}, ["end_date: datetime.date(2024, 9, 1) would be lost"], HEAD),
        (
            HEAD,
            {"title": "B", "end_date": NEXT},
            ["end_date: datetime.date(2024, 9, 1) would be lost"],
            HEAD.replace("Daily Papers", "B"),
        ),
        (
            ALONE,
            {"title": "B", "date": DAY, "end_date": NEXT},
            ["end_date: datetime.date(2024, 9, 1) would be lost"],
            "## B (2024-01-02)\n\n" + ALONE,
        ),
        (
            ALONE,
            {"title": "B"},
            [
                "title: 'B' needs a date beside it in daily-papers; set its date, or pass dialect='general'"
            ],
            ALONE,
        ),
    ],
)
def test_a_change_that_a_heading_cannot_hold_loses_no_more(
    text: str, changes: dict[str, Any], lost: list[str], left: str
) -> None:
    """A heading that cannot hold one more value keeps those that it has."""
    edited = attrs.evolve(parse_digest(text), **changes)
    assert refusal(edited) == [f"Digest.{each}" for each in lost]
    assert serialize_digest(edited, lossy=True) == left


def test_all_that_is_lost_is_named() -> None:
    """A refusal names what the heading cannot hold, and what the papers cannot."""
    digest = parse_digest(HEAD)
    edited = digest.replace_paper(digest.papers[0], published=DAY).replace(end_date=NEXT)
    assert [line.split(":")[0] for line in refusal(edited)] == [
        "Digest.end_date",
        "Digest.papers[0].published",
    ]


@pytest.mark.parametrize(
    ("text", "changes", "written"),
    [
        (HEAD, {"date": NEXT}, HEAD.replace("Aug 26", "Sep 1")),
        (HEAD, {"title": "New"}, HEAD.replace("Daily Papers", "New")),
        (HEAD, {"title": None}, "## (Aug 26, 2024)  \n\n### A\n"),
        (HEAD, {"date": None}, "## Daily Papers\n\n### A\n"),
        (HEAD, {"title": "Q", "date": NEXT}, "## Q  (Sep 1, 2024)  \n\n### A\n"),
        ("## Daily Papers ()\n", {"date": NEXT}, "## Daily Papers (2024-09-01)\n"),
        ("## Daily Papers (2024-02-30)\n", {"date": NEXT}, "## Daily Papers (2024-09-01)\n"),
        ("## Daily Papers (2024-02-30)\n", {"title": "N"}, "## N (2024-02-30)\n"),
        ("## Daily Papers\n", {"date": NEXT}, "## Daily Papers (2024-09-01)\n"),
        ("x\n\n## Daily Papers (2024-08-26)\n", {"date": None}, "x\n\n## Daily Papers\n"),
        ("x\n\n## A (2024-08-26)\n\ny\n", {"title": "B"}, "x\n\n## B (2024-08-26)\n\ny\n"),
        ("\ufeff## Daily Papers\n", {"date": NEXT}, "\ufeff## Daily Papers (2024-09-01)\n"),
        ("\ufeff### A\n", {"date": NEXT}, "\ufeff## (2024-09-01)\n\n### A\n"),
        ("### A\n", {"title": "B", "date": NEXT}, "## B (2024-09-01)\n\n### A\n"),
        ("### A\r\n", {"title": "B", "date": NEXT}, "## B (2024-09-01)\r\n\r\n### A\r\n"),
    ],
)
def test_a_heading_changes_in_place(text: str, changes: dict[str, Any], written: str) -> None:
    """What can change within a heading does, with the spelling and the spaces that are there."""
    digest = parse_digest(text, dialect="daily-papers")
    assert serialize_digest(attrs.evolve(digest, **changes)) == written


@pytest.mark.parametrize(
    ("text", "changes", "written"),
    [
        ("### A\n", {"title": "Daily Papers"}, "## Daily Papers (2024-01-02)\n\n### A\n"),
        ("### A\n", {"title": "New"}, "## New (2024-01-02)\n\n### A\n"),
        ("### A\n", {"date": NEXT}, "## (2024-09-01)\n\n### A\n"),
        ("### A\n", {"papers": [Paper("B")]}, "### B\n"),
        ("## Daily Papers\n\n### A\n", {"date": NEXT}, "## Daily Papers (2024-09-01)\n\n### A\n"),
        ("## Daily Papers\n\n### A\n", {"title": "N"}, "## N (2024-01-02)\n\n### A\n"),
        ("## Daily Papers\n\n### A\n", {"papers": [Paper("B")]}, "## Daily Papers\n\n### B\n"),
        ("## A (2024-08-26)\n", {"date": DAY}, "## A (2024-01-02)\n"),
    ],
)
def test_a_date_given_beside_the_text(text: str, changes: dict[str, Any], written: str) -> None:
    """A date that came with the text is written once the heading changes, and not before."""
    digest = parse_digest(text, dialect="daily-papers", date=DAY)
    assert serialize_digest(attrs.evolve(digest, **changes)) == written


def test_a_heading_that_another_block_would_follow_is_refused() -> None:
    """A title with a line that would be read as a paper has no heading."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "# {title}"),
            Rule(
                "digest", "= {title}\n{date?}", pattern="= (?P<title>.*)(?:\n(?P<date>[0-9-]*))?$"
            ),
        ],
    )
    assert serialize_digest(Digest("A", DAY), dialect=dialect) == "= A\n2024-01-02\n"
    other = Dialect("notes", [Rule("paper", "= {title}!"), Rule("digest", "= {title}")])
    assert serialize_digest(Digest("A"), dialect=other) == "= A\n"
    assert refusal(Digest("A!"), other) == ["Digest.title: 'A!' would be lost"]


_ONE_OFF = """### [A](https://arxiv.org/abs/2401.00001)

Vote: 3

### [B](https://arxiv.org/abs/2401.00002)

Vote: 4
"""

_LIST = "- [A Map](https://arxiv.org/abs/2401.00001)\n- [A Net](https://arxiv.org/abs/2401.00002)\n"


@pytest.mark.parametrize(
    ("above", "written"),
    [
        ("# Notes\n\nHello.\n\n", "# Notes, 2024-09-01\n\nHello.\n\n"),
        ("# 🔥 Notes\n\n", "# 🔥 Notes, 2024-09-01\n\n"),
        ("## Notes\n\n", "## Notes, 2024-09-01\n\n"),
        ("Hello.\n\n# Notes\n\n", "Hello.\n\n# Notes, 2024-09-01\n\n"),
        ("<!-- x -->\n# Notes\n\n", "<!-- x -->\n# Notes, 2024-09-01\n\n"),
        ("<h1>Notes</h1>\n\n", "<h1>Notes, 2024-09-01</h1>\n\n"),
        ("Notes\n=====\n\n", "Notes, 2024-09-01\n=====\n\n"),
        (
            '---\ntitle: "Notes"\ntags: x\n---\n\nHello.\n\n',
            '---\ntitle: "Notes"\ndate: 2024-09-01\ntags: x\n---\n\nHello.\n\n',
        ),
        (
            "---\ntitle: Notes\ntags: x\n---\n\nHello.\n\n",
            "---\ntitle: Notes\ndate: 2024-09-01\ntags: x\n---\n\nHello.\n\n",
        ),
    ],
)
def test_a_date_is_added_to_a_heading_of_any_form(above: str, written: str) -> None:
    """In a text of no family a date goes behind the title, and no other line changes."""
    text = f"{above}{_ONE_OFF}"
    digest = parse_digest(text, dialect="general")
    assert (digest.title, digest.date) == ("Notes", None)
    dated = attrs.evolve(digest, date=NEXT)
    new = serialize_digest(dated)
    assert new == f"{written}{_ONE_OFF}"
    assert parse_digest(new, dialect="general") == dated


def test_another_title_stands_in_beside_a_date() -> None:
    """The date stays where only the title does not fit: the one title of the dialect stands in."""
    digest = Digest("Daily Papers", DAY)
    assert refusal(digest, "cv-arxiv-daily") == [
        "Digest.title: 'Daily Papers' is no title in cv-arxiv-daily; 'Updated' is one"
    ]
    text = serialize_digest(digest, dialect="cv-arxiv-daily", lossy=True)
    assert text.startswith("## Updated on 2024-01-02\n")
    without = serialize_digest(Digest("Daily Papers"), dialect="cv-arxiv-daily", lossy=True)
    assert "Updated" not in without


def test_a_title_that_does_not_fit_costs_no_dates() -> None:
    """A new title that the heading cannot hold is refused alone, and the old one stands in."""
    edited = parse_digest(WEEK).replace(title="Mine")
    assert refusal(edited) == [
        f"Digest.title: 'Mine' is no title in {FAMILY}; 'Top AI Papers of the Week' is one"
    ]
    assert serialize_digest(edited, lossy=True) == WEEK


NO_DAYS: dict[str, Any] = {"date": None, "end_date": None}
NOTHING: dict[str, Any] = {"title": None, **NO_DAYS}


@pytest.mark.parametrize(
    ("above", "changes", "written"),
    [
        (
            "---\ntitle: Pond notes\ndate: 2025-07-14\ntags: [a, b]\n---\n\n",
            NO_DAYS,
            "---\ntitle: Pond notes\ntags: [a, b]\n---\n\n",
        ),
        (
            "---\ntitle: Pond notes\ndate: 2025-07-14\n---\n\n",
            {"title": "Lake notes", "date": None},
            "---\ntitle: Lake notes\n---\n\n",
        ),
        (
            '---\ndate: 2025-07-14T10:00:00Z\ntitle: "Pond notes"\n---\n\nWords.\n\n',
            {"title": None},
            "---\ndate: 2025-07-14T10:00:00Z\n---\n\nWords.\n\n",
        ),
        (
            "---\ntags: x\ntitle: 'Ponds, 2025-08-06'\n---\n\n",
            NO_DAYS,
            "---\ntags: x\ntitle: 'Ponds'\n---\n\n",
        ),
        (
            "---\ntags: x\ntitle: 'Ponds, 2025-08-06'\n---\n\n",
            {"title": None},
            "---\ntags: x\ntitle: '2025-08-06'\n---\n\n",
        ),
        (
            "---\ntags: x\ntitle: 'Ponds, 2025-08-06'\n---\n\n",
            NOTHING,
            "---\ntags: x\n---\n\n",
        ),
        ("---\ndate: 2025-07-14\n---\n\n# Pond notes\n\n", NO_DAYS, "# Pond notes\n\n"),
        ("---\ndate: 2025-07-14\n---\n\n# Pond notes\n\n", NOTHING, ""),
        (
            "---\ndate: 2025-07-14\nlayout: post\n---\n\n# Pond notes\n\n",
            {"title": "Lakes", "date": None},
            "---\nlayout: post\n---\n\n# Lakes\n\n",
        ),
        ("# 🔥 Hot ponds 2025-08-06\n\n", NO_DAYS, "# 🔥 Hot ponds\n\n"),
        ("# 🔥 Hot ponds 2025-08-06\n\n", {"title": None}, "# 🔥 2025-08-06\n\n"),
        ("# 🔥 Hot ponds 2025-08-06\n\n", NOTHING, ""),
        ("<h1>Ponds, 2025-05-05</h1>\n\n", NO_DAYS, "<h1>Ponds</h1>\n\n"),
        ("<h1>Ponds, 2025-05-05</h1>\n\n", {"title": None}, "<h1>2025-05-05</h1>\n\n"),
        ("Pond notes\n===\n\nDate: 2025-08-07\n\n", NO_DAYS, "Pond notes\n===\n\n"),
        ("Pond notes\n===\n\nDate: 2025-08-07\n\n", NOTHING, ""),
        ("Ponds 2025-05-05\n=====\n\n", NO_DAYS, "Ponds\n=====\n\n"),
        ("# Ponds\n2025-08-05\n\n", NO_DAYS, "# Ponds\n\n"),
        ("# Ponds\r\n\r\nDate: 2025-08-05\r\n\r\n", NO_DAYS, "# Ponds\r\n\r\n"),
        ("## Weekly picks (2025-03-03)\n\n", NO_DAYS, "## Weekly picks\n\n"),
        ("## Weekly picks (2025-03-03)\n\n", {"title": None}, "## (2025-03-03)\n\n"),
        ("# [2025-08-06] Hot ponds\n\n", NO_DAYS, "# Hot ponds\n\n"),
        ("# Ponds (11-17 August 2025)\n\n", NO_DAYS, "# Ponds\n\n"),
        ("# Pond club, 12 May 2025\n\n", {"title": None}, "# 12 May 2025\n\n"),
        (
            "Ponds for Tuesday, 5 August 2025\n\n",
            {"title": None},
            "Tuesday, 5 August 2025\n\n",
        ),
        (
            "# Ponds\n\nLast updated on 2025-08-05 · 14 entries\n\n",
            NO_DAYS,
            "# Ponds\n\nLast updated · 14 entries\n\n",
        ),
        (
            "# Ponds\n\n2025-08-05 · 14 entries\n\n",
            NO_DAYS,
            "# Ponds\n\n14 entries\n\n",
        ),
        (
            "# Ponds\n\nHello.\n\nUpdated on 2025-08-05\nby hand.\n\n",
            NO_DAYS,
            "# Ponds\n\nHello.\n\nby hand.\n\n",
        ),
        ("Hello.\n\n# Ponds – 2025-08-06\n\n", NOTHING, "Hello.\n\n"),
        ("\ufeff# Ponds, 2025-08-05\n\n", NOTHING, "\ufeff"),
    ],
)
def test_only_what_is_taken_out_of_a_heading_goes(
    above: str, changes: dict[str, Any], written: str
) -> None:
    """In a text of no family a title or a date goes with what sets it apart, and nothing else."""
    edited = parse_digest(f"{above}{_ONE_OFF}", dialect="general").replace(**changes)
    text = serialize_digest(edited)
    assert text == f"{written}{_ONE_OFF}"
    assert parse_digest(text, dialect="general") == edited


def test_a_first_line_that_needs_its_date_becomes_a_heading() -> None:
    """Where only the date makes a title of the first line, a heading is written without it."""
    edited = parse_digest(f"Ponds, 5 August 2025\n\n{_LIST}").replace(date=None)
    assert serialize_digest(edited) == f"# Ponds\n\n{_LIST}"


def test_the_words_of_a_form_are_no_others() -> None:
    """A heading may be written again if its words are those of a form, not of the text."""
    rules = [
        Rule("digest", ("Club of {date}: {title}", "Club of {date}"), level=1),
        Rule("paper", "- {title}"),
    ]
    dialect = Dialect("club", rules)
    digest = parse_digest("Club of 2024-01-02\n\n- Rivers\n", dialect=dialect)
    assert serialize_digest(digest.replace(title="Lakes")) == (
        "Club of 2024-01-02: Lakes\n\n- Rivers\n"
    )


@pytest.mark.parametrize(
    ("above", "changes", "line"),
    [
        (
            "# Ponds 2025-08-06 (issue 12)",
            NO_DAYS,
            "title: 'Ponds' needs a date beside it in general; set its date",
        ),
        (
            "Ponds\n===\n\nDate: 2025-08-06",
            {"title": None},
            "date: datetime.date(2025, 8, 6) needs a title beside it in general; set its title",
        ),
    ],
)
def test_a_removal_that_would_cost_other_words_is_refused(
    above: str, changes: dict[str, Any], line: str
) -> None:
    """What is left of a heading is never rewritten if it has more words than its values."""
    edited = parse_digest(f"{above}\n\n{_ONE_OFF}", dialect="general").replace(**changes)
    assert refusal(edited) == [f"Digest.{line}"]


@pytest.mark.parametrize(
    ("above", "written"),
    [
        ("Ponds for Tuesday, 5 August 2025", "Ponds for Sunday, 1 September 2024"),
        ("# Ponds, Tuesday, 2025-08-05", "# Ponds, Sunday, 2024-09-01"),
        ("# Tue 2025/08/05: Ponds", "# Sun 2024/09/01: Ponds"),
    ],
)
def test_a_day_of_the_week_follows_the_date(above: str, written: str) -> None:
    """A day of the week before the date is that of the new date."""
    edited = parse_digest(f"{above}\n\n{_ONE_OFF}", dialect="general").replace(date=NEXT)
    assert serialize_digest(edited) == f"{written}\n\n{_ONE_OFF}"


@pytest.mark.parametrize(
    ("above", "written"),
    [
        ("Ponds (Aug 11 - Aug 17, 2025)", "Lakes (Aug 11 - Aug 17, 2025)"),
        ("# Ponds, 11-17 August 2025", "# Lakes, 11-17 August 2025"),
        ("## Ponds: Aug 11–17, 2025", "## Lakes: Aug 11–17, 2025"),
        ("Ponds: Aug 11–17, 2025", "Lakes: Aug 11–17, 2025"),
        ("<h1>Ponds 2025/08/11 ~ 08/17</h1>", "<h1>Lakes 2025/08/11 ~ 08/17</h1>"),
        ("Ponds 2025-08-11 ~ 2025-08-17\n=====", "Lakes 2025-08-11 ~ 2025-08-17\n====="),
        ("**Ponds (2025.08.11-08.17)**", "**Lakes (2025.08.11-08.17)**"),
        ("2025/08/11 ~ 08/17: Ponds", "2025/08/11 ~ 08/17: Lakes"),
        ("# 2025-08-11 to 2025-08-17 Ponds", "# 2025-08-11 to 2025-08-17 Lakes"),
        (
            "# Ponds (August 11th to 17th, 2025)",
            "# Lakes (August 11th to 17th, 2025)",
        ),
        (
            "# Ponds (Mon, Aug 11 - Sun, Aug 17, 2025)",
            "# Lakes (Mon, Aug 11 - Sun, Aug 17, 2025)",
        ),
        ("# Ponds 2025年8月11日-8月17日", "# Lakes 2025年8月11日-8月17日"),
        (
            "---\ntitle: Ponds (11 Aug 2025 - 17 Aug 2025)\ntags: x\n---",
            "---\ntitle: Lakes (11 Aug 2025 - 17 Aug 2025)\ntags: x\n---",
        ),
        ("# Ponds\n\nRead on 11 - 17 August 2025", "# Lakes\n\nRead on 11 - 17 August 2025"),
    ],
)
def test_a_range_of_days_is_no_part_of_the_title(above: str, written: str) -> None:
    """A heading of any kind is read with both days of a range, so another title leaves it whole."""
    digest = parse_digest(f"{above}\n\n{_LIST}", dialect="general")
    words = digest.title, digest.date, digest.end_date
    assert words == ("Ponds", datetime.date(2025, 8, 11), datetime.date(2025, 8, 17))
    assert serialize_digest(digest.replace(title="Lakes")) == f"{written}\n\n{_LIST}"


@pytest.mark.parametrize(
    ("above", "changes", "written"),
    [
        ("# Ponds", days("2026-01-05", "2026-01-11"), "# Ponds, 2026-01-05 to 2026-01-11"),
        (
            "# Ponds, 12 May 2025",
            days("2026-01-05", "2026-01-11"),
            "# Ponds, 5-11 January 2026",
        ),
        (
            "# Ponds - August 4, 2025",
            days("2025-12-29", "2026-01-04"),
            "# Ponds - December 29 - January 4, 2026",
        ),
        (
            "Ponds for Tuesday, 5 August 2025",
            days("2026-01-05", "2026-01-11"),
            "Ponds for 5-11 January 2026",
        ),
        (
            "# Ponds (05.08.2025)",
            days("2026-01-05", "2026-01-11"),
            "# Ponds (2026-01-05 to 2026-01-11)",
        ),
        (
            "# Ponds, May 5, 2025",
            days("2024-01-05", "2026-01-11"),
            "# Ponds, January 5, 2024 to January 11, 2026",
        ),
        (
            "# Ponds 2025年3月8日",
            days("2026-01-05", "2026-01-11"),
            "# Ponds 2026年1月5日 ~ 2026年1月11日",
        ),
        (
            "# Ponds, 1 de mayo de 2025",
            days("2026-01-05", "2026-01-11"),
            "# Ponds, 2026-01-05 to 2026-01-11",
        ),
        (
            "# Ponds\n\nDate: 2025/08/07",
            days("2026-01-05", "2026-01-11"),
            "# Ponds\n\nDate: 2026/01/05 to 2026/01/11",
        ),
        (
            "# Ponds (Aug 11–17, 2025)",
            {"date": DAY, "end_date": None},
            "# Ponds (Jan 2, 2024)",
        ),
        (
            "---\ntags: x\ntitle: Ponds, 28 July – 3 August 2025\n---",
            {"date": DAY, "end_date": None},
            "---\ntags: x\ntitle: Ponds, 2 January 2024\n---",
        ),
        (
            "# Ponds 2025/08/11 ~ 08/17",
            days("2026-01-05", "2026-01-11"),
            "# Ponds 2026/01/05 ~ 01/11",
        ),
    ],
)
def test_one_day_becomes_a_range_and_a_range_one_day(
    above: str, changes: dict[str, Any], written: str
) -> None:
    """In a text of no family both days can be set, in the format of the date that is there."""
    edited = parse_digest(f"{above}\n\n{_LIST}", dialect="general").replace(**changes)
    text = serialize_digest(edited)
    assert text == f"{written}\n\n{_LIST}"
    assert parse_digest(text, dialect="general") == edited


def test_a_range_of_a_new_digest() -> None:
    """The general dialect writes both days of a digest without a text."""
    digest = Digest("Ponds", **days("2024-12-30", "2026-01-05"))
    text = serialize_digest(digest, dialect="general")
    assert text == "# Ponds, 2024-12-30 to 2026-01-05\n"
    assert parse_digest(text, dialect="general") == digest


def test_front_matter_has_one_day() -> None:
    """A last day is refused with advice where the front matter has a key for one day only."""
    text = f"---\ntitle: Ponds\ndate: 2025-07-14\n---\n\n{_LIST}"
    edited = parse_digest(text).replace(end_date=datetime.date(2025, 7, 20))
    assert refusal(edited) == [
        "Digest.end_date: datetime.date(2025, 7, 20) would be lost; "
        "this text has a place for one day, so leave end_date out"
    ]
