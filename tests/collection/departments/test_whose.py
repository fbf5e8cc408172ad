"""Which department a title means."""

from __future__ import annotations

import pytest

from juesuan.collection.departments.held import row_of
from juesuan.collection.departments.whose import Directory, same_account

URUMQI, CHANGJI = "650100", "652300"


def directory() -> Directory:
    finance = row_of("finance", "乌鲁木齐市财税局", URUMQI)
    return Directory(
        [
            finance.model_copy(update={"to_year": "2018", "name": "乌鲁木齐市旧财局"}),
            finance.model_copy(update={"from_year": "2019", "short_names": "市财税局、财税办"}),
            row_of("changji", "昌吉回族自治州财税局", CHANGJI).model_copy(
                update={"short_names": "昌吉州财税局"}
            ),
            row_of("own", "乌鲁木齐市财税局（本级）", URUMQI),
            row_of("lonely", "某某甲院", ""),
        ]
    )


@pytest.mark.parametrize(
    ("name", "region", "year", "meant"),
    [
        ("乌鲁木齐市财税局", URUMQI, 2024, "finance"),
        ("新疆维吾尔自治区乌鲁木齐市财税局", URUMQI, 2024, "finance"),
        ("财税局", URUMQI, 2024, "finance"),
        ("财税办", URUMQI, 2024, "finance"),
        ("乌鲁木齐市旧财局", URUMQI, 2017, "finance"),
        ("昌吉州财税局", "", 2024, "changji"),
        ("某某甲院", "", 2024, "lonely"),
        ("乌鲁木齐市财税局", CHANGJI, 2024, ""),
        ("乌鲁木齐市别的局", URUMQI, 2024, ""),
    ],
)
def test_who_is_meant(name: str, region: str, year: int, meant: str) -> None:
    assert directory().find(name, "部门", region, year) == (meant, "")


def test_an_account_of_its_own_is_found_by_its_scope() -> None:
    assert directory().find("乌鲁木齐市财税局", "本级", URUMQI, 2024).department_id == "own"
    assert directory().find("乌鲁木齐市财税局", "单位", URUMQI, 2024).department_id == "finance"


def test_a_name_outside_of_its_years_is_remarked() -> None:
    found = directory().find("乌鲁木齐市旧财局", "部门", URUMQI, 2024)
    assert found.department_id == "finance"
    assert "called so from … to 2018, and not in 2024" in found.remark


@pytest.mark.parametrize("name", ["财税局", "市财税局"])
def test_a_title_without_its_region_is_never_guessed(name: str) -> None:
    """Each city has an office of this name."""
    found = directory().find(name, "部门", "", 2024)
    assert found.department_id == ""
    assert "finance of the registry" in found.remark and "--region" in found.remark


def test_a_department_without_a_region_may_be_meant() -> None:
    assert "may be lonely" in directory().find("某某甲院", "部门", URUMQI, 2024).remark


@pytest.mark.parametrize(
    ("scope", "other", "same"),
    [
        ("汇总", "部门", True),
        ("单位", "本级", True),
        ("本级", "汇总", False),
        ("单位", "单位", True),
    ],
)
def test_two_accounts_of_one_year(scope: str, other: str, same: bool) -> None:
    assert same_account(scope, other) is same
