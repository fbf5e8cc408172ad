"""The head of a form: the name of the project, who supervises and who implements it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.indicators.aligned import text_of
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.legibility import is_legible
from juesuan.parse.forms.names import Elsewhere
from juesuan.parse.forms.rows import RawForm
from juesuan.parse.forms.vocabulary import WORDS, contains, is_name_label
from juesuan.rows import ProjectsRow

HeadField = Literal["name", "supervisor", "implementer"]
"""The columns of a project that its head fills."""

HEAD_FIELDS: tuple[HeadField, ...] = ("name", "supervisor", "implementer")

_BODIES: tuple[HeadField, ...] = ("supervisor", "implementer")


def read_head(
    form: RawForm,
    project: ProjectsRow,
    draft: Draft,
    lost: list[str],
    elsewhere: Elsewhere | None = None,
) -> None:
    """Read the names in the head of a form.

    Args:
        form: the form.
        project: its row in ``projects``; takes the names.
        draft: takes their places.
        lost: the form's ``unreadable``.
        elsewhere: names that the document prints outside of its forms, of which one may fit what is
            left of a damaged one.
    """
    _read_name(_parts(form.of(Stage.NAME)), project, draft, lost)
    bodies = _parts(form.of(Stage.SUPERVISOR))
    if bodies:
        _read_bodies(bodies, project, draft, lost)
    elif project["kind"] == "project" and "name" in lost:  # the head is damaged as a whole
        lost.extend(("implementer", "supervisor"))
    _refuse_beginning(project, draft, lost)
    if elsewhere is not None and project["kind"] == "project":
        _restore(form, project, draft, lost, elsewhere)


def _parts(rows: list[GridRow]) -> list[GridCell]:
    return [part for row in rows for cell in row.cells for part in _unlabelled(cell)]


def _unlabelled(cell: GridCell) -> list[GridCell]:
    """Label and value as two cells where they were printed in one ("主管部门：某局")."""
    match = WORDS.pattern("labelled").match(cell.text)
    if not match:
        return [cell]
    parts = [cell.view[: match.end("label")], cell.view[match.end() :]]
    return [GridCell(cell.column, part) for part in parts if len(part)]


# -- the name ------------------------------------------------------------------------------------


def _read_name(cells: list[GridCell], project: ProjectsRow, draft: Draft, lost: list[str]) -> None:
    labels = [cell for cell in cells if is_name_label(cell.text)]
    values = [cell for cell in cells if not is_name_label(cell.text)]
    draft.refer(text_of(labels))
    if not values:
        lost.append("name")
    else:
        _write("name", values, project, draft, lost, cut=_is_cut(cells[0]))


def _is_cut(first: GridCell) -> bool:
    """Whether the row of the name does not begin with its whole label: its cells were cut."""
    whole = WORDS.pattern("name_label").fullmatch(first.text.removesuffix(":"))
    return whole is None


def _refuse_beginning(project: ProjectsRow, draft: Draft, lost: list[str]) -> None:
    """Leave out a mere beginning of the department's name, which the overall form gives whole."""
    department = draft.rows("disclosure")[0]["department"]
    name = project["name"]
    if project["kind"] != "overall" or name == department:
        return
    if name and department.startswith(name):
        project["name"] = ""
        lost.append("name")


# -- what is damaged -----------------------------------------------------------------------------


def _restore(
    form: RawForm, project: ProjectsRow, draft: Draft, lost: list[str], elsewhere: Elsewhere
) -> None:
    """Give lost names where exactly one that the document prints elsewhere fits what is left."""
    left = _values(_parts(form.of(Stage.SUPERVISOR)))
    named = _parts(form.of(Stage.NAME))
    left["name"] = [cell for cell in named if not is_name_label(cell.text)]
    for field in HEAD_FIELDS:
        if field not in lost or not left.get(field):
            continue
        restored = (
            elsewhere.project(left[field])
            if field == "name"
            else elsewhere.body(field, left[field])
        )
        if restored is not None:
            project[field] = restored.value
            lost[:] = [name for name in lost if name != field]
            draft.restore("projects", project, restored)


# -- supervisor and implementer ------------------------------------------------------------------


def _read_bodies(
    cells: list[GridCell], project: ProjectsRow, draft: Draft, lost: list[str]
) -> None:
    """Each label is followed by its name; where one label is missing, the cells tell nothing."""
    found = _values(cells)
    for field, values in found.items():
        if values:
            _write(field, values, project, draft, lost)
    if len(found) < len(_BODIES):
        lost.extend(sorted(field for field in _BODIES if not project[field]))
        for cell in cells:
            draft.lose("projects", project, "supervisor", cell.view)


def _values(cells: list[GridCell]) -> dict[HeadField, list[GridCell]]:
    """The cells behind each label."""
    marks = [i for i, cell in enumerate(cells) if contains(cell.text, "body_label")]
    found: dict[HeadField, list[GridCell]] = {}
    for i, stop in zip(marks, [*marks[1:], len(cells)], strict=False):
        field: HeadField = "supervisor" if contains(cells[i].text, "supervising") else "implementer"
        found[field] = cells[i + 1 : stop]
    return found


def _write(
    field: HeadField,
    cells: Sequence[GridCell],
    project: ProjectsRow,
    draft: Draft,
    lost: list[str],
    cut: bool = False,
) -> None:
    """A name of the head.

    Where the printed cell was cut at column lines, characters at the cuts are lost or doubled: what
    is left is no name.
    """
    view = text_of(cells)
    if cut or len(cells) > 1 or not is_legible(view.text):
        lost.append(field)
        draft.lose("projects", project, field, view)
        return
    project[field] = passage.publish(view)
    draft.quote("projects", project, field, view)
