"""Labels and URLs that look mistyped."""

import pytest

from paperdigest import diagnose
from tests.checking.test_diagnostics import GPT, GPT_PAPER, SOUND, TITLE


def messages(text: str, code: str) -> list[str]:
    """Return what is said of a text with one code."""
    return [each.message for each in diagnose(text) if each.code == code]


@pytest.mark.parametrize(
    ("old", "new", "label", "meant"),
    [
        ("Vote: 34", "Votse: 34", "Votse", "Vote"),
        ("Vote: 34", "Vtoe: 34", "Vtoe", "Vote"),
        ("Vote: 34", "VOTE: 0", "VOTE", "Vote"),
        ("Authors: ", "Author: ", "Author", "Authors"),
        ("Authors: ", "Authros: ", "Authros", "Authors"),
        ("Vote: 34", "Vote: 0\n\nCategroy: Vision", "Categroy", "Category"),
    ],
)
def test_a_misspelt_label(old: str, new: str, label: str, meant: str) -> None:
    """A field with nearly the label of a value that the paper lacks is told, with that label."""
    assert old in SOUND
    text = SOUND.replace(old, new)
    message = f"'{label}' is parsed as a field; did you mean '{meant}'?"
    assert messages(text, "misspelt-label") == [message]
    again = text + text[text.index("\n###") :].replace("2408.12637", "2408.00001")
    assert messages(again, "misspelt-label") == [message] * 2


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND.replace("Vote: 34", "Vote: 0\n\nVotse: 34"),
        SOUND.replace("Vote: 34", "Note: small"),
        SOUND.replace("Vote: 34", "Score: 34"),
        GPT + GPT_PAPER.replace("\n**Abstract", "**Relevance:** 3\n\n**Abstract"),
        "# Notes\n\n### [A](https://arxiv.org/abs/2408.12637)\n\nVotse: 3\n",
    ],
)
def test_a_label_of_another_field(text: str) -> None:
    """A field is one where the paper has the value, no such value is there, or no family is known."""
    assert messages(text, "misspelt-label") == []


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("htps:/example.org/a", "https://example.org/a"),
        ("https//example.org/a", "https://example.org/a"),
        ("https:/example.org/a", "https://example.org/a"),
        ("htpp://example.org/a", "http://example.org/a"),
        ("htps:///example.org/a", "https://example.org/a"),
        ("ttps://example.org/a", "https://example.org/a"),
    ],
)
def test_a_misspelt_url(url: str, meant: str) -> None:
    """A URL that starts almost as one of the web does is told, in a heading, a link and an image."""
    message = f"'{url}' is not a URL of the web; did you mean '{meant}'?"
    head = SOUND.replace("https://arxiv.org/abs/2408.12637", url)
    assert messages(head, "misspelt-url") == [message]
    links = SOUND.replace(TITLE, f"{TITLE}\n![]({url})\n\n[Code]({url})\n")
    assert messages(links, "misspelt-url") == [message] * 2


@pytest.mark.parametrize(
    "url",
    [
        "HTTPS://example.org/a",
        "ftp://example.org",
        "mailto:a@example.org",
        "http/a.md",
        "a.md",
        "#a",
    ],
)
def test_a_url_of_another_kind(url: str) -> None:
    """A path and a URL with another scheme are no mistakes."""
    text = SOUND.replace(TITLE, f"{TITLE}\n[Code]({url})\n")
    assert messages(text, "misspelt-url") == []
