"""Dialects of table rows drawn at random, each with digests that it has a place for."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paperdigest import Cell, Dialect, Digest, Field, Link, Paper, Section
from paperdigest._grammar.patterns import proven
from paperdigest._grammar.schema import IN_HEAD, PAPER
from tests.drawn import LABELS, WORDS, Drawn, made, some, value_of

_MAIN = "https://main.org/1"
_OTHERS = st.sampled_from(["https://c.org/1", "https://c.org/2_(d)"])
_PUBLISHED = next(each for each in PAPER if each.spare_label)

#: A cell, and the values that it has a place for, by their attributes.
_Drawn = tuple[Cell, dict[str, SearchStrategy[Any]]]


def made_cell(name: str, **options: Any) -> Cell:
    """Make a cell without the proof that its patterns are fast, which is a law of its own."""
    with proven():
        return Cell(name, **options)


def field_cell(draw: DrawFn) -> _Drawn:
    """Draw a cell that is a field."""
    field = st.builds(Field, st.just("Venue"), WORDS)
    return made_cell("venue", kind="field", label="Venue"), {"fields": st.lists(field, max_size=1)}


def section_cell(draw: DrawFn) -> _Drawn:
    """Draw a cell that is one section, or a first one and others with labels."""
    if draw(st.booleans()):
        section = st.builds(Section, st.just("Summary"), WORDS)
        cell = made_cell("summary", kind="section", label="Summary")
        return cell, {"sections": st.lists(section, max_size=1)}
    template = some(draw, "<br> **{label}**: {text}", "@ {label} - {text}")
    cell = made_cell("summary", kind="section", rules=[made("section", template)])
    lead = st.lists(st.builds(Section, st.none(), WORDS), max_size=1)
    more = st.lists(st.builds(Section, st.sampled_from(LABELS), WORDS), max_size=2)
    return cell, {"sections": st.builds(lambda one, others: [*one, *others], lead, more)}


def date_cell(draw: DrawFn) -> _Drawn:
    """Draw a cell for a day, which is a field where it is none."""
    cell = made_cell("day", kind="published", label="Day")
    return cell, {"published": value_of(_PUBLISHED, None) | st.none()}


def link_cell(draw: DrawFn) -> _Drawn:
    """Draw a cell of links, one of which may be the main one."""
    template = some(draw, "[{label}]({url})", "**[{label}]({url})**", "@ {label}: <{url}>")
    options: dict[str, Any] = {"join": some(draw, " ", ", ", "; ")}
    found: dict[str, SearchStrategy[Any]] = {}
    if draw(st.booleans()):
        options |= {"main": r"https://main\.", "main_label": some(draw, "Paper", "PDF")}
        found["url"] = st.sampled_from([None, _MAIN])
    cell = made_cell("links", rules=[made("link", template)], **options)
    links = st.lists(st.builds(Link, st.sampled_from(LABELS), _OTHERS), max_size=2)
    return cell, found | {"links": links}


@st.composite
def drawn_rows(draw: DrawFn) -> Drawn:
    """Draw a dialect whose papers are the rows of a table."""
    drawn: dict[str, SearchStrategy[Any]] = {"title": WORDS}
    columns: list[str] = []
    cells: list[Cell] = []
    for make in (field_cell, section_cell, date_cell, link_cell):
        if draw(st.booleans()):
            cell, held = make(draw)
            cells.append(cell)
            columns.append(f"{{{cell.name}?}}")
            drawn |= held
    title = "{title}"
    if "url" not in drawn and draw(st.booleans()):
        title = some(draw, "[{title}]({url})", "**{title}** [pdf]({url})")
        drawn["url"] = st.sampled_from(["https://a.org/x", "https://b.org/y_(z)"])
    separator = some(draw, ", ", "; ", None)
    for each in IN_HEAD:
        if each.name not in drawn and draw(st.booleans()):
            optional = draw(st.booleans())
            there = value_of(each, separator)
            drawn[each.name] = there | st.just(each.empty) if optional else there
            columns.append(f"{{{each.group}{'?' if optional else ''}}}")
    columns = [title, *draw(st.permutations(columns))]
    head = "|".join(["", *(f" C{at} " for at in range(len(columns))), ""])
    line = "|".join(["", *("---" for _ in columns), ""])
    paper = made("paper", f"| {' | '.join(columns)} |", separator=separator)
    skips = [made("skip", head), made("skip", line)]
    heading = [made("digest", "# {title}")] if draw(st.booleans()) else []
    dialect = Dialect(
        "drawn", [*heading, *skips, paper], cells=cells, preface=some(draw, "", f"\n{head}\n{line}")
    )
    papers = st.lists(st.builds(Paper, **drawn), max_size=3)
    named = WORDS if heading else st.none()
    return Drawn(
        dialect, st.builds(lambda title, papers: Digest(title, papers=papers), named, papers)
    )
