"""Words that one-off digests are made of: labels, chapters, names, dates, hosts of papers.

English first, then Chinese, Korean and Japanese. All are patterns.
"""


def any_of(*words: str) -> str:
    """Join words in one pattern that minds no case."""
    return f"(?i:{'|'.join(words)})"


AUTHORS = any_of(
    "authors?", r"author\(s\)", "writers?", "written by", "作者", "著者", "저자", "글쓴이"
)

VOTES = any_of(
    "(?:up)?votes?", "likes?", "点赞数?", "票数", "추천(?: 수)?", "투표", "いいね", "投票数?"
)

CATEGORY = any_of(
    "(?:main |primary )?categor(?:y|ies)", "subjects?(?: area)?", "topics?", "research areas?",
    "类别", "分类", "领域", "主题", "카테고리", "분류", "분야", "カテゴリー?", "分野",
)  # fmt: skip

IDENTIFIER = any_of("arxiv(?: ?id(?:entifier)?)?", "(?:paper )?id", "identifier", "论文编号")

#: What the main link goes by.
PAPER = any_of(
    "(?:paper |arxiv |pdf |source |article |full )?(?:link|url)", "paper", "pdf", "arxiv", "ar5iv", "abs",
    "doi", "full text", "openreview", "source", "read(?: (?:more|it|the paper))?(?: (?:on|at|here))?",
    "original(?: paper)?", "preprint", "publication",
    "论文(?:链接|地址)?", "链接", "原文(?:链接)?", "地址", "网址",
    "링크", "논문(?: ?링크)?", "원문(?: ?링크)?", "リンク", "論文(?:リンク)?",
)  # fmt: skip

#: What a line of several links goes by.
LINKS = any_of("links?", "resources?", "materials?", "see also", "链接", "资源", "링크", "リンク")

FIELDS = any_of(
    "(?:date )?(?:published|posted|submitted|updated|accepted|released?|announced)(?: (?:on|in|at|date))?",
    "(?:publication |publish |release |submission )?date", "year", "(?:publication )?venue", "journal",
    "conference", "proceedings", "publisher", "tags?", "key ?words?", "(?:overall )?score", "ratings?",
    "relevance(?: score)?", "novelty(?: score)?", "citations?", "cited by", "pages?", "institutions?",
    "affiliations?", "organi[sz]ations?", "labs?", "universit(?:y|ies)", "company", "status", "difficulty",
    "level", "read(?:ing)? time", "presenters?", "presented by", "speaker", "reviewer", "curator",
    "(?:chosen|picked|recommended|suggested) by", "language", "licen[cs]e", "version", "length", "stars",
    "rank", "priority", "type",
    "发布(?:日期|时间)?", "发表(?:日期|时间|于)?", "日期", "时间", "来源", "期刊", "会议", "机构", "单位", "关键词",
    "标签", "评分", "年份", "相关度",
    "발행일?", "게재일?", "날짜", "출판(?:일)?", "학회", "소속", "기관", "키워드", "태그", "점수", "연도",
    "公開日", "発表日?", "日付", "会議", "所属", "キーワード", "タグ",
)  # fmt: skip

SECTIONS = any_of(
    "summary", "abstract", r"tl ?; ?dr", "tldr", "in (?:short|brief|a nutshell)", "gist", "overview",
    "introduction", "motivations?", "background", "context", "problem(?: statement)?s?", "challenges?",
    "goals?", "objectives?", "(?:key |main |core |big |central )?ideas?", "(?:proposed |technical )?methods?",
    "methodology", "(?:technical |proposed )?approach", "techniques?", "architecture",
    "(?:technical |more )?details", "data(?:sets?)?", "experiments?", "evaluations?",
    "(?:key |main |experimental )?results?", "(?:key |main )?findings?", "(?:key |main )?contributions?",
    "innovations?", "conclusions?", "discussion", "limitations?", "strengths?", "weakness(?:es)?", "pros",
    "cons", "(?:key )?take-?aways?", "(?:key )?points?", "why(?: (?:it|this) (?:matters|is important)| read it)?",
    "what(?:['’]s new| is new| it does)?", "how(?: it works)?", "highlights?", "(?:key )?insights?", "impact",
    "significance", "importance", "applications?", "use cases?", "future (?:work|directions)",
    "(?:open )?questions?", "analysis", "description", "synopsis", "review", "verdict",
    "(?:(?:my|our) )?(?:thoughts|take|opinion|view)", "notes?", "comments?", "remarks?",
    "(?:practical )?implications?", "performance(?: highlights)?",
    "摘要", "总结", "概要", "概述", "简介", "一句话(?:总结)?", "动机", "背景", "问题", "方法", "模型", "实验",
    "(?:主要|实验)?结果", "结论", "(?:主要|核心)?贡献", "创新点?", "亮点", "局限性?", "启发", "评价", "点评", "要点",
    "核心(?:思想|观点|内容)?", "研究(?:动机|背景|问题|方法)", "意义", "备注",
    "요약", "한 ?줄 ?요약", "초록", "개요", "배경", "동기", "문제(?:점)?", "방법(?:론)?", "실험", "결과", "결론", "기여",
    "한계(?:점)?", "의의", "핵심(?: ?(?:아이디어|내용))?", "장점", "단점", "메모", "의견", "특징",
    "要約", "背景", "課題", "手法", "結果", "結論", "貢献", "考察", "感想", "まとめ", "ポイント",
)  # fmt: skip

#: A label of a paper: whoever gives one of these speaks of a work.
TELLING = any_of("abstract", r"tl ?; ?dr", "arxiv(?: ?id)?", "doi", "paper", "pdf", "摘要", "초록")

