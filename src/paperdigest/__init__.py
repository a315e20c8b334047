"""Read and write paper digests: text in, immutable values out, and back to the very same text."""

from paperdigest._checking.checker import diagnose
from paperdigest._checking.codes import CODES, CodeInfo, Severity
from paperdigest._checking.errors import DigestSyntaxError
from paperdigest._checking.repair import repair
from paperdigest._checking.report import Diagnostic, Fix
from paperdigest._detect import Detection, detect_dialect
from paperdigest._dialect import Dialect
from paperdigest._places import locate
from paperdigest._positions import Position, Range
from paperdigest._reading import parse_digest, parse_digests
from paperdigest._rules import Cell, Rule
from paperdigest._tokens import Token, tokenize
from paperdigest._values import Digest, Field, Link, Media, Paper, Section
from paperdigest._writing.serializer import serialize_digest

__all__ = [
    "CODES",
    "Cell",
    "CodeInfo",
    "Detection",
    "Diagnostic",
    "Dialect",
    "Digest",
    "DigestSyntaxError",
    "Field",
    "Fix",
    "Link",
    "Media",
    "Paper",
    "Position",
    "Range",
    "Rule",
    "Section",
    "Severity",
    "Token",
    "detect_dialect",
    "diagnose",
    "locate",
    "parse_digest",
    "parse_digests",
    "repair",
    "serialize_digest",
    "tokenize",
]
