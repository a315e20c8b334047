"""From the lines below an example's title to the rules of a paper's lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from paperdigest._grammar.commonmark import LINK
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.templates import pattern_of
from paperdigest._learning.examples import Example, days_in
from paperdigest._learning.lines import (
    is_fixed,
    labelled,
    link_around,
    literal,
    names_span,
    places,
    spans_of,
)
from paperdigest._learning.links import link_after, links_at_end


def line_rules(
    block: Sequence[str], example: Example, heads: Sequence[Rule], links: Sequence[Rule]
) -> Iterator[Rule]:
    """Yield the rules for the lines of a paper.

    Args:
        block: The lines below its title.
        example: The example.
        heads: The rules of heads, which may parse some values already.
        links: The rules of links after heads.
    """
    paper = example.paper
    in_head = "".join(template for rule in [*heads, *links] for template in rule.templates)
    used: set[int] = set()
    for name, find in (
        ("authors", _authors),
        ("votes", _votes),
        ("published", _published),
        ("category", _category),
        ("url", _main_link),
    ):
        if getattr(paper, name) not in (None, "", ()) and f"{{{name}" not in in_head:
            yield from find(block, example, used)
    for link in paper.links:
        if any(link.url in block[number] for number in used):
            continue
        yield from _two(block, "link", {"label": [link.label], "url": [link.url]}, used)
    for field in paper.fields:
        yield from _two(block, "field", {"label": [field.label], "value": [field.value]}, used)
    for number, line in enumerate(block):
        found = labelled(line)
        if found and number not in used:
            used.add(number)
            yield Rule("section", f"{found[0]}{{label}}{found[1]} {{text?}}", late=True)
    prose = next((line for n, line in enumerate(block) if n not in used and line.strip()), "")
    indent = prose[: len(prose) - len(prose.lstrip())]
    yield Rule("section", f"{indent}{{text}}", late=False if indent else None)


def takes_most(rule: Rule) -> int:
    """Return how much a rule matches: 2 for any text, 1 for any names, 0 for text with marks."""
    bare = [template.strip(" \t-*+>") for template in rule.templates]
    return 2 if bare == ["{text}"] else int(bare == ["{authors}"])


def _votes(block: Sequence[str], example: Example, used: set[int]) -> Iterator[Rule]:
    votes = str(example.paper.votes)
    for number, line in enumerate(block):
        span = next(places(line, votes), None)
        if span and number not in used:
            used.add(number)
            after = line[span[1] :].rstrip()
            yield Rule("votes", f"{line[: span[0]]}{{votes}}{after}", late=True)
            return


def _published(block: Sequence[str], example: Example, used: set[int]) -> Iterator[Rule]:
    day = example.paper.published
    for number, line in enumerate(block):
        if number not in used and (written := days_in(line, day)):
            used.add(number)
            before, _, after = line.partition(written[0])
            yield Rule("published", f"{before}{{published}}{after.rstrip()}", late=True)
            return


def _category(block: Sequence[str], example: Example, used: set[int]) -> Iterator[Rule]:
    """Yield the rule for a line with the category only, which a label or a mark tells from text."""
    category = example.paper.category or ""
    for number, line in enumerate(block):
        before, found, after = line.rstrip().partition(category)
        is_told = labelled(before) or (
            is_fixed(before) and before.endswith(("[", "(", "*", "_", "`"))
        )
        if found and is_told and is_fixed(after) and number not in used:
            used.add(number)
            yield Rule("category", f"{before}{{category}}{after}", late=True)
            return


def _authors(block: Sequence[str], example: Example, used: set[int]) -> Iterator[Rule]:
    for number, line in enumerate(block):
        if span := names_span(line, example.paper.authors):
            used.add(number)
            before, after = line[: span[0]], line[span[1] :].rstrip()
            closing = after if is_fixed(after) else ""
            template = f"{before}{{authors}}{closing}"
            pattern = rf"{literal(before)}(?P<authors>\S.*)$" if not closing else None
            yield Rule("authors", template, pattern=pattern, separator=example.separator, late=True)
            return


def _main_link(block: Sequence[str], example: Example, used: set[int]) -> Iterator[Rule]:
    url = example.paper.url or ""
    for number, line in enumerate(block):
        start = line.find(url)
        if start < 0:
            continue
        used.add(number)
        around = link_around(line, start, start + len(url))
        start, end = around or (start, start + len(url))
        value = "[{label?}]({url})" if around else "{url}"
        after = line[end:].rstrip()
        template = f"{line[:start]}{value}"
        if around and after and example.splits and links_at_end(line, end, url) == end:
            pattern = literal(line[:start]) + LINK
            yield Rule("link", template, pattern=pattern, main=True, late=True)
            yield link_after(line[end:], main=False)
            return
        if around is None and not after and is_fixed(line[:start]):
            pattern = rf"{literal(line[:start])}(?P<url>https?://[^\s<>|]++)[ \t]*$"
            yield Rule("link", template, pattern=pattern, main=True, late=True)
        elif is_fixed(after):
            yield Rule("link", template + after, main=True, late=True)
        else:
            pattern = pattern_of(template, whole=False) + r"(?=[\s,;|])[^\n]*+$"
            yield Rule("link", template, pattern=pattern, main=True, late=True)
        return


def _two(
    block: Sequence[str],
    kind: Literal["link", "field"],
    values: Mapping[str, Sequence[str]],
    used: set[int],
) -> Iterator[Rule]:
    """Yield the rule for a line with a label and a value after it."""
    for number, line in enumerate(block):
        spans = spans_of(line, values)
        if len(spans) == 2 and spans[0][2] == "label":
            used.add(number)
            (start, at, _), (begin, end, name) = spans
            between, after = line[at:begin], line[end:].rstrip()
            template = f"{line[:start]}{{label}}{between}{{{name}}}{after}"
            yield Rule(kind, template, late=True)
            return
