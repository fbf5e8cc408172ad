"""Names behind labels, before numbers, in titles; and titles that only look so."""

from __future__ import annotations

import pytest

from juesuan.intake.text.characters import clean
from juesuan.personal import name_in_title
from juesuan.personal.names import before, labelled
from juesuan.personal.numbers import numbers


def names(text: str) -> list[str]:
    plain = clean(text)
    return [plain[one.start : one.end] for one in labelled(plain)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系人：王建国 电话：12345", "王建国"),
        ("经办人\t张 伟\t", "张 伟"),
        ("填报人（签字）：欧阳明德", "欧阳明德"),
        ("单位负责人：买买提·吐尔逊，", "买买提·吐尔逊"),
        ("制表人:李明", "李明"),
    ],
)
def test_a_name_behind_a_label_is_found(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "主要负责人用车0辆",
        "负责人\t联系电话\t",
        "联系人：办公室",
        "填报人：",
        "项目负责人：业务科",
        "负责人审批后，张贴公示",
    ],
)
def test_what_is_no_name_is_not(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "退休干部欧阳明德（身份证号650102196503141234",
        "王建国，13812345678",
        "阿里·买买提(13812345678",
    ],
)
def test_a_name_before_a_number_is_found(text: str) -> None:
    plain = clean(text)
    found = [plain[one.start : one.end] for one in before(plain, [*numbers(plain)])]
    assert found in (["欧阳明德"], ["王建国"], ["阿里·买买提"])


@pytest.mark.parametrize(
    "title",
    [
        "欧阳明德升旗仪式及烈士纪念日活动经费", "2023年特殊人员伤残津贴补助(罗文)", "张某某同志慰问金", "王建国抚恤金",
        "司马青云医疗费", "关于拨付李明工伤赔偿的经费", "慰问陈晓东同志经费", "古丽·买买提救助金",
    ],
)  # fmt: skip
def test_a_title_that_holds_a_name_is_told(title: str) -> None:
    assert name_in_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "升旗仪式及烈士纪念日活动经费", "高龄老人慰问金", "安全生产补助", "国有企业(第二批)", "王家沟道路改造",
        "红山教育名书记(校长)工作室", "见义勇为表彰经费", "方案编制费", "马路清扫", "文化惠民工程", "金保工程信息系统",
        "成人教育补助", "江河治理", "万人助万企", "易地搬迁补助", "任务型编制", "高标准农田补助", "白内障救助", "石油补助",
        "“丝路·新疆”宣传经费", "老同志慰问", "于田县援助", "黄河治理补助", "夏季供水补助", "华侨救助", "田间道路",
    ],
)  # fmt: skip
def test_a_title_without_a_name_is_not(title: str) -> None:
    assert not name_in_title(title)


def test_a_name_that_the_text_gives_elsewhere_is_enough() -> None:
    assert name_in_title("热依扎学费", {"热依扎"}) and not name_in_title("热依扎学费")
