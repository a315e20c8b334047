"""Lines with a label, as the papers of a text write them: the form of one that they do not have."""

import re
from typing import NamedTuple, Self

from paperdigest._grammar.forms import Form
from paperdigest._grammar.schema import VALUES
from paperdigest._parsing.record import Piece

_LABELLED = re.compile(
    r"(?P<lead>(?:>[ \t]?)?+[ \t]*+(?:[-*+•][ \t]++)?+)(?P<mark>[*_]{0,3})"
    r"(?P<label>(?:[^\W\d_]|\{)[^\n:：*_\[\]|<>#`]{0,60}+)"
    r"(?P<closes>(?:(?P=mark)[ ]?[:：]|[:：](?P=mark))(?![*_]))(?P<space>[ \t]*+)(?!//)"
)
#: The template of a link.
_LINK = "[{label?}]({url})"
#: The start of an item.
MARKER = re.compile(r"[ ]{0,3}(?:[-*+•]|[0-9]{1,9}[.)])[ \t]++")
#: The marks of a quote.
_QUOTE = re.compile(r"(?:>[ \t]?+)++")
#: The indent of the first line below another one.
_INDENT = re.compile(r"[\r\n]([ \t]++)(?=\S)")


class LabelledLine(NamedTuple):
    """How a line with a label is written.

    Attributes:
        lead: The indent and the mark of an item or a quote.
        mark: The mark of emphasis.
        closes: The colon, with the mark.
        space: What is between the colon and the value.
    """

    lead: str
    mark: str
    closes: str
    space: str

    @classmethod
    def of(cls, piece: Piece) -> Self | None:
        """Return the form of a piece, ``None`` if it is no such line."""
        rule, spans = piece.entry.rule, dict(piece.spans)
        label = spans.pop("label", None)
        if rule.inline or (label is None and rule.kind not in VALUES):
            return None
        found = _LABELLED.match(piece.source, piece.start)
        if found is None or (label or found.span("label")) != found.span("label"):
            return None
        values = (start for name, (start, _) in spans.items() if not name.startswith("mark"))
        if min(values, default=found.end()) < found.end():
            return None
        return cls(found["lead"], found["mark"], found["closes"], found["space"])

    def template(self, template: str, *, marked: bool) -> str | None:
        """Return a template in this form, ``None`` if it is for no such line.

        Args:
            template: The template.
            marked: Whether it gets the emphasis and the colon of this form, too.
        """
        if template.strip() == _LINK:
            link = f"{self.mark}{{label}}{self.closes}{self.space}{{url}}"
            return self.lead + (link if marked else _LINK)
        if not marked and template.startswith("#") and self.lead.strip():
            return f"{self.lead}**{{label}}:** {{text?}}"
        found = _LABELLED.match(template)
        if found is None:
            return None
        if not marked:
            return self.lead + template[found.end("lead") :]
        value = template[found.end() :]
        return f"{self.lead}{self.mark}{found['label']}{self.closes}{self.space}{value}"

    def wrote(self, form: Form) -> bool:
        """Return whether a form is that of such a line."""
        texts = [before for before, _, _ in form.places]
        colon = bool(self.lead.strip()) or any(":" in text or "：" in text for text in texts)
        return colon and texts[0].startswith(self.lead)


def indent_of(text: str, head_end: int) -> str:
    """Return the indent of the lines of a list item, an empty one if it has none.

    Args:
        text: The item.
        head_end: The end of its head.
    """
    found = _INDENT.search(text, head_end)
    return found[1] if found else ""


def indented(template: str, head: str, indent: str) -> str:
    """Return the template of a line in a list item with an indent that keeps it in the item.

    Args:
        template: The template, which has two spaces.
        head: The head of the item.
        indent: The indent of the lines of such items.
    """
    marker = MARKER.match(head)
    width = len(marker[0]) if marker else 2
    if len(indent.expandtabs(4)) < width:
        indent = " " * width
    return indent + template.removeprefix("  ")


def lead_of(head: str, indent: str) -> str:
    """Return what a line starts with that goes on the item or the quote that a head begins.

    Args:
        head: The head.
        indent: The indent of the lines of such items.

    Example:
        >>> lead_of("1. [Owls](https://example.org)", ""), lead_of("> **Owls**", "")
        ('   ', '> ')
    """
    quote = _QUOTE.match(head)
    mark = quote[0] if quote else ""
    head = head[len(mark) :]
    return mark + (indented("  ", head, indent) if MARKER.match(head) else "")
