"""New papers in texts of no family: each is written like one that is there."""

import pytest

from paperdigest import DigestWriteError, Paper, Section, parse_digest, serialize_digest
from tests.samples import refusal

URL = "https://arxiv.org/abs/2503.99999"
NEW = Paper("A Study of Slow Rivers", URL, authors=["Ada Byron", "Carl Gauss"])


def with_new(text: str, paper: Paper = NEW, at: int = 1) -> str:
    """Put a paper into a text."""
    digest = parse_digest(text).insert(at, paper)
    written = serialize_digest(digest)
    assert parse_digest(written) == digest
    return written


NUMBERED = """# Weekly, 2025-03-03

1. **[Scaling Laws for Sparse Models](https://arxiv.org/abs/2502.12345)** by Jane Doe, John Smith
   We show that sparse models scale.

2. **[Diffusion Is All You Need](https://arxiv.org/abs/2502.54321)** by Li Wei
   A diffusion model that does language.
"""


def test_a_new_paper_looks_like_its_neighbours() -> None:
    """It has their bullet and emphasis, its values stand where theirs do, and numbers follow."""
    paper = NEW.replace(sections=[Section(text="They flow.")])
    first, second = NUMBERED.split("\n2. ")
    assert with_new(NUMBERED, paper) == (
        f"{first}\n2. **[A Study of Slow Rivers]({URL})** by Ada Byron, Carl Gauss\n"
        f"   They flow.\n\n3. {second}"
    )


def test_a_value_that_a_new_paper_lacks_is_left_out() -> None:
    """What the model has and the new paper has not goes with the words around it."""
    paper = Paper("A Study of Slow Rivers", URL)
    assert f"\n2. **[A Study of Slow Rivers]({URL})**\n\n3. **" in with_new(NUMBERED, paper)


FOLDS = """# Papers

<details>
<summary><b>A Great Paper</b></summary>

- Authors: Ann Bo, Cy Do
- [Link](https://arxiv.org/abs/2501.00001)

Abstract here.
</details>

<details>
<summary><b>A Better Paper</b></summary>

- Authors: Ed Fo
- [Link](https://arxiv.org/abs/2501.00002)

Another abstract here.
</details>
"""


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_tags_of_a_new_paper_are_closed(at: int) -> None:
    """A fold is opened above its title and closed below its text, wherever a paper is put in."""
    paper = NEW.replace(sections=[Section(text="They flow.")])
    written = with_new(FOLDS, paper, at)
    block = (
        "<details>\n<summary><b>A Study of Slow Rivers</b></summary>\n\n"
        f"- Authors: Ada Byron, Carl Gauss\n- [Link]({URL})\n\nThey flow.\n</details>"
    )
    assert block in written
    assert written.replace(block, "").split() == FOLDS.split()


def test_a_fold_that_is_removed_leaves_no_tag() -> None:
    """The tag above a title goes with its paper."""
    digest = parse_digest(FOLDS)
    written = serialize_digest(digest.remove(digest.papers[0]))
    assert written.split() == (f"# Papers\n{FOLDS[FOLDS.rindex('<details>') :]}").split()


def test_tags_that_no_paper_shows_are_not_guessed() -> None:
    """Without another paper to follow, one between tags is refused."""
    digest = parse_digest(FOLDS)
    with pytest.raises(DigestWriteError, match="A Study of Slow Rivers"):
        serialize_digest(digest.replace(papers=[NEW]), dialect=digest.dialect, canonical=True)


def listed(*lines: str) -> str:
    """Return a list of papers with text behind their links."""
    titles = ("Counting Stones", "What Otters Teach", "Maps of the Sea", "Light in Tubes")
    return "# Papers\n\n" + "".join(
        f"**[{title}](https://arxiv.org/abs/2408.0000{at})**{line}\n*Ann Bo, Cy Do*\n\n"
        for at, (title, line) in enumerate(zip(titles, lines, strict=False))
    )


def test_what_is_said_of_another_paper_is_not_copied() -> None:
    """Text that no rule takes is copied if nearly all papers have it, and not if one has."""
    alike = listed(" (new)", " (new)", " (new)", " (old)")
    assert f"**[A Study of Slow Rivers]({URL})** (new)\n" in with_new(alike)
    other = listed(" (10 pages)", " (8 pages)", " (9 pages)")
    assert f"**[A Study of Slow Rivers]({URL})**\n*Ada" in with_new(other)


