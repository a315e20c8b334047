"""What is noticed in a text, and where."""

import copy
import datetime
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    CODES,
    Diagnostic,
    Dialect,
    DialectName,
    Digest,
    DigestSyntaxError,
    Paper,
    Rule,
    Severity,
    detect_dialect,
    diagnose,
    parse_digest,
    parse_digests,
)
from paperdigest._checking.report import Report, severity_of
from paperdigest._text.shown import shown
from tests import laws
from tests.samples import EXAMPLES, each_example
from tests.strategies import damaged, dialects, hostile, texts, texts_in

HEADING = "## Daily Papers (2024-08-26)\n"
TITLE = "\n### [A](https://arxiv.org/abs/2408.12637)\n"
VOTES = "\nVote: 34\n"
AUTHORS = "\nAuthors: Ada Lovelace\n"
BULLET = "\n- **What's New**: Smaller.\n"
SOUND = HEADING + TITLE + VOTES + AUTHORS + BULLET

GPT = "# Personalized Daily ArXiv Papers 2025-11-05\n"
GPT_PAPER = (
    '\n## 1. [A](https://arxiv.org/abs/2408.12637) <a id="link1"></a>\n**ArXiv ID:** 2408.12637\n'
    "**Authors:** Ada Lovelace\n\n**Abstract:** Smaller.\n"
)
ROWS = "## Papers for 2024-09-06\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"
ROW = "| A (Read more on [arXiv](https://arxiv.org/abs/2409.03752))| Ada Lovelace | Smaller. |\n"
ARXIV = (
    "# cs.CL [[Back]](#toc)\n\n### [1] [A](https://arxiv.org/abs/2408.12637)\n*Ada Lovelace*\n\n"
    "Main category: cs.CL\n\nTL;DR: Smaller.\n"
)

any_text = (
    texts()
    | hostile()
    | dialects().flatmap(texts_in)
    | st.sampled_from(sorted(EXAMPLES.values())).flatmap(lambda text: damaged(text, 3))
)


def found(text: str, dialect: Dialect | DialectName | None = None) -> list[tuple[str, str]]:
    """Return each code with the text at its place."""
    return [(each.code, text[each.start : each.end]) for each in diagnose(text, dialect=dialect)]


def message(text: str, code: str) -> str:
    """Return the message of the only diagnostic with a code."""
    (only,) = [each for each in diagnose(text) if each.code == code]
    return only.message


# Any text


@given(any_text)
def test_checking_is_total_and_placed(text: str) -> None:
    """Law 1, total, and law 8, placed: checking never raises, and each range is in the text."""
    laws.check_diagnostics(text, None)
    laws.check_honest(text, None)


@given(any_text)
def test_a_digest_tells_of_its_own_text(text: str) -> None:
    """A digest that was read has the diagnostics and fixes of its text, guessed or not."""
    assert diagnose(parse_digest(text)) == diagnose(text)
    dialect = detect_dialect(text).dialect
    assert diagnose(parse_digest(text, dialect=dialect)) == diagnose(text, dialect=dialect)
    copy = pickle.loads(pickle.dumps(parse_digest(text)))
    assert diagnose(copy) == diagnose(text)


@given(any_text)
def test_the_parts_of_a_text_tell_of_themselves(text: str) -> None:
    """Law 8, placed: the diagnostics of each digest of a text lie in its own part."""
    for digest in parse_digests(text):
        document = digest._document
        assert document is not None
        end = document.start + len(document.text)
        for problem in diagnose(digest):
            assert document.start <= problem.start <= problem.end <= end


@each_example
def test_diagnostics_are_values(text: str) -> None:
    """Law 6, values: diagnostics are equal, hashable, and survive copying and pickling."""
    problems = diagnose(text)
    assert hash(problems) == hash(diagnose(text))
    assert copy.deepcopy(problems) == copy.copy(problems) == problems
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(problems, protocol)) == problems


@pytest.mark.parametrize("text", [SOUND, GPT + GPT_PAPER, ROWS + ROW, ARXIV])
def test_a_sound_text_is_silent(text: str) -> None:
    """There is no false alarm in a digest of any family that is as its script writes it."""
    assert [each for each in found(text) if each[0] != "no-votes"] == []


def test_only_a_text_or_a_digest_is_checked() -> None:
    """What is neither a text nor a digest is a TypeError, and an unknown dialect a ValueError."""
    with pytest.raises(TypeError, match="decode it"):
        diagnose(b"")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'nothing' is not built in"):
        diagnose("", dialect="nothing")  # type: ignore[arg-type]


def test_a_digest_made_by_hand_has_no_text() -> None:
    """Nothing is wrong with the text of a digest that has none."""
    assert diagnose(Digest(papers=[Paper("A")])) == ()


def test_an_edited_digest_tells_of_the_text_it_was_read_from() -> None:
    """An edit changes nothing about the text that a digest was read from."""
    digest = parse_digest(HEADING + TITLE)
    assert diagnose(attrs.evolve(digest, title="B")) == diagnose(digest) != ()


def test_nothing_is_certain_about_a_guess() -> None:
    """Where the dialect is a guess, there is no edit; where it is named, it is no guess."""
    text = "### [A](c)\n\n[Watch Video]https://example.org/a.mp4\n\n- b\n"
    problems = {each.code: each.fix for each in diagnose(text)}
    assert (problems["uncertain-dialect"], problems["malformed-media"]) == (None, None)
    problems = {each.code: each.fix for each in diagnose(text, dialect="daily-papers")}
    assert "uncertain-dialect" not in problems
    assert problems["malformed-media"]


def test_a_position_counts_for_people_and_editors() -> None:
    """A diagnostic shows its line and column from 1, and has those that an editor counts."""
    (problem,) = diagnose("\ufeff" + SOUND.replace("34", "많음").replace("\n", "\r\n"))
    assert str(problem).startswith("5:7: bad-votes '많음' is not a number")
    assert problem.range.end.lsp == (4, 8)


# The whole text


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\ufeff\n", "\u2028"])
def test_an_empty_text_is_never_silent(text: str) -> None:
    """Empty text gives a diagnostic over all of it, and no other."""
    assert found(text) == [("empty-text", text)]


def test_a_text_without_heading_and_paper_is_no_digest() -> None:
    """The first line of what is no digest is in the message."""
    text = "\n\nShopping list: everything that somebody could ever need, and then some more of it\n- Milk\n"
    assert found(text)[0][0] == "not-a-digest"
    assert found(text)[0][1].startswith("Shopping list")


