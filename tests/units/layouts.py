"""Layouts in which people list papers, each with a short text of its own and the titles in it."""

from typing import NamedTuple


class Layout(NamedTuple):
    """A text and the titles of its papers."""

    text: str
    titles: tuple[str, ...]


_ARXIV = "https://arxiv.org/abs/"
ADAM = "Adam: A Method for Stochastic Optimization"
RESNET = "Deep Residual Learning for Image Recognition"
ATTENTION = "Attention Is All You Need"
GAN = "Generative Adversarial Networks"
ALL = (ADAM, RESNET, ATTENTION, GAN)
_IDS = ("1412.6980", "1512.03385", "1706.03762", "1406.2661")
_NAMES = (
    "Diederik P. Kingma, Jimmy Ba",
    "Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun",
    "Ashish Vaswani, Noam Shazeer, Niki Parmar",
    "Ian Goodfellow, Yoshua Bengio",
)


def _each(line: str, between: str = "\n") -> str:
    """Write a line for each of the four papers."""
    return between.join(
        line.format(title=title, url=_ARXIV + number, id=number, names=names, n=at)
        for at, (title, number, names) in enumerate(zip(ALL, _IDS, _NAMES, strict=True), 1)
    )


def _under(head: str, line: str, *, ends: str = "\n") -> Layout:
    return Layout(f"{head}\n\n{_each(line)}{ends}", ALL)


