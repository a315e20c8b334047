"""Rules for the heads of papers, for each unit."""

import re
from collections.abc import Collection, Sequence

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.above import ABOVE
from paperdigest._units.patterns.addresses import CODE_HOST, HOST, LISTED
from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.days import MONTH
from paperdigest._units.patterns.forms import NAMES_FIRST, form
from paperdigest._units.patterns.leads import is_any
from paperdigest._units.patterns.links import COPY, before_links
from paperdigest._units.patterns.people import BETWEEN_AUTHORS, IN_BRACKETS, PEOPLE, WITH_COMMAS
from paperdigest._units.patterns.set_off import LINK_TEXT
from paperdigest._units.patterns.shapes import OUTSIDE_FOLD, WIDE
from paperdigest._units.rules.starts import ITEM, mark_of
from paperdigest._units.search.unit import Unit

#: The text of a link that is no title: ``Paper``, ``Code (official)``, ``2025 (1/3)``, but not ``Code Llama``.
_LINKS = (
    r"(?:(?:19|20)[0-9]{2}(?:[ ]\([0-9/]{1,5}\))?\]|(?:[Pp]aper|PDF|pdf|[Cc]ode|arXiv|[Pp]roject|[Ll]ink|GitHub|[Hh]ome|[Bb]ack)\b"
    r"(?![ ][A-Z](?!DF|age|aper|epo|ersion|ideo|ink|ite|lides|ode|ome|ummary))[^\]\n]{0,12}\])"
)
#: A link to a paper, a title of three words, or names after it.
_SHOWN = rf"(?=[^\n]*?{HOST}|[*_]{{0,3}}\[(?:[^\]\s]++[ \t]++){{2}}|[^\n]*?\]\([^\s()]*+\)[*_]{{0,3}}[ \t]*(?:[-–—,(|][ \t]?|by[ ]){{0,2}}[A-Z]\w*+ [A-Z])"
#: An address, or an identifier of a paper.
_ADDRESS = r"(?:https?://|arXiv:[ ]?[0-9]{4}\.[0-9]|(?i:doi):[ ]?10\.[0-9])"
#: Names in the next line, several or in italics, and nothing else.
_NAMES_BELOW = (
    rf"[^\n]*+\n(?=[*_]|[^\n]*(?:[,&]|[ ]and[ ]))[*_]{{0,2}}{PEOPLE}[*_.]{{0,3}}[ \t]*\\?$"
)
#: A line close below a title that only a paper has, as the library writes it.
_LABELLED = (
    r"(?=[^\n]*+\n(?:(?!#)[^\n]*+\n){0,8}?(?:[-*+ ]{0,4}\*\*(?:Votes|Authors|Abstract|Summary):\*\*|Authors:|By[ ][A-Z]|"
    rf"\[[^\]\n]*+\]\({HOST}))"
)
#: Not a directive of reStructuredText, the text of a definition, BibTeX, or the label of a link.
_NO_OTHER = r"(?!\.\.[ ]|:[ ]|@[a-z]++\{|[^\n:：]{0,16}?(?:链接|网址|官网|主页|[Ll]ink|[Ww]ebsite|[Hh]omepage)[:：][ ]?<?https?:)"
#: Not a heading that is a year or a month.
_NO_YEAR = rf"(?!(?:{MONTH},?[ ])?(?:19|20)[0-9]{{2}}(?:[-./年][0-9]{{1,2}}月?|年)?[:：]?[ \t]*$)"
#: Not a day with its weekday or an hour, as that of a meeting.
_NO_DAY = r"(?!20[0-9]{2} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일])"
#: Not words with a colon before a linked title.
_NO_LINKED_TITLE = rf"(?![^\n:：\[\]]{{1,80}}[:：][ \t]++[*_]{{0,2}}\[(?!{LINK_TEXT}\b)[^\[\]\s]++[ ]++[^\[\]\n]++\]\(<?{HOST})"
#: A day in digits, which other forms have before titles.
_DIGITS_OF_DAY = r"20[0-9]{2}[-./]?[0-9]{2}[-./]?[0-9]{2}[ \t]"
#: How lines begin with a title of some form.
_LEADS = {
    "link": "[",
    "bold": "**",
    "plain": "w",
    "plain, names": "w",
    "plain, names in brackets": "w",
    "quoted": '"',
    "italic": "*",
}
#: How the names of forms end whose title has no marks around it.
_BARE = ("+sentence", "+cited")
#: The first characters of titles in quotes.
_QUOTES = frozenset('"“«')
#: The most lines between a title and the line that shows a paper.
_NEAR = 10


