"""In which unit the funds of a form are: stated once, twice alike, twice otherwise, not at all."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.forms.funds import read_funds
from juesuan.parse.forms.units import form_units, row_units
from juesuan.rows import ProjectFundsRow
from tests.made_cells import draft, row

HEAD = "资金来源|年初预算数|全年预算数|全年执行数|分值|执行率|得分"
FUNDS = "|年度资金总额|412500.00|398000.00|365200.50|10|91.76%|9.18"


def read(
    head: str, *lines: str, above: tuple[str, ...] = ()
) -> tuple[list[ProjectFundsRow], Draft]:
    made = draft()
    project = made.add("projects", project_id="p01", kind="project", position="1")
    rows = [row(line, 1000 * (i + 1)) for i, line in enumerate(lines)]
    heads = [row(head)] if head else []
    read_funds(project, heads, rows, made, [], [row(one, 9000) for one in above])
    return made.rows("project_funds"), made


def amounts(one: ProjectFundsRow) -> tuple[str, ...]:
    return (one["initial_budget"], one["annual_budget"], one["executed"])


YUAN = ("41.250000", "39.800000", "36.520050")


@pytest.mark.parametrize(
    ("head", "line", "above"),
    [
        (f"项目资金(元)|{HEAD[5:]}", FUNDS, ()),
        (f"项目资金|{HEAD[5:]}", FUNDS.replace("总额", "总额(元)"), ()),
        (HEAD.replace("年初预算数", "年初预算数(人民币元)"), FUNDS[1:], ()),
        (HEAD, FUNDS[1:], ("金额单位:元",)),
        (HEAD, FUNDS[1:], ("项目支出绩效自评表(单位:元)",)),
        (HEAD, f"(元){FUNDS}", ()),
        (f"项目资金(元)|{HEAD[5:]}", FUNDS, ("单位:元",)),
    ],
)
def test_a_unit_that_a_form_states_is_that_of_its_funds(
    head: str, line: str, above: tuple[str, ...]
) -> None:
    found, made = read(head, line, above=above)
    assert amounts(found[0]) == YUAN and found[0]["unreadable"] == ""
    assert {one.unit for one in made.claims if one.field == "executed"} == {"元"}
    assert (found[0]["weight"], found[0]["execution_rate_pct"]) == ("10", "91.76")
    assert made.remarks == []


def test_a_label_that_is_set_downwards_states_it_over_several_rows() -> None:
    found, _ = read(f"项目资金(|{HEAD[5:]}", f"千元){FUNDS}")
    assert amounts(found[0]) == ("41250.000", "39800.000", "36520.050")


@pytest.mark.parametrize("head", [HEAD, f"项目资金(万元)|{HEAD[5:]}", f"(T.7元)|{HEAD[5:]}"])
def test_the_unit_of_the_form_itself_holds_where_no_other_one_is_stated(head: str) -> None:
    found, _ = read(head, FUNDS)
    assert amounts(found[0]) == ("412500.00", "398000.00", "365200.50")


@pytest.mark.parametrize(
    ("head", "line", "above"),
    [
        (f"项目资金(万元)|{HEAD[5:]}", FUNDS.replace("总额", "总额(元)"), ()),
        (f"项目资金(元)|{HEAD[5:]}", FUNDS, ("单位:万元",)),
        (f"年初预算数(万元)|全年预算数(元)|{HEAD[17:]}", FUNDS, ()),
        (f"项目资金(万美元)|{HEAD[5:]}", FUNDS, ()),
    ],
)
def test_units_that_contradict_or_are_no_yuan_are_told_and_their_amounts_not_read(
    head: str, line: str, above: tuple[str, ...]
) -> None:
    found, made = read(head, line, above=above)
    assert amounts(found[0]) == ("", "", "") and found[0]["score"] == "9.18"
    assert found[0]["unreadable"].split() == ["initial_budget", "annual_budget", "executed"]
    assert len(made.remarks) == 1 and made.remarks[0].startswith("unit? form p01, 年度资金总额")


def test_nothing_is_nothing_in_every_unit() -> None:
    found, made = read(
        f"项目资金(万元)|{HEAD[5:]}", "|其他资金(元)|0.00|0.00|0.00|-|-|-"
    )  # fmt: skip
    assert amounts(found[0]) == ("0.00", "0.00", "0.00") and made.remarks == []


def test_a_name_that_holds_a_unit_states_none() -> None:
    above = [row("项目名称|购置设备(50.00万元)补助"), row("某局|元")]
    assert form_units(above, [row(HEAD)], [row(FUNDS)]) == []
    assert row_units(row(FUNDS), []) == ["万元"]
