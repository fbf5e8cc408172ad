"""What only a script of a page shows."""

from __future__ import annotations

import pytest

from juesuan.intake.html import read_html
from tests.intake.made import file

DATA = ",".join(f'["支出","{i}.50"]' for i in range(12))
TITLE = "<h2>支出决算表</h2><p>单位：万元</p>"
TABLE = "<table><tr><td>科目<td>合计<tr><td>甲<td>3.10</table>"


def told(page: str) -> list[str]:
    remarks = read_html(file("a.html", f"<p>本年支出3.10万元。</p>{page}")).remarks
    return [one for one in remarks if "script" in one]


@pytest.mark.parametrize(
    ("page", "amounts"),
    [
        (f"<script>var d=[{DATA}]</script>", 12),
        (f"<script type='application/json'>[{DATA}]</script>", 12),
        (f"<noscript>{TABLE}</noscript>", 1),
        (f"<template>{TABLE}</template><script>var d=[{DATA}]</script>", 12),
    ],
)
def test_amounts_in_scripts_are_told_with_what_to_do(page: str, amounts: int) -> None:
    (remark,) = told(f"{TITLE}{page}")
    assert f"hold {amounts} amounts, which are not read. What to do: open the page" in remark


@pytest.mark.parametrize("empty", ["", "<table><tr><td>科目<td>合计</table>", "<div id=t></div>"])
def test_titles_without_amounts_where_a_script_may_build_tables(empty: str) -> None:
    assert told(f"{TITLE}{empty}<script src=a.js></script>")[0].startswith("the page has titles")


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}{TABLE}<script src=a.js></script>", f"{TITLE}<p>见附件</p>",
        "<p>正文</p><script>ga('1.25')</script>", "<script>x=[" + "1.50," * 20 + "]</script>",
    ],
)  # fmt: skip
def test_nothing_is_told_of_other_pages(page: str) -> None:
    assert told(page) == []
