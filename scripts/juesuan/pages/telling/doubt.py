"""Contradictions for a citizen: a heading in plain words, and how much money is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check import is_usual
from juesuan.pages.evidence.figures import grouped
from juesuan.rows import ChecksRow, FiguresRow, MeasuresRow

_KINDS: dict[str, str] = {
    "各项加起来不等于总数": (
        "N01 N02 N04 N06 N10 N14 N15 N19 N25 N26 N28 N29 N35 N37 N39 N40 N42 N45 N47 N75 N78 N79 "
        "N80 N81 N82 N84 P03 T01 T03 T04 T05 T06 T06-5 T06-8 T07 T10 T11 T11-r T12 T16 T16-8 T17 "
        "T18 T19 T20 X01"
    ),
    "应当一致的数字不一致": (
        "N03 N07 N11 N16 N17 N22 N43 N43-k N55 N65 N66 N73 N74 P17 P18 P18-a P19 P21 T02 T08 T09 "
        "T09-4 T13 T14 T23 T23-f X02 X08 X09 X13"
    ),
    "通常应当一致的数字不一致": "X03 X04 X06",
    "部分比全部还多": (
        "N18 N36 N46 N59 N64 N64-s N68 N77 N83 P04 X05 X10 X11 X15 X16 X18 X19 T15 T21 T27"
    ),
    "明细与总额对不上": "P11 P22 P25",
    "百分比和金额算不到一起": (
        "N05 N08 N09 N12 N13 N20 N21 N23 N24 N27 N27-100 N31 N32 N34 N38 N58 N61 P01 P23 P27 T24 "
        "T24-7"
    ),
    "得分与完成情况不相称": "P02 P05 P06 P07 P08 P09 P10 P15 P20",
    "文字说的和数字不一致": "N52 N70 N71 N72 N76 P24 P26 X12",
    "一个金额写在两个名称之下": "X17",
    "名称或年度前后不一致": "N53 N56 N56-t P16 T29",
    "有没填完或没写清的地方": "N54 N54-u N57 N60 N60-r P14 T28 X14",
    "件数或人数对不上": "N41 N41-r N48 N62 N63 N67 N69 N86 N86-k X07 X20",
}
_OTHER = "两处内容不能同时成立"
_PLAIN = {rule: heading for heading, rules in _KINDS.items() for rule in rules.split()}
"""Id of a rule to its heading."""

_NO_MONEY = ("百分比", "得分", "名称", "有没", "件数")
"""Begins of headings of contradictions that are not about an amount, whatever they cite."""

_NUMBERS = ("百分比", "应当一致", "通常应当", "部分", "件数", "各项", "明细")
"""Begins of headings of contradictions between numbers, be they amounts or not."""

_ELSEWHERE = {
    "X17": "疑问在名称，不在金额",
    "N52": "疑问在说法，不在金额",
    "N71": "疑问在说法，不在金额",
}
"""Rules by which no amount is in doubt although two are compared, and what is in doubt instead.

