"""Links and fields that come, go and move within their lines."""

import pytest

from paperdigest import Field, Link, parse_digest, serialize_digest

A, B, C = (f"https://arxiv.org/abs/2508.1100{number}" for number in (1, 2, 3))
CODE, SLIDES = "https://github.com/wells/deep", "https://example.org/slides"
CODE_LINK, NEW = Link("code", CODE), Link("Slides", SLIDES)


def edited(lines: list[str], index: int, links: list[Link]) -> str:
    """Return the line of a paper of a list after an edit of its links."""
    text = "# Reading list, 2025-08-20\n\n" + "".join(f"{line}\n" for line in lines)
    digest = parse_digest(text)
    new = digest.replace_paper(digest.papers[index], links=links)
    written = serialize_digest(new)
    assert parse_digest(written) == new
    left = [line for line in written.splitlines()[2:] if line not in lines]
    assert len(left) == 1
    return left[0]


IN_ONE = [
    f"1. **Deep Wells** ([arXiv]({A}), [code]({CODE}))",
    f"2. **Old Wells** ([arXiv]({B}))",
    f"3. **Dry Wells** ([arXiv]({C}), [code]({CODE}3))",
]
NAMED = [
    f"- **Deep Wells** (Greta Hein, [2508.11001]({A})): Water is found below the town.",
    f"- **Old Wells** (Karl Ott, [2508.11002]({B})): Bricks are dated by their moss.",
    f"- **Dry Wells** (Ivo Lind, [2508.11003]({C})): Sand is what is left in them.",
]
DOUBLE = [
    f"- **Deep Wells**, *Rie Sund, Tea Ulm*, [[paper]]({A}) [[code]]({CODE})",
    f"- **Old Wells**, *Ivo Lind*, [[paper]]({B})",
    f"- **Dry Wells**, *Karl Ott*, [[paper]]({C}) [[code]]({CODE}3)",
]
DASHED = [
    f"- **Deep Wells** — [paper]({A}) · [code]({CODE}) · 👍 25",
    f"- **Old Wells** — [paper]({B}) · 👍 13",
    f"- **Dry Wells** — [paper]({C}) · [code]({CODE}3) · 👍 7",
]
FIRST = [
    f"- **Deep Wells** [code]({CODE}) [arXiv]({A})",
    f"- **Old Wells** [arXiv]({B})",
    f"- **Dry Wells** [code]({CODE}3) [arXiv]({C})",
]
MIXED = [
    f"1. **Deep Wells** ([arXiv]({A}), {CODE})",
    f"2. **Old Wells** ([arXiv]({B}))",
    f"3. **Dry Wells** ([arXiv]({C}), [code]({CODE}3))",
]
OWN = [
    f"- [Deep Wells]({A}) ([code]({CODE})) ([video]({SLIDES}))",
    f"- [Old Wells]({B}) ([code]({CODE}2))",
    f"- [Dry Wells]({C})",
]
TOGETHER = [
    f"- [Deep Wells]({A}) ([code]({CODE}), [video]({SLIDES}))",
    f"- [Old Wells]({B}) ([code]({CODE}2))",
    f"- [Dry Wells]({C})",
]


