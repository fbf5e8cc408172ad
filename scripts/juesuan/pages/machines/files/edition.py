"""The number and the day of a release of all data."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from juesuan.errors import PackageError

_VERSION = re.compile(r"(?P<year>20\d\d)\.(?P<month>0[1-9]|1[0-2])(?:\.(?P<again>[1-9]\d*))?")


class Edition(NamedTuple):
    """A release: its number by the calendar (2026.11, then 2026.11.1), and when it was made."""

    version: str
    created: str

    @property
    def day(self) -> str:
        """The day on which it was made."""
        return self.created[:10]


def edition(moment: datetime.datetime, before: str = "", version: str = "") -> Edition:
    """The release that is made at a moment.

    Args:
        moment: when, in UTC.
        before: the number of the release before; empty where there is none.
        version: its number; by the month, and counted within it, if empty.

    Raises:
        PackageError: if the number is none, or not above the one before.

    >>> edition(datetime.datetime(2026, 11, 30), "2026.11").version
    '2026.11.1'
    """
    number = version or _following(f"{moment:%Y.%m}", before)
    if not _VERSION.fullmatch(number):
        raise PackageError(
            f"found the version {number[:40]!r}; expected year and month, as 2026.11, or 2026.11.1 "
            "for a second one. What to do: correct it, or leave it out."
        )
    if _VERSION.fullmatch(before) and ordered(number) <= ordered(before):
        raise PackageError(
            f"found the version {number}; expected one above {before}, the release before. What to "
            "do: give another, or leave it out."
        )
    return Edition(number, f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def ordered(version: str) -> tuple[int, ...]:
    """A number such that later releases have greater ones.

    >>> ordered("2026.11.1") > ordered("2026.11") > ordered("2026.09")
    True
    """
    return tuple(map(int, version.split(".")))


def _following(month: str, before: str) -> str:
    """The number of the month, or the next one within it."""
    found = _VERSION.fullmatch(before)
    if not found or not before.startswith(month):
        return month
    return f"{month}.{int(found['again'] or 0) + 1}"
