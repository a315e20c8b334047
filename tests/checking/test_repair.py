"""What can be fixed, and what that changes."""

from difflib import SequenceMatcher
from unittest.mock import patch

import pytest
from hypothesis import given

from paperdigest import Dialect, Paper, Rule, Section, diagnose, parse_digest, repair
from paperdigest._checking.repair import apply_fixes
from paperdigest._checking.report import Fix
from paperdigest._dialects import dialect_named
from paperdigest._grammar.expected import straight
from tests import laws
from tests.checking.test_diagnostics import BULLET, HEADING, SOUND, any_text
from tests.samples import EXAMPLES

KNOWN = ("What's New", "Technical Details", "Performance Highlights")


def better(old: Section, new: Section) -> bool:
    """Return whether a section is as it was, or has a label that was damaged."""
    if old.label is None and new.label in KNOWN:
        return straight(old.text.lstrip("* ")).startswith(new.label) and old.text.endswith(new.text)
    return old.text == new.text and straight(old.label or "") == straight(new.label or "")


@given(any_text)
def test_a_repaired_text_stays_as_it_is(text: str) -> None:
    """Repair is idempotent, and leaves nothing that could be fixed."""
    laws.check_repair(text, None)


@given(any_text)
def test_a_repaired_text_says_the_same_or_more(text: str) -> None:
    """Every value that is read from a repaired text is what it was, or a label that was damaged."""
    old, new = parse_digest(text), parse_digest(repair(text))
    assert (old.title, old.date, old.end_date) == (new.title, new.date, new.end_date)
    for one, other in zip(old.papers, new.papers, strict=True):
        for name in laws.names_of(Paper):
            assert name == "sections" or getattr(one, name) == getattr(other, name)
        for section, fixed in zip(one.sections, other.sections, strict=True):
            assert better(section, fixed)


@given(any_text)
def test_nothing_else_changes(text: str) -> None:
    """What is outside the edits of the diagnostics stays as it is, in the same order."""
    fixes = [each.fix for each in diagnose(text) if each.fix]
    fixed = repair(text)
    if not fixes:
        assert fixed == text
    kept = apply_fixes(text, [Fix(fix.start, fix.end, "") for fix in fixes])
    rest = iter(fixed)
    assert all(character in rest for character in kept)


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("- ***What's New*: Smaller.", "- ***What's New***: Smaller."),
        ("- **What’s New**: Smaller.", "- **What's New**: Smaller."),
        ("- ** What's New **: Smaller.", "- **What's New**: Smaller."),
        ("- *** What’s New*: Smaller.", "- ***What's New***: Smaller."),
        ("- **What’s New: Smaller.", "- **What's New**: Smaller."),
        ("- **What's New: ** Smaller.", "- **What's New**: Smaller."),
        ("[Watch Video]https://a.b/c.mp4  \n\n- d", "[Watch Video](https://a.b/c.mp4)  \n\n- d"),
        ("### [B](https://a.b/c \n\n- d", "### [B](https://a.b/c) \n\n- d"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_fix_is_exact(damaged: str, sound: str, ends: str) -> None:
    """Each fix writes the sound form and touches no neighbour, white space and line endings neither."""
    text, other = (
        SOUND.replace(BULLET.strip(), each).replace("\n", ends) for each in (damaged, sound)
    )
    assert repair(text) == other
    assert len(SequenceMatcher(None, text, other, autojunk=False).get_opcodes()) <= 9


def test_the_odd_example_is_fixed() -> None:
    """The oddities of an example that can be fixed are gone, and its values stay."""
    text = EXAMPLES["daily-papers-odd"]
    left = {each.code for each in diagnose(repair(text))}
    assert left == {each.code for each in diagnose(text)} - {
        "unbalanced-emphasis",
        "curly-apostrophe",
        "malformed-media",
    }


def test_a_sound_text_is_left_alone() -> None:
    """A text without flaws is the very same afterwards."""
    assert repair(SOUND) is SOUND


def test_the_dialect_can_be_named() -> None:
    """A text is repaired in the dialect that is named."""
    text = HEADING + "\n### [A](https://a.b/c\n"
    assert repair(text, dialect="daily-ai-papers") == text
    assert repair(text, dialect="daily-papers") == text.replace("/c", "/c)")


def test_a_fix_keeps_the_family() -> None:
    """Where a fix would make of a text one of another family, nothing is fixed."""
    with patch("paperdigest._checking.repair.resolve_dialect") as resolve:
        resolve.side_effect = [
            (dialect_named("daily-papers"), True),
            (dialect_named("daily-arxiv"), True),
        ]
        assert repair(SOUND.replace("'", "’")) == SOUND.replace("'", "’")


def test_only_a_text_is_repaired() -> None:
    """What is no text is a TypeError, and an unknown dialect a ValueError."""
    with pytest.raises(TypeError, match="decode it"):
        repair(b"")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="str expected"):
        repair(parse_digest(SOUND))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not built in"):
        repair("", dialect="nothing")  # type: ignore[arg-type]


def test_a_fix_that_never_ends_is_given_up() -> None:
    """A dialect whose fix is damaged itself cannot keep repair busy for ever."""
    endless = Dialect(
        "endless",
        rules=[Rule("paper", pattern=r"# (?P<title>.+)", flaw="more", fix="# {title}!")],
    )
    assert repair("# A", dialect=endless) == "# A!!!!!!!!"


def test_edits_that_overlap_exclude_each_other() -> None:
    """Of two edits of one place the first one counts; edits that touch both do."""
    fixes = [Fix(2, 4, "D"), Fix(0, 2, "A"), Fix(1, 3, "B"), Fix(4, 4, "E")]
    assert apply_fixes("abcdef", fixes) == "ADEef"
