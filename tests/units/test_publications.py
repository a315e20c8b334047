"""Lists of publications and programs of conferences, where names come before the titles."""

import pytest

from paperdigest import diagnose, parse_digest, serialize_digest

A, B, C = (f"https://arxiv.org/abs/2401.0000{number}" for number in (1, 2, 3))
BEES, ANTS, OWLS = "Bees Count to Four", "Ants Avoid Corners at Night", "Owls Map Quiet Rooms"
PAIR = ("Ada Byron", "Carl Gauss")
TITLES = [BEES, ANTS, OWLS]
NAMES = [PAIR, ("Emmy Noether", "Ada Byron"), ("Carl Gauss",)]

#: The same names with the surname first.
SHORT = [("Byron, A.", "Gauss, C."), ("Noether, E.", "Byron, A."), ("Gauss, C.",)]

#: A text of three papers in each form, with those titles and names.
FORMS = {
    "own name in bold, titles in bold": (
        f"# Publications\n\n- **Ada Byron**, Carl Gauss. **{BEES}**. *ICML 2024*. [[PDF]({A})]\n"
        f"- <u>Emmy Noether</u>\\*, **Ada Byron**\\*. **{ANTS}**. *ACL 2023*. [[PDF]({B})]\n"
        f"- Carl Gauss (2019). **{OWLS}**. *PhD thesis*. [[PDF]({C})]\n"
    ),
    "keys, marks of footnotes, titles in quotes": (
        f'# Publications\n\n[C3] Ada Byron\\*, Carl Gauss†, "{BEES}," *Journal of Bees*, 2024. [[paper]({A})]\n\n'
        f'[C2] Emmy Noether, Ada Byron ⋆, "{ANTS}," *Insects*, Oct. 2023. **(Oral, 6%)**\n\n'
        f'[C1] Carl Gauss†, "{OWLS}," *Night Letters*, vol. 9, 2021. [[paper]({C})]\n'
    ),
    "titles in the next line": (
        f"# Publications\n\n* Ada Byron, Carl Gauss.\n  [{BEES}]({A}).\n  *ICML 2024*. [slides](https://example.org/s)\n"
        f"* Emmy Noether ⋆, and Ada Byron.\n  {ANTS}.\n  *IEEE S&P 2023*. [pdf]({B})\n"
        f"* Carl Gauss.\n  {OWLS}.\n  *ACM CCS 2022*. [pdf]({C})\n"
    ),
    "a mark before the names": (
        f"# Reading\n\n+ **[B]** Ada Byron and Carl Gauss. {BEES}. *Journal of Bees*, 9(1), 1991. [[PDF]({A})]\n"
        f"+ Emmy Noether, Ada Byron. {ANTS}. In *ACL* 15, 2014. [[PDF]({B})]\n"
        f"+ **[T]** Carl Gauss. {OWLS}. *Night Letters*, 172:1873-1896, 2008.\n"
    ),
    "surnames first, own names in bold, one paper in press": (
        f"# Publications\n\n- **Byron, A.**\\*, & **Gauss, C.**\\* (in press). {BEES}. *Journal of Bees*. [[preprint]({A})]\n"
        f"- **Noether, E.**, & Byron, A. (2023). {ANTS}. *Insects, 9*, 3-8. [[DOI]({B})] [[data]](https://example.org/d)\n"
        f"- **Gauss, C.** (under review). {OWLS}.\n"
    ),
    "surnames first, some titles are links, a paper that is accepted": (
        f"# Publications\n\n- **Byron, A.**, & Gauss, C. (accepted). [{BEES}]({A}). *Journal of Bees*.\n"
        f"- **Noether, E.**, & **Byron, A.** (2023, March). [{ANTS}]({B}). *Insects, 9*, 3-8.\n"
        f"- **Gauss, C.** (2022). {OWLS}. *Night Letters*.\n"
    ),
    "a reference list with a paper in press": (
        f"# References\n\nByron, A., & Gauss, C. (2024, May 2). {BEES}. *Journal of Bees*. {A}\n\n"
        f"Noether, E., & Byron, A. (2023). {ANTS}. *Insects*, *9*, 3-8. {B}\n\nGauss, C. (in press). {OWLS}. *Night Letters*. {C}\n"
    ),
    "own name in bold before the year": (
        f"# Papers\n\n- **Ada Byron**, Carl Gauss. 2024. {BEES}. In *ICML '24*. [[pdf]({A})]\n"
        f"- Emmy Noether and **Ada Byron**. 2023. {ANTS}. In *ACL '23*. [[pdf]({B})]\n- **Carl Gauss**. 2021. {OWLS}. *Night Letters*.\n"
    ),
    "keys in bold, surnames first, titles in italics": (
        f"# Publications\n\n**[C6]** <u>Byron, A.</u>, **Gauss, C.** (2024). *{BEES}.* arXiv:2401.00001. [[arxiv]({A})]\n\n"
        f"**[C5]** **Noether, E.** and Byron, A. *{ANTS}.* ACL 2023. [[pdf]({B})]\n\n**[J1]** **Gauss, C.** *{OWLS}* Night Letters 55(9), 2021. [[doi]({C})]\n"
    ),
    "guillemets after names": (
        f"# Publications\n\n- **Ada Byron**†, Carl Gauss. « {BEES} ». *ICML 2024*, Kos. [[HAL]({A})]\n"
        f"- Emmy Noether et **Ada Byron**. « {ANTS} ». *ACL 2023*. [doi]({B})\n- **Carl Gauss**, « {OWLS} », *Gazette*, n° 176. [doi]({C})\n"
    ),
    "titles in bold lines over an own name in bold": (
        f"# Publications\n\n**{BEES}**\n**Ada Byron**, Carl Gauss\n*Journal of Bees, 57(4), 2024*\n[[PDF]({A})]\n\n"
        f"**{ANTS}**\nEmmy Noether, and **Ada Byron**\n*Insects, 9(1):3-8, 2023*\n[[PDF]({B})]\n\n"
        f"**{OWLS}**\n**Carl Gauss**\n*Night Letters, 17, 2019*\n[[PDF]({C})]\n"
    ),
    "names and a venue in an item below the links": (
        f"# Resources\n\n- {BEES}\n  [[pdf]]({A})\n  - Ada Byron, and Carl Gauss. *Journal of Bees*, 2024.\n\n"
        f"- {ANTS}\n  [[pdf]]({B})\n  [[code]](https://github.com/a/b)\n  - Emmy Noether and Ada Byron. *ACL*, 2023.\n\n"
        f"- {OWLS}\n  [[link]]({C})\n  - Carl Gauss. *Night Letters*, 2021.\n"
    ),
    "a program with times": (
        f"# Program\n\n## Session 1\n**Room:** A · **Chair:** Rosa Park\n\n- 10:30 [Full] *{BEES}*. **Ada Byron**, Carl Gauss\n"
        f"- 10:50 [Short] *{ANTS}*. Emmy Noether, **Ada Byron** ([preprint]({B}))\n- 11:10 [Demo] *{OWLS}*. **Carl Gauss**\n"
    ),
}  # fmt: skip


