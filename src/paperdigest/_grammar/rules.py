"""Rules: how one kind of line, or one part of a table cell, is parsed and written.

A rule has a kind, a pattern with named groups, and templates that write what the pattern matches.
Without a pattern, the patterns follow from the templates, so a sample describes a line:
``Rule("votes", "Vote: {votes}")``.
"""

import re
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Literal, get_args

import attrs

from paperdigest._grammar.patterns import (
    PLAIN,
    check_pattern,
    is_proven,
    takes_line_ending,
    title_may_be_empty,
)
from paperdigest._grammar.reach import looks_behind
from paperdigest._grammar.schema import (
    BLOCKS,
    NEEDED,
    CellKind,
    Compared,
    Kind,
    items,
    strings,
)
from paperdigest._grammar.templates import names_in, pattern_of
from paperdigest._text.authors import Separator
from paperdigest._text.shown import shown

if TYPE_CHECKING:
    from paperdigest._backtracking.ambiguity import Tried

#: Names in a template that its pattern does not match: a number that is counted, and the text that
#: follows the match.
_UNREAD = frozenset({"n", "text"})


#: The value that is not empty in the templates of a kind, unless they say so.
_FILLED: Mapping[str, str] = {"field": "value", "paper": "title"}


@attrs.frozen(eq=False, repr=False)
class Rule(Compared):
    r"""One kind of line, or part of a table cell: how to parse it and how to write it.

    Attributes:
        kind: The kind. ``digest``, ``group`` (a category for the papers below), ``paper``, ``end``
            (a chapter after which no papers follow; without a template, no papers of the same
            shape) and ``skip`` (excludes a line that looks like one of these) start blocks.
            ``media``, ``field``, ``link`` and ``section`` are items of a paper. ``votes``,
            ``authors`` and the like are the attribute of the paper with that name; a ``published``
            that is not a date is a field.
            ``copy`` repeats one of them, or is a field if it has a label. ``markup`` belongs
            to the paper without a meaning. A ``divider``, such as ``---``, ends a paper.
        templates: The templates to write it with, best first. The first one whose names all have a
            value is used. ``{name?}`` may be empty. The ``{title}`` of a paper and the ``{value}``
            of a field are not, unless they are ``{title?}`` and ``{value?}``. ``{n}`` is the number
            of the paper, ``{text}`` the text of a section.
        pattern: A regular expression for the whole line without its line ending, or for the start
            of a section, up to its text. It is not tried on blank lines. Groups: ``title``,
            ``url``, ``votes`` and the other attributes of a paper that are not items; ``date``,
            ``range``, ``year``, ``label``, ``value``, ``alt``, ``copy``, and ``level``, whose
            length is the level. Groups whose name starts with ``mark`` are markup, and so is
            ``id``. ``n`` and ``anchor`` are the number of the paper, which follows edits. Other
            names are cells. By default, the patterns follow from the templates.
        label: The label of a field or section whose rule has no group for it. For ``published``,
            the label of the field if it is not a date; ``Published`` by default.
        labels: The only labels of a section. Each counts once and in this order.
        known: Usual labels of a section. A label that differs from one only in its apostrophe or
            emphasis is damaged.
        media: The kind of a media rule.
        before: Blank lines above it when it is written.
        between: Blank lines between two of the kind; as many as ``before`` by default.
        late: Whether it also applies after the first section, whose text it ends. By default,
            sections, markup and dividers do, except a section that is text only.
        inline: Whether it follows a head, a link, authors, votes, a field or a day in their line.
        level: The depth of the block that it starts. A deeper block belongs to the paper or the
            chapter above it. With 0, everything starts a block. A group ``level`` of the pattern is
            the depth of the head itself; with both, blocks up to this one end the chapter.
        main: Whether a link sets the main URL if the paper has none yet.
        after_blank: Whether it applies only after a blank line or a line that ends in a tag.
        separator: The text between authors. Of several, the first one is written. ``None`` if they
            are one value as written.
        flaw: The code of the diagnostic for a damaged form that this rule matches, or for a line
            that ``skip`` excludes, in printable characters without white space or commas.
        fix: The template that writes the damaged form correctly.
        patterns: The patterns that it matches: ``pattern``, or one for each template.

    Raises:
        TypeError: An argument has the wrong type; the message names it.
        ValueError: There is no such kind, an option means nothing for it, or a pattern can match
            nothing, can give an empty title where no template has ``{title?}``, can backtrack too
            much, or lacks a group that its kind or a template needs.
    """

    kind: Kind
    templates: tuple[str, ...] = attrs.field(default=(), converter=strings)
    label: str | None = attrs.field(default=None, kw_only=True)
    labels: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=strings)
    known: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=strings)
    _pattern: str | None = attrs.field(default=None, alias="pattern", kw_only=True)
    media: Literal["image", "video"] = attrs.field(default="image", kw_only=True)
    before: int = attrs.field(default=0, kw_only=True)
    between: int | None = attrs.field(default=None, kw_only=True)
    late: bool | None = attrs.field(default=None, kw_only=True)
    inline: bool = attrs.field(default=False, kw_only=True)
    level: int = attrs.field(default=0, kw_only=True)
    main: bool = attrs.field(default=False, kw_only=True)
    after_blank: bool = attrs.field(default=False, kw_only=True)
    separator: Separator = attrs.field(default=", ", kw_only=True)
    flaw: str | None = attrs.field(default=None, kw_only=True)
    fix: str | None = attrs.field(default=None, kw_only=True)
    patterns: tuple[str, ...] = attrs.field(init=False, eq=False)

    def __repr__(self) -> str:
        """Return the source that makes it."""
        from paperdigest._grammar.written import call_of

        return call_of(self, "kind", "templates")

    def __attrs_post_init__(self) -> None:
        """Raise for arguments that could not be used for parsing or writing."""
        where = f"Rule({shown(self.kind)})"
        if not is_proven():
            self._check_options(where)
        object.__setattr__(self, "patterns", self._patterns(where))
        if not is_proven():
            self._check_patterns(where)
            if self._pattern is not None and re.fullmatch(self._pattern, " ", re.MULTILINE):
                # A blank line holds nothing, and one that ends in CRLF is parsed as a space and LF.
                object.__setattr__(self, "patterns", (rf"(?=[^\S\n]*+\S){self._pattern}",))

    def _check_options(self, where: str) -> None:
        # The rules of the built-in dialects are never checked; they are made without the checks.
        from paperdigest._grammar.arguments import check_choice, check_options

        check_choice(where, self.kind, get_args(Kind))
        self._check_types(where)
        options = (each for each in attrs.fields(Rule)[4:-1] if each.alias != "pattern")
        given = [each.name for each in options if getattr(self, each.name) != each.default]
        given += ["label"] if self.label is not None else []
        given += ["labels"] if self.labels else []
        check_options(self.kind, where, given)
        if self.inline and self.after_blank:
            raise ValueError(f"{where}.after_blank: means nothing where inline=True")

    def _check_patterns(self, where: str) -> None:
        from paperdigest._grammar.arguments import check_repeated

        tried: Tried = "once" if self.inline else "at lines"
        for index, pattern in enumerate(self.patterns):
            template = self.templates[index] if self._pattern is None else None
            argument = f"{where}.{'pattern' if template is None else 'templates'}"
            names = check_pattern(pattern, argument, tried, template=template)
            self._check_groups(names, pattern, where)
            if template is not None:
                check_repeated(argument, template, pattern, self.labels)
            if template is None and takes_line_ending(pattern):
                raise ValueError(
                    f"{where}.pattern: {shown(pattern)} may end with a line ending, without which "
                    "the next line is not found; leave it out, and where a set of characters has "
                    "it, exclude it, such as [ \\t] for \\s and [^#\\n] for [^#]"
                )
            if self.kind in BLOCKS and looks_behind(pattern):
                raise ValueError(
                    f"{where}.pattern: {shown(pattern)} looks behind the start of its line, where "
                    "nothing is left once a block is cut out of its text; leave (?<=...) out"
                )

    def _check_types(self, where: str) -> None:
        from paperdigest._grammar.arguments import (
            check_choice,
            check_code,
            check_label,
            check_labels,
            check_number,
            check_optional_text,
            check_separator,
            check_strings,
            check_template,
            check_type,
        )

        check_strings(f"{where}.templates", self.templates)
        check_labels(f"{where}.labels", self.labels)
        check_labels(f"{where}.known", self.known)
        check_label(f"{where}.label", self.label)
        check_code(f"{where}.flaw", self.flaw)
        for name in ("_pattern", "fix"):
            check_optional_text(f"{where}.{name.strip('_')}", getattr(self, name))
        for name in ("before", "level"):
            check_number(f"{where}.{name}", getattr(self, name))
        if self.between is not None:
            check_number(f"{where}.between", self.between)
        if self.late is not None:
            check_type(f"{where}.late", self.late, bool, "True, False or None")
        for name in ("inline", "main", "after_blank"):
            check_type(f"{where}.{name}", getattr(self, name), bool, "True or False")
        check_choice(f"{where}.media", self.media, ("image", "video"))
        check_separator(f"{where}.separator", self.separator)
        for template in self.templates:
            check_template(f"{where}.templates", template)
        if self.fix is not None:
            check_template(f"{where}.fix", self.fix)

    def _patterns(self, where: str) -> tuple[str, ...]:
        """Return its pattern, or one for each template."""
        if self._pattern is not None:
            return (self._pattern,)
        if not self.templates:
            raise ValueError(f"{where}: it has no template and no pattern; pass one of them")
        if not is_proven():
            from paperdigest._grammar.arguments import check_needed

            has_label = self.label is not None
            for template in self.templates:
                check_needed(f"{where}.templates", template, self.kind, has_label, self.labels)
        try:
            patterns = self._made()
        except ValueError as error:
            raise ValueError(f"{where}.templates: {error}") from None
        gap = r"[ \t]*+" if self.inline else ""  # white space before it is none of any value
        return tuple(gap + pattern.removeprefix(gap) for pattern in patterns)

    def _made(self, *, anywhere: bool = False) -> tuple[str, ...]:
        """Return the patterns of its templates."""
        return tuple(
            pattern_of(
                template,
                self.labels,
                whole=not self.inline,
                anywhere=anywhere,
                filled=_FILLED.get(self.kind, ""),
                colons=self.kind == "link",
            )
            for template in self.templates
        )

    def in_cell(self, where: str) -> "Rule":
        """Return the rule as it is tried in a cell: at each character.

        Raises:
            ValueError: There is no proof that this takes a time that grows with the text alone.
        """
        where = f"{where}.rules: Rule({shown(self.kind)})"
        found = copy(self)
        if self._pattern is not None:
            check_pattern(self._pattern, f"{where}.pattern", "everywhere")
            object.__setattr__(found, "patterns", (self._pattern,))
            return found
        object.__setattr__(found, "patterns", self._made(anywhere=True))
        for pattern, template in zip(found.patterns, self.templates, strict=True):
            check_pattern(pattern, f"{where}.templates", "everywhere", template=template)
        return found

    def _check_groups(self, names: frozenset[str], pattern: str, where: str) -> None:
        found = f"{where}.pattern: {shown(pattern)}"
        needed = NEEDED.get(self.kind)
        if needed is not None and needed not in names:
            raise ValueError(f"{found} has no group {needed!r}; put (?P<{needed}>...) in it")
        if self.kind == "field" and self.label is None and "label" not in names:
            raise ValueError(f"{found} has no group 'label', which a field needs, or label=...")
        if self.labels and "label" not in names:
            raise ValueError(f"{found} has no group 'label', which labels=... needs")
        written = [*self.templates, *([] if self.fix is None else [self.fix])]
        if (
            self.kind == "paper"
            and self._pattern is not None
            and title_may_be_empty(pattern)
            and not any("{title?}" in template for template in written)
        ):
            raise ValueError(
                f"{found} can give an empty title; let the group hold a character, such as "
                "(?P<title>.+), or allow it with {title?} in a template"
            )
        if "text" in names:
            raise ValueError(
                f"{found} has a group 'text'; the text of a section is what follows the match, "
                "so leave the group out"
            )
        if self._pattern is not None:
            for template in written:
                for name in sorted(names_in(template) - names - _UNREAD):
                    raise ValueError(
                        f"{where}: the template {shown(template)} writes {{{name}}}, which the "
                        f"pattern does not read; put (?P<{name}>...) in the pattern"
                    )

    @property
    def pattern(self) -> str:
        """The first of its patterns."""
        return self.patterns[0]

    @property
    def interrupts(self) -> bool:
        """Whether it ends the text of a section."""
        if self.late is None:
            return self.kind in ("section", "markup", "divider") and not self.is_plain
        return self.late

    @property
    def is_plain(self) -> bool:
        """Whether it is a section of text only, which any line may start."""
        return self.patterns == (PLAIN,)


