"""Learning from lines: values that stand anywhere around a title, and in the lines below it."""

import datetime

import pytest

from paperdigest import Link, Paper, learn_dialect, parse_digest, serialize_digest

PAPERS = (
    Paper("A Study of Birds", "https://arxiv.org/abs/2401.00001", 12, ["Ada Byron", "Emmy N."], published=datetime.date(2024, 3, 1)),
    Paper("Graphs: How Far?", "https://arxiv.org/abs/2401.00002", 3, ["Carl Gauss"], published=datetime.date(2024, 11, 12)),
    Paper("Small Models (and Big Ones)", "https://example.org/ab_C1", 128, ["P. Q. Roe", "Uma van Dyk", "Ida"], published=datetime.date(2023, 12, 31)),
)  # fmt: skip

#: How a paper is written: `t` is the title, `a` the authors, `v` the votes, `u` the main link, and
#: `d`, `y` and `m` the day, in numbers, with points, and in words.
LINES = (
    "- **{t}** by *{a}* ({v} votes) <{u}>",
    "- **{t}** – {a} ({v} votes) [link]({u})",
    "* [{t}]({u}) by {a} - {v} stars",
    "1. *{t}*, {a}, {v} upvotes, {u}",
    "- {t} ({a}) [[paper]({u})] ⭐ {v}",
    '- "{t}" by {a}; votes: {v}; <{u}>',
    "- `{v}` **[{t}]({u})**: {a}",
    "> **{t}** by _{a}_ `{v}` [[PDF]]({u})",
    '- {a}: "{t}". {u} (+{v})',
    "- {a}. **{t}**. [arXiv]({u}). {v} points",
    "- ({v}) {t}, by {a} → {u}",
    "- *{a}* [{t}]({u}) (score {v})",
    "- {t}. {a}. ({v}) [[pdf]({u})]",
    "* {t} // {a} // {v} // {u}",
    "- {d} **{t}** — {a} [[pdf]({u})]",
    "- [{d}] {t}. {a}. <{u}>",
    "* {t} ({y}) by {a}: {u}",
    "1. [{t}]({u}) — {a} ({m})",
    '{v}. {a}. "{t}." {d}. {u}',
    "[{d}] [{t}]({u}) (▲{v}) {a}",
)

BLOCKS = (
    "## {t} by {a}\n\n{u}\n\nVotes: {v}\n",
    "### [{t}]({u}) ({v})\n*Authors*: {a}\n",
    "**{t}**\n{a} | {v} likes | [pdf]({u})\n",
    "### {t}\n{a}\n[Paper]({u}) · {v} upvotes\n",
    "- [{t}]({u})\n  - {a}\n  - {v} votes",
    "- {t} [{v}]\n  {a}\n  {u}",
    "### {t}\n\n*{a}*\n\n[{u}]({u}) — {v} votes\n",
    '<h3><a href="{u}">{t}</a></h3>\n<p>{a}</p>\n<p>{v} votes</p>\n',
    "- {t}\n    + {a}\n    + [[paper]({u})] [{v} upvotes]",
    "### {t} ({v} votes)\n{a}; [paper]({u})\n",
    "### {t}\n`{d}` {a}\n{u}\n",
    "### {t}\n**Authors:** {a}  \n**Published:** {d}  \n**Paper:** [link]({u})  \n\nSome text about it.\n",
    "- [x] **{t}**\n      {a}\n      {d}, {v} likes\n      {u}",
    "<details><summary><b>{t}</b> ({v})</summary>\n\n{a}\n\n[arXiv]({u})\n\nSome text.\n\n</details>\n",
    "**[{t}]({u})**  \n*{a}*  \n{d}\n\n> A quotation.\n",
    "#### [{t}]({u})\nby {a} on {m}\n",
)

ROWS = (
    "| {t} | {a} | {v} | [pdf]({u}) |",
    "| [{t}]({u}) | {a} | {v} ⬆️ |",
    "| {v} | **{t}**<br>{a} | [arXiv]({u}) |",
    "| {d} | **{t}** | {a} | [link]({u}) |",
)


def written(form: str, paper: Paper) -> str:
    """Return a paper in a form."""
    day = paper.published
    assert day is not None
    return form.format(
        t=paper.title, a=", ".join(paper.authors), v=paper.votes, u=paper.url,
        d=day, y=f"{day:%Y.%m.%d}", m=f"{day:%B} {day.day}, {day.year}",
    )  # fmt: skip


def wanted(form: str, paper: Paper) -> Paper:
    """Return what a form holds of a paper."""
    dated = any(name in form for name in ("{d}", "{y}", "{m}"))
    return Paper(
        paper.title,
        paper.url,
        paper.votes if "{v}" in form and form[0] != "{" else None,
        paper.authors,
        published=paper.published if dated else None,
    )


