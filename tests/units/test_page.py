"""Where a page gives its title and its date."""

import pytest

from paperdigest._units.page import Page, page_of


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("", Page()),
        ("Words.\n", Page()),
        ("# Rivers\n", Page("#")),
        ("# Rivers, 2024-08-26\n", Page("#", dated="heading", days=("#",))),
        ("# Rivers, March 4 - 10, 2024\n", Page("#", dated="range")),
        ("# Rivers\n\n2024-08-26\n", Page("#", dated="below", gap=2)),
        ("# Rivers\n\n## " + "Long " * 20 + "2024-08-26 words\n", Page("#")),
        ("# Rivers\n" + "\n" * 9 + "## More\n\n2024-08-26\n", Page("#")),
        ("Rivers\n===\n", Page("=")),
        ("<h1>Rivers</h1>\n", Page("h1")),
        ("---\ndate: 2024-08-26\n---\n# Rivers\n", Page("#", 3, "above")),
        ("Rivers of 2024-08-26\n", Page("", 0, "heading")),
        ("```\n# no\n```\n# Rivers\n", Page("#", 3)),
    ],
)
def test_a_page(text: str, page: Page) -> None:
    """A heading, lines below it, front matter and a first line give a title and a date."""
    assert page_of(text, len(text)) == page
