"""One made-up disclosure with forms, faultless to the cent, in wordings and layouts that another department might choose.

Its amounts were made in yuan and printed in 万元, so that sums differ by rounding as real ones do. However it is worded, every figure
is read as before and no alarm is raised.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from juesuan import check
from juesuan.model import Facts
from tests.sensitivity import read

TEXT = (Path(__file__).parent / "wordings" / "urumqi.txt").read_text(encoding="utf-8")


def facts_of(text: str) -> Facts:
    return read(text, "urumqi-made-2024")


def values(facts: Facts) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (one.resource, one.row, one.field, one.value)
        for one in facts.figures
        if one.status == "bound"
    )


def alarms(facts: Facts) -> list[tuple[str, str]]:
    return [
        (row["rule"], row["statement"])
        for row in check.run(facts)
        if row["state"] in ("fail", "unreadable")
    ]


@cache
def plain() -> Counter[tuple[str, str, str, str]]:
    return values(facts_of(TEXT))


@pytest.mark.slow
def test_as_written() -> None:
    facts = facts_of(TEXT)
    assert Counter(one.status for one in facts.figures) == {
        "bound": 729,
        "prose": 127,
        "reference": 75,
    }
    assert alarms(facts) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "put"),
    [
        ("与年初预算相比，年初预算数", "与2024年年初预算相比，年初预算数"),
        ("与年初预算相比，年初预算数", "与当年年初预算数相比，年初预算数"),
        (r"(?m)^(\d\. [^\n(]+\(类\))(?=[\d,]+\.\d\d 万元,占)", r"\1支出"),
        (r"(?<=\d),(?=\d{3}\.\d\d 万元)", "，"),
        ("政府性基金预算财政拨款收入支出总体与上年", "政府性基金预算财政拨款收入支出总计与上年"),
        ("政府性基金预算财政拨款收入支出总体与上年", "政府性基金预算财政拨款收、支总计与上年"),
    ],
)
def test_other_words(pattern: str, put: str) -> None:
    text = re.sub(pattern, put, TEXT)
    assert text != TEXT
    facts = facts_of(text)
    assert values(facts) == plain()
    assert alarms(facts) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("places", "expected"),
    [("93", "rounding"), ("93.1", "rounding"), ("93.12", "rounding"), ("92", "fail")],
)
def test_a_rate_in_whole_percent(places: str, expected: str) -> None:
    text = TEXT.replace("111.74\t10\t93.12%", f"111.74\t10\t{places}%")
    states = {
        row["state"]
        for row in check.run(facts_of(text))
        if (row["rule"], row["subject"]) == ("P02", "p01")
    }
    assert states <= {expected, "pass"} if expected != "fail" else states == {"fail"}


@pytest.mark.slow
def test_a_coefficient_without_a_unit() -> None:
    facts = facts_of(TEXT.replace("设备验收合格率\t=100%\t=100%", "水利用系数\t>=0.56\t=0.57"))
    row = next(one for one in facts.rows("indicators") if one["level3"] == "水利用系数")
    assert (
        row["target_operator"],
        row["target_value"],
        row["actual_value"],
        row["unreadable"],
    ) == ("≥", "0.56", "0.57", "")
    assert alarms(facts) == []


CHANGJI = next(
    (
        Path(__file__).parents[2] / "datapackages" / "changji-government-office-2023" / "source"
    ).iterdir()
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            "（个）\n\n=3 个 =3 个 8 8.00",
            "3-5 个 4 个 8 8.00",
            ("产出指标", "数量指标", "保障视频会议室个数", "3-5个", "4个"),
        ),
        (
            ">=98% =100% 30 30.00",
            ">=98% =100% 20 20.00\n\n满意度\n\n指标\n\n满意度指标\n\n服务对象满\n\n意度\n\n>=95% =97% 10 10.00",
            ("满意度指标", "满意度指标", "服务对象满意度", "≥95%", "=97%"),
        ),
        (
            "=3 个 =3 个 8 8.00",
            "大于等于3 个 =3 个 8 8.00",
            ("产出指标", "数量指标", "保障视频会议室个数（个）", "大于等于3个", "=3个"),
        ),
    ],
)
def test_cells_that_stand_below_each_other(old: str, new: str, wanted: tuple[str, ...]) -> None:
    text = CHANGJI.read_text(encoding="utf-8")
    at = text.index(old, text.index("保障视频会\n\n议室个数"))
    facts = read(text[:at] + new + text[at + len(old) :], "changji-government-office-2023")
    rows = [
        tuple(row[name] for name in ("level1", "level2", "level3", "target", "actual"))
        for row in facts.rows("indicators")
    ]
    assert wanted in rows