LAYOUTS = {
    "links in items": _under("# Notes", "- [{title}]({url})"),
    "dated links": _under("# Notes", "- 2024-03-0{n} [{title}]({url})"),
    "references": Layout(
        "# Notes\n\n" + _each("- [{title}][{n}]") + "\n\n" + _each("[{n}]: {url}") + "\n", ALL
    ),
    "names in emphasis": _under("# Notes", "- [{title}]({url}) *{names}*"),
    "names in front": _under("# Notes", "- {names}. **{title}**. {url}"),
    "titles after names in the item below": _under(
        "# Notes",
        "* Lab {n} [[Paper]]({url}) [[Web]]({url}v1)\n  * {names}, {title}, In NIPS, 2014.",
    ),
    "items of HTML": _under(
        "<h1>Notes</h1>\n\n<ul>", '<li><a href="{url}">{title}</a></li>', ends="\n</ul>\n"
    ),
    "headings of HTML": Layout(
        "# Notes\n\n" + _each('<h3><a href="{url}">{title}</a></h3>\n\nWords.', "\n\n") + "\n", ALL
    ),
    "underlined headings": Layout(
        "Notes\n=====\n\n" + _each("{title}\n--------\n\n{url}\n\nWords.", "\n\n") + "\n", ALL
    ),
    "an underlined heading with a day": Layout(
        "Notes, 4 March 2024\n===================\n\n" + _each("* [{title}]({url})") + "\n", ALL
    ),
    "a day below an underlined heading": Layout(
        "Notes\n=====\n\n4 March 2024\n\n" + _each("* [{title}]({url})") + "\n", ALL
    ),
    "a day below": Layout("# Notes\n\n4 March 2024\n\n" + _each("* [{title}]({url})") + "\n", ALL),
    "days": Layout("# Notes, 4 - 10 March 2024\n\n" + _each("* [{title}]({url})") + "\n", ALL),
    "a day without a heading": Layout("4 March 2024\n\n" + _each("* [{title}]({url})") + "\n", ALL),
    "front matter": Layout(
        "---\ntitle: Notes\ndate: 2024-03-04\n---\n\n# Notes\n\n"
        + _each("* [{title}]({url})")
        + "\n",
        ALL,
    ),
    "code above the heading": Layout(
        "```\n# none\n```\n\n# Notes\n\n" + _each("* [{title}]({url})") + "\n", ALL
    ),
    "a quote": _under("# Notes", "> - [{title}]({url})"),
    "quoted headings": Layout(
        "# Notes\n\n" + _each("> ### {title}\n>\n> {url}", "\n\n") + "\n", ALL
    ),
    "paragraphs": Layout("# Notes\n\n" + _each("{title}\n{names}\n{url}", "\n\n") + "\n", ALL),
    "bold lines": Layout(
        "# Notes\n\n" + _each("**{title}**\n\n{names}\n\n{url}", "\n\n") + "\n", ALL
    ),
    "numbered headings": Layout(
        "# Notes\n\n" + _each("## {n}. {title}\n\nAuthors: {names}\n\nWords.", "\n\n") + "\n", ALL
    ),
    "links below": Layout(
        "# Notes\n\n" + _each("## {title}\n\nWords.\n\n[Paper]({url})", "\n\n") + "\n", ALL
    ),
    "headings over headings": Layout(
        "# Notes\n\n## Vision\n\n" + _each("### {title}\n\n[Paper]({url})", "\n\n") + "\n", ALL
    ),
    "a table": Layout(
        "# Notes\n\n| Title | Authors | Link |\n|---|---|---|\n"
        + _each("| {title} | {names} | [pdf]({url}) |")
        + "\n",
        ALL,
    ),
    "two tables": Layout(
        "# Notes\n\n| Paper | Venue |\n|---|---|\n"
        + _each("| [{title}]({url}) | ICML 201{n} |")
        + "\n\n| Paper | Code |\n|---|---|\n"
        + "| [Dropout](https://arxiv.org/abs/1207.0580) | [code](https://github.com/a/b) |\n",
        (*ALL, "Dropout"),
    ),
    "one header twice": Layout(
        "# Notes\n\n| Paper | Venue |\n|---|---|\n"
        + _each("| [{title}]({url}) | ICML 201{n} |")
        + "\n\nMore.\n\n| Paper | Venue |\n|---|---|\n"
        + "| [Dropout](https://arxiv.org/abs/1207.0580) | JMLR |\n",
        (*ALL, "Dropout"),
    ),
    "a table with numbers": Layout(
        "# Notes\n\n| # | Paper | By | ML |\n|---|---|---|---|\n"
        + _each("| {n} | [{title}]({url}) | {names} | - |")
        + "\n",
        ALL,
    ),
    "a table of names without a header for them": Layout(
        "# Notes\n\n| What | Who |\n|---|---|\n" + _each("| {title} | {names} |") + "\n", ALL
    ),
    "a table with links in a column": Layout(
        "# Notes\n\n| Title | Paper |\n|---|---|\n" + _each("| {title} | [pdf]({url}) |") + "\n",
        ALL,
    ),
    "a table with links of images": Layout(
        "# Notes\n\n| Title | Stuff |\n|---|---|\n"
        + _each("| {title} | [![a](b.png)]({url}) |")
        + "\n",
        ALL,
    ),
    "a long table with few items": Layout(
        "# Notes\n\n## Read first\n\nWords.\n\n| Title | Authors | Link |\n|---|---|---|\n"
        + _each("| {title} | {names} | [pdf]({url}) |"),
        ALL,
    ),
    "one heading of a level": Layout(
        f"# {ADAM}\n\nAuthors: {_NAMES[0]}\n\nAbstract: It keeps two averages.\n", (ADAM,)
    ),
    "items below items": Layout(
        "# Notes\n\n" + _each("- **{title}**\n  - Authors: {names}\n  - [Paper]({url})") + "\n", ALL
    ),
    "items of tools beside papers": Layout(
        "# Notes\n\n## Papers\n\n"
        + _each("- [{title}]({url})")
        + "\n\n## Tools\n\n- [A tool](https://example.org/a)\n- [A library](https://example.org/b)\n",
        ALL,
    ),
    "labels in bold": Layout(
        "# Notes\n\n"
        + _each("### {title}\n\n**Authors:** {names}\n\n**Abstract:** Words.\n", "\n")
        + "\n",
        ALL,
    ),
    "tabs": Layout("# Notes\n\n" + _each("- [{title}]({url})\n\t- {names}") + "\n", ALL),
    "a table beside items": Layout(
        "# Notes\n\n"
        + _each("- [{title}]({url})")
        + f"\n\n| Title | Score |\n|---|---|\n| {ADAM} | 3 |\n| {GAN} | 4 |\n",
        ALL,
    ),
    "months after titles": _under("# Notes", "- {title}, May 2016, [arxiv]({url})"),
    "escaped brackets": _under("# Notes", "- {title}, in *ICML* 2016. [\\[paper\\]]({url})"),
    "labels in code": Layout(
        "# Notes\n\n"
        + _each("+ **{title}**  \n[`[Paper]`]({url}), [`[Code]`](https://github.com/a/b)", "\n\n")
        + "\n",
        ALL,
    ),
    "a kind after a short name": _under("# Notes", '- **N{n}** (CNN): "{title}" [[paper]({url})]'),
    "brackets in brackets before titles": _under(
        "# Notes", "- (ICML 2016 (Oral)) **{title}**, {names} [[Paper]({url})]"
    ),
    "names of which one is bold": _under(
        "# Notes", '- D. Kingma, **J. Ba**, and K. He, "{title}," in *Proc. ICML*. [[PDF]({url})]'
    ),
    "names with affiliations, no links": Layout(
        "# Notes\n\n"
        + _each("**{title}**  \nAda Byron (Turin) · Carl Gauss · Emmy North (Bonn)", "\n\n")
        + "\n",
        ALL,
    ),
    "a surname first, no links": _under("# Notes", "{n}. {title}. Byron, Ada et al. ICML 2016"),
    "numbers with a slash": Layout(
        "# Notes\n\n" + _each("**{n}/** **{title}**\n\nWords.\n\n📄 {url}", "\n\n") + "\n", ALL
    ),
    "an address above the title": Layout(
        "# Notes\n\n" + _each("URL: {url}\nTitle: {title}\nAuthors: {names}", "\n\n") + "\n", ALL
    ),
    "linked words in a column of papers": Layout(
        "# Notes\n\n|Short|Title|Paper|Code|\n|---|---|---|---|\n"
        + _each("|**N{n}**|**{title}**|[N{n}]({url})|null|")
        + "\n",
        ALL,
    ),
    "links to other notes": Layout(
        "# Notes\n\n| File | Authors | URL |\n|---|---|---|\n"
        + _each("| [[N{n}\\|{title}]] | {names} | {url} |")
        + "\n",
        ALL,
    ),
    "parts of papers over a link": Layout(
        "# Notes\n\n## Before\n\nWords.\n\n"
        + _each(
            "## {title}\n\n### Why\n\nWords.\n\n### How\n\nWords.\n\n> Words.\n\n### Where\n\n{url}",
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "talks beside papers": Layout(
        "# Notes\n\n## Papers\n\n"
        + _each("- [{title}]({url}), {names}, 2016")
        + "\n\n## Videos\n\n- [A Talk on Dropout](https://www.youtube.com/watch?v=a), Ada Byron, 2016\n"
        + "\n## Code\n\n### Python\n\n- [A library of layers](https://github.com/a/b)\n",
        ALL,
    ),
    "a venue after a full stop": _under("# Notes", "- {title}. ICML 201{n}. [[paper]({url})]"),
    "a venue in brackets, a label before a link": _under(
        "# Notes",
        "{n}. {title} 【ICML 201{n}】 论文：[link]({url}) | 代码：[link](https://github.com/a/b)",
    ),
    "signs before links": _under(
        "# Notes",
        "- 🟢 {title} — {names} (ICML'1{n}) 📄[pdf]({url}) 💻[code](https://github.com/a/b)",
    ),
    "names between breaks": _under(
        "# Notes",
        "- **{title}** <br> Ada Byron, **Emmy North** <br> *ICML*, 201{n} <br> [[Paper]]({url})",
    ),
    "names above titles": Layout(
        "# Notes\n\n"
        + _each("**Ada Byron**, Emmy North.  \n[{title}]({url})  \n*ICML*, 201{n}.", "\n\n")
        + "\n",
        ALL,
    ),
    "a person below links": Layout(
        "# Notes\n\n" + _each("### {title}\n\n[Paper]({url})\n\nAda Byron", "\n\n") + "\n", ALL
    ),
    "names below a heading of their own": Layout(
        _each(
            "# {title}\n\n## Gist\n\nWords.\n\n### Link\n{url}\n\n### Authors\n{names}\n\n## Notes\n\nWords.",
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "a number and links above the title": Layout(
        "# Notes\n\n"
        + _each(
            "[{n}] [arXiv:{id}]({url}) [[pdf]({url}.pdf)]\n**Title:** {title}  \n**Authors:** {names}  \n**Subjects:** cs.LG",
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "a paragraph beside items": Layout(
        f"to read\n\n{ADAM} {_ARXIV}1412.6980\n\n{RESNET}\n{_ARXIV}1512.03385\n\n"
        f"- {ATTENTION} - {_ARXIV}1706.03762\n- {GAN} - {_ARXIV}1406.2661\n- Dropout Again - {_ARXIV}1207.0580\n",
        (*ALL, "Dropout Again"),
    ),
    "cards of HTML": Layout(
        "<h1>Notes</h1>\n\n"
        + _each(
            '<p align="left">\n    <a href="{url}">\n        <img src="{n}.jpg" />\n    </a>\n    <a href="{url}">\n        <strong>{title}</strong>\n    </a>\n'
            '    <br/>\n    {names}\n    <br/>\n    [<a href="{url}">paper</a>]\n</p>\n<br/>',
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "a table whose header says nothing of links": Layout(
        "# Notes\n\n## All\n\n| Year | Words and theses | Code |\n|---|---|---|\n"
        + _each("| 201{n} | [{title}]({url}) | No |")
        + "\n",
        ALL,
    ),
    "days without a meeting": Layout(
        "# Notes\n\n| Date | Who | Paper |\n|---|---|---|\n"
        + _each("| Oct {n} | Ada | [{title}]({url}), Byron et al. 201{n} |")
        + "\n| Oct 9 | - | No meeting (holiday) |\n",
        ALL,
    ),
    "links of two kinds": Layout(
        "# Notes\n\n## Projects\n\n- [A Thing of Layers](https://github.com/a/b) - A thing.\n\n## Papers\n\n"
        + _each("- (201{n}-05) [{title}]({url})")
        + "\n",
        ALL,
    ),
    "names after a link below": Layout(
        "# Notes\n\n" + _each("## {title}\n[arXiv]({url}) — {names}\n\nWords.", "\n\n") + "\n", ALL
    ),
    "labelled names among other values": Layout(
        "# Notes\n\n"
        + _each("### {title}\n\n`a` `b` · **[arXiv]({url})** · Authors: {names}\n\nWords.", "\n\n")
        + "\n",
        ALL,
    ),
    "labelled names after a date": Layout(
        "# Notes\n\n"
        + _each("### {title}\n\n2024-05-0{n} | Authors: {names}\n\n[Paper]({url})", "\n\n")
        + "\n",
        ALL,
    ),
    "links with attributes": Layout(
        "# Notes\n\n"
        + _each(
            '## {title}\n\n[abs]({url}){{:target="_blank"}} [pdf]({url}.pdf){{:target="_blank"}}\n\nWords.',
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "names and links indented below numbers": Layout(
        "Alert, 4 March 2024\n\n"
        + _each("[{n}] {title}\n    {names}\n    {url}\n    Gist: words.", "\n\n")
        + "\n",
        ALL,
    ),
    "headings and links of HTML in a card": Layout(
        "# Notes\n\n"
        + _each(
            '<div class="card">\n<h3>{title}</h3>\n<p class="meta">{names}</p>\n<p>Words.</p>\n<p><a class="b" href="{url}">arXiv</a></p>\n</div>',
            "\n\n",
        )
        + "\n",
        ALL,
    ),
    "papers between breaks of stars": Layout(
        "# Notes\n\n***\n\n"
        + _each("**{title}**\n\nby {names}\n\n* Words.\n\n[Read the paper]({url})\n\n***", "\n\n")
        + "\n",
        ALL,
    ),
    "a year before the names": _under("# Reading", "- {title} (2020) {names} [pdf]({url})"),
    "names and a year between dots": _under(
        "# Reading", "- {names}. 2015. {title}. In Proceedings of ICML. [pdf]({url})"
    ),
    "a venue with the link in a paragraph": _under(
        "# Reading", "{title}  \n*{names}*  \nICML 2015. [pdf]({url})\n"
    ),
    "a venue after a comma": _under(
        "# Notes",
        "{n}. [N{n}] {title}, ICML 2016. [[pdf]({url})] [[project](https://a.example.org)]",
    ),
    "an ordered list in HTML": Layout(
        "<h1>Notes</h1>\n\n<ol>\n"
        + _each(
            '<li><strong>{title}</strong><br>\n{names}<br>\n<em>ICML 2016</em> [<a href="{url}">pdf</a>]</li>'
        )
        + "\n</ol>\n",
        ALL,
    ),
    "scores before titles": _under("# Notes", "* **8.{n}** [{title}]({url}) — {names}"),
    "a date, names and a link": Layout(
        "# Notes\n\n"
        + _each("### {title}\n\n🗓 2024-05-0{n} · 👥 {names} · 📄 [arXiv]({url})\n\nWords.", "\n\n")
        + "\n",
        ALL,
    ),
    "a number in brackets and labelled lines": _under(
        "# Notes",
        "[{n}]{title}<br>\n作者：{names}<br>\n论文：{url}<br>\n代码：https://github.com/a/b<br>\n",
    ),
    "names with a colon, without links": _under(
        "# Notes", "* {names}: {title}, Journal of Notes, 2016."
    ),
    "names, title, venue and year": _under(
        "# Notes", "- {names}, {title}, ICML 2016 [[pdf]({url})]"
    ),
    "names in brackets": _under("# Notes", "- {title} [{names}] [[pdf]({url})]"),
    "values between slashes": _under("# Notes", "- [{title}]({url}) / {names} / ICML 2016"),
    "values between semicolons": _under("# Notes", "- {title}; {names}; ICML 2016; [pdf]({url})"),
    "stars after titles": _under("# Notes", "+ {title} ★★★☆☆ [[arXiv]({url})]"),
    "an arrow before the address": _under("# Notes", "- {title} -> {url}"),
    "a table in HTML with a cell in each line": Layout(
        "# Notes\n\n<table>\n<tr><th>Title</th><th>Authors</th><th>Link</th></tr>\n"
        + _each('<tr>\n<td>{title}</td>\n<td>{names}</td>\n<td><a href="{url}">pdf</a></td>\n</tr>')
        + "\n</table>\n",
        ALL,
    ),
    "a table in HTML with numbers first": Layout(
        "# Notes\n\n<table>\n"
        + _each('<tr><td>{n}</td><td>{title}</td><td><a href="{url}">pdf</a></td></tr>')
        + "\n</table>\n",
        ALL,
    ),
    "a table in HTML with titles on lines of their own": Layout(
        "# Notes\n\n<table>\n"
        + _each(
            '<tr>\n<td>2024-08-0{n}</td>\n<td>\n<b>{title}</b>\n</td>\n<td>{names}</td>\n<td><a href="{url}">arXiv</a></td>\n</tr>'
        )
        + "\n</table>\n",
        ALL,
    ),
    "bold titles with a colon before links": _under(
        "# Notes", "- **{title}**: [arXiv]({url}), [code](https://github.com/a/b)"
    ),
    "a venue before and names after": _under(
        "# Notes", "- (ICML 2016) {title}, Ian Goodfellow et al. [[Paper]]({url})"
    ),
    "titles in Chinese marks": _under(
        "# 笔记", "### 《{title}》\n\n**论文链接**：{url}\n\n很好。\n"
    ),
    "numbers in linked headings": _under("# Notes", "#### [{n}. {title}]({url})\n\n_{names}_\n"),
    "a venue between dashes": _under(
        "# Notes", "- [ ] **{title}** — ICML 2016 — [arXiv]({url}) — added by @ada"
    ),
    "quoted titles in links": _under("# Notes", '* ["{title}"]({url}) by {names}'),
    "a bold year and a dash": _under("# Notes", "* **2017** - {title} - {names} - [PDF]({url})"),
    "a year in emphasis": _under("# Notes", "* *(2017)* {names}: **{title}**. [[arXiv]({url})]"),
    "a day and names between commas": _under(
        "# Notes", "- 2024-03-0{n}, {title}, Ian Goodfellow et al., [pdf]({url})"
    ),
    "identifiers in bold links": _under("# Notes", "**[{id}]({url})** {title}\n\n{names}\n"),
    "names before bold titles in items of HTML": _under(
        "# Notes\n\n<ol>",
        '<li>{names}. <b>{title}</b>. ICML 2016. <a href="{url}">pdf</a></li>',
        ends="\n</ol>\n",
    ),
    "labels in bold below bold titles": _under(
        "# Notes",
        "**{n}. {title}**\n*Authors: {names}*\n\n**Summary:** Words.\n\n**Key insights:**\n"
        "- One\n- Two\n\n[Read paper]({url})\n\n---\n",
    ),
    "identifiers over labels": _under(
        "# Notes", "[{n}] arXiv:{id} [pdf, other]\nTitle: {title}\nAuthors: {names}\n"
    ),
    "references without links": _under("# Papers", "[{n}] {names}. {title}. arXiv:{id}, 2016.\n"),
    "stars with a score after titles": _under(
        "# Notes",
        "## {n}. {title}  ⭐ 9.{n}/10\n\n**arXiv:** [{id}]({url}) · [PDF]({url}v1)\n**Authors:** {names}\n\n"
        "**TL;DR:** Words.\n",
        ends="\n### Also seen\n\n- Ghosts in the Shell ([2401.00001](https://arxiv.org/abs/2401.00001)) - 6\n"
        "- Nets of Nets ([2401.00002](https://arxiv.org/abs/2401.00002)) - 5\n",
    ),
    "stars before names": _under("# Notes", '- \\* {names} (2017), "{title}", ICML. [link]({url})'),
    "nicknames in bold before titles in quotes": _under(
        "# Notes", '- **Net{n}** - "{title}" [2017-0{n}] [ICML 2017] [[paper]({url})]'
    ),
    "labels between breaks": _under(
        "Words of today <br>",
        'Title: <a href="{url}">{title}</a><br>Authors: {names}<br>Score: {n}<br>Reason: It is of use.<br><br>',
    ),
    "marked words": _under("# Notes", "- ==**{title}**== [[paper]({url})]"),
    "links to notes and tags": _under("# Notes", "- [[{id}]] {title} #notes [arXiv]({url})"),
    "definitions": _under("# Notes", "{title}\n: {names}. ICML 2016. [pdf]({url})\n"),
    "numbers before links in rows": Layout(
        "# Notes\n\n| Title | Year |\n|---|---|\n"
        + _each("| {n}. [{title}]({url}) | 2017 |")
        + "\n",
        ALL,
    ),
}