def titles(text: str) -> list[str]:
    """Return the titles of the papers in a text, each on one line."""
    return [" ".join(paper.title.split()) for paper in parse_digest(text).papers]


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_names_and_titles(text: str) -> None:
    """Titles and names are found, without emphasis and marks, and nothing else is a paper."""
    digest = parse_digest(text)
    assert titles(text) == TITLES
    wanted = NAMES if "Byron, A." not in text else SHORT
    assert [paper.authors for paper in digest.papers] == wanted
    assert serialize_digest(digest) == text


MORE = ("Bats Sing", "Moths Turn", "Hens Plan Their Days")


def test_a_page_of_a_person() -> None:
    """Titles in bold lines, with names, a venue and links in lines below that end in two spaces."""
    papers = "".join(
        f"**{title}**  \n**Ada Byron**, Carl Gauss  \n*ICML 2024*  \n[paper]({A[:-1]}{at}) / [code](https://example.org/c)\n\n"
        for at, title in enumerate((*TITLES, *MORE))
    )
    last = "**Foxes Wait**  \nCarl Gauss and **Ada Byron**  \n*CPP 2022*  \nno link yet\n\n"
    text = f"# Ada Byron\n\n## Publications\n\n{papers}{last}"
    digest = parse_digest(text)
    assert titles(text) == [*TITLES, *MORE, "Foxes Wait"]
    assert {paper.authors for paper in digest.papers} == {PAIR, PAIR[::-1]}


def test_names_below_some_titles_and_after_others() -> None:
    """Names are found in the line below a title, and after a dash if other papers have them below."""
    below = "".join(
        f"* **{title}**\n  Ada Byron (Uni A), Carl Gauss (Uni B)\n" for title in (*TITLES, MORE[0])
    )
    text = f"# Accepted\n\n## Long\n\n{below}\n## Short\n\n* **{MORE[1]}** -- Emmy Noether (Uni C)\n* **{MORE[2]}** -- Ada Byron (Uni A), Carl Gauss (Uni B)\n"
    digest = parse_digest(text)
    assert titles(text) == [*TITLES, *MORE]
    assert [paper.authors[0].split(" (")[0] for paper in digest.papers] == ["Ada Byron"] * 4 + [
        "Emmy Noether",
        "Ada Byron",
    ]


