"""Patterns of what may come before a title without being text: numbers, signs, anchors, check boxes.

Every piece walks a line once: its repeats are possessive or bounded.
"""

from collections.abc import Mapping

from paperdigest._units.patterns.shapes import BADGE, EMOJI, one_of

_DIGITS = "一二三四五六七八九十"
_DASH = one_of("-|", "–—")
_MARK = one_of(r".):\]", "：、")
_SPACE = one_of(r": \t", "：")

#: The numbers of papers.
NUMBERS: Mapping[str, str] = {
    "circled": r"[\u2460-\u2473][ \t]*+",
    "Chinese": rf"{one_of('', _DIGITS)}{{1,3}}{one_of('.', '、．')}[ \t]*+",
    "Chinese, of a paper": rf"第{one_of('0-9', _DIGITS)}{{1,3}}[篇章]{_SPACE}{{0,2}}",
    "with a mark": (
        r"(?!\[[0-9.]++[ ])(?:[Pp]aper|No\.?|论文|논문|第)?[ \t]?[#(\[]?[0-9]{1,4}\\?(?:\.[0-9]{1,3})?+"
        rf"(?:、|{_MARK}{{1,2}}+(?=[ \t\[*]|[^\x00-\x7f])|[ \t]{_DASH}(?=[ \t]))[ \t]*+"
    ),
    "after 'No.'": r"No\.?[ ]?[0-9]{1,3}[ \t]++(?=[^\W\d_])",
    "in brackets": r"\[[0-9]{1,3}\](?=[A-Z0-9\"“])",
    "with letters": r"\[[A-Z]{1,3}[0-9]{1,3}\][ \t]++(?=[^\s\[(])",
    "without a space": r"[0-9]{1,3}[.)](?=[A-Z][a-z])",
    "of arXiv": rf"(?:arXiv:)?[0-9]{{4}}\.[0-9]{{5}}(?:v[0-9]++)?{one_of(':.', '：')}?[ \t]++(?:{_DASH}[ \t]++)?",
    "of an issue": rf"\#[0-9]{{1,4}}[ \t:]{one_of('-:', '–—')}?[ \t]?",
}
NUMBER = f"(?:{'|'.join(NUMBERS.values())})?+"

#: A time of day before a title, as in the programme of a conference.
TIME = (
    r"[0-9]{1,2}:[0-9]{2}(?:[ ]?[-–][ ]?[0-9]{1,2}:[0-9]{2})?(?:[ ]?[aApP]\.?[mM]\b\.?)?[ \t]*+"
    r"(?:[|·–—-][ \t]*+)?(?=[^\s])"
)
#: What Hugo or Jekyll replaces: ``{{< badge "new" >}}``, ``{% include a.html %}``.
SHORTCODE = r"\{(?:\{[<%][^{}\n]*+\}|%[^{}\n]*+)\}[ \t]*+"

#: Other things before a title.
SIGNS_BEFORE: Mapping[str, str] = {
    "emoji": rf"{EMOJI}++[ \t]*+",
    "mark of a heading in an item": r"(?=#)(?:(?<=[-*+][ \t])|(?<=•[ \t]))#{1,6}[ \t]++",
    "mark of a quote in an item": r"(?=>)(?:(?<=[-*+][ \t])|(?<=•[ \t]))>[ \t]++",
    "shortcode of an emoji": r":[a-z0-9_+-]++:[ \t]*+",
    "anchor": r"<a (?:id|name)=[^>\n]*+>(?:</a>)?[ \t]*+",
    "line break": r"<br[ ]?/?>[ \t]*+",
    "box to tick": r"\[[ xX]\][ \t]++",
    "key in bold": r"\*\*\[(?:[A-Z]{1,3}[0-9]{0,3}|[A-Z]\w{1,11}[0-9]{2}[a-z]?)\]\*\*[ \t]++",
    "struck out link": r"~~(?=\[)",
    "time": TIME,
    "link to a note": r"\[\[[^\[\]\n]{1,40}\]\](?![(\[])[ \t]++",
    "highlight": r"==(?=[*_\[])",
    "number in bold": (
        r"\*\*[\[(]?[0-9]{1,4}(?:\.[0-9]{1,2})?(?:/[0-9]{1,3}|[\]).:/])?\*\*[ \t.:,]*+(?:[–—-][ \t]++)?+"
    ),
    "identifier in bold": (
        r"\*\*(?:\#[0-9]{1,4}|[A-Za-z]{1,3}[0-9]{4,6}|(?:19|20)[0-9]{2}/[0-9]{2,5}|arXiv:[0-9]{4}\.[0-9]{4,5})"
        r"\*\*[ \t:]*+(?:[–—-][ \t]++)?+(?=[^\s])"
    ),
    "year in italics": r"[*_]\((?:19|20)[0-9]{2}\)[*_][ \t]++",
    "badge": rf"{BADGE}[ \t]*+",
    "escaped tag": r"\\\[[^\[\]\n]{1,30}\\\][ \t]++",
    "escaped star": r"\\\*[ \t]++",
    "image": r"<img\b[^>\n]*+>[ \t]*+",
    "empty span": r"<span\b[^>\n]*+></span>[ \t]*+",
    "shortcode of a page": SHORTCODE,
    "keys of a keyboard": r"<kbd>[^<\n]{1,40}</kbd>[ \t]*+",
}
BEFORE = f"(?:{'|'.join(SIGNS_BEFORE.values())})*+"
