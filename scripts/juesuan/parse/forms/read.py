"""Performance forms become projects, funds and indicators."""

from __future__ import annotations

import re
from decimal import Decimal

from juesuan import terms
from juesuan.amount import Amount
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.align import is_side_label
from juesuan.parse.forms.fragments import fragment_forms
from juesuan.parse.forms.funds import read_funds
from juesuan.parse.forms.grid import GridCell, columns, tabbed_rows
from juesuan.parse.forms.indicators import labels_float, read_indicators
from juesuan.parse.forms.legibility import is_legible
from juesuan.parse.forms.rows import RawForm, Stage, split_forms
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.view import Reader, View
from juesuan.terms.scoring import scheme

_FIELD_LABELS = re.compile(
    r"^(?:项目|部门(?:\(单位\))?|单位)?(?:名称|主管部门|实施单位)$|^\d?(?:番目|1?名称)$|名称$"
)


def read_forms(
    document: Document, reader: Reader, region: tuple[int, int] | None, draft: Draft
) -> None:
    """Read all forms of the region into ``projects``, ``project_funds`` and ``indicators``."""
    if region is None:
        return
    text = reader.text[region[0] : region[1]]
    tabbed = sum(line.count("\t") >= 3 for line in text.splitlines())
    forms = (
        split_forms(tabbed_rows(reader, *region))
        if tabbed >= 5
        else fragment_forms(reader, *region)
    )
    number = 0
    floats = [
        labels_float(form.of(Stage.INDICATOR_HEAD), form.of(Stage.INDICATOR)) for form in forms
    ]
    floating = sum(floats) * 4 >= len(forms) > 0
    for position, form in enumerate(forms, start=1):
        kind = _kind(form)
        number += kind == "project"
        _read_form(
            document,
            form,
            kind,
            "overall" if kind == "overall" else f"p{number:02d}",
            position,
            draft,
            floating,
        )


def _kind(form: RawForm) -> str:
    head = "".join(
        row.squeezed
        for row in form.of(Stage.TITLE) + form.of(Stage.NAME) + form.of(Stage.INDICATOR_HEAD)
    )
    overall = (
        terms.forms()["overall_title"] in head
        or "设定依据" in head
        or re.search(r"部门(?:\(单位\))?名称", head)
    )
    return "overall" if overall else "project"


def _read_form(
    document: Document,
    form: RawForm,
    kind: str,
    project_id: str,
    position: int,
    draft: Draft,
    floating: bool,
) -> None:
    project = draft.add("projects", project_id=project_id, kind=kind, position=str(position))
    lost: list[str] = []
    for row in form.of(Stage.TITLE) + form.of(Stage.YEAR):
        draft.refer(View.join(cell.view for cell in row.cells))
    _names(form, project, draft, lost)
    _whole_name(project, draft, lost)
    read_funds(project, form.of(Stage.FUNDS_HEAD), form.of(Stage.FUNDS), draft, lost)
    funds_weight = next(
        (
            r["weight"]
            for r in draft.tables.get("project_funds", [])
            if r["project_id"] == project_id and r["weight"]
        ),
        "",
    )
    project["scoring_scheme"] = _scheme(project_id, draft)
    _goals(form, project, draft, lost)
    _total(form, project, draft, lost)
    read_indicators(
        project,
        form.of(Stage.INDICATOR_HEAD),
        form.of(Stage.INDICATOR),
        draft,
        funds_weight,
        floating and kind == "project",
    )
    _complete(form, project, draft, lost, document)
    project["unreadable"] = " ".join(dict.fromkeys(lost))


def _names(form: RawForm, project: dict[str, str], draft: Draft, lost: list[str]) -> None:
    cells = [
        part for row in form.of(Stage.NAME) for cell in row.cells for part in _unlabelled(cell)
    ]
    cut = any(
        not re.fullmatch(r"(?:项目|部门(?:\(单位\))?|单位)名称:?", c.text) and "名称" in c.text
        for c in cells[:1]
    ) or (bool(cells) and "名称" not in cells[0].text)
    values = [
        cell
        for cell in cells
        if not _FIELD_LABELS.search(cell.text) and cell.text not in ("项目", "目")
    ]
    draft.refer(
        View.join(cell.view for cell in cells if all(cell is not value for value in values))
    )
    _field("name", values, cut, project, draft, lost)
    cells = [
        part
        for row in form.of(Stage.SUPERVISOR)
        for cell in row.cells
        for part in _unlabelled(cell)
    ]
    marks = [i for i, cell in enumerate(cells) if re.search(r"主管部门$|实施单位$", cell.text)]
    for i, stop in zip(marks, [*marks[1:], len(cells)], strict=False):
        name = "supervisor" if "主管" in cells[i].text else "implementer"
        _field(name, cells[i + 1 : stop], False, project, draft, lost)
    if (
        not cells and project["kind"] == "project" and "name" in lost
    ):  # the head is damaged as a whole
        lost.extend(("implementer", "supervisor"))
    if cells and len(marks) < 2:
        missing = {"supervisor", "implementer"} - {
            n for n in ("supervisor", "implementer") if project[n]
        }
        lost.extend(sorted(missing))
        for cell in cells:
            draft.lose("projects", project, "supervisor", cell.view)


