"""The effects of an edit on papers, besides those on the values that it changes."""

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.chapters import features
from paperdigest._writing.edits.located import Change


def is_renamed(digest: Digest, document: Document) -> bool:
    """Return whether a paper has another title or other authors than in the text."""
    return any(
        (paper.title, paper.authors) != (old.title, old.authors)
        for paper, origin in zip(digest.papers, document.origins, strict=True)
        if not paper._pristine
        for old in (_as_parsed(paper, origin),)
    )


def says_category(paper: Paper, there: Origin) -> bool:
    """Return whether the text of a paper holds its category, apart from the heading of its group.

    Args:
        paper: The paper as it is now. It has to have a category still.
        there: The block it was parsed from.
    """
    return paper.category is not None and _as_parsed(paper, there).category != there.category


def is_reshaped(change: Change) -> bool:
    """Return whether a paper may have another shape, which decides what a chapter below it ends.

    Args:
        change: The paper. Its new text has no chapter in it, and neither code nor comments.
    """
    if change.names <= {"title"}:
        return False
    old, new, dialect = change.located.paper, change.new, change.located.dialect
    if _shape(new) != _shape(old):
        return True
    # Lines of a section's text count too, though they are not values: a chapter among them may keep
    # another one from ending the papers.
    pairs = [
        *((one.text, other.text) for one, other in zip(old.sections, new.sections, strict=True)),
        *((one.value, other.value) for one, other in zip(old.fields, new.fields, strict=True)),
    ]
    return any(
        one is not other and _lines(dialect, one) != _lines(dialect, other) for one, other in pairs
    )


def _as_parsed(paper: Paper, origin: Origin) -> Paper:
    """Return the paper that was parsed where a changed one is."""
    return paper._before or origin.parse()


def _lines(dialect: Dialect, text: str) -> tuple[object, ...]:
    """Return which lines of a paper a text has, and whether it has a chapter."""
    normalized = f"\n{normalize(text)}"  # it may start a line
    head = dialect._compiled.heads.regex.search(normalized)
    return head is None, features(dialect, normalized, 0, len(normalized))


def _shape(paper: Paper) -> tuple[object, ...]:
    """Return the shape of a paper, to compare with others of the same digest."""
    single = (paper.url, paper.votes is None, paper.category is None, bool(paper.authors))
    labels = (*(each.label for each in paper.sections), *(each.label for each in paper.fields))
    return *single, len(paper.links), len(paper.media), *labels
