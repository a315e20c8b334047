"""Safe pieces of HTML: escaped text, links with safe schemes, and a limit on the size."""

import html
import re
from collections.abc import Iterable, Iterator

from paperdigest._display.style import STYLE
from paperdigest._display.text import UNSAFE, printable

#: The most bytes of a view, without its style sheet.
BUDGET = 80_000

#: Longer addresses are not linked.
_LONGEST_URL = 500

# Characters that browsers ignore in a URL or treat as a slash, and code points that are invalid.
_ODD_IN_URL = re.compile(r"[\0-\x20\x7f-\xa0\\<>\"\ud800-\udfff]")
_SCHEME = re.compile(r"[^/?#]*:")


def escaped(text: str, most: int = 300) -> str:
    """Return one line of text as HTML, truncated if it is long, with control characters visible.

    Example:
        >>> escaped("<b> & more")
        '&lt;b&gt; &amp; more'
    """
    return html.escape(printable(cut(text, most)))


def escaped_lines(text: str) -> str:
    """Return text as HTML, with its line breaks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return html.escape(
        UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else printable(found[0]), text)
    )


def cut(text: str, most: int) -> str:
    """Return the start of a text, with ``…`` if the rest is left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def safe_url(url: str | None) -> str | None:
    """Return an address if it is safe to follow: ``http``, ``https`` or relative to the page.

    Example:
        >>> safe_url("https://example.org/a"), safe_url("../a.png"), safe_url("javascript:alert(1)")
        ('https://example.org/a', '../a.png', None)
    """
    if not url or len(url) > _LONGEST_URL or _ODD_IN_URL.search(url) or url.startswith("//"):
        return None
    scheme = _SCHEME.match(url)
    if scheme and not url.lower().startswith(("http://", "https://")):
        return None
    return url


def linked(label: str, url: str | None, *, css: str = "") -> str:
    """Return a link whose label is HTML, or only the label if the URL is not safe."""
    address = safe_url(url)
    style = f' class="{css}"' if css else ""
    if address is None:
        return f"<span{style}>{label}</span>"
    return f'<a{style} href="{html.escape(address)}" rel="noopener noreferrer">{label}</a>'


def framed(body: Iterable[str]) -> str:
    """Return a view with its style. Formulas are not typeset, because they can contain links."""
    return (
        f'<div class="paperdigest tex2jax_ignore mathjax_ignore"><style>{STYLE}</style>'
        f"{''.join(body)}</div>"
    )


def fitting(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces of HTML while they fit in the budget, and always the first one."""
    size = 0
    for number, piece in enumerate(pieces):
        size += len(piece.encode())
        if number and size > BUDGET:
            return
        yield piece
