"""Names of authors: cut at the right commas, and written so that they are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._text.authors import (
    author_spans,
    is_list,
    quote,
    read_authors,
    separator_of,
    write_authors,
)
from tests.strategies import author_lines, hostile, texts

LINES = author_lines() | hostile() | texts() | st.text(st.sampled_from("[]()'\",\\ a"))
PIECES = ("** ", "<b>", "[", "](u)", " ", ", ", "A")
NAMES = (hostile() | texts() | st.text(st.sampled_from("[]()'\",\\ a"), min_size=1)).map(
    lambda text: text.replace("\n", " ").replace("\r", " ").strip()
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        ("  ", ()),
        ("Ada Lovelace", ("Ada Lovelace",)),
        ("Ada Lovelace, Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace,Alan Turing", ("Ada Lovelace", "Alan Turing")),
        (" Ada Lovelace ,  Alan Turing ", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace,, Alan Turing,", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace, +", ("Ada Lovelace", "+")),
        ("Ada (London, UK), Alan (Cambridge, UK)", ("Ada (London, UK)", "Alan (Cambridge, UK)")),
        ("Ada (A (B, C), D), Alan", ("Ada (A (B, C), D)", "Alan")),
        ("Ada (London, Alan", ("Ada (London, Alan",)),
        ("Ada) London, Alan", ("Ada) London", "Alan")),
        ("L\\'eon Bottou, {\\L}ukasz Kaiser", ("L\\'eon Bottou", "{\\L}ukasz Kaiser")),
        ("[]", ()),
        ("[ ]", ()),
        ("['Ada Lovelace']", ("Ada Lovelace",)),
        ("['Ada Lovelace', 'Alan Turing']", ("Ada Lovelace", "Alan Turing")),
        ("['Ada Lovelace','Alan Turing',]", ("Ada Lovelace", "Alan Turing")),
        (" [ 'Ada Lovelace' , 'Alan Turing' ] ", ("Ada Lovelace", "Alan Turing")),
        ("['Turing, Jr.', \"Pat O'Neil\"]", ("Turing, Jr.", "Pat O'Neil")),
        (r"['Pat O\'Neil', 'a\\b', 'c\nd']", ("Pat O'Neil", "a\\b", "c\\nd")),
        ("['', 'Ada']", ("Ada",)),
        ("['Ada' 'Alan']", ("['Ada' 'Alan']",)),
        ("[Ada, Alan]", ("[Ada", "Alan]")),
        ("['Ada', 'Alan'", ("['Ada'", "'Alan'")),
        ("['Ada'], Alan", ("['Ada']", "Alan")),
    ],
)
def test_names_in_a_line(line: str, names: tuple[str, ...]) -> None:
    """Names are between commas outside parentheses, or in a Python list literal of strings."""
    assert read_authors(line) == names


@pytest.mark.parametrize("line", ["Ada Lovelace, Alan Turing", "['Ada']", "Ada et.al."])
def test_a_line_without_separator_is_one_value(line: str) -> None:
    """Where a dialect has no separator the line is one value as written."""
    assert read_authors(f" {line} ", None) == (line,)
    assert write_authors([line], None) == line
    assert read_authors("  ", None) == ()


@given(LINES, st.sampled_from((", ", ",", None)))
def test_names_are_stripped_and_not_empty(line: str, separator: str | None) -> None:
    """What is read is what the constructor of a paper takes."""
    for name in read_authors(line, separator):
        assert name == name.strip() != ""


@given(LINES, st.sampled_from((", ", ",", None)))
def test_spans_give_the_names(line: str, separator: str | None) -> None:
    """The spans hold the names in order, those in a list literal with their quotes."""
    spans = list(author_spans(line, separator))
    assert tuple(name for name, _, _ in spans if name) == read_authors(line, separator)
    at = 0
    for name, start, end in spans:
        assert at <= start <= end <= len(line)
        if is_list(line) and separator is not None:
            assert line[start] == line[end - 1] in "'\""
        else:
            assert line[start:end] == name
        at = end


@given(st.lists(NAMES.filter(bool), max_size=4), st.sampled_from((", ", ",")), st.booleans())
def test_names_are_written_so_that_they_are_read_back(
    names: list[str], separator: str, as_list: bool
) -> None:
    """Law 4 for names: whatever is in them, they are read back as they were."""
    assert read_authors(write_authors(names, separator, as_list=as_list), separator) == tuple(names)


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ([], ""),
        (["Ada Lovelace", "Alan Turing"], "Ada Lovelace, Alan Turing"),
        (["Ada (London, UK)", "Alan"], "Ada (London, UK), Alan"),
        (["Turing, Jr."], "['Turing, Jr.']"),
        (["Ada", "(Alan"], "Ada, (Alan"),
        (["(Ada", "Alan"], "['(Ada', 'Alan']"),
        (["Pat O'Neil", "a, b"], "[\"Pat O'Neil\", 'a, b']"),
        (["a, b'c\"d\\e"], "['a, b\\'c\"d\\\\e']"),
        (["['a']"], "[\"['a']\"]"),
    ],
)
def test_a_list_literal_is_written_where_it_must_be(names: list[str], line: str) -> None:
    """Names are written with commas, and as a list literal where those would cut a name."""
    assert write_authors(names) == line


def test_a_list_literal_is_written_where_it_is_asked_for() -> None:
    """A digest that has its authors in list literals gets more of them."""
    assert write_authors(["Ada", "Alan"], as_list=True) == "['Ada', 'Alan']"
    assert write_authors(["Ada", "Alan"], ",") == "Ada,Alan"


@pytest.mark.parametrize(
    ("name", "quoted"), [("a", "'a'"), ("a'b", '"a\'b"'), ('a"b', "'a\"b'"), ("a\\b", r"'a\\b'")]
)
def test_a_name_is_quoted_as_python_does(name: str, quoted: str) -> None:
    """Single quotes are taken, and double ones where only they need no backslash."""
    assert quote(name) == quoted == repr(name)


def test_what_joins_names() -> None:
    """Names are joined by their separator, the first of several; by a comma if there is none."""
    assert separator_of("; ") == "; "
    assert separator_of((" and ", ", ")) == " and "
    assert separator_of(None) == separator_of("") == ", "


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Byron, Ada, Emmy Noether, and Alan Turing",
            ("Byron, Ada", "Emmy Noether", "Alan Turing"),
        ),
        ("Byron, Ada and Noether, Emmy", ("Byron, Ada", "Noether, Emmy")),
        ("Ada Byron , and Emmy Noether", ("Ada Byron", "Emmy Noether")),
        ("Byron, Ada; van der Meer, Noor J.", ("Byron, Ada", "van der Meer, Noor J.")),
        ("Byron, Ada, et al.", ("Byron, Ada", "et al.")),
        ("Byron, Ada and Noether, Emmy, et al.", ("Byron, Ada", "Noether, Emmy", "et al.")),
        (
            "Van der Meer, Noor, Carl Gauss, and Ada Byron",
            ("Van der Meer, Noor", "Carl Gauss", "Ada Byron"),
        ),
        ("Byron, Ada et al.", ("Byron, Ada et al.",)),
        ("Byron, Ada and others", ("Byron, Ada and others",)),
        ("Byron, Ada King and Noether, E.", ("Byron, Ada King", "Noether, E.")),
        ("Byron, Noether, Turing", ("Byron", "Noether", "Turing")),
        ("Byron, A., Noether, E.", ("Byron, A.", "Noether, E.")),
        ("Byron, A. da C.; Noether, E. de la", ("Byron, A. da C.", "Noether, E. de la")),
        ("Ada Byron, Emmy N.; Alan Turing", ("Ada Byron", "Emmy N.", "Alan Turing")),
        ("An Author, Ada Byron", ("An Author", "Ada Byron")),
        ("\uae40\ubbfc\uc900, \uc774\uc11c\uc5f0", ("\uae40\ubbfc\uc900", "\uc774\uc11c\uc5f0")),
    ],
)
def test_surnames_before_given_names(line: str, names: tuple[str, ...]) -> None:
    """The comma in a name separates no names, where a line may have several separators."""
    several = (", ", " and ", "; ")
    assert read_authors(line, several) == names
    assert tuple(name for name, _, _ in author_spans(line, several) if name) == names


@given(LINES)
def test_spans_give_the_names_between_several_separators(line: str) -> None:
    """The spans hold the names in order, whatever comes between them."""
    several = (", ", " and ", "; ")
    names = [name for name, start, end in author_spans(line, several) if name]
    assert tuple(names) == read_authors(line, several)


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Ada", "Emmy"], "Ada & Emmy"),
        (["Ada Byron", "Emmy Noether"], "Ada Byron, Emmy Noether"),
        (["Ada", "Emmy & Alan"], "['Ada', 'Emmy & Alan']"),
    ],
)
def test_the_first_separator_that_is_read_back_is_written(names: list[str], line: str) -> None:
    """Two names of one word each would be one name with a comma, so another separator is taken."""
    assert write_authors(names, (", ", " & ")) == line


@given(st.lists(NAMES.filter(bool), max_size=4))
def test_names_between_several_separators_are_read_back(names: list[str]) -> None:
    """Law 4 for names of which some may have a comma: they are read back as they were."""
    several = (", ", " and ", "; ")
    assert read_authors(write_authors(names, several), several) == tuple(names)


def test_names_stand_between_commas_unless_said_otherwise() -> None:
    """Where no separator is given, it is the comma."""
    assert list(author_spans("A, B")) == [("A", 0, 1), ("B", 3, 4)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("**Ada Byron**, Emmy North", ("Ada Byron", "Emmy North")),
        ("<u>Ada Byron</u>\\*, _Emmy North_†", ("Ada Byron", "Emmy North")),
        ("Ada Byron ⋆ and Emmy North<sup>1, 2</sup>", ("Ada Byron", "Emmy North")),
        ("[Ada Byron](https://a.org), <a href='x'>Emmy North</a>", ("Ada Byron", "Emmy North")),
        ("Ada *the* Byron, Emmy [North]", ("Ada *the* Byron", "Emmy [North]")),
        ("**, Emmy North", ("**", "Emmy North")),
        ("** Ada Byron, _ Emmy North_", ("Ada Byron", "Emmy North")),
        ("<b> Ada Byron</b>, [\u3000Emmy North](https://a.org)", ("Ada Byron", "Emmy North")),
        ("* *, ** ** Emmy North", ("* *", "Emmy North")),
    ],
)
def test_marks_around_names(line: str, names: tuple[str, ...]) -> None:
    """Between several separators, emphasis, links and signs of footnotes around names are no part of them."""
    several = (", ", " and ")
    assert read_authors(line, several) == names
    for name, start, end in author_spans(line, several):
        assert line[start:end] == name
    assert read_authors("**Ada**, Emmy") == ("**Ada**", "Emmy")


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_no_name_has_white_space_around_it(line: str) -> None:
    """Whatever marks are around names, no name starts or ends with white space, or is empty."""
    for separator in (", ", (", ", " and ", "; ")):
        names = read_authors(line, separator)
        assert names == tuple(name.strip() for name in names if name)


def test_a_comma_before_and_is_a_part_of_it() -> None:
    """No name is missing between a comma and the word ``and``."""
    found = list(author_spans("Ada Byron, and Emmy Noether", (", ", " and ")))
    assert found == [("Ada Byron", 0, 9), ("Emmy Noether", 15, 27)]
    assert [name for name, _, _ in author_spans("Ada, and Emmy", (" and ", "; "))] == [
        "Ada,",
        "Emmy",
    ]