def paper_rules(
    unit: Unit,
    *,
    written: bool,
    mixed: bool = False,
    leads: Collection[str] = (),
    surnames: Collection[str] = (),
    folds: bool = False,
) -> list[Rule]:
    """Return the rules for the papers of a unit.

    Args:
        unit: The unit.
        written: Whether new papers are written in its shape.
        mixed: Whether some units are items, which then end paragraphs.
        leads: How the words of other units with the same mark begin.
        surnames: The places where names are surnames alone.
        folds: Whether papers of other units are folds, which may have items in them.
    """
    bracketed = "in brackets" in surnames
    if bracketed:
        unit = unit._replace(forms=_in_brackets(unit.forms))
    mark, start, level, before = mark_of(unit)
    if mixed and (not mark or mark.startswith("<")):
        level = ITEM
    underlined = mark in ("=", "--")
    unwritten = underlined or mark.startswith("<")
    end = rf"[^\n]*\n{'=+' if mark == '=' else '-{3,}'}[ \t]*$" if underlined else ""
    # Titles in quotes after names show papers by themselves.
    quoted = all(map(_is_quoted, unit.forms))
    need = (OUTSIDE_FOLD if folds and mark == "-" else "") + _need(unit, quoted=quoted)
    names = _ordered(unit.forms)
    if written and mark.startswith("#"):
        # A new paper may have a link or none, whatever the text has.
        names += [name for name in ("link", "plain") if name not in names]
    rules: list[Rule] = []
    for name in names:
        # The text before a title is required if another unit parses titles without such a text.
        cited = mark == "" and not quoted and _is_cited(name)
        each = form(
            name,
            whole=cited
            or _LEADS.get(name.rpartition("+")[2]) in leads
            or _is_before_plain(name, names),
        )
        shown = "" if cited else need
        if name not in unit.forms:
            shown = _LABELLED if name == "plain" else rf"(?![^\n]*\]\([ \t]*+<?{CODE_HOST})"
        lead = rf"{_start(unit, name, each.pattern, start, shown)}{BEFORE}{NUMBER}{BEFORE}{_bar(unit, name, leads)}"
        pattern = f"{lead}{each.pattern}{end}"
        if "before a title" in surnames and _is_dated(name):
            # ``Byron, Gauss`` are two surnames here, and no surname with a given name.
            commas = rf"{lead}(?![^(\n]*[A-Z]\.)(?={WITH_COMMAS}[ ]?[(\[]){each.pattern}{end}"
            rules.append(Rule("paper", pattern=commas, level=level, separator=", "))
        if unit.prose and not end:
            # Prose, and links after it, are parsed as cells of a row are.
            people = f"{PEOPLE}|{IN_BRACKETS}" if bracketed else PEOPLE
            if "<authors>" in pattern:
                people = ""
            rest = before_links("others" if "link" in name else "ends", people)
            rules.append(
                Rule("paper", pattern=pattern + rest, level=level, separator=BETWEEN_AUTHORS)
            )
        fits = written and not unwritten and not name.startswith("titled")
        template = f"{before}{each.template}" if fits else ()
        rules.append(
            Rule(
                "paper",
                template,
                pattern=pattern,
                level=level,
                separator=BETWEEN_AUTHORS,
                before=1 if before.startswith("#") and template else 0,
            )
        )
    if unit.right_above:
        rules.append(_unread_above(unit, start, level))
    return rules


