"""Department, year, scope, region and id from the text."""

import pytest

from juesuan.collection.disk.folders import check_id
from juesuan.errors import ConflictingSourceError, NotADisclosureError, PackageError
from juesuan.parse import identify
from tests.conftest import document_of
from tests.made import disclosure

EXPECTED = {
    "changji-government-office-2023": ("昌吉回族自治州人民政府办公室", 2023, "单位", "652300"),
    "urumqi-government-office-2024": ("乌鲁木齐市人民政府办公室", 2024, "部门", "650100"),
    "urumqi-government-services-2023": ("乌鲁木齐市政务服务管理局", 2023, "汇总", "650100"),
    "urumqi-human-resources-2023": ("乌鲁木齐市人力资源和社会保障局", 2023, "汇总", "650100"),
    "urumqi-party-committee-2023": ("中共乌鲁木齐市委", 2023, "汇总", "650100"),
}


@pytest.mark.slow
def test_the_five(sources) -> None:
    found = {}
    for name, document in sources.items():
        one = identify(document)
        found[name] = (one.department, one.year, one.scope, one.region_code)
    assert found == EXPECTED


@pytest.mark.parametrize(
    ("title", "department", "scope", "code", "suggested"),
    [
        (
            "上海市普陀区财政局2024年度部门决算",
            "上海市普陀区财政局",
            "部门",
            "310107",
            "shanghai-putuo-caizhengju-2024",
        ),
        (
            "# 昌吉市民政局（汇总）2022 年 度 部门 决算公开说明",
            "昌吉市民政局",
            "汇总",
            "652301",
            "changji-minzhengju-2022",
        ),
        (
            "目 录\n2024年度博乐市地震局部门决算公开说明",
            "博乐市地震局",
            "部门",
            "652701",
            "bole-dizhenju-2024",
        ),
        (
            "博乐市地震局关于二〇二四年度部门决算的公开说明",
            "博乐市地震局",
            "部门",
            "652701",
            "bole-dizhenju-2024",
        ),
        (
            "附件3：博乐市地震局2024年度部门决算公开说明",
            "博乐市地震局",
            "部门",
            "652701",
            "bole-dizhenju-2024",
        ),
        ("某某局2024年度部门决算公开说明", "某某局", "部门", "", "moumouju-2024"),
    ],
)
def test_titles(title: str, department: str, scope: str, code: str, suggested: str) -> None:
    one = identify(document_of(title + "\n第一部分 部门概况\n"))
    assert (one.department, one.scope, one.region_code, one.suggested_id()) == (
        department,
        scope,
        code,
        suggested,
    )


@pytest.mark.parametrize(
    ("department", "code"),
    [
        ("沁县民政局", "140430"),
        ("长治市沁县民政局", "140430"),
        ("中共沁县委办公室", "140430"),
        ("汾沁县民政局", ""),
        ("平南县水利局", "450821"),
        ("新华区教育局", ""),
        ("沧州市新华区教育局", "130902"),
        ("嘉峪关市财政局", "620200"),
    ],
)
def test_a_region_is_the_one_that_the_name_tells_or_none(department: str, code: str) -> None:
    """The end of a longer name is no region, nor is a name that several regions have."""
    one = identify(document_of(f"{department}2024年度部门决算公开说明\n第一部分 部门概况\n"))
    assert one.region_code == code


@pytest.mark.parametrize(
    "text", ["你好，世界。", "2024年度工作总结\n收入100万元", "<html><body>决算</body></html>"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(NotADisclosureError, match="What to do"):
        identify(document_of(text))


def test_a_year_that_contradicts_the_totals_is_refused() -> None:
    text = disclosure().replace(
        "某某市示例局（部门）2024年度部门决算", "某某市示例局（部门）2023年度部门决算", 1
    )
    with pytest.raises(ConflictingSourceError, match="fiscal year 2023 as in the title"):
        identify(document_of(text))


@pytest.mark.parametrize(
    "bad",
    ["../x-2024", "a/b-2024", "A-2024", "x-2024\n", "-2024", "x", "x-24", "x" * 90 + "-2024", ""],
)
def test_ids_that_are_none(bad: str) -> None:
    with pytest.raises(PackageError, match="not a disclosure id"):
        check_id(bad)
