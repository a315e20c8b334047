"""Rules for labelled values side by side in a line: ``**Score:** 8 · **Votes:** 12 · [PDF](...)``."""

from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import Kind
from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.shapes import SIGNS
from paperdigest._units.rules.labels import Labels

#: What is between two of them.
_BAR = r"[ \t]++[|·•｜][ \t]++"
_WORDS = r"[^\W\d_a-z][^\n:：*_\[\]|·•｜<>#`]{0,30}"
_COLON = r"(?:\*\*)?[ \t]?[:：]"
_LABEL = rf"\*{{0,2}}(?P<label>{_WORDS}?){_COLON}(?!//)(?:\*\*)?[ \t]++"
_TEXT = r"[^\s|·•｜\[\]<>][^\n|·•｜\[\]<>]{0,80}?"
#: After the first value: another label, or a link.
_NEXT = rf"(?={_BAR}{SIGNS}(?:\*{{0,2}}{_WORDS}{_COLON}|\[|<?https?:))"
_END = rf"(?={_BAR}|[ \t]*+$)"


def first_values(its: Labels) -> list[Rule]:
    """Return the rules for the first value of a line, if its label has a role."""
    return [
        Rule(kind, pattern=f"{its.labelled(its.words(kind))}[ \\t]*+{value}{_NEXT}", late=True)
        for kind, value in _known()
    ]


def first_field(its: Labels) -> Rule:
    """Return the rule for the first value of a line, if its label has no role."""
    return Rule("field", pattern=rf"{its.lead}{_LABEL}(?P<value>{_TEXT}){_NEXT}", late=True)


def further_values(its: Labels) -> list[Rule]:
    """Return the rules for the values after a bar."""
    return [
        *(
            Rule(
                kind,
                pattern=rf"{_BAR}{SIGNS}\*{{0,2}}{its.words(kind)}{_COLON}(?:\*\*)?[ \t]*+{value}{_END}",
                inline=True,
            )
            for kind, value in _known()
        ),
        Rule("field", pattern=rf"{_BAR}{SIGNS}{_LABEL}(?P<value>{_TEXT}){_END}", inline=True),
    ]


def _known() -> tuple[tuple[Kind, str], ...]:
    """Return the kinds of values that have a label of their own, and their patterns."""
    return (("votes", f"(?P<votes>{VOTES})"), ("published", f"(?P<published>{_TEXT})"))
