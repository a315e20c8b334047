"""Long digests of invented papers, for the families whose real ones cannot be passed on.

They have the shape and the proportions of real ones: lengths of titles and of prose, links, gaps.
The same text comes out every time.
"""

import datetime
import random

_WORDS = (
    "adaptive", "agents", "align", "attention", "benchmark", "bounded", "calibrated",
    "causal", "compact", "context", "contrast", "decoder", "diffusion", "distilled",
    "editing", "efficient", "encoder", "evidence", "expert", "fast", "few-shot", "flow",
    "frozen", "gated", "generative", "graph", "grounded", "hidden", "implicit", "inverse",
    "joint", "kernel", "language", "large", "latent", "layer", "linear", "local", "long",
    "memory", "mixture", "model", "modular", "multimodal", "neural", "noise", "open",
    "parallel", "planning", "policy", "prompt", "pruned", "quantised", "reasoning",
    "recurrent", "retrieval", "reward", "robust", "routing", "sampling", "scale", "search",
    "self-taught", "semantic", "shallow", "sparse", "spectral", "steering", "structure",
    "synthetic", "table", "teacher", "token", "training", "transfer", "tuning", "uncertain",
    "unified", "vision", "weak", "world",
)  # fmt: skip
_FIRST = (
    "Ada", "Alan", "Anita", "Chen", "Dana", "Emmy", "Fei", "Grace", "Hana", "Ivan", "Jun",
    "Karl", "Lea", "Mina", "Noor", "Olga", "Paul", "Rosa",
)  # fmt: skip
_LAST = (
    "Abel", "Byron", "Cantor", "Diaz", "Erdos", "Fuchs", "Gauss", "Hopper", "Iyer", "Jones",
    "Kim", "Li", "Mori", "Noether", "Park", "Rao", "Sato",
)  # fmt: skip


def _sentence(draw: random.Random, words: int) -> str:
    chosen = draw.choices(_WORDS, k=words)
    return f"{chosen[0].capitalize()} {' '.join(chosen[1:])}"


def weeks(count: int = 52, seed: int = 1) -> str:
    """Return a year of weekly tables, ten papers each, newest first."""
    draw = random.Random(seed)
    lines = ["# Papers of a year", "", "Every Sunday, ten papers.", ""]
    first = datetime.date(2025, 12, 22)
    for week in range(count):
        start = first - datetime.timedelta(weeks=week)
        end = start + datetime.timedelta(days=6)
        span = f"{start:%B} {start.day} - {end:%B} {end.day}"
        lines.append(f"## Top AI Papers of the Week ({span}) - {end.year}")
        lines += ["| **Paper**  | **Links** |", "| ------------- | ------------- |"]
        for number in range(1, 11):
            identifier = f"{start:%y%m}.{draw.randrange(100_000):05}"
            prose = _sentence(draw, 14)
            points = "".join(
                f" <br>● {_sentence(draw, 3)}: {_sentence(draw, draw.randint(25, 45))}."
                for _ in range(4)
            )
            links = f"[Paper](https://arxiv.org/abs/{identifier}), [Tweet](https://x.com/a/status/{week}{number})"
            lines.append(f"| {number}) **{_sentence(draw, 3)}** - {prose}.{points} | {links} |")
        lines.append("")
    return "\n".join(lines)


def rows(count: int = 9_312, seed: int = 1) -> str:
    """Return tables by topic of so many papers, as cv-arxiv-daily publishes them."""
    draw = random.Random(seed)
    lines = ["## Updated on 2025.09.15", ""]
    per_topic = -(-count // 12)
    for number in range(count):
        if number % per_topic == 0:
            topic = _sentence(draw, 2).title()
            lines += [
                "",
                f"## {topic}",
                "",
                "|Publish Date|Title|Authors|PDF|Code|",
                "|---|---|---|---|---|",
            ]
        day = datetime.date(2025, 9, 15) - datetime.timedelta(days=number // 5)
        identifier = f"{day:%y%m}.{draw.randrange(100_000):05}"
        name = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
        code = f"**[link](https://github.com/a/{number})**" if draw.random() < 0.3 else "null"
        title = _sentence(draw, draw.randint(6, 12)).title()
        lines.append(
            f"|**{day}**|**{title}**|{name} et.al.|[{identifier}](http://arxiv.org/abs/{identifier}v1)|{code}|"
        )
    return "\n".join([*lines, ""])


def of_no_family(length: int, seed: int = 1) -> str:
    """Return a digest in nobody's house style, of so many code points or a few more."""
    draw = random.Random(seed)
    lines = ["# What I read this week", ""]
    written, number = 0, 0
    while written < length:
        number += 1
        names = ", ".join(
            f"{draw.choice(_FIRST)} {draw.choice(_LAST)}" for _ in range(draw.randint(2, 5))
        )
        block = [
            f"## {number}. {_sentence(draw, draw.randint(6, 12)).title()}",
            "",
            f"*Authors:* {names}",
            "",
            f"Link: https://arxiv.org/abs/2408.{draw.randrange(100_000):05}",
            "",
            *(f"{_sentence(draw, draw.randint(20, 40))}." for _ in range(3)),
            "",
        ]
        written += sum(len(line) + 1 for line in block)
        lines += block
    return "\n".join(lines)
