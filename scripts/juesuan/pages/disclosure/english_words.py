"""Words of the English pages: titles, units, scopes, classes of spending."""

from __future__ import annotations

from juesuan.pages.disclosure.page_table import Column

TITLES = {
    "overview": "Revenue and expenditure as a whole",
    "revenue": "Where the money came from",
    "expenditure": "Kinds of expenditure",
    "appropriation": "Fiscal appropriation",
    "basic": "Basic expenditure",
    "three-public": "Three public expenses: travel abroad, vehicles, receptions",
    "operating": "Operating expenses of agencies",
    "procurement": "Government procurement",
    "assets": "State-owned assets",
    "government-fund": "Government fund budget",
    "state-capital": "State capital operations budget",
    "people": "Staff and organisation",
    "performance": "Performance evaluation",
}
"""Titles of the groups of measures, by the anchors of the Chinese page."""

COLUMNS: dict[Column, str] = {
    "actual": "Final accounts",
    "change": "Change on last year",
    "change_pct": "Change (%)",
    "initial_budget": "Initial budget",
    "annual_budget": "Budget of the year",
    "variance_pct": "Difference from budget (%)",
    "completion_pct": "Part of budget (%)",
}
"""Columns that a summary shows, in their order."""

UNITS = {
    "万元": "10,000 yuan",
    "个": "number",
    "辆": "vehicles",
    "人": "persons",
    "名": "persons",
    "人次": "persons",
    "批次": "groups",
    "台（套）": "sets",
    "平方米": "m²",
    "分": "points",
    "%": "%",
}
"""Units in which measures are published."""

IN_FLOW = {
    "carryover.opening": "Carried over from before",
    "revenue.nonfiscal_surplus_used": "Surplus used",
    "revenue.appropriation": "Fiscal appropriation",
    "revenue.general_public_budget": "General public budget",
    "revenue.government_fund": "Government fund budget",
    "revenue.state_capital": "State capital budget",
    "revenue.superior_subsidy": "Subsidies from above",
    "revenue.undertaking": "Undertakings",
    "revenue.operating": "Operations",
    "revenue.affiliated_remittance": "From affiliates",
    "revenue.other": "Other revenue",
    "expenditure.basic": "Basic expenditure",
    "expenditure.project": "Project expenditure",
    "expenditure.remitted_superior": "Remitted to above",
    "expenditure.operating": "Operations",
    "expenditure.affiliated_subsidy": "To affiliates",
    "surplus.distributed": "Surplus distributed",
    "carryover.closing": "Carried over to next year",
}
"""Labels of measures in the picture of the flow: half of it is as wide as half a phone."""
