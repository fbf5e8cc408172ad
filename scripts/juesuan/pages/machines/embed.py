"""The one page that shows a chart or table of a disclosure on other sites, by its address.

It holds no data: its script fetches the disclosure's page and shows the part that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.markup import head, rendered

_UP = addresses.way(addresses.EMBED, "")


def files() -> Iterator[tuple[str, str]]:
    """The page: address of its file, and content."""
    told = Markup(head(_UP))  # nosec B704 - escaped there
    yield f"{addresses.EMBED}index.html", rendered("embed.html", up=_UP, head=told)
