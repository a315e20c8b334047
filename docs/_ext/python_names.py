"""Write docs/python-names.inv: where Python documents the names that our pages mention.

Sphinx links to other documentation by an inventory that it fetches. This one is written from the
list below, so that a build needs no network: python docs/_ext/python_names.py
"""

import zlib
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "python-names.inv"

#: Names by the page that documents them. Each has an anchor of its own name there.
PAGES = {
    "library/stdtypes": {"py:class": ["str", "bytes", "tuple", "list", "dict", "range"]},
    "library/functions": {
        "py:class": ["int", "bool", "float", "object"],
        "py:function": ["repr", "len", "print", "isinstance"],
    },
    "library/constants": {"py:data": ["None", "True", "False"]},
    "library/datetime": {"py:class": ["datetime.date", "datetime.datetime"]},
    "library/pathlib": {"py:class": ["pathlib.Path"]},
    "library/os": {"py:class": ["os.PathLike"]},
    "library/re": {"py:class": ["re.Pattern", "re.Match"]},
    "library/enum": {"py:class": ["enum.Enum", "enum.StrEnum"]},
    "library/collections.abc": {
        "py:class": [
            f"collections.abc.{name}"
            for name in ("Callable", "Iterable", "Iterator", "Mapping", "Sequence")
        ]
    },
    "library/typing": {
        "py:data": ["typing.Any", "typing.Literal"],
        "py:class": ["typing.TypedDict"],
    },
    "library/copy": {"py:function": ["copy.replace"]},
    "library/exceptions": {
        "py:exception": [
            "AttributeError", "ImportError", "KeyError", "OSError", "TypeError", "ValueError",
        ]
    },
}  # fmt: skip


def inventory() -> bytes:
    """Return the inventory in the format that Sphinx reads, version 2."""
    lines = [
        f"{name} {role} 1 {page}.html#$ -"
        for page, roles in PAGES.items()
        for role, names in roles.items()
        for name in names
    ]
    head = "# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n"
    head += "# The remainder of this file is compressed using zlib.\n"
    return head.encode() + zlib.compress("".join(f"{line}\n" for line in sorted(lines)).encode())


if __name__ == "__main__":
    TARGET.write_bytes(inventory())
