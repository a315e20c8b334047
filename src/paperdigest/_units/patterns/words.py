"""Labels that digests use, by what follows them, and headings without papers.

Labels are sets, not patterns: those of a text are looked up once, and its table of rules names only
these. English comes first, then other languages, last Chinese, Korean and Japanese.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

#: The longest label, in characters.
_LONGEST = 100
#: Words before a label that do not change its meaning.
_QUALIFIERS = frozenset(
    [
        "key",
        "main",
        "core",
        "big",
        "central",
        "proposed",
        "technical",
        "primary",
        "experimental",
        "practical",
        "overall",
        "original",
        "open",
        "our",
        "my",
        "the",
        "short",
        "brief",
        "one-sentence",
        "one-line",
        "paper's",
    ]
)

_WORDS: Mapping[str, str] = {
    "title": """title|paper title|original title|name|paper name|paper
        |titel|titre|título|titulo|titolo|название|名字|名称|题名|标题|題目|標題|論文標題|题目|论文标题|论文题目|论文名|论文名称|论文|제목|논문 제목|논문제목|논문|タイトル|論文タイトル|論文名|論文""",
    "authors": """author|author(s)|writer|written by|author list|first author|by|researcher|creator
        |autor|autoren|auteur|autores|autore|autori|verfasser|автор|авторы|作者|作者列表|著者|저자|글쓴이|作者们""",
    "votes": """vote|upvote|like|👍|点赞|点赞数|票数|추천|추천 수|추천수|투표|いいね|投票|投票数""",
    "category": """category|categories|categorie|subject|subject area|topic|research area|area|track
        |kategorie|thema|catégorie|categoría|categoria|類別|分類|领域|類型|类别|分类|主题|方向|카테고리|분류|분야|カテゴリ|カテゴリー|分野""",
    "identifier": """arxiv|arxiv id|arxiv identifier|arxivid|paper id|id|identifier|论文编号|编号""",
    "paper": """link|url|paper link|paper url|arxiv link|arxiv url|pdf link|pdf url|source link|article link
        |full link|paper|pdf|arxiv|arxiv page|ar5iv|abs|abstract page|doi|full text|openreview|source|read|read more
        |read paper|read the paper|read more on|paper page|original paper|preprint|publication|article|web
        |lien|enlace|artículo|artigo|ссылка|статья|quelle|連結|論文連結|網址|原文連結|論文網址|论文|论文链接|论文地址|链接|原文|原文链接|地址|网址|全文|阅读论文|下载
        |링크|논문|논문 링크|논문링크|원문|원문 링크|リンク|論文|論文リンク|原論文""",
    "links": """links|resource|material|see also|paper links|code|github|project|project page|website|homepage|demo
        |repo|repository|code link|github link|video|slides|poster|dataset|model|data|page|huggingface|hf|blog
        |код|проект|程式碼|專案|链接|资源|代码|源码|项目|项目主页|项目地址|主页|代码链接|代码地址|源码地址|源码链接|论文代码|论文源码|论文源码地址|开源地址|링크|코드|프로젝트|コード|プロジェクト|リンク""",
    "section": """summary|abstract|tl;dr|tldr|tl dr|in short|in brief|in a nutshell|gist|overview|introduction|motivation
        |background|context|problem|problem statement|challenge|goal|objective|idea|method|methodology|approach
        |technique|architecture|detail|details|more details|experiment|evaluation|result|finding|contribution
        |innovation|conclusion|discussion|limitation|strength|weakness|weaknesses|pros|cons|takeaway|take-away|point
        |why|why it matters|why this matters|why it is important|why read it|what's new|what’s new|what is new
        |what it does|how|how it works|highlight|insight|impact|significance|importance|application|use case|future work
        |future directions|question|analysis|description|synopsis|review|verdict|thought|take|opinion|view|note|comment
        |remark|implication|performance|performance highlights|ai summary|summary (zh)|chinese summary
        |zusammenfassung|kurzfassung|worum geht es|résumé|resume|resumen|resumo|sommario|riassunto|аннотация|摘要|重點|總結|貢獻|結論|動機|总结|概要|概述|简介|一句话总结|一句话|动机|背景|问题|方法|模型|实验|结果|主要结果|实验结果|结论|贡献
        |主要贡献|核心贡献|创新|创新点|亮点|局限|局限性|启发|评价|点评|要点|核心|核心思想|核心观点|核心内容|研究动机
        |研究背景|研究问题|研究方法|意义|备注|中文摘要|英文摘要|摘要翻译|内容|解读|推荐理由
        |요약|한 줄 요약|한줄 요약|한줄요약|초록|개요|배경|동기|문제|문제점|방법|방법론|실험|결과|결론|기여|한계|한계점
        |의의|핵심|핵심 아이디어|핵심 내용|장점|단점|메모|의견|특징
        |要約|課題|手法|貢献|考察|感想|まとめ|ポイント|一言|ひとこと""",
    "published": """date|published|posted|release|released|published on|published at|posted on|publication date|publish date|release date|published date
        |datum|erschienen|fecha|дата|發表日期|發布日期|日期|发布日期|发布时间|发表日期|发表时间|发布日|发行日期|발행일|게재일|날짜|출판일|公開日|発表日|日付""",
    "field": """submitted|updated|accepted|announced|published in
        |submitted on|submission date
        |year|venue|publication venue|journal|conference|proceedings|publisher|tag|tags|keyword|key word|score
        |overall score|rating|relevance|relevance score|novelty|novelty score|citation|cited by|page|institution
        |affiliation|organization|organisation|lab|university|company|status|difficulty|level|reading time|read time
        |presenter|presented by|speaker|reviewer|curator|chosen by|picked by|recommended by|suggested by|language
        |license|licence|version|length|stars|star|rank|priority|type|comments|task|conf|pub.
        |jahr|année|año|data|ano|год|venue year|關鍵字|機構|來源|发布|发表|发表于|时间|来源|期刊|会议|机构|单位|关键词|标签|评分|年份|相关度
        |更新日期
        |발행|게재|출판|학회|소속|기관|키워드|태그|점수|연도
        |発表|所属|キーワード|タグ|掲載""",
}

#: Labels of who speaks about a paper; dates are then those of meetings.
_SPEAKERS = frozenset(["presenter", "presented by", "speaker", "发表者", "발표자", "発表者"])

#: Labels that only papers have.
_TELLING = frozenset({
    "abstract", "doi", "arxiv", "arxiv id", "paper", "pdf", "作者", "摘要", "저자", "초록", "著者", "论文",
    "论文链接", "論文", "논문", "zusammenfassung", "résumé", "resumen", "resumo",
})  # fmt: skip

#: The texts of links to papers.
CHIEF = frozenset(
    [
        "paper",
        "pdf",
        "arxiv",
        "abs",
        "abstract",
        "doi",
        "link",
        "openreview",
        "acm",
        "ieee",
        "pubmed",
        "biorxiv",
        "preprint",
        "论文",
        "链接",
        "原文",
        "논문",
        "링크",
        "論文",
    ]
)

#: Words in the text of a link that is not a title.
_LINK_WORDS = frozenset(
    [
        "paper",
        "pdf",
        "arxiv",
        "abs",
        "html",
        "code",
        "github",
        "link",
        "links",
        "project",
        "page",
        "website",
        "homepage",
        "demo",
        "video",
        "slides",
        "poster",
        "data",
        "dataset",
        "model",
        "models",
        "blog",
        "post",
        "tweet",
        "x",
        "twitter",
        "huggingface",
        "hf",
        "here",
        "official",
        "pytorch",
        "tensorflow",
        "jax",
        "supp",
        "supplementary",
        "supplemental",
        "bibtex",
        "bib",
        "talk",
        "doc",
        "docs",
        "documentation",
        "openreview",
        "doi",
        "ieee",
        "acm",
        "url",
        "source",
        "media",
        "论文",
        "代码",
        "项目",
        "主页",
        "链接",
        "原文",
        "논문",
        "코드",
        "링크",
        "論文",
        "コード",
        "top",
        "back",
        "readme",
        "download",
        "abstract",
        "review",
        "reviews",
        "appendix",
        "weights",
        "checkpoint",
        "colab",
        "notebook",
        "space",
        "spaces",
        "app",
        "web",
        "site",
        "home",
        "repo",
        "unofficial",
        "implementation",
        "star",
        "stars",
        "youtube",
        "bilibili",
        "news",
        "alphaxiv",
        "ar5iv",
        "scholar",
        "semantic",
        "papers",
        "code&data",
    ]
)

_CHAPTERS = re.compile(
    r"(?:table of )?contents?|toc|index|menu|about(?: (?:this|the|us|me|our)\b.*)?|licen[cs]e.*|contribut(?:e|ing|ors?|ions?)"
    r"|how to contribute|(?:other|useful|other useful|related) resources|acknowledge?ments?|(?:the |our )?prompts?|references?|bibliography|citations?|citing.*|cite(?: us| this.*)?"
    r"|credits?|contact(?: us)?|disclaimer|footnotes?|change ?log|sponsors?(?:hip)?|subscribe.*|archives?|appendix"
    r"|how to (?:use|cite|contribute|read|install|run|subscribe).*|feedback|(?:earlier|previous|past|older) (?:lists?|issues?|"
    r"digests?|editions?|weeks?|posts?)|faq|usage|install(?:ation)?(?: requirements?| instructions| guide)?|getting started|quick ?start|features?|"
    r"(?:system )?requirements?|dependencies|prerequisites|installing (?:from source|the latest (?:release|version))|"
    r"roadmap|to-?do(?: list)?|star history|stargazers.*|related (?:repos?|lists?|projects?|repositories)|"
    r"other (?:lists?|repos?|awesome.*)|awesome.*lists?|目录|关于(?:我们?|作者|(?:本|此|该|这个)?(?:项目|列表|仓库|网站|页面?|站|库|文))?|许可.*|参考(?:文献|资料)?|致谢|附录|往期.*|联系(?:我们?|方式|作者|人|信息)?|"
    r"(?:project |list )?maintainers?(?: (?:and|&) contributors?)?|team(?: members)?|使用.*|安装.*|목차|소개|기여.*|라이선스|라이센스|참고.*|부록|문의.*|지난 .*|目次|ライセンス|参考文献|付録",
    re.IGNORECASE,
)
_ALL_PAPERS = re.compile(
    r"(?:(?:the|all|our|today['’]?s?|daily|weekly|this week['’]?s?|new|latest|recent|selected|top|research|arxiv) )*+"
    r"(?:papers?|articles?|preprints?|publications?|picks|reading list|paper list|list of papers|entries)(?:[ ]\([0-9]+\))?"
    r"|(?:今日|最新|本周|每日|精选)?论文(?:列表|推荐|详情)?|(?:오늘의 |최신 |이번 주 )?논문(?: ?목록)?|(?:今日の|最新)?論文(?:一覧)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:paper|article|entry|no\.?|论文|論文|논문)[ ]?[:：#]?[ ]?[0-9]{1,4}", re.IGNORECASE
)
#: Chapters that end at any other heading, however deep: papers may be below that.
_SHALLOW = re.compile(
    r"(?:table of )?contents?(?: ?\(toc\))?|toc|index|menu|outline|目录|目錄|목차|目次"
    r"|(?:(?:latest|recent|our) )?(?:news|updates?|announcements?)(?: (?:and|&) (?:news|updates?))?|what['’]?s new|新闻|动态|最新动态|更新(?:日志|记录)?",
    re.IGNORECASE,
)
_SPEAKS_OF_PAPERS = re.compile(
    r"papers?\b|surveys?\b|publications?|论文|論文|논문|综述", re.IGNORECASE
)
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_SPLIT = re.compile(r"[ \t]*[/|（）()、&][ \t]*")


def _core_of(words: str) -> str:
    """Return some words without the signs around them."""
    found = _CORE.search(words)
    return found[0] if found else ""


@cache
def _roles() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for role, words in _WORDS.items():
        for word in words.split("|"):
            found.setdefault(word.strip(), set()).add(role)
    return {word: frozenset(roles) for word, roles in found.items()}


def _known(word: str) -> frozenset[str]:
    roles = _roles().get(word)
    if roles is None and len(word) > 3 and word.endswith("s"):
        roles = _roles().get(word[:-1])
    if roles is None and " " in word:
        first, _, rest = word.partition(" ")
        return _known(rest) if first in _QUALIFIERS else frozenset()
    return roles or frozenset()


def names_a_speaker(labels: Iterable[str]) -> bool:
    """Return whether labels name who speaks about a paper, so that a date is that of a meeting."""
    return any(_core_of(label).casefold() in _SPEAKERS for label in labels)


def roles_of(label: str) -> frozenset[str]:
    """Return the roles of a label: authors, votes, links and so on.

    Of a label in two languages, both parts count.

    Example:
        >>> sorted(roles_of("Authors")), sorted(roles_of("论文/Paper"))
        (['authors'], ['paper', 'title'])
        >>> roles_of("Odd one")
        frozenset()
    """
    return _roles_of(label) if len(label) <= _LONGEST else frozenset()


# The same few labels are looked up again and again.
@lru_cache(maxsize=1024)
def _roles_of(label: str) -> frozenset[str]:
    word = _core_of(label.casefold())
    roles = _known(word)
    if not roles and _SPLIT.search(word):
        for part in _SPLIT.split(word):
            roles |= _known(part)
    return roles


def is_telling(label: str) -> bool:
    """Return whether only a paper has such a label."""
    word = _core_of(label.casefold())
    return word in _TELLING or "authors" in roles_of(word)


def is_link_word(text: str) -> bool:
    """Return whether a text names a link, not a paper: `PDF`, `Project Page`, `2408.12637`.

    Example:
        >>> is_link_word("Project Page"), is_link_word("A Study of Pages")
        (True, False)
    """
    words = re.findall(r"[^\W\d_][\w&-]*", text.casefold())
    return all(word in _LINK_WORDS for word in words)


def is_chapter(heading: str) -> bool:
    """Return whether a heading is that of a chapter about the list itself.

    Example:
        >>> is_chapter("How to contribute"), is_chapter("How to Turn Graphs into Models")
        (True, False)
    """
    return _CHAPTERS.fullmatch(_core_of(heading)) is not None


def is_shallow(heading: str) -> bool:
    """Return whether a heading is that of a chapter that ends at any other heading.

    Example:
        >>> is_shallow("🔔 News"), is_shallow("License")
        (True, False)
    """
    return _SHALLOW.fullmatch(_core_of(heading)) is not None


def names_no_group(heading: str) -> bool:
    """Return whether a heading over papers only says that they are papers, or counts one.

    Example:
        >>> names_no_group("Today's papers (3)"), names_no_group("Vision papers")
        (True, False)
    """
    words = heading.strip(" *_:：#\t")
    return _ALL_PAPERS.fullmatch(words) is not None or counts_papers(words)


def counts_papers(heading: str) -> bool:
    """Return whether a heading over a paper only counts it.

    Example:
        >>> counts_papers("Paper:12"), counts_papers("Papers of 2024")
        (True, False)
    """
    return _COUNTED.fullmatch(heading.strip(" *_:：#\t")) is not None


# Compiled when first needed: many texts have no chapter without papers.
@cache
def _other_things() -> re.Pattern[str]:
    """Return the expression of what lists hold besides papers."""
    return re.compile(
        r"\b(?:videos?|talks?|lectures?|tutorials?|blogs?|(?:blog )?posts?|articles?|software|tools?|toolkits?|tooling|implementations?"
        r"|code(?:bases?)?|librar(?:y|ies)|frameworks?|datasets?|data ?sets|corpora|books?|courses?|demos?|websites?|sites|leaderboards?"
        r"|people|researchers|labs|groups|workshops?|conferences?|competitions?|challenges?|podcasts?|products?|projects|companies"
        r"|repositor(?:y|ies)|repos|resources?|links|jobs?|events?|communit(?:y|ies)|newsletters?|playgrounds?|apps?|applications|services?)\b"
        r"|\b(?:eventos|herramientas|ferramentas|outils|werkzeuge|veranstaltungen|événements|recursos|ressources|enlaces|vidéos"
        r"|vídeos|cursos|cours|kurse|empleo|libros|livres|bücher|stellen|strumenti|corsi|eventi)\b"
        r"|博客|视频|教程|课程|书籍|工具|代码|数据集|项目|资源|网站|会议|블로그|영상|강의|도구|데이터셋|코드|動画|ブログ|ツール|データセット|コード|書籍",
        re.IGNORECASE,
    )


def names_no_papers(heading: str) -> bool:
    """Return whether a heading names what lists hold besides papers: videos, tools, posts.

    Example:
        >>> names_no_papers("Talks and Videos"), names_no_papers("Papers with code")
        (True, False)
    """
    return bool(_other_things().search(heading)) and not _SPEAKS_OF_PAPERS.search(heading)
