"""Learning a dialect: from a text and a paper or two in it to a table of rules."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from paperdigest._grammar.arguments import check_each
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import DATE
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._learning.blocks import is_prose, line_rules
from paperdigest._learning.heads import head_rule
from paperdigest._learning.report import LearnedDialect
from paperdigest._learning.rows import Row, joined
from paperdigest._model.source import Source, normalize, require_text
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.explain import explain_source
from paperdigest._parsing.parser import read_digests
from paperdigest._text.closest import close_to
from paperdigest._text.dates import read_date

#: How many lines below its title belong to a paper at most, as far as they are looked at.
_BLOCK = 60
#: How many papers are the examples by default.
_SAMPLES = 2

_HEADING = re.compile(r"(?P<marks>[ ]{0,3}#{1,6}[ \t]+)(?P<text>.*\S)")


@attrs.frozen
class Example:
    """A paper and its place.

    Attributes:
        paper: The paper.
        line: The number of the line with its title.
        separator: The text between its authors.
        title: Its title as it is written, maybe over several lines.
    """

    paper: Paper
    line: int
    separator: str
    title: str

    @property
    def below(self) -> int:
        """The number of the line below its title."""
        return self.line + 1 + self.title.count("\n")


def learn_dialect(name: str, text: str, papers: Iterable[Paper] = ()) -> LearnedDialect:
    r"""Learn how a text is written from a paper or two in it.

    The values of the examples are searched for in the text. The line of a title becomes the rule
    for the heads of papers, the lines below become rules for their values, and headings become
    digest headings, groups or sections. Marks and numbers around the values become templates; words
    that may differ from paper to paper become a pattern. Print the result to get Python source.

    Args:
        name: The name of the dialect.
        text: The text.
        papers: Papers of the text, as they should be parsed. Values that an example leaves out are
            not searched for, except for labelled lines and prose. By default, the first papers that
            are detected are the examples.

    Returns:
        The dialect, the digest that it parses, and the lines that match no rule.

    Raises:
        TypeError: The text is not a ``str``, or an example is not a ``Paper``.
        ValueError: A title is not in the text, or there is no example and no paper is
            detected.

    Example:
        >>> text = "# Club\n\n* A Study <a>\n  +12\n  Good.\n\n* More <b>\n  +3\n"
        >>> learned = learn_dialect("club", text, [Paper("A Study", "a", votes=12)])
        >>> [(paper.title, paper.votes) for paper in learned.digest.papers]
        [('A Study', 12), ('More', 3)]
        >>> print(learned.source)
        Dialect(
            "club",
            [
                Rule("digest", "# {title}"),
                Rule("paper", "* {title} <{url}>"),
                Rule("votes", "  +{votes}", late=True),
                Rule("section", "  {text}", late=False),
            ],
        )
    """
    require_text(text)
    lines = normalize(text).removeprefix("\ufeff").split("\n")
    examples = [_placed(paper, lines) for paper in _given(papers, text)]
    heads = list(dict.fromkeys(_head(each, lines) for each in examples))
    numbers = list(_heads_in(lines, heads))
    body: list[Rule] = []
    for each in examples:
        end = next((n for n in numbers if n >= each.below), len(lines))
        block = lines[each.below : min(end, each.below + _BLOCK)]
        body += line_rules(block, each.paper, heads, each.separator)
    body = [] if _is_table(lines, examples) else sorted(dict.fromkeys(body), key=is_prose)
    rules = [*_headings(lines, numbers, heads), *body]
    cells: dict[str, Cell] = {}
    for each in examples:
        if lines[each.line].lstrip().startswith("|"):
            for cell in _row(each, lines).cells():
                cells[cell.name] = joined(cells.get(cell.name), cell)
    dialect = Dialect(name, rules, cells=cells.values())
    source = Source(text, dialect)
    (digest,) = read_digests(source, joined=True)
    unread = tuple(line for line in explain_source(source) if not line.is_read)
    return LearnedDialect(dialect, digest, unread, tuple(_differences(examples, digest)))


def _given(papers: Iterable[Paper], text: str) -> Sequence[Paper]:
    """Return the examples, or papers that are recognised without any."""
    if isinstance(papers, Paper):
        raise TypeError("papers: one Paper found; pass a list, [Paper(...)]")
    given = list(papers)
    check_each("papers", tuple(given), Paper, "a Paper as it should be parsed")
    if not given:
        source = Source(text, resolve_dialect(text, None)[0])
        found = [paper for digest in read_digests(source, joined=True) for paper in digest.papers]
        step = max(len(found) // _SAMPLES, 1)
        given = [
            Paper(each.title, each.url, authors=each.authors, votes=each.votes)
            for each in found[::step][:_SAMPLES]
        ]
    if not given:
        raise ValueError(
            "papers: none was found in the text; pass one, such as Paper('A Study', 'https://...')"
        )
    return given


def _placed(paper: Paper, lines: Sequence[str]) -> Example:
    """Find the line of an example's title: of several the one with the most of its values near."""

    def near(number: int) -> tuple[int, int]:
        below = "\n".join(lines[number : number + _BLOCK])
        values = [paper.url, *paper.authors, None if paper.votes is None else str(paper.votes)]
        score = 3 * bool(paper.url and paper.url in lines[number])
        return score + sum(bool(each and each in below) for each in values), -number

    text = "\n".join(lines)
    title = paper.title
    found = [number for number, line in enumerate(lines) if title in line]
    if not found:  # it may go on in the next lines
        words = r"(?:[ \t]+|[ \t]*\n[ \t]*)".join(map(re.escape, title.split()))
        if match := re.search(words, text):
            title = match[0]
            found = [text.count("\n", 0, match.start())]
    if not found:
        raise ValueError(
            f"papers: the title {paper.title!r:.80} is not in the text; write it as it is there"
        )
    between = ", "
    if len(paper.authors) > 1:
        one, other = map(re.escape, paper.authors[:2])
        match = re.search(rf"{one}([^\w\n]{{1,3}}| and | & ){other}", text)
        between = match[1] if match and match[1].strip() else between
    return Example(paper, max(found, key=near), between, title)