@pytest.mark.parametrize(
    ("lines", "index", "links", "written"),
    [
        (
            IN_ONE,
            0,
            [CODE_LINK, NEW],
            f"1. **Deep Wells** ([arXiv]({A}), [code]({CODE}), [Slides]({SLIDES}))",
        ),
        (
            IN_ONE,
            0,
            [NEW, CODE_LINK],
            f"1. **Deep Wells** ([arXiv]({A}), [Slides]({SLIDES}), [code]({CODE}))",
        ),
        (IN_ONE, 1, [NEW], f"2. **Old Wells** ([arXiv]({B}), [Slides]({SLIDES}))"),
        (
            NAMED,
            0,
            [NEW],
            f"- **Deep Wells** (Greta Hein, [2508.11001]({A}), [Slides]({SLIDES})): "
            "Water is found below the town.",
        ),
        (
            DOUBLE,
            0,
            [CODE_LINK, NEW],
            f"- **Deep Wells**, *Rie Sund, Tea Ulm*, [[paper]]({A}) [[code]]({CODE}) "
            f"[[Slides]]({SLIDES})",
        ),
        (
            DOUBLE,
            0,
            [Link("Repo", CODE)],
            f"- **Deep Wells**, *Rie Sund, Tea Ulm*, [[paper]]({A}) [[Repo]]({CODE})",
        ),
        (
            DOUBLE,
            1,
            [CODE_LINK],
            f"- **Old Wells**, *Ivo Lind*, [[paper]]({B}) [[code]]({CODE})",
        ),
        (
            DOUBLE,
            0,
            [Link("Repo", CODE), NEW],
            f"- **Deep Wells**, *Rie Sund, Tea Ulm*, [[paper]]({A}) [[Repo]]({CODE}) "
            f"[[Slides]]({SLIDES})",
        ),
        (
            FIRST,
            0,
            [NEW, CODE_LINK],
            f"- **Deep Wells** [Slides]({SLIDES}) [code]({CODE}) [arXiv]({A})",
        ),
        (MIXED, 0, [Link("Repo", CODE)], f"1. **Deep Wells** ([arXiv]({A}), [Repo]({CODE}))"),
        (DASHED, 1, [NEW], f"- **Old Wells** — [paper]({B}) · [Slides]({SLIDES}) · 👍 13"),
        (
            OWN,
            1,
            [Link("code", CODE + "2"), NEW],
            f"- [Old Wells]({B}) ([code]({CODE}2)) ([Slides]({SLIDES}))",
        ),
        (
            OWN,
            2,
            [CODE_LINK, NEW],
            f"- [Dry Wells]({C}) ([code]({CODE})) ([Slides]({SLIDES}))",
        ),
        (
            TOGETHER,
            1,
            [Link("code", CODE + "2"), NEW],
            f"- [Old Wells]({B}) ([code]({CODE}2), [Slides]({SLIDES}))",
        ),
        (TOGETHER, 2, [CODE_LINK, NEW], f"- [Dry Wells]({C}) ([code]({CODE}), [Slides]({SLIDES}))"),
        (
            TOGETHER,
            0,
            [Link("video", SLIDES), CODE_LINK],
            f"- [Deep Wells]({A}) ([video]({SLIDES}), [code]({CODE}))",
        ),
    ],
)
def test_a_link_is_written_among_the_others(
    lines: list[str], index: int, links: list[Link], written: str
) -> None:
    """A new link goes into the brackets of the others, after the separator of links in the text."""
    assert edited(lines, index, links) == written


def test_bars_separate_links_on_a_line_of_their_own() -> None:
    """A link goes on from the line of the main one."""
    text = (
        "# Top papers - August 4, 2025\n\n"
        f"### #1 Lamps for Moths\n⬆️ 120 | 💬 14 | [arXiv]({A}) | [Code]({CODE})\n\nMoths go home.\n\n"
        f"### #2 Wells That Answer\n⬆️ 88 | 💬 3 | [arXiv]({B})\n\nThey say when they are dry.\n"
    )
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[1], links=[NEW]))
    assert written == text.replace(f"({B})", f"({B}) | [Slides]({SLIDES})")


def test_the_text_of_a_link_is_no_label() -> None:
    """A new link is not called what the text of another one says after its label."""
    text = (
        "# Digest 2025-02-20\n\n"
        f"* [Owls in the Attic]({A})\n  * Authors: Nora Pike\n  * Links: [code]({CODE})\n"
        f"* [Frogs in the Cellar]({B})\n  * Authors: Rene Sand\n"
        f"* [Mice in the Wall]({C})\n  * Authors: Tess Urban\n  * Links: [code]({CODE}3)\n"
    )
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[1], links=[NEW]))
    line = "  * Authors: Rene Sand\n"
    assert written == text.replace(line, f"{line}  * Slides: {SLIDES}\n")


def test_a_field_goes_into_its_line() -> None:
    """A field in a line of several values is followed by a new one, not by the end of the line."""
    text = "# Ranked list 2025-08-05\n\n" + "\n".join(
        f"{at}. [{title} Wheat]({url})\n"
        f"   **Score:** 9 · **Votes:** 31 · [PDF]({url.replace('abs', 'pdf')})\n   > Seen by radar.\n"
        for at, title, url in ((1, "Winter", A), (2, "Summer", B), (3, "Autumn", C))
    )
    digest = parse_digest(text)
    first = digest.papers[0]
    fields = [*first.fields, Field("Pages", "14")]
    written = serialize_digest(digest.replace_paper(first, fields=fields))
    assert written == text.replace("9 ·", "9 · **Pages:** 14 ·", 1)
