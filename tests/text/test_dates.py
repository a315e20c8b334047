"""Dates and ranges are read as people write them, and written back in the same manner."""

import datetime
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paperdigest._text.dates import read_date, read_range, respell, respell_range

# Manners of writing 26 August 2024, and how 3 September 2025 (a Wednesday) looks in each.
MANNERS = {
    "26. August 2024": "3. September 2025",
    "26 août 2024": "3 septembre 2025",
    "26 agosto 2024": "3 settembre 2025",
    "26 de agosto de 2024": "3 de septiembre de 2025",
    "2024-08-26": "2025-09-03",
    "2024-8-26": "2025-9-3",
    "2024.08.26": "2025.09.03",
    "2024/08/26": "2025/09/03",
    "2024\u201208\u201226": "2025\u201209\u201203",
    "2024–08–26": "2025–09–03",
    "08/26/2024": "09/03/2025",
    "8/26/2024": "9/3/2025",
    "26.08.2024": "03.09.2025",
    "26.8.2024": "3.9.2025",
    "20240826": "20250903",
    "2024年8月26日": "2025年9月3日",
    "2024年08月26日": "2025年09月03日",
    "2024 年 8 月 26 日": "2025 年 9 月 3 日",
    "2024년 8월 26일": "2025년 9월 3일",
    "2024년8월26일": "2025년9월3일",
    "August 26, 2024": "September 3, 2025",
    "August 26 2024": "September 3 2025",
    "August 26,2024": "September 3,2025",
    "August  26,\t2024": "September  3,\t2025",
    "August\xa026, 2024": "September\xa03, 2025",
    "AUGUST 26, 2024": "SEPTEMBER 3, 2025",
    "august 26, 2024": "september 3, 2025",
    "Aug 26, 2024": "Sep 3, 2025",
    "AUG 26, 2024": "SEP 3, 2025",
    "Aug. 26 2024": "Sep. 3 2025",
    "26 Aug 2024": "3 Sep 2025",
    "26 August 2024": "3 September 2025",
    "26th August, 2024": "3rd September, 2025",
    "August 26th, 2024": "September 3rd, 2025",
    "August 26TH, 2024": "September 3RD, 2025",
    "Mon, 26 Aug 2024": "Wed, 3 Sep 2025",
    "Mon 26 Aug 2024": "Wed 3 Sep 2025",
    "Mon., Aug. 26, 2024": "Wed., Sep. 3, 2025",
    "Monday, August 26, 2024": "Wednesday, September 3, 2025",
    "Tuesday, August 26, 2024": "Wednesday, September 3, 2025",  # A wrong weekday is set right.
}
NO_DATES = [
    "",
    " ",
    "2024",
    "2024-08",
    "August 2024",
    "26 Aug",
    "August 26",
    "26",
    "Monday",
    "2024-02-30",
    "2024-00-10",
    "2024-13-01",
    "0000-01-01",
    "02/30/2024",
    "13/13/2024",
    "12/00/2024",
    "00/12/2024",
    "2024年2月30日",
    "February 30, 2024",
    "February 29, 2023",
    "31 June 2024",
    "2024826",
    "20241326",
    "2024-W35-1",
    "2024-239",
    "24-08-26",
    "08/26/24",
    "08.26.2024",
    "26.08.24",
    "2024-08/26",
    "2024年8月26",
    "2024-08-26T00:00",
    "2024-08-26 10:00",
    "2024-08-26Z",
    "August 26, 2024 at noon",
    "August 26, 2024 10:00",
    "August 26, 2024 UTC",
    "on August 26, 2024",
    "and 26, 2024",
    "Monday 26, 2024",
    "noon, August 26, 2024",
    "26 agostu 2024",
    "31. Juni 2024",
    "26 de août de 2024",
    "August, August 26, 2024",
    "Augustus 26, 2024",
    "26August 2024",
    "2024-08-26, 2024-08-27",
    "２０２４-08-26",
    "٢٠٢٤/٠٨/٢٦",
    "2024-08-２６",
    "2024-08-2\0",
    "\0",
    "\ud800",
    "+024-08-26",
    "2024- 8-26",
]
RANGES = {
    "2026-06-21 to 2026-06-28": (date(2026, 6, 21), date(2026, 6, 28)),
    "2026.6.21 ~ 2026.6.28": (date(2026, 6, 21), date(2026, 6, 28)),
    "2025/06/21–2026/06/28": (date(2025, 6, 21), date(2026, 6, 28)),
    "June 21 - June 28": (date(2026, 6, 21), date(2026, 6, 28)),
    "  June 21-June 28\n": (date(2026, 6, 21), date(2026, 6, 28)),
    "May 22-28": (date(2026, 5, 22), date(2026, 5, 28)),
    "Mar 20-Mar 26": (date(2026, 3, 20), date(2026, 3, 26)),
    "Feb 13 - 19": (date(2026, 2, 13), date(2026, 2, 19)),
    "Feb. 13 – 19": (date(2026, 2, 13), date(2026, 2, 19)),
    "Feb. 27—Mar. 5": (date(2026, 2, 27), date(2026, 3, 5)),
    "Sept 21st - 28th": (date(2026, 9, 21), date(2026, 9, 28)),
    "MAY 22  -\xa028": (date(2026, 5, 22), date(2026, 5, 28)),
    "June 28 - June 28": (date(2026, 6, 28), date(2026, 6, 28)),
    "January 1 - December 31": (date(2026, 1, 1), date(2026, 12, 31)),
    "December 30 - January 5": (date(2025, 12, 30), date(2026, 1, 5)),
    "December 30 - January 5, 2025": (date(2024, 12, 30), date(2025, 1, 5)),
    "June 21 - June 28, 2024": (date(2024, 6, 21), date(2024, 6, 28)),
    "February 29 - 29 2024": (date(2024, 2, 29), date(2024, 2, 29)),
    "Mar 8 - Jan 1": (date(2025, 3, 8), date(2026, 1, 1)),  # 299 days
}
NO_RANGES = [
    "",
    "June 28",
    "June 28, 2026",
    "June 28 -",
    "28 - June 30",
    "June - July",
    "June 31 - July 4",
    "June 21 - June 31",
    "February 22 - 29",
    "June 28 - June 21",
    "June 28 - 21",
    "Mar 7 - Jan 1",  # 300 days
    "Foo 21 - 28",
    "June 21 - Foo 28",
    "June 21 - June 28 - July 1",
    "June 21 - June 28, 26",
    "June ２１ - June 28",
    "June 21 - June 28 \0",
    "\ud800",
]

