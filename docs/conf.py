"""How Sphinx builds the documentation: python -m sphinx -W --keep-going docs docs/_build/html."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "paperdigest"
author = "The paperdigest authors"
project_copyright = "2026, The paperdigest authors"
release = version = installed_version("paperdigest")

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "module_picture",
]
exclude_patterns = ["_build", "jupyter_execute"]
templates_path = ["_templates"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_merge_streams = True

# The inventory of Python's own names is a file of ours, so that a build needs no network.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "python-names.inv")}

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # an attribute named in a docstring is not a second entry in the index

# A blank line of an example ends in "..." without a space, and is part of what is copied.
copybutton_prompt_text = r">>> |\.\.\.(?: |$)|\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

html_theme = "furo"
html_title = f"paperdigest {release}"
html_static_path = ["_static"]
html_extra_path = ["../src/paperdigest/digest.schema.json"]  # beside the pages, under its own name
html_css_files = ["pages.css"]
html_theme_options = {"navigation_with_keys": True}
