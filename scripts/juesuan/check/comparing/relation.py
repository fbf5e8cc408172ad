"""What a rule says of its two sides where it holds: a sign between them, or words about both."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, le

_TRUE = {"＝": eq, "≤": le, "≥": ge}
"""What each sign says of two numbers."""

NEAR = "≈"
"""The sign between two numbers that lie apart within the tolerance of rounding."""

SIDE_BY_SIDE = "{left}，{right}"
"""Two numbers of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How the two sides of a check that holds are shown.

    Attributes:
        signs: those that a rule allows between its sides, the strictest first; none where it
            compares no two numbers of one unit.
        words: what it says of them where no sign is true, with ``{left}`` and ``{right}``.
    """

    signs: str = ""
    words: str = ""

    def form(self, left: Decimal, right: Decimal, tolerance: Decimal = Decimal(0)) -> str:
        """What is shown, with ``{left}`` and ``{right}`` for the two sides.

        A sign stands only between numbers of which it is true, whatever the rule says.

        Args:
            left, right: the two sides, of one unit where the rule has signs.
            tolerance: how far they may lie apart by rounding alone.

        >>> AT_MOST.form(Decimal(2), Decimal(3)), EQUAL.form(Decimal(2), Decimal(3))
        ('{left} ≤ {right}', '{left}，{right}')
        """
        for sign in self.signs:
            if _TRUE[sign](left, right):
                return f"{{left}} {sign} {{right}}"
        if self.signs and abs(left - right) <= tolerance:
            within = f"{tolerance.normalize():,f}"
            return f"{{left}} {NEAR} {{right}}（在四舍五入容差 {within} 内）"
        return self.words or SIDE_BY_SIDE


EQUAL = Relation("＝")
"""Both sides are one number, printed twice or computed again."""

AT_MOST = Relation("≤")
"""The left side is a part of the right one, or limited by it."""

SUM_OR_PART = Relation("＝≤")
"""The left side is all of the right one where everything is listed, and else a part of it."""

AT_LEAST = Relation("≥")
"""The left side is not less than the right one."""
