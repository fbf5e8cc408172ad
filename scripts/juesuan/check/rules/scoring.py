"""P09, P10, P12, P14, P20: how indicators are scored, in which units they are told, and whether a deviation is explained."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from juesuan.amount import round_half_up
from juesuan.check.book import Book, Cell, Subject, lost, of_indicator, target_and_actual, told
from juesuan.check.compare import INFORMATION, PASS, ROUNDING, Outcome
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import Row
from juesuan.terms.scoring import above_sixty

_NUMBERS = ("target_value", "actual_value", "weight", "score")
_TIMES = ("年", "月", "日")
_ENOUGH = 5
"""So many other shortfalls must follow one way of scoring before it is called the document's."""


def _scored(book: Book) -> list[Row]:
    """Indicators with target, actual value, weight and score as numbers of one unit, and that is no date."""
    return [
        row
        for row in book.facts.rows("indicators")
        if all(row[name] for name in _NUMBERS)
        and row["target_unit"] == row["actual_unit"]
        and not row["target_unit"].startswith(_TIMES)
        and Decimal(row["weight"])
        and Decimal(row["target_value"])
    ]


_MONEY = ("元", "万元", "万")


def _is_cost(row: Row) -> bool:
    """Whether an indicator is a cost: by its class, or by an amount of money as its upper limit, whatever its class."""
    money = row["target_unit"].startswith(_MONEY)
    return row["level1"] == "成本指标" or (money and row["target_operator"] in ("≤", "<"))


def _short(row: Row) -> bool:
    """Whether a target that must be reached was not, and not all points were given; less money than planned is no shortfall."""
    reached = ("≥", ">") if row["target_unit"].startswith(_MONEY) else ("≥", ">", "=")
    at_least = row["target_operator"] in reached and Decimal(row["actual_value"]) < Decimal(
        row["target_value"]
    )
    return at_least and Decimal(row["score"]) < Decimal(row["weight"])


def _undercut(row: Row) -> bool:
    lower = Decimal(row["actual_value"]) < Decimal(row["target_value"])
    return _is_cost(row) and row["target_operator"] in ("≤", "<") and lower


def _shortfalls(book: Book) -> list[Subject]:
    return [of_indicator(book, row) for row in _scored(book) if _short(row)]


def _wanted(row: Row) -> dict[str, Decimal]:
    """The points that each way of scoring gives."""
    weight, target, actual = (
        Decimal(row[name]) for name in ("weight", "target_value", "actual_value")
    )
    rate = actual * 100 / target
    whole = {rate.to_integral_value(rounding=ROUND_FLOOR), round_half_up(rate, 0)}
    percents = {f"整百分数 {one}%": round_half_up(weight * one / 100, 2) for one in sorted(whole)}
    return {
        "完成比例": round_half_up(weight * rate / 100, 2),
        "超过 60% 的部分": above_sixty(weight, rate),
        **percents,
    }


def _way(row: Row) -> str:
    """The way of scoring that gives the printed points, or an empty text."""
    score = Decimal(row["score"])
    near = max(
        Decimal("0.01"),
        Decimal(5).scaleb(int(score.as_tuple().exponent) - 1)
        if "." in row["score"]
        else Decimal("0.05"),
    )
    exact = next((name for name, points in _wanted(row).items() if points == score), "")
    return exact or next(
        (name for name, points in _wanted(row).items() if abs(points - score) <= near), ""
    )


@rule("P09", over=_shortfalls)
def shortfall_scored(book: Book, subject: Subject) -> Outcome:
    """没有完成的指标按本文件通行的方式计分：完成比例 × 分值，或只计超过 60% 的部分

    财政部《项目支出绩效评价管理办法》规定，未完成的定量指标按完成值与指标值的比例记分。这里先看本文件其他未完成的指标怎样计分；至少有五项、且九成以上合于同一种方式，才据以判断。完成比例先取整百分数再计分的，也算相符。计分方式可以另定，所以不符的只作说明。
    """
    row = subject.row
    cells: list[Cell] = [book.cell("indicators", row, name, "") for name in _NUMBERS]
    figures = tuple(figure for cell in cells for figure in cell.figures)
    wanted, way, score = _wanted(row), _way(row), cells[3]
    said = f"{target_and_actual(row)}，分值 {cells[2].text}，得分 {score.text}"
    if way:
        state = PASS if wanted[way] == score.value else ROUNDING
        return Outcome(
            state, f"{said}，按{way}计分", score.value, wanted[way], score.slack, figures
        )
    share = wanted["完成比例"]
    others = [one for one in _scored(book) if _short(one) and one is not row]
    explained = sum(bool(_way(one)) for one in others)
    settled = len(others) >= _ENOUGH and explained >= Decimal("0.9") * len(others)
    words = f"按完成比例为 {share}" + (
        f"；本文件另 {explained} 项都合于按比例计分的某一种方式，此项不合" if settled else ""
    )
    return Outcome(INFORMATION, f"{said}，{words}", score.value, share, Decimal("0.01"), figures)


