"""Shapes of the wild, which nobody would write on purpose, by dialect."""

from collections.abc import Mapping, Sequence

#: Odd shapes from real digests, by dialect and place; ``line`` is within a paper.
ODD: Mapping[str, Mapping[str, Sequence[str]]] = {
    "": {
        "before": ("# {title}", "{text}", "[{label}]({url})", "> {text}", "---", "\ufeff", "<!-- {text} -->"),
        "line": (
            "{text}", "", "---", "> {text}", "```\n{text}\n```", "| {text} | {text} |", "<details>",
            "</details>", "**{label}:** {text}", "{label}: {text}", "- {text}", "  - {text}", "* {text}",
            "1. {text}", "#### {label}", "####### {text}", "[{label}]({url})", "{odd}: {text}", " {text}",
            "\t{text}", "- **{odd}**: {text}", "~~~", "<div>{text}</div>", "**{odd}:** {text}",
        ),
        "after": ("## License\n\n{text}", "# {title}\n\n{text}", "---", "{text}", "```\n## {title}\n```"),
    },
    "daily-papers": {
        "before": ("# Daily Papers\n\n## Project Description\n\n{text}", "## {title}\n\n### {title}"),
        "digest": ("## Daily Papers", "## Daily Papers ({date}) ", "##Daily Papers", "## {title} ({date})"),
        "paper": ("### {title}", "### [{title}]({url}", "### [{title}] ({url})", "### [{title}]( {url} )", "###"),
        "line": (
            "Vote: -", "Vote: {votes}", "Votes: many", "Vote:", "vote: 3", "Authors: {authors}", "Authors:",
            "[Watch Video]({url})", "[Watch Video]{url}", "<video controls src=\"{url}\"></video>",
            "<div><video controls src='{url}' muted=\"false\"></video></div>", "![{alt}]({url})", "![]({url}",
            "- ***{label}***: {text}", "- ***{label}*: {text}", "- **{label}:** {text}", "- **{label}*: {text}",
            "- *{label}*: {text}", "- **{label}** {text}", "-{text}", "-", "-  {text}", "- **{label}**： {text}",
            "  - **{label}**: {text}", "1. **{label}**: {text}",
        ),
        "after": ("## License\n\n{text}\n\n### [{title}]({url})", "## Citation\n\n```bibtex\n@misc{x,\n}\n```"),
    },
    "daily-arxiv": {
        "before": (
            "<div id=toc></div>\n\n# Table of Contents\n\n- [{category}](#{category}) [Total: {votes}]",
            "<div id='{category}'></div>",
        ),
        "group": ("# {category}", "# {category}[[Back]](#toc)", "# [[Back]](#toc)"),
        "paper": ("### [{n}] {title}", "### [{n}] [{title}]({url}", "### [{title}]({url})", "### [] [{title}]({url})"),
        "line": (
            "*{authors}*", "* {authors} *", "Main category:", "Main category: {category}", "TL;DR:", "TLDR: {text}",
            "  <summary>Details</summary>", "<details>\n  <summary>Details</summary>", "Motivation: {text}",
            "Abstract: {text}\n  Method: {text}", "Result:{text}", "<eos> {text}", "</details>", "method: {text}",
        ),
    },
    "gpt-paper-assistant": {
        "before": (
            "| *[{title}]*   | Prompt   |\n|:---:|:---:|\n| **Token** | {votes} |", "Total relevant papers: {votes}",
            "Table of contents with paper titles:\n\n{n}. [{title}](#link{n})\n**Authors:** {authors}\n\n---",
        ),
        "digest": ("# Personalized Daily Arxiv Papers", "# Personalized Daily ArXiv Papers  {date}", "# {title}"),
        "paper": ("## {n}. [{title}]({url})", "## [{title}]({url})", "## {n}. {title}", "## {n}. [{title}]({url}) <a id="),
        "line": (
            "**ArXiv ID:** {id}", "**ArXiv ID:**", "**Authors:**{authors}", "**Relevance:** high", "**Relevance:** -1",
            "**Novelty:** 8/10", "**Comment:** {text} **Note:** {text}", "**Abstract:**", "**{label}**: {text}", "----",
        ),
        "after": ("---\n\n## Paper selection prompt\n{n}. {text}", "# Prompt\n\n## 1. [{title}]({url}) <a id=\"link1\"></a>"),
    },
    "daily-ai-papers": {
        "digest": ("## Papers for", "## Papers for {date} ", "## Papers", "## {title} for {date}"),
        "group": ("| Title | Authors | Summary | Link |\n|-------|---------|---------|------|", "|---|"),
        "paper": (
            "| {title}\n  {title} (Read more on [arXiv]({url}) or [HuggingFace]({url}))| {authors} | {text} |",
            "| {title} | {authors} | {text} | [Read more]({url}) |", "| {title} (Read more on [arXiv]({url}))||  |",
            "| {title} (Read more on [HF]({url}) or [arXiv]({url}))| {authors} | {text} | {text} |", "| {title} |",
            "|  |  |  |", "||||", "| {title} (Read more on [arXiv]({url})| {authors} | {text} |", "| {title} | {authors}",
        ),
    },
    "papers-of-the-week": {
        "before": ("- [{title} ({range})](./#{title})", "## {year}", "---"),
        "digest": (
            "## Top AI Papers of the Week ({range})", "## Top ML Papers of the week ({range}) - {year} ",
            "## Top AI Papers of the Week", "## Top AI Papers of the Week ({range} - {year}", "## Top AI Papers of the Week - {year}",
        ),
        "group": ("| **Paper**  | **Links** |\n| ------------- | ------------- |", "|Paper|Links|", "---"),
        "paper": (
            "| {n}) {title}  {text} | [Paper]({url}) |", "| {n}) {title} - {text} | [{label}]({url}), [Tweet]({url}) |",
            "| {n}) ****{title}**** - {text} | [Paper]({url})[Tweet)]({url}) |", "| **{title}** {text} |  |", "| {n}) |",
            "| {n}. **{title}** - {text} | {text} <br>● {label}: {text} | [{odd}]({url}) [Code]({url}) |", "| {n}) {title} | ",
            "| {n}) **{title}** - [{label}]({url}) <br><br>● {text} <br/> {text} | [Paper]({url})", "| {title} |",
        ),
    },
    "cv-arxiv-daily": {
        "before": ("> {text} [{label}](./{url})", "<details>\n  <summary>Table of Contents</summary>\n  <ol>\n</details>"),
        "digest": ("## Updated on", "## Updated on {date} ", "## Updated", "## updated on {date}"),
        "group": ("|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|", "## {category}", "|---|", "## "),
        "paper": (
            "|**{published}**|**{title}**|{authors}|[{id}]({url})|**[link]({url})**|", "|{published}|**{title}**|A|[]({url})|null|",
            "- {published}, **{title}**, {authors}, Paper: [{url}]({url})", "- {published}, {title}, A, Paper: [{url}]({url})",
            "- {published}, **{title}**, {authors}, Paper: [{url}]({url}), Code: **[{url}]({url})**",
            "|**{published}**|**{title}**|{authors}|[{id}]({url})|", "|**{date}**|**{title}**|{authors}|[{id}]({url})|null|null|",
        ),
        "after": ("<p align=right>(<a href=#updated-on-20240826>back to top</a>)</p>",),
    },
}  # fmt: skip
