"""A picture of the packages in their layers, drawn from the code.

The layers are the table that the tests hold the imports to, and what a package is for is the first
sentence of its docstring, so that the picture cannot say anything else than the code.
"""

import ast
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "paperdigest"
WIDTH, HEIGHT, GAP = 720, 50, 14


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


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in at most two lines of about so many characters."""
    words, lines = text.split(), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]


def svg() -> str:
    """Return the picture; what uses others stands above them."""
    rows = list(reversed(layers()))
    pieces: list[str] = []
    y = 2
    for row in rows:
        width = (WIDTH - 4 - GAP * (len(row) - 1)) / len(row)
        for index, name in enumerate(row):
            x = 2 + index * (width + GAP)
            pieces.append(
                f'<rect x="{x:.0f}" y="{y}" width="{width:.0f}" height="{HEIGHT}" rx="6"/>'
            )
            shown = "paperdigest" if name == "__init__" else name
            pieces.append(f'<text class="name" x="{x + 10:.0f}" y="{y + 20}">{shown}</text>')
            room = 150 if len(row) < 3 else 0
            lines = wrapped(purpose(name), int((width - room - 20) / 6.6))
            if room:
                first = y + (30 if len(lines) == 1 else 22)
                for number, line in enumerate(lines):
                    pieces.append(
                        f'<text x="{x + room:.0f}" y="{first + number * 17}">{escape(line)}</text>'
                    )
            else:
                pieces.append(f'<text x="{x + 10:.0f}" y="{y + 40}">{escape(lines[0])}</text>')
        y += HEIGHT + GAP
    return (
        f'<svg viewBox="0 0 {WIDTH} {y}" role="img" '
        'aria-label="The packages of paperdigest; each imports only what stands below it">'
        f"{''.join(pieces)}</svg>"
    )


class ModulePicture(SphinxDirective):
    """The directive ``module-picture``."""

    def run(self) -> list[nodes.Node]:
        """Return the picture as HTML."""
        return [nodes.raw("", f'<div class="module-picture">{svg()}</div>', format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("module-picture", ModulePicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
