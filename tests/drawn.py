"""Dialects drawn at random, each with digests that it has a place for.

The rules of such a dialect cannot be mistaken for each other: each line starts with a mark of its
own, and no value has a mark in it. So whatever its rules can parse, they have to be able to write.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, get_args, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paperdigest import Dialect, Digest, Field, Link, Media, Paper, Rule, Section
from paperdigest._grammar.patterns import proven
from paperdigest._grammar.schema import IN_HEAD, PAPER, VALUES, Attribute, Kind
from paperdigest._text.authors import Separator

#: Starts of lines. No value has one in it, and none is the start of another one.
MARKS = tuple(
    f"{mark} " for mark in (*"@%&=+~^$?-*>_!;≈§¶", "##", "**X**:", *(f"X{n}:" for n in range(20)))
)

#: What may be around a value beside another one.
AROUND = (
    (" (", ")"),
    (" [", "]"),
    (" <", ">"),
    (" / ", ""),
    (" - ", ""),
    (" by ", ""),
    (" «", "»"),
)

#: What may be between a label and what it labels.
BETWEEN = (": ", " = ", " -> ", "; ")

WORDS = st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join)
LABELS = ("Code", "Idea", "Data Set", "Result")
URLS = ("https://a.org/x", "https://b.org/y_(z)", "https://arxiv.org/abs/2408.12637", "/c/d.png")
NAMES = ("Ada", "Emmy Noether", "C. F. Gauss")

HINTS = get_type_hints(Paper)

Need = Literal["never", "may", "must"]


class Drawn(NamedTuple):
    """A dialect, and the digests that it has a place for.

    Attributes:
        dialect: The dialect.
        digests: Draws such digests.
    """

    dialect: Dialect
    digests: SearchStrategy[Digest]

    def __repr__(self) -> str:
        return self.dialect.source()


class _Form(NamedTuple):
    """How the head of a paper is written.

    Attributes:
        rule: Its rule.
        needs: Which of its values there must be, and which there may be.
    """

    rule: Rule
    needs: dict[str, Need]


def some(draw: DrawFn, *chances: Any) -> Any:
    """Draw one of some values, each as likely as it is often there."""
    return draw(st.sampled_from(chances))


def value_of(attribute: Attribute, separator: Separator) -> SearchStrategy[Any]:
    """Return a strategy for the values of an attribute that are there."""
    kinds = get_args(HINTS[attribute.name])
    if attribute.many:
        return st.lists(st.sampled_from(NAMES), min_size=1, max_size=1 if separator is None else 3)
    if int in kinds:
        return st.integers(0, 999)
    if date in kinds:
        return st.dates(date(1990, 1, 1), date(2050, 1, 1))
    return WORDS


def made(kind: Kind, templates: str | Sequence[str], **options: Any) -> Rule:
    """Make a rule without the proof that its pattern is fast, which is a law of its own."""
    with proven():
        return Rule(kind, templates, **options)


class _Maker:
    """Draws the rules of a dialect, one after the other."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.marks = list(draw(st.permutations(MARKS)))
        self.separator: Separator = some(draw, ", ", ", ", "; ", " & ", (", ", " & "), None)

    def mark(self) -> str:
        """Return the start of a line that no other rule has."""
        return self.marks.pop()

    def flip(self, one_in: int = 2) -> bool:
        """Draw whether something is so."""
        return self.draw(st.integers(1, one_in)) == 1

    def blank(self) -> dict[str, Any]:
        """Draw blank lines above."""
        return {"before": self.draw(st.integers(0, 2))} if self.flip() else {}

    # The heads of papers.

    def paper(self, level: int) -> _Form:
        """Draw a rule for the heads of papers, in one line or more, in which some may be missing."""
        mark = self.mark()
        around = list(self.draw(st.permutations(AROUND)))
        title, needs = "{title}", {"title": "must"}
        linked = self.flip()
        if linked:
            title = some(self.draw, "[{title}]({url})", "**[{title}]({url})**", "{title} <{url}>")
            needs["url"] = "must"
            around = [pair for pair in around if pair[0] not in (" <", " [")]
        if self.flip(4):
            title = f"{{n}}. {title}"
        pieces: list[tuple[str, str]] = []  # the text of each value, and how it may be missing
        count = self.draw(st.integers(0, min(3, len(around))))
        groups = self.draw(st.permutations([*IN_HEAD, *(() if linked else (URL,))]))[:count]
        for each in groups:
            before, after = around.pop()
            lost = some(self.draw, "no", "empty", "gone")
            optional = "?" if lost == "empty" and after else ""
            if self.flip(4):
                before, after = f"\n{self.mark()}", ""
                optional = ""
            pieces.append((f"{before}{{{each.group}{optional}}}{after}", lost))
            may = optional or lost == "gone"
            needs[each.name] = "may" if may else "must"
        first = mark + title
        templates = [first]
        for text, lost in pieces:
            more = [template + text for template in templates]
            templates = [*more, *templates] if lost == "gone" else more
        templates.sort(key=lambda template: -template.count("{"))
        options: dict[str, Any] = {"separator": self.separator} | self.blank()
        rule = made("paper", templates, level=level, **options)
        return _Form(rule, needs)  # type: ignore[arg-type]

    # The lines of papers.

    def value(self, attribute: Attribute) -> Rule:
        """Draw a rule for a value on a line of its own."""
        kind = attribute.kind
        assert kind is not None
        options: dict[str, Any] = {"separator": self.separator} if kind == "authors" else {}
        if attribute.spare_label and self.flip():
            options["label"] = "Day"
        mark, after = self.mark(), some(self.draw, "", "", ".", " !")
        templates = [f"{mark}{{{attribute.group}}}{after}"]
        if self.flip(4):
            templates.append(f"{self.mark()}{{{attribute.group}}}")
        return self.line(kind, templates, **options)

    def line(self, kind: Kind, templates: str | Sequence[str], **options: Any) -> Rule:
        """Draw a rule for a line, with options that mean something for any kind."""
        options |= self.blank()
        if kind in ("media", "field", "link", "section") and self.flip(4):
            options["between"] = self.draw(st.integers(0, 2))
        if self.flip(6):
            options["after_blank"] = True
        if self.flip(6):
            options["late"] = True
        return made(kind, templates, **options)

    def media(self, kind: str) -> Rule:
        """Draw a rule for images or for videos."""
        template = self.mark() + some(self.draw, "[{alt}]({url})", "[{alt?}]({url})", "<{url}>")
        return self.line("media", template, media=kind)

    def labelled(self, kind: Kind, value: str) -> Rule:
        """Draw a rule for fields or links."""
        between = some(self.draw, *BETWEEN)
        template = f"{self.mark()}{{label}}{between}{value}"
        if kind == "link" and self.flip():
            template = f"{self.mark()}[{{label}}]({{url}})"
        return self.line(kind, template)


