"""The title of a disclosure between what portals and files put around it."""

import pytest

from juesuan.errors import NotADisclosureError
from juesuan.parse.title import title
from tests.conftest import document_of

BODY = "\n第一部分 部门概况\n一、主要职能\n负责示例工作。\n"


def found(text: str) -> tuple[str, str]:
    one = title(document_of(text + BODY))
    return one.department, one.year


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("松岭县水务局2024年度部门决算", "松岭县水务局"),
        ("当前位置：首页 > 政务公开 > 财政信息\n松岭县水务局2024年度部门决算", "松岭县水务局"),
        ("首页 > 松岭县水务局2024年度部门决算公开", "松岭县水务局"),
        ("首页>沙河区2024年度部门决算公开专栏>水务局\n松岭市沙河区水务局2024年度部门决算", "松岭市沙河区水务局"),
        ("沙河区2024年度部门决算公开\n松岭市沙河区水务局2024年度部门决算", "松岭市沙河区水务局"),
        ("松岭县水务局2024年度一般公共预算财政拨款“三公”经费支出决算公开", "松岭县水务局"),
        ("松岭县法院\n2024年度一般公共预算及政府性基金财政\n拨款“三公”经费支出决算情况说明", "松岭县法院"),
        ("松岭县文联\n关于财政拨款“三公”经费2024年决算的\n情况说明", "松岭县文联"),
        ("决算公开\n松岭县水务局2024年度部门决算\n松岭县水务局2024年度部门决算", "松岭县水务局"),
        ("松岭县水务局2024年度部门决算.docx\n松岭县水务局2024年度部门决算", "松岭县水务局"),
        ("松岭市\n沙河区水务局\n2024年度部门决算公开说明", "松岭市沙河区水务局"),
        ("松岭县发展和\n改革局2024年度部门决算", "松岭县发展和改革局"),
        ("松岭县水务局2024年度部门（单位）决算公开", "松岭县水务局"),
        ("水务局2024年决算公开\n松岭县水务局2024年部门决算公开", "松岭县水务局"),
        ("2024年度松岭县水务局部门决算", "松岭县水务局"),
        ("松岭县水务局（汇总）2024年度部门决算公开说明", "松岭县水务局(汇总)"),
        (
            "松岭市沙河区\n水务局\n2024年度\n部门决算\n纳入松岭市\n水务局2024年度部门决算编制范围的",
            "松岭市沙河区水务局",
        ),
        (
            "松岭市沙河区水务局\n2024年度部门决算\n列入松岭市沙河区\n水务局2024年度部门决算的单位",
            "松岭市沙河区水务局",
        ),
        ("松岭县<svg/onload=alert`x`>水务局2024年度部门决算", "松岭县<svg/onload=alert`x`>水务局"),
    ],
)  # fmt: skip
def test_the_name_between_what_stands_around_it(text: str, department: str) -> None:
    assert found(text) == (department, "2024")


@pytest.mark.parametrize(
    "quoted",
    [
        "第二部分 松岭县水务局2024年度部门决算表\n见附件。",
        "纳入松岭县水务局2024年度部门决算编报的单位共1个。",
    ],
)
def test_a_text_without_a_title_quotes_it(quoted: str) -> None:
    assert found(f"目 录\n第一部分 部门概况\n{quoted}") == ("松岭县水务局", "2024")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("目录\n第一部分 部门概况\n第二部分 2024年度部门决算表", "目录第一部分"),
        ("", "第一部分部门概况"),
    ],
)
def test_no_name_is_guessed(text: str, what: str) -> None:
    with pytest.raises(NotADisclosureError) as caught:
        found(text)
    assert what in str(caught.value)
    assert "with the name of the department" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["鬆嶺縣水務局2024年度部門決算公開", "鬆嶺縣水務局2024年度財政(zhèng)撥款"]
)
def test_traditional_characters_are_told(text: str) -> None:
    with pytest.raises(NotADisclosureError, match="traditional characters"):
        found(text)
