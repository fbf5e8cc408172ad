"""What the site calls itself, and its data, towards machines."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from juesuan.rows import DisclosureRow

TYPES = {
    "zip": "application/zip",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
"""Media types by the ending of a file."""

SITE = "决算开放数据"


def describe(about: DisclosureRow) -> str:
    """A description of the dataset of one disclosure, in Chinese."""
    return (
        f"{about['department']}{about['fiscal_year']}年度部门决算的开放数据，"
        "由其公开的决算说明整理：收入支出、功能分类、“三公”经费、政府采购、国有资产、项目绩效自评，"
        "以及勾稽核对结果。每个数字都记有它在原文中的位置；空格子表示原文没有印。金额单位为万元。"
    )


def script(content: Mapping[str, object]) -> Markup:
    """Linked data as a script of a page."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # nosec B704
