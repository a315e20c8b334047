"""Diagnostics about single characters of a text."""

import re
from collections import Counter
from collections.abc import Iterator

from paperdigest._checking.report import Report
from paperdigest._text.positions import LINE_END

_NAMES = {"\n": r"\n", "\r\n": r"\r\n", "\r": r"\r"}

# Tabs are common. One that replaced a letter of a LaTeX command is right before the rest of it.
_TAB = (
    r"\t(?=ext(?:[a-z]{2,}|\{)|imes(?![A-Za-z])|heta(?![A-Za-z])|ilde(?![A-Za-z])|frac\{|anh(?![A-Za-z])"
    r"|riangle|au[_^$}\\])"
)
_ODD = re.compile(
    rf"(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]+|{_TAB})"
    "|(?P<half>[\ud800-\udfff]+)|(?P<lost>\ufffd+)"
)
# Skips characters that cannot start a match. One character class, most frequent first, is several
# times faster than trying the alternatives at each place.
_SOUND = re.compile("[ -~\n\r\xa0-\u2027\u202a-\ud7ff\ue000-\ufffc\ufffe-\U0010ffff]*+")
_EATEN = {"\a": "a", "\b": "b", "\t": "t", "\v": "v", "\f": "f"}
_CALLED = {"\0": "NUL", "\b": "backspace", "\t": "tab", "\v": "vertical tab", "\f": "form feed"}
_COMMAND = re.compile(r"[a-z]{2,20}")


def check_characters(report: Report, start: int, end: int) -> None:
    """Look for characters that nobody writes on purpose."""
    text = report.text
    for found in _odd_characters(text, start, end):
        first = f"U+{ord(found[0][0]):04X}"
        if found.lastgroup == "control":
            report.add("control-character", found.span(), _control(text, found, first))
        elif found.lastgroup == "half":
            message = (
                f"{first} is half of a surrogate pair, which UTF-8 cannot encode; "
                "write the whole character"
            )
            report.add("lone-surrogate", found.span(), message)
        else:
            message = (
                f"{first} marks a character that was lost; "
                "decode the source with the right encoding"
            )
            report.add("replacement-character", found.span(), message)


def _odd_characters(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while start < end:
        sound = _SOUND.match(text, start, end)
        assert sound is not None  # it also matches the empty string
        start = sound.end()
        found = _ODD.match(text, start, end)
        if found:
            yield found
        start = found.end() if found else start + 1


def _control(text: str, found: re.Match[str], first: str) -> str:
    name = _CALLED.get(found[0][0], "control character")
    command = _COMMAND.match(text, found.end())
    letter = _EATEN.get(found[0][-1])
    if command and letter:
        return f"A {name} ({first}) inside the text; write \\{letter}{command[0]} if that was meant"
    return f"A {name} ({first}) inside the text; remove it"


def check_line_ends(report: Report, start: int, end: int) -> None:
    """Look for a line ending that differs from most of the others."""
    text = report.text
    if text.find("\r", start, end) < 0:
        return
    found = list(LINE_END.finditer(text, start, end))
    counts = Counter(end[0] for end in found)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    odd = next(end for end in found if end[0] != usual)
    listed = ", ".join(f"{count} in {_NAMES[end]}" for end, count in counts.most_common())
    message = (
        f"This line ends in {_NAMES[odd[0]]}; of all lines {listed}; "
        "use the same line ending everywhere"
    )
    report.add("mixed-line-endings", odd.span(), message)
