"""The theme's frame: a page that MkDocs built with marks in it, and the gaps that they leave.

A frame belongs to a depth, because its links lead to the site's root from there, to what of the
theme is hidden, and to a language. Whatever the theme does not write as it is expected here is an
error: a page that is half filled is never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from juesuan.errors import WebsiteError
from juesuan.website.squeeze import squeezed

TITLE = "juesuan-frame-title"
CONTENT = "juesuan-frame-content"
LEAF, BRANCH, TWIG = "juesuan-frame-leaf", "juesuan-frame-branch", "juesuan-frame-twig"
"""Marks: the page's title, its content, and three headings, the last one below the second one."""

_LEFT = re.compile(r"juesuan-frame-\w*")

_DESCRIPTION = r'<meta name="description" content="([^"]*)">'
_CANONICAL = r'<link rel="canonical" href="([^"]*)">'
_SHARE = r'<meta property="og:site_name" content="[^"]*">()'
_ARTICLE = rf'(<h1 id="top">{TITLE}</h1>.*<p>{CONTENT}</p>)'
_CONTENTS = r'<nav class="md-nav md-nav--secondary"[^>]*>\s*(<label\b.*?</ul>)\s*</nav>(?!\s*</li>)'
_ITEM = r"<li\b(?:(?!<li\b).)*?{}(?:(?!<li\b).)*?</li>"


@dataclass(frozen=True)
class Shape:
    """Which frame a page wants.

    Attributes:
        depth: folders between the site's root and the page.
        hide: what of the theme is hidden: ``navigation``, ``toc``.
        lang: the language of the theme's words, where it is not the website's own.
    """

    depth: int
    hide: tuple[str, ...] = ()
    lang: str = ""

    @property
    def address(self) -> str:
        """Where MkDocs builds it; no page of the site is there.

        >>> Shape(2, ("toc",)).address
        'd/juesuan-frame-toc/'
        """
        told = (*self.hide, self.lang) if self.lang else self.hide
        return "d/" * (self.depth - 1) + "-".join(("juesuan-frame", *told)) + "/"

    def source(self) -> str:
        """The page with marks, as MkDocs reads it."""
        hide = "".join(f"  - {one}\n" for one in self.hide)
        lang = f"lang: {self.lang}\n" if self.lang else ""
        levels = ((LEAF, "##"), (BRANCH, "##"), (TWIG, "###"))
        headings = "\n".join(f"{level} {mark} {{ #{mark}-id }}\n" for mark, level in levels)
        return (
            f"---\ntitle: {TITLE}\n{'hide:' if hide else ''}\n{hide}{lang}---\n\n"
            f"# {TITLE} {{ #top }}\n\n{headings}\n{CONTENT}\n"
        )


@dataclass(frozen=True)
class Contents:
    """The table of contents: what stands around its items, and items with marks.

    Attributes:
        begin: before the first item.
        end: behind the last one.
        leaf: an item, with the marks of ``LEAF``.
        branch: an item with others below, up to those, with the marks of ``BRANCH``.
        branch_end: its end.
    """

    begin: str
    end: str
    leaf: str
    branch: str
    branch_end: str


_NO_CONTENTS = Contents("", "", "", "", "")
"""Of a frame without contents."""


@dataclass(frozen=True)
class Frame:
    """A page of the theme with gaps.

    Attributes:
        pieces: what stands between the gaps, in their order; one more than gaps.
        gaps: what belongs into each.
        description: of the website, for pages that have none.
        canonical: how the whole address of the site's root begins, where it is known.
        contents: how the table of contents is written.
    """

    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    description: str
    canonical: str
    contents: Contents


@dataclass(frozen=True)
class _Gap:
    name: str
    start: int
    end: int
    text: str