@pytest.mark.parametrize(
    "text", ["e.md", " digests/2024/08/26.MARKDOWN\n", "my notes.txt", "C:\\a.md"]
)
def test_the_name_of_a_file_is_no_digest(text: str) -> None:
    """Where a name was given for what the file holds, the message says how to read the file."""
    (problem,) = diagnose(text)
    assert problem.code == "not-a-digest"
    name = repr(text.strip())
    advice = f"pass the text of that file (in Python, call read_digest({name}))"
    assert problem.message == f"{name} is the name of a file, not a digest; {advice}"
    with pytest.raises(DigestSyntaxError, match="call read_digest"):
        parse_digest(text, strict=True)


@pytest.mark.parametrize(
    "text", ["e.md\n\nNotes\n", "https://example.org/e.md", "Version 2.5", ".md"]
)
def test_other_lines_name_no_file(text: str) -> None:
    """More than a name, an address, and a name of another kind are no file."""
    message = next(problem.message for problem in diagnose(text))
    assert message.startswith("No paper found")


def test_a_group_without_papers_is_a_digest() -> None:
    """A heading of a group shows that a text is a digest, even where no papers follow."""
    text = "# cs.CL [[Back]](#toc)\n\n# cs.CV [[Back]](#toc)\n"
    assert found(text, dialect="daily-arxiv") == [("no-papers", "# cs.CL [[Back]](#toc)")]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a\0\0b", "\0\0", "A NUL (U+0000) inside the text; remove it"),
        ("a\x1b[31m", "\x1b", "A control character (U+001B) inside the text; remove it"),
        ("$\frac{a}{b}$", "\f", "A form feed (U+000C) inside the text; write \\frac if"),
        ("$\beta$", "\b", "A backspace (U+0008) inside the text; write \\beta if"),
        ("$\varepsilon$", "\v", "A vertical tab (U+000B) inside the text; write \\varepsilon if"),
        ("$\alpha$", "\a", "A control character (U+0007) inside the text; write \\alpha if"),
        ("(\textit{x})", "\t", "A tab (U+0009) inside the text; write \\textit if"),
        ("4\times 4", "\t", "A tab (U+0009) inside the text; write \\times if"),
        ("\theta_1", "\t", "write \\theta if"),
        ("\tau_1", "\t", "write \\tau if"),
        ("a\u2028b", "\u2028", "A control character (U+2028) inside"),
        ("a\x85b", "\x85", "A control character (U+0085) inside"),
    ],
)
def test_a_control_character_is_named(text: str, place: str, words: str) -> None:
    """A control character is named, with the LaTeX command whose backslash was eaten."""
    text = SOUND.replace("Smaller", text)
    assert found(text) == [("control-character", place)]
    assert words in message(text, "control-character")


@pytest.mark.parametrize("text", ["\tindented", "a\tb", "\ttext", "\tauthors", "\timestamp", "a\t"])
def test_a_tab_is_white_space(text: str) -> None:
    """A tab that stands for itself is no control character."""
    assert found(SOUND + text) == []


def test_half_a_character_is_an_error() -> None:
    """A lone surrogate can be written in no encoding, and one run of them is told once."""
    text = SOUND.replace("Smaller", "\ud83d\ud83d and \ude00")
    assert found(text) == [("lone-surrogate", "\ud83d\ud83d"), ("lone-surrogate", "\ude00")]


def test_mixed_line_endings_are_reported_once() -> None:
    """The first line ending of an unusual kind is reported, with the numbers of each."""
    text = SOUND.replace("\n", "\r\n", 2).replace("34\n\n", "34\r\n\r")
    assert found(text) == [("mixed-line-endings", "\r\n")]
    assert message(text, "mixed-line-endings") == (
        "This line ends in \\r\\n; of all lines 5 in \\n, 3 in \\r\\n, 1 in \\r; "
        "use the same line ending everywhere"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_kind_of_line_ends_is_no_mixture(end: str) -> None:
    """Any line ending is as good as another."""
    assert found(SOUND.replace("\n", end)) == []


# Headings


@pytest.mark.parametrize(
    ("heading", "code", "place"),
    [
        ("## Daily Papers", "no-date", "## Daily Papers"),
        ("## Daily Papers ()", "no-date", "## Daily Papers ()"),
        ("## Daily Papers (2024-02-30)", "bad-date", "2024-02-30"),
        ("## Daily Papers ( 2024-13-01 )", "bad-date", "2024-13-01"),
        ("## Daily Papers (tomorrow)", "bad-date", "tomorrow"),
        ("## Daily Papers (2024)", "incomplete-date", "2024"),
        ("## Daily Papers (2024-08)", "incomplete-date", "2024-08"),
        ("## Daily Papers (2024.08)", "incomplete-date", "2024.08"),
        ("## Daily Papers (2024/8)", "incomplete-date", "2024/8"),
        ("## Daily Papers (08/26)", "incomplete-date", "08/26"),
        ("## Daily Papers (August 2024)", "incomplete-date", "August 2024"),
        ("## Daily Papers (August 26)", "incomplete-date", "August 26"),
        ("## Daily Papers (26 Aug)", "incomplete-date", "26 Aug"),
        ("## Daily Papers (2024年8月)", "incomplete-date", "2024年8月"),
        ("## Daily Papers (2024년 8월)", "incomplete-date", "2024년 8월"),
        ("## Daily Papers (8月26日)", "incomplete-date", "8月26日"),
        ("## Daily Papers (8월 26일)", "incomplete-date", "8월 26일"),
    ],
)
def test_a_date_is_whole(heading: str, code: str, place: str) -> None:
    """A date that is missing, impossible or incomplete is told, each with a code of its own."""
    assert found(heading + "\n" + TITLE + VOTES + AUTHORS + BULLET) == [(code, place)]


@pytest.mark.parametrize(
    ("heading", "code", "place"),
    [
        ("## Top AI Papers of the Week", "no-date", "## Top AI Papers of the Week"),
        ("## Top AI Papers of the Week (May 5 - 9)", "incomplete-date", "May 5 - 9"),
        ("## Top AI Papers of the Week (May 9 - 5) - 2026", "bad-date", "May 9 - 5"),
        ("## Top AI Papers of the Week (May 32 - June 5) - 2026", "bad-date", "May 32 - June 5"),
    ],
)
def test_a_range_of_days_is_whole(heading: str, code: str, place: str) -> None:
    """A range that lacks its year is incomplete, and one that runs backwards is none."""
    table = (
        "\n| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b | [Paper](https://example.org) |\n"
    )
    assert (code, place) in found(heading + table)


def test_a_date_given_beside_the_text_is_a_date() -> None:
    """A heading needs no date where the caller gave one."""
    text = "## Daily Papers\n" + TITLE + VOTES + AUTHORS + BULLET
    digest = parse_digest(text)
    assert [each.code for each in diagnose(digest)] == ["no-date"]
    day = datetime.date(2024, 8, 26)
    assert diagnose(parse_digest(text, date=day)) == diagnose(text, date=day) == ()


def test_a_year_given_beside_the_text_completes_a_date() -> None:
    """Days without a year are whole where the caller gave one."""
    text = SOUND.replace("2024-08-26", "August 26")
    assert [each.code for each in diagnose(text)] == ["incomplete-date"]
    assert diagnose(text, year=2024) == diagnose(parse_digest(text, year=2024)) == ()


@pytest.mark.parametrize("source", [SOUND, parse_digest(SOUND)])
def test_an_invalid_date_or_year_is_refused(source: str | Digest) -> None:
    """A date that is not a day and a year that is no year are refused, whatever is checked."""
    with pytest.raises(TypeError, match="date: '2024-08-26' is"):
        diagnose(source, date="2024-08-26")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="year: 0 is out of range"):
        diagnose(source, year=0)


