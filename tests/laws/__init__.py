"""The laws of the design, each as one function: what holds for any text, any value and any edit.

Hypothesis, the state machine, the fuzzer and the corpus test call these functions, and nothing else
says what holds. A law of texts takes a text and the dialect to parse it in, or ``None`` to detect
it. A law of values takes a digest, one of digests the dialect to write it in as well. What is added
to `OF_TEXTS`, `OF_VALUES` or `OF_DIGESTS` is met by every dialect at once. All go through the
attributes of the classes, so a new attribute meets the laws without an edit here.
"""

from collections.abc import Callable

from paperdigest import Dialect, DialectName, Digest, parse_digest
from tests.laws.digests import (
    check_canonical,
    check_faithful,
    check_lossy,
    check_named,
    written,
)
from tests.laws.edits import Edit, check_edit, check_local, require_kept
from tests.laws.places import check_places, check_range, check_tokens_of_values
from tests.laws.requiring import ITEMS, SINGLE, LawBrokenError, names_of, require
from tests.laws.texts import (
    check_diagnostics,
    check_honest,
    check_lossless,
    check_partition,
    check_repair,
    check_total,
)
from tests.laws.values import check_copies, check_portable, check_rebuilt, rebuilt, values_in

__all__ = [
    "ITEMS",
    "OF_DIGESTS",
    "OF_TEXTS",
    "OF_VALUES",
    "SINGLE",
    "Edit",
    "LawBrokenError",
    "check_canonical",
    "check_copies",
    "check_diagnostics",
    "check_edit",
    "check_faithful",
    "check_honest",
    "check_local",
    "check_lossless",
    "check_lossy",
    "check_named",
    "check_partition",
    "check_places",
    "check_portable",
    "check_range",
    "check_rebuilt",
    "check_repair",
    "check_text",
    "check_tokens_of_values",
    "check_total",
    "check_values_of_texts",
    "names_of",
    "rebuilt",
    "require",
    "require_kept",
    "values_in",
    "written",
]

#: The laws of values.
OF_VALUES: tuple[Callable[[Digest], None], ...] = (check_rebuilt, check_copies, check_portable)

#: The laws of digests and the dialects to write them in.
OF_DIGESTS: tuple[Callable[[Digest, Dialect], object], ...] = (
    check_faithful,
    check_named,
    check_canonical,
    check_lossy,
)


def check_values_of_texts(text: str, dialect: Dialect | DialectName | None) -> None:
    """Laws 6 and 9, of what is parsed; copies keep the text too."""
    digest = parse_digest(text, dialect=dialect)
    for law in OF_VALUES:
        law(digest)


#: The laws of texts and the dialects to parse them in.
OF_TEXTS: tuple[Callable[[str, Dialect | DialectName | None], None], ...] = (
    check_total,
    check_partition,
    check_lossless,
    check_tokens_of_values,
    check_places,
    check_diagnostics,
    check_honest,
    check_repair,
    check_values_of_texts,
)


def check_text(text: str, dialect: Dialect | DialectName | None = None) -> Digest:
    """Require all laws of texts, and return what is parsed."""
    for law in OF_TEXTS:
        law(text, dialect)
    return parse_digest(text, dialect=dialect)
