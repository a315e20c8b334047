"""Laws of edits: a text, the digest that was parsed from it, and what became of that."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from paperdigest import Dialect, Digest, Paper, dialects, parse_digest
from tests.laws.derived import unlisted, unnumbered
from tests.laws.digests import check_faithful, check_lossy, written
from tests.laws.requiring import require
from tests.spans import (
    Span,
    different_parts,
    differs_within,
    is_put_in,
    own_text,
    span_of,
    with_head,
    with_heading,
)

#: How much longer two numbers can become.
_DIGITS = 8
#: What is between paragraphs.
_GAP = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")


class Edit(NamedTuple):
    """An edit of one paper.

    Attributes:
        kind: What it does.
        paper: The paper as it is to be.
        holes: Where the text may differ; ``None`` where something is put in or taken out.
        one_of: Where it may differ too, in one place of several.
    """

    kind: str
    paper: Paper
    holes: Sequence[Span] | None = None
    one_of: Sequence[Span] = ()


def check_edit(text: str, digest: Digest, edited: Digest, dialect: Dialect) -> str | None:
    """Laws 4 and 5: an edited digest is faithful, and papers that were not edited keep their bytes.

    Returns:
        The text, or ``None`` where it is refused.
    """
    new = check_faithful(edited, dialect)
    _check_named(text, edited, dialect)
    if new is None:
        check_lossy(edited, dialect)
        return None
    twice = {id(paper) for paper in edited.papers if _count(edited.papers, paper) > 1}
    own = {id(paper) for paper in digest.papers} - twice  # one of two is rewritten
    for paper, again in zip(edited.papers, parse_digest(new, dialect=dialect).papers, strict=True):
        if id(paper) in own:
            require_kept(own_text(text, paper), text + dialect.between, new, again, dialect)
    return new


def _check_named(text: str, edited: Digest, dialect: Dialect) -> None:
    """Law 4, where rules are found in each text, and nobody passes those of the old one."""
    if dialect in dialects() or parse_digest(text, dialect="general").dialect != dialect:
        return
    new = written(edited)
    if new is not None and new != text:
        read = parse_digest(new, dialect="general")
        require(read == edited, "an edit is faithful by name", new, edited, read)


def _count(papers: Sequence[Paper], paper: Paper) -> int:
    return sum(each is paper for each in papers)


def require_kept(own: str, text: str, new: str, paper: Paper, dialect: Dialect) -> None:
    """Require that a paper kept its bytes, but for its number, where it is in a new text.

    What belonged to no paper or to one that went may follow them, paragraphs from several places
    too, and what a dialect writes between papers, if it reads that as text. A chapter without
    values at its end may be its own or not, as the papers around it are.
    """
    start, end = span_of(paper)
    bare = unnumbered(own, dialect)
    block = unnumbered(new[start : max(end, start + len(own) + _DIGITS)], dialect)
    rest = unnumbered(new[start:end], dialect)[len(bare) :]
    kept = block.startswith(bare) and all(part.strip() in text for part in _GAP.split(rest))
    require(kept, "a paper keeps its bytes", own, block)


def _moved(text: str, spans: Sequence[Span], dialect: Dialect) -> list[Span]:
    """Return spans of papers where they are in a text without what follows from the papers."""
    less = len(text) - len(unlisted(text, dialect))
    return [(start - less, end - less) for start, end in spans]


def check_local(text: str, digest: Digest, index: int, edit: Edit, dialect: Dialect) -> bool:
    """Law 5: an edit of one paper changes its own piece of the text, and nothing beside it.

    Returns:
        Whether the edit was written, and not refused.
    """
    old = digest.papers[index]
    papers = [*digest.papers[:index], edit.paper, *digest.papers[index + 1 :]]
    new = check_edit(text, digest, attrs.evolve(digest, papers=papers), dialect)
    if new is None:
        return False
    whole = span_of(old)
    following = [span_of(paper)[0] for paper in digest.papers if span_of(paper)[0] > whole[0]]
    block = whole[0], min([*following, len(text)])
    if edit.holes is not None:
        local = any(
            differs_within(text, new, holes)
            or differs_within(
                unlisted(text, dialect), unlisted(new, dialect), _moved(text, holes, dialect)
            )
            for holes in ([*edit.holes, *more] for more in ((), *((each,) for each in edit.one_of)))
        )
    elif dialect.cells:
        local = differs_within(text, new, [whole])
    else:
        ((short, (at, to)), (long, _)) = sorted(
            ((unlisted(each, dialect), _moved(text, [block], dialect)[0]) for each in (text, new)),
            key=lambda pair: len(pair[0]),
        )
        local = is_put_in(short, long, (at, to))
    if not local and edit.kind.startswith("category"):
        # Headings of groups come and go around the paper, which stays as it is, but for the
        # category that it says itself. The head of a table stays with its first row.
        above = with_head(text, block[0])
        says = sorted(each for each in edit.holes or () if whole[0] < each[0] < whole[1])
        starts, ends = [above, *(end for _, end in says)], [*(at for at, _ in says), whole[1]]
        kept = all(text[at:to] in new for at, to in zip(starts, ends, strict=True))
        places = _moved(text, [(with_heading(text, above), block[1])], dialect)
        local = kept and differs_within(unlisted(text, dialect), unlisted(new, dialect), places)
    require(local, "an edit is local", edit.kind, *different_parts(text, new))
    return True
