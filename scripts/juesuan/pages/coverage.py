"""What of a disclosure is in its package, and why the rest is not."""

from __future__ import annotations

from juesuan import terms
from juesuan.model import Facts


def coverage(facts: Facts) -> list[tuple[str, str, str]]:
    """Every part of a disclosure: its label, whether it is in the package, and why not."""
    sections = {row["section"].split(".")[0] for row in facts.rows("measures")}
    empty = {row["section"]: row["text"] for row in facts.rows("texts") if row["kind"] == "empty"}
    found = []
    for section in terms.sections().values():
        if (
            section.part
            or section.within
            or section.id in ("duties", "organisation", "other_matters", "performance", "other")
        ):
            continue
        state = (
            "已收录" if section.id in sections else "不适用" if section.id in empty else "未公开"
        )
        note = (
            f"原文：{empty[section.id]}"
            if section.id in empty
            else ""
            if section.id in sections
            else "原文没有这一节或没有数字"
        )
        found.append((section.label, state, note))
    forms = sum(row["kind"] == "project" for row in facts.rows("projects"))
    found.append(
        (
            "项目支出绩效自评表",
            "已收录" if forms else "未收录",
            f"{forms} 张" if forms else "所收文件没有附自评表",
        )
    )
    secret = [
        row
        for row in facts.rows("measures")
        if row["measure"] == "confidential.project_count" and row["actual"] != "0"
    ]
    if secret:
        found.append(("涉密项目绩效自评表", "涉密", f"{secret[0]['actual']} 个，原文说明不公开"))
    listed = any(row["kind"] == "statutory_table" for row in facts.rows("texts"))
    tables = statutory_names(facts)
    state = "已收录" if tables else "未收录" if listed else "未公开"
    note = f"{len(tables)} 张" if tables else "原文称见附表，附表不在所收文件内" if listed else ""
    found.append(("九张决算报表", state, note))
    return found


def statutory_names(facts: Facts) -> list[str]:
    """Names of the statutory tables that the package has, or whose note says that they are empty."""
    noted = {row["section"] for row in facts.rows("texts")}
    return [one.id for one in terms.statutory_tables() if facts.table(one.id) or one.id in noted]
