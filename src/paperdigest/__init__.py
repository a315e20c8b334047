"""Read and write paper digests: text in, immutable values out, and back to the very same text."""

from paperdigest._detect import Detection, detect_dialect
from paperdigest._dialect import Cell, Dialect, Rule
from paperdigest._reading import parse_digest, parse_digests
from paperdigest._writing.serializer import serialize_digest
from paperdigest._tokens import Token, tokenize
from paperdigest._values import Digest, Field, Link, Media, Paper, Section

__all__ = [
    "Cell",
    "Detection",
    "Dialect",
    "Digest",
    "Field",
    "Link",
    "Media",
    "Paper",
    "Rule",
    "Section",
    "Token",
    "detect_dialect",
    "parse_digest",
    "parse_digests",
    "serialize_digest",
    "tokenize",
]
