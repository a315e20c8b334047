"""The day that the path of a file tells."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._files.days import date_of_path

DAY = datetime.date(2024, 8, 26)
MONDAY = datetime.date(2024, 8, 19)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2024-08-26.md", DAY),
        ("2024_08_26.md", DAY),
        ("2024.08.26.md", DAY),
        ("20240826.md", DAY),
        ("digest-2024-08-26.zh-CN.md", DAY),
        ("papers20240826v2.md", DAY),
        ("2024/08/26.md", DAY),
        ("a/b/2024/08/26.markdown", DAY),
        ("2024/08-26.md", DAY),
        ("2024-08/26.md", DAY),
        ("archive-2024/08/26.md", DAY),
        ("2020/2024-08-26.md", DAY),
        ("2024-W34.md", MONDAY),
        ("2024W34.md", MONDAY),
        ("weekly-2024-w34-en.md", MONDAY),
        ("2024/W34.md", MONDAY),
        ("2024-8-26.md", DAY),
        ("papers_2024_8_26_en.md", DAY),
        ("2024/8/26.md", DAY),
        ("2024/8-26.md", DAY),
        ("2024-8/26.md", DAY),
        ("2024/9/1.md", datetime.date(2024, 9, 1)),
        ("2024/12/1.md", datetime.date(2024, 12, 1)),
        ("2024-08-26_2024-09-01.md", DAY),
        ("2024-13-01_2024-08-26.md", DAY),
        ("2020-W53.md", datetime.date(2020, 12, 28)),
        ("2024-W01.md", datetime.date(2024, 1, 1)),
        # These tell no day.
        ("2021-W53.md", None),
        ("2024-W00.md", None),
        ("2024-02-30.md", None),
        ("2024-08-2.md", None),
        ("2024-08.md", None),
        ("2024/08/26/notes.md", None),
        ("2024-08_26.md", None),
        ("120240826.md", None),
        ("202408261.md", None),
        ("3024-08-26.md", None),
        ("W34.md", None),
        ("26.md", None),
        ("2024/08/6.md", None),
        ("2024.8.26.md", None),
        ("2024/8.26.md", None),
        ("2024/8/32.md", None),
        ("2024/13/1.md", None),
        ("2024-8_26.md", None),
        ("2024-8-261.md", None),
        ("x/W34/2024.md", None),
    ],
)
def test_days_in_paths(path: str, expected: datetime.date | None) -> None:
    """A day or a week in the name counts, or in the name and the folders that lead to it."""
    assert date_of_path(path) == expected
    assert date_of_path(f"/x/y/z/{path}") == expected


def test_a_path_counts_from_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folders above count, too, where only the name is given."""
    folder = tmp_path / "2024" / "08"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert date_of_path("26.md") == DAY


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_has_its_paths(day: datetime.date) -> None:
    """A day written into a path comes back, and a week comes back as its Monday."""
    for form in ("%Y-%m-%d.md", "%Y/%m/%d.md", "%Y%m%d.md"):
        assert date_of_path(day.strftime(form)) == day
    assert date_of_path(f"{day.year}/{day.month}/{day.day}.md") == day
    assert date_of_path(f"{day.year}-{day.month}-{day.day}.md") == day
    year, week, _ = day.isocalendar()
    if 1900 <= year < 2100:
        assert date_of_path(f"{year}-W{week:02}.md") == datetime.date.fromisocalendar(year, week, 1)
