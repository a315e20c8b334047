"""How people write one entry of a list, and the title, link and names in it."""

from typing import NamedTuple

import pytest

from paperdigest import Digest, Paper, parse_digest, serialize_digest
from tests import laws


class Listed(NamedTuple):
    """A paper of a list.

    Attributes:
        title: Its title.
        names: Its authors, with a comma between two.
        number: The number of the entry.
    """

    title: str
    names: str
    number: int

    @property
    def values(self) -> dict[str, str]:
        """What a template of an entry may hold."""
        first = self.names.split(", ", maxsplit=1)[0]
        return {
            "title": self.title,
            "names": self.names,
            "joined": " and ".join(self.names.rsplit(", ", maxsplit=1)),
            "others": f"{first} et al.",
            "linked": ", ".join(
                f"[{name}](https://arxiv.org/search/q-bio?searchtype=author&query={name[0]})"
                for name in self.names.split(", ")
            ),
            "url": f"https://arxiv.org/abs/2401.0000{self.number}",
            "n": str(self.number),
            "prose": f"The study number {self.number} has a result that holds in many places.",
        }


PAPERS = [
    Listed("Bees Count to Four in the Dark", "Ada Byron, Carl Gauss, Emmy Noether", 1),
    Listed("RiverNet: Slow Floods over Wide Plains", "Noor Meer, Alan Hill", 2),
    Listed("On the Limits of Patient Ants", "Sofia Rossi, Ivan Horvat", 3),
    Listed("What Do Owls Remember?", "Yuki Tanaka", 4),
    Listed("Light-Driven Walks through Old Forests", "Priya Rao, Dan Okafor", 5),
]

#: The names that are expected: all as they are listed, the first one and others, or none.
ALL, OTHERS, NONE = "names", "others", ""

