"""The laws of the library, held against one text: what the fuzzer asks of each."""

import random
from typing import Any

import attrs
from edits import Edits

from paperdigest import (
    Dialect,
    Digest,
    DigestSyntaxError,
    Paper,
    Range,
    Section,
    detect_dialect,
    diagnose,
    locate,
    parse_digest,
    parse_digests,
    repair,
    serialize_digest,
    tokenize,
)
from paperdigest._checking.repair import apply_fixes
from paperdigest._dialects import builtin_dialects


class LawBrokenError(AssertionError):
    """What should hold for every text does not hold for this one."""


def require(holds: bool, *what: object) -> None:
    """Raise where a law does not hold, with whatever shows it."""
    if not holds:
        raise LawBrokenError("\n  ".join(map(repr, what)))


def check(text: str, dialect: Dialect | None, source: random.Random) -> None:
    """Hold all laws against a text."""
    draw = Edits(source, text)
    check_tokens(text, dialect)
    digest = check_reading(text, dialect)
    check_diagnostics(text, dialect)
    check_repair(text, dialect)
    chosen = dialect or detect_dialect(text).dialect
    check_canonical(digest, chosen)
    check_written(digest, builtin_dialects()[draw.below(len(builtin_dialects()))])
    for _ in range(4):
        check_local_edit(text, digest, chosen, draw)
        check_edit(text, digest, chosen, draw)


# Laws 1 to 3, 6 and 8: of reading.


def check_tokens(text: str, dialect: Dialect | None) -> None:
    """Law 2: the tokens partition the text."""
    at = 0
    for token in tokenize(text, dialect=dialect):
        require(token.start == at < token.end, "partition", token)
        require(text[token.start : token.end] == token.text, "token", token)
        at = token.end
    require(at == len(text), "partition", at, len(text))


def check_reading(text: str, dialect: Dialect | None) -> Digest:
    """Laws 1 and 3: reading is total and lossless, as one digest and as several."""
    digest = parse_digest(text, dialect=dialect)
    require(serialize_digest(digest) == text, "lossless", serialize_digest(digest))
    parts = parse_digests(text, dialect=dialect)
    joined = "".join(map(serialize_digest, parts))
    require(joined == text, "lossless in parts", joined)
    papers = tuple(paper for part in parts for paper in part.papers)
    require(papers == digest.papers, "the same papers in parts", papers, digest.papers)
    for part in parts:
        check_values(part)
        check_places(text, part)
        check_range(text, *(each.range for each in diagnose(part)))
    check_values(digest)
    check_places(text, digest)
    return digest


def rebuilt(value: Any) -> Any:
    """Make a value again from its public attributes, with the checks of its constructor."""
    parts: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        if not attribute.name.startswith("_"):
            part = getattr(value, attribute.name)
            items = isinstance(part, tuple) and not all(isinstance(item, str) for item in part)
            parts[attribute.name] = tuple(map(rebuilt, part)) if items else part
    return type(value)(**parts)


def check_values(digest: Digest) -> None:
    """Law 6: what is read the constructors take, and what they make is equal."""
    again = rebuilt(digest)
    require(again == digest, "rebuilt", again, digest)
    require(hash(again) == hash(digest), "hash of what is rebuilt", digest)
    evolved = attrs.evolve(digest)
    require(evolved == digest, "evolved", evolved, digest)


def check_range(text: str, *ranges: Range | None) -> None:
    """Law 8: a range is one, and inside the text."""
    for each in ranges:
        if each is not None:
            inside = 0 <= each.start.offset <= each.end.offset <= len(text)
            require(inside, "range", each.start, each.end)


def check_places(text: str, digest: Digest) -> None:
    """Law 8: where a value was read from there it stands."""
    for name in ("title", "date", "end_date", "papers", None):
        check_range(text, locate(digest, name))
    for index, paper in enumerate(digest.papers):
        whole = locate(paper)
        require(whole is not None and whole == locate(digest, "papers", index), "paper", whole)
        check_range(text, whole)
        for name in ("title", "url", "arxiv_id", "category"):
            check_stands(text, getattr(paper, name), locate(paper, name), name)
        require((locate(paper, "votes") is None) == (paper.votes is None), "votes", paper)
        check_range(text, locate(paper, "votes"))
        for name in ("authors", "media", "sections", "fields", "links"):
            check_range(text, locate(paper, name))
            for at, item in enumerate(getattr(paper, name)):
                place = locate(paper, name, at)
                require(place is not None, "no place of", name, at, item)
                check_range(text, place)
        for section in paper.sections:
            place = locate(section, "label")
            if place is not None:  # else it stands for a column
                check_stands(text, section.label, place, "label")
            check_stands(text, section.text or None, locate(section, "text"), "text")


def check_stands(text: str, value: str | None, place: Range | None, name: str) -> None:
    """Look whether a value stands at its place; in a title, a line break is one space."""
    check_range(text, place)
    if not value:
        return
    require(place is not None, "no place of", name, value)
    if place is not None:
        there = text[place.start.offset : place.end.offset]
        same = there == value or (name == "title" and there.split() == value.split())
        require(same, "place of", name, value, there)


# Diagnostics and repair.