def rules_of(value: Iterable[Rule]) -> tuple[Rule, ...]:
    """Convert a list of rules to a tuple."""
    return items(value)


@attrs.frozen(eq=False, repr=False)
class Cell(Compared):
    r"""A cell of a table row: a group of a ``paper`` rule with more than one value.

    Attributes:
        name: The name of the group.
        kind: The kind of the text that no rule matches: a ``section``, a ``field``, the date of
            ``published``, or nothing.
        label: The label of that section or field, or of the field that replaces an invalid date.
        rules: The rules for the other values in the cell.
        join: The text that is written between two values.
        main: A regular expression. The first link whose URL it matches is the main link.
        main_label: The label that the main link is written with.
        keep_label: Whether a main link with another label is among the other links too.
    """

    name: str
    kind: CellKind | None = None
    label: str | None = None
    rules: tuple[Rule, ...] = attrs.field(default=(), converter=rules_of)
    join: str = ""
    main: str | None = None
    main_label: str = ""
    keep_label: bool = False

    def __repr__(self) -> str:
        """Return the source that makes it."""
        from paperdigest._grammar.written import call_of

        return call_of(self, "name")

    def __attrs_post_init__(self) -> None:
        """Raise for arguments that could not be used for parsing or writing."""
        where = f"Cell({shown(self.name)})"
        if not is_proven():
            self._check_options(where)
        object.__setattr__(self, "rules", tuple(rule.in_cell(where) for rule in self.rules))

    def _check_options(self, where: str) -> None:
        from paperdigest._grammar.arguments import (
            check_choice,
            check_each,
            check_label,
            check_optional_text,
            check_type,
        )

        check_type("Cell.name", self.name, str, "the name of a group")
        if not self.name.isidentifier():
            raise ValueError(
                f"{where}.name: it is not a valid name of a group; use letters, digits and _"
            )
        check_choice(f"{where}.kind", self.kind, (*get_args(CellKind), None))
        check_label(f"{where}.label", self.label)
        if self.kind == "field" and not self.label:
            raise ValueError(f"{where}.label: a field needs one; pass label=...")
        check_type(f"{where}.rules", self.rules, tuple, "a list of Rule")
        check_each(f"{where}.rules", self.rules, Rule, "a Rule")
        for rule in self.rules:
            self._check_rule(rule, where)
        check_type(f"{where}.join", self.join, str, "a str")
        check_type(f"{where}.main_label", self.main_label, str, "a str")
        check_label(f"{where}.main_label", self.main_label)
        check_type(f"{where}.keep_label", self.keep_label, bool, "True or False")
        check_optional_text(f"{where}.main", self.main)
        if self.main:  # an empty one matches any URL
            check_pattern(self.main, f"{where}.main", "once")

    @staticmethod
    def _check_rule(rule: Rule, where: str) -> None:
        if rule.kind in BLOCKS or rule.labels or rule.after_blank or rule.inline:
            what = "kind" if rule.kind in BLOCKS else "labels, after_blank or inline"
            raise ValueError(
                f"{where}.rules: {shown(rule.kind)} cannot be in a cell with this {what}; use "
                "rules of the lines in a paper"
            )