@rule("P10")
def undercut_costs(book: Book) -> Outcome:
    """成本低于上限的，本文件按同一种方式计分：得满分，或按比例计分

    两种方式都有人用，本身不是差错；同一份文件里混用的在此说明。
    """
    rows = [row for row in _scored(book) if _undercut(row)]
    if not rows:
        raise AbsentFactError("没有低于上限的成本指标")
    full = [row for row in rows if Decimal(row["score"]) >= Decimal(row["weight"])]
    scaled = [row for row in rows if row not in full]
    said = f"低于上限的成本指标 {len(rows)} 项：得满分 {len(full)} 项，扣分 {len(scaled)} 项"
    fewer = min((full, scaled), key=len)
    figures = tuple(
        figure for row in fewer for figure in book.cell("indicators", row, "score", "").figures
    )
    mixed = INFORMATION if fewer else PASS
    return Outcome(mixed, said + ("，计分方式不一" if fewer else ""), figures=figures)


_ALIKE = {"万": "万元"}


def _unit(row: Row, column: str) -> str:
    """A unit as it is compared: what is counted in 个 may be named or not."""
    unit = row[f"{column}_unit"]
    return "个" if unit.startswith("个") else _ALIKE.get(unit, unit)


def _with_units(book: Book) -> list[Subject]:
    names = ("target_value", "actual_value", "target_unit", "actual_unit")
    rows = [row for row in book.facts.rows("indicators") if all(row[name] for name in names)]
    return [of_indicator(book, row) for row in rows if not row["target_unit"].startswith(_TIMES)]


@rule("P12", over=_with_units)
def one_unit(book: Book, subject: Subject) -> Outcome:
    """指标值与完成值的计量单位相同

    单位不同时两个数字不能直接比较；数字本身未必有错，只作说明。
    """
    target, actual = _unit(subject.row, "target"), _unit(subject.row, "actual")
    figures = tuple(
        f
        for name in ("target_value", "actual_value")
        for f in book.cell("indicators", subject.row, name, "").figures
    )
    said = target_and_actual(subject.row)
    words = "" if target == actual else f"：单位为“{target}”与“{actual}”，不相同"
    return Outcome(PASS if target == actual else INFORMATION, said + words, figures=figures)


def _deviating(book: Book) -> list[Subject]:
    """Indicators of project forms that lost points; the overall form has no column for reasons."""
    forms = {row["project_id"] for row in book.facts.rows("projects") if row["kind"] == "project"}
    asked = any(
        row["reason"] for row in book.facts.rows("indicators") if row["project_id"] in forms
    )
    rows = book.facts.rows("indicators") if asked else ()
    return [
        of_indicator(book, row)
        for row in rows
        if row["project_id"] in forms
        and row["weight"]
        and row["score"]
        and Decimal(row["score"]) < Decimal(row["weight"])
    ]


@rule("P14", over=_deviating)
def deviation_explained(book: Book, subject: Subject) -> Outcome:
    """扣了分的指标写明了偏差原因

    自评表有“偏差原因分析及改进措施”一栏；没有写的在此说明。
    """
    row = subject.row
    if "reason" in row["unreadable"].split():
        raise UnreadableFactError("偏差原因在提取文本中无法辨认")
    weight, score = (book.cell("indicators", row, name, "") for name in ("weight", "score"))
    said = f"分值 {weight.text}，得分 {score.text}" + (
        "，已写明原因" if row["reason"] else "，没有读到偏差原因"
    )
    state = PASS if row["reason"] else INFORMATION
    return Outcome(
        state, said, score.value, weight.value, Decimal(0), score.figures + weight.figures
    )


_BANDS = (
    (("完全达", "全部达"), Decimal(80), Decimal(100)),
    (("部分达",), Decimal(60), Decimal(80)),
    (("未达", "没有达"), Decimal(0), Decimal(60)),
)
"""Words of qualitative results and the share of the points that the Ministry's rules give them, percent."""


def _judged(book: Book) -> list[Subject]:
    """Indicators whose result is told in words."""
    words = tuple(word for names, _, _ in _BANDS for word in names)
    rows = [
        row
        for row in book.facts.rows("indicators")
        if not row["actual_value"] and row["actual"].startswith(words)
    ]
    return [
        of_indicator(book, row)
        for row in rows
        if told(row, "weight", "score") and (lost(row, "weight") or Decimal(row["weight"]))
    ]


@rule("P20", over=_judged)
def words_and_points(book: Book, subject: Subject) -> Outcome:
    """用文字表述的完成情况与得分的档次相当：完全达到得八成以上，部分达到得六成至八成，未达到得六成以下

    档次取自财政部《项目支出绩效评价管理办法》对定性指标的规定；各地可以另定办法，所以只作说明。
    """
    row = subject.row
    weight, score = (book.cell("indicators", row, name, "") for name in ("weight", "score"))
    low, high = next((low, high) for names, low, high in _BANDS if row["actual"].startswith(names))
    fits = low <= score.value * 100 / weight.value <= high
    said = f"完成情况“{row['actual']}”，分值 {weight.text}，得分 {score.text}" + (
        "" if fits else f"，不在 {low}%–{high}% 之间"
    )
    return Outcome(
        PASS if fits else INFORMATION,
        said,
        score.value,
        weight.value,
        Decimal(0),
        score.figures + weight.figures,
    )