@pytest.mark.parametrize("form", [*LINES, *BLOCKS, *ROWS])
def test_one_example_gives_all_values(form: str) -> None:
    """From the values of one paper, those of the others are read, and can be edited."""
    columns = form.count("|") - 1
    head = f"|{' T |' * columns}\n|{'---|' * columns}\n" if form in ROWS else ""
    text = "# Club\n\n" + head + "\n".join(written(form, paper) for paper in PAPERS) + "\n"
    papers = [wanted(form, paper) for paper in PAPERS]
    learned = learn_dialect("club", text, papers[:1])
    assert learned.differences == ()
    read = learned.digest.papers
    assert [values_of(paper, papers[0]) for paper in read] == [
        values_of(paper, papers[0]) for paper in papers
    ]
    assert serialize_digest(learned.digest) == text
    changed = serialize_digest(learned.digest.replace_paper(read[1], title="Another"))
    again = parse_digest(changed, dialect=learned.dialect)
    assert again.papers == (read[0], read[1].replace(title="Another"), read[2])


def values_of(paper: Paper, example: Paper) -> tuple[object, ...]:
    """Return the values of a paper that an example has."""
    votes = None if example.votes is None else paper.votes
    return paper.title, paper.url, paper.authors, votes, paper.published


def test_a_title_between_marks_may_hold_the_word_after_it() -> None:
    """Marks around a title end it, and not a word that comes after them in the example."""
    text = "1. **Learning by Heart** by Ada Byron\n2. **Ants** by Emmy North\n"
    learned = learn_dialect("club", text, [Paper("Ants", authors=["Emmy North"])])
    assert [paper.title for paper in learned.digest.papers] == ["Learning by Heart", "Ants"]


def test_what_follows_the_last_value_is_written() -> None:
    """A new paper is written with the word after the votes, and with the marks that close."""
    text = "1. [Ants](a) by Ada Byron (12 likes)\n2. [Bees](b) by Emmy North (3 likes)\n"
    digest = learn_dialect("club", text, [Paper("Ants", "a", 12, ["Ada Byron"])]).digest
    more = digest.insert(2, Paper("Owls", "c", 1, ["Rosa Park"]))
    assert serialize_digest(more).splitlines()[2] == "3. [Owls](c) by Rosa Park (1 likes)"


def test_an_example_needs_a_title() -> None:
    """A paper without title cannot be looked for."""
    with pytest.raises(ValueError, match="an example has no title"):
        learn_dialect("club", "- Ants\n", [Paper("")])


def test_separators() -> None:
    """Names are separated as in the example."""
    for separator in ("; ", " and ", " · ", " & ", "、"):
        rows = "\n".join(f"- **{each.title}** ({separator.join(each.authors)})" for each in PAPERS)
        example = Paper(PAPERS[0].title, authors=PAPERS[0].authors)
        learned = learn_dialect("club", rows, [example])
        assert [paper.authors for paper in learned.digest.papers] == [
            paper.authors for paper in PAPERS
        ]


def test_papers_may_lack_values() -> None:
    """A paper without authors, votes or a line below its title is one all the same."""
    text = "- **A** by *Ada* (3 votes)\n  <https://example.org/a>\n- **B** (4 votes)\n- **C**\n"
    example = Paper("A", "https://example.org/a", 3, ["Ada"])
    papers = learn_dialect("club", text, [example]).digest.papers
    assert [paper.title for paper in papers] == ["A", "B", "C"]
    assert papers[0].authors == ("Ada",)


CLUB = "* {t} [paper](https://example.org/{t}){a}{v}\n"
#: What the papers of a list have, each by its title.
HELD: dict[str, tuple[tuple[str, ...], int | None]] = {
    "Distilling": (("Ada Byron", "Carl Gauss"), 12),
    "Pruning": (("Emmy Noether",), 3),
    "Nameless": ((), 33),
    "Unread": (("Cy Day",), None),
    "Bare": ((), None),
}


def club(form: str = CLUB, more: str = "") -> tuple[str, Paper]:
    """Return a list of papers that lack some values, and the first of them."""
    text = "".join(
        form.format(
            t=title,
            a=f" by {', '.join(names)}" if names else "",
            v=f" -- {votes} likes" if votes else "",
        )
        for title, (names, votes) in HELD.items()
    )
    return f"{text}{more}", Paper("Distilling", authors=HELD["Distilling"][0], votes=12)


