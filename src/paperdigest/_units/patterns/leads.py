"""The forms of titles that a line can have by how its words begin."""

from collections.abc import Mapping

#: The forms that a line can have by how its words begin, the most likely first.
_BY_LEAD: Mapping[str, tuple[str, ...]] = {
    "[": ("names, year in a tag+plain", "names, year in a tag+link", "link in quotes", "noted", "cited link", "link", "dated link", "reference", "tag+link", "tag+bold", "tag+italic", "tag+html bold", "tag+html link", "tag+plain, names", "tag+plain", "links+link", "main link+plain, names", "main link+plain", "main link+bold", "words+paper link", "bracketed", "cited bracketed"),
    "[[": ("link", "note", "tag+link", "tag+plain", "links+link", "main link+plain"),
    "[![": ("links+link", "main link+plain", "main link+bold"),
    "**[": ("names, year in a tag+plain", "names, year in a tag+link", "names, year in a tag+bold", "link in quotes", "cited link", "link", "dated link", "tag+link", "tag+bold", "bold", "tag+plain, names", "tag+plain", "names*+quoted", "names+bold", "words+paper link", "main link+plain, names", "main link+plain", "bracketed", "cited bracketed"),
    "__[": ("link", "words+paper link"),
    "**": (
        "nick+quoted", "nick+bold", "nick+italic", "nick+link", "nick+plain, names", "nick+plain", "chat link", "bold", "link", "tag+link", "tag+bold", "tag+italic", "head+link", "head+quoted", "head+quotes", "head+italic", "head+plain, names", "head+plain", "venue+link", "venue+bold", "venue+italic", "venue+quoted", "venue+plain, names", "venue+plain", "tag+plain", "date+link", "date+plain", "bold names+link", "bold names+italic", "bold names+quoted",
        "names*+quoted link", "names*+quoted", "names+bold", "names+link", "names*+link", "people+link", "people+bold", "people+quoted", "people+guillemets", "people+italic", "people+sentence", "bold names+sentence",
        "group+link", "group+titled", "words+paper link",
    ),
    "__": ("bold",),
    "*": ("chat link", "italic", "link", "names+link", "tag+link", "venue+link", "venue+bold"),
    "title:": ("label+link", "label+html link", "label+bold", "label+quoted", "label+wrapped", "label+plain", "label above+link", "label above+plain"),
    "listed:": ("label below+wrapped", "label below+plain"),
    "_": ("chat link", "italic", "link", "tag+link", "venue+link", "venue+bold"),
    "address:": ("quoted", "quotes", "italic", "plain, names", "plain"),
    '"': ("quoted link", "quoted", "plain, names", "plain"),
    "“": ("quoted link", "quotes", "plain, names", "plain"),
    "«": ("quoted link", "guillemets", "plain"),
    "《": ("titled", "plain"),
    "(": ("tag+link", "tag+bold", "tag+italic", "words+paper link", "tag+plain, names", "tag+plain", "plain"),
    "[!": ("names, year in a callout+italic", "names, year in a callout+sentence", "callout+link", "callout+bold", "callout+plain"),
    "`": ("tag+link", "tag+bold", "tag+plain", "words+paper link"),
    "<": ("chat link", "html cited link", "html link", "nick+quoted", "nick+bold", "nick+italic", "nick+link", "html bold", "people+link", "people+bold", "people+quoted", "people+italic", "url+plain"),
    "!!!": ("admonition+quoted", "admonition+quotes", "admonition+plain"),
    "0": ("day+link", "day+bold", "day+italic", "day+quoted", "day+plain", "date+link", "date+bold", "date+plain, names", "date+plain", "venue+link", "venue+bold", "venue+plain, names", "venue+plain", "prefix+link", "count+link", "count+titled", "count+bold", "count+plain", "plain"),
    "【": ("tag+link", "tag+bold", "tag+plain"),
    "w": (
        "url+plain", "alias+cited", "day+link", "day+bold", "day+italic", "day+quoted", "day+plain",
        "names, year+link", "names, year+quoted", "names, year+quotes", "names, year+italic", "names, year+bold",
        "names, year+sentence", "names, year+plain", "names. year+link", "names. year+quoted", "names. year+quotes", "names. year+italic", "names. year+bold",
        "names. year+sentence", "names. year+plain", "venue+link", "venue+bold", "venue+italic", "venue+quoted", "venue+plain, names", "venue+plain",
        "people+link", "people+bold", "people+quoted link", "people+quoted", "people+quotes", "people+guillemets", "people+italic",
        "names+link", "names*+link", "names*+quoted link", "names*+quoted", "names*+quotes", "names+bold", "names+italic", "initials+sentence", "persons+cited", "people+html bold", "people+html link", "people+sentence",
        "plain, names", "sentence", "plain", "words+paper link",
    ),
}  # fmt: skip


def is_any(lead: str) -> bool:
    """Return whether words begin in a way that has no forms of its own, such as ``/* a``.

    Example:
        >>> is_any("/"), is_any("["), is_any("w")
        (True, False, False)
    """
    return lead not in _BY_LEAD and lead != "label:" and forms_for(lead) is _BY_LEAD["w"]


def forms_for(lead: str) -> tuple[str, ...]:
    """Return the names of the forms of lines that begin in some way."""
    if lead in _BY_LEAD:
        return _BY_LEAD[lead]
    if lead.startswith("???"):
        return _BY_LEAD["!!!"]
    return _BY_LEAD["<"] if lead.startswith("<") else _BY_LEAD["w"]
