"""Tests of the grammar: rules, their patterns and templates, and the tables that they become."""

import re

from paperdigest import Dialect


def check_options_of(dialect: Dialect) -> None:
    """Raise for options of a dialect that a user could not pass."""
    dialect._check_types()
    dialect._check_names()
    for cell in dialect.cells:
        cell._check_options("Cell")
    for rule in (*dialect.rules, *(rule for cell in dialect.cells for rule in cell.rules)):
        rule._check_options("Rule")
        for pattern in rule.patterns:
            rule._check_groups(frozenset(re.compile(pattern).groupindex), pattern, "Rule")