def test_the_heading_to_write_is_shown() -> None:
    """Where no heading is, the message shows how the dialect writes one."""
    text = TITLE + VOTES + AUTHORS + BULLET
    assert found(text) == [("no-heading", "A")]
    assert "'## Title (2024-08-26)'" in message(text, "no-heading")
    weekly = (
        "| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b | [Paper](https://example.org) |\n"
    )
    assert "(August 20 - August 26) - 2024" in message(weekly, "no-heading")


_STARRED = Rule("paper", "* {title}")
_OWN = [
    Dialect("a", rules=[Rule("digest", ["# {title} on {date}", "# {title}"]), _STARRED]),
    Dialect("b", rules=[Rule("digest", "= {title} ({range})"), _STARRED]),
    Dialect("c", rules=[Rule("digest", "= {range}, {year}: {title?}"), _STARRED]),
]


def _has_dated_sample(title: str | None, dialect: Dialect) -> bool:
    text = dialect._compiled.expected.sample(title) + "\n"
    codes = {each.code for each in diagnose(text, dialect=dialect)}
    dated = parse_digest(text, dialect=dialect).date is not None
    return dated and not codes & {"no-date", "incomplete-date", "bad-date"}


@pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)
def test_the_heading_to_write_has_a_date(text: str) -> None:
    """The heading that a message advises for a title is parsed with a date."""
    for digest in parse_digests(text):
        assert digest.dialect is not None
        expected = digest.dialect._compiled.expected
        if expected.dated and expected.heading and digest.title:
            assert _has_dated_sample(digest.title, digest.dialect)


@pytest.mark.parametrize("dialect", _OWN, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("title", [None, "Papers", "News of the Fen"])
def test_the_heading_to_write_in_an_own_dialect_has_a_date(
    dialect: Dialect, title: str | None
) -> None:
    """The heading that a message advises has a date in a dialect of your own too."""
    assert _has_dated_sample(title, dialect)


_REEDS = "\n### [On Reeds](https://example.org/reeds)\n\n**Authors:** Ada Lovelace\n"


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("# Papers of the Fen, August 20 - August 26", "August 20 - August 26"),
        ("# Papers of the Fen, May 2025", "May 2025"),
        ("# Papers of the Fen (May  3) ", "May  3"),
        ("# 2025-05", "2025-05"),
    ],
)
def test_a_part_of_a_date_at_the_end_of_a_title(heading: str, part: str) -> None:
    """A title that ends in a part of a date has an incomplete one, unless the caller gave a date."""
    text = heading + "\n" + _REEDS
    assert [each for each in found(text) if "date" in each[0]] == [("incomplete-date", part)]
    codes = [each.code for each in diagnose(text, date=datetime.date(2025, 5, 3))]
    assert "incomplete-date" not in codes


def test_the_advice_for_a_heading_without_a_date_works() -> None:
    """The advised heading has the title of the text, and has a date where it is written."""
    heading = "# Papers of the Fen"
    advised = f"{heading}, 2024-08-26"
    told = message(f"{heading}\n{_REEDS}", "no-date")
    assert told == f"This heading has no date; write '{advised}'"
    assert "no-date" not in [code for code, _ in found(f"{advised}\n{_REEDS}")]


@pytest.mark.parametrize(
    "heading", ["# Daily Papers", "## Papers of week 34", "# Reading list\n\n## Papers 2024-08-26"]
)
def test_a_heading_that_was_not_understood_is_shown(heading: str) -> None:
    """The heading right above the papers is quoted where it is, with one that would be understood."""
    text = f"{heading}\n{TITLE}{VOTES}{AUTHORS}{BULLET}"
    last = heading.splitlines()[-1]
    assert found(text) == [("no-heading", last)]
    advice = "write one, such as '## Title (2024-08-26)'"
    assert message(text, "no-heading") == f"'{last}' is not a digest heading; {advice}"


def test_a_chapter_that_a_rule_names_is_no_damaged_heading() -> None:
    """A heading that the dialect knows by name is not taken for the one of the digest."""
    text = f"## Paper selection prompt\n{GPT_PAPER}"
    assert found(text) == [("no-heading", "A")]


def test_a_heading_without_template_is_asked_for_in_words() -> None:
    """A dialect whose heading has no template, or none at all, is checked all the same."""
    paper = Rule("paper", "* {title}")
    silent = Dialect("a", rules=[Rule("digest", pattern=r"= (?P<title>.*)"), paper])
    headless = Dialect("b", rules=[paper])
    (problem,) = diagnose("* A\n", dialect=silent)
    assert problem.message == "No digest heading above this paper; add one"
    assert diagnose("* A\n", dialect=headless) == ()
    for pattern in r"= (?P<title>\w+)(?P<date>.*)", r"= (?:\w+)(?P<date>.*)":
        dated = Dialect("c", rules=[Rule("digest", pattern=pattern), paper])
        (problem,) = diagnose("= B\n* A\n", dialect=dated)
        assert problem.message == "This heading has no date; write one"
    shown = Dialect("d", rules=[*dated.rules, Rule("digest", "== {title}: {date}")])
    (problem,) = diagnose("= B\n* A\n", dialect=shown)
    assert problem.message == "This heading has no date; write '== Title: 2024-08-26'"


def test_a_heading_without_papers_is_told_for_each() -> None:
    """Each heading that no paper follows is told."""
    text = HEADING + "\n## Daily Papers (2024-08-27)\n"
    assert found(text) == [
        ("no-papers", HEADING.strip()),
        ("no-papers", "## Daily Papers (2024-08-27)"),
        ("several-headings", "## Daily Papers (2024-08-27)"),
    ]


