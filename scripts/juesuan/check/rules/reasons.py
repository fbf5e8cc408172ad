"""N43-k, N60, N67–N72: what explanations say against the figures they explain, and counts beside amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject, lost, told
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome, at_most, plus
from juesuan.check.rule import rule
from juesuan.check.rules.totals import printed
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

_EITHER = ("调整", "变动", "退休", "调出", "转移", "死亡", "结转")
UP = (
    "增加",
    "增长",
    "增多",
    "增资",
    "追加",
    "新增",
    "上涨",
    "上升",
    "提高",
    "提升",
    "调增",
    "扩大",
    "补发",
    *_EITHER,
)
DOWN = ("减少", "下降", "压减", "压缩", "降低", "缩减", "核减", "调减", "节约", "收窄", *_EITHER)
_EVEN = ("持平", "无变化", "无增减", "无差异", "没有变化", "没有差异")
_PARTLY = ("基本", "除", "其中", "部分", "大致", "略")
_OWN = re.compile("(?:我|本)(?:单位|部门|局|办|委|厅|中心)(?:本年度?|当年)?(?:无|没有|未发生)")
_DOUBLED = re.compile(
    "([，。；：、！？])\\1|[，；：、][，。；：、]|。[，；：、]|(万元|元|%|％)\\2|[：，、]$"
)


@rule("N43-k")
def vehicles_explained(book: Book) -> Outcome:
    """公务用车保有量与国有资产中的车辆数不同时说明了原因，说明中的车辆数能解释差额

    保有量是由财政拨款开支费用的公务用车，资产中的车辆还包括其他用车，两者可以不同，但应当说明。
    """
    kept, owned = book["three_public.vehicles_kept"], book["three_public.asset_vehicles"]
    row = next(
        one
        for one in book.facts.rows("measures")
        if one["measure"] == "three_public.asset_vehicles"
    )
    difference, figures = abs(kept.value - owned.value), kept.figures + owned.figures
    said = f"{kept.label} {kept.text}，{owned.label} {owned.text}"
    even = any(word in row["reason"] for word in _EVEN)
    if difference and even:
        words = f"{said}，说明却称“{row['reason']}”，两处表述不能同时成立"
        return Outcome(FAIL, words, kept.value, owned.value, Decimal(0), figures)
    if not difference:
        return Outcome(PASS, f"{said}，没有差异", kept.value, owned.value, Decimal(0), figures)
    if not row["reason"]:
        return Outcome(
            INFORMATION, f"{said}，没有读到差异原因", kept.value, owned.value, Decimal(0), figures
        )
    told = [
        one
        for one in book.numerals("measures", row, "reason")
        if row["reason"].startswith("辆", one.end)
    ]
    figures += tuple(one.figure for one in told)
    if not told:
        return Outcome(
            PASS, f"{said}，已说明原因（未列车辆数）", kept.value, owned.value, Decimal(0), figures
        )
    state = PASS if _reconciles([one.value for one in told[:6]], difference) else INFORMATION
    counts = "、".join(f"{one.value} 辆" for one in told)
    words = f"说明中的 {counts}" + (
        "与差额相符" if state == PASS else f"与差额 {difference} 辆对不上，或只说明了一部分"
    )
    return Outcome(state, f"{said}；{words}", kept.value, owned.value, Decimal(0), figures)


def _reconciles(told: list[Decimal], difference: Decimal) -> bool:
    """Whether some of the figures, added or subtracted, give the difference."""
    return any(
        sum(sign * one for sign, one in zip(signs, told, strict=True)) == difference
        for signs in product((0, 1, -1), repeat=len(told))
    )


_TEXTS = (
    ("texts", "text"), ("projects", "actual_goal"), ("projects", "expected_goal"), ("indicators", "reason"),
    ("measures", "reason"), ("measures", "variance_reason"), ("functions", "reason"),
)  # fmt: skip


@rule("N60")
def punctuation(book: Book) -> Outcome:
    """发布的文字中没有重复或相连的标点、重复的单位（“。。”“万元万元”），也不以冒号、逗号结束

    不影响数字，只作说明。正文中未作为文字发布的部分不在核对之内。
    """
    texts = [
        row[field] for resource, field in _TEXTS for row in book.facts.table(resource) if row[field]
    ]
    if not texts:
        raise AbsentFactError("没有作为文字发布的内容")
    found = [
        f"“…{text[max(0, one.start() - 8) : one.end() + 8]}…”"
        for text in texts
        for one in _DOUBLED.finditer(text)
    ]
    if not found:
        return Outcome(PASS, f"{len(texts)} 段文字中没有重复、相连或悬在末尾的标点")
    return Outcome(
        INFORMATION,
        f"{'、'.join(found[:5])}{'等' if len(found) > 5 else ''} {len(found)} 处标点或单位重复",
    )


_GROUPS = (
    ("three_public.abroad_groups", "three_public.abroad_trips"),
    ("three_public.reception_batches", "three_public.reception_visitors"),
)


def _groups(book: Book) -> list[Subject]:
    told = {row["measure"]: row for row in book.facts.rows("measures")}
    return [
        Subject("measures", told[one], one, terms.measures()[one].label)
        for one, _ in _GROUPS
        if one in told
    ]


@rule("N67", over=_groups)
def people_and_groups(book: Book, subject: Subject) -> Outcome:
    """团组（批次）数不超过人次数；没有团组（批次）就没有人次"""
    people = book[dict(_GROUPS)[subject.key]]
    groups = book[subject.key]
    if groups.value == 0 and people.value:
        said = f"{groups.label} {groups.text} 与 {people.label} {people.text} 不能同时成立"
        return Outcome(
            FAIL, said, groups.value, people.value, Decimal(0), groups.figures + people.figures
        )
    return at_most(groups, people)


@rule("N68", gathers=True)
def assets_within(book: Book) -> Outcome:
    """房屋价值与车辆价值之和不超过固定资产原值"""
    parts = printed(book, ["assets.building_value", "assets.vehicle_value"])
    return at_most(plus(parts, "房屋价值与车辆价值之和"), book["assets.original_value"], slack=True)


_HELD = (
    ("assets.building_area", "assets.building_value"),
    ("assets.vehicles", "assets.vehicle_value"),
)


def _held(book: Book) -> list[Subject]:
    told = {row["measure"]: row for row in book.facts.rows("measures")}
    return [
        Subject("measures", told[one], one, terms.measures()[one].label)
        for one, _ in _HELD
        if one in told
    ]


@rule("N69", over=_held)
def nothing_has_no_value(book: Book, subject: Subject) -> Outcome:
    """房屋面积、车辆数为 0 的，其价值也为 0"""
    number, value = book[subject.key], book[dict(_HELD)[subject.key]]
    state = FAIL if number.value == 0 and value.value else PASS
    words = "不能同时成立" if state == FAIL else "没有矛盾"
    said = f"{number.label} {number.text} 与 {value.label} {value.text} {words}"
    return Outcome(
        state, said, number.value, value.value, Decimal(0), number.figures + value.figures
    )


def _told(book: Book) -> Iterator[Subject]:
    """Every reason of a change against the year before or of a deviation from the budget."""
    for resource in ("measures", "functions"):
        for row in book.facts.table(resource):
            key = terms.resource_schemas()[resource].row_key(row)
            name = row.get("label") or row.get("item", "") or row.get("class", "")
            if row["reason"] and told(row, "change"):
                yield Subject(resource, row, f"{key}/reason", name)
            if row["variance_reason"] and told(row, "variance_pct"):
                yield Subject(resource, row, f"{key}/variance_reason", name)


def _moved(book: Book) -> list[Subject]:
    return [
        one for one in _told(book) if lost(one.row, _column(one)) or _explained(book, one)[1].value
    ]


def _outright(text: str) -> bool:
    """A reason of one sentence that is said of the whole, without reserve."""
    return not any(one in text for one in (*_PARTLY, "。", "；"))


def _levelled(book: Book) -> list[Subject]:
    """Reasons of one sentence that say outright that nothing changed."""
    texts = [(one, one.row[one.key.rpartition("/")[2]]) for one in _told(book)]
    return [one for one, text in texts if _outright(text) and any(word in text for word in _EVEN)]


def _explained(book: Book, subject: Subject) -> tuple[str, Cell]:
    field = subject.key.rpartition("/")[2]
    return subject.row[field], book.cell(
        subject.resource, subject.row, _column(subject), subject.name
    )


def _column(subject: Subject) -> str:
    """The column of which a reason is told."""
    return "change" if subject.key.endswith("/reason") else "variance_pct"


@rule("N70", over=_moved)
def direction_of_reason(book: Book, subject: Subject) -> Outcome:
    """原因的方向与增减相符：数字增加时不只说减少，数字减少时不只说增加

    只在原因通篇只有一个方向的词、且最后一句也是这个方向时判断；增加的数字也可能由别处的减少造成，所以只作说明。
    """
    text, changed = _explained(book, subject)
    same, other = (UP, DOWN) if changed.value > 0 else (DOWN, UP)
    last = re.split("[，。；]", text.rstrip("。；"))[-1]
    against = any(word in last for word in other) and not any(word in text for word in same)
    said = (
        f"{changed.label} {changed.text}，原因为“{text}”"
        if against
        else f"{changed.label} {changed.text}，原因中没有读出相反的方向"
    )
    return Outcome(
        INFORMATION if against else PASS, said, changed.value, None, Decimal(0), changed.figures
    )


@rule("N71", over=_levelled)
def even_means_even(book: Book, subject: Subject) -> Outcome:
    """原因称“持平”“无变化”“无差异”的，增减或差异为 0

    只判断一句话说完、没有“基本”“其中”“除……外”等保留的说法。
    """
    text, changed = _explained(book, subject)
    word = next(one for one in _EVEN if one in text)
    state = FAIL if changed.value else PASS
    words = "，两处表述不能同时成立" if state == FAIL else ""
    said = f"原因称“{word}”，{changed.label} {changed.text}{words}"
    return Outcome(state, said, changed.value, Decimal(0), Decimal(0), changed.figures)


def _denied(book: Book) -> Iterator[Subject]:
    """Measures of which their own explanation says that there are none."""
    for row in book.facts.rows("measures"):
        names = (row["label"], *terms.measures()[row["measure"]].aliases)
        for field in ("reason", "variance_reason"):
            match = _OWN.match(row[field])
            if match and _outright(row[field]) and _names(row[field][match.end() :], names):
                yield Subject(
                    "measures", row, f"{row['section']}/{row['measure']}/{field}", row["label"]
                )


def _names(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text is a name and nothing but its endings, up to the next comma."""
    first = re.split("[，,]", text)[0]
    return any(
        first.startswith(name)
        and first[len(name) :] in ("", "用", "支出", "事项", "费", "费用", "费支出")
        for name in names
    )


