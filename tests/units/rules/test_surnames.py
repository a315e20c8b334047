"""Surnames alone after titles."""

import pytest

from paperdigest import Paper, diagnose
from paperdigest._grammar.patterns import check_pattern, proven
from paperdigest._units.rules.surnames import surname_rules
from tests.dialects import read
from tests.units.test_papers import TITLES, url


def _papers(entry: str, names: tuple[str, ...]) -> tuple[Paper, ...]:
    """Return the papers of a list that has some text in the place of names."""
    entries = (
        entry.format(T=TITLES[at], U=url(at), A=each, Y=1990 + at) for at, each in enumerate(names)
    )
    papers = read("# Reading\n\n" + "".join(entries)).papers
    assert [paper.title for paper in papers] == list(TITLES[: len(names)])
    assert [paper.url for paper in papers] == [url(at) for at in range(len(names))]
    return papers


def _authors(entry: str, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [paper.authors for paper in _papers(entry, names)]


@pytest.mark.parametrize(
    "entry",
    [
        "- [{T}]({U}), {A} ({Y}), *Journal of Rivers*\n",
        "- [{T}]({U}), {A} ({Y}), *River Studies Review*\n",
        "- **[{T}]({U})**, {A}, {Y}\n",
        "- **{T}**, {A} ({Y}) [pdf]({U})\n",
    ],
)
def test_after_a_title_and_before_a_year(entry: str) -> None:
    """Surnames with "&" between a title and a year show that a text has surnames there."""
    names = ("Byron & North", "de Vries, Frost & Di Luca", "Yılmaz", "Noether et al.", "Nature")
    assert _authors(entry, names) == [
        ("Byron", "North"), ("de Vries", "Frost", "Di Luca"), ("Yılmaz",), ("Noether et al.",), (),
    ]  # fmt: skip


def test_before_a_journal_in_the_place_of_the_year() -> None:
    """Where the year is missing, the journal in italics ends the surnames."""
    names = ("Byron & North (1990)", "Stone & Frost (2001)", "Vale", "Klein")
    assert _authors("- [{T}]({U}), {A}, *Hive*\n", names) == [
        ("Byron", "North"), ("Stone", "Frost"), ("Vale",), ("Klein",),
    ]  # fmt: skip


def test_after_a_year() -> None:
    """Surnames follow a year in brackets if some papers have several there."""
    names = ("Byron, North.", "van der Meer. ⭐️", "Frost and Vale", "Haddad et al.", "Science.")
    assert _authors("- [{T}]({U}) ({Y}). {A}\n", names) == [
        ("Byron", "North"), ("van der Meer",), ("Frost", "Vale"), ("Haddad et al.",), (),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        "#### [{T}]({U}) {A}\n\n",
        '- ["{T}"]({U}) {A} `tag`\n',
        "- **[{T}]({U})** {A} [[code](https://a.example/b)]\n",
    ],
)
def test_after_a_link(entry: str) -> None:
    """Surnames with "et al." after titles that are links show that a text has surnames there."""
    names = ("Byron et al.", "North", "de Vries, Frost, Di Luca", "Noether et al.", "Slides")
    assert _authors(entry, names) == [
        ("Byron et al.",), ("North",), ("de Vries", "Frost", "Di Luca"), ("Noether et al.",), (),
    ]  # fmt: skip


def test_in_brackets() -> None:
    """Surnames are in brackets if some papers have several there. A kind of paper is no surname."""
    names = ("Byron & North", "Vale", "Oral", "dos Santos, Frost and Klein", "NeurIPS")
    assert _authors("- **{T}** ({A}) [pdf]({U})\n", names) == [
        ("Byron", "North"), ("Vale",), (), ("dos Santos", "Frost", "Klein"), (),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ("Byron & North", "Vale", "Frost & de la Cruz"),
            [("Byron", "North"), ("Vale",), ("Frost", "de la Cruz")],
        ),
        (
            ("Ada Byron, Emmy North", "Ines Vale", "Carl Frost"),
            [("Ada Byron", "Emmy North"), ("Ines Vale",), ("Carl Frost",)],
        ),
    ],
)
def test_in_brackets_before_prose(names: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    """Prose may follow names in brackets, and the link at its end is the main one."""
    entry = "- **{T}** ({A}) — shows that most rivers freeze from the shore. [→ Hive 12]({U})\n"
    papers = _papers(entry, names)
    assert [paper.authors for paper in papers] == expected
    for paper in papers:
        assert [part.text for part in paper.sections] == [
            "shows that most rivers freeze from the shore."
        ]


@pytest.mark.parametrize(
    "entry",
    [
        "- [{T}]({U}), {A} ({Y})\n",
        "- **{T}** ({A}) [pdf]({U})\n",
        "- [{T}]({U}) ({Y}). {A}.\n",
        "- [{T}]({U}) ({A}, SNOW'21)\n",
    ],
)
def test_single_words(entry: str) -> None:
    """A word alone in these places is no surname if no paper of the text has several."""
    assert _authors(entry, ("Hives", "Bees", "Byron & North", "Ants")) == [()] * 4


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("- **{T}** ({A}) [pdf]({U})\n", "Oral and Poster"),
        ("- [{T}]({U}) ({Y}). {A}.\n", "Nature, London"),
        ("- [{T}]({U}) ({Y}), {A}\n", "Python, Java"),
    ],
)
def test_other_words_in_these_places(entry: str, words: str) -> None:
    """A kind of paper, a journal with its place, and tags after a comma are no surnames."""
    assert _authors(entry, (words,) * 4) == [()] * 4