def test_headings_with_one_date_are_repeated() -> None:
    """A second heading with the same date is told, and several dates are told once."""
    second = SOUND.replace("2408.12637", "1412.6980")
    other = second.replace("08-26", "08-27")
    assert found(SOUND + second) == [("repeated-heading", HEADING.strip())]
    undated = [SOUND.replace("(2024-08-26)", f"({day})") for day in ("Aug 26", "Aug 27", "Aug 26")]
    assert [code for code, _ in found("".join(undated))].count("repeated-heading") == 1
    later = other.replace("08-27", "08-28")
    assert found(SOUND + other + later) == [("several-headings", "## Daily Papers (2024-08-27)")]


def test_papers_before_the_first_heading_have_none() -> None:
    """Papers above the first heading are a digest without heading."""
    text = TITLE + VOTES + AUTHORS + BULLET + "\n" + SOUND
    assert found(text) == [("no-heading", "A")]


def test_a_preamble_is_no_digest() -> None:
    """Chapters before the first heading and after the papers are not looked at."""
    text = f"# Daily Papers\n\n## About\n\nHello\n\n{SOUND}\n## Licence\n\n### MIT\n"
    assert found(text) == []


# Papers


def test_a_paper_lacks_a_value_that_others_have() -> None:
    """A paper without votes, authors or sections is told; what none has is told once."""
    bare = TITLE.replace("2408.12637", "1412.6980").replace("[A]", "[B]")
    assert found(SOUND + bare) == [("no-authors", "B"), ("no-sections", "B"), ("no-votes", "B")]
    assert found(HEADING + TITLE + bare) == [
        ("no-authors", HEADING.strip()),
        ("no-sections", HEADING.strip()),
        ("no-votes", HEADING.strip()),
    ]


def test_a_dialect_of_no_family_expects_nothing() -> None:
    """Where a dialect has no signs of a family, what no paper has is not missed."""
    notes = Dialect("notes", rules=[Rule("paper", "* {title}"), Rule("votes", "+{votes}")])
    assert found("* A\n\n* B\n", dialect=notes) == []
    assert found("* A\n+1\n\n* B\n", dialect=notes) == [("no-votes", "B")]


@pytest.mark.parametrize("votes", ["-", "–", "?", "N/A", "None", "0", "007"])
def test_votes_may_be_unknown(votes: str) -> None:
    """A dash and its like say that the votes are not known, and are house style."""
    assert found(SOUND.replace("34", votes)) == []


def test_an_empty_line_of_votes_has_none() -> None:
    """A line for the votes with nothing in it gives no votes."""
    assert found(SOUND.replace(" 34", "")) == [("no-votes", "A")]


@pytest.mark.parametrize("votes", ["many", "-3", "3.5", "1.2k", "1,02", "３４", "٣", "12 votes"])
def test_votes_are_a_number(votes: str) -> None:
    """Votes that are no number in plain digits are an error."""
    assert found(SOUND.replace("34", votes)) == [("bad-votes", votes)]


@pytest.mark.parametrize("votes", ["1,024", "1.024", "1 024"])
def test_votes_may_be_in_groups_of_three(votes: str) -> None:
    """Votes in groups of three digits are a number."""
    assert found(SOUND.replace("34", votes)) == []


def test_very_long_votes_are_no_exception() -> None:
    """A number too long for Python's limit is a diagnostic that does not repeat it."""
    text = SOUND.replace("34", "9" * 100_000)
    assert message(text, "bad-votes") == "A number of 100000 digits; the maximum for votes is 18"


@pytest.mark.parametrize(
    ("title", "code", "place"),
    [
        ("### [](https://example.org)", "no-title", "### [](https://example.org)"),
        ("### [A]()", "no-link", "A"),
        ("### A", "no-link", "A"),
        ("### [A](https://example.org", "unclosed-link", "### [A](https://example.org"),
        ("### [A [B] C](https://example.org", "unclosed-link", "](https://example.org"),
        ("### [A]https://example.org", "unclosed-link", "]https://example.org"),
    ],
)
def test_a_heading_of_a_paper_is_a_link(title: str, code: str, place: str) -> None:
    """A paper without title or link, and one whose link is not closed, is told."""
    assert found(HEADING + f"\n{title}\n" + VOTES + AUTHORS + BULLET) == [(code, place)]


def test_a_paper_with_nothing_at_all() -> None:
    """A heading without title and link is told for both, at the heading."""
    text = HEADING + "\n### [ ]()\n" + VOTES + AUTHORS + BULLET
    assert found(text) == [("no-link", "### [ ]()"), ("no-title", "### [ ]()")]


def test_what_a_dialect_of_no_family_has_is_expected_of_each_paper() -> None:
    """What no paper has is none of its business, what some papers have is missed in the others."""
    rules = [
        Rule("paper", "* {title}"),
        Rule("votes", "+{votes}"),
        Rule("authors", "by {authors}", separator="; "),
    ]
    notes = Dialect("notes", rules)
    found = diagnose("* A\nby B, C; ; D\n* E\n", dialect=notes)
    assert [(each.code, each.start) for each in found] == [("empty-author", 13), ("no-authors", 19)]


def test_what_the_rows_of_a_dialect_hold_is_expected() -> None:
    """What a row has a cell for is missed where the cell is empty; a heading without day needs none."""
    notes = Dialect(
        "notes",
        [
            Rule("digest", "= {title}"),
            Rule("paper", "| {title} | {url?} | {votes?} | {authors?} |"),
        ],
    )
    assert found("= A\n| B | /b | 1 | C |\n| D |  |  |  |\n", dialect=notes) == [
        ("no-authors", "D"),
        ("no-link", "D"),
        ("no-votes", "D"),
    ]


def test_the_rules_of_a_dialect_may_stand_in_a_row() -> None:
    """A line that is between papers is known however often it is there."""
    notes = Dialect("notes", [Rule("paper", "* {title}"), Rule("divider", "~~~~")])
    assert found("* A\n\n~~~~\n\n~~~~\n\n* B\n", dialect=notes) == []
    assert found("* A\n\n~~~~\n\n~~~\n", dialect=notes) == [("unknown-line", "~~~")]


def test_a_digest_is_checked_apart_from_the_next_one() -> None:
    """What is wrong in the second digest of a text is not told of the first."""
    paper = "### [A](https://a.org)\n\nVote: 1\n\nAuthors: B\n\n- c\n\n"
    text = f"{HEADING}\n{paper}## Daily Papers (2024-08-27)\n\n{paper}"
    damaged = text + "- d\x07\r\n- e\r- f\n"
    first, second = parse_digests(damaged)
    assert diagnose(first) == ()
    assert {each.code for each in diagnose(second)} == {"control-character", "mixed-line-endings"}


