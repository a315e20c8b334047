"""Diagnostics of digests in dialects that no family has."""

import pickle

import pytest

from paperdigest import Dialect, DialectName, Rule, diagnose
from tests.samples import EXAMPLES

VENUES = Dialect(
    "venues",
    [
        Rule("digest", "# {title} {date}"),
        Rule("paper", "## {title} <{url}>", before=1),
        Rule("field", "Venue: {value}", label="Venue"),
    ],
)


def test_a_field_whose_rule_names_it_has_no_label_to_check() -> None:
    """A field with a fixed label has no label in the text, and nothing is wrong with that."""
    text = "# Club 2025-03-04\n\n## A <https://example.org/a>\nVenue: a workshop\n"
    assert "space-in-label" not in {each.code for each in diagnose(text, dialect=VENUES)}


@pytest.mark.parametrize("name", ["general", "daily-papers", "club"])
def test_the_name_of_a_dialect_changes_nothing(name: str) -> None:
    """A dialect with the name of a built-in one is diagnosed by its own rules, pickled or not."""
    dialect = Dialect(name, [Rule("digest", "# {title}"), Rule("paper", "* {title} <{url}>")])
    for each in (dialect, pickle.loads(pickle.dumps(dialect))):
        assert [found.code for found in diagnose("# Club\n\nSoon.\n", dialect=each)] == [
            "no-papers"
        ]
        (found,) = diagnose(EXAMPLES["daily-papers"], dialect=each)
        assert found.message.endswith("pass that dialect, or none to detect it")


def test_a_heading_without_a_link_in_code_is_no_lost_paper() -> None:
    """Of the headings in a block of code, only those with a link could have been papers."""
    text = (
        "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\n"
        "- **Idea**: Code.\n\n```\n### A comment\n```\n"
    )
    assert [each.code for each in diagnose(text)].count("unread-paper") == 0


@pytest.mark.parametrize(
    ("dialect", "message"),
    [
        (
            "daily-arxiv",
            "No heading and no paper found; it is written in daily-papers; pass that dialect, or "
            "none to detect it",
        ),
        (
            "cv-arxiv-daily",
            "No papers follow this heading; it is written in daily-papers; pass that dialect, or "
            "none to detect it",
        ),
    ],
)
def test_a_text_in_another_dialect_is_told(dialect: DialectName, message: str) -> None:
    """Where a dialect finds no papers in a digest of another family, that family is named."""
    found = diagnose(EXAMPLES["daily-papers"], dialect=dialect)
    assert message in [each.message for each in found]
