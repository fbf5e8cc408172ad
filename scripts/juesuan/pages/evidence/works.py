"""What a disclosure calls itself, as its source prints it: for citations and letters.

A title that is not printed is not put between its marks: then a disclosure is named in other words.
"""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.rows import AnyRow, cell

_HEAD = 3000
"""Characters among which a title stands."""

_HALF = str.maketrans("（）：“”", '():""')
_FULL = str.maketrans("()", "（）")


def printed_work(text: str, about: AnyRow) -> str:
    r"""The title behind the name of the department, with its year; empty where it is not found.

    Args:
        text: of the source.
        about: the row of ``disclosure``.

    >>> about = {"department": "示例局", "fiscal_year": "2024"}
    >>> printed_work("示例局（汇总）2024 年度\n部门决算公开情况 说明 目录", about)
    '2024 年度部门决算公开情况说明'
    >>> printed_work("2024年度示例局单位决算", about)
    '2024 年度单位决算'
    """
    head = re.sub(r"[\s#*]", "", text[:_HEAD]).translate(_HALF)
    office = re.escape(re.sub(r"\s", "", cell(about, "department")).translate(_HALF))
    year = cell(about, "fiscal_year")
    kind = f"(?P<kind>{_accounts()}(?:情况)?(?:的?说明|报告)?)"
    for pattern in (
        rf"{office}(?:\([^()]{{1,8}}\))?(?:关于)?{year}年度?{kind}",
        rf"{year}年度?{office}(?:\([^()]{{1,8}}\))?{kind}",
    ):
        if found := re.search(pattern, head):
            return f"{year} 年度{found['kind'].translate(_FULL)}"
    return ""


def _accounts() -> str:
    return terms.words("identity").pattern("accounts").pattern


def work_of(about: AnyRow, printed: str) -> str:
    """What a disclosure is called where it is cited or asked about, behind its department.

    Args:
        about: the row of ``disclosure``.
        printed: its title, as :func:`printed_work` finds it.

    >>> work_of({"fiscal_year": "2024"}, "2024 年度部门决算公开说明")
    '《2024 年度部门决算公开说明》'
    >>> work_of({"fiscal_year": "2024"}, "")
    '2024 年度决算公开文件'
    """
    return f"《{printed}》" if printed else f"{cell(about, 'fiscal_year')} 年度决算公开文件"
