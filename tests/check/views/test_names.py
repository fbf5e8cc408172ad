"""Lines by names that are printed differently."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import check, terms
from juesuan.check.views.names import plain
from juesuan.model import Facts
from tests.check.conftest import state


def test_a_class_by_its_former_name_is_the_same_class(printed: Facts) -> None:
    names = {row["class"] for row in printed.rows("functions")}
    code, old = next(
        (code, old)
        for old, code in terms.former_classes().items()
        if terms.class_code(old) in {terms.class_code(name) for name in names}
    )
    rows = tuple(
        {**row, "class": old}
        if row["level"] == "item" and terms.class_code(row["class"]) == code
        else row
        for row in printed.rows("functions")
    )
    renamed = replace(printed, tables={**printed.tables, "functions": rows})
    assert state(renamed, "N30") == "information"
    assert {row["state"] for row in check.run(renamed) if row["rule"] == "N28"} <= {
        "pass",
        "rounding",
    }
    told = [row for row in check.run(renamed) if row["rule"] == "T25"]
    assert (
        [row["state"] for row in told] == ["fail"]
        and old in told[0]["statement"]
        and "而表5没有" not in told[0]["statement"]
    )


@pytest.mark.parametrize(
    "printed_as",
    [
        "⒈行政运行",
        "1.行政运行",
        "（一）行政运行",
        "一、行政运行",
        " 行政 运行",
        "\ufa08政运行",
        "㈠行政运行",
        "①行政运行",
    ],
)
def test_a_name_is_the_same_with_a_number_a_space_or_a_compatible_character(
    printed_as: str,
) -> None:
    assert plain(printed_as) == plain("行政运行") == "行政运行"
    assert plain("一般行政管理事务") == "一般行政管理事务"
