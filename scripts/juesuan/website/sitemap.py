"""The list of all pages for search engines (sitemaps.org), where the site's address is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from juesuan.pages.addresses import Address

MOST = 50_000
"""Pages in one file, as sitemaps.org allows."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(pages: Sequence[str], address: Address, most: int = MOST) -> Iterator[tuple[str, str]]:
    """The files: name in the site's root, content; none where the site's address is not known.

    Args:
        pages: addresses from the site's root.
        address: of the site.
        most: pages in one file.
    """
    if not address.site:
        return
    every = [address.of(one) for one in sorted(pages)]
    if len(every) <= most:
        yield "sitemap.xml", _list("urlset", "url", every)
        return
    parts = [every[first : first + most] for first in range(0, len(every), most)]
    names = [f"sitemap-{number}.xml" for number, _ in enumerate(parts, start=1)]
    yield "sitemap.xml", _list("sitemapindex", "sitemap", [address.of(one) for one in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", part)


def robots(address: Address) -> str:
    """The file that tells robots that all may be read, and where the pages are listed."""
    listed = f"Sitemap: {address.of('sitemap.xml')}\n" if address.site else ""
    return f"User-agent: *\nAllow: /\n{listed}"


def _list(name: str, item: str, places: Sequence[str]) -> str:
    lines = "".join(f"<{item}><loc>{escape(one)}</loc></{item}>\n" for one in places)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="{_NAMESPACE}">\n{lines}</{name}>\n'
    )
