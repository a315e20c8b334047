"""Forms of titles, names and labels in texts of an unknown layout."""

import pytest

from paperdigest import detect_dialect, diagnose, parse_digest, serialize_digest

A, B = "https://arxiv.org/abs/2401.00001", "https://arxiv.org/abs/2401.00002"
PAIR = ("Ada Byron", "Carl Gauss")
ONE = ("Emmy Noether",)

#: A text of two papers in each form, with the title, the link and the authors of both.
FORMS: dict[str, tuple[str, list[tuple[str, str | None, tuple[str, ...]]]]] = {
    "a tag in bold code": (
        f"# L\n\n- **`ICML'24`** 🔵 [Bees Count to Four]({A}) *(Ada Byron, Carl Gauss)*\n"
        f"- **`ACL'23`** [Ants Avoid Corners]({B}) *(Emmy Noether)*\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a link to a program before the title": (
        f"# L\n\n- **[BeeNet](https://example.org/docs/bee)** from Byron and Gauss: [Bees Count to Four]({A}) (ICML 2024) [[**Code**](https://example.org/c)]\n"
        f"- **[AntNet](https://example.org/docs/ant)** from Noether: [Ants Avoid Corners]({B}) (ACL 2023)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a venue before a link in a row": (
        f"# L\n\n| Model | Paper |\n|---|---|\n| BeeNet | [ICML 2024][Bees Count to Four]({A}) |\n| AntNet | [ACL 2023][Ants Avoid Corners]({B}) |\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a link before the title": (
        f"# L\n\n- {A} — Bees Count to Four\n- {B} — Ants Avoid Corners (2022)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "admonitions": (
        f'# L\n\n!!! abstract "Bees Count to Four"\n    [pdf]({A})\n\n!!! abstract "Ants Avoid Corners"\n    [pdf]({B})\n',
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "folded admonitions": (
        f'# L\n\n??? note "Bees Count to Four"\n    [pdf]({A})\n\n??? note "Ants Avoid Corners"\n    [pdf]({B})\n',
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a venue in code after the title": (
        f"# L\n\n- Bees Count to Four `ICML` [paper]({A})\n- Ants Avoid Corners at Night `ACL` [paper]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "a year after the title": (
        f"# L\n\n- Bees Count to Four, 2024 [[Paper]({A})]\n- Ants Avoid Corners at Night, 2023 [[Paper]({B})]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "a venue in a tag after the title": (
        f"# L\n\n- Bees Count to Four, <ins>ICML 2024</ins>\n  [![Paper](https://example.org/b.svg)]({A})\n"
        f"- Ants Avoid Corners, <ins>ACL 2023</ins>\n  [![Paper](https://example.org/b.svg)]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "dates before titles": (
        f"# L\n\n### 13.03.2024: Bees Count to Four\n\nLink: <{A}>\n\n### 20.03.2024: Ants Avoid Corners\n\nLink: <{B}>\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "names in initials": (
        f"# L\n\n- Byron A, de Gauss C. Bees Count to Four. *J Bees*. 2021;28(7):29-84. [doi]({A})\n"
        f"- Noether E. Ants Avoid Corners at Night. *Insects*. 2022;3(1):1-9. [doi]({B})\n",
        [("Bees Count to Four", A, ("Byron A", "de Gauss C")), ("Ants Avoid Corners at Night", B, ("Noether E",))],
    ),
    "names with initials, a year": (
        f"# References\n\nByron, A., & Gauss, C. (2024). Bees Count to Four. *Journal of Bees*, 1(2), 3–4. {A}\n\n"
        f"Noether, E. (2023). Ants Avoid Corners at Night. *Insects*, 5, 6–7. {B}\n",
        [("Bees Count to Four", A, ("Byron, A.", "Gauss, C.")), ("Ants Avoid Corners at Night", B, ("Noether, E.",))],
    ),
    "a title in quotes after names and a year": (
        f"# L\n\n* Byron, Ada. 2024. “Bees Count to Four.” *Bees* 5 (3): 1–9. {A}.\n* Noether, Emmy. 2023. “Ants Avoid Corners.” *Insects* 1 (1): 2–3. {B}.\n",
        [("Bees Count to Four", A, ("Byron, Ada",)), ("Ants Avoid Corners", B, ("Noether, Emmy",))],
    ),
    "linked titles in quotes": (
        f"# L\n\n- “[Bees Count to Four]({A})” by Ada Byron and Carl Gauss (2024)\n- “[Ants Avoid Corners]({B})” by Emmy Noether (2023)\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "guillemets": (
        f"# L\n\n- « Bees Count to Four » [lien]({A})\n- « Ants Avoid Corners » [lien]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "names in the line below": (
        f"# L\n\n**Bees Count to Four**  \nAda Byron, Carl Gauss  \n*ICML 2024*  \n[PDF]({A})\n\n"
        f"**Ants Avoid Corners**  \nEmmy Noether  \n*ACL 2023*  \n[PDF]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names and a link in the line below": (
        f"# L\n\n## Bees Count to Four\n\nAda Byron, Carl Gauss — ICML 2024 — [PDF]({A})\n\n### Idea\n\nSmall.\n\n"
        f"## Ants Avoid Corners\n\nEmmy Noether — ACL 2023 — [PDF]({B})\n\n### Idea\n\nSlow.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names after By": (
        f"# L\n\n## 1. Bees Count to Four\n\nBy Ada Byron, Carl Gauss | [Paper]({A})\n\n## 2. Ants Avoid Corners\n\nBy Emmy Noether | [Paper]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "accepted papers": (
        "# Accepted papers\n\n* **How Bees Count up to Four**  \n  Ada Byron, Carl Gauss\n* **Why Ants Avoid the Corners**  \n  Emmy Noether, Ada Byron\n"
        "* **What Wasps Remember of Faces**  \n  Carl Gauss, Emmy Noether\n* **When Flies Sleep in Short Bouts**  \n  Ada Byron, Emmy Noether\n* **Whether Moths Hear all Bats**  \n  Carl Gauss, Ada Byron\n",
        [("How Bees Count up to Four", None, PAIR), ("Why Ants Avoid the Corners", None, ("Emmy Noether", "Ada Byron"))],
    ),
    "labels in brackets": (
        f"# L\n\n**1. Bees Count to Four**\n【作者】Ada Byron, Carl Gauss\n【链接】{A}\n\n**2. Ants Avoid Corners**\n【作者】Emmy Noether\n【链接】{B}\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "labels before a dash": (
        f"# L\n\n### Title: Bees Count to Four\n\n**Authors** – Ada Byron; Carl Gauss\n**Where** – {A}\n\n### Title: Ants Avoid Corners\n\n**Authors** – Emmy Noether\n**Where** – {B}\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "citations in the style of ABNT": (
        "# Leituras\n\n1. BYRON, A. M. da; GAUSS, C. As abelhas, as formigas e o número quatro. **Revista de Abelhas**, v. 3, n. 1, 2019. Disponível em: <https://doi.org/10.1/S0(24)1-9/full>.\n"
        "2. NOETHER, E. “Cantos” e formigas: um ensaio. **Formigas**, v. 4, 2020. Disponível em: <https://doi.org/10.1/2>. Acesso em: 3 mar. 2024.\n",
        [
            (
                "As abelhas, as formigas e o número quatro",
                "https://doi.org/10.1/S0(24)1-9/full",
                ("BYRON, A. M. da", "GAUSS, C."),
            ),
            ("“Cantos” e formigas: um ensaio", "https://doi.org/10.1/2", ("NOETHER, E.",)),
        ],
    ),
    "a mailing of arXiv": (
        f"\\\\\narXiv:2401.00001\n\nTitle: Bees Count to Four and Sometimes to\n  Five\nAuthors: Ada Byron\n  and Carl Gauss\nCategories: q-bio\n\\\\\n  Bees count.\n\\\\ ( {A} ,  12kb)\n"
        f"------------------\n\\\\\narXiv:2401.00002\n\nTitle: Ants Avoid Corners\nAuthors: Emmy Noether\nCategories: q-bio\n\\\\\n  Ants turn.\n\\\\ ( {B} ,  9kb)\n",
        [("Bees Count to Four and Sometimes to Five", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "cards in a table": (
        f'# L\n\n<table>\n  <tr>\n    <td><img src="a.gif"></td>\n    <td>\n      <b>Bees Count to Four</b><br>\n      Ada Byron, Carl Gauss<br>\n      <a href="{A}">[Paper]</a>\n    </td>\n  </tr>\n'
        f'  <tr>\n    <td><img src="b.gif"></td>\n    <td>\n      <b>Ants Avoid Corners</b><br>\n      Emmy Noether<br>\n      <a href="{B}">[Paper]</a>\n    </td>\n  </tr>\n</table>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a folded list": (
        f"# L\n\n<details>\n<summary><b>Insects</b> (2)</summary>\n\n1. [Bees Count to Four]({A}). Ada Byron, Carl Gauss.\n2. [Ants Avoid Corners]({B}). Emmy Noether.\n\n</details>\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "dates in the text of links": (
        f"# L\n\n- [Bees Count to Four (**2024.01**)]({A})\n- [Ants Avoid Corners (**2023.12**)]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "headings that only count": (
        f"# L\n\n## 论文一\n\n**标题**：Bees Count to Four\n**作者**：Ada Byron, Carl Gauss\n**链接**：{A}\n\n## 论文二\n\n**标题**：Ants Avoid Corners\n**作者**：Emmy Noether\n**链接**：{B}\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a quotation in a bold title": (
        f"# L\n\n**“Are Bees Sure?”: Doubt in the Hive**\n[pdf]({A})\n\n**Ants Avoid Corners**\n[pdf]({B})\n",
        [("“Are Bees Sure?”: Doubt in the Hive", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a column of papers": (
        f"# L\n\n| Date | Artigo | Slides |\n|---|---|---|\n| 05/03 | [Bees Count to Four]({A}) | [pdf](s/1.pdf) |\n| 12/03 | [Ants Avoid Corners]({B}) | [pdf](s/2.pdf) |\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "headings below the contents": (
        f"# L\n\n## Contents\n\n* [Bees](#bees)\n* [Ants](#ants)\n\n### Bees\n\n- **Bees Count to Four** (2012), Ada Byron and Carl Gauss [[pdf]]({A})\n\n"
        f"### Ants\n\n- **Ants Avoid Corners** (2014), Emmy Noether [[pdf]]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "news and maintainers": (
        f"# L\n\n## 🔔 News\n\n- [2024/03/01] The list opens, see [the post]({A})\n- [2024/04/01] We thank all readers.\n\n## Papers\n\n- [2023/09] **Bees Count to Four.** [[paper]({A})]\n"
        f"- [2023/10] **Ants Avoid Corners.** [[paper]({B})]\n\n## Maintainers\n\n- [Ada Byron](https://example.org/ada)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a short name with a colon": (
        f"# L\n\n- **Hive**: Bees Count to Four [[paper]({A})]\n- **Mound:** Ants Avoid Corners at Night [[paper]({B})]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "a short name in a tag": (
        f'# L\n\n1. <u>Hive</u>: **"Bees Count to Four"**. *Ada Byron, Carl Gauss*. ICML 2023. [[Paper]({A})]\n'
        f'2. <u>Mound</u>: **"Ants Avoid Corners"**. *Emmy Noether et al*. ACL 2022. [[Paper]({B})]\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether et al",))],
    ),
    "days before titles": (
        f"# L\n\n- 1 Mar, *Bees Count to Four*, {A}\n- 3 Mar, *Ants Avoid Corners*, {B}\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "days before titles of headings": (
        f"# Club\n\n### Oct 4, 2023: Bees Count to Four\n\n* Presenter: Ann\n* Paper: {A}\n\n### Nov 1, 2023: Ants Avoid Corners\n\n* Presenter: Bo\n* Paper: {B}\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "numbered links in bold": (
        f"# L\n\n**1. [Bees Count to Four]({A})**\n\nby Ada Byron, Carl Gauss\n\nThey count.\n\n**2. [Ants Avoid Corners]({B})**\n\nby Emmy Noether\n\nThey turn.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "links in two brackets after a venue": (
        f"# L\n\n**Bees Count to Four** \\\n*Ada Byron, Carl Gauss* \\\nICML 2022. [[Paper]({A})] [[Github](https://github.com/a/b)] \\\n10 Oct 2022\n\n"
        f"**Ants Avoid Corners** \\\n*Emmy Noether* \\\narXiv 2022. [[Paper]({B})] \\\n3 Jan 2022\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a long venue before links": (
        f"# L\n\n**Bees Count to Four**\n\nFindings of the Meeting on Hives: Bees 2023. [[pdf]({A})]\n\n**Ants Avoid Corners at Night**\n\nMeeting on Mounds. [[pdf]({B})]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "names, and links, below a venue": (
        f"# L\n\n1. **Bees Count to Four.** Preprint of a long talk at the meeting. ![](https://example.org/b.svg)\n\n   *Ada Byron, Carl Gauss* [[pdf]({A})], 2021.7\n\n"
        f"2. **Ants Avoid Corners.** Findings of ACL 2021.\n\n   *Emmy Noether* [[pdf]({B})], 2020.8\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a source before an address": (
        "# L\n\n**Bees Count to Four**\n\nAda Byron, Carl Gauss\n\n*bioRxiv* · https://doi.org/10.1101/1\n\n> They count.\n\n"
        "**Ants Avoid Corners**\n\nEmmy Noether\n\n*bioRxiv* · https://doi.org/10.1101/2\n\n> They turn.\n",
        [("Bees Count to Four", "https://doi.org/10.1101/1", PAIR), ("Ants Avoid Corners", "https://doi.org/10.1101/2", ONE)],
    ),
    "labels between bars": (
        f"# L\n\n### Bees Count to Four\n\n**arXiv ID:** `2401.00001` | **Published:** 2024-01-01 | [Abstract]({A})\n\n**Authors:** Ada Byron, Carl Gauss | [Talk](https://example.org)\n\n"
        f"### Ants Avoid Corners\n\n**arXiv ID:** `2401.00002` | **Published:** 2024-01-02 | [Abstract]({B})\n\n**Authors:** Emmy Noether\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "et al. before a venue": (
        f"# L\n\n* [Bees Count to Four]({A}). Ada Byron and Carl Gauss. NAACL, 2023.\n* [Ants Avoid Corners]({B}). Emmy Noether et al. NAACL, 2023.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether et al.",))],
    ),
    "names between dots": (
        f"# L\n\n- 📄 [Bees Count to Four]({A}) — Ada Byron, Carl Gauss · *ICML 2024*\n- 📄 [Ants Avoid Corners]({B}) — Emmy Noether · *ACL 2024*\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names in a list of HTML": (
        f'<ul>\n<li><a href="{A}">Bees Count to Four</a>, <i>Ada Byron, Carl Gauss</i>, ICML 2024.</li>\n<li><a href="{B}">Ants Avoid Corners</a>, <i>Emmy Noether</i>, ACL 2023.</li>\n</ul>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "labelled items of one depth": (
        "# Paper:1\n\n1. Title: Bees Count to Four\n\n2. Authors: Ada Byron, Carl Gauss\n\n3. Keywords: bees\n\n# Paper:2\n\n1. Title: Ants Avoid Corners\n\n2. Authors: Emmy Noether\n\n3. Keywords: ants\n",
        [("Bees Count to Four", None, PAIR), ("Ants Avoid Corners", None, ONE)],
    ),
    "labelled items below a heading": (
        f"# Paper\n\n* **Title**: Bees Count to Four\n* **Authors**: Ada Byron, Carl Gauss\n* **Link**: {A}\n\n# Summary\n\nThey count.\n\n"
        f"# Paper\n\n* **Title**: Ants Avoid Corners\n* **Authors**: Emmy Noether\n* **Link**: {B}\n\n# Summary\n\nThey turn.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "papers of two depths": (
        f"# L\n\n## Bees\n\n* [Bees Count to Four]({A})\n* [Ants Avoid Corners]({B})\n* Flight\n  * [Wasps Fold Paper](https://arxiv.org/abs/2401.00003)\n"
        "  * [Moths Hear Bats](https://arxiv.org/abs/2401.00004)\n  * [Flies Read Wind](https://arxiv.org/abs/2401.00005)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "links to the text in cells of HTML": (
        f'<table>\n<tr><td>\n<a href="{A}"><b>Bees Count to Four</b></a><br>\nAda Byron, Carl Gauss<br>\n<a href="{A}">paper</a> / <a href="https://example.org">code</a>\n</td></tr>\n'
        f'<tr><td>\n<a href="{B}"><b>Ants Avoid Corners</b></a><br>\nEmmy Noether<br>\n<a href="{B}">paper</a>\n</td></tr>\n</table>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a heading within an item": (
        f"- # Reading list\n- Bees Count to Four\n  authors:: Ada Byron, Carl Gauss\n  url:: {A}\n- Ants Avoid Corners\n  authors:: Emmy Noether\n  url:: {B}\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a table of notes": (
        "# L\n\n| Paper | Date | Description |\n|---|---|---|\n| [BeeNet](https://example.org/bees) | May 2023 | They count. |\n| [AntNet 2](https://example.org/ants) | June 2023 | They turn. |\n",
        [("BeeNet", "https://example.org/bees", ()), ("AntNet 2", "https://example.org/ants", ())],
    ),
    "a table with Chinese headers": (
        f"# L\n\n### 网络\n\n| 已录制 | 年份 | 名字 | 简介 |\n| --- | --- | --- | --- |\n| | 2012 | [BeeNet]({A}) | 蜜蜂能够数到四的研究 |\n| | 2014 | [AntNet]({B}) | 蚂蚁会避开墙角的研究 |\n",
        [("BeeNet", A, ()), ("AntNet", B, ())],
    ),
    "references in the style of the IEEE": (
        "# Bibliography\n\n[1] A. Byron and C. Gauss, “Bees Count to Four,” in *Proc. Hives*, 2023, pp. 1–9, doi: 10.1145/3657848.\n\n"
        "[2] E. Noether, “Ants Avoid Corners,” in *Proc. Mounds*, 2024, pp. 2–8.\n",
        [("Bees Count to Four", None, ("A. Byron", "C. Gauss")), ("Ants Avoid Corners", None, ("E. Noether",))],
    ),
    "references in the style of the MLA": (
        '# Works Cited\n\nByron, Ada, and Carl Gauss. "Bees Count to Four." *Hives*, vol. 13, no. 3, 2023, pp. 15-98.\n\nNoether, Emmy, et al. "Ants Avoid Corners." *Mounds*, vol. 2, no. 1, 2024, pp. 1-8.\n',
        [("Bees Count to Four", None, ("Byron, Ada", "Carl Gauss")), ("Ants Avoid Corners", None, ("Noether, Emmy", "et al."))],
    ),
    "a venue in emphasis after names": (
        f"# L\n\n- [Bees Count to Four]({A}), Ada Byron, Carl Gauss, *USENIX Security 2024*.\n- [Ants Avoid Corners]({B}), Emmy Noether, *IEEE S&P 2023*. [[code]](https://github.com/a/b)\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a venue between tags": (
        f'<table>\n<tr><td>\n<b>Bees Count to Four</b><br>\nAda Byron, Carl Gauss<br>\n<em>Hives, 2025</em><br>\n<a href="{A}">arXiv</a> / <a href="https://github.com/a/b">code</a>\n</td></tr>\n'
        f'<tr><td>\n<b>Ants Avoid Corners</b><br>\nEmmy Noether<br>\n<em>Mounds, 2023</em><br>\n<a href="{B}">arXiv</a>\n</td></tr>\n</table>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names joined by other words": (
        f"# L\n\n* **Bees Count to Four** — Ada Byron y Carl Gauss. [Leer]({A})\n* **Ants Avoid Corners** — Emmy Noether und Ada Byron. [Lesen]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Ada Byron"))],
    ),
    "days with presenters above titles": (
        f"# Club\n\n### March 4 — Ann Lee\n\n[*Bees Count to Four*]({A}) by Ada Byron and Carl Gauss\n\n### March 11 — Bo Li\n\n[*Ants Avoid Corners*]({B}) by Emmy Noether\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "titles in two languages": (
        f"# 速递\n\n【1】 Bees Count to Four\n标题：蜜蜂数到四\n链接：{A}\n\n作者：Ada Byron,Carl Gauss\n摘要：Bees do so.\n\n【2】 Ants Avoid Corners at Night\n标题：蚂蚁避开墙角\n链接：{B}\n\n作者：Emmy Noether\n摘要：Ants do so.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners at Night", B, ONE)],
    ),
    "escaped brackets": (
        f"# L\n\n- (*ICML 2023*) Bees Count to Four \\[[paper]({A})\\] \\[[code](https://github.com/a/b)\\]\n- (*ACL 2024*) Ants Avoid Corners \\[[paper]({B})\\]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "names after the full stop of a title": (
        f"# L\n\n1. Bees Count to Four by Touch. Ada Byron and Carl Gauss. PLoS ONE 2022. [[paper]({A})]\n2. Ants Avoid Corners at Night. Emmy Noether. arXiv 2023. [[paper]({B})]\n",
        [("Bees Count to Four by Touch", A, PAIR), ("Ants Avoid Corners at Night", B, ONE)],
    ),
    "a stamp before a link": (
        f"# L\n\n- 20231213 NeurIPS-23 [Bees Count to Four]({A})\n  - They count.\n- 20240102 arXiv [Ants Avoid Corners]({B})\n  - They turn.\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a date and a dot before a link": (
        f"# L\n\n- 2024-05-28 · [Bees Count to Four]({A}) · cs.CL\n- 2024-05-27 · [Ants Avoid Corners]({B}) · cs.LG\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "links in code between bars": (
        f"# L\n\n- **[Hive]** Bees Count to Four by Touch | **[ICML' 14]** |[`[pdf]`]({A}) [`[code]`](https://github.com/a/b)\n"
        f"- **[Mound]** Ants Avoid Corners at Night | [NIPS' 15] |[`[pdf]`]({B})\n",
        [("Bees Count to Four by Touch", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "addresses in brackets": (
        f"# L\n\n- Bees Count to Four [{A}] [2015]\n- Ants Avoid Corners at Night [{B}] [2016]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners at Night", B, ())],
    ),
    "a venue in a bold title": (
        f"# L\n\n- **Bees Count to Four (ICML 2020)**\n  - Ada Byron, Carl Gauss\n  - [[Paper]]({A})\n\n- **Ants Avoid Corners (ACL 2021)**\n  - Emmy Noether\n  - [[Paper]]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "votes in parentheses after a title": (
        f"# L\n\n## 1. Bees Count to Four (👍 85)\n\n🔗 [논문 보기]({A})\n\n## 2. Ants Avoid Corners (👍 80)\n\n🔗 [논문 보기]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "items in open details": (
        f"# L\n\n<details open><summary>papers (click to fold)</summary>\n\n- [**Bees Count to Four**]({A}) 2023-10-01\n\n  *Ada Byron; Carl Gauss*\n\n- [**Ants Avoid Corners**]({B}) 2023-10-02\n\n  *Emmy Noether*\n\n</details>\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "titles and names in cells": (
        f"# L\n\n| Title & Authors | Intro | Links |\n|:--|:--:|:--:|\n|[![Star](https://example.org/s.svg)](https://github.com/a/b) [![Publish](https://example.org/p.svg)]() <br>[Bees Count to Four]({A}) <br> Ada Byron, Carl Gauss |<img src=\"x.png\">|[Paper]({A})|[//]: #05/12\n"
        f"|<br>[Ants Avoid Corners]({B}) <br> *Emmy Noether* |<img src=\"y.png\">|[Paper]({B})|[//]: #05/13\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "votes before names": (
        f"# Top\n\n1. **[Bees Count to Four]({A})** — 23 scites  \n   Ada Byron, Carl Gauss\n\n2. **[Ants Avoid Corners]({B})** — 9 scites  \n   Emmy Noether\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "paragraphs of HTML": (
        f'<h1>Daily</h1>\n\n<div class="paper">\n  <h3><a href="{A}">Bees Count to Four</a></h3>\n  <p class="authors">Ada Byron, Carl Gauss</p>\n  <p class="abstract">They count.</p>\n</div>\n\n'
        f'<div class="paper">\n  <h3><a href="{B}">Ants Avoid Corners</a></h3>\n  <p class="authors">Emmy Noether</p>\n  <p class="abstract">They turn.</p>\n</div>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "an identifier before a title": (
        f"# New\n\n### 2401.00001: Bees Count to Four\n*Ada Byron, Carl Gauss*\n\n[abs]({A})\n\n### 2401.00002: Ants Avoid Corners\n*Emmy Noether*\n\n[abs]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a linked identifier before a title with names": (
        f"# L\n\n- [2401.00001]({A}): Bees Count to Four by Touch (Ada Byron, Carl Gauss)\n- [2401.00002]({B}): Ants Avoid Corners at Night (Emmy Noether)\n",
        [("Bees Count to Four by Touch", A, PAIR), ("Ants Avoid Corners at Night", B, ONE)],
    ),
    "a link to nowhere among links": (
        f"# L\n\n**Bees Count to Four**  \n*Ada Byron, Carl Gauss*  \n[[pdf]({A})] [[bibtex](#)]\n\n**Ants Avoid Corners**  \n*Emmy Noether*  \n[[pdf]({B})] [[bibtex](#)]\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a sign of people between bars": (
        f"# 日报\n\n## 1. Bees Count to Four\n\n⭐⭐⭐ ｜ 👤 Ada Byron, Carl Gauss ｜ 📄 [arXiv:2401.00001]({A})\n\n## 2. Ants Avoid Corners\n\n⭐⭐ ｜ 👤 Emmy Noether ｜ 📄 [arXiv:2401.00002]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names between semicolons": (
        f"# L\n\n+ **Bees Count to Four**; Ada Byron, Carl Gauss; ICML 2023; [[pdf]]({A})\n+ **Ants Avoid Corners**; Emmy Noether; ACL 2022; [[pdf]]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "rows without a paper": (
        f"# Club\n\n| Date | Speaker | Paper |\n|---|---|---|\n| 2024-01-05 | Ann | [Bees Count to Four]({A}) |\n| 2024-01-12 | | *no meeting* |\n| 2024-01-19 | Bo | TBD |\n"
        + "".join(f"| 2024-02-0{n} | Cy | [Ants Avoid Corner {n}]({B}{n}) |\n" for n in range(1, 9)),
        [("Bees Count to Four", A, ()), ("Ants Avoid Corner 1", B + "1", ())],
    ),
    "a date in bold above": (
        f"# Digest\n\n**2024-10-10** · 2 papers\n\n**Bees Count to Four** [[abs]({A})]  \nAda Byron, Carl Gauss\n\n**Ants Avoid Corners** [[abs]({B})]  \nEmmy Noether\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "labels in folded admonitions": (
        f'# L\n\n??? abstract "Bees Count to Four"\n    **Authors:** Ada Byron, Carl Gauss\n    [Paper]({A})\n\n??? abstract "Ants Avoid Corners"\n    **Authors:** Emmy Noether\n    [Paper]({B})\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "chapters with parts of their own": (
        f"# L\n\n## Papers\n\n- [Bees Count to Four]({A})\n- [Ants Avoid Corners]({B})\n\n## License\n\n### Data\n\n- [A License for Data of Bees](https://example.org/license.pdf)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "links below papers": (
        "# L\n\n"
        + "".join(
            f"- [Bees Count to {n}]({A}{n})\n  - [A Talk About the Whole Idea](https://example.org/{n})\n  - [An Older Study of the Same](https://arxiv.org/abs/2001.0000{n})\n"
            for n in range(1, 5)
        ),
        [("Bees Count to 1", A + "1", ()), ("Bees Count to 2", A + "2", ())],
    ),
    "days in a heading": (
        f"# Hives, March 4 - 10, 2024\n\n### [Bees Count to Four]({A})\n\n### [Ants Avoid Corners]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a table of other cells than its header has": (
        f"# L\n\n| Title | Link |\n|---|---|\n| One cell |\n\n- [Bees Count to Four]({A})\n- [Ants Avoid Corners]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "links below linked headings": (
        "# L\n\n"
        + "".join(
            f"## [Bees Count to {n}]({A}{n})\n\n- [A Talk About the Whole Idea](https://example.org/{n}.pdf)\n- [An Older Study of the Same](https://arxiv.org/abs/2001.0000{n})\n\n"
            for n in range(1, 5)
        ),
        [("Bees Count to 1", A + "1", ()), ("Bees Count to 2", A + "2", ())],
    ),
    "questions before names": (
        f"# L\n\n1. Do Bees Count to Four by Touch? Ada Byron and Carl Gauss. PLoS ONE 2022. [[paper]({A})]\n2. Do Ants Avoid Corners at Night? Emmy Noether. arXiv 2023. [[paper]({B})]\n",
        [("Do Bees Count to Four by Touch?", A, PAIR), ("Do Ants Avoid Corners at Night?", B, ONE)],
    ),
    "headings over labelled links": (
        f"# L\n\n## 📢 News\n\n### Week Papers\n\n- **[2026.05.27]**\n  - Paper: [Bees Count]({A}1)\n  - Paper: [Ants Turn]({A}2)\n  - Paper: [Wasps Fold]({A}3)\n\n## Papers\n\n"
        f"- [**Bees Count to Four**]({A})\n- [**Ants Avoid Corners**]({B})\n- [**Moths Hear Bats**]({B}3)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "an address above a linked title": (
        f"# L\n\nPDF: {A}.pdf\nTitle: [Bees Count to Four]({A})\nAuthors: Ada Byron, Carl Gauss\n\nPDF: {B}.pdf\nTitle: [Ants Avoid Corners]({B})\nAuthors: Emmy Noether\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names after a comma after a title": (
        f"# L\n\n- **Bees Count to Four**, Ada Byron et al. [[Paper]({A})]\n- **Ants Avoid Corners**, Emmy Noether et al. [[Paper]({B})]\n",
        [("Bees Count to Four", A, ("Ada Byron et al.",)), ("Ants Avoid Corners", B, ("Emmy Noether et al.",))],
    ),
    "a question and what it is about": (
        "# L\n\n1. Can Bees Count to Four? An Empirical Study. Byron, Ada et al. arXiv:2401.00001\n2. Ants Avoid Corners. Noether, Emmy et al. ACL 2023\n",
        [("Can Bees Count to Four? An Empirical Study", None, ("Byron, Ada et al.",)), ("Ants Avoid Corners", None, ("Noether, Emmy et al.",))],
    ),
    "numbers right before titles": (
        f"# L\n\n会议官网：https://example.org/<br>\n\n[1]Bees Count to Four<br>\n[paper]({A}) | [code](https://example.org/c)\n\n[2]Ants Avoid Corners<br>\n[paper]({B})<br>\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a point right before titles": (
        f"# L\n\n- 1.Bees Count to Four [[paper]({A})]\n- 2.Ants Avoid Corners [[paper]({B})]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a year in bold HTML": (
        f"# L\n\n:bee: <b>Bees Count to Four (2024)</b> [[Paper]]({A})\n\n:ant: <b>Ants Avoid Corners (ACL 2023)</b> [[Paper]]({B})\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "bold titles in quotes": (
        f'# L\n\n**[1]** Ada Byron, Carl Gauss. "**Bees Count to Four**." J Bees (2024). [[pdf]]({A}) :star:\n\n**[2]** Emmy Noether. "**Ants Avoid Corners**." Insects (2023). [[pdf]]({B})\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "tags in code after titles": (
        f"# L\n\n- [[ICML]({A})] Bees Count to Four. [__`num.`__ __`fly.`__] :fire:\n- [[ACL]({B})] Ants Avoid Corners. [[code](https://example.org/c)] [__`num.`__]\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a venue in parentheses after names below": (
        f"# L\n\n- Bees Count to Four. [[Paper]]({A})\n  - Ada Byron, Carl Gauss (*ICML 2024*)\n- Ants Avoid Corners. [[Paper]]({B})\n  - Emmy Noether, Carl Gauss (*ACL 2023*)\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Carl Gauss"))],
    ),
    "a journal that looks like two names": (
        f"# L\n\n* [Bees Count to Four]({A}) by Ada Byron and Carl Gauss. Busy Bees and Insect Systems, 2024.\n* [Ants Avoid Corners]({B}) by Emmy Noether. ACL, 2023.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "links with words between them": (
        f"# L\n\n### 1. Bees Count to Four\n**Authors**: Ada Byron, Carl Gauss\n\n [📄 Paper]({A}) | 💻 Code (not yet) | [🎥 Talk](https://example.org/t)\n\n"
        f"### 2. Ants Avoid Corners\n**Authors**: Emmy Noether\n\n [📄 Paper]({B}) | [💻 Code](https://example.org/c)\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a year after a title in a row": (
        f"# L\n\n| Week | Paper | Link |\n|---|---|---|\n| 1 | Bees Count to Four (ICML 2024) | [pdf]({A}) |\n| 2 | Ants Avoid Corners | [pdf]({B}) |\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a venue in code after names": (
        f"# L\n\n- 2024 - [Bees Count to Four]({A}) - Ada Byron, Carl Gauss `[ICML]`\n- 2023 - [Ants Avoid Corners]({B}) - Emmy Noether `[ACL]`\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names of which some are bold before a link": (
        f"# L\n\n- Ada Byron, **Carl Gauss**. [Bees Count to Four]({A}). *ICML*, 2024.\n- Emmy Noether. [Ants Avoid Corners]({B}). *ACL*, 2023. **Oral**.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "numbered titles in bold HTML": (
        f"# L\n\n<details>\n<summary><b>1. Bees Count to Four</b> (Oral)</summary>\n\n**Link:** {A}\n\n</details>\n\n"
        f"<details>\n<summary><b>2. Ants Avoid Corners</b> (Poster)</summary>\n\n**Link:** {B}\n\n</details>\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a category in brackets after a link": (
        f"# L\n\n**1. Bees Count to Four**  \nAda Byron, Carl Gauss  \n[arXiv:2401.00001]({A}) [cs.RO]  \n\nThey count.\n\n"
        f"**2. Ants Avoid Corners**  \nEmmy Noether, Carl Gauss  \n[arXiv:2401.00002]({B}) [cs.RO]  \n\nThey turn.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Carl Gauss"))],
    ),
    "names between bars": (
        f"# L\n\n- **[BeeNet]** Bees Count to Four | Ada Byron, et al. | **[ICML' 24]** |[`[pdf]`]({A}) [`[code]`](https://example.org/c)\n"
        f"- **[AntNet]** Ants Avoid Corners | Emmy Noether, et al. | [arXiv' 23] |[`[pdf]`]({B})\n",
        [("Bees Count to Four", A, ("Ada Byron", "et al.")), ("Ants Avoid Corners", B, ("Emmy Noether", "et al."))],
    ),
    "numbers and anchors after titles": (
        f'# L\n\n## Bees Count to Four [1]<a name="1"></a>\n> They count.\n\n* [Paper]({A})\n\n## Ants Avoid Corners [2]<a name="2"></a>\n> They turn.\n\n* [Paper]({B})\n',
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "titles in brackets": (
        f"# L\n\n:bee: [Bees Count to Four]\n- [[Paper]]({A})\n[[Code]](https://example.org/c)\n(ICML 2024)\n\n:ant: [Ants Avoid Corners]\n- [[Paper]]({B})(ACL)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "a year between titles and names": (
        f"# L\n\n- Bees Count to Four (2024), Ada Byron et al. [[pdf]]({A})\n- Counting Bees at Night (2023), Emmy Noether et al. [[pdf]]({B})\n",
        [("Bees Count to Four", A, ("Ada Byron et al.",)), ("Counting Bees at Night", B, ("Emmy Noether et al.",))],
    ),
    "images right above titles": (
        f'# L\n\n<img src="b.jpg"/>\n**Bees Count to Four** <br>\n[[Paper]]({A}) <br>\nAda Byron, Carl Gauss  <br>\n\n'
        f'<img src="a.jpg"/>\n**Ants Avoid Corners** <br>\n[[Paper]]({B}) <br>\nEmmy Noether, Carl Gauss  <br>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Carl Gauss"))],
    ),
    "rows without bars around them": (
        f"# L\n\n## 2024\n\n**No.** | **Pub.** | **Title** | **Links**\n:-: | :-: | :- | :-:\n01 | **ICML** | Bees Count to Four <br> <sub>*Ada Byron, Carl Gauss*</sub> | [Paper]({A})/Code\n"
        f"02 | **ACL** | Ants Avoid Corners | [Paper]({B})/[Code](https://example.org/c)\n\n"
        f"## 2023\n\n**No.** | **Pub.** | **Title** | **Links**\n:-: | :-: | :- | :-:\n01 | **ICML** | Moths Hear Bats | [Paper]({A}3)\n\n"
        f"Year | Pub. | Title | Paper\n--|--|--|--\n2022 | ACL | Wasps Fold Paper | [Paper]({A}4)\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ())],
    ),
    "surnames first, then a title without a year": (
        f"# L\n\n1. Byron, A. & Gauss, C. Bees Count to Four. *Nature* **500**, 1–9 (2020). {A}\n2. Noether, E. & Gauss, C. Ants Avoid Corners. *Nature* **501**, 1–9 (2021). {B}\n",
        [("Bees Count to Four", A, ("Byron, A.", "Gauss, C.")), ("Ants Avoid Corners", B, ("Noether, E.", "Gauss, C."))],
    ),
    "names after a dash and by": (
        f"# L\n\n* Bees Count to Four — by Ada Byron, Carl Gauss [[arXiv]({A})]\n* Ants Avoid Corners — by Emmy Noether and Ada Byron [[arXiv]({B})]\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Ada Byron"))],
    ),
    "names in a quote below a title in bold": (
        f"# L\n\n**[Bees Count to Four]({A})**\n\n> Ada Byron, Carl Gauss · ICML 2023\n\nText.\n\n**[Ants Avoid Corners]({B})**\n\n> Emmy Noether · ACL 2022\n\nText.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a venue in code before names": (
        f"# L\n\n- [Bees Count to Four]({A}) `ICML 2023` *Ada Byron, Carl Gauss*\n- [Ants Avoid Corners]({B}) `oral` *Emmy Noether, Ada Byron*\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Ada Byron"))],
    ),
    "numbers of institutions after names": (
        f"# L\n\n## Bees Count to Four\n\nAda Byron<sup>1</sup>, Carl Gauss<sup>2</sup>\n\n[arXiv]({A})\n\n## Ants Avoid Corners\n\nEmmy Noether<sup>1,2</sup>, Ada Byron\n\n[arXiv]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Ada Byron"))],
    ),
    "links of one paper in a report with more": (
        f"# Report\n\n## Bees\n\n#### 1. Bees Count to Four\n\nAda Byron, Carl Gauss | [2401.00001]({A})\n\nThey count.\n\n#### 2. Ants Avoid Corners\n\nEmmy Noether | [2401.00002]({B})\n\nThey turn.\n\n"
        f"## Trends\n\n**Smaller is fine.** Three papers ([1]({A}), [2]({B})) say so.\n\n**Slower is fine.** Two papers ([1]({A}), [2]({B})) say so.\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "labels and points in bold below a bold title": (
        f"# L\n\n**1. Bees Count to Four**\n*Authors: Ada Byron, Carl Gauss*\n*Published: 2024-08-26*\n\n**Summary:** They count.\n\n**Key insights:**\n- Four\n- Not five\n\n[Read paper]({A})\n\n---\n\n"
        f"**2. Ants Avoid Corners**\n*Authors: Emmy Noether*\n*Published: 2024-08-27*\n\n**Summary:** They turn.\n\n**Key insights:**\n- Left\n- Right\n\n[Read paper]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names before a title in bold HTML": (
        f'# L\n\n<ol>\n<li>Ada Byron, Carl Gauss. <b>Bees Count to Four</b>. ICML 2024. <a href="{A}">pdf</a></li>\n<li>Emmy Noether. <b>Ants Avoid Corners</b>. ACL 2023. <a href="{B}">pdf</a></li>\n</ol>\n',
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names in a definition": (
        f"# L\n\nBees Count to Four\n: Ada Byron, Carl Gauss. ICML 2024. [pdf]({A})\n\nAnts Avoid Corners\n: Emmy Noether, Ada Byron. ACL 2023. [pdf]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ("Emmy Noether", "Ada Byron"))],
    ),
    "a paragraph with a link to a paper before the papers": (
        f"# L\n\nThis list is about insects. If you like it, please say so.\n\n## About\n\nInsects are everywhere, as [a page](https://example.org/a) says. See [our paper](https://arxiv.org/abs/2401.00009) for more.\n\n"
        f"## Bees\n\n- [Bees Count to Four]({A})\n- [Ants Avoid Corners]({B})\n- [Wasps Build with Paper](https://arxiv.org/abs/2401.00003)\n- [Moths Find the Moon](https://arxiv.org/abs/2401.00004)\n- [Flies Learn Slowly](https://arxiv.org/abs/2401.00005)\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "names after a break": (
        f"# L\n\n- [Bees Count to Four]({A})<br>Ada Byron, Carl Gauss<br>*ICML 2024*\n- [Ants Avoid Corners]({B})<br>Emmy Noether<br>*ACL 2023*\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "names after a bar and a sign": (
        f"# L\n\n- 📄 **[Bees Count to Four]({A})** | 👥 Ada Byron, Carl Gauss | 🏷️ ICML 2024\n- 📄 **[Ants Avoid Corners]({B})** | 👥 Emmy Noether | 🏷️ ACL 2023\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "others before a title in quotes": (
        f'# L\n\n- Ada Byron et al., "Bees Count to Four," in *ICML 2024*. [[pdf]({A})]\n- Emmy Noether et al., "Ants Avoid Corners," in *ACL 2023*. [[pdf]({B})]\n',
        [("Bees Count to Four", A, ("Ada Byron et al.",)), ("Ants Avoid Corners", B, ("Emmy Noether et al.",))],
    ),
    "initials after the title": (
        f"# L\n\n- **Bees Count to Four.** Byron A, de Gauss CF. *Insects* (2024). doi:[10.1101/a]({A})\n"
        f"- **Ants Avoid Corners.** Noether E, et al. *bioRxiv* (2023). doi:[10.1101/b]({B})\n",
        [("Bees Count to Four", A, ("Byron A", "de Gauss CF")), ("Ants Avoid Corners", B, ("Noether E", "et al."))],
    ),
    "a number with its sign in the first heading": (
        f"# #12 Bees Count to Four\n\nstate: open\n\n## Link\n\n{A}\n\n# #11 Ants Avoid Corners\n\nstate: open\n\n## Link\n\n{B}\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "one paper of a day": (
        f"# Paper of the day\n\n**Bees Count to Four**\n\nAda Byron, Carl Gauss\n\n{A}\n\nThey count.\n",
        [("Bees Count to Four", A, PAIR)],
    ),
    "one paper of a day, in its heading": (
        f"# Paper of the day: Bees Count to Four\n\nAuthors: Ada Byron, Carl Gauss\n\nPDF: {A}\n\nThey count.\n",
        [("Bees Count to Four", A, PAIR)],
    ),
    "names right after a bold title": (
        f"# L\n\n**Bees Count to Four** Ada Byron, Carl Gauss; *ICML 2024*; [pdf]({A})\n\n**Ants Avoid Corners** Emmy Noether; *ACL 2023*; [pdf]({B})\n",
        [("Bees Count to Four", A, PAIR), ("Ants Avoid Corners", B, ONE)],
    ),
    "a sign before an address": (
        f"# L\n\n- 📌 Bees Count to Four 🔗 {A}\n- 📌 Ants Avoid Corners 🔗 {B}\n",
        [("Bees Count to Four", A, ()), ("Ants Avoid Corners", B, ())],
    ),
    "others after a title, and an identifier": (
        f"# L\n\n- Bees Count to Four, Ada Byron et al. arXiv:2401.00001 [[Link]({A})]\n- Ants Avoid Corners, Emmy Noether et al. arXiv:2401.00002 [[Link]({B})]\n",
        [("Bees Count to Four", A, ("Ada Byron et al.",)), ("Ants Avoid Corners", B, ("Emmy Noether et al.",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "papers"), FORMS.values(), ids=FORMS)
def test_a_form(text: str, papers: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    """Title, link and authors of the first two papers are found, and the text is written back."""
    digest = parse_digest(text)
    found = [(" ".join(paper.title.split()), paper.url, paper.authors) for paper in digest.papers]
    assert found[:2] == papers
    assert serialize_digest(digest) == text
    assert detect_dialect(text).guessed


def titles(text: str) -> list[str]:
    """Return the titles of the papers in a text."""
    digest = parse_digest(text)
    assert serialize_digest(digest) == text
    return [paper.title for paper in digest.papers]


def test_links_to_notes() -> None:
    """Long linked titles are papers if the page speaks of papers; pages of a guide are not."""
    links = (
        "- [How Bees Came to Count up to Four](./notes/bees.md)\n"
        "- [Why Most Ants Avoid the Corners of a Room](./notes/ants.md)\n"
        "- [What Wasps Remember of the Faces They See](./notes/wasps.md)\n"
    )
    assert len(titles(f"# Papers that I have read\n\n{links}")) == 3
    assert titles(f"# Guide\n\n{links}") == []
    dated = links.replace("](", " (2024)](")
    assert len(titles(f"# Guide\n\n{dated}")) == 3
    assert (
        len(titles(f"# Guide\n\n{dated}- [When Most Flies Sleep at Night](./notes/flies.md)\n"))
        == 4
    )
    assert titles(f"# Guide\n\n{links.replace('./notes/', '#')}") == []


@pytest.mark.parametrize(
    "text",
    [
        "# L\n\n## Abstract\n\nWords.\n\n## Method\n\nSee <https://arxiv.org/abs/2401.00001>.\n",
        '# L\n\n<a href="#one">The First Long Chapter of It</a>\n\n<a href="#two">The Second Long Chapter</a>\n',
        "# L\n\n## Reading on 2024-03-01 in town\n\nWords.\n\n## Reading on 2024-03-08 in town\n\nWords.\n",
    ],
)
def test_headings_and_links_that_are_no_titles(text: str) -> None:
    """Chapters of a text, links to them, and days are not papers."""
    assert titles(text) == []


def test_links_that_are_defined_below() -> None:
    """A reference that is defined shows a paper; one that is not does not make the text fail."""
    items = "".join(f"- [How {each} Bees Count to Four][{n}]\n" for n, each in enumerate("ABCDEF"))
    links = "".join(f"[{n}]: {A}{n}\n" for n in range(5))
    assert len(titles(f"# L\n\n{items}\n{links}")) == 6


def test_an_index_of_the_papers_below() -> None:
    """A table that repeats the titles of the papers below it holds no papers of its own."""
    text = (
        "# L\n\n| # | Paper |\n|---|---|\n| 1 | How Bees Count to Four |\n| 2 | Why Ants Avoid Corners |\n\n"
        f"## How Bees Count to Four\n\nAuthors: Ada Byron\n\n[pdf]({A})\n\n## Why Ants Avoid Corners\n\nAuthors: Emmy Noether\n\n[pdf]({B})\n"
    )
    assert titles(text) == ["How Bees Count to Four", "Why Ants Avoid Corners"]


def test_a_table_and_a_list() -> None:
    """Papers in rows and papers in items are both found."""
    text = (
        f"# L\n\n| Title | Link |\n|---|---|\n| How Bees Count to Four | [pdf]({A}) |\n\n"
        f"- [Why Ants Avoid Corners]({B})\n- [What Wasps Remember]({A}2)\n- [When Flies Sleep at Night]({A}3)\n"
    )
    assert set(titles(text)) == {
        "How Bees Count to Four", "Why Ants Avoid Corners", "What Wasps Remember", "When Flies Sleep at Night",
    }  # fmt: skip


def test_headings_of_which_some_are_papers() -> None:
    """If only some headings have a link below, the others are not papers."""
    papers = "".join(
        f"## How {each} Count to Four\n\n[pdf]({A}{n})\n\n" for n, each in enumerate("ABCDE")
    )
    others = "".join(f"## On {each} at home\n\nWords.\n\n" for each in "VWXYZ")
    assert titles(f"# L\n\n{papers}{others}") == [f"How {each} Count to Four" for each in "ABCDE"]


def test_an_underlined_title() -> None:
    """A title that is underlined is that of the digest."""
    text = f"Insects\n-------\n\n- [How Bees Count to Four]({A})\n- [Why Ants Avoid Corners]({B})\n"
    assert parse_digest(text).title == "Insects"
    assert len(titles(text)) == 2


def test_many_tables() -> None:
    """A text may have any number of tables; rows may lack their last mark, and headers differ."""
    tables = "".join(
        f"| Title | Link |{' X |' * size}\n|---|---|{'---|' * size}\n"
        f"| How Bees Count to {size} | [pdf]({A}{size}) |{' x |' * size}\n\n"
        for size in range(14)
    )
    assert len(titles(f"# L\n\n{tables}")) >= 10
    text = (
        f"# L\n\n| Title | Link |\n|---|---|\n| How Bees Count to Four | [pdf]({A})\n\n"
        f"| Paper title | Link |\n|---|---|\n| Why Ants Avoid Corners | [pdf]({B}) |\n"
    )
    assert titles(text) == ["How Bees Count to Four", "Why Ants Avoid Corners"]


def test_a_column_of_prose() -> None:
    """A column without a known label that holds long texts is a section."""
    prose = "A long text that says what the work is about, at length, so that nobody takes it for a value."
    text = f"# L\n\n| Title | Link | Zz |\n|---|---|---|\n| How Bees Count to Four | [pdf]({A}) | {prose} |\n"
    assert [section.text for section in parse_digest(text).papers[0].sections] == [prose]


def test_items_in_items() -> None:
    """Papers may be items within the item of their topic."""
    text = f"# L\n\n- Bees\n  - [How Bees Count to Four]({A})\n- Ants\n  - [Why Ants Avoid Corners]({B})\n"
    assert titles(text) == ["How Bees Count to Four", "Why Ants Avoid Corners"]


@pytest.mark.parametrize(
    "line",
    [
        f".. |badge| image:: {A}",
        f".. [#Byron] Byron, A., 2024. Bees Count to Four. {A}",
        f": Ada Byron, Carl Gauss, {A}",
        f"@article{{bees, title = {{Bees Count to Four}}, author = {{Ada Byron}}, url = {{{A}}}}}",
    ],
    ids=["an image", "a note", "a definition", "a record"],
)
def test_lines_of_other_formats(line: str) -> None:
    """Directives of reStructuredText, texts of definitions and BibTeX records are not titles."""
    text = "# L\n\n" + f"{line}\n\nSome words about it all.\n\n" * 6
    assert titles(text) == []


def test_definitions() -> None:
    """The texts below a term do not become papers of their own."""
    text = (
        f"# L\n\nHow Bees Count to Four\n: Ada Byron, Carl Gauss\n: ICML 2024, <{A}>\n\n"
        f"Why Ants Avoid Corners\n: Emmy Noether\n: ACL 2023, <{B}>\n"
    )
    assert titles(text) == ["How Bees Count to Four", "Why Ants Avoid Corners"]


def test_paragraphs_with_few_links() -> None:
    """In a text with few links, paragraphs are papers only if most of them show it."""
    shown = "How Bees Count to Four\nAuthors: Ada Byron, Carl Gauss\nhttps://example.org/a\n\n"
    prose = "Why we use boxes with lids\n\nThey keep the rain out.\n\n"
    assert titles(prose * 8 + shown * 5) == []
    assert len(titles(shown * 5)) == 5


def test_a_link_of_a_part_of_a_paper() -> None:
    """A linked title in the notes on a paper is not a second paper."""
    items = "".join(
        f"- [How {name} Count to Four]({A}{name})\n  - Paper: [The same on {name}]({B}{name})\n"
        for name in ("Bees", "Ants", "Rays", "Owls")
    )
    assert titles(f"# L\n\n{items}") == [
        f"How {name} Count to Four" for name in ("Bees", "Ants", "Rays", "Owls")
    ]


def test_days_off_in_japanese() -> None:
    """A row that says why there is no meeting is not a paper."""
    rows = "".join(f"| 04/1{n} | [How Bees Count to {n}]({A}{n}) |\n" for n in range(4))
    text = (
        f"# L\n\n| 日付 | 論文 |\n|---|---|\n{rows}| 05/03 | 連休のため休み |\n| 05/10 | お休み |\n"
    )
    assert titles(text) == [f"How Bees Count to {n}" for n in range(4)]


@pytest.mark.parametrize(
    "off", ["No seminar", "(spring break)", "Organisational meeting", "Easter"]
)
@pytest.mark.parametrize(
    "paper", ["[How Bees Count to {n}]({A}{n})", "Ada Byron. [How Bees Count to {n}]({A}{n})"]
)
def test_days_off(off: str, paper: str) -> None:
    """Nor is such a row in English, whether names are before the titles or not."""
    rows = "".join(f"| 04/1{n} | Ann | {paper.format(n=n, A=A)} |\n" for n in range(4))
    text = f"# L\n\n| Date | Speaker | Paper |\n|---|---|---|\n{rows}| 05/03 | - | {off} |\n"
    assert titles(text) == [f"How Bees Count to {n}" for n in range(4)]


def test_headings_of_venues() -> None:
    """A heading that is a year and a venue is a group, even if the papers below have no links."""
    items = "".join(
        f"- [How Bees Count to {n}]({A}{n})\n- How Ants Count to {n}\n" for n in range(3)
    )
    text = f"# L\n\n## Papers\n\n### 2023 DAC\n{items}\n### 2024 ISCA\n{items}"
    assert {paper.category for paper in parse_digest(text).papers} == {"2023 DAC", "2024 ISCA"}


CITATIONS = {
    "Byron et al.": ("Byron et al.",),
    "Gauss": ("Gauss",),
    "Noether & Hill": ("Noether", "Hill"),
    "Meer et al.": ("Meer et al.",),
    "del Río, Hill y Rossi": ("del Río", "Hill", "Rossi"),
}


@pytest.mark.parametrize(
    ("head", "entry"),
    [
        ("", "- **How Bees Count to {n}** ({names}, 202{n}) [[pdf]({A}{n})]\n"),
        (
            "| Date | Paper |\n|---|---|\n",
            "| 04/1{n} | [How Bees Count to {n}]({A}{n}) ({names}, 202{n}) |\n",
        ),
    ],
    ids=["items", "rows"],
)
def test_surnames_in_brackets(head: str, entry: str) -> None:
    """If some papers cite a surname and "et al.", surnames alone before a year are names too."""
    entries = "".join(entry.format(n=n, A=A, names=names) for n, names in enumerate(CITATIONS))
    text = f"# L\n\n{head}{entries}"
    digest = parse_digest(text)
    assert [paper.authors for paper in digest.papers] == list(CITATIONS.values())
    assert serialize_digest(digest) == text
    alone = parse_digest(
        f"# L\n\n{head}" + "".join(entry.format(n=n, A=A, names="Hives") for n in range(4))
    )
    assert [paper.authors for paper in alone.papers] == [()] * 4


def test_two_surnames_between_commas() -> None:
    """So are two surnames before a venue."""
    names = ("Byron et al.", "Noether and Hill", "Meer et al.")
    items = "".join(
        f"- [How Bees Count to {n}]({A}{n}), {each}, ICML 2024\n" for n, each in enumerate(names)
    )
    assert [paper.authors for paper in parse_digest(f"# L\n\n{items}").papers] == [
        ("Byron et al.",), ("Noether", "Hill"), ("Meer et al.",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "behind",
    [
        ". Ada Byron, Carl Gauss.",
        " by Ada Byron and Carl Gauss",
        ", Ada Byron and others",
        " - Ada Byron, Carl Gauss (oral)",
    ],
)
def test_short_titles_in_links(behind: str) -> None:
    """Of a link of two words and the names after it, the link is the title."""
    words = ("Deep Rivers", "Counting Stones", "Slow Otters")
    items = "".join(f"- [{each}]({A}{n}){behind}\n" for n, each in enumerate(words))
    assert titles(f"# L\n\n{items}") == list(words)


def test_votes_after_names() -> None:
    """A number with the word or a sign for votes is not a part of the last name."""
    for votes in ("(1{n} votes)", ":+1: 1{n}", "👍 1{n}"):
        items = "".join(
            f"- [How Bees Count to {n}]({A}{n}) - Ada Byron, Carl Gauss {votes.format(n=n)}\n"
            for n in range(3)
        )
        papers = parse_digest(f"# L\n\n{items}").papers
        assert [paper.votes for paper in papers] == [10, 11, 12]
        assert {paper.authors for paper in papers} == {("Ada Byron", "Carl Gauss")}


def test_sentences_with_a_link() -> None:
    """Paragraphs that start with words before a link and go on for long after it are no titles."""
    rest = "and other things that we had seen last week, such as rivers and lakes and more."
    text = "".join(f"We met on Monday {n} to talk [about it]({A}{n}) {rest}\n\n" for n in range(4))
    assert titles(f"# L\n\n{text}") == []


def test_links_in_sentences() -> None:
    """A link whose words say that it leads to a paper is not a title."""
    texts = ("This paper", "The original paper", "see the PDF", "Our code")
    items = "".join(f"- [{words}]({A}{n})\n" for n, words in enumerate(texts))
    assert titles(f"# L\n\n{items}") == []


def test_items_on_how_to_install() -> None:
    """A requirement for installing a program is not a paper, even among items of the same shape."""
    papers = "".join(f"- [How Bees Count to {n}]({A}{n})\n" for n in range(9))
    text = f"# L\n\n## Installation requirements\n\n- [Bees for Python](https://example.org)\n\n## Counting\n\n{papers}"
    assert len(titles(text)) == 9


@pytest.mark.parametrize(
    "text",
    [
        f'<h1>cells</h1>\n\n<p align="center">Count cells in pictures with one command.</p>\n\n[The paper]({A})\n\n## Usage\n\n'
        + "".join(f"Run step {n}.\n\n" for n in range(12)),
        f"# L\n\n## Counting insects\n\n- [paper]({A})\n- [paper]({B})\n- [pdf]({B})\n",
        "# Changes\n\n"
        + "".join(f"* (BREAKING) count to {n} without hands (Ada Byron)\n" for n in range(9)),
        "/* bees -*- c -*-\n   Authors: Ada Byron, Carl Gauss\n*/\n\n"
        + "".join(f"Copyright of part {n}.\n\nDo what you like with it.\n\n" for n in range(30)),
    ],
)
def test_no_papers(text: str) -> None:
    """Sentences above links, headings over links without titles, changes and licences are not papers."""
    assert titles(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bees\n====\n\n.. image:: bee.png\n\nCount `as bees do`_, see `Bees Count to Four <https://arxiv.org/abs/2401.00001>`_.\n\n"
        "- `Ants Avoid Corners <https://arxiv.org/abs/2401.00002>`_\n- `What Wasps Remember <https://arxiv.org/abs/2401.00003>`_\n",
        ".. bees-label:\n\nBees that Count\n---------------\n\nSee :ref:`four` and :doc:`five`.\n\nAuthors: Ada Byron, Carl Gauss\n",
    ],
)
def test_restructured_text(text: str) -> None:
    """No papers are found in reStructuredText, and the diagnostic says why."""
    assert titles(text) == []
    (found,) = (each for each in diagnose(text) if each.code == "not-a-digest")
    assert "reStructuredText" in found.message


def test_markdown_with_a_role() -> None:
    """Papers are found in markdown, though it has a few signs of reStructuredText."""
    items = "".join(f"- [How Bees Count to {n}]({A}{n})\n" for n in range(4))
    assert len(titles(f"# L\n\nAs in :ref:`four` and :ref:`five`.\n\n{items}")) == 4


def test_changes_of_a_program() -> None:
    """Messages of commits with the names of those who wrote them are not papers."""
    items = "".join(
        f"* bees: count up to {n} at last (Ada Byron)\n* ants: turn {n} corners (Carl Gauss)\n"
        for n in range(5)
    )
    assert titles(f"# Insects\n\n## Version 2\n\n{items}") == []


def test_a_sentence_with_a_link() -> None:
    """A sentence that names the paper of a program is not a title."""
    assert (
        titles(f"# bees\n\nA small counter, described in [our paper]({A}).\n\n## Usage\n\n`bees`\n")
        == []
    )


def test_a_file_of_metadata() -> None:
    """A field with a number is not a title, though names of authors are below it."""
    assert titles("Metadata-Version: 2.1\nName: bees\nAuthor: Ada Byron, Carl Gauss\n") == []


def test_courses() -> None:
    """Links with names below a heading over courses are not papers; below other headings they are."""
    items = "".join(
        f"{n}. [Insects for Everyone, Part {n}](https://example.org/{n}) - Ada Byron, Carl Gauss\n"
        for n in range(1, 5)
    )
    assert titles(f"# Courses\n\n{items}") == []
    assert len(titles(f"# Insects\n\n{items}")) == 4
    assert len(titles(items)) == 4


def test_sentences_above_a_list() -> None:
    """Sentences above a list of papers are not papers, and neither are bold words with a text."""
    items = "".join(f"- BeeNet {n} - [How Bees Count to {n}]({A}{n})\n" for n in range(5))
    links = "You can see them [here](https://example.org/b.tsv).\n\nYou can also [see more](https://example.org) of them.\n"
    assert len(titles(f"# L\n\nEvery week there are new papers.\n\n{links}\n{items}")) == 5
    bold = "".join(f"- **How Bees Count to {n}** [[pdf]]({A}{n})\n" for n in range(5))
    kept = titles(f"# L\n\n- **< 6 months** : by discussion\n\n## Papers\n\n{bold}")
    assert kept == [f"How Bees Count to {n}" for n in range(5)]


def test_rows_without_bars_around_them() -> None:
    """Papers are found in tables with and without bars around their rows, not in the words around them."""
    row = f"Bees Count to Four | [pdf]({A})\nAnts Avoid Corners | [pdf]({B})\n"
    head = "Title | Paper\n--- | ---\n"
    text = f"# L\n\nOf bees | and ants.\n\n{head}{row}\nMore | of them.\n\n{head}{row}\n| Title | Paper |\n|---|---|\n| Moths Hear Bats | [pdf]({A}) |\n"
    found = titles(text)
    assert found == [*("Bees Count to Four", "Ants Avoid Corners") * 2, "Moths Hear Bats"]


@pytest.mark.parametrize(
    "line",
    [
        "- How Bees Count to {n} (2020) Ada Byron, Carl Gauss [pdf]({url})\n",
        "- How Bees Count to {n} (2020) **Ada Byron, Carl Gauss** [pdf]({url})\n",
        "- How Bees Count to {n} (2020). Ada Byron, Carl Gauss. [pdf]({url})\n",
        "- How Bees Count to {n}. 2020. Ada Byron, Carl Gauss. [pdf]({url})\n",
        "- Ada Byron, Carl Gauss. (2020). How Bees Count to {n}. [pdf]({url})\n",
        "- Ada Byron, Carl Gauss. 2020. How Bees Count to {n}. In Proceedings of Insects. [pdf]({url})\n",
        "- Ada Byron and Carl Gauss. 2020. [How Bees Count to {n}]({url}). In *Insects*.\n",
    ],
)
def test_a_year_between_title_and_names(line: str) -> None:
    """A year in parentheses or between full stops is not part of the title or of a name."""
    papers = parse_digest(
        "# L\n\n" + "".join(line.format(n=n, url=f"{A}{n}") for n in range(4))
    ).papers
    assert [paper.title for paper in papers] == [f"How Bees Count to {n}" for n in range(4)]
    assert {paper.authors for paper in papers} == {("Ada Byron", "Carl Gauss")}


@pytest.mark.parametrize(
    "line",
    ["- [(2020) How Bees Count to {n}]({url})\n", '- "(2020) How Bees Count to {n}" {url}\n'],
)
def test_a_year_before_a_title(line: str) -> None:
    """Papers are found even if their titles begin with a year, inside the marks."""
    text = "# L\n\n" + "".join(line.format(n=n, url=f"{A}{n}") for n in range(4))
    assert titles(text) == [f"(2020) How Bees Count to {n}" for n in range(4)]


def test_a_year_after_one_name() -> None:
    """``et al.`` keeps its full stop before a year without parentheses; one name needs no comma."""
    for line in (
        "- Byron et al., 2020. {t}. [pdf]({url})\n",
        "- Byron et al. 2020. {t}. [pdf]({url})\n",
    ):
        papers = parse_digest(
            "# L\n\n"
            + "".join(line.format(t=f"How Bees Count to {n}", url=f"{A}{n}") for n in range(4))
        ).papers
        assert [paper.title for paper in papers] == [f"How Bees Count to {n}" for n in range(4)]
        assert {paper.authors for paper in papers} == {("Byron et al.",)}
    text = "".join(f"- How Bees Count to {n} (2020) Ada Byron [pdf]({A}{n})\n" for n in range(4))
    assert {paper.authors for paper in parse_digest(f"# L\n\n{text}").papers} == {("Ada Byron",)}


def test_paragraphs_that_end_with_venue_and_link() -> None:
    """The last line of a paragraph begins as its title does, but belongs to the same paper."""
    text = "".join(
        f"How Bees Count to {n}  \n*Ada Byron, Carl Gauss*  \nInsects 2020. [pdf]({A}{n})\n\n"
        for n in range(4)
    )
    papers = parse_digest(f"# L\n\n{text}").papers
    assert [paper.title for paper in papers] == [f"How Bees Count to {n}" for n in range(4)]
    assert {paper.authors for paper in papers} == {("Ada Byron", "Carl Gauss")}
    assert [paper.url for paper in papers] == [f"{A}{n}" for n in range(4)]


@pytest.mark.parametrize("mark", ["*", "_", "</b>"])
def test_many_marks_in_a_row(mark: str) -> None:
    """A long run of marks is walked once, not in as many ways as it has parts."""
    marks = mark * 10_000
    assert titles(
        f"# L\n\nBees count {marks}to four\nand ants\n\n- [Moths Hear Bats]({A}) {marks}\n"
    ) == ["Moths Hear Bats"]


def test_tools_in_bold_below_papers_in_bold() -> None:
    """A heading that names tools holds no papers, even if its paragraphs begin as papers do."""
    assert titles(
        f"# L\n\n## Papers\n\n**[Bees Count to Four]({A})** — They count by touch.\n\n"
        f"**[Ants Avoid Corners]({B})** — They turn.\n\n"
        "## Tools\n\n**[beekit](https://github.com/a/beekit)** — A toolkit.\n"
    ) == ["Bees Count to Four", "Ants Avoid Corners"]


def test_quotes_around_the_first_words_of_a_heading() -> None:
    """A heading that goes on after a quotation is the title as a whole."""
    names = ('"No More" Counts as a Number for Bees', "Ants Avoid Corners", "Wasps Know Faces")
    text = "# L\n\n" + "".join(
        f"## {n}. {name}\n\n- **Authors**: Ada Byron\n- **Link**: {A}{n}\n\n"
        for n, name in enumerate(names, 1)
    )
    assert titles(text) == list(names)


def test_a_line_of_contents_above_papers_in_bold() -> None:
    """The contents of a page, in a line with a label in bold, are not a paper."""
    papers = "".join(
        f"**{n}. How Bees Count to {n}**  \nAuthors: Ada Byron  \nLink: {A}{n}\n\n"
        for n in range(1, 5)
    )
    text = f"# L\n\n**Contents**: bees(3) / wasps(1)\n\n---\n\n{papers}"
    assert titles(text) == [f"How Bees Count to {n}" for n in range(1, 5)]


def test_tags_and_names_of_which_some_are_missing() -> None:
    """Names after a title with a tag are found if other lines have only the tag."""
    tagged = "".join(
        f"- [ICML 202{n}] How Bees Count to {n}, Ada Byron, Carl Gauss, *Bees*. [[pdf]({A}{n})]\n"
        for n in range(2)
    )
    bare = "".join(f"- [ACL 202{n}] How Ants Walk {n} Miles [[pdf]({B}{n})]\n" for n in range(4))
    papers = parse_digest(f"# L\n\n{tagged}{bare}").papers
    assert [paper.title for paper in papers[:3]] == [
        "How Bees Count to 0", "How Bees Count to 1", "How Ants Walk 0 Miles"
    ]  # fmt: skip
    assert [paper.authors for paper in papers[:3]] == [PAIR, PAIR, ()]


def test_copies_beside_the_text() -> None:
    """An item with a link to a local PDF file is a paper, among items with other links."""
    linked = "".join(f"- [x] [How Bees Count to {n}]({A}{n})\n" for n in range(4))
    copies = "".join(f"- [ ] **How Ants Walk {n} Miles** [pdf](papers/{n}.pdf)\n" for n in range(3))
    tasks = "- [ ] **Sort the notes on wasps**\n- [ ] **Read more about flies**\n"
    text = f"# Papers\n\n## Insects\n\n{linked}{copies}\n## Tasks\n\n{tasks}"
    found = parse_digest(text).papers
    assert [paper.title for paper in found[4:]] == [f"How Ants Walk {n} Miles" for n in range(3)]
    assert [paper.url for paper in found[4:]] == [f"papers/{n}.pdf" for n in range(3)]


def test_how_to_contribute_in_korean() -> None:
    """Steps below a heading on how to contribute are not papers."""
    papers = "".join(f"{n}. How Bees Count to {n}\n   - Paper: {A}{n}\n" for n in range(1, 5))
    text = f"# L\n\n## 곤충\n\n{papers}\n## 기여 방법\n\n1. 먼저 저장소를 Fork 합니다\n2. 새 줄을 추가합니다\n"
    assert titles(text) == [f"How Bees Count to {n}" for n in range(1, 5)]