def _whole_name(project: dict[str, str], draft: Draft, lost: list[str]) -> None:
    """The overall form names the department; a mere beginning of that name was cut off by the extraction."""
    department = draft.tables["disclosure"][0]["department"]
    if (
        project["kind"] == "overall"
        and project["name"] != department
        and department.startswith(project["name"] or "?")
    ):
        project["name"] = ""
        lost.append("name")


def _unlabelled(cell: GridCell) -> list[GridCell]:
    """Label and value as two cells where they were printed in one ("主管部门：某局")."""
    match = re.match(r"((?:项目|部门|单位)名称|主管部门|实施单位):", cell.text)
    if not match:
        return [cell]
    parts = [cell.view[: match.end(1)], cell.view[match.end() :]]
    return [GridCell(cell.column, part) for part in parts if len(part)]


def _field(
    name: str,
    cells: list[GridCell],
    cut: bool,
    project: dict[str, str],
    draft: Draft,
    lost: list[str],
) -> None:
    """A name in the head of a form.

    Where the printed cell was cut at column lines, characters at the cuts are lost or doubled: what is left is no name.
    """
    if not cells:
        if name == "name":
            lost.append(name)
        return
    view = View.join(cell.view for cell in cells)
    if len(cells) > 1 or cut or not is_legible(view.text):
        lost.append(name)
        draft.lose("projects", project, name, view)
        return
    project[name] = passage.publish(view)
    draft.quote("projects", project, name, view)


def _scheme(project_id: str, draft: Draft) -> str:
    names = ("weight", "execution_rate_pct", "score")
    for row in draft.of_form("project_funds", project_id):
        if all(row[name] for name in names):
            weight, rate, score = (Decimal(row[name]) for name in names)
            return scheme(weight, rate, score)
    return ""


def _goals(form: RawForm, project: dict[str, str], draft: Draft, lost: list[str]) -> None:
    rows = form.of(Stage.GOALS)
    heads = form.of(Stage.GOALS_HEAD)
    parts: dict[str, list[View]] = {"expected_goal": [], "actual_goal": []}
    middle = max((cell.column for row in heads for cell in row.cells), default=0)
    broken = False
    for row in rows:
        cells = [cell for cell in row.cells if not is_side_label(cell.text)]
        if len(cells) == 2:
            parts["expected_goal"].append(cells[0].view)
            parts["actual_goal"].append(cells[1].view)
        elif len(cells) == 1:
            name = "actual_goal" if cells[0].column >= middle and middle else "expected_goal"
            parts[name].append(cells[0].view)
        elif cells:
            broken = True
            parts["expected_goal"].extend(cell.view for cell in cells)
    for name, views in parts.items():
        view = View.join(views)
        if broken or (len(view) and not is_legible(view.text)):
            lost.append(name)
            draft.lose("projects", project, name, view)
        elif len(view):
            project[name] = passage.publish(view)
            draft.quote("projects", project, name, view)


def _total(form: RawForm, project: dict[str, str], draft: Draft, lost: list[str]) -> None:
    heads = form.of(Stage.INDICATOR_HEAD)
    weights = (
        columns(heads[0], terms.forms()["head"]["indicator_columns"]).get("weight", -1)
        if heads
        else -1
    )
    for row in form.of(Stage.TOTAL):
        glued = [
            GridCell(cell.column, cell.view[3:])
            for cell in row.cells
            if cell.text.startswith("总分:")
        ]
        numbers = [cell for cell in (*row.cells, *glued) if cell.kind is Kind.NUMBER]
        damaged = [cell for cell in (*row.cells, *glued) if is_damaged(cell.text)]
        if (
            len(numbers) == 1
            and not damaged
            and numbers[0].column == weights
            and numbers[0].text == "100"
        ):
            draft.refer(numbers[0].view)  # the sum of the weights; no score stands beside it
            continue
        if damaged:
            lost.append("total_score")
            for cell in damaged:
                draft.lose("projects", project, "total_score", cell.view)
            for cell in numbers:
                draft.refer(cell.view)
            continue
        if not numbers:
            continue
        score = numbers[-1].view
        number = score[: len(score.text.rstrip("分"))]
        project["total_score"] = Amount.of(number.text).plain()
        draft.bind("projects", project, "total_score", project["total_score"], number)
        for cell in numbers[:-1]:
            draft.refer(cell.view)


def _complete(
    form: RawForm, project: dict[str, str], draft: Draft, lost: list[str], document: Document
) -> None:
    """A form without total whose weights do not come to 100 lost a part; nothing is concluded from what it lacks."""
    if project["total_score"] or "total_score" in lost:
        return
    rows = [
        *draft.of_form("project_funds", project["project_id"]),
        *draft.of_form("indicators", project["project_id"]),
    ]
    if any("weight" in row["unreadable"].split() for row in rows):
        return
    weights = sum((Decimal(row["weight"]) for row in rows if row["weight"]), Decimal(0))
    if weights != 100:
        lost.append("total_score")
        draft.remarks.append(
            f"line {document.line_of(form.start)}: form {project['project_id']} ends without 总分 and its weights come to "
            f"{weights}; expected 100. A part of it seems to be missing: compare it with the original"
        )