def test_what_is_said_of_the_only_paper_is_not_copied() -> None:
    """A single paper shows its labels, but not whether what is behind them is about it alone."""
    text = (
        "# A Paper Of The Day: 2025-05-05\n\n## Big Model Small Data\n\n"
        "By: John Doe, Mary Major\n\n**Link:** https://arxiv.org/abs/2505.00001{}\n"
    )
    assert with_new(text.format("")).endswith(
        f"\n\n## A Study of Slow Rivers\n\nBy: Ada Byron, Carl Gauss\n\n**Link:** {URL}\n"
    )
    written = with_new(text.format(" (120 kB)"))
    assert "\nBy: Ada Byron, Carl Gauss\n" in written
    assert written.count("kB") == 1


def test_what_separates_two_values_stays() -> None:
    """Where text between two values is left out, what sets it off stays."""
    text = "# Papers (2025-05-05)\n\n" + "".join(
        f"**{at}. {title}** · ⭐ {at}2 · [arXiv](https://arxiv.org/abs/2505.0000{at})\n"
        f"_John Doe, Mary Major_\nTraining on data.\n\n"
        for at, title in enumerate(("Counting Stones", "What Otters Teach"), 1)
    )
    assert f"**2. A Study of Slow Rivers** · [arXiv]({URL})\n_Ada Byron, Carl Gauss_\n" in with_new(
        text
    )


LISTED = """# Papers

### 1. Counting Stones
- **Authors**: John Doe, Mary Major
- **arXiv**: [2505.00001](https://arxiv.org/abs/2505.00001)

### 2. What Otters Teach
- **Authors**: Ann Other
- **arXiv**: [2505.00002](https://arxiv.org/abs/2505.00002)
"""


def test_an_identifier_is_that_of_the_new_paper() -> None:
    """An identifier that repeats the link is that of the new link; without one, it has no form."""
    assert f"- **arXiv**: [2503.99999]({URL})\n" in with_new(LISTED)
    other = NEW.replace(url="https://example.org/rivers")
    assert refusal(parse_digest(LISTED).insert(1, other)) == [
        "Digest.papers[1].title: 'A Study of Slow Rivers' cannot be written like another paper "
        "here: each says more than its values, such as a year or an identifier, or has other "
        "values; write the new one into the text yourself"
    ]


MAIL = """arXiv digest, Mon 5 May 2025
=============================

[1] arXiv:2505.00001
Title: Big Model Small Data
Authors: John Doe, Mary Major

\\\\
We train on small data.
\\\\ ( https://arxiv.org/abs/2505.00001 , 120kb)
----------------------------------------------
[2] arXiv:2505.00002
Title: Small Model Big Data
Authors: Ann Other

\\\\
We train on big data.
\\\\ ( https://arxiv.org/abs/2505.00002 , 99kb)
"""


def test_the_size_of_another_paper_is_not_copied() -> None:
    """A link whose line says more of each paper has no form for a new one, which is refused."""
    digest = parse_digest(MAIL)
    with pytest.raises(DigestWriteError):
        serialize_digest(digest.insert(1, NEW))


def test_the_line_above_a_title_goes_with_its_paper() -> None:
    """A line with an identifier above each title is the paper's, below a rule too."""
    digest = parse_digest(MAIL)
    written = serialize_digest(digest.remove(digest.papers[0]))
    start = MAIL.index("[1]")
    assert written == MAIL[:start] + MAIL[MAIL.index("[2]") :].replace("[2]", "[1]")


def test_a_long_paper_is_no_model() -> None:
    """A paper that would make each new one take long is not looked at."""
    text = NUMBERED.replace("sparse models scale", "sparse models scale, " * 1000 + "all of them")
    assert "2. **[A Study" in with_new(text)


def test_a_head_that_says_more_is_no_model() -> None:
    """What a head says of one paper alone cannot be left out, so that no head can be written."""
    text = "# Papers, 2025-05-05\n\n" + "".join(
        f"arXiv:2505.0000{at}\nFrom: {name}\nTitle: {title}\nAuthors: Ann Bo, Cy Do\n"
        f"URL: https://arxiv.org/abs/2505.0000{at}\n\n"
        for at, (name, title) in enumerate((("Eve", "Counting Stones"), ("Max", "Deep Otters")))
    )
    digest = parse_digest(text)
    assert digest.papers[0]._origin is not None
    assert digest.papers[0]._origin.text.startswith("arXiv:2505.00000\nFrom: Eve\n")
    with pytest.raises(DigestWriteError):
        serialize_digest(digest.insert(1, NEW))


