r"""Pieces of CommonMark 0.31, as regular expressions: links and headings, each within one line.

Section 6.3, links:

.. code-block:: text

    link        = "[" text "](" target ")"
    text        = balanced brackets; one that is escaped, or in a code span or tag, is text
    target      = [destination [title]]
    destination = "<" no white space, "<" or ">" ">" / no white space, balanced parentheses
    title       = white space, then text in double quotes, single quotes or parentheses

Section 4.2, headings:

.. code-block:: text

    heading     = 1*6"#" white space text [white space *"#"]

A value is the text as written: nothing is unescaped. Two things differ from the specification. A
destination has no white space, not even between ``<`` and ``>``, since a URL has none (RFC 3986);
and a link within the text of a link is text.

Every piece walks a line once. Brackets and parentheses nest a little more than three deep, the
least that the specification requires. With that bound, a search for links takes linear time too: a
text is walked once for each level of nesting.
"""

#: How deep brackets and parentheses may be nested.
_DEPTH = 3


def _nested(plain: str, opening: str, closing: str) -> str:
    """Return the pattern of text with balanced brackets, down to the depth allowed."""
    inner = ""
    for depth in range(_DEPTH + 1):
        nested = f"|{opening}{inner}{closing}" if depth else ""
        inner = rf"{plain}(?:(?:\\\S?+{nested}){plain})*+"
    return inner


def _quoted(opening: str, closing: str) -> str:
    plain = rf"[^{opening}{closing}\\\n]*+"
    return rf"\{opening}{plain}(?:\\.{plain})*+\{closing}"


# A code span or tag with an opening bracket does not count: it could hide the start of a link.
_CODE = r"`[^`\[\n]*+`"
_TAG = (
    r"<(?:[A-Za-z][A-Za-z0-9+.-]++:[^\s<>\[]*+"
    r"|/?[A-Za-z](?:[^\"'<>\[\n]|\"[^\"\[\n]*+\"|'[^'\[\n]*+')*+)>"
)

#: Text with balanced brackets, for a search at every character. Code spans and tags are text in it:
#: if they hid a bracket from one start but not from another, both would walk over the same text.
TEXT_ANYWHERE = _nested(r"[^\[\]\\\n]*+", r"\[", r"\]")

#: The text of a link, between its brackets.
TEXT = (
    r"[^\[\]\\`<\n]*+"
    rf"(?:(?:\\\S?+|\[{TEXT_ANYWHERE}\]|{_CODE}|{_TAG}|[`<])[^\[\]\\`<\n]*+)*+"
)

#: The same at a place where a link is sure to start. Its brackets need not be balanced; if they are
#: not, it ends at the first ``](``.
LINK_TEXT = rf"{TEXT}(?=\]\()|[^\]\n]*+(?:\](?!\()[^\]\n]*+)*+"

#: A destination without ``<`` and ``>``, maybe empty. The first class matches most of it:
#: four ranges make a bit map, which `re` tests faster than another class.
DESTINATION = r"[!#-'*-\[\]-~]*+" + _nested(r"[^\s()\\]*+", r"\(", r"\)")

#: A destination between ``<`` and ``>``, before the latter.
IN_ANGLES = r"[^\s<>\\]*+(?:\\\S[^\s<>\\]*+)*+(?=>)"
_TITLE = "|".join(_quoted(*marks) for marks in ('""', "''", "()"))

#: The text in the parentheses of a link, with a group ``url``, and ``mark_title`` for a title.
TARGET = (
    rf"[ \t]*+<?+(?P<url>(?<!<){DESTINATION}|(?<=<){IN_ANGLES})>?+"
    rf"(?:[ \t]++(?P<mark_title>{_TITLE}))?+[ \t]*+"
)

#: A link with a group ``title``, at a place where one is sure to start.
LINKED_TITLE = rf"\[(?P<title>{LINK_TEXT})\]\({TARGET}\)"

#: A link with a group ``label``. An escaped bracket does not start one.
LINK = rf"\[(?<!\\\[)(?P<label>{TEXT})\]\({TARGET}\)"

#: The same for a search at every character, as in a cell.
LINK_ANYWHERE = rf"(?<!\\)\[(?P<label>{TEXT_ANYWHERE})\]\({TARGET}\)"

#: The text of a heading, without the marks that may close it.
HEADING = r"(?:[^ \t\n]++|[ \t]++(?!#*+[ \t]*+$))++"

#: The end of a heading.
CLOSING = r"[ \t]*+(?:(?<=[ \t])#++[ \t]*+)?$"