def _need(unit: Unit, *, quoted: bool) -> str:
    """Return a lookahead for what must show that a line of a unit is a paper; it may be empty.

    Args:
        unit: The unit.
        quoted: Whether all its titles are in quotes after names.
    """
    mark = unit.key.mark
    heading = mark.startswith("#")
    # The lines below a heading end at the next heading that is not deeper.
    deeper = rf"(?!#{{1,{len(mark.rstrip('1'))}}}[ \t])" if heading else "(?!#)"
    if unit.above:
        return ""
    if unit.key.lead == "listed:":
        return f"(?={LISTED})"
    if unit.needs == "line":
        return rf"(?=[^\n]*?(?:{HOST}|{COPY}))"
    if unit.key.lead == "address:":
        return rf"(?=[^\n]*+\n[ \t]*+<?{HOST})"
    if mark == "" and unit.key.lead in ("w", "“", "(") and not quoted:
        # A paragraph may be anything, so an address or an identifier must be in it or below.
        return rf"(?=[^\n]*?{_ADDRESS}|[^\n]*+(?:\n(?=[^\n]*[^\s])[^\n]*+){{0,{_NEAR}}}?\n[^\n]*?{_ADDRESS}|{_NAMES_BELOW})"
    if unit.needs == "below":
        far = 2 * _NEAR if heading else _NEAR
        # A title in a bold line may have names below it and no link, as on the page of a person.
        named = f"|{_NAMES_BELOW}" if unit.key.lead == "**" and not mark else ""
        return rf"(?=[^\n]*+(?:\n{deeper}[^\n]*+){{0,{far}}}?\n?[^\n]*?{HOST}{named})"
    if unit.needs == "shown":
        return _LABELLED
    if heading and unit.over:
        # A heading right above another one is not a paper, unless it has a link.
        return rf"(?=[^\n]*\]\(|[^\n]*+\n\s*+{deeper}[^\s])"
    return ""


def _bar(unit: Unit, name: str, leads: Collection[str]) -> str:
    """Return a lookahead for how a title of a form may start, which leaves other lines to other forms.

    Args:
        unit: The unit.
        name: The name of the form.
        leads: How the words of other units with the same mark begin.
    """
    mark, lead = unit.key.mark, unit.key.lead
    if name in ("link", "dated link"):
        bar = rf"(?!\[\[?{_LINKS}(?![ ]\w))"
        return bar + _SHOWN if unit.mixed and mark == "-" else bar
    if name == "bold":
        bar = r"(?!\*\*[^*\n]{1,24}(?:\*\*[ ]?[:：]|(?<=[:：])\*\*)(?![^\n]*(?:\]\(|://)))"
        if any(each.startswith("nick") for each in unit.forms):
            bar += r"(?!\*\*[^*:：\n]{1,30}(?:[:：]\*\*|\*\*[ ]?[:：]))"
        return (
            bar + r"(?!\*\*(?i:(?:table of )?contents|toc|menu|目录|目錄|목차|目次)[:：]?\*\*)"
            rf"(?!\*\*[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}\*\*|\*\*(?:{WIDE}){{1,8}}+\*\*[:：])"
        )
    if mark == "" and name.startswith("tag+"):
        return r"(?=\**[\[【(`])"
    if lead in _QUOTES and name == "plain":
        bar = r"(?=[\"“«])"
    elif (lead in ("w", "address:") and name.startswith("plain")) or (
        lead == "w" and "+" not in name
    ):
        bar = r"(?![*_\[<!])"
        if not _QUOTES.isdisjoint(leads):
            bar += r"(?![\"“«])"
        if "0" in leads:
            bar += rf"(?!{_DIGITS_OF_DAY})"
        if mark == "-":
            bar += _NO_DAY
        if "words+paper link" in unit.forms:
            bar += _NO_LINKED_TITLE
        if any(each.startswith(NAMES_FIRST) for each in unit.forms):
            bar += rf"(?!{PEOPLE}[.:,]?[ \t]++[\[\"“*_])"
    else:
        bar = f"(?={re.escape(lead)})" if is_any(lead) else ""
    if mark.startswith("#") and name == "plain":
        bar += _NO_YEAR
    return bar + _NO_OTHER if mark == "" else bar


