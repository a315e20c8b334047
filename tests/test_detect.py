"""Recognition: every family by its signs, damaged or not, and never one for another."""

import random
from collections.abc import Iterator

import pytest

from paperdigest import Dialect, Rule, detect_dialect, parse_digest, tokenize
from paperdigest._detect import resolve_dialect
from paperdigest.dialects import builtin_dialects, dialect_named, family_dialects
from tests.samples import EXAMPLES, ROOT, read

CORPUS = ROOT.parent / "shared" / "corpus"
FAMILIES = [dialect.name for dialect in family_dialects()]


def family_of(name: str) -> str:
    """Give the family of an example or a folder of the corpus by its name."""
    found = (family for family in FAMILIES if name.startswith(family))
    return next(found, "daily-papers" if name == "seed" else "general")


def damaged(text: str, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Give a text with its head damaged in many ways, each with its name."""
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
    """No file of a family is taken for one of another, whatever happens to its head.

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
            for other in set(FAMILIES) - {name}:
                found = parse_digest(text, dialect=other).papers
                assert sum(len(p.sections) for p in found) < sum(len(p.sections) or 1 for p in own)


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
    assert found.reasons == ("no family's signs; a guess, since it finds papers: 'Adam'",)


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "\0", "Dear all,\n\nno papers today.\n", "# A\n\n## B\n"]
)
def test_a_text_of_no_family(text: str) -> None:
    """What holds no papers at all is read in the reference dialect, and nothing is certain."""
    found = detect_dialect(text)
    assert (found.dialect, found.certain, found.guessed) == (builtin_dialects()[0], False, False)
    assert found.reasons == ()


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


def test_a_list_that_looks_like_a_family() -> None:
    """A few signs of a family give way where the general dialect reads more."""
    text = (
        "# Reading list, 14 March 2025\n\n### [A](https://arxiv.org/abs/2401.00001)\nAuthors: Ada Byron\n"
        "Summary: This is what it says.\nVerdict: Worth a read.\n"
    )
    found = detect_dialect(text)
    assert (found.dialect.name, found.guessed) == ("general", True)
    assert [section.label for section in parse_digest(text).papers[0].sections] == [
        "Summary",
        "Verdict",
    ]


def test_only_the_head_is_read() -> None:
    """What stands far down does not count, and costs nothing."""
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
    assert resolve_dialect(text, own) is own
    assert resolve_dialect(text, "daily-arxiv") is dialect_named("daily-arxiv")
    assert resolve_dialect(text, None) is dialect_named("daily-papers")
    with pytest.raises(
        ValueError, match=r"'daily' is not built in; give one of 'daily-papers', .*'general'"
    ):
        list(tokenize(text, dialect="daily"))


def test_the_names_of_the_built_in_dialects() -> None:
    """The reference dialect is the first one, the general one the last."""
    names = [dialect.name for dialect in builtin_dialects()]
    assert names == [*FAMILIES, "general"]
    assert names[0] == "daily-papers"
    modules = {path.stem for path in (ROOT / "src/paperdigest/dialects").glob("[a-z]*")}
    assert modules == {name.replace("-", "_") for name in names}