def framed(html: str, shape: Shape) -> Frame:
    """The frame of a page that MkDocs built from :meth:`Shape.source`.

    Args:
        html: the page.
        shape: what it was built for.

    Raises:
        WebsiteError: if the theme does not write a gap once, as it is expected.
    """
    html = squeezed(html)
    find = _Finder(html, shape)
    head, description = (
        find.one("title", rf"<title>({TITLE})\b"),
        find.one("description", _DESCRIPTION),
    )
    canonical, share = find.perhaps("canonical", _CANONICAL), find.perhaps("share", _SHARE)
    contents, article = find.perhaps("contents", _CONTENTS), find.one("content", _ARTICLE)
    if contents is None and "toc" not in shape.hide:
        raise find.fault(f"contents, as {_CONTENTS}", "none")
    gaps = sorted(
        (one for one in (head, description, canonical, share, contents, article) if one),
        key=lambda one: one.start,
    )
    edges = [0, *(edge for one in gaps for edge in (one.start, one.end)), len(html)]
    pieces = tuple(html[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))
    items = _contents(contents.text, find) if contents else _NO_CONTENTS
    find.none_left((*pieces, items.begin, items.end, items.branch_end))
    return Frame(
        pieces,
        tuple(one.name for one in gaps),
        description.text,
        canonical.text.removesuffix(shape.address) if canonical else "",
        items,
    )


class _Finder:
    """Finds what is expected in a built frame, and says loudly where it is not there."""

    def __init__(self, html: str, shape: Shape) -> None:
        self._html, self._shape = html, shape

    def fault(self, expected: str, found: str) -> WebsiteError:
        """What to raise: what was expected, what was found."""
        return WebsiteError(
            f"{self._shape.address}: the theme's frame of depth {self._shape.depth}: "
            f"expected {expected}; found {found}. "
            "What to do: a new version of the theme writes it in another way; follow it in "
            "juesuan/website/frame.py, or go back to the version in requirements/."
        )

    def none_left(self, pieces: Iterable[str]) -> None:
        """Hold that no mark stands where pages do not differ."""
        for piece in pieces:
            if left := _LEFT.search(piece):
                around = piece[max(0, left.start() - 60) : left.end() + 40]
                raise self.fault(f"{left[0]} only where pages differ", f"it in {around!r}")

    def perhaps(self, name: str, pattern: str) -> _Gap | None:
        """A gap that a page may have."""
        found = list(re.finditer(pattern, self._html, re.DOTALL))
        if len(found) > 1:
            raise self.fault(f"{name} once, as {pattern}", f"it {len(found)} times")
        return _Gap(name, *found[0].span(1), found[0][1]) if found else None

    def one(self, name: str, pattern: str) -> _Gap:
        """A gap that a page must have."""
        found = self.perhaps(name, pattern)
        if found is None:
            raise self.fault(f"{name}, as {pattern}", "none")
        return found


def _contents(html: str, find: _Finder) -> Contents:
    """How the table of contents is written, from that of three headings."""
    leaf = re.search(_ITEM.format(LEAF), html, re.DOTALL)
    twig = re.search(_ITEM.format(TWIG), html, re.DOTALL)
    if leaf is None or twig is None or leaf[0].replace(LEAF, TWIG) != twig[0]:
        raise find.fault("items <li>…</li> alike on each level", repr(html[:400]))
    begin, branch = html[: leaf.start()], html[leaf.end() : twig.start()]
    whole = re.fullmatch(r"(.*</li>)(</ul>)", html[twig.end() :], re.DOTALL)
    if whole is None or not branch.lstrip().startswith("<li"):
        raise find.fault("an item with others inside", repr(html[leaf.end() :][:400]))
    return Contents(begin, whole[2], leaf[0], branch, whole[1])


def texts_of(shape: Shape) -> tuple[str, str]:
    """The file below ``docs/`` of a frame's page, and its text."""
    return f"{shape.address}index.md", shape.source()


__all__ = ["BRANCH", "LEAF", "TITLE", "TWIG", "Contents", "Frame", "Shape", "framed", "texts_of"]
