"""Chinese words of the site: states, sections, columns."""

from __future__ import annotations

from juesuan.rows import AnyRow, cell

STATES = {
    "pass": "相符",
    "rounding": "四舍五入",
    "fail": "对不上",
    "unreadable": "无法核对",
    "not_applicable": "不适用",
    "information": "供参考",
}
"""State of a check to its word, in the order in which the site shows them."""

ORDER = ("fail", "unreadable", "information", "rounding", "not_applicable", "pass")

FAMILIES = {
    "N": "正文里的数字之间",
    "P": "绩效自评表里",
    "T": "决算报表里",
    "X": "正文、自评表和报表之间",
    "B": "两份公开之间",
}
"""Letters of rules and between what they compare."""

STATUSES = {"bound": "已入表", "prose": "在文本中", "reference": "编号或日期", "unread": "未读出"}

READ = {"person": "由人辨认", "vocabulary": "按词表复原", "document": "按同文复原"}
"""How a damaged cell was read or restored."""

SCOPES = {"汇总": "含所属单位汇总", "部门": "部门决算", "单位": "单位决算", "本级": "本级决算"}

FUNDS = {
    "general_public_budget": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
}


def span(first: int | str, last: int | str) -> str:
    """Two numbers as the first and the last of what is counted; one where they are the same.

    >>> span(41, 60), span("61", "61")
    ('41–60', '61')
    """
    return f"{first}–{last}" if str(first) != str(last) else f"{first}"


def term_id(term: str) -> str:
    """The anchor of a term of the glossary.

    >>> term_id("“三公”经费")
    't-三公经费'
    """
    return "t-" + "".join(char for char in term if char.isalnum())


def title_of(about: AnyRow) -> str:
    """The title of a disclosure's page, from a row with department, year and scope.

    >>> title_of({"department": "示例局", "fiscal_year": "2024", "scope": "单位"})
    '示例局 2024 年度单位决算'
    """
    kind = "单位决算" if cell(about, "scope") == "单位" else "部门决算"
    return f"{cell(about, 'department')} {cell(about, 'fiscal_year')} 年度{kind}"