URL = next(each for each in PAPER if each.name == "url")


@st.composite
def drawn(draw: DrawFn) -> Drawn:
    """Draw a dialect whose papers are blocks of lines."""
    make = _Maker(draw)
    level = int(make.flip(4))
    forms = [make.paper(3 * level) for _ in range(1 + make.flip(4))]
    heads: list[Rule] = [form.rule for form in forms]
    heading = draw_heading(make, level)
    heads += [] if heading is None else [heading.rule]
    groups = make.flip(3)
    if groups:
        options = {"level": 2 * level} | make.blank()
        heads.append(Rule("group", f"{make.mark()}{{category}}", **options))
    if make.flip(4):
        heads.append(Rule("skip", f"{make.mark()}skipped", level=2 * level))
    if make.flip(4):
        heads.append(Rule("end", f"{make.mark()}{{mark}}", level=level))

    lines, held = draw_values(make)
    items: dict[str, SearchStrategy[Any]] = {}
    for several in (draw_media, draw_fields, draw_links, draw_sections):
        rules, found = several(make)
        lines += rules
        items |= found
    main = make.flip(3)
    if main:
        lines.append(make.line("link", f"{make.mark()}<{{url}}>", main=True))
    between = make.mark() + "---" if make.flip(4) else ""
    if between:
        lines.append(Rule("divider", between))
    if make.flip(6):
        lines.append(make.line("markup", make.mark() + "always"))
    more: dict[str, Any] = {"between": between}
    if make.flip(4):
        more["first"] = draw(st.integers(0, 3))
    if make.flip(6):
        more["preface"] = some(draw, "", "\n") + "words of the preface"
    dialect = Dialect("drawn", [*heads, *draw(st.permutations(lines))], **more)
    papers = st.one_of([paper_in(form, held, items, make.separator, main=main) for form in forms])
    return Drawn(dialect, digests_of(papers, heading, groups=groups))


