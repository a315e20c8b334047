"""Detection of the dialect of a text, from a bounded part of it."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

from paperdigest._dialects import (
    GENERAL,
    DialectName,
    dialect_of,
    family_dialects,
    reference_dialect,
)
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import PAPER
from paperdigest._model.digest import Digest
from paperdigest._model.source import Source, normalize, require_text
from paperdigest._parsing.hidden import hidden_spans, may_hide, visible
from paperdigest._parsing.parser import digests_of
from paperdigest._text.late import LateName

if TYPE_CHECKING:
    from paperdigest._parsing.detection import Detection
    from paperdigest._units.find import Found
else:
    Detection = LateName("Detection")

_T = TypeVar("_T")

#: How many code points detection reads: enough for most texts, for nearly all, and for those that
#: have a long table of contents before their papers.
_GLANCES = (512, 4_096)
_HEAD = 65_536

#: For how many texts the result is remembered.
_REMEMBERED = 4

#: With fewer points, a match is chance, or the text is a one-off list that looks similar.
_ENOUGH, _PLENTY = 3, 5


# The modules that find the papers of other texts are imported when first needed. That takes as long
# as importing all the rest, and a program that parses one family never needs them.
@cache
def _no_program() -> re.Pattern[str]:
    """Match any address except that of a program or of a place in the text."""
    from paperdigest._units.patterns.addresses import CODE_HOST

    return re.compile(rf"(?!{CODE_HOST}|#)")


class _Key:
    """A text by its length and the hashes of it and of its first half, which keep no text alive.

    Two texts with the same three numbers would get the same dialect. They have 128 bits of SipHash
    with a random key, so this does not happen by chance, nor on purpose unless somebody knows the
    key (or sets PYTHONHASHSEED). `hashlib` takes longer to import than a short text to parse.
    """

    __slots__ = ("_hashes", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._hashes = len(text), hash(text), hash(text[: len(text) // 2])

    def __hash__(self) -> int:
        return hash(self._hashes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._hashes == other._hashes


def _remembered(function: Callable[[str], _T]) -> Callable[[str], _T]:
    """Let a function remember what it returned for the last few texts.

    After parsing a text, a caller may diagnose it, edit it or tokenize it, and each starts with its
    dialect.
    """

    @lru_cache(maxsize=_REMEMBERED)
    def by_key(key: _Key) -> _T:
        return function(key.text)

    @wraps(function)
    def by_text(text: str) -> _T:
        key = _Key(text)
        found = by_key(key)
        key.text = ""  # what is remembered keeps no text alive
        return found

    return by_text


def detect_dialect(text: str) -> Detection:
    r"""Detect the dialect of a text, from its first 65,536 code points.

    Args:
        text: Any text.

    Returns:
        The built-in dialect with the most signs. If none has enough of them, the general dialect:
        with a reason if it finds papers, without any if it does not. An empty text has the
        reference dialect.

    Raises:
        TypeError: ``text`` is not a ``str``.

    Example:
        >>> found = detect_dialect("## Papers for 2024-09-06\n")
        >>> found.dialect.name, found.certain, found.reasons
        ('daily-ai-papers', True, ('## Papers for 2024-09-06',))
        >>> found = detect_dialect("# Today\n\n## Adam\n\nAuthors: Diederik P. Kingma, Jimmy Ba\n")
        >>> found.dialect.name, found.certain, found.reasons
        ('general', False, ("no family's signs; a guess, since it finds 1 paper, such as 'Adam'",))
    """
    require_text(text)
    return _detected(text)


def resolve_dialect(text: str, dialect: Dialect | DialectName | None) -> tuple[Dialect, bool]:
    """Return the dialect that was passed or detected, and whether it is certain."""
    if dialect is None:
        signs = _most_signs(text[: _GLANCES[0]])
        if signs.points >= _PLENTY:
            return signs.dialect, True
        found = _detected(text)
        return found.dialect, found.certain
    if dialect == GENERAL:
        made = found_in(text)
        return made.dialect if made.papers else _standard(text, made), True
    return dialect_of(dialect), True


class _Signs:
    """The signs of a dialect that were found in a text.

    Attributes:
        dialect: The dialect.
        points: Their total weight.
        found: The first match of each.
    """

    def __init__(self, dialect: Dialect, points: int, found: Sequence[re.Match[str]]) -> None:
        self.dialect = dialect
        self.points = points
        self.found = found

    def detection(self) -> Detection:
        """Return the detection with the lines in which the signs were found."""
        from paperdigest._parsing import detection

        lines = [sign.string[sign.start() + 1 : sign.end() + 80] for sign in self.found]
        reasons = tuple(line.split("\n")[0][:80] for line in lines)
        score = min(1.0, self.points / _PLENTY) if self.found else 0.0
        return detection.Detection(self.dialect, bool(self.found), reasons, score)


def _signs_in(text: str) -> _Signs:
    """Return the signs of the dialect that has most, from as little text as possible."""
    for glance in () if may_hide(text, 0, _HEAD) else _GLANCES:  # else code could be cut short
        best = _most_signs(text[:glance])
        if best.points >= _PLENTY or len(text) <= glance:
            return best
    return _most_signs(text[:_HEAD])


def _most_signs(head: str) -> _Signs:
    """Return the signs of the dialect that has most, or of the first one that has plenty."""
    lines = "\n" + head.removeprefix("\ufeff")
    if "\r" in lines:
        lines = lines.replace("\r\n", "\n").replace("\r", "\n")
    hides = may_hide(lines)
    best = _Signs(reference_dialect(), _ENOUGH - 1, ())
    for dialect in family_dialects():
        points = 0
        found: dict[int, re.Match[str]] = {}
        for sign in visible(dialect._compiled.evidence, lines, hides=hides):
            number = sign.lastindex or 0
            if number not in found:
                found[number] = sign
                points += dialect.signs[number - 1][0]
                if points >= _PLENTY:
                    return _Signs(dialect, points, (*found.values(),))
        if points > best.points:
            best = _Signs(dialect, points, (*found.values(),))
    return best


def _judged(text: str, signs: _Signs) -> Detection:
    """Return the dialect of a text, from its signs and from what repeats in it."""
    from paperdigest._parsing import detection

    best = signs.detection()
    if signs.points >= _PLENTY or not text.strip("\ufeff \t\r\n"):
        return best
    head = text[:_HEAD]
    digest = None
    if signs.found or best.dialect._compiled.may_have_papers(head):
        digest = _read(head, best.dialect)
        if _has_house_heading(signs) and digest.papers:
            return best
        if not signs.found and not _is_reference(digest):
            digest = None
    found = found_in(text)
    if digest is not None and (
        not found.papers or _weight(_read(head, found.dialect)) <= _weight(digest)
    ):
        return best
    reasons = (f"no family's signs; a guess, since it finds {found.reason}",) * found.papers
    return detection.Detection(found.dialect, False, reasons, found.score)


@_remembered
def _detected(text: str) -> Detection:
    """Return the dialect of any text."""
    return _judged(text, _signs_in(text))


@_remembered
def found_in(text: str) -> "Found":
    """Return the dialect that is made for a text of an unknown layout."""
    from paperdigest._units.find import find

    normalized = normalize(text)
    return find(normalized, hidden_spans(normalized))


def _standard(text: str, found: "Found") -> Dialect:
    """Return the rules of a text in which nothing repeats, with the place of its title and date.

    If the standard rules find papers, a first heading may be that of one.
    """
    from paperdigest._units.rules.table import standard

    general, page = dialect_of(GENERAL), found.page
    nowhere = not page.heading and not page.dated
    return general if nowhere or _read(text, general).papers else standard(page)


def _has_house_heading(signs: _Signs) -> bool:
    """Return whether one of the signs is enough on its own."""
    weights = signs.dialect.signs
    return any(weights[(sign.lastindex or 0) - 1][0] >= _ENOUGH for sign in signs.found)


def _read(head: str, dialect: Dialect) -> Digest:
    return next(iter(digests_of(Source(head, dialect), joined=True)))


def _is_reference(digest: Digest) -> bool:
    """Return whether a text without any sign is at least written as the reference dialect is."""
    from paperdigest._units.patterns.titles import quality_of

    papers = digest.papers
    links = [
        paper.url
        for paper in papers
        if paper.url and _no_program().match(paper.url) and quality_of(paper.title)
    ]
    return bool(papers) and 2 * len(links) >= len(papers)


def _weight(digest: Digest) -> tuple[int, int]:
    """Count the values in a digest, and the sections among them, which say more than fields."""
    weight = bool(digest.title) + bool(digest.date)
    for paper in digest.papers:
        for attribute in PAPER:
            if not attribute.derived:
                value = getattr(paper, attribute.name)
                items = attribute.many and not attribute.group
                weight += len(value) if items else value not in (None, ())
    return weight, sum(len(paper.sections) for paper in digest.papers)
