"""``python -m paperdigest``, and the command ``paperdigest``."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command, which can be interrupted while it is still being imported.

    Args:
        argv: Its arguments, by default those of the process.

    Returns:
        The exit status.

    Raises:
        SystemExit: The arguments are invalid, or ask for help or the version.
    """
    try:
        from paperdigest._command.main import main as run
    except KeyboardInterrupt:
        print("paperdigest: interrupted", file=sys.stderr)
        return 130  # 128 and the number of SIGINT, as shells show it
    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
