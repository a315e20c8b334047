"""The other libraries: how each one parses, and what shows that it did.

A peer is only measured after the links that it found in the texts hold those that `paperdigest`
read as the papers' main ones, so that none is measured for passing over the text.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

_HREF = re.compile(r'<a href="([^"]*)"')


class Peer(NamedTuple):
    """A library beside which reading is measured.

    Attributes:
        name: What it is called.
        parse: Parses a text.
        links: Gives the addresses of the links in what ``parse`` gave.
        consume: Parses a text and keeps nothing, where ``parse`` would pay for keeping it.
    """

    name: str
    parse: Callable[[str], Any]
    links: Callable[[Any], Iterable[str]]
    consume: Callable[[str], object] | None = None

    @property
    def timed(self) -> Callable[[str], object]:
        """What is measured."""
        return self.consume or self.parse

    def check(self, texts: Iterable[str], wanted: Iterable[Iterable[str]]) -> None:
        """Make sure that it parses texts.

        Args:
            texts: The texts.
            wanted: For each text, addresses of links that are in it.

        Raises:
            ValueError: It did not find more than one in a hundred of them. A few are none for
                CommonMark, such as those with a lone bracket in their text.
        """
        missing: list[str] = []
        count = 0
        for text, urls in zip(texts, wanted, strict=True):
            found = {unquote(url) for url in self.links(self.parse(text))}
            here = {unquote(url) for url in urls}
            missing += sorted(here - found)
            count += len(here)
        if len(missing) * 100 > count:
            shown = ", ".join(missing[:3])
            raise ValueError(f"{self.name} did not find {len(missing)} links, such as {shown}")


def available() -> dict[str, Peer]:
    """Return the peers that are installed, by their names."""
    found: dict[str, Peer] = {}
    makers = (
        _cmarkgfm, _cmarkgfm_tables, _pyromark, _pyromark_events, _markdown_it, _mistune,
        _mistletoe, _commonmark, _marko,
    )  # fmt: skip
    for make in makers:
        try:
            peer = make()
        except ImportError:
            continue
        found[peer.name] = peer
    return found


def _in_html(text: str) -> Iterator[str]:
    return (html.unescape(url) for url in _HREF.findall(text))


def _cmarkgfm() -> Peer:
    import cmarkgfm

    return Peer("cmarkgfm (C)", cmarkgfm.markdown_to_html, _in_html)


def _cmarkgfm_tables() -> Peer:
    import cmarkgfm

    return Peer("cmarkgfm with tables (C)", cmarkgfm.github_flavored_markdown_to_html, _in_html)


def _pyromark() -> Peer:
    import pyromark

    return Peer("pyromark (Rust)", pyromark.html, _in_html)


def _pyromark_events() -> Peer:
    import pyromark

    def links(events: list[Any]) -> Iterator[str]:
        for event in events:
            start = event.get("Start") if isinstance(event, dict) else None
            if isinstance(start, dict) and "Link" in start:
                yield start["Link"]["dest_url"]

    def consume(text: str) -> None:
        for _ in pyromark.events(text):
            pass

    return Peer("pyromark events (Rust)", lambda text: list(pyromark.events(text)), links, consume)


def _markdown_it() -> Peer:
    from markdown_it import MarkdownIt

    def links(tokens: list[Any]) -> Iterator[str]:
        children = (child for token in tokens for child in token.children or ())
        return (str(child.attrs["href"]) for child in children if child.type == "link_open")

    return Peer("markdown-it-py", MarkdownIt().parse, links)


def _mistune() -> Peer:
    import mistune

    def links(nodes: list[dict[str, Any]]) -> Iterator[str]:
        for node in nodes:
            if node["type"] == "link":
                yield node["attrs"]["url"]
            yield from links(node.get("children", []))

    return Peer("mistune", mistune.create_markdown(renderer="ast"), links)


def _mistletoe() -> Peer:
    import mistletoe
    from mistletoe.span_token import Link

    def links(node: Any) -> Iterator[str]:
        if isinstance(node, Link):
            yield node.target
        for child in node.children or ():
            yield from links(child)

    return Peer("mistletoe", mistletoe.Document, links)


def _commonmark() -> Peer:
    import commonmark

    def links(node: Any) -> Iterator[str]:
        return (each.destination for each, entering in node.walker() if each.t == "link")

    return Peer("commonmark", lambda text: commonmark.Parser().parse(text), links)


def _marko() -> Peer:
    import marko
    from marko.inline import Link

    def links(node: Any) -> Iterator[str]:
        if isinstance(node, Link):
            yield node.dest
        children = getattr(node, "children", ())
        for child in () if isinstance(children, str) else children:
            yield from links(child)

    return Peer("marko", lambda text: marko.Markdown().parse(text), links)