@pytest.mark.parametrize("venue", ["SNOW'21", "HotRiver’20", "Rivers 2021", "Slow Rivers 2021"])
@pytest.mark.parametrize(
    "entry",
    [
        "- [x] {T} ({A}, {V}) {U} -- a remark on it\n",
        "- [ ] [{T}]({U}) ({A}, {V}) -- **must read**\n",
        "* **{T}** ({A}, {V}) [pdf]({U})\n",
        '{Y}. "{T}" ({A}, {V}) [pdf]({U})\n',
    ],
)
def test_in_brackets_before_a_venue(entry: str, venue: str) -> None:
    """Surnames in brackets are before a venue if some papers have several there; initials may be too."""
    names = ("Byron & North", "Frost, Stone", "Vale", "L. Huang, Klein M.", "de Vries et al.")
    papers = _papers(entry.replace("{V}", venue), names)
    assert [paper.authors for paper in papers] == [
        ("Byron", "North"), ("Frost", "Stone"), ("Vale",), ("L. Huang", "Klein M."), ("de Vries et al.",),
    ]  # fmt: skip
    assert {paper.fields[0].value for paper in papers} == {venue}


def test_a_year_in_place_of_a_venue() -> None:
    """Where surnames are before a venue, they are before a year too. A kind of paper is no surname."""
    entries = "".join(
        f"- {title} ({rest}) {url(at)}\n"
        for at, (title, rest) in enumerate(
            zip(
                TITLES,
                (
                    "Byron & North, SNOW'21",
                    "Frost and Vale, HIVE'20",
                    "Klein, 1994",
                    "Oral, SNOW'21",
                    "Haddad et al.",
                ),
                strict=True,
            )
        )
    )
    papers = read("# Reading\n\n" + entries).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == [
        ("Byron", "North"), ("Frost", "Vale"), ("Klein",), (), ("Haddad et al.",),
    ]  # fmt: skip


def test_in_brackets_before_links_and_a_presenter() -> None:
    """In a list of a study group, the name after the links is not an author. Titles may have commas."""
    lines = (
        "- [x] [ICML'23] A Study of Slow Rivers (Byron et al.) [[paper]({U0})] [[발표자료](a.pdf)] - 김하나\n",
        "- [x] [ACL'22] Stones or Sand? Small Networks Revisited (Frost et al.) [[paper]({U1})] - 박두리\n",
        "- [ ] [KDD'24] What Otters Teach Us: Does Search Help? (North and Vale) [[paper]({U2})] - 김하나\n",
        "- [ ] [NMI'24] Loud Maps, Quiet Borders [[paper]({U3})] - Ada Byron\n",
        "- [ ] [NMI'24] 비 소리 듣기 모델의 편향 분석 (정하늘 et al.) [[paper]({U4})]\n",
    )
    text = "# 스터디\n\n" + "".join(
        line.format(**{f"U{at}": url(at)}) for at, line in enumerate(lines)
    )
    papers = read(text).papers
    assert [paper.title for paper in papers] == [
        "A Study of Slow Rivers",
        "Stones or Sand? Small Networks Revisited",
        "What Otters Teach Us: Does Search Help?",
        "Loud Maps, Quiet Borders",
        "비 소리 듣기 모델의 편향 분석",
    ]
    assert [paper.url for paper in papers] == [url(at) for at in range(5)]
    assert [paper.authors for paper in papers] == [
        ("Byron et al.",), ("Frost et al.",), ("North", "Vale"), (), ("정하늘 et al.",),
    ]  # fmt: skip
    stray = [text[each.start : each.end] for each in diagnose(text) if each.code == "stray-text"]
    assert [each.strip() for each in stray] == ["- 김하나", "- 박두리", "- 김하나", "- Ada Byron"]


