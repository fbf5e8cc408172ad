"""What each row of a form is, and where one form ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from juesuan import terms
from juesuan.parse.forms.align import is_side_label
from juesuan.parse.forms.grid import GridRow
from juesuan.parse.forms.values import Kind


class Stage(IntEnum):
    """Kinds of row, in the order in which a form prints them."""

    TITLE = 0
    YEAR = 1
    NAME = 2
    SUPERVISOR = 3
    FUNDS_HEAD = 4
    FUNDS = 5
    GOALS_HEAD = 6
    GOALS = 7
    INDICATOR_HEAD = 8
    INDICATOR = 9
    TOTAL = 10


@dataclass
class RawForm:
    """The rows of one form by kind."""

    rows: list[tuple[Stage, GridRow]] = field(default_factory=list)
    end: int = 0

    def of(self, stage: Stage) -> list[GridRow]:
        """Its rows of a kind."""
        return [row for kind, row in self.rows if kind is stage]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.rows[0][1].start

    @property
    def stage(self) -> Stage:
        """The latest kind of row that it has."""
        return max((kind for kind, _ in self.rows), default=Stage.TITLE)


_YEAR = re.compile(r"\(?(?:19|20)\d\d(?:年度?)?\)?")
_NAME = re.compile(r"(?:^|[^三-龥])(?:项目|目|1)?名称|(?:项目|部门|单位|\))名称")
_NAMED = re.compile(r"(?:项目|部门(?:\(单位\))?|单位)名称(?:$|:)")
_RATIO = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)


def split_forms(rows: list[GridRow]) -> list[RawForm]:
    """Group the rows of a region into forms.

    A form begins at its title; where the title is lost, at the first row of the kinds that stand on top of a form
    once the form before has come to its indicators, and at a second name in any case.
    """
    forms: list[RawForm] = []
    stage = Stage.TOTAL
    for row in rows:
        kind = _kind(row, Stage.TITLE if stage is Stage.TOTAL else stage)
        starts = (
            (kind <= Stage.FUNDS_HEAD and stage >= Stage.INDICATOR_HEAD)
            or (kind is Stage.TITLE and stage > Stage.YEAR)
            or (kind is Stage.NAME and stage > Stage.SUPERVISOR)
            or (stage is Stage.TOTAL and kind is not Stage.TOTAL)
        )
        if not forms or starts:
            forms.append(RawForm())
            stage = Stage.TITLE
        forms[-1].rows.append((kind, row))
        stage = max(stage, kind) if kind is not Stage.TITLE else stage
    for i, form in enumerate(forms):
        after = forms[i + 1] if i + 1 < len(forms) else None
        form.end = (
            after.start
            if after
            else max(cell.view.at[-1] + 1 for _, row in form.rows[-1:] for cell in row.cells)
        )
    return [form for form in forms if form.stage >= Stage.FUNDS_HEAD]


def _kind(row: GridRow, stage: Stage) -> Stage:
    text, vocabulary = row.squeezed, terms.forms()
    after_indicators = stage >= Stage.INDICATOR_HEAD
    if re.fullmatch(vocabulary["title"], text) and len(row.cells) <= 2:
        return Stage.TITLE
    if (len(row.cells) <= 3 and _YEAR.fullmatch(text)) or any(
        re.fullmatch(r"\(20\d\d年度?\)", t) for t in row.texts
    ):
        return Stage.YEAR
    if "三级指标" in text:
        return Stage.INDICATOR_HEAD
    if _NAMED.match(row.texts[0]):
        return Stage.NAME
    if re.search("全年预算", text) and re.search("执行率|年初预算", text) and not _money(row):
        return Stage.FUNDS_HEAD
    if _is_goals_head(row):
        return Stage.GOALS_HEAD
    if any(re.match("总分(?:$|:)", t) for t in row.texts) or "总分" in row.texts[0]:
        return Stage.TOTAL
    if after_indicators and row.texts[0] in ("合计", "总计"):
        return Stage.TOTAL
    if _is_fund(row, stage) or (
        stage < Stage.GOALS_HEAD and all(is_side_label(t) for t in row.texts)
    ):
        return Stage.FUNDS
    if any(
        (re.search(r"主管部门|实施单位", t) and len(t) <= 8)
        or re.match(r"(?:主管部门|实施单位):", t)
        for t in row.texts
    ):
        return Stage.SUPERVISOR
    if (not after_indicators and stage < Stage.FUNDS_HEAD) or (
        after_indicators and row.texts[0] in ("项目名称", "部门名称")
    ):
        if any(re.search(r"名称", t) and len(t) <= 14 for t in row.texts):
            return Stage.NAME
        if stage < Stage.FUNDS_HEAD:
            return Stage.SUPERVISOR if stage >= Stage.NAME else Stage.NAME
    if after_indicators:
        return Stage.INDICATOR
    return Stage.GOALS if stage >= Stage.GOALS_HEAD else Stage.FUNDS


def _is_goals_head(row: GridRow) -> bool:
    return (
        bool(re.search(r"期目标", row.squeezed) and re.search(r"实际完", row.squeezed))
        and len(row.squeezed) <= 40
    )


def _money(row: GridRow) -> int:
    return sum(1 for cell in row.cells if cell.kind is Kind.NUMBER)


def _is_fund(row: GridRow, stage: Stage) -> bool:
    named = any(re.search(terms.forms()["fund_source"], text) for text in row.texts[:3])
    values = sum(1 for cell in row.cells if cell.kind in _RATIO)
    return (
        values >= 3
        and (named or Stage.FUNDS_HEAD <= stage <= Stage.FUNDS)
        and stage < Stage.INDICATOR_HEAD
    )
