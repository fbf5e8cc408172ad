"""Contradictions: how far their two sides are apart, of what that is a part, in which order they stand, whether sums in them hold."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from tests.pages.recomputed.packages import Package, Row, grouped, half_up

NO_AMOUNT = {"P01", "P08", "P18", "P21", "N54", "N56", "X12", "X17"}
"""Rules of which the five contradict some where no money is in doubt; each was read by eye."""

WORDS = {"P08", "N54", "N56", "X12", "X17"}
"""Of these, rules that are about words, names and scores."""

USUAL = {"X03", "X04", "X06", "X12", "P11", "P25"}
"""Rules that ask what is usual; where costs are more than was spent a part is more than the whole."""

INSTEAD = {"X17": "疑问在名称，不在金额"}

NUMBER = r"-?\d[\d,]*(?:\.\d+)?%?"
ENDS = re.compile(r"[≠＞≈：；，]|是|所列 \d+ 项")
"""What stands before the terms of a sum."""


def money(package: Package, row: Row) -> Decimal | None:
    """How far the sides are apart in 万元; None where no amount is in doubt."""
    if row["rule"] in NO_AMOUNT:
        return None
    units = {package.figures[one]["unit"] for one in row["figures"].split()}
    apart = abs(Decimal(row["left"]) - Decimal(row["right"]))
    return apart / 10000 if "万元" not in units else apart


def share(row: Row) -> Decimal | None:
    """How far the sides are apart as a part of the larger one, in percent; None where one side is nothing."""
    left, right = Decimal(row["left"]), Decimal(row["right"])
    if not left or not right:
        return None
    return half_up(abs(left - right) / max(abs(left), abs(right)) * 100, 1)


def again(package: Package, row: Row) -> str:
    """The label of an amount that is printed elsewhere and is just the difference; empty for none."""
    apart = money(package, row)
    if apart is None or share(row) is None or len(f"{apart.normalize()}".replace(".", "")) < 4:
        return ""
    cited = {package.figures[one]["row"] for one in row["figures"].split()}
    for one in package.rows("measures"):
        printed = one["actual"] and one["unit"] == "万元" and Decimal(one["actual"]) == apart
        if printed and f"{one['section']}/{one['measure']}" not in cited:
            return one["label"]
    return ""


def gap(package: Package, row: Row) -> str:
    """What is said of the difference; empty where there is nothing to say."""
    apart = money(package, row)
    if apart is None:
        return INSTEAD.get(row["rule"], "")
    small = Decimal(0) < apart < Decimal("0.1")
    shown = f"{apart * 10000 if small else apart:.2f}" if apart != half_up(apart, 2) else ""
    shown = grouped(shown or half_up(apart, 2)) + (" 元" if small else " 万元")
    part = f"，占较大一方的 {share(row)}%" if share(row) is not None else "，一边印的是 0"
    label = again(package, row)
    part += f"，正好是另外印出的“{label}”" if label else ""
    part += "，差额很小" if is_slight(package, row) else ""
    return f"相差 {shown}{part}" + ("，通常应当一致" if is_usual(row) else "")


def is_slight(package: Package, row: Row) -> bool:
    """Whether both sides are not a hundred yuan apart."""
    apart = money(package, row)
    return apart is not None and apart * 10000 <= 100


def is_usual(row: Row) -> bool:
    """Whether both sides agree by custom only; each was read by eye."""
    return row["rule"] in USUAL and "多于" not in row["brief"]


def weight(package: Package, row: Row) -> tuple[int, int, Decimal, Decimal]:
    """What the order follows: logic before custom, a slight difference and words last; of each two amounts, one beside nothing, one that is printed again or no money; more before less."""
    apart = money(package, row)
    part = share(row) if apart is not None else None
    kind = 2 if apart is None or again(package, row) else 1 if part is None else 0
    first = 2 if row["rule"] in WORDS or is_slight(package, row) else int(is_usual(row))
    return first, 0 if first == 2 else kind, -(apart or Decimal(0)), -(part or Decimal(0))


def is_of_two_amounts(package: Package, row: Row) -> bool:
    """Whether both sides are amounts and neither is nothing."""
    return money(package, row) is not None and share(row) is not None


def told(row: Row) -> str:
    """How a contradiction is headed: in short, or by its statement."""
    return row["brief"] or row["statement"]


def ordered(package: Package) -> list[Row]:
    """The contradictions of a disclosure, the weightiest first."""
    return sorted(package.checks("fail"), key=lambda row: weight(package, row))


def sums(statement: str) -> list[tuple[Decimal, Decimal]]:
    """Each sum, difference or quotient that a statement writes out: what its terms make, and what it says.

    >>> sums("合计 5.00 万元 ≠ 甲 1.50 万元 + 乙 2.00（另 2 个为 0）＝ 3.50 万元")
    [(Decimal('3.50'), Decimal('3.50'))]
    >>> sums("甲 ≠ 收入 7.00 −（5.00 − 1.00）＝ 3.00 万元，相差 1.00 万元")
    [(Decimal('3.00'), Decimal('3.00'))]
    >>> sums("执行率 100.00% ≠ 执行 ÷ 预算：1.00 万元 ÷ 3.00 万元 ＝ 33.33%")
    [(Decimal('33.33'), Decimal('33.33'))]
    """
    found = []
    parts = re.sub(r"（另 \d+ 个为 0）|\d+ 张|[（“][^（）”\d]*[）”]", "", statement).split("＝")
    for before, behind in pairwise(parts):
        said = re.match(rf"\s*({NUMBER})", behind)
        terms = re.findall(rf"{NUMBER}|[+−÷（）]", ENDS.split(before)[-1])
        if said and len(terms) > 1:
            stated = Decimal(said[1].rstrip("%").replace(",", ""))
            made = _value(terms)
            if said[1].endswith("%"):
                made = half_up(made * 100, -int(stated.as_tuple().exponent))
            found.append((made, stated))
    return found


def _value(terms: list[str]) -> Decimal:
    """What terms with their signs make; parentheses stand only behind a minus."""
    result, sign, inner, quotient = Decimal(0), 1, 1, False
    for one in terms:
        if one == "（":
            inner = sign
        elif one == "）":
            inner, sign = 1, 1
        elif one in "+−":
            sign = inner * (1 if one == "+" else -1)
        elif one == "÷":
            quotient = True
        else:
            number = Decimal(one.rstrip("%").replace(",", ""))
            result = result / number if quotient else result + sign * number
            quotient = False
    return result


def holds(package: Package, row: Row) -> bool:
    """Whether the sums of a statement are right, and its difference that of its sides."""
    listed = re.search(r"… 共(\d+)项 ＝ ([\d,.-]+)", row["statement"])
    if listed:  # of so many the statement names some; they are the last figures, behind the total
        values = [package.figures[one]["value"] for one in row["figures"].split()]
        summed = sum(map(Decimal, values[-int(listed[1]) :]))
        return summed == Decimal(listed[2].replace(",", ""))
    apart = re.search(r"相差 ([\d,.]+)", row["statement"])
    if apart and row["left"] and row["right"]:
        sides = abs(Decimal(row["left"]) - Decimal(row["right"]))
        if Decimal(apart[1].replace(",", "")) != sides:
            return False
    counted = re.match(r"(\d+) 张.*?和 (.*?) ＝", row["statement"])
    if counted and len(counted[2].split(" + ")) != int(counted[1]):
        return False
    return all(made == stated for made, stated in sums(row["statement"]))
