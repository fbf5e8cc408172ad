"""Words of a source of which the beginning was lost, as at a page break."""

from __future__ import annotations

import re
from functools import cache

from juesuan import terms

CUT = "（前文没有取出）"
"""What stands before words of a source of which the beginning was lost."""


@cache
def _begun_before() -> re.Pattern[str]:
    """A unit without its number before a comma, or a mark with which no sentence begins."""
    return re.compile(rf"(?:{terms.unit_pattern()})?[，,。；;、：:)）％%]")


def whole_or_cut(text: str) -> str:
    """Words of a source, marked where they begin in the midst of a sentence.

    Args:
        text: a reason as it is printed.

    >>> whole_or_cut("次，参加率九成。"), whole_or_cut("雨季停工。")
    ('（前文没有取出）次，参加率九成。', '雨季停工。')
    """
    return f"{CUT}{text}" if _begun_before().match(text) else text