@pytest.mark.parametrize("more", ["", "* Odd [pdf](https://example.org/Odd) and so on\n"])
@pytest.mark.parametrize("form", [CLUB, "* {t}{a}{v} <https://example.org/{t}>\n"])
def test_a_paper_may_lack_any_of_the_last_values(form: str, more: str) -> None:
    """A value is read whether or not those before it are there, by templates or by a pattern."""
    text, example = club(form, more)
    example = example.replace(url="https://example.org/Distilling")
    learned = learn_dialect("club", text, [example])
    papers = learned.digest.papers
    assert {paper.title: (paper.authors, paper.votes) for paper in papers[:5]} == HELD
    assert [paper.url for paper in papers[:5]] == [f"https://example.org/{each}" for each in HELD]
    assert serialize_digest(learned.digest) == text
    new = Paper("New", "https://example.org/New", 7)
    assert form.format(t="New", a="", v=" -- 7 likes") in serialize_digest(
        learned.digest.insert(1, new)
    )


def test_a_day_ends_a_title_without_names_behind() -> None:
    """Where the names before it are missing, a day written like that of the example ends a title."""
    text = "- Ants by Ada, 2024-05-01\n- Bees, 20 of them, 2024-05-02 (new)\n- Owls\n"
    day = datetime.date(2024, 5, 1)
    learned = learn_dialect("club", text, [Paper("Ants", authors=["Ada"], published=day)])
    assert [(paper.title, paper.published) for paper in learned.digest.papers] == [
        ("Ants", day),
        ("Bees, 20 of them", day.replace(day=2)),
        ("Owls", None),
    ]


def test_a_template_is_printed_where_it_suffices() -> None:
    """A rule has no pattern if its templates read all papers of the text."""
    text, example = club()
    example = example.replace(url="https://example.org/Distilling")
    learned = learn_dialect("club", text, [example])
    (rule,) = learned.dialect.rules_of("paper")
    assert len(rule.patterns) == len(rule.templates) == 4
    assert "pattern=" not in learned.source
    (rule,) = learn_dialect("club", text.split("\n")[0], [example]).dialect.rules_of("paper")
    assert len(rule.patterns) == 1  # of one paper nobody knows what others have


def test_the_end_of_a_head_that_is_in_no_value_is_unread() -> None:
    """A head that ends in words that are in no value and no template is among the unread lines."""
    more = "* Odd [paper](https://example.org/Odd), and so on\n* Even [paper](x) -- 4 likes (new)\n"
    text, example = club(more=more)
    example = example.replace(url="https://example.org/Distilling")
    learned = learn_dialect("club", text, [example])
    assert [line.number for line in learned.unread] == [6, 7]
    assert str(learned).startswith(
        "# Parses 7 papers. Not fully parsed: 2 lines.\n# 6: * Odd [paper]"
    )


