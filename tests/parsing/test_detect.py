"""Recognition: every family by its signs, damaged or not, and never one for another."""

import random
from collections.abc import Iterator
from datetime import date
from sys import getrefcount
from unittest.mock import patch

import pytest

from paperdigest import (
    Dialect,
    DialectName,
    Digest,
    Paper,
    Rule,
    Section,
    detect_dialect,
    diagnose,
    parse_digest,
    serialize_digest,
    tokenize,
)
from paperdigest._dialects import builtin_dialects, dialect_named, family_dialects, general
from paperdigest._parsing.detect import _Key, _weight, resolve_dialect
from paperdigest._units.find import find
from tests.samples import EXAMPLES, ROOT, read

CORPUS = ROOT.parent / "shared" / "corpus"
FAMILIES = [dialect.name for dialect in family_dialects()]


def family_of(name: str) -> str:
    """Return the family of an example or a folder of the corpus by its name."""
    found = (family for family in FAMILIES if name.startswith(family))
    return next(found, "daily-papers" if name == "seed" else "general")


def damaged(text: str, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield a text with its head damaged in many ways, each with its name."""
    chance = random.Random(seed)
    lines = text.split("\n")
    yield "whole", text
    yield "carriage returns", text.replace("\n", "\r\n")
    yield "old line ends", text.replace("\n", "\r")
    yield "byte order mark", f"\ufeff{text}"
    yield "blank lines before", "\n" * 50 + text
    yield "words before", f"# My project\n\nSome words about it.\n\n## How\n\nMore words.\n\n{text}"
    for count in (1, 2, 3, 5, 8, 13, 21):
        if count < len(lines) - 20:
            yield f"without {count} lines", "\n".join(lines[count:])
    for place in (1000, 2000, 4000):
        if len(text) > place + 3000:
            yield f"from {place}", text[place:]
        if len(text) > place:
            yield f"up to {place}", text[:place]
    for _ in range(4):
        at = chance.randrange(min(len(text), 400))
        yield f"without character {at}", text[:at] + text[at + 1 :]
        yield f"with one more at {at}", text[:at] + chance.choice("#x \n[*|") + text[at:]


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_recognised_however_damaged(name: str) -> None:
    """Each example is known for its family, whatever happens to its head."""
    wrong = [
        (how, found.dialect.name, found.reasons)
        for how, text in damaged(EXAMPLES[name])
        if (found := detect_dialect(text)).dialect.name != family_of(name)
    ]
    assert not wrong


@pytest.mark.skipif(not CORPUS.exists(), reason=f"{CORPUS} is not there")
def test_the_corpus_is_recognised() -> None:
    """No file of a family is taken as one of another, whatever happens to its head.

    Where a day without papers loses its heading, nothing is left to know it by.
    """
    wrong: list[tuple[str, str, str]] = []
    for path in sorted(CORPUS.glob("*/**/*.md")):
        if path.name == "ATTRIBUTION.md":
            continue
        text = read(path)
        for how, each in damaged(text, len(text)):
            found = detect_dialect(each).dialect.name
            if found != family_of(path.relative_to(CORPUS).parts[0]) and len(each) > 200:
                wrong.append((str(path), how, found))
    assert not wrong


@pytest.mark.parametrize("name", FAMILIES)
def test_what_one_family_is_written_in_is_read_in_no_other(name: str) -> None:
    """No dialect of another family finds more in an example than its own."""
    for example, text in EXAMPLES.items():
        if family_of(example) == name:
            own = parse_digest(text).papers
            for other in family_dialects():
                if other.name == name:
                    continue
                found = parse_digest(text, dialect=other).papers
                linked = [paper for paper in found if paper.url]
                assert sum(len(p.sections) for p in linked) < sum(len(p.sections) or 1 for p in own)


def test_the_reasons_are_the_lines_of_the_signs() -> None:
    """A certain answer shows the lines it rests on."""
    found = detect_dialect(
        "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\nVote: 3\n"
    )
    assert (found.dialect.name, found.certain, found.guessed) == ("daily-papers", True, False)
    assert found.reasons == ("## Daily Papers (2024-08-26)", "### [A](https://example.org/a)")


def test_a_guess_says_that_it_is_one() -> None:
    """Where no family is recognised but papers are found, the general dialect is a guess."""
    found = detect_dialect("# Today\n\n## [Adam](https://arxiv.org/abs/1412.6980)\n")
    assert (found.dialect.name, found.certain, found.guessed) == ("general", False, True)
    assert found.reasons == ("no family's signs; a guess, since it finds 1 paper, such as 'Adam'",)
    assert 0.35 < found.score < 1


@pytest.mark.parametrize("text", ["", "\ufeff", " \n"])
def test_an_empty_text(text: str) -> None:
    """What holds nothing is read in the reference dialect, and nothing is certain."""
    found = detect_dialect(text)
    assert (found.dialect, found.certain, found.guessed) == (builtin_dialects()[0], False, False)
    assert (found.reasons, found.score) == ((), 0)


@pytest.mark.parametrize(
    "text", ["\0", "Dear all,\n\nno papers today.\n", "# A\n\n## B\n", "### A\n\nText.\n"]
)
def test_a_text_without_papers(text: str) -> None:
    """What is no digest is no guess either; only its title and date are read."""
    found = detect_dialect(text)
    assert (found.dialect.name, found.certain, found.guessed) == ("general", False, False)
    assert found.reasons == ()
    assert found.score < 0.35
    assert parse_digest(text).papers == ()


def test_the_title_and_date_of_a_day_without_papers() -> None:
    """A digest of no papers keeps its title and date."""
    digest = parse_digest("# Our arXiv news: 2025-06-12\n\n- No new papers today.\n")
    assert (digest.title, str(digest.date), digest.papers) == ("Our arXiv news", "2025-06-12", ())


@pytest.mark.parametrize(
    "text",
    [
        "### [A](https://example.org/a)\n",
        "### [A](https://example.org/a)\n\n- **Idea**: Smaller.\n",
        "### [A](https://arxiv.org/abs/2401.00001)\n\nVenue: ICLR\n",
    ],
)
def test_what_both_read_alike_is_the_reference_dialect(text: str) -> None:
    """The general dialect is taken where it finds more than the reference dialect, and else not."""
    assert detect_dialect(text).dialect.name == "daily-papers"


@pytest.mark.parametrize("title", ["Reading list, 14 March 2025", "14 March 2025"])
def test_a_list_that_looks_like_a_family(title: str) -> None:
    """A few signs of a family give way where the general dialect reads more, or more sections."""
    text = (
        f"# {title}\n\n### [A](https://arxiv.org/abs/2401.00001)\nAuthors: Ada Byron\n"
        "Summary: This is what it says.\nVerdict: Worth a read.\n"
    )
    found = detect_dialect(text)
    assert (found.dialect.name, found.guessed) == ("general", True)
    assert [section.label for section in parse_digest(text).papers[0].sections] == [
        "Summary",
        "Verdict",
    ]


def test_only_the_head_is_read() -> None:
    """What is far down does not count, and costs nothing."""
    text = "x\n" * 33_000 + "## Daily Papers (2024-08-26)\n\nVote: 3\n"
    assert not detect_dialect(text).certain
    text = "x\n" * 30_000 + "## Daily Papers (2024-08-26)\n\nVote: 3\n"
    assert detect_dialect(text).certain


@pytest.mark.parametrize("text", [b"", None, 3])
def test_what_is_no_text_is_refused(text: object) -> None:
    """Bytes and the like are refused, with what to do."""
    with pytest.raises(TypeError, match="text: "):
        detect_dialect(text)  # type: ignore[arg-type]


def test_a_dialect_that_is_asked_for_is_taken() -> None:
    """A dialect, or the name of one, is not doubted."""
    text = "## Daily Papers (2024-08-26)\n"
    own = Dialect("own", [Rule("paper", "> {title}")])
    assert resolve_dialect(text, own) == (own, True)
    assert resolve_dialect("", "daily-arxiv") == (dialect_named("daily-arxiv"), True)
    assert resolve_dialect("", "general") == (general.DIALECT, True)
    assert resolve_dialect(text, None) == (dialect_named("daily-papers"), True)
    assert resolve_dialect("", None) == (dialect_named("daily-papers"), False)
    with pytest.raises(ValueError, match=r"'daily' is not built in; did you mean 'daily-arxiv'\?"):
        list(tokenize(text, dialect="daily"))  # type: ignore[arg-type]
    with pytest.raises(
        ValueError, match=r"'x' is not built in; expected one of 'daily-papers', .*"
    ):
        list(tokenize(text, dialect="x"))  # type: ignore[arg-type]


def test_the_names_of_the_built_in_dialects() -> None:
    """The reference dialect is the first one, the general one the last."""
    names = [dialect.name for dialect in builtin_dialects()]
    assert names == [*FAMILIES, "general"]
    assert names[0] == "daily-papers"
    paths = (ROOT / "src/paperdigest/_dialects").glob("[a-z]*")
    modules = {path.stem for path in paths if path.suffix in ("", ".py")}
    assert modules == {name.replace("-", "_") for name in names}


@pytest.mark.parametrize("before", ["", "\ufeff", "Words.\r\n", "Words.\r"])
def test_a_sign_alone_in_its_line(before: str) -> None:
    """One heading of a family is enough, in the first line or further down."""
    found = detect_dialect(f"{before}## Papers for 2024-09-06\n")
    assert (found.dialect.name, found.certain) == ("daily-ai-papers", True)
    assert found.reasons == ("## Papers for 2024-09-06",)


def test_a_weak_sign_is_chance() -> None:
    """Two points are not enough, three are."""
    assert not detect_dialect("<div id=toc></div>\n").certain
    assert detect_dialect("<div id=toc></div>\nTL;DR: short\n").certain


def test_the_first_of_two_families_counts() -> None:
    """Where two families have as many signs, or each has plenty, it is the first of them."""
    text = "## Papers for 2024-09-06\n\n## Daily Papers\n"
    assert detect_dialect(text).dialect.name == "daily-papers"
    text += "\n### [A](https://example.org/a)\n\n| B (Read more on [arXiv](c)) | D | e |\n"
    assert detect_dialect(text).dialect.name == "daily-papers"


def test_a_long_reason_is_cut() -> None:
    """A reason shows 80 characters of its line at most."""
    line = "## Daily Papers " + "x" * 100
    assert detect_dialect(line).reasons == (line[:80],)
    line = "### [A](https://example.org/a)"
    assert detect_dialect(f"{line}\nVote: 3\n").reasons == (line, "Vote: 3")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("daily-ai-papers", "## Papers for 2024-09-06\n\n| A | B | c |\n"),
        (
            "gpt-paper-assistant",
            "# Personalized Daily Arxiv Papers 9/6/2024\n\n## 1. [A](https://example.org/a)\n",
        ),
    ],
)
def test_a_house_heading_with_papers_is_enough(name: DialectName, head: str) -> None:
    """Where the family's own heading is above papers of its kind, more values decide nothing."""
    more = "Authors: Ada Byron\nSummary: What it says.\nVerdict: Worth a read.\n"
    text = f"{head}\n## [D](https://arxiv.org/abs/2401.00001)\n\n{more}"
    assert detect_dialect(text).dialect.name == name
    read_in_general = parse_digest(text, dialect="general")
    assert _weight(read_in_general) > _weight(parse_digest(text, dialect=name))


def test_papers_of_several_shapes() -> None:
    """Papers under headings, in lists and in tables of one text are all read."""
    items = "".join(
        f"- [A study of kind {n}](https://arxiv.org/abs/2401.0000{n})\n" for n in range(1, 6)
    )
    rows = "".join(
        f"| A table of kind {n} | [PDF](https://arxiv.org/abs/2402.0000{n}) |\n"
        for n in range(1, 6)
    )
    text = f"# Reading\n\n## Lists\n\n{items}\n## Tables\n\n| Title | Link |\n|---|---|\n{rows}"
    titles = [paper.title for paper in parse_digest(text).papers]
    assert titles == [f"A {kind} of kind {n}" for kind in ("study", "table") for n in range(1, 6)]


def test_what_a_digest_weighs() -> None:
    """Each value counts once, a count of votes whatever it is, and so does a paper."""
    assert _weight(Digest()) == (0, 0)
    assert _weight(Digest("A", papers=[Paper("B")])) == (2, 0)
    papers = [Paper("B", votes=0), Paper("C", "d", sections=[Section()])]
    assert _weight(Digest(papers=papers)) == (5, 1)


def test_a_text_of_no_family_is_looked_into_once() -> None:
    """Parsing, detecting, diagnosing and cutting it into tokens share what repeats in it."""
    text = "# Once\n\n- a small remark\n- another one\n"
    with patch("paperdigest._units.find.find", side_effect=find) as finds:
        parse_digest(text)
        detect_dialect(text)
        assert diagnose(text)[0].code == "not-a-digest"
        assert "".join(token.text for token in tokenize(text)) == text
    assert finds.call_count == 1


def test_few_texts_are_remembered_and_none_is_kept() -> None:
    """What is remembered is bounded, and holds the hash of a text in place of the text."""
    text = f"- a remark of {date.min}\n" * 10
    before = getrefcount(text)
    with patch("paperdigest._units.find.find", side_effect=find) as finds:
        for number in (*range(10), 9, 0):
            detect_dialect(f"{text}{number}")
    assert finds.call_count == 11
    detect_dialect(text)
    assert getrefcount(text) == before
    assert _Key(text) == _Key(text) != _Key(f"{text}!")
    assert _Key(text) != text


@pytest.mark.parametrize(
    ("start", "end"), [("```markdown", "```"), ("~~~", "~~~"), ("<!--", "-->")]
)
def test_a_digest_in_code(start: str, end: str) -> None:
    """An example of a digest in fenced code or in a comment is text: no sign, no paper, no date."""
    inner = "".join(
        f"### [A Study of Nest {at}](https://arxiv.org/abs/2408.0000{at})\n\nVote: 3\n\nAuthors: ['Ada Byron']\n\n"
        for at in range(3)
    )
    text = (
        f"# Digest maker\n\nIt writes this:\n\n{start}\n## Daily papers (2024-08-26)\n\n{inner}{end}\n\n"
        "### Install\n\nRun pip.\n\n### Usage\n\nRun it.\n"
    )
    detection = detect_dialect(text)
    assert not detection.certain
    digest = parse_digest(text)
    assert (digest.title, digest.date, digest.papers) == ("Digest maker", None, ())
    assert serialize_digest(digest) == text


def test_a_digest_with_code_in_it() -> None:
    """Code in a digest of a family does not hide the signs of the rest."""
    text = (
        "## Daily papers (2024-08-26)\n\n### [A Study](https://arxiv.org/abs/2408.00001)\n\nVote: 3\n\nAuthors: ['Ada Byron']\n\n"
        "- **What's New**: It runs.\n```\n### [B](c)\n```\n"
    )
    assert detect_dialect(text).dialect.name == "daily-papers"
    assert [paper.title for paper in parse_digest(text).papers] == ["A Study"]