CARDS = "# Papers\n\n" + "\n".join(
    f"### {title}\n\n**Score:** {at}/20 · [PDF](https://arxiv.org/pdf/2505.0000{at}) · "
    f"[HTML](https://arxiv.org/html/2505.0000{at})\n\n> They do so.\n"
    for at, title in enumerate(("Counting Stones", "What Otters Teach", "Maps of the Sea"), 1)
)
READ = "# Papers\n\n" + "\n".join(
    f"### #{at} {title}\n_John Doe_\n\n{said} [Read](https://arxiv.org/abs/2505.0000{at})\n"
    for at, (title, said) in enumerate(
        (("Counting Stones", "One by one."), ("Deep Otters", "They swim."), ("Maps", "All blue.")),
        1,
    )
)


def test_a_line_that_no_paper_has_is_labelled_like_others() -> None:
    """Names get the label, the emphasis and the colon of other lines, and the link its own line."""
    assert with_new(CARDS).split("### ")[2] == (
        f"A Study of Slow Rivers\n\n**Authors:** Ada Byron, Carl Gauss\n\n[PDF]({URL})\n\n"
    )


def test_words_before_a_link_are_not_copied() -> None:
    """A sentence or a venue there is about one paper, and the link keeps its label and its line."""
    head, third = READ.split("### #2")
    new = f"### #2 A Study of Slow Rivers\n_Ada Byron, Carl Gauss_\n\n[Read]({URL})\n\n"
    assert with_new(READ) == f"{head}{new}### #3{third.replace('#3', '#4')}"
    text = "# Papers\n\n" + "\n".join(
        f"**{title}** \\\n*Ada Byron, Emmy Noether* \\\n{venue}. [[Paper](https://arxiv.org/abs/2505.0000{at})] \\\n6 Jun 2024\n"
        for at, (title, venue) in enumerate(
            (
                ("Counting Stones", "ICML 2024"),
                ("Deep Otters Swim", "arXiv 2024"),
                ("Maps", "ACL 2023"),
            )
        )
    )
    new = f"**A Study of Slow Rivers** \\\n*Ada Byron, Carl Gauss* \\\n[[Paper]({URL})]\n\n"
    assert with_new(text) == text.replace("**Deep", f"{new}**Deep")


def test_a_section_that_has_no_place_is_named() -> None:
    """A value that no paper shows a form for is refused, not written in the form of a family."""
    text = "# 论文 2025-05-05\n\n" + "\n".join(
        f"## {at}. {title}\n\n- 链接：https://arxiv.org/abs/2505.0000{at}\n- 点赞：{at}2\n- 摘要：用网络。\n"
        for at, title in enumerate(("数石头", "深河网络", "慢水獭"), 1)
    )
    new = Paper("A Study of Slow Rivers", URL, sections=[Section("Summary", "They flow.")])
    (reason,) = refusal(parse_digest(text).insert(1, new))
    assert reason.startswith(
        "Digest.papers[1].sections[0]: Section(label='Summary', text='They flow.')"
    )


@pytest.mark.parametrize(
    ("entry", "last"),
    [
        ("> **[{title}]({url})**\n> Authors: {names}\n>\n> A nest is built twice, once in the spring.\n\n", "> Authors: {names}"),
        ("1. [{title}]({url})\n   **Authors:** {names}\n   A nest is built twice, once in the spring.\n\n", "   **Authors:** {names}"),
        (
            '<li><a href="{url}">{title}</a> by {names} <em>({n} votes)</em></li>\n',
            '<li><a href="{url}">{title}</a> by {names}</li>',
        ),
    ],
    ids=["a quote", "an item", "an element"],
)  # fmt: skip
def test_nothing_is_left_of_a_value_that_a_new_paper_lacks(entry: str, last: str) -> None:
    """The new paper ends with its last value: no empty line, mark of a quote or space follows."""
    papers = [
        {"title": f"{title} Count to Four", "url": f"https://arxiv.org/abs/2501.0000{n}", "n": n}
        for n, title in enumerate(("Bees", "Ants", "Owls"), 1)
    ]
    text = "# Nests\n\n" + "".join(
        entry.format(names="Mara Lind, Oke Brandt", **paper) for paper in papers
    )
    written = serialize_digest(parse_digest(text).insert(3, NEW))
    line = last.format(title=NEW.title, url=URL, names="Ada Byron, Carl Gauss")
    assert written.rstrip("\n").endswith(f"\n{line}")


