r"""Names of authors in one line.

.. code-block:: text

    names   = name *(separator name)              ; no separator counts inside parentheses
                                                  ; or superscripts
            / last *(separator name)              ; of several separators, as in MLA style
            / last *(";" last) / last *(" and " last)
    last    = surname ", " given                  ; a comma that is not a separator
            / "[" [quoted *("," quoted)] "]"      ; a Python list literal
    quoted  = "'" text "'" / '"' text '"'         ; with a backslash before a quote or a backslash
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_QUOTED = r"""'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+\""""

#: Initials after a surname, as in APA style, maybe with particles between or after them.
_INITIALS = (
    r"[ ]?[^\W\d_]\.[ -]?(?:(?:d[aeo]s?[ ])?[^\W\d_]\.[ -]?){0,3}(?:d(?:[aeo]s?|el|e[ ]l[ao]s?))?"
    r"(?=[ ]?(?:[,;&*_<]|and\b|et al|\.\.\.|…|$))"
)


#: The text between names that have a comma in them, and the text after the last one.
_WHOLE = r";|[ ](?:and(?![ ]others\b)|und|&|et(?![ ]al\b))[ ]"
_OTHERS = r",?[ ](?:and[ ]others|et[ ]al\.?|u\.[ ]?a\.)[ ]*$"

#: The first word of a surname of several, if it has a capital: ``Van der Meer``.
_PARTICLES = ("De ", "La ", "Van ", "Von ")
_CAPITAL = r"(?=[A-Z\xc0-\u024f])\w"
_SURNAME = rf"[*_(]*(?:(?:De|La|V[ao]n|[a-z]{{1,3}})[ ]){{0,2}}{_CAPITAL}[\w'’-]+(?P<comma>,)[ ]"
#: A name with the surname first: ``Byron, Ada``, ``van der Meer, Noor J.``.
_LAST = rf"{_SURNAME}{_CAPITAL}[\w'’-]+(?:[ ]{_CAPITAL}(?![^\W\d_]))*\.?[*_)]*"
#: The same with more given names, between others of its kind: ``Byron, Ada Z and North, Emmy``.
_LAST_OF_SEVERAL = rf"{_SURNAME}{_CAPITAL}[\w'’-]*\.?(?:[ ]{_CAPITAL}[\w'’-]*\.?)*[*_)]*"
#: The same with two given names, before others up to "and": ``Lee, Min Kyung, and Ada Byron``.
_LAST_OF_TWO = (
    rf"[*_(]*{_CAPITAL}[\w'’-]+(?P<comma>,)[ ]{_CAPITAL}[\w'’-]+[ ]{_CAPITAL}[\w'’-]+[*_)]*"
    r"(?=,[ ](?:and[ ]|[^\n]*,[ ]and[ ]))"
)


# Compiled when first needed: few digests have surnames first.
@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf"{_LAST}(?=[ ]?;|,?[ ](?:and|&|et[ ]al)\b|,[ ]|,?[ ]*$)")


@cache
def _last_of_several() -> re.Pattern[str]:
    return re.compile(_LAST_OF_SEVERAL)


@cache
def _last_of_two() -> re.Pattern[str]:
    return re.compile(_LAST_OF_TWO)


# Compiled when first needed: most digests have no list literals.
@cache
def _item() -> re.Pattern[str]:
    return re.compile(_QUOTED)


@cache
def _list() -> re.Pattern[str]:
    return re.compile(rf"\[\s*+(?:(?:{_QUOTED})\s*+(?:,\s*+|(?=\])))*+\]")


#: The text between names. Of several, the first one is written. ``None`` if a line is one name as
#: written. White space around a separator is ignored, unless the separator is a word.
Separator = str | tuple[str, ...] | None

#: The separators of nearly all digests.
COMMAS = (", ", ",")