DATED = any_of(
    "(?:last )?(?:date|updated?|published|generated|issued?)(?: on| at)?",
    "日期",
    "更新",
    "날짜",
    "日付",
)

#: Chapters about the list itself.
CHAPTERS = any_of(
    "(?:table of )?contents?", "toc", "index", r"about(?: (?:this|the|us|me|our)\b.*)?", "licen[cs]e.*",
    r"contribut(?:e|ing|ors?)\b.*", "acknowledge?ments?", r"(?:.*\b)?prompts?", "references?", "bibliography",
    "citations?", "citing.*", "cite.*", "credits?", "contact.*", "disclaimer", "footnotes?", "change ?log",
    "sponsors?(?:hip)?", "subscribe.*", "archives?", "appendix.*", r"how (?:to|this|we|it)\b.*", "feedback",
    "(?:earlier|previous|past|older) (?:lists?|issues?|digests?|editions?|weeks?|posts?)", "faq", "usage",
    "install(?:ation)?", "getting started", "quick ?start", "requirements?", "features?", "roadmap", "to-?do",
    "目录", "关于.*", "许可.*", "参考(?:文献|资料)", "致谢", "附录", "往期.*", "联系.*", "使用.*", "安装.*",
    "목차", "소개", "라이선스", "라이센스", "참고.*", "부록", "문의.*", "지난 .*",
    "目次", "ライセンス", "参考文献", "付録",
)  # fmt: skip

#: Headings over papers that name no group.
ALL_PAPERS = any_of(
    "(?:(?:the|all|today['’]?s?|daily|weekly|this week['’]?s?|new|latest|recent|selected|top|research|arxiv) )*+"
    "(?:papers?|articles?|preprints?|publications?|picks|reading list|paper list|list of papers|entries)",
    "(?:今日|最新|本周|每日|精选)?论文(?:列表|推荐)?", "(?:오늘의 |최신 |이번 주 )?논문(?: ?목록)?",
    "(?:今日の|最新)?論文(?:一覧)?",
)  # fmt: skip

#: Where papers are published; a file in PDF is taken for one.
PAPER_HOST = (
    r"https?://(?:[\w-]++\.)*?(?:(?:arxiv|openreview|aclanthology|doi|alphaxiv|biorxiv|medrxiv|semanticscholar"
    r"|jmlr|pnas|ar5iv)\.org|(?:neurips|nips)\.cc|mlr\.press|thecvf\.com|ieeexplore\.ieee\.org|dl\.acm\.org"
    r"|nature\.com/articles|science\.org/doi|sciencedirect\.com|link\.springer\.com|ncbi\.nlm\.nih\.gov"
    r"|huggingface\.co/papers|papers\.cool|ijcai\.org|[^\s()]*\.pdf)(?![\w.-])"
)

#: Where programs are published.
CODE_HOST = r"https?://(?:[\w-]++\.)*?(?:github\.(?:com|io)|gitlab\.com|npmjs\.com|pypi\.org|crates\.io|shields\.io)\b"

# Classes of many characters above U+00FF, or of long ranges there, take `re` milliseconds to compile
# and stand in most rules; so a letter of another script is told by a look ahead.
WIDE = r"(?=[^\x00-\u024f])\w"
_WORD = r"(?=[A-Z\xc0-\u024f])\w[\w.'’-]*+"
_PARTICLE = r"(?:d[aeiou]s?|v[ao]n|de[nrl]|l[ae]|te[nr]|bin|ibn|al|el|y|zu|af)\b"
_PERSON = (
    rf"(?:{_WORD}(?:[ \t](?:{_WORD}|{_PARTICLE})){{1,4}}+|{_WORD}(?=,?[ \t]et[ .])"
    rf"|(?:{WIDE}){{2,5}}+(?:[ ・·](?:{WIDE}){{1,8}}+)?+(?!\w))(?:[ \t]?\([^()\n]{{1,80}}\))?+"
)
#: One or more persons, and no sentence: two to five words that begin with a capital letter, or a few
#: letters of a script that has none.
PEOPLE = (
    rf"{_PERSON}(?:[ \t]?(?:[,;&]|[、，；]|and\b|和)[ \t]?(?:and[ \t]|&[ \t]?)?{_PERSON})*+"
    r"(?:[,，]?[ \t]?(?:et\.?[ \t]al\.?|and others|等|외 [0-9]{1,3}명|\.\.\.|…))?+"
)

# Shapes of dates; whether it is one, `_dates` tells.
_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )"
DAY = (
    r"(?:[0-9]{4}(?P<mark>[-./])[0-9]{1,2}(?P=mark)[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
    r"|[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{4} ?년 ?[0-9]{1,2} ?월 ?[0-9]{1,2} ?일"
    rf"|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH},? [0-9]{{4}})"
    r"(?![0-9])"
)
DAYS = rf"{_MONTH} [0-9]{{1,2}} ?[-–—] ?(?:{_MONTH} )?[0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}(?![0-9])"

# What stands before a title or label: a number, emoji.
_EMOJI = r"(?=[^\x00-\xff])(?![\u2010-\u205e])(?![\u3001-\u303f])(?![\uff01-\uff65])[^\w\s]"
SIGNS = rf"(?:(?:[0-9#]\ufe0f?\u20e3|{_EMOJI})++[ \t]*+)?+"
NUMBER = (
    r"(?:(?i:paper|no\.?|论文|논문|第)?[ \t]?[#(\[]?[0-9]{1,4}(?:\.[0-9]{1,3})?+"
    r"(?:[.):：、\]]{1,2}+(?=[ \t\[*]|[^\x00-\x7f])|[ \t][-–—|](?=[ \t]))[ \t]*+"
    r"|\#[0-9]{1,4}[ \t][-–—:]?[ \t]?)?+"
)