DATES = st.dates(min_value=date(1000, 1, 1))
TEXTS = st.text() | st.from_regex(r"[0-9 ,./年月日ADJMadejnoprstuvy-]{0,30}", fullmatch=True)
SPELLINGS = st.builds(respell, st.sampled_from(sorted(MANNERS)), DATES)
DAY_FIRST = st.sampled_from(["13/01/2024", "31/1/2024", "31/12/2024"])
RANGE_SPELLINGS = st.sampled_from(sorted(RANGES))


@pytest.mark.parametrize("spelling", MANNERS)
def test_a_date_is_read_in_every_manner(spelling: str) -> None:
    """Each manner of writing 26 August 2024 reads as that day, with white space around it too."""
    assert read_date(spelling) == date(2024, 8, 26)
    assert read_date(f" \n{spelling}\t\u3000") == date(2024, 8, 26)


@pytest.mark.parametrize(("spelling", "expected"), MANNERS.items())
def test_a_date_is_written_in_every_manner(spelling: str, expected: str) -> None:
    """A new date takes on order, marks, padding, names, case, ordinals and weekday of the old."""
    assert respell(spelling, date(2025, 9, 3)) == expected
    assert respell(f" {spelling}\n", date(2025, 9, 3)) == f" {expected}\n"


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    """Nothing is filled in from today, nothing skipped, and an impossible date is none."""
    assert read_date(text) is None


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_its_names(number: int) -> None:
    """Each month has its English names, short and full, and September has Sept too."""
    day = date(2024, number, 5)
    assert read_date(day.strftime("%d %B %Y")) == day
    assert read_date(day.strftime("%d %b %Y")) == day
    assert read_date("3 Sept. 2024") == date(2024, 9, 3)


def test_the_first_number_between_slashes_is_the_month_where_it_can_be() -> None:
    """Slashes are read the American way, and the other way only where that is the only way."""
    assert read_date("3/14/2025") == date(2025, 3, 14)
    assert read_date("03/04/2025") == date(2025, 3, 4)
    assert read_date("14/03/2025") == date(2025, 3, 14)
    assert read_date("14/3/2025") == date(2025, 3, 14)