def read_authors(text: str, separator: Separator = ", ") -> tuple[str, ...]:
    r"""Return the names in a line.

    Args:
        text: The line without its label.
        separator: The text between names, or ``None`` if the line is one value as written.

    Returns:
        The names, stripped and without empty ones. With several separators, emphasis, links and
        footnote marks around a name are removed.

    Example:
        >>> read_authors("Ada Lovelace (London, UK), Alan Turing")
        ('Ada Lovelace (London, UK)', 'Alan Turing')
        >>> read_authors("['Ada Lovelace', \"Pat O'Neil\"]")
        ('Ada Lovelace', "Pat O'Neil")
        >>> read_authors("Ada Lovelace, Alan Turing and Grace Hopper", (", ", " and "))
        ('Ada Lovelace', 'Alan Turing', 'Grace Hopper')
    """
    if separator in COMMAS and "(" not in text and "[" not in text and "<sup>" not in text:
        return tuple(filter(None, map(str.strip, text.split(","))))
    if separator is None:
        name = text.strip()
        return (name,) if name else ()
    if is_list(text):
        return tuple([name for item in _item().findall(text) if (name := _unquoted(item))])
    return tuple(value for value, _, _ in author_spans(text, separator) if value)


def separator_of(separator: Separator) -> str:
    """Return the text that is written between two names."""
    return _all_of(separator)[0]


def _all_of(separator: Separator) -> tuple[str, ...]:
    return separator if isinstance(separator, tuple) else (separator or ", ",)


@lru_cache(maxsize=64)
def _marks(separator: Separator) -> re.Pattern[str]:
    """Return an expression for a separator, a parenthesis or a tag of superscripts."""
    words = [re.escape(one.strip()) or r"\s" for one in _all_of(separator)]
    comma = r"(?:\s*+,)?+" if "," in words else ""  # before "and" it is a part of that
    if len(words) > 1:  # "Byron, A., Noether, E.": initials alone are not a name
        words = [rf",(?!{_INITIALS})" if word == "," else word for word in words]
    # Neither "et al." nor "and others" ends in a name of its own.
    conjunctions = [
        rf"(?<!\s){comma}\s++{word}(?!\S|\s+(?:al|others)\b)" for word in words if word.isalnum()
    ]
    if comma and r"\&" in words:
        conjunctions.append(r",\s*+&")
    others = [word for word in words if not word.isalnum()]
    brackets = "[()（）]" if len(words) > 1 else "[()]"
    return re.compile("|".join([*conjunctions, *others, rf"{brackets}|</?sup>"]))


def author_spans(text: str, separator: Separator = ", ") -> Iterator[tuple[str, int, int]]:
    """Yield each name with its start and end in the line, an empty one between separators too."""
    as_list = separator is not None and is_list(text)
    for start, end in marked_spans(text, separator):
        if as_list:
            yield _unquoted(text[start:end]), start, end
        elif isinstance(separator, tuple):
            yield _unmarked(text, start, end)
        else:
            yield text[start:end], start, end


def marked_spans(text: str, separator: Separator = ", ") -> Iterator[tuple[int, int]]:
    """Yield the start and end of each name with the marks around it, in the order of the names.

    Example:
        >>> list(marked_spans("**Ada**, [Emmy](https://example.org)", (", ", " and ")))
        [(0, 7), (9, 36)]
    """
    if separator is None:
        yield _stripped(text, 0, len(text))
    elif is_list(text):
        yield from (item.span() for item in _item().finditer(text))
    elif text.strip():
        start = depth = 0
        inside = _commas_in_names(text) if isinstance(separator, tuple) else ()
        for found in _marks(separator).finditer(text):
            if found.start() in inside:
                continue
            if found[0] in ("(", "（", "<sup>"):
                depth += 1
            elif found[0] in (")", "）", "</sup>"):
                depth = max(depth - 1, 0)
            elif not depth:
                yield _stripped(text, start, found.start())
                start = found.end()
        yield _stripped(text, start, len(text))


