"""What fails of a scan: a contradiction, or a figure that was recognised wrongly?

A heading that was misread hides all that stands below it, a figure is wrong by one digit. So of a
disclosure whose text was recognised in pictures a failed check counts only where a person compared
it with the picture (a pin). Else nothing is alleged; and where one figure that no other equation
confirms, read in another way that its picture allows, would make every equation hold in which it
stands, that reading is offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan import terms
from juesuan.check.comparing.compare import FAIL, PASS, ROUNDING, withheld
from juesuan.check.comparing.ledger import in_its_cell
from juesuan.check.trust.suspect import unconfirmed
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


def offers(
    facts: Facts, checks: Sequence[ChecksRow], again: Callable[[Facts], Sequence[ChecksRow]]
) -> list[Offer]:
    """Other readings of figures that no equation confirms.

    Args:
        facts: the package.
        checks: its checks as they are where no text was recognised.
        again: makes the checks of a package, to try a reading.
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
        for reads, changed in _fitting(facts, known[figure], rows)
        if _hold(rows, checks, again(changed))
    ]


def _fitting(
    facts: Facts, figure: FiguresRow, rows: Sequence[ChecksRow]
) -> Iterator[tuple[str, Facts]]:
    """The other readings that lie as far away as all these checks want, with what holds them."""
    value = _number(figure["text"])
    if value is None or not figure["value"]:
        return
    for reads in other_readings(figure["text"]):
        if (fresh := _number(reads)) is None:
            continue
        moved = (fresh - value) * in_its_cell(figure)
        if all(_is_so_far(moved, row) for row in rows):
            changed = _with_cell(facts, figure, Decimal(figure["value"]) + moved)
            if changed is not None:
                yield reads, changed


def _is_so_far(moved: Decimal, row: ChecksRow) -> bool:
    """Whether so much more or less of one figure may make a check hold."""
    apart = abs(Decimal(row["difference"])) - abs(moved)
    return abs(apart) <= Decimal(row["tolerance"] or 0)


def _hold(
    wanted: Sequence[ChecksRow], before: Sequence[ChecksRow], after: Sequence[ChecksRow]
) -> bool:
    """Whether all wanted checks hold now and none failed that did not before."""
    holding = _named(row for row in after if row["state"] in (PASS, ROUNDING))
    failing = _named(row for row in after if row["state"] == FAIL)
    return _named(wanted) <= holding and failing <= _named(
        row for row in before if row["state"] == FAIL
    )


def _named(checks: Iterable[ChecksRow]) -> set[tuple[str, str]]:
    return {(row["rule"], row["subject"]) for row in checks}


def _with_cell(facts: Facts, figure: FiguresRow, value: Decimal) -> Facts | None:
    """The package with another value in the cell that took a figure; None if no cell did."""
    schema = terms.resource_schemas().get(figure["resource"])
    if schema is None or figure["status"] != "bound":
        return None
    rows = tuple(
        {**row, figure["field"]: f"{value:f}"} if schema.row_key(row) == figure["row"] else row
        for row in facts.tables[figure["resource"]]
    )
    return replace(facts, tables={**facts.tables, figure["resource"]: rows})


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
