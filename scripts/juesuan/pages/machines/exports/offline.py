"""The whole website as one ZIP to open from disk, where no folder opens its page by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from juesuan.errors import PackageError
from juesuan.pages.machines.files.zipped import Entry, entry, zip_file
from juesuan.pages.tags import Attribute, rewritten

_LINKS = ("href", "src", "action")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def offline(site: Path, to: Path) -> None:
    """Write the ZIP of a built site.

    Args:
        site: the folder of the website.
        to: the file to write.

    Raises:
        PackageError: if the folder is no built site.
    """
    if not (site / "index.html").is_file():
        raise PackageError(
            f"{site}: found no index.html; expected a built website. What to do: run `make site`."
        )
    zip_file(to, _entries(site, to))


def _entries(site: Path, to: Path) -> Iterator[Entry]:
    for path in sorted(one for one in site.rglob("*") if one.is_file() and one != to):
        content = path.read_bytes()
        if path.suffix == ".html":
            content = opened(content.decode("utf-8")).encode()
        yield entry(f"juesuan/{path.relative_to(site).as_posix()}", content)


def opened(html: str) -> str:
    """A page whose links to folders name the page in them.

    >>> opened('<a href="../d/#x">')
    '<a href="../d/index.html#x">'
    """
    return rewritten(html, _opened)


def _opened(one: Attribute) -> str:
    return one.written(_named(one.value), '"') if one.name in _LINKS else one.written()


def _named(link: str) -> str:
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if _ELSEWHERE.match(link) or not path or link.startswith("#"):
        return link
    if path in (".", "..") or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{mark}{rest}" if path.endswith("/") else link