@rule("N72", over=_denied)
def none_means_zero(book: Book, subject: Subject) -> Outcome:
    """说明称“我单位无……费”的，该项决算数为 0"""
    actual = book.cell("measures", subject.row, "actual", subject.name)
    text = subject.row[subject.key.rpartition("/")[2]]
    state = FAIL if actual.value else PASS
    words = "，两处表述不能同时成立" if state == FAIL else ""
    return Outcome(
        state,
        f"称“{text}”，{actual.label} {actual.text}{words}",
        actual.value,
        Decimal(0),
        Decimal(0),
        actual.figures,
    )


def _repeated(book: Book) -> Iterator[Subject]:
    """Reasons printed again word for word, apart from their numerals."""
    seen: dict[str, Row] = {}
    for row in book.facts.rows("measures"):
        bare = re.sub(r"[0-9.,]+", "#", row["reason"])
        if "#" not in bare or len(bare) < 12:
            continue
        first = seen.setdefault(bare, row)
        if first is not row:
            yield Subject(
                "measures",
                {**row, "first": first["reason"]},
                f"{row['section']}/{row['measure']}",
                row["label"],
            )


@rule("N73", over=_repeated)
def repeated_reason(book: Book, subject: Subject) -> Outcome:
    """同一段原因在几处印出时，其中的数字相同"""
    same = subject.row["first"] == subject.row["reason"]
    said = (
        "与前文相同"
        if same
        else f"前文为“{subject.row['first']}”，此处为“{subject.row['reason']}”，数字不同"
    )
    return Outcome(PASS if same else INFORMATION, said)
