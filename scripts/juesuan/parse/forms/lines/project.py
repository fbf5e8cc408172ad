"""Rows of a project's form from printed lines: target, actual value, weight, score, reason."""

from __future__ import annotations

from itertools import pairwise

from juesuan.parse.forms.lines.labels import take_levels
from juesuan.parse.forms.lines.strips import Piece, Token, is_bound
from juesuan.parse.forms.lines.tokens import Placed, before, joined, placed_tokens, value_of
from juesuan.parse.forms.lines.widths import split_reason
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.forms.vocabulary import VALUES
from juesuan.parse.view import View
from juesuan.rows import IndicatorsColumn

_LONGEST_RESULT = 4
"""Tokens over which words for a result may be wrapped."""


class ProjectRows:
    """The rows that were read so far, and the widths that their columns have shown."""

    def __init__(self) -> None:
        self.rows: list[dict[IndicatorsColumn, View]] = []
        self._name_width = self._reason_width = 0.0

    def points(self, line: Piece) -> tuple[Piece, dict[IndicatorsColumn, View]] | None:
        """Weight and score in a line, and what stands before them; None if the line has none.

        Behind them only a reason in words may stand, in a line that has a bound.
        """
        score = _score_at(line.tokens)
        if score is None:
            return _points_in_part(line)
        lead, behind = line.tokens[: score - 1], line.tokens[score + 1 :]
        found: dict[IndicatorsColumn, View] = {
            "weight": line.tokens[score - 1].view,
            "score": line.tokens[score].view,
        }
        if behind:
            if not any(is_bound(token.text) for token in lead):
                return None
            found["reason"] = View.join(token.view for token in behind)
        return Piece(lead, line.first), found

    def add(self, gap: list[Piece], points: dict[IndicatorsColumn, View]) -> None:
        """Add the row that ends in points.

        Args:
            gap: the lines behind the row before, up to the points.
            points: what stands at the end of the last of them.
        """
        placed = placed_tokens(gap)
        row: dict[IndicatorsColumn, View] = {}
        head = gap
        if cuts := _target_and_actual(placed):
            target, actual = cuts
            row = {"target": value_of(placed[target:actual]), "actual": value_of(placed[actual:])}
            head = before(gap, placed, target)
        row |= points
        reason = self._name(head, row)
        if reason and self.rows:
            self.finish(reason)
        self.rows.append(row)

    def _name(self, head: list[Piece], row: dict[IndicatorsColumn, View]) -> list[Piece]:
        """Levels and name into the row; returns what is left of the row above: its reason."""
        reason, name, labelled = take_levels(head, row)
        if not labelled and self.rows:
            reason, name = split_reason(name, self._reason_width, self._name_width)
        row["level3"] = View.join(line.view for line in name)
        self._name_width = max([self._name_width, *(line.width for line in name)])
        self._reason_width = max([self._reason_width, *(line.width for line in reason)])
        return reason

    def finish(self, rest: list[Piece]) -> None:
        """Add lines to the reason of the last row."""
        row = self.rows[-1]
        own = [row["reason"]] if "reason" in row else []
        row["reason"] = View.join([*own, *(line.view for line in rest)])


def _score_at(tokens: tuple[Token, ...]) -> int | None:
    """Where the score stands: the second of the last two numbers, with only words behind them."""
    points = [token.kind is Kind.NUMBER or is_damaged(token.text) for token in tokens]
    pairs = [i for i, both in enumerate(pairwise(points), 1) if all(both)]
    if not pairs or any(token.kind is not Kind.TEXT for token in tokens[pairs[-1] + 1 :]):
        return None
    return pairs[-1]


def _points_in_part(line: Piece) -> tuple[Piece, dict[IndicatorsColumn, View]] | None:
    """The one number behind target and actual value in a line: the other point is illegible.

    Without it the row would run into the next one.
    """
    bounds = [i for i, token in enumerate(line.tokens) if is_bound(token.text)]
    at = bounds[-1] + 1 if bounds else len(line.tokens)
    together = at - 2 in bounds
    if not together or at == len(line.tokens) or line.tokens[at].kind is not Kind.NUMBER:
        return None
    found: dict[IndicatorsColumn, View] = {"weight": line.tokens[at].view}
    if behind := line.tokens[at + 1 :]:
        found["reason"] = View.join(token.view for token in behind)
    return Piece(line.tokens[:at], line.first), found


def _target_and_actual(placed: list[Placed]) -> tuple[int, int] | None:
    """Where target and actual value begin: at the last two bounds.

    With one bound the other stands beside it: a value before it, else whatever follows.
    """
    bounds = [i for i, (_, token) in enumerate(placed) if is_bound(token.text)]
    if len(bounds) >= 2:
        return bounds[-2], bounds[-1]
    if bounds:
        only = bounds[0]
        if only and placed[only - 1][1].kind is Kind.MEASURED:
            return only - 1, only
        if only + 1 < len(placed):
            return only, only + 1
    return _in_words(placed)


def _in_words(placed: list[Placed]) -> tuple[int, int] | None:
    """Target and actual value in words: a result that was wrapped, else the last two of a line."""
    for start in range(max(1, len(placed) - _LONGEST_RESULT), len(placed)):
        if VALUES.pattern("reached").fullmatch(joined(placed[start:]).text):
            return start - 1, start
    if len(placed) >= 2 and placed[-1][0] is placed[-2][0]:
        return len(placed) - 2, len(placed) - 1
    return None
