"""Web pages: the article among the furniture of its portal, paragraphs and tables in order.

``charset`` gives the characters, ``archive`` takes a page out of a saved archive, ``unseen`` takes
out what a browser does not show, ``walk`` makes blocks of what is left (``grid`` the cells of a
table), ``article`` finds those of the article, ``read`` puts them together.
"""

from juesuan.intake.html.read import read_html

__all__ = ["read_html"]