#: Rules, and the items that they have a place for, by the attribute.
_Items = tuple[list[Rule], dict[str, SearchStrategy[Any]]]


def draw_values(make: _Maker) -> tuple[list[Rule], set[str]]:
    """Draw rules for values on lines of their own, and return the attributes that have one."""
    lines: list[Rule] = []
    held: set[str] = set()
    for attribute in VALUES.values():
        if attribute.derived:
            lines += [make.line("copy", f"{make.mark()}{{copy}}")] if make.flip(6) else []
        elif make.flip():
            lines.append(make.value(attribute))
            held.add(attribute.name)
    return lines, held


def draw_media(make: _Maker) -> _Items:
    """Draw rules for images and videos."""
    lines: list[Rule] = []
    found: list[SearchStrategy[Media]] = []
    for kind in ("image", "video"):
        if make.flip():
            alt = make.draw(st.sampled_from(("[{alt}]({url})", "[{alt?}]({url})", "<{url}>")))
            lines.append(make.line("media", make.mark() + alt, media=kind))
            words = WORDS if "{alt}" in alt else st.just("") | WORDS if "?" in alt else st.just("")
            found.append(st.builds(Media, st.just(kind), st.sampled_from(URLS), words))
    if not found:
        return [], {}
    # The same one twice is one.
    media = st.lists(st.one_of(found), max_size=2, unique_by=lambda each: each.url)
    return lines, {"media": media}


def draw_fields(make: _Maker) -> _Items:
    """Draw rules for fields, with a label of their own or in the line."""
    if make.flip():
        field = st.builds(Field, st.sampled_from(LABELS), WORDS)
        return [make.labelled("field", "{value}")], {"fields": st.lists(field, max_size=2)}
    if make.flip(3):
        field = st.builds(Field, st.just("Score"), WORDS)
        line = make.line("field", f"{make.mark()}{{value}}", label="Score")
        return [line], {"fields": st.lists(field, max_size=2)}
    return [], {}


def draw_links(make: _Maker) -> _Items:
    """Draw a rule for links beside the main one."""
    if make.flip():
        return [], {}
    urls = st.sampled_from(["https://c.org/1", "https://c.org/2"])
    links = st.lists(st.builds(Link, st.sampled_from(LABELS), urls), max_size=2)
    return [make.labelled("link", "<{url}>")], {"links": links}


def paper_in(
    form: _Form,
    held: set[str],
    items: dict[str, SearchStrategy[Any]],
    separator: Separator,
    *,
    main: bool,
) -> SearchStrategy[Paper]:
    """Draw the papers that a form of a head and some lines have a place for."""
    drawn: dict[str, SearchStrategy[Any]] = dict(items)
    url = st.sampled_from(URLS[:3])
    need = form.needs.get("url")
    if need == "must":
        drawn["url"] = url
    elif need == "may" or main:
        drawn["url"] = st.none() | url
    for each in VALUES.values():
        if each.derived:
            continue
        there = value_of(each, separator)
        need = form.needs.get(each.name)
        if need == "must":
            drawn[each.name] = there
        elif need == "may" or each.name in held:
            drawn[each.name] = there | st.just(each.empty)
    return st.builds(Paper, WORDS, **drawn)