#: A way to write an entry: what is above all entries, an entry, what is between two, and names.
ENTRIES: dict[str, tuple[str, str, str, str]] = {
    "names and venue in a link": (
        "# L\n\n", "- [{title}, {names}, ICML 2024]({url})", "\n", ALL),
    "names and venue in a link of HTML": (
        "# L\n\n", '<a href="{url}" class="t">[Note] {title}, {names}, ICML\'24</a>\n<br>', "\n\n", ALL),
    "a link as chats write it": (
        "*Papers for Monday*\n\n", "• <{url}|{title}> — {names}", "\n", ALL),
    "a bold link as chats write it": (
        "# L\n\n", "- *<{url}|{title}>* by {names}", "\n", ALL),
    "a venue in bold brackets": (
        "# L\n\n", "* {title} **(ICML 2024)** [[paper]({url})]", "\n", NONE),
    "a venue in italic brackets": (
        "# L\n\n", "* {title} *(ICML 2024)* [paper]({url})", "\n", NONE),
    "names in italics with a point": (
        "# L\n\n", "{n}. **{title}.** *{names}.* ICML 2024. [paper]({url})", "\n", ALL),
    "a badge and names in the cell of a title": (
        "# L\n\n| Title & Authors | Links |\n|:--|:--:|\n",
        "| [![Star](https://example.org/{n}.svg)](https://example.org/{n})<br>**{title}** <br> {names} | [Paper]({url}) |",
        "\n", ALL),
    "a labelled title in a quote below a link": (
        "# L\n\n", "- [Study {n}](https://example.org/{n})\n  - > Title: {title}\n  - > Authors: {names}\n  - > Paper: {url}",
        "\n\n", ALL),
    "a venue in bold and italic code before a bold title": (
        "# L\n\n", "{n}. ***`[OSDI '2{n}]`*** **{title}** [[PDF]({url})]\n   - *{names}* (Uni A)", "\n\n", ALL),
    "keys of a keyboard before a bold title": (
        "# L\n\n", "- <kbd>ICML</kbd> <kbd>2024</kbd> **{title}**. *{names}*. [[PDF]({url})]", "\n", ALL),
    "a year before a venue": (
        "# L\n\n", "* 202{n}-ICML - {title}. [[Paper]]({url})", "\n", NONE),
    "a venue before a title and names": (
        "# L\n\n", "- ICML 2024: {title}. {names}. [arXiv:2401.0000{n}]({url})", "\n", ALL),
    "a short name before a title and names": (
        "# L\n\n", "- **Nick{n}**: {title} ({names}) [paper]({url})", "\n", ALL),
    "the number of a talk": (
        "# L\n\n", "* TR-00{n}: {title} by {names} (2024/4/2{n})\n  * Paper: {url}", "\n", ALL),
    "breaks between title, names and venue": (
        "# L\n\n", "- {title}.<br>{names}.<br>ICML 2024 [[Paper]({url})]", "\n", ALL),
    "chapters that link to a table of contents": (
        "# L\n\n## Content\n\n1. [Bees](#bees)\n\n## [Bees](#content)\n\n",
        "1. **{title}.** ICML 2024. [paper]({url})\n\n    *{names}*.", "\n\n", ALL),
    "a year and a sign after a heading": (
        "# L\n\n", "## {title} (2024) 🟢\n\n- **Authors**: {names}\n- **Link**: {url}\n- **TL;DR**: {prose}", "\n\n", ALL),
    "the first author, a venue and code after a link": (
        "# L\n\n", "* [{title}]({url}) - {others}, *ICML 2024*. [[code]](https://example.org/{n})", "\n", OTHERS),
    "others in italics before a year": (
        "# L\n\n", "- von Byron A, Hill T *et al.* (2024) {title}. bioRxiv. [link]({url})", "\n", "von Byron A, Hill T *et al.*"),
    "headings with 'No.' and labels in Japanese": (
        "# L\n\n", "## No.{n} {title}\n\n**著者**：{names}\n**リンク**：{url}\n**会議**：ICML 2024", "\n\n", ALL),
    "a citation key in bold": (
        "# L\n\n", "* **[Byr2{n}]** {joined}. {title}. In *ICML*, 2024. [pdf]({url})", "\n", ALL),
    "names, a quoted title and a journal without a link": (
        "# L\n\nCommittee: Prof. Meer (chair), Dr. Hill\n\n",
        "\\[{n}\\] {names}, \"{title},\" *IEEE Trans. Rivers*, vol. 2{n}, 2024.", "\n\n", ALL),
    "a remark in brackets after names": (
        "# L\n\n", "{n}. [2401.0000{n}]({url}) **{title}** — {names} (accepted by Hives) :+1:", "\n", ALL),
    "a sign in the text of a link": (
        "# L\n\n", "- [:scroll: {title}]({url}) - {joined}", "\n", ALL),
    "a shortcode before a link": (
        "# L\n\n", "- {title} :trophy: [[PDF]({url})]", "\n", NONE),
    "others in italics after a dash": (
        "# L\n\n", "* « {title} » — Byron *et al.* (2024). Lien : {url}", "\n", "Byron *et al.*"),
    "a point and a quote before names": (
        "# L\n\n", '{n}. "{title}." {names}. *ICML (2024)*. [[pdf]({url})]', "\n", ALL),
    "votes in brackets after names": (
        "# L\n\n", "- [{title}]({url}) - {names} (1{n} votes)", "\n", ALL),
    "votes after a shortcode": (
        "# L\n\n", "- [{title}]({url}) by {joined} :+1: 1{n}", "\n", ALL),
    "headings of years on the level of papers": (
        "# L\n\n## 2024:\n\n", "## {title}\n\n**{names}**\n\n{url}\n\n{prose}", "\n\n", ALL),
    "a venue in small letters before a link": (
        "# L\n\n", "- [**{title}**]({url})  \n  *{names}*  \n  arXiv 202{n} | [code](https://example.org/{n})",
        "\n", ALL),
    "a short name in bold brackets": (
        "# L\n\n", "- **(Nick{n})** _{title}_ &nbsp; `ICML 2024` [[Paper]({url})]", "\n", NONE),
    "a venue in small letters": (
        "# L\n\n", "- {title}. arXiv 2024. [[Paper]({url})]\n\n  *{names}*", "\n\n", ALL),
    "a paragraph in a card": (
        "# L\n\n", '<details><summary>{title} (<a href="{url}">arXiv</a>)</summary>\n<p>{prose}</p>\n</details>', "\n\n", NONE),
    "a day before names": (
        "# L\n\n", "### [{title}]({url})\n\n*2024-03-1{n}* · {names}, Ann Lee\n\n> {prose}", "\n\n", "names, Ann Lee"),
    "commas of full width": (
        "# 列表\n\n", "- {title}，{names}，ICML2024，[论文]({url})", "\n", ALL),
    "labels in the lines of an item": (
        "# L\n\n", "- **Título:** {title}\n  **Autores:** {names}\n  **Enlace:** {url}", "\n\n", ALL),
    "names in a quote": (
        "# L\n\n", "> **{title}**\n>\n> {names}, Ann Lee\n>\n> [arXiv]({url})", "\n\n", "names, Ann Lee"),
    "a title in quotes after its label": (
        "# L\n\n", '- title: "{title}"\n  authors: {names}\n  url: {url}', "\n", ALL),
    "a score after the title": (
        "# L\n\n", "## {title} (Score: 9.{n})\n- arXiv: [paper]({url})\n- Authors: {names}", "\n\n", ALL),
    "a kind of file in the link": (
        "# Alerts\n\n", "### [[PDF] {title}]({url})\n{prose}", "\n\n", NONE),
    "how long it takes to read": (
        "# L\n\n", "**[{title} ({n} minute read)]({url})**\n\n{prose}", "\n\n", NONE),
    "names after a break": ("# Accepted\n\n", "* **{title}**<br>{names}", "\n", ALL),
    "names in italics below": ("# Accepted\n\n", "{title}\n*{names}*", "\n\n", ALL),
    "others after a link in a cell": (
        "# L\n\n| Week | Topic | Readings |\n|---|---|---|\n", "| {n} | Rivers | [{title}]({url}), {others} |", "\n", OTHERS),
    "who must read it": ("# L\n\n## Week 1\n\n", "* (Required) {others} [{title}]({url}). ICML 2024.", "\n", NONE),
    "a venue in bold before italics": ("# L\n\n", "- **ICML 2024**, *{title}*. [[Paper]({url})]", "\n", NONE),
    "names after a link and a break": ("# L\n\n", "- (ICML 2024) {title} [[Paper]({url})]<br>{names}", "\n", ALL),
    "a link in quotes after names": ("# L\n\n", '* {others} "[{title}]({url})" ICML 2024', "\n", OTHERS),
    "names and a year in bold": ("# L\n\n", "* **{others} (2024)** {title}. [[paper]]({url})", "\n", OTHERS),
    "a venue at the start of a link": ("# L\n\n", "- [ICML 2024 - {title}]({url})", "\n", NONE),
    "a venue in brackets in a link": ("# L\n\n", "- [[ICML 2024] {title}]({url})", "\n", NONE),
    "an address before the title": ("# L\n\n", "- {url} {title}", "\n", NONE),
    "the label of an identifier": ("# L\n\n", "- {title} arXiv:[2401.0000{n}]({url})", "\n", NONE),
    "small names": ("# L\n\n", "1. [{title}]({url}) <br> <sub>{names}</sub> <br> <sup>ICML 2024</sup>", "\n", ALL),
    "a sign by its name": ("# L\n\n", "### {n}) {title}\n:page_facing_up: [Paper]({url})\n:bust_in_silhouette: {names}\n:memo: {prose}", "\n\n", ALL),
    "a tag within bold": ("# L\n\n", "**[Nick{n}] {title}**, <u>{names}</u>, *ICML 2024*. [[Paper]({url})]", "\n\n", ALL),
    "a venue and a year after emphasis": ("# L\n\n", "- [Nick{n}] {title}, *ICML*, 2024 [[paper]({url})]", "\n", NONE),
    "names after a venue": ("# L\n\n", '- "{title}", arXiv 2024, {names} [[Paper]]({url})', "\n", ALL),
    "bold italics": ("# L\n\n", "- ***{title}***, {names} [[Paper]({url})]", "\n", ALL),
    "a footnote": ("# L\n\n", "- {title} [^{n}]\n  - {names}, Ann Lee\n  - <{url}>", "\n", "names, Ann Lee"),
    "a day before a dash": ("# L\n\n", "- {title} (2024-03-1{n}) — {url}", "\n", NONE),
    "emphasis in a link of HTML": ("# L\n\n", '- <a href="{url}" target="_blank">**{title}**</a>, {names}, <i>ICML</i>', "\n", ALL),
    "an underlined title": ("# L\n\n", "- <u>{title}</u>, {names}, [[Paper]({url})]", "\n", ALL),
    "an inserted title": ("# L\n\n", "- <ins>{title}</ins>, {names}, [[Paper]({url})]", "\n", ALL),
    "a line of links below the number": (
        "# L\n\n## 2D\n", "[{n}] {title}<br>\n[paper]({url}) | [code](https://github.com/a/b)<br><br>", "\n", NONE),
    "italics over signs": ("# L\n\n", "🔹 *{title}*\n👤 {names}\n🔗 {url}\n💡 {prose}", "\n\n", ALL),
    "names with a class": (
        "<ol>\n", '<li>\n  <span class="title">{title}</span><br>\n  <span class="author"><strong>{names}</strong></span><br>\n  <em>Hive Robotics</em> 8 (79), 2024<br>\n  [<a href="{url}">arXiv</a>]\n</li>', "\n", ALL),
    "a row on the line of its table": (
        "# L\n\n", '<table><tr><td width="30%"><img src="https://example.org/{n}.png"></td><td><b><a href="{url}">{title}</a></b><br>{names}<br>{prose}</td></tr></table>', "\n", ALL),
    "a day in bold": ("# Club\n\n", '**Sept 1{n}**: "{title}" by {joined}, [ICML 2024]({url})\n\n- Presenter: Ann', "\n\n", ALL),
    "a whole day in bold": ("# Club\n\n", '**March {n}, 2024**: "{title}" by {joined}, [ICML]({url})', "\n\n", ALL),
    "institutions in brackets of full width": ("# 列表\n\n", "- **[OSDI'24]** {title}\n  - 📄 [论文]({url})\n  - 👤 {names}（清华大学，ETH）", "\n", "names（清华大学，ETH）"),
    "how many more names": ("# L\n\n", "### {title}\n\n[arXiv]({url})\n\nAuthors: {names}, +9 authors\n\n> {prose}", "\n\n", ALL),
    "a link to a note in a row": (
        "# L\n\n| Name | Authors | URL | Gist |\n|---|---|---|---|\n", "| [{title}](Notes%20{n}/Page.md) | {names} | {url} | {prose} |", "\n", ALL),
    "prose before links": ("# L\n\n", "**{n}). {title}** - {prose} ([paper]({url}) | [post](https://example.org/{n}))", "\n\n---\n\n", NONE),
    "prose after a colon": ("# L\n\n", "- **{title}**: {prose} [[paper]({url})] [[code](https://example.org/{n})]", "\n", NONE),
    "prose between links": ("# L\n\n", "- [{title}]({url}): {prose} ([code](https://example.org/{n}))", "\n", NONE),
    "a citation in a callout": (
        "# L\n\n", "## @key{n}\n\n> [!cite] Byron, A. B., & Gauss, C. (2024). *{title}*. Hives, 1(2).\n\n- **DOI**:: [10.1/{n}]({url})\n\n### Notes\n{prose}", "\n\n", "Byron, A. B., Gauss, C."),
    "notes below two tabs": (
        "- type:: [[list]]\n- # To read\n\t- ## Rivers\n", "\t\t- [[@{title}]]\n\t\t  collapsed:: true\n\t\t\t- authors:: [[Ada Byron]], [[Carl Gauss]]\n\t\t\t- url:: {url}", "\n", "Ada Byron, Carl Gauss"),
    "a citation in a link": (
        "# L\n\n| Rank | System | Paper |\n|---|---|---|\n", '| {n} | BeeNet {n} | [Byron et al., ICML 2024, "{title}"]({url}) |', "\n", "Byron et al."),
    "a tag in a row": (
        "# L\n\n|Date|Title|Paper|\n|---|---|---|\n", "|2024.0{n}|🔥[**Nick{n}**] {title}(@Some Lab etc)|[[pdf]]({url})|", "\n", NONE),
    "names below prose": ("# L\n\n", "#### [2401.0000{n}] {title} :star:\n- `tag`\n- {prose}\n- _{names}, Ann Lee_ (Lab), NIPS 2017", "\n\n", "names, Ann Lee"),
    "a meeting above a citation": ("# Club\n\n", "**Thu 1{n} Nov 2023 — Ann**\n{names}, _{title}_ (Hives 2019). [arXiv:2401.0000{n}]({url})", "\n\n", ALL),
    "a group after initials": ("# L\n\n", "{n}. Byron AB, Gauss C; Working Group on Bees. {title}. Hives. 2022 Apr;22(4):1-9. PMID: [1]({url}).", "\n\n", "Byron AB, Gauss C, Working Group on Bees"),
    "two given names first": ("# L\n\n", 'Lee, Min Kyung, Ada Byron, and Carl Gauss. "{title}." *Hives* 10 (2016): 37-84. <{url}>.\n\n:   {prose}', "\n\n", "Lee, Min Kyung, Ada Byron, Carl Gauss"),
    "signs before links and names": (
        "# L\n\n", "### {title}\n📝 [Paper]({url}) | 💻 [Code](https://github.com/a/b) | 👥 {names}, Ann Lee\n\n{prose}", "\n\n", "names, Ann Lee"),
    "names and a year in a tag": ("# L\n\n", "- **[Byron et al., 2024]** {title}, *ICML 2024*. [[Paper]]({url})", "\n", "Byron et al."),
    "two names and a year in a tag": ("# L\n\n", "- [Byron & Gauss, 2024] {title}. [[Paper]]({url})", "\n", "Byron, Gauss"),
    "a link in italics": ("# L\n\n", "- *[{title}]({url})* (Some Lab)", "\n", NONE),
    "a journal below names": ("# L\n\n", "- **{title}** <br />\n  *{names}, Ann Lee* <br />\n  Hive Communications 2024. [[Paper]({url})] <br />\n  24 Apr 2023", "\n\n", "names, Ann Lee"),
    "a kind after venues": ("# L\n\n", "- Part {n}\n  - {title}. ICCV'2019 [[paper]({url})]", "\n", NONE),
    "a link to notes": ("# L\n\n", "- [{title}](notes/{n}.md) [[arXiv]({url})] [[code](https://github.com/a/b)]", "\n", NONE),
    "a year right after the title": ("# L\n\n", "- {title}(2022), {others} [[pdf]]({url})", "\n", OTHERS),
    "small names in a cell": ("# L\n\n| # | Title | Paper |\n|---|---|---|\n", "| {n} | **{title}**<br/>*<sub>{names}</sub>* | [pdf]({url}) |", "\n", ALL),
    "names and a year in a cell": ("# Club\n\n| Date | Who | Paper |\n|---|---|---|\n", "| 1{n} May | Ann | [{title}]({url}) (Byron et al. 2019) |", "\n", "Byron et al."),
    "a year after names alone": ("# L\n\n", "Byron, A. B., & Gauss, C. (202{n}). {title}. *Hives, 52*(1), 33-51.", "\n\n", "Byron, A. B., Gauss, C."),
    "an identifier and links above labels": (
        "# L\n\n", "{n}. arXiv:2401.0000{n} [[abs]({url}), [pdf](https://arxiv.org/pdf/2401.0000{n})]  \n   **Title:** {title}  \n   **Authors:** {names}  \n   **Comments:** {n} pages  ", "\n\n", ALL),
    "a linked identifier above labels": ("# L\n\n", "- [arXiv:2401.0000{n}]({url}) (cs.CL)\n\n  - Title: {title}\n  - Authors: {names}, and 4 others\n  - Subjects: cs.CL", "\n", ALL),
    "an identifier in a heading above labels": ("# L\n\n", "### arXiv:2401.0000{n} (<{url}>)\n\n**Title:** {title}\n\n**Authors:** {names} (3 more authors not shown)\n\n{prose}", "\n\n", ALL),
    "an identifier without a link above labels": ("# L\n\n", "[{n}] arXiv:2401.0000{n} [pdf, other]\nTitle: {title}\nAuthors: {names}\nSubjects: Rivers (q-bio)", "\n\n", ALL),
    "an identifier in bold": (
        "# L\n\n## Bees\n\n", "**w203{n}7** {title}  \nby {joined}  \n<{url}>\n\n<details><summary>Abstract</summary>\n{prose}\n</details>", "\n\n", ALL),
    "an identifier in bold in an item": ("# L\n\n", "- **2024/80{n}**: {title} — {names} ([PDF]({url}))", "\n", ALL),
    "a group among initials": ("# L\n\n", "{n}. Byron AB, Hive Watch Collaborators, Gauss C, BEES Study Group. {title}. Hives. 2022 Apr;22(4):1-9. PMID: [1]({url}).", "\n\n", "Byron AB, Hive Watch Collaborators, Gauss C, BEES Study Group"),
    "linked names with a label": (
        "# L\n\n", "[{n}] [arXiv:2401.0000{n}]({url}) [[pdf](https://arxiv.org/pdf/2401.0000{n}), [html](https://arxiv.org/html/2401.0000{n}v1)]  \n**Title:** {title}  \n**Authors:** {linked}  \n**Comments:** {n} pages  \n**Subjects:** Rivers (q-bio)", "\n\n", ALL),
    "linked names without a label": (
        "# L\n\n", "[{n}] [arXiv:2401.0000{n}]({url}) (cross-list from cs.LG) [[pdf](https://arxiv.org/pdf/2401.0000{n})]\nTitle: {title}\n{linked}\nComments: {n} pages\nSubjects: Rivers (q-bio)", "\n\n", ALL),
    "linked names below a heading": ("# L\n\n", "### {title}\n\n{linked}\n\n{prose}\n\n[pdf]({url})", "\n\n", ALL),
    "linked names in the line of a title": ("# L\n\n", "- [{title}]({url}) by {linked} [[code](https://example.org/{n})]", "\n", ALL),
    "a linked identifier and links in brackets": ("# L\n\n", "* **[2024/12{n}]({url})** ([PDF]({url}.pdf), [code](https://example.org/{n})) – {title}  \n  _{joined}_", "\n", ALL),
    "a linked number in a paragraph": ("# L\n\n", "[#12{n}]({url}) ([pdf]({url}.pdf)): {title}  \n{names}", "\n\n", ALL),
    "names after a linked identifier": ("# L\n\n", "- [2401.0000{n}]({url}) ([pdf]({url}.pdf)): {title}, {names}", "\n", ALL),
    "names and a dash before italics": ("# L\n\n", "- [x] {names} — *{title}* ([arXiv:2401.0000{n}]({url}))", "\n", ALL),
    "a year before a title in its link": ("# L\n\n", "* [202{n} - {title}]({url})\n    + **Authors:** {names}", "\n", ALL),
    "an identifier below a rule": ("# L\n\n", "[{n}] arXiv:2401.0000{n}\nTitle: {title}\nAuthors: {names}\n\\\\ ( {url} )\n-----", "\n", ALL),
}  # fmt: skip