def _in_brackets(names: Sequence[str]) -> tuple[str, ...]:
    """Return forms in which names after a plain title are in brackets, so that no comma ends it."""
    found: dict[str, None] = {}
    for name in names:
        plain = name.removesuffix(", names")
        if plain.endswith("plain"):
            found[f"{plain}, names in brackets"] = None
        found[plain] = None
    return tuple(found)


def _ordered(names: Sequence[str]) -> list[str]:
    """Return forms in an order in which none parses the lines of another.

    The text before a title may be missing, so a title that ends at a full stop would match names
    too. Forms with a title in quotes therefore come first.
    """
    if "plain" in names:
        names = sorted(names, key=lambda name: not name.startswith("plain, names"))
        at = names.index("plain")
        dated = [name for name in names[at:] if _is_dated(name)]
        names = [*names[:at], *dated, *(name for name in names[at:] if name not in dated)]
    bare = next((at for at, name in enumerate(names) if name.endswith(_BARE)), len(names))
    set_off = [name for name in names[bare + 1 :] if name.startswith("people") or "+quot" in name]
    return [*names[:bare], *set_off, *(name for name in names[bare:] if name not in set_off)]


def _unread_above(unit: Unit, start: str, level: int) -> Rule:
    """Return the rule for a line right above a title whose value has no place in the head.

    Args:
        unit: The unit.
        start: The pattern of the mark of the unit.
        level: Its level.
    """
    line = ABOVE[unit.right_above].replace(f"(?P<{unit.right_above}>", "(?:")
    below = start.replace("(?P<level>", "(?:")
    return Rule("skip", pattern=rf"{line}(?=\n{below})", level=level, flaw="stray-text")


def _start(unit: Unit, name: str, title: str, mark: str, shown: str) -> str:
    """Return the pattern of the mark of a title, and of the lines of a paper above it.

    Names, an address and other values in these lines belong to the paper.

    Args:
        unit: The unit.
        name: The name of the form of the title.
        title: The pattern of that form.
        mark: The pattern of the mark of the unit.
        shown: A lookahead for what must show that a line is a paper; it may be empty.
    """
    group = f"(?P<{unit.right_above}>"
    if group in ABOVE.get(unit.right_above, "") and group not in title and name in unit.forms:
        # The line above shows a paper too.
        return rf"(?>{ABOVE[unit.right_above]}\n|{shown}){mark}"
    return f"{_above(unit, name)}{mark}{shown}"


def _above(unit: Unit, name: str) -> str:
    """Return the pattern of the lines above a title if they begin with names or a label.

    Args:
        unit: The unit.
        name: The name of the form of the title.
    """
    if unit.names_above and "names" not in name and not name.startswith(NAMES_FIRST):
        return (
            rf"(?:[*_]{{0,2}}(?P<authors>{PEOPLE})[*_]{{0,2}}[.,:]?[ \t]*+(?:<br[ ]?/?>|\\)?\n)?+"
        )
    if not unit.above:
        return ""
    url = "(?:" if name.endswith("link") else "(?P<url>"
    return (
        rf"(?=[^\n]{{0,24}}?(?<!\w){re.escape(unit.above)}(?!\w))"
        rf"(?:(?![^\n]*?://)[^\n]++\n|[^\n]*?{url}https?://[^\s<>()]++)[^\n]*+\n){{1,5}}?"
    )


def _is_quoted(name: str) -> bool:
    """Return whether titles of a form are in quotes after names."""
    return name.startswith(NAMES_FIRST) and "+quot" in name


def _is_dated(name: str) -> bool:
    """Return whether titles of a form are after names and a year."""
    return name.startswith(NAMES_FIRST) and "year" in name


def _is_cited(name: str) -> bool:
    """Return whether titles of a form are after names, in quotes or with a year between the two."""
    return _is_quoted(name) or _is_dated(name)


def _is_before_plain(name: str, names: Sequence[str]) -> bool:
    """Return whether a plain title that follows names and a year is tried before one without these."""
    return _is_dated(name) and name.endswith((*_BARE, "+plain")) and "plain" in names