@pytest.mark.parametrize(
    ("spelling", "new", "expected"),
    [
        ("13/01/2024", date(2024, 2, 25), "25/02/2024"),
        ("13/01/2024", date(2024, 2, 2), "02/02/2024"),
        ("13/01/2024", date(2024, 2, 12), "2024-02-12"),  # It would be read as 2 December.
        ("08/26/2024", date(2024, 2, 12), "02/12/2024"),
        ("12/26/2024", date(2024, 2, 3), "02/03/2024"),
        ("5/6/2024", date(2024, 12, 13), "12/13/2024"),
        ("05 Aug 2024", date(2024, 9, 3), "03 Sep 2024"),
        ("5 Sept 2024", date(2024, 9, 3), "3 Sept 2024"),
        ("5 Sept. 2024", date(2024, 10, 3), "3 Oct. 2024"),
        ("Aug. 26 2024", date(2024, 5, 3), "May 3 2024"),
        ("August. 26 2024", date(2024, 10, 3), "October 3 2024"),
        ("May 26, 2024", date(2024, 8, 3), "August 3, 2024"),
        ("Sun, May 26, 2024", date(2024, 8, 3), "Sat, Aug 3, 2024"),
        ("Sunday, May 26, 2024", date(2024, 8, 3), "Saturday, August 3, 2024"),
        ("Sun, August 26, 2024", date(2024, 9, 1), "Sun, September 1, 2024"),
        ("2024-02-30", date(2024, 3, 1), "2024-03-01"),
        ("30 February 2024", date(2024, 3, 1), "1 March 2024"),
        ("someday", date(2024, 3, 1), "2024-03-01"),
        ("26 agostu 2024", date(2024, 3, 1), "2024-03-01"),
        ("Noon 26, 2024", date(2024, 3, 1), "2024-03-01"),
        ("", date(987, 3, 1), "0987-03-01"),
        ("August 26, 2024", date(987, 3, 1), "March 1, 0987"),
    ],
)
def test_a_date_is_written_as_well_as_its_manner_can(
    spelling: str, new: date, expected: str
) -> None:
    """Where a manner leaves a choice, the old spelling decides; where it cannot, ISO 8601 is."""
    assert respell(spelling, new) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "10th",
        "11th",
        "12th",
        "13th",
        "14th",
        "19th",
        "20th",
        "21st",
        "22nd",
        "23rd",
        "24th",
        "30th",
        "31st",
    ],
)
def test_ordinals_are_english(expected: str) -> None:
    """The first, second and third of each ten have their own ending, except among the teens."""
    new = date(2024, 7, int(expected[:-2]))
    assert respell("6th August 2024", new) == f"{expected} July 2024"


@given(TEXTS | SPELLINGS | DAY_FIRST, st.dates())
def test_a_date_written_in_any_manner_reads_back(spelling: str, new: date) -> None:
    """read_date(respell(s, d)) == d, for any text and any date."""
    assert read_date(respell(spelling, new)) == new


@given(SPELLINGS | DAY_FIRST | TEXTS)
def test_a_date_that_does_not_change_keeps_its_spelling(spelling: str) -> None:
    """Writing the date that a text already says gives the same text."""
    old = read_date(spelling)
    if old is not None:
        assert respell(spelling, old) == spelling


@given(st.sampled_from(sorted(MANNERS)), DATES)
def test_a_manner_holds_every_date(spelling: str, new: date) -> None:
    """No manner but day before month falls back to ISO 8601."""
    respelled = respell(spelling, new)
    assert "2024-" in spelling or "-" not in respelled


@given(TEXTS, st.none() | st.integers())
def test_any_text_can_be_read(text: str, year: int | None) -> None:
    """Reading raises on no text and no year."""
    read_date(text)
    read_range(text, year)


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_a_range_is_read(text: str, expected: tuple[date, date]) -> None:
    """A range is read with the year it gives itself, or else the one given, as its last day's."""
    assert read_range(text, 2026) == expected
    assert (read_range(text) == expected) == ("202" in text)


@pytest.mark.parametrize("text", NO_RANGES)
def test_what_is_no_range_is_none(text: str) -> None:
    """A single day, an impossible one and a range that runs backwards are no ranges."""
    assert read_range(text, 2026) is None


