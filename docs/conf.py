"""How Sphinx builds the documentation: python -m sphinx -W --keep-going docs docs/_build/html."""

from importlib.metadata import version as installed_version

project = "paperdigest"
author = "The paperdigest authors"
project_copyright = "2026, The paperdigest authors"
release = version = installed_version("paperdigest")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # an attribute named in a docstring is not a second entry in the index

html_theme = "furo"
html_title = f"paperdigest {release}"
