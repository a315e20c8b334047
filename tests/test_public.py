"""What the package shows to the outside, and how its modules build on each other."""

import ast
import contextlib
import inspect
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from graphlib import TopologicalSorter
from importlib import import_module, resources
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any, get_args, get_type_hints
from unittest.mock import patch

import attrs
import pytest

import paperdigest
from paperdigest import (
    DialectName,
    Digest,
    PaperAttribute,
    Section,
    TokenKind,
    dialects,
    tokenize,
)
from paperdigest._grammar.schema import PAPER, TOKENS
from paperdigest._parsing import places
from tests.samples import EXAMPLES

PACKAGE = Path(paperdigest.__file__).parent

#: The modules and packages from the ground up; each imports from the layers above its own line only.
LAYERS = [
    {"_protocols", "_version", "_backtracking"},
    {"_text"},
    {"_display"},
    {"_grammar"},
    {"_units"},
    {"_dialects"},
    {"_model"},
    {"_parsing"},
    {"_checking"},
    {"_reading", "_writing"},
    {"_files", "_formats", "_learning", "_references"},
    {"_strategies"},
    {"__init__"},
    {"strategies"},
    {"_command"},
    {"__main__"},
]

#: The parts of packages of packages, in the same order.
ORDERS = {
    "_units": ["patterns", "search", "rules", "find"],
    "_writing": [
        "plain",
        "pieces",
        "forms",
        "edits",
        "checks",
        "papers",
        "page",
        "serializer",
        "several",
    ],
}

#: What each public name of the design takes: its parameters, or its attributes.
FUNCTIONS = {
    "parse_digest": ("text", "dialect", "strict", "date", "year"),
    "parse_digests": ("text", "dialect", "strict", "date", "year"),
    "serialize_digest": ("digest", "dialect", "canonical", "lossy"),
    "tokenize": ("text", "dialect"),
    "detect_dialect": ("text",),
}
CLASSES = {
    "Token": ("kind", "text", "start", "end"),
    "Digest": ("title", "date", "end_date", "papers"),
    "Paper": tuple(each.name for each in PAPER if not each.derived),
    "Section": ("label", "text"),
    "Media": ("kind", "url", "alt"),
    "Field": ("label", "value"),
    "Link": ("label", "url"),
}


@cache
def modules() -> dict[str, Path]:
    """Return the modules of the package by their names within it; a package by its own name."""
    found: dict[str, Path] = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(name: str) -> frozenset[str]:
    """Return what a module imports, anywhere in it, by full names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(modules()[name].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relative to itself"
            base = node.module or ""
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                is_module = whole.removeprefix("paperdigest.") in modules()
                found.add(whole if is_module else base)
    return frozenset(found)


def own_imports(name: str) -> set[str]:
    """Return the modules of the package that a module imports."""
    whole = {each for each in imports(name) if each.partition(".")[0] == "paperdigest"}
    return {each.removeprefix("paperdigest").lstrip(".") or "__init__" for each in whole}


def layer(name: str) -> int:
    """Return the layer of a module."""
    unit = name.partition(".")[0]
    (found,) = (index for index, units in enumerate(LAYERS) if unit in units)
    return found


def public_names() -> Iterator[tuple[str, Any]]:
    """Yield the public names with what they stand for, those of classes too."""
    for name in paperdigest.__all__:
        value = getattr(paperdigest, name)
        yield name, value
        if inspect.isclass(value):
            for member, found in vars(value).items():
                if not member.startswith("_"):
                    yield f"{name}.{member}", found


def test_all_names_are_there_in_order() -> None:
    """`__all__` lists the public names sorted, once each, and every one of them exists."""
    assert sorted(set(paperdigest.__all__)) == paperdigest.__all__
    assert all(hasattr(paperdigest, name) for name in paperdigest.__all__)
    shown = {name for name in vars(paperdigest) if not name.startswith("_")} - {"TYPE_CHECKING"}
    assert shown - {each.partition(".")[0] for each in modules()} == set(paperdigest.__all__)
    assert set(paperdigest.__all__) <= set(dir(paperdigest))


def test_type_checkers_see_the_names_that_are_imported() -> None:
    """What type checkers see comes from the same modules as what is imported at run time."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    (seen,) = (
        node.body
        for node in tree.body
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )
    names: set[str] = set()
    for node in seen:
        assert isinstance(node, ast.ImportFrom)
        module = import_module(node.module or "")
        names |= {alias.name for alias in node.names}
        for alias in node.names:
            assert getattr(module, alias.name) is getattr(paperdigest, alias.name)
    assert names == {*paperdigest.__all__, "__version__"}