@pytest.mark.parametrize(
    "heads",
    [
        ("Slow Rivers, Fast Stones", "Otters Search, Otters Find", "Old Maps, New Borders"),
        ("Slow rivers freeze first", "Otters search at night", "Old maps of new borders"),
    ],
)
def test_titles_without_marks(heads: tuple[str, ...]) -> None:
    """A title without marks goes on after a comma, up to the names in brackets."""
    names = ("Byron & North", "Vale", "Frost & Klein")
    text = "# Reading\n\n" + "".join(
        f"- {head} ({each}) [pdf]({url(at)})\n"
        for at, (head, each) in enumerate(zip(heads, names, strict=True))
    )
    papers = read(text).papers
    assert [paper.title for paper in papers] == list(heads)
    assert [paper.authors for paper in papers] == [
        ("Byron", "North"),
        ("Vale",),
        ("Frost", "Klein"),
    ]


@pytest.mark.parametrize(
    "place",
    ["cited", "in brackets", "before a venue in brackets", "after a year", "after a link"],
)
def test_surnames_take_a_time_that_grows_with_the_text(place: str) -> None:
    """However many particles and names there are, each is walked once: there is a proof."""
    with proven():  # which is taken on trust when a text is parsed
        rules = surname_rules([place])
    found = [rule.pattern for rule in rules if rule.kind == "authors"]
    assert found
    for pattern in found:
        check_pattern(pattern, "Rule")


def test_particles_that_are_names() -> None:
    """A short name such as "Le" is a name before "and", a comma or the end."""
    names = ("Le & North", "Le and Di Luca", "Te, De la Cruz & Vale", "Du", "van den Berg")
    assert _authors("- [{T}]({U}), {A} ({Y})\n", names) == [
        ("Le", "North"), ("Le", "Di Luca"), ("Te", "De la Cruz", "Vale"), ("Du",), ("van den Berg",),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["- ", "- [ ] ", "{N}. "])
@pytest.mark.parametrize("title", ["[{T}]({U})", '"{T}"', "**{T}**"])
def test_before_a_year_and_a_title(mark: str, title: str) -> None:
    """A comma before a year is between two surnames where "and" is, but not before an initial."""
    names = (
        "Byron and North",
        "Frost, Vale & Klein",
        "de Vries, Stone",
        "Haddad, A.",
        "Ito, Lee et al.",
    )
    entry = f"{mark.format(N=1)}{{A}} ({{Y}}). {title} [pdf]({{U}})\n"
    assert _authors(entry, names) == [
        ("Byron", "North"), ("Frost", "Vale", "Klein"), ("de Vries", "Stone"), ("Haddad, A.",),
        ("Ito", "Lee et al."),
    ]  # fmt: skip


def test_a_surname_before_a_given_name_and_a_year() -> None:
    """A comma is in a name if no text shows that names before years are surnames alone."""
    names = ("Byron, Ada", "Frost, Carl and North, Emmy", "Stone, Maya")
    assert _authors("- {A} ({Y}). [{T}]({U})\n", names) == [
        ("Byron, Ada",), ("Frost, Carl", "North, Emmy"), ("Stone, Maya",),
    ]  # fmt: skip


@pytest.mark.parametrize("rest", ["", " *JMP* - link is dead", " Working paper."])
def test_a_title_without_a_link_after_names_and_a_year(rest: str) -> None:
    """An entry without a link among linked ones has its names before the title too."""
    names = ("Byron and North", "Vale", "Frost, Stone and Klein", "Lee et al.")
    entry = "- [ ] {A} ({Y}). [{T}]({U}). *Hive*\n"
    linked = "".join(
        entry.format(T=TITLES[at], U=url(at), A=each, Y=1990 + at) for at, each in enumerate(names)
    )
    text = f"# Reading\n\n{linked}- [ ] Reed (2020). Ants at Rest in Winter.{rest}\n"
    assert [(paper.title, paper.authors) for paper in read(text).papers][4:] == [
        ("Ants at Rest in Winter", ("Reed",))
    ]