def test_a_dialect_without_links_misses_none() -> None:
    """A paper needs no link where its dialect has no place for one."""
    notes = Dialect("notes", rules=[Rule("paper", "* {title}")])
    assert found("* A\n", dialect=notes) == []


def test_a_paper_stands_once_in_a_category() -> None:
    """A paper that occurs twice is shown by its identifier, whatever form its link has."""
    again = "\n### [B](https://arxiv.org/pdf/2408.12637v2)\n" + VOTES + AUTHORS + BULLET
    assert found(SOUND + again) == [("duplicate-paper", "B")]
    assert "Paper 1 also has '2408.12637'" in message(SOUND + again, "duplicate-paper")
    assert found(ARXIV + "\n" + ARXIV.replace("cs.CL", "cs.LG")) == []


def test_papers_that_nothing_names_are_no_duplicates() -> None:
    """Two papers without a title and a link have nothing in common."""
    codes = [code for code, _ in found(f"{SOUND}\n### []()\n\n### []()\n")]
    assert codes.count("no-title") == 2
    assert "duplicate-paper" not in codes


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Ada, , Alan", [""]),
        ("Ada, ,, , Alan", [""]),
        (", Ada", [""]),
        ("Ada,", [""]),
        ("['Ada', '', 'Alan']", ["''"]),
        ("Ada (a, , b)", []),
        ("Ada", []),
    ],
)
def test_no_author_is_empty(line: str, places: list[str]) -> None:
    """A comma without a name beside it is told, a run of them once."""
    text = SOUND.replace("Ada Lovelace", line)
    assert found(text) == [("empty-author", place) for place in places]


@pytest.mark.parametrize(
    ("line", "name", "advice"),
    [
        ("-", "-", "write the names, or remove it"),
        ("N/A", "N/A", "write the names, or remove it"),
        ("Ada, and Alan", "and Alan", "write only a comma before the last name"),
        ("Ada; Alan", "Ada; Alan", "write a comma between two names"),
        ("张三，李四", "张三，李四", "write a comma between two names"),
        (
            "Ada Byron and Alan M. Turing",
            "Ada Byron and Alan M. Turing",
            "write a comma between two names",
        ),
        (
            "Emmy Noether, Ada Byron & Alan Turing",
            "Ada Byron & Alan Turing",
            "write a comma between two names",
        ),
        (
            "Ada, Alan, ... +5 more",
            "... +5 more",
            "write the names that are left out, or et al.",
        ),
    ],
)
def test_what_is_not_a_name(line: str, name: str, advice: str) -> None:
    """It counts as an author as it is written, and is told."""
    text = SOUND.replace("Ada Lovelace", line)
    assert name in parse_digest(text).papers[0].authors
    (told,) = diagnose(text)
    assert (told.code, text[told.start : told.end]) == ("not-a-name", name)
    assert told.message == f"{name!r} is not the name of one author; {advice}"


@pytest.mark.parametrize(
    "line",
    [
        "Ada, et al.",
        "Anders And, Nan Null",
        "R&amp; D Lab",
        "Ada (Lab; Inn), Alan",
        "T. B. D",
        "River Lab and Partners",
        "Ada Byron and 3 others",
        "Ada Byron (Weaving and Looms Lab)",
        "Institute of Weaving and Fine Looms",
    ],
)
def test_names_that_are_unusual(line: str) -> None:
    """A name may have words and signs that stand for something else in a list."""
    assert found(SOUND.replace("Ada Lovelace", line)) == []


def test_a_line_of_authors_without_names_has_none() -> None:
    """A line for the authors with nothing in it gives none, and is no empty name."""
    assert found(SOUND.replace(" Ada Lovelace", "")) == [("no-authors", "A")]


# Two places of one value


@pytest.mark.parametrize(
    ("again", "places"),
    [("Vote: 34", []), ("Vote: 35", ["35"]), ("Authors: Alan Turing", ["Alan Turing"])],
)
def test_a_line_that_is_there_twice_says_the_same(again: str, places: list[str]) -> None:
    """A second line for the votes or authors is told where it differs from the first."""
    text = HEADING + TITLE + VOTES + AUTHORS + f"\n{again}\n" + BULLET
    assert found(text) == [("conflicting-values", place) for place in places]


@pytest.mark.parametrize(
    ("copy", "places"),
    [
        ("2408.12637", []),
        ("2408.12637v2", []),
        ("arxiv.org/abs/2408.12637", []),
        ("", []),
        ("1706.03762", ["1706.03762"]),
        ("hep-th/9901001", ["hep-th/9901001"]),
    ],
)
def test_an_identifier_is_that_of_the_link(copy: str, places: list[str]) -> None:
    """The identifier that is written beside a link is held against it."""
    text = GPT + GPT_PAPER.replace("ID:** 2408.12637", f"ID:** {copy}")
    assert found(text) == [("conflicting-values", place) for place in places]


@pytest.mark.parametrize(
    ("shown_as", "places"),
    [("2408.12637v3", []), ("PDF", []), ("2408.99999", ["2408.99999"])],
)
def test_an_identifier_in_the_brackets_is_that_of_the_link(
    shown_as: str, places: list[str]
) -> None:
    """The identifier that a link is shown as is held against its address; a word is none."""
    text = (
        "## Updated on 2025.09.15\n\n## Vision\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
        f"|**2024-08-26**|**A**|Ada et.al.|[{shown_as}](http://arxiv.org/abs/2408.12637)|null|\n"
    )
    assert found(text) == [("conflicting-values", place) for place in places]


def test_an_identifier_without_link_is_not_held_against_it() -> None:
    """Where a paper has no link, its identifier cannot disagree with it."""
    text = GPT + GPT_PAPER.replace("[A](https://arxiv.org/abs/2408.12637)", "A")
    assert [code for code, _ in found(text)] == ["no-link"]


def test_a_category_is_that_of_its_group() -> None:
    """A category in a paper is held against the group that the paper is in."""
    text = ARXIV.replace("category: cs.CL", "category: cs.LG")
    assert found(text) == [("conflicting-values", "cs.LG")]
    assert found(ARXIV.replace("category: cs.CL", "category:")) == []


def test_a_table_of_contents_names_the_papers() -> None:
    """Each title of a table of contents is that of a paper, but for its white space."""
    contents = GPT + "\n1. [{}](#link1)\n**Authors:** Ada Lovelace\n"
    assert found(contents.format(" A ") + GPT_PAPER) == []
    text = contents.format("B") + GPT_PAPER
    assert found(text) == [("conflicting-values", "B")]
    assert "'B'; paper 1 is 'A'" in message(text, "conflicting-values")