def test_a_name_that_is_not_there() -> None:
    """What the package has not is told as Python tells it."""
    with pytest.raises(AttributeError, match="module 'paperdigest' has no attribute 'parse'"):
        paperdigest.parse  # type: ignore[attr-defined]  # noqa: B018


def printed(code: str) -> str:
    """Run code in a fresh interpreter that has the package, and give what it prints."""
    finished = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.strip()


def test_importing_imports_nothing_else() -> None:
    """The package itself imports no other module, so the command catches an early Ctrl-C."""
    code = (
        "import sys; before = set(sys.modules); import paperdigest.__main__;"
        " print(sorted(set(sys.modules) - before))"
    )
    assert printed(code) == "['paperdigest', 'paperdigest.__main__']"


@pytest.mark.parametrize(
    "code",
    [
        "import paperdigest; print(type(paperdigest.parse_digest('# A')).__module__)",
        "from paperdigest.strategies import digests; import paperdigest._model.digest as values;"
        " print(values.Digest.__module__)",
        "import paperdigest; print(type(paperdigest.detect_dialect('# A')).__module__)",
        "import paperdigest; print(type(paperdigest.parse_digest('# A').view()).__module__)",
        "from paperdigest import parse_digest; print(parse_digest.__module__)",
        "import paperdigest\ntry: paperdigest.parse_digest('### [](/a)', strict=True)\n"
        "except ValueError as error: print(type(error).__module__)",
    ],
    ids=["parsed", "drawn", "detected", "viewed", "function", "refused"],
)
def test_classes_name_the_package(code: str) -> None:
    """A class names the package as its module, even if only a value of it was made; a function too."""
    assert printed(code) == "paperdigest"


def test_reading_needs_not_all_of_it() -> None:
    """Importing and reading leave alone the modules that write, check and locate."""
    code = (
        "import sys, paperdigest; paperdigest.parse_digest('# A'); print(sorted("
        "name for name in sys.modules if name.startswith(('paperdigest._writing',"
        " 'paperdigest._checking', 'paperdigest._parsing.places'))))"
    )
    assert printed(code) == "[]"


@pytest.mark.parametrize("value", dict(public_names()).values(), ids=dict(public_names()))
def test_annotations_can_be_resolved(value: Any) -> None:
    """Tools such as pydantic can resolve the annotations of every public name."""
    value = getattr(value, "fget", getattr(value, "__func__", value))
    if inspect.isclass(value) or inspect.isfunction(value):
        hints = get_type_hints(value)
        assert "return" in hints or not inspect.isfunction(value)


@pytest.mark.parametrize(("name", "parameters"), FUNCTIONS.items())
def test_functions_of_the_design(name: str, parameters: tuple[str, ...]) -> None:
    """The functions of the design take one value by position, and their options by name."""
    assert name in paperdigest.__all__
    found = inspect.signature(getattr(paperdigest, name)).parameters
    assert tuple(found) == parameters
    first, *options = found.values()
    assert first.kind is first.POSITIONAL_OR_KEYWORD
    assert first.default is first.empty
    assert all(option.kind is option.KEYWORD_ONLY for option in options)
    assert all(option.default in (None, False) for option in options)


def attributes_of(cls: Any) -> tuple[str, ...]:
    """Return the public attributes of a class; a token is a named tuple, the values are of attrs."""
    if issubclass(cls, tuple):
        return tuple(cls._fields)
    return tuple(each.name for each in attrs.fields(cls) if not each.name.startswith("_"))