def draw_sections(make: _Maker) -> _Items:
    """Draw rules for sections: with labels in the line, fixed ones, ones of their own, or none."""
    text = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
    what = some(make.draw, "none", "label", "label", "bare", "own", "fixed", "plain", "both")
    if what == "none":
        return [], {}
    if what == "plain":
        plain = st.lists(st.builds(Section, st.none(), text), max_size=1)
        return [made("section", "{text}", **make.blank())], {"sections": plain}
    rules: list[Rule] = []
    found: list[SearchStrategy[Section]] = []
    if what in ("label", "both"):
        between = some(make.draw, ": ", " -- ", " > ")
        template = f"{make.mark()}{{label}}{between}{{text}}"
        rules.append(make.line("section", template, known=some(make.draw, (), LABELS[:2])))
        found.append(st.builds(Section, st.sampled_from(LABELS), text))
    if what in ("bare", "both"):
        rules.append(make.line("section", make.mark() + "{text}"))
        found.append(st.builds(Section, st.none(), text))
    if what == "own":
        rules.append(make.line("section", make.mark() + "{text}", label="Abstract"))
        found.append(st.builds(Section, st.just("Abstract"), text))
    if what == "fixed":  # each once and in this order
        rules.append(make.line("section", make.mark() + "{label}: {text}", labels=LABELS))
        places = st.lists(st.sampled_from(range(len(LABELS))), unique=True, max_size=3).map(sorted)
        return rules, {
            "sections": places.flatmap(
                lambda at: st.tuples(*(st.builds(Section, st.just(LABELS[i]), text) for i in at))
            )
        }
    return rules, {"sections": st.lists(st.one_of(found), max_size=3)}


def draw_heading(make: _Maker, level: int) -> _Form | None:
    """Draw a rule for the heading of a digest."""
    mark = make.mark()
    shapes: tuple[tuple[Sequence[str], dict[str, Need]], ...] = (
        (("{title}",), {"title": "must"}),
        (("{title} ({date})", "{title}"), {"title": "must", "date": "may"}),
        (("{title}, {date}",), {"title": "must", "date": "must"}),
        (("{date}",), {"date": "must"}),
        (("{date}: {title}", "{date}"), {"date": "must", "title": "may"}),
        (("{title}\ndate = {date}",), {"title": "must", "date": "must"}),
        (("{title} ({range}, {year})", "{title} ({date})"), {"title": "must", "date": "must", "end_date": "may"}),
    )  # fmt: skip
    templates, needs = some(make.draw, *shapes, None) or ((), {})
    if not templates:
        return None
    written = [mark + template for template in templates]
    return _Form(Rule("digest", written, level=level, **make.blank()), needs)


def digests_of(
    papers: SearchStrategy[Paper], heading: _Form | None, *, groups: bool
) -> SearchStrategy[Digest]:
    """Draw digests under a heading, in groups where there are any."""
    needs = {} if heading is None else heading.needs
    days = st.dates(date(1990, 1, 1), date(2049, 1, 1))

    def there(name: str, value: SearchStrategy[Any]) -> SearchStrategy[Any]:
        need = needs.get(name, "never")
        return value if need == "must" else st.none() | value if need == "may" else st.none()

    def build(
        title: str | None,
        first: date | None,
        length: int | None,
        held: list[Paper],
        cats: list[str],
    ) -> Digest:
        if groups:  # a group cannot end, so that each paper is in one
            each = len(held) // max(len(cats), 1) + 1
            held = [paper.replace(category=cats[at // each]) for at, paper in enumerate(held)]
        last = first + timedelta(length) if first and length is not None else None
        return Digest(title, first, last, held)

    return st.builds(
        build,
        there("title", WORDS),
        there("date", days),
        there("end_date", st.integers(1, 30)),
        st.lists(papers, max_size=3),
        st.lists(WORDS, min_size=1, max_size=2, unique=True),
    )
