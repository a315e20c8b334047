"""Groups of patterns, and forms of rules that lack a value."""

import datetime

import attrs

from paperdigest import Dialect, Paper, Rule, parse_digest, serialize_digest
from paperdigest._grammar.patterns import may_be_empty


def test_a_group_that_is_not_there_is_never_empty() -> None:
    """A pattern without the group gives no empty value."""
    assert not may_be_empty("# x", "title")


def test_a_form_that_lacks_a_value_is_passed_over() -> None:
    """A value is written by the first template whose names all have values."""
    pattern = r"(?:(?P<label>[A-Z]\w+): |On )(?P<published>[0-9-]+)$"
    dated = Rule("published", ("{label}: {published}", "On {published}"), pattern=pattern)
    dialect = Dialect("x", [Rule("paper", "# {title}"), dated])
    digest = parse_digest("# A\n", dialect=dialect)
    changed = digest.replace_paper(digest.papers[0], published=datetime.date(2024, 3, 1))
    assert "On 2024-03-01" in serialize_digest(changed)


def test_a_derived_class_is_replaced_by_its_own() -> None:
    """A paper of a derived class stays one."""

    @attrs.frozen
    class Own(Paper):
        """A paper with its own checks."""

    changed = Own("A").replace(votes=3)
    assert (type(changed), changed.votes) == (Own, 3)
