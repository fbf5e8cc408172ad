"""Forms whose cells were extracted as lines of fragments, without tabs.

Every cell is printed line by line, one cell behind the other; only the order, the kinds of value and the widths of the
columns tell where a cell ends. The result is the same rows of cells that a form with tabs has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan import terms
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.rows import RawForm, Stage
from juesuan.parse.forms.strips import Piece, indicator_rows, pieces, split_columns
from juesuan.parse.forms.values import is_value
from juesuan.parse.view import Reader, View

_TITLE = re.compile(terms.forms()["title"])
_HEAD = re.compile(
    r"(?:项目|部门(?:\(单位\))?|单位)名称(?P<name>.*?)"
    r"(?:主管部门(?P<supervisor>.*?)实施单位(?P<implementer>.*?))?"
    r"(?=(?:项目|部门|年度)(?:资金|预算)\(万元\)|资金来源|年初预算数)"
)
_NAME = re.compile(r"(?:项目|部门(?:\(单位\))?|单位)名称(?=.{0,100}?主管部门.{0,100}?实施单位)")
_FUNDS = re.compile(r"年初预算数?全年预算数?全年执行数?分值(?:权重)?执行率得分")
_GOALS = re.compile(r"年度总体目标预期目标实际完成(?:情况|目标)")
_INDICATORS = re.compile(
    r"一级指标二级指标三级指标(?:年度指标值|预期指标值|指标值设定依据|实际完成(?:指标)?值|分值(?:权重)?|得分|偏差原因分析及改进措施)+"
)
_TOTAL = re.compile(r"总分(?P<weight>100)(?P<score>\d{1,3}(?:\.\d{1,2})?)分?")
_FUND_COLUMNS = ("资金来源", "年初预算", "全年预算", "全年执行", "分值", "执行率", "得分")


@dataclass(frozen=True)
class _Ranges:
    """A form's view, and where its parts begin and end in it."""

    view: View
    reader: Reader

    def lines(self, start: int, end: int) -> list[Piece]:
        """The printed lines between two places of the view."""
        if start >= end:
            return []
        first, last = self.view.span(start, end)
        return pieces(self.reader, first, last)


def fragment_forms(reader: Reader, start: int, end: int) -> list[RawForm]:
    """The forms of a region without tabs.

    Args:
        reader: of the document.
        start, end: source offsets of the region.

    Returns:
        Forms with rows of cells, as if they had been printed with tabs.
    """
    view = reader.prose(start, end)
    starts = _starts(view.text)
    return [
        _form(_Ranges(view[a:b], reader))
        for a, b in zip(starts, [*starts[1:], len(view)], strict=False)
    ]


def _starts(text: str) -> list[int]:
    """Where forms begin: at their titles, and at a second name, which is that of a form whose title was lost."""
    found: list[int] = []
    named = False
    marks = [(match.start(), False) for match in _TITLE.finditer(text)] + [
        (match.start(), True) for match in _NAME.finditer(text)
    ]
    for start, is_name in sorted(marks):
        if not is_name or named or not found:
            found.append(start)
        named = is_name
    return found


def _form(ranges: _Ranges) -> RawForm:
    view, text = ranges.view, ranges.view.text
    form = RawForm()
    title = _TITLE.match(text)
    at = title.end() if title else 0
    _row(form, Stage.TITLE if title else Stage.NAME, {0: view[: at or len("项目名称")]})
    if head := _HEAD.search(text, at):
        _names(form, view, head)
        at = head.end()
    goals, indicators = _GOALS.search(text, at), _INDICATORS.search(text, at)
    if funds := _FUNDS.search(text, at):
        stop = goals.start() if goals else indicators.start() if indicators else len(text)
        _funds(form, ranges, funds.end(), stop)
    if goals and indicators:
        _goals(form, ranges.lines(goals.end(), indicators.start()))
    if indicators:
        totals = list(_TOTAL.finditer(text, indicators.end()))
        stop = totals[-1].start() if totals else len(text)
        _indicators(form, view, indicators, ranges.lines(indicators.end(), stop))
        if totals:
            total = totals[-1]
            cells = {
                i: view[total.start(g) : total.end(g)]
                for i, g in enumerate(("weight", "score"), start=1)
            }
            _row(form, Stage.TOTAL, {0: view[total.start() : total.start() + 2]} | cells)
    form.end = view.at[-1] + 1
    return form


def _row(form: RawForm, stage: Stage, cells: dict[int, View]) -> None:
    kept = tuple(GridCell(column, view) for column, view in sorted(cells.items()) if len(view))
    if kept:
        form.rows.append((stage, GridRow(kept, max(cells) + 1, kept[0].view.at[0])))


def _names(form: RawForm, view: View, head: re.Match[str]) -> None:
    label = view[head.start() : head.start("name")]
    _row(form, Stage.NAME, {0: label, 1: view[head.start("name") : head.end("name")]})
    if head["supervisor"] is not None:
        supervisor, implementer = head.span("supervisor"), head.span("implementer")
        cells = {
            0: view[supervisor[0] - 4 : supervisor[0]], 1: view[supervisor[0] : supervisor[1]],
            2: view[implementer[0] - 4 : implementer[0]], 3: view[implementer[0] : implementer[1]],
        }  # fmt: skip
        _row(form, Stage.SUPERVISOR, cells)


def _head_row(form: RawForm, stage: Stage, names: tuple[str, ...]) -> None:
    """A row of headings; the words are the form's own, only their columns count."""
    cells = tuple(
        GridCell(i, View(name, tuple([form.start] * len(name)))) for i, name in enumerate(names)
    )
    form.rows.append((stage, GridRow(cells, len(cells), form.start)))


def _funds(form: RawForm, ranges: _Ranges, start: int, stop: int) -> None:
    _head_row(form, Stage.FUNDS_HEAD, _FUND_COLUMNS)
    label: list[View] = []
    for line in ranges.lines(start, stop):
        values = [token for token in line.tokens if is_value(token.text)]
        words = [token.view for token in line.tokens if not is_value(token.text)]
        if len(values) < 3:
            label.extend(token.view for token in line.tokens)
            continue
        cells = {0: View.join([*label, *words])} | {
            i: token.view for i, token in enumerate(values, start=1)
        }
        _row(form, Stage.FUNDS, cells)
        label = []


def _goals(form: RawForm, lines: list[Piece]) -> None:
    _head_row(form, Stage.GOALS_HEAD, ("预期目标", "实际完成情况"))
    left, right = split_columns(lines)
    _row(
        form, Stage.GOALS, {0: View.join(p.view for p in left), 1: View.join(p.view for p in right)}
    )


def _indicators(form: RawForm, view: View, head: re.Match[str], lines: list[Piece]) -> None:
    patterns = terms.forms()["head"]["indicator_columns"]
    places = {
        name: match.start()
        for name, pattern in patterns.items()
        if (match := re.search(pattern, head[0]))
    }
    order = sorted(places, key=lambda name: places[name])
    titles = {"target": "年度指标值", "basis": "指标值设定依据", "actual": "实际完成值", "weight": "分值", "score": "得分",
              "reason": "偏差原因分析及改进措施", "level1": "一级指标", "level2": "二级指标", "level3": "三级指标"}  # fmt: skip
    rows = list(indicator_rows(lines, "basis" in places))
    order += [name for name in titles if name not in order and any(name in cells for cells in rows)]
    _head_row(form, Stage.INDICATOR_HEAD, tuple(titles[name] for name in order))
    for cells in rows:
        _row(form, Stage.INDICATOR, {order.index(name): piece for name, piece in cells.items()})
