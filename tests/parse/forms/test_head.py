"""Names in the head of a form."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.head import read_head
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.rows import RawForm
from juesuan.rows import ProjectsRow
from tests.made_cells import draft, row


def read(name: str, bodies: str = "", kind: str = "project") -> tuple[ProjectsRow, list[str]]:
    made, lost = draft(), []
    project = made.add("projects", project_id="p01", kind=kind, position="1")
    form = RawForm([(Stage.NAME, row(name))])
    if bodies:
        form.rows.append((Stage.SUPERVISOR, row(bodies, 1000)))
    read_head(form, project, made, lost)
    return project, lost


@pytest.mark.parametrize("name", ["项目名称|示例项目", "项目名称:示例项目", "项目名称:|示例项目"])
def test_a_name_behind_its_label(name: str) -> None:
    project, lost = read(name, "主管部门|某局|实施单位:某中心")
    assert (project["name"], project["supervisor"], project["implementer"], lost) == (
        "示例项目", "某局", "某中心", [],
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["项目|目名称|示例项目", "1名称|示例项目", "番目|示例项目", "项目名称|示例|工程", "示例项目"],
)
def test_a_name_whose_cells_were_cut_is_lost(name: str) -> None:
    project, lost = read(name, "主管部门|某局|实施单位|某中心")
    assert project["name"] == "" and lost == ["name"]


def test_a_head_without_bodies_and_name_is_damaged_as_a_whole() -> None:
    assert read("1番目|项目")[1] == ["name", "implementer", "supervisor"]
    assert read("项目名称|示例项目")[1] == []


def test_with_one_label_missing_the_other_name_is_not_known() -> None:
    project, lost = read("项目名称|示例项目", "主管部门|某局|某中心")
    assert set(lost) == {"supervisor", "implementer"} and project["supervisor"] == ""
    project, lost = read("项目名称|示例项目", "主管部门|某局")
    assert (project["supervisor"], lost) == ("某局", ["implementer"])


@pytest.mark.parametrize(
    ("name", "kept"), [("某某市示例局", True), ("某某市", False), ("另一示例局", True)]
)
def test_a_mere_beginning_of_the_department_is_no_name(name: str, kept: bool) -> None:
    project, lost = read(f"部门名称|{name}", kind="overall")
    assert project["name"] == (name if kept else "") and lost == ([] if kept else ["name"])
