"""Parse paper digests into immutable values, and write them back to the very same text."""

import sys as _sys

TYPE_CHECKING = False  # type checkers take it for true; importing typing takes milliseconds

if TYPE_CHECKING:
    from paperdigest._checking.checker import diagnose
    from paperdigest._checking.codes import CODES, CodeInfo, Severity
    from paperdigest._checking.errors import DigestSyntaxError
    from paperdigest._checking.repair import repair
    from paperdigest._checking.report import Diagnostic, Diagnostics, Fix
    from paperdigest._dialects import DialectName, dialects
    from paperdigest._display.view import View
    from paperdigest._files.digests import read_digest, read_digests, write_digest
    from paperdigest._files.errors import DigestFileError
    from paperdigest._formats.dictionaries import (
        DigestDict,
        FieldDict,
        LinkDict,
        MediaDict,
        PaperDict,
        SectionDict,
        to_dict,
    )
    from paperdigest._formats.errors import DigestDataError
    from paperdigest._formats.json_text import (
        from_json,
        from_json_lines,
        to_json,
        to_json_lines,
    )
    from paperdigest._formats.rows import Rows, rows
    from paperdigest._formats.schema import json_schema
    from paperdigest._formats.structure import from_dict
    from paperdigest._grammar.dialect import Dialect
    from paperdigest._grammar.rules import Cell, Rule
    from paperdigest._grammar.schema import PaperAttribute, TokenKind
    from paperdigest._learning.learn import learn_dialect
    from paperdigest._learning.report import LearnedDialect
    from paperdigest._model.merging import merge
    from paperdigest._model.values import (
        Digest,
        DigestChanges,
        Field,
        FieldChanges,
        Link,
        LinkChanges,
        Media,
        MediaChanges,
        Paper,
        PaperChanges,
        Section,
        SectionChanges,
    )
    from paperdigest._parsing.detect import detect_dialect
    from paperdigest._parsing.detection import Detection
    from paperdigest._parsing.explain import ExplainedLine, RuleMatch, explain_digest
    from paperdigest._parsing.places import (
        DigestAttribute,
        SectionAttribute,
        locate,
    )
    from paperdigest._parsing.tokens import Token, tokenize
    from paperdigest._reading import parse_digest, parse_digests
    from paperdigest._references.atom import to_atom
    from paperdigest._references.bibtex import to_bibtex
    from paperdigest._references.csl import CslDate, CslItem, CslName, to_csl
    from paperdigest._text.positions import Position, Range
    from paperdigest._version import __version__ as __version__
    from paperdigest._writing.checks.compare import Difference
    from paperdigest._writing.checks.errors import DigestWriteError
    from paperdigest._writing.serializer import serialize_digest
    from paperdigest._writing.several import serialize_digests
else:
    # Each name is imported when it is first used (PEP 562). So parsing does not wait for what it
    # does not need, and the command can catch an interrupt while the rest is imported.
    _MODULES = {
        name: module
        for module, names in {
            "_checking.checker": "diagnose",
            "_checking.codes": "CODES CodeInfo Severity",
            "_checking.errors": "DigestSyntaxError",
            "_checking.repair": "repair",
            "_checking.report": "Diagnostic Diagnostics Fix",
            "_dialects": "DialectName dialects",
            "_display.view": "View",
            "_files.digests": "read_digest read_digests write_digest",
            "_files.errors": "DigestFileError",
            "_formats.dictionaries": "DigestDict FieldDict LinkDict MediaDict PaperDict SectionDict"
            " to_dict",
            "_formats.errors": "DigestDataError",
            "_formats.json_text": "from_json from_json_lines to_json to_json_lines",
            "_formats.rows": "Rows rows",
            "_formats.schema": "json_schema",
            "_formats.structure": "from_dict",
            "_grammar.dialect": "Dialect",
            "_grammar.rules": "Cell Rule",
            "_grammar.schema": "PaperAttribute TokenKind",
            "_learning.learn": "learn_dialect",
            "_learning.report": "LearnedDialect",
            "_model.digest": "Digest DigestChanges",
            "_model.items": "Field FieldChanges Link LinkChanges Media MediaChanges"
            " Section SectionChanges",
            "_model.merging": "merge",
            "_model.paper": "Paper PaperChanges",
            "_parsing.detect": "detect_dialect",
            "_parsing.detection": "Detection",
            "_parsing.explain": "ExplainedLine RuleMatch explain_digest",
            "_parsing.places": "DigestAttribute SectionAttribute locate",
            "_parsing.tokens": "Token tokenize",
            "_reading": "parse_digest parse_digests",
            "_references.atom": "to_atom",
            "_references.bibtex": "to_bibtex",
            "_references.csl": "CslDate CslItem CslName to_csl",
            "_text.positions": "Position Range",
            "_version": "__version__",
            "_writing.checks.compare": "Difference",
            "_writing.checks.errors": "DigestWriteError",
            "_writing.serializer": "serialize_digest",
            "_writing.several": "serialize_digests",
        }.items()
        for name in names.split()
    }

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the imports above
        if name not in _MODULES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=_sys.modules[__name__])
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        for each, module in _MODULES.items():  # what else came along
            _adopt(getattr(_sys.modules.get(f"{__name__}.{module}"), each, None))
        return value

    def _adopt(value):  # noqa: ANN001, ANN202
        # Its module is private and may move. help(), pickles and errors name the package.
        if isinstance(value, type | type(_adopt)):  # a class or a function
            value.__module__ = __name__

    def __dir__():  # noqa: ANN202
        return sorted({*(name for name in globals() if name.startswith("__")), *__all__})


# Type checkers read it as it is written here.
__all__ = [
    "CODES", "Cell", "CodeInfo", "CslDate", "CslItem", "CslName", "Detection", "Diagnostic",
    "Diagnostics", "Dialect", "DialectName", "Difference", "Digest", "DigestAttribute",
    "DigestChanges", "DigestDataError", "DigestDict", "DigestFileError", "DigestSyntaxError",
    "DigestWriteError", "ExplainedLine", "Field", "FieldChanges", "FieldDict", "Fix",
    "LearnedDialect", "Link", "LinkChanges", "LinkDict", "Media", "MediaChanges", "MediaDict",
    "Paper", "PaperAttribute", "PaperChanges", "PaperDict", "Position", "Range", "Rows", "Rule",
    "RuleMatch", "Section", "SectionAttribute", "SectionChanges", "SectionDict", "Severity",
    "Token", "TokenKind", "View", "detect_dialect", "diagnose", "dialects", "explain_digest",
    "from_dict", "from_json", "from_json_lines", "json_schema", "learn_dialect", "locate",
    "merge", "parse_digest", "parse_digests", "read_digest", "read_digests", "repair", "rows",
    "serialize_digest", "serialize_digests", "to_atom", "to_bibtex", "to_csl", "to_dict",
    "to_json", "to_json_lines", "tokenize", "write_digest",
]  # fmt: skip

if (
    "hypothesis" in _sys.modules
):  # pragma: no branch - which came first, so its entry point could not do it
    from paperdigest._strategies.registered import register as _register

    _register()
