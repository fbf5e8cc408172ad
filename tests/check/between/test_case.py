"""How figures of several disclosures are told apart."""

from __future__ import annotations

from juesuan.check.between import Agencies, Years
from juesuan.check.between.case import of_agency, of_year
from tests.check.between import conftest as made


def test_a_figure_knows_its_year_and_its_disclosure() -> None:
    facts = made.of_year(2024, measures=made.amounts(assets__vehicles="5"))
    book = Years(facts, made.of_year(2023)).later
    cell = of_year(book, book["assets.vehicles"])
    assert cell.label == "2024年度公开的车辆" and cell.figures == ("made-up-2024/f00001",)


def test_a_figure_knows_its_agency() -> None:
    facts = made.agency("示例中心", "单位", measures=made.amounts(assets__vehicles="5"))
    (book,) = Agencies(made.agency("示例局", "汇总"), (facts,)).agencies
    cell = of_agency(book, book["assets.vehicles"])
    assert cell.label == "示例中心（单位）车辆" and cell.figures == ("示例中心-2024/f00001",)
