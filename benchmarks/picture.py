"""The picture of the result: how long each library takes for the same digests."""

from collections.abc import Collection, Mapping
from pathlib import Path

_OWN = "paperdigest"
_UNREAD = "paperdigest, values unread"

#: The family whose digests are drawn.
MAIN = "daily-papers"


def times(values: Mapping[str, float], libraries: Collection[str]) -> dict[str, float]:
    """Return the time of each library by that of `paperdigest`, shortest first.

    That of `paperdigest` is with all values read; beside it is that of parsing alone.

    Args:
        values: Ratios by their names, ``a : b`` for the time of ``a`` by that of ``b``.
        libraries: The names of the libraries.
    """
    found = {_OWN: 1.0}
    for name, value in values.items():
        first, _, second = name.partition(" : ")
        library, _, family = second.partition(", ")
        if first == "parse_digest" and family == MAIN and library in libraries:
            found[library] = 1 / value
        elif first == "the same, values unread" and family == MAIN and library in found:
            found[_UNREAD] = value * found[library]
        elif second == "parse_digest" and first in libraries:
            found[first] = value
    return dict(sorted(found.items(), key=lambda item: item[1]))


def draw(values: Mapping[str, float], libraries: Collection[str], path: Path) -> None:
    """Draw the times as horizontal bars on a logarithmic scale, for light pages and for dark ones.

    Args:
        values: Ratios by their names.
        libraries: The names of the libraries.
        path: Where to write the picture for light pages. The one for dark pages is beside it,
            with ``-dark`` at the end of its name. The suffix tells the format.
    """
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    mpl.rcParams["svg.hashsalt"] = _OWN  # the same picture for the same figures
    found = times(values, libraries)
    for mode, text in (("", "#24292f"), ("-dark", "#d7dde3")):
        with mpl.rc_context({f"{name}.color": text for name in ("text", "xtick", "ytick")}):
            figure, axes = pyplot.subplots(
                figsize=(8, 0.42 * len(found) + 0.9), layout="constrained"
            )
            colours = ["#4c9be8" if name.startswith(_OWN) else "#8c9aa8" for name in found]
            bars = axes.barh([*found], [*found.values()], color=colours)
            axes.bar_label(bars, [f"{value:.1f}" for value in found.values()], padding=4)
            axes.set_xscale("log")
            axes.set_xlim(min(found.values()) / 2, max(found.values()) * 2)
            axes.set_xlabel("times as long as paperdigest for the same digests", color=text)
            axes.invert_yaxis()
            axes.spines[:].set_visible(False)
            axes.tick_params(length=0)
            axes.set_xticks([])
            axes.minorticks_off()
            figure.savefig(
                path.with_stem(path.stem + mode),
                transparent=True,
                metadata={"Date": None} if path.suffix == ".svg" else None,
            )
            pyplot.close(figure)
