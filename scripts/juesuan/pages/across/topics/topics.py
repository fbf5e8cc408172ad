"""Topics: the same measures of all disclosures side by side.

Amounts of different scopes are never added up.
"""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.pages import addresses
from juesuan.pages.across.table import (
    Asked,
    Measures,
    TopicTable,
    measure_table,
    retired,
    table_html,
)
from juesuan.pages.across.topics.bars import bars_html
from juesuan.pages.across.topics.classes import classes, picture
from juesuan.pages.across.topics.pairs import pairs_html
from juesuan.pages.across.topics.people import per_person
from juesuan.pages.across.topics.why import why_html
from juesuan.pages.addresses import Topic
from juesuan.pages.limits import CARDS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import CLASSES

_THREE = (
    Asked("合计", "three_public.total"),
    Asked("全年预算", "three_public.total", "annual_budget"),
    Asked("比上年增减", "three_public.total", "change"),
    Asked("因公出国（境）", "three_public.abroad"),
    Asked("公务用车购置", "three_public.vehicle_purchase"),
    Asked("公务用车运行维护", "three_public.vehicle_running"),
    Asked("公务接待", "three_public.reception"),
)
_COUNTS = (
    Asked("出国（境）团组（个）", "three_public.abroad_groups"),
    Asked("出国（境）人次", "three_public.abroad_trips"),
    Asked("购置车辆（辆）", "three_public.vehicles_bought"),
    Asked("公务用车保有量（辆）", "three_public.vehicles_kept"),
    Asked("国内接待批次", "three_public.reception_batches"),
    Asked("国内接待人次", "three_public.reception_visitors"),
)
_PROCUREMENT = (
    Asked("合计", "procurement.total"),
    Asked("货物", "procurement.goods"),
    Asked("工程", "procurement.works"),
    Asked("服务", "procurement.services"),
    Asked("授予中小企业", "procurement.sme"),
    Asked("占比（%）", "procurement.sme", "share_pct"),
    Asked("其中小微企业", "procurement.micro"),
)
_ASSETS = (
    Asked("车辆（辆）", "assets.vehicles"),
    Asked("车辆价值（万元）", "assets.vehicle_value"),
    Asked("公务用车保有量（辆）", "three_public.vehicles_kept"),
    Asked("房屋（平方米）", "assets.building_area"),
    Asked("房屋价值（万元）", "assets.building_value"),
    Asked("固定资产原值（万元）", "assets.original_value"),
    Asked("单价100万元以上设备（台、套）", "assets.equipment_over_1m"),
)
_PEOPLE = (
    Asked("实有人数", "headcount.total"),
    Asked("在职", "headcount.serving"),
    Asked("离休", "headcount.retired_cadre"),
    Asked("退休", "headcount.retired"),
)
_TABLES: dict[Topic, tuple[tuple[str, str, str, tuple[Asked, ...]], ...]] = {
    "three-public": (
        ("合计和各项", "amounts", "万元", _THREE),
        ("团组、车辆和接待", "counts", "", _COUNTS),
    ),
    "procurement": (("各部门的采购", "amounts", "万元", _PROCUREMENT),),
    "assets": (("各部门年末占用的资产", "amounts", "", _ASSETS),),
    "people": (("人员", "headcount", "人", _PEOPLE),),
}
"""The tables of a topic: title, anchor, unit, columns."""


_BARS: dict[Topic, tuple[Asked, tuple[Asked, ...]]] = {
    "three-public": (_THREE[0]._replace(title="“三公”经费"), _THREE[3:]),
    "people": (_PEOPLE[0], _PEOPLE[1:]),
    "procurement": (_PROCUREMENT[0]._replace(title="政府采购支出"), _PROCUREMENT[1:4]),
}
"""Topics with a picture: a sum, and the parts of which it is made up."""


def _nothing(_: Measures) -> str:
    return ""


_PAIRS: dict[Topic, tuple[str, tuple[Asked, Asked]]] = {
    "assets": (
        "账上有几辆车，花钱养几辆车",
        (
            Asked("账面车辆", "assets.vehicles"),
            Asked("公务用车保有量", "three_public.vehicles_kept"),
        ),
    ),
}
"""Topics with a picture of two numbers: its title, and the measures."""

_BESIDE = {"people": retired}
"""Topics whose sums need a word beside them."""

_WHY: dict[Topic, Asked] = {
    "three-public": _THREE[2],
    "assets": Asked("账面车辆 / 公务用车保有量不同", "three_public.asset_vehicles", "actual"),
}
"""Topics with figures whose change, or whose difference from others, has reasons."""

_UNLIKE: dict[Topic, str] = {"assets": "three_public.vehicles_kept"}
"""Measures from which the figures of reasons differ."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The parts of the pages of topics."""
    for topic, tables in _TABLES.items():
        here = addresses.topic(topic)
        found = [
            table
            for title, anchor, unit, columns in tables
            if measure_table(store, here, table := TopicTable(title, anchor, unit), columns)
        ]
        if topic == "people":
            found += per_person(store, here)
        beside = _BESIDE.get(topic, _nothing)
        picture = bars_html(store, here, *_BARS[topic], beside) if topic in _BARS else ""
        if topic in _PAIRS:
            picture = pairs_html(store, here, *_PAIRS[topic])
        unlike = _UNLIKE.get(topic, "")
        why = why_html(store, here, _WHY[topic], unlike) if topic in _WHY else ""
        yield addresses.part(topic), f"{picture}\n{_joined(found)}\n{why}"
    yield addresses.part("functions"), _functions(store)


def _joined(tables: list[TopicTable]) -> str:
    found = [table_html(table) for table in tables]
    return "\n".join(found) if found else "<p>所收文件都没有列示。</p>\n"


def _functions(store: Store) -> str:
    """Spending by function as a tree, with a picture of its classes."""
    found = classes(store, addresses.FUNCTIONS)
    if not found:
        return _joined([])
    shown = picture(found, CARDS)
    return rendered("functions.html", classes=found, picture=shown, said=CLASSES)