def test_one_separator_is_left_of_two() -> None:
    """What is said of one paper alone goes with one of the separators on its two sides."""
    url = "https://arxiv.org/abs/2508.0010"
    text = "# Top papers - August 4, 2025\n\n" + "\n".join(
        f"### #{at} {title}\n⬆️ {at}0 | 💬 {at}4 | [arXiv]({url}{at})\n"
        for at, title in enumerate(("Lamps for Moths", "Wells That Answer", "Bridges of Reed"), 1)
    )
    written = with_new(text, Paper("A Study of Slow Rivers", URL, votes=55))
    assert f"### #2 A Study of Slow Rivers\n⬆️ 55 | [arXiv]({URL})\n\n### #3" in written


NAMED = """# Models

1. <u>Vole</u>: "**Voles Remember Their Burrows**". *Ada Byron et al*. JMLR 2019. [[Paper](https://arxiv.org/abs/1910.00001)]
2. <u>Stoat</u>: "**Stoats Count Their Young**". *Carl Gauss et al*. ACL 2021. [[Paper](https://arxiv.org/abs/2010.00002)]
3. <u>Heron</u>: "**Herons Wait for the Tide**". *Emmy Noether et al*. ICML 2021. [[Paper](https://arxiv.org/abs/2104.00003)]
"""


def test_a_nickname_of_another_paper_is_not_copied() -> None:
    """A word before the title that is about one paper alone is in no other, whatever its marks."""
    assert "cannot be written like another" in refusal(parse_digest(NAMED).insert(1, NEW))[0]
    plain = "\n".join(
        f'{number}. "**{title}**". *Alan Turing et al*. ACL 2022. [[Paper](https://arxiv.org/abs/2203.0000{number})]'
        for number, title in enumerate(("Otters Share", "Badgers Dig at Night", "Foxes Listen"), 4)
    )
    line = f'2. "**A Study of Slow Rivers**". *Ada Byron, Carl Gauss*. [[Paper]({URL})]\n'
    assert line in with_new(f"{NAMED}{plain}\n")


VENUES = """# Graphs

1. **Rivers as Graphs.** ICML 2018. [paper](https://arxiv.org/abs/1801.00001)

    *Ada Byron, Carl Gauss.*

2. **How Deep Are Lakes?** KDD 2019. [paper](https://arxiv.org/abs/1901.00002)

    *Emmy Noether, Alan Turing.*
"""


def test_the_full_stop_after_a_venue_goes_with_it() -> None:
    """Before it is the end of the title, so that no stop is left alone."""
    new = f"2. **A Study of Slow Rivers.** [paper]({URL})\n\n    *Ada Byron, Carl Gauss.*\n\n3. "
    assert with_new(VENUES) == VENUES.replace("2. ", new)
    digest = parse_digest(VENUES)
    bare = serialize_digest(digest.replace_paper(digest.papers[0], fields=()))
    assert bare == VENUES.replace(" ICML 2018.", "")


def test_brackets_around_a_year_stay_around_names() -> None:
    """What is about one paper goes without the bracket that closes after it."""
    text = """# Types

- [ ] [Owning Rivers](https://arxiv.org/abs/2103.00001) (Byron et al., 2021)
- [ ] [Effects of Rain](https://arxiv.org/abs/2103.00002)
- [ ] [Metastable Lakes](https://arxiv.org/abs/2103.00003) (Gauss et al., OSDI '22)
"""
    line = f"- [ ] [A Study of Slow Rivers]({URL}) (Ada Byron, Carl Gauss)\n"
    assert line in with_new(text)
    grouped = text.replace("# Types\n", "# Types\n\n## A\n").replace(
        "- [ ] [Meta", "\n## B\n\n- [ ] [Meta"
    )
    assert line in with_new(grouped, NEW.replace(category="A"))


def test_words_after_a_bracket_that_closes_later_are_left_out() -> None:
    """The bracket stays, since it is around what follows too."""
    text = "# Types\n\n" + "".join(
        f"- **{title}**, Ada Byron, Carl Gauss ({place}, [pdf](https://arxiv.org/abs/2103.0000{at}))\n"
        for at, (title, place) in enumerate(
            (("Owning Rivers", "a talk"), ("Effects of Rain", "his thesis"), ("Lakes", "to appear"))
        )
    )
    line = f"- **A Study of Slow Rivers**, Ada Byron, Carl Gauss ([pdf]({URL}))"
    assert line in with_new(text).splitlines()


