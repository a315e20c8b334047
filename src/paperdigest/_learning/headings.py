"""From the headings of a text to the rules for its blocks: the digest, groups and papers."""

import re
from collections.abc import Iterator, Sequence

from paperdigest._grammar.patterns import DATE
from paperdigest._grammar.rules import Rule
from paperdigest._learning.examples import DAY, days_in
from paperdigest._learning.lines import day_like, spans_of
from paperdigest._model.values import Digest
from paperdigest._text.dates import read_date

# White space at the end of a line is not part of a heading; a line that ended in CRLF has some.
_HEADING = re.compile(r"(?P<marks>[ ]{0,3}#{1,6}[ \t]++)(?P<text>.*\S)\s*")


def heading_rules(
    lines: Sequence[str], numbers: Sequence[int], heads: Sequence[Rule], top: Digest
) -> Iterator[Rule]:
    """Yield the rules of the blocks: the digest's heading, tables, groups, and papers.

    Args:
        lines: The lines of the text.
        numbers: The numbers of the lines that start papers.
        heads: The rules for these lines.
        top: The title and the date of the digest, as far as they are known.
    """
    first = numbers[0] if numbers else len(lines)
    taken = _top_lines(lines[:first], top)
    if taken:
        yield _top_rule(lines, taken, top)
    if any(pattern.startswith(r"\|") for rule in heads for pattern in rule.patterns):
        line = r"\|(?=[^\n]*-)[ \t:|-]++$"
        yield Rule("skip", pattern=rf"(?:\|[^\n]*+\n[ \t]*+)?+{line}|{line}")
    levels: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        found = _HEADING.fullmatch(line)
        if found and number not in taken and number not in numbers:
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
    """Return whether a heading is deeper than those of papers, and so part of a paper."""
    levels = [re.match(r"[ ]{0,3}(#+)", each) for rule in heads for each in rule.templates]
    return all(found and len(found[1]) < marks.count("#") for found in levels)


def _top_lines(lines: Sequence[str], top: Digest) -> range:
    """Return the numbers of the lines with the title and date of the digest.

    Args:
        lines: The lines above the first paper.
        top: The title and the date, as far as they are known. If neither is there, the first
            heading counts.
    """
    title, date = top.title, top.date
    titled = {number for number, line in enumerate(lines) if title is not None and title in line}
    dated = {number for number, line in enumerate(lines) if days_in(line, date)}
    headings = {number for number, line in enumerate(lines) if _HEADING.fullmatch(line)}
    wanted = [titled & dated] if titled & dated else [titled, dated]
    found = [min(each) for each in wanted if each] or sorted(headings)[:1]
    return range(min(found), max(found) + 1) if found else range(0)


def _top_rule(lines: Sequence[str], numbers: range, top: Digest) -> Rule:
    """Return the rule of the digest's title and date, which some lines have."""
    text = "\n".join(lines[numbers.start : numbers.stop])
    days = [each for each in DAY.findall(text) if top.date in (None, read_date(each))]
    spans = spans_of(text, {"title": [top.title or ""], "date": days})
    if heading := _HEADING.fullmatch(text):
        rule = _heading_rule(heading["marks"], heading["text"])
        read = re.match(rule.pattern, text)
        found = read.groupdict() if read else {}
        is_title = top.title in (None, (found.get("title") or "").strip())
        if not spans or (is_title and top.date in (None, read_date(found.get("date") or ""))):
            return rule
    template, pattern, at = "", "", 0
    for start, end, name in spans:
        value = text[start:end]
        template += f"{text[at:start]}{{{name}}}"
        like = day_like(value) if name == "date" else re.escape(value)
        pattern += f"{re.escape(text[at:start])}(?P<{name}>{like})"
        at = end
    rest = text[at:].rstrip()
    template += rest
    if _is_told(template, lines):
        return Rule("digest", template)
    return Rule("digest", template, pattern=rf"{pattern}{re.escape(rest)}[ \t]*$")


def _is_told(template: str, lines: Sequence[str]) -> bool:
    """Return whether a template matches the lines that it was made from, once, and no others."""
    try:
        (pattern,) = Rule("digest", template).patterns
    except ValueError:  # a title alone is any text
        return False
    return len(re.findall(f"^(?:{pattern})", "\n".join(lines), re.MULTILINE)) == 1


def _heading_rule(marks: str, text: str) -> Rule:
    """Return the rule of a heading with the digest's title, and its date if there is one."""
    for start in re.finditer(r"(?<!\w)\w", text):
        day = re.compile(DATE).match(text, start.start())
        if day is None or read_date(day[0]) is None:
            continue
        before, after = text[: day.start()], text[day.end() :]
        title = before.rstrip(" -–—|:：,(（[")
        if not re.search(r"\w", after):
            between = before[len(title) :]
            named = "{title}" if title else ""
            return Rule("digest", f"{marks}{named}{between}{{date}}{after}")
    return Rule("digest", f"{marks}{{title}}")
