"""The picture of the result: how long each library takes for the same digests."""

from collections.abc import Mapping
from pathlib import Path

_OWN = "paperdigest"


def times(values: Mapping[str, float]) -> dict[str, float]:
    """Return the time of each library by that of `paperdigest`, shortest first.

    Args:
        values: Ratios by their names, ``a : b`` for the time of ``a`` by that of ``b``.
    """
    found = {_OWN: 1.0}
    for name, value in values.items():
        first, _, second = name.partition(" : ")
        if first == "parse_digest" and "," not in second:
            found[second] = 1 / value
        elif second == "parse_digest" and not first.startswith("serialize_digest"):
            found[first] = value
    return dict(sorted(found.items(), key=lambda item: item[1]))


def draw(values: Mapping[str, float], path: Path) -> None:
    """Draw the times as horizontal bars, on a logarithmic scale.

    Args:
        values: Ratios by their names.
        path: Where to write the picture; its suffix tells the format.
    """
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    mpl.rcParams["svg.hashsalt"] = _OWN  # the same picture for the same figures
    found = times(values)
    figure, axes = pyplot.subplots(figsize=(8, 0.42 * len(found) + 0.9), layout="constrained")
    colours = ["#2a6f97" if name == _OWN else "#b8c4cc" for name in found]
    bars = axes.barh([*found], [*found.values()], color=colours)
    axes.bar_label(bars, [f"{value:.1f}" for value in found.values()], padding=4)
    axes.set_xscale("log")
    axes.set_xlim(min(found.values()) / 2, max(found.values()) * 2)
    axes.set_xlabel("time to read the same digests, by that of paperdigest (logarithmic)")
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
