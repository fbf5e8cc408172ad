"""What only a script of a page shows: no script is run, so it is told how to save the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from juesuan import terms
from juesuan.amount import LIKE_CENTS, LIKE_DECIMALS
from juesuan.intake.html.walk import Block
from juesuan.intake.text.characters import clean

_DATA = re.compile(rf"(?<![\w.]){LIKE_CENTS}(?![\w.%])")
_HAN = re.compile("[\u4e00-\u9fff]")
_AMOUNT = re.compile(rf"\s*[-−]?{LIKE_DECIMALS}\s*")
_FEWEST = 10
"""Amounts that make a script one that holds data."""

_ADVICE = (
    "open the page in a browser, wait until its tables are shown, save it from there as a whole "
    "(web page, complete, or MHT) or print it as a PDF, and take that file"
)


def told_of_scripts(page: LexborHTMLParser, blocks: Sequence[Block]) -> Iterator[str]:
    """What is told of a page whose figures are in its scripts.

    Args:
        page: the page.
        blocks: of its article.
    """
    scripts = [one.text() for one in page.css("script")]
    held = [len(_DATA.findall(text)) for text in scripts if _HAN.search(text)]
    in_data = sum(count for count in held if count >= _FEWEST)
    amount = terms.words("portal").pattern("amount")
    in_parts = sum(len(amount.findall(clean(one.text()))) for one in page.css("noscript,template"))
    if in_data or in_parts:
        yield (
            f"scripts of the page, and what they alone show, hold {in_data + in_parts} amounts, "
            f"which are not read. What to do: {_ADVICE}"
        )
    elif scripts and _lacks_tables(blocks):
        yield (
            "the page has titles of tables, scripts, and no table with amounts: a script may build "
            f"its tables. What to do: {_ADVICE}"
        )


def _lacks_tables(blocks: Sequence[Block]) -> bool:
    """Whether there are titles of tables and no amount in any table."""
    title = terms.words("workbooks").pattern("title")
    if any(_AMOUNT.fullmatch(cell.text) for block in blocks for cell in block.cells):
        return False
    said = ("".join(clean(block.text).split()) for block in blocks if block.text)
    return any(title.search(one) is not None for one in said)
