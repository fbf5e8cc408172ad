"""Rows of a department's form from printed lines: target, basis, weight, actual value, score."""

from __future__ import annotations

from difflib import SequenceMatcher

from juesuan.parse.forms.lines.labels import take_levels
from juesuan.parse.forms.lines.strips import Piece
from juesuan.parse.forms.lines.tokens import before, joined, placed_tokens
from juesuan.parse.forms.values import Kind
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

_VALUES = (Kind.MEASURED, Kind.PERCENT)


class DepartmentRows:
    """The rows that were read so far."""

    def __init__(self) -> None:
        self.rows: list[dict[IndicatorsColumn, View]] = []

    def points(self, line: Piece) -> tuple[Piece, dict[IndicatorsColumn, View]] | None:
        """Weight, actual value and score at the end of a line, and what stands before them.

        None if the line does not end in a number, something else and a number.
        """
        lead, last = line.tokens[:-3], line.tokens[-3:]
        if [token.kind is Kind.NUMBER for token in last] != [True, False, True]:
            return None
        weight, actual, score = (token.view for token in last)
        return Piece(lead, line.first), {"weight": weight, "actual": actual, "score": score}

    def add(self, gap: list[Piece], points: dict[IndicatorsColumn, View]) -> None:
        """Add the row that ends in points.

        Args:
            gap: the lines behind the row before, up to the points.
            points: what stands at the end of the last of them.
        """
        placed = placed_tokens(gap)
        row: dict[IndicatorsColumn, View] = {}
        head = gap
        target = next((i for i, (_, token) in enumerate(placed) if token.kind in _VALUES), None)
        if target is not None:
            row["target"] = placed[target][1].view
            if basis := placed[target + 1 :]:
                row["basis"] = joined(basis)
            head = before(gap, placed, target)
        row |= points
        reason, name, _ = take_levels(head, row)
        left = _leftover(name)
        _put_names(name[len(left) :], row)
        if self.rows and (above := [*reason, *left]):
            self.finish(above)
        self.rows.append(row)

    def finish(self, rest: list[Piece]) -> None:
        """Add what a page break cut off the cells of the last row.

        It is the rest of its basis where that is then one which another row has, else of its name.
        """
        row = self.rows[-1]
        known = {other["basis"].text for other in self.rows if "basis" in other}
        for line in rest:
            whole = row["basis"].text + line.view.text if "basis" in row else ""
            name: IndicatorsColumn = "basis" if whole in known else "level3"
            row[name] = View.join([row[name], line.view]) if name in row else line.view


def _leftover(lines: list[Piece]) -> list[Piece]:
    """Lines on top of a page that end the row above.

    So it is where the row's own names share the line of its target.
    """
    on_top = len(lines) > 1 and lines[0].first and len(lines[-1].tokens) >= 2
    return lines[:-1] if on_top else []


def _put_names(lines: list[Piece], row: dict[IndicatorsColumn, View]) -> None:
    """Second- and third-level names, which such forms print with nearly the same words."""
    if len(lines) == 1 and len(lines[0].tokens) == 2:
        row["level2"], row["level3"] = (token.view for token in lines[0].tokens)
        return
    placed = placed_tokens(lines)
    if len(placed) < 2:
        row["level3"] = joined(placed)
        return
    cut = max(
        range(1, len(placed)), key=lambda at: _likeness(joined(placed[:at]), joined(placed[at:]))
    )
    row["level2"], row["level3"] = joined(placed[:cut]), joined(placed[cut:])


def _likeness(one: View, other: View) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
