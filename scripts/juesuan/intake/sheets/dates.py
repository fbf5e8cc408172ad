"""Days and times as the format of a cell shows them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[[$][^\]]*\]'
    r"|(?P<letters>(?i:y+|m+|d+|h+|s+))|(?P<other>.)",
    re.DOTALL,
)
_LETTERS = re.compile(r'"[^"]*"?|[\\!_*].|\[[^\]]*\]|(?i:general)')
_FIRST, _FIRST_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_LAST = 2_958_466
"""The number of the first day that no spreadsheet knows."""

_SHOWN: dict[str, Callable[[datetime.datetime], str]] = {
    "yy": lambda at: f"{at.year % 100:02d}", "yyyy": lambda at: f"{at.year:04d}",
    "m": lambda at: str(at.month), "mm": lambda at: f"{at.month:02d}",
    "d": lambda at: str(at.day), "dd": lambda at: f"{at.day:02d}",
    "h": lambda at: str(at.hour), "hh": lambda at: f"{at.hour:02d}",
    "s": lambda at: str(at.second), "ss": lambda at: f"{at.second:02d}",
    "minute": lambda at: str(at.minute), "minute2": lambda at: f"{at.minute:02d}",
}  # fmt: skip
_PLAIN = " -/:.,年月日时分秒"
"""Characters between the parts of a date that need no quotation marks."""


def is_date(code: str) -> bool:
    """Whether a section of a format shows a day or a time.

    >>> is_date('yyyy"年"m"月"'), is_date('0.00"days"'), is_date("General"), is_date("[Red]0")
    (True, False, False, False)
    """
    return re.search(r"(?i)[ymdhs]", _LETTERS.sub("", code)) is not None


def day(value: Decimal, code: str, from_1904: bool = False) -> str | None:
    """A day or a time as a format shows it; None where that is not known.

    Args:
        value: days since the first one of the workbook.
        code: the first section of the format.
        from_1904: whether days are counted from 1904.

    >>> day(Decimal(45657), "yyyy/m/d"), day(Decimal("0.5"), "h:mm")
    ('2024/12/31', '12:00')
    """
    at = _moment(value, from_1904)
    if at is None:
        return None
    shown, last = "", ""
    for match in _PIECE.finditer(code):
        if match["letters"]:
            last = _kind(match["letters"].lower(), last, code[match.end() :])
            if last not in _SHOWN:
                return None
            shown += _SHOWN[last](at)
        elif match["other"] and match["other"] not in _PLAIN:
            return None
        else:
            shown += match["quoted"] or match["escaped"] or match["other"] or ""
    return shown.strip()


def _moment(value: Decimal, from_1904: bool) -> datetime.datetime | None:
    """The moment of a number; the day 60 of spreadsheets, 29 February 1900, has never been."""
    if not 0 <= value < _LAST or (60 <= value < 61 and not from_1904):
        return None
    seconds = int((value * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    early = 0 < value < 60 and not from_1904
    first = _FIRST_1904 if from_1904 else _FIRST
    return first + datetime.timedelta(days=int(early), seconds=seconds)


def _kind(letters: str, before: str, rest: str) -> str:
    """What letters mean: an m beside hours or seconds is of minutes."""
    beside = before[:1] == "h" or re.match(r"[^ymdh]*s", rest, re.IGNORECASE)
    if letters in ("m", "mm") and beside:
        return "minute" if letters == "m" else "minute2"
    return letters
