"""Made pairs of disclosures: of two years, of a whole and its agencies."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from juesuan import collection, package
from juesuan.check.between import Agencies, Years, judged
from juesuan.model import Facts
from juesuan.rows import ChecksBetweenRow
from tests.made import disclosure
from tests.pages.made_facts import Given, measure
from tests.pages.made_store import disclosure_of

Rows = Mapping[tuple[str, str], ChecksBetweenRow]


def of_year(year: int, **tables: list[Given]) -> Facts:
    """The disclosure of a made-up department in a year."""
    about = {"fiscal_year": str(year), "scope": "部门", "department_id": "made-up"}
    return disclosure_of(f"made-up-{year}", about, **tables)


def agency(name: str, scope: str, **tables: list[Given]) -> Facts:
    """The disclosure of a body in 2024."""
    about = {"fiscal_year": "2024", "scope": scope, "department": name}
    return disclosure_of(f"{name}-2024", about, **tables)


def found(case: Years | Agencies) -> Rows:
    """What the rules find, by rule and subject."""
    return {(row["rule"], row["subject"]): row for row in judged(case)}


def states(case: Years | Agencies, rule: str) -> dict[str, str]:
    """The states of a rule, by subject."""
    return {subject: row["state"] for (one, subject), row in found(case).items() if one == rule}


def amounts(**actual: str) -> list[Given]:
    """Measures by their names, with ``__`` for the dot."""
    return [measure(name.replace("__", "."), amount) for name, amount in actual.items()]


ITEM: Given = {
    "fund": "general_public_budget",
    "level": "item",
    "position": "1",
    "code": "2010601",
    "class": "一般公共服务支出",
    "subclass": "财政事务",
    "item": "行政运行",
}
"""A line of spending by function."""


BEFORE = {
    "在职人员10人": "在职人员9人",
    "收入总计110.00万元，其中：本年": "收入总计100.00万元，其中：本年",
    "支出总计110.00万元，其中：本年": "支出总计100.00万元，其中：本年",
    "年末结转和结余5.00万元": "年末结转和结余10.00万元",
    "财政拨款收入总计95.00万元": "财政拨款收入总计100.00万元",
    "财政拨款支出总计95.00万元": "财政拨款支出总计100.00万元",
    "年末财政拨款结转和结余3.00万元": "年末财政拨款结转和结余5.00万元",
    "一般公共预算财政拨款支出92.00万元": "一般公共预算财政拨款支出100.00万元",
    "支出决算数为80.00万元": "支出决算数为90.00万元",
    "支出决算数为12.00万元": "支出决算数为10.00万元",
    "机关运行经费支出10.00万元": "机关运行经费支出11.00万元",
}
"""What the made-up disclosure of 2024 prints, and what of it follows for the year before."""


def text_before() -> str:
    """The made-up disclosure of the year before, which agrees with that of 2024."""
    text = disclosure()
    for now, then in BEFORE.items():
        assert now in text, now
        text = text.replace(now, then)
    return text.replace("2024", "2023")


@pytest.fixture(scope="session")
def base_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Facts, Facts]:
    """The made-up disclosure and the one of the year before, converted."""
    root = tmp_path_factory.mktemp("years")
    for name, text in (("made-up-2024", disclosure()), ("made-up-2023", text_before())):
        folder = root / name
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
        collection.convert(folder)
    return package.load(root / "made-up-2024"), package.load(root / "made-up-2023")