def test_a_table_of_contents_is_whole() -> None:
    """A title that is too many in a table of contents is told there, one it lacks at the paper."""
    one, two = "\n1. [A](#link1)\n", "2. [B](#link2)\n"
    assert found(GPT + one + two + GPT_PAPER) == [("conflicting-values", "B")]
    second = GPT_PAPER.replace("[A]", "[B]").replace("2408.12637", "1412.6980")
    text = GPT + one + GPT_PAPER + second
    assert found(text) == [("conflicting-values", "B")]
    assert message(text, "conflicting-values") == "The table of contents does not list 'B'; add it"


# Labels and sections


@pytest.mark.parametrize(
    ("bullet", "place", "fixed"),
    [
        ("- ***Idea*: b", "***Idea*", "- ***Idea***: b"),
        ("- *Idea***: b", "*Idea***", "- ***Idea***: b"),
        ("- **Idea*:", "**Idea*", "- **Idea**:"),
        ("- ***Idea:* b", "***Idea:*", "- ***Idea:*** b"),
        ("- *Idea:** b", "*Idea:**", "- **Idea:** b"),
        ("- *Idea:**", "*Idea:**", "- **Idea:**"),
        ("- **What's New: b", "**What's New:", "- **What's New**: b"),
        ("- What's New**: b", "What's New**:", "- **What's New**: b"),
        ("- What’s New:** b", "What’s New:**", "- **What's New**: b"),
        ("- **What's New:b", "**What's New:", "- **What's New**: b"),
        ("- **What's New：b", "**What's New：", "- **What's New**: b"),
    ],
)
def test_emphasis_is_balanced(bullet: str, place: str, fixed: str) -> None:
    """Emphasis around a label that is not balanced is told, with the edit that balances it."""
    text = SOUND.replace(BULLET, f"\n{bullet}\n")
    (problem,) = [each for each in diagnose(text) if each.code != "empty-section"]
    assert (problem.code, text[problem.start : problem.end]) == ("unbalanced-emphasis", place)
    assert problem.fix is not None
    written = text[: problem.fix.start] + problem.fix.text + text[problem.fix.end :]
    assert written == SOUND.replace(BULLET, f"\n{fixed}\n")


@pytest.mark.parametrize(
    "bullet",
    [
        "- **Idea:***b* c",
        "- *b* c",
        "- **b** c",
        "- **b: c",
        "- b*: c",
        "- What's New: b",
        "- - *a: b",
    ],
)
def test_emphasis_in_a_text_is_no_label(bullet: str) -> None:
    """Asterisks that may belong to the text are left alone."""
    assert found(SOUND.replace(BULLET, f"\n{bullet}\n")) == []


def test_what_could_be_meant_in_two_ways_is_not_fixed() -> None:
    """Where a later asterisk may be the partner of one at the label, there is no edit."""
    text = SOUND.replace(BULLET, "\n- **What's New: a **b** c\n")
    (problem,) = diagnose(text)
    assert (problem.code, problem.fix) == ("unbalanced-emphasis", None)


def test_a_label_on_the_next_line_is_text() -> None:
    """A known label counts at the start of its bullet only."""
    assert found(SOUND.replace(BULLET, "\n-\n  **What's New: b\n")) == []


@pytest.mark.parametrize(
    ("bullet", "place", "fixed"),
    [
        ("- ** Idea**: b", " ", "- **Idea**: b"),
        ("- **Idea **: b", " ", "- **Idea**: b"),
        ("- **\tIdea:** b", "\t", "- **Idea:** b"),
        ("- **What's New: ** b", "**What's New: **", "- **What's New**: b"),
        ("- **What's New: **b", "**What's New: **", "- **What's New**: b"),
    ],
)
def test_a_label_fills_its_emphasis(bullet: str, place: str, fixed: str) -> None:
    """White space inside the emphasis of a label is told, with the edit that takes it out."""
    text = SOUND.replace(BULLET, f"\n{bullet}\n")
    (problem,) = diagnose(text)
    assert (problem.code, text[problem.start : problem.end]) == ("space-in-label", place)
    assert problem.fix is not None
    written = text[: problem.fix.start] + problem.fix.text + text[problem.fix.end :]
    assert written == SOUND.replace(BULLET, f"\n{fixed}\n")


def test_a_space_before_the_colon_is_no_damage() -> None:
    """A space that is outside the emphasis, or before a colon inside it, breaks nothing."""
    assert found(SOUND.replace("**What's New**:", "**What's New** :")) == []
    assert found(SOUND.replace("**What's New**:", "**What's New :**")) == []


def test_a_dialect_writes_labels_in_its_own_way() -> None:
    """A known label is fixed only where the fixed line would be read as one."""
    notes = Dialect(
        "notes",
        rules=[
            Rule("paper", "# {title}"),
            Rule("section", "- {label} -- {text?}", pattern="- (?P<label>Idea) --", known="Idea"),
            Rule("section", "- {text?}"),
        ],
    )
    (problem,) = diagnose("# A\n- *Idea: b\n", dialect=notes)
    assert (problem.code, problem.fix) == ("unbalanced-emphasis", None)
    slanted = Dialect(
        "slanted",
        rules=[
            Rule("paper", "# {title}"),
            Rule("section", pattern=r"- (?P<mark>[_«]+)(?P<label>[A-Za-z]+)(?P<mark3>[_»]+):"),
        ],
    )
    assert found("# A\n- «Idea»: b\n- _More_: c\n", dialect=slanted) == []
    assert found("# A\n- _Idea__: b\n", dialect=slanted) == [("unbalanced-emphasis", "_Idea__")]


@pytest.mark.parametrize("mark", "‘’ʼ`´′＇")
def test_a_known_label_has_a_straight_apostrophe(mark: str) -> None:
    """Any other sign for the apostrophe of a known label is told; other labels are their writer's."""
    text = SOUND.replace("What's", f"What{mark}s")
    assert found(text) == [("curly-apostrophe", f"What{mark}s New")]
    assert found(text.replace("New", "Old")) == []


def test_a_label_stands_once() -> None:
    """A label that occurs twice in a paper is reported; two sections without a label are not."""
    assert found(SOUND + "- **What's New**: Faster.\n- b\n- c\n") == [
        ("repeated-label", "What's New")
    ]
    text = GPT + GPT_PAPER + "**Relevance:** 9\n**Relevance:** 8\n"
    assert found(text) == [("repeated-label", "Relevance")]


def test_a_section_has_a_text() -> None:
    """A label or a bullet without text is told."""
    assert found(SOUND + "- **Idea**:\n-\n") == [
        ("empty-section", "- **Idea**:"),
        ("empty-section", "-"),
    ]


