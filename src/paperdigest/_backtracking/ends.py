"""Where the match of a regular expression may end."""

from paperdigest._backtracking.automaton import ends_of
from paperdigest._backtracking.characters import LINE_END
from paperdigest._backtracking.states import Budget
from paperdigest._backtracking.tree import Atomic, Repeat, Seq, parse

_STEPS = 3_000_000


def may_take_line_ending(pattern: str) -> bool:
    r"""Return whether a match may end with a line ending that something follows in the next line.

    Raises:
        UnknownError: The expression has a construct that cannot be judged.
        TooLargeError: It takes too many steps.

    Example:
        >>> may_take_line_ending(r"#\s++"), may_take_line_ending(r"#\s++$")
        (True, False)
    """
    parsed = parse(pattern)
    parsed.index(LINE_END)  # a class of its own
    *items, last = parsed.root.items if isinstance(parsed.root, Seq) else (parsed.root,)
    if isinstance(last, Repeat):
        parsed.root = Seq((*items, Atomic(last)))  # since nothing comes after it
    ends = ends_of(parsed, Budget(_STEPS))
    return any(taken & LINE_END and following & ~LINE_END for taken, following in ends)