def test_the_label_of_a_link_is_that_of_its_host() -> None:
    """A new paper is like one whose link goes to the same place, since its label may name that."""
    text = """# Reading

## Water

- Slow Rivers Freeze First [[NIPS](https://papers.nips.cc/paper/5866)]
- Fast Rivers Do Not [[NIPS](https://papers.nips.cc/paper/5867)]

## Land

- Hills Move in Winter [[arXiv](https://arxiv.org/abs/2103.00003)]
"""
    paper = Paper("Lakes Keep Their Heat", URL, category="Water")
    assert f"- Lakes Keep Their Heat [[arXiv]({URL})]\n- Fast" in with_new(text, paper)


def test_a_new_paper_goes_below_a_line_with_spaces_at_its_end() -> None:
    """The spaces stay where they are."""
    text = (
        "# Reading\n\n- [Bees Count to Four](https://arxiv.org/abs/2501.00001) \n"
        "- [Ants Avoid Corners](https://arxiv.org/abs/2501.00002)\n"
    )
    paper = Paper("Lakes Keep Their Heat", URL)
    assert with_new(text, paper) == text.replace(
        "\n- [Ants", f"\n- [{paper.title}]({URL})\n- [Ants"
    )


@pytest.mark.parametrize(
    ("entry", "remarks", "line"),
    [
        (
            "* ({}) {}, [[Paper]]({})\n\n",
            ("arXiv 2023.03", "ICCV'21", "arXiv 2021.11"),
            "* A Study of Slow Rivers, [[Paper]]({})",
        ),
        (
            "- **[{0}]** A. Byron, and C. Gauss, \"{1},\" in *Proc. {0}*, 2024. [[PDF]({2})]\n",
            ("C14", "P3", "J5"),
            '- A. Byron, and C. Gauss, "A Study of Slow Rivers," [[PDF]({})]',
        ),
        ("- `[{}]` **[{}]({})**\n", ("OSDI '18", "SC '21", "ATC '22"), "- **[A Study of Slow Rivers]({})**"),
    ],
    ids=["round", "bold", "code"],
)  # fmt: skip
def test_a_remark_before_a_title_is_left_out(
    entry: str, remarks: tuple[str, ...], line: str
) -> None:
    """A venue or an identifier in brackets is about one paper, and a new one can do without."""
    titles = ("Bees Count up to Four", "Ants Avoid Sharp Corners", "Owls Keep Their Old Songs")
    entries = [
        entry.format(remark, title, f"https://arxiv.org/abs/2501.0000{at}")
        for at, (remark, title) in enumerate(zip(remarks, titles, strict=True))
    ]
    text = "# Nests\n\n" + "".join(entries)
    authors = ["A. Byron", "C. Gauss"] if "Byron" in entry else ()
    written = with_new(text, Paper("A Study of Slow Rivers", URL, authors=authors))
    assert line.format(URL) in written.splitlines()
    assert all(each.strip() in written for each in entries)


def test_a_remark_between_two_values_leaves_their_space() -> None:
    """The words on both sides are not joined, and other words there are no remark."""
    text = "# Nests\n\n" + "".join(
        f"- **{title} ({venue})**\n  - Ada Byron, Carl Gauss\n  - [[Paper]](https://arxiv.org/abs/2501.0000{at})\n"
        for at, (title, venue) in enumerate(
            (("Bees Count up to Four", "SDM 2018"), ("Ants Avoid Sharp Corners", "ICML 2019"))
        )
    )
    new = f"- **A Study of Slow Rivers**\n  - Ada Byron, Carl Gauss\n  - [[Paper]]({URL})\n"
    assert new in with_new(text)
    cited = "# Nests\n\n" + "".join(
        f"- Byron, A., & Gauss, C. ({year}). {title}. *Ecology, {at}*, 10-12. [[DOI](https://doi.org/10.1000/{at})]\n"
        for at, (title, year) in enumerate(
            (("Bees count up to four", "2018"), ("Ants avoid corners", "in press")), 21
        )
    )
    refused = refusal(parse_digest(cited).insert(1, NEW))
    assert refused[0].startswith("Digest.papers[1].")
