"""Laws of texts: a text and the dialect to parse it in, or ``None`` to detect it."""

from paperdigest import (
    CODES,
    Dialect,
    DialectName,
    Digest,
    DigestSyntaxError,
    Token,
    detect_dialect,
    diagnose,
    parse_digest,
    parse_digests,
    repair,
    serialize_digest,
    tokenize,
)
from paperdigest._checking.repair import apply_fixes
from tests.laws.places import check_range
from tests.laws.requiring import require


def check_total(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 1: parsing, checking and detecting never raise on any text."""
    digests = parse_digests(text, dialect=dialect)
    require(bool(digests), "at least one digest")
    require(all(isinstance(each, Digest) for each in digests), "digests", digests)
    require(isinstance(parse_digest(text, dialect=dialect), Digest), "a digest")
    require(all(isinstance(each, Token) for each in tokenize(text, dialect=dialect)), "tokens")
    found = detect_dialect(text)
    require(bool(found.reasons) or not found.certain, "a detection that is certain says why")


def check_partition(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 2: the tokens partition the text."""
    at = 0
    for token in tokenize(text, dialect=dialect):
        require(token.start == at < token.end, "the tokens partition the text", token)
        require(text[token.start : token.end] == token.text, "a token is its text", token)
        at = token.end
    require(at == len(text), "the tokens reach the end", at, len(text))


def check_lossless(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 3: what is parsed is written as it was, as one digest and as several."""
    digest = parse_digest(text, dialect=dialect)
    whole = serialize_digest(digest)
    require(whole == text, "lossless", text, whole)
    parts = parse_digests(text, dialect=dialect)
    joined = "".join(map(serialize_digest, parts))
    require(joined == text, "lossless in parts", text, joined)
    papers = tuple(paper for part in parts for paper in part.papers)
    require(papers == digest.papers, "the same papers in parts", papers, digest.papers)


def check_diagnostics(text: str, dialect: Dialect | DialectName | None) -> None:
    """Laws 1 and 8, of diagnostics: they are total, placed and in order; a strict error says why."""
    found = diagnose(text, dialect=dialect)
    for each in found:
        check_range(text, each.range)
        if each.code in CODES:  # a dialect may name codes of its own
            require(each.severity is CODES[each.code].severity, "a code has one severity", each)
        require(str(each).isprintable(), "a diagnostic is one line", each)
        if each.fix is not None:
            inside = 0 <= each.fix.start <= each.fix.end <= len(text)
            require(inside and each.start <= each.fix.start, "a fix has its place", each)
            require(text[each.fix.start : each.fix.end] != each.fix.text, "a fix changes", each)
    spans = [(each.start, each.end) for each in found]
    require(spans == sorted(spans), "diagnostics are in order", spans)
    for digest in parse_digests(text, dialect=dialect):
        for each in diagnose(digest):
            check_range(text, each.range)
    try:
        parse_digest(text, dialect=dialect, strict=True)
    except DigestSyntaxError as error:
        require(bool(str(error)), "a strict error has words")


def check_honest(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 10: what holds no papers is reported, and so is a guess."""
    codes = {each.code for each in diagnose(text, dialect=dialect)}
    if not parse_digest(text, dialect=dialect).papers:
        require(bool(codes), "a text without papers is reported")
    if dialect is None and text.strip():
        certain = detect_dialect(text).certain
        require(certain or bool(codes), "a guess is reported", codes)


def check_repair(text: str, dialect: Dialect | DialectName | None) -> None:
    """What can be fixed is fixed at once, and what is sound stays as it is."""
    fixed = repair(text, dialect=dialect)
    left = [each.fix for each in diagnose(fixed, dialect=dialect) if each.fix is not None]
    if dialect is not None or _name_of(apply_fixes(fixed, left)) == _name_of(fixed):
        require(not left, "nothing is left to fix", fixed, left)
    again = repair(fixed, dialect=dialect)
    require(again == fixed, "repair is idempotent", fixed, again)
    if not any(each.fix for each in diagnose(text, dialect=dialect)):
        require(fixed == text, "repair changes what has a fix", fixed)
    before, after = parse_digest(text, dialect=dialect), parse_digest(fixed, dialect=dialect)
    require(len(before.papers) == len(after.papers), "repair keeps papers", fixed)


def _name_of(text: str) -> str:
    return detect_dialect(text).dialect.name
