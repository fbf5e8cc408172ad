"""Where a check fails: does the document contradict itself, or was it perhaps misread?

A figure that stands on both sides of an equation that holds was hardly misread: two misreadings
would have to agree. So a failed check all of whose figures also stand in equations that hold speaks
against the document; one with a figure that no other equation confirms, or in a row whose cells
were moved, is to be compared with the source first.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.check.comparing.compare import FAIL, PASS, ROUNDING
from juesuan.model import Facts
from juesuan.rows import ChecksRow, IndicatorsRow, ProjectFundsRow


def unconfirmed(
    facts: Facts, checks: Sequence[ChecksRow]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each failed check the figures that may be misread.

    Args:
        facts: the package, for rows whose cells were moved.
        checks: rows of ``checks``.

    Returns:
        Rule and subject of each failed check to ids of figures; none where other equations confirm
        all of them.
    """
    confirmed = {
        figure for row in checks if _equation_holds(row) for figure in row["figures"].split()
    }
    moved = _moved(facts)
    return {
        (row["rule"], row["subject"]): tuple(
            one for one in row["figures"].split() if one not in confirmed or one in moved
        )
        for row in checks
        if row["state"] == FAIL
    }


def _equation_holds(row: ChecksRow) -> bool:
    """Whether a check found two sides equal; that one side is smaller confirms nothing."""
    if row["state"] not in (PASS, ROUNDING) or not row["left"] or not row["right"]:
        return False
    return abs(Decimal(row["left"]) - Decimal(row["right"])) <= Decimal(row["tolerance"] or 0)


def _moved(facts: Facts) -> set[str]:
    """Figures in rows whose cells were moved against their printed columns."""
    rows = _realigned("indicators", facts.rows("indicators"))
    rows |= _realigned("project_funds", facts.rows("project_funds"))
    return {
        figure["figure_id"]
        for figure in facts.rows("figures")
        if figure["status"] == "bound"
        and (figure["resource"], *figure["row"].split("/")[:2]) in rows
    }


def _realigned(
    resource: str, rows: Sequence[IndicatorsRow | ProjectFundsRow]
) -> set[tuple[str, ...]]:
    """Resource, form and position of the rows whose cells were moved."""
    return {(resource, row["project_id"], row["position"]) for row in rows if row["realigned"]}