@pytest.mark.parametrize(("name", "attributes"), CLASSES.items())
def test_classes_of_the_design(name: str, attributes: tuple[str, ...]) -> None:
    """The classes of the design have its attributes, and take them by position and by name."""
    assert name in paperdigest.__all__
    cls = getattr(paperdigest, name)
    assert attributes_of(cls) == attributes
    found = inspect.signature(cls).parameters.values()
    by_position = [each.name for each in found if each.kind is not each.KEYWORD_ONLY]
    assert tuple(by_position) == attributes
    assert not hasattr(cls, "__dict__") or "__dict__" not in cls.__slots__


def test_a_paper_has_an_identifier() -> None:
    """`Paper.arxiv_id` follows from the links, so that nobody can set it."""
    assert isinstance(inspect.getattr_static(paperdigest.Paper, "arxiv_id"), property)


EXPLAINED = {
    name: value
    for name, value in public_names()
    if inspect.isclass(value)
    or inspect.isroutine(value)
    or isinstance(value, property | cached_property)
}
TYPED = {name: value for name, value in public_names() if inspect.isfunction(value)}


@pytest.mark.parametrize(("name", "value"), EXPLAINED.items(), ids=EXPLAINED)
def test_public_names_are_documented(name: str, value: object) -> None:
    """Every public class, function, method and property says what it is for, in a sentence."""
    assert value.__doc__, name
    assert inspect.cleandoc(value.__doc__).split("\n")[0].endswith("."), name


@pytest.mark.parametrize(("name", "value"), TYPED.items(), ids=TYPED)
def test_public_signatures_are_typed(name: str, value: Any) -> None:
    """Every public function and method has types, and none of them is `Any`."""
    signature = inspect.signature(value)
    types = [each.annotation for each in signature.parameters.values() if each.name != "self"]
    for annotation in [*types, signature.return_annotation]:
        assert annotation is not signature.empty, name
        assert "Any" not in str(annotation), name


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers read the types of a package that has a py.typed."""
    assert resources.files("paperdigest").joinpath("py.typed").is_file()


def test_every_module_has_a_layer() -> None:
    """The layers name every module once, and nothing that is not there."""
    units = [unit for units in LAYERS for unit in units]
    assert sorted(units) == sorted({name.partition(".")[0] for name in modules()})


@pytest.mark.parametrize("name", sorted(modules()))
def test_modules_import_one_way(name: str) -> None:
    """A module imports from the layers below its own, and within its own package, only."""
    package = name.partition(".")[0]
    for other in own_imports(name):
        if other.partition(".")[0] != package:
            assert layer(other) < layer(name), f"{name} imports {other}"


def test_modules_import_without_cycles() -> None:
    """No module imports itself by way of others, within a package neither."""
    TopologicalSorter({name: own_imports(name) for name in modules()}).prepare()


@pytest.mark.parametrize("name", sorted(modules()))
def test_packages_import_one_way_within(name: str) -> None:
    """In a package of packages, each knows those before it, but not the other way."""
    package, _, rest = name.partition(".")
    order = ORDERS.get(package)
    if order is None or not rest:
        return
    place = order.index(rest.partition(".")[0])
    for other in own_imports(name):
        within, _, part = other.partition(".")
        if within == package:
            assert order.index(part.partition(".")[0]) <= place, f"{name} imports {other}"


@pytest.mark.parametrize("name", sorted({each.rpartition(".")[0] for each in modules()} - {""}))
def test_packages_name_their_modules(name: str) -> None:
    """The docstring of a package names all its modules and packages, and no other."""
    own = {each.rpartition(".")[2] for each in modules() if each.rpartition(".")[0] == name}
    docstring = ast.get_docstring(ast.parse(modules()[name].read_text("utf-8"))) or ""
    if name != "_dialects":  # the dialects are in a list of their own
        assert set(re.findall("``(.*?)``", docstring)) == own


#: The libraries of extras, each of which one module imports inside of a function.
EXTRAS = {
    "_command.completion": {"shtab"},
    "strategies": {"hypothesis"},
    **{
        f"_strategies.{name}": {"hypothesis"}
        for name in ("held", "registered", "texts", "values", "words")
    },
}


@pytest.mark.parametrize("name", sorted(modules()))
def test_modules_import_few_libraries(name: str) -> None:
    """Only the run-time dependencies are imported, and dateutil by the module for dates alone."""
    libraries = {each.partition(".")[0] for each in imports(name)} - sys.stdlib_module_names
    assert libraries <= {"attrs", "regex", "dateutil", "paperdigest", *EXTRAS.get(name, ())}
    assert "dateutil" not in libraries or name == "_text.dates"


@pytest.mark.parametrize("name", sorted(modules()))
def test_modules_are_small(name: str) -> None:
    """No module is longer than 400 lines."""
    lines = modules()[name].read_text("utf-8").count("\n")
    assert lines <= 400


def test_importing_is_light() -> None:
    """Importing the package leaves alone what few callers need."""
    few = {"regex", "dateutil", "paperdigest._units"}
    code = f"import sys, paperdigest; print(sorted({few} & set(sys.modules)))"
    assert printed(code) == "[]"
    text = EXAMPLES["daily-papers"]
    code = f"import paperdigest; paperdigest.parse_digest({text!r}); {code}"
    assert printed(code) == "[]"


def test_version() -> None:
    """The package knows its version, and a package that is not installed says so."""
    assert paperdigest.__version__ == version("paperdigest")
    missing = patch("importlib.metadata.version", side_effect=PackageNotFoundError)
    with missing:
        assert import_afresh("paperdigest._version").__version__ == "0+not.installed"


def import_afresh(name: str) -> Any:
    """Return a module as it is when it is imported now, beside the one that others have."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_completion_offers_public_names_only() -> None:
    """What `dir` lists is public, or a name of Python's own with two underscores."""
    assert {name for name in dir(paperdigest) if name[:2] != "__"} == set(paperdigest.__all__)