def written(name: str, **values: str) -> str:
    """Return the text of a list written in some way, with one more entry that has other values."""
    head, entry, between, _ = ENTRIES[name]
    entries = [entry.format(**paper.values) for paper in PAPERS]
    if values:
        entries.append(entry.format(**{**PAPERS[0].values, **values}))
    return head + between.join(entries) + "\n"


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry(name: str) -> None:
    """Titles, links and names are parsed however entries are written, and all laws hold."""
    _, entry, _, names = ENTRIES[name]
    digest = laws.check_text(written(name))
    assert [paper.title.rstrip("?") for paper in digest.papers] == [
        paper.title.rstrip("?") for paper in PAPERS
    ]
    linked = "{url}" in entry
    assert [paper.url for paper in digest.papers] == [
        paper.values["url"] if linked else None for paper in PAPERS
    ]
    assert [", ".join(paper.authors) for paper in digest.papers] == [
        _expected(names, paper) for paper in PAPERS
    ]


def _expected(names: str, paper: Listed) -> str:
    """Return the names of an entry, as they are parsed."""
    for key in (ALL, OTHERS):
        if names.startswith(key):
            return paper.values[key] + names.removeprefix(key)
    return names


@pytest.mark.parametrize("name", [name for name in ENTRIES if name.startswith("prose ")])
def test_prose_in_the_line_of_a_title(name: str) -> None:
    """Prose between a title and links is a section, and the links are not part of it."""
    digest = parse_digest(written(name))
    for paper, listed in zip(digest.papers, PAPERS, strict=True):
        assert [section.text for section in paper.sections] == [listed.values["prose"]]
        assert [link.url for link in paper.links] == [f"https://example.org/{listed.number}"]
    first = digest.papers[0]
    section = first.sections[0].replace(text="They do not, as another study has shown.")
    edited = digest.replace_paper(first, sections=[section])
    text = written(name).replace(first.sections[0].text, section.text, 1)
    assert serialize_digest(edited) == text


@pytest.mark.parametrize("name", ENTRIES)
def test_edits_of_an_entry(name: str) -> None:
    """An edit of a list in any of these ways is faithful, or refused."""
    text = written(name)
    digest = parse_digest(text)
    assert digest.dialect is not None
    first, *rest = digest.papers
    edits: list[Digest] = [
        digest.replace(papers=[first.replace(title="Dropout, again"), *rest]),
        digest.replace(papers=[*rest, first]),
        digest.insert(1, Paper("Dropout", "https://arxiv.org/abs/1207.0580")),
    ]
    for edited in edits:
        laws.check_edit(text, digest, edited, digest.dialect)