def _commas_in_names(text: str) -> tuple[int, ...]:
    """Return the places of the commas after surnames that come before given names.

    Example:
        >>> _commas_in_names("Byron, Ada, Emmy Noether, and Alan Turing")
        (5,)
        >>> _commas_in_names("Byron, Ada King and Noether, E.")
        (5, 27)
        >>> _commas_in_names("Byron, Noether, Turing")
        ()
    """
    comma = text.find(",")
    if comma < 0:
        return ()
    start = text[:comma].strip(" *_(")
    if " " in start and not (start[0].islower() or start.startswith(_PARTICLES)):
        return ()  # the first name has given names before a surname
    found: list[int] = []
    at = 0
    ends = [each.span() for each in re.finditer(_WHOLE, text)]
    pattern = _last_of_several() if ends else _last()
    for end, after in [*ends, (len(text), len(text))]:
        part = re.sub(_OTHERS, "", text[at:end])
        name = pattern.fullmatch(part.strip())
        if name is None:
            break
        found.append(at + len(part) - len(part.lstrip()) + name.start("comma"))
        at = after
    else:
        return tuple(found)
    first = _last().match(text) or _last_of_two().match(text)
    if first is None:
        return ()
    others = re.split(r",|[ ]and[ ]|&", text[first.end() :])
    whole = all(" " in other.strip() for other in others if other.strip() not in ("", "et al."))
    return (first.start("comma"),) if whole else ()


def _unquoted(item: str) -> str:
    value = item[1:-1]
    return (re.sub(r"\\(['\"\\])", r"\1", value) if "\\" in value else value).strip()


def is_list(text: str) -> bool:
    """Return whether a line is a Python list literal of strings."""
    stripped = text.strip()
    return stripped.startswith("[") and _list().fullmatch(stripped) is not None


def write_authors(
    names: Sequence[str], separator: Separator = ", ", *, as_list: bool = False
) -> str:
    """Write names so that they can be parsed back, as a list literal if no separator does it.

    Example:
        >>> write_authors(["Ada Lovelace", "Turing, Jr."])
        "['Ada Lovelace', 'Turing, Jr.']"
        >>> write_authors(["Ada", "Emmy"], (", ", " & "))  # "Ada, Emmy" is one name
        'Ada & Emmy'
    """
    if separator is None:
        return separator_of(None).join(names)
    for one in () if as_list else _all_of(separator):
        line = one.join(names)
        if read_authors(line, separator) == tuple(names):
            return line
    return f"[{', '.join(map(quote, names))}]"


def quote(name: str) -> str:
    """Write a name as an item of a list literal."""
    mark = '"' if "'" in name and '"' not in name else "'"
    escaped = name.replace("\\", "\\\\").replace(mark, f"\\{mark}")
    return f"{mark}{escaped}{mark}"


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    value = text[start:end]
    start += len(value) - len(value.lstrip())
    return start, start + len(value.strip())


# Compiled when first needed: few names have marks.
@cache
def _marked() -> re.Pattern[str]:
    return re.compile(
        r"(?:[*_\s]|<(?:[a-z]+)\b[^<>]*+>|\[(?=[^\[\]]*+\]\()|\[\[)*+(?P<name>[^*_<>\[\]\\]*[^*_<>\[\]\\\s†‡§¶⋆∗✉])"
        r"(?:[*_†‡§¶⋆∗✉\s\\]|<sup>[^<>]*+</sup>|</[a-z]+>|\]\([^()\s]*+\)|\]\])*+"
    )


def _unmarked(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return a name without emphasis, a link, and signs of footnotes around it, and its place."""
    bare = text[start:end]
    if bare.isascii() and bare.replace(" ", "").replace(".", "").replace("-", "").isalpha():
        return bare, start, end
    found = _marked().fullmatch(bare)
    if found is None:
        return bare, start, end
    return found["name"], start + found.start("name"), start + found.end("name")
