"""Fuzz the library with its laws as the oracle, guided by coverage.

    python -m fuzz.fuzz_laws [--keep-going] [libFuzzer options] [corpus folder]
    python -m fuzz.fuzz_laws --replay FILE...

Without a corpus folder a new one is made of the project's examples. Where a law is broken the
fuzzer stops, prints the text and keeps the input as ``crash-...``. With ``--keep-going`` it keeps
one input for each place where one is broken, as ``crash-law-...``, and goes on.
"""

import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path


def run(data: bytes) -> None:
    """Hold all laws against an input; where one is broken, print the text."""
    from fuzz.check import check
    from fuzz.inputs import decode, shown

    text, dialect, choices = decode(data)
    try:
        check(text, dialect, choices)
    except Exception:
        print(shown(text, dialect), flush=True)
        raise


def run_on(data: bytes, seen: set[str]) -> None:
    """Hold all laws against an input; keep it where one is broken in a place not seen before."""
    from fuzz.check import check
    from fuzz.inputs import decode, shown
    from tests.laws import LawBrokenError

    text, dialect, choices = decode(data)
    try:
        check(text, dialect, choices)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)[-2:]
        what = [type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames)]
        if isinstance(error, LawBrokenError):
            what.append(str(error).partition("\n")[0])
        place = " ".join([*what, dialect.name if dialect else ""])
        if place not in seen:
            seen.add(place)
            name = f"crash-law-{len(seen):03}"
            Path(name).write_bytes(data)
            print(f"{name}: {place}\n{shown(text, dialect)}", flush=True)
            traceback.print_exc()


def replay(paths: Sequence[str]) -> None:
    """Print the text of each input, and hold all laws against it."""
    from fuzz.check import check
    from fuzz.inputs import decode, shown

    for path in paths:
        text, dialect, choices = decode(Path(path).read_bytes())
        print(f"{path}\n{shown(text, dialect)}", flush=True)
        check(text, dialect, choices)


def run_fuzzer(options: list[str]) -> None:
    """Run the fuzzer."""
    import atheris

    with atheris.instrument_imports(include=["paperdigest"]):
        import fuzz.check  # noqa: F401
        from fuzz import inputs
        from paperdigest import dialects

        dialects()  # imports each of them

    keep_going = "--keep-going" in options
    options = [option for option in options if option != "--keep-going"]
    if not any(option.startswith("-dict=") for option in options):
        options.append(f"-dict={inputs.DICTIONARY}")
    if all(option.startswith("-") for option in options):
        corpus = Path(tempfile.mkdtemp(prefix="fuzz-laws-"))
        for number, seed in enumerate(inputs.seeds()):
            (corpus / f"seed-{number:03}").write_bytes(seed)
        options.append(str(corpus))
        print(f"corpus folder: {corpus}", flush=True)
    seen: set[str] = set()
    atheris.Setup([sys.argv[0], *options], (lambda data: run_on(data, seen)) if keep_going else run)
    atheris.Fuzz()


if __name__ == "__main__":
    if "--replay" in sys.argv:
        replay([argument for argument in sys.argv[1:] if argument != "--replay"])
    else:
        run_fuzzer(sys.argv[1:])