def test_own_names_in_bold_with_initials() -> None:
    """In APA style, own names may be in bold and first, and the paper not yet published."""
    text = (
        f"# Publications\n\n- **Byron, A.**, & Gauss, C. (in press). {BEES}. *Journal of Bees*. [[PDF]({A})]\n"
        f"- **Noether, E.**\\*, **Byron, A.** (2023). {ANTS}. *Insects, 9*, 1--7. [[PDF]({B})]\n"
        f"- **Gauss, C.** (under review). {OWLS}.\n"
    )
    papers = parse_digest(text).papers
    assert [paper.title for paper in papers] == TITLES
    assert [paper.authors for paper in papers] == SHORT


def test_an_edit_keeps_the_emphasis_of_a_name() -> None:
    """A name is replaced within its marks, and the other names stay as they are written."""
    text = FORMS["own name in bold, titles in bold"]
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], authors=("Ada King", "Carl Gauss"))
    assert serialize_digest(edited) == text.replace("**Ada Byron**, Carl", "**Ada King**, Carl")


@pytest.mark.parametrize(
    "start",
    [
        "A simple count", "On the Way of Owls", "Counting the Owls", "Causal inference of owls",
        "The Owls", "Towards Owls",
    ],
)  # fmt: skip
def test_a_title_after_an_initial(start: str) -> None:
    """An initial that ends names is not the middle of one more name."""
    text = (
        f"# Reading\n\n- Ada Byron, Carl G. {start} and bees. *ICML* 2024. [pdf]({A})\n"
        f"- Emmy Noether. {ANTS}. *ACL* 2023. [pdf]({B})\n- Jan M. Kowalski and Rosa Park. {OWLS}. *CPP* 2022. [pdf]({C})\n"
    )
    assert titles(text) == [f"{start} and bees", ANTS, OWLS]
    assert [paper.authors for paper in parse_digest(text).papers] == [
        ("Ada Byron", "Carl G."), ("Emmy Noether",), ("Jan M. Kowalski", "Rosa Park"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tail",
    [
        " (Poster, #871)", " (Oral)", " (ACL 2022, Best Resource Paper)", " (no link yet)",
        " - NSDI'19", " – ICML 2023", ", ICML 2023", " (to appear)",
        ", in International Journal of Nests 2019.", ", *AAAI* 2021 Best Paper candidate",
    ],
)  # fmt: skip
def test_what_follows_a_title(tail: str) -> None:
    """A kind of talk, a venue or a remark between a title and its link is not part of the title."""
    text = f"# Accepted\n\n- {BEES}{tail} [[paper]({A})]\n- {ANTS} [[paper]({B})]\n- {OWLS}{tail} [[paper]({C})]\n"
    assert titles(text) == TITLES


def test_a_comma_before_and() -> None:
    """No name is missing between a comma and "&"."""
    text = FORMS["surnames first, own names in bold, one paper in press"]
    assert "empty-author" not in {finding.code for finding in diagnose(text)}


def test_a_title_in_brackets() -> None:
    """A title in brackets and bold with a full stop is translated, and keeps its brackets."""
    text = (
        f"# PubMed\n\n1. Byron AK, Gauss C, et al. **{BEES}.** *Insects.* 2024. [PMID: 1]({A})\n"
        f"2. Noether E, Byron AK. **[{ANTS}].** *Insects.* 2024. [PMID: 2]({B})\n"
        f"3. Gauss C. **{OWLS}.** *Night Letters.* 2024. [PMID: 3]({C})\n"
    )
    assert titles(text) == [BEES, f"[{ANTS}]", OWLS]


@pytest.mark.parametrize("venue", ["In *Proceedings of Nests*", "PhD thesis, Uni A"])
def test_a_venue_after_a_question(venue: str) -> None:
    """A question that is a title ends before a venue that begins with "In" or "PhD"."""
    text = (
        f"# Papers\n\n- Byron, A. (2023). Who counts the bees? {venue}.\n"
        f"- Gauss, C. (2022). {ANTS}. *Insects*. {B}\n- Noether, E. (2021). What now? In search of owls. *Night Letters*.\n"
    )
    assert titles(text) == ["Who counts the bees?", ANTS, "What now? In search of owls"]


def test_names_in_links_and_tags() -> None:
    """Names that are links are parsed without their addresses."""
    text = (
        f'# Feed\n\n## {BEES}\n\n**Link:** {A}\n\n**Creator:** <a href="https://example.org/a">Ada Byron</a>, [Carl Gauss](https://example.org/b)\n\nThey count.\n\n'
        f"## {ANTS}\n\n**Link:** {B}\n\n**Creator:** Emmy Noether\n\nThey turn.\n"
    )
    digest = parse_digest(text)
    assert [paper.authors for paper in digest.papers] == [
        ("Ada Byron", "Carl Gauss"),
        ("Emmy Noether",),
    ]
    assert serialize_digest(digest) == text


def test_who_wrote_a_paper_in_bold_before_its_link() -> None:
    """A name in bold before a link is not a title, and marks of deleted text are not part of one."""
    text = (
        f"# Reading\n\n+ **Meta** [{BEES}]({A}) 🔥\n+ **Nest Lab** [{ANTS}]({B})；[Post](https://example.org/p)\n"
        f"+ **Uni A** [{OWLS}]({C}), SIGIR 2024\n"
    )
    assert titles(text) == TITLES
    text = (
        f"# Reading\n\n- [x] [{BEES}]({A})\n- [ ] ~~[{ANTS}]({B})~~ gave up\n- [ ] [{OWLS}]({C})\n"
    )
    assert titles(text) == TITLES


def test_names_after_a_dash_in_some_lines() -> None:
    """Names after a dash are split off, though most titles have none, and words after a comma are not."""
    text = (
        f"# Reading\n\n- {BEES} ([pdf]({A}))\n- Nests, Not Holes: {OWLS} - P. Byron, A. Gauss, E. Noether (SIGMOD 2022) <{C}>\n"
        f"- {ANTS} [pdf]({B})\n- Paper Birds Fold Well – Ada Byron, Carl Gauss - [link]({B}0)\n"
    )
    assert titles(text) == [BEES, f"Nests, Not Holes: {OWLS}", ANTS, "Paper Birds Fold Well"]
    assert parse_digest(text).papers[1].authors == ("P. Byron", "A. Gauss", "E. Noether")


def test_names_between_wide_bars() -> None:
    """Names between an identifier and tags are found if the bars are wide."""
    text = "".join(
        f"**{at}. [{title}](https://huggingface.co/papers/2401.0000{at})** 👍 4{at}\n\n"
        f"arXiv: [2401.0000{at}]({link}) ｜ Ada Byron, Carl Gauss ｜ `#bees`\n\n<details>\n<summary>摘要</summary>\n\nThey count.\n\n</details>\n\n"
        for at, (title, link) in enumerate(zip(TITLES, (A, B, C), strict=True), 1)
    )
    digest = parse_digest(f"# 每日论文 2024-11-20\n\n{text}")
    assert [paper.authors for paper in digest.papers] == [PAIR] * 3


@pytest.mark.parametrize("venue", ["USENIX Security", "EuroVis Short Papers", "ICLR Workshop"])
def test_a_venue_in_a_line_of_its_own_is_no_name(venue: str) -> None:
    """Words that end the name of a venue do not end the name of a person."""
    text = "".join(
        f"**{title}**\nAda Byron, Carl Gauss\n{venue}\n[[PDF]({A})]\n\n" for title in TITLES
    )
    assert {paper.authors for paper in parse_digest(f"# Publications\n\n{text}").papers} == {PAIR}


def test_a_translated_title() -> None:
    """In the style of PubMed, a title in brackets is a translation, and the brackets belong to it."""
    text = "".join(
        f"{at}. {names}. {title}. Hives. 2024 Mar;{at}(2):7-9. German. PMID: [3844567{at}]({link}).\n\n"
        for at, (names, title, link) in enumerate(
            [
                ("Byron A, Gauss CF", BEES, A),
                ("Noether E", f"[{ANTS}: what is new?]", B),
                ("Gauss CF", f"[{OWLS}]", C),
            ],
            1,
        )
    )
    digest = parse_digest(f"# Weekly\n\n{text}")
    assert [(paper.title, paper.authors, paper.url) for paper in digest.papers] == [
        (BEES, ("Byron A", "Gauss CF"), A),
        (f"[{ANTS}: what is new?]", ("Noether E",), B),
        (f"[{OWLS}]", ("Gauss CF",), C),
    ]
    assert serialize_digest(digest) == f"# Weekly\n\n{text}"