def _is_table(lines: Sequence[str], examples: Sequence[Example]) -> bool:
    return all(lines[each.line].lstrip().startswith("|") for each in examples)


def _table(lines: Sequence[str], number: int) -> Sequence[str]:
    """Return the rows of the table around a line, each with the lines it goes on in."""
    while number and lines[number - 1].strip():
        number -= 1
    rows: list[str] = []
    for line in lines[number:]:
        if not line.strip():
            break
        if line.lstrip().startswith("|"):
            rows.append(line)
        elif rows:
            rows[-1] += f"\n{line}"
    return rows


def _head(example: Example, lines: Sequence[str]) -> Rule:
    line = _line(example, lines)
    if line.lstrip().startswith("|"):
        return _row(example, lines).rule()
    return head_rule(line, example.paper, example.separator, example.title)


def _line(example: Example, lines: Sequence[str]) -> str:
    """Return the line of a title, with those that the title goes on in."""
    return "\n".join(lines[example.line : example.below])


def _row(example: Example, lines: Sequence[str]) -> Row:
    rows = _table(lines, example.line)
    return Row(_line(example, lines), rows, example.paper, example.separator, example.title)


def _heads_in(lines: Sequence[str], heads: Sequence[Rule]) -> Iterator[int]:
    """Yield the numbers of the lines with which papers start."""
    text = "\n".join(lines)
    patterns = (f"(?:{_unnamed(pattern)})" for rule in heads for pattern in rule.patterns)
    is_head = re.compile("|".join(patterns), re.MULTILINE)
    at = 0
    for number, line in enumerate(lines):
        if is_head.match(text, at):
            yield number
        at += len(line) + 1


def _unnamed(pattern: str) -> str:
    """Return a pattern without the names of its groups, which come again in the next one."""
    return re.sub(r"\(\?P<\w+>", "(", pattern)


def _headings(
    lines: Sequence[str], numbers: Sequence[int], heads: Sequence[Rule]
) -> Iterator[Rule]:
    """Yield the rules of the blocks: the digest's heading, tables, groups, and papers."""
    first = numbers[0] if numbers else len(lines)
    title = next((n for n, line in enumerate(lines[:first]) if _HEADING.fullmatch(line)), None)
    if title is not None:
        yield _digest_rule(lines[title])
    if any(pattern.startswith(r"\|") for rule in heads for pattern in rule.patterns):
        line = r"\|(?=[^\n]*-)[ \t:|-]++$"
        yield Rule("skip", pattern=rf"(?:\|[^\n]*+\n[ \t]*+)?+{line}|{line}")
    levels: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        found = _HEADING.fullmatch(line)
        if found and number != title and number not in numbers:
            levels.setdefault(found["marks"], []).append(found["text"])
    groups: list[Rule] = []
    for marks, texts in levels.items():
        if len(set(texts)) < len(texts) or _is_part(marks, heads):
            groups.append(Rule("section", pattern=rf"{re.escape(marks)}(?P<label>.+)$", late=True))
        else:
            groups.append(Rule("group", f"{marks}{{category}}", before=1))
    yield from heads
    yield from groups


def _is_part(marks: str, heads: Sequence[Rule]) -> bool:
    """Return whether a heading is deeper than those of papers, and so is a part of one."""
    levels = [re.match(r"[ ]{0,3}(#+)", each) for rule in heads for each in rule.templates]
    return all(found and len(found[1]) < marks.count("#") for found in levels)


def _digest_rule(line: str) -> Rule:
    """Return the rule of the digest's heading, with its date if there is one."""
    found = _HEADING.fullmatch(line)
    assert found is not None  # it was chosen by that
    marks, text = found["marks"], found["text"]
    for start in re.finditer(r"(?<!\w)\w", text):
        day = re.compile(DATE).match(text, start.start())
        if day is None or read_date(day[0]) is None:
            continue
        before, behind = text[: day.start()], text[day.end() :]
        title = before.rstrip(" -–—|:：,(（[")
        if not re.search(r"\w", behind):
            between = before[len(title) :]
            named = "{title}" if title else ""
            return Rule("digest", f"{marks}{named}{between}{{date}}{behind}")
    return Rule("digest", f"{marks}{{title}}")


def _differences(examples: Sequence[Example], digest: Digest) -> Iterator[str]:
    """Yield what of the examples is not read as it was given; a title must be."""
    by_title = {paper.title: paper for paper in digest.papers}
    for example in examples:
        wanted = example.paper
        read = by_title.get(wanted.title)
        if read is None:
            near = close_to(wanted.title, list(by_title))
            hint = f"; a title that is read is {near!r:.80}" if near else ""
            raise ValueError(
                f"papers: no rule could be made for the title {wanted.title!r:.80}{hint}; write it "
                "as it is in the text"
            )
        for name in ("url", "votes", "authors"):
            value = getattr(wanted, name)
            if value and getattr(read, name) != value:
                yield f"{wanted.title:.40}: {name} is read as {getattr(read, name)!r:.60}"
