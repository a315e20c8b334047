r"""What the fuzzer gives and the laws take: from bytes to a text, a dialect and edits.

An input is a byte that says which dialect, seven bytes that say which edits, and a text. The text
is UTF-8 in which ``\xff`` and one more byte stand for a piece of a digest, a surrogate may be
alone, and any other damaged byte becomes a lone surrogate. So every ``str`` can be drawn, and every
mutation of an input is an input.
"""

import codecs
import random
import re
from collections.abc import Iterator
from pathlib import Path

from paperdigest import Dialect, detect_dialect, dialects

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
DICTIONARY = HERE / "digest.dict"

_HEADER = 8


def _unescape(entry: str) -> str:
    r"""Return what an entry of libFuzzer's dictionary stands for; it escapes bytes as ``\xAB``."""
    data = re.sub(rb"\\x(..)|\\(.)", _unescape_one, entry.encode())
    return data.decode("utf-8", "surrogatepass")


def _unescape_one(found: re.Match[bytes]) -> bytes:
    return bytes.fromhex(found[1].decode()) if found[1] else found[2]


def _read_dictionary() -> list[str]:
    """Return the pieces of digests, which are in libFuzzer's dictionary."""
    lines = DICTIONARY.read_text(encoding="utf-8").splitlines()
    return [_unescape(line[1:-1]) for line in lines if line.startswith('"')]


#: Pieces of digests of all dialects, and odd characters.
PIECES = _read_dictionary()


def _decode_damaged(error: UnicodeError) -> tuple[str, int]:
    """Return a text for a byte that is no UTF-8, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, at = error.object, error.start
    if data[at] == 0xFF:
        index = data[at + 1 : at + 2]
        return PIECES[index[0] % len(PIECES)] if index else "", at + 1 + len(index)
    surrogate = data[at : at + 3]
    if re.fullmatch(rb"\xed[\xa0-\xbf][\x80-\xbf]", surrogate):
        return surrogate.decode("utf-8", "surrogatepass"), at + 3
    return chr(0xDC00 + data[at]), at + 1


codecs.register_error("paperdigest-pieces", _decode_damaged)


def decode(data: bytes) -> tuple[str, Dialect | None, random.Random]:
    """Return the text of an input, what to read it in, and what draws its edits."""
    header = data[:_HEADER].ljust(_HEADER, b"\0")
    text = data[_HEADER:].decode("utf-8", "paperdigest-pieces")
    choices = (None, *dialects())
    return text, choices[header[0] % len(choices)], random.Random(header[1:])


def seeds() -> Iterator[bytes]:
    """Yield the examples as inputs, whole, cut to their first papers, and in pieces."""
    names = [None, *(dialect.name for dialect in dialects())]
    for path in sorted(EXAMPLES.glob("*.md")):
        text = path.read_bytes().decode("utf-8")
        index = names.index(detect_dialect(text).dialect.name)
        blocks = re.split(r"(?<=\n)(?=#|\n)", text)
        starts = range(0, len(blocks), 8)
        for number, part in enumerate([text, *("".join(blocks[at : at + 8]) for at in starts)]):
            for dialect in (0, index):
                yield bytes([dialect]) + number.to_bytes(7, "big") + part.encode()


def shown(text: str, dialect: Dialect | None) -> str:
    """Return a text as Python writes it, so that any terminal can print it."""
    return f"dialect={dialect.name if dialect else None!r}\ntext={text!a}"