def test_builtin_dialects() -> None:
    """Every built-in dialect can be listed, and describes itself in one sentence."""
    found = paperdigest.dialects()
    assert [each.name for each in found][:: len(found) - 1] == ["daily-papers", "general"]
    for each in found:
        assert each.description.endswith(".")
        assert "\n" not in each.description
        assert pickle.loads(pickle.dumps(each)).description == each.description


def test_literals_are_complete() -> None:
    """What type checkers are shown by name is what there is."""
    kinds = {token.kind for text in EXAMPLES.values() for token in tokenize(text)}
    assert kinds <= set(get_args(TokenKind)) == {*TOKENS, "text", "markup", "blank", "other"}
    assert get_args(DialectName) == tuple(dialect.name for dialect in dialects())
    assert get_args(PaperAttribute) == tuple(each.name for each in PAPER)
    for cls, names in ((Digest, places.DigestAttribute), (Section, places.SectionAttribute)):
        assert get_args(names) == attributes_of(cls)


def public_signatures() -> Iterator[tuple[str, inspect.Signature]]:
    """Yield the signature of each public function, class and method, by its name."""
    for name in paperdigest.__all__:
        value = getattr(paperdigest, name)
        members = vars(value) if inspect.isclass(value) else {}
        methods = [each for each in members if not each.startswith("_")]
        for path, each in [(name, value), *((f"{name}.{m}", getattr(value, m)) for m in methods)]:
            # Some that are made by the interpreter have none, and nothing private in it.
            if callable(each):
                with contextlib.suppress(ValueError):
                    yield path, inspect.signature(each)


def test_signatures_name_nothing_private() -> None:
    """No signature that `help()` shows names a private module, class, parameter or type variable."""
    signatures = dict(public_signatures())
    assert len(signatures) > 50
    private = {
        name: str(signature)
        for name, signature in signatures.items()
        if re.search(r"paperdigest\._|\b_\w|~_", str(signature))
    }
    assert private == {}


def test_public_names_stand_in_the_package() -> None:
    """Classes and functions name the package as their module: in `help()`, pickles and errors."""
    for name in paperdigest.__all__:
        value = getattr(paperdigest, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert (value.__module__, value.__qualname__) == ("paperdigest", name)
            assert pickle.loads(pickle.dumps(value)) is value
        if inspect.isfunction(value):
            assert f"def {name}(" in inspect.getsource(value)
