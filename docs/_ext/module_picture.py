"""A picture of the packages in their layers, drawn from the code.

The layers are the table that a test holds the imports to, and the purpose of a package is the first
sentence of its docstring. So the picture cannot differ from the code.
"""

import ast
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "paperdigest"


def layers() -> list[list[str]]:
    """Return the names of the packages and modules in each layer, from the ground up."""
    tree = ast.parse((ROOT / "tests" / "test_public.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAYERS":
            return [sorted(layer) for layer in ast.literal_eval(node.value)]
    raise LookupError("tests/test_public.py defines no LAYERS")


def purpose(name: str) -> str:
    """Return the first sentence of a module's docstring, without its full stop."""
    path = PACKAGE / name / "__init__.py"
    source = path if path.exists() else PACKAGE / f"{name}.py"
    doc = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or ""
    return doc.split("\n\n")[0].replace("\n", " ").rstrip(".").replace("``", "")


def picture() -> str:
    """Return the picture as HTML: boxes in layers, each above those that it uses."""
    rows: list[str] = []
    for layer in reversed(layers()):
        boxes = [
            f'<div class="module"><b>{"paperdigest" if name == "__init__" else escape(name)}</b>'
            f"<span>{escape(purpose(name))}</span></div>"
            for name in layer
        ]
        rows.append(f'<div class="layer">{"".join(boxes)}</div>')
    return f'<div class="module-picture">{"".join(rows)}</div>'


class ModulePicture(SphinxDirective):
    """The directive ``module-picture``."""

    def run(self) -> list[nodes.Node]:
        """Return the picture as HTML."""
        return [nodes.raw("", picture(), format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("module-picture", ModulePicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