The amounts that they cite are printed alike wherever they belong; a name or a word is not.
"""

_SMALL = Decimal("0.1")
"""万元 below which an amount is told in 元."""

_SLIGHT = Decimal("0.01")
"""万元, one of the last digit in which accounts are printed: up to it a difference is slight."""

_TELLING = 4
"""Digits of a difference that an amount of the disclosure hardly shares by chance."""

_KINDS_OF_DOUBT = 3
"""Two amounts; one beside 0; a difference that is printed, or numbers that are no amounts."""

EXPLAINED = range(1, 2 * _KINDS_OF_DOUBT)
"""Kinds, first in a weight, that have an explanation at hand: an amount beside 0, a difference that
is printed as such, what should agree by custom only."""

_MONEY_FIELDS = ("initial_budget", "annual_budget", "executed")


Weight = tuple[Decimal, Decimal, Decimal]
"""What contradictions are ordered by: the kind of doubt, the money, its share."""


@dataclass(frozen=True)
class Doubt:
    """What is in doubt.

    Attributes:
        heading: in plain words.
        amount: how far the two sides are apart, in 万元; None where it is not about an amount.
        share: of the larger side, in percent; None where there is no amount, a side is 0, or the
            sides have unlike signs.
        factor: what turns the sides of the check into 万元; None where they are not amounts.
        instead: what is in doubt where no amount is, in words; empty where the heading says it.
        same: the measure that prints just the difference: one side may include it; else empty.
        zero: whether one side is 0: often it was only not filled in.
        usual: whether both sides agree by custom only, and need not by logic.
    """

    heading: str
    amount: Decimal | None = None
    share: Decimal | None = None
    factor: Decimal | None = None
    instead: str = ""
    same: str = ""
    zero: bool = False
    usual: bool = False

    @property
    def slight(self) -> bool:
        """Whether the two sides are hardly apart."""
        return self.amount is not None and self.amount <= _SLIGHT

    @property
    def weight(self) -> Weight:
        """What contradictions are ordered by, the weightiest first: kind, then money, then share.

        What cannot both be right comes before what should agree by custom, and slight differences
        and words after both. Within each, two amounts come first, then an amount beside 0, then a
        difference that is printed as an amount of its own and numbers that are no amounts.
        """
        return (Decimal(self._kind), -(self.amount or Decimal(0)), -(self.share or Decimal(0)))

    @property
    def _kind(self) -> int:
        is_number = self.amount is not None or self.heading.startswith(_NUMBERS)
        if self.slight or not is_number:
            return 2 * _KINDS_OF_DOUBT
        kind = 2 if self.same or self.amount is None else int(self.zero)
        return kind + _KINDS_OF_DOUBT * self.usual

    @property
    def words(self) -> str:
        """How much is in doubt, in words, or what else; empty where the heading says it."""
        if self.amount is None:
            return self.instead
        part = "，一边印的是 0" if self.zero else "，一正一负"
        part = f"，占较大一方的 {self.share:f}%" if self.share is not None else part
        part += f"，正好是另外印出的“{terms.measures()[self.same].label}”" if self.same else ""
        part += "，差额很小" * self.slight + "，通常应当一致" * self.usual
        if 0 < self.amount < _SMALL:
            return f"相差 {grouped(_short(self.amount * 10000))} 元{part}"
        return f"相差 {grouped(_short(self.amount))} 万元{part}"


def is_side(row: ChecksRow, side: str, figure: FiguresRow) -> bool:
    """Whether a printed figure itself is what one side of a check compares, and no term of it.

    Args:
        row: the check.
        side: ``left`` or ``right``.
        figure: a figure that the check cites.
    """
    value = row["left"] if side == "left" else row["right"]
    try:
        return bool(value and figure["value"]) and Decimal(figure["value"]) == Decimal(value)
    except ArithmeticError:
        return False


def _short(amount: Decimal) -> str:
    """An amount with two decimals at least, and no zeros behind them.

    >>> _short(Decimal("0.005560")), _short(Decimal("3"))
    ('0.00556', '3.00')
    """
    kept = amount.quantize(Decimal("0.01"))
    return f"{kept if kept == amount else amount.normalize():f}"


def doubt_of(
    row: ChecksRow, figures: Sequence[FiguresRow], measures: Iterable[MeasuresRow] = ()
) -> Doubt:
    """What a contradiction puts in doubt.

    Args:
        row: its row of ``checks``.
        figures: the figures that it cites.
        measures: what the disclosure prints, among which the difference may be.
    """
    usual = is_usual(row["rule"], row["statement"])
    heading = _PLAIN.get(row["rule"], _OTHER)
    if instead := _ELSEWHERE.get(row["rule"]):
        return Doubt(heading, instead=instead)
    factor = None if heading.startswith(_NO_MONEY) else _factor(figures)
    if factor is None or not row["difference"]:
        return Doubt(heading, usual=usual)
    amount = abs(Decimal(row["difference"]))
    sides = [Decimal(side) for side in (row["left"], row["right"]) if side]
    is_part = all(side > 0 for side in sides) or all(side < 0 for side in sides)
    larger = max(map(abs, sides), default=None) if is_part else None
    share = (amount / larger * 100).quantize(Decimal("0.1")) if larger else None
    same = "" if share is None else _printed_as(amount * factor, figures, measures)
    return Doubt(heading, amount * factor, share, factor, "", same, 0 in sides, usual)


def _printed_as(
    amount: Decimal, figures: Iterable[FiguresRow], measures: Iterable[MeasuresRow]
) -> str:
    """The first measure that prints an amount and is not what is compared; empty for none."""
    if len(amount.normalize().as_tuple().digits) < _TELLING:
        return ""
    cited = {one["row"].rpartition("/")[2] for one in figures if one["resource"] == "measures"}
    money = (one for one in measures if one["actual"] and one["unit"] == "万元")
    same = (one["measure"] for one in money if Decimal(one["actual"]) == amount)
    return next((name for name in same if name not in cited), "")


def _factor(figures: Iterable[FiguresRow]) -> Decimal | None:
    """What turns the difference of a check into 万元; None where not all its figures are money.

    One of them in a cell of 万元 has what is compared with it in 万元 too.
    """
    units, found = terms.money_factors(), set()
    for one in figures:
        if one["resource"] == "project_funds" and one["field"] in _MONEY_FIELDS:
            found.add(Decimal(1))
        elif one["unit"] in units:
            is_converted = terms.is_converted(one["status"], one["resource"])
            found.add(Decimal(1) if is_converted else units[one["unit"]])
        elif one["unit"]:
            return None
    if Decimal(1) in found:
        return Decimal(1)
    return found.pop() if len(found) == 1 else None
