"""Contradictions and amounts in English, for the summary of a disclosure and the first page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from juesuan import terms
from juesuan.pages.evidence.figures import YUAN, Evidence, grouped, shortest
from juesuan.pages.telling.doubt import Doubt
from juesuan.rows import ChecksRow, FiguresRow

_OTHER = "Two passages do not agree"

_MILLION = Decimal(100)
"""万元 of a million yuan."""

_PART = "＞"
"""Stands in the statement of a check whose left side must not be more than its right one."""

SCOPES = {
    "汇总": "the department with its subordinate institutions",
    "部门": "the department",
    "单位": "a single institution",
    "本级": "the department's own office alone",
}
"""Scopes of disclosures."""

KINDS = {
    "各项加起来不等于总数": "Parts do not add up to their total",
    "应当一致的数字不一致": "Figures that should agree differ",
    "通常应当一致的数字不一致": "Figures that usually agree differ",
    "部分比全部还多": "A part is larger than the whole",
    "明细与总额对不上": "Details do not add up to the amount of the project",
    "百分比和金额算不到一起": "A percentage does not follow from its amounts",
    "得分与完成情况不相称": "A score does not fit what was achieved",
    "文字说的和数字不一致": "Words and figures disagree",
    "一个金额写在两个名称之下": "One amount is printed under two names",
    "名称或年度前后不一致": "Names or years disagree",
    "有没填完或没写清的地方": "Something was left unfilled or unclear",
    "件数或人数对不上": "Counts disagree",
}
"""Kinds of contradictions, by their Chinese headings."""

CLASSES = {
    "201": "General public services",
    "202": "Foreign affairs",
    "203": "National defense",
    "204": "Public security",
    "205": "Education",
    "206": "Science and technology",
    "207": "Culture, tourism, sports and media",
    "208": "Social security and employment",
    "210": "Health",
    "211": "Energy conservation and environmental protection",
    "212": "Urban and rural community affairs",
    "213": "Agriculture, forestry and water conservancy",
    "214": "Transportation",
    "215": "Resource exploration, industry and information technology",
    "216": "Commerce and services",
    "217": "Finance",
    "219": "Assistance to other regions",
    "220": "Natural resources, oceanography and meteorology",
    "221": "Affordable housing",
    "222": "Stockpiling of grain, oil and other materials",
    "223": "State capital operations",
    "224": "Disaster prevention and emergency management",
    "227": "Reserve funds",
    "229": "Other expenditure",
    "231": "Repayment of debts",
    "232": "Interest on debts",
    "233": "Issuance of debts",
    "234": "Expenditure of special treasury bonds against the epidemic",
}
"""Classes of the functional classification, after the usage of the China Statistical Yearbook."""

_INSTEAD = {
    "疑问在名称，不在金额": "The name is in doubt, not the amount",
    "疑问在说法，不在金额": "The wording is in doubt, not the amount",
}

_COLUMNS = {
    "initial_budget": "initial budget",
    "annual_budget": "budget of the year",
    "executed": "executed",
}
"""Subjects of rules that ask each column of a form, as sentences name them."""

_INDICATED = {"target_value": "target", "actual_value": "result"}
"""Columns of indicators, as sentences name what a right side is."""


def contradiction(row: ChecksRow, doubt: Doubt, evidence: Evidence) -> Markup:
    """What contradicts what, in a sentence whose printed numbers are links.

    A rule that has no sentence is told by its kind, its two sides and what it asks.

    Args:
        row: the row of ``checks``.
        doubt: what it puts in doubt.
        evidence: links to the figures that it cites.
    """
    sentence = terms.contradiction_in_english(row["rule"], is_more=_PART in row["statement"])
    ids = row["figures"].split()
    cited = [evidence.by_id[one] for one in ids if one in evidence.by_id]
    left = _Side(row["left"], doubt, evidence, cited)
    right = _Side(row["right"], doubt, evidence, cited[::-1])
    indicated = [_INDICATED.get(one["field"], "") for one in cited[-1:]]
    column = _COLUMNS.get(row["subject"], "".join(indicated))
    known = {"{left": left.number, "{right": right.number, "{column": column}
    if sentence and all(value for name, value in known.items() if name in sentence):
        return Markup(sentence).format(left=left, right=right, column=column)  # nosec B704
    said = Markup("{}").format(KINDS.get(doubt.heading, _OTHER))
    if left.number and right.number:
        said += Markup(": {} against {}").format(left, right)
    asked = terms.rule_in_english(row["rule"])
    return said + Markup(" (the rule: {})").format(asked) if asked else said


class _Side:
    """A side of a check in a sentence: money in yuan, else a number; a link where it is printed."""

    def __init__(
        self, number: str, doubt: Doubt, evidence: Evidence, cited: Sequence[FiguresRow]
    ) -> None:
        self.number = number
        self._doubt = doubt
        self._evidence = evidence
        self._cited = cited

    def __html_format__(self, spec: str) -> Markup:
        value = Decimal(self.number or 0)
        factor = Decimal(1) if spec == "yuan" else self._doubt.factor
        said = grouped(self.number) if factor is None else yuan(value * factor)
        printed = (one for one in self._cited if one["value"] and Decimal(one["value"]) == value)
        return self._evidence.link(next(printed, None), said)

    def __html__(self) -> Markup:
        return self.__html_format__("")


def apart(doubt: Doubt) -> str:
    """How far two sides are apart, in words; or what is in doubt instead of an amount.

    >>> apart(Doubt("部分比全部还多", Decimal("2.24"), Decimal("3.7")))
    '22,400 yuan apart, 3.7% of the larger side'
    """
    if doubt.amount is None:
        return _INSTEAD.get(doubt.instead, "")
    share = ", one side is printed as 0" if doubt.zero else ", one above and one below 0"
    share = f", {doubt.share:f}% of the larger side" if doubt.share is not None else share
    usual = ", where both usually agree" if doubt.usual else ""
    slight = ", a slight difference" if doubt.slight else ""
    said = f"{yuan(doubt.amount)} apart{share}{slight}{usual}"
    if not doubt.same:
        return said
    return f"{said}; the difference is printed itself: {terms.measures()[doubt.same].english}"


def yuan(value: Decimal) -> str:
    """An amount in yuan, exactly as it is printed in 万元.

    >>> yuan(Decimal("3653.30")), yuan(Decimal("-12.5")), yuan(Decimal("0.00"))
    ('36.533 million yuan', '-125,000 yuan', '0 yuan')
    """
    if abs(value) >= _MILLION:
        return f"{shortest(value / _MILLION)} million yuan"
    return f"{shortest(value * YUAN)} yuan"
