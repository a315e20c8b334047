"""Repair: the edits that diagnostics carry, applied."""

from collections.abc import Callable, Iterable

from paperdigest._checking.checker import check_source
from paperdigest._checking.report import Fix
from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import Source, require_text
from paperdigest._parsing.detect import resolve_dialect

# A fix can reveal another problem. Two rounds were enough for every text so far.
_ROUNDS = 8


def repair(text: str, *, dialect: Dialect | DialectName | None = None) -> str:
    r"""Fix the problems of a text that have only one possible fix.

    These are the diagnostics with a fix: unbalanced emphasis, a video link without parentheses, a
    curly apostrophe in a known label, and the like.

    Args:
        text: Any text.
        dialect: A dialect, or the name of a built-in one; detected by default.

    Returns:
        The text with these edits and no others. Repairing it again changes nothing. If the dialect
        is a guess, or if the edits would change the dialect that is detected, the text is returned
        unchanged.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``dialect`` is neither a dialect nor a name.
        ValueError: No dialect has that name.

    Example:
        >>> print(repair("## Daily Papers (2024-08-26)\n\n### A\n\n- ***What’s New*: Smaller."))
        ## Daily Papers (2024-08-26)
        <BLANKLINE>
        ### A
        <BLANKLINE>
        - ***What's New***: Smaller.
    """
    require_text(text)
    return repair_chosen(text, dialect, lambda _: True)


def repair_chosen(
    text: str, dialect: Dialect | DialectName | None, takes: Callable[[str], bool]
) -> str:
    """Apply the fixes of some diagnostics, until there are no more.

    Args:
        text: Any text.
        dialect: A dialect, or the name of a built-in one; detected by default.
        takes: Returns whether to apply the fixes of a code.
    """
    chosen, certain = resolve_dialect(text, dialect)
    for _ in range(_ROUNDS):
        report = check_source(Source(text, chosen, guessed=not certain))
        fixed = apply_fixes(text, report.fixes(takes))
        if fixed == text:
            break
        again, certain = resolve_dialect(fixed, dialect)
        # An edit that turns the text into one of another family is not a fix.
        if again.name != chosen.name:
            break
        text, chosen = fixed, again
    return text


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """Apply fixes to a text. Of two that overlap, the first one counts."""
    pieces: list[str] = []
    at = 0
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.end)):
        if fix.start >= at:
            pieces += (text[at : fix.start], fix.text)
            at = fix.end
    return "".join(pieces) + text[at:]
