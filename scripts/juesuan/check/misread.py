"""What fails of a scan: a contradiction, or a figure that was recognised wrongly?

A heading that was misread hides all that stands below it, a figure is wrong by one digit. So of a
disclosure whose text was recognised in pictures a failed check counts only where a person compared
it with the picture (a pin). Else nothing is alleged; and where one figure that no other equation
confirms, read in another way that its picture allows, would make every equation hold in which it
stands, that reading is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.compare import FAIL, withheld
from juesuan.check.ledger import in_its_cell
from juesuan.check.suspect import unconfirmed
from juesuan.model import Facts
from juesuan.rows import ChecksRow, FiguresRow

ALIKE = ("08", "17", "38", "56", "68", "35", "27", "49", "09", "69", "58")
"""Digits that are taken for one another."""

_DECIMALS = re.compile(r"\.\d\d$")


@dataclass(frozen=True)
class Offer:
    """Another reading of a figure with which all equations hold in which it stands.

    Attributes:
        figure: its id.
        text: what was read.
        reads: what it may read.
        rules: the rules that hold then.
    """

    figure: str
    text: str
    reads: str
    rules: tuple[str, ...]


def without_misread(checks: Sequence[ChecksRow]) -> list[ChecksRow]:
    """The rows of ``checks`` in which nothing is alleged that may be misread.

    Args:
        checks: of a disclosure whose text was recognised.
    """
    return [_judged(row) for row in checks]


def _judged(row: ChecksRow) -> ChecksRow:
    if row["state"] != FAIL or row["pinned"]:
        return row
    return withheld(row, f"文字由扫描图识别，可能有误，暂不判断，请与图核对（{row['statement']}）")


def offers(facts: Facts, checks: Sequence[ChecksRow]) -> list[Offer]:
    """Other readings of figures that no equation confirms.

    Args:
        facts: the package.
        checks: its checks as they are where no text was recognised.
    """
    failed: dict[str, list[ChecksRow]] = {}
    doubts = unconfirmed(facts, checks)
    for row in checks:
        for figure in doubts.get((row["rule"], row["subject"]), ()) if row["difference"] else ():
            failed.setdefault(figure, []).append(row)
    known = {row["figure_id"]: row for row in facts.rows("figures")}
    return [
        Offer(figure, known[figure]["text"], reads, tuple(row["rule"] for row in rows))
        for figure, rows in failed.items()
        if figure in known
        for reads in _fitting(known[figure], rows, known)
    ]


def _fitting(
    figure: FiguresRow, rows: Sequence[ChecksRow], known: Mapping[str, FiguresRow]
) -> list[str]:
    """The other readings of a figure with which all of these checks hold."""
    value = _number(figure["text"])
    if value is None:
        return []
    found = []
    for reads in other_readings(figure["text"]):
        fresh = _number(reads)
        moved = None if fresh is None else (fresh - value) * in_its_cell(figure)
        if moved is not None and all(_holds(moved, figure, row, known) for row in rows):
            found.append(reads)
    return found


def _holds(
    moved: Decimal, figure: FiguresRow, row: ChecksRow, known: Mapping[str, FiguresRow]
) -> bool:
    """Whether a check holds once a figure is so much more."""
    difference, side = Decimal(row["difference"]), _side(figure, row, known)
    apart = difference + side * moved if side else abs(difference) - abs(moved)
    return abs(apart) <= Decimal(row["tolerance"] or 0)


def _side(figure: FiguresRow, row: ChecksRow, known: Mapping[str, FiguresRow]) -> int:
    """On which side of a check a figure stands: 1 left, -1 right, 0 if that is not seen.

    It is a side by itself, or it is a part of the side that no figure is by itself.
    """
    for side, column in ((1, row["left"]), (-1, row["right"])):
        if _is(figure, column):
            return side
    others = [known[one] for one in row["figures"].split() if one in known]
    for side, column in ((-1, row["left"]), (1, row["right"])):
        if any(_is(one, column) for one in others):
            return side
    return 0


def _is(figure: FiguresRow, side: str) -> bool:
    return bool(side and figure["value"]) and Decimal(figure["value"]) == Decimal(side)


def _number(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("，", "")
    return Decimal(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None


def other_readings(text: str) -> Iterator[str]:
    """What a figure may read whose picture was read as this.

    >>> list(other_readings("3.10"))[:4]
    ['8.10', '5.10', '3.70', '3.18']
    >>> "123.45" in other_readings("12345")
    True
    """
    for at, char in enumerate(text):
        for pair in ALIKE:
            if char in pair:
                yield text[:at] + pair.replace(char, "", 1) + text[at + 1 :]
    if not _DECIMALS.search(text) and len(text) > 2:
        yield f"{text[:-2]}.{text[-2:]}"
