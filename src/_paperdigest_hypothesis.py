"""What Hypothesis loads by its entry point; a module outside the package, so that it stays small.

Where paperdigest was imported before Hypothesis, its strategies are registered now; where it comes
later, it registers them itself.
"""

import sys


def setup() -> None:
    """Register the strategies of paperdigest if it is imported."""
    if "paperdigest" in sys.modules:
        from paperdigest._strategies.registered import register

        register()