# What no rule reads


@pytest.mark.parametrize(
    ("line", "found_as"),
    [
        ("[Watch Video]https://example.org/a.mp4", "malformed-media"),
        ("![]()", "empty-address"),
        ("[Code]()", "empty-address"),
        ("Smaller than ever.", "stray-text"),
        ("![a](https://example.org/a.png", "unclosed-link"),
        ("[Code]https://example.org/a", "unclosed-link"),
        ("<br>", ""),
        ("---", ""),
        ("* * *", ""),
    ],
)
def test_a_line_before_the_sections_is_read(line: str, found_as: str) -> None:
    """A line before the first section that belongs to nothing is told at its place."""
    text = HEADING + TITLE + f"\n{line}\n" + VOTES + AUTHORS + BULLET
    assert found(text) == ([(found_as, line)] if found_as else [])


def test_stray_lines_are_told_together() -> None:
    """Text before the first section is told from its first to its last line."""
    text = HEADING + TITLE + VOTES + AUTHORS + "\n---\n one\n\ntwo \n<hr>\n" + BULLET
    assert found(text) == [("stray-text", "one\n\ntwo")]


def test_stray_text_of_a_paper_without_sections() -> None:
    """Text of a paper without sections belongs to nothing."""
    assert found(SOUND.replace("- **What's New**: ", "")) == [
        ("no-sections", "A"),
        ("stray-text", "Smaller."),
    ]


def test_text_between_papers_is_kept() -> None:
    """Text after the end of a paper is reported as info; a divider is not."""
    assert found(GPT + GPT_PAPER + "\n---\n\n---\n") == []
    assert found(GPT + GPT_PAPER + "\n---\n\nMore tomorrow.\n") == [
        ("unknown-line", "More tomorrow.")
    ]


def test_text_after_late_lines_is_kept() -> None:
    """Text after a line that ends a section belongs to no value."""
    text = GPT + GPT_PAPER + "**Relevance:** 9\nand more\n"
    assert found(text) == [("unknown-line", "and more")]


def test_a_flaw_of_an_own_dialect_is_a_warning() -> None:
    """A dialect may name flaws of its own, with a fix or without."""
    notes = Dialect(
        "notes",
        rules=[
            Rule("paper", "# {title}"),
            Rule("votes", "+{votes}", pattern=r"\+(?P<votes>\d+)$"),
            Rule("votes", pattern=r"\+\+(?P<votes>\d+) *", flaw="two-signs", fix="+{votes}"),
            Rule("link", pattern=r"-> (?P<url>\S+) *", flaw="an-arrow"),
            Rule("field", pattern=r"(?P<label>\w+)=(?P<value>\w*)", flaw="no-value", fix="{value}"),
            Rule("category", pattern=r"in (?P<category>.+)", flaw="in-what", fix="in {category}"),
        ],
    )
    text = "# A\n++3  \n-> b\nc=\nin d\n"
    problems = [each for each in diagnose(text, dialect=notes) if each.code not in CODES]
    assert [(each.code, each.severity, each.message) for each in problems] == [
        ("two-signs", Severity.WARNING, "'++3' found; write '+3'"),
        ("an-arrow", Severity.WARNING, "'-> b' is malformed; correct it"),
        ("no-value", Severity.WARNING, "'c=' is malformed; correct it"),
        ("in-what", Severity.WARNING, "'in d' is malformed; correct it"),  # as its fix says
    ]
    assert [each.fix is not None for each in problems] == [True, False, False, False]


# Rows


def test_a_row_without_its_cells_is_an_error() -> None:
    """A row of a table from which no paper was read is told, each one, up to a blank line."""
    text = ROWS + "| B |\n" + ROW + "| C | Alan\n| D |\nE\n\n| F |\n"
    assert [(code, place) for code, place in found(text) if code != "unknown-line"] == [
        ("unread-row", "| B |"),
        ("unread-row", "| C | Alan"),
        ("unread-row", "| D |"),
    ]
    assert ("unknown-line", "E\n\n| F |") in found(text)


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        ("| 2025-01-24 | No meeting", "write all cells on one line"),
        (
            "| 2025-01-24 | No meeting | |",
            "cell 2 lacks a title or its link; write it as the other rows do",
        ),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_advice_for_a_row_without_a_paper(row: str, advice: str, *, first: bool) -> None:
    """Only a row that lacks cells is told to have them on one line."""
    rows = [
        f"| 2025-01-0{at} | [{title} of Old Nests](https://arxiv.org/abs/2501.0000{at}) | Ada |"
        for at, title in enumerate(("Songs", "Maps"), 1)
    ]
    rows.insert(0 if first else 1, row)
    text = "\n".join(["# Nests", "", "| Date | Paper | Speaker |", "|---|---|---|", *rows, ""])
    messages = [each.message for each in diagnose(text) if each.code == "unread-row"]
    assert messages == [f"No paper could be parsed from the row {shown(row)}; {advice}"]


def test_rows_at_the_end_of_a_text() -> None:
    """The last line of a text needs no line ending."""
    assert found(ROWS + ROW + "| B |") == [("unread-row", "| B |")]
    assert found(ROWS + ROW.strip()) == []
    assert found(ROWS + ROW + "\n") == []


def test_text_below_a_table_is_kept() -> None:
    """Text below a table is reported as info; a divider below it is not."""
    assert found(ROWS + ROW + "\nMore tomorrow.\n") == [("unknown-line", "More tomorrow.")]
    assert found(ROWS + ROW + "\n---\n") == []


def test_no_row_is_missed_in_another_table() -> None:
    """A table of another kind, before the papers or in a chapter, has no rows to read."""
    text = "## Papers for 2024-09-06\n\n| Tokens |\n|---|\n| 5 |\n\n" + ROWS.split("\n\n")[1] + ROW
    assert "unread-row" not in dict(found(text))


# Reports


def test_a_report_keeps_the_order_of_the_text() -> None:
    """Diagnostics come in the order of the text, whatever the order of the checks."""
    report = Report("one two")
    assert report.diagnostics() == ()
    report.add("no-title", (4, 7), "b")
    report.add("no-title", (0, 3), "a")
    assert [(each.start, each.message) for each in report.diagnostics()] == [(0, "a"), (4, "b")]
    assert isinstance(report.diagnostics()[0], Diagnostic)


