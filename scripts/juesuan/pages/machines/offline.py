"""The whole website as one ZIP to open from disk, where no folder opens its page by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from juesuan.errors import PackageError
from juesuan.pages.machines.formats import zip_file

NAME = "juesuan-site.zip"
"""The file, in the site's root."""

_LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def offline(site: Path) -> Path:
    """Write the ZIP into a built site.

    Args:
        site: the folder that MkDocs made.

    Returns:
        The file.

    Raises:
        PackageError: if the folder is no built site.
    """
    if not (site / "index.html").is_file():
        raise PackageError(
            f"{site}: found no index.html; expected a built website. What to do: run `make site`."
        )
    target, fresh = site / NAME, site / f".{NAME}.new"
    zip_file(fresh, _files(site))
    fresh.replace(target)
    return target


def _files(site: Path) -> Iterator[tuple[str, Iterable[bytes]]]:
    for path in sorted(
        one
        for one in site.rglob("*")
        if one.is_file() and not one.name.startswith(f".{NAME}") and one.name != NAME
    ):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            yield f"juesuan/{name}", [opened(path.read_text(encoding="utf-8")).encode()]
        else:
            yield f"juesuan/{name}", [path.read_bytes()]


def opened(html: str) -> str:
    """A page whose links to folders name the page in them.

    >>> opened('<a href="../d/#x">')
    '<a href="../d/index.html#x">'
    """
    return _LINK.sub(lambda match: match[1] + _named(match[2]) + match[3], html)


def _named(link: str) -> str:
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if _ELSEWHERE.match(link) or not path or link.startswith("#"):
        return link
    if path in (".", "..") or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{mark}{rest}" if path.endswith("/") else link
