"""A made frame: what of the theme's markup the program looks for, and something around it."""

from __future__ import annotations

from juesuan.website.frame import BRANCH, LEAF, TITLE, TWIG, Frame, Shape, framed


def _item(mark: str, below: str = "") -> str:
    return (
        f'<li class="md-nav__item">\n <a href="#{mark}-id" class="md-nav__link">\n'
        f'  <span class="md-ellipsis">\n   {mark}\n  </span>\n </a>\n{below}</li>\n'
    )


def made_html(canonical: str = "") -> str:
    """A page as the theme writes it, with marks."""
    inside = f'<nav class="md-nav" aria-label="{BRANCH}">\n<ul>\n{_item(TWIG)}</ul>\n</nav>\n'
    link = f'<link rel="canonical" href="{canonical}">\n' if canonical else ""
    link += '<meta property="og:site_name" content="站">\n' if canonical else ""
    return f"""<!doctype html>
<html><head>
  <meta name="description" content="全站">
  {link}<title>{TITLE} - 站</title>
</head><body>
<nav class="md-nav md-nav--secondary" aria-label="目录">
  <label class="md-nav__title" for="__toc">目录</label>
  <ul class="md-nav__list">
    {_item(LEAF)}{_item(BRANCH, inside)}
  </ul>
</nav>
<article><h1 id="top">{TITLE}</h1><h2 id="{LEAF}-id">{LEAF}</h2>
<p>juesuan-frame-content</p></article>
<footer><nav><ul><li>甲</li></ul></nav></footer>
</body></html>
"""


def made_frame(canonical: str = "") -> Frame:
    """The frame of the made page, at depth 2."""
    return framed(made_html(canonical), Shape(2))