@pytest.mark.parametrize("year", [0, -1, 10_000, 10**30])
def test_a_year_that_no_date_has_gives_no_range(year: int) -> None:
    """Years outside 1..9999 are refused quietly, and so is a start before them."""
    assert read_range("June 21 - June 28", year) is None
    assert read_range("June 21 - June 28", 1) == (date(1, 6, 21), date(1, 6, 28))
    assert read_range("December 30 - January 5", 1) is None


@pytest.mark.parametrize(
    ("spelling", "start", "end", "expected"),
    [
        ("June 21 - June 28", date(2026, 6, 28), date(2026, 7, 4), "June 28 - July 4"),
        ("June 28 - July 4", date(2026, 7, 5), date(2026, 7, 11), "July 5 - July 11"),
        ("May 22-28", date(2026, 6, 1), date(2026, 6, 7), "June 1-7"),
        ("May 22-28", date(2026, 5, 29), date(2026, 6, 4), "May 29-June 4"),
        ("May 22 – 28", date(2026, 8, 29), date(2026, 9, 4), "August 29 – September 4"),
        ("Feb. 13 - 19, 2026", date(2025, 12, 30), date(2026, 1, 5), "Dec. 30 - Jan. 5, 2026"),
        ("Feb 13 - 19 2026", date(2024, 3, 1), date(2024, 3, 7), "Mar 1 - 7 2024"),
        ("May 29 - Jun 4", date(2026, 8, 1), date(2026, 8, 7), "Aug 1 - Aug 7"),
        ("MAR 02-08", date(2026, 4, 1), date(2026, 4, 7), "APR 01-07"),
        ("May 21st - 28th", date(2026, 5, 22), date(2026, 6, 3), "May 22nd - June 3rd"),
        (" May 22-28\n", date(2026, 5, 29), date(2026, 6, 4), " May 29-June 4\n"),
        ("Sept 1 - 7", date(2026, 9, 8), date(2026, 9, 14), "Sept 8 - 14"),
        ("Feb 22 - 29", date(2026, 3, 1), date(2026, 3, 7), "Mar 1 - 7"),
        ("this week", date(2025, 12, 30), date(2026, 1, 5), "December 30 - January 5, 2026"),
        ("Foo 1 - 7", date(2026, 9, 8), date(2026, 9, 14), "September 8 - September 14, 2026"),
    ],
)
def test_a_range_is_written_in_the_manner_of_another(
    spelling: str, start: date, end: date, expected: str
) -> None:
    """A month is repeated where the old range does so and where it must be; the rest is kept."""
    assert respell_range(spelling, start, end) == expected


@given(RANGE_SPELLINGS | st.text(), DATES, st.integers(0, 299))
def test_a_range_written_in_any_manner_reads_back(spelling: str, start: date, days: int) -> None:
    """read_range(respell_range(s, a, b), b.year) == (a, b), for any text and any such range."""
    assume(start <= datetime.date.max - datetime.timedelta(days=days))
    end = start + datetime.timedelta(days=days)
    assert read_range(respell_range(spelling, start, end), end.year) == (start, end)


@given(RANGE_SPELLINGS, DATES, DATES)
def test_a_range_is_written_right_or_refused(spelling: str, start: date, end: date) -> None:
    """Any two days read back, unless they run backwards or start too long before New Year."""
    whole = "to" in spelling or spelling[4] in "./"  # with both years
    over_new_year = not whole and start.year < end.year and (end - start).days >= 300
    if start > end or over_new_year:
        with pytest.raises(ValueError, match="the range"):
            respell_range(spelling, start, end)
    else:
        assert read_range(respell_range(spelling, start, end), end.year) == (start, end)


@given(RANGE_SPELLINGS)
def test_a_range_that_does_not_change_keeps_its_spelling(spelling: str) -> None:
    """Writing the range that a text already says gives the same text."""
    start, end = RANGES[spelling]
    assert respell_range(spelling, start, end) == spelling