def test_a_number_is_looked_for_as_a_whole() -> None:
    """Votes are not found within other numbers, nor within another value."""
    text = "- 12024 A Study <https://example.org/120> 12\n- 32024 More <https://example.org/3> 4\n"
    learned = learn_dialect("club", text, [Paper("A Study", "https://example.org/120", 12)])
    assert [paper.votes for paper in learned.digest.papers] == [12, 4]
    text = "- **12 Birds** 12\n- **3 Bees** 4\n"
    learned = learn_dialect("club", text, [Paper("12 Birds", votes=12)])
    assert [(paper.title, paper.votes) for paper in learned.digest.papers] == [
        ("12 Birds", 12),
        ("3 Bees", 4),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "- **{t}** [[pdf]({u})] [[code](https://example.org/{v})]",
        "- {t} `Here 2024` [pdf]({u}) | [code](https://example.org/{v})",
        "- {t} [pdf]({u}), ([code](https://example.org/{v}))",
        "### {t}\n[pdf]({u}) · [code](https://example.org/{v})\n\nSome text.\n",
        "- **[{t}]({u})** by {a} [[code](https://example.org/{v})]",
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_links_that_end_a_line(form: str, named: bool) -> None:
    """Links behind the main one are read one by one, also where the example does not name them."""
    text = "\n".join(written(form, paper) for paper in PAPERS) + "\n"
    first = PAPERS[0]
    codes = [(Link("code", f"https://example.org/{paper.votes}"),) for paper in PAPERS]
    example = Paper(first.title, first.url, links=codes[0] if named else ())
    learned = learn_dialect("club", text, [example])
    assert learned.differences == ()
    papers = learned.digest.papers
    assert [(paper.title, paper.url) for paper in papers] == [(p.title, p.url) for p in PAPERS]
    assert [paper.links for paper in papers] == codes
    assert serialize_digest(learned.digest) == text
    new = Paper("Another", "https://example.org/a", links=[Link("code", "https://example.org/b")])
    longer = serialize_digest(learned.digest.replace(papers=[*papers, new]))
    assert parse_digest(longer, dialect=learned.dialect).papers == (*papers, new)


def test_a_main_link_behind_others() -> None:
    """Where the main link is not the first one, the line is read as a whole."""
    text = "- A [x](https://example.com/1) [pdf](https://example.org/1)\n- B [x](https://example.com/2) [pdf](https://example.org/2)\n"
    learned = learn_dialect("club", text, [Paper("A", "https://example.org/1")])
    assert learned.differences == ()
    assert [paper.title for paper in learned.digest.papers] == ["A", "B"]


@pytest.mark.parametrize("behind", ["", " ⭐ {v}", " <{u}>", "{s}{v}{s}{u}"])
@pytest.mark.parametrize("word", ["", "by "])
@pytest.mark.parametrize("separator", [" :: ", " : ", " ; ", " . ", " , ", " ... ", " / ", " // ", " ~ ", "\t", "  ", ":: "])  # fmt: skip
def test_whatever_separates_values(separator: str, word: str, behind: str) -> None:
    """Any marks or white space between two values end the first one, points as well."""
    form = f">> {{t}}{separator}{word}{{a}}{behind.replace('{s}', separator)}"
    text = "\n\n".join(written(form, paper) for paper in PAPERS)
    papers = [wanted(form, paper) for paper in PAPERS]
    if "{u}" not in form:
        papers = [paper.replace(url=None) for paper in papers]
    learned = learn_dialect("club", text, papers[:1])
    assert learned.differences == ()
    assert learned.digest.papers == tuple(papers)
    again = learned.digest.replace_paper(papers[1], title="Another")
    assert serialize_digest(again) == text.replace(papers[1].title, "Another")


def test_points_in_a_title_before_the_same_marks() -> None:
    """Marks apart from both values end a title only where they are apart from its words, too."""
    text = "- A/B Tests / Ada Byron ⭐ 3\n- Now: B.C.: Old / Emmy North ⭐ 4\n"
    learned = learn_dialect("club", text, [Paper("A/B Tests", authors=["Ada Byron"], votes=3)])
    assert [paper.title for paper in learned.digest.papers] == ["A/B Tests", "Now: B.C.: Old"]


FOUNT = "★ *{t}* — {a} ({d})\n↳ {u} | 🗳 {v}\nText.\n"


@pytest.mark.parametrize(
    ("paper", "head"),
    [
        (Paper("New"), "★ *New*"),
        (Paper("New", authors=["X Y"]), "★ *New* — X Y"),
        (Paper("New", "https://example.org/n", authors=["X Y"], published=datetime.date(2025, 1, 2)), "★ *New* — X Y (2025-01-02)\n↳ https://example.org/n"),
    ],
)  # fmt: skip
def test_a_paper_without_the_last_values_is_written(paper: Paper, head: str) -> None:
    """Where papers may lack values behind another one, new papers are written without them."""
    text = "\n".join(written(FOUNT, each) for each in PAPERS)
    digest = learn_dialect("club", text, PAPERS[:1]).digest
    assert f"\n{head}\n" in serialize_digest(digest.insert(1, paper))


def test_what_is_open_in_a_shorter_head_is_not_written() -> None:
    """A head is not cut where marks, quotes, brackets or tags around several values are open."""
    forms = (
        "- **{t} by {a}** ⭐ {v}",
        '- "{t}, {a}" ⭐ {v}',
        "- [{t}, {a}] ⭐ {v}",
        "- <b>{t}, {a}</b> ⭐ {v}",
    )
    closed = ("- **{title} by {authors}**", '- "{title}, {authors}"', "- [{title}, {authors}]", "- <b>{title}, {authors}</b>")  # fmt: skip
    for form, template in zip(forms, closed, strict=True):
        text = "\n".join(written(form, each) for each in PAPERS)
        example = PAPERS[0].replace(url=None, published=None)
        (rule,) = learn_dialect("club", text, [example]).dialect.rules_of("paper")
        assert rule.templates == (f"{template} ⭐ {{votes}}", template)


def test_a_category_in_a_head() -> None:
    """The category of an example is found in its head as a word, and others may have none."""
    text = "- A by OpenAI `AI` +3\n- B by Ada `ML` +4\n- C by Emmy\n"
    learned = learn_dialect("club", text, [Paper("A", authors=["OpenAI"], category="AI", votes=3)])
    assert learned.differences == ()
    assert [paper.category for paper in learned.digest.papers] == ["AI", "ML", None]