def check_diagnostics(text: str, dialect: Dialect | None) -> None:
    """Law 1, of diagnostics: they are total, placed and in order; the strict error shows itself."""
    found = diagnose(text, dialect=dialect)
    check_range(text, *(each.range for each in found))
    starts = [each.start for each in found]
    require(starts == sorted(starts), "order", starts)
    require(bool(text.strip()) or bool(found), "silence about an empty text")
    for each in found:
        if each.fix is not None:
            require(0 <= each.fix.start <= each.fix.end <= len(text), "fix", each)
            require(text[each.fix.start : each.fix.end] != each.fix.text, "fix of nothing", each)
        str(each)
    try:
        parse_digest(text, dialect=dialect, strict=True)
    except DigestSyntaxError as error:
        require(bool(str(error)), "an error without words")


def name_of(text: str) -> str:
    """Return the name of the dialect that a text is recognised by."""
    return detect_dialect(text).dialect.name


def check_repair(text: str, dialect: Dialect | None) -> None:
    """What can be repaired is repaired at once, and what is sound stays as it is."""
    fixed = repair(text, dialect=dialect)
    left = [each.fix for each in diagnose(fixed, dialect=dialect) if each.fix is not None]
    if dialect is not None or name_of(apply_fixes(fixed, left)) == name_of(fixed):
        require(not left, "left to repair", fixed, left)
    again = repair(fixed, dialect=dialect)
    require(again == fixed, "idempotent repair", fixed, again)
    if not any(each.fix for each in diagnose(text, dialect=dialect)):
        require(fixed == text, "repair of nothing", fixed)
    before, after = parse_digest(text, dialect=dialect), parse_digest(fixed, dialect=dialect)
    require(len(before.papers) == len(after.papers), "papers after repair", fixed)


# Laws 4 and 5: of writing.


def check_written(digest: Digest, dialect: Dialect, *, canonical: bool = False) -> str | None:
    """Law 4: what is written is read back, or refused with what is wrong."""
    try:
        written = serialize_digest(digest, dialect=dialect, canonical=canonical)
    except ValueError as error:
        require(bool(str(error)), "a refusal without words")
        return None
    read = parse_digest(written, dialect=dialect)
    require(read == digest, "faithful", written, digest, read)
    return written


def check_canonical(digest: Digest, dialect: Dialect) -> None:
    """Law 4, of a dialect's own form: it is written as it is read."""
    written = check_written(digest, dialect, canonical=True)
    if written is not None:
        again = serialize_digest(parse_digest(written, dialect=dialect), canonical=True)
        require(again == written, "idempotent canonical form", written, again)


def slice_of(text: str, value: Paper | Section) -> str | None:
    """Return the text that a value was read from."""
    place = locate(value)
    if place is None:
        return None
    return text[place.start.offset : place.end.offset]


def check_edit(text: str, digest: Digest, dialect: Dialect, draw: Edits) -> None:
    """Laws 4 and 5: an edited digest is read back, and what was not edited keeps its bytes."""
    edited = digest
    changed: set[int] = set()
    for _ in range(draw.below(2) + 1):
        try:
            edited = draw.edited(edited, changed)
        except ValueError:
            return
    written = check_written(edited, dialect)
    if written is None:
        try:
            rest = serialize_digest(edited, dialect=dialect, lossy=True)
        except ValueError:
            return
        check_reading(rest, dialect)
        return
    read = parse_digest(written, dialect=dialect)
    for index, paper in enumerate(edited.papers):
        kept = slice_of(text, paper)
        if kept is not None and id(paper) not in changed:
            found = slice_of(written, read.papers[index])
            require(found == kept, "local", index, kept, found, written)


def check_local_edit(text: str, digest: Digest, dialect: Dialect, draw: Edits) -> None:
    """Law 5: of one changed attribute only its own piece of the text differs."""
    if not digest.papers:
        return
    paper = digest.papers[draw.below(len(digest.papers))]
    place = locate(paper)
    try:
        if paper.sections and draw.below(2):
            at = draw.below(len(paper.sections))
            section = paper.sections[at]
            name = "label" if section.label and draw.below(2) else "text"
            changed = attrs.evolve(section, **{name: draw.line() or "x"})
            place = locate(section, name) or locate(section)
            sections = [*paper.sections[:at], changed, *paper.sections[at + 1 :]]
            edited = attrs.evolve(paper, sections=sections)
        elif _counts_once(text, dialect, paper) and draw.below(2):
            place = locate(paper, "votes")
            edited = attrs.evolve(paper, votes=draw.below(1000))
        else:
            edited = draw.edited_paper(paper)
        index = next(at for at, each in enumerate(digest.papers) if each is paper)
        papers = [*digest.papers[:index], edited, *digest.papers[index + 1 :]]
        written = serialize_digest(attrs.evolve(digest, papers=papers), dialect=dialect)
    except ValueError:
        return
    if place is not None and edited.category == paper.category:
        before, after = text[: place.start.offset], text[place.end.offset :]
        near = written.startswith(before) and written.endswith(after)
        require(near, "one piece", text[place.start.offset : place.end.offset], edited, written)


def _counts_once(text: str, dialect: Dialect, paper: Paper) -> bool:
    """Tell whether a paper has votes, and has them in one place."""
    place = locate(paper)
    if paper.votes is None or place is None:
        return False
    inside = range(place.start.offset, place.end.offset)
    tokens = tokenize(text, dialect=dialect)
    return sum(token.kind == "votes" and token.start in inside for token in tokens) == 1