def test_the_severity_of_a_code() -> None:
    """A code has the severity of the table; one that is not there is a warning."""
    assert severity_of("no-title") is Severity.ERROR
    assert severity_of("my-own") is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "## Daily Papers (2024-08-26)\n\n### [A](b\n\nVote: 3\n\nVote: 4\n\nAuthors: C,, D\n\n- **E**: f\n\n- ** E**: g\n\n- **E**: h\n\n- **I**:\n\n[j]()\n\n### [](k)\n\nVote: x\n\n### L\n\n- **M*: n\n\n## Daily Papers (2024-08-26)\n",
            [
                "unclosed-link: '### [A](b' found; write '### [A](b)'",
                "conflicting-values: '4' found, but '3' above; the last one counts; remove one",
                "empty-author: No name beside this comma; add the name, or remove the comma",
                "space-in-label: White space between a label and its asterisks; remove it",
                "repeated-label: The label 'E' is already used above; join the two, or rename one",
                "repeated-label: The label 'E' is already used above; join the two, or rename one",
                "no-authors: The paper without title has no authors",
                "no-sections: The paper without title has no summary",
                "no-title: This paper has no title; add one",
                "bad-votes: 'x' is not a number of votes; write digits, or - if it is unknown",
                "no-authors: The paper 'L' has no authors",
                "no-link: The paper 'L' has no link; write [title](URL)",
                "no-votes: The paper 'L' has no votes",
                "unbalanced-emphasis: ** before the label and * after it; write ** on both sides",
                "no-papers: No papers follow this heading; check whether they were lost",
                "repeated-heading: '2024-08-26' is already the heading of a digest above; keep one of them",
            ],
        ),
        (
            "## Daily Papers (2024-08-26)\n\x07\ud800\r\n### [A](b)\n",
            [
                "control-character: A control character (U+0007) inside the text; remove it",
                "lone-surrogate: U+D800 is half of a surrogate pair, which UTF-8 cannot encode; write the whole character",
                "mixed-line-endings: This line ends in \\r\\n; of all lines 2 in \\n, 1 in \\r\\n; use the same line ending everywhere",
                "no-authors: The paper 'A' has no authors",
                "no-sections: The paper 'A' has no summary",
                "no-votes: The paper 'A' has no votes",
            ],
        ),
        (
            '## 1. [A](https://arxiv.org/abs/2408.12637) <a id="link1"></a>\n\n**ArXiv ID:** 2408.12638\n\n**Relevance:** 9\n',
            [
                "no-authors: The paper 'A' has no authors",
                "no-heading: No digest heading above this paper; add one, such as '# Title 2024-08-26'",
                "no-sections: The paper 'A' has no summary",
                "conflicting-values: '2408.12638' found, but the link is 'https://arxiv.org/abs/2408.12637'; correct the wrong one",
            ],
        ),
        (
            "## Papers for 2024-09-06\n\n| A (Read more on [arXiv](b))| E | g |\n| only one |\n",
            [
                "no-link: The paper 'A' has no link; write [title](URL)",
                "unread-row: No paper could be parsed from the row '| only one |'; write all cells on one line",
            ],
        ),
        (
            "### [A](c)\n\n- **E**: f\n\n[j]()\n",
            [
                "uncertain-dialect: The dialect daily-papers is a guess; pass the dialect to be sure",
                "no-authors: The paper 'A' has no authors",
                "no-heading: No digest heading above this paper; add one, such as '## Title (2024-08-26)'",
                "no-votes: The paper 'A' has no votes",
            ],
        ),
    ],
)
def test_what_a_diagnostic_says(text: str, messages: list[str]) -> None:
    """A message says what is wrong and what to do, word for word, in the order of the text."""
    assert [f"{found.code}: {found.message}" for found in diagnose(text)] == messages


@pytest.mark.parametrize("mark", ["# ", "## ", "#### ", "###### 2. ", "###"])
def test_a_paper_on_another_level(mark: str) -> None:
    """A heading that links to arXiv on another level than the papers is told, with the right mark."""
    heading = f"{mark}[B](https://arxiv.org/abs/2408.12638)"
    text = f"{SOUND}\n{heading}\n{VOTES}{AUTHORS}{BULLET}"
    (found,) = [each for each in diagnose(text) if each.code == "unread-paper"]
    assert text[found.start : found.end] == heading
    assert "'B' was not parsed because its heading starts with" in found.message
    assert found.message.endswith("start it with '### '")


@pytest.mark.parametrize(
    "line",
    [
        "#### [Code](https://github.com/a/b)",
        "## [More papers](https://arxiv.org/list/cs.CL/recent)",
        "```\n#### [B](https://arxiv.org/abs/2408.12638)\n```",
    ],
)
def test_a_heading_that_is_no_paper_is_not_told(line: str) -> None:
    """A heading inside of a section is no paper because it is a link."""
    assert "unread-paper" not in [each.code for each in diagnose(f"{SOUND}\n{line}\n\nwords\n")]


def test_papers_that_are_no_headings_have_no_level() -> None:
    """In a list of items a heading that links to arXiv is that of a group."""
    text = EXAMPLES["one-off"] + "\n#### [B](https://arxiv.org/abs/2408.12638)\n\nwords\n"
    assert "unread-paper" not in [each.code for each in diagnose(text)]


def test_the_text_of_a_link_that_names_another_paper() -> None:
    """An identifier in the text of a main link is compared with the link; other texts are not."""
    entry = "**{}** ([{}](https://arxiv.org/abs/2501.0000{}))\n*Ada Byron*\nThey do so.\n\n"
    papers = [
        ("Bees Count to Four", "arXiv:2501.00001v2", 1),
        ("Ants Avoid Corners", "arXiv:2501.00009", 2),
        ("Owls Keep Old Songs", "arXiv", 3),
    ]
    text = "# Nests\n\n" + "".join(entry.format(*paper) for paper in papers)
    found = [each for each in diagnose(text) if each.code == "conflicting-values"]
    assert [(each.message, text[each.start : each.end]) for each in found] == [
        (
            "'arXiv:2501.00009' found, but the link is 'https://arxiv.org/abs/2501.00002'; "
            "correct the wrong one",
            "arXiv:2501.00009",
        )
    ]


def test_definitions_of_links_are_markup() -> None:
    """They are not told to go, since links would break. A footnote is text."""
    items = "".join(
        f"- [{title} of Old Nests][{at}]\n" for at, title in enumerate(("Songs", "Maps"))
    )
    links = "".join(f'[{at}]: https://arxiv.org/abs/2501.0000{at} "A title"\n' for at in range(2))
    text = f"# Nests\n\n{items}\n{links}"
    assert "stray-text" not in [each.code for each in diagnose(text)]
    strays = [each for each in diagnose(f"{text}[^a]: Words on it.\n") if each.code == "stray-text"]
    assert [each.message for each in strays] == [
        "'[^a]: Words on it.' is not part of any value; make it a section, or remove it"
    ]
