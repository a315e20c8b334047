"""``python -m paperdigest``."""

import sys

from paperdigest._command.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
