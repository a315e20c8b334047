"""The project's checks as nox sessions; `nox --list` shows them."""

from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13"]
SHARED = Path("..", "shared")
CORPUS = SHARED / "corpus"
BENCHMARK = Path("benchmarks", "run.py")
GROWTH = Path("benchmarks", "growth.py")
FUZZER = Path("fuzz", "fuzz_laws.py")

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["tests", "lint", "types", "docs", "dist", "wheel", "corpus"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; on the oldest Python with coverage."""
    session.install(".[test]")
    coverage = ["--cov"] if session.python == PYTHONS[0] and not session.posargs else []
    session.run("python", "-m", "pytest", *coverage, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types: of the project, and of code that uses it with every checker there is."""
    session.install(".[lint,test]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "paperdigest", "--ignoreexternal")
    session.install("basedpyright", "pyrefly", "ty")
    session.run("python", ".ci/types")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install(".[docs]")
    session.run("python", "-m", "sphinx", "-W", "--keep-going", "docs", "docs/_build/html")


def install_wheel(session: nox.Session) -> None:
    """Build the wheel and install it with nothing but what it asks for."""
    dist = session.create_tmp()
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", dist, ".")
    session.install(str(max(Path(dist).glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)))


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, install it alone and use it."""
    install_wheel(session)
    session.run("python", "-I", "-c", "import paperdigest")
    session.run("python", "-m", "paperdigest", "examples/daily-papers.md")


@nox.session
def dist(session: nox.Session) -> None:
    """Build the sdist and the wheel into dist/, and check that they are sound and reproducible."""
    session.install(".[dist]")
    session.run("bash", ".ci/dist", external=True)


@nox.session
def corpus(session: nox.Session) -> None:
    """Hold what is read from the corpus against what is expected."""
    if not CORPUS.is_dir():
        session.skip(f"{CORPUS} is not there")
    install_wheel(session)
    session.run("python", str(CORPUS / "check.py"), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure time and memory beside other libraries."""
    if not BENCHMARK.exists():
        session.skip(f"{BENCHMARK} is not there")
    session.install(".[bench]")
    session.run("python", str(BENCHMARK), *session.posargs)


@nox.session
def growth(session: nox.Session) -> None:
    """Watch time grow with the text: with hostile ones, and whatever is done with them."""
    session.install(".[test]")
    session.run("python", str(GROWTH), *session.posargs)


@nox.session
def seeds(session: nox.Session) -> None:
    """Run the tests that draw with other seeds, once for each; then with many examples once.

    The first argument says how many seeds, and the second one the first of them.
    """
    session.install(".[test]")
    often, first = (int(each) for each in [*session.posargs, "50", "1"][:2])
    drawn = ["python", "-m", "pytest", "-q", "-n", "auto", "-m"]
    for seed in range(first, first + often):
        session.run(*drawn, "hypothesis and not slow", f"--hypothesis-seed={seed}")
    session.run(
        *drawn, "hypothesis", f"--hypothesis-seed={first}", env={"PAPERDIGEST_PROFILE": "long"}
    )


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz, with the laws as the oracle; by default for a minute."""
    if not FUZZER.exists():
        session.skip(f"{FUZZER} is not there")
    session.install(".[fuzz]")
    session.run("python", "-m", "fuzz.fuzz_laws", *(session.posargs or ["-max_total_time=60"]))


@nox.session
def adversary(session: nox.Session) -> None:
    """Try to break the laws with real digests, drawn dialects and patterns, and count the tries."""
    session.install(".[test]")
    folder = ["--folder", str(SHARED)] if SHARED.is_dir() else []
    session.run("python", "-m", "fuzz.adversary", *folder, *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Change the code in small places and see whether the tests notice."""
    session.install("-e", ".[test,mutation]")
    session.run("mutmut", "run", *session.posargs, env={"PAPERDIGEST_PROFILE": "mutation"})
    session.run("mutmut", "results")