def test_a_range_that_cannot_be_written_is_refused_with_the_reason() -> None:
    """The message names both days and the rule."""
    with pytest.raises(ValueError, match="ends on 2026-01-01, before its start 2026-01-02"):
        respell_range("May 22-28", date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(ValueError, match="from 2025-03-07 to 2026-01-01 needs the year of its"):
        respell_range("May 22-28", date(2025, 3, 7), date(2026, 1, 1))
    with pytest.raises(ValueError, match="shorter than 300 days"):
        respell_range("none", date(2020, 5, 1), date(2026, 5, 1))


def test_dateutil_is_imported_only_for_names() -> None:
    """Dates in digits are read and written without the cost of importing dateutil."""
    script = (
        "import sys, datetime\n"
        "from paperdigest._text.dates import read_date, respell\n"
        "assert read_date('2024-08-26') and read_date('08/26/2024') and not read_date('none')\n"
        "assert respell('8/26/2024', datetime.date(2025, 9, 3)) == '9/3/2025'\n"
        "assert 'dateutil' not in sys.modules\n"
        "assert read_date('26 Aug 2024')\n"
        "assert 'dateutil' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    "text",
    ["Aug 26", "August 26th", "26 Aug.", "Mon, 26 August", "08-26", "8/26", "8月26日", "8 월 26 일", " aug 26 "],
)  # fmt: skip
def test_a_date_without_a_year(text: str) -> None:
    """Month and day are a date where the caller gives the year, and none else."""
    assert read_date(text) is None
    assert read_date(text, 2024) == datetime.date(2024, 8, 26)
    assert read_date(text.replace("26", "31"), 2024) == datetime.date(2024, 8, 31)
    assert respell(text, datetime.date(2024, 8, 26), 2024) == text


@pytest.mark.parametrize("text", ["13-01", "02-30", "Augur 26", "26", "August", "8-26-", "Mon"])
def test_what_is_no_day_of_any_year(text: str) -> None:
    """A year makes no date of what names no day."""
    assert read_date(text, 2024) is None


def test_a_year_that_is_given_counts_only_where_the_text_has_none() -> None:
    """A year in the text stays."""
    assert read_date("Aug 26, 2024", 1999) == datetime.date(2024, 8, 26)
    assert read_date("Feb 29", 2023) is None
    assert read_date("Feb 28", 10**30) is None


@pytest.mark.parametrize("spelling", ["Aug 26", "26 Aug", "08-26", "8月26日"])
@given(new=st.dates(), year=st.integers(1, 9999))
def test_a_spelling_without_a_year_is_kept_within_it(
    spelling: str, new: datetime.date, year: int
) -> None:
    """A date of the year that is given is spelled without it, and any other is read back as well."""
    written = respell(spelling, new, year)
    assert read_date(written, year) == new
    assert (read_date(written) is None) == (new.year == year)


def test_a_range_like_no_range() -> None:
    """Where nobody wrote a range, days are written in the plain way."""
    written = respell_range("soon", date(2026, 5, 29), date(2026, 6, 4))
    assert written == "May 29 - June 4, 2026"


def test_a_range_that_says_it_already() -> None:
    """A spelling of the same two days stays as somebody wrote it."""
    assert respell_range("may 29-June 4", date(2026, 5, 29), date(2026, 6, 4)) == "may 29-June 4"


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("Mon, 19 Sep 22", "2022-09-19", "Tue, 3 Oct 23"),
        ("19 Sep 22", "2022-09-19", "3 Oct 23"),
        ("Sunday, 21st of April 2024", "2024-04-21", "Tuesday, 3rd of October 2023"),
    ],
)
def test_short_years_and_ordinals(text: str, day: str, other: str) -> None:
    """A year of two digits after a named month is of this century, and "of" may be before the month."""
    assert read_date(text) == datetime.date.fromisoformat(day)
    assert respell(text, datetime.date(2023, 10, 3)) == other


def test_a_year_of_another_century() -> None:
    """Two digits cannot hold it, so the date is written in full."""
    assert respell("19 Sep 22", datetime.date(1999, 10, 3)) == "1999-10-03"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6–12 May 2024", "2024-05-06", "2024-05-12"),
        ("27 May – 2 June 2024", "2024-05-27", "2024-06-02"),
        ("30 December - 5 January 2025", "2024-12-30", "2025-01-05"),
    ],
)
def test_ranges_with_the_day_first(text: str, start: str, end: str) -> None:
    """The first month may be left out, and the year is that of the last day."""
    days = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    assert read_range(text) == days
    assert respell_range(text, *days) == text


def test_a_range_gets_its_first_month() -> None:
    """Where the months differ, both are written."""
    days = datetime.date(2024, 5, 27), datetime.date(2024, 6, 2)
    assert respell_range("6–12 May 2024", *days) == "27 May–2 June 2024"
    assert read_range("27 May–2 June 2024") == days
