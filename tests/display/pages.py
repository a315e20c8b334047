"""What a browser sees in a notebook view, by an HTML parser."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

#: Every tag of the views, with the attributes that it may have.
ALLOWED = {
    "div": {"class"},
    "span": {"class", "title"},
    "b": set(),
    "a": {"class", "href", "rel"},
    "img": {"src", "alt", "loading", "referrerpolicy"},
    "details": {"open"},
    "summary": set(),
    "code": set(),
    "table": set(),
    "tr": set(),
    "th": set(),
    "td": {"class"},
    "style": set(),
}


class Page(HTMLParser):
    """A notebook view, taken apart; what is not allowed fails.

    Attributes:
        words: The text of the page.
        links: The addresses that it links.
        images: The addresses that it loads.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.links: list[str] = []
        self.images: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []
        for url in (*self.links, *self.images):
            assert urlsplit(url).scheme in ("", "http", "https"), url
            assert not any(c.isspace() for c in url)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= ALLOWED[tag], (tag, attrs)
        values = dict(attrs)
        if tag == "a":
            self.links.append(values["href"] or "")
        if tag == "img":
            self.images.append(values["src"] or "")
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1] != "style":
            self.words += data

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    handle_comment = handle_decl = handle_pi = unknown_decl  # type: ignore[assignment]


def page_of(value: object) -> Page:
    """Return the notebook view of a value, and hold that it is small and can be sent."""
    html = value._repr_html_()  # type: ignore[attr-defined]
    assert len(html.encode("utf-8")) < 100_000
    assert "\r" not in html
    return Page(html)
