"""Measure what `parse_digest` of another version takes by the plain scripts, on this machine.

How fast one script is by another differs from machine to machine, so figures that count from an
older version are exact only if that is measured too: ``python benchmarks/run.py --once FOLDER``,
where ``FOLDER`` holds the package of that version. It is imported in a process of its own.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

#: The key of the time of the first parse by that of the imports that it needs.
FIRST = "first parse"


def measured(folder: Path, texts: Mapping[str, Sequence[str]], count: int) -> dict[str, float]:
    """Return what `parse_digest` takes by the plain script, for each of several sets of texts.

    Args:
        folder: Where the package of the other version is.
        texts: Texts by the names in `plain.ONCE`; the first of `FIRST` is parsed first of all.
        count: How often to measure.
    """
    command = [sys.executable, __file__, str(folder), str(count)]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measure(texts: Mapping[str, Sequence[str]], count: int) -> dict[str, float]:
    import measure
    import plain
    import starting

    found: dict[str, float] = {}
    for name, each in texts.items():
        if name == FIRST:
            found[name] = starting.first_parse(each[0], count)
            continue
        jobs: dict[str, measure.Job] = {
            "read": (measure.read_values, each),
            "script": (plain.SCRIPTS[name], each),
        }
        found[name] = measure.ratio(measure.rounds(jobs, count), "read", "script")
    return found


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    print(json.dumps(_measure(json.load(sys.stdin), int(sys.argv[2]))))
