"""Names: of one person, of several, and what is not a name."""

import re

import pytest

from paperdigest._units.patterns import people
from paperdigest._units.patterns.people import BYLINE, CHOOSER, INITIALS, PEOPLE, PERSONS


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("_SURNAME_FIRST", "Byron, A."),
        ("_SURNAME_FIRST", "de la Cruz, A. K."),
        ("_SURNAME_FIRST", "BYRON, A. da K."),
        ("_SURNAME_AND_OTHERS", "Byron, Ada et al."),
        ("_GIVEN_NAME_FIRST", "Ada Byron"),
        ("_GIVEN_NAME_FIRST", "Ada King de la Cruz"),
        ("_GIVEN_NAME_FIRST", "Jean-Luc O’Brien"),
        ("_GIVEN_NAME_FIRST", "Ibrahim al-Rashid"),
        ("_GIVEN_NAME_FIRST", "Łukasz Żak"),
        ("_GIVEN_NAME_FIRST", "J. R. Byron Jr."),
        ("_GIVEN_NAME_FIRST", "Md. Ada Byron"),
        ("_SURNAME_ALONE", "Byron et al."),
        ("_SURNAME_ALONE", "Byron *et al.*"),
        ("_SURNAME_ALONE", "van der Byron et al."),
        ("_OTHER_SCRIPT", "王小明"),
        ("_OTHER_SCRIPT", "艾达·拜伦"),
    ],
)
def test_one_person(part: str, name: str) -> None:
    """Each way to write a name has a pattern of its own, and is a name."""
    assert re.match(getattr(people, part), name)
    assert re.fullmatch(PEOPLE, name)


@pytest.mark.parametrize(
    "names",
    [
        "Ada Byron, Carl Gauss",
        "Ada Byron, Carl Gauss, and Emmy Noether",
        "Ada Byron & Carl Gauss",
        "Ada Byron; Carl Gauss",
        "Ada Byron · Carl Gauss",
        "Ada Byron und Carl Gauss",
        "Byron, A., Gauss, C. F.",
        "Ada Byron, Carl Gauss et al.",
        "Ada Byron, Carl Gauss *et al.*",
        "Ada Byron, Carl Gauss и др.",
        "Ada Byron, Carl Gauss и соавт.",
        "Ada Byron, Carl Gauss y otros",
        "Ada Byron, Carl Gauss e outros",
        "Ada Byron, ...",
        "王小明、李华 ら",
        "王小明、李华 等",
        "王小明、李华 等5位",
        "Ada Byron, Carl Gauss 等 14 人",
        "**Ada Byron**, Carl Gauss",
        "<u>Ada Byron</u>, Carl Gauss",
        '<a href="https://a.b">Ada Byron</a>*, <strong>Carl Gauss</strong>, Emmy Noether',
        "Ada Byron†, Carl Gauss",
        "Ada Byron<sup>1,2</sup>, Carl Gauss<sup>2</sup>",
        "Ada Byron (University of Rivers), Carl Gauss (Lake Lab)",
        "Ada Byron (equal contribution), Carl Gauss",
        "Ada Byron, C. Gauss et al.",
        "Ada Byron, C. Gauss and E. Noether",
        "Ada Byron (1), Carl Gauss (4th Paradigm)",
    ],
)
def test_several_persons(names: str) -> None:
    """Names are separated in many ways, and have marks and affiliations."""
    assert re.fullmatch(PEOPLE, names)


@pytest.mark.parametrize(
    "words",
    [
        "rivers and lakes",
        "Stanford University",
        "River Research",
        "USENIX Security",
        "IEEE Rivers",
        "Nature Rivers",
        "Deep Learning",
        "Sparse Networks",
        "2024",
        "the",
    ],
)
def test_what_is_no_person(words: str) -> None:
    """Words in lower case, institutions, venues and methods are not names."""
    assert not re.fullmatch(PEOPLE, words)


@pytest.mark.parametrize(
    "title",
    ["O rio e a chuva", "A chuva", "Rios, lagos e chuva", "É possível?", "“Chuva” e memória"],
)
@pytest.mark.parametrize("names", ["BYRON, A. B. da; NOETHER, E.", "DE BYRON, A. da C.", "ŽAK, A."])
def test_surnames_in_capitals_before_a_title(names: str, title: str) -> None:
    """Titles after names in the style of ABNT may begin with one letter, a diacritic or a quote."""
    match = re.match(PEOPLE, f"{names} {title}. **Rios**")
    assert match is not None
    assert match[0] == names


def test_persons_before_a_title() -> None:
    """Names before a title end before it, unless it looks like a name."""
    match = re.match(PERSONS + r"[.,] ", "Ada Byron, Carl Gauss. A study of rivers")
    assert match is not None
    assert match[0] == "Ada Byron, Carl Gauss. "


@pytest.mark.parametrize(
    "remark",
    [
        "ICML 2024",
        "River Hall, Universities of the North and the South, 2013",
        "accepted by Hives",
        "12 pages, 3 figures",
        "12 votes",
        "oral",
        "Best paper",
    ],
)
def test_what_is_no_affiliation(remark: str) -> None:
    """A year or a remark in brackets after a name is not part of it."""
    match = re.match(PEOPLE, f"Ada Byron ({remark})")
    assert match is not None
    assert match[0] == "Ada Byron"


@pytest.mark.parametrize("count", ["▲ 9", "👍 9", "+9", "🔥", "9", "👍 9 votes"])
def test_a_count_is_no_affiliation(count: str) -> None:
    """Signs and digits in brackets after the last name are not part of it."""
    match = re.match(PEOPLE, f"Ada Byron, Carl Gauss ({count})")
    assert match is not None
    assert match[0] == "Ada Byron, Carl Gauss"


@pytest.mark.parametrize("names", ["Byron A, de Gauss CF", "Noether E, et al"])
def test_initials_without_points(names: str) -> None:
    """Initials follow surnames in the style of PubMed, up to a full stop."""
    match = re.match(INITIALS, f"{names}. A Study of Rivers")
    assert match is not None
    assert match[0] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("*Ada Byron, Carl Gauss*", "Ada Byron, Carl Gauss"),
        ("by Ada Byron", "Ada Byron"),
        ("<i>Ada Byron, Carl Gauss</i>", "Ada Byron, Carl Gauss"),
        ("Nature Communications 2024.", None),
        ("River Letters. 2023;5(2):1-9", None),
    ],
)
def test_names_below_a_title(line: str, names: str | None) -> None:
    """A line with the year or the volume of a journal is not names."""
    match = re.match(BYLINE, line, re.MULTILINE)
    assert (match and match["authors"]) == names


def test_who_chose_a_paper() -> None:
    """The name of who presented a paper is before it, and is not an author."""
    match = re.match(CHOOSER, "Presented by Ada Byron. Carl Gauss")
    assert match is not None
    assert match[0] == "Presented by Ada Byron. "


@pytest.mark.parametrize("label", ["Project Page", "Source Code", "Supplementary Material"])
def test_a_link_to_something_else_is_no_person(label: str) -> None:
    """Two words in a link are not a name if the last one names a thing that papers have."""
    assert not re.match(PEOPLE, f'<a href="https://a.b">{label}</a>, <a href="https://a.c">')
